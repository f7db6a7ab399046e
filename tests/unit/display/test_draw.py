"""Made-up pages as draw operations: nothing is added, nothing left out."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from printpress.colour import BLACK, Ink
from printpress.display.draw import draw, picture_name
from printpress.display.dump import dump, parse
from printpress.display.ops import (
    DisplayList,
    FillPath,
    FillRects,
    PlaceImage,
    ShowGlyphs,
    StrokeLine,
    StrokePath,
    StrokeRect,
)
from printpress.geometry import Rect, Size
from printpress.makeup.placed import (
    FrameLine,
    Page,
    Patch,
    PlacedPicture,
    Rule,
    SetLine,
)
from printpress.paths import Close, LineTo, Move
from printpress.text.galley import Line, Piece
from printpress.text.marks import LineMark

ROOT = Path("/paper")
RED = Ink(0, 1000, 900, 0)
RECT = Rect(10, 20, 300, 200)
HALF = (Fraction(1, 2), Fraction(1, 3))


def a_line(*pieces: Piece) -> Line:
    text = "".join(text for piece in pieces for text in piece.texts)
    return Line(pieces, 400, 400, text, 0, True, True, 0, len(text))


def ops_of(*placed):
    return draw(Page(3, Size(1000, 2000), placed), 36, ROOT).ops


def test_a_page_keeps_its_number_size_and_bleed():
    page = draw(Page(3, Size(1000, 2000), ()), 36, ROOT)
    assert (page.page_no, page.trim, page.bleed) == (3, Size(1000, 2000), 36)


def test_each_piece_of_a_line_is_shown_where_the_line_stands():
    song = Piece("song", 100, (1, 2), ("新", "闻"), (0, 100))
    hei = Piece("hei", 100, (9,), ("报",), (200,))
    first, second = ops_of(SetLine(a_line(song, hei), 1000, 500, RED))
    assert first == ShowGlyphs(
        "song", 100, RED, 500, (1, 2), ("新", "闻"), (1000, 1100)
    )
    assert second == ShowGlyphs("hei", 100, RED, 500, (9,), ("报",), (1200,))


def test_a_line_that_runs_down_is_shown_below_its_place():
    down = Piece("song", 100, (1, 2), ("新", "闻"), (0, 100), 0, "down")
    latin = Piece("song", 100, (3,), ("A",), (210,), -38, "turned")
    number = Piece(
        "song", 100, (4, 5), ("2", "5"), (388, 388), 0, "across", 900, (-45, 2)
    )
    line = replace(a_line(down, latin, number), down=True)
    assert ops_of(SetLine(line, 1000, 500, RED)) == (
        ShowGlyphs("song", 100, RED, 1000, (1, 2), ("新", "闻"), (500, 600), "down"),
        ShowGlyphs("song", 100, RED, 962, (3,), ("A",), (710,), "turned"),
        ShowGlyphs(
            "song", 100, RED, 888, (4, 5), ("2", "5"), (955, 1002), "across", 900
        ),
    )


def test_a_line_without_glyphs_draws_nothing():
    assert ops_of(SetLine(a_line(Piece("song", 100, (), (), ())), 0, 0)) == ()
    assert ops_of(SetLine(a_line(), 0, 0)) == ()


def test_everything_is_drawn_in_its_order():
    ops = ops_of(
        Patch((RECT,), RED),
        Rule(1, 2, 3, 4, 5, dotted=6),
        FrameLine(RECT, 7),
        PlacedPicture(RECT, ROOT / "pictures/boat.jpg", HALF, 30, 20),
    )
    assert ops == (
        FillRects((RECT,), RED),
        StrokeLine(1, 2, 3, 4, 5, BLACK, 6),
        StrokeRect(RECT, 7, BLACK),
        PlaceImage(RECT, "pictures/boat.jpg@300x200@0.5,0.333333"),
    )


@pytest.mark.parametrize(
    ("path", "rect", "focus", "same"),
    [
        (ROOT / "a.jpg", RECT.moved(5, 5), HALF, True),
        (ROOT / "a.jpg", RECT.inset(1), HALF, False),
        (ROOT / "a.jpg", RECT, (Fraction(1), Fraction(1)), False),
        (ROOT / "b.jpg", RECT, HALF, False),
        (ROOT / "x/a.jpg", RECT, HALF, False),
    ],
)
def test_pictures_share_a_name_only_if_their_pixels_are_the_same(
    path, rect, focus, same
):
    plain = picture_name(PlacedPicture(RECT, ROOT / "a.jpg", HALF, 30, 20), ROOT)
    other = picture_name(PlacedPicture(rect, path, focus, 30, 20), ROOT)
    assert (plain == other) is same


def test_text_of_a_dump_is_as_promised():
    piece = Piece("song", 100, (12, 13), ("新", "("), (0, 90))
    page = draw(Page(1, Size(10, 20), (SetLine(a_line(piece), 5, 6),)), 0, ROOT)
    told = dump([page])
    assert told == (
        "page 1 10,20 bleed 0\nglyphs 12(新)+90 13(\\28;)+0 @ 5,6 song 100 k100\n"
    )
    assert parse(told) == (page,)


def test_a_dump_tells_what_runs_down_by_where_it_stands():
    name = DisplayList(1, Size(10, 20), 0, (
        ShowGlyphs("song", 100, BLACK, 7, (1, 2), ("新", "闻"), (30, 130), "down"),
        ShowGlyphs("song", 100, BLACK, 7, (3,), ("A",), (30,), "turned"),
        ShowGlyphs("song", 100, BLACK, 7, (4,), ("2",), (30,), stretch=800),
    ))  # fmt: skip
    told = dump([name])
    assert told.splitlines()[1:] == [
        "down 1(新)+100 2(闻)+0 @ 7,30 song 100 k100",
        "turned 3(A)+0 @ 7,30 song 100 k100",
        "glyphs 4(2)+0 @ 30,7 song 100*800 k100",
    ]
    assert parse(told) == (name,)


@pytest.mark.parametrize("text", ["page", "draw 1\n", "page 1 1,1 bleed 0\nrect 1\n"])
def test_what_is_no_dump_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - any words will do
        parse(text)


def test_marks_stand_below_the_em_box_of_their_characters_in_their_ink():
    line = replace(
        a_line(Piece("song", 1000, (1, 2), ("一", "二"), (0, 1000))),
        marks=(
            LineMark("name", 0, 2000, 1000),
            LineMark("title", 0, 2000, 1000),
            LineMark("dots", 0, 2000, 1000, (500, 1500)),
            LineMark("mourning", 0, 2000, 1000),
        ),
    )
    _, name, title, dots, frame = ops_of(SetLine(line, 50, 900, RED))
    assert name == StrokePath((Move(133, 1115), LineTo(1967, 1115)), 50, RED)
    assert isinstance(title, StrokePath)
    assert title.rounded
    assert isinstance(dots, FillPath)
    starts = [part for part in dots.path if isinstance(part, Move)]
    assert starts == [Move(630, 1185), Move(1630, 1185)]
    assert dots.ink == RED
    assert frame == StrokePath(
        (
            *(Move(77, -40), LineTo(2023, -40)),
            *(LineTo(2023, 1080), LineTo(77, 1080), Close()),
        ),
        55,
        RED,
    )


def test_a_picture_in_black_is_another_than_the_same_in_colour():
    colour = PlacedPicture(RECT, ROOT / "a.jpg", HALF, 900, 600)
    black = replace(colour, k_only=True)
    names = {picture_name(picture, ROOT) for picture in (colour, black)}
    assert len(names) == 2
