"""Tints and patches of a press-test page."""

from printpress.colour import BLACK, Ink
from printpress.geometry import Rect
from printpress.makeup.charts.board import AIR, Board, Drawn, named, spread
from printpress.makeup.placed import FrameLine, Patch, Placed, Rule
from printpress.spec.chart import PatchesChart, TintsChart
from printpress.units import PT

EDGE = 2 * PT // 5
"""The frame of a patch that the press cannot take."""

LEAST = 6 * PT
"""The least height of a patch: an instrument's opening is two millimetres wide."""


def set_tints(board: Board, chart: TintsChart) -> Drawn:
    """Steps side by side, one row an ink, each step named above its column."""
    rect, em = board.rect, board.style.size
    margin = 2 * em
    columns = spread(rect.x + margin, rect.width - margin, len(chart.steps))
    top = rect.y + board.line
    rows = spread(top, rect.bottom - top, len(chart.inks))
    placed: list[Placed] = [
        board.label(f"{step / 10:g}", x, rect.y, width, align="centre")
        for step, (x, width) in zip(chart.steps, columns, strict=True)
    ]
    for plates, (y, height) in zip(chart.inks, rows, strict=True):
        deep = height - AIR
        placed.append(board.label(plates.letters, rect.x, y + (deep - em) // 2))
        placed += [
            Patch((Rect(x, y, width, deep),), plates.at(step), as_is=True)
            for step, (x, width) in zip(chart.steps, columns, strict=True)
        ]
    return Drawn(placed, LEAST + AIR - min(height for _, height in rows))


def set_patches(board: Board, chart: PatchesChart) -> Drawn:
    """Patches in rows, each with its inks below it."""
    rect = board.rect
    placed: list[Placed] = []
    least = rect.height
    for inks, (y, height) in zip(
        chart.rows, spread(rect.y, rect.height, len(chart.rows)), strict=True
    ):
        lines = 1 + any(_several(ink) for ink in inks)
        deep = height - lines * board.line - AIR
        least = min(least, deep)
        for ink, (x, width) in zip(
            inks, spread(rect.x, rect.width + AIR, len(inks)), strict=True
        ):
            place = Rect(x, y, width - AIR, max(0, deep))
            placed += _patch(board, place, ink)
    return Drawn(placed, LEAST - least)


def _several(ink: Ink) -> bool:
    return ink.total not in ink.shares


def _patch(board: Board, place: Rect, ink: Ink) -> list[Placed]:
    """One patch; empty and crossed where the press refuses so much ink."""
    below = place.bottom + AIR // 2
    x, width = place.x, place.width
    words = [named(ink), *([f"{ink.total / 10:g}%"] if _several(ink) else [])]
    placed: list[Placed] = [
        board.label(line, x, below + number * board.line, width, align="centre")
        for number, line in enumerate(words)
    ]
    if ink.total <= board.press.tac_error:
        return [Patch((place,), ink, as_is=True), *placed]
    frame = place.inset(EDGE // 2)
    return [
        FrameLine(frame, EDGE),
        Rule(frame.x, frame.bottom, frame.right, frame.y, EDGE, BLACK),
        *placed,
    ]
