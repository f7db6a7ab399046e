"""Slots as frames: the columns a story flows through, picture rows cut out of them.

A frame is a run of body rows in one column. A hole over some of a slot's columns, for
a picture or a heading, shortens their frames by whole rows; text meets the grid again
below it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from printpress.makeup.borders import ORNATE
from printpress.makeup.grid import Grid, Strip
from printpress.spec.layout import Cells, SlotSpec

INSET = 1
"""Body ems between a box's frame or tint and its text (art direction: 0.6 or more)."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Rows of one column for text (栏框)."""

    strip: Strip
    """Its place across the page."""
    first_row: int
    """Its first row of the page's grid."""
    rows: int
    """How many rows it has; 0 where a picture takes all."""
    band: int = 0
    """How many things over all columns stand above it."""
    beside: tuple["Beside", ...] = ()
    """Rows of it that are narrower, beside a picture."""

    def strip_at(self, row: int) -> Strip:
        """Where a row's line stands."""
        for beside in self.beside:
            if beside.first_row <= row < beside.first_row + beside.rows:
                return beside.strip
        return self.strip


@dataclass(frozen=True, slots=True)
class Beside:
    """Rows of a column that a picture leaves narrower (绕排)."""

    column: Strip
    """The column."""
    first_row: int
    """Its first row of the page's grid."""
    rows: int
    """How many rows it has."""
    strip: Strip
    """What is left to the text."""

    def meets(self, frame: Frame) -> bool:
        """Whether it is in the frame."""
        last = self.first_row + self.rows - 1
        return (
            self.column == frame.strip
            and self.first_row < frame.first_row + frame.rows
            and frame.first_row <= last
        )


@dataclass(frozen=True, slots=True)
class Hole:
    """Rows of some columns that are not the text's."""

    over: Cells
    """Own columns, counted from 1."""
    first_row: int
    """Its first row of the page's grid."""
    rows: int
    """How many rows it has."""

    @property
    def last_row(self) -> int:
        """Its last row."""
        return self.first_row + self.rows - 1

    def covers(self, column: int) -> bool:
        """Whether it stands over that column."""
        return self.over[0] <= column <= self.over[1]

    def meets(self, other: "Hole") -> bool:
        """Whether the two have a cell in common."""
        return (
            self.over[0] <= other.over[1]
            and other.over[0] <= self.over[1]
            and self.first_row <= other.last_row
            and other.first_row <= self.last_row
        )


@dataclass(frozen=True, slots=True)
class Ground:
    """The part of a slot that copy may use."""

    strip: Strip
    """Its whole width, inside any frame."""
    columns: tuple[Strip, ...]
    """Its columns."""
    first_row: int
    """Its first row."""
    last_row: int
    """Its last row."""

    @property
    def rows(self) -> int:
        """Rows from first to last; 0 where heading and picture have taken them all."""
        return max(0, self.last_row - self.first_row + 1)

    def below(self, rows: int) -> "Ground":
        """The ground without so many of its first rows."""
        return Ground(self.strip, self.columns, self.first_row + rows, self.last_row)


def boxed(slot: SlotSpec) -> bool:
    """Whether the slot's copy stands inside a frame or on a tint."""
    return bool(slot.frame or slot.tint)


def ground_of(grid: Grid, slot: SlotSpec) -> Ground:
    """The slot's columns and rows; a box keeps an em at its sides and a row below."""
    strip = grid.span(*slot.cols)
    first, last = slot.rows
    base = slot.base_columns
    if boxed(slot):
        inset = INSET * grid.size
        strip = Strip(strip.x + inset, strip.width - 2 * inset)
        last -= 1
        # Other headings keep a row from any frame.
        if slot.frame in ORNATE and not slot.title and slot.heading == "above":
            first += 1
    columns = grid.divide(strip, slot.columns or base)
    return Ground(strip, columns, first, last)


def across(columns: tuple[Strip, ...], over: tuple[int, int]) -> Strip:
    """The strip from the first to the last of the columns named, counted from 1."""
    first, last = columns[over[0] - 1], columns[over[1] - 1]
    return Strip(first.x, last.x + last.width - first.x)


@dataclass(frozen=True, slots=True)
class GutterRun:
    """Rows of a gutter that have text on both sides."""

    x: int
    """The gutter's middle."""
    first_row: int
    """Its first row."""
    last_row: int
    """Its last row."""


def gutters_beside(frames: Sequence[Frame]) -> tuple[GutterRun, ...]:
    """Where a rule may part the columns: between frames that share rows."""
    columns = sorted({frame.strip.x: frame.strip for frame in frames}.items())
    runs: list[GutterRun] = []
    for (_, left), (_, right) in pairwise(columns):
        middle = (left.x + left.width + right.x) // 2
        for one in (frame for frame in frames if frame.strip == left):
            for other in (frame for frame in frames if frame.strip == right):
                first = max(one.first_row, other.first_row)
                last = min(one.first_row + one.rows, other.first_row + other.rows) - 1
                if last >= first:
                    runs.append(GutterRun(middle, first, last))
    return tuple(runs)


def frames_round(
    ground: Ground, holes: Sequence[Hole] = (), narrow: Sequence[Beside] = ()
) -> tuple[Frame, ...]:
    """The frames of a ground in reading order, the holes left out.

    A hole over all columns is a barrier: text goes on below it only when it has filled
    every column above (clreq leaves that open; printed papers do so).
    """
    every = (1, len(ground.columns))
    barriers = sorted(hole.first_row for hole in holes if hole.over == every)
    tops = [ground.first_row, *barriers]
    feet = [*(row - 1 for row in barriers), ground.last_row]
    frames: list[Frame] = []
    for top, foot in zip(tops, feet, strict=True):
        band = frames[-1].band + 1 if frames else 0
        for number, strip in enumerate(ground.columns, 1):
            cut = [hole for hole in holes if hole.covers(number)]
            frames += [
                Frame(strip, first, last - first + 1, band)
                for first, last in _free(top, foot, cut)
            ]
    if (frames or holes) and not narrow:
        return tuple(frames)
    if frames or holes:
        return tuple(
            replace(frame, beside=tuple(b for b in narrow if b.meets(frame)))
            for frame in frames
        )
    return tuple(Frame(strip, ground.first_row, 0) for strip in ground.columns)


def _free(top: int, foot: int, holes: Iterable[Hole]) -> Iterator[tuple[int, int]]:
    """Runs of rows between two that no hole takes."""
    for hole in sorted(holes, key=lambda hole: hole.first_row):
        if hole.last_row < top:
            continue
        if hole.first_row > top:
            yield top, min(foot, hole.first_row - 1)
        top = max(top, hole.last_row + 1)
        if top > foot:
            return
    if top <= foot:
        yield top, foot


def bands_of(frames: Sequence[Frame]) -> tuple[int, ...]:
    """How many frames each band has, from the highest down."""
    return tuple(Counter(frame.band for frame in frames).values())
