"""The file as a whole: its boxes, pictures and bytes, opened by other programs."""

import io
import re
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from tests.unit.pdf.conftest import MANY, TRIM, show

from printpress.colour import BLACK, Ink
from printpress.display.ops import (
    FillPath,
    FillRects,
    PlaceImage,
    StrokeLine,
    StrokePath,
    StrokeRect,
)
from printpress.geometry import Rect
from printpress.paths import Close, CurveTo, LineTo, Move, circle
from printpress.pictures.convert import ConvertedPicture
from printpress.units import MM, PT

SQUARE = Rect(50 * PT, 50 * PT, 100 * PT, 100 * PT)


def drawn(pdf: bytes, scale: int = 1):
    """The first page as PDFium draws it, its media box, one pixel a point."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=scale).to_pil().convert("RGB")
    document.close()
    return picture


def cmyk(cyan=0, magenta=0, yellow=0, black=0) -> ConvertedPicture:
    pixel = bytes((cyan, magenta, yellow, black))
    return ConvertedPicture(4, 4, "cmyk", pixel * 16)


def test_two_other_programs_open_the_file(press, faces):
    pdf = press.write(
        press.page(show(faces["song"], MANY[:20])),
        press.page(FillRects((SQUARE,), BLACK), number=2),
    )
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert len(document.pages) == 2
        assert document.pdf_version == "1.6"
        assert document.check_pdf_syntax() == []
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 2
    document.close()


@pytest.mark.parametrize("bleed", [0, 3 * MM, 5 * MM])
def test_every_page_has_all_its_boxes(press, faces, bleed):
    pdf = press.write(
        press.page(show(faces["song"], "一"), bleed=bleed),
        press.page(number=2, bleed=bleed),
    )
    edge = bleed / PT
    wide, deep = TRIM.width / PT, TRIM.height / PT
    whole = [0, 0, wide + 2 * edge, deep + 2 * edge]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            own = page.obj  # not inherited
            for name in ("/MediaBox", "/BleedBox"):
                assert [float(v) for v in own[name]] == pytest.approx(whole, abs=1e-4)
            trim = [edge, edge, wide + edge, deep + edge]
            assert [float(v) for v in own["/TrimBox"]] == pytest.approx(trim, abs=1e-4)


@pytest.mark.parametrize("bleed", [0, 20 * PT])
def test_a_rectangle_lands_where_it_stands_on_the_page(press, bleed):
    rect = Rect(30 * PT, 40 * PT, 50 * PT, 10 * PT)
    picture = drawn(press.write(press.page(FillRects((rect,), BLACK), bleed=bleed)))
    edge = bleed // PT
    assert picture.size == (200 + 2 * edge, 300 + 2 * edge)
    dark = picture.convert("L").point(lambda light: 255 * (light < 100)).getbbox()
    assert dark == (30 + edge, 40 + edge, 80 + edge, 50 + edge)


def test_a_rule_lies_on_both_sides_of_its_middle(press):
    line = StrokeLine(20 * PT, 100 * PT, 180 * PT, 100 * PT, 4 * PT, BLACK)
    picture = drawn(press.write(press.page(line))).convert("L")
    dark = picture.point(lambda light: 255 * (light < 100)).getbbox()
    assert dark == (20, 98, 180, 102)


def test_a_dotted_rule_is_dots_and_leaves_the_next_rule_solid(press):
    dots = StrokeLine(20 * PT, 100 * PT, 180 * PT, 100 * PT, 4 * PT, BLACK, 8 * PT)
    rule = StrokeLine(20 * PT, 200 * PT, 180 * PT, 200 * PT, 4 * PT, BLACK)
    picture = drawn(press.write(press.page(dots, rule)), scale=2).convert("L")

    def changes(y: int) -> int:
        row = [picture.getpixel((x, y)) < 128 for x in range(picture.width)]
        return sum(a != b for a, b in pairwise(row))

    assert changes(200) == pytest.approx(2 * 21, abs=2)
    assert changes(400) == 2


def test_a_frame_runs_along_its_rectangles_edges(press):
    picture = drawn(press.write(press.page(StrokeRect(SQUARE, 2 * PT, BLACK))))
    dark = picture.convert("L").point(lambda light: 255 * (light < 100)).getbbox()
    assert dark == (49, 49, 151, 151)
    assert picture.getpixel((100, 100)) == (255, 255, 255)


@pytest.mark.parametrize("bleed", [0, 3 * MM])
def test_a_dot_is_round_and_lies_where_it_stands(press, bleed):
    dot = FillPath(circle(100 * PT, 60 * PT, 20 * PT), BLACK)
    picture = drawn(press.write(press.page(dot, bleed=bleed)), scale=4)
    edge = bleed * 4 // PT
    dark = [
        (x - edge, y - edge)
        for x in range(picture.width)
        for y in range(picture.height)
        if picture.getpixel((x, y))[0] < 128
    ]
    assert {min(x for x, _ in dark), min(y for _, y in dark) + 160} <= {319, 320, 321}
    for x, y in dark:
        assert (x - 400) ** 2 + (y - 240) ** 2 <= 82**2
    assert abs(len(dark) - 3.1416 * 80**2) < 200


def test_a_path_may_have_several_parts_and_is_filled_by_winding(press):
    square = (
        *(Move(20 * PT, 20 * PT), LineTo(60 * PT, 20 * PT)),
        *(LineTo(60 * PT, 60 * PT), LineTo(20 * PT, 60 * PT), Close()),
    )
    picture = drawn(
        press.write(
            press.page(
                FillPath((*square, *circle(120 * PT, 40 * PT, 9 * PT)), BLACK),
                FillPath((), BLACK),
            )
        )
    )
    assert picture.getpixel((40, 40))[0] < 60
    assert picture.getpixel((120, 40))[0] < 60
    assert picture.getpixel((90, 40)) == (255, 255, 255)


def test_a_line_along_a_curve_leaves_the_next_rule_as_it_was(press):
    arch = (
        Move(20 * PT, 100 * PT),
        CurveTo(20 * PT, 60 * PT, 100 * PT, 60 * PT, 100 * PT, 100 * PT),
    )
    pdf = press.write(
        press.page(
            StrokePath(arch, 4 * PT, BLACK, rounded=True),
            StrokePath((), 4 * PT, BLACK),
            StrokeLine(20 * PT, 200 * PT, 180 * PT, 200 * PT, 4 * PT, BLACK),
        )
    )
    picture = drawn(pdf, scale=2)
    assert picture.getpixel((120, 140))[0] < 60  # the arch's top: 3/4 of its handles
    assert picture.getpixel((120, 190)) == (255, 255, 255)
    assert picture.getpixel((38, 201))[0] < 60  # round ends go past the end
    assert picture.getpixel((38, 400)) == (255, 255, 255)  # the rule's do not
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.check_pdf_syntax() == []


def test_later_operations_cover_earlier_ones(press):
    ops = (FillRects((SQUARE,), BLACK), FillRects((SQUARE.inset(20 * PT),), Ink()))
    picture = drawn(press.write(press.page(*ops)))
    assert picture.getpixel((55, 55)) < (90, 90, 90)
    assert picture.getpixel((100, 100)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("inks", "strong", "weak"),
    [
        ({"cyan": 255}, "gb", "r"),
        ({"magenta": 255}, "rb", "g"),
        ({"yellow": 255}, "rg", "b"),
        ({"black": 255}, "", "rgb"),
        ({}, "rgb", ""),
    ],
)
def test_a_picture_of_one_ink_shows_that_ink(press, inks, strong, weak):
    page = press.page(PlaceImage(SQUARE, "boat"))
    pixel = drawn(press.write(page, boat=cmyk(**inks))).getpixel((100, 100))
    light = dict(zip("rgb", pixel, strict=True))
    weakest = max([light[name] for name in weak], default=-1)
    assert weakest < min([light[name] for name in strong], default=256)
    assert weakest < 120


@pytest.mark.parametrize("bleed", [0, 20 * PT])
def test_a_picture_stands_upright_in_its_rectangle(press, bleed):
    pixels = b"\x00\xff\xff\xff"  # dark only at the top left
    grey = ConvertedPicture(2, 2, "grey", pixels)
    page = press.page(PlaceImage(SQUARE, "boat"), bleed=bleed)
    edge = bleed // PT
    picture = drawn(press.write(page, boat=grey)).convert("L")
    corners = [(60, 60), (140, 60), (60, 140), (140, 140)]
    light = [picture.getpixel((x + edge, y + edge)) for x, y in corners]
    assert light[0] < 60
    assert min(light[1:]) > 200
    assert picture.getpixel((45 + edge, 60 + edge)) == 255


def test_bilevel_art_has_one_bit_a_pixel(press):
    art = ConvertedPicture(16, 2, "bilevel", b"\x00\xff\x00\xff")
    pdf = press.write(press.page(PlaceImage(SQUARE, "art")), art=art)
    picture = drawn(pdf).convert("L")
    assert picture.getpixel((60, 100)) < 60
    assert picture.getpixel((140, 100)) > 200


def test_a_picture_used_twice_is_in_the_file_once(press):
    page = press.page(
        PlaceImage(SQUARE, "boat"), PlaceImage(SQUARE.moved(dx=10 * PT), "boat")
    )
    other = press.page(PlaceImage(SQUARE, "bee"), PlaceImage(SQUARE, "boat"), number=2)
    pdf = press.write(page, other, boat=cmyk(cyan=255), bee=cmyk(yellow=255))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        images = [
            thing
            for thing in document.objects
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
        ]
        assert len(images) == 2
        first, second = (page.Resources.XObject for page in document.pages)
        assert len(first) == 1
        assert len(second) == 2
        assert first.I0.read_bytes() == second.I1.read_bytes()


def test_the_same_pages_give_the_same_bytes(press, faces):
    one, two = (
        press.write(
            press.page(show(faces["song"], MANY), PlaceImage(SQUARE, "boat")),
            boat=cmyk(cyan=255),
        )
        for _ in range(2)
    )
    assert one == two


def identifier(pdf: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return bytes(document.trailer.ID[0])


def test_other_pages_give_another_identifier(press, faces):
    one, two, three = (
        press.write(press.page(show(faces["song"], text), bleed=bleed))
        for text, bleed in (("一", 0), ("丁", 0), ("一", 0))
    )
    assert identifier(one) != identifier(two)
    assert identifier(one) == identifier(three)


def every_byte(pdf: bytes) -> bytes:
    """The file with its streams unpacked."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        parts = [thing.unparse(resolved=True) for thing in document.objects]
        parts += [
            thing.read_bytes()
            for thing in document.objects
            if isinstance(thing, pikepdf.Stream)
        ]
    return pdf + b"".join(parts)


