"""A paragraph's rows as running sums, so that a line is judged by subtraction.

What :class:`.Items` answers for one line at a time (its width, what in it can be
spread) total fit asks many thousand times: here each question is two look-ups. The
answers are the same, to the last EMU; what lines can give up is bounded from above.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import sub
from typing import Final

from printpress.text.items import Items
from printpress.text.justify import growth_of_space

Gaps = tuple[int, int, int]
"""What a line has that can be spread: distances between characters, word spaces and
gaps to Latin, and what the latter take before the former grow."""

_MARKS: Final = re.compile("[OoCcPSBbIps]")
_WHITE: Final = re.compile("[UG]")
_SPACE: Final = re.compile("U")


@dataclass(frozen=True, slots=True)
class Sums:
    """The running sums of one paragraph, each one longer than it has rows."""

    starts: Sequence[int]
    """Where a line's text begins if the row is its first, its blank trimmed."""
    ends: Sequence[int]
    """Where a line's text ends if the row is the next line's first, no hyphen added."""
    lasts: Sequence[int]
    """A line's last row that is no white space, if the row is the next line's first."""
    places: Sequence[int]
    """Distances before each row that can be spread."""
    others: Sequence[int]
    """Word spaces and gaps to Latin before each row; nothing where there are none."""
    grows: Sequence[int]
    """What those take before characters part."""
    gives: Sequence[int]
    """What all rows before each can give up, and more: an upper bound."""

    @classmethod
    def of(cls, items: Items) -> "Sums":
        """The sums of a paragraph."""
        sums, rows = items.sums, items.rows
        starts, ends = list(sums), list(sums)
        gives = [0] * (rows + 1)
        if items.seams or any(items.gaps):
            ends[1:] = map(sub, sums[1:], items.gaps)
            for row in items.seams:
                gives[row + 1] = items.gaps[row]
        for match in _MARKS.finditer(items.kinds):
            row = match.start()
            blank = items.widths[row] - items.half
            if blank > 0:
                gives[row + 1] += blank
                starts[row] += items.lead(row)
                ends[row + 1] = sums[row + 1] - items.tail(row)
        lasts = _white(items, ends, gives)
        places: Sequence[int] = range(rows + 1)
        if 1 in items.rigid:
            places = list(map(sub, places, accumulate(items.rigid, initial=0)))
        others, grows = _others(items)
        return cls(starts, ends, lasts, places, others, grows, list(accumulate(gives)))

    def gaps(self, row: int, last: int) -> Gaps:
        """What a line from *row* to *last* has that can be spread."""
        count = self.places[last] - self.places[row]
        if not self.others:
            return count, 0, 0
        others = self.others[last] - self.others[row]
        return count, others, self.grows[last] - self.grows[row]


def _white(items: Items, ends: list[int], gives: list[int]) -> Sequence[int]:
    """The last rows with ink; white space at a line's end takes nothing of it."""
    kinds = items.kinds
    if "U" not in kinds and "G" not in kinds:
        return range(-1, items.rows)
    lasts = list(range(-1, items.rows))
    for match in _WHITE.finditer(kinds):
        row = match.start()
        gives[row + 1] = items.widths[row]
        ends[row + 1], lasts[row + 1] = ends[row], lasts[row]
    return lasts


def _others(items: Items) -> tuple[Sequence[int], Sequence[int]]:
    """Word spaces and gaps to Latin: how many there are, and what they may grow by."""
    if not items.seams and "U" not in items.kinds:
        return (), ()
    counts, grows = bytearray(items.rows + 1), [0] * (items.rows + 1)
    most = max(0, items.autospace_most - items.autospace)
    for row in items.seams:
        counts[row + 1], grows[row + 1] = 1, most
    for match in _SPACE.finditer(items.kinds):
        row = match.start()
        counts[row + 1] += 1
        grows[row + 1] += growth_of_space(items, row)
    return list(accumulate(counts)), list(accumulate(grows))
