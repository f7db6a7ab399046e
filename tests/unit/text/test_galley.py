"""Lines with a place for every glyph."""

from fractions import Fraction
from typing import Any

import pytest
from tests.engine import SIZE, body, ems, library, paragraph

from printpress.text.galley import (
    Line,
    Paragraph,
    Profile,
    Run,
    compose,
    set_one_line,
)
from printpress.text.punctuation import HEADLINE


def lines_of(*paragraphs: Paragraph, measure: float = 8) -> tuple[Line, ...]:
    return compose(paragraphs, Profile.of(ems(measure)), library()).lines


def test_a_line_says_where_it_belongs():
    lines = lines_of(paragraph("一二三四五六七八九"), paragraph("甲"))
    assert [(line.paragraph, line.first, line.last) for line in lines] == [
        (0, True, False),
        (0, False, True),
        (1, True, True),
    ]
    assert [line.text for line in lines] == ["一二三四五六七八", "九", "甲"]
    assert [line.characters for line in lines] == [8, 1, 1]
    assert {line.measure for line in lines} == {ems(8)}


def test_glyphs_stand_on_the_grid_of_ems():
    (line,) = lines_of(paragraph("一二三四"))
    assert line.pieces[0].xs == (0, SIZE, 2 * SIZE, 3 * SIZE)
    assert line.pieces[0].size == SIZE
    face = library().face("song")
    assert line.pieces[0].gids == tuple(face.glyph(char) for char in "一二三四")


def test_an_indent_moves_the_first_line():
    first, second = lines_of(paragraph("一二三四五六七八", indent=Fraction(2)))
    assert first.pieces[0].xs[0] == 2 * SIZE
    assert second.pieces[0].xs[0] == 0
    assert first.width == first.measure
    assert first.text == "一二三四五六"


