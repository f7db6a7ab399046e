"""QR codes that have a place of their own: in the ear (报眼), and in slots.

Their quiet zone is kept free, and their words stand below or beside them.
"""

from typing import Final

from printpress.content.codes import Code
from printpress.content.issue import Issue
from printpress.diagnostics import Both, Diagnostic, error
from printpress.geometry import Rect, Size
from printpress.makeup.compositor import Compositor, placed_in
from printpress.makeup.grid import Grid
from printpress.makeup.placed import Placed
from printpress.makeup.qr import QUIET_ZONE, qr_findings, qr_modules
from printpress.spec.layout import QrSpec
from printpress.spec.press import PressSpec
from printpress.units import MM, in_mm

LARGEST: Final = 30 * MM
"""Side of a code in a slot, at most: readers hold a page at arm's length."""


def set_ear(
    compositor: Compositor, grid: Grid, spec: QrSpec, issue: Issue
) -> list[Placed]:
    """The QR code with its caption's lines below, clear of everything (报眼)."""
    if issue.qr is None:
        return []
    box = grid.rect(spec.cols, spec.rows)
    style = compositor.style("qr")
    compositor.found += qr_findings(issue.qr, spec.size, spec.span, issue.press)
    quiet = -(-QUIET_ZONE * spec.size // len(issue.qr.modules))
    lines = [compositor.line(words, style) for words in issue.edition.qr_caption]
    caption = max(0, len(lines) - 1) * style.row + (style.size if lines else 0)
    height = spec.size + quiet + caption
    above = 0 if spec.rows[0] == 1 else quiet  # over row 1 is the margin
    needed = Size(spec.size + 2 * quiet, height + 2 * above)
    if needed.width > box.width or needed.height > box.height:
        compositor.found.append(_qr_without_room(spec, needed, box))
    left = box.x + (box.width - spec.size) // 2
    square = Rect(left, box.y + above, spec.size, spec.size)
    placed: list[Placed] = [qr_modules(issue.qr, square)]
    y = square.bottom + quiet
    for line in lines:
        x = box.x + (box.width - line.width) // 2
        placed.append(placed_in(line, style, x, y))
        y += style.row
    return placed


def _qr_without_room(spec: QrSpec, needed: Size, box: Rect) -> Diagnostic:
    wide, deep = in_mm(needed.width), in_mm(needed.height)
    return error(
        "qr-too-large",
        spec.span,
        Both(
            f"the QR code with its quiet zone and caption is {wide} × {deep}; its "
            f"cells are {in_mm(box.width)} × {in_mm(box.height)}",
            f"二维码连同静区、说明文字占 {wide} × {deep}，所给栏行只有 "
            f"{in_mm(box.width)} × {in_mm(box.height)}",
        ),
        why=Both(
            f"phones need {QUIET_ZONE} modules of white paper round a code",
            f"手机识别需要四周留出 {QUIET_ZONE} 个码点宽的空白",
        ),
        fix=Both(
            "give `qr` more columns or rows in the layout, or a smaller `size`",
            "在版式中给 qr 加栏或加行，或把 size 写小",
        ),
    )


def place_code(
    compositor: Compositor, rect: Rect, code: Code, press: PressSpec
) -> tuple[list[Placed], int, tuple[Diagnostic, ...]]:
    """A code in a slot with its words; what the slot lacks, and what is too small.

    Words stand below it where the slot is high, otherwise beside it.
    """
    style = compositor.style("qr")
    lines = [compositor.line(words, style, span=code.span) for words in code.caption]
    count = len(code.matrix.modules)
    below = rect.height > rect.width or not lines
    deep = (len(lines) - 1) * style.row + style.size if lines else 0
    wide = max((line.width for line in lines), default=0)
    width = rect.width - (0 if below else wide)
    height = rect.height - (deep if below else 0)
    whole = count + 2 * QUIET_ZONE
    side = max(0, min(LARGEST, min(width, height) * count // whole))
    quiet = -(-QUIET_ZONE * side // count)
    least = count * press.qr_module_error * whole // count
    if side < count * press.qr_module_error:
        return [], least - min(width, height), ()
    across = side + 2 * quiet + (0 if below else wide)
    down = side + 2 * quiet + (deep if below else 0)
    x = rect.x + (rect.width - (side + 2 * quiet if below else across)) // 2 + quiet
    y = rect.y + max(0, rect.height - down) // 2 + quiet
    square = Rect(x, y, side, side)
    placed: list[Placed] = [qr_modules(code.matrix, square)]
    top = square.bottom + quiet if below else y + (side - deep) // 2
    for line in lines:
        left = square.right + quiet
        if below:
            left = rect.x + (rect.width - line.width) // 2
        placed.append(placed_in(line, style, left, top))
        top += style.row
    return placed, 0, qr_findings(code.matrix, side, code.span, press, sized=False)
