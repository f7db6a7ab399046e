"""Total fit, where a paragraph shows one thing at a time."""

import pytest

from printpress.text import break_lines


def total(text: str, measure: float, **options) -> list[str]:
    return break_lines(text, measure, method="total-fit", **options)


def test_a_comma_is_squeezed_before_a_gap_shows():
    assert total("一，二三四五，六七", 6) == ["一，二三四五，", "六七"]


def test_neither_where_nobody_sees_the_gap():
    """Twenty distances take an em at 1/20 each: nothing is squeezed for that."""
    text = "一，" + "二" * 19 + "三。四五"
    assert total(text, 21.5)[0] == text[:21]


def test_a_last_line_holds_two_characters():
    assert total("一二三四五六。", 5, orphan=True) == ["一二三四", "五六。"]
    assert total("一二三四五六七八九十一。", 10, orphan=True) == [
        "一二三四五六七八九",
        "十一。",
    ]


@pytest.mark.parametrize("name", ["AT&T", ".NET", "GB/T", "2025-09-05", "12.5"])
def test_short_names_and_numbers_are_never_parted(name):
    for halves in range(11, 24):
        lines = total(f"公司用{name}宣布事情", halves / 2)
        assert any(name in line for line in lines), lines


def test_a_long_address_is_parted_rather_than_leave_a_hole():
    text = "请看www.example.org/paper网页上的说明"
    assert total(text, 12, autospace=0)[0] == "请看www.example.org/"
    # In the greedy way it stays whole, as the vectors have it.
    assert break_lines(text, 12, autospace=0)[0] == "请看"


def test_measures_of_lines_may_differ():
    ours = total("一二三四五六七八九十", 6, indent=2)
    assert ours == ["一二三四", "五六七八九十"]
