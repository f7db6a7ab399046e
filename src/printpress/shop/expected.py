"""What an edition's file must show, for the preflight to hold it against."""

from collections.abc import Iterator

from printpress.preflight.expected import Expected, ExpectedPage
from printpress.spec.chart import CodesChart
from printpress.spec.edition import EditionSpec
from printpress.spec.issue import IssueSpec, PageSpec


def expected_of(
    issue: IssueSpec, edition: EditionSpec, page_no: int | None = None
) -> Expected:
    """The whole issue, or the page of that number alone."""
    pages = [page for page in issue.pages if page_no in (None, *page.numbers)]
    jumping = {jump.story for jump in issue.jumps}
    anywhere = [
        story.qr.url
        for name in jumping
        if (story := issue.stories.get(name)) is not None and story.qr is not None
    ]
    return Expected(
        trim=issue.house.page.trim,
        date=issue.date,
        pages=tuple(_page(page, issue, edition, jumping) for page in pages),
        codes=tuple(anywhere) if page_no is None else (),
        accepted=issue.accepted_in_print,
    )


def _page(
    page: PageSpec, issue: IssueSpec, edition: EditionSpec, jumping: set[str]
) -> ExpectedPage:
    furniture = page.layout.furniture
    return ExpectedPage(
        numbers=page.numbers,
        dated=bool(furniture.dateline or furniture.folio),
        numbered=bool(furniture.folio),
        codes=tuple(_codes(page, issue, edition, jumping)),
    )


def _codes(
    page: PageSpec, issue: IssueSpec, edition: EditionSpec, jumping: set[str]
) -> Iterator[str]:
    """Addresses of the page's codes, of stories that end on it too."""
    if page.layout.furniture.qr:
        yield edition.qr_url
    yield from (code.url for code in page.codes.values())
    for slot in page.layout.slots:
        if slot.chart and isinstance(slot.chart.drawing, CodesChart):
            chart, least = slot.chart.drawing, issue.press.qr_module_error
            yield from (chart.address(m) for m in chart.modules if m >= least)
    for placements in page.stories.values():
        for placed in placements:
            story = issue.stories.get(placed.story)
            if story is not None and story.qr and story.id not in jumping:
                yield story.qr.url
