"""Which plates each ink falls on, as Ghostscript separates the file."""

import io

import pikepdf
import pytest
from PIL import Image
from tests.printed.programs import said
from tests.unit.pdf.conftest import show

from printpress.colour import BLACK, PAPER, Ink
from printpress.display.ops import (
    FillPath,
    FillRects,
    PlaceImage,
    StrokeLine,
    StrokePath,
    StrokeRect,
)
from printpress.geometry import Rect
from printpress.paths import LineTo, Move, circle
from printpress.pictures.convert import ConvertedPicture
from printpress.units import PT

TINT = Ink(300, 200, 200)
GROUND = FillRects((Rect(0, 0, 200 * PT, 300 * PT),), TINT)
RED = Ink(0, 910, 760, spot="PANTONE 185 C")
SPOT = (100, 100)
"""The pixel that is looked at, one a point."""


@pytest.fixture
def plates(press, tmp_path):
    """Per cent of each plate at a pixel of the first page."""

    def separated(*ops, at=SPOT, **pictures) -> dict[str, int]:
        pdf = tmp_path / "page.pdf"
        pdf.write_bytes(press.print(press.page(*ops), **pictures))
        said(
            "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r72",
            "-dOverprint=/simulate", f"-sOutputFile={tmp_path / 'p.tif'}", pdf,
        )  # fmt: skip
        found = {}
        for path in tmp_path.glob("p(*).tif"):
            with Image.open(path) as plate:
                pixel = plate.convert("L").crop((*at, at[0] + 1, at[1] + 1))
            found[path.stem[2:-1]] = round((255 - pixel.tobytes()[0]) / 2.55)
        return found

    return separated


def inked(cyan=0, magenta=0, yellow=0, black=0) -> dict[str, int]:
    return {"Cyan": cyan, "Magenta": magenta, "Yellow": yellow, "Black": black}


CENTRE = (80 * PT, 120 * PT)


def letter(faces, ink):
    """A letter as large as the look is long: the test face's Han are squares."""
    return show(faces["song"], "一", at=CENTRE, size=40 * PT, ink=ink)


@pytest.mark.needs_ghostscript
def test_black_letters_are_printed_over_a_tint(plates, faces):
    assert plates(GROUND, letter(faces, BLACK)) == inked(30, 20, 20, 100)


@pytest.mark.needs_ghostscript
@pytest.mark.parametrize(
    ("ink", "left"),
    [
        (PAPER, inked()),
        (Ink(black=500), inked(black=50)),
        (Ink(0, 1000, 900), inked(magenta=100, yellow=90)),
        (Ink(300, 200, 200, 1000), inked(30, 20, 20, 100)),
    ],
    ids=["white", "grey", "red", "rich"],
)
def test_other_letters_knock_out(plates, faces, ink, left):
    assert plates(GROUND, letter(faces, BLACK), letter(faces, ink)) == left


@pytest.mark.needs_ghostscript
def test_black_lines_and_drawings_are_printed_over_and_areas_are_not(plates):
    x, y = 100 * PT, 100 * PT
    through = (Move(0, y), LineTo(2 * x, y))
    over = inked(30, 20, 20, 100)
    for op in (
        StrokeLine(0, y, 2 * x, y, 9 * PT, BLACK),
        StrokePath(through, 9 * PT, BLACK),
        StrokeRect(Rect(10 * PT, y, x, x), 9 * PT, BLACK),
        FillPath(circle(x, y, 9 * PT), BLACK),
    ):
        assert plates(GROUND, op) == over, op
    area = FillRects((Rect(90 * PT, 90 * PT, 20 * PT, 20 * PT),), BLACK)
    assert plates(GROUND, area) == inked(black=100)


@pytest.mark.needs_ghostscript
def test_a_picture_after_black_letters_knocks_out(plates, faces):
    rect = Rect(90 * PT, 90 * PT, 20 * PT, 20 * PT)
    pale = ConvertedPicture(1, 1, "cmyk", bytes((0, 51, 0, 0)))
    grey = ConvertedPicture(1, 1, "grey", bytes((204,)))
    place = PlaceImage(rect, "boat")
    assert plates(GROUND, letter(faces, BLACK), place, boat=pale) == inked(magenta=20)
    assert plates(GROUND, letter(faces, BLACK), place, boat=grey) == inked(black=20)


@pytest.mark.needs_ghostscript
def test_a_spot_colour_has_a_plate_of_its_own(plates, faces):
    solid = plates(GROUND, letter(faces, RED))
    assert solid == {**inked(), "PANTONE 185 C": 100}
    half = Ink(0, 910, 760, spot="PANTONE 185 C", tint=500)
    assert plates(letter(faces, RED), letter(faces, half))["PANTONE 185 C"] == 50
    line = StrokeLine(0, 100 * PT, 200 * PT, 100 * PT, 9 * PT, half)
    assert plates(line) == {**inked(), "PANTONE 185 C": 50}


@pytest.mark.needs_ghostscript
def test_black_letters_are_printed_over_a_spot_colour(plates, faces):
    ground = FillRects((Rect(0, 0, 200 * PT, 300 * PT),), RED)
    over = {**inked(black=100), "PANTONE 185 C": 100}
    assert plates(ground, letter(faces, BLACK)) == over


def test_a_spot_colour_is_one_separation_however_often_it_is_used(press, faces):
    pale = Ink(0, 910, 760, spot="PANTONE 185 C", tint=300)
    blue = Ink(1000, 600, spot="专色蓝")
    pdf = press.print(
        press.page(letter(faces, RED), letter(faces, pale)),
        press.page(letter(faces, blue), letter(faces, RED), number=2),
    )
    with pikepdf.open(io.BytesIO(pdf)) as document:
        first, second = (page.Resources.ColorSpace for page in document.pages)
        assert list(first.keys()) == ["/S0"]
        assert first.S0.objgen == second.S1.objgen
        kind, named, process, tints = second.S0
        assert [str(kind), str(process)] == ["/Separation", "/DeviceCMYK"]
        assert named == "/专色蓝"
        assert first.S0[1] == "/PANTONE 185 C"
        assert [float(v) for v in tints.C1] == [1, 0.6, 0, 0]
        assert [int(tints.FunctionType), int(tints.N)] == [2, 1]
