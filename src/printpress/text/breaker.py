"""Where lines end: as much as fits, and no mark where it may not stand.

The greedy way, line by line: squeeze a mark in first, else take a character down with
it (先挤进，后推出: clreq §prohibition_rules_for_line_start_end). Lines that are not
justified are broken so, and those of a house that asks for it; :mod:`.total_fit`
breaks all lines of a paragraph together, with this module's records and last resorts.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from printpress.text.items import ADDRESS, CLUSTER, FREE, HELD, HYPHEN, UNIT, Items
from printpress.text.justify import shrink
from printpress.text.punctuation import COUNTED

Room = Callable[[int], int]
"""Number of a line in its paragraph → EMU that its text may take."""

WELL_FILLED: Final = 2
"""Characters that a paragraph's last line must hold (clreq
§adjustments_of_orphans_and_widows)."""

_TRIMMED: Final = "CcPSBbIUG"
"""Classes that give something up at a line's end."""
_HANGING: Final = "PSB"
_MARKS: Final = "OoCcPSBbpsqI"
_INSIDE: Final = frozenset({CLUSTER, UNIT, ADDRESS, HYPHEN})
_WHOLE: Final = frozenset({CLUSTER, HYPHEN})
"""Joints where nothing is parted by force: a hyphen has been tried by then."""
HOLE: Final = 16
"""A word is parted only where pushing it out would leave open more than an em and this
part of the line: few gaps would have to take it."""
LAST_RESORT: Final = frozenset("-_@")
"""What an over-long unit is parted after where it has no better sign."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The rows of one line."""

    start: int
    """Its first row."""
    end: int
    """The row after its last."""
    flags: tuple[str, ...] = ()
    """Rules that it could not keep: ``divided`` (in a unit wider than the measure),
    ``prohibited`` (a mark stands where it may not), ``orphan``; and ``hanging``."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a breaker may do."""

    push_in: bool = True
    """Squeeze marks to take one more in."""
    hanging: bool = False
    """Let one pause or stop hang past the end."""
    orphan: bool = True
    """See to two characters in a last line."""


def greedy(items: Items, room: Room, rules: Rules) -> tuple[Cut, ...]:
    """The paragraph's lines, one after another."""
    cuts: list[Cut] = []
    start = 0
    while start < items.rows:
        rooms = room(len(cuts)), room(len(cuts) + 1)
        cut = _next_cut(items, start, rooms, rules)
        cuts.append(cut)
        start = cut.end
    if rules.orphan and len(cuts) > 1:
        _fill_last(items, cuts, room)
    return tuple(cuts)


def _next_cut(items: Items, start: int, rooms: tuple[int, int], rules: Rules) -> Cut:
    """One line, from the rooms of it and of the next."""
    room, _ = rooms
    end = farthest(items, start, room)
    if end == items.rows or (items.joints[end] == FREE and end > start):
        return Cut(start, end)
    return (
        (_hung(items, start, end) if rules.hanging else None)
        or (_pushed_in(items, start, end, room) if rules.push_in else None)
        or _hyphenated(items, start, end, room)
        or _divided(items, start, end, max(rooms))
        or _pushed_out(items, start, end)
        or forced(items, start, end)
    )


def farthest(items: Items, start: int, room: int) -> int:
    """The last place where a line from *start* could end if nothing were prohibited."""
    limit = items.sums[start] + items.lead(start) + room
    end = bisect_right(items.sums, limit, start) - 1
    end = max(end, start)
    while (
        end < items.rows
        and (items.kinds[end] in _TRIMMED or items.gaps[end])
        and items.width(start, end + 1) <= room
    ):
        end += 1
    return end


def hangs(items: Items, start: int, row: int) -> bool:
    """Whether a mark may hang past the end of a line, but never one of a group.

    clreq §hanging_punctuation_marks_at_line_end.
    """
    return (
        start < row < items.rows
        and items.kinds[row] in _HANGING
        and items.kinds[row - 1] not in _MARKS
        and items.joints[row + 1] == FREE
    )


def _hung(items: Items, start: int, end: int) -> Cut | None:
    """The line with the mark behind it hung past its end."""
    after = end + 1
    return Cut(start, after, ("hanging",)) if hangs(items, start, end) else None


