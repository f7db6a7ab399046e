"""Proofs of the sample issues: what is on them, judged from the finished file."""

import subprocess
from collections import Counter
from dataclasses import replace

import pytest

from printpress.diagnostics import Span
from printpress.display.ops import PlaceImage, ShowGlyphs
from printpress.geometry import Rect, above_baseline
from printpress.makeup.conservation import BODY
from printpress.makeup.pages import grid_of
from printpress.makeup.placed import PlacedPicture, SetLine
from printpress.pipeline import write_pages
from printpress.proof.annexe import annexe
from printpress.proof.content_hash import content_hashes
from printpress.proof.lettering import INK, RED, Pen
from printpress.proof.marked import Reader, Wishes, proof_pages
from printpress.proof.numbers import EVERY, numbered
from printpress.proof.screen import screen_file, screen_pages
from printpress.spec.comments import Comment
from printpress.text.lines import Line
from printpress.units import MM, PT
from tests.printed.conftest import edition
from tests.printed.programs import characters, said, squeezed

SAMPLES = ("2025-09-05", "2025-10-01", "specimen")
OPENING = set("“‘（《〈【「『〔")
CLOSING = set("，。、；：”’）》〉】」』〕？！")


def reader_of(name, comments=()):
    known = edition(name)
    return Reader(known.spec, content_hashes(known.made), (), comments)


def proofed(name, tmp_path, **wishes):
    """The sample's proof as a file."""
    known = edition(name)
    asked = Wishes(**{"stage": "一校", "paper": "a3", "numbers": True, **wishes})
    pages = proof_pages(known.made, reader_of(name), asked, known.made.pages)
    path = tmp_path / "proof.pdf"
    path.write_bytes(write_pages(known.made, known.pictures, pages))
    return pages, path


# Numbers.


