"""Headings beside and inside their text."""

import pytest
from tests.desk import (
    EM,
    HERE,
    ROW,
    a_picture,
    a_picture_slot,
    a_slot,
    a_story,
    lines_of,
    pictures_of,
    words_of,
)

from printpress.colour import PAPER, Ink
from printpress.makeup.compositor import baseline_in
from printpress.makeup.place import Place
from printpress.makeup.placed import Patch
from printpress.makeup.story import set_story
from printpress.units import PT

RED = Ink(0, 1000, 900)
TEXT = "国" * 400


@pytest.fixture
def put(desk):
    def set_it(body=TEXT, headline="新闻报纸", slot=None, **changes):
        slot = slot or a_slot(role="lead", rows=(1, 20), **changes)
        return desk.set(a_story(body, headline=headline), slot)

    return set_it


def column(desk, number):
    return desk.grid.span(number, number).x


def rows_by_column(desk, made):
    """Rows with text, by the column they stand in."""
    found: dict[int, list[int]] = {1: [], 2: [], 3: []}
    for line in lines_of(made.placed, "body"):
        number = next(n for n in found if line.x < column(desk, n) + 10 * EM)
        found[number].append(1 + (line.y - desk.grid.baseline(1)) // ROW)
    return found


def size_of(line):
    return line.line.pieces[0].size


def test_text_goes_on_below_a_heading_beside_it_and_then_to_the_right(desk, put):
    made = put(heading="beside", heading_over=(1, 1), columns=3)
    (headline,) = lines_of(made.placed, "headline")
    rows = rows_by_column(desk, made)
    # 20 pt of heading, flush with the text beside it, and a row of air: three rows.
    assert rows == {1: [*range(4, 21)], 2: [*range(1, 21)], 3: [1, 2, 3, 4]}
    top = headline.y - baseline_in(0, size_of(headline))
    assert top == desk.grid.em_top(1)
    text = "".join(words_of(line) for line in lines_of(made.placed, "body"))
    assert text == TEXT
    assert not made.found or {d.code for d in made.found} == {"short"}


def test_where_little_is_left_below_the_heading_takes_its_columns_to_the_foot(
    desk, put
):
    made = put(
        heading="beside",
        slot=a_slot(role="lead", rows=(1, 6), heading="beside", heading_over=(1, 1)),
    )
    assert rows_by_column(desk, made)[1] == []
    (headline,) = lines_of(made.placed, "headline")
    middle = 2 * (headline.y - baseline_in(0, size_of(headline))) + size_of(headline)
    assert abs(middle - 2 * desk.grid.row_top(1) - 6 * ROW) < 2


def test_a_heading_beside_takes_half_of_the_columns_unless_told(desk, put):
    made = put(heading="beside")
    assert rows_by_column(desk, made)[1][0] > 1
    assert rows_by_column(desk, made)[2][0] == 1


def test_text_runs_round_a_heading_inside_it(desk, put):
    made = put(heading="inside", heading_at="middle")
    rows = rows_by_column(desk, made)
    assert rows[1] == [*range(1, 21)]
    # Rows 8 to 11: 20 pt of heading and a row of air above and below.
    assert rows[2] == [*range(1, 9), *range(13, 21)]
    (headline,) = lines_of(made.placed, "headline")
    top = headline.y - baseline_in(0, size_of(headline))
    assert top - (desk.grid.em_top(8) + EM) >= ROW
    assert desk.grid.em_top(13) - (top + size_of(headline)) >= ROW


@pytest.mark.parametrize(
    ("at", "above"),
    [("top", 0), (1, 0), (7, 6), (3, 0), (15, 14), (20, 16)],
)
def test_a_heading_inside_begins_where_it_is_told(desk, put, at, above):
    """Not so that fewer than four rows stand above it, nor past the foot."""
    rows = rows_by_column(desk, put(heading="inside", heading_at=at))[2]
    assert [row for row in rows if row <= above] == [*range(1, above + 1)]
    assert above + 1 not in rows


def test_rows_are_those_of_the_slot_even_where_a_rule_takes_one(desk):
    slot = a_slot(role="lead", rows=(1, 20), heading="inside", heading_at=7)
    ground = desk.ground(slot).below(1)
    made = set_story(
        desk.compositor(), desk.grid, ground, a_story(TEXT), Place(1, slot, HERE)
    )
    assert 7 not in rows_by_column(desk, made)[2]
    assert 6 in rows_by_column(desk, made)[2]


def test_a_picture_at_the_foot_stands_below_the_heading(desk):
    slot = a_slot(
        role="lead",
        rows=(1, 20),
        heading="beside",
        heading_over=(1, 1),
        picture=a_picture_slot((1, 2), "foot", (4, 30)),
    )
    story = a_story("国" * 60, headline="新闻报纸", pictures=(a_picture(),))
    made = desk.set(story, slot)
    (picture,) = pictures_of(made.placed)
    (headline,) = lines_of(made.placed, "headline")
    assert picture.rect.y > headline.y
    assert made.fit.overset_lines == 0
    assert all(
        line.y < picture.rect.y or line.x >= picture.rect.right
        for line in lines_of(made.placed, "body")
    )


def test_a_heading_too_high_for_its_slot_is_told(put):
    slot = a_slot(role="lead", rows=(1, 4), heading="beside", heading_over=(1, 1))
    made = put(headline="新||闻||报||纸||头||版", slot=slot)
    assert "heading-too-high" in {found.code for found in made.found}


def test_a_reversed_heading_in_the_middle_has_a_row_of_air_above_its_bar(desk, put):
    made = put(heading="inside", heading_at="middle", reverse="red")
    (bar,) = (thing for thing in made.placed if isinstance(thing, Patch))
    (rect,) = bar.rects
    assert bar.ink == RED
    rows = rows_by_column(desk, made)[2]
    above = max(row for row in rows if desk.grid.row_top(row) < rect.y)
    assert rect.y - desk.grid.em_top(above) - EM >= ROW
    below = min(row for row in rows if desk.grid.row_top(row) > rect.y)
    assert desk.grid.em_top(below) - rect.bottom >= ROW // 2
    (headline,) = lines_of(made.placed, "headline")
    assert headline.ink == PAPER


def test_a_reversed_heading_stands_inside_its_bar(desk):
    story = a_story("国" * 40, headline="新闻报纸", kicker="地方", deck="社会")
    made = desk.set(story, a_slot(role="lead", reverse="red"))
    bar, *rest = made.placed
    assert isinstance(bar, Patch)
    (rect,) = bar.rects
    whole = desk.grid.span(1, 3)
    assert (rect.x, rect.width) == (whole.x, whole.width)
    lines = lines_of(rest, "kicker", "headline", "deck")
    assert len(lines) == 3
    for line in lines:
        assert line.ink == PAPER
        top = line.y - baseline_in(0, size_of(line))
        assert rect.y + 10 * PT < top
        assert top + size_of(line) < rect.bottom - 10 * PT
    first = min(line.y for line in lines_of(made.placed, "body"))
    assert (first - desk.grid.baseline(1)) % ROW == 0
    assert first - baseline_in(0, EM) - rect.bottom >= ROW // 2


def test_a_heading_has_the_ink_it_is_given(desk):
    made = desk.set(a_story("国"), a_slot(ink="red"))
    assert [line.ink for line in lines_of(made.placed, "headline")] == [RED]
