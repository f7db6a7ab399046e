"""QR codes in slots and at the ends of stories; words that a slot says by itself."""

from dataclasses import replace

import pytest
from tests.desk import HERE, a_slot, a_story, lines_of, words_of
from tests.laws.test_makeup import box_of

from printpress.content.codes import MODULE, read_code
from printpress.content.stories import code_paragraph
from printpress.geometry import Rect
from printpress.makeup.codes import story_code_findings
from printpress.makeup.ear import place_code
from printpress.makeup.notice import set_words
from printpress.makeup.placed import Patch, SetLine
from printpress.makeup.qr import QUIET_ZONE
from printpress.spec.supplied import CodeSpec
from printpress.units import MM, PT

CODE = read_code(CodeSpec("https://example.org/t", ("扫一扫", "看早市"), "M", HERE))


def patches(placed):
    return [thing for thing in placed if isinstance(thing, Patch)]


def around(patch, module):
    """The code with its quiet zone."""
    x, y = min(r.x for r in patch.rects), min(r.y for r in patch.rects)
    right, foot = max(r.right for r in patch.rects), max(r.bottom for r in patch.rects)
    return Rect(x, y, right - x, foot - y).inset(-QUIET_ZONE * module)


def a_coded_story(body, **changes):
    story = a_story(body, **changes)
    return replace(story, paragraphs=(*story.paragraphs, code_paragraph(CODE)))


@pytest.mark.parametrize("cols", [(1, 1), (1, 2), (1, 3)])
def test_a_storys_code_ends_it_and_keeps_its_quiet_zone(desk, cols):
    story = a_coded_story("桥头的早市天不亮就开了。\n" * 9, byline="张林")
    done = desk.set(story, a_slot(cols=cols))
    assert not done.overset
    (patch,) = patches(done.placed)
    quiet = around(patch, MODULE)
    lines = lines_of(done.placed)
    assert not any(box_of(line).overlaps(quiet) for line in lines if line.line.text)
    assert [words_of(line) for line in lines if words_of(line)][-2:] == list(
        CODE.caption
    )
    ground = desk.ground(a_slot(cols=cols)).columns
    assert any(s.x <= quiet.x and quiet.right <= s.x + s.width for s in ground)


@pytest.mark.parametrize("count", range(1, 8))
def test_a_code_below_text_leaves_it_alone_and_stays_in_the_slot(desk, count):
    slot = a_slot(rows=(1, 9))
    done = desk.set(a_coded_story("桥头的早市天不亮就开了。\n\n" * count), slot)
    assert not done.overset
    (patch,) = patches(done.placed)
    quiet = around(patch, MODULE)
    lines = [line for line in lines_of(done.placed) if words_of(line)]
    assert not any(box_of(line).overlaps(quiet) for line in lines)
    assert desk.grid.row_top(1) <= quiet.y
    assert quiet.bottom <= desk.grid.row_top(10)


def test_phones_need_four_modules_of_paper():
    assert QUIET_ZONE == 4  # ISO/IEC 18004 9.1


def test_a_code_goes_whole_to_the_next_column(desk):
    story = a_coded_story("桥头的早市天不亮就开了。\n\n" * 6)
    done = desk.set(story, a_slot(rows=(1, 9)))
    (patch,) = patches(done.placed)
    assert not done.overset
    columns = desk.ground(a_slot()).columns
    quiet = around(patch, MODULE)
    assert sum(s.x <= quiet.x < s.x + s.width for s in columns) == 1


@pytest.mark.parametrize(
    "rect", [Rect(9, 9, 90 * PT, 150 * PT), Rect(9, 9, 200 * PT, 80 * PT)]
)
def test_a_code_in_a_slot_keeps_its_quiet_zone(desk, rect):
    placed, lack, _ = place_code(desk.compositor(), rect, CODE, desk.spec.press)
    assert lack == 0
    (patch,) = patches(placed)
    module = min(r.height for r in patch.rects)
    quiet = around(patch, module)
    assert rect.inset(-PT).contains(quiet)
    lines = [thing for thing in placed if isinstance(thing, SetLine)]
    assert [words_of(line) for line in lines] == list(CODE.caption)
    assert not any(box_of(line).overlaps(quiet.inset(PT)) for line in lines)


def test_a_slot_too_small_for_a_code_is_told(desk):
    placed, lack, _ = place_code(
        desk.compositor(), Rect(0, 0, 20 * PT, 20 * PT), CODE, desk.spec.press
    )
    assert not placed
    assert lack > 0


def test_a_press_that_wants_larger_modules_is_heard(desk):
    press = replace(desk.spec.press, qr_module_warn=MODULE, qr_module_error=MM // 4)
    assert not story_code_findings([CODE], press)
    press = replace(press, qr_module_warn=MODULE + 1)
    (told,) = story_code_findings([CODE], press)
    assert told.code == "qr-too-small"


def test_words_fill_their_box_and_no_more(desk):
    slot = a_slot(use="words", role="lead", words=("大家看", "早市"))
    rect = Rect(0, 0, 90 * PT, 40 * PT)
    lines = lines_of(set_words(desk.compositor(), rect, slot))
    assert [words_of(line) for line in lines] == ["大家看", "早市"]
    assert all(rect.contains(box_of(line)) for line in lines)
    narrow = Rect(0, 0, 12 * PT, 90 * PT)
    for line in lines_of(set_words(desk.compositor(), narrow, slot)):
        assert narrow.contains(box_of(line))
