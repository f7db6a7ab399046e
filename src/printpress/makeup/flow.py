"""Galley → columns: whole rows cut into frames, in integers.

Takes a galley's rows and the rows each frame holds; gives each frame its rows. No row
is lost or doubled: what finds no frame is handed back.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from printpress.text.galley import Line


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a column: a set line, or air."""

    line: Line | None
    """The line, or None for an empty row."""
    heads: bool = False
    """Whether it is a subhead, which must not be last in a column."""
    tail: Line | None = None
    """A byline that shares the row, flush right behind the copy's last line."""
    keeps: bool = False
    """Whether the row below stands in the same column: inside a table, before a
    signature."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that stand in it: none, one, or one with the byline."""
        return tuple(line for line in (self.line, self.tail) if line is not None)


@dataclass(frozen=True, slots=True)
class Cut:
    """A galley cut into columns."""

    columns: tuple[tuple[Row, ...], ...]
    """The rows of each frame, from its top."""
    overset: tuple[Row, ...]
    """Rows that found no room."""
    short: int
    """Rows of the frames that found no text."""
    stranded: int
    """Rows left empty at column feet to keep a subhead with its text."""


def _without_air(rows: Sequence[Row], start: int) -> int:
    """The first row from *start* on that is not air."""
    while start < len(rows) and rows[start].line is None:
        start += 1
    return start


def _goes_on(row: Row) -> bool:
    """Whether no column may end below the row."""
    return row.line is None or row.heads or row.keeps


def _divisible(rows: Sequence[Row], most: int) -> tuple[Row, ...]:
    """The rows, those that no frame holds together parted: a table too tall for all."""
    parted = list(rows)
    start = 0
    for end, row in enumerate(rows, 1):
        if row.keeps:
            continue
        if end - start > most:
            parted[start:end] = [replace(row, keeps=False) for row in rows[start:end]]
        start = end
    return tuple(parted)


def _fill(rows: Sequence[Row], capacities: Sequence[int]) -> tuple[list[int], int]:
    """Where each frame's rows begin and end, flattened, and the rows stranded."""
    bounds: list[int] = []
    here = stranded = 0
    for room in capacities:
        here = _without_air(rows, here)
        end = min(here + room, len(rows))
        if end < len(rows):
            full = end
            while end > here and _goes_on(rows[end - 1]):
                end -= 1
            stranded += full - end
        bounds += [here, end]
        here = end
    return bounds, stranded


def balance(rows: int, columns: int) -> tuple[int, ...]:
    """Rows per column, shared out as evenly as they go, the surplus on the left.

    >>> balance(10, 4)
    (3, 3, 2, 2)
    """
    each, surplus = divmod(rows, columns)
    return (each + 1,) * surplus + (each,) * (columns - surplus)


def _spread(rows: int, capacities: Sequence[int]) -> list[int]:
    """Capacities with missing rows taken from every column's foot alike."""
    missing = sum(capacities) - rows
    if missing <= 0 or not capacities:
        return list(capacities)
    taken = balance(missing, len(capacities))[::-1]
    return [max(0, room - less) for room, less in zip(capacities, taken, strict=True)]


def cut(
    rows: Sequence[Row],
    capacities: Sequence[int],
    short: Literal["last", "spread"] = "last",
) -> Cut:
    """The rows shared out to frames of the given capacities, in order.

    *short* says where missing rows stay: at the foot of the last column (where a
    byline sits), or at every column's foot alike. A story so short that its last column
    would stay empty is always levelled.
    """
    rows = _divisible(rows, max(capacities, default=0))
    bounds, stranded = _fill(rows, capacities)
    missing = sum(capacities) - len(rows)
    if short == "spread" or (capacities and missing >= capacities[-1] > 0):
        levelled = _spread(len(rows), capacities)
        tighter, left_over = _fill(rows, levelled)
        if not tighter or _without_air(rows, tighter[-1]) == len(rows):
            bounds, stranded = tighter, left_over
    columns = tuple(
        tuple(rows[start:end])
        for start, end in zip(bounds[::2], bounds[1::2], strict=True)
    )
    end = _without_air(rows, bounds[-1] if bounds else 0)
    used = sum(map(len, columns))
    return Cut(columns, tuple(rows[end:]), sum(capacities) - used - stranded, stranded)
