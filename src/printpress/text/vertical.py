"""What a face gives to a vertical line: the tables of :mod:`.metrics`, set on end.

Widths run down here. A mark's cell is a share of the em as it is across, and its blank
is above or below: brackets hug their words, ，。、 leave their lower half. Quotation
marks are drawn as those of vertical text, “ ” as 『 』 and ‘ ’ as 「 」 (clreq
§h-quotation_marks, GB/T 15834-2011 5.2), and still read as they were written. A face
without ``vert`` forms has its brackets and dashes turned, and its pauses moved to the
upper right of their cells, by hand.

Rises are counted from the middle of the line, to the right.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from printpress.geometry import Way, above_baseline, below_middle
from printpress.text.centred import TELLING, in_middle
from printpress.text.faces import FaceLike, ShapedGlyph, VerticalLike
from printpress.text.metrics import LACKING, Cell, Metrics
from printpress.text.punctuation import CLASSES, Punctuation
from printpress.text.standing import FIXED
from printpress.units import scaled

QUOTES: Final = {"“": "『", "”": "』", "‘": "「", "’": "」"}
"""Quotation marks → those of vertical lines."""

_STROKES: Final = "DENM"
"""Classes of marks that are drawn along the middle of the line."""
_BRACKETS: Final = "OoCc"
"""Classes of marks that lie along it as they are."""
_LONG: Final = "ー〜｜"
"""Others that are drawn along the middle."""
_MOVED: Final = "，。、．"
"""Marks that stand at the upper right of their cell."""
_UNSTRETCHED: Final = 1000
_AIR: Final = 140
"""Thousandths of an em below such a mark's ink in a heading: less, and a comma whose
cell is half an em hangs on to the character that follows its phrase."""

Widths = tuple[tuple[str, Fraction], ...]


def _strokes(char: str) -> bool:
    return CLASSES[ord(char[0])] in _STROKES or char in _LONG


def _needs_form(char: str) -> bool:
    """Whether a character stands otherwise in vertical lines than across."""
    return _strokes(char) or CLASSES[ord(char[0])] in _BRACKETS or char in _MOVED


@dataclass(frozen=True)
class _Quoted:
    """A face with the quotation marks of vertical lines, as :class:`.Metrics` asks."""

    face: FaceLike
    """Whose glyphs they are."""

    @property
    def name(self) -> str:
        """What ``fonts.yaml`` calls it."""
        return self.face.name

    @property
    def upem(self) -> int:
        """Units in an em."""
        return self.face.upem

    @property
    def vertical(self) -> VerticalLike:
        """The face in vertical lines."""
        return self.face.vertical

    def glyph(self, char: str) -> int:
        """The glyph; 0 where the face lacks it."""
        return self.face.glyph(QUOTES.get(char, char))

    def even_digit(self, digit: str) -> int:
        """The glyph of a digit."""
        return self.face.even_digit(digit)

    def advance(self, gid: int) -> int:
        """How far it moves the pen."""
        return self.face.advance(gid)

    def ink(self, gid: int) -> tuple[int, int]:
        """Where its ink begins and ends."""
        return self.face.ink(gid)

    def shape(self, text: str) -> Sequence[ShapedGlyph]:
        """The glyphs of a run of text."""
        return self.face.shape(text)


@dataclass(frozen=True)
class _Hung(_Quoted):
    """A face's upright glyphs."""

    formless: bool = False
    """Whether marks that lack a form of their own are given as they are."""

    def glyph(self, char: str) -> int:
        """The glyph; 0 where it must be turned or moved by hand."""
        char = QUOTES.get(char, char)
        down = self.face.vertical
        if not self.formless and _needs_form(char) and not down.has_form(char):
            return down.glyph(char) if char in _MOVED and self._centres_marks else 0
        return down.glyph(char)

    @property
    def _centres_marks(self) -> bool:
        """Whether its pauses stand in the middle of their em, whatever the line."""
        inks = [self.face.ink(self.face.glyph(mark)) for mark in TELLING]
        return all(in_middle(ink, self.upem) for ink in inks)

    def advance(self, gid: int) -> int:
        """How far down it moves the pen."""
        return self.face.vertical.advance(gid)

    def ink(self, gid: int) -> tuple[int, int]:
        """Where its ink begins and ends below its origin."""
        return self.face.vertical.ink(gid)

    def shape(self, text: str) -> Sequence[ShapedGlyph]:
        """The glyphs of a run of text."""
        return self.face.vertical.shape(text)


class Down(Metrics):
    """Characters that stand upright one below the other."""

    way: Way = "down"

    def __init__(
        self, face: FaceLike, size: int, style: Punctuation, widths: Widths
    ) -> None:
        super().__init__(_Hung(face), size, style, widths)
        self._across = face

    def other(self, face: FaceLike) -> "Metrics":
        """The same table of another face."""
        return down(face, self.size, self.style, self.widths)

    def by_hand(self, char: str) -> "Metrics | None":
        """The table of a mark that the face has in its form for lines across only."""
        if not _needs_form(char):
            return None
        table = _by_hand(self._across, self.size, self.style, self.widths, char)
        return None if table[char].gid == LACKING else table

    def _cell(self, char: str) -> Cell:
        if char not in FIXED or char in self._given:
            return _aired(self, char, super()._cell(char))
        gid = self.face.glyph(char)
        return Cell(gid or LACKING, self.size, 0)


