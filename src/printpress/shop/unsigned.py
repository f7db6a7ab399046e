"""Pages that may not be printed for want of a signature."""

from printpress.diagnostics import Diagnostic
from printpress.pipeline import MadeUp
from printpress.spec.edition import EditionSpec
from printpress.spec.issue import IssueSpec
from printpress.stages import LOG


def unsigned_pages(
    issue: IssueSpec, edition: EditionSpec, made: MadeUp
) -> tuple[Diagnostic, ...]:
    """What is wanting.

    Where neither the house asks for one nor anybody has signed, nothing is looked up.
    """
    log = issue.folder / LOG
    if not issue.house.review.needed and not log.exists():
        return ()
    from printpress.proof.content_hash import content_hashes
    from printpress.proof.signoff import read_log, unsigned

    signatures, found = read_log(log)
    contents, review = content_hashes(made), issue.house.review
    return (*found, *unsigned(review, signatures, edition.name, contents))
