"""Stories in their slots: picture rows, pins, what is overset or short."""

import re
from dataclasses import replace
from pathlib import Path

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

from printpress.diagnostics import Severity
from printpress.geometry import Rect
from printpress.makeup import rough
from printpress.makeup.pages import make_up
from printpress.makeup.pictures import illustrate
from printpress.makeup.place import Place
from printpress.makeup.placed import Rule, SetLine
from printpress.makeup.story import set_story
from printpress.spec.house import Fit, Role
from printpress.text import lines
from printpress.units import PT

HEADING = 3
"""Rows of a heading of one line of 10 pt with its air, in the role ``plain``."""


def rows_of_text(count: int) -> str:
    """Copy that takes so many rows of ten ems, the first with an indent of two."""
    return "新" * (10 * count - 2)


def picture_story(rows: int, **changes):
    return a_story(rows_of_text(rows), pictures=(a_picture(**changes),))


def over_two(at="top", rows=(2, 6), **changes):
    """Nine rows for text and picture below the heading, the picture two columns wide."""
    last = HEADING + 9
    return a_slot(rows=(1, last), picture=a_picture_slot((1, 2), at, rows), **changes)


def rows_high(rect: Rect) -> int:
    """Rows that a picture takes, from em box to em box."""
    assert (rect.height - EM) % ROW == 0
    return (rect.height - EM) // ROW + 1


# A picture of n rows over two columns takes n + 1 rows with its air: 27 - 2 (n + 1)
# rows are left to the text.
@pytest.mark.parametrize(
    ("text", "picture"),
    [
        (13, 6),  # 13 rows are left
        (12, 6),
        (14, 5),  # 15 are left: one stays empty
        (15, 5),
        (17, 4),
        (21, 2),
        (5, 6),  # never more than the layout allows
        (30, 2),  # and never fewer
    ],
)
def test_as_many_picture_rows_as_the_text_leaves(desk, text, picture):
    done = desk.set(picture_story(text), over_two())
    assert done.fit.picture_rows == picture
    (placed,) = pictures_of(done.placed)
    assert rows_high(placed.rect) == picture


@pytest.mark.parametrize("pinned", [1, 3, 6, 8])
def test_a_pin_is_kept_whatever_the_layout_allows(desk, pinned):
    done = desk.set(picture_story(17), over_two(), pinned=pinned)
    (placed,) = pictures_of(done.placed)
    assert done.fit.picture_rows == pinned == rows_high(placed.rect)


def test_fewer_rows_than_text_are_a_short_story(desk):
    stiff = Fit((), 0, 0)
    done = desk.set(picture_story(5), over_two(), fit=stiff)
    assert (done.fit.rows, done.fit.lines, done.fit.short_lines) == (13, 5, 8)
    (found,) = done.found
    assert (found.code, found.severity) == ("short", Severity.WARNING)
    # 48 characters on 5 lines: about 9.6 a line.
    assert "leaves 8 rows" in found.what.en
    assert "about 77 characters" in found.what.en
    assert "欠 8 行" in found.what.zh


@pytest.mark.parametrize(("text", "told"), [(27, 0), (25, 0), (24, 1), (23, 1)])
def test_two_empty_rows_pass_without_a_word(desk, text, told):
    done = desk.set(a_story(rows_of_text(text)), over_two())
    assert done.fit.short_lines == 27 - text
    assert [found.code for found in done.found] == ["short"] * told


def test_overset_is_told_in_lines_and_characters(desk):
    body = f"{rows_of_text(20)}国家\n\n{rows_of_text(10)}社会经\n\n{rows_of_text(2)}\n"
    done = desk.set(a_story(body), over_two())  # 21 + 11 + 2 rows for 27
    assert (done.fit.rows, done.fit.lines) == (27, 34)
    assert done.fit.overset_lines == 7 == len(done.overset)
    assert done.fit.overset_characters == sum(line.characters for line in done.overset)
    (found,) = done.found
    assert (found.code, found.severity) == ("overset", Severity.ERROR)
    assert "runs 7 lines (61 characters) past" in found.what.en
    assert found.at is not None
    assert "holds 27 lines; the story needs 34" in found.at.en
    # Three lines are the most that one paragraph is asked for.
    assert found.fix.zh == (
        "第 1 段删 22 字（末行“国家”）、第 2 段删 23 字（末行“社会经”）、"
        "第 3 段删 10 字（末行“新新新新新新新新新新”）"
    )


