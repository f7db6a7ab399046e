"""Vertical lines: which glyphs, how they stand, and where to the EMU."""

from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from tests.engine import FONTS, SIZE, ems, library, paragraph
from tests.engine import HERE as SPAN

from printpress.display.draw import draw
from printpress.display.ops import FillPath, StrokePath
from printpress.fonts.library import Library
from printpress.geometry import Size
from printpress.makeup.placed import Page, SetLine
from printpress.paths import CurveTo, LineTo, Move
from printpress.spec.fonts import FaceSpec, FontsSpec
from printpress.text.galley import Line, Piece, Profile, Run, compose
from printpress.text.punctuation import HEADLINE
from printpress.text.standing import standing
from printpress.text.whitespace import as_set
from printpress.units import scaled

HERE = Path("/")
BASELINE = round(Fraction(22, 25) * SIZE)
MIDDLE = round(Fraction(19, 50) * SIZE)


def lines_of(
    text: str, measure: float = 40, font: str = "song", **changes
) -> list[Line]:
    wanted = paragraph(text, font, vertical=True, **changes)
    galley = compose([wanted], Profile.of(ems(measure)), library())
    assert not galley.missing
    return list(galley.lines)


def pieces_of(text: str, font: str = "song", **changes) -> tuple[Piece, ...]:
    (line,) = lines_of(text, font=font, **changes)
    assert line.down
    return line.pieces


def advance(font: str, text: str) -> int:
    face = library().face(font)
    return sum(scaled(g.advance, SIZE, face.upem) for g in face.shape(text))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("共25人", "HWWH"),
        ("共365人", "HWWWH"),
        ("共8人", "HYH"),
        ("2025年", "9999H"),
        ("增12.5%", "H99T9%"),
        ("增25%", "HWWY"),
        ("增5％", "HYZ"),
        ("￥100元", "RWWWH"),
        ("转36°角", "H99TH"),
        ("±5度", "J9H"),
        ("GDP增", "YYYH"),
        ("A座", "YH"),
        ("A4纸", "WWH"),
        ("5G网", "WWH"),
        ("A+级", "WWH"),
        ("3.0版", "9T9H"),
        ("怎么？！好", "HHbbH"),
        ("怎么？！！好", "HHqqqH"),
        ("1.早晚", "WWHH"),
        ("[12]见", "WWWWH"),
        ("UNESCO认", "AAAAAAH"),
        ("Wi-Fi网", "AAXAAH"),
        ("用Python 3写", "HAAAAAAU9H"),
        ("好：好；好？好！", "HqHqHqHq"),
        ("好，好。好、", "HPHSHP"),
    ],
)
def test_western_copy_stands_as_its_length_asks(text, kinds):
    assert standing(as_set(text)).kinds == kinds


def test_characters_hang_one_below_the_other():
    (piece,) = pieces_of("一二三四")
    assert (piece.way, piece.rise, piece.crosses) == ("down", 0, ())
    assert piece.xs == (0, SIZE, 2 * SIZE, 3 * SIZE)


def test_quotation_marks_are_drawn_otherwise_and_read_as_written():
    (piece,) = pieces_of("一“二‘三’”")
    down = library().face("song").vertical
    assert piece.texts == ("一", "“", "二", "‘", "三", "’", "”")
    drawn = [down.glyph(char) for char in "一『二「三」』"]
    assert list(piece.gids) == drawn


