"""Fine lines of a press-test page, dark and white."""

from collections.abc import Iterator

from printpress.colour import PAPER, Ink
from printpress.geometry import Rect
from printpress.makeup.charts.board import AIR, Board, Drawn, named, spread
from printpress.makeup.placed import Patch, Placed, Rule
from printpress.spec.chart import LinesChart
from printpress.units import PT, in_pt

LINES = 3
"""Lines of one thickness that run across, and as many that run down (taste)."""

MARGIN_EMS = 10
"""For the name of a row, ``40/30/30/100``."""

LEAST = 9 * PT
"""The least height of a row."""


def set_lines(board: Board, chart: LinesChart) -> Drawn:
    """A table: thicknesses by column, inks and grounds by row."""
    rect = board.rect
    margin = MARGIN_EMS * board.style.size * 3 // 5
    columns = spread(rect.x + margin, rect.width - margin, len(chart.weights))
    top = rect.y + board.line
    rows = list(_rows(chart))
    heights = spread(top, rect.bottom - top, len(rows))
    placed: list[Placed] = [
        board.label(in_pt(weight), x, rect.y, width, align="centre")
        for weight, (x, width) in zip(chart.weights, columns, strict=True)
    ]
    for (words, ink, ground), (y, height) in zip(rows, heights, strict=True):
        deep = height - AIR
        middle = y + (deep - board.style.size) // 2
        placed.append(board.label(words, rect.x, middle))
        if ground is not None:
            band = Rect(rect.x + margin, y, rect.width - margin, deep)
            placed.append(Patch((band,), ground, as_is=True))
        for weight, (x, width) in zip(chart.weights, columns, strict=True):
            placed += _cell(Rect(x, y, width, deep), weight, ink)
    return Drawn(placed, LEAST - min(height for _, height in heights))


def _rows(chart: LinesChart) -> Iterator[tuple[str, Ink, Ink | None]]:
    """Each row's name, the ink of its lines, and what they stand on."""
    for plates in chart.inks:
        yield "+".join(plates.letters), plates.at(1000), None
    if chart.tint:
        ink = Ink(black=chart.tint)
        yield named(ink), ink, None
    for ground in chart.grounds:
        yield f"白/{named(ground)}", PAPER, ground


def _cell(cell: Rect, weight: int, ink: Ink) -> Iterator[Rule]:
    """Lines across in its left half, lines down in its right half."""
    side = cell.inset(cell.width // 12, cell.height // 6)
    half = side.width * 9 // 20
    steps = range(LINES)
    for step in steps:
        y = side.y + side.height * (2 * step + 1) // (2 * LINES)
        yield Rule(side.x, y, side.x + half, y, weight, ink)
    left = side.right - half
    for step in steps:
        x = left + half * (2 * step + 1) // (2 * LINES)
        yield Rule(x, side.y, x, side.bottom, weight, ink)
