"""Words that a slot says by itself: a public notice in the ear (报眼公益语)."""

from printpress.geometry import Rect
from printpress.makeup.compositor import Compositor, aligned, placed_in
from printpress.makeup.placed import Placed
from printpress.spec.layout import SlotSpec
from printpress.units import PT

LEAD = 3
"""Between two lines, a third of their size (taste)."""


def set_words(compositor: Compositor, rect: Rect, slot: SlotSpec) -> list[Placed]:
    """The lines as large as their box and role bear, in its middle."""
    style = compositor.style(slot.role)
    widest = max(compositor.heading_width([words], style) for words in slot.words)
    count = len(slot.words)
    high = count * LEAD + count - 1  # in thirds of a line
    size = min(style.size, style.size * rect.width // max(1, widest))
    size = max(PT, min(size, rect.height * LEAD // high))
    style = style.at(size)
    for words in slot.words:
        compositor.tell_if_small(words, size, slot.span)
    height = size * high // LEAD
    top = rect.y + max(0, rect.height - height) // 2
    placed: list[Placed] = []
    for words in slot.words:
        line = compositor.line(words, style, heading=True, span=slot.span)
        x = aligned(line, rect.x, rect.width, slot.align or style.align or "center")
        placed.append(placed_in(line, style, x, top))
        top += size + size // LEAD
    return placed
