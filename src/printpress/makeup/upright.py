"""Whole stories in vertical lines, from right to left (直排).

A block is as high as its slot below the heading, in whole cells, and its lines are a
body row apart; the first stands at the right edge, what is left of the width stays at
the left. With ``columns: m`` the block is parted into m tiers (排), one above the
other, each from right to left. Tiers are not levelled: copy runs on to where it ends.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from printpress.content.story import Story
from printpress.diagnostics import Both
from printpress.makeup import report
from printpress.makeup.beside import set_beside
from printpress.makeup.compositor import Compositor
from printpress.makeup.flow import Cut, cut
from printpress.makeup.frames import Ground
from printpress.makeup.grid import Grid
from printpress.makeup.heading import manner_of, set_heading
from printpress.makeup.place import Place
from printpress.makeup.placed import Placed, Rule, SetLine
from printpress.makeup.rough import rough_lines
from printpress.makeup.rows import rows_of
from printpress.makeup.story import SetStory
from printpress.spec.fields import not_yet
from printpress.spec.layout import LEAST_EMS, TIER_GAP
from printpress.text.galley import Profile

ACROSS_ONLY: Final[Mapping[str, Both]] = {
    "table": Both("tables in vertical text", "竖排正文中的表格"),
    "qr": Both("QR codes in vertical text", "竖排正文中的二维码"),
    "names": Both("lists of names in vertical text", "竖排正文中的名单"),
}
"""Kinds of paragraph that stand only in lines that run across."""


@dataclass(frozen=True, slots=True)
class Block:
    """Where vertical lines stand."""

    right: int
    """The middle of the first line."""
    pitch: int
    """From the middle of one line to that of the next."""
    lines: int
    """Lines of a tier."""
    heads: tuple[int, ...]
    """The top of each tier."""
    measure: int
    """How long its lines are."""

    def middle(self, line: int) -> int:
        """The middle of a line, counted from 0 at the right."""
        return self.right - line * self.pitch


def block_of(grid: Grid, ground: Ground, tiers: int) -> Block:
    """The ground as tiers of vertical lines.

    What whole cells leave of the height goes between the tiers. Where it is less than
    text can be set in, there is no line at all.
    """
    size, strip = grid.size, ground.strip
    height = max(0, (ground.rows - 1) * grid.row + size)
    gap = round(TIER_GAP * size)
    cells = (height - (tiers - 1) * gap) // tiers // size
    measure = max(LEAST_EMS, cells) * size
    lines = (strip.width - size) // grid.row + 1 if cells >= LEAST_EMS else 0
    if tiers > 1:
        gap = max(gap, (height - tiers * measure) // (tiers - 1))
    top = grid.em_top(ground.first_row)
    return Block(
        right=strip.x + strip.width - size // 2,
        pitch=grid.row,
        lines=lines,
        heads=tuple(top + tier * (measure + gap) for tier in range(tiers)),
        measure=measure,
    )


def set_upright(
    compositor: Compositor, grid: Grid, ground: Ground, story: Story, place: Place
) -> SetStory:
    """The story in vertical lines in its ground."""
    slot = place.slot
    placed: list[Placed] = []
    if slot.heading == "vertical":
        aside = set_beside(compositor, grid, ground, story, slot)
        placed += aside.placed
        ground, found = aside.ground, aside.found
    else:
        manner = manner_of(compositor, slot)
        heading, trouble = set_heading(
            compositor, story, slot.role, ground.strip, manner
        )
        placed += heading.moved(grid.row_top(ground.first_row)).placed
        ground, found = ground.below(heading.rows), (trouble,) if trouble else ()
    block = block_of(grid, ground, slot.columns or 1)
    galley = compositor.down.galley(story, Profile.of(block.measure))
    rows = rows_of(galley, story, grid.size, grid.row)
    rooms = [block.lines] * len(block.heads)
    parted = cut(rows, rooms, "run-on", compositor.house.body.uneven)
    placed += _tier_rules(ground, block, place.column_rule)
    placed += _text(block, story, parted)
    fit = report.fit_of(story, place, parted)
    found += tuple(rough_lines(compositor, story, galley))
    found += tuple(
        not_yet(paragraph.place(0), ACROSS_ONLY[paragraph.kind])
        for paragraph in story.paragraphs
        if paragraph.kind in ACROSS_ONLY
    )
    overset = tuple(line for row in parted.overset for line in row.lines)
    return SetStory(tuple(placed), fit, overset, found, block.measure)


def _tier_rules(ground: Ground, block: Block, width: int) -> list[Placed]:
    """Rules between the tiers, as wide as the ground."""
    if not width:
        return []
    left, right = ground.strip.x, ground.strip.x + ground.strip.width
    rules: list[Placed] = []
    for above, below in zip(block.heads, block.heads[1:], strict=False):
        y = (above + block.measure + below) // 2
        rules.append(Rule(left, y, right, y, width))
    return rules


def _text(block: Block, story: Story, parted: Cut) -> list[Placed]:
    """The lines of the text, tier by tier and from right to left."""
    copy = len(story.paragraphs)
    placed: list[Placed] = []
    for head, rows in zip(block.heads, parted.columns, strict=True):
        for number, row in enumerate(rows):
            for line in row.lines:
                part = "byline" if line.paragraph >= copy else "body"
                placed.append(
                    SetLine(
                        line,
                        block.middle(number),
                        head,
                        part="subhead" if row.heads else part,
                        story=story.id,
                        paragraph=line.paragraph,
                    )
                )
    return placed
