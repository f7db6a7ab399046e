"""Checks of papers that are 内部资料: no adverts, one edition (domain notes 2.7)."""

from collections.abc import Iterable, Iterator, Sequence

from printpress.diagnostics import Both, Diagnostic, Span, counted, error, warning
from printpress.spec.house import House
from printpress.spec.issue_form import IssueForm
from printpress.spec.page_form import PageForm


def adverts_of_internal(
    pages: Iterable[PageForm], house: House
) -> Iterator[Diagnostic]:
    """Adverts in a paper that is 内部资料, which may carry none."""
    if house.paper.kind != "internal":
        return
    for page in pages:
        for named in page.adverts:
            yield error(
                "advert-internal",
                named.span,
                Both(
                    f'"{house.paper.name}" is 内部资料 and may carry no advert',
                    f"“{house.paper.name}”是内部资料，不得刊登广告",
                ),
                fix=Both(
                    "take the advert out, and choose a layout without its slot",
                    "撤下广告，换一个没有广告版位的版式",
                ),
            )


def editions_of_internal(
    form: IssueForm, editions: Sequence[tuple[str, Span | None]], house: House
) -> Iterator[Diagnostic]:
    """A second edition of one issue (一期多版), which 内部资料 may not have."""
    if house.paper.kind != "internal" or "internal-editions" in form.accept:
        return
    if len(editions) > 1:
        number = len(editions)
        yield warning(
            "internal-editions",
            editions[1][1],
            Both(
                f'"{house.paper.name}" is 内部资料 and has '
                f"{counted(number, 'edition')} of one issue",
                f"“{house.paper.name}”是内部资料，一期有 {number} 个地方版",
            ),
            why=Both(
                "内部资料 may not appear in several versions", "内部资料不得一期多版"
            ),
            fix=Both("keep one edition", "只留一个地方版"),
        )
