"""Vertical lines in a finished file, as other people's programs see them."""

from pathlib import Path

import pytest
from PIL import Image

from printpress import spec
from printpress.content.story import Story
from printpress.makeup.placed import SetLine
from printpress.pipeline import MadeUp, make_edition, write_pages
from printpress.units import PT
from tests.papers import STORIES, write_paper
from tests.printed.programs import said, squeezed

DPI = 600
COPY = """\
他们说：“‘老街’改造投入2025万元，新增35个车位！”——居民们都记得（《溪桥志》有载）……

## 5月25日开工

A座与B座之间装了365盏灯，GDP增长12.5%，气温-3.5℃。Wi-Fi与5G都已接通；
**李小满**说：“*真*方便。”3—5天、周末～下周，K12次列车经过第①站·溪桥。

好的，国家。
"""
PAPER = {
    "layouts/pages/front.yaml": """\
slots:
  lead: {cols: 1-3, rows: 1-12, role: lead, heading: vertical, setting: vertical}
  foot: {cols: 1-3, rows: 13-20, role: lead, setting: vertical, columns: 1}
""",
    "issues/2025-09-05/issue.yaml": """\
editions: [town]
date: 2025-09-05
number: 7
press: plain
pages:
  1: {layout: front, stories: {lead: market, foot: ferry}}
""",
    f"{STORIES}/market.md": f"---\nheadline: “老街”来了35路\nkicker: 溪桥\n---\n{COPY}",
    f"{STORIES}/ferry.md": "---\nheadline: 渡口\nbyline: 记者 林一\n---\n渡口有船，1981年起，每天8班。\n",
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> tuple[MadeUp, Path]:
    folder = tmp_path_factory.mktemp("vertical")
    issue, _ = spec.load(write_paper(folder / "paper", PAPER))
    made = make_edition(issue, issue.editions[0])
    assert made.printable, [found.what.en for found in made.found]
    pdf: Path = folder / "page.pdf"
    pdf.write_bytes(write_pages(made, {}, made.pages))
    return made, pdf


def stories(made: MadeUp) -> list[Story]:
    return [story for told in made.issue.pages[0].stories.values() for story in told]


def told_of(story: Story) -> str:
    byline = f"（{story.head.byline}）" if story.head.byline else ""
    return squeezed("".join(p.text for p in story.paragraphs) + byline)


@pytest.mark.needs_qpdf
def test_the_file_is_sound(printed):
    assert "No syntax or stream encoding errors" in said("qpdf", "--check", printed[1])


@pytest.mark.needs_poppler
def test_poppler_reads_every_story_as_it_was_written(printed):
    made, pdf = printed
    text = squeezed(said("pdftotext", "-raw", pdf, "-"))
    for story in stories(made):
        assert told_of(story) in text
        assert str(story.head.headline) in text


@pytest.mark.needs_mutool
def test_mutool_reads_every_story_as_it_was_written(printed):
    made, pdf = printed
    text = squeezed(said("mutool", "draw", "-q", "-F", "txt", pdf))
    for story in stories(made):
        assert told_of(story) in text
        assert str(story.head.headline) in text


@pytest.fixture(scope="module")
def picture(printed) -> Image.Image:
    png = printed[1].with_suffix("")
    said("pdftoppm", "-r", DPI, "-gray", "-singlefile", printed[1], png)
    return Image.open(png.with_suffix(".pgm"))


def inked(picture: Image.Image, x: int, y: int, width: int, height: int) -> bool:
    """Whether anything is drawn in a rectangle of the page."""
    corners = (x, y, x + width, y + height)
    box = tuple(corner * DPI // (72 * PT) for corner in corners)
    low, _ = picture.crop(box).getextrema()  # type: ignore[arg-type]
    return int(low) < 128  # type: ignore[arg-type]


def cell_of(made: MadeUp, words: str, char: str) -> tuple[int, int, int]:
    """Middle, head and em of a character's cell in the line that reads so."""
    (line,) = (
        placed
        for placed in made.makeup.pages[0].placed
        if isinstance(placed, SetLine) and placed.line.text.startswith(words)
    )
    for piece in line.line.pieces:
        if char in piece.texts:
            at = piece.xs[piece.texts.index(char)]
            return line.x, line.y + at, piece.size
    raise AssertionError(char)


@pytest.mark.needs_poppler
def test_a_comma_is_inked_at_the_upper_right_of_its_cell(printed, picture):
    x, y, em = cell_of(printed[0], "好的", "，")
    half = em // 2
    assert inked(picture, x, y, half, half)
    assert not inked(picture, x - half, y, half, em)
    assert not inked(picture, x, y + half, half, half)


@pytest.mark.needs_poppler
def test_a_full_stop_at_the_end_is_too(printed, picture):
    x, y, em = cell_of(printed[0], "好的", "。")
    assert inked(picture, x, y, em // 2, em // 2)
    assert not inked(picture, x - em // 2, y, em // 2, em)
