"""Ink from rendered plates: by windows and by square millimetres.

The mean of a square of the press's window is held against its limits; squares are
moved by a millimetre at a time (GWG 2022 R0026). Where a single millimetre has too
much, ink smears even if the window's mean is low.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from printpress.diagnostics import Both
from printpress.preflight.marks import Drawn, PictureMark
from printpress.preflight.page import Box, Page
from printpress.preflight.render import Plate
from printpress.preflight.rendering import Rendering
from printpress.preflight.report import Fault
from printpress.spec.press import PressSpec
from printpress.units import MM, PT

FULL = 255
"""Ink of a cell that is covered whole."""

PLACES = 8
"""Windows of a page that are shown, the fullest first (taste)."""

GREYS = ("DeviceGray", "CalGray")
"""Spaces whose pictures stand on the black plate."""

EXACT = 1.0
"""Per cent above a limit that the rounding of plates explains."""

Window = tuple[float, int, int]
"""Coverage in per cent, column and row of its corner, in millimetres."""


def with_greys(plates: list[Plate], found: Rendering, drawn: Drawn) -> list[Plate]:
    """The plates with pictures in grey, which pdf_oxide 0.3 leaves out of them."""
    greys = [
        _cells(mark.box, drawn.page)
        for _, mark in drawn.inside
        if isinstance(mark, PictureMark) and mark.paint.space.family in GREYS
    ]
    if not greys:
        return plates
    light = found.light()
    return [
        replace(plate, cells=_darkened(plate, light, greys))
        if plate.name == "Black"
        else plate
        for plate in plates
    ]


def _darkened(black: Plate, light: Plate, greys: "list[Cells]") -> bytes:
    """The black plate, in those places as dark as the page is drawn."""
    cells = bytearray(black.cells)
    across, down = black.across, len(cells) // black.across
    for left, right, top, foot in greys:
        for row in range(max(0, top), min(down, foot + 1)):
            start, end = row * across + max(0, left), row * across + right + 1
            end = min(end, (row + 1) * across)
            pairs = zip(cells[start:end], light.cells[start:end], strict=False)
            cells[start:end] = bytes(max(ink, FULL - shade) for ink, shade in pairs)
    return bytes(cells)


def inked(plates: list[Plate], page: Page, press: PressSpec) -> Iterator[Fault]:
    """Too much ink of a page: over a window, else of a single square millimetre."""
    mean = list(total_ink(plates, page, press))
    yield from mean
    if all(fault.rule != "ink-limit" for fault in mean):  # which says it already
        yield from peak_ink(plates, page, press)


def total_ink(plates: list[Plate], page: Page, press: PressSpec) -> Iterator[Fault]:
    """No window holds more ink than newsprint takes."""
    if not plates:
        return
    side = max(1, round(press.tac_window / MM))
    high = list(windows(plates, side, press.tac / 10))
    refused = [one for one in high if one[0] * 10 > press.tac_error]
    rule, found, limit = "ink-limit", refused, press.tac_error
    if not refused:
        rule, found, limit = "ink-high", high, press.tac
    for mean, column, row in _apart(found, side):
        yield Fault(
            rule,
            Both(f"{mean:.0f} % over {side} mm", f"{side} mm 见方平均 {mean:.0f}%"),
            _at_most(limit),
            page.number,
            page.rect(_box(page, column, row, side)),
        )


def _at_most(limit: int) -> Both:
    return Both(f"at most {limit / 10:g} %", f"不超过 {limit / 10:g}%")


def peak_ink(plates: list[Plate], page: Page, press: PressSpec) -> Iterator[Fault]:
    """No square millimetre holds more ink than the press lays on any spot.

    Single pixels are not asked: along edges in pictures the plates of pdf_oxide are a
    pixel apart, which makes sums that no plate-setter makes.
    """
    least = (press.tac_peak / 10 + EXACT) * FULL / 100
    high = [
        (total * 100 / FULL, column, row)
        for row, line in enumerate(sums(plates) if plates else ())
        if max(line) > least
        for column, total in enumerate(line)
        if total > least
    ]
    for most, column, row in _apart(high, max(1, round(press.tac_window / MM))):
        yield Fault(
            "ink-peak",
            Both(f"{most:.0f} % over 1 mm", f"1 mm 见方平均 {most:.0f}%"),
            _at_most(press.tac_peak),
            page.number,
            page.rect(_box(page, column, row, 1)),
        )


Cells = tuple[int, int, int, int]
"""First and last column, first and last row."""


def _cells(box: Box, page: Page) -> Cells:
    """The squares that a place touches."""
    left, _, _, top = page.media
    millimetre = MM / PT
    x0, y0, x1, y1 = box
    return (
        int((x0 - left) // millimetre),
        int((x1 - left) // millimetre),
        int((top - y1) // millimetre),
        int((top - y0) // millimetre),
    )


def _box(page: Page, column: int, row: int, side: int) -> Box:
    left, _, _, top = page.media
    millimetre = MM / PT
    x, y = left + column * millimetre, top - row * millimetre
    return (x, y - side * millimetre, x + side * millimetre, y)


def sums(plates: list[Plate]) -> list[list[int]]:
    """Ink of all plates by square millimetre, rows from the top."""
    across = plates[0].across
    whole = [sum(inks) for inks in zip(*(plate.cells for plate in plates), strict=True)]
    return [whole[start : start + across] for start in range(0, len(whole), across)]


def windows(plates: list[Plate], side: int, above: float) -> Iterator[Window]:
    """The mean of each window that has more, by sums of rows and columns."""
    rows = sums(plates)
    side = min(side, len(rows), len(rows[0]))
    share = 100 / FULL / (side * side)
    across = [_slid(row, side) for row in rows]
    for column, sums_down in enumerate(zip(*across, strict=True)):
        totals = _slid(list(sums_down), side)
        if max(totals) * share <= above:
            continue
        for row, total in enumerate(totals):
            if total * share > above:
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
