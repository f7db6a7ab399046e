"""The head of page one: nameplate, slogan, publisher line, and the ear with its QR.

The nameplate is as large as its box bears; the lines beside it are set small and
spread over its width.
"""

from collections.abc import Sequence
from dataclasses import replace

from printpress.colour import BLACK
from printpress.content.issue import Issue
from printpress.content.qr import QrMatrix
from printpress.diagnostics import Both, Diagnostic, Severity, error
from printpress.geometry import Rect, Size
from printpress.makeup.compositor import Compositor, Style, baseline_in, placed_in
from printpress.makeup.grid import Grid, Strip
from printpress.makeup.placed import Ground, Placed, SetLine
from printpress.spec.layout import MastheadSpec, QrSpec
from printpress.spec.press import PressSpec
from printpress.units import PT, in_mm

FOOT_AIR = 4 * PT
"""Between the nameplate and the line below it."""

QUIET_ZONE = 4
"""Modules of paper white that a reader needs on each side (ISO/IEC 18004 9.1)."""

LARGEST_NAME = 120 * PT
"""The nameplate's largest size (taste: with its line it stays under 45 mm)."""


def spread(
    compositor: Compositor, words: Sequence[str], style: Style, strip: Strip
) -> list[SetLine]:
    """Words shared out evenly from edge to edge (均排), their em boxes' tops at 0."""
    lines = [compositor.line(word, style, heading=True) for word in words]
    natural = sum(line.width for line in lines)
    if natural > strip.width > 0:  # set smaller rather than one over the other
        _, style = compositor.fitted("".join(words), style, strip.width, heading=True)
        lines = [compositor.line(word, style, heading=True) for word in words]
        natural = sum(line.width for line in lines)
    spare = strip.width - natural
    gaps = max(1, len(lines) - 1)
    done, cursor = [], strip.x
    for index, line in enumerate(lines):
        shift = spare * index // gaps if len(lines) > 1 else spare // 2
        done.append(placed_in(line, style, cursor + shift, 0))
        cursor += line.width
    return done


def row_of_words(
    compositor: Compositor, words: Sequence[str], style: Style, strip: Strip, top: int
) -> list[Placed]:
    """Words shared out evenly on one line whose em box has the given top."""
    done = spread(compositor, words, style, strip)
    return [replace(line, y=line.y + top) for line in done]


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
    """The nameplate over one line of small words."""
    box = grid.rect(spec.cols, spec.rows)
    name = issue.house.paper.name
    style = compositor.style("masthead")
    if spec.font:
        style = replace(style, font=spec.font)
    if spec.colour:
        style = replace(style, ink=compositor.ink(spec.colour))
    small = compositor.style("copublisher")
    height = box.height - small.row - FOOT_AIR
    size = max(PT, min(LARGEST_NAME, height, box.width // max(1, len(name))))
    style = style.at(size)
    compositor.tell_if_small(name, size, spec.span)
    inset = (box.width - len(name) * size) // 4
    strip = Strip(box.x + inset, box.width - 2 * inset)
    top = box.y + (height - size) // 2
    return [
        *row_of_words(compositor, list(name), style, strip, top),
        *_line_below(compositor, spec, issue, box, box.bottom - small.row),
    ]


def _line_below(
    compositor: Compositor, spec: MastheadSpec, issue: Issue, box: Rect, top: int
) -> list[Placed]:
    """Latin name at the left, publisher at the right, the slogan spread between."""
    base = baseline_in(top, compositor.style("copublisher").size)
    left, right = box.x, box.right
    placed: list[Placed] = []
    latin, publisher = issue.house.paper.latin, issue.edition.copublisher
    if latin:
        style = compositor.style("latin")
        line = compositor.line(latin, style, tracking=style.size // 4)
        placed.append(SetLine(line, left, base, style.ink))
        left += line.width + 3 * style.size
    if spec.copublisher and publisher:
        style = compositor.style("copublisher")
        line = compositor.line(publisher, style, tracking=style.size // 10)
        right -= line.width
        placed.append(SetLine(line, right, base, style.ink))
        right -= 3 * style.size
    if spec.slogan_separator is not None and issue.house.paper.slogan:
        words = slogan_words(issue.house.paper.slogan, spec.slogan_separator)
        style = compositor.style("slogan")
        strip = Strip(left, right - left)
        placed += [
            replace(line, y=base) for line in spread(compositor, words, style, strip)
        ]
    return placed


def qr_ground(matrix: QrMatrix, square: Rect) -> Ground:
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
    return Ground(tuple(rects), BLACK)


def qr_findings(
    matrix: QrMatrix, spec: QrSpec, press: PressSpec
) -> tuple[Diagnostic, ...]:
    """Whether the press can print modules that small."""
    module = spec.size // len(matrix.modules)
    if module >= press.qr_module_warn:
        return ()
    too_small = module < press.qr_module_error
    limit = press.qr_module_error if too_small else press.qr_module_warn
    needed = in_mm(press.qr_module_warn * len(matrix.modules))
    return (
        Diagnostic(
            "qr-too-small",
            Severity.ERROR if too_small else Severity.WARNING,
            spec.span,
            Both(
                f"the QR code's modules are {in_mm(module)} wide; the press wants "
                f"{in_mm(limit)}",
                f"二维码每个模块宽 {in_mm(module)}，印厂要求 {in_mm(limit)}",
            ),
            why=Both(
                "on newsprint smaller modules run together",
                "新闻纸上更小的模块会糊在一起",
            ),
            fix=Both(
                f"write `size: {needed}` or more, or a shorter web address",
                f"把 size 写成 {needed} 以上，或换一个更短的网址",
            ),
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
    compositor.found += qr_findings(issue.qr, spec, issue.press)
    quiet = -(-QUIET_ZONE * spec.size // len(issue.qr.modules))
    lines = [compositor.line(words, style) for words in issue.edition.qr_caption]
    caption = max(0, len(lines) - 1) * style.row + (style.size if lines else 0)
    height = spec.size + quiet + caption
    above = 0 if spec.rows[0] == 1 else quiet  # over row 1 is the margin
    needed = Size(spec.size + 2 * quiet, height + 2 * above)
    if needed.width > box.width or needed.height > box.height:
        compositor.found.append(_qr_without_room(spec, needed, box))
    top = box.y + max(0, (box.height - height) // 2)
    square = Rect(box.x + (box.width - spec.size) // 2, top, spec.size, spec.size)
    placed: list[Placed] = [qr_ground(issue.qr, square)]
    y = square.bottom + quiet
    for line in lines:
        x = box.x + (box.width - line.width) // 2
        placed.append(placed_in(line, style, x, y))
        y += style.row
    return placed
