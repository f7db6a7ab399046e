"""A print shop that prints on newsprint, in either standard."""

from dataclasses import replace
from pathlib import Path

import pytest

from printpress.preflight import inspect
from printpress.preflight.report import PreflightReport
from printpress.spec import load_press
from printpress.spec.press import PressSpec


@pytest.fixture
def press() -> PressSpec:
    return load_press(Path.cwd(), None)


@pytest.fixture
def judged(press):
    """What the preflight says of a file, with limits changed at will."""

    def judge(
        contents: bytes, standard="PDF/X-4", *, render=False, expected=None, **limits
    ) -> PreflightReport:
        shop = replace(press, standard=standard, **limits)
        return inspect(contents, shop, expected, render=render)

    return judge


def rules(report: PreflightReport) -> list[str]:
    """The rules that were broken, each once."""
    return sorted({finding.rule.id for finding in report.findings})
