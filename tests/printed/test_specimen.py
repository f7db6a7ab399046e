"""The specimen's PDF, judged by other people's programs: every feature on paper."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from printpress.display.ops import ShowGlyphs
from printpress.pipeline import converted_pictures, write_pages
from tests.golden.test_specimen import PAGES, specimen
from tests.printed.programs import said, squeezed

HYPHEN = "\u00ad"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pdf(tmp_path_factory) -> Path:
    made = specimen()
    pictures, _ = converted_pictures(made, ROOT, None)
    path: Path = tmp_path_factory.mktemp("specimen") / "whole.pdf"
    path.write_bytes(write_pages(made, pictures, made.pages))
    return path


def read(pdf: Path, page: int) -> str:
    told = said("pdftotext", "-raw", "-f", page, "-l", page, pdf, "-")
    return squeezed(told).replace(HYPHEN, "")


def drawn(page: int) -> str:
    """What the page's glyphs stand for, in the order of drawing."""
    ops = specimen().pages[page - 1].ops
    texts = (text for op in ops if isinstance(op, ShowGlyphs) for text in op.texts)
    return squeezed("".join(texts)).replace(HYPHEN, "")


def counted(text: str) -> Counter[str]:
    """Characters by number; an accent may be read apart from its letter."""
    return Counter(unicodedata.normalize("NFC", text))


@pytest.mark.needs_qpdf
def test_qpdf_finds_no_fault(pdf):
    assert "No syntax or stream encoding errors" in said("qpdf", "--check", pdf)


@pytest.mark.needs_poppler
def test_every_font_is_embedded_cut_down_and_readable(pdf):
    rows = said("pdffonts", pdf).splitlines()[2:]
    assert len(rows) > 8
    for row in rows:
        assert row.split()[-5:-2] == ["yes", "yes", "yes"], row


@pytest.mark.needs_poppler
@pytest.mark.parametrize("page", PAGES)
def test_poppler_reads_every_character_that_was_drawn(pdf, page):
    assert counted(read(pdf, page)) == counted(drawn(page))


@pytest.mark.needs_mutool
@pytest.mark.parametrize("page", PAGES[1:])
def test_mupdf_reads_every_character_that_was_drawn(pdf, page):
    # Page one has a variation selector, which MuPDF writes as what is no UTF-8.
    told = squeezed(said("mutool", "draw", "-q", "-F", "txt", pdf, page))
    assert counted(told.replace(HYPHEN, "")) == counted(drawn(page))


@pytest.mark.needs_poppler
@pytest.mark.parametrize("page", PAGES)
def test_paragraphs_read_whole_and_in_order(pdf, page):
    """Across lines, columns and tiers, upright, turned and side by side."""
    told = read(pdf, page)
    copy = specimen().issue.pages[page - 1]
    tried = 0
    for story in (story for placed in copy.stories.values() for story in placed):
        for paragraph in story.paragraphs:
            if paragraph.kind == "text" and not any(r.ruby for r in paragraph.runs):
                assert squeezed(paragraph.text) in told, story.id
                tried += 1
    assert tried > 10
