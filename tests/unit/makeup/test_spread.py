"""Spreads (通版): one lattice over two pages, the fold between them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from tests.desk import (
    EM,
    FILES,
    HERE,
    a_picture,
    a_picture_slot,
    a_slot,
    a_story,
    lines_of,
    pictures_of,
    words_of,
    write_desk,
)
from tests.papers import ISSUE, STORIES, TINY

from printpress import spec
from printpress.content.calendar import calendar_day
from printpress.content.issue import edit
from printpress.fonts.library import Library
from printpress.makeup.grid import Grid, Strip
from printpress.makeup.pages import grid_of, make_up
from printpress.makeup.pictures import illustrate
from printpress.makeup.placed import Page, Rule
from printpress.pipeline import make_edition
from printpress.spec.explain import explain
from printpress.spec.layout import Furniture, StripSpec
from printpress.units import PT

FOLD = 60 * PT  # of the desk: 380 pt of trim less 320 pt of columns
BROAD = Grid(0, 0, 9, 16, Fraction(13), Fraction(1), 107, 13, fold=100)
TEXT = "国家地方社会经济" * 60
OVER = """\
spread: true
furniture: {folio: {rows: 1-2}}
slots:
  lead: {cols: 1-4, rows: 4-30, role: lead, picture: {over: 2-4, at: top, rows: [5, 9]}}
  side: {cols: 5-6, rows: 4-30, role: lead}
