"""Jumps: where a story is divided, what leads on and back, what is told."""

import re
from dataclasses import replace

import pytest
from tests.desk import (
    EM,
    HERE,
    ROW,
    a_picture,
    a_picture_slot,
    a_slot,
    a_story,
    lines_of,
    pictures_of,
    words_of,
)

from printpress.content.jumps import Jump, Point, han_number, numbered, rest_of_copy
from printpress.content.story import HeadingText
from printpress.diagnostics import Severity, Span
from printpress.makeup.conservation import losses
from printpress.makeup.pages import make_up
from printpress.makeup.rest import point_of, renumbered, until
from printpress.text.galley import Profile

THERE = Span("issue.yaml", 9, 12)
FIRST = a_slot(rows=(1, 12))
"""Three columns of nine rows below a heading of three."""
TAIL = a_slot("tail", rows=(1, 12), columns=1)
"""One column of thirty-two ems; eight rows below head and origin."""


def copy(ems: int) -> str:
    """Copy without marks that takes so many ems, the indent of two counted."""
    return "新" * (ems - 2)


def a_jump(story, **changes):
    head = HeadingText.parse("短题")
    jump = Jump(story.id, 1, "lead", 2, "tail", head, HERE, THERE)
    return replace(jump, **changes)


def jumped(desk, story, first=FIRST, tail=TAIL, **changes):
    """(Makeup, findings by code) of a story that may go on at page 2."""
    pages = (
        desk.page([first], {"lead": (story,)}),
        desk.page([tail], {}, number=2),
    )
    issue = desk.issue(*pages, jumps=(a_jump(story),), **changes)
    makeup, found = make_up(issue, desk.library)
    assert [*losses(issue, makeup)] == []
    return makeup, {diagnostic.code: diagnostic for diagnostic in found}


def words_on(makeup, page, *parts):
    return [words_of(line) for line in lines_of(makeup.pages[page - 1].placed, *parts)]


def test_the_first_part_fills_its_slot_and_the_rest_goes_on(desk):
    makeup, found = jumped(desk, a_story(copy(480)))
    assert found == {}
    first, rest = words_on(makeup, 1, "body"), words_on(makeup, 2, "body")
    assert len(first) == 26  # of 27 rows one says where to go on
    assert "".join([*first, *rest]) == copy(480)
    assert (len(rest[0]), rest[0]) == (32, "新" * 32)  # no indent
    fits = [(fit.page_no, fit.slot, fit.rows, fit.lines) for fit in makeup.fits]
    assert fits == [(1, "lead", 27, 27), (2, "tail", 9, 8)]


def test_the_line_to_the_next_page_has_the_last_row_flush_right(desk):
    makeup, _ = jumped(desk, a_story(copy(400)))
    (line,) = lines_of(makeup.pages[0].placed, "jump")
    assert words_of(line) == "（下转第2版）"
    column = desk.ground(FIRST).columns[-1]
    assert line.line.width == column.width
    assert (line.x, line.y) == (column.x, desk.grid.baseline(12))
    assert line.line.pieces[0].xs[0] > 0


def test_the_rest_begins_with_its_head_and_where_it_comes_from(desk):
    makeup, _ = jumped(desk, a_story(copy(400)))
    assert words_on(makeup, 2, "headline") == ["短题"]
    (line,) = lines_of(makeup.pages[1].placed, "jump")
    assert words_of(line) == "（上接第1版）"
    assert (line.x, line.y) == (desk.ground(TAIL).columns[0].x, desk.grid.baseline(4))
    body = lines_of(makeup.pages[1].placed, "body")
    assert body[0].y - line.y == ROW


def test_the_last_line_of_the_first_part_is_full(desk):
    makeup, _ = jumped(desk, a_story("国家地方，" * 70))
    last = lines_of(makeup.pages[0].placed, "body")[-1].line
    assert last.width == last.measure == 10 * EM
    assert not last.last


def test_it_is_divided_inside_a_sentence_where_rows_allow_it(desk):
    # Row 26 ends with a stop; the last row before it that does not is taken.
    story = a_story("新" * 257 + "。" + copy(212))
    makeup, found = jumped(desk, story)
    assert "bad-jump" not in found
    first = words_on(makeup, 1, "body")
    assert len(first) == 25
    assert not first[-1].endswith("。")
    assert makeup.fits[0].short_lines == 1


