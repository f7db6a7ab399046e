"""Pull quotes and boxes of facts: whole rows, even lines, what stands round them."""

import pytest
from tests.desk import EM, HERE, ROW, a_slot, a_story, lines_of, words_of

from printpress.makeup.apart import MARK, QUOTE_RULE
from printpress.makeup.placed import FrameLine, Patch, Rule
from printpress.spec.layout import FactsSlot, QuoteSlot
from printpress.spec.story import Facts, Quote

TEXT = "国家地方社会经济" * 75


def quoted(desk, words, *, style="rules", speaker="", rows=(1, 9), over=(1, 1)):
    slot = a_slot(quote=QuoteSlot(over, "middle", rows, HERE, style))
    return desk.set(a_story(TEXT, quote=Quote(words, speaker, HERE)), slot)


def boxed(desk, facts, *, rows=(1, 12), **around):
    slot = a_slot(facts=FactsSlot((3, 3), "foot", rows, HERE, **around))
    return desk.set(a_story(TEXT, facts=facts), slot)


def test_a_quote_stands_between_two_rules_on_whole_rows(desk):
    done = quoted(desk, "国家地方社会", speaker="文")
    above, below = (thing for thing in done.placed if isinstance(thing, Rule))
    assert above.width == below.width == QUOTE_RULE
    assert (below.y0 - above.y0 + QUOTE_RULE - EM) % ROW == 0
    column = desk.grid.span(1, 1)
    assert (above.x0, above.x1) == (column.x, column.x + column.width)
    first, *_, speaker = lines_of(done.placed, "quote")
    assert above.y0 < first.y < speaker.y < below.y0
    assert words_of(speaker) == "——文"


def test_a_quotes_lines_are_as_even_as_can_be(desk):
    done = quoted(desk, "国家地方社会经济中心")  # nine on a line and one would be left
    lengths = [line.line.characters for line in lines_of(done.placed, "quote")]
    assert len(lengths) == 2
    assert max(lengths) - min(lengths) <= 2


def test_a_mark_opens_a_quote_without_rules(desk):
    done = quoted(desk, "国家地方社会", style="mark")
    assert not [thing for thing in done.placed if isinstance(thing, Rule)]
    (mark,) = lines_of(done.placed, "furniture")
    assert words_of(mark) == MARK
    (line,) = lines_of(done.placed, "quote")
    assert line.x == desk.grid.span(1, 1).x
    assert mark.line.pieces[0].size > line.line.pieces[0].size


def test_text_keeps_a_row_from_a_quote(desk):
    done = quoted(desk, "国家地方社会")
    above, below = (thing for thing in done.placed if isinstance(thing, Rule))
    column = desk.grid.span(1, 1)
    here = [
        line.y - round(EM * 0.88)
        for line in lines_of(done.placed, "body")
        if line.x == column.x
    ]
    assert min(abs(above.y0 - top - EM) for top in here) >= ROW
    assert min(abs(top - below.y0) for top in here if top > below.y0) >= ROW


def test_a_quote_longer_than_its_rows_is_an_error(desk):
    done = quoted(desk, "国家地方社会经济" * 3, rows=(1, 3))
    assert "inset-too-long" in [found.code for found in done.found]
    told = "".join(words_of(line) for line in lines_of(done.placed, "quote"))
    assert told == "国家地方社会经济" * 3


FACTS = Facts("国家", ("地方社会经济中心" * 2,), ("社会", "经济"), HERE)


def test_facts_stand_in_a_frame_with_air_at_all_sides(desk):
    done = boxed(desk, FACTS, frame="hairline", tint="tint")
    (frame,) = (thing for thing in done.placed if isinstance(thing, FrameLine))
    (tint,) = (thing for thing in done.placed if isinstance(thing, Patch))
    box, column = tint.rects[0], desk.grid.span(3, 3)
    assert (box.x, box.width) == (column.x, column.width)
    assert (box.height - EM) % ROW == 0
    assert box.contains(frame.rect)
    lines = lines_of(done.placed, "facts")
    told = "".join(words_of(line) for line in lines)
    assert told == "国家" + "地方社会经济中心" * 2 + "社会经济"
    for line in lines:
        assert line.x - box.x >= 3 * EM // 5
        assert line.x + line.line.width <= box.right - 3 * EM // 5
        assert box.y + 3 * EM // 5 <= line.y - round(EM * 0.88)
        assert line.y < box.bottom - EM // 2


def test_a_paragraph_of_facts_has_an_indent_and_a_line_none(desk):
    done = boxed(desk, FACTS, frame="hairline")
    title, first, *_, last = lines_of(done.placed, "facts")
    assert title.line.pieces[0].xs[0] == last.line.pieces[0].xs[0] == 0
    assert first.line.pieces[0].xs[0] == 2 * first.line.pieces[0].size


def test_a_box_at_the_foot_ends_with_the_text(desk):
    done = boxed(desk, FACTS, frame="hairline")
    (frame,) = (thing for thing in done.placed if isinstance(thing, FrameLine))
    foot = desk.grid.em_top(30) + EM
    assert abs(frame.rect.bottom - foot) <= frame.width


@pytest.mark.parametrize("least", [5, 12])
def test_a_box_has_the_rows_its_words_need_or_the_layouts_least(desk, least):
    done = boxed(desk, FACTS, rows=(least, 14), frame="hairline")
    (frame,) = (thing for thing in done.placed if isinstance(thing, FrameLine))
    rows = (frame.rect.height + frame.width - EM) // ROW + 1
    assert rows == least if least == 12 else rows < 12


def test_a_quote_grows_by_two_rows_at_most_to_fill_its_slot(desk):
    slot = a_slot(rows=(1, 12), columns=1, quote=QuoteSlot((1, 1), "top", (1, 9), HERE))
    quote = Quote("国家地方社会", "", HERE)
    heights = set()
    for count in range(1, 9):
        done = desk.set(a_story("国" * 32 * count, quote=quote), slot)
        above, below = (thing for thing in done.placed if isinstance(thing, Rule))
        heights.add((below.y0 - above.y0) // ROW)
    assert max(heights) - min(heights) == 2
