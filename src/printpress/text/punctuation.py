"""Classes of characters, and how wide Chinese punctuation is set (标点挤压).

Every character has a class, written as one letter, so that a paragraph's classes are
a string beside its text and the rules of setting are regular expressions over that
string. Three facts about full-width marks drive everything:

* A mark is inked in one half of its em: an opening one on the right, a closing one,
  a pause or a stop on the left, an interpunct in the middle. The rest is blank.
* Blank halves are what setting may take away, never ink, and exactly half an em of it
  (clreq §h-punctuation_adjustment_space).
* Where the ink of a given face really lies is looked up in :mod:`.metrics`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final
from unicodedata import category, east_asian_width

HAN: Final = "H"
"""Han, kana, bopomofo, hangul: a full em, breaks on either side."""
REPEAT: Final = "h"
"""々〻 and their kin: Han that may not begin a line."""
SYMBOL: Final = "Y"
"""Full-width letters, ■ ● →, emoji: set like Han, no gap to Latin."""
FULL_DIGIT: Final = "f"
"""Full-width digits: set like Han, but a number is never divided."""
OPEN: Final = "O"
"""（ 《 【: blank on the left."""
OPEN_QUOTE: Final = "o"
"""“ ‘ 「 『: the same, with a width of their own in some styles."""
CLOSE: Final = "C"
"""） 》 】: blank on the right."""
CLOSE_QUOTE: Final = "c"
"""” ’ 」 』: the same."""
PAUSE: Final = "P"
"""， 、 ； ： (句内点号): blank on the right."""
STOP: Final = "S"
"""。 ．: blank on the right."""
BANG: Final = "B"
"""？ ！: stops which in groups share their ems."""
CENTRED_PAUSE: Final = "p"
"""， 、 ； ： with their ink in the middle (:mod:`.centred`): blank on both sides."""
CENTRED_STOP: Final = "s"
"""。 ． of the same kind."""
WHOLE_BANG: Final = "q"
"""⁇ ⁈ ⁉ ‼, and ？ ！ with their ink in the middle: nothing to take away."""
BANGS: Final = "b"
"""？！ once they are grouped: nothing to take away within a line."""
INTERPUNCT: Final = "I"
"""· and its doubles ‧ • ・ ･: blank on both sides."""
CONNECT: Final = "N"
"""– — ～ ゠: connectors, not adjustable."""
SOLIDUS: Final = "L"
"""／, and / outside Western words."""
DASH: Final = "D"
"""—— and ⸺: two ems, never divided."""
ELLIPSIS: Final = "E"
"""…… and its like: each … one em, pairs never divided."""
LETTER: Final = "A"
"""Latin, Greek and Cyrillic letters."""
DIGIT: Final = "9"
"""European digits."""
SIGN: Final = "X"
"""ASCII signs that belong to the word or number beside them."""
TAIL: Final = "T"
"""ASCII , . ; : ! ? ) ] } and the ∶ of ratios: they belong to what stands before."""
HEAD: Final = "J"
"""ASCII ( [ {: they belong to what follows."""
PREFIX: Final = "R"
"""￥ № ±: they stay with the number behind."""
SUFFIX: Final = "Z"
"""％ ℃ ㎡: they stay with what stands before."""
SIDE_BY_SIDE: Final = "W"
"""Digits and letters that share an em of a vertical line (纵中横)."""
RATE: Final = "%"
"""%: stays with the number before, in its type, and begins no line."""
NOTE: Final = "V"
"""① ②: marks of annotation or of items in a list."""
WIDE_SPACE: Final = "G"
"""U+3000 and other spaces of a fixed width, kept as typed."""
SPACE: Final = "U"
"""White space as typed; between Western words it is their space."""
EXTEND: Final = "x"
"""Combining marks, variation selectors, joiners: part of the character before."""

WESTERN: Final = "A9XTJRZ%"
"""Classes that Western words and numbers are made of."""
HAN_LIKE: Final = "Hh"
"""Classes that keep a distance from Latin letters and digits."""
OPENING: Final = "Oo"
"""Marks with their blank on the left."""
CLOSING: Final = "CcPSB"
"""Marks with their blank on the right."""
POINTS: Final = "PSB"
"""Those of them that close a phrase (点号)."""
CENTRED: Final = "ps"
"""Marks with a blank on both sides, taken away from both alike."""
COUNTED: Final = "HhYfA9W"
"""What counts as a character when a last line must hold two of them; no note mark."""

SLASH: Final = "/"
"""An ASCII slash before its neighbours are known."""
EM_DASH: Final = "M"
"""A U+2014 before it is known to be one of a pair."""

TABLE: Final[Mapping[str, str]] = {
    OPEN: "（［｛〔〈《【〖〘〚｟﹙﹛﹝﹤\u2329",
    OPEN_QUOTE: "“‘「『〝｢",
    CLOSE: "）］｝〕〉》】〗〙〛｠﹚﹜﹞﹥\u232a",
    CLOSE_QUOTE: "”’」』〞〟｣",
    PAUSE: "，、；：､﹐﹑﹔﹕",
    STOP: "。．｡﹒",
    BANG: "？！﹖﹗",
    WHOLE_BANG: "⁇⁈⁉‼",
    INTERPUNCT: "·‧•・･",
    CONNECT: "–～〜－∼゠",
    SOLIDUS: "／",
    SLASH: "/",
    EM_DASH: "—―─",
    DASH: "⸺⸻",
    ELLIPSIS: "…⋯‥․︙",
    REPEAT: "々〻ゝゞヽヾ",
    HAN: "〇〆ー",
    TAIL: ",.;:!?)]}‐∶",
    HEAD: "([{",
    SIGN: "\"#$&'*+-<=>@\\^_`|~«»‹›‑",
    PREFIX: "￥¥￡£＄﹩€№±−≥≤≈",
    RATE: "%",
    FULL_DIGIT: "０１２３４５６７８９",
    SUFFIX: "％﹪‰‱°℃℉′″‴‵￠¢™®©¼½¾¹²³⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
    + "".join(map(chr, range(0x3380, 0x33E0))),
    NOTE: "".join(map(chr, (*range(0x2460, 0x2474), *range(0x2776, 0x2780)))),
    WIDE_SPACE: "\u3000\u2002\u2003\u2009",
}
"""Class → its characters (clreq §h-table_of_chinese_punctuation_marks and the figure
punctuation-adjustment-space-hans; full-width ASCII, small and half-width forms of the
same marks). What is not listed goes by its Unicode properties."""

HALF_FORMS: Final = frozenset("､｡｢｣")
"""Half-width forms: half an em by themselves."""

SPACE_WIDTHS: Final[Mapping[str, Fraction]] = {
    "\u3000": Fraction(1),
    "\u2003": Fraction(1),
    "\u2002": Fraction(1, 2),
    "\u2009": Fraction(1, 5),
}
"""Ems of the fixed spaces."""

DASH_WIDTHS: Final[Mapping[str, Fraction]] = {
    "–": Fraction(1, 2),
    **dict.fromkeys("—―─", Fraction(1)),
    "⸺": Fraction(2),
    "⸻": Fraction(3),
}
"""Ems of dashes, whatever a face says (clreq §h-table_of_chinese_punctuation_marks)."""


_MODIFIES: Final = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff\U0001f3fb-\U0001f3ff]")
"""Hangul jamo behind the first of their syllable, and skin tones (UAX #29)."""
_COMBINING: Final = frozenset({"Mn", "Me", "Mc", "Cf", "Cc"})
_WRITING: Final = frozenset({"Lo", "Lm", "Nl", "Cn"})
"""General categories of wide characters that are script; Cn are Han yet to come."""
_LATIN_END: Final = "\u0250"


class _Classes(dict[int, str]):
    """Code point → class, filled on first use; made for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _by_properties(chr(code))
        return found


def _by_properties(char: str) -> str:
    """The class of a character that the table does not list."""
    kind, width = category(char), east_asian_width(char)
    if char.isspace():
        return SPACE
    if kind in _COMBINING or _MODIFIES.match(char):
        return EXTEND
    if width in {"W", "F"}:
        return HAN if width == "W" and kind in _WRITING else SYMBOL
    if kind[0] == "L" or kind == "Nd":
        return LETTER if kind[0] == "L" else DIGIT
    return SIGN if char < _LATIN_END and width in {"N", "Na"} else SYMBOL


CLASSES: Final[Mapping[int, str]] = _Classes(
    {ord(char): name for name, chars in TABLE.items() for char in chars}
)
"""Code point → class, as the character stands by itself."""


def invisible(char: str) -> bool:
    """Whether a character shows nothing by itself, so that no face need have it.

    >>> invisible("\u200d"), invisible("\ufe0f"), invisible("\u0301")
    (True, True, False)
    """
    return (
        category(char) in {"Cf", "Cc"}
        or "\ufe00" <= char <= "\ufe0f"
        or "\U000e0100" <= char <= "\U000e01ef"
    )


@dataclass(frozen=True, slots=True)
class Punctuation:
    """A style of setting Chinese marks: widths in ems, and what may be taken away.

    A mark never becomes narrower than its ink's half: ``floor``.
    """

    marks: Fraction = Fraction(1)
    """Brackets and pauses, and what follows has no width of its own."""
    quotes: Fraction | None = None
    """“ ” ‘ ’ 「 」 『 』; None: as ``marks``."""
    stops: Fraction | None = None
    """。 ． ？ ！; None: as ``marks``."""
    interpunct: Fraction | None = None
    """·; None: as ``marks`` (GB/T 15834 would have it half an em)."""
    solidus: Fraction = Fraction(1)
    """／ (GB/T 15834 would have it half an em)."""
    floor: Fraction = Fraction(1, 2)
    """What remains of a mark that gives up its blank."""
    pairs: bool = True
    """Marks side by side share their blank (clreq
    §h-adjustment_of_adjacent_punctuation_marks), ？！ an em
    (clreq §exclamatory_question_marks)."""
    line_start: bool = True
    """An opening mark at a line's start loses its blank (clreq
    §h-compression_of_punctuation_marks_at_line_start)."""
    paragraph_start: bool = True
    """The same after a paragraph's indent."""
    line_end: bool = True
    """A mark at a line's end loses its blank (GB/T 15834-2011 5.1.10)."""
    inner: bool = True
    """Marks within a line may give up their blank to let another in."""
    hugs: Fraction | None = None
    """Ems of blank that pauses and stops keep before their ink at most, so that they
    stand close to what they close; None: as their face has it."""
    squeeze_stops: bool = True
    """So may 。 ？ ！, last of all; many styles forbid it (clreq
    §procedures_for_inter-character_spacing_reduction, step 7)."""

    def width(self, kind: str) -> Fraction | None:
        """Ems of a mark of that class; None where the face decides.

        >>> QUANJIAO.width(PAUSE), HEADLINE.width(STOP), QUANJIAO.width(LETTER)
        (Fraction(1, 1), Fraction(1, 2), None)
        """

        def or_marks(width: Fraction | None) -> Fraction:
            return self.marks if width is None else width

        return {
            **dict.fromkeys("OCP", self.marks),
            **dict.fromkeys("oc", or_marks(self.quotes)),
            **dict.fromkeys("SB", or_marks(self.stops)),
            INTERPUNCT: or_marks(self.interpunct),
            SOLIDUS: self.solidus,
            **dict.fromkeys("bqEN", Fraction(1)),
        }.get(kind)

    @classmethod
    def of(cls, widths: Mapping[str, Fraction]) -> "Punctuation":
        """The full-width style with some widths of its own, by their names here.

        ``ValueError`` for a name that is none.

        >>> Punctuation.of({"marks": Fraction(3, 4)}).width(STOP)
        Fraction(3, 4)
        """
        names = ("marks", "quotes", "stops", "interpunct", "solidus", "floor")
        unknown = sorted(widths.keys() - set(names))
        if unknown:
            raise ValueError(f"{unknown[0]!r} is not a width of marks: {names}")
        return cls(
            marks=widths.get("marks", Fraction(1)),
            quotes=widths.get("quotes"),
            stops=widths.get("stops"),
            interpunct=widths.get("interpunct"),
            solidus=widths.get("solidus", Fraction(1)),
            floor=widths.get("floor", Fraction(1, 2)),
        )


QUANJIAO: Final = Punctuation()
"""全角式: a mark is an em wide, a pair one and a half, half an em at line edges."""

HEADLINE: Final = Punctuation(
    marks=Fraction(1, 2), quotes=Fraction(1, 2), hugs=Fraction(1, 20)
)
"""Marks half an em wide, as headlines have them: a blank half at 40 pt is a hole. A
black face draws ， in the middle of that half, which at such a size would stand off
from its own phrase and lean on the next one."""


def unsqueezed(style: Punctuation) -> Punctuation:
    """The style without any adjustment: each mark keeps its full width everywhere."""
    return replace(
        style,
        pairs=False,
        line_start=False,
        paragraph_start=False,
        line_end=False,
        inner=False,
    )


_HALF: Final = Fraction(1, 2)

STYLES: Final[Mapping[str, Punctuation]] = {
    "quanjiao": QUANJIAO,
    "kaiming": Punctuation(_HALF, stops=Fraction(1), solidus=_HALF),
    "banjiao": Punctuation(_HALF, solidus=_HALF),
    "hangmobanjiao": Punctuation(pairs=False, inner=False),
    "cct": Punctuation(Fraction(7, 10)),
    "plain": unsqueezed(QUANJIAO),
}
"""Styles that a house may name, after those of xeCJK (xeCJK.dtx, PunctStyle):

* quanjiao 全角式: see above; an opening mark and a closing one behind it keep all
* kaiming 开明式: 。 ． ？ ！ an em wide, every other mark half an em
* banjiao 半角式: every mark half an em
* hangmobanjiao 行末半角式: an em each, in pairs too, but half an em at line edges
* cct: seven tenths of an em, a pair of brackets 1.2
* plain: an em each, everywhere (customary in Taiwan)

— ～ … and ⁉ have no blank that could go, and keep their ems in all of them."""


def style_named(name: str) -> Punctuation:
    """The style of that name; ``ValueError`` names the styles there are.

    >>> style_named("quanjiao") is QUANJIAO
    True
    """
    if name not in STYLES:
        raise ValueError(f"{name!r} is not a style of punctuation: {', '.join(STYLES)}")
    return STYLES[name]


LOSES_RIGHT: Final = re.compile(
    "[CcPSBps](?=[Cc])"  # 。” 》」: the mark before a closing bracket
    "|[Cc](?=[PSBbIGpsq])"  # ”， 》·
)
"""A mark whose right blank goes because of what follows. One of the two is always a
bracket or a quotation mark; 。， by themselves are left alone. A centred mark
keeps its left blank."""

LOSES_LEFT: Final = re.compile("(?<=[OoCcPSBbIGpsq])[Oo]")
"""An opening mark whose left blank goes because of what stands before: （《 ”“ ：“.
Brackets so stay close to what they hold."""

BANG_GROUP: Final = re.compile("B{2,}")
"""？！ and its like: two marks share one em, three two (GB/T 15834-2011)."""
