"""Pictures: pixels per printed inch (GWG 2022 R0031 to R0033)."""

from collections.abc import Iterator

from printpress.diagnostics import Both
from printpress.preflight.marks import Drawn, PictureMark, TextMark
from printpress.preflight.report import Fault, at_least, same
from printpress.spec.press import PressSpec

FINEST = 450
"""Pixels per inch beyond which more show nothing: coldset screens have 100 lines."""

WHOLE = 0.8
"""Share of the trim that a picture of the page covers."""

FEW = 16
"""Pixels of a picture that is none: a flat ground, a dot."""


def resolution(drawn: Drawn, press: PressSpec) -> Iterator[Fault]:
    """Every picture has pixels enough for its size."""
    for _index, mark in drawn.inside:
        if not isinstance(mark, PictureMark) or mark.pixels[0] * mark.pixels[1] <= FEW:
            continue
        ppi = round(mark.ppi)
        if mark.bilevel and ppi <= press.line_art_error_ppi:
            rule, least = "low-line-art", press.line_art_error_ppi + 1
        elif mark.bilevel:
            rule, least = "coarse-line-art", press.line_art_ppi
        elif ppi <= press.error_ppi:
            rule, least = "low-resolution", press.error_ppi + 1
        else:
            rule, least = "coarse-picture", press.warn_ppi + 1
        if ppi < least:
            across, down = mark.pixels
            yield Fault(
                rule,
                same(f"{ppi} ppi"),
                at_least(f"{least} ppi"),
                drawn.page.number,
                drawn.page.rect(mark.box),
                f"{mark.name} {across} × {down} px",
            )


def fineness(drawn: Drawn, _: PressSpec) -> Iterator[Fault]:
    """No picture brings far more pixels than the screen can show."""
    for _index, mark in drawn.inside:
        if isinstance(mark, PictureMark) and not mark.bilevel and mark.ppi > FINEST:
            across, down = mark.pixels
            yield Fault(
                "fine-picture",
                same(f"{mark.ppi:.0f} ppi"),
                Both(f"at most {FINEST} ppi", f"不超过 {FINEST} ppi"),
                drawn.page.number,
                drawn.page.rect(mark.box),
                f"{mark.name} {across} × {down} px",
            )


def whole_pages(drawn: Drawn, _: PressSpec) -> Iterator[Fault]:
    """No page is a picture of a page (GWG 2022 R0033)."""
    if any(isinstance(mark, TextMark) for _, mark in drawn.inside):
        return
    left, low, right, top = drawn.page.trim
    least = WHOLE * (right - left) * (top - low)
    for _index, mark in drawn.inside:
        x0, y0, x1, y1 = mark.box
        if isinstance(mark, PictureMark) and (x1 - x0) * (y1 - y0) >= least:
            across, down = mark.pixels
            yield Fault(
                "page-is-picture",
                page=drawn.page.number,
                place=drawn.page.rect(mark.box),
                object=f"{mark.name} {across} × {down} px",
            )
