"""Supplied pages in a file: what is in force where they begin, and how they lie."""

import pypdfium2
import pytest
from tests.adverts import advert, changed, clear
from tests.unit.pdf.conftest import FACTS, INTENT

from printpress.colour import Ink
from printpress.display.ops import FillRects, PlaceForm, StrokeLine
from printpress.geometry import Rect
from printpress.pdf import write
from printpress.supplied.reading import page_in
from printpress.units import MM, PT

RED = Ink(0, 1000, 900)
PLACE = Rect(50 * PT, 60 * PT, 100 * PT, 40 * PT)


def bare(operators):
    """A page of 100 × 40 points with nothing but those operators."""

    def only(pdf):
        pdf.pages[0].Contents = pdf.make_stream(operators)

    side = PT / MM
    return page_in(changed(advert(size=(100 * side, 40 * side), bleed=0), only), "ad")


def seen(press, form, *before):
    """The page in pixels of a point each, on red and after a thick line."""
    ground = FillRects((Rect(0, 0, 200 * PT, 300 * PT),), RED)
    thick = StrokeLine(0, 0, 9 * PT, 0, 9 * PT, RED)
    op = PlaceForm(PLACE, form.size, ("K",), "ad")
    page = press.page(ground, thick, *before, op)
    pdf = write([page], press.faces.__getitem__, {"ad": form}, FACTS)
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[0].render(scale=1).to_pil().convert("RGB")
    finally:
        document.close()
    return picture


def test_a_page_begins_as_pages_begin(press):
    # Black, a line of one point, whatever was in force before.
    form = bare(b"10 10 20 20 re f 60 0 m 60 40 l S")
    picture = seen(press, form)
    assert max(picture.getpixel((70, 80))) < 60
    line = [x for x in range(100, 120) if picture.getpixel((x, 80))[0] < 180]
    assert len(line) <= 2


def test_what_lies_beyond_its_place_is_cut_off(press):
    picture = seen(press, bare(b"-500 -500 2000 2000 re f"))
    dark = {
        (x, y)
        for x in range(200)
        for y in range(300)
        if picture.getpixel((x, y))[0] < 90
    }
    assert dark == {(x, y) for x in range(50, 150) for y in range(60, 100)}


def test_inks_it_prints_over_others_are_told_as_pages_tell_them(press):
    form = bare(b"")
    pdf = press_bytes(press, form)
    assert b"/OPM 0" in pdf
    assert b"/OPM 0" not in press.print(press.page())


def press_bytes(press, form):
    page = press.page(PlaceForm(PLACE, form.size, ("K",), "ad"))
    return write([page], press.faces.__getitem__, {"ad": form}, FACTS, INTENT)


def test_a_group_goes_along_even_in_print_files(press):
    def grouped(pdf):
        pdf.pages[0].Group = {"/S": "/Transparency"}

    form = page_in(changed(clear(advert()), grouped), "ad")
    assert form.group is not None
    assert b"/Group " in press_bytes(press, form)


@pytest.mark.parametrize("standard", [None, INTENT])
def test_one_page_on_two_pages_is_in_the_file_once(press, standard):
    form = page_in(advert(), "ad")
    op = PlaceForm(PLACE, form.size, ("K",), "ad")
    pages = [press.page(op, op), press.page(op, number=2)]
    pdf = write(pages, press.faces.__getitem__, {"ad": form}, FACTS, standard)
    assert pdf.count(b"/Subtype /Form") == 1
    assert pdf.count(b"/FontFile2") == 1
