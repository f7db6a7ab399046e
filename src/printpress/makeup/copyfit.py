"""Copy that does not fit: whether it does, and what is told where it does not.

Every remedy named has been tried: the story was set anew with that cut, that picture,
without that deck (domain notes 6.2 and 6.3).
"""

from collections.abc import Callable
from typing import Final

from printpress.content.story import Story
from printpress.diagnostics import Diagnostic
from printpress.makeup.compositor import Compositor
from printpress.makeup.place import Place
from printpress.makeup.report import SHORT_ROWS
from printpress.makeup.story import SetStory

Setter = Callable[[Compositor, Story, Place], SetStory]
"""Sets a story in its ground."""

LEAST_PICTURE: Final = 4
"""Rows below which a picture is none (taste)."""


def fits(done: SetStory) -> bool:
    """Whether nothing is overset and no hole is seen."""
    return not done.fit.overset_lines and done.fit.short_lines <= SHORT_ROWS


def fit_findings(
    compositor: Compositor, again: Setter, story: Story, place: Place, done: SetStory
) -> tuple[Diagnostic, ...]:
    """How the story fits its slot, where it does not, and what to do."""
    if fits(done):
        return ()
    from printpress.makeup.fit_faults import overset, short
    from printpress.makeup.remedies import filler, picture_rows, remedies

    if done.fit.overset_lines:
        return (overset(place, done, remedies(compositor, again, story, place, done)),)
    rows = picture_rows(compositor, again, story, place, done)
    return (short(story, place, done, rows, filler(compositor, place, done)),)
