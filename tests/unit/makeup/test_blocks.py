"""Lists, verse, questions and answers, signatures: how they stand in their column."""

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.desk import EM, ROW, a_slot, a_story, lines_of

from printpress.geometry import below_middle
from printpress.makeup.compositor import Compositor
from printpress.makeup.rows import rows_of
from printpress.makeup.savings import savings
from printpress.spec.house import Role
from printpress.text.galley import Profile


def lines_at(desk, body, ems=10, **roles):
    """The lines of a body at a measure of so many ems of the body's type."""
    compositor = desk.compositor(roles={**desk.house.roles, **roles})
    return compositor.galley(a_story(body), Profile.of(ems * EM)).lines


def starts(lines):
    """Where each line's first glyph stands, in ems."""
    return [Fraction(line.pieces[0].xs[0], EM) for line in lines]


def texts_at(lines):
    """Where the words of each line begin behind what hangs before them, in ems."""
    return [Fraction(line.pieces[-1].xs[0], EM) for line in lines]


def kept(desk, body, ems=10):
    """Rows as letters: k keeps the next one, a is air, t any other."""
    story = a_story(body)
    galley = desk.compositor().galley(story, Profile.of(ems * EM))
    rows = rows_of(galley, story, EM, ROW)
    return "".join("a" if r.line is None else "k" if r.keeps else "t" for r in rows)


def test_an_items_lines_stand_flush_behind_its_bullet(desk):
    lines = lines_at(desk, "- 新闻新闻新闻新闻\n- 报纸", list=Role(indent=Fraction(0)))
    assert [line.text for line in lines] == ["■新闻新闻新闻新闻", "■报纸"]
    lines = lines_at(desk, "- " + "新" * 12, list=Role(indent=Fraction(0)))
    assert [line.text for line in lines] == ["■" + "新" * 9, "新新新"]
    # A quarter em of air between the bullet and the text, which stands on a whole em.
    assert starts(lines) == [1 - Fraction(1, 4) - Fraction(58, 100), 1]
    assert lines[0].pieces[1].xs[0] == EM
    assert lines[0].width == 10 * EM


def test_items_are_indented_like_paragraphs_unless_the_house_says_how(desk):
    assert texts_at(lines_at(desk, "- 新闻")) == [3]
    assert texts_at(lines_at(desk, "- 新闻", list=Role(indent=Fraction(3)))) == [4]
    # Half of a narrow column must be left to the text.
    assert texts_at(lines_at(desk, "- 新闻", 5)) == [1]


def test_the_text_of_items_never_begins_where_paragraphs_do(desk):
    assert texts_at(lines_at(desk, "- 新闻", list=Role(indent=Fraction(1)))) == [3]
    body = desk.house.body.indent
    for label in ("-", "1.", "10.", "一、", "（1）", "1000."):
        for indent in map(Fraction, range(4)):
            lines = lines_at(desk, f"{label} 新闻", 20, list=Role(indent=indent))
            assert texts_at(lines)[0] != body


def test_a_bullet_is_smaller_than_the_text_and_in_the_middle_of_its_height(desk):
    (line,) = lines_at(desk, "- 新闻")
    bullet, text = line.pieces
    assert (bullet.size, text.size) == (round(EM * Fraction(58, 100)), EM)
    middles = [piece.rise + below_middle(piece.size) for piece in (bullet, text)]
    assert middles[0] == middles[1]
    (line,) = lines_at(desk, "- 新闻", list=Role(bullet="—"))
    assert {piece.size for piece in line.pieces} == {EM}


def test_the_house_has_its_own_bullet(desk):
    (line,) = lines_at(desk, "- 新闻", list=Role(bullet="●"))
    assert line.text == "●新闻"


def test_the_text_behind_numbers_is_flush_through_the_list(desk):
    lines = lines_at(desk, "1. 新闻\n10. " + "报" * 12, list=Role(indent=Fraction(0)))
    assert [line.text for line in lines] == ["1.新闻", "10." + "报" * 7, "报" * 5]
    assert texts_at(lines) == [3, 3, 3]
    # Their stops stand one below the other, a quarter em before the text.
    assert starts(lines) == [3 - Fraction(5, 4), 3 - Fraction(7, 4), 3]


