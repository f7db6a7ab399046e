"""QR codes at the ends of stories, their quiet zone kept free.

The code stands at the left of its column in whole rows, the words beside it on the
baselines of the text.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from printpress.content.codes import MODULE, Code
from printpress.content.qr import QrMatrix
from printpress.diagnostics import Diagnostic
from printpress.geometry import Rect, above_baseline
from printpress.makeup.blocks import Desk
from printpress.makeup.qr import QUIET_ZONE, qr_findings, qr_modules
from printpress.spec.press import PressSpec
from printpress.text.galley import (
    Line,
    Missing,
    Paragraph,
    Preset,
    Profile,
    Run,
    compose,
    shifted,
)

LEAST_EMS: Final = 5
"""Ems of room that words beside a code want; with less they stand below it."""


def _side(matrix: QrMatrix, module: int) -> int:
    return len(matrix.modules) * module


def set_code(desk: Desk, code: Code) -> Preset:
    """The code at a story's end as rows of its column."""
    house = desk.styles.house
    row, em = house.grid.row, house.body.size
    side, quiet = _side(code.matrix, MODULE), QUIET_ZONE * MODULE
    whole = side + 2 * quiet
    style = desk.styles.style("qr")
    style = style.at(min(style.size, row))
    beside = desk.measure - whole >= LEAST_EMS * style.size
    room = desk.measure - whole if beside else desk.measure
    words, missing = _words(desk, code, style.font, room)
    rows = -(-whole // row)
    if beside:
        rows = max(rows, len(words))
        first, left = (rows - len(words)) // 2, whole
    else:
        first, left = rows, 0
        rows += len(words)
    lines = [_empty(desk.measure) for _ in range(rows)]
    for number, line in enumerate(words, first):
        lines[number] = replace(shifted(line, left), measure=desk.measure)
    held = rows if beside else first
    top = (held * row - whole) // 2 + quiet - (row - em) // 2 - above_baseline(em)
    square = Rect(quiet, top, side, side)
    patch = qr_modules(code.matrix, square)
    lines[0] = replace(lines[0], fills=patch.rects)
    last = len(lines) - 1
    return Preset(
        tuple(
            replace(line, first=number == 0, last=number == last)
            for number, line in enumerate(lines)
        ),
        missing,
    )


def _words(
    desk: Desk, code: Code, font: str, room: int
) -> tuple[list[Line], tuple[Missing, ...]]:
    """The lines of the caption, each turned over where it does not fit."""
    style = desk.styles.style("qr")
    style = style.at(min(style.size, desk.styles.house.grid.row))
    setting = replace(desk.styles.setting(style), align="left", orphan=True)
    lines: list[Line] = []
    missing: list[Missing] = []
    offset = 0
    for words in code.caption:
        paragraph = Paragraph((Run(words, font),), setting)
        galley = compose((paragraph,), Profile.of(room), desk.library)
        lines += galley.lines
        missing += [replace(m, offset=m.offset + offset) for m in galley.missing]
        offset += len(words)
    return lines, tuple(missing)


def _empty(measure: int) -> Line:
    return Line((), 0, measure, "", 0, False, False, 0, 0)  # noqa: FBT003


def story_code_findings(
    codes: Sequence[Code], press: PressSpec
) -> tuple[Diagnostic, ...]:
    """Codes at stories' ends whose modules the press cannot print."""
    return tuple(
        told
        for code in codes
        for told in qr_findings(
            code.matrix, _side(code.matrix, MODULE), code.span, press, sized=False
        )
    )
