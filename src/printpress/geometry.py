"""Points, sizes and rectangles on the page, in EMU; no drawing.

The origin is the top left corner of the trim, x grows to the right and y grows
**down**, in every stage. :mod:`printpress.pdf` turns y round once.
"""

from dataclasses import dataclass
from typing import Literal

Way = Literal["across", "down", "turned"]
"""How glyphs stand on their line.

``across``: upright, side by side. ``down``: upright, one below the other, each hung
from its vertical origin. ``turned``: one below the other, a quarter turn clockwise, as
Latin words in vertical lines.
"""


def above_baseline(size: int) -> int:
    """How much of a Han character's em box stands above the baseline: 0.88 em.

    As the faces' OS/2 typo ascent has it; hhea's 1.15 is for the line heights of user
    interfaces.

    >>> above_baseline(100)
    88
    """
    return (22 * size + 12) // 25


def below_middle(size: int) -> int:
    """From the middle of a Han character's em box down to its baseline: 0.38 em.

    >>> below_middle(100)
    38
    """
    return above_baseline(size) - size // 2


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height."""

    width: int
    """EMU from left to right."""
    height: int
    """EMU from top to bottom."""


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle; an empty one has no width or no height."""

    x: int
    """EMU from the trim's left edge to the rectangle's."""
    y: int
    """EMU from the trim's top edge down to the rectangle's."""
    width: int
    """EMU, never negative."""
    height: int
    """EMU, never negative."""

    @property
    def right(self) -> int:
        """X of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Y of the lower edge."""
        return self.y + self.height

    def inset(self, across: int, down: int | None = None) -> "Rect":
        """The rectangle with its sides moved in (or, if negative, out).

        >>> Rect(0, 0, 10, 10).inset(2, 3)
        Rect(x=2, y=3, width=6, height=4)
        """
        dy = across if down is None else down
        return Rect(
            self.x + across,
            self.y + dy,
            self.width - 2 * across,
            self.height - 2 * dy,
        )

    def moved(self, dx: int = 0, dy: int = 0) -> "Rect":
        """The same rectangle elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def overlaps(self, other: "Rect") -> bool:
        """Whether the two share ground; touching edges do not count.

        >>> Rect(0, 0, 5, 5).overlaps(Rect(5, 0, 5, 5))
        False
        """
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def contains(self, other: "Rect") -> bool:
        """Whether the other lies within this one, edges included."""
        return (
            self.x <= other.x
            and other.right <= self.right
            and self.y <= other.y
            and other.bottom <= self.bottom
        )