def test_no_last_line_of_a_paragraph_goes_over_alone_where_rows_allow_it(desk):
    # The first paragraph has 27 lines, one more than the first part has room for.
    makeup, _ = jumped(desk, a_story(copy(270) + "\n\n" + copy(200)))
    assert len(words_on(makeup, 1, "body")) == 25


def test_paragraphs_of_a_line_leave_no_place_inside_a_sentence(desk):
    makeup, found = jumped(desk, a_story("\n\n".join(["新闻"] * 34)))
    assert found["bad-jump"].severity is Severity.WARNING
    assert found["bad-jump"].span == THERE
    assert "at a paragraph's end" in found["bad-jump"].what.en
    assert "在段末断开" in found["bad-jump"].what.zh
    assert len(words_on(makeup, 1, "body")) == 26


def test_too_few_lines_before_a_jump_are_told(desk):
    _, found = jumped(desk, a_story(copy(100)), a_slot(rows=(1, 4)))
    assert "after 2 lines (4 at least)" in found["bad-jump"].what.en
    assert "转前只有 2 行（至少 4 行）" in found["bad-jump"].what.zh


def test_too_few_lines_behind_a_jump_are_told_with_what_to_cut(desk):
    tail = a_slot("tail", rows=(1, 12), cols=(1, 1))
    _, found = jumped(desk, a_story(copy(280)), tail=tail)
    # 28 rows for 27: with the jump's own row two go on, and two more may.
    assert "with 2 lines left (6 at least)" in found["bad-jump"].what.en
    assert found["bad-jump"].fix.en.startswith("cut 1 line so that it needs no jump")


def test_lines_go_over_so_that_the_rest_is_no_remnant(desk):
    tail = a_slot("tail", rows=(1, 12), cols=(1, 1))
    makeup, found = jumped(desk, a_story(copy(300)), tail=tail)
    assert "bad-jump" not in found
    # 30 rows for 27: four would go on; two rows stay empty and six do.
    assert len(words_on(makeup, 2, "body")) == 6
    assert makeup.fits[0].short_lines == 2


def test_a_story_that_fits_makes_no_jump(desk):
    makeup, found = jumped(desk, a_story(copy(262)))
    assert found["jump-unneeded"].span == THERE
    assert found["jump-unneeded"].severity is Severity.WARNING
    assert makeup.pages[1].placed == ()
    assert lines_of(makeup.pages[0].placed, "jump") == []
    assert [fit.page_no for fit in makeup.fits] == [1]


def test_an_empty_tail_has_no_frame_either(desk):
    tail = replace(TAIL, frame="hairline", tint="tint", title="续")
    makeup, _ = jumped(desk, a_story(copy(262)), tail=tail)
    assert makeup.pages[1].placed == ()


def test_a_rest_that_its_slot_does_not_hold_is_overset_to_the_character(desk):
    # 268 - 8 = 258 characters stand on page 1; 8 rows of 32 hold 256 of the others.
    makeup, found = jumped(desk, a_story(copy(580)))
    left = 580 - 2 - 258 - 8 * 32
    assert found["overset"].span == THERE
    assert f'({left} characters) past slot "tail"' in found["overset"].what.en
    assert makeup.fits[1].overset_characters == left
    assert sum(line.characters for line in makeup.overset["one"]) == left


def test_byline_and_notes_belong_to_the_last_part(desk):
    body = f"新闻[^1]{copy(398)}\n\n[^1]: 国家地方"
    makeup, _ = jumped(desk, a_story(body, byline="记者"))
    assert words_on(makeup, 1, "byline") == []
    assert words_on(makeup, 2, "byline") == ["（记者）"]
    assert words_on(makeup, 2, "body")[-1] == "[1]\u2002国家地方"


def test_no_story_ends_its_first_part_before_its_byline_or_a_note(desk):
    # Both would fit the first slot but for the jump's own row.
    body = f"{copy(220)}[^1]\n\n[^1]: {'国' * 40}"
    makeup, found = jumped(desk, a_story(body, byline="记者"))
    assert words_on(makeup, 1, "byline") == []
    assert words_on(makeup, 2, "byline") == ["（记者）"]
    assert "bad-jump" in found


