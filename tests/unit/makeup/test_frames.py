"""Slots as columns, and what pictures leave of them."""

import pytest
from tests.desk import EM, a_picture_slot, a_slot

from printpress.makeup.frames import (
    across,
    frames_round,
    ground_of,
    picture_row,
)
from printpress.units import PT


@pytest.fixture
def ground(desk):
    return desk.ground(a_slot(rows=(3, 12)))


def rows(frames):
    """(First row, rows) of each frame."""
    return [(frame.first_row, frame.rows) for frame in frames]


def test_a_slot_keeps_the_base_columns(desk, ground):
    assert ground.columns == tuple(desk.grid.span(n, n) for n in (1, 2, 3))
    assert (ground.first_row, ground.last_row, ground.rows) == (3, 12, 10)


def test_a_slot_with_columns_is_divided_anew(desk):
    ground = desk.ground(a_slot(columns=2))
    assert [strip.width for strip in ground.columns] == [15 * EM, 15 * EM]


@pytest.mark.parametrize("changes", [{"frame": "hairline"}, {"tint": "tint"}])
def test_a_box_keeps_an_em_at_its_sides_and_a_row_at_its_foot(desk, changes):
    bare = ground_of(desk.grid, a_slot(rows=(3, 12)))
    boxed = ground_of(desk.grid, a_slot(rows=(3, 12), **changes))
    assert boxed.strip.x - bare.strip.x == EM
    assert bare.strip.width - boxed.strip.width == 2 * EM
    assert (boxed.first_row, boxed.last_row) == (3, 11)
    assert {strip.width % EM for strip in boxed.columns} == {0}
    assert boxed.columns[-1].x + boxed.columns[-1].width == 350 * PT - EM


def test_the_ground_below_a_heading_has_fewer_rows(ground):
    below = ground.below(4)
    assert (below.first_row, below.last_row, below.rows) == (7, 12, 6)


def test_a_ground_that_a_heading_takes_whole_has_no_rows(ground):
    assert ground.below(10).rows == 0
    assert ground.below(15).rows == 0
    assert rows(frames_round(ground.below(15), None, 0)) == [(18, 0)] * 3


def test_a_strip_across_columns_takes_the_gutters_between(desk, ground):
    assert across(ground.columns, (2, 3)) == desk.grid.span(2, 3)


@pytest.mark.parametrize(
    ("at", "row"), [("top", 3), ("above", 3), ("foot", 9), ("middle", 6)]
)
def test_a_picture_stands_where_the_layout_says(ground, at, row):
    assert picture_row(ground, a_picture_slot((1, 1), at, (1, 4)), 4) == row


def test_without_a_picture_every_column_is_whole(ground):
    frames = frames_round(ground, None, 0)
    assert [frame.strip for frame in frames] == list(ground.columns)
    assert rows(frames) == [(3, 10)] * 3


def test_a_picture_at_the_top_leaves_text_below_it(ground):
    frames = frames_round(ground, a_picture_slot((1, 2), "top", (1, 9)), 4)
    assert rows(frames) == [(7, 6), (7, 6), (3, 10)]


def test_a_picture_at_the_foot_leaves_text_above_it(ground):
    frames = frames_round(ground, a_picture_slot((3, 3), "foot", (1, 9)), 4)
    assert rows(frames) == [(3, 10), (3, 10), (3, 6)]


def test_a_picture_in_the_middle_leaves_text_on_both_sides(ground):
    frames = frames_round(ground, a_picture_slot((2, 2), "middle", (1, 9)), 4)
    assert rows(frames) == [(3, 10), (3, 3), (10, 3), (3, 10)]
    assert frames[1].strip == frames[2].strip == ground.columns[1]


def test_a_picture_over_all_columns_at_the_top_shortens_each(ground):
    frames = frames_round(ground, a_picture_slot((1, 3), "top", (1, 9)), 10)
    assert frames == ()


def test_an_odd_row_round_a_picture_in_the_middle_stands_below_it(ground):
    frames = frames_round(ground, a_picture_slot((1, 1), "middle", (1, 9)), 5)
    assert rows(frames)[:2] == [(3, 2), (10, 3)]


def test_rows_of_text_and_picture_sum_to_the_ground(ground):
    for at in ("top", "foot", "middle"):
        for taken in range(1, 11):
            frames = frames_round(ground, a_picture_slot((2, 3), at, (1, 9)), taken)
            assert sum(frame.rows for frame in frames) == 3 * 10 - 2 * taken
            assert all(3 <= f.first_row <= 13 - f.rows for f in frames)


@pytest.mark.parametrize("at", ["top", "middle", "foot"])
@pytest.mark.parametrize("left", [-5, 0, 1, 2])
def test_a_picture_with_too_little_room_leaves_no_rows_outside(ground, at, left):
    low = ground.below(10 - left)
    frames = frames_round(low, a_picture_slot((1, 1), at, (1, 9)), 4)
    for frame in frames:
        if frame.rows:
            assert frame.first_row >= low.first_row
            assert frame.first_row + frame.rows - 1 <= 12
    assert sum(f.rows for f in frames if f.strip == low.columns[0]) == 0
