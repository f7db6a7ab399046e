"""Text that runs beside a picture narrower than its column (绕排).

Which lines stand beside it depends on where lines fall, and that on how the lines are
set. The story is set again with the measures of the rows in which its lines last came
to stand, until they stand there. What is set before the first row beside the picture
never changes; from the fourth time on a line that was narrow once stays narrow, so
that measures only ever shrink and the passes end: at worst some lines below the
picture are shorter than they need be, and none is set over it.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import Final

from printpress.makeup.flow import Cut
from printpress.makeup.frames import Frame
from printpress.makeup.keep import Row
from printpress.text.galley import Galley, Line, Profile

FREE_PASSES: Final = 4
"""Passes after which measures only shrink; nearly every story needs two or three."""


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
        cut = cut_into(rows)
        wanted = tuple(_measures(galley, frames, cut, measure))
        passes += 1
        if passes > FREE_PASSES:
            both = zip_longest(wanted, measures, fillvalue=measure)
            wanted = tuple(min(pair) for pair in both)
        if _profile(wanted, measure) == _profile(measures, measure):
            return galley, rows, cut
        measures = wanted


def _profile(measures: Sequence[int], measure: int) -> Profile:
    """The measures as runs; those of the whole column follow them for ever."""
    runs = [(len(list(same)), wide) for wide, same in groupby(measures)]
    if runs and runs[-1][1] == measure:
        runs.pop()
    return Profile((*runs, (1, measure)))


def _measures(
    galley: Galley, frames: Sequence[Frame], cut: Cut, measure: int
) -> Iterator[int]:
    """The width of the row in which each line of the galley stands."""
    there = {
        id(line): frame.strip_at(row).width
        for frame, rows in zip(frames, cut.columns, strict=True)
        for row, held in enumerate(rows, frame.first_row)
        for line in held.lines
    }
    for line in galley.lines:
        yield there.get(id(line), measure)


def crossed(frames: Sequence[Frame], cut: Cut) -> Iterator[Line]:
    """Lines that are too wide for the rows beside a picture: those of tables."""
    for frame, rows in zip(frames, cut.columns, strict=True):
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
