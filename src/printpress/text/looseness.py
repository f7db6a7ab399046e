"""A paragraph with one line less or more than its cheapest way has.

What TeX calls looseness (Knuth and Plass, "Breaking Paragraphs into Lines", 1981).
Make-up asks for it where a line would stand alone. Lines are counted along the ways,
which :mod:`.total_fit` has no need to do, and none may be as loose as staff is told of:
so few rows are within reach of a line's number, and paragraphs without play are found
out at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from printpress.text.breaker import Cut, Room, Rules, farthest, is_orphan
from printpress.text.demerits import (
    spread_demerits,
    squeeze_demerits,
    torn_demerits,
)
from printpress.text.items import FREE, Items
from printpress.text.sums import Sums

LOOSEST: Final = 10
"""An em divided by this may stand between characters: wider gaps are told of."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to break a paragraph."""

    cost: int
    """What its lines cost together, as :mod:`.demerits` has it."""
    ends: tuple[int, ...]
    """The row after the last of each line."""

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """Its lines."""
        starts = (0, *self.ends[:-1])
        return tuple(Cut(*rows) for rows in zip(starts, self.ends, strict=True))


class Ways:
    """The ways to break one paragraph; lines that were priced once are remembered."""

    def __init__(self, items: Items, room: Room, rules: Rules) -> None:
        self._items, self._room, self._rules = items, room, rules
        self._sums = Sums.of(items)
        self._known: dict[tuple[int, int], tuple[tuple[int, int], ...]] = {}

    def in_lines(self, lines: int) -> Way | None:
        """The cheapest into so many lines.

        None where there is none without a line that is looser than a tenth of an em, or
        one that breaks a rule. Where ways cost alike, earlier lines are filled more.
        """
        items, room = self._items, self._room
        if not 0 < lines <= items.rows:
            return None
        rooms = [room(number) for number in range(lines)]
        within = _Reach(items, self._sums, rooms)
        ways = {0: Way(0, ())} if within.holds(0, 0) else {}
        for number in range(lines):
            onward: dict[int, Way] = {}
            last, wide = number == lines - 1, room(number)
            for start, way in sorted(ways.items()):
                for end, cost in self._lines_from(start, wide):
                    if (end == items.rows) != last or not within.holds(number + 1, end):
                        continue
                    spent = way.cost + cost
                    if end not in onward or spent < onward[end].cost:
                        onward[end] = Way(spent, (*way.ends, end))
            ways = onward
        return ways.get(items.rows)

    def _lines_from(self, start: int, wide: int) -> tuple[tuple[int, int], ...]:
        """Where a line may end that begins there, and its cost."""
        if (start, wide) not in self._known:  # lines of several numbers can begin there
            found = _lines_from(self._items, self._sums, start, wide, self._rules)
            self._known[start, wide] = tuple(found)
        return self._known[start, wide]


class _Reach:
    """Which rows can begin a line of a number, so that the others can be as wanted.

    Judged by sums alone: what is left must neither be more than the lines hold once all
    of it is squeezed, nor fill fewer of them spread as far as can be.
    """

    def __init__(self, items: Items, sums: Sums, rooms: Sequence[int]) -> None:
        rows = items.rows
        self._rows, self._em = rows, items.em
        self._widths, self._gives = items.sums, sums.gives
        self._grows = sums.grows if sums.others else [0] * (rows + 1)
        self._holds = [*accumulate(reversed(rooms), initial=0)][::-1]
        self._last = rooms[-1]

    def holds(self, number: int, row: int) -> bool:
        """Whether the copy from a row on can fill the lines from that number on."""
        rows, holds = self._rows, self._holds[number]
        if row == rows:
            return not holds
        left = self._widths[rows] - self._widths[row]
        least = left - (self._gives[rows] - self._gives[row])
        most = left + self._grows[rows] - self._grows[row]
        most += self._em * (rows - row) // LOOSEST
        return least <= holds and most >= holds - self._last


def _lines_from(
    items: Items, sums: Sums, start: int, room: int, rules: Rules
) -> Iterator[tuple[int, int]]:
    """Where a line may end that begins there, and its cost."""
    joints, longest = items.joints, farthest(items, start, room)
    end = longest
    while (end := joints.find(FREE, end + 1)) > 0:
        cost = _cost(items, sums, (start, end), room, rules)
        if cost is None:
            break
        yield end, cost + torn_demerits(items, end)
    end = longest + 1
    while (end := joints.rfind(FREE, start + 1, end)) > 0:
        cost = _cost(items, sums, (start, end), room, rules)
        if cost is None and end < items.rows:
            break
        if cost is not None:
            yield end, cost + torn_demerits(items, end)


def _cost(
    items: Items, sums: Sums, rows: tuple[int, int], room: int, rules: Rules
) -> int | None:
    """What a line costs; None where it cannot be set so."""
    start, end = rows
    last = sums.lasts[end]
    lonely = end == items.rows and start and rules.orphan and is_orphan(items, start)
    if last < start or lonely:
        return None
    slack = room - sums.ends[end] + sums.starts[start]
    if slack < 0:
        if not rules.push_in or -slack > sums.gives[end] - sums.gives[start]:
            return None
        return squeeze_demerits(items, start, last + 1, -slack)
    if end == items.rows:
        return 0
    gaps = sums.gaps(start, last)
    count, others, grows = gaps
    loose = (slack - grows) * LOOSEST > items.em * count
    if loose or (slack and not count + others):
        return None
    return spread_demerits(items.em, slack, gaps, joint=items.joints[end])
