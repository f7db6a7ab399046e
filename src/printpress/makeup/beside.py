"""Vertical headings, which stand beside their text (竖题).

The group's lines run down and follow each other from right to left: kicker, headline,
deck. The headline is as large as its role allows and the height bears; it takes whole
cells of the width, or the base columns that the layout gives it, and text the rest.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, error
from printpress.makeup.compositor import Compositor
from printpress.makeup.frames import Ground
from printpress.makeup.grid import Grid, Strip
from printpress.makeup.heading import set_group, starts_of
from printpress.makeup.placed import SetLine
from printpress.spec.layout import LEAST_EMS, SlotSpec
from printpress.units import in_mm

AIR: Final = Fraction(3, 2)
"""Body ems between a heading and the text beside it, at least: as between columns."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A vertical heading in its place, and the ground that it leaves."""

    placed: tuple[SetLine, ...]
    """Its lines, from right to left."""
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
    width = sum(level.gap + level.style.size for level in group)
    taken, own = _taken(grid, ground, slot, width)
    rest = _rest(ground.strip, taken, slot.side)
    right = _right_edge(ground.strip, own, width, slot)
    places = starts_of(down, group, slot.role, Strip(top, height), slot.align)
    placed = []
    for level, y in zip(group, places, strict=True):
        right -= level.gap + level.style.size
        x = right + level.style.size // 2
        ink = level.style.ink
        placed.append(SetLine(level.line, x, y, ink, level.part, story.id))
    columns = slot.columns or _columns(slot)
    found: tuple[Diagnostic, ...] = (trouble,) if trouble else ()
    if slot.setting == "vertical":
        columns = 1
    left = (rest.width - (columns - 1) * grid.gutter) // columns
    if left < LEAST_EMS * grid.size:
        found += (_no_room(story, slot, taken, ground.strip.width),)
        columns = 1
        rest = Strip(rest.x, max(rest.width, LEAST_EMS * grid.size))
    strips = grid.divide(rest, columns)
    return Beside(
        tuple(placed), Ground(rest, strips, ground.first_row, ground.last_row), found
    )


def _columns(slot: SlotSpec) -> int:
    """Base columns that are the text's."""
    base = slot.cols[1] - slot.cols[0] + 1
    return max(1, base - (slot.heading_cols or 0))


def _taken(grid: Grid, ground: Ground, slot: SlotSpec, width: int) -> tuple[int, int]:
    """What heading and air take of the ground's width, and the heading alone."""
    if slot.heading_cols:
        step = grid.column_width + grid.gutter
        taken = min(slot.heading_cols * step, ground.strip.width)
        return taken, taken - grid.gutter
    cell = grid.row if slot.setting == "vertical" else grid.size
    taken = -(-(width + round(AIR * grid.size)) // cell) * cell
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
