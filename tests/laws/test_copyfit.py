"""The copyfit trial: a cut that is named gives back the lines that it promised."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.desk import EM, HERE, a_picture, a_picture_slot, a_slot, a_story

from printpress.content.story import Story
from printpress.makeup.pages import setter_of
from printpress.makeup.place import Place
from printpress.makeup.remedies import remedies, shortened
from printpress.makeup.savings import cheapest, savings
from printpress.text.galley import Profile

CLAUSES = (
    "桥头早市天不亮就开了",
    "卖豆腐的挨着卖青菜的",
    "活鱼",
    "国家地方社会经济",
    "“新”",
    "头版",
    "下半版",
)
MARKS = ("，", "。", "、", "；", "，“新”")
"""What the desk's face has."""

clauses = st.tuples(st.sampled_from(CLAUSES), st.sampled_from(MARKS)).map("".join)
paragraphs = st.lists(clauses, min_size=2, max_size=8).map(
    lambda c: f"{''.join(c)}新。"
)
bodies = st.lists(paragraphs, min_size=2, max_size=5).map("\n\n".join)


def cut_out(story: Story, paragraph: int, start: int, count: int) -> Story:
    """The story without so many characters of one run of a paragraph."""
    whole = story.paragraphs[paragraph]
    (run,) = whole.runs
    shorter = replace(run, text=run.text[:start] + run.text[start + count :])
    changed = list(story.paragraphs)
    changed[paragraph] = replace(whole, runs=(shorter,))
    return replace(story, id="shorter", paragraphs=tuple(changed))


@pytest.mark.parametrize("measure", [10, 15])
@settings(max_examples=50)
@given(body=bodies)
def test_a_saving_saves_its_lines(desk, measure, body):
    compositor, story = desk.compositor(), a_story(body)
    profile = Profile.of(measure * EM)
    before = len(compositor.galley(story, profile).lines)
    for saving in savings(compositor, story, profile, 3):
        text = story.paragraphs[saving.paragraph].text
        middle = (len(text.rstrip("。")) - saving.characters) // 2
        for other in (
            shortened(story, (saving,)),
            cut_out(story, saving.paragraph, middle, saving.characters),
        ):
            assert len(other.paragraphs) == len(story.paragraphs)
            after = len(desk.compositor().galley(other, profile).lines)
            assert after <= before - saving.lines


@settings(max_examples=30)
@given(body=bodies, lines=st.integers(1, 6))
def test_cuts_together_are_enough_and_the_cheapest(desk, body, lines):
    compositor, story = desk.compositor(), a_story(body)
    found = savings(compositor, story, Profile.of(10 * EM), lines)
    chosen = cheapest(found, lines)
    assume(chosen)
    assert sum(saving.lines for saving in chosen) >= lines
    assert len({saving.paragraph for saving in chosen}) == len(chosen)
    price = sum(saving.characters for saving in chosen)
    single = [s.characters for s in found if s.lines >= lines]
    assert not single or price <= min(single)


@settings(max_examples=50)
@given(body=bodies, over=st.integers(1, 6), pictured=st.booleans())
def test_the_remedies_of_a_story_in_its_slot_hold(desk, body, over, pictured):
    """Every remedy named, done, and nothing is overset any more."""
    story = a_story(body)
    if pictured:
        story = replace(story, pictures=(a_picture(),))
    long = len(desk.compositor().galley(story, Profile.of(10 * EM)).lines)
    rows = max(6, (long - over) // 3 + 3)
    picture = a_picture_slot((2, 2), "top", (4, 5)) if pictured else None
    slot = a_slot(rows=(1, min(30, rows + 3 * pictured)), picture=picture)
    place = Place(1, slot, HERE)
    setter = setter_of(desk.grid, desk.ground(slot), slot)
    compositor = desk.compositor()
    done = setter(compositor, story, place)
    assume(done.fit.overset_lines)
    ways = remedies(compositor, setter, story, place, done)
    if ways.cuts:
        after = setter(desk.compositor(), shortened(story, ways.cuts), place)
        assert not after.fit.overset_lines
    if ways.picture_rows:
        pinned = replace(place, pinned_rows=ways.picture_rows)
        assert not setter(desk.compositor(), story, pinned).fit.overset_lines
