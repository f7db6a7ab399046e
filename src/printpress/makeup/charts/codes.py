"""QR codes of a press-test page, from modules too small to sure ones."""

from printpress.content.qr import matrix
from printpress.geometry import Rect
from printpress.makeup.charts.board import Board, Drawn
from printpress.makeup.placed import Placed
from printpress.makeup.qr import QUIET_ZONE, qr_modules
from printpress.spec.chart import CodesChart
from printpress.units import in_mm


def set_codes(board: Board, chart: CodesChart) -> Drawn:
    """Codes on one foot, each with its quiet zone and its size below it."""
    rect = board.rect
    codes = [(module, matrix(chart.address(module), "M")) for module in chart.modules]
    wholes = [module * (len(code.modules) + 2 * QUIET_ZONE) for module, code in codes]
    spare = (rect.width - sum(wholes)) // len(codes)
    deep = max(wholes) + board.line
    foot = rect.y + max(0, rect.height - deep) // 2 + max(wholes)
    x = rect.x
    placed: list[Placed] = []
    for (module, code), whole in zip(codes, wholes, strict=True):
        cell = whole + max(0, spare)
        quiet, side = QUIET_ZONE * module, module * len(code.modules)
        left = x + (cell - side) // 2
        placed.append(qr_modules(code, Rect(left, foot - quiet - side, side, side)))
        placed.append(board.label(in_mm(module), x, foot, cell, align="centre"))
        x += cell
    return Drawn(placed, deep - rect.height, -spare * len(codes))