def test_an_opening_mark_hugs_what_it_holds_at_a_lines_head():
    (piece,) = pieces_of("（一）二")
    assert piece.xs == (-SIZE // 2, SIZE // 2, SIZE * 3 // 2, SIZE * 5 // 2)


def test_a_comma_at_the_foot_loses_its_lower_half_and_a_colon_does_not():
    first, *_ = lines_of("一二三，四", 3.5)
    assert (first.text, first.width) == ("一二三，", ems(3.5))
    first, *_ = lines_of("一二三：四", 4)
    assert (first.text, first.width) == ("一二三：", ems(4))


def test_two_digits_stand_side_by_side_in_the_middle_of_an_em():
    before, number, after = pieces_of("共25人")
    assert (before.texts, number.texts, after.texts) == (("共",), ("2", "5"), ("人",))
    assert (number.way, number.rise) == ("across", 0)
    assert number.xs == (SIZE + BASELINE, SIZE + BASELINE)
    assert after.xs == (2 * SIZE,)
    whole = advance("song", "25")
    assert whole > SIZE  # so it is narrowed
    assert number.stretch == 1000 * SIZE // whole
    left, second = number.crosses
    assert abs(left + SIZE // 2) <= SIZE // 500
    assert abs(second - left - advance("song", "2") * number.stretch // 1000) <= 1


@pytest.mark.parametrize("font", ["song", "hei", "kai", "brush"])
def test_two_marks_stand_side_by_side_in_one_em(font):
    before, marks, after = pieces_of("好？！好", font)
    assert (before.texts, marks.texts, after.texts) == (("好",), ("？", "！"), ("好",))
    assert (marks.way, marks.rise, marks.face) == ("across", 0, font)
    assert after.xs == (2 * SIZE,)
    face = library().face(font)
    for gid, cross, middle in zip(
        marks.gids, marks.crosses, (-SIZE // 4, SIZE // 4), strict=True
    ):
        left, right = (
            cross + scaled(edge, SIZE, face.upem) * marks.stretch // 1000
            for edge in face.ink(gid)
        )
        assert abs(left + right - 2 * middle) <= SIZE // 200
        assert right - left <= SIZE // 2


def test_centred_marks_stand_one_below_the_other():
    (piece,) = pieces_of("好？！好", "song-tc")
    assert piece.xs == (0, SIZE, 2 * SIZE, 3 * SIZE)


@pytest.mark.parametrize("font", ["song", "hei", "kai", "brush"])
@pytest.mark.parametrize("mark", "，、。")
def test_a_mark_without_its_lower_half_touches_nothing(font, mark):
    """Squeezed in: the ink of the next character is a twentieth of an em away."""
    first, *_ = lines_of(f"国{mark}国国国", 4.5, font, prohibition="none")
    inked = [
        (x + scaled(ink[0], SIZE, face.upem), x + scaled(ink[1], SIZE, face.upem))
        for piece in first.pieces
        for face in [library().face(piece.face)]
        for gid, x in zip(piece.gids, piece.xs, strict=True)
        for ink in [face.vertical.ink(gid)]
    ]
    assert first.text == f"国{mark}国国国"
    assert inked[2][0] - inked[1][1] >= SIZE // 20, inked
    assert inked[1][0] - inked[0][1] >= SIZE // 50


@cache
def black_faces() -> Library:
    """Faces of headings, whose commas are long."""
    names = ("PressHei-Black", "PressSong-Black", "PressBrush-Regular")
    faces = {
        name: FaceSpec(name, FONTS / f"{name}.ttf", "OFL-1.1", SPAN, "zh-Hans")
        for name in names
    }
    return Library(FontsSpec(FONTS / "fonts.yaml", faces, names, (), SPAN))


@pytest.mark.parametrize(
    "font", ["PressHei-Black", "PressSong-Black", "PressBrush-Regular"]
)
@pytest.mark.parametrize("mark", "，、。")
def test_a_mark_in_a_heading_is_nearer_to_what_it_closes(font, mark):
    """There its cell is half an em long by itself."""
    wanted = paragraph(f"国{mark}国", font, vertical=True, punctuation=HEADLINE)
    (line,) = compose([wanted], Profile.of(ems(9)), black_faces()).lines
    inked = [
        (x + scaled(ink[0], SIZE, face.upem), x + scaled(ink[1], SIZE, face.upem), x)
        for piece in line.pieces
        for face in [black_faces().face(piece.face)]
        for gid, x in zip(piece.gids, piece.xs, strict=True)
        for ink in [face.vertical.ink(gid)]
    ]
    (*_, above), (top, foot, _), (_, _, below) = inked
    assert below - foot >= SIZE // 8
    assert top - (above + SIZE) <= below - foot
    assert below - above <= SIZE * 17 // 10


def test_digits_narrower_than_an_em_are_not_widened():
    _, number, _ = pieces_of("共11人", "brush")
    assert number.stretch == 1000
    assert abs(number.crosses[0] + advance("brush", "11") / 2) <= 1


def test_digits_that_share_an_em_stay_in_one_run():
    runs = (Run("共2", "song"), Run("5人", "hei"))
    wanted = replace(paragraph("", vertical=True), runs=runs)
    (line,) = compose([wanted], Profile.of(ems(40)), library()).lines
    assert [(piece.face, piece.texts) for piece in line.pieces] == [
        ("song", ("共",)),
        ("song", ("2", "5")),
        ("hei", ("人",)),
    ]


def test_a_long_number_is_turned_about_the_middle_of_the_line():
    gap = round(Fraction(SIZE, 4))
    before, number, after = pieces_of("共2025人", autospace=Fraction(1, 4))
    assert (number.way, number.rise) == ("turned", -MIDDLE)
    assert number.xs[0] == SIZE + gap
    assert after.xs[0] == SIZE + advance("song", "2025") + 2 * gap
    assert before.way == after.way == "down"


def test_an_acronym_stands_letter_below_letter():
    (piece,) = pieces_of("增GDP量")
    assert piece.way == "down"
    assert piece.xs == tuple(n * SIZE for n in range(5))


def test_a_degree_follows_its_turned_number_upright():
    number, sign = pieces_of("13.5℃")[:2]
    assert (number.way, sign.way) == ("turned", "down")
    assert sign.xs == (advance("song", "13.5"),)


def test_a_run_that_falls_back_stands_the_same_way():
    pieces = pieces_of("国𠮷", "song")
    assert [(piece.face, piece.way) for piece in pieces] == [
        ("song", "down"),
        ("kai", "down"),
    ]


def test_a_dash_that_has_no_form_is_turned_by_hand():
    before, dash, after = pieces_of("国——家", "kai")
    face = library().face("kai")
    foot, top = 349, 410  # the ink of WenKai's dash, in thousandths
    assert dash.way == "turned"
    assert dash.gids == (face.glyph("—"),) * 2
    assert abs(dash.rise + scaled((foot + top) // 2, SIZE, face.upem)) <= SIZE // 500
    assert dash.xs == (SIZE, 2 * SIZE)
    assert after.xs == (3 * SIZE,)
    assert before.face == dash.face == "kai"


def test_a_dash_that_has_a_form_hangs_by_its_own_origin():
    (piece,) = pieces_of("国——家")
    assert piece.texts == ("国", "——", "家")
    assert piece.xs == (0, SIZE, 3 * SIZE)


def test_pauses_of_a_face_without_forms_go_to_the_upper_right():
    _, pause, _ = pieces_of("国，家", "brush")
    face = library().face("brush")
    gid = face.glyph("，")
    left, right = face.ink(gid)
    middle = (left + right) // 2 - face.advance(gid) // 2
    assert (pause.way, pause.gids) == ("down", (gid,))
    off = pause.rise + scaled(middle, SIZE, face.upem) - SIZE // 4
    assert abs(off) <= SIZE // 500
    first, last = face.vertical.ink(gid)
    inked = pause.xs[0] - SIZE + scaled((first + last) // 2, SIZE, face.upem)
    assert abs(inked - SIZE // 4) <= SIZE // 5


def test_pauses_of_a_face_that_centres_them_stay_in_the_middle():
    (piece,) = pieces_of("國，家", "song-tc")
    assert (piece.way, piece.rise) == ("down", 0)
    assert piece.xs == (0, SIZE, 2 * SIZE)


def test_latin_of_another_size_keeps_the_baseline_of_the_characters():
    pieces = pieces_of("共2025人", latin_size=Fraction(6, 5))
    assert (pieces[1].size, pieces[1].rise) == (round(Fraction(6, 5) * SIZE), -MIDDLE)


def test_a_note_mark_stands_side_by_side_at_the_upper_right():
    note = Run("[1]", "song", size=SIZE // 2, rise=SIZE // 4, mark="note")
    runs = (Run("国", "song"), note, Run("家", "song"))
    galley = compose(
        [replace(paragraph("", vertical=True), runs=runs)],
        Profile.of(ems(40)),
        library(),
    )
    _, mark, after = galley.lines[0].pieces
    assert (mark.way, mark.texts, mark.rise) == ("across", ("[", "1", "]"), SIZE // 4)
    assert abs(mark.crosses[0] + SIZE // 4) <= SIZE // 200  # half of its own em
    assert after.xs == (SIZE + SIZE // 2,)


@pytest.mark.parametrize(
    ("changes", "left"), [({"dots": True}, False), ({"mark": "name"}, True)]
)
def test_dots_stand_at_the_right_of_their_characters_and_lines_at_the_left(
    changes, left
):
    run = Run("国家", "song", **changes)
    wanted = replace(paragraph("", vertical=True), runs=(run,))
    (line,) = compose([wanted], Profile.of(ems(40)), library()).lines
    page = draw(Page(1, Size(10**7, 10**7), (SetLine(line, 10**6, 10**6),)), 0, HERE)
    (path,) = (op for op in page.ops if isinstance(op, FillPath | StrokePath))
    xs = [part.x for part in path.path if isinstance(part, Move | CurveTo | LineTo)]
    ys = [part.y for part in path.path if isinstance(part, Move | CurveTo | LineTo)]
    assert all((x < 10**6 - SIZE // 2) is left for x in xs)
    assert all((x > 10**6 + SIZE // 2) is not left for x in xs)
    assert 10**6 <= min(ys) < max(ys) <= 10**6 + 2 * SIZE


def test_a_reading_lies_at_the_right_of_its_characters():
    wanted = replace(
        paragraph("", vertical=True), runs=(Run("双桥", "song", ruby="shuāng qiáo"),)
    )
    (line,) = compose([wanted], Profile.of(ems(40)), library()).lines
    han, *readings = line.pieces
    assert han.way == "down"
    assert {piece.way for piece in readings} == {"turned"}
    assert all(piece.rise > SIZE // 2 for piece in readings)


def test_brackets_of_a_face_without_forms_are_turned():
    pieces = pieces_of("国（家）", "brush")
    assert [(piece.texts, piece.way) for piece in pieces] == [
        (("国",), "down"),
        (("（",), "turned"),
        (("家",), "down"),
        (("）",), "turned"),
    ]
    assert pieces[1].rise == -MIDDLE


def test_lines_across_know_nothing_of_it():
    galley = compose([paragraph("共25人“好”")], Profile.of(ems(40)), library())
    (line,) = galley.lines
    assert not line.down
    assert all(
        (piece.way, piece.stretch, piece.crosses) == ("across", 1000, ())
        for piece in line.pieces
    )
