"""Layouts read before any copy is in them; the paper's own are in order."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desk import HERE, a_picture_slot, a_slot

from printpress.diagnostics import Diagnostic
from printpress.lint.divided import remainders
from printpress.lint.template import colliding_heads, holes, lint_layouts, unparted
from printpress.spec.fields import Reading
from printpress.spec.house_load import load_house
from printpress.spec.layout import Furniture, LayoutSpec, SlotSpec, StripSpec
from printpress.spec.layout_check import read_layout
from printpress.spec.source import Located

ROOT = Path(__file__).parents[3]
HOUSES = {"broad": "broadsheet", "qingxi": "qingxi"}
"""The house of layouts whose names begin so; the others are house.yaml's."""
OWN = sorted(path.stem for path in (ROOT / "layouts" / "pages").glob("*.yaml"))


def a_layout(*slots: SlotSpec, spread: bool = False, **furniture) -> LayoutSpec:
    return LayoutSpec(
        name="case",
        file=Path("case.yaml"),
        furniture=Furniture(**furniture),
        slots=slots,
        column_rule=0,
        span=HERE,
        spread=spread,
        columns=6 if spread else 3,
    )


def said(found) -> list[str]:
    return [one.what.en for one in found]


def the_holes(desk, *slots, **changes) -> list[str]:
    told = said(holes(a_layout(*slots, **changes), desk.house))
    return [words.split(": ", 1)[1] for words in told]


@pytest.mark.parametrize("name", [name for name in OWN if name != "base"])
def test_the_papers_own_layouts_are_in_order(name):
    reading = Reading(ROOT)
    named = HOUSES.get(name.split("-")[0])
    house = load_house(reading, Located(named, HERE) if named else None)
    layout = read_layout(name, HERE, house, reading)
    assert reading.found == []
    for rule in (holes, colliding_heads, unparted):
        assert said(rule(layout, house)) == []


def test_what_broadsheet_layouts_leave_over_goes_to_their_gutters():
    reading = Reading(ROOT)
    house = load_house(reading, Located("broadsheet", HERE))
    layout = read_layout("broad-front", HERE, house, reading)
    assert said(remainders(layout, house)) == [
        '"third" parts 69 cells into 3 columns of 22: 1 over, gutters of 1.5 cells'
    ]


def test_two_free_rows_are_no_hole_and_three_are(desk):
    top, foot = a_slot("top", rows=(1, 12)), a_slot("foot", rows=(15, 30))
    assert the_holes(desk, top, foot) == []
    foot = a_slot("foot", rows=(16, 30))
    assert the_holes(desk, top, foot) == ["cols 1-3, rows 13-15"]


def test_holes_are_told_by_the_columns_they_take_together(desk):
    slots = (
        a_slot("left", cols=(1, 1), rows=(1, 20)),
        a_slot("middle", cols=(2, 2)),
        a_slot("right", cols=(3, 3), rows=(1, 20)),
    )
    assert the_holes(desk, *slots) == ["cols 1, rows 21-30", "cols 3, rows 21-30"]
    assert the_holes(desk, slots[0], slots[2]) == [
        "cols 2, rows 1-30",
        "cols 1, rows 21-30",
        "cols 3, rows 21-30",
    ]


def test_furniture_fills_its_cells(desk):
    folio = StripSpec((1, 3), (1, 10), HERE)
    assert the_holes(desk, a_slot(rows=(11, 30)), folio=folio) == []
    assert the_holes(desk, a_slot(rows=(11, 30))) == ["cols 1-3, rows 1-10"]


def test_a_spread_has_the_columns_of_both_pages(desk):
    left = a_slot("left", cols=(1, 3))
    assert the_holes(desk, left, spread=True) == ["cols 4-6, rows 1-30"]


LEFT, RIGHT = a_slot("left", cols=(1, 2)), a_slot("right", cols=(3, 3))


def collide(desk, left: SlotSpec, right: SlotSpec, **changes) -> bool:
    return bool(said(colliding_heads(a_layout(left, right, **changes), desk.house)))


def test_headings_on_the_same_rows_collide(desk):
    assert collide(desk, LEFT, RIGHT)
    assert collide(desk, RIGHT, LEFT)  # in whatever order


@pytest.mark.parametrize(
    ("rows", "role", "collides"),
    [(2, "lead", True), (3, "lead", False), (2, "plain", True), (3, "plain", False)],
)
def test_headings_collide_where_their_least_rows_meet(desk, rows, role, collides):
    lower = replace(RIGHT, rows=(rows, 30), role=role)
    assert collide(desk, replace(LEFT, role=role), lower) is collides


@pytest.mark.parametrize(
    "change",
    [
        {"pictures": (a_picture_slot((1, 1), "above", (4, 8)),)},
        {"heading": "vertical"},
        {"left_rule": True},
        {"frame": "hairline"},
        {"tint": "tint"},
        {"use": "picture"},
        {"use": "guide"},
        {"title": "简讯"},
    ],
    ids=str,
)
def test_what_keeps_two_headings_apart(desk, change):
    assert not collide(desk, LEFT, replace(RIGHT, **change))


