"""``printpress preflight``: any finished PDF against a print shop's limits."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from printpress.cli.issues import PRESS, split_address
from printpress.cli.press_report import EXIT_PREFLIGHT, say_report
from printpress.cli.voice import Voice, speaking
from printpress.cli.writing import shown_path, wrote

if TYPE_CHECKING:
    from printpress.preflight.expected import Expected
    from printpress.spec.press import PressSpec


@click.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE.pdf…",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@PRESS
@click.option("--issue", "address", help="The issue that the files are of.")
@click.option("--edition", help="The edition; the issue's first if not given.")
@click.option(
    "--html",
    "page",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the report with page pictures.",
)
@speaking
def preflight(
    voice: Voice,
    files: tuple[Path, ...],
    *,
    press: str | None,
    address: str | None,
    edition: str | None,
    page: Path | None,
) -> bool:
    """Check any PDF, also one that printpress did not write."""
    from printpress.preflight import inspect

    if page is not None and len(files) > 1:
        raise click.UsageError("--html takes one file")
    if edition is not None and address is None:
        raise click.UsageError("--edition needs --issue")
    shop, expected = _held_against(voice, press, address, edition)
    reports = []
    for file in files:
        contents = file.read_bytes()
        report = inspect(contents, shop, expected)
        say_report(voice, report, file.as_posix())
        reports.append(report)
        if page is not None:
            from printpress.preflight.html import sheet

            wrote(voice, page, sheet(report, contents, shown_path(file)).encode())
    if not all(report.passed for report in reports):
        raise click.exceptions.Exit(EXIT_PREFLIGHT)
    return True


def _held_against(
    voice: Voice, press: str | None, address: str | None, edition: str | None
) -> "tuple[PressSpec, Expected | None]":
    """The print shop, and what the issue says of the file."""
    from printpress import spec

    if address is None:
        return spec.load_press(Path.cwd(), press), None
    from printpress.shop.expected import expected_of
    from printpress.spec.edition_pages import issue_of

    file, page_no = split_address(address)
    issue, found = spec.load(file, press=press, edition=edition)
    voice.report(found)
    issue = issue_of(issue, issue.editions[0])
    expected = expected_of(issue, issue.editions[0], page_no)
    if not expected.pages:
        raise click.BadParameter(f"{address}: the issue has no such page")
    return issue.press, expected
