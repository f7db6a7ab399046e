"""Frames, tints, story rules and reversed title bars: what stands round a slot."""

from collections.abc import Sequence

from printpress.colour import BLACK, PAPER
from printpress.geometry import Rect
from printpress.makeup.borders import ORNATE, frame_of, rule_of
from printpress.makeup.compositor import Compositor, placed_in
from printpress.makeup.grid import Grid
from printpress.makeup.placed import FrameLine, Patch, Placed, Rule
from printpress.spec.layout import SlotSpec
from printpress.units import PT

STORY_RULE = PT // 2
"""Between stories (art direction: 0.5 pt)."""

FRAME_WIDTHS = {"hairline": 2 * PT // 5, "bold": PT, "double": 2 * PT // 5}
"""How thick the frames are that a layout names; 0.4 pt is the least on newsprint."""

DOUBLE_GAP = 3 * PT // 2
"""Between the two lines of a double frame."""

BAR_ROWS = 2
"""Rows a reversed title bar takes at the head of a box."""


def slot_rect(grid: Grid, slot: SlotSpec) -> Rect:
    """The slot's rectangle."""
    return grid.rect(slot.cols, slot.rows)


def box_of(compositor: Compositor, grid: Grid, slot: SlotSpec) -> list[Placed]:
    """The slot's tint or frame."""
    return framed(compositor, slot_rect(grid, slot), slot.frame, slot.tint)


def framed(compositor: Compositor, rect: Rect, frame: str, tint: str) -> list[Placed]:
    """A tint or frame on a rectangle, or both."""
    placed: list[Placed] = []
    if tint:
        placed.append(Patch((rect,), compositor.ink(tint)))
    if frame in ORNATE:
        placed += frame_of(frame, rect)
    elif frame:
        width = FRAME_WIDTHS[frame]
        placed.append(FrameLine(rect.inset(width // 2), width))
        if frame == "double":
            placed.append(FrameLine(rect.inset(width // 2 + DOUBLE_GAP), width))
    return placed


def last_ruled_row(slot: SlotSpec, slots: Sequence[SlotSpec]) -> int:
    """The last row of the rule at the slot's left.

    Where one neighbour stands at the left of it and of the next slot below that has
    such a rule, too, the rule goes on over the free rows between them, unbroken.
    """
    column, foot = slot.cols[0], slot.rows[1]
    under = [
        other
        for other in slots
        if other.rows[0] > foot and other.cols[0] <= column <= other.cols[1]
    ]
    below = min(under, key=lambda other: other.rows[0], default=None)
    if below is None or not below.left_rule or below.cols[0] != column:
        return foot
    unbroken = any(
        other.cols[1] == column - 1
        and other.rows[0] <= foot
        and below.rows[0] <= other.rows[1]
        for other in slots
    )
    return below.rows[0] - 1 if unbroken else foot


def story_rules(
    grid: Grid, slot: SlotSpec, slots: Sequence[SlotSpec] = ()
) -> list[Placed]:
    """The rules that part the slot from its neighbours above, below or at its left.

    Those across stand on the edge of the slot, so that rules and boxes of neighbouring
    slots begin at one height. *slots* are all of the page.
    """
    rect = slot_rect(grid, slot)
    placed: list[Placed] = []
    if slot.rule != "none":
        y = rect.y if slot.rule == "above" else rect.bottom
        placed += rule_of(slot.line, rect.x, rect.right, y, STORY_RULE)
    if slot.left_rule:
        x = rect.x - grid.gutter // 2
        foot = grid.row_top(last_ruled_row(slot, slots) + 1)
        placed.append(Rule(x, rect.y, x, foot, STORY_RULE))
    return placed


def title_bar(compositor: Compositor, grid: Grid, slot: SlotSpec) -> list[Placed]:
    """The slot's title in the face of the role ``bar``.

    It stands in paper white on a bar in the role's ink, or in black over a rule: a
    page on which every column had its bar would have no lead.
    """
    if not slot.title:
        return []
    rect = slot_rect(grid, slot)
    bar = Rect(rect.x, rect.y, rect.width, BAR_ROWS * grid.row)
    style = compositor.style("bar")
    line = compositor.line(
        slot.title, style, heading=True, tracking=style.size // 4, span=slot.span
    )
    x = bar.x + (bar.width - line.width) // 2
    top = bar.y + (bar.height - style.size) // 2
    if slot.title_on == "rule":
        y = bar.bottom - grid.row // 4
        return [
            placed_in(line, style, x, top - grid.row // 8, ink=BLACK),
            Rule(bar.x, y, bar.right, y, STORY_RULE),
        ]
    return [Patch((bar,), style.ink), placed_in(line, style, x, top, ink=PAPER)]
