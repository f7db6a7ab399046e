"""How places that are cut out of a slot's columns are written."""

from dataclasses import replace
from typing import Any

from printpress.diagnostics import Both
from printpress.spec.border_form import FRAME_KEY
from printpress.spec.fields import Key
from printpress.spec.layout import LEAST_EMS, FactsSlot, PictureSlot, QuoteSlot, Wrap
from printpress.spec.names import colour_name
from printpress.spec.records import list_of, record
from printpress.spec.values import boolean, cells, choice, integer, span_of

_OVER = Key(
    "over",
    cells("2-3"),
    Both("The slot's own columns, counted from 1.", "版位自身的第几栏。"),
    required=True,
)

_ROWS = Key(
    "rows",
    span_of(integer(1, 999, "12"), "[12, 16]"),
    Both(
        "Rows of the picture, least and most; its caption takes more.",
        "图片行数，最少、最多，不含图说。",
    ),
    required=True,
)

_WRAP = record(
    lambda _, values: Wrap(**values),
    Key(
        "ems",
        integer(LEAST_EMS, 99, "7"),
        Both("Body ems that the picture is wide.", "图片宽几个正文字。"),
        required=True,
    ),
    Key(
        "side",
        choice("right", "left"),
        Both("Side of the column where it stands.", "图片在栏的右侧或左侧。"),
        standard="right",
    ),
    example="{ems: 7, side: right}",
)

_PICTURE_KEYS = (
    _OVER,
    Key(
        "at",
        choice("top", "foot", "middle", "above"),
        Both("Place in the columns; above: over the heading.", "位置；above 在题上。"),
        standard="top",
    ),
    _ROWS,
    Key(
        "group",
        integer(1, 9, "2"),
        Both(
            "So many pictures stand there with one caption.",
            "组图：此处并排几张，合用一条图说。",
        ),
        standard="1",
    ),
    Key(
        "stacked",
        boolean(),
        Both("A group stands below each other, not side by side.", "组图上下叠放。"),
        standard="false",
    ),
    Key(
        "wrap",
        _WRAP,
        Both(
            "It is narrower than its column, and text runs beside it.",
            "图片窄于一栏，文字绕排。",
        ),
    ),
)

_PICTURE_EXAMPLE = "{over: 2-3, at: top, rows: [12, 16]}"

_PICTURE = record(
    lambda node, values: PictureSlot(**values, span=node.place),
    *_PICTURE_KEYS,
    example=_PICTURE_EXAMPLE,
)

_ONE_OF_SEVERAL = record(
    lambda node, values: PictureSlot(**values, span=node.span),
    *_PICTURE_KEYS,
    example=_PICTURE_EXAMPLE,
)

_AT = Key(
    "at",
    choice("middle", "top", "foot"),
    Both("Place in the columns.", "在栏中的位置。"),
    standard="middle",
)

_TEXT_ROWS = Key(
    "rows",
    span_of(integer(1, 999, "4"), "[4, 6]"),
    Both("Rows that it may take, least and most.", "行数，最少、最多。"),
    required=True,
)

_QUOTE = record(
    lambda node, values: QuoteSlot(**values, span=node.place),
    _OVER,
    _AT,
    _TEXT_ROWS,
    Key(
        "style",
        choice("rules", "mark", aliases={"线": "rules", "引号": "mark"}),
        Both(
            "Between two rules, or below a large opening mark.",
            "上下加线，或上方加大引号。",
        ),
        standard="rules",
    ),
    example="{over: 3, at: middle, rows: [4, 6]}",
)

_FACTS = record(
    lambda node, values: FactsSlot(**values, span=node.place),
    _OVER,
    Key(
        "at",
        choice("foot", "top", "middle"),
        Both("Place in the columns.", "在栏中的位置。"),
        standard="foot",
    ),
    _TEXT_ROWS,
    replace(FRAME_KEY, standard="hairline"),
    Key(
        "tint", colour_name("tint"), Both("A colour behind it.", "底纹色。"), default=""
    ),
    example="{over: 5, at: foot, rows: [6, 10]}",
)

INSET_KEYS = (
    Key("picture", _PICTURE, Both("Where its picture stands.", "图片位置。")),
    Key(
        "pictures",
        list_of(_ONE_OF_SEVERAL, example=f"[{_PICTURE_EXAMPLE}]"),
        Both(
            "Where its pictures stand, in the order in which the story names them.",
            "几张图片的位置，按稿件中图片的次序。",
        ),
        default=(),
    ),
    Key("quote", _QUOTE, Both("Where its pull quote stands.", "引语位置。")),
    Key("facts", _FACTS, Both("Where its box of facts stands.", "资料框位置。")),
)
"""Keys of a slot."""


def with_insets(values: dict[str, Any]) -> dict[str, Any]:
    """A slot's values, ``picture`` as the first of its ``pictures``."""
    first = values.pop("picture")
    return {**values, "pictures": (*((first,) if first else ()), *values["pictures"])}
