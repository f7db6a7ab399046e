"""Several stories in one slot, one below the other."""

from itertools import pairwise

import pytest
from tests.desk import EM, HERE, ROW, a_slot, a_story, lines_of, words_of

from printpress.makeup.frames import Ground
from printpress.makeup.place import Place
from printpress.makeup.stack import MOST_AIR, set_stack

HEADING = 3
"""Rows of a heading of one line of 10 pt with its air."""


def brief(name: str, rows: int):
    """A story that takes so many rows of ten ems."""
    return a_story("新" * (10 * rows - 2), id=name, headline="本讯")


@pytest.fixture
def put(desk):
    """Stories of so many rows in a column of so many."""

    def set_it(deep, *rows):
        slot = a_slot("briefs", cols=(1, 1), rows=(1, deep))
        stories = [brief(f"brief-{n}", count) for n, count in enumerate(rows)]
        places = [Place(1, slot, HERE)] * len(stories)
        ground: Ground = desk.ground(slot)
        return set_stack(desk.compositor(), desk.grid, ground, stories, places)

    return set_it


def reach(desk, done) -> tuple[int, int]:
    """The first and last row that a story's lines stand in, from 1."""
    lines = lines_of(done.placed)
    first = (min(line.y for line in lines) - desk.grid.top) // ROW + 1
    last = (max(line.y for line in lines) - desk.grid.top) // ROW + 1
    return first, last


def test_stories_stand_in_the_order_given_and_apart(desk, put):
    done, _ = put(20, 2, 3, 4)
    assert [made.fit.story for made in done] == ["brief-0", "brief-1", "brief-2"]
    ends = [reach(desk, made) for made in done]
    assert all(before[1] < after[0] for before, after in pairwise(ends))


def test_each_has_the_rows_it_needs_and_the_last_what_is_left(put):
    done, _ = put(20, 2, 3, 4)
    # Nine rows of headings, nine of text, two of air between.
    assert [made.fit.rows for made in done] == [2, 3, 4]
    assert [made.fit.short_lines for made in done] == [0, 0, 0]
    assert [made.found for made in done] == [(), (), ()]


def test_a_column_that_is_full_ends_on_its_last_row(desk, put):
    done, _ = put(18, 2, 3, 4)
    assert reach(desk, done[-1])[1] == 18


@pytest.mark.parametrize("deep", range(18, 40))
def test_spare_rows_are_shared_out_evenly_up_to_a_limit(put, deep):
    done, _ = put(deep, 2, 3, 4)
    spare = deep - 18
    air = min(MOST_AIR, spare // 2)
    assert done[-1].fit.short_lines == spare - 2 * air


def test_what_finds_no_room_shows_at_the_last(put):
    done, _ = put(16, 2, 3, 4)
    assert [made.fit.overset_lines for made in done] == [0, 0, 2]
    assert [d.code for made in done for d in made.found] == ["overset"]


def test_a_column_far_too_low_loses_no_story(put):
    done, _ = put(4, 2, 3, 4)
    for made, rows in zip(done, (2, 3, 4), strict=True):
        placed = "".join(words_of(line) for line in lines_of(made.placed, "body"))
        left = "".join(line.text for line in made.overset)
        assert placed + left == "新" * (10 * rows - 2)


def test_a_dotted_rule_stands_between_neighbours(desk, put):
    done, rules = put(22, 2, 3, 4)
    assert len(rules) == 2
    for rule, (above, below) in zip(rules, pairwise(done), strict=True):
        assert rule.dotted
        foot = max(line.y for line in lines_of(above.placed)) + EM * 12 // 100
        head = min(line.y for line in lines_of(below.placed)) - EM * 88 // 100
        assert foot < rule.y0 == rule.y1 < head
        assert abs((rule.y0 - foot) - (head - rule.y0)) <= 2
        assert rule.x0 == desk.grid.span(1, 1).x
