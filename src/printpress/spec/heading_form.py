"""How a slot says where its heading stands and how it looks."""

import re
from typing import Final

from printpress.diagnostics import Both
from printpress.spec.fields import Draft, Field, Key, Reading, Schema, as_scalar
from printpress.spec.names import colour_name
from printpress.spec.source import Node
from printpress.spec.values import cells, choice, integer

_PLACE = choice("top", "middle", "foot")
_ROW = integer(1, 999, "6")
_NUMBER = re.compile("[0-9]+")


def _heading_at(node: Node, reading: Reading) -> int | str:
    """``top``, ``middle``, ``foot`` or a row."""
    written = as_scalar(node, reading, "middle").text.strip()
    field = _ROW if _NUMBER.fullmatch(written) else _PLACE
    return field.read(node, reading)


def _heading_at_schema(draft: Draft) -> Schema:
    return {"anyOf": [_PLACE.schema(draft), *_ROW.schema(draft)["anyOf"]]}


HEADING_KEYS: Final = (
    Key(
        "heading",
        choice(
            "above",
            "vertical",
            "beside",
            "inside",
            "run-in",
            aliases={
                "盖文": "above",
                "竖题": "vertical",
                "串文": "beside",
                "文包": "inside",
                "接排": "run-in",
            },
        ),
        Both(
            "Where its heading stands: above its text, vertical at its side, beside it "
            "over the columns at the left, or inside it with text round it.",
            "题文位置：above 盖文，vertical 竖题，beside 串文（题在左），inside 文包。",
        ),
        standard="above",
    ),
    Key(
        "heading_over",
        cells("2-4"),
        Both(
            "The slot's own columns that a heading beside or inside its text stands "
            "over; else the left half, or all but the outer ones.",
            "串文、文包题占版位自身的第几栏；缺省为左半，或除两边外各栏。",
        ),
    ),
    Key(
        "heading_at",
        Field(_heading_at, _heading_at_schema, "middle"),
        Both(
            "Where a heading inside its text or on its picture stands: top, middle, "
            "foot, or the row of the slot in which it begins.",
            "文包题或图上题的位置：top、middle、foot，文包题也可写起始行。",
        ),
        standard="top",
    ),
    Key(
        "side",
        choice("right", "left"),
        Both("Side of the text where a vertical heading is.", "竖题在文右或文左。"),
        standard="right",
    ),
    Key(
        "heading_cols",
        integer(1, 24, "1"),
        Both(
            "Base columns that a vertical heading takes; cells as needed if left out.",
            "竖题占几个基本栏；缺省按需占整字格。",
        ),
    ),
    Key(
        "align",
        choice("left", "center", "right", aliases={"centre": "center"}),
        Both("How its heading stands; else as its role.", "标题对齐。"),
        default="",
    ),
    Key(
        "on",
        choice("picture"),
        Both("Set the heading on the story's picture.", "标题压在图片上。"),
        default="",
    ),
    Key(
        "ink",
        colour_name("paper"),
        Both(
            "Colour of the heading; else as its roles. `paper` is white.",
            "标题颜色；缺省按样式。paper 为反白。",
        ),
        default="",
    ),
    Key(
        "reverse",
        colour_name(),
        Both(
            "Set the heading in white on a bar of this colour.",
            "标题反白，衬这种颜色的底。",
        ),
        default="",
    ),
    Key(
        "initial",
        integer(2, 6, "3"),
        Both(
            "Set the first character of the text as high as so many rows.",
            "首字下沉，占几行高。",
        ),
    ),
)
"""Keys of a slot."""
