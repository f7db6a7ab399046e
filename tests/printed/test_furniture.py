"""Furniture in a finished file, judged by other people's programs."""

import pytest
from PIL import Image

from tests.papers import BODY, ISSUE, STORIES, write_paper
from tests.printed.finished import finished
from tests.printed.programs import said

DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">
  <path fill="#c8102e" fill-rule="evenodd" d="M0 0h100v100H0z M25 25h50v50H25z"/>
  <circle cx="250" cy="50" r="50"/>
</svg>
"""
LAYOUT = """\
furniture:
  masthead: {rows: 1-3, name: {art: name.svg}}
slots:
  lead: {cols: 1-2, rows: 5-20, role: lead, columns: 1, frame: meander}
  code: {cols: 3, rows: 5-14, use: qr, frame: wavy}
"""
STORY = f"""\
---
headline: 早市
qr: {{url: "https://example.org/market", caption: 扫码看视频}}
---
{BODY}
"""
CODES = {
    "https://example.org/market",
    "https://example.org/a/longer/address?with=parts",
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("furniture")
    issue = write_paper(
        folder,
        {
            "layouts/pages/front.yaml": LAYOUT,
            "layouts/pages/name.svg": DRAWING,
            f"{STORIES}/market.md": STORY,
            ISSUE: "editions: [town]\ndate: 2025-09-05\nnumber: 7\npress: plain\n"
            "pages:\n  1:\n    layout: front\n    stories: {lead: market}\n"
            "    codes: {code: {url: "
            '"https://example.org/a/longer/address?with=parts", level: L}}\n',
        },
    )
    file = folder / "out.pdf"
    finished(issue, file)
    return file


@pytest.mark.needs_qpdf
def test_qpdf_finds_no_fault(printed):
    assert "No syntax or stream encoding errors" in said("qpdf", "--check", printed)


@pytest.mark.needs_poppler
@pytest.mark.needs_zbar
def test_zbar_reads_every_code_of_the_rendered_page(printed, tmp_path):
    said("pdftoppm", "-r", 200, "-png", printed, tmp_path / "p")
    (page,) = tmp_path.glob("p*.png")
    assert set(said("zbarimg", "--quiet", "--raw", page).split()) == CODES


@pytest.mark.needs_poppler
def test_a_drawn_nameplate_is_outlines_in_the_houses_inks(printed, tmp_path):
    """No pixels in the file; red with a hole in it, then black."""
    assert len(said("pdfimages", "-list", printed).splitlines()) == 2  # its head
    said("pdftoppm", "-r", 100, "-png", printed, tmp_path / "p")
    (page,) = tmp_path.glob("p*.png")
    picture = Image.open(page).convert("RGB")
    head = picture.crop((0, 0, picture.width, picture.height * 22 // 120))
    left, top, right, foot = inked(head)
    middle = (top + foot) // 2
    red = pixel(head, left + 5, middle)
    assert red[0] > 200
    assert max(red[1:]) < 80
    assert pixel(head, left + (foot - top) // 2, middle) == (255, 255, 255)
    assert max(pixel(head, right - (foot - top) // 2, middle)) < 70


def pixel(picture: Image.Image, x: int, y: int) -> tuple[int, int, int]:
    one = picture.crop((x, y, x + 1, y + 1)).tobytes()
    return one[0], one[1], one[2]


def inked(picture: Image.Image) -> tuple[int, int, int, int]:
    """The box of all that is not paper, above the line that closes the nameplate."""
    dark = picture.convert("L").point(lambda light: 255 * (light < 200))
    box = dark.getbbox()
    assert box
    return box
