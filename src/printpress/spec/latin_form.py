"""How Latin inside Chinese is written: ``latin:`` and ``figures:``."""

from printpress.diagnostics import Both
from printpress.spec.fields import Field, Key, Reading
from printpress.spec.house import Latin
from printpress.spec.names import face_name
from printpress.spec.records import record
from printpress.spec.source import MappingNode, Node
from printpress.spec.values import choice, number

_FACE = face_name()
_RECORD: Field[Latin] = record(
    lambda _, values: Latin(**values),
    Key(
        "font",
        _FACE,
        Both(
            "Their face; the copy's own if left out.", "字体；不写则用文字自身的字体。"
        ),
        default="",
    ),
    Key(
        "size",
        number(0.5, 1.5, "1.05"),
        Both("Their size, as a share of the copy's.", "字号与汉字之比。"),
        standard="1",
    ),
    Key(
        "rise",
        number(-0.3, 0.3, "-0.02"),
        Both(
            "Ems by which their baseline is above the copy's.",
            "基线高出汉字基线多少（字宽）；负数为低。",
        ),
        standard="0",
    ),
    example="{font: song, size: 1.05, rise: -0.02}",
)


def _latin_of(node: Node, reading: Reading) -> Latin:
    if isinstance(node, MappingNode):
        return _RECORD.read(node, reading)
    return Latin(_FACE.read(node, reading))


LATIN: Field[Latin] = Field(
    _latin_of,
    lambda draft: {"anyOf": [_FACE.schema(draft), _RECORD.schema(draft)]},
    "song",
)
"""A face by name, or a record."""

FIGURES = choice("natural", "even", aliases={"等宽": "even"})
"""``figures:``."""

FIGURES_TOLD = Both(
    "Digits as the face has them, or of even widths (for columns of figures).",
    "数字宽度：natural 随字体，even 等宽（数字上下对齐时用）。",
)
