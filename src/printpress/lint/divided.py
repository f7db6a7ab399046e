"""What columns divided anew (合栏, 破栏) leave over, in cells (栏的计算)."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from printpress.diagnostics import Both, Diagnostic, note
from printpress.makeup.frames import ground_of
from printpress.makeup.grid import Grid, Strip
from printpress.makeup.pages import grid_of
from printpress.spec.house import House
from printpress.spec.layout import LEAST_EMS, LayoutSpec, SlotSpec

MOST_COLUMNS = 12
"""Columns that are weighed up as another division: more are too narrow for text."""


def remainders(layout: LayoutSpec, house: House) -> Iterator[Diagnostic]:
    """Slots whose width their columns do not use up, and where the rest goes."""
    grid = grid_of(house, spread=layout.spread)
    for slot in layout.slots:
        if slot.columns is None or "vertical" in (slot.setting, slot.heading):
            continue  # tiers; a heading beside the text takes cells once it is set
        strip = ground_of(grid, slot).strip
        if _rest(grid, strip, slot.columns):
            yield _remainder(grid, strip, slot, slot.columns)


def _rest(grid: Grid, strip: Strip, columns: int) -> Fraction:
    """Cells that the columns leave over beside gutters as the house has them."""
    parts = grid.divide(strip, columns)
    width = sum(half.width for half in grid.halves(strip))
    gutters = grid.gutter * (columns - len(grid.halves(strip)))
    if columns == 1:  # no gutter takes what is no whole cell
        return Fraction(strip.width % grid.size, grid.size)
    return Fraction(width - sum(part.width for part in parts) - gutters, grid.size)


def _remainder(grid: Grid, strip: Strip, slot: SlotSpec, columns: int) -> Diagnostic:
    parts = grid.divide(strip, columns)
    whole = _cells(sum(half.width for half in grid.halves(strip)), grid)
    each, rest = _cells(parts[0].width, grid), _shown(_rest(grid, strip, columns))
    if columns == 1:
        said = Both(
            f'"{slot.name}" has one column of {each} cells: what is no whole cell is '
            "shared out in every line",
            f"版位“{slot.name}”合为一栏，每行 {each} 字：不足一字的余数摊入每一行",
        )
    else:
        gutters = _gutters(grid, parts)
        said = Both(
            f'"{slot.name}" parts {whole} cells into {columns} columns of {each}: '
            f"{rest} over, gutters of {gutters} cells",
            f"版位“{slot.name}”{whole} 字分 {columns} 栏，每栏 {each} 字："
            f"余 {rest} 字，栏空 {gutters} 字",
        )
    even = [
        number
        for number in range(1, MOST_COLUMNS + 1)
        if _holds_text(grid, strip, number) and not _rest(grid, strip, number)
    ]
    return note("columns-remainder", slot.span, said, fix=_other_ways(even))


def _other_ways(even: Sequence[int]) -> Both:
    if not even:
        return Both("leave it so: no division is even", "可不改：怎么分都有余数")
    numbers = ", ".join(map(str, even))
    return Both(
        f"leave it so, or write `columns:` {numbers}: nothing is left over then",
        f"可不改；columns 写 {numbers} 则没有余数",
    )


def _holds_text(grid: Grid, strip: Strip, columns: int) -> bool:
    """Whether so many columns can be set in the strip, each page having its share."""
    halves = grid.halves(strip)
    parts = grid.divide(strip, columns)
    crosses = len(halves) > 1 and columns == 1
    return not crosses and parts[0].width >= LEAST_EMS * grid.size


def _gutters(grid: Grid, parts: Sequence[Strip]) -> str:
    """The gutters in cells, the fold left out; of unlike ones narrowest and widest."""
    widths = [
        right.x - left.x - left.width
        for left, right in pairwise(parts)
        if not grid.over_fold((left.x + left.width + right.x) // 2)
    ]
    ends = dict.fromkeys(_cells(width, grid) for width in (min(widths), max(widths)))
    return "-".join(ends)


def _cells(width: int, grid: Grid) -> str:
    return _shown(Fraction(width, grid.size))


def _shown(cells: Fraction) -> str:
    """Cells with two decimals at most.

    >>> _shown(Fraction(3, 2)), _shown(Fraction(5, 3)), _shown(Fraction(22))
    ('1.5', '1.67', '22')
    """
    return f"{float(round(cells, 2)):g}"
