"""Lines that stand alone, cured by paragraphs with a line less or more."""

from functools import partial

import pytest
from tests.desk import EM, ROW, a_slot, a_story, lines_of, words_of

from printpress.makeup.flow import cut
from printpress.makeup.keep import gravity
from printpress.makeup.looseness import Press, cured
from printpress.makeup.rough import LOOSE
from printpress.makeup.rows import rows_of
from printpress.text.galley import Profile

WIDE = 15
PROFILE = Profile.of(WIDE * EM)
STOCK = "国家新闻社会经济市县乡镇地方报纸今年上月本日早晚"


def loosely(lines, ends):
    """Copy of so many full lines and a last one, with commas that can be squeezed."""
    full = ("国家新闻，社会经济，市县乡，" * 9)[: WIDE * lines - 2]
    return full + STOCK[:ends]


def press_of(story, rooms):
    return Press(
        lambda galley: rows_of(galley, story, EM, ROW), [partial(cut, capacities=rooms)]
    )


def tried(desk, body, rooms):
    """The story's columns before and after; its galleys."""
    compositor, story = desk.compositor(), a_story(body)
    galley = compositor.galley(story, PROFILE)
    press = press_of(story, rooms)
    now = press.cuts[0](press.rows(galley))
    in_lines = partial(compositor.in_lines, story, PROFILE)
    return press, galley, now, cured(galley, story, press, now, in_lines)


# The last line of the first paragraph stands alone at the head of the second column.
WIDOW = "\n\n".join([loosely(4, 3), loosely(5, 14)])


def test_a_line_saved_takes_a_last_line_from_a_head(desk):
    press, galley, now, found = tried(desk, WIDOW, [4, 7])
    assert [fault.code for fault in now.faults] == ["widow"]
    assert found is not None
    then = press.cuts[0](press.rows(found[0]))
    assert not then.faults
    assert not then.overset
    assert "".join(line.text for line in found[0].lines) == "".join(
        line.text for line in galley.lines
    )


def test_lines_of_other_ways_are_as_well_set_as_staff_asks(desk):
    _, galley, _, found = tried(desk, WIDOW, [4, 7])
    changed = [line for line in found[0].lines if line not in galley.lines]
    assert changed
    for line in changed:
        assert line.looseness <= LOOSE
        assert not line.flags
        assert line.last or line.width == WIDE * EM


def test_paragraphs_without_play_are_left(desk):
    # Full lines of Han alone have nothing to give; a line more would be loose.
    body = "\n\n".join([STOCK * 2 + STOCK[:12], STOCK * 3 + STOCK[:3]])
    _, _, now, found = tried(desk, body, [4, 7])
    assert now.faults
    assert found is None


def test_nothing_is_tried_where_nothing_stands_alone(desk):
    def asked(*_):
        raise AssertionError

    compositor, story = desk.compositor(), a_story(WIDOW)
    galley = compositor.galley(story, PROFILE)
    press = press_of(story, [5, 7])
    now = press.cuts[0](press.rows(galley))
    assert not now.faults
    assert cured(galley, story, press, now, asked) is None
    over = press_of(story, [4, 4]).cuts[0](press.rows(galley))
    assert over.overset
    assert cured(galley, story, press, over, asked) is None


@pytest.mark.parametrize("kind", ["::: 诗\n{}\n:::", "## {}"])
def test_only_paragraphs_whose_lines_are_filled_are_set_otherwise(desk, kind):
    compositor, story = desk.compositor(), a_story(kind.format(loosely(2, 3)))
    compositor.galley(story, PROFILE)
    assert compositor.in_lines(story, PROFILE, 0, [2]) == (None,)


def test_a_story_is_placed_with_its_other_lines_and_says_so(desk):
    full = "国家新闻，社会经济，市县乡，" * 9
    story = a_story("\n\n".join([full[:68] + STOCK[:3], full[:48] + STOCK[:9]]))
    done = desk.set(story, a_slot(cols=(2, 3), rows=(1, 10)))
    placed = lines_of(done.placed, "body")
    before = desk.compositor().galley(story, Profile.of(10 * EM)).lines
    assert (len(before), len(placed)) == (14, 13)
    assert (done.fit.lines, done.fit.rows, done.fit.short_lines) == (13, 14, 1)
    assert not done.found
    told = "".join(map(words_of, placed))
    assert told == "".join(paragraph.text for paragraph in story.paragraphs)


def test_gravity_is_what_is_judged(desk):
    press, _, now, found = tried(desk, WIDOW, [4, 7])
    then = press.cuts[found[1]](press.rows(found[0]))
    assert gravity(then.faults) < gravity(now.faults)
