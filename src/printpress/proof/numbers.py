"""Numbers of lines and paragraphs beside a story's text (行号、段号).

Lines are counted in each column of each story from its head, and every fifth has its
number in the gutter. Paragraphs are counted as comments count them, from 1 in their
story; a paragraph's number stands in a box, in its indent where there is room. No
number ever stands on text or on a picture: one that finds no room is left out, and the
count goes on.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from printpress.display.ops import Op, StrokeRect
from printpress.geometry import Rect, above_baseline
from printpress.makeup.conservation import BODY
from printpress.makeup.grid import Strip
from printpress.makeup.placed import Page, SetLine
from printpress.proof.lettering import INK, Pen
from printpress.proof.taken import Taken, taken_by
from printpress.units import PT

EVERY: Final = 5
"""Lines from one number to the next."""

SIZES: Final = (9 * PT // 2, 7 * PT // 2)
"""Type sizes of numbers, the second where the first finds no room (taste)."""

GAPS: Final = (PT, PT // 3)
"""Between a number and its column, likewise."""

DIGIT: Final = 740
"""Thousandths of an em that digits are high."""

BOX: Final = PT // 5
"""How thick the boxes of paragraph numbers are."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place for a number."""

    rect: Rect
    """Its ground."""
    size: int
    """Its type size."""


def numbered(page: Page, pen: Pen) -> Iterator[Op]:
    """The numbers of a page."""
    desk = _Desk(pen, taken_by(page), taken_by(page, rules=False))
    columns = tuple(_columns(page))
    seen: set[tuple[str, int]] = set()
    for column in columns:
        for placed in column.lines:
            key = placed.story, placed.paragraph
            if placed.line.first and placed.part != "byline" and key not in seen:
                seen.add(key)
                yield from desk.paragraph(placed, column.strip)
    for column in columns:
        for number, placed in enumerate(column.lines, 1):
            if number % EVERY == 0:
                yield from desk.line(placed, column.strip, number)


@dataclass(frozen=True, slots=True)
class _Column:
    """One story's lines in one column, one for each row."""

    strip: Strip
    """The column's place; of no width where its lines run down."""
    lines: tuple[SetLine, ...]
    """In the order of reading."""


def _columns(page: Page) -> Iterator[_Column]:
    stories: dict[str, list[SetLine]] = {}
    tiers: dict[tuple[str, int], dict[int, SetLine]] = {}
    for placed in page.placed:
        if not isinstance(placed, SetLine) or placed.paragraph < 0:
            continue
        if placed.part not in BODY:
            continue
        if placed.line.down:
            tiers.setdefault((placed.story, placed.y), {})[placed.x] = placed
        else:
            stories.setdefault(placed.story, []).append(placed)
    for lines in stories.values():
        yield from _across(lines)
    for tier in tiers.values():
        for_reading = tuple(tier[x] for x in sorted(tier, reverse=True))
        yield _Column(Strip(for_reading[0].x, 0), for_reading)


def _across(lines: Sequence[SetLine]) -> Iterator[_Column]:
    """The columns of a story: rows beside a picture are narrower, and within one."""
    own = {Strip(placed.x, placed.line.measure) for placed in lines}
    strips: list[Strip] = []
    for strip in sorted(own, key=lambda strip: (-strip.width, strip.x)):
        if not any(_within(strip, wider) for wider in strips):
            strips.append(strip)
    for column in sorted(strips, key=lambda strip: strip.x):
        rows: dict[int, SetLine] = {}
        for placed in lines:
            if _within(Strip(placed.x, placed.line.measure), column):
                rows.setdefault(placed.y, placed)
        yield _Column(column, tuple(rows[y] for y in sorted(rows)))


