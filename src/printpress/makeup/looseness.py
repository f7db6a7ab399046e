"""Lines that stand alone, cured by a paragraph with a line less or more.

Where a slot is full, columns can end nowhere else; but many a paragraph has another way
to be broken that nobody sees (Knuth's ``looseness``). A line saved above the one that
stands alone, one won, or one saved here and one won there: what leaves the fewest
faults is taken, of those the cheapest. Tried only where a cut has faults, and only on
the few paragraphs around them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product
from typing import Final

from printpress.content.story import Story
from printpress.makeup.flow import Cut
from printpress.makeup.keep import AIR, FOOT, Row, gravity
from printpress.makeup.report import SHORT_ROWS
from printpress.makeup.rough import LOOSE
from printpress.makeup.savings import CUTTABLE
from printpress.text.galley import Galley, Line

LOOKED_AT: Final = 6
"""Paragraphs that are tried at most, those nearest above the last fault first."""

TAKEN: Final = 4
"""Ways of either kind that are weighed up, the nearest; their pairs are that often."""

InLines = Callable[[int, Sequence[int]], Sequence[tuple[int, tuple[Line, ...]] | None]]
"""(Paragraph, numbers of lines) → what each costs, and the lines; see ``compose_in``.
"""


@dataclass(frozen=True, slots=True)
class Play:
    """A paragraph in another number of lines."""

    cost: int
    """What its lines cost."""
    paragraph: int
    """Which."""
    by: int
    """Lines more."""
    lines: tuple[Line, ...]
    """Its lines."""


@dataclass(frozen=True, slots=True)
class Press:
    """How a story's lines become columns."""

    rows: Callable[[Galley], tuple[Row, ...]]
    """A galley's rows."""
    cuts: Sequence[Callable[[Sequence[Row]], Cut]]
    """Those cut into the story's frames: as they are, then with other picture rows."""


def cured(
    galley: Galley, story: Story, press: Press, now: Cut, in_lines: InLines
) -> tuple[Galley, int] | None:
    """The galley with fewer faults and into which frames; None where there is none.

    An empty row that a saved line leaves counts as :data:`.keep.FOOT`, a second one
    above a subhead as :data:`.keep.AIR`, and no story
    becomes so short that staff would be told.
    """
    if now.overset or not now.faults:
        return None
    plays = tuple(_plays(galley, story, now, in_lines))
    best, least = None, (_badness(now), 0, 0)
    for chosen in _choices(plays):
        tried = _with(galley, chosen)
        rows, cost = press.rows(tried), sum(play.cost for play in chosen)
        for number, cut in enumerate(press.cuts):
            then = cut(rows)
            rank = _badness(then), number, cost
            if _is_better(now, then) and rank < least:
                best, least = (tried, number), rank
    return best


def _badness(cut: Cut) -> int:
    holes = sum(
        row.line is None and below.line is None
        for column in cut.columns
        for row, below in pairwise(column)
    )
    return gravity(cut.faults) + FOOT * (cut.short + cut.stranded) + AIR * holes


def _is_better(now: Cut, then: Cut) -> bool:
    """Whether columns are better, and none of what was good is worse."""
    empty, before = then.short + then.stranded, now.short + now.stranded
    return (
        not then.overset
        and gravity(then.faults) < gravity(now.faults)
        and empty <= max(before, SHORT_ROWS)
        and _badness(then) < _badness(now)
    )


def _plays(galley: Galley, story: Story, now: Cut, in_lines: InLines) -> Iterator[Play]:
    """A line less and a line more for each paragraph near that can be set so."""
    counts: dict[int, int] = {}
    for line in galley.lines:
        counts[line.paragraph] = counts.get(line.paragraph, 0) + 1
    copy = len(story.paragraphs)
    last = max(fault.line.paragraph for fault in now.faults)
    near = sorted(range(copy), key=lambda number: (number > last, abs(number - last)))
    near = [number for number in near if story.paragraphs[number].kind in CUTTABLE]
    wanted = {-1: TAKEN, 1: TAKEN}
    for number in near[:LOOKED_AT]:
        own = counts.get(number, 0)
        asked = [by for by, left in wanted.items() if left and own and own + by > 0]
        for by, found in zip(
            asked, in_lines(number, [own + by for by in asked]), strict=True
        ):
            if found and _is_well_set(found[1]):
                wanted[by] -= 1
                yield Play(found[0], number, by, found[1])


def _is_well_set(lines: Iterable[Line]) -> bool:
    """Whether staff is told of none of the lines."""
    return all(not line.flags and line.looseness <= LOOSE for line in lines)


def _choices(plays: Sequence[Play]) -> Iterator[tuple[Play, ...]]:
    """One paragraph changed, or one a line less and another a line more."""

    def cheapest(by: int) -> list[Play]:
        some = [play for play in plays if play.by == by]
        return sorted(some, key=lambda play: (play.cost, play.paragraph))

    less, more = cheapest(-1), cheapest(1)
    yield from ((play,) for play in (*less, *more))
    for pair in product(less, more):
        if pair[0].paragraph != pair[1].paragraph:
            yield pair


def _with(galley: Galley, plays: Iterable[Play]) -> Galley:
    """The galley with paragraphs in their other lines."""
    changed = {play.paragraph: play.lines for play in plays}
    lines: list[Line] = []
    for line in galley.lines:
        if line.paragraph not in changed:
            lines.append(line)
        elif line.first:
            lines += changed[line.paragraph]
    return replace(galley, lines=tuple(lines))