def _pushed_in(items: Items, start: int, end: int, room: int) -> Cut | None:
    """The line up to the next place where it may end, if squeezing makes it fit."""
    after = items.joints.find(FREE, end + 1)
    over = items.width(start, after) - room
    if over > shrink(items, start, items.ink_end(start, after)):
        return None
    return Cut(start, after)


def _hyphenated(items: Items, start: int, end: int, room: int) -> Cut | None:
    """The line with a word parted, where taking it down whole would leave a hole.

    Not two lines in a row, unless the word is longer than a line.
    """
    if not items.hyphens:
        return None
    joints = items.joints
    before = joints.rfind(FREE, start + 1, end + 1)
    if before > 0:
        hole = room - items.width(start, before)
        if joints[start] == HYPHEN or hole <= max(items.em, room // HOLE):
            return None
    place = joints.rfind(HYPHEN, max(start, before) + 1, end + 1)
    while place > 0 and items.width(start, place) > room:
        place = joints.rfind(HYPHEN, max(start, before) + 1, place)
    return Cut(start, place) if place > 0 else None


def _divided(items: Items, start: int, end: int, room: int) -> Cut | None:
    """The line filled with part of a unit that no line can hold.

    An address is parted after one of its signs, and nothing is added to it.
    """
    joints = items.joints
    if joints[end] not in _INSIDE:
        return None
    first = next(at for at in range(end, -1, -1) if joints[at] >= HELD)
    after = next(at for at in range(end, items.rows + 1) if joints[at] >= HELD)
    earliest = max(start, first) + 1
    places = [at for at in range(end, earliest - 1, -1) if joints[at] not in _WHOLE]
    width = items.width(first, after)
    if width <= room or not places:
        return None
    part = _part(items, places)
    signs = ADDRESS in joints[first:after] and part == places[0]
    if signs and items.width(start, first) * 4 >= room * 3:
        return None  # what is left of the line is not worth a broken name
    return Cut(start, part, ("divided",))


def _part(items: Items, places: Sequence[int]) -> int:
    """The best of the places, the last one first, to part a unit at."""
    signs = (at for at in places if items.joints[at] == ADDRESS)
    last_resort = (at for at in places if items.texts[at - 1] in LAST_RESORT)
    return next(signs, next(last_resort, places[0]))


def _pushed_out(items: Items, start: int, end: int) -> Cut | None:
    """The line up to the last place where it may end."""
    before = items.joints.rfind(FREE, start + 1, end)
    return Cut(start, before) if before > 0 else None


def forced(items: Items, start: int, end: int) -> Cut:
    """The line where no rule can be kept.

    Better a mark where it should not be than a unit in two, unless it is an address; a
    character at least.
    """
    joints = items.joints
    sign = joints.rfind(ADDRESS, start + 1, end + 1)
    if sign > 0:
        return Cut(start, sign, ("divided",))
    held = joints.rfind(HELD, start + 1, end + 1)
    if held > 0:
        return Cut(start, held, ("prohibited",))
    while end > start and joints[end] in _WHOLE:
        end -= 1
    if end <= start:
        end = start + 1
        while joints[end] == CLUSTER:
            end += 1
    flags = {UNIT: ("divided",), HELD: ("prohibited",)}
    return Cut(start, end, flags.get(joints[end], ()))


def is_orphan(items: Items, start: int) -> bool:
    """Whether a last line from *start* on would hold too little (孤字)."""
    return sum(items.kinds.count(kind, start) for kind in COUNTED) < WELL_FILLED


def _fill_last(items: Items, cuts: list[Cut], room: Room) -> None:
    """Takes a character of the line above down into a last line that has but one."""
    above, last = cuts[-2:]
    if not is_orphan(items, last.start):
        return
    start = items.joints.rfind(FREE, above.start + 1, last.start)
    pulled = items.sums[last.start] - items.sums[start]
    if (
        start < 0
        or pulled > max(2 * items.em, room(len(cuts) - 2) // 4)
        or is_orphan(items, start)
        or items.width(start, items.rows) > room(len(cuts) - 1)
        or 0 not in items.rigid[above.start : start - 1]
    ):
        cuts[-1] = replace(last, flags=(*last.flags, "orphan"))
        return
    cuts[-2:] = [Cut(above.start, start), Cut(start, items.rows, last.flags)]