@pytest.mark.parametrize(
    "labels", [("1.", "10."), ("一、", "十一、"), ("（1）", "（12）")]
)
def test_labels_of_any_kind_end_level_and_close_to_the_text(desk, labels):
    body = "\n".join(f"{label} 新闻" for label in labels)
    lines = lines_at(desk, body, 20, list=Role(indent=Fraction(0)))
    ends = {piece.xs[-1] for line in lines for piece in line.pieces[-2:-1]}
    assert len(ends) == 1
    # The last mark of a label is half an em wide, a quarter from the text.
    assert texts_at(lines)[0] * EM - ends.pop() == EM // 2 + EM // 4
    assert min(starts(lines)) >= 0


def test_the_lists_of_a_story_have_one_edge(desk):
    body = "- 新闻\n\n中\n\n10. 报纸\n\n中\n\n1000. 国家"
    lines = lines_at(desk, body, 20, list=Role(indent=Fraction(4)))
    # Digits and stops are half an em wide here; numbers keep a quarter from the text.
    assert [texts_at(lines)[n] for n in (0, 2, 4)] == [7, 7, 7]
    assert texts_at(lines_at(desk, "- 新闻", 20, list=Role(indent=Fraction(4)))) == [5]


VERSE = "::: 诗\n国家地方\n社会\n:::"


@pytest.mark.parametrize(
    ("role", "left"),
    [
        (None, [3, 3]),  # (10 - 4) / 2, the shorter line flush with it
        (Role(align="block"), [3, 3]),
        (Role(align="center"), [3, 4]),
        (Role(align="left"), [2, 2]),
        (Role(align="left", indent=Fraction(1)), [1, 1]),
        (Role(align="right"), [6, 8]),
    ],
)
def test_verse_stands_where_the_house_has_it(desk, role, left):
    roles = {"verse": role} if role else {}
    assert starts(lines_at(desk, VERSE, **roles)) == left


def test_a_line_of_verse_too_long_for_its_column_turns_over_further_in(desk):
    lines = lines_at(desk, "::: 诗\n" + "新" * 12 + "\n国家\n:::")
    assert [line.text for line in lines] == ["新" * 8, "新" * 4, "国家"]
    assert starts(lines) == [2, 4, 2]
    assert [line.paragraph for line in lines] == [0, 0, 1]
    assert kept(desk, "::: 诗\n" + "新" * 12 + "\n国家\n:::") == "ktt"


def test_the_poems_of_a_story_have_one_indent(desk):
    couplet = "::: 诗\n新闻\n报纸\n:::"
    assert starts(lines_at(desk, f"{VERSE}\n\n{couplet}")) == [3, 3, 3, 3]
    assert starts(lines_at(desk, couplet)) == [4, 4]


def test_stanzas_have_a_row_between_and_around_them(desk):
    poem = "::: 诗\n国家\n地方\n\n社会\n:::"
    assert kept(desk, f"新闻\n\n{poem}\n\n报纸") == "tattatat"
    assert kept(desk, f"新闻\n\n{VERSE}\n\n报纸") == "tttt"
    # The poems of one story stand alike.
    assert kept(desk, f"{poem}\n\n新闻\n\n{VERSE}\n\n报纸") == "ttatatattat"


def test_a_salutation_stands_flush_left_and_with_the_letter(desk):
    body = "::: 称呼\n国家地方：\n:::\n\n" + "新" * 18
    lines = lines_at(desk, body)
    assert starts(lines) == [0, 2, 0]
    assert kept(desk, body) == "ktt"
    long = lines_at(desk, "::: 称呼\n" + "新" * 12 + "：\n:::")
    assert starts(long) == [0, 2]
    role = Role(indent=Fraction(1))
    assert starts(lines_at(desk, body, salutation=role))[0] == 1


def test_signatures_keep_two_cells_from_the_end(desk):
    lines = lines_at(desk, "新\n::: 落款\n桥头镇\n五日\n:::")
    assert starts(lines[1:]) == [10 - 2 - 3, 10 - 2 - 2]
    assert [line.width for line in lines[1:]] == [8 * EM, 8 * EM]


