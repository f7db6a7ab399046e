"""Vertical headings and vertical blocks: places worked out on the desk's lattice."""

from itertools import pairwise

import pytest
from tests.desk import EM, ROW, a_slot, a_story, lines_of, words_of

from printpress.diagnostics import Severity
from printpress.makeup.beside import set_beside
from printpress.makeup.pages import make_up
from printpress.makeup.placed import Patch, Rule
from printpress.makeup.upright import block_of
from printpress.spec.house import Role
from printpress.units import PT

LEFT, TOP = 30 * PT, 30 * PT
WIDTH = 32 * EM
HEAD = TOP + (ROW - EM) // 2
HEIGHT = 29 * ROW + EM  # 44.5 em


@pytest.fixture
def beside(desk):
    """A vertical heading at the side of the whole type area."""

    def set_it(slot=None, **parts):
        slot = slot or a_slot(heading="vertical")
        story = a_story("文", **parts)
        compositor = desk.compositor()
        return set_beside(compositor, desk.grid, desk.ground(slot), story, slot)

    return set_it


@pytest.fixture
def put(desk):
    """A story in vertical lines."""

    def set_it(body, slot=None, rule=0, **parts):
        slot = slot or a_slot(setting="vertical")
        return desk.set(a_story(body, **parts), slot, rule=rule)

    return set_it


def text_of(made):
    return lines_of(made.placed, "body", "subhead", "byline")


def test_a_block_has_lines_a_row_apart_from_the_right_edge(desk):
    block = block_of(desk.grid, desk.ground(a_slot()), 1)
    assert block.middle(0) == LEFT + WIDTH - EM // 2
    assert block.middle(3) == LEFT + WIDTH - EM // 2 - 3 * ROW
    assert block.lines == 21  # (320 - 10) / 15 = 20.7 pitches
    assert (block.heads, block.measure) == ((HEAD,), 44 * EM)


def test_tiers_are_whole_cells_high_and_end_where_the_block_ends(desk):
    block = block_of(desk.grid, desk.ground(a_slot()), 2)
    assert block.measure == 21 * EM  # (44.5 - 1.5) / 2 = 21.5
    first, second = block.heads
    assert first == HEAD
    assert second + block.measure == HEAD + HEIGHT
    assert second - first - block.measure == 25 * PT  # what is left of the 44.5 em


