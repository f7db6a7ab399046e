"""Matrices and boxes of pages, in points (ISO 32000-1 8.3)."""

from math import hypot
from typing import TypeVar

from printpress.preflight.page import Box

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f: x' = ax + cy + e, y' = bx + dy + f."""

Point = tuple[float, float]

SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


PAIRS = 10_000_000
"""Comparisons of one kind that a page may take."""

T = TypeVar("T")


def comparable(things: list[T], others: int) -> list[T]:
    """As many of some things as may be held against so many others.

    All of them, but for pages that nobody set: those must end, too.
    """
    return things[: max(1, PAIRS // max(1, others))]


def times(one: Matrix, other: Matrix) -> Matrix:
    """First *one*, then *other*.

    >>> times((1, 0, 0, 1, 5, 0), (2, 0, 0, 2, 0, 0))
    (2, 0, 0, 2, 10, 0)
    """
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def matrix(numbers: list[float]) -> Matrix:
    """Six numbers as a matrix; anything else changes nothing."""
    if len(numbers) != 6:  # noqa: PLR2004 - of a matrix
        return SAME
    a, b, c, d, e, f = numbers
    return (a, b, c, d, e, f)


def moved(way: Matrix, x: float, y: float) -> Point:
    """Where a point comes to lie."""
    a, b, c, d, e, f = way
    return (a * x + c * y + e, b * x + d * y + f)


def bounds(points: list[Point]) -> Box:
    """The upright box that holds them; there must be one at least."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def box_in(way: Matrix, box: Box) -> Box:
    """The bounds of a box that is turned and moved."""
    x0, y0, x1, y1 = box
    corners = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    return bounds([moved(way, x, y) for x, y in corners])


def common(one: Box, other: Box) -> Box | None:
    """What two boxes share, be it an edge or a corner; None where they lie apart."""
    found = (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )
    return found if found[0] <= found[2] and found[1] <= found[3] else None


def overlap(one: Box, other: Box, room: float = 0.0) -> bool:
    """Whether two boxes share more than an edge, or stand nearer than *room*."""
    return (
        one[0] < other[2] + room
        and one[2] > other[0] - room
        and one[1] < other[3] + room
        and one[3] > other[1] - room
    )


def holds(outer: Box, inner: Box, off: float) -> bool:
    """Whether one box lies in the other, or is *off* by no more."""
    return (
        outer[0] <= inner[0] + off
        and outer[1] <= inner[1] + off
        and outer[2] >= inner[2] - off
        and outer[3] >= inner[3] - off
    )


def across(way: Matrix) -> float:
    """How long a unit to the right becomes."""
    return hypot(way[0], way[1])


def upward(way: Matrix) -> float:
    """How long a unit upwards becomes."""
    return hypot(way[2], way[3])


def thickness(way: Matrix) -> float:
    """How thick a line of one unit becomes: the mean of all directions."""
    return float(abs(way[0] * way[3] - way[1] * way[2]) ** 0.5)
