"""Set lines and what they are made of: the records that make-up works with."""

from dataclasses import dataclass, replace
from typing import Final

from printpress.geometry import Rect, Way
from printpress.text.marks import LineMark

SOFT_HYPHEN: Final = "\u00ad"
"""What a hyphen reads as that setting drew and nobody wrote: readers of PDF files join
the word again (ISO 32000-1 14.8.2.2.3)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs of one face on one line."""

    face: str
    """The face's name in ``fonts.yaml``."""
    size: int
    """Type size."""
    gids: tuple[int, ...]
    """Glyphs of that face, from left to right."""
    texts: tuple[str, ...]
    """The source of each; nothing on later glyphs of one character, and
    U+00AD on a hyphen that setting drew."""
    xs: tuple[int, ...]
    """Where each glyph's origin is, from the line's left edge or head."""
    rise: int = 0
    """EMU above the line's baseline; in a line that runs down, right of its middle."""
    way: Way = "across"
    """How its glyphs stand."""
    stretch: int = 1000
    """Thousandths to which glyphs across are drawn narrower."""
    crosses: tuple[int, ...] = ()
    """Where glyphs side by side stand beside the middle of a line that runs down; there
    ``xs`` give their baseline."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight rule that belongs to a line: a table's."""

    x0: int
    """Where it starts, from the line's left edge."""
    y0: int
    """Where it starts, below the line's baseline."""
    x1: int
    """Where it ends."""
    y1: int
    """Where it ends."""
    width: int
    """How thick it is."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of type."""

    pieces: tuple[Piece, ...]
    """Its glyphs."""
    width: int
    """From its left edge, indent included, to the end of its last advance."""
    measure: int
    """The width it was set to."""
    text: str
    """Its characters, without the white space that setting dropped."""
    paragraph: int
    """Which paragraph it belongs to, from 0."""
    first: bool
    """Whether it begins its paragraph."""
    last: bool
    """Whether it ends its paragraph."""
    looseness: int
    """What was added between its characters (step 3), in thousandths of an em."""
    characters: int
    """Characters in it, spaces not counted."""
    offset: int = 0
    """Where its first character stands in its paragraph's text as written, a label
    before that."""
    flags: tuple[str, ...] = ()
    """Why it is not as it should be: ``overfull`` (wider than its measure),
    ``underfull`` (nothing in it may be spread), ``divided``, ``prohibited``,
    ``orphan``; or ``hanging``, a mark past its end, or ``address``: a long name is
    parted after one of its signs."""
    down: bool = False
    """Whether it runs down: then its width, its measure and its glyphs' places do."""
    strokes: tuple[Stroke, ...] = ()
    """Rules drawn with it."""
    marks: tuple[LineMark, ...] = ()
    """What stands beside its characters; readings are among its pieces, behind them."""
    fills: tuple[Rect, ...] = ()
    """Rectangles filled with it, from its left edge and baseline: a QR code's."""
    reading: int = 0
    """Type size of the largest characters that have a reading; 0 where none has."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that no face has; nothing is drawn in its place."""

    paragraph: int
    """Which paragraph."""
    offset: int
    """Where in the paragraph's text, its label before it."""
    char: str
    """The character."""


@dataclass(frozen=True, slots=True)
class Galley:
    """All lines of a story."""

    lines: tuple[Line, ...]
    """In reading order."""
    missing: tuple[Missing, ...]
    """Characters that no face has."""


@dataclass(frozen=True, slots=True)
class Preset:
    """Lines set beforehand that stand between paragraphs, each on a row: a table."""

    lines: tuple[Line, ...]
    """In their order; which paragraph they are is counted anew."""
    missing: tuple[Missing, ...] = ()
    """Characters in them that no face has."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The measures of rows from the first on: a picture makes some of them narrower."""

    runs: tuple[tuple[int, int], ...]
    """Rows and their measure; the last goes on for ever."""

    @classmethod
    def of(cls, measure: int) -> "Profile":
        """The same measure in all rows."""
        return cls(((1, measure),))

    @property
    def varied(self) -> int:
        """Rows after which all have the same measure."""
        return sum(rows for rows, _ in self.runs[:-1])

    def measure(self, row: int) -> int:
        """The measure of a row, counted from 0.

        >>> profile = Profile(((2, 700), (1, 900)))
        >>> [profile.measure(row) for row in range(4)]
        [700, 700, 900, 900]
        """
        for rows, measure in self.runs:
            if row < rows:
                return measure
            row -= rows
        return self.runs[-1][1]


def shifted(line: Line, by: int) -> Line:
    """The line with all of it so far to the right."""
    pieces = tuple(
        replace(piece, xs=tuple(x + by for x in piece.xs)) for piece in line.pieces
    )
    marks = tuple(
        replace(
            mark,
            start=mark.start + by,
            end=mark.end + by,
            centres=tuple(x + by for x in mark.centres),
        )
        for mark in line.marks
    )
    return replace(line, pieces=pieces, marks=marks, width=line.width + by)


def raised(line: Line, by: int) -> Line:
    """A line across with its characters so far above its baseline, its rules in place.

    >>> mark = LineMark("name", 0, 9, 9)
    >>> raised(Line((), 0, 0, "", 0, True, True, 0, 0, marks=(mark,)), -3).marks[0].rise
    -3
    """
    pieces = tuple(replace(piece, rise=piece.rise + by) for piece in line.pieces)
    marks = tuple(replace(mark, rise=mark.rise + by) for mark in line.marks)
    return replace(line, pieces=pieces, marks=marks)
