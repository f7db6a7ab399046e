"""导读: so many items as the slot takes, all of its height, numbers at the right."""

from itertools import pairwise

import pytest
from tests.desk import HERE, ROW, a_slot, lines_of, words_of

from printpress.content.issue import GuideEntry
from printpress.content.story import HeadingText
from printpress.diagnostics import Severity
from printpress.makeup.guide import chosen, set_guide
from printpress.makeup.placed import FrameLine, Patch, Rule
from printpress.units import PT

SLOT = a_slot(
    "guide",
    cols=(3, 3),
    rows=(4, 23),
    use="guide",
    items=(2, 4),
    frame="hairline",
    title="导读",
)


def entries(count: int, words: str = "新闻||报纸") -> list[GuideEntry]:
    text = HeadingText.parse(words)
    return [GuideEntry(text, n + 2, f"story-{n}", HERE) for n in range(count)]


@pytest.fixture
def put(desk):
    def set_it(count, slot=SLOT, words="新闻||报纸"):
        return set_guide(desk.compositor(), desk.grid, slot, entries(count, words))

    return set_it


def texts(placed):
    return [words_of(line) for line in lines_of(placed)]


@pytest.mark.parametrize(("offered", "taken"), [(2, 2), (3, 3), (4, 4), (7, 4)])
def test_the_guide_takes_at_most_as_many_items_as_its_slot(put, offered, taken):
    placed, trouble = put(offered)
    assert trouble is None
    numbers = [words for words in texts(placed) if words.startswith("P")]
    assert numbers == [f"P{n:02d}" for n in range(2, taken + 2)]


def test_too_few_items_are_a_warning_and_printed_all_the_same(put):
    placed, trouble = put(1)
    assert trouble is not None
    assert (trouble.code, trouble.severity) == ("guide-short", Severity.WARNING)
    assert "takes 2 to 4" in trouble.what.en
    assert "P02" in texts(placed)


def test_no_items_at_all_leave_the_bar_alone(put):
    placed, trouble = put(0)
    assert trouble is not None
    assert texts(placed) == ["导读"]


def test_a_slot_without_items_takes_all():
    everything = entries(9)
    assert chosen(everything, a_slot(use="guide")) == (everything, None)


def test_forced_lines_stand_one_below_the_other(put):
    placed, _ = put(2)
    assert texts(placed) == ["导读", "新闻", "报纸", "P02", "新闻", "报纸", "P03"]


def test_numbers_stand_flush_right_and_words_flush_left(desk, put):
    placed, _ = put(4)
    right = {
        line.x + line.line.width
        for line in lines_of(placed)
        if words_of(line).startswith("P")
    }
    left = {line.x for line in lines_of(placed) if words_of(line) in ("新闻", "报纸")}
    rect = desk.grid.rect(SLOT.cols, SLOT.rows)
    assert right == {rect.right - desk.grid.size}
    assert left == {rect.x + desk.grid.size}


@pytest.mark.parametrize("count", [2, 3, 4])
def test_items_are_spread_evenly_over_the_whole_height(desk, put, count):
    placed, _ = put(count)
    numbers = [line.y for line in lines_of(placed) if words_of(line).startswith("P")]
    steps = {after - here for here, after in pairwise(numbers)}
    rect = desk.grid.rect(SLOT.cols, SLOT.rows)
    inside = rect.height - 2 * ROW  # below the bar
    assert len(steps) == 1
    assert abs(steps.pop() * count - inside) <= 6 * PT
    assert numbers[-1] <= rect.bottom


def test_a_dotted_rule_stands_between_neighbours_only(put):
    placed, _ = put(4)
    rules = [thing for thing in placed if isinstance(thing, Rule)]
    assert len(rules) == 3
    assert all(rule.dotted for rule in rules)


def test_everything_stays_inside_the_slot(desk, put):
    placed, _ = put(4, words="新闻报纸头版导读记者本讯国家地方")  # wider than the slot
    rect = desk.grid.rect(SLOT.cols, SLOT.rows)
    for line in lines_of(placed):
        size = line.line.pieces[0].size
        assert rect.x <= line.x
        assert line.x + line.line.width <= rect.right
        assert rect.y <= line.y - size * 88 // 100
        assert line.y <= rect.bottom


def test_a_long_line_is_set_smaller_and_never_cut(put):
    placed, _ = put(2, words="新闻报纸头版导读记者本讯国家地方")
    (long, _) = [line for line in lines_of(placed) if len(words_of(line)) == 16]
    assert long.line.pieces[0].size < 8 * PT
    assert words_of(long) == "新闻报纸头版导读记者本讯国家地方"


def test_the_bar_and_the_frame_stand_round_it(desk, put):
    placed, _ = put(2)
    rect = desk.grid.rect(SLOT.cols, SLOT.rows)
    (bar,) = [thing for thing in placed if isinstance(thing, Patch)]
    (frame,) = [thing for thing in placed if isinstance(thing, FrameLine)]
    assert bar.rects[0].height == 2 * ROW
    assert rect.contains(frame.rect.inset(-frame.width // 2))
    title = next(line for line in lines_of(placed) if words_of(line) == "导读")
    assert title.ink.total == 0  # paper white on the bar


def test_numbers_stand_beside_the_last_line_where_rows_are_few(put):
    low = a_slot("guide", cols=(2, 3), rows=(4, 11), use="guide", items=(2, 4))
    placed, trouble = put(4, low, "新闻||报")
    assert trouble is None
    lines = lines_of(placed)
    for number in (line for line in lines if words_of(line).startswith("P")):
        assert any(
            other.y == number.y and words_of(other) == "报" for other in lines
        ), number


def test_items_that_find_no_room_stop_the_press(put):
    low = a_slot("guide", cols=(3, 3), rows=(4, 8), use="guide", items=(2, 4))
    placed, trouble = put(4, low, "新闻||报纸||头版")
    assert trouble is not None
    assert (trouble.code, trouble.severity) == ("guide-overset", Severity.ERROR)
    assert len([words for words in texts(placed) if words == "头版"]) == 4
