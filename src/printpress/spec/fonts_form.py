"""How ``fonts/fonts.yaml`` is written, and its reader."""

import os
from pathlib import Path

from printpress.diagnostics import Both, error
from printpress.spec.fields import (
    Field,
    Key,
    Reading,
    place,
)
from printpress.spec.fonts import FaceSpec, FontsSpec, SystemFaceSpec
from printpress.spec.nearest import did_you_mean, one_of
from printpress.spec.paths import file_path, names_in, shown
from printpress.spec.records import (
    list_of,
    located,
    mapping_of,
    one_or_more,
    record,
)
from printpress.spec.source import Located, Node, load_yaml
from printpress.spec.values import choice, name, text

FILE = Path("fonts", "fonts.yaml")
"""The list of faces, from the root."""

_FACE = record(
    lambda node, values: FaceSpec(
        name=node.owner.text if node.owner else "", **values, span=node.place
    ),
    Key(
        "file",
        file_path("PressSong-Regular.ttf"),
        Both("Its file, beside this one.", "字体文件。"),
        required=True,
    ),
    Key(
        "licence",
        text("OFL-PressSong.txt"),
        Both("The licence it may be embedded under.", "许可嵌入的授权。"),
        required=True,
    ),
    Key(
        "language",
        choice("zh-Hans", "zh-Hant"),
        Both(
            "What it is made for: Simplified or Traditional Chinese.",
            "字体所用的文字：简体（zh-Hans）或繁体（zh-Hant）。",
        ),
        standard="zh-Hans",
    ),
    example="{file: PressSong-Regular.ttf, licence: OFL-PressSong.txt}",
)


def _system_files(node: Node, reading: Reading) -> SystemFaceSpec:
    """Absolute paths are right here, and only here: they name the machine's own."""
    files = one_or_more(text()).read(node, reading)
    named = node.owner.text if node.owner else ""
    here = node.file.parent
    paths = tuple(here / os.path.expanduser(file) for file in files)  # noqa: PTH111 - text
    return SystemFaceSpec(named, paths, place(node))


_SYSTEM = Field(
    _system_files,
    one_or_more(text()).schema,
    "[/usr/share/fonts/truetype/hanazono/HanaMinA.ttf]",
)

FONTS = record(
    lambda node, values: (node, values),
    Key(
        "faces",
        mapping_of(name("song"), _FACE, least=1, example="{song: {file: …}}"),
        Both("The paper's faces by name.", "本报字体。"),
        required=True,
    ),
    Key(
        "fallback",
        list_of(located(text("kai")), example="[kai, song]"),
        Both("Asked in this order for rare characters.", "缺字时依次查找的字体。"),
        default=(),
    ),
    Key(
        "system",
        mapping_of(name("hanazono"), _SYSTEM, example="{hanazono: […]}"),
        Both(
            "Faces of the machine, asked last, by name.",
            "最后查找的系统字体，按名称排序。",
        ),
        standard="{}",
    ),
)
"""``fonts/fonts.yaml``."""


def read_fonts(reading: Reading) -> FontsSpec:
    """The list of faces. Raises :class:`Unread` and :class:`PressError`."""
    file = reading.root / FILE
    if FILE.name not in names_in(file.parent):
        reading.refuse(
            error(
                "missing-file",
                None,
                Both(
                    f"{shown(file)} does not exist: the paper has no faces",
                    f"{shown(file)} 不存在：报纸没有字体",
                ),
                fix=Both(
                    "copy a folder fonts/ with fonts.yaml and its faces into the root",
                    "把含 fonts.yaml 和字体文件的 fonts/ 文件夹复制到报纸根目录",
                ),
            )
        )
    node, values = FONTS.read(load_yaml(file, shown(file)), reading)
    faces: dict[str, FaceSpec] = values["faces"]
    for wanted in values["fallback"]:
        check_face(wanted, faces, reading)
    return FontsSpec(
        file=file,
        faces=faces,
        fallback=tuple(wanted.value for wanted in values["fallback"]),
        system=tuple(values["system"][key] for key in sorted(values["system"])),
        span=node.span,
    )


def check_face(
    wanted: Located[str], faces: dict[str, FaceSpec], reading: Reading
) -> None:
    """Report a face that the list does not have."""
    if wanted.value in faces:
        return
    guess, names = did_you_mean(wanted.value, faces), one_of(faces)
    reading.report(
        error(
            "unknown-font",
            wanted.span,
            Both(
                f'"{wanted.value}" is no face of fonts/fonts.yaml',
                f"fonts/fonts.yaml 中没有字体“{wanted.value}”",
            ),
            fix=Both(
                f"{guess.en}write {names.en}, or add it under `faces`",
                f"{guess.zh}可写 {names.zh}；或在 faces 下加上",
            ),
        )
    )
