"""Tables: columns from their content, figures point below point, rules, rows kept."""

from fractions import Fraction

import pytest
from tests.desk import EM, ROW, a_slot, a_story, lines_of

from printpress.diagnostics import Severity
from printpress.geometry import above_baseline
from printpress.makeup.placed import Rule
from printpress.makeup.rows import rows_of
from printpress.makeup.table import HEAVY, THIN
from printpress.spec.house import Role
from printpress.text.galley import Profile

SIZE = EM * 8 // 9
BODY_SIZED = Role(size=(EM, EM))


def galley_of(desk, body, ems=20, role=BODY_SIZED):
    """The galley of a body whose tables are in the body's size, and the compositor."""
    compositor = desk.compositor(roles={**desk.house.roles, "table": role})
    story = a_story(body)
    return compositor.galley(story, Profile.of(ems * EM)), compositor


def cells(line):
    """Each cell of a line: its text, and where its first glyph stands in ems."""
    return [("".join(piece.texts), Fraction(piece.xs[0], EM)) for piece in line.pieces]


def table(head, *rows, align=None):
    parts = [f"|{head}|", f"|{align or '|'.join('-' for _ in head.split('|'))}|"]
    return "\n".join([*parts, *(f"|{row}|" for row in rows)])


def test_room_to_spare_is_shared_out_evenly(desk):
    galley, _ = galley_of(desk, table("新闻|报", "国|家地方"))
    # 20 ems, half an em round each cell: 18; the columns want 2 and 3, 13 are left.
    first = Fraction(1, 2)
    second = first + 2 + Fraction(13, 2) + 1
    width = 3 + Fraction(13, 2)
    head, row = galley.lines
    assert cells(head) == [("新闻", first), ("报", second + (width - 1) / 2)]
    assert cells(row) == [("国", first), ("家地方", second + (width - 3) / 2)]
    assert [line.text for line in galley.lines] == ["新闻 报", "国 家地方"]
    assert [line.characters for line in galley.lines] == [3, 4]


def test_columns_stand_as_their_author_says(desk):
    galley, _ = galley_of(desk, table("新|闻|报", "国|家|地", align=":-|:-:|-:"))
    (_, left), (_, middle), (_, right) = cells(galley.lines[0])
    assert left == Fraction(1, 2)
    assert right == 20 - Fraction(1, 2) - 1
    assert abs(middle - (10 - Fraction(1, 2))) * EM <= 1


def digits_end(line, cell):
    """Where the part of a figure before its point ends."""
    piece = line.pieces[cell]
    text = "".join(piece.texts)
    at = text.index(".") if "." in text else len(text)
    return piece.xs[at] if at < len(piece.xs) else None


def test_figures_stand_point_below_point(desk):
    body = table("乡|年", "国|12.5", "家|7.25", "地|1,234.0")
    galley, _ = galley_of(desk, body)
    points = {digits_end(line, 1) for line in galley.lines[1:]}
    assert len(points) == 1


def test_figures_are_one_block_in_the_middle_or_at_the_right(desk):
    middle, _ = galley_of(desk, table("乡|年", "国|12", "家|1234"))
    right, _ = galley_of(desk, table("乡|年", "国|12", "家|1234", align="-|-:"))
    short, long = middle.lines[1].pieces[1].xs, middle.lines[2].pieces[1].xs
    assert short[0] - long[0] == long[2] - long[0]
    centre = (long[0] * 2 + (long[1] - long[0]) * 4) // 2
    head = middle.lines[0].pieces[1].xs[0] + EM // 2
    assert abs(head - centre) <= 2
    end = right.lines[2].width
    assert end == 20 * EM - EM // 2
    assert right.lines[1].width == end


