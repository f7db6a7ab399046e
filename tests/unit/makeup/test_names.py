"""Lists of names, and heads that run in."""

from itertools import pairwise

from tests.desk import EM, a_slot, a_story, lines_of, words_of

from printpress.makeup.leadin import with_lead_in

NAMES = "::: 名单\n早市 豆腐青 张林\n青菜 林号\n:::\n"


def starts(line):
    return [x for piece in line.line.pieces for x in piece.xs]


def test_names_of_two_characters_stand_as_wide_as_those_of_three(desk):
    done = desk.set(a_story(NAMES), a_slot(cols=(1, 2), columns=1))
    first, second = lines_of(done.placed, "body")
    assert words_of(first) == "早市 豆腐青 张林"
    # 21 ems hold five names of three ems, 4.5 ems apart.
    xs = starts(first)
    assert xs[:2] == [0, 2 * EM]
    assert [b - a for a, b in pairwise(xs[2:5])] == [EM, EM]
    assert xs[2] == 9 * EM // 2
    assert starts(second)[2] == xs[2]


def test_a_name_that_is_longer_takes_more_columns(desk):
    story = a_story("::: 名单\n早市豆腐青 张林\n:::\n")
    done = desk.set(story, a_slot(cols=(1, 2), columns=1))
    (line,) = lines_of(done.placed, "body")
    assert starts(line)[5] == 9 * EM


def test_more_names_than_a_row_holds_go_on_below(desk):
    story = a_story("::: 名单\n" + "张林 " * 7 + "\n:::\n")
    done = desk.set(story, a_slot(cols=(1, 1)))
    # 10 ems hold two names.
    assert [words_of(line) for line in lines_of(done.placed, "body")] == [
        *["张林 张林"] * 3,
        "张林",
    ]


def test_every_character_of_a_list_knows_its_place():
    paragraphs = a_story(NAMES).paragraphs
    assert [p.kind for p in paragraphs] == ["names", "names"]
    assert str(paragraphs[1].place(3)) == "story.md:3:4"


def test_a_head_that_runs_in_keeps_every_word_and_place():
    story = a_story("早市开了。", kicker="桥头", headline="早市|开张", deck="天不亮")
    led = with_lead_in(story)
    (paragraph,) = led.paragraphs
    assert paragraph.text == "桥头　早市开张　天不亮　早市开了。"
    assert paragraph.runs[0].emphasis == "strong"
    assert str(paragraph.place(0)) == str(story.span)
    assert paragraph.place(len("桥头　早市开张　天不亮　") + 2) == story.paragraphs[
        0
    ].place(2)


def test_a_head_runs_in_before_a_list_as_a_line_of_its_own():
    led = with_lead_in(a_story("- 早市\n- 豆腐\n", headline="早市"))
    assert [p.text for p in led.paragraphs] == ["早市　", "早市", "豆腐"]
