"""Ornamental rules and frames (花边), drawn by us as outlines.

A pattern is drawn along a straight way, in whole units: the unit is stretched or
squeezed a little so that the last one ends where the way ends. Lines are 0.5 pt and
more, which newsprint bears.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from printpress.colour import BLACK, Ink
from printpress.geometry import Rect
from printpress.makeup.placed import FrameLine, Placed, Rule, Shape
from printpress.paths import CurveTo, LineTo, Move, Path, box, circle, mapped
from printpress.units import PT

FINE: Final = PT // 2
"""The thinnest line of a pattern."""

HEAVY: Final = 3 * PT // 2
"""The heavy line of a 文武线."""

APART: Final = PT
"""Between the two lines of a 文武线 or 双线."""

Way = Callable[[int, int], tuple[int, int]]
"""A point so far along a way and so far beside it → its place on the page."""


def cells(length: int, unit: int) -> tuple[int, ...]:
    """The ends of whole units that fill a length, each as near to *unit* as can be.

    >>> cells(100, 30), cells(10, 30)
    ((0, 33, 66, 100), (0, 10))
    """
    count = max(1, (2 * length + unit) // (2 * unit))
    return tuple(length * n // count for n in range(count + 1))


def _line(*points: tuple[int, int]) -> Path:
    (x, y), *rest = points
    return (Move(x, y), *(LineTo(*point) for point in rest))


def _wavy(length: int) -> Iterator[Shape]:
    """波浪线: a wave of two half waves a unit."""
    high = 4 * PT // 3  # handles: the crest is at three quarters of it
    path: Path = (Move(0, 0),)
    ends = cells(length, 6 * PT)
    for start, end in pairwise(ends):
        middle = (start + end) // 2
        for a, b, side in ((start, middle, -high), (middle, end, high)):
            near, far = a + (b - a) * 364 // 1000, b - (b - a) * 364 // 1000
            path += (CurveTo(near, side, far, side, b, 0),)
    yield Shape(path, width=FINE + PT // 10, rounded=True)


def _dots(length: int) -> Iterator[Shape]:
    """点线: round dots, one at either end."""
    centres = cells(length, 3 * PT)
    yield Shape(tuple(part for x in centres for part in circle(x, 0, 3 * PT // 5)))


def _chain(length: int) -> Iterator[Shape]:
    """链: rings with a link between each two, a ring at either end."""
    ends, radius = cells(length, 7 * PT), 3 * PT // 2
    rings: Path = ()
    for x in ends:
        rings += circle(x, 0, radius)
    for start, end in pairwise(ends):
        rings += _line((start + radius, 0), (end - radius, 0))
    yield Shape(rings, width=FINE)


def _diamonds(length: int) -> Iterator[Shape]:
    """菱花: small diamonds on a fine line, half a unit in from its ends."""
    ends, half = cells(length, 9 * PT), 3 * PT // 2
    yield Shape(_line((0, 0), (length, 0)), width=FINE)
    path: Path = ()
    for start, end in pairwise(ends):
        x = (start + end) // 2
        path += diamond(x, 0, half)
    yield Shape(path)


MEANDER_CELL: Final = 13 * PT // 10
"""One line and the gap beside it in a 回纹."""


def _meander(length: int) -> Iterator[Shape]:
    """回纹: hooks that turn in upon themselves, on one side of a line."""
    cell, ends = MEANDER_CELL, cells(length, 5 * MEANDER_CELL)
    yield Shape(_line((0, 0), (length, 0)), width=FINE)
    path: Path = ()
    for start, end in pairwise(ends):
        step = (end - start) // 5
        xs = [start + step // 2 + n * step for n in range(5)]
        path += _line(
            (xs[0], 0),
            (xs[0], 4 * cell),
            (xs[4] - step // 2, 4 * cell),
            (xs[4] - step // 2, cell),
            (xs[1] + step // 2, cell),
            (xs[1] + step // 2, 5 * cell // 2),
            (xs[2] + step // 2, 5 * cell // 2),
        )
    yield Shape(path, width=FINE)


def diamond(x: int, y: int, half: int) -> Path:
    """◆ about a point."""
    return (*_line((x - half, y), (x, y - half), (x + half, y), (x, y + half)), *_END)


_END = box(0, 0, 0, 0)[-1:]
"""What closes a part of a path."""

PATTERNS: Final[Mapping[str, Callable[[int], Iterator[Shape]]]] = {
    "wavy": _wavy,
    "dots": _dots,
    "chain": _chain,
    "diamonds": _diamonds,
    "meander": _meander,
}
"""Name → what it draws along a way from 0 to its length, y beside it (inward)."""

DEPTHS: Final[Mapping[str, int]] = {
    "wavy": 2 * PT,
    "dots": 2 * PT,
    "chain": 4 * PT,
    "diamonds": 4 * PT,
    "meander": 5 * MEANDER_CELL,
    "thick-thin": HEAVY + APART + FINE,
    "corners": 9 * PT,
}
"""Name of a frame → how far it reaches into its box."""

ROUND: Final = ("chain", "dots")
"""Patterns that reach beyond both ends of their way."""

ORNATE: Final = frozenset(DEPTHS)
"""Frames that take a row at the head of their box as well as at its foot."""


def drawn(pattern: str, length: int, way: Way, ink: Ink = BLACK) -> list[Shape]:
    """The pattern along a way."""
    return [
        replace(shape, path=mapped(shape.path, way), ink=ink)
        for shape in PATTERNS[pattern](length)
    ]


def rule_of(kind: str, x0: int, x1: int, y: int, width: int) -> list[Placed]:
    """A rule across the page: a plain one of some width, or of a pattern."""
    if kind == "double":
        gap = (width + APART) // 2
        return [Rule(x0, at, x1, at, width) for at in (y - gap, y + gap)]
    if kind == "thick-thin":
        fine = y + HEAVY // 2 + APART + FINE // 2
        return [Rule(x0, y, x1, y, HEAVY), Rule(x0, fine, x1, fine, FINE)]
    if kind in PATTERNS:
        inner = DEPTHS[kind] // 2 if kind in ROUND else 0
        length = x1 - x0 - 2 * inner
        return [*drawn(kind, length, lambda u, v: (x0 + inner + u, y + v))]
    return [Rule(x0, y, x1, y, width)]


def frame_of(kind: str, rect: Rect) -> list[Placed]:
    """An ornate frame whose outer edge is the rectangle's."""
    if kind == "thick-thin":
        inner = HEAVY + APART + FINE // 2
        return [
            FrameLine(rect.inset(HEAVY // 2), HEAVY),
            FrameLine(rect.inset(inner), FINE),
        ]
    if kind == "corners":
        return _corners(rect)
    if kind == "meander":
        return _meander_frame(rect)
    middle = rect.inset(DEPTHS[kind] // 2)
    return [shape for side in _sides(middle, 0) for shape in drawn(kind, *side)]


def _sides(rect: Rect, short: int) -> Iterator[tuple[int, Way]]:
    """Length and way of the four sides, each short of both its corners by so much."""
    x, y, right, foot = rect.x + short, rect.y + short, rect.right - short, rect.bottom
    foot -= short
    wide, deep = right - x, foot - y
    yield wide, lambda u, v: (x + u, rect.y + v)
    yield deep, lambda u, v: (rect.right - v, y + u)
    yield wide, lambda u, v: (right - u, rect.bottom - v)
    yield deep, lambda u, v: (rect.x + v, foot - u)


def _meander_frame(rect: Rect) -> list[Placed]:
    """回纹 on all four sides, a square in each corner."""
    outer = rect.inset(FINE // 2)
    deep = DEPTHS["meander"]
    placed: list[Placed] = [FrameLine(outer, FINE)]
    for side in _sides(outer, deep):
        _, hooks = drawn("meander", *side)
        placed.append(hooks)
    air, square = deep // 4, deep // 2
    for x in (outer.x, outer.right - deep):
        for y in (outer.y, outer.bottom - deep):
            left, top = x + air, y + air
            placed.append(Shape(box(left, top, left + square, top + square)))
    return placed


def _corners(rect: Rect) -> list[Placed]:
    """A fine frame that turns in at its corners (角花), a dot in each turn."""
    turn, line = 6 * PT, rect.inset(PT)
    placed: list[Placed] = []
    for length, way in _sides(line, turn):
        placed.append(Shape(mapped(_line((0, 0), (length, 0)), way), width=FINE))
        hook = _line(
            (length, 0),
            (length, turn),
            (length + turn, turn),
        )
        placed.append(Shape(mapped(hook, way), width=FINE))
        x, y = way(length + turn // 2, turn // 2)
        placed.append(Shape(circle(x, y, PT)))
    return placed
