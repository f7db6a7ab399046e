"""A made-up page as an art editor sees it: headings, pictures, legs of text.

One pass over what stands on the page; the rules of :mod:`.pages` ask it and measure
nothing anew.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from typing import Final, NamedTuple

from printpress.content.issue import Issue, PageCopy
from printpress.content.story import Story
from printpress.diagnostics import Diagnostic
from printpress.geometry import Rect, above_baseline
from printpress.makeup.frames import across, ground_of
from printpress.makeup.grid import Grid
from printpress.makeup.pages import grid_of
from printpress.makeup.placed import (
    FrameLine,
    Makeup,
    Page,
    Patch,
    Placed,
    PlacedForm,
    PlacedPicture,
    Rule,
    SetLine,
    Shape,
    StoryFit,
)
from printpress.paths import Close
from printpress.spec.layout import SlotSpec

HEADS: Final = frozenset(("headline", "kicker", "deck"))
"""Parts of a heading group."""

APART: Final = frozenset(("quote", "facts"))
"""Parts that stand apart from the story's text."""

LEG_GAP: Final = 3
"""Rows without text inside one leg, at most: air round subheads, a stanza."""

HAIR: Final = 1
"""EMU that a rule is wide across itself, so that it is a thing between others."""


class Told(NamedTuple):
    """What a rule says, and of which stories: each of them may accept it."""

    says: Diagnostic
    """The warning."""
    of: tuple[Story, ...] = ()
    """The stories that it speaks of."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A story's heading group on the page."""

    story: Story
    """Whose it is."""
    slot: SlotSpec
    """Where the story stands."""
    rect: Rect
    """The em boxes of its lines."""
    size: int
    """Type size of its headline."""
    down: bool
    """Whether it runs down (竖题)."""
    width: int
    """EMU of the columns that it stands over."""


@dataclass(frozen=True, slots=True)
class Leg:
    """Lines of one story that stand one below the other with nothing between."""

    story: str
    """Whose they are."""
    rect: Rect
    """From its first line's em box to its last one's."""
    rows: int
    """Rows from the first to the last."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that stands on the page."""

    rect: Rect
    """Its bounds."""
    hollow: bool
    """Whether it is a frame or a tint, in which other things stand."""
    rule: bool
    """Whether it is a rule."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page."""

    copy: PageCopy
    """Its copy and layout."""
    page: Page
    """What stands on it."""
    grid: Grid
    """Its lattice."""
    slots: Mapping[str, SlotSpec]
    """Story → the slot in which it stands here."""
    stories: Mapping[str, Story]
    """Name → story, of the whole issue."""
    fits: Mapping[str, StoryFit]
    """Story → how it fitted its slot here."""
    headings: tuple[Heading, ...]
    """From head to foot, then from left to right."""
    pictures: tuple[PlacedPicture, ...]
    """Pictures of stories, in the order of drawing."""
    captions: Mapping[str, tuple[SetLine, ...]]
    """Story → lines below its pictures."""
    legs: tuple[Leg, ...]
    """Lines across, story by story, from left to right and down."""
    things: tuple[Thing, ...]
    """All that stands on the page, lines of legs as these."""

    def row(self, y: int) -> int:
        """The row of the grid in which that height lies."""
        return (y - self.grid.top) // self.grid.row + 1

    def rows_of(self, rect: Rect) -> str:
        """The rows that it lies in, as people write them."""
        first, last = self.row(rect.y), self.row(rect.bottom - 1)
        return str(first) if first >= last else f"{first}-{last}"

    def nothing_in(self, rect: Rect) -> bool:
        """Whether no thing on the page, and no edge of a box, lies in that room."""
        return not any(
            thing.rect.overlaps(rect)
            and not (thing.hollow and thing.rect.contains(rect))
            for thing in self.things
        )

    def of_story(self, name: str) -> Iterator[PlacedPicture]:
        """The story's pictures on the page."""
        return (picture for picture in self.pictures if picture.story == name)


