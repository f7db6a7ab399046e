"""The press-test issue: what Ghostscript's plates, zbar and the preflight see of it."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from printpress import spec
from printpress.diagnostics import Severity
from printpress.geometry import Rect
from printpress.makeup.box import slot_rect
from printpress.makeup.charts.register import target_bars
from printpress.makeup.pages import grid_of
from printpress.makeup.placed import Patch, PlacedPicture, Shape
from printpress.paths import LineTo, Move
from printpress.pipeline import converted_pictures, make_edition
from printpress.preflight import inspect
from printpress.shop.expected import expected_of
from printpress.shop.files import shop_files
from printpress.spec.chart import CodesChart, PatchesChart, TintsChart
from printpress.units import INCH, MM
from tests.printed.programs import said

FOLDER = Path(__file__).parents[2] / "issues" / "press-test"
PLATES = ("Cyan", "Magenta", "Yellow", "Black")
DPI = 300
PERCENT = 0.6
"""By how much a plate's eight bits may differ."""


@cache
def printed():
    """The issue, what it is made up of, and its file for the shop."""
    issue, _ = spec.load(FOLDER / "issue.yaml")
    made = make_edition(issue, issue.editions[0])
    pictures, _ = converted_pictures(made, issue.root, None)
    whole, *_ = shop_files(made, pictures)
    return issue, made, whole.contents


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    path = tmp_path_factory.mktemp("press-test") / "whole.pdf"
    path.write_bytes(printed()[2])
    return path


@pytest.fixture(scope="module")
def plates(pdf):
    said(
        "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONERROR",
        "-sDEVICE=tiffsep", f"-r{DPI}", "-dOverprint=/simulate",
        f"-sOutputFile={pdf.parent / 'p.tif'}", pdf,
    )  # fmt: skip
    names = {path.stem[2:-1] for path in pdf.parent.glob("p(*).tif")}
    assert names == set(PLATES)
    return {
        name: Image.open(pdf.parent / f"p({name}).tif").convert("L") for name in PLATES
    }


def ink_at(plates, x, y):
    """Per cent of each plate at a point of the page, in EMU."""
    at = x * DPI // INCH, y * DPI // INCH
    return tuple((255 - plates[name].getpixel(at)) / 2.55 for name in PLATES)


def of_slot(name):
    """A slot and what stands in it."""
    issue, made, _ = printed()
    slot = issue.pages[0].layout.slot(name)
    rect = slot_rect(grid_of(issue.house), slot)
    return slot, [one for one in made.makeup.pages[0].placed if _in(rect, one)]


def _in(rect, one):
    if isinstance(one, Patch):
        return all(rect.contains(each) for each in one.rects)
    if isinstance(one, PlacedPicture):
        return rect.contains(one.rect)
    if isinstance(one, Shape):
        first = one.path[0]
        assert isinstance(first, Move)
        return rect.contains(Rect(first.x, first.y, 0, 0))
    return False


def inks(ink):
    return tuple(v / 10 for v in (ink.cyan, ink.magenta, ink.yellow, ink.black))