def glyph_boxes(op):
    """The em box of each glyph; of opening marks the half that is not blank."""
    size, up = op.size, above_baseline(op.size)
    for text, at in zip(op.texts, op.xs, strict=True):
        start = size // 2 if text in OPENING else 0
        end = size // 2 if text in CLOSING else size
        if op.way == "across":
            end = end if text[:1] >= "\u2e80" or text in OPENING else size // 4
            yield Rect(at + start, op.y - up, end - start, size)
        elif op.way == "down":
            yield Rect(op.y - size // 2, at + start, size, end - start)


@pytest.mark.parametrize("name", SAMPLES)
def test_no_number_stands_on_text_or_pictures(name):
    made = edition(name).made
    for page, drawn in zip(made.makeup.pages, made.pages, strict=True):
        text = [
            box.inset(size // 25)
            for op in drawn.ops
            if isinstance(op, ShowGlyphs)
            for size in (op.size,)
            for box in glyph_boxes(op)
        ]
        pictures = [op.rect for op in drawn.ops if isinstance(op, PlaceImage)]
        marks = [
            op for op in numbered(page, Pen.of(made)) if isinstance(op, ShowGlyphs)
        ]
        assert marks
        for op in marks:
            assert op.ink == INK
            width = op.xs[-1] - op.xs[0] + op.size // 2
            high = op.size * 7 // 10
            box = Rect(op.xs[0], op.y - high, width, high)
            assert not any(box.overlaps(other) for other in (*text, *pictures)), (
                drawn.label,
                "".join(op.texts),
            )


@pytest.mark.parametrize("name", SAMPLES)
def test_nearly_every_fifth_line_and_every_paragraph_has_its_number(name):
    made = edition(name).made
    wanted = placed = 0
    for page in made.makeup.pages:
        lines = [
            one
            for one in page.placed
            if isinstance(one, SetLine) and one.part in BODY and one.paragraph >= 0
        ]
        rows = Counter(
            {
                (one.story, one.line.down, one.y if one.line.down else one.x): 0
                for one in lines
            }
        )
        for one in {(one.story, one.line.down, one.x, one.y) for one in lines}:
            story, down, x, y = one
            rows[story, down, y if down else x] += 1
        wanted += sum(number // EVERY for number in rows.values())
        wanted += len(
            {
                (one.story, one.paragraph)
                for one in lines
                if one.line.first and one.part != "byline"
            }
        )
        texts = {
            ("".join(op.texts), op.xs, op.y)
            for op in numbered(page, Pen.of(made))
            if isinstance(op, ShowGlyphs)
        }
        placed += len(texts)
    assert placed >= wanted * 97 // 100


def test_paragraphs_are_counted_as_comments_count_them():
    """The number in the box beside a paragraph's first words is its place in the copy."""
    made = edition("2025-09-05").made
    page = made.makeup.pages[1]  # has the rest of a story that begins on page 1
    marks = [op for op in numbered(page, Pen.of(made)) if isinstance(op, ShowGlyphs)]
    rest = [
        one
        for one in page.placed
        if isinstance(one, SetLine)
        and one.story == "half-year-meeting"
        and one.part == "body"
        and one.line.first
    ]
    assert rest
    story = made.issue.stories["half-year-meeting"]
    for line in rest:
        beside = {
            "".join(op.texts)
            for op in marks
            if abs(op.y - line.y) < 5 * PT and -10 * PT < op.xs[0] - line.x < 20 * PT
        }
        (number,) = (n for n in map(int, beside) if n - 1 == line.paragraph)
        assert story.paragraphs[number - 1].text.startswith(line.line.text.strip()[:5])


# Papers.


@pytest.mark.needs_poppler
@pytest.mark.parametrize(
    ("name", "paper", "points", "scale"),
    [
        ("2025-09-05", "a3", (841.89, 1190.55), 1000),
        ("2025-09-05", "a4", (595.276, 841.89), 692),
        ("2025-10-01", "a3", (841.89, 1190.55), 727),
    ],
)
def test_sheets_have_their_size_and_say_their_scale(
    tmp_path, name, paper, points, scale
):
    pages, path = proofed(name, tmp_path, paper=paper)
    told = said("pdfinfo", "-box", path)
    size = next(line for line in told.splitlines() if line.startswith("Page size"))
    wide, high = (float(word) for word in size.split()[2:5:2])
    assert (wide, high) == pytest.approx(points, abs=0.01)
    assert {page.sheet.scale for page in pages} == {scale}
    words = squeezed(said("pdftotext", "-f", 1, "-l", 1, path, "-"))
    shown = "原大100%" if scale == 1000 else f"缩至{scale / 10:g}%"
    assert shown in words
    for part in ("一校", "内容号", "初审", "付印", "意见"):
        assert part in words
    fonts = said("pdffonts", path).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)


@pytest.mark.needs_mutool
def test_the_pages_text_stays_exactly_where_it_is(tmp_path, sample):
    pages, path = proofed("2025-09-05", tmp_path, grid=True, frames=True)
    sheet = pages[0].sheet
    dx, dy = sheet.x / PT, sheet.y / PT
    found = {
        (one.char, round(one.x - dx, 1), round(one.y - dy, 1), round(one.size, 1))
        for one in characters(path, 1)
    }
    near = {
        (char, round(x + a, 1), round(y + b, 1), size)
        for char, x, y, size in found
        for a in (-0.1, 0, 0.1)
        for b in (-0.1, 0, 0.1)
    }
    printed = [
        (one.char, round(one.x, 1), round(one.y, 1), round(one.size, 1))
        for one in characters(sample.pdf, 1)
        if one.char.strip()
    ]
    assert len(printed) > 1000
    assert not [one for one in printed if one not in near]


@pytest.mark.needs_ghostscript
@pytest.mark.needs_qpdf
def test_other_programs_read_proofs_without_a_word(tmp_path):
    _, path = proofed("specimen", tmp_path, paper="a4", grid=True, frames=True)
    told = said("qpdf", "--check", path)
    assert "No syntax or stream encoding errors" in told
    done = subprocess.run(
        ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONERROR",
         "-sDEVICE=nullpage", str(path)],
        capture_output=True,
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, b"")


# What found no room.


def overset_of(name):
    """The sample as if nothing of some stories had found room."""
    made = edition(name).made
    lines: dict[str, list[Line]] = {}
    for page in made.makeup.pages:
        for one in page.placed:
            if isinstance(one, SetLine) and one.story and one.part in BODY:
                lines.setdefault(one.story, []).append(one.line)
    overset = {story: tuple(found) for story, found in lines.items()}
    return replace(made, makeup=replace(made.makeup, overset=overset))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_glyph_that_found_no_room_is_printed_in_red(name):
    made = overset_of(name)
    grid = grid_of(made.issue.house)
    pages = annexe(made, made.makeup.overset, (), grid)
    drawn: Counter[tuple[int, str]] = Counter()
    for page in pages:
        area = Rect(0, grid.top, page.trim.width, page.trim.height - grid.top)
        for op in page.ops:
            if isinstance(op, ShowGlyphs):
                assert op.ink == RED
                drawn.update(zip(op.gids, op.texts, strict=True))
                across = op.way == "across"
                at = (op.xs[-1], op.y) if across else (op.y, op.xs[-1])
                assert area.contains(Rect(*at, 0, 0)), (page.label, "".join(op.texts))
    set_glyphs = Counter(
        glyph
        for lines in made.makeup.overset.values()
        for line in lines
        for piece in line.pieces
        for glyph in zip(piece.gids, piece.texts, strict=True)
    )
    assert len(set_glyphs) > 500
    heads = drawn - set_glyphs
    assert not set_glyphs - drawn
    assert sum(heads.values()) < 60 * len(made.makeup.overset) + 60 * len(pages)


@pytest.mark.needs_poppler
def test_overset_is_there_character_for_character(tmp_path):
    made = overset_of("2025-09-05")
    pages = annexe(made, ("parking",), (), grid_of(made.issue.house))
    path = tmp_path / "annexe.pdf"
    path.write_bytes(write_pages(made, {}, pages))
    text = squeezed(said("pdftotext", "-raw", path, "-"))
    lines = made.makeup.overset["parking"]
    wanted = squeezed("".join(line.text for line in lines))
    assert wanted in text


def test_all_notes_are_on_the_annexe():
    made = edition("2025-09-05").made
    notes = tuple(
        Comment(
            1,
            f"第{n}处数字请核对",
            "joint-study",
            n,
            "林一",
            n % 2 == 0,
            Span("c", n, 1),
        )
        for n in range(1, 60)
    )
    pages = proof_pages(
        made, reader_of("2025-09-05", notes), Wishes("一校", "a3"), made.pages
    )
    behind = pages[len(made.pages) :]
    assert behind
    text = "".join(
        "".join(op.texts)
        for page in behind
        for op in page.ops
        if isinstance(op, ShowGlyphs)
    )
    for n in range(1, 60):
        assert f"第{n}处数字请核对" in text


# Screens.


@pytest.mark.needs_poppler
def test_the_file_for_screens_is_small_and_keeps_its_text(tmp_path, sample):
    known = edition("2025-09-05")
    pdf = screen_file(known.made, known.made.pages)
    path = tmp_path / "screen.pdf"
    path.write_bytes(pdf)
    assert len(pdf) < 4_000_000
    images = said("pdfimages", "-list", path).splitlines()[2:]
    assert (
        len(images)
        >= sum(
            isinstance(one, PlacedPicture)
            for page in known.made.makeup.pages
            for one in page.placed
        )
        - 1
    )
    for line in images:
        kind = line.split()
        assert (kind[5], kind[8]) == ("rgb", "jpeg")
        assert int(kind[12]) <= 200  # supplied pages; photographs have 150
    text = squeezed(said("pdftotext", path, "-"))
    assert text == squeezed(said("pdftotext", sample.pdf, "-"))
    pages = list(screen_pages(pdf, 1080))
    assert len(pages) == len(known.made.pages)
    assert max(map(len, pages)) < 1_500_000


def test_a_page_is_no_larger_than_its_paper():
    for name in SAMPLES:
        made = edition(name).made
        for paper in ("a3", "a4"):
            pages = proof_pages(
                made, reader_of(name), Wishes("清样", paper), made.pages
            )
            for page in pages:
                sheet = page.sheet
                assert sheet
                assert sheet.x >= 4 * MM - 1
                right = sheet.x + sheet.shown(page.trim.width)
                foot = sheet.y + sheet.shown(page.trim.height)
                assert right <= sheet.paper.width - 4 * MM + 1
                assert foot <= sheet.paper.height - 15 * MM