def test_nothing_that_a_press_refuses_is_anywhere(press, faces):
    pdf = press.write(
        press.page(show(faces["song"], "一"), PlaceImage(SQUARE, "boat")),
        press.page(number=2),
        boat=cmyk(cyan=255),
    )
    whole = every_byte(pdf)
    for refused in (b"/Trans", b"Helvetica", b"ASCII85", b"/JavaScript", b"DeviceRGB"):
        assert refused not in whole, refused


def test_every_stream_ends_with_a_line_end(press, faces):
    pdf = press.write(press.page(show(faces["song"], MANY)))
    assert len(re.findall(rb"\nendstream\n", pdf)) == pdf.count(b"endstream") > 3


def test_the_file_tells_of_the_paper_and_not_of_the_clock(press, faces):
    pdf = press.write(press.page(show(faces["song"], "一")))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        told = {name: str(value) for name, value in document.docinfo.items()}
    assert told["/Title"] == "小报 第7期"
    assert told["/Author"] == "小报"
    assert told["/CreationDate"] == told["/ModDate"] == "D:20250905000000+08'00'"
    assert told["/Trapped"] == "/False"


def test_a_page_with_nothing_on_it_is_white(press):
    pdf = press.write(press.page())
    assert drawn(pdf).getextrema() == ((255, 255),) * 3
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert dict(document.pages[0].Resources.Font) == {}
