"""Glyphs in the file: where they stand, what they read as."""

import io
import re
from fractions import Fraction

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.pdf.conftest import MANY, show

from printpress.colour import BLACK
from printpress.display.ops import ShowGlyphs
from printpress.pdf.content import glyph_array, number
from printpress.pdf.fonts import TO_UNICODE_BLOCK, FontUse, subset_tag, to_unicode
from printpress.units import PT

HEX = re.compile(r"<([0-9A-F]+)>|(-?\d+)")


def origins(array: str, widths) -> list[int]:
    """Where a reader puts each glyph of a ``TJ`` array, in thousandths of an em."""
    assert array[0] + array[-1] == "[]"
    found, cursor = [], 0
    for codes, adjustment in HEX.findall(array[1:-1]):
        if adjustment:
            cursor -= int(adjustment)
            continue
        for start in range(0, len(codes), 4):
            found.append(cursor)
            cursor += widths[int(codes[start : start + 4], 16)]
    return found


@given(
    st.integers(5 * PT, 50 * PT),
    st.lists(st.integers(0, 900_000), min_size=1, max_size=300),
)
def test_no_glyph_is_off_by_more_than_half_a_thousandth_of_an_em(faces, size, steps):
    face = faces["song"]
    gids = [face.glyph(MANY[n % len(MANY)]) for n in range(len(steps))]
    xs, x = [], 12_345
    for step in steps:
        xs.append(x)
        x += step
    texts = tuple(MANY[n % len(MANY)] for n in range(len(steps)))
    op = ShowGlyphs("song", size, BLACK, 0, tuple(gids), texts, tuple(xs))
    use = FontUse(face, "F0")
    shown = origins(glyph_array(op, use), use.widths)
    assert len(shown) == len(xs)
    for mine, meant in zip(shown, xs, strict=True):
        off = Fraction(mine) - Fraction(1000 * (meant - xs[0]), size)
        assert abs(off) <= Fraction(1, 2)


def test_rounding_is_carried_from_glyph_to_glyph(faces):
    # Steps of 1.0004 em: alone each rounds to nothing, after 250 they are 0.1 em.
    size, count = 10_000_000, 250
    face = faces["song"]
    gid = face.glyph("一")
    xs = tuple(n * (size + 4_000) for n in range(count))
    op = ShowGlyphs("song", size, BLACK, 0, (gid,) * count, ("一",) * count, xs)
    use = FontUse(face, "F0")
    last = origins(glyph_array(op, use), use.widths)[-1]
    assert abs(last - Fraction(1000 * xs[-1], size)) <= 1
    assert last > 1000 * (count - 1) + 99


def test_glyphs_at_their_own_widths_need_no_adjustment(faces):
    op = show(faces["song"], "一丁七")
    assert glyph_array(op, FontUse(faces["song"], "F0")) == "[<000100020003>]"


@given(st.integers(-(10**9), 10**9))
def test_numbers_are_exact_to_a_ten_thousandth(emu):
    written = number(emu)
    assert "e" not in written
    assert abs(Fraction(written) - Fraction(emu, PT)) <= Fraction(1, 20_000)


def test_a_character_and_its_look_alike_have_codes_of_their_own(faces):
    face = faces["song"]
    assert face.glyph("一") == face.glyph("⼀")
    use = FontUse(face, "F0")
    gid = face.glyph("一")
    assert use.code(gid, "一") == use.code(gid, "一") == 1
    assert use.code(gid, "⼀") == 2


def test_code_nought_is_never_given_out(faces):
    use = FontUse(faces["song"], "F0")
    codes = [use.code(faces["song"].glyph(char), char) for char in MANY]
    assert codes == list(range(1, len(MANY) + 1))


@pytest.mark.parametrize("count", [1, 99, 100, 101, 250, 300])
def test_no_block_of_a_cmap_holds_more_than_a_hundred(count):
    cmap = to_unicode({(n, chr(0x4E00 + n)): n for n in range(1, count + 1)})
    blocks = re.findall(rb"(\d+) beginbfchar\n(.*?)endbfchar", cmap, re.DOTALL)
    assert sum(int(told) for told, _ in blocks) == count
    for told, rows in blocks:
        assert int(told) == len(rows.splitlines()) <= TO_UNICODE_BLOCK == 100


def test_a_code_without_text_reads_as_nothing():
    assert b"beginbfchar" not in to_unicode({(7, ""): 1})


def test_characters_beyond_the_first_plane_are_surrogates():
    assert b"<0001> <D840DC00>" in to_unicode({(7, "\U00020000"): 1})


