"""Marks stand outside the bleed, inside the paper, where knives and eyes look."""

from dataclasses import replace

import pytest
from tests.faces import write_face

from printpress.colour import BLACK, REGISTRATION, Ink
from printpress.diagnostics import Span
from printpress.display.marks import LENGTH, ROOM, marked, spots_of
from printpress.display.ops import (
    DisplayList,
    FillRects,
    PlaceForm,
    PlaceImage,
    ShowGlyphs,
    StrokeLine,
    StrokePath,
)
from printpress.display.slug import slugged
from printpress.fonts.library import Library
from printpress.geometry import Rect, Size
from printpress.paths import Close, CurveTo
from printpress.spec.fonts import FaceSpec, FontsSpec
from printpress.units import MM, PT

TRIM = Size(280 * MM, 400 * MM)
RED = Ink(0, 910, 760, spot="PANTONE 185 C")
AREA = FillRects((Rect(9 * MM, 9 * MM, MM, MM),), replace(RED, tint=300))
PAGE = DisplayList(1, TRIM, 0, (AREA,))
KINDS = ("crop", "full")


def bounds(op) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of an operation."""
    xs: tuple[int, ...]
    ys: tuple[int, ...]
    match op:
        case StrokeLine():
            xs, ys = (op.x0, op.x1), (op.y0, op.y1)
        case FillRects():
            (rect,) = op.rects
            xs, ys = (rect.x, rect.right), (rect.y, rect.bottom)
        case StrokePath():
            points = [p for p in op.path if not isinstance(p, Close)]
            arms = [p for p in points if isinstance(p, CurveTo)]
            xs = tuple(p.x for p in points) + tuple(p.x1 for p in arms)
            ys = tuple(p.y for p in points) + tuple(p.y1 for p in arms)
        case _:
            raise AssertionError(op)
    return min(xs), min(ys), max(xs), max(ys)


def test_without_marks_the_page_is_as_it_was():
    assert marked(PAGE, "none", black=False) is PAGE


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("bleed", [0, 3 * MM, 5 * MM])
@pytest.mark.parametrize("trim", [TRIM, Size(105 * MM, 120 * MM)])
@pytest.mark.parametrize("spread", [False, True])
def test_every_mark_is_off_the_bleed_and_on_the_paper(kind, bleed, trim, spread):
    page = replace(PAGE, trim=trim, bleed=bleed, spread=spread)
    done = marked(page, kind, black=False)
    edge = bleed + done.slug
    assert done.slug == ROOM[kind]
    assert done.ops[: len(page.ops)] == page.ops
    for op in done.ops[len(page.ops) :]:
        left, top, right, bottom = bounds(op)
        assert -edge < left <= right < trim.width + edge
        assert -edge < top <= bottom < trim.height + edge
        off = right < -bleed or left > trim.width + bleed
        assert off or bottom < -bleed or top > trim.height + bleed, op


def lines(done) -> list[StrokeLine]:
    return [op for op in done.ops if isinstance(op, StrokeLine)]


def test_crop_marks_lie_in_the_trims_edges():
    drawn = lines(marked(PAGE, "crop", black=False))
    assert len(drawn) == 8
    for line in drawn:
        flat = line.y0 == line.y1
        assert (line.y0 if flat else line.x0) in (
            0,
            TRIM.height if flat else TRIM.width,
        )
        assert abs(line.x1 - line.x0) + abs(line.y1 - line.y0) == LENGTH
        assert line.width == PT // 4
        assert line.ink == REGISTRATION


def test_a_spread_is_marked_where_it_is_folded():
    page = replace(PAGE, spread=True)
    middle = TRIM.width // 2
    folds = [
        x for x in lines(marked(page, "crop", black=False)) if x.x0 == x.x1 == middle
    ]
    assert len(folds) == 2
    full = marked(page, "full", black=False)
    crosses = [op for op in full.ops if isinstance(op, StrokePath)]
    assert len(crosses) == 4
    assert not any(bounds(op)[0] <= middle <= bounds(op)[2] for op in crosses)


def test_a_page_in_black_only_has_no_mark_in_another_ink():
    page = replace(PAGE, ops=())
    for op in marked(page, "full", black=True).ops:
        assert not isinstance(op, PlaceImage | PlaceForm)
        assert op.ink.k_only


def test_the_bar_has_the_pages_spot_colours_and_each_process_ink():
    done = marked(PAGE, "full", black=False)
    patches = {op.ink for op in done.ops[1:] if isinstance(op, FillRects)}
    assert {RED, replace(RED, tint=500), Ink(cyan=1000), BLACK} <= patches
    assert spots_of(done) == (RED,)  # marks themselves are of no spot colour
    bare = marked(replace(PAGE, ops=()), "full", black=False)
    assert spots_of(bare) == ()


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    path = write_face(
        tmp_path_factory.mktemp("faces") / "song.ttf", han="溪桥版青品红黄黑"
    )
    here = Span("fonts.yaml", 1, 1)
    faces = {"song": FaceSpec("song", path, "OFL-1.1", here)}
    return Library(FontsSpec(path, faces, ("song",), (), here))


def slug(library, words, page=PAGE, *, black=False):
    done = slugged(page, words, (library, "song"), black=black)
    return [op for op in done.ops if isinstance(op, ShowGlyphs)]


def test_the_slug_line_names_each_plate_in_its_own_ink(library):
    shown = slug(library, "溪桥")
    told = {op.texts[0]: op.ink for op in shown}
    assert "".join(op.texts[0] for op in shown).startswith("溪桥")
    assert told["青"] == Ink(cyan=1000)
    assert told["黑"] == told["溪"] == BLACK
    assert RED in told.values()
    assert {op.ink for op in slug(library, "溪桥", black=True)} == {BLACK}


def test_a_long_slug_line_becomes_smaller_until_it_fits(library):
    shown = slug(library, "溪桥" * 200)
    last = shown[-1]
    assert last.xs[0] < TRIM.width
    assert last.size < 7 * PT
    assert slug(library, "溪桥")[0].size == 7 * PT


def test_a_character_that_no_face_has_is_a_sign(library):
    assert slug(library, "溪㐀")[1].texts == ("?",)
