"""The lattice, with places worked out by hand."""

from fractions import Fraction
from itertools import pairwise

import pytest
from tests.desk import EM, ROW

from printpress.geometry import Rect
from printpress.makeup.grid import Grid, Strip
from printpress.units import PT

GRID = Grid(30 * PT, 30 * PT, EM, 3, Fraction(10), Fraction(1), 30, ROW)
PAPER = Grid(0, 0, 9 * PT, 5, Fraction(15), Fraction(3, 2), 81, 13 * PT)


def test_columns_are_whole_cells_with_a_gutter_between():
    strips = [GRID.span(n, n) for n in (1, 2, 3)]
    assert [strip.x // PT for strip in strips] == [30, 140, 250]
    assert {strip.width for strip in strips} == {10 * EM}


def test_a_span_takes_the_gutters_inside_it():
    assert GRID.span(2, 3) == Strip(140 * PT, 21 * EM)
    assert GRID.width == 32 * EM


def test_a_rectangle_of_cells_takes_whole_rows():
    rect = GRID.rect((2, 3), (3, 4))
    assert rect == Rect(140 * PT, 60 * PT, 210 * PT, 30 * PT)


def test_a_row_holds_its_em_box_in_the_middle():
    assert GRID.em_top(1) == 30 * PT + (ROW - EM) // 2
    assert GRID.em_top(1) + EM - GRID.row_top(1) == ROW - (ROW - EM) // 2


def test_a_baseline_lies_at_088_of_the_em_box():
    assert GRID.baseline(1) == GRID.em_top(1) + 88 * PT // 10
    assert GRID.baseline(7) == GRID.baseline(1) + 6 * ROW


def test_a_picture_reaches_from_the_first_em_top_to_the_last_em_foot():
    rect = GRID.picture_rect(GRID.span(1, 2), 5, 4)
    assert rect.y == GRID.em_top(5)
    assert rect.bottom == GRID.em_top(8) + EM


def test_one_column_is_the_strip_itself():
    strip = GRID.span(1, 3)
    assert GRID.divide(strip, 1) == (strip,)


def test_base_columns_come_back_as_they_are():
    strips = GRID.divide(GRID.span(1, 3), 3)
    assert strips == tuple(GRID.span(n, n) for n in (1, 2, 3))


def test_columns_divided_anew_are_whole_cells_and_the_gutters_take_the_rest():
    left, right = GRID.divide(GRID.span(1, 3), 2)  # 32 ems: (32 - 1) / 2 = 15.5
    assert left.width == right.width == 15 * EM
    assert right.x - left.x - left.width == 2 * EM
    assert right.x + right.width == GRID.left + GRID.width


@pytest.mark.parametrize(
    ("base", "columns", "cells"),
    [(5, 3, 26), (5, 4, 19), (5, 2, 39), (3, 2, 23), (4, 3, 20), (2, 3, 9)],
)
def test_the_papers_columns_hold_these_cells(base, columns, cells):
    # (k·15 + (k - 1)·1.5 - (m - 1)·1.5) / m, rounded down.
    strips = PAPER.divide(PAPER.span(1, base), columns)
    assert {strip.width for strip in strips} == {cells * 9 * PT}


BROAD = Grid(0, 0, 9 * PT, 8, Fraction(13), Fraction(1), 107, 13 * PT)
TABLOID = Grid(0, 0, 9 * PT, 6, Fraction(11), Fraction(1), 75, 13 * PT)


@pytest.mark.parametrize(
    ("grid", "base", "ems"),
    [(BROAD, 6, 83), (BROAD, 8, 111), (TABLOID, 6, 71)]
    + [(TABLOID, base, ems) for base, ems in ((2, 23), (3, 35), (4, 47), (5, 59))],
)
def test_long_columns_have_the_ems_that_the_handbooks_list(grid, base, ems):
    # 栏的计算: k·n + (k - 1).
    assert grid.span(1, base).width == ems * 9 * PT


def cells_over(grid: Grid, base: int, columns: int) -> tuple[int, int]:
    """栏的计算: (k·n + (k - 1) - (m - 1)) / m, and what remains."""
    return divmod(base * int(grid.cells) + base - columns, columns)


BROKEN = [
    (grid, base, columns)
    for grid in (BROAD, TABLOID)
    for base in range(1, grid.columns + 1)
    for columns in range(2, 9)
    if cells_over(grid, base, columns)[0] >= 1
]


@pytest.mark.parametrize(("grid", "base", "columns"), BROKEN)
def test_broken_columns_have_the_cells_of_the_handbooks_formula(grid, base, columns):
    cells, rest = cells_over(grid, base, columns)
    strips = grid.divide(grid.span(1, base), columns)
    assert {strip.width for strip in strips} == {cells * 9 * PT}
    gaps = [b.x - a.x - a.width for a, b in pairwise(strips)]
    assert sum(gaps) == (columns - 1 + rest) * 9 * PT
    assert max(gaps) - min(gaps) <= 1
    assert strips[-1].x + strips[-1].width == grid.span(1, base).width


def test_an_odd_emu_widens_the_leftmost_gutter():
    strip = Strip(0, 3 * 7 * EM + 2 * EM + 1)
    one, two, three = GRID.divide(strip, 3)
    first = two.x - one.x - one.width
    second = three.x - two.x - two.width
    assert (first, second) == (EM + 1, EM)
