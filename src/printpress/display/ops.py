"""The draw operations: all that a page can ask of a writer.

Positions are EMU from the trim's top left corner, y down. Each operation names its
ink, so a reader of one line of a list knows on which plates it falls.
"""

from dataclasses import dataclass
from typing import Final

from printpress.colour import Ink
from printpress.geometry import Rect, Size, Way
from printpress.paths import Path

UNSTRETCHED: Final = 1000
"""Thousandths of a glyph's own width."""


@dataclass(frozen=True, slots=True)
class ShowGlyphs:
    """Glyphs of one face and size on one line."""

    face: str
    """The face's name in ``fonts.yaml``."""
    size: int
    """Type size, EMU."""
    ink: Ink
    """Its colour."""
    y: int
    """The baseline; for lines that run down, the x of their line: the middle of what
    stands upright in it, the baseline of what is turned."""
    gids: tuple[int, ...]
    """Glyph numbers of that face."""
    texts: tuple[str, ...]
    """The source text of each glyph: what a reader's copy and paste gives."""
    xs: tuple[int, ...]
    """The origin of each glyph along its line: to the right, or down."""
    way: Way = "across"
    """How they stand."""
    stretch: int = UNSTRETCHED
    """Thousandths to which glyphs across are drawn narrower."""


@dataclass(frozen=True, slots=True)
class FillRects:
    """Upright rectangles filled in one go: grounds, bars, QR modules."""

    rects: tuple[Rect, ...]
    """They do not overlap."""
    ink: Ink
    """Its colour."""


@dataclass(frozen=True, slots=True)
class StrokeLine:
    """A straight rule."""

    x0: int
    """Where it starts."""
    y0: int
    """Where it starts."""
    x1: int
    """Where it ends."""
    y1: int
    """Where it ends."""
    width: int
    """How thick it is."""
    ink: Ink
    """Its colour."""
    dotted: int = 0
    """Distance from dot to dot, or 0 for a solid rule."""


@dataclass(frozen=True, slots=True)
class StrokeRect:
    """A frame; its line runs along the rectangle's edges, half on either side."""

    rect: Rect
    """The rectangle."""
    width: int
    """How thick its line is."""
    ink: Ink
    """Its colour."""


@dataclass(frozen=True, slots=True)
class PlaceImage:
    """A picture fitted into a rectangle."""

    rect: Rect
    """Where it stands."""
    name: str
    """Which one: a key of the pictures handed to the writer."""


@dataclass(frozen=True, slots=True)
class PlaceForm:
    """A supplied page drawn to fill a rectangle, and cut off at its edges."""

    rect: Rect
    """Where it stands."""
    size: Size
    """Its own size, which differs from the rectangle's by a little at most."""
    plates: tuple[str, ...]
    """Plates that may carry it: C, M, Y, K and the names of spot colours."""
    name: str
    """Which one: a key of the pictures and pages handed to the writer."""


@dataclass(frozen=True, slots=True)
class FillPath:
    """An outline filled: dots, ornaments, drawn letters."""

    path: Path
    """Its outline; open parts are closed."""
    ink: Ink
    """Its colour."""
    even_odd: bool = False
    """Whether parts within parts are holes whichever way they run; otherwise those are
    that run the other way (nonzero winding rule)."""
    over: bool = False
    """Whether it leaves what lies below it on the other plates, whatever its ink."""


@dataclass(frozen=True, slots=True)
class StrokePath:
    """A line along an outline: waves, borders."""

    path: Path
    """The middle of the line."""
    width: int
    """How thick it is."""
    ink: Ink
    """Its colour."""
    rounded: bool = False
    """Whether its ends and corners are round."""
    over: bool = False
    """As of a filled one."""


Op = (
    ShowGlyphs
    | FillRects
    | StrokeLine
    | StrokeRect
    | PlaceImage
    | PlaceForm
    | FillPath
    | StrokePath
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper that a page is proofed on, which the page need not fill."""

    paper: Size
    """Its size."""
    x: int
    """From its left edge to the trim's."""
    y: int
    """From its top edge to the trim's."""
    scale: int
    """Per mille to which the page is drawn smaller; 1,000 is its own size."""

    def shown(self, length: int) -> int:
        """A length of the page as it is on the paper.

        >>> Sheet(Size(0, 0), 0, 0, 701).shown(1000)
        701
        """
        return (length * self.scale + 500) // 1000


@dataclass(frozen=True, slots=True)
class DisplayList:
    """One page, ready to be written."""

    page_no: int
    """Its number in the issue."""
    trim: Size
    """The finished size."""
    bleed: int
    """How far ink runs over the trim on every side."""
    ops: tuple[Op, ...]
    """In the order of drawing: later ones cover earlier ones."""
    spread: bool = False
    """Whether it is two facing pages in one (通版): this one and the next."""
    slug: int = 0
    """How far the paper goes on beyond the bleed, for marks, on every side."""
    sheet: Sheet | None = None
    """The paper of a proof; None where the page has paper of its own size."""

    @property
    def page_nos(self) -> tuple[int, ...]:
        """The numbers of its pages."""
        return (self.page_no, self.page_no + 1) if self.spread else (self.page_no,)

    @property
    def label(self) -> str:
        """Its number as issues write it: ``3``, or ``4-5`` for a spread."""
        return "-".join(map(str, self.page_nos))
