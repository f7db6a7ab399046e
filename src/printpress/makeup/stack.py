"""Several stories in one slot, one below the other: columns of short news (简讯).

Each takes the rows it needs; rows that remain are shared out between them, so that
the column ends on its last row.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from printpress.content.story import Story
from printpress.makeup.borders import FINE, diamond, rule_of
from printpress.makeup.compositor import Compositor
from printpress.makeup.copyfit import fits
from printpress.makeup.frames import Ground
from printpress.makeup.grid import Grid
from printpress.makeup.heading import manner_of, set_heading
from printpress.makeup.place import Place
from printpress.makeup.placed import Placed, Rule, Shape
from printpress.makeup.rows import rows_of
from printpress.makeup.story import SetStory, set_story
from printpress.spec.layout import SlotSpec
from printpress.text.galley import Profile
from printpress.units import PT

MOST_AIR = 3
"""Rows that sharing out may put between two stories; more reads as a hole (taste)."""

SEPARATOR = 4 * PT // 5
"""The dotted rule between stories."""

DIAMOND = 5 * PT // 2
"""Half the width of a ◆ that stands between two stories."""

DOT_PITCH = 3 * PT
"""From dot to dot."""


@dataclass(frozen=True, slots=True)
class _Need:
    """What a story of the stack takes."""

    rows: int
    """Rows of the ground, heading included."""
    air: int
    """EMU from its first row's top to its heading."""


def _need(
    compositor: Compositor, grid: Grid, ground: Ground, story: Story, slot: SlotSpec
) -> _Need:
    """Rows of the ground that a story without a picture takes."""
    manner = manner_of(compositor, slot)
    heading, _ = set_heading(compositor, story, slot.role, ground.strip, manner)
    galley = compositor.galley(story, Profile.of(ground.columns[0].width))
    rows = len(rows_of(galley, story, grid.size, grid.row))
    return _Need(heading.rows + -(-rows // len(ground.columns)), heading.air_above)


def _air_rows(ground: Ground, needs: Sequence[_Need]) -> int:
    """Rows of air below each story but the last: the same everywhere."""
    spare = ground.rows - sum(need.rows for need in needs)
    return min(MOST_AIR, max(0, spare) // max(1, len(needs) - 1))


def _separator(
    grid: Grid, ground: Ground, row: int, gap: tuple[int, int], kind: str
) -> list[Placed]:
    """What parts the text above from the heading in a row, midway between the two.

    *gap* is the rows of air between them, and the heading's own air.
    """
    air_rows, air = gap
    strip = ground.strip
    foot = grid.em_top(row - air_rows - 1) + grid.size
    y = (foot + grid.row_top(row) + air) // 2
    right, middle = strip.x + strip.width, strip.x + strip.width // 2
    match kind:
        case "none":
            return []
        case "dots":
            return [Rule(strip.x, y, right, y, SEPARATOR, dotted=DOT_PITCH)]
        case "diamond":
            return [Shape(diamond(middle, y, DIAMOND))]
        case _:
            return rule_of(kind, strip.x, right, y, FINE)


def _set_part(
    compositor: Compositor, grid: Grid, ground: Ground, story: Story, place: Place
) -> SetStory:
    """One of the stories, and how it fits."""

    def again(compositor: Compositor, story: Story, place: Place) -> SetStory:
        return set_story(compositor, grid, ground, story, place)

    done = again(compositor, story, place)
    if fits(done):
        return done
    from printpress.makeup.fit_faults import fit_findings

    found = fit_findings(compositor, again, story, place, done)
    return replace(done, found=(*done.found, *found))


def set_stack(
    compositor: Compositor,
    grid: Grid,
    ground: Ground,
    stories: Sequence[Story],
    places: Sequence[Place],
) -> tuple[list[SetStory], list[Placed]]:
    """The stories from the ground's head to its foot, and the rules between them.

    The last has all rows that are left, so what is overset or short shows there.
    """
    slot = places[0].slot
    needs = [_need(compositor, grid, ground, story, slot) for story in stories]
    air = _air_rows(ground, needs)
    done: list[SetStory] = []
    rules: list[Placed] = []
    between = places[0].slot.between
    first = ground.first_row
    for story, place, need in zip(stories, places, needs, strict=True):
        if done:
            rules += _separator(grid, ground, first, (air, need.air), between)
        final = len(done) == len(stories) - 1
        last = ground.last_row if final else first + need.rows - 1
        part = Ground(ground.strip, ground.columns, first, min(last, ground.last_row))
        done.append(_set_part(compositor, grid, part, story, place))
        first = last + 1 + air
    return done, rules
