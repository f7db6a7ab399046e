"""Turnover lines, labels that hang before a first line, and lines set beforehand."""

from dataclasses import replace
from fractions import Fraction

from tests.engine import SIZE, body, ems, library, paragraph

from printpress.text.galley import (
    Line,
    Paragraph,
    Preset,
    Profile,
    Run,
    Stroke,
    compose,
)


def lines_of(*paragraphs: Paragraph | Preset, measure: float = 8) -> tuple[Line, ...]:
    return compose(paragraphs, Profile.of(ems(measure)), library()).lines


def starts(lines: tuple[Line, ...]) -> list[int]:
    return [line.pieces[0].xs[0] // SIZE for line in lines]


def test_later_lines_begin_at_the_turnover():
    lines = lines_of(paragraph("一二三四五六七八九十", turnover=Fraction(3)))
    assert [line.text for line in lines] == ["一二三四五六七八", "九十"]
    assert starts(lines) == [0, 3]
    lines = lines_of(paragraph("一二三四五六七八九十" * 2, turnover=Fraction(3)))
    assert [len(line.text) for line in lines] == [8, 5, 5, 2]
    assert {line.width for line in lines[:3]} == {ems(8)}


def test_an_inset_keeps_line_ends_free():
    em = Fraction(1)
    lines = lines_of(
        paragraph("一二三四五六七八", indent=em, turnover=em, inset=2 * em)
    )
    assert [line.text for line in lines] == ["一二三四五", "六七八"]
    assert lines[0].width == ems(6)
    assert {line.measure for line in lines} == {ems(8)}


def test_lines_set_right_stand_before_the_inset():
    (line,) = lines_of(paragraph("镇里", align="right", inset=Fraction(2)))
    assert line.pieces[0].xs == (4 * SIZE, 5 * SIZE)
    assert line.width == ems(6)


def labelled(label: str, text: str, font: str = "hei") -> Paragraph:
    setting = body(indent=Fraction(3), turnover=Fraction(3), hang=Fraction(2))
    return Paragraph((Run(text, "song"),), setting, (Run(label, font),))


def test_a_label_hangs_before_the_first_line():
    lines = lines_of(labelled("■", "一二三四五六七八"))
    assert [line.text for line in lines] == ["■一二三四五", "六七八"]
    assert [(piece.face, piece.xs[0]) for piece in lines[0].pieces] == [
        ("hei", SIZE),
        ("song", 3 * SIZE),
    ]
    assert starts(lines) == [1, 3]
    assert [line.characters for line in lines] == [6, 3]
    # However the line is spread, its text begins where later lines begin.
    lines = lines_of(labelled("1.", "一二三四五六七八九"), measure=8.5)
    assert lines[0].width == ems(8.5)
    assert lines[0].looseness > 0
    assert lines[0].pieces[-1].xs[0] == lines[1].pieces[0].xs[0] == 3 * SIZE


def test_places_of_missing_characters_count_the_label():
    lacking = labelled("1\U0010ff00.", "二\U0010ff00")
    galley = compose([paragraph("一"), lacking], Profile.of(ems(8)), library())
    told = [(lack.paragraph, lack.offset) for lack in galley.missing]
    assert told == [(1, 1), (1, 4)]


def test_a_label_without_text_sets_no_line():
    assert lines_of(labelled("■", "")) == ()


def test_lines_set_beforehand_take_their_rows():
    (one,) = lines_of(paragraph("表"))
    rule = Stroke(0, -SIZE, ems(8), -SIZE, 5000)
    preset = Preset((replace(one, strokes=(rule,)), one))
    profile = Profile(((3, ems(4)), (1, ems(6))))
    galley = compose(
        [paragraph("甲"), preset, paragraph("一二三四五六")], profile, library()
    )
    assert [line.text for line in galley.lines] == ["甲", "表", "表", "一二三四五六"]
    assert [line.paragraph for line in galley.lines] == [0, 1, 1, 2]
    assert [line.measure for line in galley.lines[::3]] == [ems(4), ems(6)]
    assert galley.lines[1].strokes == (rule,)
