"""Slots as frames: the columns a story flows through, picture rows cut out of them.

A frame is a run of body rows in one column. A picture over some of a slot's columns
shortens their frames by whole rows; text meets the grid again below its caption.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from printpress.makeup.borders import ORNATE
from printpress.makeup.grid import Grid, Strip
from printpress.spec.layout import PictureSlot, SlotSpec

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
    base = slot.cols[1] - slot.cols[0] + 1
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


def picture_row(ground: Ground, picture: PictureSlot, taken: int) -> int:
    """The first row of a picture that takes so many rows with its caption."""
    match picture.at:
        case "foot":
            return ground.last_row - taken + 1
        case "middle":
            return ground.first_row + (ground.rows - taken) // 2
        case _:
            return ground.first_row


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
    ground: Ground, picture: PictureSlot | None, taken: int
) -> tuple[Frame, ...]:
    """The frames of a ground in reading order, *taken* rows of a picture left out.

    The rows taken count picture, caption and the air that keeps them from the text.
    """
    frames: list[Frame] = []
    taken = min(taken, ground.rows)
    top = picture_row(ground, picture, taken) if picture and taken else 0
    for number, strip in enumerate(ground.columns, 1):
        cut = picture and taken and picture.over[0] <= number <= picture.over[1]
        if not cut:
            frames.append(Frame(strip, ground.first_row, ground.rows))
            continue
        above = top - ground.first_row
        below = ground.rows - taken - above
        frames += [
            Frame(strip, first, rows)
            for first, rows in (
                (ground.first_row, above),
                (top + taken, below),
            )
            if rows > 0
        ]
    return tuple(frames)
