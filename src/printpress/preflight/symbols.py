"""QR codes as a phone finds them on the rendered page (ISO/IEC 18004)."""

from collections.abc import Iterator

from printpress.diagnostics import Both
from printpress.preflight.marks import AreaMark, Drawn, PictureMark, ShadeMark
from printpress.preflight.render import ReadCode
from printpress.preflight.report import Fault, at_least, same
from printpress.preflight.spaces import LEAST
from printpress.spec.press import PressSpec
from printpress.units import MM, PT

DOT = 0.02
"""Millimetres below a limit that the picture's pixels explain."""


def qr_codes(codes: list[ReadCode], drawn: Drawn, press: PressSpec) -> Iterator[Fault]:
    """Codes are read, large enough, free all round, and black on paper."""
    for code in codes:
        for rule, measured, allowed in _breaches(code, drawn, press):
            yield Fault(
                rule,
                measured,
                allowed,
                drawn.page.number,
                drawn.page.rect(code.box),
                code.payload,
            )


def _breaches(
    code: ReadCode, drawn: Drawn, press: PressSpec
) -> Iterator[tuple[str, Both, Both]]:
    if not code.payload:
        yield "qr-unreadable", same(""), same("")
        return
    module = (code.box[2] - code.box[0]) * PT / MM / max(code.modules, 1)
    for rule, least in (
        ("qr-module", press.qr_module_error / MM),
        ("qr-module-small", press.qr_module_warn / MM),
    ):
        if code.modules and module < least - DOT:
            yield rule, same(f"{module:.2f} mm"), at_least(f"{least:g} mm")
            break
    if not code.quiet:
        four = Both("4 modules of paper", "四周各留 4 个码元的空白")
        yield "qr-quiet-zone", Both("something dark", "有深色内容"), four
    inks = _inks(code, drawn)
    if inks:
        yield "qr-inks", same(inks), same("K100")


def _inks(code: ReadCode, drawn: Drawn) -> str:
    """Inks other than full black that the code is made of; empty if none."""
    left, low, right, top = code.box
    for mark in drawn.marks:
        x, y = (mark.box[0] + mark.box[2]) / 2, (mark.box[1] + mark.box[3]) / 2
        if not (left < x < right and low < y < top) or mark.paint.white:
            continue
        if isinstance(mark, PictureMark) and mark.paint.space.count == 1:
            continue
        if isinstance(mark, AreaMark | PictureMark | ShadeMark) and (
            not mark.paint.solid_black and _inked(mark)
        ):
            return mark.paint.words
    return ""


def _inked(mark: AreaMark | PictureMark | ShadeMark) -> bool:
    return not mark.paint.known or any(part >= LEAST for _, part in mark.paint.inks)
