"""What stands on a made-up page, each thing in its final place (大样).

After this stage nothing computes a position: ``display.draw`` only transcribes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path as FilePath

from printpress.colour import BLACK, Ink
from printpress.diagnostics import Span
from printpress.geometry import Rect, Size
from printpress.paths import Path
from printpress.supplied.record import SuppliedPage
from printpress.text.galley import Line


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of text on its baseline."""

    line: Line
    """Glyphs and their distances."""
    x: int
    """Its left edge; its middle where it runs down."""
    y: int
    """Its baseline; its head where it runs down."""
    ink: Ink = BLACK
    """Its colour."""
    part: str = "furniture"
    """What it is: ``body``, ``headline``, ``caption``, ``furniture`` …"""
    story: str = ""
    """The story it belongs to, or nothing."""
    paragraph: int = -1
    """Which paragraph of the story's body, or -1."""


@dataclass(frozen=True, slots=True)
class Patch:
    """Rectangles filled with one ink: tints, bars, QR modules."""

    rects: tuple[Rect, ...]
    """They do not overlap."""
    ink: Ink
    """Its colour."""
    as_is: bool = False
    """Whether it is printed as it stands, whatever the press makes of such areas: a
    patch of a press-test page."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight rule (线)."""

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
    ink: Ink = BLACK
    """Its colour."""
    dotted: int = 0
    """From dot to dot, or 0 for a solid rule."""


@dataclass(frozen=True, slots=True)
class FrameLine:
    """A frame round a box (框)."""

    rect: Rect
    """Its line's middle."""
    width: int
    """How thick it is."""
    ink: Ink = BLACK
    """Its colour."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawing's outline, filled or drawn as a line: ornaments, icons, nameplates."""

    path: Path
    """Its outline."""
    ink: Ink = BLACK
    """Its colour."""
    width: int = 0
    """How thick its line is; 0 where it is filled."""
    rounded: bool = False
    """Whether the line's ends and corners are round."""
    even_odd: bool = False
    """Whether parts within parts are holes whichever way they run."""
    over: bool = False
    """Whether it leaves what lies below it on the other plates, whatever its ink."""


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture cut to its place."""

    rect: Rect
    """Where it stands."""
    path: FilePath
    """Its file."""
    focus: tuple[Fraction, Fraction]
    """The point to keep when it is cropped, from the top left, 0 to 1."""
    width_px: int
    """Pixels that the file has across, the right way up."""
    height_px: int
    """Pixels that it has down."""
    story: str = ""
    """The story it belongs to, or nothing."""
    span: Span | None = None
    """Where it is asked for."""
    k_only: bool = False
    """Whether its page is printed in black only."""
    bilevel: bool = False
    """Whether it is art in black and white alone, without tones."""


@dataclass(frozen=True, slots=True)
class PlacedForm:
    """A supplied page that fills its place."""

    rect: Rect
    """Where it stands."""
    form: SuppliedPage
    """What it shows."""
    span: Span | None = None
    """Where it is asked for."""


Placed = SetLine | Patch | Rule | FrameLine | Shape | PlacedPicture | PlacedForm


@dataclass(frozen=True, slots=True)
class StoryFit:
    """How a story fitted its slot."""

    story: str
    """The story."""
    page_no: int
    """The page."""
    slot: str
    """The slot."""
    rows: int
    """Rows of text that the slot holds beside the story's heading and pictures."""
    lines: int
    """Rows that the story's text takes."""
    overset_lines: int
    """Lines that found no room."""
    overset_characters: int
    """Characters in them."""
    short_lines: int
    """Rows that found no text."""
    short_characters: int
    """About how many characters would fill them."""
    picture_rows: int | None = None
    """Rows the picture was given."""
    left_out: tuple[str, ...] = ()
    """Parts of its copy that the house's ladder left out, and told: ``deck``."""


@dataclass(frozen=True, slots=True)
class Page:
    """One made-up page."""

    number: int
    """Its number in the issue."""
    trim: Size
    """The finished size."""
    placed: tuple[Placed, ...]
    """Everything on it, in the order of drawing."""
    spread: bool = False
    """Whether it is two facing pages in one (通版): this one and the next."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """Its number, or those of both pages of a spread."""
        return (self.number, self.number + 1) if self.spread else (self.number,)


@dataclass(frozen=True, slots=True)
class Makeup:
    """All pages of an issue, every line in its place."""

    pages: tuple[Page, ...]
    """In order."""
    fits: tuple[StoryFit, ...]
    """One for each story on a page, in order of pages and slots."""
    overset: Mapping[str, tuple[Line, ...]]
    """Story → its lines that found no room; nothing is dropped silently."""
