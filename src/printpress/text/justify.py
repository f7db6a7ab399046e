"""Filling a line: what is taken away and what is added, in clreq's order.

Within a step all places are treated alike, and the next step begins only when one is
exhausted. Compression (clreq §procedures_for_inter-character_spacing_reduction):

1. a mark at the line's end: already half an em wide (:meth:`.Items.tail`), but for a
   centred one, which now gives all its blank, on both sides alike
2. spaces between Western words, down to 1/4 em
3. interpuncts, on both sides alike, down to half an em
4. brackets and quotation marks, outside, down to half an em
5. ， 、 ； (and ：, which clreq's list leaves out), down to half an em
6. gaps between Han and Western copy, down to 1/8 em
7. 。 ？ ！, down to half an em, where the style allows it

Where marks are centred, those within a line take part in no step: see :mod:`.centred`.

Expansion (clreq §procedures_for_inter-character_space_expansion):

1. spaces between Western words, up to 1/2 em
2. gaps between Han and Western copy, up to 1/2 em or what the house allows
3. all remaining distances between characters, without limit; never inside a unit, nor
   beside connectors and solidi. From an em each on, and where there are none of
   them, the distances of steps 1 and 2 grow along: such a line is loose beyond remedy,
   but even (JLREQ's last step; clreq has none)

Whole EMU: what cannot be shared out evenly goes to the last places, so a full line is
exactly its measure.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import add
from typing import Final

from printpress.text.items import Items
from printpress.text.punctuation import CENTRED, CLOSE, CLOSE_QUOTE, INTERPUNCT

_STEPS: Final = {
    "U": 0,
    "I": 1,
    **dict.fromkeys("OoCc", 2),
    **dict.fromkeys("Pp", 3),
    **dict.fromkeys("SsB", 5),
}
"""Class → its step of compression; step 4 of this count is the seams', and step 0 holds
steps 1 and 2 of the list."""
_SEAMS: Final = 4
_BOTH_SIDES: Final = INTERPUNCT + CENTRED
"""Marks that become narrower on both sides alike."""
_GIVING: Final = re.compile(f"[{''.join(_STEPS)}]")
_SPACES: Final = re.compile("U")

WIDEST: Final = 1
"""Ems between characters from which on all other distances grow with them."""

Places = list[tuple[int, int]]
"""Rows, and the EMU that each can give or take."""


@dataclass(slots=True)
class Fill:
    """One line's distances while it is filled."""

    start: int
    """Its first row."""
    advances: list[int]
    """From row to row."""
    shifts: list[int]
    """From each row's place to its glyph's origin."""
    gap: int = 0
    """What step 3 of expansion added to each distance."""

    @property
    def width(self) -> int:
        """All distances together."""
        return sum(self.advances)


def shared(amount: int, rooms: Sequence[int]) -> list[int]:
    """*amount* in equal parts, none above its room; odd EMU go to the last.

    The rooms hold the amount between them.

    >>> shared(7, [5, 5, 5]), shared(7, [1, 5, 5]), shared(2, [5, 5, 5])
    ([2, 2, 3], [1, 3, 3], [0, 1, 1])
    """
    parts = [0] * len(rooms)
    order = sorted(range(len(rooms)), key=rooms.__getitem__)
    for rank, place in enumerate(order):
        each, odd = divmod(amount, len(order) - rank)
        if rooms[place] > each:
            rest = sorted(order[rank:])
            for number, other in enumerate(rest, odd - len(rest)):
                parts[other] = each + (number >= 0)
            return parts
        parts[place] = rooms[place]
        amount -= rooms[place]
    return parts


def shrinkable(items: Items, start: int, end: int) -> tuple[Places, ...]:
    """What a line of these rows can give up, step by step (steps 1 and 2, 3 to 7).

    Edges have given up theirs, so they offer nothing more, but for a centred mark: the
    breaker counts on exactly what :func:`compress` will find.
    """
    steps: tuple[Places, ...] = (_centred_end(items, end - 1), [], [], [], [], [])
    if not items.style.inner:
        return steps
    kinds, widths, half = items.kinds, items.widths, items.half
    word_space = items.em // 4
    last = end - 1
    giving = _SPACES if items.steady else _GIVING
    for match in giving.finditer(kinds, start, end):
        row = match.start()
        kind = kinds[row]
        floor = word_space if kind == "U" else half
        room = widths[row] - floor
        if row == start:
            room -= items.lead(row)
        if row == last:
            room -= items.tail(row) - items.gaps[row]
            if kind in _BOTH_SIDES:  # it gives on both sides or not at all
                room = 0
        if room > 0:
            steps[_STEPS[kind]].append((row, room))
    if not items.style.squeeze_stops:
        steps[5].clear()
    room = items.autospace - items.em // 8
    if room > 0:
        steps[_SEAMS].extend((row, room) for row in seams_within(items, start, last))
    return steps


def _centred_end(items: Items, last: int) -> Places:
    """What the mark at a line's end can give up, if it is a centred one.

    Before a bracket that begins the next line it has given what is behind its ink.
    """
    if items.kinds[last] not in CENTRED or not items.style.line_end:
        return []
    if items.kinds[last + 1 : last + 2] in {CLOSE, CLOSE_QUOTE}:
        return []
    room = items.widths[last] - items.half
    return [(last, room)] if room > 0 else []