def test_a_story_that_cannot_be_divided_is_overset_and_told(desk):
    body = "| 村 | 元 |\n|---|---|\n" + "| 国 | 1 |\n" * 20
    slot = a_slot(rows=(1, 20), columns=1)
    makeup, found = jumped(desk, a_story(body), slot)
    assert found["overset"].severity is Severity.ERROR
    assert "can be divided nowhere in slot" in found["bad-jump"].what.en
    assert found["bad-jump"].span == THERE
    assert makeup.pages[1].placed == ()


def test_rows_stay_empty_rather_than_that_a_line_stands_alone(desk):
    # The first paragraph has ten lines, a column nine.
    makeup, found = jumped(desk, a_story(f"{copy(95)}\n\n{copy(400)}"))
    assert found == {}
    assert 1 <= makeup.fits[0].short_lines <= 2
    columns = [strip.x for strip in desk.ground(FIRST).columns]
    body = lines_of(makeup.pages[0].placed, "body")
    heads = [next(line for line in body if line.x == x).line for x in columns]
    assert not any(line.last for line in heads)


def test_a_byline_before_the_text_is_not_said_again(desk):
    roles = dict(desk.house.roles)
    roles["byline"] = replace(roles["byline"], at="start")
    house = replace(desk.house, roles=roles)
    makeup, _ = jumped(desk, a_story(copy(400), byline="记者"), house=house)
    assert words_on(makeup, 1, "body")[0].startswith("■记者")
    assert "记者" not in "".join(words_on(makeup, 2, "body", "byline"))


@pytest.mark.parametrize(
    ("ems", "rows"), [(340, 6), (394, 5), (412, 4), (450, 2), (640, 2)]
)
def test_a_picture_is_as_high_as_the_rest_leaves_it(desk, ems, rows):
    # Of 27 rows a picture of n over two columns leaves 27 - 2 (n + 1), one for the
    # jump; the tail has 8 rows of 32.
    first = replace(FIRST, pictures=(a_picture_slot((1, 2), "top", (2, 6)),))
    story = a_story(copy(ems), pictures=(a_picture(),))
    makeup, found = jumped(desk, story, first)
    (picture,) = pictures_of(makeup.pages[0].placed)
    assert ((picture.rect.height - EM) // ROW + 1) == rows
    assert ("overset" in found) == (ems == 640)
    assert pictures_of(makeup.pages[1].placed) == []


def ends(desk, body):
    """The last line of the first part, and the first of the rest."""
    makeup, _ = jumped(desk, a_story(body))
    last = lines_of(makeup.pages[0].placed, "body")[-1].line
    return last, lines_of(makeup.pages[1].placed, "body")[0].line


def test_no_word_is_divided(desk):
    word = "abcdefghijklmnopqrstuvwxyz"  # wider than a column
    for shift in range(0, 40, 3):
        last, _ = ends(desk, copy(230 - shift) + f"{word}新闻" * 14)
        assert "divided" not in last.flags
        assert not re.search("[a-y]$", last.text)


@pytest.mark.parametrize("reading", ["guojia", "guo jia di fang"])
def test_characters_with_one_reading_are_not_divided(desk, reading):
    for shift in range(5):
        body = "新" * shift + f"{{国家地方|{reading}}}" * 110
        last, first = ends(desk, body)
        assert last.text.endswith("方")
        assert first.text.startswith("国")


def test_a_sentence_ends_whatever_closes_behind_its_stop(desk):
    for shift in range(10):
        body = "新" * shift + "“国家地方新闻。”" * 70
        last, _ = ends(desk, body)
        assert not re.search("。”?$", last.text)


def test_a_jump_line_is_never_alone_in_its_column(desk):
    # The picture leaves one row of the last column.
    first = replace(FIRST, pictures=(a_picture_slot((3, 3), "top", (7, 7)),))
    story = a_story(copy(400), pictures=(a_picture(),))
    makeup, _ = jumped(desk, story, first)
    (line,) = lines_of(makeup.pages[0].placed, "jump")
    assert any(
        (body.x, body.y) == (line.x, line.y - ROW)
        for body in lines_of(makeup.pages[0].placed, "body")
    )


def test_the_line_that_says_where_from_has_text_below_it(desk):
    tail = a_slot("tail", rows=(1, 30))
    makeup, _ = jumped(desk, a_story(copy(280)), tail=tail)
    (line,) = lines_of(makeup.pages[1].placed, "jump")
    assert any(
        (body.x, body.y) == (line.x, line.y + ROW)
        for body in lines_of(makeup.pages[1].placed, "body")
    )


def test_a_rest_has_no_picture_again(desk):
    place = a_picture_slot((1, 1), "top", (2, 4))
    story = a_story(copy(480), pictures=(a_picture("新闻"),))
    first, tail = replace(FIRST, pictures=(place,)), replace(TAIL, pictures=(place,))
    makeup, _ = jumped(desk, story, first, replace(tail, rows=(1, 20)))
    assert len(pictures_of(makeup.pages[0].placed)) == 1
    assert pictures_of(makeup.pages[1].placed) == []


def test_nothing_is_said_of_lines_that_stand_at_another_measure(desk):
    word = "abcdefghijklmnopqrstuvwxyz"  # wider than a column of the first part
    _, found = jumped(desk, a_story(f"{copy(300)}{word}{copy(200)}"))
    assert found.keys() <= {"short", "overset"}
    _, found = jumped(desk, a_story(f"{copy(100)}{word}{copy(300)}"))
    assert "rough-line" in found


def test_a_label_is_not_set_again():
    story = a_story("::: 问答\n问：新闻国家地方\n答：国家\n:::")
    assert rest_of_copy(story, Point(0, 4)).paragraphs[0].label == 0
    assert rest_of_copy(story, Point(0, 1)).paragraphs[0].label == 1


def test_no_item_of_a_list_is_divided(desk):
    last, _ = ends(desk, copy(230) + "\n\n- " + "新" * 25 + "\n\n" + copy(200))
    assert last.last


def test_the_house_says_how_a_jump_is_written(desk):
    words = replace(desk.house.jump, line="下转{han}版", origin="接{page}版")
    house = replace(desk.house, jump=words)
    makeup, _ = jumped(desk, a_story(copy(400)), house=house)
    assert words_on(makeup, 1, "jump") == ["下转二版"]
    assert words_on(makeup, 2, "jump") == ["接1版"]


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (64, "六十四"), (100, "一百")],
)
def test_numbers_in_han(number, words):
    assert han_number(number) == words
    assert numbered("{han}{page}", number) == f"{words}{number}"


