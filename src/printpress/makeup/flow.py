"""Galley → columns: whole rows cut into frames, in integers.

Takes a galley's rows and the rows each frame holds; gives each frame its rows. No row
is lost or doubled: what finds no frame is handed back. Where a line would stand alone,
the rows that the story lacks anyway are left empty at other feet instead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, repeat
from operator import and_, sub
from typing import Literal

from printpress.makeup.keep import (
    AIR,
    FOOT,
    WEIGHTS,
    Fault,
    Row,
    before_foot,
    divisible,
    faults_of,
    weight_of,
)

UNEVEN = 1
"""Rows that a column may end early to keep lines together, unless told otherwise."""

MOST_AIR = 1
"""Rows that air above subheads may grow by in one column: more read as holes."""

_FAULT, _ROW = 10**12, 10**6
"""What a fault's weight and an empty row cost; the rest prefers feet on the right."""

_TOO_UNEVEN = WEIGHTS["stranded-subhead"]
"""How much graver each row is that a foot lacks beyond what it may: worth no cure."""

_EMPTY = 100
"""The weight of each row of a column that the story does not reach: never worth it."""


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
    """Rows left empty at column feet to keep lines together."""
    faults: tuple[Fault, ...]
    """Lines that stand alone all the same."""


def balance(rows: int, columns: int) -> tuple[int, ...]:
    """Rows per column, shared out as evenly as they go, the surplus on the left.

    >>> balance(10, 4)
    (3, 3, 2, 2)
    """
    each, surplus = divmod(rows, columns)
    return (each + 1,) * surplus + (each,) * (columns - surplus)


@dataclass(frozen=True, slots=True)
class _Copy:
    """Rows to be cut, with what the search asks of them again and again."""

    rows: tuple[Row, ...]
    """The rows."""
    total: int
    """How many there are."""
    aired: tuple[int, ...]
    """Rows of air above each place."""
    parted: tuple[int, ...]
    """Those of them that stand above subheads."""

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "_Copy":
        """The rows with their air counted."""
        airs = [row.is_air for row in rows]
        heads = [*(row.heads for row in rows[1:]), False]
        return cls(
            rows=tuple(rows),
            total=len(rows),
            aired=tuple(accumulate(airs, initial=0)),
            parted=tuple(accumulate(map(and_, airs, heads), initial=0)),
        )

    def begun(self, start: int) -> int:
        """The first row from *start* on that is not air: no column begins with it."""
        while start < self.total and self.rows[start].is_air:
            start += 1
        return start

    def ended(self, start: int, end: int) -> int:
        """The last place up to *end* where a column may end."""
        if end >= self.total:
            return self.total
        while end > start and self.rows[end - 1].goes_on:
            end -= 1
        return end

    def airs(self, start: int, end: int) -> int:
        """Rows of air between two places."""
        return self.aired[end] - self.aired[start]

    def partings(self, start: int, end: int) -> int:
        """Those of them that stand above subheads and may grow: one at most."""
        return min(MOST_AIR, self.parted[end] - self.parted[start])

    def weight(self, start: int, end: int) -> int:
        """How grave it is to end a column there."""
        head = self.begun(end)
        if end == start or head == self.total:
            return 0
        before = before_foot(self.rows[max(start, end - 3) : end])
        return weight_of(before, self.rows[end - 1], self.rows[head])


def _fill(copy: _Copy, capacities: Sequence[int]) -> list[int]:
    """Where each frame's rows end if every frame is filled as far as it goes."""
    ends: list[int] = []
    here = 0
    for room in capacities:
        start = copy.begun(here)
        here = copy.ended(start, min(start + room, copy.total))
        ends.append(here)
    return ends


@dataclass(frozen=True, slots=True)
class _Feet:
    """How far columns are filled, and how far their feet may be off that."""

    rooms: tuple[int, ...]
    """Rows that each frame holds."""
    levels: tuple[int, ...]
    """Rows that each is to have."""
    lacking: tuple[int, int] | None
    """Rows that any of them, the last too, may lack at least and at most, where it is
    shared; else only the last lacks rows."""
    uneven: int
    """Rows that a foot may stand off that to keep lines together."""
    shared: range = range(0)
    """The columns that take part where rows are shared: those above a picture over all
    columns are full before text goes on below it."""

    def lacks(self, number: int) -> tuple[int, int]:
        """Rows that the column may lack, at least and at most."""
        return self.lacking if self.lacking and number in self.shared else (0, 0)

    def ends(self, copy: _Copy, number: int, start: int) -> Iterator[int]:
        """Where the column may end, from the lowest place up.

        Rows that air above its subheads can take up are not seen at its foot.
        """
        foot = start + self.rooms[number]
        fewest, most = self.lacks(number)
        full = copy.ended(start, min(start + self.levels[number], copy.total))
        end = foot - max(0, fewest - self.uneven)
        end = max(full, copy.ended(start, min(max(start, end), copy.total)))
        least = foot - most - self.uneven
        while end >= full or end >= least - copy.partings(start, end):
            yield end
            if end == start:
                return
            end = copy.ended(start, end - 1)
            if end == start < full:
                return

    def price(self, copy: _Copy, number: int, start: int, end: int) -> int:
        """What it costs to end the column there."""
        off = self.levels[number] - (end - start)
        if start == copy.total:
            return off * _EMPTY * _FAULT
        final = copy.begun(end) == copy.total
        if final and not self.lacking:
            return 0
        fewest, most = self.lacks(number)
        lacks = self.rooms[number] - (end - start)
        taken = 0 if final else min(copy.partings(start, end), max(0, off))
        over, under = lacks - taken - most, min(fewest, self.rooms[number]) - lacks
        seen = max(0, over, under)
        weight = copy.weight(start, end) + FOOT * seen + AIR * taken
        weight += _TOO_UNEVEN * max(0, seen - self.uneven)
        place = abs(off) * (len(self.rooms) - number)
        return weight * _FAULT + abs(off) * _ROW + place

    def faulty(self, copy: _Copy, ends: Sequence[int]) -> bool:
        """Whether columns that end there are not as they should be."""
        start, price = copy.begun(0), 0
        for number, end in enumerate(ends):
            price += self.price(copy, number, start, end)
            start = copy.begun(end)
        return price >= _FAULT and start == copy.total


