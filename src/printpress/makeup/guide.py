"""导读: what the inner pages bring, told on page one.

A reversed bar, then items of forced lines with the page number flush right, dotted
rules between them, evenly spread over the whole height of the slot.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from printpress.content.issue import GuideEntry
from printpress.diagnostics import Both, Diagnostic, counted, error, warning
from printpress.geometry import Rect
from printpress.makeup.box import BAR_ROWS, box_of, slot_rect, title_bar
from printpress.makeup.compositor import Compositor, heading_lines, placed_in
from printpress.makeup.grid import Grid
from printpress.makeup.placed import Placed, Rule
from printpress.makeup.stack import DOT_PITCH, SEPARATOR
from printpress.makeup.styles import Style
from printpress.spec.layout import SlotSpec
from printpress.text.galley import Line
from printpress.units import PT, in_mm


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


@dataclass(frozen=True, slots=True)
class _Item:
    """An entry of the guide, its page number on no place yet."""

    entry: GuideEntry
    folio: Line
    number: Style
    text: Style
    beside: bool
    """Whether the number stands on the last line, not below it."""

    @property
    def lines(self) -> int:
        """How many lines its words take."""
        return len(heading_lines(self.entry.text, broken=False))

    @property
    def depth(self) -> int:
        """EMU from its first line's head to its last one's foot."""
        return (self.lines - 1) * self.text.row + self.text.size

    @property
    def height(self) -> int:
        """EMU that it takes with its number."""
        below = self.number.size + self.number.size // 2
        return self.depth + (0 if self.beside else below)


def _items(
    compositor: Compositor, entries: Sequence[GuideEntry], inner: Rect
) -> list[_Item]:
    """The entries, numbers below their words, or beside them where rows are few."""
    text = compositor.style("guide", "headline")
    number = compositor.style("guide", "number")
    step = inner.height // len(entries)
    items: list[_Item] = []
    for entry in entries:
        folio = compositor.line(page_number(entry.page_no), number)
        item = _Item(entry, folio, number, text, beside=False)
        *_, last = heading_lines(entry.text, broken=False)
        words = compositor.heading_width(last, text)
        room = words + text.size + folio.width <= inner.width
        items.append(replace(item, beside=item.height > step and room))
    return items


def _placed(
    compositor: Compositor, items: Sequence[_Item], inner: Rect
) -> list[Placed]:
    """The items spread over the height, dotted rules between them."""
    step = inner.height // len(items)
    placed: list[Placed] = []
    for index, item in enumerate(items):
        top = inner.y + index * step + max(0, step - item.height) // 2
        placed += _entry(compositor, item.entry, item.text, inner, top)
        size = item.number.size
        down = item.depth - size if item.beside else item.depth + size // 2
        x = inner.right - item.folio.width
        placed.append(placed_in(item.folio, item.number, x, top + down))
        if index:
            y = inner.y + index * step
            placed.append(Rule(inner.x, y, inner.right, y, SEPARATOR, dotted=DOT_PITCH))
    return placed


def _no_room(slot: SlotSpec, items: Sequence[_Item], height: int) -> Diagnostic:
    needed = sum(item.height for item in items)
    return error(
        "guide-overset",
        slot.span,
        Both(
            f"{counted(len(items), 'item')} of the guide take {in_mm(needed)}; slot "
            f'"{slot.name}" is {in_mm(height)} high',
            f"导读 {len(items)} 条高 {in_mm(needed)}，"
            f"版位“{slot.name}”只有 {in_mm(height)}",
        ),
        fix=Both(
            f"give slot `{slot.name}` more rows, or lower its `items`",
            f"给版位 {slot.name} 加行，或减少 items",
        ),
    )


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
        items = _items(compositor, taken, inner)
        placed += _placed(compositor, items, inner)
        if sum(item.height for item in items) > inner.height:
            trouble = _no_room(slot, items, inner.height)
    return placed, trouble