def test_a_sign_for_nothing_stands_in_the_middle_of_the_figures(desk):
    galley, _ = galley_of(desk, table("乡|年", "国|1234", "家|—"))
    figures, nothing = (line.pieces[1].xs for line in galley.lines[1:])
    width = (figures[1] - figures[0]) * 4
    assert abs(nothing[0] + EM // 2 - (figures[0] + width // 2)) <= 1


def test_long_words_turn_over_in_their_cell(desk):
    galley, _ = galley_of(desk, table("新|闻", "国|" + "家" * 20, "地|方"), ems=12)
    assert [line.text for line in galley.lines] == [
        "新 闻",
        "国 " + "家" * 9,
        "家" * 9,
        "家家",
        "地 方",
    ]
    turned = galley.lines[2].pieces[0].xs[0]
    assert turned == galley.lines[1].pieces[1].xs[0]
    assert not galley.lines[3].flags


def test_a_table_too_wide_for_its_column_is_told_with_what_it_lacks(desk):
    body = table("新|闻", "国|" + "a" * 30)
    galley, compositor = galley_of(desk, body, ems=10)
    (found,) = compositor.found
    assert (found.code, found.severity) == ("table-too-wide", Severity.ERROR)
    assert str(found.span) == "story.md:1:2"
    assert "".join(line.text for line in galley.lines).count("a") == 30  # never clipped
    _, compositor = galley_of(desk, table("新|闻", "国|家"), ems=10)
    assert compositor.found == []


def strokes(galley):
    return [
        [(s.x0, s.y0, s.x1, s.y1, s.width) for s in line.strokes]
        for line in galley.lines
    ]


def test_three_rules_stand_midway_between_lines(desk):
    galley, _ = galley_of(desk, table("新|闻", "国|家", "地|方"))
    top = -above_baseline(EM) - (ROW - EM) // 2
    wide = 20 * EM
    assert strokes(galley) == [
        [(0, top, wide, top, HEAVY)],
        [(0, top, wide, top, THIN)],
        [(0, top + ROW, wide, top + ROW, HEAVY)],
    ]


def test_rows_are_parted_by_air_where_a_cell_turns_over(desk):
    galley, _ = galley_of(desk, table("新|闻", "国|" + "家" * 25, "地|方"), role=Role())
    assert [len(each) for each in strokes(galley)] == [1, 1, 0, 1]
    rises = [{piece.rise for piece in line.pieces} for line in galley.lines]
    closer = ROW - SIZE * 5 // 4
    # The two lines meet in the middle of their two rows; the others stay on theirs.
    assert rises == [{0}, {-closer // 2}, {closer // 2}, {0}]


def test_marks_stay_with_the_characters_of_a_line_that_is_closed_up(desk):
    words = "闻" * 24 + "*重*"
    galley, _ = galley_of(desk, table("新|报", f"国|{words}"), role=Role())
    (mark,) = galley.lines[-1].marks
    assert mark.rise == galley.lines[-1].pieces[0].rise > 0


def test_what_sums_up_has_a_thin_rule_above_it(desk):
    galley, _ = galley_of(desk, table("新|年", "国|1", "合计|2", "家|3"))
    assert [[width for *_, width in each] for each in strokes(galley)] == [
        [HEAVY],
        [THIN],
        [THIN],
        [HEAVY],
    ]
    bold, _ = galley_of(desk, table("新|年", "国|1", "家|1", "**总计**|2"))
    assert [len(each) for each in strokes(bold)] == [1, 1, 0, 2]


def test_the_head_of_a_column_of_figures_stands_over_their_middle(desk):
    body = table("乡|新闻报", "国|12345678", "家|1", align="-|-:")
    galley, _ = galley_of(desk, body)
    head, figures = galley.lines[0].pieces[1], galley.lines[1].pieces[1]
    ends = figures.xs[0] + galley.lines[1].width
    assert abs(2 * head.xs[0] + 3 * EM - ends) <= 2
    # Where the figures are narrower, the head keeps inside its column.
    galley, _ = galley_of(desk, table("乡|新闻报", "国|1", "家|2", align="-|-:"))
    assert galley.lines[0].width == 20 * EM - EM // 2


def test_a_grid_has_rules_round_every_cell(desk):
    role = Role(size=(EM, EM), rules="grid")
    galley, _ = galley_of(desk, table("新|闻", "国|家"), role=role)
    head, row = strokes(galley)
    upright = [(x0, x1) for x0, y0, x1, y1, _ in row if y0 != y1]
    assert [x for x, _ in upright] == [0, upright[1][0], 20 * EM]
    assert all(x0 == x1 for x0, x1 in upright)
    assert len(head) == 1 + 3
    assert len(row) == 2 + 3
    assert {width for *_, width in head + row} == {THIN}


def test_a_house_may_have_no_rules(desk):
    role = Role(size=(EM, EM), rules="none")
    galley, _ = galley_of(desk, table("新|闻", "国|家"), role=role)
    assert strokes(galley) == [[], []]


def test_a_table_is_a_step_smaller_than_the_body_unless_the_house_says_how(desk):
    galley, _ = galley_of(desk, table("新|闻", "国|家"), role=Role())
    assert {p.size for line in galley.lines for p in line.pieces} == {SIZE}


def test_a_caption_stands_above_in_the_middle(desk):
    galley, _ = galley_of(desk, "表：报纸\n" + table("新|闻", "国|家"))
    caption = galley.lines[0]
    assert cells(caption) == [("报纸", 9)]
    assert (caption.first, galley.lines[1].first, galley.lines[2].last) == (
        True,
        False,
        True,
    )
    assert caption.strokes == ()


def shown(rows):
    """Rows as letters: k keeps the next, a air, t any other."""
    return "".join("a" if r.line is None else "k" if r.keeps else "t" for r in rows)


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        ("新\n\n{}\n\n闻", "takktat"),
        ("{}", "kkt"),
        ("{}\n\n{}", "kktakkt"),
        ("{}\n\n## 闻\n\n报", "kktatt"),
        ("## 闻\n\n{}", "takkt"),
    ],
)
def test_a_table_has_air_round_it_and_is_not_divided(desk, body, rows):
    one = table("新|闻", "国|家", "地|方")
    story = a_story(body.replace("{}", one))
    galley = desk.compositor().galley(story, Profile.of(10 * EM))
    assert shown(rows_of(galley, story, EM, ROW)) == rows


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        ("{}", "kktat"),
        ("新[^1]\n\n{}\n\n[^1]: 闻", "takktatat"),
        ("{}\n\n新[^1]\n\n[^1]: 闻", "kktatat"),
    ],
)
def test_a_byline_keeps_a_row_from_the_table_above_it(desk, body, rows):
    one = table("新|闻", "国|家", "地|方")
    story = a_story(body.replace("{}", one), byline="记者")
    galley = desk.compositor().galley(story, Profile.of(10 * EM))
    assert shown(rows_of(galley, story, EM, ROW)) == rows


