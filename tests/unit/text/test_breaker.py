"""Where lines end."""

from fractions import Fraction
from typing import Any

import pytest
from tests.engine import SIZE, body, ems, library, paragraph

from printpress.text import break_lines
from printpress.text.galley import Line, Paragraph, Profile, Run, compose
from printpress.text.nominal import Options
from printpress.text.prohibition import LEVELS, held


def lines_of(text: str, measure: float | Fraction, **changes: Any) -> tuple[Line, ...]:
    return compose(
        [paragraph(text, **changes)], Profile.of(ems(measure)), library()
    ).lines


@pytest.mark.parametrize("mark", "，、；：。．？！”’）］｝〕〉》」』】〗·–～／々％℃°″")
@pytest.mark.parametrize("level", LEVELS)
def test_a_mark_begins_a_line_only_at_level_none(mark, level):
    lines = break_lines(
        f"一二三四五六{mark}七八", 6, prohibition=level, widths={mark: 1}
    )
    begins = any(line.startswith(mark) for line in lines)
    assert begins == (level == "none")


@pytest.mark.parametrize("mark", "“‘（［｛〔〈《「『【〖")
@pytest.mark.parametrize("level", LEVELS)
def test_an_opening_mark_ends_a_line_only_at_level_none(mark, level):
    lines = break_lines(f"一二三四五{mark}六七八九", 6, prohibition=level)
    assert any(line.endswith(mark) for line in lines) == (level == "none")


@pytest.mark.parametrize(
    ("text", "level", "lines"),
    [
        ("一二三四……五六", "basic", ["一二三四", "……五六"]),
        ("一二三四……五六", "gb", ["一二三四", "……五六"]),
        ("一二三四……五六", "newspaper", ["一二三", "四……五", "六"]),
        ("一二三四——五六", "newspaper", ["一二三四", "——五六"]),
        ("一二三四——五六", "strict", ["一二三", "四——五", "六"]),
    ],
)
def test_dash_and_ellipsis_by_level(text, level, lines):
    assert break_lines(text, 4, prohibition=level) == lines


def test_a_space_does_not_begin_a_line():
    assert break_lines("一二三四\u3000，五", 4) == ["一二三", "四\u3000，五"]


@pytest.mark.parametrize("white", ["\u3000", "\u3000\u3000"])
def test_no_line_ends_in_white_space_behind_an_opening_mark(white):
    lines = break_lines(f"一二三四（{white}五六七八", 5 + len(white))
    assert lines[0] == "一二三四"


def test_unknown_levels_are_refused():
    with pytest.raises(ValueError, match="'gbk' is not a level"):
        next(held("gbk", "H"))


def test_ascii_marks_stay_with_their_word():
    assert break_lines("一二三四,五六", 4) == ["一二三", "四,五六"]
    assert break_lines("一二三(四五", 3.5) == ["一二三", "(四五"]


def test_closing_marks_after_digits_do_not_begin_lines():
    """typst 3082."""
    for mark in "，。）”》、：；？！":
        for measure in range(3, 9):
            lines = break_lines(f"一二三（abc0{mark}四五", measure)
            assert not any(line.startswith(mark) for line in lines)


def test_squeezing_in_comes_before_pushing_out():
    text = "一，二三四五，六七"
    assert break_lines(text, 6) == ["一，二三四五，", "六七"]
    assert break_lines(text, 6, adjust="push-out") == ["一，二三四", "五，六七"]


def test_nothing_is_squeezed_for_a_break_that_is_legal():
    assert break_lines("一，二，三四五六七八", 6) == ["一，二，三四", "五六七八"]


def test_a_line_is_squeezed_only_as_far_as_its_marks_allow():
    """Both ends trimmed, two commas give half an em each, and that is all."""
    text = "一，二，三四五六”，七"
    assert break_lines(text, 8.5)[0] == "一，二，三四五六”，"
    assert break_lines(text, 8)[0] == "一，二，三四五六”，"
    assert break_lines(text, 7.75)[0] == "一，二，三四五"


def test_a_break_between_closing_and_opening_marks_is_legal():
    """ctex-kit 437."""
    for pair in ("”“", "。“", "》《", "），《", "。（"):
        lines = break_lines(f"一二三{pair}四五六", 4)
        assert lines[0] == f"一二三{pair[:-1]}"
        assert lines[1].startswith(pair[-1])


def test_an_indent_shortens_the_first_line_only():
    assert break_lines("一二三四五六七八九十", 4, indent=2) == [
        "一二",
        "三四五六",
        "七八九十",
    ]


def test_hanging_takes_one_stop_and_no_more():
    options: Options = {"hanging": True, "squeeze": False}
    assert break_lines("一二三四。五六", 4, **options)[0] == "一二三四。"
    assert break_lines("一二三四；五六", 4, **options)[0] == "一二三四；"
    assert break_lines("一二三四）五六", 4, **options)[0] == "一二三"
    assert break_lines("一二三四。”五六", 4, **options)[0] == "一二三"
    assert break_lines("一二三”。四五六", 4, **options)[0] == "一二"


def test_a_hung_mark_stands_past_the_measure():
    first = lines_of("一二三四五六，七八", 6, hanging=True)[0]
    assert first.text == "一二三四五六，"
    assert first.flags == ("hanging",)
    assert first.width == ems(6) + SIZE // 2
    assert first.pieces[0].xs[-1] == ems(6)


