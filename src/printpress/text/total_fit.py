"""Where lines end, decided for all lines of a paragraph at once.

The ways of breaking are paths from the paragraph's first row to its end; each line is
a step along one and costs what :mod:`.demerits` says. The cheapest path is found as by
Knuth and Plass ("Breaking Paragraphs into Lines", 1981), but in the order of cost
instead of the order of the text (Dijkstra, 1959): most lines of Chinese fit without
any cost, so few other ways are ever looked at.

Where two ways cost alike, the one that fills earlier lines more is taken. Lines of one
paragraph may have measures of their own: a place is a row *and* a line number, until
the measures settle.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from heapq import heappop, heappush
from typing import Final

from printpress.text.breaker import (
    LAST_RESORT,
    Cut,
    Room,
    Rules,
    forced,
    hangs,
    is_orphan,
)
from printpress.text.demerits import (
    FREE_SPREAD,
    LEAST,
    TORN,
    divided_demerits,
    hyphen_demerits,
    last_line_demerits,
    line_demerits,
    sign_demerits,
    spread_demerits,
    squeeze_demerits,
)
from printpress.text.items import ADDRESS, CLUSTER, FREE, HELD, UNIT, Items
from printpress.text.sums import Sums

Place = tuple[int, int]
"""A row that begins a line, and that line's number (once settled, always the same)."""

_TIED: Final = FREE + 1
"""Joint where a line may end at the price of a torn number, in this search alone."""
_INSIDE: Final = re.compile(rb"[\x00-\x03]+")
"""Joints within a unit: all below ``HELD``."""


LONG: Final = 4
"""Ems beyond which a name may be parted after its signs (taste)."""


def total_fit(
    items: Items, room: Room, rules: Rules, settled: int = 1
) -> tuple[Cut, ...]:
    """The lines of the cheapest way to break the paragraph.

    From line number *settled* on all lines have the same room.
    """
    return _Search(items, room, rules, settled).cuts() if items.rows else ()


