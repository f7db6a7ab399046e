"""Words that stand apart from a story's text: its pull quote and its box of facts.

Both take whole body rows and are set by house roles of their own. A quote's lines are
as even as they can be, for it is looked at before it is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from printpress.content.story import Story
from printpress.geometry import Rect
from printpress.makeup.box import framed
from printpress.makeup.compositor import Compositor, aligned, placed_in
from printpress.makeup.grid import Grid, Strip
from printpress.makeup.placed import Placed, Rule
from printpress.makeup.styles import Style, spaced
from printpress.spec.layout import FactsSlot, QuoteSlot
from printpress.spec.story import Facts, Quote
from printpress.text.galley import Line
from printpress.units import PT

QUOTE_RULE: Final = PT
"""The rules above and below a quote (taste: twice those between stories)."""

QUOTE_AIR: Final = Fraction(2, 3)
"""Ems of the quote between a rule and its words, at least."""

MARK: Final = "“"
"""What opens a quote that has no rules."""

MARK_SIZE: Final = 3
"""Its size in ems of the quote."""

MARK_ROOM: Final = Fraction(6, 5)
"""Ems of the quote that it takes above the words: its ink is in its em's upper part."""

FACTS_AIR: Final = Fraction(4, 5)
"""Body ems between a box and its words, at all sides (art direction: 0.6 or more)."""

FACTS_INDENT: Final = 2
"""Ems before a paragraph of facts."""


@dataclass(frozen=True, slots=True)
class _Words:
    """A line of words apart, how it looks and how it stands in the width."""

    line: Line
    style: Style
    align: str


@dataclass(frozen=True, slots=True)
class _Margins:
    """EMU kept free round the words."""

    sides: int
    head: int
    foot: int


@dataclass(frozen=True, slots=True)
class Apart:
    """Words apart, set to a width, on no row yet."""

    compositor: Compositor
    """Whose inks and faces they have."""
    story: str
    """The story they belong to."""
    place: QuoteSlot | FactsSlot
    """What the layout has round them."""
    strip: Strip
    """Where they stand across the page, what is round them included."""
    words: tuple[_Words, ...]
    """Their lines."""
    margins: _Margins
    """What is kept free round them."""
    rows: int
    """Body rows that they need."""
    caption_rows: int = 0
    """They have no caption."""
    clear_rows: int = 1
    """A row keeps them from text below."""

    def placed(self, grid: Grid, first_row: int, rows: int) -> list[Placed]:
        """The words on so many rows, and what stands round them."""
        rect = grid.picture_rect(self.strip, first_row, rows)
        spare = rect.height - _height(self.words, self.margins)
        top = rect.y + spare // 2 + self.margins.head
        placed = self._around(rect, rect.y + spare // 2)
        part = "quote" if isinstance(self.place, QuoteSlot) else "facts"
        width = rect.width - 2 * self.margins.sides
        for words in self.words:
            x = aligned(words.line, rect.x + self.margins.sides, width, words.align)
            line, style = words.line, words.style
            placed.append(placed_in(line, style, x, top, part=part, story=self.story))
            top += style.row
        return placed

    def _around(self, rect: Rect, top: int) -> list[Placed]:
        """Rules, mark, frame or tint."""
        if isinstance(self.place, FactsSlot):
            return framed(self.compositor, rect, self.place.frame, self.place.tint)
        style = self.compositor.style("quote")
        if self.place.style == "mark":
            mark = style.at(MARK_SIZE * style.size)
            line = self.compositor.line(MARK, mark, heading=True)
            return [placed_in(line, mark, rect.x, top)]
        half = QUOTE_RULE // 2
        return [
            Rule(rect.x, y, rect.right, y, QUOTE_RULE, style.ink)
            for y in (rect.y + half, rect.bottom - half)
        ]


def _height(words: Sequence[_Words], margins: _Margins) -> int:
    """From the head's margin to the foot's."""
    rows = sum(one.style.row for one in words[:-1]) + words[-1].style.size
    return margins.head + rows + margins.foot


def _rows(compositor: Compositor, words: Sequence[_Words], margins: _Margins) -> int:
    """Body rows that the words need."""
    pitch, size = compositor.house.grid.row, compositor.house.body.size
    return max(1, -(-(_height(words, margins) - size) // pitch) + 1)


def set_quote(
    compositor: Compositor, story: Story, quote: Quote, place: QuoteSlot, strip: Strip
) -> Apart:
    """The quote set large over the strip's width, the speaker below."""
    style, named = compositor.style("quote"), compositor.style("quote", "deck")
    marked = place.style == "mark"
    align = style.align or ("left" if marked else "center")
    sides = 0 if marked else compositor.house.body.size // 2
    width = strip.width - 2 * sides
    lines = _evenly(compositor, quote, style, width)
    words = [_Words(line, style, align) for line in lines]
    if quote.speaker:
        said = f"——{spaced(quote.speaker)}"
        line, smaller = compositor.fitted(said, named, width)
        words.append(
            _Words(line, smaller, named.align or ("left" if marked else "right"))
        )
    air = round(QUOTE_AIR * style.size) + QUOTE_RULE
    margins = _Margins(sides, air, air)
    if marked:
        margins = _Margins(sides, round(MARK_ROOM * style.size), 0)
    rows = _rows(compositor, words, margins)
    return Apart(compositor, story.id, place, strip, tuple(words), margins, rows)


def _evenly(
    compositor: Compositor, quote: Quote, style: Style, width: int
) -> tuple[Line, ...]:
    """The words on as few lines as the width allows, these as even as can be."""
    lines = compositor.block(quote.text, style, width, quote.span)
    for narrower in range(width - style.size, width // 2, -style.size):
        tried = compositor.block(quote.text, style, narrower, quote.span)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def set_facts(
    compositor: Compositor, story: Story, facts: Facts, place: FactsSlot, strip: Strip
) -> Apart:
    """The facts set small in a box over the strip's width, their title above."""
    style, titled = compositor.style("facts"), compositor.style("facts", "headline")
    sides = round(FACTS_AIR * compositor.house.body.size)
    width = strip.width - 2 * sides
    words: list[_Words] = []
    if facts.title:
        line, smaller = compositor.fitted(facts.title, titled, width, heading=True)
        words.append(_Words(line, smaller, titled.align or "left"))
    for text in facts.paragraphs:
        lines = compositor.block(
            text, style, width, facts.span, indent=FACTS_INDENT, align="justify"
        )
        words += [_Words(line, style, "left") for line in lines]
    for text in facts.lines:
        lines = compositor.block(
            text, style, width, facts.span, turnover=1, align="justify"
        )
        words += [_Words(line, style, "left") for line in lines]
    margins = _Margins(sides, sides, sides)
    rows = _rows(compositor, words, margins)
    return Apart(compositor, story.id, place, strip, tuple(words), margins, rows)