"""
PAGES: Mapping[str, str] = {
    "layouts/pages/over.yaml": OVER,
    ISSUE: TINY[ISSUE].replace("number: 7", "number: 7\npins: {3.lead.picture.rows: 6}")
    + '  "2-3": {layout: over, section: 要闻, stories: {lead: fair, side: road}}\n',
    f"{STORIES}/market.md": "---\nheadline: 新闻\n---\n国家。\n",
    f"{STORIES}/fair.md": (
        f"---\nheadline: 通版大题\nguide: 甲\npicture: {{file: ../pictures/b.png, caption: 国家}}\n---\n{TEXT}\n"
    ),
    f"{STORIES}/road.md": "---\nheadline: 右版\nguide: 乙\n---\n国家。\n",
}


@pytest.fixture(scope="module")
def spread_paper(tmp_path_factory) -> Path:
    from PIL import Image

    folder = tmp_path_factory.mktemp("spread")
    issue = write_desk(folder, PAGES)
    (issue.parent / "pictures").mkdir()
    Image.new("RGB", (900, 600), "grey").save(issue.parent / "pictures" / "b.png")
    return issue


@pytest.fixture(scope="module")
def spread_pages(spread_paper) -> tuple[Page, ...]:
    loaded, found = spec.load(spread_paper)
    assert found == ()
    made = make_edition(loaded, loaded.editions[0])
    assert made.printable
    return made.makeup.pages


def over_both(desk, *slots, **furniture):
    page = desk.page(slots, {}, number=2, furniture=Furniture(**furniture))
    return replace(page, layout=replace(page.layout, spread=True, columns=6))


def test_the_right_page_stands_where_it_stands_alone_a_trim_further(desk):
    alone, both = grid_of(desk.house), grid_of(desk.house, spread=True)
    trim = desk.house.page.trim.width
    for column in (1, 2, 3):
        left, right = both.span(column, column), both.span(column + 3, column + 3)
        assert left == alone.span(column, column)
        assert right.x == left.x + trim
        assert right.width == left.width == 10 * EM
    assert both.fold == FOLD
    assert both.width == alone.width * 2 + FOLD


def test_a_span_takes_the_fold_inside_it():
    assert BROAD.span(8, 9).width == (13 + 13) * 9 + 100
    assert BROAD.span(5, 12).width == 2 * (4 * 13 + 3) * 9 + 100
    assert BROAD.span(9, 9).x == 111 * 9 + 100


def test_a_strip_is_parted_at_the_fold():
    left, right = BROAD.halves(BROAD.span(7, 11))
    assert left == BROAD.span(7, 8)
    assert right == BROAD.span(9, 11)
    for cols in ((1, 8), (9, 16), (3, 4)):
        assert BROAD.halves(BROAD.span(*cols)) == (BROAD.span(*cols),)


def test_base_columns_over_the_fold_come_back_as_they_are():
    strips = BROAD.divide(BROAD.span(6, 10), 5)
    assert strips == tuple(BROAD.span(n, n) for n in range(6, 11))


@pytest.mark.parametrize(
    ("cols", "columns", "shares", "cells"),
    [
        ((5, 12), 4, (2, 2), 27),  # 4 base columns into 2: (4·13 + 3 - 1) / 2
        ((6, 11), 4, (2, 2), 20),  # 3 into 2: (3·13 + 2 - 1) / 2
        ((7, 12), 3, (1, 2), 27),  # 2 into 1, 4 into 2
    ],
)
def test_each_page_has_its_share_of_columns_divided_anew(cols, columns, shares, cells):
    strips = BROAD.divide(BROAD.span(*cols), columns)
    assert {strip.width for strip in strips} == {cells * 9}
    edge = BROAD.span(1, 8).width
    before = [strip for strip in strips if strip.x + strip.width <= edge]
    after = [strip for strip in strips if strip.x >= edge + 100]
    assert (len(before), len(after)) == shares
    assert before[-1].x + before[-1].width == edge
    assert after[0].x == edge + 100


def test_a_box_over_the_fold_has_columns_of_one_measure():
    whole = BROAD.span(7, 11)
    inside = Strip(whole.x + 9, whole.width - 18)
    strips = BROAD.divide(inside, 5)
    assert {strip.width for strip in strips} == {12 * 9}
    assert strips[0].x == inside.x
    assert strips[-1].x + strips[-1].width == inside.x + inside.width


def test_the_page_is_two_trims_wide_and_counts_as_two(spread_pages, spread_paper):
    page = spread_pages[1]
    assert page.spread
    assert (page.number, page.trim.width, page.trim.height) == (2, 760 * PT, 510 * PT)
    loaded, _ = spec.load(spread_paper)
    issue, _ = edit(loaded, loaded.editions[0])
    assert issue.page_count == 3


def test_text_keeps_off_the_fold_and_heading_and_picture_cross_it(spread_pages):
    placed = spread_pages[1].placed
    left, right = 350 * PT, 410 * PT
    assert {line.x for line in lines_of(placed, "body") if line.x < left} == {
        x * PT for x in (30, 140, 250)
    }
    for line in lines_of(placed, "body"):
        end = line.x + 10 * EM
        assert end <= left or line.x >= right
    (picture,) = pictures_of(placed)
    assert (picture.rect.x, picture.rect.right) == (140 * PT, 510 * PT)
    (headline,) = [x for x in lines_of(placed, "headline") if x.story == "fair"]
    middle = headline.x + headline.line.width // 2
    assert middle == (30 + 510) * PT // 2


def test_a_caption_keeps_off_the_fold_where_it_can(spread_pages):
    (caption,) = lines_of(spread_pages[1].placed, "caption")
    middle = caption.x + caption.line.width // 2
    assert middle == (140 + 350) * PT // 2


def test_a_caption_too_long_for_one_page_stands_below_the_whole_picture(desk):
    strip = grid_of(desk.house, spread=True).span(3, 4)
    art = illustrate(
        desk.compositor(),
        [a_picture(caption="国家地方社会经济" * 2)],
        a_story("新"),
        strip,
    )
    placed = art.placed(grid_of(desk.house, spread=True), 5, 4)
    (caption,) = lines_of(placed, "caption")
    assert caption.x + caption.line.width // 2 == strip.x + strip.width // 2


def test_a_pin_may_name_either_page(spread_pages):
    (picture,) = pictures_of(spread_pages[1].placed)
    assert picture.rect.height == 5 * 15 * PT + EM  # 3.lead.picture.rows: 6


def test_each_page_has_its_folio_at_its_outer_edge(spread_pages):
    lines = lines_of(spread_pages[1].placed, "furniture")
    numbers = {words_of(x): x for x in lines if words_of(x) in ("02", "03")}
    assert numbers["02"].x == 30 * PT
    assert numbers["03"].x + numbers["03"].line.width == 730 * PT
    assert [words_of(x) for x in lines].count("要闻") == 2


def test_a_folio_of_one_page_has_its_number(desk):
    page = over_both(desk, a_slot(), folio=StripSpec((4, 6), (1, 2), HERE))
    date = dt.date(2025, 9, 7)
    issue = desk.issue(page, date=date, day=calendar_day(date))
    (made,) = make_up(issue, desk.library)[0].pages
    said = [words_of(line) for line in lines_of(made.placed)]
    assert "03" in said
    assert "02" not in said


def test_the_guide_names_the_page_on_which_a_slot_begins(spread_paper):
    loaded, _ = spec.load(spread_paper)
    issue, _ = edit(loaded, loaded.editions[0])
    assert [(entry.story, entry.page_no) for entry in issue.guide] == [
        ("fair", 2),
        ("road", 3),
    ]


def test_fits_are_told_by_the_page_of_their_slot(spread_paper):
    loaded, _ = spec.load(spread_paper)
    issue, _ = edit(loaded, loaded.editions[0])
    makeup, _ = make_up(issue, Library(loaded.fonts))
    assert [(fit.slot, fit.page_no) for fit in makeup.fits][1:] == [
        ("lead", 2),
        ("side", 3),
    ]


def test_no_rule_stands_in_the_fold(desk):
    story = a_story(TEXT, pictures=(a_picture(),))
    slot = a_slot(cols=(2, 5), picture=a_picture_slot((1, 1), "top", (3, 3)))
    page = over_both(desk, slot)
    page = replace(
        page,
        stories={"lead": (story,)},
        layout=replace(page.layout, column_rule=PT),
    )
    (made,) = make_up(desk.issue(page), desk.library)[0].pages
    rules = {x.x0 for x in made.placed if isinstance(x, Rule) and x.x0 == x.x1}
    assert rules == {245 * PT, 515 * PT}


def test_a_slot_may_have_rules_of_its_own(desk):
    story = a_story(TEXT)
    page = desk.page([a_slot(column_rule=PT // 2)], {"lead": (story,)})
    (made,) = make_up(desk.issue(page), desk.library)[0].pages
    widths = {x.width for x in made.placed if isinstance(x, Rule) and x.x0 == x.x1}
    assert widths == {PT // 2}
    page = replace(page, layout=replace(page.layout, column_rule=PT))
    bare = replace(page.layout.slots[0], column_rule=0)
    page = replace(page, layout=replace(page.layout, slots=(bare,)))
    (made,) = make_up(desk.issue(page), desk.library)[0].pages
    assert not [x for x in made.placed if isinstance(x, Rule)]


def test_explain_tells_of_a_spread_by_either_page(spread_paper):
    loaded, _ = spec.load(spread_paper)
    for number in (2, 3):
        told = list(explain(loaded, loaded.editions[0], number))
        assert any(line.startswith("layout over.spread: true") for line in told)


def test_pages_in_front_of_the_desk_are_as_they_were(tmp_path):
    issue, _ = spec.load(write_desk(tmp_path, FILES))
    layout = issue.pages[0].layout
    assert (layout.spread, layout.columns) == (False, 3)
    assert layout.side_of(layout.slots[0]) == 0
