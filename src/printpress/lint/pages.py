"""Made-up pages, read as an art editor would before they go to press: warnings only."""

from collections.abc import Iterator
from itertools import chain

from printpress.content.issue import Issue
from printpress.diagnostics import Diagnostic
from printpress.lint.art import caption_overhang, no_dominant, photo_floating
from printpress.lint.gutters import through_gutter
from printpress.lint.headings import heads_collide, rank_inversion, stranded_heading
from printpress.lint.legs import short_legs
from printpress.lint.registration import registration_missing
from printpress.lint.sheet import Told, sheets_of
from printpress.makeup.placed import Makeup

RULES = (
    heads_collide,
    rank_inversion,
    stranded_heading,
    photo_floating,
    no_dominant,
    caption_overhang,
    short_legs,
    through_gutter,
)
"""What is asked of each page by itself."""


def lint_pages(issue: Issue, makeup: Makeup) -> tuple[Diagnostic, ...]:
    """Everything to ask about the pages, in their order.

    What the issue accepts is not asked, nor what one of the stories in question does.
    """
    by_page = (
        told.says
        for sheet in sheets_of(issue, makeup)
        for told in chain.from_iterable(rule(sheet) for rule in RULES)
        if not _accepted(told)
    )
    found = chain(registration_missing(issue, makeup), _of_paper(issue), by_page)
    return tuple(one for one in found if one.code not in issue.accepted)


def _of_paper(issue: Issue) -> Iterator[Diagnostic]:
    """What the paper may not say of itself, if it is 内部资料."""
    if issue.house.paper.kind == "internal":
        from printpress.lint.internal import forbidden_of_paper

        yield from forbidden_of_paper(issue)


def _accepted(told: Told) -> bool:
    return any(told.says.code in story.accepted for story in told.of)
