"""Pages on sheets, held against folded dummies of a print shop's books."""

import pytest

from printpress.shop.signatures import (
    Leaf,
    Side,
    UnfitError,
    inward,
    leaves,
    must_face,
    printer_spreads,
    reader_spreads,
    with_blanks,
)


def pairs(sides):
    return [(side.left, side.right) for side in sides]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (4, [(4, 1), (2, 3)]),
        (12, [(12, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7)]),
        (16, [(16, 1), (2, 15), (14, 3), (4, 13), (12, 5), (6, 11), (10, 7), (8, 9)]),
    ],
)
def test_sheets_of_a_nest(count, expected):
    assert pairs(printer_spreads(count)) == expected


def test_bound_on_the_right_each_pair_is_mirrored():
    assert pairs(printer_spreads(8, "right")) == [(1, 8), (7, 2), (3, 6), (5, 4)]
    assert pairs(reader_spreads(4, "right")) == [(1, None), (3, 2), (None, 4)]


def test_an_odd_count_ends_with_two_pages():
    assert pairs(reader_spreads(5)) == [(None, 1), (2, 3), (4, 5)]


def test_blank_pages_stand_before_the_last():
    pages = with_blanks(leaves([1] * 6, "left"))
    assert [leaf and leaf.source for leaf in pages] == [0, 1, 2, 3, 4, None, None, 5]


def test_a_lone_page_stays_the_front_page():
    assert with_blanks([Leaf(0)]) == (Leaf(0), None, None, None)


def test_a_spread_at_the_end_is_not_parted_by_blank_pages():
    pages = with_blanks(leaves([1, 1, 1, 2], "left"))
    assert pages[3:] == (Leaf(3, "left"), Leaf(3, "right"), None, None, None)
    must_face(pages)


def test_blank_pages_stand_where_they_are_asked_for():
    pages = with_blanks(leaves([1] * 6, "left"), (2, 7))
    assert [leaf and leaf.source for leaf in pages] == [0, None, 1, 2, 3, 4, None, 5]


@pytest.mark.parametrize(
    ("pages", "blanks", "rule", "number"),
    [
        (65, (), "count", 68),
        (0, (), "count", 0),
        (6, (7,), "count", 7),
        (6, (2, 9), "blanks", 9),
        (6, (0, 2), "blanks", 0),
    ],
)
def test_counts_that_make_no_sheets(pages, blanks, rule, number):
    with pytest.raises(UnfitError) as caught:
        with_blanks(leaves([1] * pages, "left"), blanks)
    assert (caught.value.rule, caught.value.number) == (rule, number)


@pytest.mark.parametrize("binding", ["left", "right"])
def test_a_spread_begins_on_an_even_page(binding):
    must_face(leaves([1, 2, 1], binding))
    with pytest.raises(UnfitError) as caught:
        must_face(leaves([1, 1, 2], binding))
    assert (caught.value.rule, caught.value.number) == ("facing", 3)


def test_a_blank_page_within_a_spread_is_refused():
    pages = with_blanks(leaves([1, 2, 1, 1, 1], "left"), (3, 5))
    with pytest.raises(UnfitError):
        must_face(pages)


def test_inner_sheets_move_more():
    assert [inward(Side("front", sheet, 1, 2), 3600) for sheet in range(3)] == [
        *(0, 3600, 7200)
    ]
    assert inward(Side("reader", 2, 4, 5), 3600) == 0
