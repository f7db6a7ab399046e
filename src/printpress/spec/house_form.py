"""How a house (``layouts/house.yaml``) is written: reader, schema and defaults."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from printpress.colour import BLACK, PAPER, Ink
from printpress.diagnostics import Both
from printpress.geometry import Size
from printpress.spec.block_form import BLOCK_KEYS
from printpress.spec.body_form import BODY, BODY_CHANGES
from printpress.spec.fields import (
    Field,
    Key,
    Reading,
)
from printpress.spec.house import (
    Fit,
    GridSpec,
    PageSize,
    Paper,
    Review,
    Role,
)
from printpress.spec.jump_form import JUMP
from printpress.spec.latin_form import FIGURES, FIGURES_TOLD, LATIN
from printpress.spec.names import colour, colour_name, face_name
from printpress.spec.records import (
    followed,
    list_of,
    mapping_of,
    one_or_more,
    record,
    recursive,
)
from printpress.spec.registration_form import REGISTRATION
from printpress.spec.source import MappingNode
from printpress.spec.values import (
    choice,
    integer,
    length,
    name,
    number,
    span_of,
    text,
)
from printpress.stages import REVIEWS
from printpress.units import MM, PT

STANDING_COLOURS: Mapping[str, Ink] = {"black": BLACK, "paper": PAPER}
"""Colours that every house has."""

_PAPER = record(
    lambda _, values: Paper(**values),
    Key(
        "name",
        text("溪桥晨报"),
        Both("The paper's name, as the masthead has it.", "报名，报头照此排印。"),
        required=True,
    ),
    Key(
        "slogan",
        text("自家门口这点事"),
        Both("The slogan, without separators.", "口号，不写分隔符。"),
        default="",
    ),
    Key(
        "kind",
        choice("newspaper", "internal", aliases={"内部资料": "internal"}),
        Both(
            "A licensed newspaper, or internal material.",
            "newspaper 正式报纸；internal 内部资料。",
        ),
        standard="newspaper",
    ),
    Key(
        "latin",
        text("XIQIAO CHENBAO"),
        Both(
            "Pinyin or the town's name, set small in the masthead.",
            "报头小字：拼音或地名。",
        ),
        default="",
    ),
)


_PAGE = record(
    lambda _, values: PageSize(Size(*values["trim"]), *values["type_area"]),
    Key(
        "trim",
        list_of(
            length(20 * MM, example="280mm", named=False),
            least=2,
            most=2,
            example="[280mm, 400mm]",
        ),
        Both("Width and height after cutting.", "成品尺寸：宽、高。"),
        required=True,
    ),
    Key(
        "type_area",
        record(
            lambda _, values: (values["left"], values["top"]),
            Key(
                "left",
                length(example="11mm", named=False),
                Both("From the trim's left edge.", "版心到成品左边。"),
                required=True,
            ),
            Key(
                "top",
                length(example="14mm", named=False),
                Both("From the trim's top edge.", "版心到成品上边。"),
                required=True,
            ),
            example="{left: 11mm, top: 14mm}",
        ),
        Both("Where the type area begins.", "版心位置。"),
        required=True,
    ),
)

_GRID = record(
    lambda _, values: GridSpec(**values),
    Key(
        "columns",
        integer(1, 24, "5"),
        Both("Base columns.", "基本栏数。"),
        required=True,
    ),
    Key(
        "cells",
        number(4, 200, "15"),
        Both("Body ems in a column.", "每栏字数（正文字宽）。"),
        required=True,
    ),
    Key(
        "gutter",
        number(0, 20, "1.5"),
        Both("Body ems between two columns.", "栏距（正文字宽）。"),
        required=True,
    ),
    Key(
        "rows",
        integer(1, 999, "81"),
        Both("Body rows from head to foot.", "版心行数。"),
        required=True,
    ),
    Key(
        "row",
        length(PT, 100 * PT, "13pt", named=False),
        Both("From one baseline to the next.", "行距（基线到基线）。"),
        required=True,
    ),
)


def _role_of(node: MappingNode, values: dict[str, Any]) -> Role:
    return Role(**values, span=node.place)


def _sub(name: str, en: str, zh: str) -> Key:
    return Key(name, recursive("role", lambda: _ROLE), Both(en, zh))


_ROLE: Field[Role] = record(
    _role_of,
    Key("font", face_name("hei-black"), Both("Its face.", "字体。")),
    Key(
        "latin",
        LATIN,
        Both(
            "Its face of Latin letters and digits, or their face, size and baseline.",
            "西文和数字的字体，或字体、字号比和基线。",
        ),
    ),
    Key("figures", FIGURES, FIGURES_TOLD),
    Key(
        "size",
        span_of(length(PT, 500 * PT, "28pt"), "[28pt, 42pt]"),
        Both("Type size, or smallest and largest.", "字号，或最小、最大字号。"),
    ),
    Key(
        "row",
        length(PT, 500 * PT, "11pt"),
        Both("Its own row pitch.", "自己的行距。"),
    ),
    Key(
        "fill",
        span_of(number(0, 1, "0.75"), "[0.75, 0.95]"),
        Both("Share of the width a headline fills.", "标题占版位宽度的比例。"),
    ),
    Key(
        "tracking",
        number(0, 2, "0.05"),
        Both(
            "Ems that may be added between the characters of a short headline.",
            "标题字少时字间至多加空几字宽（疏排）。",
        ),
    ),
    Key(
        "rows",
        span_of(integer(1, 99, "6"), "[6, 9]"),
        Both("Body rows the heading group may take.", "标题组所占行数。"),
    ),
    Key(
        "at",
        choice("end", "start"),
        Both("Where a byline stands.", "署名位置：文末或文首。"),
    ),
    Key(
        "align",
        choice("left", "center", "right", "block", aliases={"centre": "center"}),
        Both(
            "Where it stands in its width; `block`: verse flush in the middle.",
            "对齐；block 指诗行左齐、整体居中。",
        ),
    ),
    *BLOCK_KEYS,
    Key(
        "colour", colour_name(), Both("A colour of the house.", "报社色表中的颜色名。")
    ),
    Key(
        "reverse",
        colour_name(),
        Both(
            "Set a kicker or deck in white on a label of this colour.",
            "引题、副题反白，衬这种颜色的小底。",
        ),
    ),
    Key(
        "body",
        BODY_CHANGES,
        Both(
            "What its stories' text has otherwise than the house's body.",
            "这类稿件的正文与全报正文不同之处。",
        ),
        default=MappingProxyType({}),
    ),
    _sub("kicker", "Its kicker.", "引题。"),
    _sub("headline", "Its headline.", "主题。"),
    _sub("deck", "Its deck.", "副题。"),
    _sub("number", "Its page number.", "版次数字。"),
    _sub(
        "label",
        "Its label: 问 and 答, a list's number, a table's head.",
        "标签：问、答，列表编号，表头。",
    ),
)

_LADDER = ("picture_rows", "headline_size", "deck", "picture_shape")
_FIT = record(
    lambda _, values: Fit(**values),
    Key(
        "ladder",
        list_of(choice(*_LADDER), example="[picture_rows, headline_size]"),
        Both("What gives way, in this order.", "让步的次序。"),
        default=_LADDER[:1],  # headings and copy give way by the house's wish only
    ),
    Key(
        "picture_rows",
        integer(0, 99, "3"),
        Both("Rows a picture may grow or shrink by.", "图片可增减的行数。"),
        standard="3",
    ),
    Key(
        "headline_size",
        length(0, 100 * PT, "4pt"),
        Both("How far a headline's size may move.", "标题字号可增减的幅度。"),
        standard="4pt",
    ),
)


_REVIEW = record(
    lambda _, values: Review(**values),
    Key(
        "needed",
        list_of(choice(*REVIEWS), example="[三校, 付印]"),
        Both(
            "Stages that every page must be signed for before it is printed.",
            "付印前每版必须签过的校次、审次。",
        ),
        default=(),
    ),
    Key(
        "unsigned",
        choice("refuse", "warn"),
        Both(
            "Whether `print` refuses pages that are not signed or have changed since, "
            "or only warns.",
            "没签、或签后又改的版：refuse 不许付印，warn 只提醒。",
        ),
        standard="refuse",
    ),
)


def _sizes(reading: Reading, sizes: dict[str, int]) -> dict[str, int]:
    reading.sizes = sizes
    return sizes


def _colours(reading: Reading, colours: dict[str, Ink]) -> dict[str, Ink]:
    every = {**STANDING_COLOURS, **colours}
    reading.colours = every
    return every


HOUSE = record(
    lambda node, values: (node, values),
    Key(
        "extends",
        one_or_more(name("tabloid-5x15"), "[house, broadsheet-8x13]"),
        Both(
            "A preset of layouts/presets, or another house, whose keys it takes over; "
            "of several the last wins.",
            "继承的开本样式（layouts/presets）或另一份报社样式；写几个时以后写的为准。",
        ),
    ),
    Key("paper", _PAPER, Both("Who the paper is.", "报纸的身份。"), required=True),
    Key(
        "registration",
        REGISTRATION,
        Both("What the law wants printed.", "依法须登载的事项。"),
        standard="{}",
    ),
    Key(
        "sizes",
        followed(
            mapping_of(
                text("小五"), length(PT, 500 * PT, named=False), example="{小五: 9pt}"
            ),
            _sizes,
        ),
        Both("Named type sizes.", "字号表。"),
        default=MappingProxyType({}),
    ),
    Key(
        "colours",
        followed(
            mapping_of(text("red"), colour(), example="{red: [0, 100, 90, 0]}"),
            _colours,
        ),
        Both("Named colours, C M Y K in per cent.", "色表：C M Y K 百分比。"),
        default=STANDING_COLOURS,
    ),
    Key("page", _PAGE, Both("The sheet.", "版面尺寸。"), required=True),
    Key("grid", _GRID, Both("The lattice of every page.", "版面网格。"), required=True),
    Key("body", BODY, Both("Running text.", "正文。"), required=True),
    Key(
        "roles",
        mapping_of(
            name("lead"), recursive("role", lambda: _ROLE), example="{lead: {}}"
        ),
        Both("How each element looks.", "各要素的样式。"),
        required=True,
    ),
    Key(
        "fit",
        _FIT,
        Both("How far a page may give way to make copy fit.", "为合版可作的让步。"),
        standard="{}",
    ),
    Key(
        "words",
        list_of(text("溪桥镇"), example="[溪桥镇, 全年红]"),
        Both(
            "Names and terms in which no heading is broken.",
            "专名用语，标题断行时不拆开。",
        ),
        default=(),
    ),
    Key(
        "jump",
        JUMP,
        Both(
            "Words where a story goes on at another page.",
            "转版用语：下转行、上接行。",
        ),
        standard="{}",
    ),
    Key(
        "review",
        _REVIEW,
        Both("What must be signed before printing.", "三审三校：付印前须签什么。"),
        standard="{}",
    ),
)
"""``layouts/house.yaml``."""