@pytest.mark.parametrize(
    ("left", "right", "collides"),
    [
        ({}, {"heading": "beside"}, True),
        ({"heading": "beside"}, {}, False),  # over its first column of two
        ({"heading": "beside", "heading_over": (1, 2)}, {}, True),
        ({}, {"heading": "inside", "heading_over": (2, 2)}, False),
        ({}, {"heading": "beside", "heading_at": "foot"}, False),
        ({}, {"on": "picture"}, False),
    ],
)
def test_headings_over_some_columns_collide_where_they_touch(
    desk, left, right, collides
):
    one, other = replace(LEFT, **left), replace(RIGHT, columns=2, **right)
    assert collide(desk, one, other) is collides


def test_a_picture_below_the_heading_keeps_nothing_apart(desk):
    picture = a_picture_slot((1, 1), "top", (4, 8))
    assert collide(desk, LEFT, replace(RIGHT, pictures=(picture,)))


def test_headings_at_both_sides_of_the_fold_do_not_collide(desk):
    left, right = replace(LEFT, cols=(1, 3)), replace(RIGHT, cols=(4, 6))
    assert not collide(desk, left, right, spread=True)
    assert collide(desk, left, right)


def near(desk, *slots: SlotSpec, gutter: int = 1, **changes) -> Sequence[str]:
    house = replace(desk.house, grid=replace(desk.house.grid, gutter=gutter))
    return said(unparted(a_layout(*slots, **changes), house))


def test_an_em_between_columns_wants_a_rule(desk):
    assert near(desk, LEFT, RIGHT) == [
        'only a gutter of 1 em parts "right" from "left" at its left'
    ]
    assert near(desk, LEFT, replace(RIGHT, left_rule=True)) == []
    assert near(desk, replace(LEFT, frame="bold"), RIGHT) == []
    assert near(desk, LEFT, RIGHT, gutter=2) == []


def test_slots_that_share_no_row_are_no_neighbours(desk):
    upper, lower = replace(LEFT, rows=(1, 9)), replace(RIGHT, rows=(10, 30))
    assert near(desk, upper, lower) == []


def test_the_fold_parts_the_pages_of_a_spread(desk):
    left, right = replace(LEFT, cols=(1, 3)), replace(RIGHT, cols=(4, 6))
    assert near(desk, left, right, spread=True) == []


@pytest.mark.parametrize(
    ("first", "change", "parted"),
    [
        (11, {}, False),
        (12, {}, True),
        (11, {"rule": "above"}, True),
        (11, {"tint": "tint"}, True),
        (11, {"title": "简讯"}, True),
        (11, {"cols": (3, 3), "left_rule": True}, True),
    ],
)
def test_a_free_row_or_a_rule_parts_stories_above_each_other(
    desk, first, change, parted
):
    upper = a_slot("upper", cols=(1, 2), rows=(1, 10))
    lower = replace(a_slot("lower", cols=(1, 2), rows=(first, 30)), **change)
    assert near(desk, upper, lower) == (
        [] if parted else ['nothing parts "lower" from "upper" above it']
    )


def test_a_free_row_that_is_too_low_parts_nothing(desk):
    tight = replace(desk.house, grid=replace(desk.house.grid, row=desk.house.body.size))
    upper, lower = a_slot("upper", rows=(1, 10)), a_slot("lower", rows=(12, 30))
    assert len(said(unparted(a_layout(upper, lower), tight))) == 1
    lower = replace(lower, rows=(13, 30))
    assert said(unparted(a_layout(upper, lower), tight)) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, []),
        ({"columns": 3}, []),
        ({"columns": 2}, ["32 cells into 2 columns of 15: 1 over, gutters of 2 cells"]),
        (
            {"columns": 4, "frame": "hairline"},
            ["30 cells into 4 columns of 6: 3 over, gutters of 2 cells"],
        ),
        (
            {"columns": 5},
            ["32 cells into 5 columns of 5: 3 over, gutters of 1.75 cells"],
        ),
        ({"columns": 1}, []),
        ({"columns": 2, "heading": "vertical"}, []),
        ({"columns": 2, "setting": "vertical"}, []),
    ],
)
def test_what_columns_leave_over_is_told(desk, change, told):
    found = said(remainders(a_layout(a_slot(**change)), desk.house))
    assert [words.split(" parts ", 1)[1] for words in found] == told


def test_over_the_fold_each_page_has_its_remainder(desk):
    slot = a_slot(cols=(2, 5), columns=6)  # 21 cells each: (21 - 2) / 3
    (found,) = remainders(a_layout(slot, spread=True), desk.house)
    assert found.what.en == (
        '"lead" parts 42 cells into 6 columns of 6: 2 over, gutters of 1.5 cells'
    )


def codes(found: Sequence[Diagnostic]) -> list[str]:
    return [one.code for one in found]


def test_each_layout_is_asked_once_and_what_is_accepted_not_at_all(desk):
    page = desk.page([a_slot(rows=(1, 20))], {})
    issue = desk.issue(page, replace(page, number=2))
    layout = replace(page.layout, columns=3)
    pages = tuple(replace(page, layout=layout) for page in issue.pages)
    issue = replace(issue, pages=pages)
    assert codes(lint_layouts(issue)) == ["layout-gap"]
    assert lint_layouts(replace(issue, accepted=("layout-gap",))) == ()
