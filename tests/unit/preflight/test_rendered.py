"""What is measured on rendered pages: ink by windows, QR codes, and crashes."""

import pikepdf
import pytest
import segno
from pikepdf import Array, Dictionary, Name
from tests.unit.preflight.conftest import rules
from tests.unit.preflight.files import Change, drawn, good

from printpress.preflight import drawing
from printpress.preflight.document import Document
from printpress.preflight.ink import sums, total_ink, with_greys
from printpress.preflight.page import Page
from printpress.preflight.render import Plate
from printpress.preflight.rendering import rendered
from printpress.preflight.resources import Faces
from printpress.rules.record import BOTH_X
from printpress.units import MM

PAYLOAD = "https://example.org/xq"
MODULES = 25
"""Of version 2, which holds the payload at level M."""


def qr(
    module_mm: float = 0.6,
    x: float = 320,
    y: float = 500,
    ink: bytes = b"/G1 gs 0 0 0 1 k ",
) -> bytes:
    """The operators of a code whose upper left corner stands there."""
    side = module_mm * 72 / 25.4
    made = segno.make_qr(PAYLOAD, error="m", boost_error=False)
    assert len(made.matrix) == MODULES
    parts = [
        b"%f %f %f %f re" % (x + column * side, y - (row + 1) * side, side, side)
        for row, modules in enumerate(made.matrix)
        for column, dark in enumerate(modules)
        if dark
    ]
    return ink + b" ".join(parts) + b" f "


SPOT = b"/G1 gs 0.9 0.9 0.9 0.2 k 320 400 8 8 re f "
PICTURE = b"/G1 gs q 72 0 0 72 320 500 cm /X0 Do Q "


def grey_picture(shade: int):
    """An inch of one grey."""

    def add(pdf):
        stream = pdf.make_stream(bytes([shade]) * 40_000)
        stream.Type, stream.Subtype = Name.XObject, Name.Image
        stream.Width = stream.Height = 200
        stream.BitsPerComponent, stream.ColorSpace = 8, Name.DeviceGray
        pdf.pages[0].Resources.XObject.X0 = stream

    return add


def plates(*means: int, across: int = 40, down: int = 30) -> list[Plate]:
    return [Plate("", across, bytes([mean]) * (across * down)) for mean in means]


PAGE = Page(1, {}, {"MediaBox": (0.0, 0.0, 40 * 72 / 25.4, 30 * 72 / 25.4)})


# Ink.


def test_ink_is_the_sum_of_plates_over_a_window(press):
    assert sums(plates(10, 20, across=2, down=1)) == [[30, 30]]
    assert list(total_ink(plates(153, 153, 153, 153), PAGE, press)) == []  # 240 %
    (fault, *_) = total_ink(plates(155, 155, 155, 155), PAGE, press)
    assert fault.rule == "ink-high"
    assert fault.measured.en == "243 % over 15 mm"
    (fault, *_) = total_ink(plates(160, 160, 160, 160), PAGE, press)
    assert (fault.rule, fault.allowed.en) == ("ink-limit", "at most 245 %")


def test_the_fullest_window_is_shown(press):
    cells = bytearray(40 * 30)
    for row in range(10, 25):
        for column in range(20, 35):
            cells[row * 40 + column] = 255
    heavy = [Plate("", 40, bytes(cells)) for _ in range(3)]
    (fault,) = total_ink(heavy, PAGE, press)
    assert fault.measured.en == "300 % over 15 mm"
    place = fault.place
    assert place is not None
    shown = [round(edge / MM) for edge in (place.x, place.y, place.width, place.height)]
    assert shown == [20, 10, 15, 15]


def test_a_small_spot_of_much_ink_is_no_fault(press):
    cells = bytearray(40 * 30)
    cells[500:505] = b"\xff" * 5
    assert list(total_ink([Plate("", 40, bytes(cells))] * 4, PAGE, press)) == []


HEAVY = b"/G1 gs 0.9 0.9 0.9 0.2 k 320 400 60 60 re f "


def test_too_much_ink_on_a_page_is_told(judged):
    (finding,) = judged(drawn(HEAVY), render=True).findings
    assert finding.rule.id == "ink-limit"
    assert finding.measured.en in ("290 % over 15 mm", "291 % over 15 mm")


def test_another_window_is_the_presss(judged):
    wide = {"tac_window": 40 * MM, "tac_peak": 3000}
    assert rules(judged(drawn(HEAVY), render=True, **wide)) == []


def test_a_single_spot_of_much_ink_is_shown_where_it_is(judged):
    (finding,) = judged(drawn(SPOT), render=True).findings
    assert finding.rule.id == "ink-peak"
    assert finding.measured.en in ("290 % over 1 mm", "291 % over 1 mm")
    assert finding.allowed.en == "at most 260 %"
    (place,) = finding.places
    assert abs(place.x / MM - 324 / 72 * 25.4) < 2
    assert abs(place.y / MM - (800 - 404) / 72 * 25.4) < 2


def test_grey_pictures_are_on_the_black_plate():
    contents = drawn(PICTURE, grey_picture(0))
    document = Document.opened(contents)
    (page,) = document.pages
    found = rendered(contents, [page], ("plates", "light"))[1]
    shown = drawing.drawn(page, Faces(document))
    column, row = round(356 * 25.4 / 72), round((800 - 536) * 25.4 / 72)
    whole = with_greys(found.plates(), found, shown)
    (black,) = (plate for plate in whole if plate.name == "Black")
    assert black.cells[row * black.across + column] == 255


