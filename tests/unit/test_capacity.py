"""What a slot is said to hold, and what it holds."""

from dataclasses import replace

import pytest
from click.testing import CliRunner
from tests.desk import a_picture, a_picture_slot, a_slot, a_story

from printpress.capacity import capacity, characters_in
from printpress.cli import main

NEWS = "桥头早市天不亮就开了卖豆腐的挨着卖青菜的，" * 7 + "新。"
"""A paragraph of 149 characters."""


def held(desk, slot):
    page = desk.page([slot], {})
    ((_, facts),) = capacity(desk.house, desk.library, page.layout)
    return facts


def test_the_estimate_is_that_of_the_reference_page():
    # Domain notes 1.2: 1,543 and 917 characters took 102 and 62 lines of 15.5 ems.
    assert characters_in(102, 31, 2) == pytest.approx(1543, rel=0.02)
    assert characters_in(62, 31, 2) == pytest.approx(917, rel=0.02)


@pytest.mark.parametrize("picture", [None, a_picture_slot((1, 2), "top", (4, 8))])
def test_copy_of_that_length_fits(desk, picture):
    slot = a_slot(rows=(1, 30), picture=picture)
    facts = held(desk, slot)
    assert facts["picture_rows"] == (6 if picture else None)
    paragraphs = "\n\n".join([NEWS] * (facts["characters"] // len(NEWS)))
    left = facts["characters"] % len(NEWS)
    story = a_story(f"{paragraphs}\n\n{NEWS[:left]}")
    if picture:
        story = replace(story, pictures=(a_picture("国" * 10),))
    done = desk.set(story, slot, pinned=facts["picture_rows"])
    assert done.fit.lines == pytest.approx(facts["rows"], abs=4)


def test_a_larger_picture_leaves_less(desk):
    facts = held(desk, a_slot(picture=a_picture_slot((1, 2), "top", (4, 8))))
    assert facts["least"] < facts["characters"] < facts["most"]


def test_slots_without_stories_are_passed_over(desk):
    page = desk.page([a_slot(use="guide")], {})
    assert not [*capacity(desk.house, desk.library, page.layout)]


def test_the_size_of_an_advert_is_told_within_its_frame_and_below_its_title(desk):
    whole = held(desk, a_slot(use="advert", rows=(1, 20)))
    framed = held(desk, a_slot(use="advert", rows=(1, 20), frame="hairline"))
    titled = held(desk, a_slot(use="advert", rows=(1, 20), title="惠民"))
    assert framed["width_mm"] == pytest.approx(whole["width_mm"] - 4 * 0.3528, abs=0.01)
    assert titled["width_mm"] == whole["width_mm"]
    assert titled["height_mm"] < framed["height_mm"] < whole["height_mm"]


def test_the_command_names_every_slot():
    result = CliRunner().invoke(main, ["capacity", "front-a", "--lang", "zh"])
    assert result.exit_code == 0
    assert "front-a lead：配 23 行图约 1,090 字" in result.stdout
    assert "front-a second：" in result.stdout


def test_an_unknown_layout_is_told():
    result = CliRunner().invoke(main, ["capacity", "front-b", "--lang", "en"])
    assert result.exit_code == 1
    assert "unknown-layout" in result.stderr