def _aired(table: Metrics, char: str, cell: Cell) -> Cell:
    """The cell, long enough for air below a mark that keeps close to what it closes."""
    if char not in _MOVED or table.style.hugs is None or cell.gid == LACKING:
        return cell
    foot = scaled(table.face.ink(cell.gid)[1], table.size, table.face.upem)
    least = cell.shift + foot + table.size * _AIR // 1000
    return cell._replace(width=max(cell.width, least))


class Turned(Metrics):
    """Words that lie on their side, their letters' heads to the right."""

    way: Way = "turned"

    def __init__(  # noqa: PLR0913 - a table's keys
        self,
        face: FaceLike,
        size: int,
        style: Punctuation,
        widths: Widths,
        *,
        even: bool,
        em: int,
    ) -> None:
        super().__init__(face, size, style, widths, even=even)
        self._em = em
        self.rise = -below_middle(em)

    def other(self, face: FaceLike) -> "Metrics":
        """The same table of another face."""
        return turned(face, self.size, self.style, self.widths, em=self._em)


class _ByHand(Metrics):
    """One mark for which a face has no vertical form."""

    def __init__(
        self,
        face: FaceLike,
        size: int,
        style: Punctuation,
        widths: Widths,
        char: str,
    ) -> None:
        moves = char in _MOVED
        hung = _Hung(face, formless=True)
        super().__init__(hung if moves else _Quoted(face), size, style, widths)
        self._across = face
        self.way: Way = "down" if moves else "turned"
        gid = self.face.glyph(char)
        if moves:
            left, right = face.vertical.ink_across(gid)
            self.rise = size // 4 - self._scaled(left + right) // 2
        elif _strokes(char):
            first, last = face.vertical.ink(gid)
            up = face.vertical.origin(gid)[1]
            self.rise = -self._scaled(2 * up - first - last) // 2
        else:
            self.rise = -below_middle(size)

    @property
    def centres_marks(self) -> bool:
        """Whether its ink stays where it is: no, it is moved by hand."""
        return False

    def _cell(self, char: str) -> Cell:
        cell = super()._cell(char)
        return _aired(self, char, cell) if self.way == "down" else cell

    def other(self, face: FaceLike) -> "Metrics":
        """Another face's table for upright characters."""
        return down(face, self.size, self.style, self.widths)


class Together(NamedTuple):
    """Digits side by side in one em (纵中横)."""

    gids: tuple[int, ...]
    """Their glyphs."""
    texts: tuple[str, ...]
    """What each stands for."""
    crosses: tuple[int, ...]
    """Where their origins are beside the middle of the line."""
    drop: int
    """From the top of their em to their baseline."""
    stretch: int
    """Thousandths of its width to which each is drawn."""


def together(table: Metrics, text: str, em: int) -> Together:
    """A number that the face of a table for lines across has, narrowed to an em."""
    shapes = table.shape(text)
    whole = sum(shapes.widths)
    stretch = min(_UNSTRETCHED, _UNSTRETCHED * em // max(1, whole))
    crosses, x = [], -(whole * stretch // _UNSTRETCHED) // 2
    for width, shift in zip(shapes.widths, shapes.shifts, strict=True):
        crosses.append(x + shift * stretch // _UNSTRETCHED)
        x += width * stretch // _UNSTRETCHED
    drop = above_baseline(em)
    return Together(shapes.gids, shapes.texts, tuple(crosses), drop, stretch)


def abreast(table: Metrics, text: str, em: int) -> Together:
    """Two marks of the same table, each with its ink in the middle of half an em."""
    gids = tuple(table[char].gid for char in text)
    inks = [
        [scaled(edge, table.size, table.face.upem) for edge in table.face.ink(gid)]
        for gid in gids
    ]
    widest = max(1, *(right - left for left, right in inks))
    stretch = min(_UNSTRETCHED, _UNSTRETCHED * em // 2 // widest)
    crosses = tuple(
        side * em // 4 - (left + right) * stretch // (2 * _UNSTRETCHED)
        for side, (left, right) in zip((-1, 1), inks, strict=True)
    )
    return Together(gids, tuple(text), crosses, above_baseline(em), stretch)


@lru_cache(maxsize=256)
def down(face: FaceLike, size: int, style: Punctuation, widths: Widths = ()) -> Down:
    """The table of upright characters of a face; the same one every time."""
    return Down(face, size, style, widths)


@lru_cache(maxsize=256)
def turned(  # noqa: PLR0913 - a table's keys
    face: FaceLike,
    size: int,
    style: Punctuation,
    widths: Widths = (),
    *,
    even: bool = False,
    em: int = 0,
) -> Turned:
    """The table of a face's words on their side; the same one every time.

    *em* is the size of the characters with which they share a baseline.
    """
    return Turned(face, size, style, widths, even=even, em=em or size)


@lru_cache(maxsize=256)
def _by_hand(
    face: FaceLike, size: int, style: Punctuation, widths: Widths, char: str
) -> _ByHand:
    return _ByHand(face, size, style, widths, char)
