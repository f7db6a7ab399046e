"""The layout drawn over or under a page: grid, slots, and slots that wait for copy."""

from collections.abc import Iterator
from typing import Final

from printpress.colour import PAPER
from printpress.content.issue import Issue, PageCopy
from printpress.display.ops import FillRects, Op, StrokeLine, StrokeRect
from printpress.geometry import Rect
from printpress.makeup.grid import Grid
from printpress.proof.lettering import INK, PALE, RED, Align, Pen
from printpress.proof.numbers import EVERY
from printpress.spec.issue_check import HOLDS_STORIES
from printpress.spec.layout import SlotSpec
from printpress.units import PT

NAME: Final = 5 * PT
"""Type size of names."""

HAIRLINE: Final = PT // 5
"""How thick the lines of the grid are."""

DASH: Final = 3 * PT
"""From dot to dot round a slot that waits."""


def lattice(grid: Grid, pen: Pen) -> Iterator[Op]:
    """Columns and baselines of the grid, which lie under the page, with numbers."""
    head, foot = grid.top, grid.row_top(grid.rows + 1)
    strip = grid.span(1, grid.columns)
    for column in range(1, grid.columns + 1):
        place = grid.span(column, column)
        yield StrokeRect(Rect(place.x, head, place.width, foot - head), HAIRLINE, PALE)
        at = place.x + place.width // 2, head - PT
        yield from pen.write(str(column), at, NAME, INK, "center")
    for row in range(1, grid.rows + 1):
        y = grid.baseline(row)
        fifth = row % EVERY == 0
        width = 2 * HAIRLINE if fifth else HAIRLINE
        yield StrokeLine(strip.x, y, strip.x + strip.width, y, width, PALE)
        if fifth or row == 1:
            sides: tuple[tuple[int, Align], ...] = (
                (strip.x - 2 * PT, "right"),
                (strip.x + strip.width + 2 * PT, "left"),
            )
            for x, align in sides:
                yield from pen.write(str(row), (x, y), NAME, INK, align)


def outlined(page: PageCopy, grid: Grid, pen: Pen) -> Iterator[Op]:
    """Every slot and piece of furniture with its name and its stories'."""
    for name, rect in _places(page, grid):
        yield StrokeRect(rect, PT // 2, INK)
        yield from _tag(name, rect, pen)


def _places(page: PageCopy, grid: Grid) -> Iterator[tuple[str, Rect]]:
    furniture = page.layout.furniture
    for name in ("masthead", "qr", "dateline", "folio", "imprint"):
        part = getattr(furniture, name)
        if part:
            yield name, grid.rect(part.cols, part.rows)
    for slot in page.layout.slots:
        stories = (story.id for story in page.stories.get(slot.name, ()))
        name = " · ".join((slot.name, *stories))
        yield name, grid.rect(slot.cols, slot.rows)


def _tag(name: str, rect: Rect, pen: Pen) -> Iterator[Op]:
    """A name on its frame's upper edge."""
    name = pen.clipped(name, NAME, rect.width - 4 * PT)
    width, height = pen.width(name, NAME) + 2 * PT, NAME + PT
    ground = Rect(rect.x + 2 * PT, rect.y - height // 2, width, height)
    yield FillRects((ground,), PAPER)
    baseline = ground.y + height - 3 * PT // 2
    yield from pen.write(name, (ground.x + PT, baseline), NAME)


def waiting(issue: Issue, page: PageCopy) -> tuple[SlotSpec, ...]:
    """The slots of a page that have no copy yet."""
    jumps = {(jump.to_page, jump.to_slot) for jump in issue.jumps}
    kept = {name for number, name in jumps if number in page.numbers}
    empty = []
    for slot in page.layout.slots:
        if slot.use in HOLDS_STORIES:
            if not page.stories.get(slot.name) and slot.name not in kept:
                empty.append(slot)
        elif slot.use == "advert" and slot.name not in page.adverts:
            empty.append(slot)
    return tuple(empty)


def empty_slots(issue: Issue, page: PageCopy, grid: Grid, pen: Pen) -> Iterator[Op]:
    """A dotted frame and the name of every slot that waits for copy."""
    for slot in waiting(issue, page):
        rect = grid.rect(slot.cols, slot.rows)
        corners = (
            (rect.x, rect.y, rect.right, rect.y),
            (rect.right, rect.y, rect.right, rect.bottom),
            (rect.right, rect.bottom, rect.x, rect.bottom),
            (rect.x, rect.bottom, rect.x, rect.y),
        )
        for ends in corners:
            yield StrokeLine(*ends, PT, RED, DASH)
        words = f"{slot.name}　空版位　{slot.own_columns} 栏 × {slot.deep} 行"
        size = min(12 * PT, 12 * PT * rect.width // max(1, pen.width(words, 14 * PT)))
        at = rect.x + rect.width // 2, rect.y + rect.height // 2
        yield from pen.write(words, at, size, RED, "center")
