"""Headings that stand over some of a slot's columns, with text beside or round them.

Beside (串文题): over the columns at the left, as high as its lines need; the text goes
on below it and then turns to the columns at its right. Where too little would be left
below, it takes its columns to the foot and stands in the middle of their height.
Inside (文包题): over columns in the middle, with text on both sides and above or below.
Both begin as high as the text beside them (domain notes 2.5 on where headings stand).
"""

from dataclasses import replace
from fractions import Fraction
from typing import Final

from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, counted, error
from printpress.makeup.compositor import Compositor
from printpress.makeup.frames import Ground, Hole, across
from printpress.makeup.grid import Grid
from printpress.makeup.heading import Heading, manner_of, set_heading
from printpress.spec.layout import SlotSpec

LEAST_ROWS: Final = 4
"""Rows of text above or below a heading; fewer look lost (taste)."""

AIR_BELOW: Final = Fraction(1)
"""Rows between a heading and text below it, at least."""


def set_inset_heading(
    compositor: Compositor, grid: Grid, ground: Ground, story: Story, slot: SlotSpec
) -> tuple[Heading, Diagnostic | None]:
    """The heading, its place counted from the ground's first row on."""
    strip = across(ground.columns, slot.heading_columns)
    lower = slot.heading == "inside" and slot.heading_at not in ("top", 1)
    manner = manner_of(compositor, slot)
    manner = replace(
        manner,
        rows=(1, ground.rows),
        air=2 * AIR_BELOW if lower else AIR_BELOW,
        flush=not lower,
    )
    heading, trouble = set_heading(compositor, story, slot.role, strip, manner)
    if trouble and trouble.code == "heading-too-high":
        trouble = _no_room(story, slot, heading.rows, ground.rows)
    before = 1 if lower and slot.reverse else 0  # a bar has no air of its own above it
    rows = min(heading.rows + before, ground.rows)
    first = _first_row(ground, slot, rows)
    if first < LEAST_ROWS:
        first = 0
    below = ground.rows - first - rows
    dy = (first + before) * grid.row
    if below < LEAST_ROWS:
        rows += below
        if first == 0:
            dy = _middle(grid, ground, heading)
    hole = Hole(slot.heading_columns, ground.first_row + first, rows)
    return replace(heading.moved(dy), rows=0, hole=hole), trouble


def _first_row(ground: Ground, slot: SlotSpec, rows: int) -> int:
    """Rows of the ground above a heading that takes so many."""
    most = ground.rows - rows
    if slot.heading == "beside":
        return 0
    if isinstance(slot.heading_at, int):
        begun = ground.first_row - slot.rows[0]
        return max(0, min(slot.heading_at - 1 - begun, most))
    return most // 2 if slot.heading_at == "middle" else 0


def _middle(grid: Grid, ground: Ground, heading: Heading) -> int:
    """How far down a heading goes that stands in the middle of the ground's height."""
    spare = ground.rows * grid.row - heading.height
    return max(0, spare // 2 - heading.air_above)


def _no_room(story: Story, slot: SlotSpec, needed: int, rows: int) -> Diagnostic:
    first, last = slot.heading_columns
    return error(
        "heading-too-high",
        story.span,
        Both(
            f'the heading of "{story.id}" takes {needed} rows at its smallest size '
            f"over {counted(last - first + 1, 'column')}; "
            f'slot "{slot.name}" has {rows}',
            f"稿件“{story.id}”的标题占 {last - first + 1} 栏，用最小字号仍要 {needed} "
            f"行，版位“{slot.name}”只有 {rows} 行",
        ),
        fix=Both(
            "drop the kicker or the deck, shorten the headline, or give it more "
            "columns in `heading_over`",
            "去掉引题或副题，缩短主题，或在 heading_over 中给标题多几栏",
        ),
    )
