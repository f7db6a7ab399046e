"""Blocks of a press-test page (测试版), with which paper and shop settle a press file.

What they draw is printed as it stands: no large black is enriched or held back, and
what a press would refuse elsewhere is there on purpose. The preflight still finds it;
an issue says with reasons what it accepts (``accept_preflight``).
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from printpress.colour import BLACK
from printpress.content.adverts import Advert
from printpress.geometry import Rect
from printpress.makeup.advert import fitted, picture_in
from printpress.makeup.charts.board import AIR, ROLE, Board, Drawn
from printpress.makeup.charts.codes import set_codes
from printpress.makeup.charts.lettering import set_type
from printpress.makeup.charts.lines import set_lines
from printpress.makeup.charts.patches import set_patches, set_tints
from printpress.makeup.charts.register import set_overprint, set_register, set_stars
from printpress.makeup.compositor import Compositor, placed_in
from printpress.makeup.placed import Placed, Rule
from printpress.spec.chart import (
    ChartSpec,
    CodesChart,
    LinesChart,
    OverprintChart,
    PatchesChart,
    PictureChart,
    RecordChart,
    RegisterChart,
    StarsChart,
    TintsChart,
    TypeChart,
)
from printpress.spec.layout import SlotSpec
from printpress.spec.press import PressSpec
from printpress.units import PT

HEAD_RULE = PT // 2
"""Below a block's title."""

BLANK_RULE = 2 * PT // 5
"""On which people write."""


def set_chart(
    compositor: Compositor,
    rect: Rect,
    slot: SlotSpec,
    press: PressSpec,
    picture: Advert | None,
) -> Drawn:
    """A slot's block: title and keys, what is tested, and what to read off."""
    chart = slot.chart
    assert chart is not None  # noqa: S101 - the loader has checked it
    board = Board(compositor, rect, press, picture)
    head, top, crowded = _head(board, slot, chart)
    legend, foot = _legend(board, chart)
    room = Rect(rect.x, top, rect.width, max(0, foot - top))
    inner = Board(compositor, room, press, picture)
    drawn = _SETTERS[type(chart.drawing)](inner, chart.drawing)
    return Drawn([*head, *drawn.placed, *legend], drawn.low, max(drawn.narrow, crowded))


def _head(
    board: Board, slot: SlotSpec, chart: ChartSpec
) -> tuple[list[Placed], int, int]:
    """Its title at the left and the press file's keys at the right, over a rule.

    Also where that ends, and the width that the two want beyond the block's.
    """
    rect = board.rect
    style = board.compositor.style(ROLE, "headline")
    line = board.compositor.line(slot.title, style, heading=True, span=slot.span)
    foot = rect.y + style.size + 3 * AIR // 2
    label = rect.y + style.size - board.style.size
    placed: list[Placed] = [
        placed_in(line, style, rect.x, rect.y),
        Rule(rect.x, foot, rect.right, foot, HEAD_RULE),
    ]
    keys = board.label(
        "、".join(chart.settles), rect.x, label, rect.width, align="right"
    )
    if chart.settles:
        placed.append(keys)
    crowded = line.width + board.style.size + keys.line.width - rect.width
    return placed, foot + 2 * AIR, crowded


def _legend(board: Board, chart: ChartSpec) -> tuple[list[Placed], int]:
    """What to read off, at the foot; where it begins."""
    rect, style = board.rect, board.style
    lines = [
        line
        for words in chart.legend
        for line in board.compositor.block(words, style, rect.width, chart.span)
    ]
    top = rect.bottom - len(lines) * board.line
    placed: list[Placed] = [
        placed_in(line, style, rect.x, top + AIR + number * board.line, ink=BLACK)
        for number, line in enumerate(lines)
    ]
    return placed, top


def _picture(board: Board, _: PictureChart) -> Drawn:
    """The picture whole, as large as its room."""
    picture = board.picture
    assert picture is not None  # noqa: S101 - else its file is told to be unreadable
    return Drawn([picture_in(fitted(board.rect, picture), picture)])


def _record(board: Board, chart: RecordChart) -> Drawn:
    """Blanks in rows, each a name and a line to write on."""
    rect = board.rect
    rows = -(-len(chart.blanks) // chart.columns)
    placed: list[Placed] = []
    for number, words in enumerate(chart.blanks):
        row, column = divmod(number, chart.columns)
        x = rect.x + rect.width * column // chart.columns
        end = rect.x + rect.width * (column + 1) // chart.columns - 4 * AIR
        foot = rect.y + rect.height * (row + 1) // rows - AIR
        label = board.label(words, x, foot - board.style.size - AIR // 2)
        start = x + label.line.width + 2 * AIR
        placed += [label, Rule(start, foot, max(start, end), foot, BLANK_RULE)]
    return Drawn(placed, rows * 2 * board.line - rect.height)


_SETTERS: Final[Mapping[type, Callable[[Board, Any], Drawn]]] = {
    TintsChart: set_tints,
    PatchesChart: set_patches,
    LinesChart: set_lines,
    TypeChart: set_type,
    CodesChart: set_codes,
    PictureChart: _picture,
    OverprintChart: set_overprint,
    RegisterChart: set_register,
    StarsChart: set_stars,
    RecordChart: _record,
}
"""What sets each kind of block."""
