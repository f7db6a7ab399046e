"""The fit ladder: what gives way, in which order, how far, and that it is told."""

from dataclasses import replace

import pytest
from tests.desk import a_picture, a_picture_slot, a_slot, a_story, lines_of

from printpress.diagnostics import Severity
from printpress.makeup.conservation import losses
from printpress.makeup.pages import make_up
from printpress.spec.house import Fit
from printpress.units import PT


def text(rows: int) -> str:
    """Copy of so many rows of ten ems, the first with an indent of two."""
    return "新" * (10 * rows - 2)


def pictured(rows: int):
    return a_story(text(rows), pictures=(a_picture(),))


def slot(bounds=(3, 4), **changes):
    """Three rows of heading and nine below, a picture over two of three columns."""
    return a_slot(
        rows=(1, 12), picture=a_picture_slot((1, 2), "top", bounds), **changes
    )


def ladder(*rungs, rows=3, size=4 * PT):
    return Fit(rungs, rows, size)


def codes(done):
    return [found.code for found in done.found]


# A picture of n rows over two columns leaves 27 - 2 (n + 1) rows; two may stay empty.
@pytest.mark.parametrize(("lines", "picture"), [(13, 5), (11, 6)])
def test_pictures_give_way_beyond_their_bounds(desk, lines, picture):
    done = desk.set(pictured(lines), slot(), fit=ladder("picture_rows"))
    assert done.fit.picture_rows == picture
    (found,) = done.found
    assert (found.code, found.severity) == ("gave-way", Severity.NOTE)
    assert f"图片排 {picture} 行" in found.what.zh


def test_a_picture_shrinks_for_a_story_too_long(desk):
    done = desk.set(pictured(13), slot((8, 8)), fit=ladder("picture_rows"))
    assert done.fit.picture_rows == 6
    assert not done.fit.overset_lines
    assert codes(done) == ["gave-way"]


def test_not_further_than_the_house_allows(desk):
    done = desk.set(pictured(17), slot((8, 8)), fit=ladder("picture_rows", rows=2))
    assert done.fit.picture_rows == 8  # as the layout says: it would not fit with 6
    assert codes(done) == ["overset"]


def test_what_a_person_pinned_does_not_move(desk):
    done = desk.set(pictured(13), slot((8, 8)), pinned=8, fit=ladder("picture_rows"))
    assert done.fit.picture_rows == 8
    assert "overset" in codes(done)


def test_a_house_without_rungs_moves_nothing(desk):
    done = desk.set(pictured(13), slot((8, 8)), fit=ladder())
    assert codes(done) == ["overset"]


def test_the_declared_order_is_kept(desk):
    story = replace(pictured(20), head=replace(pictured(20).head, deck=None))
    over = slot((4, 4))
    first = desk.set(story, over, fit=ladder("picture_shape", "picture_rows"))
    assert codes(first) == ["gave-way"]
    assert "栏" in first.found[0].what.zh
    assert "图片排" in first.found[0].what.zh


def test_a_deck_is_left_out_only_where_the_house_says_so(desk):
    story = a_story(text(27), deck="国家地方")
    own = a_slot(rows=(1, 12))
    stiff = desk.set(story, own, fit=ladder("headline_size"))
    assert "deck" in {line.part for line in lines_of(stiff.placed)}
    bare = desk.set(story, own, fit=ladder("deck"))
    assert codes(bare) == ["deck-left-out"]
    assert bare.found[0].severity is Severity.WARNING
    assert bare.fit.left_out == ("deck",)
    assert "deck" not in {line.part for line in lines_of(bare.placed)}


def test_copy_that_was_left_out_and_told_is_not_lost(desk):
    house = replace(desk.house, fit=ladder("deck"))
    story = a_story(text(27), deck="国家地方")
    page = desk.page([a_slot(rows=(1, 12))], {"lead": (story,)})
    issue = desk.issue(page, house=house)
    made, found = make_up(issue, desk.library)
    assert "deck-left-out" in {one.code for one in found}
    assert not [*losses(issue, made)]
    kept = replace(made, fits=tuple(replace(f, left_out=()) for f in made.fits))
    assert [loss.part for loss in losses(issue, kept)] == ["deck"]


def test_a_story_that_fits_is_set_once(desk):
    done = desk.set(pictured(17), slot((4, 4)), fit=ladder("picture_rows"))
    assert done.fit.picture_rows == 4
    assert codes(done) == []
