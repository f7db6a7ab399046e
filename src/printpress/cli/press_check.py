"""``printpress preflight``: any finished PDF against a print shop's limits."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from printpress.cli.commands import main
from printpress.cli.voice import Voice, speaking

if TYPE_CHECKING:
    from printpress.preflight.report import PreflightReport

__all__ = ["main", "preflight", "say_report"]

EXIT_PREFLIGHT = 3
"""A file was read and the press must not have it."""


@main.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE.pdf…",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--press", help="The print shop: layouts/press/NAME.yaml.")
@speaking
def preflight(voice: Voice, files: tuple[Path, ...], press: str | None) -> bool:
    """Check any PDF, also one that printpress did not write."""
    from printpress.preflight import inspect
    from printpress.spec import load_press

    shop = load_press(Path.cwd(), press)
    reports = []
    for file in files:
        report = inspect(file.read_bytes(), shop)
        say_report(voice, report, file.as_posix())
        reports.append(report)
    if not all(report.passed for report in reports):
        raise click.exceptions.Exit(EXIT_PREFLIGHT)
    return True


def say_report(voice: Voice, report: "PreflightReport", file: str) -> None:
    """Every finding, then the outcome in a line."""
    from printpress.diagnostics import Both
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