def test_a_signature_stands_with_the_copy_it_signs(desk):
    assert kept(desk, "新" * 30 + "\n::: 落款\n桥头镇\n五日\n:::\n\n报") == "tttkktt"
    assert kept(desk, "::: 落款\n桥头镇\n:::") == "t"


def test_a_question_stands_with_the_beginning_of_its_answer(desk):
    qa = "::: 问答\nQ：" + "新" * 9 + "？\nA：" + "闻" * 9 + "。\n\n报\n:::"
    assert kept(desk, qa) == "tkttt"


def test_labels_are_in_a_face_of_their_own(desk):
    roles = {"question": Role(font="song", label=Role(font="song"), indent=Fraction(1))}
    lines = lines_at(desk, "::: 问答\nQ：新？\nA：闻。\n:::", **roles)
    assert starts(lines) == [1, 2]
    assert [line.text for line in lines] == ["Q：新？", "A：闻。"]


def test_a_byline_at_the_start_stands_before_the_first_prose(desk):
    roles = {**desk.house.roles, "byline": Role(font="song", at="start")}
    story = a_story("- 新\n\n::: 问答\nQ：闻\n:::", byline="记者")
    galley = desk.compositor(roles=roles).galley(story, Profile.of(20 * EM))
    assert [line.text for line in galley.lines] == ["■新", "■记者\u3000Q：闻"]
    story = a_story("- 新", byline="记者")
    galley = desk.compositor(roles=roles).galley(story, Profile.of(20 * EM))
    assert [line.text for line in galley.lines] == ["■新", "（记者）"]


def test_cuts_are_offered_in_items_and_answers_but_never_in_verse(desk):
    body = (
        "::: 诗\n" + "新" * 19 + "\n:::\n\n- " + "闻" * 19 + "\n\n"
        "::: 问答\nQ：报\nA：" + "纸" * 19 + "\n:::"
    )
    story = a_story(body)
    found = savings(desk.compositor(), story, Profile.of(10 * EM))
    assert [saving.paragraph for saving in found] == [3, 1]


def test_a_character_no_face_has_is_told_in_its_place(desk):
    story = a_story("- 新𠮷\n\n2. 闻𠮷\n\n|报|纸|\n|-|-|\n|新|闻𠮷|")
    compositor = desk.compositor()
    compositor.galley(story, Profile.of(10 * EM))
    told = [str(found.span) for found in compositor.found]
    assert told == ["story.md:1:4", "story.md:3:5", "story.md:7:5"]


def test_types_larger_than_a_row_are_set_no_larger(desk):
    role = Role(size=(40 * EM, 40 * EM))
    lines = lines_at(desk, VERSE, verse=role)
    assert {piece.size for line in lines for piece in line.pieces} == {desk.grid.row}


def test_blocks_keep_their_place_on_the_page(desk):
    story = a_story("新闻\n\n- 报\n- 纸\n\n" + VERSE + "\n::: 落款\n镇里\n:::")
    done = desk.set(story, a_slot(rows=(1, 12), columns=1))
    lines = lines_of(done.placed, "body")
    assert [line.paragraph for line in lines] == [0, 1, 2, 3, 4, 5]
    assert all((line.y - desk.grid.baseline(1)) % desk.grid.row == 0 for line in lines)
    assert replace(done.fit, rows=0).lines == 6


@pytest.mark.parametrize(
    ("ems", "indent", "narrow", "wanted"),
    [(12, 2, 1, 2), (11, 2, 1, 1), (11, 2, 2, 2), (11, 0, 1, 0), (30, 2, 0, 2)],
)
def test_paragraphs_stand_less_far_in_where_columns_are_narrow(
    desk, ems, indent, narrow, wanted
):
    compositor = desk.compositor()
    body = replace(
        compositor.house.body,
        indent=Fraction(indent),
        narrow_indent=Fraction(narrow),
    )
    compositor = Compositor(replace(compositor.house, body=body), desk.library)
    story = a_story("新闻" * 20 + "\n\n报纸")
    lines = compositor.galley(story, Profile.of(ems * EM)).lines
    first = [line for line in lines if line.first]
    assert starts(first) == [wanted, wanted]
