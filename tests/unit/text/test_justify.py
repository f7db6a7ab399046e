"""Filling a line, step by step."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Unpack

import pytest
from tests.engine import SIZE, library, paragraph

from printpress.text import natural_width, set_line
from printpress.text.galley import Profile, compose
from printpress.text.itemize import itemize
from printpress.text.justify import shrink, shrinkable
from printpress.text.nominal import Ems, Options
from printpress.text.punctuation import QUANJIAO

Q = Fraction(1, 4)
H = Fraction(1, 2)


def advances(
    text: str, measure: Ems, **options: Unpack[Options]
) -> list[tuple[str, Fraction]]:
    units = set_line(text, measure, **options)
    return [(unit, advance) for unit, advance, _ in units]


def widths(text: str, measure: Ems, **options: Unpack[Options]) -> dict[str, Fraction]:
    return dict(advances(text, measure, **options))


def less(text: str, by: str, **options: Unpack[Options]) -> dict[str, Fraction]:
    """The line squeezed by so many ems from its natural width."""
    return widths(text, natural_width(text, **options) - Fraction(by), **options)


ALL_STEPS = "甲·乙（丙）丁，戊ab cd己。庚"
"""One place for each step of compression but the first."""


@pytest.mark.parametrize(
    ("by", "changed"),
    [
        ("1/8", {" ": Fraction(3, 8)}),
        ("1/4", {" ": Q}),
        ("1/2", {" ": Q, "·": Fraction(3, 4)}),
        ("3/4", {" ": Q, "·": H}),
        ("5/4", {" ": Q, "·": H, "（": Fraction(3, 4), "）": Fraction(3, 4)}),
        ("7/4", {" ": Q, "·": H, "（": H, "）": H}),
        ("2", {" ": Q, "·": H, "（": H, "）": H, "，": Fraction(3, 4)}),
        ("9/4", {" ": Q, "·": H, "（": H, "）": H, "，": H}),
        (
            "5/2",
            {" ": Q, "·": H, "（": H, "）": H, "，": H, "戊": Fraction(9, 8)}
            | {"cd": Fraction(9, 8)},
        ),
        (
            "3",
            {" ": Q, "·": H, "（": H, "）": H, "，": H, "戊": Fraction(9, 8)}
            | {"cd": Fraction(9, 8), "。": H},
        ),
    ],
)
def test_compression_takes_its_steps_in_order(by, changed):
    """clreq §procedures_for_inter-character_spacing_reduction."""
    before = widths(ALL_STEPS, natural_width(ALL_STEPS))
    assert less(ALL_STEPS, by) == before | changed


def test_compression_ends_where_every_place_is_at_its_floor():
    tight = set_line(ALL_STEPS, 1)
    assert sum(advance for _, advance, _ in tight) == natural_width(ALL_STEPS) - 3


def test_the_colon_gives_with_the_commas():
    assert less("甲：乙，丙丁", "1/2") == {
        "甲": 1,
        "：": Fraction(3, 4),
        "乙": 1,
        "，": Fraction(3, 4),
        "丙": 1,
        "丁": 1,
    }


def test_a_fixed_gap_is_not_squeezed_below_an_eighth():
    assert less("甲ab乙", "1/8", autospace=0.125)["甲"] == Fraction(9, 8)


def test_stops_keep_their_em_where_the_style_says_so():
    style = replace(QUANJIAO, squeeze_stops=False)
    assert less("甲。乙", "1/2", punctuation=style)["。"] == 1
    assert less("甲。乙", "1/2")["。"] == H


def test_ink_moves_with_a_blank_that_goes_on_its_left():
    units = {unit: shift for unit, _, shift in set_line("甲（乙）丙·丁", 6)}
    assert units["（"] == -Q
    assert units["）"] == 0
    assert units["·"] == -Q


def test_edges_have_no_more_to_give():
    units = set_line("（甲，乙）", 3)
    assert [advance for _, advance, _ in units] == [H, 1, H, 1, H]
    assert sum(advance for _, advance, _ in units) == Fraction(7, 2)


@pytest.mark.parametrize(
    ("more", "space", "gap"),
    [
        ("0", H, Q),
        ("1/4", H, Fraction(3, 8)),
        ("1/2", H, H),
    ],
)
def test_gaps_widen_to_half_an_em_before_characters_part(more, space, gap):
    """clreq §procedures_for_inter-character_space_expansion."""
    text = "甲ab cd乙丙"
    got = widths(text, natural_width(text) + Fraction(more))
    assert (got[" "], got["甲"], got["cd"]) == (space, 1 + gap, 1 + gap)
    assert got["乙"] == 1


def test_word_spaces_widen_first():
    text = "甲ab cd乙丙"
    options: Options = {"widths": {" ": Q}}
    got = widths(text, natural_width(text, **options) + Fraction(1, 8), **options)
    assert got[" "] == Fraction(3, 8)
    assert got["甲"] == Fraction(5, 4)


def test_then_all_other_characters_part_alike():
    text = "甲乙ab cd丙丁，戊"
    got = widths(text, natural_width(text) + H + Fraction(4, 10))
    tenth = Fraction(1, 10)
    assert got["甲"] == got["丙"] == got["丁"] == 1 + tenth
    assert got["乙"] == got["cd"] == 1 + H
    assert got["ab"] == 1
    assert got["，"] == 1 + tenth
    assert got["戊"] == 1


def test_odd_units_go_to_the_last_gaps():

    measure = 114300 * 6 + 8
    line = compose(
        [paragraph("一二三四五六七八")], Profile.of(measure), library()
    ).lines[0]
    xs = line.pieces[0].xs
    steps = [b - a - 114300 for a, b in pairwise(xs)]
    assert steps == [1, 1, 2, 2, 2]
    assert line.width == measure


def test_nothing_parts_a_single_unit():
    assert advances("Python", 9) == [("Python", Fraction(3))]


@pytest.mark.parametrize(
    ("most", "widest"),
    [(Fraction(1, 8), Fraction(1, 8)), (Fraction(1, 4), Fraction(1, 4))],
)
def test_gaps_round_figures_widen_no_further_than_the_house_allows(most, widest):
    """What they may not take is shared out between all characters."""
    copy = paragraph(
        "字字8字字字字字" * 2, autospace=Fraction(1, 8), autospace_most=most
    )
    measure = 93 * SIZE // 10
    line = compose([copy], Profile.of(measure), library()).lines[0]
    assert line.width == measure
    assert line.looseness > 0
    (piece,) = line.pieces
    eight = piece.texts.index("8")
    before = piece.xs[eight] - piece.xs[eight - 1] - SIZE
    assert before == round(widest * SIZE)


@pytest.mark.parametrize("tracking", [0, 1000])
def test_a_mark_that_a_line_may_not_trim_gives_its_blank_whatever_follows(tracking):
    """In a style without trimming at line ends, with and without tracking."""
    style = replace(QUANJIAO, line_end=False)
    wanted = paragraph("一二三四五，", punctuation=style, tracking=tracking)
    items, _ = itemize(wanted, library())
    *_, places, _, _ = shrinkable(items, 0, 6)
    assert places == [(5, SIZE // 2)]


def test_negative_tracking_gives_a_trimmed_mark_nothing_more():
    items, _ = itemize(paragraph("一二三四五，", tracking=-500), library())
    assert shrink(items, 0, 6) == 0
