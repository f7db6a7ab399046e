"""How ``layouts/pages/*.yaml`` is written: reader, schema and defaults of every key.

What depends on the house (the grid's width, a slot's role) is drawn in by
:mod:`printpress.spec.layout_check`.
"""

from dataclasses import dataclass
from typing import Any

from printpress.diagnostics import Both
from printpress.spec.border_form import BORDER_KEYS, FRAME_KEY
from printpress.spec.chart_form import CHART_KEY
from printpress.spec.fields import (
    Draft,
    Field,
    Key,
    Reading,
    Schema,
)
from printpress.spec.heading_form import HEADING_KEYS
from printpress.spec.inset_form import INSET_KEYS, with_insets
from printpress.spec.layout import (
    Cells,
    Furniture,
    MastheadSpec,
    QrSpec,
    SlotSpec,
    StripSpec,
)
from printpress.spec.names import colour_name, face_name
from printpress.spec.paths import file_path
from printpress.spec.records import (
    mapping_of,
    one_or_more,
    record,
)
from printpress.spec.source import MappingNode, Node
from printpress.spec.values import (
    boolean,
    cells,
    choice,
    integer,
    length,
    name,
    span_of,
    text,
)
from printpress.units import MM, PT

ALL_COLUMNS: Cells = (0, 0)
"""Stands for the grid's whole width until the grid is known."""

_COLS = Both("Base columns, such as 1-4.", "所占基本栏，例如 1-4。")
_ROWS_KEY = Key(
    "rows",
    cells("11-48"),
    Both("Body rows, such as 11-48.", "所占正文行，例如 11-48。"),
    required=True,
)


def _cols(*, required: bool) -> Key:
    return Key("cols", cells("1-4"), _COLS, required=required, default=ALL_COLUMNS)


_RULE = length(0, 10 * PT, "0.3pt", named=False)

_STRIP = record(
    lambda node, values: StripSpec(**values, span=node.place),
    _cols(required=False),
    _ROWS_KEY,
    example="{rows: 1-2}",
)

_NAME = record(
    lambda _, values: values,
    Key(
        "art",
        file_path("masthead.svg"),
        Both("A drawing of the name (SVG).", "报名图稿（SVG）。"),
    ),
    Key(
        "font",
        face_name("brush"),
        Both("The name's face; the role masthead's if left out.", "报名字体。"),
        default="",
    ),
    Key("colour", colour_name(), Both("The name's colour.", "报名颜色。"), default=""),
    example="{font: brush, colour: red}",
)

_SLOGAN = record(
    lambda _, values: str(values["separator"]),
    Key(
        "separator",
        text("/"),
        Both("Between the slogan's characters.", "口号各字之间的分隔符。"),
        standard="/",
    ),
    example="{separator: /}",
)

_NOTHING = record(lambda _node, _values: True, example="{}")
_YES = boolean()


def _present(node: Node, reading: Reading) -> bool:
    """``copublisher: {}`` as the designer writes it, or yes and no."""
    return (_NOTHING if isinstance(node, MappingNode) else _YES).read(node, reading)


def _present_schema(draft: Draft) -> Schema:
    return {"anyOf": [_NOTHING.schema(draft), *_YES.schema(draft)["anyOf"]]}


def _masthead(node: MappingNode, values: dict[str, Any]) -> MastheadSpec:
    named = values["name"]
    return MastheadSpec(
        cols=values["cols"],
        rows=values["rows"],
        art=named["art"],
        font=named["font"],
        colour=named["colour"],
        slogan_separator=values["slogan"],
        copublisher=values["copublisher"],
        span=node.place,
    )


_MASTHEAD = record(
    _masthead,
    _cols(required=False),
    _ROWS_KEY,
    Key(
        "name",
        _NAME,
        Both("How the paper's name is set.", "报名的样式。"),
        standard="{}",
    ),
    Key("slogan", _SLOGAN, Both("Print the slogan.", "排口号。")),
    Key(
        "copublisher",
        Field(_present, _present_schema, "{}"),
        Both("Print the edition's co-publisher line.", "排地方版的联合出版行。"),
        default=False,
    ),
    example="{cols: 1-4, rows: 1-9}",
)

_QR = record(
    lambda node, values: QrSpec(**values, span=node.place),
    _cols(required=True),
    _ROWS_KEY,
    Key(
        "size",
        length(5 * MM, 200 * MM, "24mm", named=False),
        Both(
            "Side of the modules' square; its quiet zone lies outside.",
            "码本身的边长；静区另留在外。",
        ),
        required=True,
    ),
    Key(
        "level",
        choice("M", "L", "Q", "H"),
        Both("Error correction.", "纠错级别。"),
        standard="M",
    ),
    example="{cols: 5, rows: 1-9, size: 24mm}",
)

