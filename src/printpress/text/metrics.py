"""What a face gives at one size: glyphs, widths, and where a mark's ink goes.

Full-width punctuation is decided by class, not by the face: WenKai's “ ” are 0.35 em
wide and Noto Serif's · 0.33, as Latin text wants them, and a Chinese line needs whole
cells. So a mark gets the cell of its style, and its glyph is moved until the ink lies
in the proper half of it. A Han character has the advance that its face says.

In a face that draws ，。、 in the middle of their em, marks stay there:
:mod:`.centred`.

One table serves a face at a size; it fills on first use, so that a paragraph is looked
up in one ``map``.
"""

import re
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import chain
from typing import Final, NamedTuple
from unicodedata import category, normalize

from printpress.geometry import Way
from printpress.text.centred import CENTRED_KINDS, TELLING, centred_kind, in_middle
from printpress.text.faces import FaceLike
from printpress.text.punctuation import (
    CLASSES,
    CLOSING,
    CONNECT,
    DASH,
    DASH_WIDTHS,
    ELLIPSIS,
    EM_DASH,
    EXTEND,
    HALF_FORMS,
    HAN,
    INTERPUNCT,
    OPENING,
    POINTS,
    SLASH,
    SOLIDUS,
    SPACE_WIDTHS,
    WHOLE_BANG,
    Punctuation,
    invisible,
)
from printpress.units import scaled

LACKING: Final = -1
"""In place of a glyph: no face has the character."""

PROPER: Final = Fraction(1, 5)
"""Ems by which a mark's ink may be off the middle of its half before it is moved
there. Measured on the committed faces: those made for Chinese are off by at most
0.13, the brush face's centred marks by 0.25."""

_QUOTES: Final = frozenset("“”‘’")
_CENTRED: Final = frozenset(
    {INTERPUNCT, CONNECT, ELLIPSIS, WHOLE_BANG, SOLIDUS, DASH, EM_DASH}
)
_TWO_EM_DASH: Final = "⸺"
OVERLAP: Final = 64
"""Two dashes of a pair overlap by this part of an em: less would show as a seam where
their edges are smoothed."""
_ACCENT: Final = "[\u0300-\u036f\u20d0-\u20ff\ufe0e\ufe0f]"
_DIGIT: Final = re.compile(f"[0-9](?!{_ACCENT})")
_EVEN_PARTS: Final = re.compile(f"[0-9](?!{_ACCENT})|(?:[^0-9]|[0-9](?={_ACCENT}))+")


class Cell(NamedTuple):
    """How one character is set."""

    gid: int
    """Its glyph, or ``LACKING``."""
    width: int
    """What it takes of the line."""
    shift: int
    """From the start of that to the glyph's origin."""


class Shapes(NamedTuple):
    """A shaped word as columns, one row a glyph."""

    gids: tuple[int, ...]
    """Glyphs."""
    texts: tuple[str, ...]
    """What each stands for."""
    widths: tuple[int, ...]
    """What each takes of the line."""
    shifts: tuple[int, ...]
    """From there to the glyph's origin."""


