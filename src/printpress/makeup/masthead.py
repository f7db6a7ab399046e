"""The head of page one: nameplate, slogan, publisher line, and the ear with its QR.

The nameplate is as large as its box bears, its slogan spread over its width below it,
and small lines stand at its right.
"""

from printpress.colour import BLACK
from printpress.content.issue import Issue
from printpress.content.qr import QrMatrix
from printpress.diagnostics import Both, Diagnostic, Severity, Span, error
from printpress.geometry import Rect, Size
from printpress.makeup.compositor import Compositor, baseline_in, placed_in
from printpress.makeup.grid import Grid
from printpress.makeup.nameplate import draw_name, set_name
from printpress.makeup.placed import Patch, Placed, SetLine
from printpress.makeup.styles import Style
from printpress.makeup.words_apart import row_of_words
from printpress.spec.layout import MastheadSpec, QrSpec
from printpress.spec.press import PressSpec
from printpress.text.galley import Line
from printpress.units import PT, in_mm

FOOT_AIR = 4 * PT
"""Between the nameplate and the line below it, and below that."""

QUIET_ZONE = 4
"""Modules of paper white that a reader needs on each side (ISO/IEC 18004 9.1)."""


def slogan_words(slogan: str, separator: str) -> list[str]:
    """One character a cell, the separator between them.

    >>> slogan_words("自家门口", "/")
    ['自', '/', '家', '/', '门', '/', '口']
    """
    words: list[str] = []
    for char in slogan:
        words += [separator, char] if words and separator else [char]
    return words


def set_masthead(
    compositor: Compositor, grid: Grid, spec: MastheadSpec, issue: Issue
) -> list[Placed]:
    """The nameplate over its slogan, Latin name and publisher at the right."""
    box = grid.rect(spec.cols, spec.rows)
    beside = _lines_beside(compositor, spec, issue)
    aside = max((line.width for line, _ in beside), default=0)
    slogan = compositor.style("slogan")
    width = box.width - aside - (2 * compositor.house.body.size if aside else 0)
    room = Rect(box.x, box.y, width, box.height - slogan.size - 2 * FOOT_AIR)
    art = issue.art.get(spec.art) if spec.art else None
    name = (
        draw_name(art, room, middle=not aside)
        if art
        else set_name(compositor, spec, issue.house.paper.name, room, middle=not aside)
    )
    placed = list(name.placed)
    foot = box.bottom - slogan.size - FOOT_AIR
    if spec.slogan_separator is not None and issue.house.paper.slogan:
        words = slogan_words(issue.house.paper.slogan, spec.slogan_separator)
        placed += row_of_words(compositor, words, slogan, name.strip, foot)
    base = baseline_in(foot, slogan.size)
    for line, look in reversed(beside):
        placed.append(SetLine(line, box.right - line.width, base, look.ink))
        base -= look.row
    return placed


def _lines_beside(
    compositor: Compositor, spec: MastheadSpec, issue: Issue
) -> list[tuple[Line, Style]]:
    """The small lines at the nameplate's right: Latin name, then who publishes.

    A wide blank (U+3000) in the publisher's line is where it is broken.
    """
    lines: list[tuple[Line, Style]] = []
    if issue.house.paper.latin:
        look = compositor.style("latin")
        words = issue.house.paper.latin
        lines.append((compositor.line(words, look, tracking=look.size // 5), look))
    if spec.copublisher:
        look = compositor.style("copublisher")
        parts = issue.edition.copublisher.split("\u3000")
        lines += [(compositor.line(part, look), look) for part in parts if part.strip()]
    return lines


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
