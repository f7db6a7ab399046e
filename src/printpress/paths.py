"""Outlines: lines and curves one after another, in EMU, y down; no ink, no page.

What cannot be said with rectangles and straight rules is said with these: dots and
waves beside characters, ornaments, drawn mastheads.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Move:
    """Begin a new part here."""

    x: int
    """Across."""
    y: int
    """Down."""


@dataclass(frozen=True, slots=True)
class LineTo:
    """A straight line to here."""

    x: int
    """Across."""
    y: int
    """Down."""


@dataclass(frozen=True, slots=True)
class CurveTo:
    """A cubic Bézier curve to here."""

    x1: int
    """The point it sets out for."""
    y1: int
    """The same, down."""
    x2: int
    """The point it comes in from."""
    y2: int
    """The same, down."""
    x: int
    """Its end, across."""
    y: int
    """Its end, down."""


@dataclass(frozen=True, slots=True)
class Close:
    """A straight line back to where the part began."""


Segment = Move | LineTo | CurveTo | Close
Path = tuple[Segment, ...]
"""It begins with a :class:`Move`."""

_ROUND_NUMERATOR, _ROUND_DENOMINATOR = 552_285, 1_000_000
"""Share of the radius by which the handles of a quarter circle stand off: 4/3·(√2 - 1),
right to 0.03 per cent."""


def circle(x: int, y: int, radius: int) -> Path:
    """A round dot about a point.

    >>> circle(10, 10, 5)[0]
    Move(x=15, y=10)
    """
    arm = (radius * _ROUND_NUMERATOR + _ROUND_DENOMINATOR // 2) // _ROUND_DENOMINATOR
    right, left, foot, top = x + radius, x - radius, y + radius, y - radius
    return (
        Move(right, y),
        CurveTo(right, y + arm, x + arm, foot, x, foot),
        CurveTo(x - arm, foot, left, y + arm, left, y),
        CurveTo(left, y - arm, x - arm, top, x, top),
        CurveTo(x + arm, top, right, y - arm, right, y),
        Close(),
    )


def box(x0: int, y0: int, x1: int, y1: int) -> Path:
    """An upright rectangle between two corners."""
    return (Move(x0, y0), LineTo(x1, y0), LineTo(x1, y1), LineTo(x0, y1), Close())


def moved(path: Path, x: int, y: int) -> Path:
    """The path shifted as a whole.

    >>> moved((Move(1, 2), LineTo(3, 4)), 10, 20)
    (Move(x=11, y=22), LineTo(x=13, y=24))
    """
    return tuple(_moved(path, x, y))


def turned(path: Path, *, right: bool) -> Path:
    """The path with x running down and y to the right, or to the left.

    >>> turned((Move(1, 2), LineTo(3, 4)), right=False)
    (Move(x=-2, y=1), LineTo(x=-4, y=3))
    """
    return tuple(_turned(path, 1 if right else -1))


def _turned(path: Path, side: int) -> Iterator[Segment]:
    for part in path:
        match part:
            case Move():
                yield Move(part.y * side, part.x)
            case LineTo():
                yield LineTo(part.y * side, part.x)
            case CurveTo():
                x1, x2, x = part.y1 * side, part.y2 * side, part.y * side
                yield CurveTo(x1, part.x1, x2, part.x2, x, part.x)
            case Close():
                yield part


def _moved(path: Path, x: int, y: int) -> Iterator[Segment]:
    for part in path:
        match part:
            case Move():
                yield Move(part.x + x, part.y + y)
            case LineTo():
                yield LineTo(part.x + x, part.y + y)
            case CurveTo():
                yield CurveTo(
                    part.x1 + x,
                    part.y1 + y,
                    part.x2 + x,
                    part.y2 + y,
                    part.x + x,
                    part.y + y,
                )
            case Close():
                yield part
