"""Blocks of press-test pages: where their parts stand, whatever room they have."""

from fractions import Fraction
from itertools import combinations

import pytest
from PIL import Image
from tests.papers import write_paper

from printpress import spec
from printpress.colour import BLACK, Ink
from printpress.content.issue import edit
from printpress.display.draw import draw
from printpress.display.dump import dump, parse
from printpress.display.ops import FillPath, StrokePath
from printpress.fonts.library import Library
from printpress.geometry import Rect
from printpress.makeup.charts.board import named, spread
from printpress.makeup.charts.register import fine_lines, star, target_bars
from printpress.makeup.pages import make_up
from printpress.makeup.placed import FrameLine, Patch, PlacedPicture, SetLine, Shape
from printpress.paths import LineTo, Move
from printpress.pdf.content import prints_over
from printpress.units import MM, PT

CHARTS = """\
slots:
  lead: {cols: 1, rows: 1-12, role: lead}
  test: {cols: 1-3, rows: 13-20, use: test-chart, chart: {%s}}
"""


def made(folder, chart: str):
    """The page with that chart, and what is said of it."""
    front = {"layouts/pages/front.yaml": CHARTS % chart}
    loaded, _ = spec.load(write_paper(folder, front))
    issue, _ = edit(loaded, loaded.editions[0])
    makeup, found = make_up(issue, Library(loaded.fonts))
    return makeup.pages[0], [each.code for each in found]


def areas(page) -> list[Patch]:
    return [one for one in page.placed if isinstance(one, Patch) and one.as_is]


def test_neighbours_share_edges_and_fill_their_room():
    parts = spread(7, 100, 3)
    assert [start for start, _ in parts] == [7, 40, 73]
    assert sum(length for _, length in parts) == 100


@pytest.mark.parametrize(
    ("ink", "name"),
    [
        (Ink(), "0"),
        (BLACK, "K100"),
        (Ink(0, 25), "M2.5"),
        (Ink(1, 2, 3), "0.1/0.2/0.3/0"),
    ],
)
def test_inks_are_named(ink, name):
    assert named(ink) == name


def test_steps_of_tint_are_of_the_inks_and_touch(tmp_path):
    page, found = made(tmp_path, "tints: {inks: [K, MY], steps: [5, 50, 100]}")
    patches = areas(page)
    assert [patch.ink for patch in patches] == [
        *(Ink(black=part) for part in (50, 500, 1000)),
        *(Ink(0, part, part) for part in (50, 500, 1000)),
    ]
    first, second, _ = (patch.rects[0] for patch in patches[:3])
    assert first.right == second.x
    assert "fixture-full" not in found


def test_a_patch_above_the_limit_is_not_printed_and_told_by_its_frame(tmp_path):
    rows = "patches: {rows: [[[60, 60, 60, 60], [70, 60, 60, 60]]]}"
    page, _ = made(tmp_path, rows)
    assert [patch.ink.total for patch in areas(page)] == [2400]
    assert [one for one in page.placed if isinstance(one, FrameLine)]
    shown = [one.line.text for one in page.placed if isinstance(one, SetLine)]
    assert {"240%", "250%"} <= set(shown)


def test_a_picture_stands_whole_and_is_known_for_line_art(tmp_path):
    file = tmp_path / "layouts" / "pages" / "wedge.png"
    file.parent.mkdir(parents=True)
    Image.new("1", (300, 100), 0).save(file)
    page, _ = made(tmp_path, "picture: {file: wedge.png}")
    (picture,) = (one for one in page.placed if isinstance(one, PlacedPicture))
    assert (picture.width_px, picture.height_px, picture.bilevel) == (300, 100, True)
    assert abs(picture.rect.width - 3 * picture.rect.height) <= 3 * MM


def test_bars_of_the_overprint_target_do_not_overlap():
    tile = Rect(3 * MM, 5 * MM, 12 * MM, 17 * MM)
    bars = list(target_bars(tile))
    assert len(bars) == 8
    assert all(tile.contains(bar) for bar in bars)
    assert not any(one.overlaps(other) for one, other in combinations(bars, 2))


def test_a_star_is_half_ink():
    path = star(0, 0, 10 * MM, 36)
    moves = [part for part in path if isinstance(part, Move)]
    assert moves == [Move(0, 0)] * 36
    rims = [(part.x, part.y) for part in path if isinstance(part, LineTo)]
    assert len(set(rims)) == 72
    assert all(abs(Fraction(x * x + y * y) - (10 * MM) ** 2) < 20 * MM for x, y in rims)
    rays = (
        abs(a[0] * b[1] - a[1] * b[0]) / 2
        for a, b in zip(rims[::2], rims[1::2], strict=True)
    )
    assert sum(rays) / (10 * MM) ** 2 == pytest.approx(3.1416 / 2, rel=0.01)


def test_fine_lines_stay_in_their_room():
    room = Rect(0, 0, 8 * MM, 6 * MM)
    for rule in fine_lines(room, BLACK):
        half = rule.width // 2
        upright = rule.x0 == rule.x1
        box = (
            Rect(rule.x0 - half, rule.y0, rule.width, rule.y1 - rule.y0)
            if upright
            else Rect(rule.x0, rule.y0 - half, rule.x1 - rule.x0, rule.width)
        )
        assert room.contains(box)


def test_crosses_print_over_each_other_and_their_lists_say_so(tmp_path):
    page, found = made(tmp_path, "register: {}")
    assert "fixture-full" in found  # six rows are too low for its scales
    crosses = [one for one in page.placed if isinstance(one, Shape)]
    assert crosses
    assert all(cross.over for cross in crosses)
    listed = draw(page, 0, tmp_path)
    assert parse(dump([listed])) == (listed,)
    drawn = [op for op in listed.ops if isinstance(op, StrokePath)]
    assert all(map(prints_over, drawn))
    assert {str(op.ink) for op in drawn} >= {"c100 m0 y0 k0", "k100"}


def test_only_outlines_that_say_so_print_over():
    path = (Move(0, 0), LineTo(PT, 0))
    cyan = Ink(1000)
    assert not prints_over(StrokePath(path, PT, cyan))
    assert prints_over(StrokePath(path, PT, cyan, over=True))
    assert not prints_over(FillPath(path, cyan))
    assert prints_over(FillPath(path, cyan, over=True))