# Codes.


def test_a_good_code_is_not_told(judged):
    assert rules(judged(drawn(qr()), render=True)) == []


def test_codes_of_small_modules_are_told(judged):
    assert rules(judged(drawn(qr(0.45)), render=True)) == ["qr-module-small"]
    (finding,) = judged(drawn(qr(0.35)), render=True).findings
    assert finding.rule.id == "qr-module"
    assert finding.object == PAYLOAD
    assert finding.measured.en in ("0.35 mm", "0.36 mm")


def test_a_code_needs_room_around_it(judged):
    side = MODULES * 0.6 * 72 / 25.4
    beside = b"/G0 gs %f 400 30 120 re f " % (320 + side + 2)
    assert rules(judged(drawn(qr() + beside), render=True)) == ["qr-quiet-zone"]
    far = b"/G0 gs %f 400 30 120 re f " % (320 + side + 7.5)
    assert rules(judged(drawn(qr() + far), render=True)) == []


def test_a_code_in_colours_is_told(judged):
    for ink in (b"/G1 gs 1 0.9 0 0.2 k ", b"/G1 gs 0 0 0 0.8 k "):
        report = judged(drawn(qr(ink=ink)), render=True)
        assert rules(report) == ["qr-inks"]


def test_a_damaged_code_is_told(judged):
    hole = b"/G1 gs 0 0 0 0 k 336 467 17 17 re f "
    assert rules(judged(drawn(qr() + hole), render=True)) == ["qr-unreadable"]


# Other people's programs.


def shows_itself(pdf):
    form = pdf.make_indirect(pdf.make_stream(b"/X0 Do"))
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([0, 0, 100, 100])
    form.Resources = Dictionary(XObject=Dictionary(X0=form))
    pdf.pages[0].Resources.XObject.X0 = form


def test_a_program_that_crashes_takes_nobody_along(judged):
    assert rules(judged(drawn(b"/X0 Do ", shows_itself), render=True)) == ["not-drawn"]


def test_pages_behind_a_crash_are_drawn():
    def three(pdf):
        shows_itself(pdf)
        clean = Dictionary(dict(pdf.pages[0].obj.items()))
        clean.Resources = Dictionary()
        clean.Contents = pdf.make_stream(b"0 0 10 10 re f")
        for _ in range(2):
            pdf.pages.append(
                pikepdf.Page(pdf.make_indirect(Dictionary(dict(clean.items()))))
            )

    contents = drawn(b"/X0 Do ", three)
    pages = [Page(number, {}, {"MediaBox": (0, 0, 600, 800)}) for number in (1, 2, 3)]
    found = rendered(contents, pages, ("plates", "codes"))
    assert sorted(found) == [1, 2, 3]
    assert "found" not in found[1].answers["plates"]
    assert "found" in found[2].answers["codes"]
    assert "found" in found[3].answers["plates"]


RENDERED: list[tuple[str, bytes, Change | None, dict[str, object]]] = [
    ("ink-limit", HEAVY, None, {}),
    ("ink-high", b"/G1 gs 0.8 0.8 0.8 0.03 k 320 400 60 60 re f ", None, {}),
    ("ink-peak", SPOT, None, {}),
    ("not-drawn", b"/X0 Do ", shows_itself, {}),
    ("qr-unreadable", qr() + b"/G1 gs 0 0 0 0 k 336 467 17 17 re f ", None, {}),
    ("qr-module", qr(0.35), None, {}),
    ("qr-module-small", qr(0.45), None, {}),
    ("qr-quiet-zone", qr() + b"/G0 gs 365 400 30 120 re f ", None, {}),
    ("qr-inks", qr(ink=b"/G1 gs 0 0 0 0.8 k "), None, {}),
]


@pytest.mark.parametrize("standard", BOTH_X)
@pytest.mark.parametrize("case", RENDERED, ids=[one[0] for one in RENDERED])
def test_each_breach_names_its_rule(judged, case, standard):
    rule, content, change, limits = case
    contents = drawn(content, change, standard)
    assert rules(judged(contents, standard, render=True, **limits)) == [rule]


NOT_INSTALLED = [
    ("ink-not-measured", "plates", "pdf_oxide"),
    ("codes-not-read", "codes", "zxing-cpp"),
]


@pytest.mark.parametrize(("rule", "want", "program"), NOT_INSTALLED)
def test_a_program_that_is_not_installed_is_told(
    judged, monkeypatch, rule, want, program
):
    from printpress.preflight import inspection
    from printpress.preflight.rendering import Answers, Rendering

    nothing: Answers = {
        "plates": {"found": []},
        "light": {"found": ["", 1, ""]},
        "codes": {"found": []},
    }

    def bare(_contents, pages, _wants):
        told = {**nothing, want: {"missing": program}}
        return {page.number: Rendering(told) for page in pages}

    monkeypatch.setattr(inspection, "rendered", bare)
    report = judged(good(), render=True)
    assert rules(report) == [rule]
    assert report.passed
    assert [finding.object for finding in report.findings] == [program]
