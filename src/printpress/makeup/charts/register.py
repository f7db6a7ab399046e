"""Overprint, register and slur on a press-test page."""

import math
from collections.abc import Iterator
from itertools import chain
from typing import Final

from printpress.colour import BLACK, FULL, Ink
from printpress.geometry import Rect
from printpress.makeup.charts.board import AIR, Board, Drawn, named, spread
from printpress.makeup.placed import Patch, Placed, Rule, Shape
from printpress.paths import Close, LineTo, Move, Path, box, circle
from printpress.spec.chart import OverprintChart, Plates, RegisterChart, StarsChart
from printpress.units import MM, PT

HAIR: Final = PT // 4
"""How thick crosses and scales are: the least that a press shows."""

BAR: Final = MM // 2
"""Bars of the overprint target: wider than plates are usually out of register."""

PAIRS: Final = ("CMYK", "KC", "KM", "KY", "CM", "MY")
"""Which inks crosses are of."""

SCALE: Final = 2 * MM
"""From line to line of black's scale; the other inks' are a tenth closer."""

NONIUS: Final = MM // 10
"""How much closer: what one line more of a scale stands for."""

TICKS: Final = 5
"""Lines of a scale at each side of its middle."""

FINE: Final = 35 * PT // 100
"""Lines of a slur target, and the gaps between them."""


# --- overprint ------------------------------------------------------------------------


