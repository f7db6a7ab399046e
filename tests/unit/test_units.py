"""Lengths, rectangles and inks: whole numbers throughout."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printpress.colour import BLACK, PAPER, Ink
from printpress.geometry import Rect
from printpress.units import (
    CM,
    EMU_PER_UNIT,
    INCH,
    MM,
    PT,
    Q,
    in_mm,
    in_pt,
    parse_length,
    scaled,
)

lengths = st.integers(-(10**9), 10**9)
rects = st.builds(Rect, lengths, lengths, st.integers(0, 10**8), st.integers(0, 10**8))


def test_units_are_whole_and_agree_with_each_other():
    assert INCH == 72 * PT
    assert (CM, MM) == (10 * MM, 4 * Q)
    assert INCH * 10 == 254 * MM


@pytest.mark.parametrize(
    ("text", "emu"),
    [
        ("9pt", 114_300),
        ("10.5pt", 133_350),
        ("280mm", 10_080_000),
        ("1Q", 9_000),
        ("1q", 9_000),
        ("2 cm", 720_000),
        ("1in", 914_400),
        ("-3mm", -108_000),
        ("+3mm", 108_000),
        ("  3mm ", 108_000),
        ("0mm", 0),
        ("0.00001pt", 0),
    ],
)
def test_a_number_with_its_unit_is_a_length(text, emu):
    assert parse_length(text) == emu


@pytest.mark.parametrize(
    "text",
    ["", "9", "pt", "9 px", "9PT", "9,5pt", ".5pt", "9.pt", "1e3pt", "9ptx", "nan mm"],
)
def test_anything_else_is_none(text):
    with pytest.raises(ValueError, match="is not a length"):
        parse_length(text)


def test_digits_of_other_scripts_are_no_trap():
    # `\d` takes them, and so does Fraction: the value is the one that was meant.
    assert parse_length("９pt") == 9 * PT


@given(st.integers(0, 10**6), st.sampled_from(sorted(EMU_PER_UNIT)))
def test_whole_units_are_exact(number, unit):
    assert parse_length(f"{number}{unit}") == number * EMU_PER_UNIT[unit]


@given(lengths)
def test_lengths_as_people_read_them_come_back_within_a_hundredth(length):
    assert abs(parse_length(in_pt(length)) - length) <= PT // 200 + 1
    assert abs(parse_length(in_mm(length)) - length) <= MM // 200 + 1


@given(st.integers(0, 4000), st.integers(1, 10**7), st.sampled_from([1000, 2048]))
def test_a_fonts_units_are_rounded_to_the_nearest_emu(units, size, upem):
    exact = Fraction(units * size, upem)
    assert abs(scaled(units, size, upem) - exact) <= Fraction(1, 2)


def test_halves_are_rounded_up():
    assert (scaled(1, 1, 2), scaled(3, 1, 2)) == (1, 2)


@given(rects)
def test_a_rectangle_overlaps_itself_if_it_has_ground(rect):
    assert rect.overlaps(rect) == bool(rect.width and rect.height)
    assert rect.contains(rect)


@given(rects, rects)
def test_overlapping_is_mutual_and_sharing_an_edge_is_none(one, other):
    assert one.overlaps(other) == other.overlaps(one)
    assert not one.overlaps(Rect(one.right, one.y, 5, one.height))
    assert not one.overlaps(Rect(one.x, one.bottom, one.width, 5))


@given(rects, lengths, lengths)
def test_moving_there_and_back_changes_nothing(rect, dx, dy):
    assert rect.moved(dx, dy).moved(-dx, -dy) == rect


@given(rects, st.integers(0, 10**6))
def test_a_rectangle_set_out_and_in_again_is_the_same(rect, by):
    assert rect.inset(-by).inset(by) == rect
    assert rect.inset(-by).contains(rect)


def test_what_lies_partly_outside_is_not_contained():
    outer = Rect(0, 0, 10, 10)
    assert outer.contains(Rect(0, 0, 10, 10))
    for inner in (Rect(-1, 0, 5, 5), Rect(6, 0, 5, 5), Rect(0, 6, 5, 5)):
        assert not outer.contains(inner)


def test_coverage_is_the_sum_of_the_four_inks():
    assert Ink(1000, 900, 800, 1000).total == 3700
    assert (BLACK.total, PAPER.total) == (1000, 0)


@pytest.mark.parametrize(
    ("ink", "alone"),
    [
        (BLACK, True),
        (PAPER, True),
        (Ink(cyan=1, black=1000), False),
        (Ink(magenta=1), False),
        (Ink(yellow=1), False),
    ],
)
def test_black_alone_is_the_black_plates(ink, alone):
    assert ink.k_only is alone
