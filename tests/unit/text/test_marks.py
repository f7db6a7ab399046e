"""Dots, lines, frames and note marks: where each stands, worked out by hand.

The model's em is a round number, Han an em wide, and lines are set to whole ems.
"""

from fractions import Fraction
from typing import Any

import pytest
from tests.engine import SIZE, body
from tests.engine import library as real

from printpress.paths import CurveTo, LineTo, Move
from printpress.text.galley import Line, Paragraph, Profile, Run, Setting, compose
from printpress.text.marks import (
    DOT_BESIDE,
    DOT_BEYOND_LINE,
    DOT_RADIUS,
    FRAME_AIR,
    FRAME_BEARING,
    LINE_BESIDE,
    LineMark,
    outline,
)
from printpress.text.nominal import NominalFace, OneFace

EM = 1000
NOMINAL = OneFace(NominalFace())
CENTRED = OneFace(NominalFace(centred=True))


def run(text: str, **worn: Any) -> Run:
    return Run(text, "nominal", **worn)


def lines(
    *runs: Run, measure: int = 8, library: OneFace = NOMINAL, **changes: Any
) -> tuple[Line, ...]:
    setting = Setting(**({"size": EM, "orphan": False} | changes))
    return compose([Paragraph(runs, setting)], Profile.of(measure * EM), library).lines


def the_marks(line: Line) -> list[tuple[str, int, int]]:
    return [(mark.kind, mark.start, mark.end) for mark in line.marks]


def test_a_dot_stands_under_the_middle_of_each_han_character():
    (line,) = lines(run("一二"), run("三四五", dots=True), run("六"))
    (dots,) = line.marks
    assert dots == LineMark("dots", 2000, 5000, EM, (2500, 3500, 4500))


@pytest.mark.parametrize(
    "text", ["一，二", "一。”二", "一A二", "一——二", "一·二", "一1二"]
)
def test_marks_of_punctuation_and_western_words_have_no_dot(text):
    (line,) = lines(run(text, dots=True), autospace=Fraction(0))
    (dots,) = line.marks
    assert len(dots.centres) == 2
    assert dots.centres[0] == 500
    assert dots.centres[1] == line.width - 500


def test_words_without_any_han_have_no_dots():
    (line,) = lines(run("一二"), run("OK", dots=True))
    assert line.marks == ()


def test_dots_move_with_characters_that_are_spread():
    first, _ = lines(run("一二三"), run("四五六", dots=True), run("七hello"), measure=8)
    assert first.text == "一二三四五六七"
    # an em shared out between seven characters, odd EMU to the last of them
    assert first.marks[0].centres == (3999, 5166, 6333)
    origins = first.pieces[0].xs[3:6]
    assert first.marks[0].centres == tuple(x + 500 for x in origins)


def test_a_name_over_two_lines_has_a_line_on_each():
    first, second = lines(run("一二"), run("三四五", mark="name"), measure=4)
    assert the_marks(first) == [("name", 2000, 4000)]
    assert the_marks(second) == [("name", 0, 1000)]


def test_names_side_by_side_keep_lines_of_their_own():
    (line,) = lines(run("一二", mark="name"), run("三四", mark="name"))
    left, right = (outline(mark).path for mark in line.marks)
    assert left[-1] == LineTo(2000 - 83, LINE_BESIDE)
    assert right[0] == Move(2000 + 83, LINE_BESIDE)


def test_a_line_ends_with_its_characters_and_not_with_the_gap_behind():
    (line,) = lines(run("一二", mark="title"), run("AB"), autospace=Fraction(1, 4))
    assert the_marks(line) == [("title", 0, 2000)]


def test_a_wave_runs_through_its_middle_from_end_to_end():
    path = outline(LineMark("title", 0, 3000, EM)).path
    assert isinstance(path[0], Move)
    assert (path[0].x, path[0].y) == (83, 120)
    curves = [part for part in path if isinstance(part, CurveTo)]
    assert len(curves) == len(path) - 1
    assert (curves[-1].x, curves[-1].y) == (3000 - 83, 120)
    for number, curve in enumerate(curves):
        assert (curve.y1 > 120) is (number % 2 == 0)
        assert curve.y == 120


def test_a_line_is_nearer_to_the_text_than_dots():
    (line,) = lines(run("一二", mark="name", dots=True))
    name, dots = line.marks
    assert outline(name).path[0] == Move(83, LINE_BESIDE)
    first = outline(dots).path[0]
    assert first == Move(500 + DOT_RADIUS, DOT_BEYOND_LINE)
    (alone,) = lines(run("一二", dots=True))
    assert outline(alone.marks[0]).path[0] == Move(500 + DOT_RADIUS, DOT_BESIDE)


def test_dots_of_neighbouring_runs_stand_on_one_level():
    runs = (
        run("一", dots=True),
        run("二", dots=True, mark="name"),
        run("三", dots=True),
        run("四"),
        run("五", dots=True),
    )
    (line,) = lines(*runs)
    dots = [mark for mark in line.marks if mark.kind == "dots"]
    assert [mark.beyond for mark in dots] == [True, True, True, False]


def test_a_frame_takes_its_air_and_holds_its_name_together():
    runs = (run("一二"), run("三四", mark="mourning"), run("五"))
    (line,) = lines(*runs)
    assert line.width == 5 * EM + 2 * FRAME_BEARING + 2 * FRAME_AIR
    assert the_marks(line) == [
        ("mourning", 2000 + FRAME_AIR, 4000 + FRAME_AIR + 2 * FRAME_BEARING)
    ]
    assert line.pieces[0].xs[2] == 2000 + FRAME_AIR + FRAME_BEARING
    assert [line.text for line in lines(*runs, measure=4)] == ["一二", "三四五"]