def set_overprint(board: Board, chart: OverprintChart) -> Drawn:
    """Black over each ground: overprinted at the left, knocked out at the right."""
    rect = board.rect
    placed: list[Placed] = []
    deep = max(0, rect.height - 2 * board.line - AIR // 2)
    for ground, (x, width) in zip(
        chart.grounds,
        spread(rect.x, rect.width + 2 * AIR, len(chart.grounds)),
        strict=True,
    ):
        top = rect.y
        for number, (left, half) in enumerate(spread(x, width - 2 * AIR, 2)):
            tile = Rect(left, rect.y, half, deep)
            placed.append(Patch((tile,), ground, as_is=True))
            target = tuple(target_bars(tile))
            if number == 0:
                path = tuple(chain.from_iterable(map(_outline, target)))
                placed.append(Shape(path, BLACK))
            else:
                placed.append(Patch(target, BLACK, as_is=True))
            top = tile.bottom + AIR // 2
            words = ("叠印", "挖空")[number]
            placed.append(board.label(words, left, top, half, align="centre"))
        top += board.line
        wide = width - 2 * AIR
        placed.append(board.label(named(ground), x, top, wide, align="centre"))
    return Drawn(placed, 12 * MM - deep)


def _outline(rect: Rect) -> Path:
    return box(rect.x, rect.y, rect.right, rect.bottom)


def target_bars(tile: Rect) -> Iterator[Rect]:
    """A frame of bars with a square and thinner bars in it; none overlap."""
    frame = tile.inset(tile.width // 8, tile.height // 8)
    yield Rect(frame.x, frame.y, frame.width, BAR)
    yield Rect(frame.x, frame.bottom - BAR, frame.width, BAR)
    sides = frame.height - 2 * BAR
    yield Rect(frame.x, frame.y + BAR, BAR, sides)
    yield Rect(frame.right - BAR, frame.y + BAR, BAR, sides)
    inner = frame.inset(2 * BAR + frame.width // 12, 2 * BAR + frame.height // 12)
    yield Rect(inner.x, inner.y, inner.width // 2, inner.height)
    bars = inner.width - inner.width // 2
    for number in range(3):
        x = inner.right - bars * (2 - number) // 3 - BAR
        yield Rect(x, inner.y, BAR * (number + 1) // 3, inner.height)


# --- register -------------------------------------------------------------------------


def set_register(board: Board, _: RegisterChart) -> Drawn:
    """Crosses of several inks over each other, and scales beside black's."""
    rect = board.rect
    row = min(rect.height // 3, rect.width // len(PAIRS) + board.line)
    placed: list[Placed] = []
    for letters, (x, width) in zip(
        PAIRS, spread(rect.x, rect.width, len(PAIRS)), strict=True
    ):
        side = min(width, row - board.line)
        middle = x + width // 2, rect.y + side // 2
        for letter in letters[::-1]:
            placed += cross(*middle, side * 2 // 5, Plates(letter).at(FULL))
        words = "+".join(letters) if len(letters) < len("CMYK") else letters
        placed.append(
            board.label(words, x, rect.y + row - board.line, width, align="centre")
        )
    top = rect.y + row + AIR
    scale = 2 * TICKS * SCALE + board.style.size + 2 * AIR
    for letter, (y, height) in zip(
        "CMY", spread(top, rect.bottom - top, 3), strict=True
    ):
        placed += _scale(board, Rect(rect.x, y, rect.width // 2, height), letter)
    right = Rect(rect.x + rect.width // 2, top, rect.width // 2, rect.bottom - top)
    for letter, (x, width) in zip("CMY", spread(right.x, right.width, 3), strict=True):
        place = Rect(x, top, width, right.height)
        placed += _scale(board, place, letter, down=True)
    return Drawn(placed, scale - right.height, 2 * scale - rect.width)


def cross(x: int, y: int, radius: int, ink: Ink) -> Iterator[Shape]:
    """A circle with a cross through it, over what lies below on other plates."""
    arm = radius * 5 // 4
    for path in (
        circle(x, y, radius),
        (Move(x - arm, y), LineTo(x + arm, y)),
        (Move(x, y - arm), LineTo(x, y + arm)),
    ):
        yield Shape(path, ink, HAIR, over=True)


def _scale(
    board: Board, place: Rect, letter: str, *, down: bool = False
) -> Iterator[Placed]:
    """Black's scale along the middle of a place and an ink's at its other side.

    As with a vernier, the line that meets black's tells by how many tenths of a
    millimetre the ink is off.
    """
    em, long = board.style.size, 2 * MM
    x, y = place.x + place.width // 2, place.y + place.height // 2
    room = place.height if down else place.width
    before = max(0, room - 2 * TICKS * SCALE - em - AIR) // 2
    middle = before + em + AIR + TICKS * SCALE
    if down:
        y = place.y + middle
        yield board.label(letter, x - em // 3, place.y + before)
    else:
        x = place.x + middle
        yield board.label(letter, place.x + before, y - em // 2)

    def tick(at: int, reach: int, ink: Ink) -> Rule:
        if down:
            return Rule(x, y + at, x + reach, y + at, HAIR, ink)
        return Rule(x + at, y, x + at, y + reach, HAIR, ink)

    for number in range(-TICKS, TICKS + 1):
        reach = long * 3 // 2 if number == 0 else long
        yield tick(number * SCALE, -reach, BLACK)
        ink = Plates(letter).at(FULL)
        yield tick(number * (SCALE - NONIUS), reach, ink)


# --- slur and spread ------------------------------------------------------------------


def set_stars(board: Board, chart: StarsChart) -> Drawn:
    """A star of each ink with fine lines across and down beside it."""
    rect = board.rect
    placed: list[Placed] = []
    deep = rect.height - board.line
    radius = 0
    for plates, (x, width) in zip(
        chart.inks, spread(rect.x, rect.width, len(chart.inks)), strict=True
    ):
        ink = plates.at(FULL)
        radius = min(width * 9 // 20, deep * 7 // 20)
        placed.append(
            Shape(star(x + width // 2, rect.y + radius, radius, chart.spokes), ink)
        )
        top = rect.y + 2 * radius + 2 * AIR
        room = Rect(x + width // 2 - radius, top, 2 * radius, rect.y + deep - top - AIR)
        placed += fine_lines(room, ink)
        words = "+".join(plates.letters)
        placed.append(board.label(words, x, rect.y + deep, width, align="centre"))
    return Drawn(placed, 3 * MM - radius)


def star(x: int, y: int, radius: int, spokes: int) -> Path:
    """Dark rays about a point, as wide as the gaps between them (Siemens star)."""

    def rim(number: int) -> tuple[int, int]:
        turn = math.pi * number / spokes
        return x + round(radius * math.cos(turn)), y + round(radius * math.sin(turn))

    return tuple(
        part
        for number in range(0, 2 * spokes, 2)
        for part in (
            Move(x, y),
            LineTo(*rim(number)),
            LineTo(*rim(number + 1)),
            Close(),
        )
    )


def fine_lines(room: Rect, ink: Ink) -> Iterator[Rule]:
    """Lines down in the left half and across in the right, as thick as their gaps."""
    half = (room.width - AIR) // 2
    for step in range(half // (2 * FINE)):
        x = room.x + FINE // 2 + step * 2 * FINE
        yield Rule(x, room.y, x, room.bottom, FINE, ink)
    for step in range(max(0, room.height) // (2 * FINE)):
        y = room.y + FINE // 2 + step * 2 * FINE
        yield Rule(room.right - half, y, room.right, y, FINE, ink)
