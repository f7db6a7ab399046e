"""Vertical headings, which stand beside their text (竖题).

The group's lines run down and follow each other from right to left: kicker, headline,
deck. The headline is as large as its role allows and the height bears; it takes whole
cells of the width, or the base columns that the layout gives it, and text the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from printpress.colour import PAPER
from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, error
from printpress.geometry import Rect
from printpress.makeup.compositor import Compositor
from printpress.makeup.frames import Ground
from printpress.makeup.grid import Grid, Strip
from printpress.makeup.headgroup import Level, set_group, starts_of
from printpress.makeup.placed import Patch, SetLine
from printpress.spec.layout import LEAST_EMS, SlotSpec
from printpress.units import in_mm

AIR: Final = Fraction(3, 2)
"""Body ems between a heading and vertical text beside it, at least."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A vertical heading in its place, and the ground that it leaves."""

    placed: tuple[SetLine | Patch, ...]
    """Its lines, from right to left, each behind its label."""
    ground: Ground
    """What is left to the text."""
    found: tuple[Diagnostic, ...]
    """What is wrong with it."""


def set_beside(
    compositor: Compositor, grid: Grid, ground: Ground, story: Story, slot: SlotSpec
) -> Beside:
    """The story's heading at the side of its slot."""
    top = grid.em_top(ground.first_row)
    height = grid.em_top(ground.last_row) + grid.size - top
    down = compositor.down
    group, trouble = set_group(down, story, slot.role, height)
    width = sum(level.gap + level.height for level in group)
    taken, own = _taken(grid, ground, slot, width)
    right = _right_edge(ground.strip, own, width, slot)
    starts = starts_of(down, group, slot.role, Strip(top, height), slot.align)
    places = _from_one_head(group, starts)
    placed: list[SetLine | Patch] = []
    for level, y in zip(group, places, strict=True):
        right -= level.gap + level.height
        x = right + level.height // 2
        ink = down.ink(slot.ink) if slot.ink else level.style.ink
        if level.label:
            label = Rect(right, y - level.side, level.height, level.width)
            placed.append(Patch((label,), level.label))
            ink = PAPER
        placed.append(SetLine(level.line, x, y, ink, level.part, story.id))
    found: tuple[Diagnostic, ...] = (trouble,) if trouble else ()
    rest, strips = _left_to_text(grid, ground.strip, slot, taken)
    if min(strip.width for strip in strips) < LEAST_EMS * grid.size:
        found += (_no_room(story, slot, taken, ground.strip.width),)
        rest = _rest(ground.strip, taken, slot.side)
        rest = Strip(rest.x, max(rest.width, LEAST_EMS * grid.size))
        strips = (rest,)
    return Beside(
        tuple(placed), Ground(rest, strips, ground.first_row, ground.last_row), found
    )


def _from_one_head(group: Sequence[Level], starts: Sequence[int]) -> list[int]:
    """The levels' heads: a kicker begins where its headline does.

    In the middle of its height it would read as a caption of the headline.
    """
    places = list(zip(group, starts, strict=True))
    head = min((y for level, y in places if level.part == "headline"), default=None)
    return [
        min(y, head + level.side) if head and level.part == "kicker" else y
        for level, y in places
    ]


def _left_to_text(
    grid: Grid, strip: Strip, slot: SlotSpec, taken: int
) -> tuple[Strip, tuple[Strip, ...]]:
    """The text's part of the width, and its columns.

    Where the heading takes what it needs, its distance to the text is the gutter and
    what whole cells leave.
    """
    rest = _rest(strip, taken, slot.side)
    if slot.setting == "vertical":
        return rest, (rest,)
    columns = slot.columns or _columns(slot)
    if slot.heading_cols:
        return rest, grid.divide(rest, columns)
    free = strip.width - taken
    cells = (free // columns - grid.gutter) // grid.size
    step = cells * grid.size + grid.gutter
    beside = free - columns * step + grid.gutter
    rest = _rest(strip, taken + beside, slot.side)
    return rest, tuple(
        Strip(rest.x + number * step, cells * grid.size) for number in range(columns)
    )


def _columns(slot: SlotSpec) -> int:
    """Base columns that are the text's."""
    base = slot.base_columns
    return max(1, base - (slot.heading_cols or 0))


def _taken(grid: Grid, ground: Ground, slot: SlotSpec, width: int) -> tuple[int, int]:
    """What the heading takes of the ground's width, and the heading alone.

    Beside columns their gutter keeps the text from it; else the air is counted.
    """
    if slot.heading_cols:
        step = grid.column_width + grid.gutter
        taken = min(slot.heading_cols * step, ground.strip.width)
        return taken, taken - grid.gutter
    if slot.setting == "across":
        return min(width, ground.strip.width), width
    taken = -(-(width + round(AIR * grid.size)) // grid.row) * grid.row
    return min(taken, ground.strip.width), width


def _rest(strip: Strip, taken: int, side: Literal["left", "right"]) -> Strip:
    x = strip.x + taken if side == "left" else strip.x
    return Strip(x, strip.width - taken)


def _right_edge(strip: Strip, own: int, width: int, slot: SlotSpec) -> int:
    """Where the group begins: flush with its slot, or in the middle of its columns."""
    spare = (own - width) // 2
    if slot.side == "left":
        return strip.x + own - spare
    return strip.x + strip.width - spare


def _no_room(story: Story, slot: SlotSpec, taken: int, width: int) -> Diagnostic:
    return error(
        "headline-too-wide",
        story.span,
        Both(
            f'the vertical heading of "{story.id}" takes {in_mm(taken)} of the '
            f'{in_mm(width)} of slot "{slot.name}": too little is left for its text',
            f"稿件“{story.id}”的竖题占去版位“{slot.name}”{in_mm(width)} 宽中的 "
            f"{in_mm(taken)}，余下排不开正文",
        ),
        fix=Both(
            "break the headline into fewer lines, drop the deck, or widen the slot",
            "让主题少分几行，去掉副题，或加宽版位",
        ),
    )
