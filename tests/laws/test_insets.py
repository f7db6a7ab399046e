"""Laws of what is cut out of a slot's columns, whatever is asked for."""

from dataclasses import replace
from itertools import combinations

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.desk import (
    EM,
    HERE,
    ROW,
    a_picture,
    a_picture_slot,
    a_slot,
    a_story,
    lines_of,
    pictures_of,
)
from tests.laws.test_makeup import Drawn, blocks, box_of, examples, made, rect_of

from printpress.diagnostics import has_errors
from printpress.geometry import Rect
from printpress.makeup.conservation import losses
from printpress.makeup.pages import make_up
from printpress.makeup.placed import FrameLine, PlacedPicture, Rule, SetLine
from printpress.spec.layout import FactsSlot, PictureSlot, QuoteSlot, Wrap
from printpress.spec.story import Facts, Quote

WORDS = st.text("国家地方社会经济", min_size=1, max_size=24)
BODY = ("body", "subhead", "byline")


@st.composite
def overs(draw, columns: int):
    first = draw(st.integers(1, columns))
    return first, draw(st.integers(first, columns))


@st.composite
def places(draw, columns: int):
    over = draw(overs(columns))
    least = draw(st.integers(1, 4))
    wide = (32 - 2 * (columns - 1)) // columns
    wrap = None
    at = draw(st.sampled_from(["top", "foot", "middle"]))
    if over[0] == over[1] and wide >= 9 and draw(st.booleans()):
        ems = draw(st.integers(4, wide - 5))
        wrap = Wrap(ems, draw(st.sampled_from(["left", "right"])))
    group = draw(st.integers(1, 2))
    rows = (max(least, group), least + draw(st.integers(1, 6)))
    return PictureSlot(over, at, rows, HERE, group, draw(st.booleans()), wrap)


@st.composite
def full_slots(draw):
    """One slot for the whole page with some pictures, a quote and a box."""
    columns = draw(st.integers(1, 3))
    quote = facts = None
    if draw(st.booleans()):
        style = draw(st.sampled_from(["rules", "mark"]))
        quote = QuoteSlot(draw(overs(columns)), "middle", (1, 20), HERE, style)
    if draw(st.booleans()):
        at = draw(st.sampled_from(["foot", "top"]))
        tint = draw(st.sampled_from(["", "tint"]))
        facts = FactsSlot(draw(overs(columns)), at, (1, 20), HERE, "hairline", tint)
    return a_slot(
        rows=(1, 40),
        columns=columns,
        pictures=tuple(draw(st.lists(places(columns), max_size=3))),
        quote=quote,
        facts=facts,
    )


@st.composite
def full_pages(draw):
    slot = draw(full_slots())
    count = draw(st.integers(0, slot.pictures_held))
    captions = st.sampled_from(["", "国家", "地方社会经济" * 4])
    story = a_story(
        "\n\n".join(draw(blocks) * draw(st.integers(1, 6))),
        byline=draw(st.sampled_from(["", "记者"])),
        pictures=tuple(
            a_picture(draw(captions), draw(st.sampled_from(["", "文"])))
            for _ in range(count)
        ),
        quote=Quote(draw(WORDS), draw(st.sampled_from(["", "文中和"])), HERE)
        if slot.quote
        else None,
        facts=Facts("国家", tuple(draw(st.lists(WORDS, max_size=2))), ("地方",), HERE)
        if slot.facts
        else None,
    )
    return Drawn([slot], {slot.name: (story,)})


@examples(6)
@given(full_pages())
def test_no_character_is_lost(desk, page):
    issue = desk.issue(desk.page(page.slots, page.copy))
    makeup, _ = make_up(issue, desk.library)
    assert list(losses(issue, makeup)) == []


@examples(6)
@given(full_pages())
def test_nothing_stands_on_anything_else(desk, page):
    done, _, found = made(desk, page)
    assume(not has_errors(found))
    lines = [
        box_of(line)
        for line in lines_of(done.placed)
        if line.line.pieces and line.part != "furniture"  # a mark's ink is no em box
    ]
    pictures = [picture.rect for picture in pictures_of(done.placed)]
    boxes = [thing.rect for thing in done.placed if isinstance(thing, FrameLine)]
    for one, other in combinations([*lines, *pictures, *boxes], 2):
        inside = one.contains(other) or other.contains(one)
        assert inside or not one.overlaps(other), (one, other)


@examples(6)
@given(full_pages())
def test_everything_is_inside_its_slot(desk, page):
    done, _, found = made(desk, page)
    assume(not has_errors(found))
    (slot,) = page.slots
    area = desk.grid.rect(slot.cols, slot.rows)
    for thing in done.placed:
        if isinstance(thing, SetLine | PlacedPicture | FrameLine | Rule):
            rect = rect_of(thing)
            if isinstance(thing, SetLine) and thing.part == "furniture":
                continue  # a quote's opening mark, whose ink is no em box
            if isinstance(thing, SetLine):  # an opening mark's blank may stand out
                off = max(0, thing.x - rect.x)
                rect = Rect(rect.x + off, rect.y, rect.width - off, rect.height)
            assert area.contains(rect), thing


@examples(6)
@given(full_pages())
def test_every_line_is_on_the_grid_and_no_wider_than_its_row(desk, page):
    done, overset, _ = made(desk, page)
    ground = desk.ground(page.slots[0])
    placed = lines_of(done.placed, *BODY)
    for line in placed:
        assert (line.y - desk.grid.baseline(1)) % ROW == 0
        (column,) = (
            strip
            for strip in ground.columns
            if strip.x <= line.x < strip.x + strip.width
        )
        end = line.x + line.line.measure
        assert end <= column.x + column.width
        assert line.line.measure == column.width or page.slots[0].pictures
    (story,) = page.stories
    told = sum(line.line.characters for line in placed)
    left = sum(line.characters for line in overset.get(story.id, ()))
    assert told + left >= sum(len("".join(p.text.split())) for p in story.paragraphs)


@examples(6)
@given(st.integers(1, 700), st.integers(2, 3), st.integers(1, 8), st.booleans())
def test_text_above_a_barrier_is_level_before_it_goes_on_below(
    desk, characters, columns, rows, spread
):
    slot = a_slot(
        rows=(1, 40),
        columns=columns,
        picture=a_picture_slot((1, columns), "middle", (rows, rows)),
    )
    story = a_story("国" * characters, pictures=(a_picture("国家"),))
    short = "spread" if spread else "last"
    body = replace(desk.house.body, short=short)
    done = desk.set(story, slot, body=body)
    (picture,) = pictures_of(done.placed)
    ground = desk.ground(slot)
    body_lines = lines_of(done.placed, "body")
    above, below = (
        [
            sum(
                1
                for line in body_lines
                if line.x == strip.x and line.y < picture.rect.y
            )
            for strip in ground.columns
        ],
        [
            sum(
                1
                for line in body_lines
                if line.x == strip.x and line.y > picture.rect.y
            )
            for strip in ground.columns
        ],
    )
    head = max(line.y for line in lines_of(done.placed, "headline"))
    first = min(line.y for line in body_lines)
    assert head < first < picture.rect.y
    room = (picture.rect.y - first + EM) // ROW - 1  # a row of air is above it
    if any(below):
        assert all(room - desk.house.body.uneven <= rows <= room for rows in above)
    level = below if any(below) else above
    if spread or not level[-1]:
        assert done.overset or max(level) - min(level) <= 1 + desk.house.body.uneven
    else:
        assert max(level[:-1]) - min(level[:-1]) <= desk.house.body.uneven