@pytest.mark.parametrize(
    ("text", "measure", "last"),
    [
        ("一二三四五六。", 5, "五六。"),
        ("一二三四五六", 5, "五六"),
        ("一二三四五，六。”", 5, "五，六。”"),
        ("一二三四五六七", 6, "六七"),
        ("一二三四五2025", 5, "2025"),
        ("一二三四五……", 5, "四五……"),
    ],
)
def test_a_last_line_holds_two_characters(text, measure, last):
    lines = break_lines(text, measure, orphan=True)
    assert lines[-1] == last
    assert "".join(lines) == text


@pytest.mark.parametrize("method", ["greedy", "total-fit"])
@pytest.mark.parametrize("note", ["①", "[1]"])
def test_a_note_mark_is_no_second_character_of_a_last_line(method, note):
    runs = (
        Run("一二三四五六七", "song"),
        Run(note, "song", SIZE * 2 // 3, mark="note"),
    )
    whole = Paragraph(runs, body(method=method, orphan=True))
    lines = compose([whole], Profile.of(ems(6)), library()).lines
    assert [line.text for line in lines] == ["一二三四五", f"六七{note}"]


@pytest.mark.parametrize("text", ["CO₂", "H₂O", "3∶12", "2½"])
def test_a_formula_or_a_score_is_not_divided(text):
    for measure in (4, 5, 6):
        lines = lines_of(f"一二三四{text}五六", measure)
        assert any(text in line.text for line in lines)


def test_an_orphan_that_cannot_be_mended_is_flagged():
    """Pulling down a long word would tear the line above apart."""
    lines = lines_of("一二三Internationali五", 10, orphan=True)
    assert [line.text for line in lines] == ["一二三Internationali", "五"]
    assert lines[-1].flags == ("orphan",)
    assert lines_of("一二三Internationali五", 10)[-1].flags == ()


def test_the_line_above_an_orphan_is_spread():
    above, last = lines_of("一二三四五六。", 5, orphan=True)
    assert above.width == ems(5)
    assert above.looseness == 333
    assert last.width == ems(Fraction(5, 2))


def test_a_unit_wider_than_the_measure_is_divided_and_flagged():
    lines = lines_of("见Donaudampfschifffahrtsgesellschaft等", 6)
    assert (
        "".join(line.text for line in lines) == "见Donaudampfschifffahrtsgesellschaft等"
    )
    assert lines[0].text.startswith("见Don")
    assert all(line.flags[:1] == ("divided",) for line in lines[:-1])
    assert all(line.width <= ems(6) for line in lines)


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        (
            "登录https://www.example.com/news/index?page=2&a=b查看",
            8,
            ["登录https://www.", "example.com/", "news/index?page=", "2&a=b查看"],
        ),
        ("见www.xi-qiao.example/a", 8, ["见www.xi-qiao.", "example/a"]),
        ("信office@xiqiao.example", 7, ["信office@", "xiqiao.example"]),
        (
            "一二三四五六office@xiqiao.example",
            8,
            ["一二三四五六", "office@xiqiao.", "example"],
        ),
        ("一二www.example.com，三四", 7.5, ["一二", "www.example.", "com，三四"]),
        ("见files/of/the/press", 6, ["见files/of/", "the/press"]),
        ("圆3.14159265358979", 6, ["圆3.14159265", "358979"]),
    ],
)
def test_an_over_long_address_is_parted_after_its_signs(text, measure, lines):
    """After / ? & = . where a line can hold so much, after - _ @ where not."""
    assert break_lines(text, measure, autospace=0) == lines


@pytest.mark.parametrize("measure", range(4, 30))
def test_the_signs_of_a_scheme_stay_together(measure):
    for line in break_lines("登录https://a.example看", measure)[1:]:
        assert not line.startswith("/")


def test_a_unit_that_fits_the_next_line_is_not_divided():
    lines = lines_of("一二三Internationali五", 8)
    assert [line.text for line in lines] == ["一二三", "Internationali五"]
    first = lines_of("一Internationali五", 8, indent=Fraction(3))
    assert [line.text for line in first] == ["一", "Internationali五"]


def test_where_every_place_is_prohibited_a_line_is_forced_and_flagged():
    lines = lines_of("（（（（（（（（（（字", 4)
    assert lines[0].flags[0] == "prohibited"
    assert "".join(line.text for line in lines) == "（（（（（（（（（（字"


def test_a_character_wider_than_the_measure_is_overfull_and_flagged():
    lines = lines_of("国家", Fraction(1, 2))
    assert [line.flags for line in lines] == [("overfull",), ("overfull",)]


def test_a_line_that_nothing_can_spread_is_flagged():
    alone = lines_of("AAAAAAAAAA BBBBBBBBBBBBB", 8)
    assert alone[0].flags == ("underfull",)
    assert alone[0].width < ems(8)


def test_a_unit_is_not_divided_to_keep_a_prohibition():
    """Where both cannot be had, an ellipsis begins a line rather than come in two."""
    lines = lines_of("一……二", 2)
    assert [line.text for line in lines] == ["一", "……", "二"]
    assert lines[0].flags[0] == "prohibited"
