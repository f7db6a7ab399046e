"""Laws of looseness: other numbers of lines are legal ways, and no page gets worse."""

from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desk import a_picture, a_picture_slot, a_slot, a_story, lines_of, words_of
from tests.engine import SIZE, library, paragraph, sentences
from tests.laws.test_total_fit import prepared

import printpress.makeup.story as made_up
from printpress.text.demerits import demerits
from printpress.text.galley import Profile, compose, compose_in
from printpress.text.items import FREE
from printpress.text.looseness import Ways
from printpress.text.total_fit import total_fit

CHANGES = {"adjust": "push-in", "hanging": False, "orphan": True}
laws = settings(deadline=None)


@laws
@given(sentences, st.integers(10, 30), st.sampled_from([-1, 0, 1]))
def test_another_number_of_lines_is_a_legal_way_and_never_cheaper(text, wide, by):
    items, rules = prepared(text, CHANGES)
    room = lambda _: wide * SIZE  # noqa: E731 - all lines alike
    best = total_fit(items, room, rules)
    way = Ways(items, room, rules).in_lines(len(best) + by)
    if way is None or len(way.cuts) == 1:  # one line of one character is no orphan
        return
    assert len(way.cuts) == len(best) + by
    assert way.ends[-1] == items.rows
    assert all(items.joints[end] == FREE for end in way.ends)
    assert way.cost == demerits(items, way.cuts, room, orphan=True)
    assert way.cost >= demerits(items, best, room, orphan=True)


@laws
@given(sentences, st.integers(10, 30), st.sampled_from([-1, 0, 1]))
def test_its_lines_are_filled_and_hold_all_of_the_copy(text, wide, by):
    copy, measure = paragraph(text, orphan=True), wide * SIZE
    usual = compose([copy], Profile.of(measure), library()).lines
    (found,) = compose_in(copy, 0, measure, library(), [len(usual) + by])
    if found is None:
        return
    lines = found[1]
    assert len(lines) == len(usual) + by
    told = "".join("".join(line.text for line in lines).split())
    assert told == "".join("".join(line.text for line in usual).split())
    for line in lines:
        assert not line.flags
        assert line.looseness <= 100
        assert line.last or line.width == measure


words = st.lists(
    st.sampled_from(
        ["国家新闻，", "社会经济。", "市县乡镇", "地方、", "报纸2025年", "《今年》"]
    ),
    min_size=3,
    max_size=40,
).map("".join)


@st.composite
def pages(draw):
    body = "\n\n".join(draw(st.lists(words, min_size=2, max_size=6)))
    story = a_story(body, pictures=(a_picture(),) if draw(st.booleans()) else ())
    cols = draw(st.sampled_from([(1, 2), (1, 3), (2, 3)]))
    picture = a_picture_slot((1, 1), draw(st.sampled_from(["top", "foot"])), (2, 8))
    rows = (1, draw(st.integers(8, 30)))
    return story, a_slot(cols=cols, rows=rows, picture=picture)


@laws
@given(pages())
def test_with_looseness_tried_no_column_is_worse(desk, page):
    story, slot = page
    done = desk.set(story, slot)
    with mock.patch.object(made_up, "_cured", lambda *given: given[3][0]):
        before = desk.set(story, slot)
    alone = {"widow": 4, "orphan-line": 2, "stranded-subhead": 6}
    weights = [
        sum(alone.get(found.code, 0) for found in each.found) for each in (before, done)
    ]
    assert weights[1] <= weights[0]
    assert len(done.overset) <= len(before.overset)
    codes = [{found.code for found in each.found} for each in (before, done)]
    assert not (codes[1] - codes[0]) - set(alone)
    placed = [words_of(line) for line in lines_of(done.placed, "body", "subhead")]
    told = "".join(placed) + "".join(line.text for line in done.overset)
    copy = "".join(paragraph.text for paragraph in story.paragraphs)
    assert "".join(told.split()) == "".join(copy.split())
    assert done.fit.lines - done.fit.overset_lines == len(
        {(line.x, line.y) for line in lines_of(done.placed, "body", "byline")}
    )
