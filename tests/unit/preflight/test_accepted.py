"""What an issue breaks on purpose is told with its reason, and stops nothing."""

import pytest
from tests.unit.preflight.conftest import rules
from tests.unit.preflight.files import HEIGHT, WIDTH, changed, drawn, good
from tests.unit.preflight.test_expected import page, wanted
from tests.unit.preflight.test_newspaper import BLACK, text

from printpress.diagnostics import Severity
from printpress.preflight.html import sheet
from printpress.preflight.words import lines, summary
from printpress.rules import ACCEPTABLE, RULES

REASON = "测最小字号"
SMALL = drawn(BLACK + text(5))


@pytest.fixture
def expected():
    from dataclasses import replace

    free = page(dated=False, numbered=False)
    every = dict.fromkeys(RULES, REASON)
    return replace(wanted(free, size=(WIDTH, HEIGHT)), accepted=every)


def test_a_finding_that_is_accepted_stays_in_the_report(judged, expected):
    assert not judged(SMALL).passed
    report = judged(SMALL, expected=expected)
    assert rules(report) == ["small-text"]
    assert (report.passed, report.accepted) == (True, 1)
    assert report.number(Severity.ERROR) == 0
    (finding,) = report.findings
    assert (finding.severity, finding.accepted) == (Severity.ERROR, REASON)
    told = report.as_json()
    assert (told["passed"], told["errors"], told["accepted"]) == (True, 0, 1)
    assert told["findings"][0]["accepted"] == REASON


def test_words_and_the_sheet_say_so(judged, expected):
    report = judged(SMALL, expected=expected)
    assert summary(report).en.endswith("0 errors, 0 warnings, 1 accepted")
    assert summary(report).zh.endswith("警告 0 项，放行 1 项")
    ((_, en),) = lines(report, "a.pdf", "en")
    assert en.startswith("a.pdf: accepted[small-text]: ")
    assert en.endswith(f"\n   reason: {REASON}")
    ((_, zh),) = lines(report, "a.pdf", "zh")
    assert "放行[small-text]" in zh
    assert zh.endswith(f"放行理由：{REASON}")
    shown = sheet(report, SMALL, "a.pdf")
    assert f"<dt>放行理由 reason</dt><dd>{REASON}</dd>" in shown


def test_what_makes_a_file_unfit_is_never_accepted(judged, expected):
    def without_trim(pdf):
        del pdf.pages[0].TrimBox

    report = judged(changed(without_trim), expected=expected)
    assert "trim-box" in rules(report)
    assert not report.passed
    assert report.accepted == 0


def test_without_findings_nothing_is_said_of_it(judged, expected):
    assert "accepted" not in summary(judged(good(), expected=expected)).en


def test_rules_that_may_be_accepted_are_known():
    assert set(ACCEPTABLE) <= set(RULES)
