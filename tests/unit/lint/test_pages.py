"""The lints of made-up pages: the good pages raise none, each rule knows its bounds."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from tests.desk import (
    HERE,
    a_picture,
    a_picture_slot,
    a_slot,
    a_story,
)

from printpress import spec
from printpress.lint.pages import lint_pages
from printpress.makeup.pages import make_up
from printpress.pipeline import MadeUp, make_edition

ROOT = Path(__file__).parents[3]
HAN = "桥头早市天不亮就开了卖豆腐青菜活鱼挨着"


@cache
def made(name: str) -> MadeUp:
    loaded, _ = spec.load(ROOT / "issues" / name / "issue.yaml")
    return make_edition(loaded, loaded.editions[0])


@pytest.mark.parametrize("name", ["2025-09-05", "2025-10-01", "specimen"])
def test_good_pages_raise_nothing(name):
    issue = made(name)
    assert lint_pages(issue.issue, issue.makeup) == ()


def test_what_the_specimen_accepts_is_true_of_it():
    issue = made("specimen")
    asked = replace(issue.issue, accepted=())
    codes = [told.code for told in lint_pages(asked, issue.makeup)]
    assert {*codes} == {"no-dominant", "registration-missing", "through-gutter"}


def body(rows: int, cells: int = 10) -> str:
    """Text of so many lines in a column of the desk."""
    return (HAN * 99)[: rows * cells - 3] + "。"


def asked(desk, slots, stories):
    """Codes of what is asked about a page of the desk."""
    page = desk.page(slots, {name: (story,) for name, story in stories.items()})
    stiff = replace(desk.house, fit=replace(desk.house.fit, ladder=()))
    issue = desk.issue(page, house=stiff)  # so that pictures keep their rows
    makeup, _ = make_up(issue, desk.library)
    return [told.code for told in lint_pages(issue, makeup)]


def side_by_side(**right):
    left = a_slot("a", cols=(1, 2), rows=(1, 14), role="lead")
    return left, a_slot("b", **{"cols": (3, 3), "rows": (1, 14), **right})


def two(first=24, second=12, **changes):
    one = a_story(body(first), id="a", headline="早市天不亮开张")
    other = a_story(body(second), id="b", headline="豆腐", **changes)
    return {"a": one, "b": other}


def test_headings_side_by_side(desk):
    assert "heads-collide" in asked(desk, side_by_side(), two())


@pytest.mark.parametrize(
    "parted",
    [{"left_rule": True}, {"frame": "hairline"}, {"tint": "tint"}, {"rows": (5, 14)}],
    ids=str,
)
def test_headings_that_something_parts(desk, parted):
    assert "heads-collide" not in asked(desk, side_by_side(**parted), two(24, 8))


def test_headings_far_apart_are_not_read_as_one(desk):
    slots = (
        a_slot("a", cols=(1, 2), rows=(1, 14), align="left"),
        a_slot("b", cols=(3, 3), rows=(1, 14), align="right"),
    )
    stories = two()
    stories["a"] = a_story(body(24), id="a", headline="早")
    assert "heads-collide" not in asked(desk, slots, stories)


def test_a_vertical_heading_beside_one_across_is_none_of_a_pair(desk):
    slots = side_by_side(heading="vertical", role="lead", rows=(1, 14))
    assert "heads-collide" not in asked(desk, slots, two())


def ranked(top: str, foot: str, **lower):
    return (
        a_slot("a", rows=(1, 12), role=top),
        a_slot("b", **{"rows": (14, 30), "role": foot, **lower}),
    )


@pytest.mark.parametrize(
    ("slots", "told"),
    [
        (ranked("plain", "lead"), True),
        (ranked("lead", "plain"), False),
        (ranked("plain", "lead", frame="hairline"), False),  # a box has its own scale
        (ranked("plain", "lead", use="notice"), False),
        (ranked("plain", "plain"), False),
    ],
)
def test_headings_get_smaller_down_the_page(desk, slots, told):
    assert ("rank-inversion" in asked(desk, slots, two(30, 39))) is told


def test_a_narrow_heading_above_has_no_rank_over_a_wide_one(desk):
    slots = (
        a_slot("a", cols=(1, 1), rows=(1, 12)),
        a_slot("b", rows=(14, 30), role="lead"),
    )
    assert "rank-inversion" not in asked(desk, slots, two(10, 39))


@pytest.mark.parametrize("size", ["lead", "plain"])
def test_the_lead_is_the_largest_even_beside_a_box(desk, size):
    lead = a_slot("lead", rows=(1, 12), role="plain")
    box = a_slot("b", rows=(14, 30), role=size, frame="bold")
    stories = {"lead": a_story(body(30), id="a"), "b": a_story(body(39), id="b")}
    assert "rank-inversion" in asked(desk, (lead, box), stories)


def pictured(over, at, rows=(6, 6), **slot):
    return a_slot(rows=(1, 30), picture=a_picture_slot(over, at, rows), **slot)


@pytest.mark.parametrize(
    ("over", "at", "floats"),
    [
        ((2, 2), "middle", True),
        ((2, 2), "top", False),  # it hangs from the heading
        ((2, 2), "foot", False),
        ((1, 1), "middle", False),
        ((3, 3), "middle", False),
        ((1, 3), "middle", False),
    ],
)
def test_a_picture_hangs_or_stands(desk, over, at, floats):
    story = a_story(body(70), pictures=(a_picture("桥头。"),))
    told = asked(desk, (pictured(over, at),), {"lead": story})
    assert ("photo-floating" in told) is floats


def test_a_page_with_a_place_for_a_picture_wants_one(desk):
    slot = pictured((2, 3), "top")
    assert "no-dominant" in asked(desk, (slot,), {"lead": a_story(body(80))})
    assert "no-dominant" not in asked(desk, (a_slot(),), {"lead": a_story(body(80))})


@pytest.mark.parametrize(("rows", "told"), [(6, True), (8, True), (9, False)])
def test_one_picture_dominates(desk, rows, told):
    slots = (
        a_slot("a", rows=(1, 15), picture=a_picture_slot((1, 1), "top", (rows, rows))),
        a_slot("b", rows=(16, 30), picture=a_picture_slot((3, 3), "top", (6, 6))),
    )
    stories = {
        name: a_story(body(30), id=name, pictures=(a_picture(),)) for name in "ab"
    }
    assert ("no-dominant" in asked(desk, slots, stories)) is told


@pytest.mark.parametrize(("rows", "told"), [(24, True), (23, False), (20, False)])
def test_legs_below_a_picture(desk, rows, told):
    lines = 28 - rows
    story = a_story(body(28 + 2 * lines - 3), pictures=(a_picture(),))
    slots = (pictured((1, 2), "top", (rows, rows)),)
    assert ("short-leg" in asked(desk, slots, {"lead": story})) is told


def test_a_brief_may_be_as_short_as_it_likes(desk):
    slots = (a_slot("a", rows=(1, 5)), a_slot("b", rows=(7, 30)))
    stories = two(9, 66)
    assert "short-leg" in asked(desk, slots, stories)
    briefs = (replace(slots[0], use="brief"), slots[1])
    assert "short-leg" not in asked(desk, briefs, stories)


def halves(row=15, **upper):
    return (
        a_slot("a", cols=(1, 2), rows=(1, row), **upper),
        a_slot("b", cols=(3, 3), rows=(1, row), frame="bold"),
        a_slot("c", cols=(1, 1), rows=(row + 2, 30)),
        a_slot("d", cols=(2, 3), rows=(row + 2, 30), left_rule=True),
    )


def four():
    return {name: a_story(body(5), id=name) for name in "abcd"}


@pytest.mark.parametrize(
    ("slots", "told"),
    [
        (halves(), True),
        (halves(24), False),  # a strip at the foot
        ((a_slot("a", rows=(1, 15)), *halves()[2:]), False),  # 通栏头条
        ((*halves()[:2], a_slot("c", rows=(17, 30))), False),
    ],
)
def test_a_line_across_between_halves(desk, slots, told):
    names = [slot.name for slot in slots]
    stories = {name: story for name, story in four().items() if name in names}
    assert ("through-gutter" in asked(desk, slots, stories)) is told


def test_a_story_accepts_what_is_asked_of_it(desk):
    stories = two()
    quiet = {**stories, "b": replace(stories["b"], accepted=("heads-collide",))}
    assert "heads-collide" not in asked(desk, side_by_side(), quiet)


def test_an_issue_accepts_what_is_asked(desk):
    page = desk.page(side_by_side(), {name: (s,) for name, s in two().items()})
    issue = desk.issue(page, accepted=("heads-collide",))
    makeup, _ = make_up(issue, desk.library)
    assert "heads-collide" not in [told.code for told in lint_pages(issue, makeup)]


def test_the_place_is_the_storys_headline(desk):
    page = desk.page(side_by_side(), {name: (s,) for name, s in two().items()})
    issue = desk.issue(page)
    makeup, _ = make_up(issue, desk.library)
    (told,) = [d for d in lint_pages(issue, makeup) if d.code == "heads-collide"]
    assert told.span == HERE
    assert '"a" and "b"' in told.what.en
