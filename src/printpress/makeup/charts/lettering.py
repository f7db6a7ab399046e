"""Small type of a press-test page in several faces, dark and white."""

from collections.abc import Iterator
from dataclasses import dataclass

from printpress.colour import BLACK, PAPER, Ink
from printpress.geometry import Rect
from printpress.makeup.charts.board import Board, Drawn, named, spread
from printpress.makeup.compositor import placed_in
from printpress.makeup.placed import Patch, Placed
from printpress.makeup.styles import Style
from printpress.spec.chart import TypeChart
from printpress.text.galley import Line
from printpress.units import PT, in_pt

MARGIN_EMS = 6
"""For the name of a face, ``song-black``."""

GAP = 3 * PT
"""Between two sizes, at least."""

LEADING = 4 * PT
"""Between the largest type of two rows."""

APART = 6 * PT
"""Between two sets of rows."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The words in every face and size."""

    lines: tuple[tuple[tuple[Line, Style], ...], ...]
    """By face and size."""
    widths: tuple[int, ...]
    """Of the widest line of each size."""

    @property
    def width(self) -> int:
        """With the gaps, at least."""
        return sum(self.widths) + GAP * (len(self.widths) + 1)


def set_type(board: Board, chart: TypeChart) -> Drawn:
    """Sets of rows side by side: on paper in each ink, then in white on each ground."""
    table = _table(board, chart)
    rect = board.rect
    margin = MARGIN_EMS * board.style.size
    every: list[tuple[Ink, Ink | None]] = [
        *((ink, None) for ink in chart.inks),
        *((PAPER, ground) for ground in chart.grounds),
    ]
    parts = spread(rect.x + margin, rect.width - margin + APART, len(every))
    row = max(chart.sizes) + LEADING
    top = rect.y + 2 * board.line
    placed: list[Placed] = []
    for number, face in enumerate(chart.faces):
        y = top + number * row + (row - board.style.size) // 2
        placed.append(board.label(face, rect.x, y))
    deep = 2 * board.line + len(chart.faces) * row
    for (ink, ground), (x, width) in zip(every, parts, strict=True):
        place = Rect(x, rect.y, width - APART, deep)
        placed += _set(board, table, place, (ink, ground, row))
    short = table.width - min(width for _, width in parts) + APART
    return Drawn(placed, deep - rect.height, short)


def _table(board: Board, chart: TypeChart) -> _Table:
    lines = tuple(
        tuple(_line(board, face, size, chart.sample) for size in chart.sizes)
        for face in chart.faces
    )
    widths = tuple(
        max(line.width for line, _ in column) for column in zip(*lines, strict=True)
    )
    return _Table(lines, widths)


def _line(board: Board, face: str, size: int, words: str) -> tuple[Line, Style]:
    style = Style(face, size, size, size, BLACK, "")
    return board.compositor.line(words, style), style


def _set(
    board: Board, table: _Table, place: Rect, look: tuple[Ink, Ink | None, int]
) -> Iterator[Placed]:
    """The table once, under the name of its inks and the sizes."""
    ink, ground, row = look
    words = named(ink) if ground is None else f"反白/{named(ground)}"
    yield board.label(words, place.x, place.y, place.width, align="centre")
    top = place.y + 2 * board.line
    if ground is not None:
        band = Rect(place.x, top, place.width, place.bottom - top)
        yield Patch((band,), ground, as_is=True)
    spare = max(0, place.width - sum(table.widths)) // (len(table.widths) + 1)
    x = place.x + spare
    for column, width in enumerate(table.widths):
        size = table.lines[0][column][1].size
        told = in_pt(size).removesuffix("pt")
        yield board.label(told, x, place.y + board.line, width, align="centre")
        for number, lines in enumerate(table.lines):
            line, style = lines[column]
            y = top + number * row + (row - style.size) // 2
            yield placed_in(line, style, x, y, ink=ink)
        x += width + spare