class Metrics(dict[str, Cell]):
    """Character → cell, for one face at one size in one style; filled on first use."""

    way: Way = "across"
    """How its glyphs stand on their line."""
    rise: int = 0
    """What it adds to a run's rise."""

    def __init__(
        self,
        face: FaceLike,
        size: int,
        style: Punctuation,
        widths: tuple[tuple[str, Fraction], ...] = (),
        *,
        even: bool = False,
    ) -> None:
        super().__init__()
        self.face = face
        """Whose glyphs they are."""
        self.size = size
        """One em."""
        self.style = style
        """Its widths of marks."""
        self.widths = widths
        """Characters with a width of their own."""
        self._given = dict(widths)
        han = style.width(HAN)
        self._han = None if han is None else self._emu(han)
        self._shaped: dict[str, Shapes] = {}
        self.centred: dict[str, str] = {}
        """Marks looked up so far whose ink is in the middle of their em → class."""
        self._even = even

    def other(self, face: FaceLike) -> "Metrics":
        """The same table of another face."""
        return metrics(face, self.size, self.style, self.widths)

    def __missing__(self, char: str) -> Cell:
        cell = self[char] = self._cell(char)
        return cell

    def _cell(self, char: str) -> Cell:
        width = self._prescribed(char)
        gid = self.face.glyph(char)
        if not gid:
            blank = 0 if invisible(char) else self.size
            return Cell(LACKING, blank if width is None else width, 0)
        kind = CLASSES[ord(char[0])]
        if kind == SOLIDUS and width is not None and width < self._ink_width(gid):
            gid = self.face.glyph(SLASH) or gid  # a full-width one is too slanted
        advance = self._scaled(self.face.advance(gid))
        if width is None:
            return Cell(gid, advance, 0)
        if kind in CENTRED_KINDS and self.centres_marks:
            ink, upem = self.face.ink(gid), self.face.upem
            if in_middle(ink, upem):
                self.centred[char] = centred_kind(kind, ink, upem)
                return Cell(gid, width, (width - advance) // 2)
        return Cell(gid, width, self._shift(kind, gid, advance, width))

    def _ink_width(self, gid: int) -> int:
        left, right = self.face.ink(gid)
        return self._scaled(right - left)

    @cached_property
    def centres_marks(self) -> bool:
        """Whether the face draws its commas and stops in the middle of their em."""
        face = self.face
        gids = [face.glyph(mark) for mark in TELLING]
        return all(gid and in_middle(face.ink(gid), face.upem) for gid in gids)

    def kinds(self, text: str, kinds: str) -> str:
        """The classes of characters looked up before, those of centred marks their own.

        Plain copy in a face of the mainland is given back as it is.
        """
        if not self.centred:
            return kinds
        return "".join(map(self.centred.get, text, kinds))

    def _prescribed(self, char: str) -> int | None:
        """The width of a character in EMU; None where the face decides."""
        if char in self._given:
            return self._emu(self._given[char])
        kind = CLASSES[ord(char[0])]
        if kind == HAN:  # nearly all of them
            return self._han
        ems = self._ems(char)
        return None if ems is None else self._emu(ems)

    def _ems(self, char: str) -> Fraction | None:
        """The width that class or style prescribe; None where the face decides."""
        if char in HALF_FORMS:
            return Fraction(1, 2)
        if char == SLASH:
            return None
        own = DASH_WIDTHS.get(char) or SPACE_WIDTHS.get(char)
        return own or self.style.width(CLASSES[ord(char[0])])

    def _shift(self, kind: str, gid: int, advance: int, width: int) -> int:
        """Where the glyph's origin goes in a cell, so that its ink is where it should.

        A glyph made for its half keeps its designer's place there; another one, a
        Latin or a centred one, is moved to the middle of the half.
        """
        left, right = (self._scaled(edge) for edge in self.face.ink(gid))
        middle, quarter = (left + right) // 2, self.size // 4
        if kind in OPENING:
            kept, wanted = width - self.size, width - quarter
        elif kind in CLOSING:
            kept, wanted = 0, quarter
        elif kind in _CENTRED:
            return 0 if advance == width or left == right else width // 2 - middle
        else:
            return 0
        astray = abs(kept + middle - wanted) > PROPER * self.size
        moves = left < right and (astray or advance != self.size)
        shift = wanted - middle if moves else kept
        if kind in POINTS and self.style.hugs is not None and left < right:
            shift = min(shift, round(self.style.hugs * self.size) - left)
        sticks_out = width < self.size and (shift + left < 0 or shift + right > width)
        return width // 2 - middle if left < right and sticks_out else shift

    def shape(self, text: str) -> Shapes:
        """The glyphs of a word, a dash or a cluster; the face has all of them."""
        found = self._shaped.get(text)
        if found is None:
            found = self._shaped[text] = self._shape(text)
        return found

    def has(self, text: str) -> bool:
        """Whether the face can set all of a text.

        What is invisible need not be had; shaping composes a letter with its accent.
        """
        if all(self[char].gid != LACKING or invisible(char) for char in text):
            return True
        composed = normalize("NFC", text)
        return composed != text and self.has(composed)

    def _shape(self, text: str) -> Shapes:
        if self._even and _DIGIT.search(text) and not any(map(self._dropped, text)):
            return self._with_even_digits(text)
        drawn = "".join(char for char in text if not self._dropped(char))
        glyphs = self.face.shape(drawn)
        if len(glyphs) > 1 and drawn == "——" and self[_TWO_EM_DASH].gid != LACKING:
            return self.shape(_TWO_EM_DASH)._replace(texts=(text,))
        texts = [glyph.text for glyph in glyphs]
        if drawn != text:
            texts = self._with_dropped(text, texts)
        if self._has_cells(text):
            return self._in_cells([glyph.gid for glyph in glyphs], texts)
        widths = [self._scaled(glyph.advance) for glyph in glyphs]
        shifts = [self._scaled(glyph.x_offset) for glyph in glyphs]
        gids = tuple(glyph.gid for glyph in glyphs)
        for at, source in enumerate(texts):
            if source in _QUOTES and widths[at] > self.size // 2:
                widths[at], shifts[at] = self._narrow(gids[at])
        return Shapes(gids, tuple(texts), tuple(widths), tuple(shifts))

    def _with_even_digits(self, text: str) -> Shapes:
        """A number whose digits all take the same, without kerning beside them."""
        parts = []
        for match in _EVEN_PARTS.finditer(text):
            part = match[0]
            parts.append(
                self._even_cell(part) if _DIGIT.fullmatch(part) else self.shape(part)
            )
        columns = zip(*parts, strict=True)
        return Shapes(*(tuple(chain.from_iterable(column)) for column in columns))

    def _even_cell(self, digit: str) -> Shapes:
        """A digit in the middle of a cell as wide as the widest digit."""
        gid = self.face.even_digit(digit)
        widest = max(
            self.face.advance(self.face.even_digit(other)) for other in "0123456789"
        )
        width = self._scaled(widest)
        shift = (width - self._scaled(self.face.advance(gid))) // 2
        return Shapes((gid,), (digit,), (width,), (shift,))

    def _has_cells(self, text: str) -> bool:
        """Whether widths are prescribed rather than shaped: not in a Western word."""
        if any(char in self._given for char in text):
            return True
        if text[0] in _QUOTES:  # a Chinese one is shaped only with its selector
            return len(text) > 1 and all(CLASSES[ord(c)] == EXTEND for c in text[1:])
        return self._ems(text[0]) is not None

    def _narrow(self, gid: int) -> tuple[int, int]:
        """Width and shift of a full-width quotation mark in a Western word.

        Faces of Chinese have no narrow one: it takes its ink and a little air.
        """
        left, right = (self._scaled(edge) for edge in self.face.ink(gid))
        if left == right:
            return self.size // 2, 0
        air = self.size // 16
        return right - left + 2 * air, air - left

    def _dropped(self, char: str) -> bool:
        """Whether shaping would find no glyph: controls, and joiners unknown to it."""
        selects = category(char) == "Mn"  # a variation selector, for HarfBuzz to apply
        return self[char].gid == LACKING and invisible(char) and not selects

    def _with_dropped(self, text: str, texts: list[str]) -> list[str]:
        """The sources of glyphs, with what is not drawn beside what stands before."""
        owners = [at for at, source in enumerate(texts) for _ in source]
        whole, drawn = [""] * len(texts), 0
        for char in text:
            dropped = self._dropped(char)
            whole[owners[max(0, drawn - dropped)]] += char
            drawn += not dropped
        return whole

    def _in_cells(self, gids: list[int], texts: list[str]) -> Shapes:
        """Dashes and ellipses: every character its whole cell, whatever the face."""
        widths, shifts = [], []
        for gid, source in zip(gids, texts, strict=True):
            advance = self._scaled(self.face.advance(gid))
            cells = (char for char in source if CLASSES[ord(char)] != EXTEND)
            width = sum(self[char].width for char in cells)
            widths.append(width)
            shifts.append(self._shift(DASH, gid, advance, width) if width else 0)
        if CLASSES[ord(texts[0][0])] == EM_DASH:
            self._join(gids, widths, shifts)
        return Shapes(tuple(gids), tuple(texts), tuple(widths), tuple(shifts))

    def _join(self, gids: list[int], widths: list[int], shifts: list[int]) -> None:
        """Moves the dashes of a pair towards each other until their strokes meet."""
        for at in range(1, len(gids)):
            _, right = self.face.ink(gids[at - 1])
            left, _ = self.face.ink(gids[at])
            before = widths[at - 1] - shifts[at - 1] - self._scaled(right)
            gap = before + shifts[at] + self._scaled(left) + self.size // OVERLAP
            if left < right and gap > 0:
                shifts[at - 1] += gap // 2
                shifts[at] -= gap - gap // 2

    def _emu(self, ems: Fraction) -> int:
        return round(ems * self.size)

    def _scaled(self, upem_units: int) -> int:
        return scaled(upem_units, self.size, self.face.upem)


@lru_cache(maxsize=256)
def metrics(
    face: FaceLike,
    size: int,
    style: Punctuation,
    widths: tuple[tuple[str, Fraction], ...] = (),
    *,
    even: bool = False,
) -> Metrics:
    """The table of a face at a size in a style; the same one every time."""
    return Metrics(face, size, style, widths, even=even)