def seams_within(items: Items, start: int, last: int) -> tuple[int, ...]:
    """Seams of a line that has a row on either side of them."""
    seams = items.seams
    return seams[bisect_left(seams, start) : bisect_left(seams, last)]


def shrink(items: Items, start: int, end: int) -> int:
    """All that a line of these rows can give up."""
    steps = shrinkable(items, start, end)
    return sum(room for places in steps for _, room in places)


def natural(items: Items, start: int, end: int) -> Fill:
    """The line as it comes: its edges trimmed, nothing spread or squeezed."""
    advances = list(map(add, items.widths[start:end], items.gaps[start:end]))
    shifts = list(items.shifts[start:end])
    lead = items.lead(start)
    advances[0] -= lead
    shifts[0] -= lead
    advances[-1] -= items.tail(end - 1)
    return Fill(start, advances, shifts)


def compress(items: Items, line: Fill, amount: int) -> int:
    """Takes *amount* out of a line; gives back what could not be taken."""
    end = line.start + len(line.advances)
    steps = shrinkable(items, line.start, end)
    if halved := _centred_end(items, end - 1):
        amount = _halve(items, line, halved[0], amount)
        steps = ([place for place in steps[0] if place not in halved], *steps[1:])
    for places in steps:
        rooms = [room for _, room in places]
        taken = min(amount, sum(rooms))
        if taken:
            parts = shared(taken, rooms)
            for (row, _), part in zip(places, parts, strict=True):
                _take(items, line, row, part)
        amount -= taken
        if not amount:
            break
    return amount


def _halve(items: Items, line: Fill, place: tuple[int, int], amount: int) -> int:
    """Takes all that the centred mark at a line's end gives; what is still to be taken.

    It ends its line at its full width or without its blanks, never in between: what is
    over goes between the characters, back to the mark only where there is no place.
    """
    row, room = place
    if amount <= 0:
        return amount
    _take(items, line, row, room)
    if room > amount:
        _take(items, line, row, -expand(items, line, room - amount))
    return max(0, amount - room)


def _take(items: Items, line: Fill, row: int, amount: int) -> None:
    """Makes a row narrower; its ink moves with a blank that goes on its left."""
    at = row - line.start
    line.advances[at] -= amount
    kind = items.kinds[row]
    if kind in "Oo":
        line.shifts[at] -= amount
    elif kind in _BOTH_SIDES:
        line.shifts[at] -= amount // 2


def expand(items: Items, line: Fill, amount: int) -> int:
    """Adds *amount* to a line; gives back what found no place."""
    start, last = line.start, line.start + len(line.advances) - 1
    others: Sequence[int] = ()
    if items.seams or "U" in items.kinds[start:last]:
        spaces = word_spaces(items, start, last)
        amount = _give(line, [(r, growth_of_space(items, r)) for r in spaces], amount)
        seams = seams_within(items, start, last)
        room = items.autospace_most - items.autospace
        amount = _give(line, [(row, room) for row in seams], amount)
        others = sorted((*spaces, *seams))
    if not amount:
        return 0
    rows = between_characters(items, start, last)
    most = WIDEST * items.em * len(rows)
    if amount > most and others:
        amount = _spread(line, most, rows) + amount - most
        rows = sorted((*rows, *others))
    return _spread(line, amount, rows)


def word_spaces(items: Items, start: int, last: int) -> list[int]:
    """Spaces between Western words in a line whose last row is given."""
    if "U" not in items.kinds[start:last]:
        return []
    return [row for row in range(start, last) if items.kinds[row] == "U"]


def growth_of_space(items: Items, row: int) -> int:
    """What a word space takes in step 1: it grows to 1/2 em."""
    return max(0, items.em // 2 - items.widths[row])


def between_characters(items: Items, start: int, last: int) -> Sequence[int]:
    """Rows of a line behind which step 3 adds; *last* is the line's last row."""
    if 1 not in items.rigid[start:last]:
        return range(start, last)
    return [row for row in range(start, last) if not items.rigid[row]]


def _give(line: Fill, places: Places, amount: int) -> int:
    """Shares out what a step may take of *amount*; gives back the rest."""
    rooms = [max(0, room) for _, room in places]
    given = min(amount, sum(rooms))
    if given:
        for (row, _), part in zip(places, shared(given, rooms), strict=True):
            line.advances[row - line.start] += part
    return amount - given


def _spread(line: Fill, amount: int, rows: Sequence[int]) -> int:
    """Step 3: the same behind all these rows, odd EMU to the last of them."""
    if not rows or not amount:
        return amount
    advances, start = line.advances, line.start
    last = len(advances) - 1
    each, odd = divmod(amount, len(rows))
    line.gap += each
    if len(rows) == last:
        grown = map(add, advances, repeat(each, last))
        line.advances = advances = [*grown, advances[last]]
    else:
        for row in rows:
            advances[row - start] += each
    for row in rows[len(rows) - odd :]:
        advances[row - start] += 1
    return 0


def justified(items: Items, start: int, end: int, room: int) -> tuple[Fill, int]:
    """The line filled to *room*, and by how much it still falls short or runs over."""
    line = natural(items, start, end)
    slack = room - line.width
    if slack < 0:
        return line, -compress(items, line, -slack)
    return line, expand(items, line, slack) if slack else 0
