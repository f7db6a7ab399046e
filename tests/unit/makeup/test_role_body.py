"""A role whose stories are set otherwise than the house."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tests.desk import HOUSE, Desk, a_story, write_desk

from printpress import spec
from printpress.fonts.library import Library
from printpress.makeup.compositor import Compositor
from printpress.text.galley import Profile


def told_by(desk, **changes: Any) -> Compositor:
    role = replace(desk.house.roles["lead"], body=MappingProxyType(changes))
    roles = {**desk.house.roles, "lead": role}
    return Compositor(replace(desk.house, roles=roles), desk.library)


def test_only_stories_of_that_role_are_set_so(desk):
    compositor = told_by(desk, indent=Fraction(0))
    own = compositor.for_role("lead")
    assert own.house.body.indent == 0
    assert own.house.body.size == compositor.house.body.size
    assert compositor.for_role("lead") is own
    assert compositor.for_role("brief") is compositor
    assert compositor.for_role("unheard-of") is compositor


def test_what_is_wrong_is_told_with_the_rest(desk):
    compositor = told_by(desk, indent=Fraction(0))
    assert compositor.for_role("lead").found is compositor.found


def test_lines_are_set_by_the_role(tmp_path):
    paper = open_desk_with(tmp_path, "{indent: 0, hanging: true}")
    compositor = Compositor(paper.house, paper.library)
    story = a_story("新闻国家地方" * 4)
    profile = Profile.of(10 * paper.house.body.size)
    plain = compositor.galley(story, profile).lines[0]
    changed = compositor.for_role("lead").galley(story, profile).lines[0]
    assert plain.pieces[0].xs[0] == 2 * paper.house.body.size
    assert changed.pieces[0].xs[0] == 0


def open_desk_with(folder: Path, body: str) -> Desk:
    text = HOUSE.replace("  lead: {", f"  lead: {{body: {body}, ", 1)
    assert text != HOUSE
    issue, _ = spec.load(write_desk(folder, {"layouts/house.yaml": text}))
    return Desk(issue, Library(issue.fonts))
