"""Black of pictures and large areas against the press's limit (``ink.black_max``)."""

import pytest
from pikepdf import Array, Dictionary, Name
from tests.unit.preflight.files import drawn
from tests.unit.preflight.test_newspaper import HALF, picture

from printpress.diagnostics import Severity
from printpress.rules.record import X4
from printpress.units import PT

AREA = b"/G1 gs 0 0 0 %b k 310 500 %d %d re f "
FREE = 300 * PT
"""Right of here the good page has no ink of its own: its ground is solid black."""


def broken(judged, contents, black_max=900, **options):
    """Where the limit is passed in the free part of the page."""
    made = contents if isinstance(contents, bytes) else contents(X4)
    report = judged(made, black_max=black_max, **options)
    return [
        place
        for finding in report.findings
        if finding.rule.id == "black-limit"
        for place in finding.places
        if place.x >= FREE
    ]


@pytest.mark.parametrize("size", [(40, 40), (29, 150)])
def test_a_large_area_is_held_against_the_limit(judged, size):
    assert len(broken(judged, drawn(AREA % (b"0.92", *size)))) == 1
    assert broken(judged, drawn(AREA % (b"0.9", *size))) == []
    assert broken(judged, drawn(AREA % (b"0.92", *size)), 1000) == []


def test_a_bar_may_be_solid(judged):
    assert broken(judged, drawn(AREA % (b"1", 28, 150))) == []


def test_a_grey_picture_is_held_against_the_limit(judged):
    black = picture(150, 150, HALF)
    assert len(broken(judged, black)) == 1
    assert broken(judged, black, 1000) == []
    assert broken(judged, picture(150, 150, HALF, Decode=Array([1, 0]))) == []


@pytest.mark.parametrize(("inner", "outer"), [(b"\0", b"\xff"), (b"\xff", b"\0")])
def test_a_form_has_pictures_of_its_own(judged, inner, outer):
    """Its names are not the page's."""

    def grey(pdf, shade):
        return pdf.make_stream(
            shade * 150 * 150,
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=150,
            Height=150,
            BitsPerComponent=8,
            ColorSpace=Name.DeviceGray,
        )

    def add(pdf):
        pdf.pages[0].Resources.XObject.X1 = pdf.make_stream(
            HALF,
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 600, 800]),
            Resources=Dictionary(
                XObject=Dictionary(X0=grey(pdf, inner)),
                ExtGState=pdf.pages[0].Resources.ExtGState,
            ),
        )
        pdf.pages[0].Resources.XObject.X0 = grey(pdf, outer)

    assert len(broken(judged, drawn(b"/X1 Do ", add))) == (inner == b"\0")


FOUR = {"ColorSpace": Name.DeviceCMYK, "Decode": Array([0, 0, 0, 0, 0, 0, 1, 0])}
"""A picture of a kind that is solid black."""


def test_a_picture_in_four_inks_is_held_against_the_limit_as_it_is_drawn(judged):
    black = picture(150, 150, HALF, bits=32, BitsPerComponent=8, **FOUR)
    assert len(broken(judged, black, render=True)) == 1
    assert broken(judged, black, 1000, render=True) == []
    assert broken(judged, black, render=False) == []  # nobody sees its dots


def test_what_lies_upon_a_picture_is_not_the_picture(judged):
    bar = b"/G0 gs 0 0 0 1 k 330 505 8 60 re f "
    none = {**FOUR, "Decode": Array([0, 0] * 4)}
    light = picture(150, 150, HALF + bar, bits=32, BitsPerComponent=8, **none)
    assert broken(judged, light, render=True) == []


def test_it_is_told_how_black_it_is(judged):
    report = judged(drawn(AREA % (b"0.92", 40, 40)), black_max=900)
    (finding,) = (one for one in report.findings if one.rule.id == "black-limit")
    assert finding.severity is Severity.WARNING
    assert finding.allowed.en == "K90"
