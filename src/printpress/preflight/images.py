"""Pictures: pixels per printed inch (GWG 2022 R0031, R0032)."""

from collections.abc import Iterator

from printpress.preflight.marks import Drawn, PictureMark
from printpress.preflight.report import Fault, at_least, same
from printpress.spec.press import PressSpec

FEW = 16
"""Pixels of a picture that is none: a flat ground, a dot."""


def resolution(drawn: Drawn, press: PressSpec) -> Iterator[Fault]:
    """Every picture has pixels enough for its size."""
    for _index, mark in drawn.inside:
        if not isinstance(mark, PictureMark) or mark.pixels[0] * mark.pixels[1] <= FEW:
            continue
        ppi = round(mark.ppi)
        if mark.bilevel:
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
