"""Text beside pictures narrower than their columns."""

from itertools import cycle

import pytest
from tests.desk import (
    EM,
    HERE,
    ROW,
    a_picture,
    a_slot,
    a_story,
    lines_of,
    pictures_of,
)

from printpress.makeup.flow import Cut, cut
from printpress.makeup.frames import Beside, Frame
from printpress.makeup.grid import Strip
from printpress.makeup.keep import Row
from printpress.makeup.wrap import FIXED_PASSES, set_round
from printpress.spec.layout import PictureSlot, Wrap
from printpress.text.galley import Galley, Line

WIDE, NARROW = 20, 8


def wrapped(at="top", side="right", rows=(4, 4), over=1):
    place = PictureSlot((over, over), at, rows, HERE, wrap=Wrap(7, side))
    return a_slot(rows=(1, 30), columns=2, pictures=(place,))


LONG = "国" * 30 + "\n\n## 新闻\n\n" + "家" * 660
"""Copy that nearly fills two columns of fifteen ems."""


def set_wrapped(desk, slot, body=LONG):
    # Two columns of fifteen ems: a picture of seven leaves seven beside it.
    done = desk.set(a_story(body, pictures=(a_picture("图片"),)), slot)
    (picture,) = pictures_of(done.placed)
    return done, picture.rect


def measures_are_right(desk, slot, done):
    """Whether every line is as wide as the row in which it stands leaves it."""
    (picture,) = pictures_of(done.placed)
    place = slot.pictures[0]
    column = desk.ground(slot).columns[place.over[0] - 1]
    for line in lines_of(done.placed, "body", "subhead"):
        top = line.y - round(EM * 0.88)
        here = column.x <= line.x < column.x + column.width
        if here and picture.rect.y <= top < picture.rect.bottom:
            assert line.line.measure == column.width - 8 * EM
        elif (
            not here
            or not -ROW <= top - picture.rect.y <= picture.rect.height + 2 * ROW
        ):
            assert line.line.measure == column.width


@pytest.mark.parametrize("at", ["top", "middle", "foot"])
@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("over", [1, 2])
def test_lines_beside_the_picture_are_as_wide_as_it_leaves(desk, at, side, over):
    slot = wrapped(at, side, over=over)
    column = desk.ground(slot).columns[over - 1]
    done, rect = set_wrapped(desk, slot)
    assert not done.overset
    assert rect.width == 7 * EM
    right = column.x + column.width
    assert rect.x == (column.x if side == "left" else right - 7 * EM)
    beside = 0
    for line in lines_of(done.placed, "body", "subhead"):
        top = line.y - round(EM * 0.88)
        if not column.x <= line.x < right:
            assert line.line.measure == 15 * EM
        elif rect.y <= top < rect.bottom:
            beside += 1
            assert line.line.measure == 7 * EM
            assert line.x == (right - 7 * EM if side == "left" else column.x)
        elif top < rect.y - ROW or top > rect.bottom + 2 * ROW:
            assert (line.line.measure, line.x) == (15 * EM, column.x)
    assert beside >= 2


@pytest.mark.parametrize("characters", range(40, 700, 20))
def test_a_levelled_story_has_each_line_as_wide_as_its_row(desk, characters):
    slot = wrapped(over=2)
    body = "国" * 30 + "\n\n## 新闻\n\n" + "家" * characters
    done, _ = set_wrapped(desk, slot, body)
    measures_are_right(desk, slot, done)
    rows = done.fit.rows, done.fit.lines + done.fit.short_lines
    assert rows == (54, 54)


def test_air_beside_the_picture_takes_no_line(desk):
    place = PictureSlot((1, 1), "top", (7, 7), HERE, wrap=Wrap(7, "right"))
    slot = a_slot(rows=(1, 30), columns=1, pictures=(place,))
    body = "国" * 12 + "\n\n## 新闻\n\n" + "家" * 400
    done, rect = set_wrapped(desk, slot, body)
    (subhead,) = lines_of(done.placed, "subhead")
    assert subhead.line.measure == 24 * EM
    assert subhead.y < rect.bottom
    measures_are_right(desk, slot, done)


def test_a_table_beside_the_picture_is_an_error(desk):
    body = "| 国 | 家 |\n| --- | --- |\n| 国家地方社会 | 国家地方社会 |\n"
    done, _ = set_wrapped(desk, wrapped(), body)
    assert "wrap-crossed" in [found.code for found in done.found]


def a_line(number, measure):
    return Line((), measure, measure, str(number), 0, number == 0, False, 0, 1)


def test_copy_that_would_never_settle_ends_with_lines_too_short_not_too_wide():
    """Air that comes and goes puts the picture beside another line each time."""
    frame = Frame(
        Strip(0, WIDE), 1, 9, beside=(Beside(Strip(0, WIDE), 4, 2, Strip(0, NARROW)),)
    )
    starts = cycle([0, 1])
    passes = []

    def set_to(profile):
        passes.append(profile)
        lines = tuple(a_line(row, profile.measure(row)) for row in range(6))
        return Galley(lines, ())

    def rows_of(galley):
        first, *rest = map(Row, galley.lines)
        return (first, *(Row(None) for _ in range(next(starts))), *rest)

    def cut_into(rows):
        return cut(rows, [9], "run-on", 0)

    galley, _, done = set_round(set_to, rows_of, cut_into, (frame,), WIDE)
    assert FIXED_PASSES < len(passes) <= FIXED_PASSES + len(galley.lines)
    for number, row in enumerate(done.columns[0], frame.first_row):
        for line in row.lines:
            assert line.width <= frame.strip_at(number).width


def test_copy_that_settles_at_once_is_set_twice():
    frame = Frame(
        Strip(0, WIDE), 1, 9, beside=(Beside(Strip(0, WIDE), 2, 2, Strip(0, NARROW)),)
    )
    passes = []

    def set_to(profile):
        passes.append(profile)
        return Galley(tuple(a_line(n, profile.measure(n)) for n in range(6)), ())

    galley, _, _ = set_round(
        set_to,
        lambda g: tuple(map(Row, g.lines)),
        lambda rows: Cut((tuple(rows),), (), 0, 0, ()),
        (frame,),
        WIDE,
    )
    assert len(passes) == 2
    assert [line.measure for line in galley.lines] == [20, 8, 8, 20, 20, 20]
