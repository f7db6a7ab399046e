"""A paper whose middle is one spread, from YAML to folded sheets."""

import pytest

from printpress import spec
from printpress.pipeline import make_edition
from printpress.preflight import inspect
from printpress.shop.files import shop_files
from printpress.shop.impose import Plan, impose
from tests.papers import TINY, write_paper
from tests.printed.programs import (
    judged_by_pdf_oxide,
    read_without_a_word,
    said,
    squeezed,
)

STORY = "---\nheadline: 桥头早市开张\n---\n桥头的早市天不亮就开了。\n"
ISSUE, PRESS = "issues/2025-09-05", "layouts/press/plain.yaml"
FILES = {
    f"{ISSUE}/issue.yaml": TINY[f"{ISSUE}/issue.yaml"]
    + '  "2-3": {layout: over, stories: {lead: fair}}\n'
    "  4: {layout: inner, stories: {lead: school}}\n",
    "layouts/pages/front.yaml": "extends: base\n",
    "layouts/pages/over.yaml": "spread: true\n"
    "slots:\n  lead: {cols: 1-6, rows: 1-20, role: lead}\n",
    "layouts/pages/inner.yaml": "slots:\n  lead: {cols: 1-3, rows: 5-12, role: lead}\n",
    PRESS: TINY[PRESS] + "bleed: 3mm\nmarks: full\n",
    f"{ISSUE}/stories/market.md": STORY,
    f"{ISSUE}/stories/fair.md": STORY.replace("早市", "庙会"),
    f"{ISSUE}/stories/school.md": STORY.replace("早市", "小学"),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """(Press, the file of all pages with every mark)."""
    issue, _ = spec.load(write_paper(tmp_path_factory.mktemp("paper"), FILES))
    made = make_edition(issue, issue.editions[0])
    assert made.printable
    whole, *alone = shop_files(made, {})
    assert [each.name[11:-4] for each in alone] == ["01_A", "02-03_A", "04_A"]
    for each in (whole, *alone):
        report = inspect(each.contents, issue.press, render=False)
        assert [finding.rule.id for finding in report.findings] == [], each.name
    return issue.press, whole.contents


@pytest.mark.needs_qpdf
@pytest.mark.needs_mutool
@pytest.mark.needs_ghostscript
@pytest.mark.needs_poppler
@pytest.mark.parametrize("plan", [Plan(), Plan(spreads="reader")])
def test_the_spread_stands_whole_in_the_middle(whole, plan, tmp_path):
    press, contents = whole
    made = impose(contents, plan, "whole.pdf")
    pdf = tmp_path / "sheets.pdf"
    pdf.write_bytes(made.contents)
    read_without_a_word(pdf)
    judged_by_pdf_oxide(pdf, press.standard)
    # The slug and the marks of the pages stay behind, and nothing alarms anybody.
    report = inspect(made.contents, press, render=False)
    assert [finding.rule.id for finding in report.findings] == []
    texts = [
        squeezed(said("pdftotext", "-raw", "-f", page, "-l", page, pdf, "-"))
        for page in range(1, len(made.sides) + 1)
    ]
    sheet = texts[1]
    assert (made.sides[1].left, made.sides[1].right) == (2, 3)
    assert sheet == "桥头庙会开张桥头的庙会天不亮就开了。"
    assert "版本" not in "".join(texts)
