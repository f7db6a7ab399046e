"""Pages in black only, rich black, and inks that a press does not print."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from tests.papers import write_paper

from printpress import spec
from printpress.colour import BLACK, PAPER, Ink
from printpress.content.issue import edit
from printpress.geometry import Rect, Size
from printpress.makeup.placed import (
    FrameLine,
    Page,
    Patch,
    PlacedPicture,
    Rule,
    SetLine,
    Shape,
)
from printpress.makeup.plates import ink_faults, on_its_plates
from printpress.paths import Close, LineTo, Move
from printpress.text.lines import Line, Piece
from printpress.units import MM, PT

RICH = Ink(300, 200, 200, 1000)
RED = Ink(0, 1000, 900)
AREA = Rect(10 * MM, 10 * MM, 60 * MM, 20 * MM)
PICTURE = PlacedPicture(AREA, Path("a.jpg"), (Fraction(1, 2), Fraction(1, 2)), 9, 9)


@pytest.fixture(scope="module")
def issue(tmp_path_factory):
    loaded, _ = spec.load(write_paper(tmp_path_factory.mktemp("paper"), {}))
    return edit(loaded, loaded.editions[0])[0]


def printed(issue, **changes):
    return replace(issue, press=replace(issue.press, **changes))


def page(*placed, spread=False, number=1) -> Page:
    return Page(number, Size(105 * MM, 120 * MM), placed, spread)


def white(text="反白", size=9 * PT) -> SetLine:
    piece = Piece("song", size, (1, 2), tuple(text), (0, size))
    line = Line((piece,), 2 * size, 2 * size, text, 0, True, True, 0, 2)
    return SetLine(line, 12 * MM, 20 * MM, PAPER)


def codes(issue, *pages) -> list[str]:
    return [found.code for found in ink_faults(issue, pages)]


def test_pictures_of_black_pages_become_grey_and_of_no_others(issue):
    press = replace(issue.press, inks_by_page={1: "K", 2: "CMYK"})
    for number, spread, black in (
        (1, False, True),
        (2, False, False),
        (3, False, False),
    ):
        made = on_its_plates(page(PICTURE, number=number, spread=spread), press)
        assert press.black_only((number,)) == black
        assert made.placed == (replace(PICTURE, k_only=black),)


@pytest.mark.parametrize("half", [2, 3])
def test_a_spread_of_which_a_page_is_black_is_black(issue, half):
    press = replace(issue.press, inks_by_page={half: "K"})
    made = on_its_plates(page(PICTURE, number=2, spread=True), press)
    assert made.placed == (replace(PICTURE, k_only=True),)


@pytest.mark.parametrize(
    "placed",
    [
        Patch((AREA,), RED),
        Rule(0, 0, 9, 9, PT, RED),
        FrameLine(AREA, PT, RED),
        Shape((Move(5 * MM, 7 * MM), LineTo(9, 9), Close()), RED),
        Patch((AREA,), Ink(0, 910, 760, spot="PANTONE 185 C")),
    ],
    ids=lambda placed: type(placed).__name__,
)
def test_any_colour_on_a_black_page_is_told_with_its_place(issue, placed):
    black = printed(issue, inks_by_page={1: "K"}, spots=1)
    (found,) = ink_faults(black, (page(placed),))
    assert found.code == "colour-on-black"
    assert found.span == issue.pages[0].span
    assert "mm" in found.what.en
    assert codes(printed(issue, spots=1), page(placed)) == []


def test_black_grey_and_white_may_stand_on_a_black_page(issue):
    grey = Patch((AREA,), Ink(black=100))
    black = printed(issue, inks_by_page={1: "K"})
    assert codes(black, page(grey, Patch((AREA,), PAPER), Rule(0, 0, 9, 9, PT))) == []


def test_a_colour_is_told_once_a_page(issue):
    black = printed(issue, inks_by_page={1: "K", 2: "K"})
    red = Patch((AREA,), RED)
    assert codes(black, page(red, red), page(number=2)) == ["colour-on-black"]


def test_large_black_areas_are_rich_where_the_press_allows_it(issue):
    area = Patch((AREA,), BLACK)
    thin = Patch((Rect(0, 0, 60 * MM, 9 * MM),), BLACK)
    grey = Patch((AREA,), Ink(black=500))
    rich = replace(issue.press, rich_black=RICH)
    made = on_its_plates(page(area, thin, grey), rich)
    assert made.placed == (replace(area, ink=RICH), thin, grey)
    assert on_its_plates(page(area), issue.press).placed == (area,)
    assert codes(printed(issue, rich_black=RICH), made) == []


def test_no_black_page_gets_rich_black(issue):
    area = Patch((AREA,), BLACK)
    press = replace(issue.press, rich_black=RICH, inks_by_page={1: "K"})
    assert on_its_plates(page(area), press).placed == (area,)


@pytest.mark.parametrize(("size", "ink"), [(9 * PT, BLACK), (10 * PT, RICH)])
def test_small_white_type_keeps_its_ground_in_one_ink(issue, size, ink):
    press = replace(issue.press, rich_black=RICH)
    type_ = white(size=size)
    made = on_its_plates(page(Patch((AREA,), BLACK), type_), press)
    assert made.placed == (Patch((AREA,), ink), type_)


def test_rich_black_is_refused_unless_the_press_prints_it_and_in_lines_always(issue):
    area, rule = Patch((AREA,), RICH), Rule(0, 0, 9, 9, PT, RICH)
    assert codes(issue, page(area)) == ["rich-black"]
    allowed = printed(issue, rich_black=RICH)
    assert codes(allowed, page(area)) == []
    assert codes(allowed, page(rule)) == ["rich-black"]
    dark = Patch((AREA,), Ink(600, 400, 0, 840))
    assert codes(issue, page(dark)) == []


def test_more_spot_colours_than_the_press_prints_are_refused(issue):
    named = [Patch((AREA,), Ink(0, 900, spot=name)) for name in ("甲", "乙")]
    pale = replace(named[0], ink=replace(named[0].ink, tint=300))
    assert codes(printed(issue, spots=2), page(*named, pale)) == []
    assert codes(printed(issue, spots=1), page(named[0], pale)) == []
    (found,) = ink_faults(printed(issue, spots=1), (page(*named, pale),))
    assert found.code == "too-many-spots"
    assert "[0, 90, 0, 0]" in found.fix.en


def test_a_colour_of_too_much_ink_is_refused(issue):
    most = Ink(1000, 1000, issue.press.tac_error - 2000)
    assert codes(issue, page(Patch((AREA,), most))) == []
    more = replace(most, yellow=most.yellow + 1)
    assert codes(issue, page(Patch((AREA,), more))) == ["too-much-ink"]


@pytest.mark.parametrize(
    ("placed", "black"),
    [
        (Patch((AREA,), BLACK), 900),
        (Patch((AREA,), Ink(300, 0, 0, 950)), 900),
        (Patch((AREA,), Ink(black=850)), 850),
        (Patch((AREA, Rect(0, 0, 9 * MM, 50 * MM)), BLACK), 1000),
        (Patch((AREA,), BLACK, as_is=True), 1000),
        (Rule(0, 0, 50 * MM, 0, PT), 1000),
        (white(), 0),
    ],
)
def test_large_areas_are_no_blacker_than_the_press_prints(issue, placed, black):
    press = replace(issue.press, black_max=900)
    (made,) = on_its_plates(page(placed), press).placed
    assert made == (
        replace(placed, ink=replace(placed.ink, black=black))
        if black != placed.ink.black
        else placed
    )


def test_patches_of_a_press_test_are_neither_enriched_nor_refused(issue):
    press = replace(issue.press, rich_black=RICH)
    solid = Patch((AREA,), BLACK, as_is=True)
    assert on_its_plates(page(solid), press).placed == (solid,)
    tried = Patch((AREA,), RICH, as_is=True)
    assert codes(printed(issue, rich_black=None), page(tried)) == []
    both = page(tried, Patch((AREA,), RICH))
    assert codes(printed(issue, rich_black=None), both) == ["rich-black"]
