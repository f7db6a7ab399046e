"""Text that runs beside a picture narrower than its column (绕排).

Which lines stand beside it depends on where lines fall, and that on how the lines are
set. The story is set again with the measures of the rows in which its lines last came
to stand, until they stand there:

1. A few passes cut columns as the house does. That seldom fails to settle: where a
   story is levelled, a line more beside the picture can move every foot.
2. Then the feet stay where they are, and only the last column takes up the rest. What
   stands in a row now depends on the rows above it alone, and each pass sets more of
   them for good.
3. Should that be too slow, a line that was narrow once stays narrow. Measures only
   ever shrink, so the passes end: at worst some lines below the picture are shorter
   than they need be, and none is set over it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest
from typing import Final

from printpress.makeup.flow import Cut, cut
from printpress.makeup.frames import Frame
from printpress.makeup.keep import Row
from printpress.text.galley import Galley, Line, Profile

FREE_PASSES: Final = 4
"""Passes after which feet stay where they are; nearly every story needs two or three.
"""

FIXED_PASSES: Final = 8
"""Passes after which measures only shrink."""


def set_round(
    set_to: Callable[[Profile], Galley],
    rows_of: Callable[[Galley], tuple[Row, ...]],
    cut_into: Callable[[Sequence[Row]], Cut],
    frames: Sequence[Frame],
    measure: int,
) -> tuple[Galley, tuple[Row, ...], Cut]:
    """The story with each line as wide as the row in which it stands.

    *measure* is that of the whole column.
    """
    measures: tuple[int, ...] = ()
    passes = 0
    while True:
        galley = set_to(_profile(measures, measure))
        rows = rows_of(galley)
        done = cut_into(rows)
        wanted = tuple(_measures(galley, frames, done, measure))
        passes += 1
        if passes > FIXED_PASSES:
            both = zip_longest(wanted, measures, fillvalue=measure)
            wanted = tuple(min(pair) for pair in both)
        if _profile(wanted, measure) == _profile(measures, measure):
            return galley, rows, done
        if passes == FREE_PASSES:
            cut_into = _cut_alike(frames, done)
        measures = wanted


def _cut_alike(frames: Sequence[Frame], done: Cut) -> Callable[[Sequence[Row]], Cut]:
    """Cuts rows so that all columns but the last end where they do in another cut."""
    rooms = [frame.rows for frame in frames]
    levels = [*map(len, done.columns[:-1]), rooms[-1]]
    left = sum(rooms) - sum(levels)

    def cut_into(rows: Sequence[Row]) -> Cut:
        alike = cut(rows, levels, "run-on", 0)
        return replace(alike, short=alike.short + left)

    return cut_into


def _profile(measures: Sequence[int], measure: int) -> Profile:
    """The measures as runs; those of the whole column follow them for ever."""
    runs = [(len(list(same)), wide) for wide, same in groupby(measures)]
    if runs and runs[-1][1] == measure:
        runs.pop()
    return Profile((*runs, (1, measure)))


def _measures(
    galley: Galley, frames: Sequence[Frame], done: Cut, measure: int
) -> Iterator[int]:
    """The width of the row in which each line of the galley stands."""
    there = {
        id(line): frame.strip_at(row).width
        for frame, rows in zip(frames, done.columns, strict=True)
        for row, held in enumerate(rows, frame.first_row)
        for line in held.lines
    }
    for line in galley.lines:
        yield there.get(id(line), measure)


def crossed(frames: Sequence[Frame], done: Cut) -> Iterator[Line]:
    """Lines that are too wide for the rows beside a picture: those of tables."""
    for frame, rows in zip(frames, done.columns, strict=True):
        if not frame.beside:
            continue
        for row, held in enumerate(rows, frame.first_row):
            strip = frame.strip_at(row)
            if strip == frame.strip:
                continue
            for line in held.lines:
                ends = (line.width, *(rule.x1 for rule in line.strokes))
                if max(ends) > strip.width and "overfull" not in line.flags:
                    yield line