def _within(strip: Strip, column: Strip) -> bool:
    return column.x <= strip.x and strip.x + strip.width <= column.x + column.width


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where numbers are put down."""

    pen: Pen
    taken: Taken
    """Text, pictures, rules and numbers put down."""
    words: Taken
    """The same without rules: a number may stand on a rule if it must."""

    def line(self, placed: SetLine, column: Strip, number: int) -> Iterator[Op]:
        """The number of a line, beside it."""
        text = str(number)
        spots = _over(self.pen, placed, text) if placed.line.down else ()
        found = self._free(spots or _beside(self.pen, placed, column, text, pad=0))
        if found is None:
            return
        yield from self._digits(text, found)

    def paragraph(self, placed: SetLine, column: Strip) -> Iterator[Op]:
        """The number of the paragraph that begins with the line, in a box."""
        text, pad = str(placed.paragraph + 1), PT
        spots = [
            *_indent(self.pen, placed, column, text, pad=pad),
            *(
                _over(self.pen, placed, text)
                if placed.line.down
                else _beside(self.pen, placed, column, text, pad=pad)
            ),
        ]
        found = self._free(spots)
        if found is None:
            return
        yield StrokeRect(found.rect, BOX, INK)
        yield from self._digits(text, found)

    def _free(self, spots: Iterable[_Spot]) -> _Spot | None:
        spots = tuple(spots)
        for taken in (self.taken, self.words):
            for spot in spots:
                if not taken.meets(spot.rect):
                    self.taken.add(spot.rect)
                    self.words.add(spot.rect)
                    return spot
        return None

    def _digits(self, text: str, spot: _Spot) -> Iterator[Op]:
        rect = spot.rect
        high = spot.size * DIGIT // 1000
        baseline = rect.y + (rect.height + high) // 2
        middle = rect.x + rect.width // 2
        yield from self.pen.write(text, (middle, baseline), spot.size, INK, "center")


def _ground(pen: Pen, text: str, size: int, pad: int) -> tuple[int, int]:
    """Width and height of a number."""
    return pen.width(text, size) + 2 * pad, size * DIGIT // 1000 + 2 * pad


def _middle(placed: SetLine) -> int:
    """The middle of a line's Han characters."""
    size = max(piece.size for piece in placed.line.pieces if piece.gids)
    return placed.y - above_baseline(size) + size // 2


def _beside(
    pen: Pen, placed: SetLine, column: Strip, text: str, *, pad: int
) -> Iterator[_Spot]:
    """In the gutters: left first."""
    if not any(piece.gids for piece in placed.line.pieces):
        return
    for size, gap in zip(SIZES, GAPS, strict=True):
        inner = min(pad, gap)
        width, height = _ground(pen, text, size, inner)
        y = _middle(placed) - height // 2
        left, right = column.x - gap - width, column.x + column.width + gap
        beyond = left - 2 * size  # of the box of a paragraph that begins here
        for x in (left, beyond, right, placed.x - gap - width):
            yield _Spot(Rect(x, y, width, height), size)


def _indent(
    pen: Pen, placed: SetLine, column: Strip, text: str, *, pad: int
) -> Iterator[_Spot]:
    """In the blank before a line's first character."""
    pieces = [piece for piece in placed.line.pieces if piece.gids]
    if not pieces:
        return
    start = min(min(piece.xs) for piece in pieces)
    for size in SIZES:
        width, height = _ground(pen, text, size, pad)
        if placed.line.down:
            if height + 2 * PT <= start:
                x = placed.x - width // 2
                yield _Spot(Rect(x, placed.y + PT, width, height), size)
        elif placed.x + start - column.x >= width + 2 * PT:
            y = _middle(placed) - height // 2
            yield _Spot(Rect(column.x + PT // 2, y, width, height), size)


def _over(pen: Pen, placed: SetLine, text: str) -> Iterator[_Spot]:
    """At the head of a line that runs down, or at its foot."""
    for size, gap in zip(SIZES, GAPS, strict=True):
        width, height = _ground(pen, text, size, 0)
        x = placed.x - width // 2
        for y in (placed.y - gap - height, placed.y + placed.line.measure + gap):
            yield _Spot(Rect(x, y, width, height), size)