class _Search:
    """One paragraph's search, made and left within :func:`total_fit`."""

    def __init__(self, items: Items, room: Room, rules: Rules, settled: int) -> None:
        self._items = items
        self._em = items.em
        self._rules = rules
        self._settled = settled
        self._rooms = [room(number) for number in range(settled + 1)]
        self._sums = Sums.of(items)
        self._parts = _parts_of_long_units(items, max(self._rooms))
        self._places = sorted(self._parts)
        self._hyphens = sorted(items.hyphens)
        self._joints = _without_tied(items) if items.tied else items.joints
        self._due: list[tuple[int, int, Place]] = []
        """Lines to try, the cheapest way first: the cost of the way with them, minus
        the row after their last, and where they begin. A line that ends where it begins
        stands for all that is worth a try only at that cost."""
        self._before: dict[Place, Place] = {}
        """Place → the place before it on the cheapest way."""
        self._reached: dict[Place, tuple[int, int, int]] = {}
        """Place → the cost of getting there, where a line's text must end on the scale
        of the sums, and the last row before which it does."""

    def cuts(self) -> tuple[Cut, ...]:
        """The cheapest way."""
        rows, due, reached = self._items.rows, self._due, self._reached
        settled = self._settled
        self._arrive((0, 0), 0)
        while True:
            cost, end, here = heappop(due)
            end = -end
            row, line = here
            if end == row:
                self._try_more(here)
                continue
            there = end, line + 1 if line < settled else settled
            if there not in reached:
                self._before[there] = here
                if end == rows:
                    return self._way_to(there)
                self._arrive(there, cost)
            if end <= reached[here][2]:
                self._try_shorter(here, end)

    def _arrive(self, here: Place, cost: int) -> None:
        """A place is reached: put the best line from there on the list."""
        row, line = here
        sums, items = self._sums, self._items
        limit = sums.starts[row] + self._rooms[line]
        longest = bisect_right(sums.ends, limit, row + 1) - 1
        self._reached[here] = cost, limit, longest
        if longest == items.rows:
            heappush(self._due, (cost + self._lonely(row), -longest, here))
            return
        found = self._try_shorter(here, longest + 1)
        if self._sums.others:
            self._try_western(here)
        if self._hangs(here):
            self._try_hung(here)
        after = self._joints.find(FREE, longest + 1)
        over = sums.ends[after] - limit
        rough = self._parts or self._hyphens or not found
        if rough or over <= sums.gives[after] - sums.gives[row]:
            heappush(self._due, (cost + LEAST, -row, here))
        elif self._joints.find(_TIED, row + 1, after + 1) > 0:
            heappush(self._due, (cost + TORN, -row, here))

    def _try(self, here: Place, end: int, cost: int) -> None:
        """Put a line on the list; *cost* is its own."""
        heappush(self._due, (self._reached[here][0] + cost, -end, here))

    def _lonely(self, row: int) -> int:
        """What it costs if the last line begins here, beside its width."""
        return last_line_demerits(self._items, row, orphan=self._rules.orphan)

    def _try_shorter(self, here: Place, before: int) -> bool:
        """The longest line that ends before a row; the next ones cost no less."""
        row, sums, joints = here[0], self._sums, self._joints
        end = joints.rfind(FREE, row + 1, before)
        if end < 0:
            return False
        cost, limit, _ = self._reached[here]
        slack, last = limit - sums.ends[end], sums.lasts[end]
        # Most lines cost nothing: that is seen here, without another call.
        if slack * FREE_SPREAD > self._em * (sums.places[last] - sums.places[row]):
            gaps = sums.gaps(row, last)
            cost += spread_demerits(self._em, slack, gaps, joints[end])
        heappush(self._due, (cost, -end, here))
        return True

    def _try_western(self, here: Place) -> None:
        """The longest line of Western words alone.

        Those have gaps of their own to spread, so that a line may cost less than the
        next longer one with a character or two of Chinese in it.
        """
        row, gaps = here[0], self._sums.places
        end = bisect_right(gaps, gaps[row]) if gaps[row + 1] == gaps[row] else 0
        if row + 1 < end <= self._reached[here][2]:
            self._try_shorter(here, end + 1)

    def _spread(self, row: int, end: int, slack: int) -> int:
        """What a line costs that falls short by *slack*."""
        sums = self._sums
        gaps = sums.gaps(row, sums.lasts[end])
        return spread_demerits(self._em, slack, gaps, self._items.joints[end])

    def _hangs(self, here: Place) -> bool:
        """Whether the mark behind the longest line from there hangs past its end."""
        return self._rules.hanging and hangs(
            self._items, here[0], self._reached[here][2]
        )

    def _try_hung(self, here: Place) -> None:
        """The line whose last mark hangs."""
        (row, _), (_, limit, mark) = here, self._reached[here]
        if mark + 1 == self._items.rows:
            cost = self._lonely(row)
        else:
            cost = self._spread(row, mark, limit - self._sums.ends[mark])
        self._try(here, mark + 1, cost)

    def _try_more(self, here: Place) -> None:
        """Lines that are squeezed, and those that break a rule for want of others."""
        row, items, sums = here[0], self._items, self._sums
        _, limit, longest = self._reached[here]
        found = self._hangs(here)
        found |= self._joints.rfind(FREE, row + 1, longest + 1) > 0
        if self._rules.push_in:
            found |= self._try_squeezed(here)
        for end in _between(self._places, row, longest):
            cost, _ = self._parts[end]
            self._try(here, end, cost + self._spread(row, end, limit - sums.ends[end]))
            found = True
        if self._hyphens:
            found |= self._try_parted(here)
        if items.tied:
            found |= self._try_torn(here)
        if not found:
            self._try_forced(here)

    def _try_squeezed(self, here: Place) -> bool:
        """Lines that fit once they are squeezed; whether there are any.

        What a row adds is never less than what it can give up: after the first line
        that cannot be squeezed enough there is no other.
        """
        row, items, sums = here[0], self._items, self._sums
        _, limit, longest = self._reached[here]
        end, found = longest + self._hangs(here), False
        while (end := self._joints.find(FREE, end + 1)) > 0:
            over = sums.ends[end] - limit
            if over > sums.gives[end] - sums.gives[row]:
                break
            cost = squeeze_demerits(items, row, sums.lasts[end] + 1, over)
            if cost is None:
                break
            self._try(here, end, cost + (self._lonely(row) if end == items.rows else 0))
            found = True
        return found

    def _try_parted(self, here: Place) -> bool:
        """Lines that end with a hyphen, squeezed or not; whether there are any."""
        row, items, sums = here[0], self._items, self._sums
        _, limit, longest = self._reached[here]
        found = False
        for end in _between(self._hyphens, row, self._joints.find(FREE, longest + 1)):
            slack = limit - sums.ends[end] - items.hyphens[end].width
            cost: int | None = None
            if slack >= 0:
                cost = self._spread(row, end, slack)
            elif self._rules.push_in:
                cost = squeeze_demerits(items, row, end, -slack)
            if cost is not None:
                self._try(here, end, cost + hyphen_demerits(items, row))
                found = True
        return found

    def _try_torn(self, here: Place) -> bool:
        """Lines that tear a number from its measure word; whether there are any."""
        row, items, sums = here[0], self._items, self._sums
        _, limit, longest = self._reached[here]
        found = False
        for end in _between(items.tied, row, self._joints.find(FREE, longest + 1)):
            slack = limit - sums.ends[end]
            cost: int | None = None
            if slack >= 0:
                cost = self._spread(row, end, slack)
            elif self._rules.push_in:
                cost = squeeze_demerits(items, row, sums.lasts[end] + 1, -slack)
            if cost is not None:
                self._try(here, end, cost + TORN)
                found = True
        return found

    def _try_forced(self, here: Place) -> None:
        """Lines where no rule can be kept; better a mark astray than a unit in two."""
        row, items, longest = here[0], self._items, self._reached[here][2]
        first = forced(items, row, max(row, longest)).end
        if items.joints[first] == HELD:
            ends = [at for at in range(row + 1, first + 1) if items.joints[at] == HELD]
        else:
            ends = [first]
        for end in ends:
            room, last = self._rooms[here[1]], end == items.rows
            cost = line_demerits(items, self._cut(here, end), room, last=last)
            self._try(here, end, cost)

    def _cut(self, here: Place, end: int) -> Cut:
        """The line from a place to a row."""
        items, row = self._items, here[0]
        joint = items.joints[end]
        if joint in {CLUSTER, UNIT, ADDRESS}:
            _, flag = self._parts.get(end, (0, "divided"))
            return Cut(row, end, (flag,))
        if joint == HELD:
            return Cut(row, end, ("prohibited",))
        hung = end == self._reached[here][2] + 1 and self._hangs(here)
        return Cut(row, end, ("hanging",) if hung else ())

    def _way_to(self, there: Place) -> tuple[Cut, ...]:
        """The lines that lead to a place."""
        cuts: list[Cut] = []
        while there != (0, 0):
            here = self._before[there]
            cuts.append(self._cut(here, there[0]))
            there = here
        cuts.reverse()
        if (
            self._rules.orphan
            and len(cuts) > 1
            and is_orphan(self._items, cuts[-1].start)
        ):
            cuts[-1] = replace(cuts[-1], flags=(*cuts[-1].flags, "orphan"))
        return tuple(cuts)


