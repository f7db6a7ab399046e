"""What is cut out of columns: where things stand, and which rows are tried."""

from dataclasses import dataclass

import pytest
from tests.desk import HERE, a_slot

from printpress.makeup.frames import Hole
from printpress.makeup.grid import Strip
from printpress.makeup.heading import Heading
from printpress.makeup.insets import ROUNDS, Inset, arranged, room_of, searched
from printpress.spec.layout import InsetSlot

STRIP = Strip(0, 100)


@dataclass(frozen=True)
class Art:
    """A thing with a caption of one row and a row of air."""

    strip: Strip = STRIP
    caption_rows: int = 1
    clear_rows: int = 2

    def placed(self, _grid, _first_row, _rows):
        return []


@pytest.fixture
def ground(desk):
    return desk.ground(a_slot(rows=(1, 30)))


def inset(over, at="top", rows=(2, 9)):
    return Inset(InsetSlot(over, at, rows, HERE), over, Art(), rows)


def laid(ground, rows, *asked, **kept):
    """Things below a heading of so many rows."""
    done = arranged(ground, Heading((), rows), *asked, **kept)
    assert done is not None
    return done


def holes(done):
    return [(stand.hole.first_row, stand.hole.last_row) for stand in done.stands]


def frames(done):
    return [(frame.first_row, frame.rows) for frame in done.frames]


@pytest.mark.parametrize(
    ("at", "first", "hole"),
    [
        ("top", 4, (4, 9)),  # four rows, one of caption, one of air
        ("foot", 26, (25, 30)),  # a row of air above it
        ("middle", 15, (14, 20)),
    ],
)
def test_a_thing_stands_where_the_layout_says(ground, at, first, hole):
    done = laid(ground, 3, [inset((1, 1), at)], [4])
    (stand,) = done.stands
    assert stand.first_row == first
    assert holes(done) == [hole]
    assert done.heading_row == 1


def test_above_takes_its_rows_before_the_heading(ground):
    done = laid(ground, 3, [inset((1, 3), "above")], [4])
    assert done.heading_row == 6  # its caption's row; the heading brings its own air
    assert frames(done) == [(9, 22)] * 3


def test_air_parts_pictures_that_stand_above_the_heading(ground):
    some = [inset((1, 3), "above"), inset((1, 3), "above")]
    done = laid(ground, 3, some, [4, 5])
    assert [stand.first_row for stand in done.stands] == [1, 7]
    assert done.heading_row == 13
    # Without a heading below it the last keeps a row from the text, too.
    done = laid(ground, 0, some, [4, 5])
    assert frames(done) == [(14, 17)] * 3


def test_things_at_the_top_hang_below_each_other(ground):
    done = laid(ground, 0, [inset((1, 2)), inset((2, 3))], [4, 5])
    # In column 3 text stands above the second, which keeps a row from it.
    assert holes(done) == [(1, 6), (7, 14)]
    assert [stand.first_row for stand in done.stands] == [1, 8]
    assert frames(done) == [(7, 24), (15, 16), (1, 6), (15, 16)]


def test_things_at_the_foot_stand_on_each_other(ground):
    done = laid(ground, 0, [inset((3, 3), "foot"), inset((2, 3), "foot")], [4, 5])
    # In column 2 text stands below the second, and air between.
    assert holes(done) == [(25, 30), (17, 24)]
    assert [stand.first_row for stand in done.stands] == [26, 18]


def test_things_in_the_middle_share_the_free_rows_evenly(ground):
    some = [inset((2, 2), "middle"), inset((2, 2), "middle")]
    done = laid(ground, 0, some, [4, 4])
    first, second = holes(done)
    above, between = first[0] - 1, second[0] - first[1] - 1
    assert above == between == 5
    assert 30 - second[1] == 6


def test_what_finds_no_room_together_is_no_arrangement(ground):
    some = [inset((1, 2), rows=(2, 30)), inset((2, 3), "foot", (2, 30))]
    bare = Heading((), 0)
    assert arranged(ground, bare, some, [12, 13]) is not None
    assert arranged(ground, bare, some, [14, 15]) is None
    loose = arranged(ground, bare, some, [14, 15], loosely=True)
    assert loose is not None
    assert not loose.whole
    assert all(1 <= f.first_row <= 31 - f.rows for f in loose.frames)


def test_few_combinations_are_all_tried():
    tried = searched([(1, 3), (5, 6)], lambda rows: rows, lambda rows: (sum(rows),))
    assert sorted(tried) == [(a, b) for a in (1, 2, 3) for b in (5, 6)]


def test_many_combinations_are_searched_place_by_place():
    seen = []

    def attempt(rows):
        seen.append(rows)
        return rows

    def misfit(rows):
        return (abs(sum(rows) - 61),)

    bounds = [(1, 30)] * 3
    tried = searched(bounds, attempt, misfit)
    assert min(misfit(rows) for rows in tried) == (0,)
    assert len(seen) == len(set(seen)) <= ROUNDS * 3 * 30


def test_what_cannot_be_is_left_out_of_the_search():
    tried = searched(
        [(1, 30)] * 3,
        lambda rows: rows if sum(rows) < 9 else None,
        lambda r: (-sum(r),),
    )
    assert max(map(sum, tried)) == 8


def test_things_hang_below_a_heading_over_their_columns(ground):
    heading = Heading((), 0, Hole((1, 2), 1, 6))
    done = arranged(ground, heading, [inset((2, 3)), inset((1, 1), "foot")], [4, 5])
    assert done is not None
    # In column 3 text stands above the first, which keeps a row from it.
    assert holes(done) == [(7, 13), (24, 30)]
    assert frames(done) == [(7, 17), (14, 17), (1, 6), (14, 17)]
    assert room_of(ground, heading, inset((2, 3))) == 24
    assert room_of(ground, heading, inset((3, 3))) == 30


def test_nothing_stands_on_a_heading_inside_the_text(ground):
    heading = Heading((), 0, Hole((2, 2), 10, 6))
    assert arranged(ground, heading, [inset((1, 2))], [7]) is not None
    assert arranged(ground, heading, [inset((1, 2))], [8]) is None
    assert arranged(ground, heading, [inset((1, 1))], [20]) is not None
