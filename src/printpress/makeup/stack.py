"""Several stories in one slot, one below the other: columns of short news (简讯).

Each takes the rows it needs; rows that remain are shared out between them, so that
the column ends on its last row.
"""

from collections.abc import Sequence

from printpress.content.story import Story
from printpress.makeup.compositor import Compositor
from printpress.makeup.flow import balance
from printpress.makeup.frames import Ground
from printpress.makeup.grid import Grid
from printpress.makeup.heading import set_heading
from printpress.makeup.place import Place
from printpress.makeup.placed import Rule
from printpress.makeup.story import SetStory, rows_of, set_story
from printpress.text.galley import Profile
from printpress.units import PT

MOST_AIR = 3
"""Rows that sharing out may put between two stories; more reads as a hole (taste)."""

SEPARATOR = 2 * PT // 5
"""The dotted rule between stories."""

DOT_PITCH = 2 * PT
"""From dot to dot."""


def rows_needed(
    compositor: Compositor, grid: Grid, ground: Ground, story: Story, role: str
) -> int:
    """Rows of the ground that a story without a picture takes, heading included."""
    heading, _ = set_heading(compositor, story, role, ground.strip)
    galley = compositor.galley(story, Profile.of(ground.columns[0].width))
    rows = len(rows_of(galley, story, grid.size))
    return heading.rows + -(-rows // len(ground.columns))


def _shares(ground: Ground, needs: Sequence[int]) -> list[int]:
    """Rows of air below each story but the last."""
    gaps = len(needs) - 1
    spare = max(0, ground.rows - sum(needs))
    return [min(MOST_AIR, rows) for rows in balance(spare, gaps)] if gaps else []


def set_stack(
    compositor: Compositor,
    grid: Grid,
    ground: Ground,
    stories: Sequence[Story],
    places: Sequence[Place],
) -> tuple[list[SetStory], list[Rule]]:
    """The stories from the ground's head to its foot, and the rules between them.

    The last has all rows that are left, so what is overset or short shows there.
    """
    role = places[0].slot.role
    needs = [rows_needed(compositor, grid, ground, s, role) for s in stories]
    airs = [*_shares(ground, needs), 0]
    done: list[SetStory] = []
    rules: list[Rule] = []
    first = ground.first_row
    for index, (story, place) in enumerate(zip(stories, places, strict=True)):
        final = index == len(stories) - 1
        last = ground.last_row if final else first + needs[index] - 1
        part = Ground(ground.strip, ground.columns, first, min(last, ground.last_row))
        done.append(set_story(compositor, grid, part, story, place))
        first = last + 1 + airs[index]
        if not final:
            strip = ground.strip
            y = grid.row_top(first) - airs[index] * grid.row // 2
            right = strip.x + strip.width
            rules.append(Rule(strip.x, y, right, y, SEPARATOR, dotted=DOT_PITCH))
    return done, rules
