"""How a preflight's report is spoken and kept."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from printpress.cli.voice import Voice
from printpress.cli.writing import shown_path, wrote
from printpress.diagnostics import Both

if TYPE_CHECKING:
    from printpress.preflight.report import PreflightReport

EXIT_PREFLIGHT = 3
"""A file was read and the press must not have it."""


def say_report(voice: Voice, report: "PreflightReport", file: str) -> None:
    """Every finding, then the outcome in a line."""
    from printpress.preflight.words import lines, summary

    for finding, text in lines(report, file, voice.language):
        voice.say(Both(text, text), file=file, **finding.as_json())
    told = summary(report)
    outcome = {k: v for k, v in report.as_json().items() if k != "findings"}
    voice.say(
        Both(f"{file}: {told.en}", f"{file}：{told.zh}"),
        type="preflight",
        file=file,
        **outcome,
    )


def preflighted(
    voice: Voice, issue: Any, edition: Any, files: Sequence[Any], folder: Path
) -> "dict[str, PreflightReport]":
    """What the preflight says of each finished file; what is not right is told.

    Pages are drawn and measured in the whole file only: they are the same there.
    """
    from printpress.preflight import inspect
    from printpress.preflight.html import sheet
    from printpress.shop.expected import expected_of
    from printpress.shop.files import WHOLE
    from printpress.shop.reports import KEPT, SHOWN, as_kept

    reports: dict[str, PreflightReport] = {}
    for each in files:
        whole = each.name == WHOLE
        page_no = None if whole else each.pages[0].page_no
        expected = expected_of(issue, edition, page_no)
        report = inspect(each.contents, issue.press, expected, render=whole)
        reports[each.name] = report
        if whole or not report.passed:
            say_report(voice, report, shown_path(folder / each.name))
        if whole:
            kept = as_kept(report, each.name)
            wrote(voice, folder / KEPT, kept)
        if whole and report.findings:
            page = sheet(report, each.contents, each.name).encode()
            wrote(voice, folder / SHOWN, page)
    return reports