@pytest.mark.parametrize("offset", range(1, 12))
def test_a_story_is_cut_at_any_character(offset):
    story = a_story("新**闻国**家\n地方市县乡镇\n\n社会")
    rest = rest_of_copy(story, Point(0, offset))
    whole = story.paragraphs[0]
    cut = rest.paragraphs[0]
    assert cut.text == whole.text[offset:]
    assert [cut.place(at) for at in range(len(cut.text))] == [
        whole.place(at) for at in range(offset, len(whole.text))
    ]
    assert [run.emphasis for run in cut.runs if "家" in run.text] == (
        [""] if offset <= 3 else []
    )
    assert rest.paragraphs[1:] == story.paragraphs[1:]


def test_lines_of_a_rest_lead_to_their_place_in_the_file(desk):
    compositor = desk.compositor()
    story = a_story(f"{copy(50)}\n\n- 国家地方\n\n{copy(60)}")
    profile = Profile.of(10 * EM)
    whole = compositor.galley(story, profile)
    for line in whole.lines:
        start = point_of(compositor, story, line)
        rest = compositor.galley(story, profile, start)
        assert rest.lines[0].paragraph == line.paragraph
        assert point_of(compositor, story, rest.lines[0]) == start
        above = until(compositor, story, start, whole)
        told = "".join(one.text for one in (*above.lines, *rest.lines))
        assert told == "".join(one.text for one in whole.lines)


def test_renumbering_nothing_changes_nothing(desk):
    compositor = desk.compositor()
    story = a_story(copy(50))
    galley = compositor.galley(story, Profile.of(10 * EM))
    assert renumbered(compositor, story, Point(0, 0), galley) == galley
