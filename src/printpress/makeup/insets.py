"""What is cut out of a slot's columns: where each thing stands, on how many rows.

Each place of a layout has bounds. All numbers of rows within them are tried where they
are few; else one place after the other is moved for a bounded number of rounds. Every
trial is integers alone: nothing is set anew.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from math import prod
from typing import Final, Protocol, TypeVar

from printpress.content.story import Story
from printpress.makeup.compositor import Compositor
from printpress.makeup.frames import (
    Beside,
    Frame,
    Ground,
    Hole,
    across,
    frames_round,
)
from printpress.makeup.grid import Grid, Strip
from printpress.makeup.heading import Heading
from printpress.makeup.pictures import grouped, illustrate
from printpress.makeup.place import Place
from printpress.makeup.placed import Placed
from printpress.spec.layout import LEAST_EMS, InsetSlot, PictureSlot

MOST_TRIALS: Final = 400
"""Combinations that are all tried; where there are more, place by place."""

ROUNDS: Final = 3
"""How often each place is then moved while the others stand."""

MOST_SPARE: Final = 2
"""Rows that a quote may have beyond what its words need, to fill a slot; more reads as
a hole (art direction)."""

T = TypeVar("T")


class Art(Protocol):
    """What stands in a place: a picture with its caption."""

    @property
    def strip(self) -> Strip:
        """Where it stands across the page."""

    @property
    def caption_rows(self) -> int:
        """Body rows that its caption takes below it."""

    @property
    def clear_rows(self) -> int:
        """The same with the air that keeps it from text below."""

    def placed(self, grid: Grid, first_row: int, rows: int) -> list[Placed]:
        """The thing on so many rows, its caption below them."""


@dataclass(frozen=True, slots=True)
class Inset:
    """A thing with the place where it is to stand."""

    place: InsetSlot
    """Its place in the slot."""
    over: tuple[int, int]
    """Columns of the ground that it stands over."""
    art: Art
    """The thing."""
    bounds: tuple[int, int]
    """Rows that it may have, least and most."""
    needs: int = 0
    """Rows that its words take; 0 for pictures, which may have any."""
    beside: Strip | None = None
    """What is left to text beside it, where it is narrower than its column."""

    def room(self, rows: int) -> int:
        """Rows that it may have at most in so many of a column, caption and air off."""
        air = 1 if self.place.at in ("foot", "middle") else 0
        return rows - self.art.caption_rows - air

    def bounds_in(self, rows: int) -> tuple[int, int]:
        """Its bounds in so many rows of a column: it is never higher than they are."""
        least, most = self.bounds
        most = max(1, min(most, self.room(rows)))
        return min(least, most), most


@dataclass(frozen=True, slots=True)
class Stand:
    """A thing in its rows."""

    inset: Inset
    """The thing."""
    rows: int
    """Its own rows."""
    first_row: int
    """The first of them."""
    hole: Hole
    """All rows that it keeps from the text: air, caption and its own."""

    def placed(self, grid: Grid) -> list[Placed]:
        """The thing on the page."""
        return self.inset.art.placed(grid, self.first_row, self.rows)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A ground with everything in its rows, and what is left to the text."""

    heading_row: int
    """The heading's first row, below pictures ``above``."""
    stands: tuple[Stand, ...]
    """The things, in the order of their places."""
    frames: tuple[Frame, ...]
    """The text's frames in reading order."""
    whole: bool = True
    """Whether each thing found its rows."""

    @property
    def picture_rows(self) -> tuple[int, ...]:
        """Rows of each picture."""
        return tuple(stand.rows for stand in self.stands if not stand.inset.needs)

    @property
    def spare_rows(self) -> int:
        """Rows that words set apart have beyond what they need."""
        return sum(s.rows - s.inset.needs for s in self.stands if s.inset.needs)


def insets_of(
    compositor: Compositor, ground: Ground, story: Story, place: Place
) -> tuple[Inset, ...]:
    """What the story has for the slot's places: its pictures first for first."""
    insets: list[Inset] = []
    places = place.slot.pictures
    groups = grouped(story.pictures, places)
    for number, (there, some) in enumerate(zip(places, groups, strict=False), 1):
        over = _over(ground, there)
        strip, beside = _strips(ground, there, over, compositor.house.body.size)
        art = illustrate(compositor, some, story, strip, stacked=there.stacked)
        insets.append(Inset(there, over, art, place.bounds_of(number), beside=beside))
    insets += _words_apart(compositor, ground, story, place)
    return tuple(insets)


