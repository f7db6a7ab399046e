"""Pages that may not be printed for want of a signature."""

from collections.abc import Mapping

from printpress.diagnostics import Diagnostic
from printpress.spec.edition import EditionSpec
from printpress.spec.issue import IssueSpec
from printpress.stages import LOG


def unsigned_pages(
    issue: IssueSpec, edition: EditionSpec, contents: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """What is wanting; *contents*: the content hash of each page, by its label.

    Where neither the house asks for one nor anybody has signed, nothing is looked up.
    """
    log = issue.folder / LOG
    if not issue.house.review.needed and not log.exists():
        return ()
    from printpress.proof.signoff import read_log, unsigned

    signatures, found = read_log(log)
    wanting = unsigned(issue.house.review, signatures, edition.name, contents)
    return (*found, *wanting)
