"""Which looks the ladder and the remedies try, and which they take.

Stories are set by a press whose answers are written here, so that each answer has one
reason; how real stories give way is in ``test_ladder`` and in the laws of copyfit.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import cast

import pytest
from tests.desk import HERE, Desk, a_picture, a_picture_slot, a_slot, a_story

from printpress.content.jumps import Point
from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, warning
from printpress.makeup.compositor import Compositor
from printpress.makeup.copyfit import LEAST_PICTURE
from printpress.makeup.ladder import set_in_slot
from printpress.makeup.place import Onward, Place
from printpress.makeup.placed import StoryFit
from printpress.makeup.remedies import picture_rows, remedies, shortened
from printpress.makeup.savings import Saving, savings
from printpress.makeup.story import SetStory
from printpress.spec.house import Fit
from printpress.spec.layout import SlotSpec
from printpress.text.galley import Profile
from printpress.units import PT

EM = 10 * PT
TEXT = "国家地方社会经济新闻报纸。" * 4
TROUBLE = warning("rough-line", HERE, Both("x", "某"), fix=Both("x", "某"))

Answer = Callable[[Story, Place, Compositor], tuple[int, tuple[Diagnostic, ...]]]
"""Lines overset, and what is wrong besides."""


@dataclass
class Press:
    """Sets stories as it is told, and remembers what was asked of it."""

    answer: Answer
    asked: list[tuple[Story, Place]] = field(default_factory=list)

    def __call__(self, compositor: Compositor, story: Story, place: Place) -> SetStory:
        self.asked.append((story, place))
        over, found = self.answer(story, place, compositor)
        rows = place.pinned_rows or place.picture_bounds[0]
        fit = StoryFit(story.id, 1, "lead", 20, 20 + over, over, over * 9, 0, 0, rows)
        return SetStory((), fit, (), found, EM * 10)


def a_place(
    bounds: tuple[int, int] = (8, 8), at: str = "top", over: tuple[int, int] = (1, 2)
) -> Place:
    return Place(1, a_slot(picture=a_picture_slot(over, at, bounds)), HERE)


STORY = a_story(TEXT, pictures=(a_picture(),), deck="副题")


def climb(desk: Desk, press: Press, place: Place, *rungs: str) -> SetStory:
    compositor = desk.compositor(fit=Fit(rungs, 6, 4 * PT))
    return set_in_slot(compositor, press, STORY, place)


def looks(press: Press, place: Place) -> list[SlotSpec]:
    """The slots that were tried and are not as the layout has them."""
    slots = [asked.slot for _, asked in press.asked]
    return [slot for slot in slots if slot != place.slot]


def never(_story: Story, _place: Place, _compositor: Compositor):
    return 3, ()


@pytest.mark.parametrize(
    "place",
    [
        replace(a_place(), pinned_rows=8),
        replace(a_place(), onward=cast(Onward, object())),
    ],
    ids=["pinned", "goes on elsewhere"],
)
def test_no_other_rows_are_tried_where_they_are_not_the_ladders_to_change(desk, place):
    press = Press(never)
    climb(desk, press, place, "picture_rows")
    assert looks(press, place) == []


def test_a_picture_above_its_heading_keeps_its_columns(desk):
    place = a_place(at="above")
    press = Press(never)
    climb(desk, press, place, "picture_shape")
    assert looks(press, place) == []
    beside = Press(never)
    climb(desk, beside, a_place(), "picture_shape")
    assert [slot.pictures[0].over for slot in looks(beside, a_place())] == [
        (1, 1),
        (2, 2),
    ]


def test_no_picture_becomes_smaller_than_a_picture_is(desk):
    place = a_place((6, 6))
    press = Press(never)
    climb(desk, press, place, "picture_rows")
    assert min(slot.pictures[0].rows[0] for slot in looks(press, place)) == (
        LEAST_PICTURE
    )


def test_a_look_that_brings_trouble_is_not_taken(desk):
    place = a_place()

    def troubled(_story: Story, there: Place, _: Compositor):
        return (0, (TROUBLE,)) if there.slot != place.slot else (3, ())

    done = climb(desk, Press(troubled), place, "picture_rows")
    assert [found.code for found in done.found] == ["overset"]

    def sound(_story: Story, there: Place, _: Compositor):
        return (0, ()) if there.slot != place.slot else (3, ())

    done = climb(desk, Press(sound), place, "picture_rows")
    assert [found.code for found in done.found] == ["gave-way"]


def test_rungs_stand_on_those_below_them(desk):
    """Neither fewer rows nor no deck is enough: both together are."""

    def both(story: Story, there: Place, _: Compositor):
        over = 4 - min(2, 8 - there.picture_bounds[0]) - 2 * (story.head.deck is None)
        return over, ()

    done = climb(desk, Press(both), a_place(), "picture_rows", "deck")
    assert [found.code for found in done.found] == ["deck-left-out"]
    assert "图片排 6 行；没有排副题" in done.found[0].what.zh


def test_cuts_are_tried_and_more_is_asked_where_they_are_not_enough(desk):
    story = a_story("\n\n".join([TEXT + "新"] * 4))

    def stubborn(other: Story, _place: Place, _: Compositor):
        whole = sum(len(one.text) for one in story.paragraphs)
        gone = whole - sum(len(one.text) for one in other.paragraphs)
        return (0 if gone > 9 else 1), ()

    place = Place(1, a_slot(), HERE)
    press = Press(stubborn)
    done = press(desk.compositor(), story, place)
    ways = remedies(desk.compositor(), press, story, place, done)
    assert sum(cut.lines for cut in ways.cuts) > done.fit.overset_lines
    assert sum(cut.characters for cut in ways.cuts) > 9


def test_a_picture_that_is_not_enough_is_no_remedy(desk):
    place, press = a_place(), Press(never)
    done = press(desk.compositor(), STORY, place)
    assert picture_rows(desk.compositor(), press, STORY, place, done) == 0
    ways = remedies(desk.compositor(), press, STORY, place, done)
    assert (ways.picture_rows, ways.deck_lines, ways.cuts) == (0, 0, ())


def test_a_deck_is_a_remedy_only_if_it_is_enough(desk):
    def with_room(story: Story, _place: Place, _: Compositor):
        return (0, ()) if story.head.deck is None else (3, ())

    @dataclass
    class Roomy(Press):
        def __call__(self, compositor, story, place):
            done = Press.__call__(self, compositor, story, place)
            rows = done.fit.rows + 3 * (story.head.deck is None)
            return replace(done, fit=replace(done.fit, rows=rows))

    place, press = a_place(), Roomy(with_room)
    done = press(desk.compositor(), STORY, place)
    assert remedies(desk.compositor(), press, STORY, place, done).deck_lines == 3
    short = Roomy(never)
    assert remedies(desk.compositor(), short, STORY, place, done).deck_lines == 0


def test_copies_cut_in_other_ways_have_other_names():
    story = a_story(TEXT)
    one, other = Saving(0, 1, 3, ""), Saving(0, 1, 5, "")
    names = {story.id, shortened(story, (one,)).id, shortened(story, (other,)).id}
    assert len(names) == 3


def test_only_what_stands_behind_the_jump_can_be_cut_there(desk):
    story = a_story("\n\n".join([TEXT] * 3))
    compositor, profile = desk.compositor(), Profile.of(10 * EM)
    whole = {saving.paragraph for saving in savings(compositor, story, profile)}
    assert whole == {0, 1, 2}
    rest = savings(compositor, story, profile, start=Point(1, 2))
    assert {saving.paragraph for saving in rest} == {2}
