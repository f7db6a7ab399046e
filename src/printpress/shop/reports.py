"""The preflight's reports beside the shop's files."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from printpress.shop.files import WHOLE, ShopFile
from printpress.spec.edition import EditionSpec
from printpress.spec.issue import IssueSpec

if TYPE_CHECKING:
    from printpress.preflight.report import PreflightReport

KEPT, SHOWN = "preflight.json", "preflight.html"
"""The report beside the files, for programs and with page pictures."""


def withdraw(folder: Path) -> None:
    """Take away an earlier run's reports: they would be taken for this run's."""
    for name in (KEPT, SHOWN):
        (folder / name).unlink(missing_ok=True)


def judged(
    issue: IssueSpec, edition: EditionSpec, files: Iterable[ShopFile]
) -> "Iterator[tuple[ShopFile, PreflightReport]]":
    """What the preflight says of each finished file.

    Pages are drawn and measured in the whole file only: they are the same there.
    """
    from printpress.preflight import inspect
    from printpress.shop.expected import expected_of

    for each in files:
        whole = each.name == WHOLE
        expected = expected_of(issue, edition, None if whole else each.pages[0].page_no)
        yield each, inspect(each.contents, issue.press, expected, render=whole)


def beside(file: ShopFile, report: "PreflightReport") -> Iterator[tuple[str, bytes]]:
    """The report's own files and their names: that of the whole edition has some."""
    if file.name != WHOLE:
        return
    yield KEPT, as_kept(report, file.name)
    if report.findings:
        from printpress.preflight.html import sheet

        yield SHOWN, sheet(report, file.contents, file.name).encode()


def as_kept(report: "PreflightReport", file: str) -> bytes:
    """The report as a JSON file."""
    told = {"file": file, **report.as_json()}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
