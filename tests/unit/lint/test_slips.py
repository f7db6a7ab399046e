"""Slips in headings are of the class that their size gives."""

from dataclasses import replace

import pytest
from tests.desk import HERE, a_slot, a_story

from printpress.diagnostics import Both, Span, render, warning
from printpress.lint.slips import graded
from printpress.makeup.pages import make_up
from printpress.units import PT

SAYS = Both("a", "甲"), Both("b", "乙")
BODY = Span("here", 9, 1)


def one(code="doubled-word", span=HERE):
    return warning(code, span, SAYS[0], fix=SAYS[1])


def classes(desk, size, *found, sizes=None):
    """The classes of what is found in a page whose headline has that size."""
    role = replace(desk.house.roles["plain"].headline, size=(size, size))
    roles = {**desk.house.roles, "plain": replace(desk.house.roles["plain"],
             headline=role)}  # fmt: skip
    house = replace(desk.house, roles=roles, sizes=sizes or {})
    page = desk.page([a_slot()], {"lead": (a_story("早市。"),)})
    issue = desk.issue(page, house=house)
    makeup, _ = make_up(issue, desk.library)
    return [told.counts_as for told in graded(found, issue, makeup)]


@pytest.mark.parametrize(("size", "grade"), [(18, "A"), (17, "B"), (30, "A")])
def test_the_size_makes_the_class(desk, size, grade):
    assert classes(desk, size * PT, one()) == [grade]


def test_the_house_names_the_size(desk):
    assert classes(desk, 18 * PT, one(), sizes={"小二": 20 * PT}) == ["B"]


def test_the_body_and_other_codes_keep_their_class(desk):
    found = one(span=BODY), one("wrong-day"), one("story-twice")
    assert classes(desk, 18 * PT, *found) == ["C", "A", "B"]
    assert classes(desk, 18 * PT, *found, one()) == ["C", "A", "B", "A"]


def test_the_class_is_shown():
    told = replace(one(), grade="A")
    assert "warning of class A[doubled-word]" in render(told, "en", lambda _: None)
    assert "警告 A 类" in render(told, "zh", lambda _: None)
