"""What would make copy fit that does not: cuts, another picture, no deck, a filler.

Takes a story as it was set; gives what was tried and is enough, nothing else (domain
notes 6.2 and 6.3).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from printpress.content.jumps import START
from printpress.content.story import Story
from printpress.makeup.compositor import Compositor
from printpress.makeup.copyfit import LEAST_PICTURE, Setter, fits
from printpress.makeup.grid import Strip
from printpress.makeup.heading import set_heading
from printpress.makeup.place import Place
from printpress.makeup.report import SHORT_ROWS
from printpress.makeup.rows import rows_of
from printpress.makeup.savings import Saving, cheapest, cut_at, savings, without
from printpress.makeup.story import SetStory
from printpress.text.galley import Profile

MOST_LINES: Final = 12
"""Lines over for which cuts are sought paragraph by paragraph; a story that is longer
wants rewriting, and is told how many characters too long it is (taste)."""

GROWTH: Final = 6
"""Rows beyond its bounds by which a larger picture is tried (taste)."""

FILLER_ROLE: Final = "brief"
"""By which a filler is set; a house without it sets it as it sets what it does not
know."""


@dataclass(frozen=True, slots=True)
class Remedies:
    """What would make a story fit."""

    cuts: tuple[Saving, ...] = ()
    """Cuts that together are enough; none if there are none so cheap."""
    picture_rows: int = 0
    """Rows of its picture with which it would fit, or 0."""
    deck_lines: int = 0
    """Lines that leaving out its deck would give, if that is enough, or 0."""


def remedies(
    compositor: Compositor, again: Setter, story: Story, place: Place, done: SetStory
) -> Remedies:
    """What would make an overset story fit."""
    return Remedies(
        cuts=_cuts(compositor, again, story, place, done),
        picture_rows=picture_rows(compositor, again, story, place, done),
        deck_lines=_deck_lines(compositor, again, story, place, done),
    )


def _cuts(
    compositor: Compositor, again: Setter, story: Story, place: Place, done: SetStory
) -> tuple[Saving, ...]:
    """The cheapest cuts after which nothing is overset: tried, a line more if need be.

    Rows left at the feet of columns can make more lines needed than are overset.
    """
    lines = done.fit.overset_lines
    if lines > MOST_LINES:
        return ()
    setting = compositor.down if place.slot.setting == "vertical" else compositor
    start = place.rest.start if place.rest else START
    for wanted in range(lines, lines + SHORT_ROWS + 1):
        found = savings(setting, story, Profile.of(done.measure), wanted, start)
        chosen = cheapest(found, wanted)
        if not chosen:
            return ()
        if not again(compositor, shortened(story, chosen), place).fit.overset_lines:
            return chosen
    return ()


def shortened(story: Story, cuts: Sequence[Saving]) -> Story:
    """The story as its sub-editor might cut it: at the ends of those paragraphs."""
    paragraphs = list(story.paragraphs)
    for cut in cuts:
        whole = paragraphs[cut.paragraph]
        start, end = cut_at(whole.text, cut.characters, "end") or (0, 0)
        kept = tuple(without(whole.runs, start, end))
        paragraphs[cut.paragraph] = replace(whole, runs=kept)
    done = ", ".join(f"{cut.paragraph}: {cut.characters}" for cut in cuts)
    # Galleys are known by the story's name: another copy must have another.
    return replace(story, id=f"{story.id} ({done})", paragraphs=tuple(paragraphs))


def picture_rows(
    compositor: Compositor, again: Setter, story: Story, place: Place, done: SetStory
) -> int:
    """Rows of its picture, outside of its bounds, with which the story would fit."""
    picture = place.slot.picture
    if picture is None or not done.fit.picture_rows:
        return 0
    fewest, most = place.picture_bounds
    over = done.fit.overset_lines > 0
    tried = (
        range(fewest - 1, LEAST_PICTURE - 1, -1)
        if over
        else range(most + 1, most + GROWTH + 1)
    )
    for rows in tried:
        other = again(compositor, story, replace(place, pinned_rows=rows))
        if fits(other) and other.fit.picture_rows == rows:
            return rows
    return 0


def _deck_lines(
    compositor: Compositor, again: Setter, story: Story, place: Place, done: SetStory
) -> int:
    """Lines that the story's deck takes, if they are enough."""
    if story.head.deck is None:
        return 0
    bare = replace(story, head=replace(story.head, deck=None))
    other = again(compositor, bare, place)
    won = other.fit.rows - done.fit.rows
    return won if not other.fit.overset_lines and won > 0 else 0


@dataclass(frozen=True, slots=True)
class Filler:
    """A short story that would fill what another leaves empty (补白)."""

    story: Story
    """The story, which stands nowhere yet."""
    rows: int
    """Rows that it takes below the other, its heading and a row of air counted."""


def filler(compositor: Compositor, place: Place, done: SetStory) -> Filler | None:
    """The largest of the spare stories that the hole holds, in one column."""
    held = [
        filler
        for filler in (_filling(compositor, one, done) for one in place.spare)
        if filler.rows <= done.fit.short_lines
    ]
    return max(held, key=lambda filler: filler.rows, default=None)


def _filling(compositor: Compositor, story: Story, done: SetStory) -> Filler:
    """The story as it would stand at the foot of the column."""
    strip = Strip(0, done.measure)
    heading, _ = set_heading(compositor, story, FILLER_ROLE, strip)
    galley = compositor.galley(story, Profile.of(done.measure))
    house = compositor.house
    lines = len(rows_of(galley, story, house.body.size, house.grid.row))
    return Filler(story, heading.rows + lines + 1)
