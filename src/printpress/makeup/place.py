"""Where a story is to stand, before anything of it is set."""

from collections.abc import Callable
from dataclasses import dataclass

from printpress.content.jumps import Jump, Point, Rest
from printpress.content.story import Story
from printpress.diagnostics import Span
from printpress.makeup.keep import Row
from printpress.spec.layout import SlotSpec


@dataclass(frozen=True, slots=True)
class Onward:
    """The slot in which a story goes on, as its first part sees it."""

    jump: Jump
    """The way there."""
    rows: int
    """Rows that it holds below its head and the line that says where from."""
    rows_from: Callable[[Point], tuple[Row, ...]]
    """The rows that the story would take there from a point on."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a story is to stand."""

    page_no: int
    """The page."""
    slot: SlotSpec
    """The slot."""
    span: Span
    """Where the issue puts it there."""
    column_rule: int = 0
    """How thick the rules between its columns are; 0 for none."""
    pinned_rows: int | None = None
    """Rows of its picture, where a person fixed them."""
    onward: Onward | None = None
    """Where the story goes on if this place does not hold it."""
    rest: Rest | None = None
    """What of the story stands here, if it begins elsewhere."""
    pinned_further: tuple[tuple[int, int], ...] = ()
    """Number of a further place for pictures, from 2, and rows that a person fixed."""
    spare: tuple[Story, ...] = ()
    """Stories that stand nowhere and might fill what this one leaves empty."""

    def bounds_of(self, number: int) -> tuple[int, int]:
        """The fewest and the most rows of the slot's place of that number, from 1."""
        if number == 1:
            return self.picture_bounds
        rows = dict(self.pinned_further).get(number)
        return (rows, rows) if rows else self.slot.pictures[number - 1].rows

    @property
    def picture_bounds(self) -> tuple[int, int]:
        """The fewest and the most rows the slot's picture may have."""
        if self.pinned_rows is not None:
            return self.pinned_rows, self.pinned_rows
        return self.slot.picture.rows if self.slot.picture else (0, 0)
