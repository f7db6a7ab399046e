"""An edition's pages, and what each of them depends on.

For everything that makes pages of many editions::

    issue, found = spec.load(path)              # once, for all editions
    digests = Digests(issue.root)               # once a run
    for edition in issue.editions:
        own = issue_of(issue, edition)          # the issue as this edition prints it
        for page in own.pages:
            key = page_inputs(own, edition, page, digests)

Pages with equal keys are drawn and written alike, byte for byte, in whatever edition of
whatever issue they stand: such a page is made once. The other way round nothing is
promised: pages with different keys may come out alike. Not covered is what is *told*
of a page (lints look at several pages and at the edition's register of names), nor the
names of files, nor the letter of a page that is sent again.

Editions that the issue cannot be made for are in ``issue.refused``, with the reasons;
they are not in ``issue.editions``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace

from printpress import __version__
from printpress.spec.digest import Digests
from printpress.spec.edition import EditionSpec
from printpress.spec.issue import IssueSpec, PageSpec

SLUG = "slug"
"""The part that stands outside the trim: the line that names the edition."""


def issue_of(issue: IssueSpec, edition: EditionSpec) -> IssueSpec:
    """The issue as one of its editions prints it; of that, an equal one again.

    ``ValueError`` where the issue has no such edition.
    """
    if all(edition.name != known.name for known in issue.editions):
        raise ValueError(f"the issue has no edition {edition.name}")
    own = issue.variants.get(edition.name)
    alone = replace(issue, editions=(edition,), variants={}, refused={}, told={})
    if own is None:
        return alone
    return replace(alone, **{f.name: getattr(own, f.name) for f in fields(own)})


def page_inputs(
    issue: IssueSpec,
    edition: EditionSpec,
    page: PageSpec,
    digests: Digests | None = None,
) -> str:
    """A digest of everything that the page's bytes in a file for print depend on.

    *issue* is the edition's own (:func:`issue_of`) and *page* one of its pages; what
    is made once for several pages is kept in *digests*.
    """
    digests = digests or Digests(issue.root)
    return digests.of(page_parts(issue, edition, page, digests))


def page_parts(
    issue: IssueSpec,
    edition: EditionSpec,
    page: PageSpec,
    digests: Digests | None = None,
) -> Mapping[str, str]:
    """The same in parts: what is different between two pages that are not equal.

    ``issue`` (house, faces, press, date …), ``layout``, ``section``, ``credits``,
    ``stories``, ``adverts``, ``codes``, ``pins``, and where the page has such a thing
    ``masthead``, ``qr``, ``guide``, ``weather``, ``jumps``, and :data:`SLUG`.
    """
    digests = digests or Digests(issue.root)
    parts = {
        "issue": digests.of(_of_issue(issue, digests)),
        "layout": digests.of((page.numbers, page.layout)),
        "section": digests.of(page.section),
        "credits": digests.of(page.credits),
        "stories": digests.of(_stories(issue, page)),
        "adverts": digests.of(page.adverts),
        "codes": digests.of(page.codes),
        "pins": digests.of(_pins(issue, page)),
    }
    parts |= {
        name: digests.of(value) for name, value in _furniture(issue, page, edition)
    }
    ways = tuple(_ways(issue, page))
    return parts | {"jumps": digests.of(ways)} if ways else parts


def _of_issue(issue: IssueSpec, digests: Digests) -> tuple[object, ...]:
    """What no edition may have otherwise."""
    faces = [digests.file(face.file) for face in issue.fonts.faces.values()]
    return (
        __version__,
        issue.house,
        issue.press,
        issue.fonts,
        faces,
        issue.date,
        issue.closed,
        issue.number,
        issue.total,
        sum(len(page.numbers) for page in issue.pages),
    )


def _stories(issue: IssueSpec, page: PageSpec) -> list[tuple[str, object]]:
    """Slots with the stories themselves, not their names only."""
    return [
        (slot, [issue.stories.get(placed.story) for placed in placements])
        for slot, placements in page.stories.items()
    ]


def _pins(issue: IssueSpec, page: PageSpec) -> list[tuple[str, str]]:
    heads = tuple(f"{number}." for number in page.numbers)
    return [
        (key, pin.value) for key, pin in issue.pins.items() if key.startswith(heads)
    ]


def _furniture(
    issue: IssueSpec, page: PageSpec, edition: EditionSpec
) -> Iterator[tuple[str, object]]:
    """What the page shows of its edition, of other pages and of the day."""
    furniture = page.layout.furniture
    if furniture.masthead and furniture.masthead.copublisher:
        yield "masthead", edition.copublisher
    if furniture.qr:
        asked = (one.layout.furniture.qr for one in issue.pages)
        levels = sorted({qr.level for qr in asked if qr})
        yield "qr", (edition.qr_url, edition.qr_caption, levels)
    uses = {slot.use for slot in page.layout.slots}
    if "guide" in uses:
        yield "guide", list(_guide(issue))
    if "weather" in uses:
        yield "weather", issue.weather
    if issue.press.marks == "full":
        yield SLUG, edition.town or edition.name


def _guide(issue: IssueSpec) -> Iterator[object]:
    """Lines that stories offer to page one, with the pages that they stand on."""
    for page in issue.pages:
        for name, placements in page.stories.items():
            slot = page.layout.slot(name)
            for placed in placements:
                story = issue.stories.get(placed.story)
                if story is not None and story.guide and slot is not None:
                    side = page.layout.side_of(slot)
                    yield page.numbers[side], placed.story, story.guide


def _ways(issue: IssueSpec, page: PageSpec) -> Iterator[object]:
    """Jumps from and to the page, with all that stands on the page at the other end."""
    for jump in issue.jumps:
        ends = [one for one in issue.pages if jump.page_no in one.numbers]
        ends += [one for one in issue.pages if _stands_on(jump.story, one)]
        others = [one for one in ends if one.numbers != page.numbers]
        if len(others) < len(ends):
            yield jump, [_end(issue, other) for other in others]


def _stands_on(story: str, page: PageSpec) -> bool:
    return any(
        placed.story == story
        for placements in page.stories.values()
        for placed in placements
    )


def _end(issue: IssueSpec, page: PageSpec) -> object:
    return page.numbers, page.layout, _stories(issue, page), _pins(issue, page)
