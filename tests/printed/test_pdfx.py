"""Both samples in both standards, the whole and page by page, judged by other people's
programs."""

import re
from pathlib import Path

import pytest

from printpress.pictures.packed import pack
from printpress.pictures.printable import WHITE
from printpress.pipeline import write_pages
from printpress.shop.files import shop_files
from printpress.shop.intent import output_intent
from tests.printed.conftest import edition
from tests.printed.programs import (
    judged_by_pdf_oxide,
    read_without_a_word,
    said,
    squeezed,
)

ISSUES = ("2025-09-05", "2025-10-01")
STANDARDS = ("PDF/X-4", "PDF/X-1a:2003")
ASKED = [(standard, marks) for standard in STANDARDS for marks in ("none", "full")]


@pytest.fixture(scope="module", params=ISSUES)
def sample(request):
    return edition(request.param)


@pytest.fixture(scope="module", params=ASKED, ids="-".join)
def printed(request, sample, tmp_path_factory):
    """(Standard, its files: the whole, then each page)."""
    standard, marks = request.param
    folder = tmp_path_factory.mktemp("shop")
    asked = sample.pressed(standard=standard, marks=marks)
    files: list[Path] = []
    for each in shop_files(asked, sample.pictures):
        files.append(folder / each.name)
        files[-1].write_bytes(each.contents)
    return standard, files


@pytest.mark.needs_qpdf
@pytest.mark.needs_mutool
@pytest.mark.needs_ghostscript
def test_other_programs_read_every_page_without_a_word(printed):
    read_without_a_word(*printed[1])


def test_pdf_oxide_finds_every_file_in_order(printed):
    standard, files = printed
    for file in files:
        judged_by_pdf_oxide(file, standard)


@pytest.mark.needs_poppler
def test_poppler_knows_the_standard_and_sees_every_box_and_font(printed, sample):
    standard, files = printed
    version = "1.6" if standard == "PDF/X-4" else "1.4"
    for file in files:
        told = said("pdfinfo", "-box", "-f", 1, "-l", 99, file)
        assert f"PDF subtype:    {standard}" in told
        assert re.search(rf"PDF version: +{re.escape(version)}$", told, re.MULTILINE)
        pages = len(sample.made.pages) if file == files[0] else 1
        for box in ("MediaBox", "BleedBox", "TrimBox"):
            assert len(re.findall(rf"Page +\d+ {box}:", told)) == pages
        for row in said("pdffonts", file).splitlines()[2:]:
            assert re.search(r"yes +yes +yes +\d+ +\d+$", row), row


def test_no_stream_of_any_file_lacks_its_line_end(printed):
    for file in printed[1]:
        contents = file.read_bytes()
        ends = contents.count(b"endstream")
        assert ends > 10
        assert contents.count(b"\nendstream\n") == ends, file


@pytest.mark.needs_poppler
@pytest.mark.needs_ghostscript
def test_the_text_survives_another_writer(sample, tmp_path):
    """Ghostscript 10.00's newer reader cuts the high bytes off codes of two UTF-16
    units (—— and 𠮷): its own fault, for its older one reads the same file exactly."""
    no_pictures = dict.fromkeys(sample.pictures, pack(WHITE))
    intent = output_intent(sample.spec.press)
    pdf = tmp_path / "whole.pdf"
    pdf.write_bytes(write_pages(sample.made, no_pictures, sample.made.pages, intent))
    before = squeezed(said("pdftotext", "-raw", pdf, "-"))
    assert len(before) > 14_000
    after = {}
    for reader in ("true", "false"):
        again = tmp_path / f"again-{reader}.pdf"
        said(
            *("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pdfwrite"),
            *("-dAutoRotatePages=/None", f"-dNEWPDF={reader}"),
            *(f"-sOutputFile={again}", pdf),
        )
        after[reader] = squeezed(said("pdftotext", "-raw", again, "-"))
    assert before in after.values()

    def spared(text: str) -> str:
        return re.sub("[—ᐔ䊷\ufffd]|[^\0-\uffff]", "", text)

    assert spared(after["true"]) == spared(before)
