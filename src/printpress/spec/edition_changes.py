"""What an edition of an issue has otherwise than the base, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from printpress.spec.digest import Digests
from printpress.spec.edition import EditionSpec
from printpress.spec.edition_pages import SLUG, issue_of, page_parts
from printpress.spec.issue import IssueSpec

FURNITURE = ("masthead", "qr")
"""Parts that are the edition's furniture."""


@dataclass(frozen=True, slots=True)
class PageChange:
    """One page of an edition against the base's."""

    numbers: tuple[int, ...]
    """Its number, or those of a spread."""
    by: tuple[str, ...]
    """What is otherwise: ``stories``, ``adverts``, ``furniture``, ``layout`` …; nothing
    where the page is the base's."""


def changes(
    issue: IssueSpec, edition: EditionSpec, digests: Digests
) -> Iterator[PageChange]:
    """Every page of the edition. The base has no town: no co-publisher, no code."""
    own = issue_of(issue, edition)
    plain = replace(edition, town="", copublisher="", qr_url="", qr_caption=())
    for page, below in zip(own.pages, issue.pages, strict=True):
        here = page_parts(own, edition, page, digests)
        there = page_parts(issue, plain, below, digests)
        unlike = (
            "furniture" if part in FURNITURE else part
            for part in {**here, **there}
            if part != SLUG and here.get(part) != there.get(part)
        )
        yield PageChange(page.numbers, tuple(dict.fromkeys(unlike)))