def _search(copy: _Copy, feet: _Feet) -> list[int] | None:
    """Where columns end at the least price with nothing overset, or None.

    Goes from column to column and remembers for each row that can begin the next one
    the cheapest way there, so that it takes a few steps for each column.
    """
    room = sum(feet.rooms)
    ways: dict[int, tuple[int, list[int]]] = {copy.begun(0): (0, [])}
    for number, frame in enumerate(feet.rooms):
        room -= frame
        onward: dict[int, tuple[int, list[int]]] = {}
        for start, (spent, ends) in ways.items():
            for end in feet.ends(copy, number, start):
                head = copy.begun(end)
                if copy.total - head - copy.airs(head, copy.total) > room:
                    break
                price = spent + feet.price(copy, number, start, end)
                if head not in onward or price < onward[head][0]:
                    onward[head] = (price, [*ends, end])
        ways = onward
    return ways[copy.total][1] if copy.total in ways else None


def _with_air(column: tuple[Row, ...], spare: int) -> tuple[Row, ...]:
    """The column with a second row of air above as many subheads as it has to spare."""
    rows: list[Row] = []
    for row in column:
        if spare > 0 and row.heads and rows and rows[-1].is_air:
            rows.append(rows[-1])
            spare -= 1
        rows.append(row)
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _House:
    """How the house fills columns."""

    short: Literal["last", "spread", "run-on"]
    uneven: int


def _feet(
    copy: _Copy, rooms: tuple[int, ...], shared: range, house: _House
) -> tuple[_Feet, list[int]]:
    """Rows that each frame is to have, and where columns filled so far end.

    A foot that a subhead leaves takes room from the others, so that fewer are lacking.
    """
    above, band = rooms[: shared.start], rooms[shared.start : shared.stop]
    below = (0,) * (len(rooms) - shared.stop)
    missing = sum(above) + sum(band) - copy.total
    too_short = bool(band) and missing >= band[-1] > 0
    if house.short == "spread" or (house.short == "last" and too_short):
        for lacking in range(missing, 0, -1):
            taken = balance(lacking, len(band))[::-1]
            levels = (*above, *map(max, map(sub, band, taken), repeat(0)), *below)
            ends = _fill(copy, levels)
            if copy.begun(ends[-1]) == copy.total:
                bounds = taken[0], taken[-1]
                return _Feet(rooms, levels, bounds, house.uneven, shared), ends
    ends = _fill(copy, rooms)
    reached = not band or copy.begun(ends[shared.stop - 1]) == copy.total
    levels = (*above, *band, *below) if reached else rooms
    return _Feet(rooms, levels, None, house.uneven), ends


def _shared(rooms: Sequence[int], bands: Sequence[int], total: int) -> range:
    """The frames that share what the story lacks: those of the lowest band it reaches.

    Frames above it are full, frames below it empty.
    """
    first = held = 0
    for band in bands[:-1]:
        held += sum(rooms[first : first + band])
        if total <= held:
            return range(first, first + band)
        first += band
    return range(first, len(rooms))


def cut(
    rows: Sequence[Row],
    capacities: Sequence[int],
    short: Literal["last", "spread", "run-on"] = "last",
    uneven: int = UNEVEN,
    bands: Sequence[int] = (),
) -> Cut:
    """The rows shared out to frames of the given capacities, in order.

    *short* says where missing rows stay: at the foot of the last column (where a
    byline sits), or at every column's foot alike. A story so short that its last column
    would stay empty is always levelled, unless it is to run on to where it ends, as
    vertical lines do. Other feet may stand *uneven* rows off so that lines stay
    together, and only with rows that the story lacks: none is overset for it but to
    keep a subhead from being last. One row left below a column's text goes above a
    subhead of it, for there air belongs and the foot is level.

    *bands* are the numbers of frames above and below each picture that stands over all
    columns: those above it are full before others begin (齐底).
    """
    rooms = tuple(capacities)
    copy = _Copy.of(divisible(rows, max(rooms, default=0)))
    shared = _shared(rooms, bands, copy.total)
    feet, ends = _feet(copy, rooms, shared, _House(short, uneven))
    if feet.faulty(copy, ends):
        ends = _search(copy, feet) or ends
    columns: list[tuple[Row, ...]] = []
    here = stranded = 0
    for level, end in zip(feet.levels, ends, strict=True):
        column = copy.rows[copy.begun(here) : end]
        here = copy.begun(end)
        if here < copy.total:
            column = _with_air(column, min(MOST_AIR, level - len(column)))
            stranded += max(0, level - len(column))
        columns.append(column)
    used = sum(map(len, columns))
    return Cut(
        columns=tuple(columns),
        overset=copy.rows[copy.begun(here) :],
        short=sum(capacities) - used - stranded,
        stranded=stranded,
        faults=tuple(faults_of(columns)) if here == copy.total else (),
    )
