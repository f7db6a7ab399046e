"""How ``layouts/editions/registers/*.yaml`` is written, and its reader."""

from pathlib import Path

from printpress.diagnostics import Both
from printpress.spec.fields import Key, Reading
from printpress.spec.paths import shown
from printpress.spec.records import list_of, one_or_more, record
from printpress.spec.register import Official, Register
from printpress.spec.source import load_yaml
from printpress.spec.values import text

_OFFICIAL = record(
    lambda node, values: Official(**values, span=node.place),
    Key(
        "name",
        text("方同舟"),
        Both("The name.", "姓名。"),
        required=True,
        aliases=("姓名",),
    ),
    Key(
        "posts",
        one_or_more(text("镇长"), "[镇党委副书记, 镇长]"),
        Both("Posts, each as copy may write it.", "职务，稿件中可用的各种写法。"),
        required=True,
        aliases=("职务",),
    ),
    example="{name: 方同舟, posts: [镇党委副书记, 镇长]}",
)

REGISTER = record(
    lambda _, values: Register(values["officials"]),
    Key(
        "officials",
        list_of(_OFFICIAL, least=1, example="[{name: 方同舟, posts: [镇长]}]"),
        Both(
            "Persons in the order in which they are named.",
            "人员，按排名先后。",
        ),
        required=True,
        aliases=("名册",),
    ),
)
"""A register of names and posts."""


def read_register(path: Path, reading: Reading) -> Register:
    """The register in that file. Raises :class:`Unread` and :class:`PressError`."""
    return REGISTER.read(load_yaml(path, shown(path)), reading)
