"""Slots as columns, and what pictures leave of them."""

import pytest
from tests.desk import EM, a_slot

from printpress.makeup.frames import (
    Hole,
    across,
    bands_of,
    frames_round,
    ground_of,
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
    assert rows(frames_round(ground.below(15))) == [(18, 0)] * 3


def test_a_strip_across_columns_takes_the_gutters_between(desk, ground):
    assert across(ground.columns, (2, 3)) == desk.grid.span(2, 3)


def test_without_a_picture_every_column_is_whole(ground):
    frames = frames_round(ground)
    assert [frame.strip for frame in frames] == list(ground.columns)
    assert rows(frames) == [(3, 10)] * 3


def test_a_hole_at_the_top_leaves_text_below_it(ground):
    frames = frames_round(ground, [Hole((1, 2), 3, 4)])
    assert rows(frames) == [(7, 6), (7, 6), (3, 10)]


def test_a_hole_at_the_foot_leaves_text_above_it(ground):
    frames = frames_round(ground, [Hole((3, 3), 9, 4)])
    assert rows(frames) == [(3, 10), (3, 10), (3, 6)]


def test_a_hole_in_the_middle_leaves_text_on_both_sides(ground):
    frames = frames_round(ground, [Hole((2, 2), 6, 4)])
    assert rows(frames) == [(3, 10), (3, 3), (10, 3), (3, 10)]
    assert frames[1].strip == frames[2].strip == ground.columns[1]


def test_holes_over_all_rows_leave_nothing(ground):
    assert frames_round(ground, [Hole((1, 3), 3, 10)]) == ()


def test_frames_of_unequal_height_are_read_column_by_column(ground):
    holes = [Hole((1, 2), 3, 4), Hole((2, 3), 11, 2), Hole((3, 3), 5, 3)]
    frames = frames_round(ground, holes)
    assert rows(frames) == [(7, 6), (7, 4), (3, 2), (8, 3)]
    assert [ground.columns.index(frame.strip) for frame in frames] == [0, 1, 2, 2]
    assert bands_of(frames) == (4,)


def test_a_hole_over_all_columns_is_a_barrier(ground):
    frames = frames_round(ground, [Hole((1, 3), 6, 4), Hole((2, 2), 10, 1)])
    assert rows(frames) == [(3, 3)] * 3 + [(10, 3), (11, 2), (10, 3)]
    assert [frame.band for frame in frames] == [0, 0, 0, 1, 1, 1]
    assert bands_of(frames) == (3, 3)


@pytest.mark.parametrize("first", range(3, 13))
def test_rows_of_text_and_holes_sum_to_the_ground(ground, first):
    for taken in range(1, 14 - first):
        frames = frames_round(ground, [Hole((2, 3), first, taken)])
        assert sum(frame.rows for frame in frames) == 3 * 10 - 2 * taken
        assert all(3 <= f.first_row <= 13 - f.rows for f in frames)


def test_holes_meet_where_they_share_a_cell():
    hole = Hole((2, 3), 5, 4)
    assert hole.meets(Hole((3, 4), 8, 2))
    assert not hole.meets(Hole((3, 4), 9, 2))
    assert not hole.meets(Hole((4, 4), 5, 4))