_FURNITURE = record(
    lambda _, values: Furniture(**values),
    Key("masthead", _MASTHEAD, Both("The title banner.", "报头。")),
    Key("qr", _QR, Both("The QR code in the ear.", "报眼二维码。")),
    Key(
        "dateline",
        _STRIP,
        Both("Date, weekday, lunar date, number, pages.", "日期、农历、期号、版数。"),
    ),
    Key("folio", _STRIP, Both("Section, date and page number.", "报眉。")),
    Key("imprint", _STRIP, Both("Who publishes and prints.", "报尾。")),
    example="{folio: {rows: 1-2}}",
)

_USE = choice(
    "story",
    "picture",
    "guide",
    "notice",
    "brief",
    "advert",
    "weather",
    "imprint",
    "qr",
    "words",
    "test-chart",
)


def _slot(node: MappingNode, values: dict[str, Any]) -> SlotSpec:
    named = node.owner.text if node.owner else ""
    return SlotSpec(name=named, **with_insets(values), span=node.place)


_SLOT = record(
    _slot,
    _cols(required=True),
    _ROWS_KEY,
    Key("use", _USE, Both("What stands there.", "用途。"), standard="story"),
    Key(
        "role",
        name("lead"),
        Both(
            "The house role; the slot's name or use if left out.",
            "样式名；缺省取版位名或用途。",
        ),
        default="",
    ),
    Key(
        "columns",
        integer(1, 24, "2"),
        Both("Divide its width into so many columns anew.", "重新分成几栏（破栏）。"),
    ),
    *INSET_KEYS,
    Key(
        "rule",
        choice("none", "above", "below"),
        Both("A rule on its upper or lower edge.", "在版位上边或下边加线。"),
        standard="none",
    ),
    Key(
        "left_rule",
        boolean(),
        Both("A rule in the gutter at its left.", "在左侧栏距中加竖线。"),
        standard="false",
    ),
    FRAME_KEY,
    Key(
        "tint", colour_name("tint"), Both("A colour behind it.", "底纹色。"), default=""
    ),
    Key(
        "items",
        span_of(integer(1, 99, "4"), "[4, 6]"),
        Both("Entries of a guide, least and most.", "导读条数，最少、最多。"),
    ),
    Key("title", text("导读"), Both("Words over it.", "栏目名。"), default=""),
    Key(
        "title_on",
        choice("bar", "rule"),
        Both(
            "The title in white on a bar, or in black over a rule.",
            "栏目名反白排在色条上，或黑字下加线。",
        ),
        standard="bar",
    ),
    Key(
        "setting",
        choice("across", "vertical"),
        Both(
            "How its text runs; vertical lines go from right to left, and `columns` "
            "parts them into tiers.",
            "正文横排或竖排；竖排自右至左，columns 为分排数。",
        ),
        standard="across",
    ),
    Key(
        "column_rule",
        _RULE,
        Both(
            "Rules between its columns; the layout's if left out.",
            "本版位的栏线粗细；缺省同全版。",
        ),
    ),
    *HEADING_KEYS,
    *BORDER_KEYS,
    Key(
        "words",
        one_or_more(text("讲文明"), "[讲文明, 树新风]"),
        Both("Lines of a slot of `use: words`.", "use: words 的文字，每行一项。"),
        default=(),
    ),
    CHART_KEY,
    example="{cols: 1-4, rows: 11-48, role: lead}",
)


@dataclass(frozen=True, slots=True)
class LayoutForm:
    """A layout as written, its bases merged in."""

    furniture: Furniture
    """Masthead, folio and so on."""
    slots: tuple[SlotSpec, ...]
    """As written."""
    column_rule: int
    """EMU."""
    spread: bool
    """Whether it is over two facing pages."""


def _layout(_: MappingNode, values: dict[str, Any]) -> LayoutForm:
    slots = tuple(values["slots"].values())
    rule, spread = values["column_rule"], values["spread"]
    return LayoutForm(values["furniture"], slots, rule, spread)


LAYOUT = record(
    _layout,
    Key(
        "extends",
        one_or_more(name("base"), "[base, front-a]"),
        Both(
            "Another layout whose keys this one takes over; of several the last wins.",
            "继承的版式；写几个时以后写的为准。",
        ),
    ),
    Key(
        "furniture",
        _FURNITURE,
        Both("What the page carries beside stories.", "报头、报眉等。"),
        standard="{}",
    ),
    Key(
        "slots",
        mapping_of(name("lead"), _SLOT, example="{lead: {cols: 1-5, rows: 4-40}}"),
        Both("The holes for stories.", "版位。"),
        standard="{}",
    ),
    Key(
        "column_rule",
        _RULE,
        Both("Rules between columns.", "栏线粗细；0pt 不加线。"),
        standard="0pt",
    ),
    Key(
        "spread",
        boolean(),
        Both(
            "Over two facing pages: the columns of both, counted from the left.",
            "通版：跨左右两版，栏数自左至右连续计。",
        ),
        standard="false",
    ),
)
"""``layouts/pages/*.yaml``."""
