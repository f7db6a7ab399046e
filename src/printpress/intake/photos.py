"""How large pictures would print, for staff who must decide where they go."""

from typing import NamedTuple

from printpress.diagnostics import Both
from printpress.intake.draft import Remark
from printpress.makeup.grid import Grid
from printpress.pictures.taken import Taken
from printpress.units import INCH, MM

GOOD_PPI, LEAST_PPI = 200, 150
"""What newsprint shows, and what it bears (spec section 6: target and warning)."""


class PrintSize(NamedTuple):
    """A picture's greatest width at so many pixels an inch."""

    ppi: int
    """Pixels an inch."""
    width_mm: int
    """Millimetres, rounded down."""
    columns: int
    """Columns of the house that it fills at least; 0 where it does not fill one."""


def print_size(width_px: int, ppi: int, grid: Grid | None) -> PrintSize:
    """How wide a picture may be printed at that resolution."""
    width = width_px * INCH // ppi
    if grid is None:
        return PrintSize(ppi, width // MM, 0)
    columns = (width + grid.gutter) // (grid.column_width + grid.gutter)
    return PrintSize(ppi, width // MM, min(columns, grid.columns))


def picture_remarks(name: str, taken: Taken, grid: Grid | None) -> list[Remark]:
    """What there is to tell of a picture."""
    good = print_size(taken.width_px, GOOD_PPI, grid)
    least = print_size(taken.width_px, LEAST_PPI, grid)
    pixels = f"{taken.width_px}×{taken.height_px}"
    told = [
        Remark(
            "picture",
            Both(
                f"{name}: {pixels} pixels; prints {good.width_mm} mm wide at "
                f"{good.ppi} ppi{_columns(good, grid).en}, {least.width_mm} mm at "
                f"{least.ppi} ppi{_columns(least, grid).en}",
                f"{name}：{pixels} 像素；{good.ppi} ppi 可印 {good.width_mm} 毫米宽"
                f"{_columns(good, grid).zh}，{least.ppi} ppi 可印 {least.width_mm} "
                f"毫米宽{_columns(least, grid).zh}",
            ),
        )
    ]
    if taken.made_from:
        told.append(
            Remark(
                "changed",
                Both(
                    f"{name} was {taken.made_from}",
                    f"{name} 由 {taken.made_from} 转换而来",
                ),
            )
        )
    if taken.turned:
        words = Both(f"{name} was turned upright", f"{name} 已转正")
        told.append(Remark("changed", words))
    if taken.place:
        words = Both(
            f"the place where {name} was taken is not kept",
            f"{name} 中的拍摄地点（GPS）已去除",
        )
        told.append(Remark("changed", words))
    return told


def _columns(size: PrintSize, grid: Grid | None) -> Both:
    if grid is None:
        return Both("", "")
    if not size.columns:
        return Both(" (less than a column)", "（不足 1 栏）")
    word = "column" if size.columns == 1 else "columns"
    return Both(f" ({size.columns} {word})", f"（{size.columns} 栏）")
