"""Paths while they are built (ISO 32000-1 8.5.2)."""

from printpress.preflight.objects import Value
from printpress.preflight.states import numbers
from printpress.preflight.transforms import Matrix, Point, bounds, moved

NEAR = 0.01
"""Points by which the corners of a rectangle may be off."""


class Outline:
    """Points of a path on the page, part by part; curves by their control points."""

    def __init__(self) -> None:
        self._parts: list[list[Point]] = []
        self._curved = False
        self.clips = False
        """Whether it is to bound what comes after it."""

    @property
    def parts(self) -> list[list[Point]]:
        """Its parts that have a point at least."""
        return [part for part in self._parts if part]

    def move(self, operands: list[Value], way: Matrix) -> None:
        """Begin a part."""
        place = numbers(operands)
        if len(place) == 2:  # noqa: PLR2004 - x and y
            self._parts.append([moved(way, *place)])

    def line(self, operands: list[Value], way: Matrix) -> None:
        """Go on, straight or by a curve."""
        places = numbers(operands)
        self._curved = self._curved or len(places) > 2  # noqa: PLR2004 - x and y
        if not self._parts:
            self._parts.append([])
        for at in range(0, len(places) - 1, 2):
            self._parts[-1].append(moved(way, *places[at : at + 2]))

    def rectangle(self, operands: list[Value], way: Matrix) -> None:
        """A part of four corners."""
        edges = numbers(operands)
        if len(edges) == 4:  # noqa: PLR2004 - a corner, width and height
            x, y, width, height = edges
            corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
            self._parts.append([moved(way, *corner) for corner in corners])

    def upright(self, part: list[Point]) -> bool:
        """Whether the part is an upright rectangle."""
        corners = part[:-1] if part[0] == part[-1] else part
        if self._curved or len(corners) != 4:  # noqa: PLR2004 - of a rectangle
            return False
        x0, y0, x1, y1 = bounds(corners)
        return all(
            min(abs(x - x0), abs(x - x1)) < NEAR
            and min(abs(y - y0), abs(y - y1)) < NEAR
            for x, y in corners
        )