@pytest.mark.needs_ghostscript
@pytest.mark.parametrize("name", ["tints", "balance", "ink", "rich"])
def test_every_patch_has_exactly_its_inks_on_the_plates(plates, name):
    slot, placed = of_slot(name)
    patches = [one for one in placed if isinstance(one, Patch)]
    drawing = slot.chart.drawing
    if isinstance(drawing, TintsChart):
        assert len(patches) == len(drawing.inks) * len(drawing.steps) == 52
    else:
        assert isinstance(drawing, PatchesChart)
        limit = printed()[0].press.tac_error
        wanted = [ink for row in drawing.rows for ink in row if ink.total <= limit]
        assert [one.ink for one in patches] == wanted
    for patch in patches:
        (rect,) = patch.rects
        found = ink_at(plates, rect.x + rect.width // 2, rect.y + rect.height // 2)
        assert found == pytest.approx(inks(patch.ink), abs=PERCENT)


@pytest.mark.needs_ghostscript
def test_black_over_a_ground_overprints_at_the_left_and_knocks_out_at_the_right(plates):
    slot, placed = of_slot("overprint")
    grounds = slot.chart.drawing.grounds
    tiles = [one for one in placed if isinstance(one, Patch) and one.ink in grounds]
    assert len(tiles) == 2 * len(grounds)
    for number, tile in enumerate(tiles):
        (rect,) = tile.rects
        *_, square, _one, _two, _three = target_bars(rect)
        x, y = square.x + square.width // 2, square.y + square.height // 2
        under = inks(tile.ink) if number % 2 == 0 else (0, 0, 0, 0)
        wanted = (*under[:3], 100)
        assert ink_at(plates, x, y) == pytest.approx(wanted, abs=PERCENT)
        beside = ink_at(plates, rect.x + MM // 2, rect.y + MM // 2)
        assert beside == pytest.approx(inks(tile.ink), abs=PERCENT)


@pytest.mark.needs_ghostscript
def test_register_crosses_stand_on_exactly_their_plates(plates):
    _, placed = of_slot("register")
    crosses: dict[tuple[int, int], set[str]] = {}
    for shape in placed:
        if isinstance(shape, Shape) and len(shape.path) == 2:
            start, end = shape.path
            assert isinstance(start, Move)
            assert isinstance(end, LineTo)
            letter = str(shape.ink)
            middle = (start.x + end.x) // 2, (start.y + end.y) // 2
            crosses.setdefault(middle, set()).add(letter)
    assert sorted(map(len, crosses.values())) == [2, 2, 2, 2, 2, 4]
    for (x, y), letters in crosses.items():
        found = [part > 50 for part in ink_at(plates, x, y)]
        named = {
            "Cyan": "c100 m0 y0 k0", "Magenta": "c0 m100 y0 k0",
            "Yellow": "c0 m0 y100 k0", "Black": "k100",
        }  # fmt: skip
        assert found == [named[plate] in letters for plate in PLATES]


@pytest.mark.needs_zbar
@pytest.mark.needs_poppler
def test_codes_of_sizes_that_the_press_takes_are_read_at_200_dpi(pdf):
    slot, _ = of_slot("codes")
    chart = slot.chart.drawing
    assert isinstance(chart, CodesChart)
    said("pdftoppm", "-r", "200", "-png", pdf, pdf.parent / "page")
    (page,) = pdf.parent.glob("page*.png")
    read = set(said("zbarimg", "-q", "--raw", page).split())
    least = printed()[0].press.qr_module_error
    safe = {chart.address(module) for module in chart.modules if module >= least}
    assert len(safe) == 3
    assert safe <= read


def test_the_preflight_passes_and_tells_all_that_the_issue_accepts():
    issue, made, contents = printed()
    assert made.printable
    report = inspect(contents, issue.press, expected_of(issue, issue.editions[0]))
    assert report.passed
    assert report.number(Severity.WARNING) == 0
    told = {one.rule.id: one.accepted for one in report.findings if one.accepted}
    assert told == dict(issue.accepted_in_print)
    without = inspect(contents, issue.press)
    refused = {r.rule.id for r in without.findings if r.severity is Severity.ERROR}
    assert refused == {"ink-peak", "small-text", "thin-line", "qr-module"}


def test_pictures_are_held_below_the_blackest_that_the_press_prints():
    issue, _, contents = printed()
    press = replace(issue.press, black_max=850)
    too_black = too_black_pictures(contents, press)
    assert len(too_black) == 3
    made = make_edition(replace(issue, press=press), issue.editions[0])
    pictures, _ = converted_pictures(made, issue.root, None)
    whole, *_ = shop_files(made, pictures)
    assert too_black_pictures(whole.contents, press) == []


def too_black_pictures(contents, press):
    """Where the preflight finds pictures too black."""
    foot = [of_slot(name)[1] for name in ("grey", "wedge", "photo")]
    rects = [one.rect for placed in foot for one in placed]
    report = inspect(contents, press)
    return [
        place
        for finding in report.findings
        if finding.rule.id == "black-limit"
        for place in finding.places
        if any(rect.overlaps(place) for rect in rects)
    ]


@pytest.mark.needs_qpdf
def test_other_checkers_find_the_file_clean(pdf):
    from pdf_oxide import PdfDocument

    said("qpdf", "--check", pdf)
    told = PdfDocument(str(pdf)).validate_pdf_x("4")
    assert (told["valid"], told["errors"], told["warnings"]) == (True, [], [])
