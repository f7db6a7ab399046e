"""Lines, and filled rectangles so thin that they are lines (GWG 2022 R0018, R0019)."""

from collections.abc import Iterator

from printpress.preflight.marks import AreaMark, Drawn, LineMark
from printpress.preflight.report import Fault, at_least, same
from printpress.preflight.spaces import LEAST
from printpress.spec.press import PressSpec
from printpress.units import PT, in_pt

SLENDER = 4
"""A rectangle so many times as long as it is thick is a line (taste)."""

EXACT = 0.005
"""Points below a limit that rounding explains."""


def lines(drawn: Drawn) -> Iterator[tuple[LineMark | AreaMark, float]]:
    """Lines and how thick they are."""
    for _index, mark in drawn.inside:
        if isinstance(mark, LineMark):
            yield mark, mark.width
        elif isinstance(mark, AreaMark) and mark.upright:
            left, low, right, top = mark.box
            thin, long = sorted((right - left, top - low))
            if long >= SLENDER * thin:
                yield mark, thin


def thin_lines(drawn: Drawn, press: PressSpec) -> Iterator[Fault]:
    """No line thinner than it can be printed, by itself, in white or in colours."""
    for mark, width in lines(drawn):
        inks = [part for _, part in mark.paint.inks if part >= LEAST]
        rule, least = "thin-line", press.line_minimum
        if mark.paint.white:
            rule, least = "thin-white-line", press.line_minimum_reversed
        elif len(inks) > 1:
            rule, least = "thin-multicolour-line", press.line_minimum_reversed
        elif inks and inks[0] < 1 - LEAST:
            rule, least = "thin-tint-line", press.line_minimum_tint
        if width < press.line_minimum / PT - EXACT and not mark.paint.white:
            rule, least = "thin-line", press.line_minimum
        if width < least / PT - EXACT:
            yield Fault(
                rule,
                same(f"{width:.2f}pt"),
                at_least(in_pt(least)),
                drawn.page.number,
                drawn.page.rect(mark.box),
                mark.paint.words,
            )