def _words_apart(
    compositor: Compositor, ground: Ground, story: Story, place: Place
) -> Iterator[Inset]:
    """The story's pull quote and its box of facts, as high as their words need."""
    slot, size = place.slot, compositor.house.body.size
    if story.quote and slot.quote:
        from printpress.makeup.apart import set_quote

        over = _over(ground, slot.quote)
        strip, _ = _strips(ground, slot.quote, over, size)
        quote = set_quote(compositor, story, story.quote, slot.quote, strip)
        least = max(quote.rows, slot.quote.rows[0])
        most = max(least, min(slot.quote.rows[1], quote.rows + MOST_SPARE))
        yield Inset(slot.quote, over, quote, (least, most), quote.rows)
    if story.facts and slot.facts:
        from printpress.makeup.apart import set_facts

        over = _over(ground, slot.facts)
        strip, _ = _strips(ground, slot.facts, over, size)
        box = set_facts(compositor, story, story.facts, slot.facts, strip)
        least = max(box.rows, slot.facts.rows[0])
        yield Inset(slot.facts, over, box, (least, least), box.rows)


def _over(ground: Ground, there: InsetSlot) -> tuple[int, int]:
    """Its columns, where a heading at their side leaves fewer than the layout has."""
    most = len(ground.columns)
    if there.at == "above":
        return 1, most
    return min(there.over[0], most), min(there.over[1], most)


def _strips(
    ground: Ground, there: InsetSlot, over: tuple[int, int], em: int
) -> tuple[Strip, Strip | None]:
    """Where it stands across the page, and what it leaves to text beside it.

    An em keeps the two apart, and what whole ems of text leave of the column.
    """
    if there.at == "above":
        return ground.strip, None
    whole = across(ground.columns, over)
    wrap = there.wrap if isinstance(there, PictureSlot) else None
    if wrap is None:
        return whole, None
    own = min(wrap.ems * em, whole.width - (LEAST_EMS + 1) * em)
    if own < LEAST_EMS * em:  # a heading at the side has left the column too little
        return whole, None
    text = (whole.width - own - em) // em * em
    if wrap.side == "right":
        return Strip(whole.x + whole.width - own, own), Strip(whole.x, text)
    return Strip(whole.x, own), Strip(whole.x + whole.width - text, text)


def _narrow(ground: Ground, stands: Sequence[Stand]) -> Iterator[Beside]:
    """The rows that things narrower than their column leave beside them."""
    for stand in stands:
        inset, hole = stand.inset, stand.hole
        if inset.beside is not None:
            column = ground.columns[inset.over[0] - 1]
            yield Beside(column, hole.first_row, hole.rows, inset.beside)


@dataclass(slots=True)
class _Edges:
    """The rows of each column that are still free; grows narrower with each thing."""

    first: list[int]
    last: list[int]

    @classmethod
    def of(cls, ground: Ground, fixed: Sequence[Hole]) -> "_Edges":
        """Those of a ground, where a heading hangs over some columns below it."""
        count = len(ground.columns)
        edges = cls([ground.first_row] * count, [ground.last_row] * count)
        for hole in fixed:
            if hole.first_row <= ground.first_row:
                columns = slice(hole.over[0] - 1, hole.over[1])
                edges.first[columns] = [hole.last_row + 1] * len(edges.first[columns])
        return edges

    def within(self, over: tuple[int, int]) -> tuple[int, int]:
        """The first and the last row that is free in all of those columns."""
        columns = slice(over[0] - 1, over[1])
        return max(self.first[columns]), min(self.last[columns])

    def at_top(self, inset: Inset, own: int) -> Stand:
        """Below what hangs there; text that stands above it keeps a row away."""
        columns = slice(inset.over[0] - 1, inset.over[1])
        first, last = self.within(inset.over)
        air = int(min(self.first[columns]) < first)
        stand = _hung(inset, own, first, last - first + 1, air)
        self.first[columns] = [stand.hole.last_row + 1] * len(self.first[columns])
        return stand

    def at_foot(self, inset: Inset, own: int) -> Stand:
        """On what stands there; text below it keeps as far away as below any other."""
        columns = slice(inset.over[0] - 1, inset.over[1])
        first, last = self.within(inset.over)
        art, air = inset.art, int(max(self.last[columns]) > last)
        below = art.clear_rows if air else art.caption_rows
        taken = min(own + below + 1, max(0, last - first + 1))
        self.last[columns] = [last - taken] * len(self.last[columns])
        hole = Hole(inset.over, last - taken + 1, taken)
        return Stand(inset, own, last - below - own + 1, hole)

    def in_the_middle(
        self, inset: Inset, own: int, others: Sequence[tuple[Inset, int]]
    ) -> Stand:
        """Between the rest; several in one column share its free rows evenly."""
        first, last = self.within(inset.over)
        room = last - first + 1
        taken = [
            (other is inset, _hung(other, rows, first, room, 1).hole.rows)
            for other, rows in others
            if other.over[0] <= inset.over[1] and inset.over[0] <= other.over[1]
        ]
        place = [own for own, _ in taken].index(True)
        gap = max(0, room - sum(rows for _, rows in taken)) // (len(taken) + 1)
        before = sum(rows for _, rows in taken[:place]) + gap * (place + 1)
        return _hung(inset, own, first + before, room - before, 1)


