"""Slips in headings: graver the larger they are printed (domain notes 2.8)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from printpress.content.issue import Issue
from printpress.diagnostics import Diagnostic, Span
from printpress.makeup.placed import Makeup, SetLine
from printpress.units import PT

SLIPS: Final = frozenset(
    (
        "broken-parallel",
        "doubled-word",
        "half-width-mark",
        "mixed-numerals",
        "unpaired-mark",
    )
)
"""Codes of what is wrong with words themselves."""

LARGE: Final = "小二"
"""The size from which on a slip in a heading is of class A; below it is of class B."""

LARGE_IN_WORD: Final = 18 * PT
"""That size where the house does not name it."""


def graded(
    found: Iterable[Diagnostic], issue: Issue, makeup: Makeup
) -> tuple[Diagnostic, ...]:
    """The same with slips in headings of the class that the headline's size gives."""
    found = tuple(found)
    if not any(one.code in SLIPS for one in found):
        return found
    sizes = _sizes(issue, makeup)
    large = issue.house.sizes.get(LARGE, LARGE_IN_WORD)
    return tuple(
        replace(one, grade="A" if sizes[one.span] >= large else "B")
        if one.code in SLIPS and one.span in sizes
        else one
        for one in found
    )


def _sizes(issue: Issue, makeup: Makeup) -> Mapping[Span | None, int]:
    """Where a story's heading is written → the size at which it is printed."""
    stories = issue.stories
    sizes: dict[Span | None, int] = {}
    for page in makeup.pages:
        for thing in page.placed:
            if isinstance(thing, SetLine) and thing.part == "headline":
                size = max((piece.size for piece in thing.line.pieces), default=0)
                span = stories[thing.story].span
                sizes[span] = max(size, sizes.get(span, 0))
    return sizes
