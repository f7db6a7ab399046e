"""The preflight's reports beside the shop's files."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from printpress.preflight.report import PreflightReport

KEPT, SHOWN = "preflight.json", "preflight.html"
"""The report beside the files, for programs and with page pictures."""


def withdraw(folder: Path) -> None:
    """Take away an earlier run's reports: they would be taken for this run's."""
    for name in (KEPT, SHOWN):
        (folder / name).unlink(missing_ok=True)


def as_kept(report: "PreflightReport", file: str) -> bytes:
    """The report as a JSON file."""
    told = {"file": file, **report.as_json()}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
