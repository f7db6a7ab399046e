"""Vertical lines in the file: where their glyphs hang, what other programs see."""

import io
import re
import subprocess
from fractions import Fraction
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops
from tests.unit.pdf.conftest import FACTS, MANY, TRIM

from printpress.colour import BLACK
from printpress.display.ops import DisplayList, ShowGlyphs
from printpress.fonts.face import Face
from printpress.pdf import write
from printpress.pdf.content import glyph_array
from printpress.pdf.fonts import FontUse
from printpress.units import PT

FONTS = Path(__file__).parents[3] / "fonts"
SIZE = 20 * PT
TOKEN = re.compile(r"<([0-9A-F]+)>|(-?\d+)")


@pytest.fixture(scope="module")
def song() -> Face:
    return Face("song", FONTS / "PressSong-Regular.ttf")


def down(face: Face, text: str, at: tuple[int, int] = (100 * PT, 40 * PT)):
    """The text in a line that runs down, every glyph at its own advance."""
    x, y = at
    glyphs = face.vertical.shape(text)
    ys = []
    for glyph in glyphs:
        ys.append(y)
        y += glyph.advance * SIZE // face.upem
    return ShowGlyphs(
        face.name, SIZE, BLACK, x,
        tuple(glyph.gid for glyph in glyphs),
        tuple(glyph.text for glyph in glyphs),
        tuple(ys), "down",
    )  # fmt: skip


def turned(face: Face, text: str, at: tuple[int, int]) -> ShowGlyphs:
    x, y = at
    ys = []
    for glyph in face.shape(text):
        ys.append(y)
        y += glyph.advance * SIZE // face.upem
    gids = tuple(glyph.gid for glyph in face.shape(text))
    return ShowGlyphs(face.name, SIZE, BLACK, x, gids, tuple(text), tuple(ys), "turned")


def written(face: Face, *ops: ShowGlyphs) -> bytes:
    page = DisplayList(1, TRIM, 0, ops)
    return write((page,), lambda _: face, {}, FACTS)


@given(
    st.integers(5 * PT, 50 * PT),
    st.lists(st.integers(0, 900_000), min_size=1, max_size=200),
)
def test_no_glyph_is_off_by_more_than_half_a_thousandth_of_an_em(faces, size, steps):
    face = faces["song"]
    ys, y = [], 12_345
    for step in steps:
        ys.append(y)
        y += step
    texts = tuple(MANY[n % len(MANY)] for n in range(len(steps)))
    gids = tuple(map(face.vertical.glyph, texts))
    op = ShowGlyphs("song", size, BLACK, 0, gids, texts, tuple(ys), "down")
    use = FontUse(face, "F0")
    shown, cursor = [], 0
    for codes, moved in TOKEN.findall(glyph_array(op, use)[1:-1]):
        cursor += int(moved or 0)  # against y, so down the page
        for at in range(0, len(codes), 4):
            shown.append(cursor)
            cursor += use.hung[int(codes[at : at + 4], 16)].advance
    assert len(shown) == len(ys)
    for mine, meant in zip(shown, ys, strict=True):
        off = Fraction(mine) - Fraction(1000 * (meant - ys[0]), size)
        assert abs(off) <= Fraction(1, 2)


def test_both_ways_share_all_but_the_encoding(song):
    file = written(
        song,
        ShowGlyphs("song", SIZE, BLACK, SIZE, (song.glyph("国"),), ("国",), (0,)),
        down(song, "国——Ａ"),
    )
    with pikepdf.open(io.BytesIO(file)) as document:
        fonts = document.pages[0].Resources.Font
        assert {key: str(font.Encoding) for key, font in fonts.items()} == {
            "/F0": "/Identity-H",
            "/F0V": "/Identity-V",
        }
        across, below = fonts["/F0"], fonts["/F0V"]
        descendant = across.DescendantFonts[0]
        assert descendant.objgen == below.DescendantFonts[0].objgen
        assert across.ToUnicode.objgen == below.ToUnicode.objgen
        assert list(descendant.DW2) == [880, -1000]
        hung = list(descendant.W2)  # 国 hangs as the default has it
        assert [hung[0], *hung[1]] == [2, -2000, 500, 1380]
        assert [hung[2], *hung[3]] == [3, -1000, 500, 873]


