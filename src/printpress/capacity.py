"""``printpress capacity``: what each slot of a layout holds before copy arrives (版容).

Nothing is estimated of the page: a heading of usual length and a picture are set in the
slot, and the rows that are left to the text counted. How many characters go on a row
is: a paragraph of news loses its indent and on average half its last line.
"""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

from printpress.content.story import Head, HeadingText, Picture, Story
from printpress.diagnostics import Both, Said
from printpress.fonts.library import Library
from printpress.makeup.advert import within_frame
from printpress.makeup.compositor import Compositor
from printpress.makeup.fixtures import fixture_rect
from printpress.makeup.grid import Grid
from printpress.makeup.pages import grid_of, ground_in, setter_of
from printpress.makeup.place import Place
from printpress.spec.house import House
from printpress.spec.layout import LayoutSpec, SlotSpec
from printpress.units import MM, in_mm

PARAGRAPH: Final = 150
"""Characters of a paragraph of news (domain notes 1.2: 150 to 190 on the reference
page)."""

SQUEEZED: Final = Fraction(97, 100)
"""Ems that a character takes on average, squeezed marks counted (the same)."""

INDENT: Final = 2
"""Ems before a paragraph."""

FILL: Final = Fraction(85, 100)
"""Share of its width that the headline tried fills."""

HAN: Final = "字"
"""What the copy tried is made of."""

ROUND: Final = 10
"""Characters to which figures are rounded."""

STORY_USES: Final = ("story", "notice", "brief")
"""Uses of slots that hold text."""


def characters_in(rows: int, measure: int, em: int) -> int:
    """About how many characters of copy so many rows of a measure hold.

    >>> characters_in(102, 31 * 9, 2 * 9), characters_in(62, 31 * 9, 2 * 9)
    (1530, 930)
    """
    ems = Fraction(measure, em)
    lines = (SQUEEZED * PARAGRAPH + INDENT) / ems + Fraction(1, 2)
    return round(rows * PARAGRAPH / lines / ROUND) * ROUND


def capacity(house: House, library: Library, layout: LayoutSpec) -> Iterator[Said]:
    """What to say of each slot of the layout that holds text or an advert."""
    compositor = Compositor(house, library)
    grid = grid_of(house, spread=layout.spread)
    for slot in layout.slots:
        if slot.use in STORY_USES:
            yield _slot(compositor.for_role(slot.role), grid, layout, slot)
        elif slot.use == "advert":
            yield _advert(grid, layout, slot)


def _advert(grid: Grid, layout: LayoutSpec, slot: SlotSpec) -> Said:
    """What advertisers are told: the size that a PDF's trim must have."""
    room = within_frame(fixture_rect(grid, slot), slot)
    size = f"{in_mm(room.width)} × {in_mm(room.height)}"
    head = f"{layout.name} {slot.name}"
    facts = {
        "type": "capacity",
        "layout": layout.name,
        "slot": slot.name,
        "width_mm": round(room.width / MM, 2),
        "height_mm": round(room.height / MM, 2),
    }
    return Said(Both(f"{head}: an advert of {size}", f"{head}：广告 {size}"), facts)


def _slot(
    compositor: Compositor, grid: Grid, layout: LayoutSpec, slot: SlotSpec
) -> Said:
    bounds = slot.picture.rows if slot.picture else (0, 0)
    middle = sum(bounds) // 2
    held = {rows: _rows(compositor, grid, slot, rows) for rows in {*bounds, middle}}
    em = compositor.house.body.size
    told = {rows: characters_in(*text, em) for rows, text in held.items()}
    facts = {
        "type": "capacity",
        "layout": layout.name,
        "slot": slot.name,
        "role": slot.role,
        "rows": held[middle][0],
        "cells": float(Fraction(held[middle][1], em)),
        "characters": told[middle],
        "picture_rows": middle or None,
        "least": told[bounds[1]],
        "most": told[bounds[0]],
    }
    head, about = f"{layout.name} {slot.name}", f"{told[middle]:,}"
    words = Both(f"{head}: about {about} characters", f"{head}：约 {about} 字")
    if slot.picture:
        few, many = bounds
        words = Both(
            f"{words.en} with a {middle}-row picture "
            f"({told[many]:,} to {told[few]:,} for {many} to {few} rows)",
            f"{head}：配 {middle} 行图约 {about} 字"
            f"（图 {many}—{few} 行时 {told[many]:,}—{told[few]:,} 字）",
        )
    return Said(words, facts)


def _rows(
    compositor: Compositor, grid: Grid, slot: SlotSpec, picture_rows: int
) -> tuple[int, int]:
    """Rows left to text beside a picture of so many rows, and their measure."""
    ground = ground_in(grid, slot)
    story = _sample(compositor, slot, ground.strip.width, pictured=picture_rows > 0)
    place = Place(1, slot, slot.span, pinned_rows=picture_rows or None)
    done = setter_of(grid, ground, slot)(compositor, story, place)
    return done.fit.rows, done.measure


def _sample(
    compositor: Compositor, slot: SlotSpec, width: int, *, pictured: bool
) -> Story:
    """A story with a heading of usual length and a picture, and hardly any text."""
    style = compositor.style(slot.role, "headline")
    size = (style.size + style.smallest) // 2
    headline = HeadingText(((HAN * max(2, int(width * FILL) // size),),))
    half = Fraction(1, 2)
    picture = Picture(Path("sample.jpg"), HAN * 10, "", (half, half), 3, 2, slot.span)
    return Story(
        "sample",
        Head(headline, None, None, ""),
        (),
        (picture,) if pictured else (),
        None,
        slot.span,
    )
