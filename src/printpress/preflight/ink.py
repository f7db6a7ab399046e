"""Total ink by windows, from rendered plates (GWG 2022 R0026).

The mean of a square of the press's window is held against its limits; squares are
moved by a millimetre at a time.
"""

from collections.abc import Iterator
from itertools import accumulate

from printpress.diagnostics import Both
from printpress.preflight.page import Page
from printpress.preflight.render import Plate
from printpress.preflight.report import Fault
from printpress.spec.press import PressSpec
from printpress.units import MM, PT

FULL = 255
"""Ink of a cell that is covered whole."""

PLACES = 8
"""Windows of a page that are shown, the fullest first (taste)."""

Window = tuple[float, int, int]
"""Mean coverage in per cent, column and row of its corner, in millimetres."""


def total_ink(plates: list[Plate], page: Page, press: PressSpec) -> Iterator[Fault]:
    """No window holds more ink than newsprint takes."""
    if not plates:
        return
    side = max(1, round(press.tac_window / MM))
    windows = list(_windows(plates, side))
    refused = [one for one in windows if one[0] * 10 > press.tac_error]
    high = [one for one in windows if one[0] * 10 > press.tac]
    rule, found, limit = "ink-limit", refused, press.tac_error
    if not refused:
        rule, found, limit = "ink-high", high, press.tac
    for mean, column, row in _apart(found, side):
        yield Fault(
            rule,
            Both(f"{mean:.0f} % over {side} mm", f"{side} mm 见方平均 {mean:.0f}%"),
            Both(f"at most {limit / 10:g} %", f"不超过 {limit / 10:g}%"),
            page.number,
            page.rect(_box(page, column, row, side)),
        )


def _box(
    page: Page, column: int, row: int, side: int
) -> tuple[float, float, float, float]:
    left, _, _, top = page.media
    millimetre = MM / PT
    x, y = left + column * millimetre, top - row * millimetre
    return (x, y - side * millimetre, x + side * millimetre, y)


def sums(plates: list[Plate]) -> list[list[int]]:
    """Ink of all plates by square millimetre, rows from the top."""
    across = plates[0].across
    whole = [sum(inks) for inks in zip(*(plate.cells for plate in plates), strict=True)]
    return [whole[start : start + across] for start in range(0, len(whole), across)]


def _windows(plates: list[Plate], side: int) -> Iterator[Window]:
    """The mean of each window, by sums of rows and columns."""
    rows = sums(plates)
    side = min(side, len(rows), len(rows[0]))
    share = 100 / FULL / (side * side)
    across = [_slid(row, side) for row in rows]
    down = [_slid(list(column), side) for column in zip(*across, strict=True)]
    for column, totals in enumerate(down):
        for row, total in enumerate(totals):
            yield total * share, column, row


def _slid(numbers: list[int], side: int) -> list[int]:
    """Sums of so many neighbours.

    >>> _slid([1, 2, 3, 4], 2)
    [3, 5, 7]
    """
    total = [0, *accumulate(numbers)]
    return [end - start for start, end in zip(total, total[side:], strict=False)]


def _apart(windows: list[Window], side: int) -> list[Window]:
    """The fullest, none over another."""
    chosen: list[Window] = []
    for one in sorted(windows, key=lambda window: (-window[0], window[1:])):
        if all(
            abs(one[1] - other[1]) >= side or abs(one[2] - other[2]) >= side
            for other in chosen
        ):
            chosen.append(one)
        if len(chosen) == PLACES:
            break
    return chosen
