"""The ground of a block of a press-test page, and its small lettering."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from printpress.colour import BLACK, Ink
from printpress.content.adverts import Advert
from printpress.geometry import Rect
from printpress.makeup.compositor import Compositor, placed_in
from printpress.makeup.placed import Placed, SetLine
from printpress.makeup.styles import Style
from printpress.spec.press import PressSpec
from printpress.units import PT

ROLE: Final = "test-chart"
"""The house role of the lettering beside what is tested."""

LABEL: Final = 13 * PT // 2
"""Size of that lettering where the house has no such role."""

AIR: Final = 2 * PT
"""Between what is tested and its lettering."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a block came to."""

    placed: list[Placed]
    """In the order of drawing."""
    low: int = 0
    """Height that it wants beyond what it has, EMU."""
    narrow: int = 0
    """The same of width."""


@dataclass(frozen=True, slots=True)
class Board:
    """Room for a block, and what it is drawn with."""

    compositor: Compositor
    """Sets its lettering."""
    rect: Rect
    """Its room."""
    press: PressSpec
    """The print shop whose limits are tried."""
    picture: Advert | None = None
    """Its picture."""

    @property
    def style(self) -> Style:
        """How lettering beside what is tested looks."""
        style = self.compositor.style(ROLE)
        return style if self.compositor.role(ROLE) else style.at(LABEL)

    @property
    def line(self) -> int:
        """A line of lettering with the air above it."""
        return self.style.size + AIR

    def label(
        self,
        words: str,
        x: int,
        top: int,
        width: int = 0,
        *,
        align: Literal["left", "centre", "right"] = "left",
    ) -> SetLine:
        """A line of lettering in a width that begins at a point."""
        style = self.style
        line = self.compositor.line(words, style)
        spare = {"left": 0, "centre": (width - line.width) // 2}
        x += spare.get(align, width - line.width)
        return placed_in(line, style, x, top, ink=BLACK)


def spread(start: int, length: int, count: int) -> list[tuple[int, int]]:
    """So many neighbours from edge to edge, their starts and lengths.

    >>> spread(0, 10, 3)
    [(0, 3), (3, 3), (6, 4)]
    """
    edges = [start + length * n // count for n in range(count + 1)]
    return [(a, b - a) for a, b in pairwise(edges)]


SHORT: Final = 2
"""Inks up to which a name gives their letters."""


def named(ink: Ink) -> str:
    """An ink for people: its shares in per cent, of up to two inks by their letters.

    >>> named(Ink(black=500)), named(Ink(0, 1000, 900)), named(Ink(500, 400, 400))
    ('K50', 'M100Y90', '50/40/40/0')
    """
    used = [
        f"{letter}{share / 10:g}"
        for letter, share in zip("CMYK", ink.shares, strict=True)
        if share
    ]
    if len(used) > SHORT:
        return "/".join(f"{share / 10:g}" for share in ink.shares)
    return "".join(used) or "0"
