"""Holes in a story's columns."""

import pytest

from printpress.makeup.frames import Frame
from printpress.makeup.grid import Strip
from printpress.makeup.holes import Hole, without

LEFT, MIDDLE, RIGHT = (Strip(x, 100) for x in (0, 110, 220))
FRAMES = tuple(Frame(strip, 1, 20) for strip in (LEFT, MIDDLE, RIGHT))


def test_no_hole_leaves_the_frames_as_they_are():
    assert without(FRAMES, None) == FRAMES


@pytest.mark.parametrize(
    ("first", "rows", "left"),
    [
        (1, 6, [(7, 14)]),
        (8, 6, [(1, 7), (14, 7)]),
        (15, 6, [(1, 14)]),
        (1, 20, []),
        (18, 9, [(1, 17)]),
    ],
)
def test_text_stands_above_and_below_a_hole_in_its_columns(first, rows, left):
    made = without(FRAMES, Hole(MIDDLE, first, rows))
    assert [f for f in made if f.strip != MIDDLE] == [FRAMES[0], FRAMES[2]]
    assert [(f.first_row, f.rows) for f in made if f.strip == MIDDLE] == left
    assert [f.strip.x for f in made] == sorted(f.strip.x for f in made)


def test_a_hole_takes_every_column_that_it_stands_over():
    made = without(FRAMES, Hole(Strip(0, 210), 1, 5))
    assert [frame.rows for frame in made] == [15, 15, 20]


def test_a_frame_beside_a_hole_in_rows_alone_is_whole():
    low = Frame(MIDDLE, 30, 5)
    assert without((low,), Hole(MIDDLE, 1, 20)) == (low,)
