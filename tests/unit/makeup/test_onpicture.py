"""Headings on their pictures."""

from dataclasses import replace

import pytest
from tests.desk import (
    EM,
    HERE,
    a_picture,
    a_picture_slot,
    a_slot,
    a_story,
    lines_of,
    pictures_of,
)

from printpress.colour import BLACK, PAPER
from printpress.makeup.compositor import baseline_in
from printpress.makeup.placed import Patch, PlacedPicture, SetLine
from printpress.spec.layout import QuoteSlot
from printpress.spec.story import Quote

MARGIN = 3 * EM // 2


def put(desk, at="top", rows=(6, 12), where="above", headline="新闻报纸", **changes):
    text = changes.pop("text", 300)
    over = (1, 3) if where == "above" else (1, 2)
    slot = a_slot(
        role="lead",
        on="picture",
        ink="paper",
        heading_at=at,
        picture=a_picture_slot(over, where, rows),
        **changes,
    )
    story = a_story("国" * text, headline=headline, pictures=(a_picture("船"),))
    return desk.set(story, slot)


@pytest.mark.parametrize("at", ["top", "foot"])
@pytest.mark.parametrize("where", ["above", "top", "foot"])
def test_a_heading_lies_inside_its_picture_a_margin_from_its_edge(desk, at, where):
    made = put(desk, at, where=where)
    (picture,), (line,) = pictures_of(made.placed), lines_of(made.placed, "headline")
    rect, size = picture.rect, line.line.pieces[0].size
    top = line.y - baseline_in(0, size)
    assert line.ink == PAPER
    assert rect.x + MARGIN <= line.x
    assert line.x + line.line.width <= rect.right - MARGIN
    if at == "top":
        assert top == rect.y + MARGIN
    else:
        assert top + size == rect.bottom - MARGIN


def test_the_heading_is_drawn_over_the_picture_and_takes_no_row(desk):
    made = put(desk)
    kinds = [type(thing) for thing in made.placed]
    headline = next(
        at
        for at, thing in enumerate(made.placed)
        if isinstance(thing, SetLine) and thing.part == "headline"
    )
    assert kinds.index(PlacedPicture) < headline
    (picture,) = pictures_of(made.placed)
    assert picture.rect.y == desk.grid.em_top(1)
    caption = lines_of(made.placed, "caption")[0]
    first = min(line.y for line in lines_of(made.placed, "body"))
    assert first - caption.y > EM  # air below the caption, for no heading follows


def test_a_picture_has_the_rows_that_its_heading_needs(desk):
    made = put(desk, rows=(2, 12), headline="新闻||报纸||头版||记者")
    assert not [found for found in made.found if found.code == "heading-too-high"]
    made = put(desk, rows=(2, 4), headline="新闻||报纸||头版||记者")
    (found,) = (found for found in made.found if found.code == "heading-too-high")
    assert "it has 4" in found.what.en


def test_a_long_story_does_not_make_its_picture_too_low_for_the_heading(desk):
    changes = {"rows": (2, 12), "headline": "新闻||报纸||头版||记者", "text": 840}
    made = put(desk, **changes)
    assert not [found for found in made.found if found.code == "heading-too-high"]
    (picture,) = pictures_of(made.placed)
    last = lines_of(made.placed, "headline")[-1]
    assert last.y < picture.rect.bottom


def test_a_quote_is_no_picture_for_a_heading(desk):
    quote = QuoteSlot((1, 1), "top", (3, 6), HERE)
    slot = a_slot(role="lead", on="picture", ink="paper", quote=quote)
    story = replace(a_story("国" * 40), quote=Quote("社会经济", "", HERE))
    (line,) = lines_of(desk.set(story, slot).placed, "headline")
    assert line.ink == BLACK


def test_without_a_picture_the_heading_stands_above_in_its_roles_ink(desk):
    slot = a_slot(
        role="lead",
        on="picture",
        ink="paper",
        picture=a_picture_slot((1, 3), "above", (6, 12)),
    )
    made = desk.set(a_story("国" * 40), slot)
    (line,) = lines_of(made.placed, "headline")
    assert line.ink == BLACK
    assert line.y < min(line.y for line in lines_of(made.placed, "body"))


def test_a_bar_on_a_picture_lies_inside_it(desk):
    made = put(desk, at="foot", reverse="red")
    (picture,) = pictures_of(made.placed)
    (bar,) = (thing for thing in made.placed if isinstance(thing, Patch))
    assert bar.rects[0].bottom == picture.rect.bottom - MARGIN
    assert bar.rects[0].x == picture.rect.x + MARGIN
