"""A QR code as it is printed: its modules, and whether the press can print them."""

from printpress.colour import BLACK
from printpress.content.qr import QrMatrix
from printpress.diagnostics import Both, Diagnostic, Severity, Span
from printpress.geometry import Rect
from printpress.makeup.placed import Patch
from printpress.spec.press import PressSpec
from printpress.units import in_mm

QUIET_ZONE = 4
"""Modules of paper white that a reader needs on each side (ISO/IEC 18004 9.1)."""


def qr_modules(matrix: QrMatrix, square: Rect) -> Patch:
    """The dark modules as rectangles of whole runs, black on paper.

    Edges are computed from the module's number, so neighbours meet exactly.
    """
    count = len(matrix.modules)
    edges = [square.width * n // count for n in range(count + 1)]
    rects: list[Rect] = []
    for row, modules in enumerate(matrix.modules):
        y, height = square.y + edges[row], edges[row + 1] - edges[row]
        start: int | None = None
        for column, dark in enumerate((*modules, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                x, right = square.x + edges[start], square.x + edges[column]
                rects.append(Rect(x, y, right - x, height))
                start = None
    return Patch(tuple(rects), BLACK)


def qr_findings(
    matrix: QrMatrix, size: int, span: Span, press: PressSpec, *, sized: bool = True
) -> tuple[Diagnostic, ...]:
    """Whether the press can print modules that small.

    A code that is *sized* has its size from a layout; others are told to lead to a
    shorter address.
    """
    module = size // len(matrix.modules)
    if module >= press.qr_module_warn:
        return ()
    too_small = module < press.qr_module_error
    limit = press.qr_module_error if too_small else press.qr_module_warn
    needed = in_mm(press.qr_module_warn * len(matrix.modules))
    fix = Both(
        f"write `size: {needed}` or more, or a shorter web address",
        f"把 size 写成 {needed} 以上，或换一个更短的网址",
    )
    if not sized:
        fix = Both(
            f"write a shorter web address, or make room for {needed}",
            f"换一个更短的网址，或留出 {needed} 见方",
        )
    return (
        Diagnostic(
            "qr-too-small",
            Severity.ERROR if too_small else Severity.WARNING,
            span,
            Both(
                f"the QR code's modules are {in_mm(module)} wide; the press wants "
                f"{in_mm(limit)}",
                f"二维码每个模块宽 {in_mm(module)}，印厂要求 {in_mm(limit)}",
            ),
            why=Both(
                "on newsprint smaller modules run together",
                "新闻纸上更小的模块会糊在一起",
            ),
            fix=fix,
        ),
    )