def test_a_table_stands_on_the_rows_of_the_page_with_its_rules(desk):
    story = a_story("新闻\n\n" + table("新|闻", "国|家"))
    done = desk.set(story, a_slot(rows=(1, 12), columns=1))
    lines = lines_of(done.placed, "body")
    rules = [thing for thing in done.placed if isinstance(thing, Rule)]
    assert [(line.y - lines[0].y) // ROW for line in lines] == [0, 2, 3]
    x, wide = desk.grid.left, desk.grid.width
    assert {(rule.x0, rule.x1) for rule in rules} == {(x, x + wide)}
    em_tops = [lines[1].y - above_baseline(SIZE), lines[2].y - above_baseline(SIZE)]
    half = (ROW - SIZE) // 2
    assert [rule.y0 for rule in rules] == [
        em_tops[0] - half,
        em_tops[1] - half,
        em_tops[1] - half + ROW,
    ]


def test_a_table_moves_to_the_next_column_whole(desk):
    story = a_story("新" * 28 + "\n\n" + table("新|闻", "国|家", "地|方"))
    done = desk.set(story, a_slot(rows=(1, 8)))
    lines = lines_of(done.placed, "body")
    assert len({line.x for line in lines if line.paragraph == 1}) == 1
    assert done.overset == ()


@pytest.mark.parametrize(("text", "lift"), [("新闻\n\n", ROW // 2), ("", 0)])
def test_a_tables_title_stands_in_the_middle_of_its_air(desk, text, lift):
    story = a_story(f"{text}表：国家\n" + table("新|闻", "国|家"))
    done = desk.set(story, a_slot(rows=(1, 14), columns=1))
    *_, title, head, _ = lines_of(done.placed, "body")
    assert title.line.text == "国家"
    assert head.y - title.y == ROW + lift


def test_a_table_without_rules_has_its_title_on_its_row(desk):
    compositor = desk.compositor(
        roles={**desk.house.roles, "table": Role(rules="none")}
    )
    story = a_story("新闻\n\n表：国家\n" + table("新|闻", "国|家"))
    galley = compositor.galley(story, Profile.of(10 * EM))
    assert not any(row.title for row in rows_of(galley, story, EM, ROW))
