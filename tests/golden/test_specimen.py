"""The specimen's pages (``issues/specimen``), every feature of setting in the real faces.

One file a page, reviewed like the small cases: ``make golden`` writes them anew.
"""

import difflib
from functools import cache
from pathlib import Path

import pytest

from printpress import spec
from printpress.diagnostics import Severity
from printpress.display.dump import dump, parse
from printpress.pipeline import MadeUp, make_edition

HERE = Path(__file__).parent / "specimen"
ISSUE = Path(__file__).parents[2] / "issues" / "specimen" / "issue.yaml"
PAGES = (1, 2, 3, 4)


@cache
def specimen() -> MadeUp:
    issue, found = spec.load(ISSUE)
    assert not found
    return make_edition(issue, issue.editions[0])


def test_there_is_nothing_to_mend():
    """Notes there are: a specimen shows narrow columns, and what they cost."""
    assert [d.what.en for d in specimen().found if d.severity != Severity.NOTE] == []


def test_all_pages_are_reviewed():
    assert tuple(page.page_no for page in specimen().pages) == PAGES


@pytest.mark.parametrize("number", PAGES)
def test_pages_are_as_reviewed(number, request):
    page = specimen().pages[number - 1]
    shown = dump([page])
    assert parse(shown) == (page,)
    file = HERE / f"page-{number}.txt"
    if request.config.getoption("--update-golden"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(shown, "utf-8", newline="\n")
    reviewed = file.read_text("utf-8")
    difference = difflib.unified_diff(
        reviewed.splitlines(), shown.splitlines(), "reviewed", "now", lineterm=""
    )
    assert shown == reviewed, "\n".join(difference)
