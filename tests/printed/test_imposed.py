"""Both samples as sheets, judged by other people's programs."""

import re
from collections import Counter

import pytest

from printpress import spec
from printpress.pipeline import converted_pictures, make_edition, write_pages
from printpress.preflight import inspect
from printpress.shop.impose import Plan, impose
from printpress.shop.intent import output_intent
from tests.printed.conftest import ROOT
from tests.printed.programs import said, squeezed

PLANS = (
    Plan(),
    Plan(spreads="reader"),
    Plan(binding="right", creep=3600),
)


@pytest.fixture(scope="module", params=("2025-09-05", "2025-10-01"))
def printed(request):
    """(Press, its file of single pages)."""
    issue, _ = spec.load(ROOT / "issues" / request.param)
    made = make_edition(issue, issue.editions[0])
    pictures, _ = converted_pictures(made, issue.root, None)
    intent = output_intent(issue.press)
    return issue.press, write_pages(made, pictures, made.pages, intent)


@pytest.fixture(params=PLANS, ids=lambda plan: f"{plan.spreads}-{plan.binding}")
def sheets(request, printed, tmp_path):
    """(What came of it, its file, the file of pages)."""
    press, pages = printed
    made = impose(pages, request.param, "whole.pdf")
    one, other = tmp_path / "sheets.pdf", tmp_path / "pages.pdf"
    one.write_bytes(made.contents)
    other.write_bytes(pages)
    return press, made, one, other


@pytest.mark.needs_qpdf
@pytest.mark.needs_mutool
@pytest.mark.needs_ghostscript
def test_other_programs_read_every_sheet_without_a_word(sheets, tmp_path):
    pdf = sheets[2]
    assert "No syntax or stream encoding errors" in said("qpdf", "--check", pdf)
    rip = ("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONERROR")
    assert said(*rip, "-dPDFSTOPONWARNING", "-sDEVICE=nullpage", pdf) == ""
    said("mutool", "draw", "-q", "-r", 20, "-o", tmp_path / "p%d.png", pdf)


def test_they_are_pdf_x_still(sheets):
    import pdf_oxide

    press, made, pdf, _ = sheets
    told = pdf_oxide.PdfDocument(str(pdf)).validate_pdf_x("4")
    assert (told["valid"], told["errors"], told["warnings"]) == (True, [], [])
    report = inspect(made.contents, press)
    assert report.passed, [finding.rule.id for finding in report.findings]


@pytest.mark.needs_poppler
def test_poppler_sees_boxes_of_sheets_and_every_face(sheets):
    _, made, pdf, pages = sheets
    told = said("pdfinfo", "-box", "-f", 1, "-l", 99, pdf)
    assert "PDF subtype:    PDF/X-4" in told
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