def _hung(inset: Inset, own: int, first: int, room: int, air: int) -> Stand:
    """The thing from a row on: air, its rows, its caption, air again if there is room.

    Below its caption there is air unless nothing follows.
    """
    closed = own + inset.art.caption_rows + air
    taken = min(own + inset.art.clear_rows + air, max(room, closed))
    hole = Hole(inset.over, first, max(0, min(taken, room)))
    return Stand(inset, own, first + air, hole)


def room_of(ground: Ground, heading: Heading, inset: Inset) -> int:
    """Rows of its columns that the heading leaves it."""
    rows, hole = ground.below(heading.rows).rows, heading.hole
    if hole is None or inset.over[1] < hole.over[0] or hole.over[1] < inset.over[0]:
        return rows
    return rows - hole.rows


def arranged(
    ground: Ground,
    heading: Heading,
    insets: Sequence[Inset],
    rows: Sequence[int],
    *,
    loosely: bool = False,
) -> Arrangement | None:
    """Each inset on so many rows; None where they do not find room together.

    *loosely*: they are put there all the same, for a page with errors is never printed.
    """
    asked = list(zip(insets, rows, strict=True))
    stands: list[Stand] = []
    hole = heading.hole
    aloft = [inset for inset in insets if inset.place.at == "above"]
    for inset, own in asked:
        if inset.place.at == "above":
            art = inset.art  # a heading below the last brings its own air
            closed = inset is aloft[-1] and heading.rows
            caption = art.caption_rows if closed else art.clear_rows
            taken = min(own + caption, ground.rows)
            above = Hole(inset.over, ground.first_row, taken)
            stands.append(Stand(inset, own, ground.first_row, above))
            ground = ground.below(taken)
            hole = replace(hole, first_row=hole.first_row + taken) if hole else None
    below = ground.below(heading.rows)
    fixed = [hole] if hole else []
    cut = _cut_out(_Edges.of(below, fixed), asked)
    whole = _find_room(cut, fixed)
    if not whole and not loosely:
        return None
    stands += cut
    order = {id(inset): number for number, inset in enumerate(insets)}
    stands.sort(key=lambda stand: order[id(stand.inset)])
    holes = [*fixed, *(s.hole for s in cut if s.hole.rows and s.inset.beside is None)]
    frames = frames_round(below, holes, list(_narrow(below, cut)))
    return Arrangement(ground.first_row, tuple(stands), frames, whole)


def _cut_out(edges: _Edges, asked: Sequence[tuple[Inset, int]]) -> list[Stand]:
    """What hangs first, then what stands at the foot, then what is between."""
    cut = [edges.at_top(i, own) for i, own in asked if i.place.at == "top"]
    cut += [edges.at_foot(i, own) for i, own in asked if i.place.at == "foot"]
    middles = [(i, own) for i, own in asked if i.place.at == "middle"]
    return cut + [edges.in_the_middle(i, own, middles) for i, own in middles]


def _find_room(stands: Sequence[Stand], fixed: Sequence[Hole]) -> bool:
    """Whether each thing has the rows it takes, and none stands on another."""
    for stand in stands:
        below = stand.first_row + stand.rows + stand.inset.art.caption_rows
        if below - 1 > stand.hole.last_row or stand.first_row < stand.hole.first_row:
            return False
    holes = [*fixed, *(stand.hole for stand in stands)]
    return not any(one.meets(other) for one, other in combinations(holes, 2))


def searched(
    bounds: Sequence[tuple[int, int]],
    attempt: Callable[[tuple[int, ...]], T | None],
    misfit: Callable[[T], tuple[int, ...]],
) -> list[T]:
    """The trials that can be, of numbers of rows within bounds.

    All combinations where they are few; else each place is moved while the others
    stand, a bounded number of times, so that the search always ends.
    """
    ranges = [range(most, least - 1, -1) for least, most in bounds]
    if prod(map(len, ranges)) <= MOST_TRIALS:
        return [done for rows in product(*ranges) if (done := attempt(rows))]
    tried: dict[tuple[int, ...], T | None] = {}

    def cost(rows: tuple[int, ...]) -> tuple[int, ...]:
        if rows not in tried:
            tried[rows] = attempt(rows)
        done = tried[rows]
        return (0, *misfit(done)) if done is not None else (1, sum(rows))

    best = tuple(least for least, _ in bounds)
    for _ in range(ROUNDS):
        before = best
        for place, ways in enumerate(ranges):
            moved = [(*best[:place], rows, *best[place + 1 :]) for rows in ways]
            best = min(moved, key=cost)
        if best == before:
            break
    return [done for done in tried.values() if done is not None]
