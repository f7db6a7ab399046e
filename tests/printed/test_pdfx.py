"""Both samples in both standards, judged by other people's programs."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from printpress import spec
from printpress.pipeline import converted_pictures, make_edition
from printpress.shop.files import shop_files
from tests.printed.conftest import ROOT
from tests.printed.programs import said, squeezed

ISSUES = ("2025-09-05", "2025-10-01")
STANDARDS = ("PDF/X-4", "PDF/X-1a:2003")
ASKED = [(standard, marks) for standard in STANDARDS for marks in ("none", "full")]


@pytest.fixture(scope="module", params=ISSUES)
def made(request):
    issue, _ = spec.load(ROOT / "issues" / request.param)
    made = make_edition(issue, issue.editions[0])
    pictures, _ = converted_pictures(made, issue.root, None)
    return made, pictures


@pytest.fixture(scope="module", params=ASKED, ids="-".join)
def printed(request, made, tmp_path_factory):
    """(Standard, finished file)."""
    edition, pictures = made
    standard, marks = request.param
    press = replace(edition.issue.press, standard=standard, marks=marks)
    asked = replace(edition, issue=replace(edition.issue, press=press))
    whole, *_ = shop_files(asked, pictures)
    path = tmp_path_factory.mktemp("shop") / "whole.pdf"
    path.write_bytes(whole.contents)
    return standard, path


@pytest.mark.needs_qpdf
@pytest.mark.needs_mutool
@pytest.mark.needs_ghostscript
def test_other_programs_read_every_page_without_a_word(printed, tmp_path):
    _, pdf = printed
    assert "No syntax or stream encoding errors" in said("qpdf", "--check", pdf)
    rip = ("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONERROR")
    assert said(*rip, "-dPDFSTOPONWARNING", "-sDEVICE=nullpage", pdf) == ""
    said("mutool", "draw", "-q", "-r", 20, "-o", tmp_path / "p%d.png", pdf)


def test_pdf_oxide_finds_it_in_order(printed):
    import pdf_oxide

    standard, pdf = printed
    # It knows 1a of 2001 only, and warns of a property that 1a does not have.
    level, heard = ("4", []) if standard == "PDF/X-4" else ("1a_2001", ["XMETA-006"])
    told = pdf_oxide.PdfDocument(str(pdf)).validate_pdf_x(level)
    assert (told["valid"], told["errors"]) == (True, [])
    assert [warning[1:10] for warning in told["warnings"]] == heard


@pytest.mark.needs_poppler
def test_poppler_knows_the_standard_and_sees_every_box_and_font(printed, made):
    standard, pdf = printed
    told = said("pdfinfo", "-box", "-f", 1, "-l", 99, pdf)
    assert f"PDF subtype:    {standard}" in told
    assert (
        f"PDF version:    {'1.6' if standard == 'PDF/X-4' else '1.4'}"
        in told.replace("version:     ", "version:    ")
    )
    pages = made[0].pages
    for box in ("MediaBox", "BleedBox", "TrimBox"):
        assert len(re.findall(rf"Page +\d+ {box}:", told)) == len(pages)
    for row in said("pdffonts", pdf).splitlines()[2:]:
        assert re.search(r"yes +yes +yes +\d+ +\d+$", row), row


@pytest.mark.needs_poppler
@pytest.mark.needs_ghostscript
@pytest.mark.parametrize("printed", ASKED[:1], ids="-".join, indirect=True)
def test_the_text_survives_another_writer(printed, tmp_path):
    """Ghostscript 10.00 spoils codes that stand for two UTF-16 units: —— and 𠮷."""
    _, pdf = printed
    again = tmp_path / "again.pdf"
    said(
        "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pdfwrite",
        "-dAutoRotatePages=/None", f"-sOutputFile={again}", pdf,
    )  # fmt: skip
    before, after = (
        Counter(squeezed(said("pdftotext", "-raw", file, "-"))) for file in (pdf, again)
    )
    assert before.total() > 11_000
    assert all(char == "—" or char > "\uffff" for char in before - after)
