"""导读: what the inner pages bring, told on page one.

A reversed bar, then items of forced lines with the page number flush right, dotted
rules between them, evenly spread over the whole height of the slot.
"""

from collections.abc import Sequence

from printpress.content.issue import GuideEntry
from printpress.diagnostics import Both, Diagnostic, counted, warning
from printpress.geometry import Rect
from printpress.makeup.box import BAR_ROWS, box_of, slot_rect, title_bar
from printpress.makeup.compositor import Compositor, heading_lines, placed_in
from printpress.makeup.grid import Grid
from printpress.makeup.placed import Placed, Rule
from printpress.makeup.stack import DOT_PITCH, SEPARATOR
from printpress.makeup.styles import Style
from printpress.spec.layout import SlotSpec
from printpress.units import PT


def page_number(page_no: int) -> str:
    """A page's number as the paper prints it.

    >>> page_number(2)
    'P02'
    """
    return f"P{page_no:02d}"


def chosen(
    entries: Sequence[GuideEntry], slot: SlotSpec
) -> tuple[Sequence[GuideEntry], Diagnostic | None]:
    """The entries that the slot takes, and what is wrong with their number."""
    fewest, most = slot.items or (1, len(entries))
    if len(entries) < fewest:
        return entries, warning(
            "guide-short",
            slot.span,
            Both(
                f"the inner pages offer {counted(len(entries), 'item')} for the guide; "
                f"its slot takes {fewest} to {most}",
                f"内页只有 {len(entries)} 篇稿件带导读，版位需 {fewest} 至 {most} 条",
            ),
            fix=Both(
                "give more inner stories a `guide:` line in their head",
                "在更多内页稿件的头部写上“导读：”",
            ),
        )
    return entries[:most], None


def _items(
    compositor: Compositor, entries: Sequence[GuideEntry], inner: Rect
) -> list[Placed]:
    text = compositor.style("guide", "headline")
    number = compositor.style("guide", "number")
    placed: list[Placed] = []
    step = inner.height // len(entries)
    for index, entry in enumerate(entries):
        lines = heading_lines(entry.text, broken=False)
        height = (len(lines) - 1) * text.row + text.size
        folio = compositor.line(page_number(entry.page_no), number)
        height += number.size + number.size // 2
        top = inner.y + index * step + (step - height) // 2
        placed += _entry(compositor, entry, text, inner, top)
        top += (len(lines) - 1) * text.row + text.size + number.size // 2
        placed.append(placed_in(folio, number, inner.right - folio.width, top))
        if index:
            y = inner.y + index * step
            placed.append(Rule(inner.x, y, inner.right, y, SEPARATOR, dotted=DOT_PITCH))
    return placed


def _entry(
    compositor: Compositor, entry: GuideEntry, style: Style, inner: Rect, top: int
) -> list[Placed]:
    lines = heading_lines(entry.text, broken=False)
    widest = max(compositor.heading_width(parts, style) for parts in lines)
    if widest > inner.width:  # a long line is set smaller, never cut
        style = style.at(style.size * inner.width // widest)
        compositor.tell_if_small(str(entry.text), style.size, entry.span)
    placed: list[Placed] = []
    for number, parts in enumerate(lines):
        line = compositor.heading_line(parts, style, entry.span)
        placed.append(placed_in(line, style, inner.x, top + number * style.row))
    return placed


def set_guide(
    compositor: Compositor, grid: Grid, slot: SlotSpec, entries: Sequence[GuideEntry]
) -> tuple[list[Placed], Diagnostic | None]:
    """The guide in its slot, and what is wrong with it."""
    taken, trouble = chosen(entries, slot)
    placed = [*box_of(compositor, grid, slot), *title_bar(compositor, grid, slot)]
    rect = slot_rect(grid, slot)
    bar = BAR_ROWS * grid.row if slot.title else 0
    inset = grid.size
    inner = Rect(
        rect.x + inset,
        rect.y + bar + 2 * PT,
        rect.width - 2 * inset,
        rect.height - bar - 4 * PT,
    )
    if taken:
        placed += _items(compositor, taken, inner)
    return placed, trouble
