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
    """What the preflight says of each finished file; what is not right is told."""
    from printpress.shop.files import WHOLE
    from printpress.shop.reports import beside, judged

    reports: dict[str, PreflightReport] = {}
    for each, report in judged(issue, edition, files):
        reports[each.name] = report
        if each.name == WHOLE or not report.passed:
            say_report(voice, report, shown_path(folder / each.name))
        for name, contents in beside(each, report):
            wrote(voice, folder / name, contents)
    return reports
