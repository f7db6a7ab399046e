"""Laws of lists, verse, tables: nothing is lost, and every line stands on the grid."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desk import ROW, a_slot, a_story, lines_of, words_of
from tests.faces import HAN

from printpress.makeup.placed import Rule
from printpress.text.galley import Profile

words = st.lists(
    st.one_of(
        st.text(HAN[:30], min_size=1, max_size=9),
        st.sampled_from(["，", "。", "（", "）", "2025", "12.5%", "——", "Wi-Fi"]),
    ),
    min_size=1,
    max_size=5,
).map("".join)
figures = st.sampled_from(["1", "12", "1,286.5", "0.75", "8.2%", "—", ""])


def fenced(name: str, between: str):
    return st.lists(words, min_size=1, max_size=4).map(
        lambda lines: f"::: {name}\n{between.join(lines)}\n:::"
    )


@st.composite
def tables(draw):
    columns = draw(st.integers(1, 3))
    kinds = [draw(st.sampled_from([words, figures])) for _ in range(columns)]
    rows = [[draw(words) for _ in range(columns)]]
    rows += [[draw(kind) for kind in kinds] for _ in range(draw(st.integers(0, 3)))]
    marks = [draw(st.sampled_from(["---", ":--", ":-:", "--:"])) for _ in kinds]
    lines = [rows[0], marks, *rows[1:]]
    caption = draw(st.sampled_from(["", "Table: 新闻\n"]))
    return caption + "\n".join(f"|{'|'.join(cells)}|" for cells in lines)


bodies = st.lists(
    st.one_of(
        words,
        words.map("## {}".format),
        st.lists(words, min_size=1, max_size=3).map(
            lambda items: "\n".join(f"- {item}" for item in items)
        ),
        st.lists(words, min_size=1, max_size=3).map(
            lambda items: "\n".join(f"{n}. {item}" for n, item in enumerate(items, 9))
        ),
        fenced("诗", "\n"),
        fenced("诗", "\n\n"),
        fenced("问答", "\nQ："),
        fenced("称呼", "\n"),
        fenced("落款", "\n"),
        fenced("按", "\n\n"),
        tables(),
    ),
    min_size=1,
    max_size=4,
).map("\n\n".join)


@st.composite
def slots(draw):
    return a_slot(
        rows=(1, draw(st.integers(4, 30))), columns=draw(st.sampled_from([1, 2, 3]))
    )


laws = settings(max_examples=settings().max_examples * 6 // 10)


@laws
@given(bodies, slots())
def test_no_character_is_lost_or_repeated(desk, body, slot):
    story = a_story(body)
    done = desk.set(story, slot)
    placed = lines_of(done.placed, "body", "subhead")
    told = "".join([*map(words_of, placed), *(line.text for line in done.overset)])
    copy = "".join(paragraph.text for paragraph in story.paragraphs)
    bullets = sum(p.kind == "item" and not p.label for p in story.paragraphs)
    # Lines of a table hold its cells side by side, so their order is another one.
    assert Counter("".join(told.split())) == Counter(
        "".join(copy.split()) + "■" * bullets
    )


@laws
@given(bodies, slots())
def test_copy_outside_tables_is_set_in_its_order(desk, body, slot):
    story = a_story(body)
    done = desk.set(story, slot)
    lines = [placed.line for placed in lines_of(done.placed, "body", "subhead")]
    for number, paragraph in enumerate(story.paragraphs):
        mine = [x for x in (*lines, *done.overset) if x.paragraph == number]
        if paragraph.table is None:
            told = "".join("".join(line.text for line in mine).split())
            assert told.removeprefix("■") == "".join(paragraph.text.split())


@laws
@given(bodies, slots())
def test_every_line_stands_on_the_grid_and_in_its_column(desk, body, slot):
    story = a_story(body)
    done = desk.set(story, slot)
    grid, columns = desk.grid, desk.ground(slot).columns
    told = desk.compositor()
    told.galley(story, Profile.of(columns[0].width))
    wide = {found.code for found in told.found} == {"table-too-wide"}
    for line in lines_of(done.placed, "body", "subhead"):
        off = (line.y - grid.baseline(1)) % ROW
        titles = story.paragraphs[line.paragraph].table is not None
        assert off == 0 or (titles and off == ROW - ROW // 2)  # lifted into its air
        strip = next(strip for strip in columns if strip.x == line.x)
        assert line.line.measure == strip.width
        if line.line.width > strip.width:
            assert "overfull" in line.line.flags or wide


@laws
@given(bodies, slots())
def test_rules_of_tables_stay_in_their_columns(desk, body, slot):
    done = desk.set(a_story(body), slot)
    columns = desk.ground(slot).columns
    for rule in done.placed:
        if isinstance(rule, Rule):
            assert any(
                strip.x <= rule.x0 <= rule.x1 <= strip.x + strip.width
                for strip in columns
            )


@laws
@given(tables(), st.integers(0, 12), slots())
def test_a_table_that_fits_a_column_is_not_divided(desk, table, above, slot):
    story = a_story("新" * 10 * above + "\n\n" + table)
    number = len(story.paragraphs) - 1
    done = desk.set(story, slot)
    lines = [x for x in lines_of(done.placed) if x.paragraph == number]
    left = [line for line in done.overset if line.paragraph == number]
    deep = max(0, slot.rows[1] - 3)  # below the heading
    if lines and len(lines) + len(left) <= deep:
        assert len({line.x for line in lines}) == 1
        assert not left
