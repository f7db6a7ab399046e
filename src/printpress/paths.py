"""Outlines: lines and curves one after another, in EMU, y down; no ink, no page.

What cannot be said with rectangles and straight rules is said with these: dots and
waves beside characters, ornaments, drawn mastheads.
"""

from collections.abc import Callable, Iterator
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
    return mapped(path, lambda x0, y0: (x0 + x, y0 + y))


def turned(path: Path, *, right: bool) -> Path:
    """The path with x running down and y to the right, or to the left.

    >>> turned((Move(1, 2), LineTo(3, 4)), right=False)
    (Move(x=-2, y=1), LineTo(x=-4, y=3))
    """
    side = 1 if right else -1
    return mapped(path, lambda x, y: (y * side, x))


def scaled(path: Path, share: int, whole: int) -> Path:
    """The path with its distances from the origin as *share* is to *whole*.

    >>> scaled((Move(10, 20), LineTo(31, 40)), 1, 2)
    (Move(x=5, y=10), LineTo(x=16, y=20))
    """
    return mapped(path, lambda x, y: (_share(x, share, whole), _share(y, share, whole)))


def _share(value: int, share: int, whole: int) -> int:
    return (2 * value * share + whole) // (2 * whole)


def mapped(path: Path, place: Callable[[int, int], tuple[int, int]]) -> Path:
    """The path with each of its points where *place* puts it."""
    return tuple(_mapped(path, place))


def _mapped(
    path: Path, place: Callable[[int, int], tuple[int, int]]
) -> Iterator[Segment]:
    for part in path:
        match part:
            case Move():
                yield Move(*place(part.x, part.y))
            case LineTo():
                yield LineTo(*place(part.x, part.y))
            case CurveTo():
                one, other = place(part.x1, part.y1), place(part.x2, part.y2)
                yield CurveTo(*one, *other, *place(part.x, part.y))
            case Close():
                yield part