def read_back(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(p.get_textpage().get_text_bounded() for p in document)
    finally:
        document.close()


def test_look_alikes_are_read_back_as_they_were_written(press, faces):
    pdf = press.write(press.page(show(faces["song"], "一⼀一")))
    assert read_back(pdf) == "一⼀一"


def test_one_glyph_may_read_as_two_characters(press, faces):
    (dash,) = faces["song"].shape("——")
    line = show(faces["song"], "一丁")
    op = ShowGlyphs(
        "song", line.size, BLACK, line.y,
        (line.gids[0], dash.gid, line.gids[1]),
        ("一", "——", "丁"),
        (line.xs[0], line.xs[1], line.xs[1] + 2 * line.size),
    )  # fmt: skip
    assert read_back(press.write(press.page(op))) == "一——丁"


def test_three_hundred_characters_are_read_back(press, faces):
    lines = [
        show(faces["song"], MANY[n : n + 16], at=(20 * PT, (12 * n // 16 + 20) * PT))
        for n in range(0, len(MANY), 16)
    ]
    assert "".join(read_back(press.write(press.page(*lines))).split()) == MANY


def fonts_of(pdf: bytes):
    document = pikepdf.open(io.BytesIO(pdf))
    return document, list(document.pages[0].Resources.Font.values())


def codes_shown(document) -> set[int]:
    found = set()
    for page in document.pages:
        text = page.Contents.read_bytes().decode("ascii")
        for array in re.findall(r"\[(.*?)\] TJ", text):
            for codes in re.findall("<([0-9A-F]+)>", array):
                found |= {int(codes[n : n + 4], 16) for n in range(0, len(codes), 4)}
    return found


def test_no_code_leads_to_notdef(press, faces):
    pdf = press.write(press.page(show(faces["song"], MANY[:40] + "⼀")))
    document, (font,) = fonts_of(pdf)
    ways = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
    gids = [int.from_bytes(ways[n : n + 2], "big") for n in range(0, len(ways), 2)]
    shown = codes_shown(document)
    assert shown == set(range(1, 42))
    assert all(gids[code] for code in shown)
    assert gids[1] == gids[41]  # the look-alike shares the glyph


def test_every_code_leads_to_its_own_glyph(press, faces):
    text = "a一，（—"  # all of them drawn differently
    pdf = press.write(press.page(show(faces["song"], text)))
    document, (font,) = fonts_of(pdf)
    descendant = font.DescendantFonts[0]
    ways = descendant.CIDToGIDMap.read_bytes()
    own = TTFont(faces["song"].path)
    cut = TTFont(io.BytesIO(descendant.FontDescriptor.FontFile2.read_bytes()))
    for code, char in enumerate(text, 1):
        gid = int.from_bytes(ways[2 * code : 2 * code + 2], "big")
        shape = cut["glyf"][cut.getGlyphName(gid)]
        meant = own["glyf"][own.getGlyphName(faces["song"].glyph(char))]
        assert shape == meant, char
    document.close()


def test_widths_in_the_file_are_the_faces(press, faces):
    text = "一a丁b c，—"
    pdf = press.write(press.page(show(faces["song"], text)))
    _, (font,) = fonts_of(pdf)
    descendant = font.DescendantFonts[0]
    assert descendant.DW == 1000
    widths: dict[int, int] = {}
    rows = list(descendant.W)
    for first, run in zip(rows[::2], rows[1::2], strict=True):
        widths |= {int(first) + n: int(width) for n, width in enumerate(run)}
    own = [faces["song"].advance(faces["song"].glyph(char)) for char in text]
    assert [widths.get(code, 1000) for code in range(1, len(text) + 1)] == own


def test_every_face_is_embedded_cut_down_and_tagged(press, faces):
    page = press.page(
        show(faces["song"], "一"), show(faces["hei"], "丁", at=(20 * PT, 90 * PT))
    )
    document, fonts = fonts_of(press.write(page))
    names = set()
    for font in fonts:
        descriptor = font.DescendantFonts[0].FontDescriptor
        program = descriptor.FontFile2.read_bytes()
        assert len(program) == int(descriptor.FontFile2.Length1) < 4_000
        tag, _, plain = str(font.BaseFont).lstrip("/").partition("+")
        assert tag == subset_tag(program)
        assert re.fullmatch("[A-Z]{6}", tag)
        assert font.Encoding == "/Identity-H"
        names.add(plain)
    assert names == {"PressTest-Regular", "PressTestBold-Regular"}
    document.close()


def test_only_faces_that_are_used_are_in_the_file(press, faces):
    _, fonts = fonts_of(press.write(press.page(show(faces["hei"], "丁"))))
    assert [str(font.BaseFont).partition("+")[2] for font in fonts] == [
        "PressTestBold-Regular"
    ]