def em_box(line: SetLine) -> Rect:
    """The em boxes of a line's characters."""
    size = max((piece.size for piece in line.line.pieces), default=0)
    width = line.line.width
    if line.line.down:
        return Rect(line.x - size // 2, line.y, size, width)
    return Rect(line.x, line.y - above_baseline(size), width, size)


def bounds(thing: Placed) -> Rect:
    """The rectangle that the thing lies in."""
    match thing:
        case SetLine():
            return em_box(thing)
        case Rule():
            x, y = min(thing.x0, thing.x1), min(thing.y0, thing.y1)
            wide, high = abs(thing.x1 - thing.x0), abs(thing.y1 - thing.y0)
            return Rect(x, y, wide or HAIR, high or HAIR)
        case Patch():
            corners = ((r.x, r.y, r.right, r.bottom) for r in thing.rects)
            xs, ys, rights, bottoms = zip(*corners, strict=True)
            return _between(min(xs), min(ys), max(rights), max(bottoms))
        case Shape():
            points = [(at.x, at.y) for at in thing.path if not isinstance(at, Close)]
            xs, ys = zip(*points, strict=True)
            return _between(min(xs), min(ys), max(xs), max(ys))
        case FrameLine() | PlacedPicture() | PlacedForm():
            return thing.rect


def _between(x: int, y: int, right: int, bottom: int) -> Rect:
    return Rect(x, y, right - x, bottom - y)


def around(one: Rect, other: Rect) -> Rect:
    """The least rectangle that contains both."""
    x, y = min(one.x, other.x), min(one.y, other.y)
    return _between(x, y, max(one.right, other.right), max(one.bottom, other.bottom))


def sheets_of(issue: Issue, makeup: Makeup) -> Iterator[Sheet]:
    """Every page of the issue."""
    stories = issue.stories
    for copy, page in zip(issue.pages, makeup.pages, strict=True):
        grid = grid_of(issue.house, spread=page.spread)
        fits = {fit.story: fit for fit in makeup.fits if fit.page_no in page.numbers}
        yield _sheet(copy, page, grid, fits, stories)


def _sheet(
    copy: PageCopy,
    page: Page,
    grid: Grid,
    fits: Mapping[str, StoryFit],
    stories: Mapping[str, Story],
) -> Sheet:
    named = ((fit.story, copy.layout.slot(fit.slot)) for fit in fits.values())
    slots = {story: slot for story, slot in named if slot}
    kinds = _by_kind(page, slots)
    pictures = (thing for thing in kinds.others if isinstance(thing, PlacedPicture))
    legs = tuple(_legs(grid, kinds.columns))
    headings = (
        _heading(grid, stories[name], slots[name], lines)
        for name, lines in kinds.heads.items()
        if any(line.part == "headline" for line in lines)
    )
    return Sheet(
        copy,
        page,
        grid,
        slots,
        stories,
        fits,
        tuple(sorted(headings, key=lambda head: (head.rect.y, head.rect.x))),
        tuple(picture for picture in pictures if picture.story in slots),
        {name: tuple(lines) for name, lines in kinds.captions.items()},
        legs,
        (
            *(Thing(leg.rect, hollow=False, rule=False) for leg in legs),
            *map(_thing, kinds.others),
        ),
    )


class _Kinds(NamedTuple):
    """What stands on a page, by what it is."""

    heads: Mapping[str, list[SetLine]]
    """Story → lines of its heading group."""
    captions: Mapping[str, list[SetLine]]
    """Story → lines below its pictures."""
    columns: Mapping[tuple[str, int, int], list[int]]
    """Story, left edge and measure → baselines of its text there."""
    others: list[Placed]
    """All but lines of text, heads and captions too."""


def _by_kind(page: Page, slots: Mapping[str, SlotSpec]) -> _Kinds:
    kinds = _Kinds(defaultdict(list), defaultdict(list), defaultdict(list), [])
    for thing in page.placed:
        if isinstance(thing, SetLine) and thing.story in slots:
            if thing.part in HEADS:
                kinds.heads[thing.story].append(thing)
            elif thing.part == "caption":
                kinds.captions[thing.story].append(thing)
            elif thing.part not in APART and not thing.line.down:
                at = thing.story, thing.x, thing.line.measure
                kinds.columns[at].append(thing.y)
                continue
        kinds.others.append(thing)
    return kinds


def _thing(placed: Placed) -> Thing:
    hollow = isinstance(placed, FrameLine)
    if isinstance(placed, Patch):
        hollow = len(placed.rects) == 1
    return Thing(bounds(placed), hollow, isinstance(placed, Rule))


def _heading(
    grid: Grid, story: Story, slot: SlotSpec, lines: Iterable[SetLine]
) -> Heading:
    lines = tuple(lines)
    ground = ground_of(grid, slot)
    strip = ground.strip
    if slot.inset_heading:
        strip = across(ground.columns, slot.heading_columns)
    return Heading(
        story,
        slot,
        reduce(around, map(em_box, lines)),
        max(
            piece.size
            for line in lines
            if line.part == "headline"
            for piece in line.line.pieces
        ),
        lines[0].line.down,
        strip.width,
    )


def _legs(
    grid: Grid, columns: Mapping[tuple[str, int, int], list[int]]
) -> Iterator[Leg]:
    """The legs of all stories; lines beside something in their column belong to it."""
    up = above_baseline(grid.size)
    runs: dict[str, list[Rect]] = defaultdict(list)
    for (story, x, width), baselines in columns.items():
        lines = sorted(set(baselines))
        gaps = [n for n, two in enumerate(pairwise(lines), 1) if _parted(grid, *two)]
        for start, end in pairwise((0, *gaps, len(lines))):
            first, last = lines[start], lines[end - 1]
            runs[story].append(Rect(x, first - up, width, last - first + grid.size))
    for story, rects in runs.items():
        for rect in _joined(grid, rects):
            yield Leg(story, rect, (rect.height - grid.size) // grid.row + 1)


def _parted(grid: Grid, upper: int, lower: int) -> bool:
    """Whether more than air lies between two baselines."""
    return lower - upper > (LEG_GAP + 1) * grid.row


def _joined(grid: Grid, rects: Sequence[Rect]) -> list[Rect]:
    """Runs in one column as one: text round a picture has lines of several widths."""
    legs: list[Rect] = []
    for rect in sorted(rects, key=lambda run: (run.y, run.x)):
        near = rect.inset(0, -LEG_GAP * grid.row)
        at = next((n for n, leg in enumerate(legs) if leg.overlaps(near)), None)
        if at is None:
            legs.append(rect)
        else:
            legs[at] = around(legs[at], rect)
    return sorted(legs, key=lambda leg: (leg.x, leg.y))
