"""How ``body:`` of the house is written: running text, and the widths of its marks."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from printpress.diagnostics import Both
from printpress.spec.fields import Field, Key, Reading
from printpress.spec.house import Body, Latin
from printpress.spec.latin_form import FIGURES, FIGURES_TOLD, LATIN
from printpress.spec.names import face_name
from printpress.spec.records import record
from printpress.spec.source import MappingNode, Node
from printpress.spec.values import boolean, choice, integer, length, number
from printpress.units import PT

WIDTHS = ("marks", "quotes", "stops", "interpunct", "solidus", "floor")
"""Classes of marks whose width a record of ``punctuation`` may give."""

STYLES = ("quanjiao", "kaiming", "banjiao", "hangmobanjiao", "cct", "plain")
"""Names of the styles in :mod:`printpress.text.punctuation`."""

_STYLE = choice(*STYLES)
_MARK_WIDTHS = record(
    lambda _, values: {name: width for name, width in values.items() if width},
    *(
        Key(name, number(0.25, 1, "0.75"), Both(en, zh))
        for name, en, zh in zip(
            WIDTHS,
            (
                "Ems of brackets and pauses.",
                "Ems of quotation marks.",
                "Ems of full stops, question and exclamation marks.",
                "Ems of the interpunct.",
                "Ems of the solidus.",
                "Least ems that are left of a mark.",
            ),
            (
                "括号和句内点号的宽度。",
                "引号的宽度。",
                "句号、问号、叹号的宽度。",
                "间隔号的宽度。",
                "分隔号的宽度。",
                "标点挤压后至少剩下的宽度。",
            ),
            strict=True,
        )
    ),
)


def _punctuation_of(node: Node, reading: Reading) -> str | Mapping[str, Fraction]:
    if isinstance(node, MappingNode):
        return _MARK_WIDTHS.read(node, reading)
    return _STYLE.read(node, reading)


_PUNCTUATION: Field[str | Mapping[str, Fraction]] = Field(
    _punctuation_of,
    lambda draft: {"anyOf": [_STYLE.schema(draft), _MARK_WIDTHS.schema(draft)]},
    "quanjiao",
)


def _body_of(_: MappingNode, values: dict[str, Any]) -> Body:
    return Body(**{**values, "latin": values["latin"] or Latin()})


_FONT = Key(
    "font", face_name(), Both("Face of running text.", "正文字体。"), required=True
)
_SIZE = Key(
    "size",
    length(4 * PT, 72 * PT, "小五"),
    Both("Type size of running text.", "正文字号。"),
    required=True,
)
_OTHERS = (
    Key(
        "latin",
        LATIN,
        Both(
            "Face of Latin letters and digits, or their face, size and baseline.",
            "西文和数字的字体，或字体、字号比和基线。",
        ),
    ),
    Key(
        "indent",
        number(0, 10),
        Both(
            "Paragraph indent, ems; narrow columns: see narrow_indent.",
            "段首缩进字数；窄栏见 narrow_indent。",
        ),
        standard="2",
    ),
    Key(
        "narrow_indent",
        number(0, 10),
        Both(
            "The most of it in columns narrower than 12 ems.",
            "栏宽不足十二字时，段首最多缩进的字数。",
        ),
        standard="1",
    ),
    Key(
        "autospace",
        number(0, 1, "0.125"),
        Both("Ems between Han and Latin.", "中西文间距（字宽）。"),
        standard="0.125",
    ),
    Key(
        "autospace_most",
        number(0, 1, "0.25"),
        Both(
            "Ems to which that may grow when a line is filled.",
            "齐行时中西文间距最多可加到的宽度（字宽）。",
        ),
        standard="0.5",
    ),
    Key(
        "prohibition",
        choice("newspaper", "none", "basic", "gb", "strict"),
        Both("What may not begin or end a line.", "避头尾级别。"),
        standard="newspaper",
    ),
    Key(
        "punctuation",
        _PUNCTUATION,
        Both("A style's name, or widths in ems.", "标点样式名，或各类标点的宽度。"),
        standard="quanjiao",
    ),
    Key(
        "short",
        choice("last", "spread"),
        Both(
            "Missing rows: at the last column's foot, or shared.",
            "不足的行：留在末栏（last）或各栏均摊（spread）。",
        ),
        standard="last",
    ),
    Key(
        "uneven",
        integer(0, 2, "1"),
        Both(
            "Rows that a column may end early so that no line stands alone.",
            "为免孤行、小标题落单，一栏可少排的行数。",
        ),
        standard="1",
    ),
    Key(
        "hanging", boolean(), Both("Stops may hang.", "标点可悬挂。"), standard="false"
    ),
    Key("figures", FIGURES, FIGURES_TOLD, standard="natural"),
    Key(
        "hyphenate",
        choice("none", "en_GB", "en_US"),
        Both(
            "Language by whose patterns Western words are parted at line ends.",
            "行末西文单词按哪种语言断开；none 不断。",
        ),
        standard="none",
    ),
    Key(
        "adjust",
        choice("push-in", "push-out"),
        Both(
            "Squeeze a line before a character goes to the next, or never.",
            "push-in 先挤进后推出；push-out 只推出。",
        ),
        standard="push-in",
    ),
)

BODY = record(_body_of, _FONT, _SIZE, *_OTHERS)
"""``body:``."""

BODY_CHANGES = record(
    lambda _, values: MappingProxyType(
        {name: value for name, value in values.items() if value is not None}
    ),
    *(
        replace(key, required=False, standard=None, default=None)
        for key in (_FONT, *_OTHERS)
    ),
    example="{font: kai, punctuation: kaiming}",
)
"""``body:`` of a role: what its stories have otherwise than the house. Size and rows
stay, or columns would no longer meet."""
