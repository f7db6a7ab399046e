"""Whether copy fits its slot: what the ladder and the remedies both ask of each try."""

from collections.abc import Callable
from typing import Final

from printpress.content.story import Story
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
