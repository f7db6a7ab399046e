"""How a print shop's printing condition is written (``output`` of its file)."""

from pathlib import Path
from typing import Any

from printpress.diagnostics import Both, error
from printpress.spec.fields import Field, Key, Reading, place
from printpress.spec.paths import file_path
from printpress.spec.press import Output
from printpress.spec.profile import Profile, ProfileError, read_profile
from printpress.spec.records import record
from printpress.spec.source import MappingNode, Node
from printpress.spec.values import boolean, text

OWN_CONDITION = "Custom"
"""What a printing condition is called that is registered nowhere."""


_PATH = file_path("snap-coldset.icc")


def _profile(node: Node, reading: Reading) -> tuple[Path, Profile]:
    path = _PATH.read(node, reading)
    try:
        return path, read_profile(path)
    except ProfileError as trouble:
        reason = trouble.reason
        reading.refuse(
            error(
                "bad-profile",
                place(node),
                Both(
                    f'"{path.name}" is no profile to print with: {reason.en}',
                    f"“{path.name}”不能用作输出特性文件：{reason.zh}",
                ),
                fix=Both(
                    "ask the print shop for its press's CMYK output profile",
                    "请印厂提供其印刷机的 CMYK 输出 ICC 文件",
                ),
            )
        )


def _output(_: MappingNode, values: dict[str, Any]) -> Output:
    path, profile = values["icc"] or (None, Profile(""))
    condition = values["condition"] or OWN_CONDITION
    info = values["info"] or profile.description or condition
    return Output(path, condition, values["registry"], info, values["info_key"])


OUTPUT = record(
    _output,
    Key(
        "icc",
        Field(_profile, _PATH.schema, _PATH.example),
        Both("The press's output profile.", "输出 ICC 特性文件。"),
    ),
    Key(
        "condition",
        text("CGATS TR 002"),
        Both("Registered name of the printing condition.", "印刷条件的注册名。"),
        default="",
    ),
    Key(
        "registry",
        text("http://www.color.org"),
        Both("Where that name is registered.", "注册机构网址。"),
        default="",
    ),
    Key(
        "info",
        text("Coldset newsprint"),
        Both("The condition in words.", "印刷条件说明。"),
        default="",
    ),
    Key(
        "info_key",
        boolean(),
        Both(
            "Whether the Info dictionary names PDF/X-4, too; some readers look there.",
            "Info 字典中是否也写 PDF/X-4 标识（部分软件只看那里）。",
        ),
        standard="true",
    ),
)
"""``output`` of ``layouts/press/*.yaml``."""