def test_text_runs_from_right_to_left_below_its_heading(put):
    made = put("国" * 100)
    lines = text_of(made)
    assert all(line.line.down for line in lines)
    heading = lines_of(made.placed, "headline")[0]
    assert not heading.line.down
    assert {line.y for line in lines} == {HEAD + 3 * ROW}  # 10 pt and its air
    xs = [line.x for line in lines]
    assert xs == [LEFT + WIDTH - EM // 2 - n * ROW for n in range(len(xs))]
    assert "".join(map(words_of, lines)) == "国" * 100


def test_a_heading_that_leaves_no_height_leaves_all_text_over(put):
    made = put("国" * 9, a_slot(setting="vertical", rows=(1, 5)), headline="新闻")
    assert not text_of(made)  # two rows, 2.5 em, are left
    assert (made.fit.rows, made.fit.overset_characters) == (0, 9)
    assert [found.code for found in made.found] == ["overset"]


def test_every_tier_runs_from_right_to_left_and_nothing_is_levelled(put):
    made = put("国" * 100, a_slot(setting="vertical", columns=2))
    lines = text_of(made)
    assert len({line.y for line in lines}) == 1  # all of it fits the upper tier
    many = put("国" * 500, a_slot(setting="vertical", columns=2))
    upper, lower = sorted({line.y for line in text_of(many)})
    assert sum(line.y == upper for line in text_of(many)) == 21
    assert min(line.x for line in text_of(many) if line.y == lower) > LEFT


def test_what_finds_no_room_is_told_in_lines(put):
    made = put("国" * 1000)
    assert made.fit.rows == 21
    assert made.fit.overset_lines == len(made.overset) > 0
    told = "".join([*map(words_of, text_of(made)), *(o.text for o in made.overset)])
    assert told == "国" * 1000
    assert [found.code for found in made.found] == ["overset"]


def test_a_subhead_takes_a_line_with_air_before_it_and_the_byline_ends_the_story(put):
    made = put("国国国\n\n## 新闻\n\n地地地", byline="记者")
    parts = [(line.part, words_of(line)) for line in text_of(made)]
    assert parts == [
        ("body", "国国国"),
        ("subhead", "新闻"),
        ("body", "地地地"),
        ("byline", "（记者）"),
    ]
    body, subhead, after, byline = text_of(made)
    assert body.x - subhead.x == 2 * ROW
    assert subhead.x - after.x == ROW
    assert byline.x == after.x  # behind the last line


def test_rules_part_the_tiers(put):
    slot = a_slot(setting="vertical", columns=2)
    (rule,) = (p for p in put("国", slot, PT).placed if isinstance(p, Rule))
    assert (rule.x0, rule.x1) == (LEFT, LEFT + WIDTH)
    assert not [p for p in put("国", slot).placed if isinstance(p, Rule)]


@pytest.mark.parametrize("side", ["right", "left"])
def test_what_whole_cells_leave_stands_between_heading_and_text(beside, side):
    made = beside(a_slot(heading="vertical", side=side), headline="新闻报社大")
    (line,) = made.placed
    assert line.line.down
    columns = made.ground.columns
    # 31 em beside the heading: three columns of 9 and three gutters leave one.
    assert [strip.width for strip in columns] == [9 * EM] * 3
    edges = [(strip.x, strip.x + strip.width) for strip in columns]
    edges.append((line.x - EM // 2, line.x + EM // 2))
    edges.sort()
    assert (edges[0][0], edges[-1][1]) == (LEFT, LEFT + WIDTH)
    gaps = [after[0] - before[1] for before, after in pairwise(edges)]
    assert gaps == ([EM, EM, 2 * EM] if side == "right" else [2 * EM, EM, EM])
    assert made.ground.strip.x == columns[0].x
    assert not made.found


@pytest.mark.parametrize("side", ["right", "left"])
def test_a_heading_of_base_columns_leaves_the_others_as_they_are(desk, beside, side):
    made = beside(a_slot(heading="vertical", side=side, heading_cols=1))
    taken, rest = (3, (1, 2)) if side == "right" else (1, (2, 3))
    own = desk.grid.span(taken, taken)
    assert made.placed[0].x == own.x + own.width // 2
    assert made.ground.strip == desk.grid.span(*rest)
    assert made.ground.columns == tuple(desk.grid.span(n, n) for n in rest)


def test_kicker_headline_and_deck_follow_from_right_to_left(beside):
    made = beside(headline="新闻", kicker="地方", deck="社会")
    assert [line.part for line in made.placed] == ["kicker", "headline", "deck"]
    xs = [line.x for line in made.placed]
    assert xs == sorted(xs, reverse=True)
    middles = [2 * line.y + line.line.width for line in made.placed[1:]]
    assert max(middles) - min(middles) <= 2  # headline and deck are on one axis


@pytest.mark.parametrize("kicker", ["地方", "地方国家社会新闻"])
def test_a_kicker_begins_where_its_headline_does(beside, kicker):
    made = beside(headline="新闻报社大", kicker=kicker)
    above, headline = made.placed
    if above.line.width <= headline.line.width:
        assert above.y == headline.y
    else:  # a longer one stands in the middle of it
        assert above.y < headline.y


@pytest.mark.parametrize(("align", "y"), [("left", HEAD), ("right", HEAD + HEIGHT)])
def test_a_heading_stands_at_head_or_foot_if_asked(beside, align, y):
    (line,) = beside(a_slot(heading="vertical", align=align), headline="新闻").placed
    assert (line.y if align == "left" else line.y + line.line.width) == y


def test_a_headline_fills_the_height_within_its_roles_range(beside):
    slot = a_slot(heading="vertical", role="lead")
    (line,) = beside(slot, headline="国" * 19).placed
    assert line.line.pieces[0].size == 20 * PT  # 380 of the 400.5 that are 0.9
    (line,) = beside(slot, headline="国" * 26).placed
    assert line.line.pieces[0].size == 15 * PT  # 400.5 / 26 = 15.4


def test_a_broken_headline_reads_from_right_to_left(beside):
    made = beside(headline="新闻||地方")
    assert [words_of(line) for line in made.placed] == ["新闻", "地方"]
    first, second = made.placed
    assert first.x - second.x == EM + EM // 4


def test_a_heading_that_leaves_no_column_is_an_error(beside):
    slot = a_slot(heading="vertical", cols=(1, 1), columns=2)
    made = beside(slot, headline="新闻")
    assert [found.code for found in made.found] == ["headline-too-wide"]
    assert made.found[0].severity == Severity.ERROR
    assert made.ground.columns[0].width >= 4 * EM


@pytest.mark.parametrize(
    ("changes", "rows"),
    [
        ({}, 0),
        ({"frame": "hairline"}, 1),
        ({"tint": "tint"}, 1),
        ({"rule": "above"}, 1),
        ({"title": "新闻"}, 3),
    ],
)
def test_text_beside_its_heading_keeps_a_row_from_frame_bar_and_rule(
    desk, changes, rows
):
    slot = a_slot(heading="vertical", setting="vertical", **changes)
    page = desk.page([slot], {"lead": (a_story("国" * 60),)})
    makeup, _ = make_up(desk.issue(page), desk.library)
    assert {line.y for line in lines_of(makeup.pages[0].placed, "body")} == {
        HEAD + rows * ROW
    }


def test_a_page_sets_each_slot_as_it_asks(desk):
    slots = [
        a_slot("right", cols=(3, 3), rows=(1, 14), heading="vertical"),
        a_slot("below", rows=(16, 30), setting="vertical", heading="vertical"),
    ]
    stories = {
        "right": (a_story("国" * 60, id="one"),),
        "below": (a_story("国" * 60, id="two"),),
    }
    makeup, found = make_up(desk.issue(desk.page(slots, stories)), desk.library)
    assert {d.code for d in found} <= {"short"}
    down = {
        line.story: line.line.down for line in lines_of(makeup.pages[0].placed, "body")
    }
    assert down == {"one": False, "two": True}
    heads = lines_of(makeup.pages[0].placed, "headline")
    assert all(line.line.down for line in heads)


def test_a_vertical_kicker_has_its_label(desk):
    kicker = Role(font="song", size=(8 * PT, 8 * PT), reverse="red")
    roles = {**desk.house.roles, "plain": Role(kicker=kicker)}
    compositor = desk.compositor(roles=roles)
    slot = a_slot(heading="vertical")
    story = a_story("国", headline="新闻", kicker="地方")
    made = set_beside(compositor, desk.grid, desk.ground(slot), story, slot)
    line, headline = lines_of(made.placed)
    ((rect,),) = (p.rects for p in made.placed if isinstance(p, Patch))
    assert rect.right == LEFT + WIDTH
    assert (rect.width, rect.height) == (12 * PT, line.line.width + 8 * PT)
    assert (line.x, line.y) == (rect.x + rect.width // 2, rect.y + 4 * PT)
    assert headline.x + EM // 2 < rect.x