def test_a_file_without_vertical_lines_has_no_vertical_font(press, faces):
    gid = faces["song"].glyph("一")
    op = ShowGlyphs("song", SIZE, BLACK, SIZE, (gid,), ("一",), (0,))
    with pikepdf.open(io.BytesIO(press.write(press.page(op)))) as document:
        (font,) = document.pages[0].Resources.Font.values()
        assert "/W2" not in font.DescendantFonts[0]
        assert "/DW2" not in font.DescendantFonts[0]


def test_a_narrower_run_ends_where_it_was_put(song):
    gids = tuple(map(song.glyph, "123"))
    xs = (0, SIZE // 3, 2 * SIZE // 3)
    op = ShowGlyphs("song", SIZE, BLACK, SIZE, gids, tuple("123"), xs, stretch=500)
    use = FontUse(song, "F0")
    moves = [int(moved) for _, moved in TOKEN.findall(glyph_array(op, use)) if moved]
    widths = use.widths[1:]
    starts = [0, widths[0] - moves[0], widths[0] - moves[0] + widths[1] - moves[1]]
    for start, meant in zip(starts, (0, 333, 667), strict=True):
        assert abs(start * 500 / 1000 - meant) <= 1


PAGE = (
    ("down", "他说——好，『国』（四）…！", (150, 30)),
    ("turned", "Hello 2025", (100, 30)),
    ("across", "25", (50, 60)),
)


def page_of_all(song: Face) -> bytes:
    (_, words, at), (_, latin, place), _ = PAGE
    gids = tuple(map(song.glyph, "25"))
    narrow = ShowGlyphs(
        "song", SIZE, BLACK, 60 * PT, gids, ("2", "5"),
        (50 * PT, 58 * PT), stretch=800,
    )  # fmt: skip
    return written(
        song,
        down(song, words, (at[0] * PT, at[1] * PT)),
        turned(song, latin, (place[0] * PT, place[1] * PT)),
        narrow,
    )


@pytest.mark.needs_poppler
def test_poppler_reads_it_in_order(song, tmp_path):
    file = tmp_path / "page.pdf"
    file.write_bytes(page_of_all(song))
    told = subprocess.run(
        ["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert "".join(told.split()) == "他说——好，『国』（四）…！Hello202525"


@pytest.mark.needs_mutool
def test_mutool_reads_it_in_order(song, tmp_path):
    file = tmp_path / "page.pdf"
    file.write_bytes(page_of_all(song))
    told = subprocess.run(
        ["mutool", "draw", "-q", "-F", "txt", str(file)],
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert "".join(told.split()) == "他说——好，『国』（四）…！Hello202525"


@pytest.mark.needs_poppler
@pytest.mark.needs_mutool
def test_poppler_and_mutool_draw_it_alike(song, tmp_path):
    file = tmp_path / "page.pdf"
    file.write_bytes(page_of_all(song))
    one, other = tmp_path / "one", tmp_path / "other.png"
    dots = 100
    subprocess.run(
        ["pdftoppm", "-r", str(dots), "-png", "-singlefile", str(file), str(one)],
        check=True,
    )
    subprocess.run(
        ["mutool", "draw", "-q", "-r", str(dots), "-o", str(other), str(file)],
        check=True,
    )
    with Image.open(one.with_suffix(".png")) as a, Image.open(other) as b:
        boxes = [ImageChops.invert(image.convert("L")).getbbox() for image in (a, b)]
    assert boxes[0] is not None
    assert max(abs(p - q) for p, q in zip(*boxes, strict=True)) <= 1
    # 150 pt is the middle of the line: its em box ends 10 pt further right.
    assert boxes[0][2] <= 160 * dots / 72 + 1
