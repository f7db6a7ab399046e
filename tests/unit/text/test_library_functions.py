"""``break_lines``, ``natural_width``, ``set_line``: the engine for other tools."""

from fractions import Fraction

import pytest
from tests.engine import library

from printpress.text import break_lines, natural_width, set_line


def test_breaking_by_the_rules():
    assert break_lines("一二三四五六，七八", 6) == ["一二三四五", "六，七八"]


def test_widths_are_exact():
    assert natural_width("字。”字") == Fraction(7, 2)
    assert natural_width("ab，12%") == 3 + Fraction(1, 2)
    assert natural_width("") == 0


def test_a_line_sums_to_its_measure():
    for measure in (8, 8.3, Fraction(25, 3), 9.0625):
        units = set_line("一二三，四五六七", measure)
        total = sum(advance for _, advance, _ in units)
        assert abs(total - Fraction(measure)) < Fraction(1, 10**15)
    assert set_line("一二ab三四", 5.75)[1][:2] == ("二", Fraction(11, 8))
    assert set_line("", 5) == ()


def test_a_face_may_measure():
    song = library().face("song")
    assert natural_width("字。”字", face=song) == Fraction(7, 2)
    assert natural_width("WWW", face=song) > natural_width("iii", face=song)
    assert break_lines("一二三四五六，七八", 6, face=song) == ["一二三四五", "六，七八"]


def test_unknown_options_are_refused():
    with pytest.raises(TypeError, match="there is no option squeezed"):
        break_lines("字", 5, squeezed=True)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="no method 'best-fit'"):
        break_lines("字", 5, method="best-fit")
    with pytest.raises(ValueError, match="'loose' is not a level"):
        break_lines("字", 5, prohibition="loose")
    with pytest.raises(ValueError, match="'kaimin' is not a style"):
        break_lines("字", 5, punctuation="kaimin")