def test_the_story_is_told_of_even_where_no_cut_saves_a_line(desk):
    done = desk.set(a_story("新闻\n\n" * 30), over_two())
    (found,) = done.found
    assert found.fix.en == "cut about 6 characters"
    assert found.fix.zh == "约需删 6 字"


def test_a_story_that_fits_exactly_is_not_spoken_of(desk):
    done = desk.set(a_story(rows_of_text(27)), over_two())
    assert done.found == ()
    assert (done.fit.overset_lines, done.fit.short_lines) == (0, 0)
    assert done.fit.picture_rows is None


def test_columns_fill_from_the_left_below_the_heading(desk):
    done = desk.set(a_story(rows_of_text(27)), over_two())
    body = lines_of(done.placed, "body")
    tops = [desk.grid.baseline(HEADING + n) for n in range(1, 10)]
    assert [line.y for line in body] == tops * 3
    strips = [desk.grid.span(n, n).x for n in (1, 2, 3)]
    assert [line.x for line in body[::9]] == strips


def test_text_never_stands_on_its_picture(desk):
    for at in ("top", "foot", "middle"):
        done = desk.set(picture_story(17, caption="图片"), over_two(at))
        (picture,) = pictures_of(done.placed)
        assert rows_high(picture.rect) == done.fit.picture_rows
        for line in lines_of(done.placed):
            box = Rect(line.x, line.y - EM * 88 // 100, line.line.width, EM)
            assert not box.overlaps(picture.rect), (at, words_of(line))


def test_a_picture_at_the_foot_ends_with_its_caption_in_the_slot(desk):
    done = desk.set(picture_story(15, caption="图片"), over_two("foot"))
    (caption,) = lines_of(done.placed, "caption")
    (picture,) = pictures_of(done.placed)
    foot = desk.grid.row_top(HEADING + 10)
    assert picture.rect.bottom < caption.y <= foot
    body = [line for line in lines_of(done.placed, "body") if line.x < 200 * EM // 10]
    last = max(line.y for line in body)
    assert picture.rect.y - last >= ROW  # a row of air above it


def test_a_picture_above_stands_over_the_heading(desk):
    slot = a_slot(rows=(1, 20), picture=a_picture_slot((1, 1), "above", (3, 5)))
    done = desk.set(picture_story(12), slot)
    (picture,) = pictures_of(done.placed)
    (headline,) = lines_of(done.placed, "headline")
    assert picture.rect == desk.grid.picture_rect(desk.grid.span(1, 3), 1, 5)
    assert headline.y > picture.rect.bottom
    assert min(line.y for line in lines_of(done.placed, "body")) > headline.y
    # Twenty rows less five of picture and three of heading, which brings its own air.
    assert done.fit.rows == 36


def test_a_caption_of_one_line_is_centred_below_its_picture(desk):
    done = desk.set(picture_story(13, caption="图片", credit="记者"), over_two())
    (caption,) = lines_of(done.placed, "caption")
    (picture,) = pictures_of(done.placed)
    assert words_of(caption) == "图片（记者）"
    spare = picture.rect.width - caption.line.width
    assert caption.x - picture.rect.x == spare // 2
    assert caption.y > picture.rect.bottom


def test_a_caption_of_several_lines_keeps_to_its_pictures_width(desk):
    done = desk.set(picture_story(9, caption="新闻图片" * 14), over_two())
    captions = lines_of(done.placed, "caption")
    (picture,) = pictures_of(done.placed)
    assert len(captions) == 3  # 56 characters of 8 pt on 210 pt: 26 a line
    assert {line.x for line in captions} == {picture.rect.x}
    assert max(line.line.width for line in captions) <= picture.rect.width
    # Three lines of 10 pt, a third of 8 pt above and half a row below: three rows.
    assert done.fit.rows == 27 - 2 * ((done.fit.picture_rows or 0) + 3)


def test_a_caption_at_a_foot_takes_the_rows_of_its_lines_alone(desk):
    caption = Role(font="song", size=(8 * PT, 8 * PT), row=14 * PT)
    compositor = desk.compositor(roles={**desk.house.roles, "caption": caption})
    story, strip = a_story("新"), desk.grid.span(1, 1)
    art = illustrate(compositor, [a_picture("图片")], story, strip)
    # A third of 8 pt above a line of 8 pt; its other 6 pt are air for what follows.
    assert (art.caption_rows, art.clear_rows) == (1, 2)


def test_an_empty_caption_leaves_a_row_of_air(desk):
    done = desk.set(picture_story(13), over_two())
    (picture,) = pictures_of(done.placed)
    below = [line for line in lines_of(done.placed, "body") if line.x == picture.rect.x]
    first = min(line.y for line in below) - EM * 88 // 100
    assert first - picture.rect.bottom == ROW + (ROW - EM)


def test_the_byline_behind_the_last_line_stands_at_its_columns_end(desk):
    done = desk.set(a_story(rows_of_text(25) + "新闻", byline="记者"), over_two())
    (byline,) = lines_of(done.placed, "byline")
    last = lines_of(done.placed, "body")[-1]
    assert (byline.x, byline.y) == (last.x, last.y)
    assert byline.line.width == 10 * EM
    assert done.fit.lines == 26


def test_a_line_that_cannot_be_set_well_is_told(desk):
    body = "新闻 " + "x" * 40 + " 报纸"
    done = desk.set(a_story(body), over_two())
    rough = [found for found in done.found if found.code == "rough-line"]
    assert rough
    assert rough[0].severity is Severity.WARNING
    assert "x" * 9 in rough[0].what.en


def test_a_slot_too_low_for_its_heading_gives_all_copy_back(desk):
    story = a_story(rows_of_text(5), byline="记者")
    done = desk.set(story, a_slot(rows=(1, 2)))
    assert lines_of(done.placed, "body") == []
    assert sum(line.characters for line in done.overset) == 48 + 4
    assert (done.fit.rows, done.fit.overset_lines) == (0, 6)
    assert [found.code for found in done.found] == ["overset"]


def test_a_story_without_text_for_its_picture_is_short(desk):
    slot = a_slot(
        rows=(1, 20), columns=1, picture=a_picture_slot((1, 1), "above", (4, 20))
    )
    done = desk.set(a_story("新", pictures=(a_picture(),)), slot)
    # 20 rows: heading 3, text 1; the picture takes all that the text leaves.
    assert done.fit.picture_rows == 20 - 3 - 1
    assert done.found == ()


def test_a_byline_behind_an_overset_line_is_not_lost(desk):
    done = desk.set(a_story(rows_of_text(27) + "新闻", byline="记者"), over_two())
    assert [line.text for line in done.overset] == ["新闻", "（记者）"]
    assert (done.fit.overset_lines, done.fit.overset_characters) == (1, 6)


def test_a_picture_without_room_is_an_error_even_where_the_text_fits(desk):
    # One row below the heading; caption and air take four.
    slot = a_slot(rows=(1, HEADING + 1), picture=a_picture_slot((1, 1), "top", (2, 6)))
    done = desk.set(picture_story(1, caption="新闻" * 15), slot)
    assert done.fit.overset_lines == 0
    (found,) = done.found
    assert (found.code, found.severity) == ("picture-unplaced", Severity.ERROR)
    assert "at least; slot" in found.what.en
    assert "room for 0" in found.what.en


@pytest.mark.parametrize(("fewest", "told"), [(9, 0), (10, 1)])
def test_a_picture_of_fewer_rows_than_its_layout_wants_is_an_error(desk, fewest, told):
    done = desk.set(picture_story(9), over_two(rows=(fewest, 12)))
    assert done.fit.picture_rows == 9  # all of its columns' rows
    assert [found.code for found in done.found] == ["picture-unplaced"] * told


def test_a_pin_fixes_the_rows_of_its_own_place(desk):
    places = (
        a_picture_slot((1, 1), "top", (2, 9)),
        a_picture_slot((3, 3), "foot", (2, 9)),
    )
    slot = a_slot(rows=(1, 20), pictures=places)
    story = a_story(rows_of_text(20), pictures=(a_picture(), a_picture()))
    place = Place(1, slot, HERE, pinned_rows=3, pinned_further=((2, 7),))
    ground = desk.ground(slot)
    done = set_story(desk.compositor(), desk.grid, ground, story, place)
    assert [rows_high(p.rect) for p in pictures_of(done.placed)] == [3, 7]
    assert done.fit.picture_rows == 3


def test_pictures_fill_a_slot_together(desk):
    places = (
        a_picture_slot((1, 2), "top", (2, 6)),
        a_picture_slot((3, 3), "foot", (2, 6)),
    )
    slot = a_slot(rows=(1, HEADING + 12), pictures=places)
    two = (a_picture(), a_picture())
    for text in range(8, 27):  # 36 rows less 2 (n + 1) and m + 1
        story = a_story(rows_of_text(text), pictures=two)
        done = desk.set(story, slot, fit=Fit((), 0, 0))
        first, second = (rows_high(p.rect) for p in pictures_of(done.placed))
        assert done.fit.rows == 36 - 2 * (first + 1) - (second + 1)
        assert done.fit.short_lines == max(0, 15 - text)


def test_a_pin_that_cannot_be_kept_is_an_error(desk):
    done = desk.set(picture_story(9), over_two(), pinned=10)
    assert [found.code for found in done.found] == ["picture-unplaced"]


def test_every_flag_of_the_setting_engine_has_a_meaning():
    source = Path(lines.__file__).read_text("utf-8")
    told = source.split("    flags: tuple[str, ...] = ()\n", 1)[1].split("@dataclass")[
        0
    ]
    flags = set(re.findall(r"``(\w+)``", told))
    assert len(flags) > 4
    assert flags - {"hanging", "address"} == set(rough._BROKEN)


def test_marks_that_hang_as_the_house_asks_are_no_rough_lines(desk):
    body = replace(desk.house.body, hanging=True)
    # Ten ems, an indent of two: the stop hangs behind the eighth character.
    done = desk.set(a_story("新" * 8 + "。" + "闻" * 20), over_two(), body=body)
    assert "hanging" in lines_of(done.placed, "body")[0].line.flags
    assert "rough-line" not in {found.code for found in done.found}


def test_notes_follow_the_byline_a_row_apart(desk):
    story = a_story("新闻[^1]。\n\n[^1]: 国家。\n", byline="记者 新")
    done = desk.set(story, a_slot(cols=(1, 1), rows=(1, 12)))
    texts = [
        (placed.line.text, placed.y)
        for placed in done.placed
        if isinstance(placed, SetLine) and placed.part in {"body", "byline"}
    ]
    (copy, first), (byline, second), (note, third) = texts
    assert copy == "新闻[1]。"
    assert byline == "（记者\u2002新）"
    assert note == "[1]\u2002国家。"
    assert second == first + ROW
    assert third == second + 2 * ROW


def test_notes_stand_flush_left_under_a_short_rule(desk):
    story = a_story("新闻[^1]，国家[^2]。\n\n[^1]: 国家。\n[^2]: 社会。\n")
    done = desk.set(story, a_slot(cols=(1, 1), rows=(1, 12)))
    copy, one, two = lines_of(done.placed, "body")
    assert [line.line.pieces[0].xs[0] for line in (one, two)] == [0, 0]
    (rule,) = (thing for thing in done.placed if isinstance(thing, Rule))
    left = desk.grid.left
    assert (rule.x0, rule.x1) == (left, left + 10 * EM // 3)
    assert rule.y0 == rule.y1
    # Nearer to the notes than to the copy.
    foot, head = copy.y + EM * 12 // 100, one.y - EM * 88 // 100
    assert foot < (foot + head) // 2 < rule.y0 < head


@pytest.mark.parametrize(("body", "first"), [("", "headline"), ("新闻", "picture")])
def test_a_picture_story_without_text_has_its_heading_above(desk, body, first):
    slot = a_slot(rows=(1, 20), use="picture")
    story = a_story(body, pictures=(a_picture(caption="图片"),))
    made, found = make_up(
        desk.issue(desk.page([slot], {"lead": (story,)})), desk.library
    )
    assert {d.code for d in found} <= {"short"}
    placed = made.pages[0].placed
    (headline,), (picture,) = lines_of(placed, "headline"), pictures_of(placed)
    (caption,) = lines_of(placed, "caption")
    order = ["headline", "picture"] if headline.y < picture.rect.y else ["picture"]
    assert order[0] == first
    if not body:  # the caption ends the slot
        assert picture.rect.bottom == desk.grid.em_top(19) + EM
        assert caption.y < desk.grid.row_top(21)
