"""Initials: the first character of a story as high as several rows."""

from dataclasses import replace

import pytest
from tests.desk import EM, ROW, a_picture, a_picture_slot, a_slot, a_story, lines_of

from printpress.content.story import HeadingText
from printpress.spec.house import Role

BODY = "国家地方社会经济新闻报纸" * 8
"""96 characters: ten rows of ten ems without an indent."""


@pytest.fixture
def put(desk):
    def set_it(body=BODY, rows=3, slot=None, story=None, **changes):
        slot = slot or a_slot(initial=rows, **changes)
        return desk.set(story or a_story(body), slot)

    return set_it


def body_of(made):
    return lines_of(made.placed, "body")


def notes(made):
    return [found.why.en for found in made.found if found.code == "initial-left-out"]


def test_the_character_is_as_high_as_its_rows(put):
    """The test face's Han fill their em: three rows are two of 15 pt and one em."""
    first = body_of(put())[0]
    initial = first.line.pieces[0]
    assert initial.texts == ("国",)
    assert initial.size == 2 * ROW + EM
    above, below = 22, 3  # of 25 parts of an em
    assert initial.rise + initial.size * above // 25 == pytest.approx(
        EM * above // 25, abs=2
    )
    assert initial.rise - initial.size * below // 25 == pytest.approx(
        -2 * ROW - EM * below // 25, abs=2
    )


def test_rows_beside_it_are_shorter_by_whole_half_ems_and_nothing_is_indented(put):
    lines = body_of(put())
    # 40 pt of ink and a third of an em of air: 43.3 pt, so 45.
    starts = [line.line.pieces[-1].xs[0] for line in lines]
    assert starts[:3] == [45 * EM // 10] * 3
    assert set(starts[3:10]) == {0}
    widths = [line.line.width for line in lines[:10]]
    assert widths[:9] == [10 * EM] * 9


@pytest.mark.parametrize("rows", [2, 3, 4])
def test_the_copy_is_whole_and_its_lines_know_their_place(put, rows):
    body = f"“国家”{BODY}"
    lines = [line.line for line in body_of(put(body, rows))]
    assert "".join(line.text for line in lines) == body
    at = 0
    for line in lines:
        assert line.offset == at
        at += len(line.text)
    assert sum(line.characters for line in lines) == len(body)


def test_an_opening_mark_hangs_in_the_margin_in_the_size_of_the_text(put):
    first = body_of(put(f"“国家”{BODY}"))[0].line
    mark, initial = first.pieces[:2]
    assert mark.texts == ("“",)
    assert mark.size == EM
    assert mark.rise == 0
    left, right = (mark.xs[0] + EM * tenths // 10 for tenths in (6, 9))  # of its ink
    assert -EM // 2 <= left < right <= 0
    assert initial.texts == ("国",)
    assert initial.xs[0] == 0


def test_it_has_the_face_of_the_headline(desk):
    roles = {**desk.house.roles, "plain": Role(headline=Role(font="song"))}
    made = desk.set(a_story(BODY), a_slot(initial=3), roles=roles)
    assert body_of(made)[0].line.pieces[0].face == "song"


def test_its_rows_stay_in_one_column(put):
    """A picture leaves two rows of the first column; three are needed."""
    slot = a_slot(
        rows=(1, 12), initial=3, picture=a_picture_slot((1, 1), "top", (6, 6))
    )
    story = a_story((BODY * 2)[:165], pictures=(a_picture(),))  # for two full columns
    lines = body_of(put(story=story, slot=slot))
    assert len(lines) == 18
    assert len({line.x for line in lines[:3]}) == 1
    assert [line.y - lines[0].y for line in lines[:3]] == [0, ROW, 2 * ROW]


@pytest.mark.parametrize(
    "body",
    [
        "2025年" + BODY,
        "国，" + BODY,
        "GDP" + BODY,
        "《“国家”" + BODY,
        "*国家*" + BODY,
        "{国|guó}家" + BODY,
        "{书名:国家}" + BODY,
        "## 小标题\n\n" + BODY,
        "- 国家" + BODY,
    ],
)
def test_what_cannot_begin_with_one_is_set_plainly_with_a_note(put, body):
    made, plain = put(body), put(body, None)
    assert len(notes(made)) == 1
    assert "plain paragraph" in notes(made)[0]
    assert made.placed == plain.placed


def test_a_paragraph_must_go_on_below_it(put):
    assert notes(put("国" + "家" * 15 + "\n\n" + BODY)) == [
        "its first paragraph takes 3 lines beside and below it; 4 are the least, in "
        "one column and without readings"
    ]
    assert notes(put("国" + "家" * 17 + "\n\n" + BODY)) == []


def test_a_byline_that_leads_in_leaves_no_first_character(desk):
    start = Role(font="song", at="start")
    story = a_story(BODY, byline="记者")
    roles = {**desk.house.roles, "byline": start}
    made = desk.set(story, a_slot(initial=3), roles=roles)
    assert len(notes(made)) == 1


def test_a_head_that_runs_in_leaves_no_first_character(desk):
    story = a_story(BODY)
    headless = replace(story.head, headline=HeadingText(()))
    made = desk.set(replace(story, head=headless), a_slot(initial=3))
    assert len(notes(made)) == 1


def test_too_narrow_columns_have_none(put):
    assert "too narrow" in notes(put(rows=4, columns=3))[0]
    assert notes(put(rows=4, columns=2)) == []


def test_too_low_columns_have_none(put):
    slot = a_slot(rows=(1, 6), initial=3)  # three rows of heading, three of text
    assert "one column" in notes(put(slot=slot))[0]


def test_later_paragraphs_are_as_they_were(put):
    body = f"{BODY}\n\n{BODY}"
    with_one, plain = put(body), put(body, None)
    later = [
        [line.line for line in body_of(made) if line.paragraph == 1]
        for made in (with_one, plain)
    ]
    assert later[0] == later[1]
