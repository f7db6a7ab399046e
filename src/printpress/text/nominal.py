"""The text engine by itself, with widths that need no font.

Han and full-width marks are an em wide, ASCII half an em: so rules can be tried, and
other tools can ask where a line would end. Lengths are ems here, in and out; what
comes out is a :class:`~fractions.Fraction`, so that advances sum to a measure exactly.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Final, TypedDict, Unpack
from unicodedata import east_asian_width

from printpress.fonts.face import Shaped
from printpress.text.breaker import Rules, greedy
from printpress.text.centred import CENTRED_KINDS
from printpress.text.classify import classify
from printpress.text.faces import FaceLike
from printpress.text.itemize import itemize
from printpress.text.items import HELD, Items
from printpress.text.justify import justified
from printpress.text.punctuation import (
    CLASSES,
    EXTEND,
    SPACE_WIDTHS,
    WESTERN,
    Punctuation,
    style_named,
    unsqueezed,
)
from printpress.text.setting import Paragraph, Run, Setting
from printpress.text.total_fit import total_fit

EM: Final = lcm(*range(1, 65)) * 10_000
"""EMU in the em of this model: whatever number of gaps shares out whatever decimal
fraction of an em, the parts are whole."""

Ems = int | float | Fraction
"""A number of ems."""

_WIDE_SIGNS: Final = frozenset("￥￡＄％﹪￠‰‱℃℉№") | frozenset(
    map(chr, range(0x3380, 0x33E0))
)


@dataclass(frozen=True, slots=True)
class NominalFace:
    """A face of round widths that has every character."""

    name: str = "nominal"
    """What it is called."""
    upem: int = 8
    """Units in an em."""
    centred: bool = False
    """Whether ，。、：；？！ are inked in the middle of their em."""

    @property
    def vertical(self) -> "NominalVertical":
        """The same in vertical lines."""
        return NominalVertical(self)

    def glyph(self, char: str) -> int:
        """A number for the character."""
        return ord(char[0]) + 1

    def advance(self, gid: int) -> int:
        """An em, or half of one for what is narrow."""
        char = chr(gid - 1)
        kind = CLASSES[gid - 1]
        if kind == EXTEND:
            return 0
        if char in SPACE_WIDTHS or char in _WIDE_SIGNS:
            return 8
        if kind in WESTERN + "U/":
            return 4
        return 4 if east_asian_width(char) in {"Na", "H"} else 8

    def ink(self, gid: int) -> tuple[int, int]:
        """None but in centred marks: all others stay where their class puts them."""
        return (3, 5) if self.centred and CLASSES[gid - 1] in CENTRED_KINDS else (0, 0)

    def even_digit(self, digit: str) -> int:
        """Its digits are even as they are."""
        return self.glyph(digit)

    def shape(self, text: str) -> tuple[Shaped, ...]:
        """A glyph each; what combines goes with the character before."""
        shaped: list[Shaped] = []
        for char, kind in zip(text, classify(text), strict=True):
            gid = self.glyph(char)
            advance = self.advance(gid)
            if shaped and kind == EXTEND:
                last = shaped[-1]
                shaped[-1] = Shaped(last.gid, last.text + char, last.advance, 0)
            else:
                shaped.append(Shaped(gid, char, advance, 0))
        return tuple(shaped)


@dataclass(frozen=True, slots=True)
class NominalVertical:
    """That face where lines run down: every character an em, with a form of its own."""

    across: NominalFace
    """The face."""

    def glyph(self, char: str) -> int:
        """The character's number."""
        return self.across.glyph(char)

    def has_form(self, char: str) -> bool:
        """It has all forms."""
        return bool(char)

    def advance(self, gid: int) -> int:
        """An em, but nothing for what combines."""
        return self.across.upem if self.across.advance(gid) else 0

    def origin(self, gid: int) -> tuple[int, int]:
        """The middle of the em box's top."""
        return (self.across.advance(gid) // 2, self.across.upem)

    def ink(self, gid: int) -> tuple[int, int]:
        """None, as across."""
        return self.across.ink(gid)

    def ink_across(self, gid: int) -> tuple[int, int]:
        """None."""
        return self.across.ink(gid)

    def shape(self, text: str) -> tuple[Shaped, ...]:
        """A glyph each; what combines goes with the character before."""
        return tuple(
            Shaped(glyph.gid, glyph.text, self.advance(glyph.gid), 0)
            for glyph in self.across.shape(text)
        )


@dataclass(frozen=True, slots=True)
class OneFace:
    """A library of one face, which serves for every name."""

    only: FaceLike
    """The face."""

    def face(self, name: str) -> FaceLike:
        """That face."""
        del name
        return self.only

    def serving(self, char: str, first: str) -> FaceLike | None:
        """That face, if it has the character."""
        del first
        return self.only if self.only.glyph(char) else None


class Options(TypedDict, total=False):
    """How :func:`break_lines` and its like set the text; all of it may be left out."""

    prohibition: str
    """``none``, ``basic``, ``gb``, ``newspaper`` (the default) or ``strict``."""
    punctuation: str | Mapping[str, Ems] | Punctuation
    """A style's name, ``quanjiao`` by default, or widths such as
    ``{"marks": 0.75, "quotes": 0.5}``."""
    squeeze: bool
    """Whether marks may give up blanks: in pairs, at line edges, to let one in."""
    autospace: Ems
    """Between Han and Latin; a quarter of an em by default."""
    indent: Ems
    """Before the first line."""
    orphan: bool
    """Whether the last line must hold two characters; not so by default."""
    hanging: bool
    """Whether a pause or stop may hang past a line's end; not so by default."""
    adjust: str
    """``push-in`` (and then out), the default, or ``push-out`` only."""
    vertical: bool
    """Whether the lines run down; not so by default."""
    widths: Mapping[str, Ems] | None
    """Characters with a width of their own."""
    centred: bool
    """Whether ，。、：；？！ are inked in the middle of their em, as in Hong Kong and
    Taiwan; not so by default."""
    face: FaceLike | None
    """A face to measure with instead: where its marks are inked it tells itself."""
    method: str
    """``greedy`` (the default: the reference of the vectors) or ``total-fit``."""


METHODS: Final = {"greedy": greedy, "total-fit": total_fit}
"""Name → breaker."""

_KNOWN: Final = frozenset(Options.__annotations__)


def _ems(number: Ems) -> Fraction:
    """The number of ems that its decimal notation means."""
    return number if isinstance(number, Fraction) else Fraction(str(number))


def _style(options: Options) -> Punctuation:
    wanted = options.get("punctuation", "quanjiao")
    if isinstance(wanted, str):
        style = style_named(wanted)
    elif isinstance(wanted, Punctuation):
        style = wanted
    else:
        style = Punctuation.of({key: _ems(width) for key, width in wanted.items()})
    return style if options.get("squeeze", True) else unsqueezed(style)


def _items(text: str, options: Options) -> tuple[Items, Rules]:
    """The columns of a text, and the breaker's rules."""
    unknown = options.keys() - _KNOWN
    if unknown:
        raise TypeError(f"there is no option {', '.join(sorted(unknown))}")
    setting = Setting(
        size=EM,
        autospace=_ems(options.get("autospace", Fraction(1, 4))),
        prohibition=options.get("prohibition", "newspaper"),
        punctuation=_style(options),
        vertical=options.get("vertical", False),
        widths=tuple(
            (char, _ems(width)) for char, width in (options.get("widths") or {}).items()
        ),
    )
    nominal = NominalFace(centred=options.get("centred", False))
    library = OneFace(options.get("face") or nominal)
    items, _ = itemize(Paragraph((Run(text, "nominal"),), setting), library)
    squeezes = options.get("adjust", "push-in") == "push-in"
    return items, Rules(
        squeezes, options.get("hanging", False), options.get("orphan", False)
    )


def break_lines(text: str, measure_em: Ems, **options: Unpack[Options]) -> list[str]:
    """The text of each line, in a measure of so many ems.

    White space goes where setting replaces it: between Chinese characters, between Han
    and Latin, at line ends. ``ValueError`` or ``TypeError`` for unknown options.

    >>> break_lines("一二三四五六，七八", 6)
    ['一二三四五', '六，七八']
    >>> break_lines("一，二三四五，六七", 6)  # squeezed in rather than pushed out
    ['一，二三四五，', '六七']
    """
    items, rules = _items(text, options)
    measure = round(_ems(measure_em) * EM)
    indent = round(_ems(options.get("indent", 0)) * EM)
    method = options.get("method", "greedy")
    if method not in METHODS:
        raise ValueError(f"no method {method!r}: there are {', '.join(METHODS)}")
    cuts = METHODS[method](items, lambda line: measure - (0 if line else indent), rules)
    return [
        "".join(items.texts[cut.start : items.ink_end(cut.start, cut.end)])
        for cut in cuts
    ]


def natural_width(text: str, **options: Unpack[Options]) -> Fraction:
    """Ems that the text takes within a line, its adjacent marks squeezed.

    >>> natural_width("字。”字")
    Fraction(7, 2)
    """
    items, _ = _items(text, options)
    return Fraction(items.sums[-1], EM)


def set_line(
    text: str, measure_em: Ems, **options: Unpack[Options]
) -> tuple[tuple[str, Fraction, Fraction], ...]:
    """The text as one full line: each unit, its advance, and where its ink goes.

    Gaps trail the unit on their left, and the advances sum to the measure, unless
    nothing in the line gives way. The last number is what a glyph is moved by when its
    mark lost blank on its left.

    >>> [(unit, float(advance)) for unit, advance, _ in set_line("一二ab三四", 5.75)]
    [('一', 1.0), ('二', 1.375), ('ab', 1.375), ('三', 1.0), ('四', 1.0)]
    """
    items, _ = _items(text, options)
    end = items.ink_end(0, items.rows)
    if not end:
        return ()
    line, _ = justified(items, 0, end, round(_ems(measure_em) * EM))
    starts = [row for row in range(end) if items.joints[row] >= HELD or row == 0]
    units = []
    for start, after in zip(starts, [*starts[1:], end], strict=True):
        advance = Fraction(sum(line.advances[start:after]), EM)
        unit = "".join(items.texts[start:after])
        units.append((unit, advance, Fraction(line.shifts[start], EM)))
    return tuple(units)
