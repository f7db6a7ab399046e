"""What a page shows, as marks: each with its place, its inks and how it overprints.

The outcome of :mod:`.drawing`, and what the checks of newspapers read.
"""

from dataclasses import dataclass, field
from functools import cached_property

from printpress.preflight.document import Document
from printpress.preflight.objects import Value
from printpress.preflight.page import Box, Page
from printpress.preflight.spaces import Paint, Space


@dataclass(frozen=True, slots=True)
class TextMark:
    """The glyphs of one string."""

    box: Box
    """Their em boxes, in points."""
    paint: Paint
    """Their colour."""
    overprint: int
    """-1: knocks out; else the overprint mode in force, 0 or 1."""
    size: float
    """Type size as it stands on the page, in points."""
    text: str
    """What they stand for."""
    missing: int
    """How many of them the font does not have."""
    face: str
    """The font's name."""
    visible: bool
    """Whether their rendering mode shows them."""
    clipped: bool
    """Whether nothing of them lies inside the clip."""


@dataclass(frozen=True, slots=True)
class LineMark:
    """A stroke."""

    box: Box
    """Where it runs, its thickness included."""
    paint: Paint
    """Its colour."""
    overprint: int
    """As of text."""
    width: float
    """How thick it is on the page, in points."""


@dataclass(frozen=True, slots=True)
class AreaMark:
    """A filled outline, or one part of it."""

    box: Box
    """Its bounds within the clip."""
    paint: Paint
    """Its colour."""
    overprint: int
    """As of text."""
    upright: bool
    """Whether it is an upright rectangle."""


@dataclass(frozen=True, slots=True)
class PictureMark:
    """A picture."""

    box: Box
    """Its bounds within the clip."""
    paint: Paint
    """Its colour if it is a mask; else that of its space, unknown."""
    overprint: int
    """As of text."""
    ppi: float
    """Pixels per inch on the page, in the direction that has fewer."""
    pixels: tuple[int, int]
    """Across and down."""
    bilevel: bool
    """Whether it has one bit a pixel."""
    opaque: bool
    """Whether it covers its whole rectangle."""
    name: str
    """Its name in the resources."""
    value: Value
    """The picture itself, for those who look at its pixels."""


@dataclass(frozen=True, slots=True)
class ShadeMark:
    """A blend from colour to colour, or an area filled with a pattern."""

    box: Box
    """Its bounds within the clip."""
    paint: Paint
    """Its space; inks unknown."""
    overprint: int
    """As of text."""


Mark = TextMark | LineMark | AreaMark | PictureMark | ShadeMark


@dataclass
class Drawn:
    """A page as it is drawn."""

    document: Document
    """The file it is of."""
    page: Page
    """The page."""
    numbers: tuple[int, ...]
    """Its number in the paper, or both of a spread."""
    marks: list[Mark] = field(default_factory=list)
    """In the order of drawing."""
    whole: bool = True
    """Whether all of its content was run; of endless content only the beginning is."""
    unknown: list[str] = field(default_factory=list)
    """Operators that PDF does not have."""
    intents: list[str] = field(default_factory=list)
    """Rendering intents set in content."""
    filters: list[str] = field(default_factory=list)
    """Compressions of pictures that stand in content itself."""
    spaces: list[tuple[Space, Box]] = field(default_factory=list)
    """Colour spaces of pictures, blends and masks, and where they stand."""

    @cached_property
    def inside(self) -> tuple[tuple[int, Mark], ...]:
        """Marks that the paper shows, with their place in the order of drawing.

        What lies wholly outside the bleed are the printer's own marks and slug.
        """
        left, low, right, top = self.page.bleed
        return tuple(
            (index, mark)
            for index, mark in enumerate(self.marks)
            if mark.box[0] <= right
            and mark.box[2] >= left
            and mark.box[1] <= top
            and mark.box[3] >= low
        )