def _parts_of_long_units(items: Items, room: int) -> dict[int, tuple[int, str]]:
    """Rows before which long units may be parted, at what cost, and the line's flag.

    A unit wider than any line must be. One that is long, and a third of a line, may be,
    after its signs (an address, a path, a name in a program), where a hole would be
    worse; AT&T and .NET are not.
    """
    joints, parts = items.joints, {}
    for match in _INSIDE.finditer(joints):
        first, after = max(0, match.start() - 1), match.end()
        width = items.width(first, after)
        if width <= room and width <= max(room // 3, LONG * items.em):
            continue
        for at in range(first + 1, after):
            if joints[at] not in {UNIT, ADDRESS}:
                continue
            if width > room:
                parts[at] = divided_demerits(items, at), "divided"
            elif _after_sign(items, at):
                parts[at] = sign_demerits(items, at), "address"
    return parts


def _without_tied(items: Items) -> bytes:
    """The joints, those that tear a number from its measure word told apart."""
    joints = bytearray(items.joints)
    for row in items.tied:
        joints[row] = _TIED
    return bytes(joints)


def _after_sign(items: Items, at: int) -> bool:
    """Whether a sign of an address stands before a row, and no number is parted there.

    12.5 and 2025-09-05 stay whole.
    """
    joint, sign = items.joints[at], items.texts[at - 1]
    if joint != ADDRESS and sign not in LAST_RESORT:
        return False
    return not (items.texts[at].isdigit() and items.texts[at - 2].isdigit())


def _between(rows: Sequence[int], row: int, last: int) -> Sequence[int]:
    """Those of the rows after *row*, *last* among them."""
    return rows[bisect_right(rows, row) : bisect_right(rows, last)] if rows else ()