def test_a_bracket_that_opens_a_paragraph_loses_its_blank_behind_the_indent():
    """clreq §h-compression_of_punctuation_marks_at_line_start; typst 2348."""
    (line,) = lines_of(paragraph("“甲”乙", indent=Fraction(2)))
    assert line.pieces[0].xs[:2] == (2 * SIZE - SIZE // 2, 2 * SIZE + SIZE // 2)


def test_ink_ends_at_the_column_edge():
    (first, _) = lines_of(paragraph("一二三四五六七。八九"), measure=7.5)
    assert first.text == "一二三四五六七。"
    assert first.pieces[0].xs[-1] == 7 * SIZE
    assert first.width == ems(7.5)


def test_measures_follow_the_rows_through_paragraphs():
    profile = Profile(((2, 3 * SIZE), (2, 5 * SIZE), (1, 4 * SIZE)))
    galley = compose(
        [paragraph("一二三四五六七八"), paragraph("一二三四五六七八九十")],
        profile,
        library(),
    )
    assert [line.text for line in galley.lines] == [
        "一二三",
        "四五六",
        "七八",
        "一二三四五",
        "六七八九",
        "十",
    ]
    assert [line.measure // SIZE for line in galley.lines] == [3, 3, 5, 5, 4, 4]


@pytest.mark.parametrize(
    ("align", "x"), [("left", 0), ("center", 5 * SIZE // 2), ("right", 5 * SIZE)]
)
def test_lines_that_are_not_filled_stand_where_asked(align, x):
    (line,) = lines_of(paragraph("一二三", align=align))
    assert line.pieces[0].xs[0] == x
    assert line.width == x + 3 * SIZE


def test_ragged_lines_are_not_spread():
    first, _ = lines_of(paragraph("一二三四五六七，八九", align="left"), measure=6.5)
    assert first.width == 6 * SIZE
    assert not first.looseness


def test_ragged_lines_are_squeezed_where_a_mark_was_taken_in():
    first, _ = lines_of(paragraph("一，二三四五，六七", align="left"), measure=6)
    assert first.text == "一，二三四五，"
    assert first.width == 6 * SIZE


def test_looseness_is_in_thousandths_of_an_em():
    first, _ = lines_of(paragraph("一二三四五六，七八"), measure=6)
    assert first.text == "一二三四五"
    assert first.looseness == 250


def test_texts_of_glyphs_are_the_source():
    (line,) = lines_of(paragraph("他——用fi和“I’m”……"), measure=20)
    texts = [text for piece in line.pieces for text in piece.texts]
    assert "——" in texts
    assert "".join(texts) == line.text == "他——用fi和“I’m”……"


def test_an_empty_paragraph_has_no_line():
    assert lines_of(paragraph(""), paragraph(" \n")) == ()


def test_a_word_space_at_a_line_end_is_dropped():
    first, second = lines_of(paragraph("abcdefgh ijklmnop"), measure=5)
    assert (first.text, second.text) == ("abcdefgh", "ijklmnop")
    assert second.pieces[0].xs[0] == 0


def test_a_wide_space_is_kept_in_a_line_and_dropped_at_its_end():
    (line,) = lines_of(paragraph("镇政府\u3000联合"))
    assert line.text == "镇政府\u3000联合"
    assert line.width == 6 * SIZE
    assert line.characters == 5
    first, _ = lines_of(paragraph("镇政府\u3000联合"), measure=3)
    assert first.text == "镇政府"


def headline(text: str, **changes: Any) -> Line:
    setting = body(punctuation=HEADLINE, align="left", **changes)
    line, missing = set_one_line((Run(text, "hei"),), setting, library())
    assert not missing
    return line


def test_one_line_has_its_natural_width():
    assert headline("争当“小老虎”").width == 6 * SIZE
    assert headline("争当小老虎").width == headline("争当小老虎").measure == 5 * SIZE


def test_one_line_begins_and_ends_with_ink():
    line, _ = set_one_line((Run("“小老虎”", "hei"),), body(), library())
    assert line.width == 4 * SIZE
    assert line.pieces[0].xs[0] == -SIZE // 2


def test_tracking_spreads_a_headline_between_its_characters():
    assert headline("争当小老虎", tracking=1000).width == 5 * SIZE + 4 * 1000
    assert headline("争当", tracking=-1000).width == 2 * SIZE - 1000


def test_tracking_parts_no_mark_from_what_it_belongs_to():
    """A mark closes what stands before it, or opens what follows."""
    (line,) = lines_of(paragraph("争当。", tracking=1000, align="left"))
    assert line.width == 2 * SIZE + SIZE // 2 + 1000
    bare, spread = (headline("水退了，“人”不慌", tracking=n) for n in (0, 1000))
    gaps = (
        then - now - (first_then - first_now)
        for now, then, first_now, first_then in zip(
            bare.pieces[0].xs[1:],
            spread.pieces[0].xs[1:],
            bare.pieces[0].xs,
            spread.pieces[0].xs,
            strict=False,
        )
    )
    assert list(gaps) == [1000, 1000, 0, 1000, 0, 0, 1000, 1000]


@pytest.mark.parametrize(
    ("align", "width", "x"),
    [("left", 2, 0), ("center", 5, 3), ("right", 8, 6), ("justify", 8, 0)],
)
def test_one_line_is_set_into_a_measure(align, width, x):
    setting = body(align=align)
    line, _ = set_one_line((Run("甲乙", "song"),), setting, library(), 8 * SIZE)
    assert line.width == width * SIZE
    assert line.pieces[0].xs[0] == x * SIZE
    assert line.first
    assert line.last


def test_one_line_too_long_is_squeezed_and_then_flagged():
    run = (Run("甲，乙，丙", "song"),)
    line, _ = set_one_line(run, body(), library(), 4 * SIZE)
    assert (line.width, line.flags) == (4 * SIZE, ())
    line, _ = set_one_line(run, body(), library(), 3 * SIZE)
    assert (line.width, line.flags) == (4 * SIZE, ("overfull",))


def test_one_line_of_nothing():
    line, _ = set_one_line((Run("", "song"),), body(), library())
    assert (line.width, line.pieces, line.text) == (0, (), "")


def test_emphasis_changes_the_face_within_a_line():
    runs = (Run("正文", "song"), Run("黑体", "hei"), Run("。", "song"))
    (line,) = lines_of(Paragraph(runs, body()))
    assert [piece.face for piece in line.pieces] == ["song", "hei", "song"]
    assert line.pieces[1].xs == (2 * SIZE, 3 * SIZE)


def test_the_same_copy_gives_the_same_lines():
    text = "他说：“今天（星期五）好。”——《报》在2025年发表……"
    assert lines_of(paragraph(text)) == lines_of(paragraph(text))
