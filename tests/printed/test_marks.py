"""Marks beside characters in a finished file, as other people's programs see them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from PIL import Image

from printpress.display.draw import draw
from printpress.geometry import Size, above_baseline
from printpress.makeup.keep import Row
from printpress.makeup.placed import Page, SetLine
from printpress.makeup.reading_rows import with_readings
from printpress.pdf import FileFacts, write
from printpress.text.galley import Line, Paragraph, Profile, Run, Setting, compose
from printpress.text.marks import DOT_BESIDE, FRAME_BESIDE, FRAME_WIDTH, LINE_BESIDE
from printpress.units import PT
from tests.engine import SIZE, ems, library
from tests.printed.programs import characters, said, squeezed

LEFT, TOP, ROW = 20 * PT, 40 * PT, 13 * PT
DPI = 600
FACTS = FileFacts("小报", "小报", datetime(2025, 9, 5, tzinfo=UTC), "printpress")


def rows(lines: tuple[Line, ...]) -> Iterator[tuple[int, Line]]:
    """The lines and the rows that they stand in: readings have rows of their own."""
    for number, row in enumerate(with_readings(map(Row, lines), ROW - SIZE)):
        if row.line:
            yield number, row.line


def song(text: str, **worn: object) -> Run:
    return Run(text, "song", **worn)  # type: ignore[arg-type]


RUNS = (
    song("六月以来，溪桥镇把"),
    song("看得见的变化，都写进", dots=True),
    song("每一条老街。"),
    song("双桥", ruby="shuāng qiáo"),
    song("头的"),
    song("鬻", ruby="yù"),
    song("字招牌，是"),
    song("王大川", mark="name"),
    song("李小满", mark="name"),
    song("两位老人一笔一画写成的，"),
    song("清溪志", mark="title"),
    song("里也有；"),
    song("赵有田", mark="mourning"),
    song("没能等到这一天。"),
    song("[1]", mark="note", size=SIZE * 2 // 3, rise=SIZE // 3),
    song("老街今后还要修。"),
)


@pytest.fixture(scope="module")
def lines() -> tuple[Line, ...]:
    setting = Setting(size=SIZE, indent=Fraction(2))
    found = compose([Paragraph(RUNS, setting)], Profile.of(ems(15)), library())
    assert not found.missing
    return found.lines


@pytest.fixture(scope="module")
def pdf(lines, tmp_path_factory) -> Path:
    placed = tuple(
        SetLine(line, LEFT, TOP + number * ROW) for number, line in rows(lines)
    )
    trim = Size(ems(15) + 2 * LEFT, 2 * TOP + 2 * len(lines) * ROW)
    page = draw(Page(1, trim, placed), 0, Path("/"))
    path: Path = tmp_path_factory.mktemp("marks") / "marks.pdf"
    path.write_bytes(write([page], library().face, {}, FACTS))
    return path


@pytest.fixture(scope="module")
def picture(pdf) -> Image.Image:
    png = pdf.with_suffix("")
    said("pdftoppm", "-r", DPI, "-gray", "-singlefile", pdf, png)
    return Image.open(png.with_suffix(".pgm"))


def ink(picture: Image.Image, x: int, y: int) -> int:
    """How dark the paper is at a point, 0 to 255."""
    at = (x * DPI // (72 * PT), y * DPI // (72 * PT))
    return 255 - int(picture.getpixel(at))  # type: ignore[arg-type]


@pytest.mark.needs_qpdf
def test_the_file_is_sound(pdf):
    assert "No syntax or stream encoding errors" in said("qpdf", "--check", pdf)


@pytest.mark.needs_poppler
def test_the_copy_reads_on_without_its_readings(pdf, lines):
    text = squeezed(said("pdftotext", "-raw", pdf, "-"))
    for reading in ("shuāng", "qiáo", "yù"):
        assert text.count(reading) == 1
    copy = re.sub("[a-zāáù]+", "", text)
    assert copy == "".join(line.text for line in lines)


@pytest.mark.needs_mutool
def test_a_reading_stands_above_its_own_characters(pdf):
    found = list(characters(pdf, 1))
    bridge = [char for char in found if char.char == "桥"][1]
    letters = [char for char in found if char.char in "qiáo" and char.size == 4.5]
    q = next(char for char in letters if char.char == "q")
    assert bridge.y - q.y == pytest.approx(1.05 * 9, abs=0.01)
    assert bridge.x - 2.3 < q.x < bridge.x + 9


@pytest.mark.needs_poppler
def test_every_dot_is_printed_between_its_character_and_the_next_row(picture, lines):
    beside = SIZE - above_baseline(SIZE) + SIZE * DOT_BESIDE // 1000
    dots = 0
    for number, line in rows(lines):
        y = TOP + number * ROW + beside
        for mark in line.marks:
            for x in mark.centres:
                dots += 1
                assert ink(picture, LEFT + x, y) > 200
                assert ink(picture, LEFT + x + SIZE // 5, y) < 50
                assert ink(picture, LEFT + x - SIZE // 5, y) < 50
                assert ink(picture, LEFT + x, y + SIZE // 9) < 50
    assert dots == len("看得见的变化都写进")


@pytest.mark.needs_poppler
def test_lines_frames_and_waves_are_printed_where_the_marks_say(picture, lines):
    kinds = []
    for number, line in rows(lines):
        foot = TOP + number * ROW + SIZE - above_baseline(SIZE)
        for mark in line.marks:
            kinds.append(mark.kind)
            middle = LEFT + (mark.start + mark.end) // 2
            if mark.kind == "name":
                beside = SIZE * LINE_BESIDE // 1000
                assert ink(picture, middle, foot + beside) > 200
                assert ink(picture, LEFT + mark.start, foot + beside) < 50
            elif mark.kind == "mourning":
                beside = SIZE * FRAME_BESIDE // 1000
                assert ink(picture, middle, foot + beside) > 150
                assert ink(picture, middle, foot - SIZE - beside) > 150
                edge = LEFT + mark.start + SIZE * FRAME_WIDTH // 2000
                assert ink(picture, edge, foot - SIZE // 2) > 150
            elif mark.kind == "title":
                crossed = [
                    ink(picture, middle, foot + SIZE * thousandth // 1000) > 100
                    for thousandth in range(60, 240, 5)
                ]
                assert any(crossed)
                assert not crossed[-1]
    assert kinds.count("mourning") == kinds.count("title") == 1
    assert kinds.count("name") in {2, 3}