def test_a_frame_at_a_lines_edges_stays_inside_it():
    first, second = lines(
        run("一二", mark="mourning"), run("三四", mark="mourning"), measure=3
    )
    for line in (first, second):
        (frame,) = line.marks
        path = outline(frame).path
        xs = [part.x for part in path if isinstance(part, Move | LineTo)]
        width = outline(frame).width
        assert min(xs) - width // 2 >= 0
        assert max(xs) + width // 2 <= 3 * EM
    assert first.marks[0].start == second.marks[0].start == 0


def test_a_frame_round_quotation_marks_keeps_its_air_at_a_lines_edges():
    """They give up no blank there, nor where the line is squeezed."""
    framed = run("“王二”", mark="mourning")
    (line,) = lines(framed, measure=8)
    (inside,) = lines(run("一"), framed, run("二"), measure=8)
    mark, other = line.marks[0], inside.marks[0]
    assert (
        mark.end - mark.start == other.end - other.start == 4 * EM + 2 * FRAME_BEARING
    )
    assert line.pieces[0].xs[0] == FRAME_BEARING
    assert line.width == 4 * EM + 2 * FRAME_BEARING


def test_a_framed_quotation_mark_is_parted_from_nothing_it_holds():
    first, second = lines(
        run("一二三"), run("“王二”", mark="mourning"), run("。三"), measure=7
    )
    assert (first.text, second.text) == ("一二三", "“王二”。三")


def test_a_pause_before_a_frame_is_air_enough():
    (line,) = lines(run("一、"), run("二三", mark="mourning"))
    assert line.marks[0].start == 2000


def test_centred_marks_on_both_sides_of_a_frame_are_air_enough():
    name = run("二三", mark="mourning")
    (line,) = lines(run("一、"), name, run("、四"), library=CENTRED)
    assert line.width == 6 * EM + 2 * FRAME_BEARING


def a_note(number: int) -> Run:
    return run(f"[{number}]", mark="note", size=600, rise=350)


def test_a_note_mark_keeps_to_its_text():
    first, second = lines(run("一二三四"), a_note(1), run("五"), measure=4)
    assert (first.text, second.text) == ("一二三", "四[1]五")
    note = second.pieces[1]
    assert (note.size, note.rise, note.texts) == (600, 350, ("[", "1", "]"))


def test_a_note_mark_takes_the_blank_of_a_stop_before_it():
    (line,) = lines(run("一。"), a_note(1), run("二"))
    assert [piece.xs for piece in line.pieces] == [
        (0, 1000),
        (1500, 1800, 2100),
        (2400,),
    ]


def test_a_centred_stop_before_a_note_mark_keeps_its_air_before_it():
    (line,) = lines(run("一。"), a_note(1), run("二"), library=CENTRED)
    assert [piece.xs for piece in line.pieces] == [
        (0, 1000),
        (1750, 2050, 2350),
        (2650,),
    ]


def test_a_line_may_end_behind_a_note_mark_and_a_stop_follows_it():
    first, second = lines(run("一二三"), a_note(1), run("四五"), measure=4)
    assert (first.text, second.text) == ("一二三[1]", "四五")
    first, second = lines(run("一二"), a_note(1), run("，三四"), measure=4)
    assert first.text == "一二[1]，"
    assert second.text == "三四"


def test_nothing_is_spread_between_a_text_and_its_note_mark():
    first, _ = lines(run("一二三"), a_note(1), run("四"), run("hello"), measure=6)
    assert first.text == "一二三[1]四"
    note = first.pieces[1]
    assert note.xs[0] == first.pieces[0].xs[2] + 1000


def test_a_note_mark_behind_a_stop_keeps_to_it_too():
    first, second = lines(run("一二三。"), a_note(1), run("四"), measure=4)
    assert (first.text, second.text) == ("一二", "三。[1]四")
    first, _ = lines(run("一二。"), a_note(1), run("三"), run("hello"), measure=5)
    assert first.text == "一二。[1]三"
    assert first.pieces[1].xs[0] == first.pieces[0].xs[2] + 500


@pytest.mark.parametrize("name", ["赵有田", "周阿庚", "孙石", "田"])
@pytest.mark.parametrize("vertical", [False, True])
def test_a_frame_stands_as_far_from_its_name_at_both_ends(name, vertical):
    """In a real face, whose characters have blanks of their own."""
    runs = (Run("走了", "song"), Run(name, "song", mark="mourning"))
    setting = body(vertical=vertical)
    galley = compose([Paragraph(runs, setting)], Profile.of(20 * SIZE), real())
    (line,) = galley.lines
    (frame,) = line.marks
    found = []
    for piece in line.pieces:
        face = real().face(piece.face)
        ink = face.vertical.ink if vertical else face.ink
        for gid, x in zip(piece.gids, piece.xs, strict=True):
            found.append([x + edge * piece.size // face.upem for edge in ink(gid)])
    first, last = found[-len(name)], found[-1]
    before, behind = first[0] - frame.start, frame.end - last[1]
    assert abs(before - behind) <= SIZE // 100
    assert abs(before - SIZE * FRAME_BEARING // 1000) <= SIZE // 100
