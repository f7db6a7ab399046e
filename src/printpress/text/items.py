"""A paragraph as columns of numbers: what breaking and justifying work on.

One row is one glyph. Neighbouring rows that are never divided (a Western word, ——, a
character with its accent) are one unit. The natural position of row *k* is ``sums[k]``;
what a row gives up at a line's edge is answered by ``lead`` and ``tail``, so that the
width of any line is a subtraction: the same for a greedy breaker and for total fit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from printpress.geometry import Way
from printpress.text.marks import Marked
from printpress.text.punctuation import Punctuation
from printpress.text.ruby import Reading

CLUSTER: Final = 0
"""Joint inside one character with its accents, or inside ``://``: never a break."""
UNIT: Final = 1
"""Joint inside a unit: a break only where the unit is wider than a line."""
ADDRESS: Final = 2
"""Joint inside a unit, behind a sign of an address: where to part it rather than at a
``UNIT`` joint if it is wider than a line."""
HYPHEN: Final = 3
"""Joint inside a word where a line may end with a hyphen: see :attr:`Items.hyphens`."""
HELD: Final = 4
"""Joint between units where a prohibition stands."""
FREE: Final = 5
"""Joint where a line may end."""


@dataclass(frozen=True, slots=True)
class Voice:
    """In what a stretch of glyphs is set: a word in Latin type, a note mark."""

    face: str
    """The face's name in ``fonts.yaml``."""
    size: int
    """Its type size."""
    rise: int = 0
    """EMU above the paragraph's baseline; in a vertical line, right of its middle."""
    way: Way = "across"
    """How its glyphs stand."""
    stretch: int = 1000
    """Thousandths to which glyphs across are drawn narrower."""


@dataclass(frozen=True, slots=True)
class Hyphen:
    """The hyphen of a place where a word may be parted."""

    gid: int
    """Its glyph, in the voice of the row before."""
    width: int
    """What it adds to the line: its advance, and what kerning with it changes."""
    back: int
    """From its origin to the line's end."""


@dataclass(frozen=True, slots=True)
class Items:
    """The columns of one paragraph, all as long as it has glyphs unless said."""

    kinds: str
    """Classes, one letter a row."""
    texts: tuple[str, ...]
    """The source of each glyph."""
    origins: Sequence[int]
    """Where each character of :attr:`texts`, joined, stood in the text as written."""
    gids: tuple[int, ...]
    """Glyphs; below zero where no face has one."""
    widths: tuple[int, ...]
    """What each takes of the line, adjacent marks already squeezed."""
    shifts: tuple[int, ...]
    """From where its width begins to its origin."""
    gaps: tuple[int, ...]
    """What follows each before the next: autospace, tracking, air beside frames."""
    sums: tuple[int, ...]
    """Widths and gaps of all rows before; one longer than the rest."""
    joints: bytes
    """Before each row: ``CLUSTER``, ``UNIT``, ``ADDRESS``, ``HYPHEN``, ``HELD`` or
    ``FREE``; one longer."""
    hyphens: Mapping[int, Hyphen]
    """Row with a ``HYPHEN`` joint → what ends the line before it; counted by ``tail``,
    so in the width of every line that ends there."""
    rigid: bytes
    """After each row: 1 where nothing may be added when characters are spread."""
    seams: tuple[int, ...]
    """Rows whose gap parts Han from Latin, in order."""
    voices: tuple[tuple[int, Voice], ...]
    """First row → face, size and rise from there on, in order."""
    crosses: Mapping[int, int]
    """Rows that stand side by side in a vertical line → where their origins are
    beside its middle."""
    em: int
    """Type size."""
    half: int
    """What is left of a mark without its blank."""
    style: Punctuation
    """Which blanks may be taken away."""
    autospace: int
    """The natural gap at a seam."""
    autospace_most: int
    """What it may grow to before other distances grow."""
    marks: tuple[Marked, ...] = ()
    """Rows with marks beside them, in order."""
    readings: tuple[Reading, ...] = ()
    """Rows with readings above them, in order."""
    tied: Sequence[int] = ()
    """Rows before which a number is torn from its measure word, in order: a line ends
    there only at a price (:mod:`.demerits`), and the greedy way pays none."""
    steady: bool = False
    """Whether marks keep their room within a line and pairs their distance: what lines
    lack or have to spare is taken from characters (:mod:`.centred`)."""

    @property
    def rows(self) -> int:
        """How many glyphs there are."""
        return len(self.gids)

    def lead(self, row: int) -> int:
        """What a row loses on its left when it begins a line.

        An opening mark loses its blank (clreq
        §h-compression_of_punctuation_marks_at_line_start).
        """
        if self.kinds[row] not in "Oo":
            return 0
        style = self.style
        trims = style.line_start if row else style.paragraph_start
        return max(0, self.widths[row] - self.half) if trims else 0

    def tail(self, row: int) -> int:
        """What a row loses on its right when it ends a line: its gap and its blank.

        A mark that stands an em wide takes half an em there (GB/T 15834-2011 5.1.10);
        an interpunct loses the blank on its right, a centred mark nothing. A word that
        is parted there gains a hyphen.
        """
        if self.hyphens and row + 1 in self.hyphens:
            return self.gaps[row] - self.hyphens[row + 1].width
        kind, gap = self.kinds[row], self.gaps[row]
        if kind not in "CcPSBbI" or not self.style.line_end:
            return gap
        blank = max(0, self.widths[row] - self.half)
        return gap + (blank // 2 if kind == "I" else blank)

    def ink_end(self, start: int, end: int) -> int:
        """Where a line's rows end once white space at its end is dropped."""
        while end > start and self.kinds[end - 1] in "UG":
            end -= 1
        return end

    def width(self, start: int, end: int) -> int:
        """The natural width of a line of rows *start* to *end*, its edges trimmed."""
        end = self.ink_end(start, end)
        if end == start:
            return 0
        span = self.sums[end] - self.sums[start]
        return span - self.lead(start) - self.tail(end - 1)
