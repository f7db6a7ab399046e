"""Both samples as sheets in both standards, judged by other people's programs."""

import re
from collections import Counter

import pytest

from printpress.pipeline import write_pages
from printpress.preflight import inspect
from printpress.shop.files import print_page
from printpress.shop.impose import Plan, impose
from printpress.shop.intent import output_intent
from tests.printed.conftest import edition
from tests.printed.programs import (
    judged_by_pdf_oxide,
    read_without_a_word,
    said,
    squeezed,
)

ISSUES = ("2025-09-05", "2025-10-01")
PLANS = (
    ("PDF/X-4", Plan()),
    ("PDF/X-1a:2003", Plan(spreads="reader")),
    ("PDF/X-1a:2003", Plan(binding="right", creep=3600)),
)


@pytest.fixture(scope="module", params=ISSUES)
def sample(request):
    return edition(request.param)


@pytest.fixture(
    scope="module",
    params=PLANS,
    ids=lambda asked: f"{asked[0]}-{asked[1].spreads}-{asked[1].binding}",
)
def sheets(request, sample, tmp_path_factory):
    """(Press, what came of it, its file, the file of pages)."""
    standard, plan = request.param
    asked = sample.pressed(standard=standard)
    press = asked.issue.press
    pages = write_pages(asked, sample.pictures, sample.made.pages, output_intent(press))
    made = impose(pages, plan, "whole.pdf")
    folder = tmp_path_factory.mktemp("sheets")
    one, other = folder / "sheets.pdf", folder / "pages.pdf"
    one.write_bytes(made.contents)
    other.write_bytes(pages)
    return press, made, one, other


@pytest.mark.needs_qpdf
@pytest.mark.needs_mutool
@pytest.mark.needs_ghostscript
def test_other_programs_read_every_sheet_without_a_word(sheets):
    read_without_a_word(sheets[2])


def test_they_keep_their_standard(sheets):
    press, made, pdf, _ = sheets
    assert made.standard == press.standard
    ends = made.contents.count(b"endstream")
    assert made.contents.count(b"\nendstream\n") == ends > 10
    judged_by_pdf_oxide(pdf, press.standard)
    report = inspect(made.contents, press)
    assert report.passed, [finding.rule.id for finding in report.findings]


@pytest.mark.needs_poppler
def test_poppler_sees_boxes_of_sheets_and_every_face(sheets):
    press, made, pdf, pages = sheets
    told = said("pdfinfo", "-box", "-f", 1, "-l", 99, pdf)
    assert f"PDF subtype:    {press.standard}" in told
    width, height = (side / 12700 for side in made.trim)
    for box in ("MediaBox", "BleedBox", "TrimBox"):
        found = re.findall(rf"Page +\d+ {box}: +0.00 +0.00 +(\S+) +(\S+)", told)
        assert len(found) == len(made.sides)
        for side, (across, down) in zip(made.sides, found, strict=True):
            alone = None in (side.left, side.right)
            assert float(across) == pytest.approx(width * (1 if alone else 2), abs=0.01)
            assert float(down) == pytest.approx(height, abs=0.01)

    def faces(file):
        rows = said("pdffonts", file).splitlines()[2:]
        assert all(re.search(r"yes +yes +yes +\d+ +\d+$", row) for row in rows)
        return Counter(row.split()[0] for row in rows)

    assert faces(pdf) == faces(pages)


@pytest.mark.needs_poppler
def test_no_character_is_lost(sheets):
    _, _, pdf, pages = sheets
    one, other = (
        Counter(squeezed(said("pdftotext", "-raw", file, "-"))) for file in (pdf, pages)
    )
    assert one == other


def test_marks_of_the_pages_stay_behind_without_false_alarm(sample):
    asked = sample.pressed(marks="full")
    press = asked.issue.press
    pages = [print_page(asked, page, "A") for page in sample.made.pages]
    made = impose(
        write_pages(asked, sample.pictures, pages, output_intent(press)),
        Plan(),
        "whole.pdf",
    )
    report = inspect(made.contents, press, render=False)
    assert [(finding.rule.id, finding.object) for finding in report.findings] == []
