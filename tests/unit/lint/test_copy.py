"""The lints of the copy: what each asks about, and what it lets pass."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from tests.desk import a_slot

from printpress.content.story import (
    Head,
    HeadingText,
    Paragraph,
    Picture,
    Run,
    Story,
)
from printpress.diagnostics import Span
from printpress.lint.copy import lint_copy
from printpress.lint.dates import disagreements
from printpress.lint.marks import half_width_marks, mixed_numerals
from printpress.lint.officials import names_and_posts
from printpress.lint.pairs import unpaired_marks
from printpress.lint.repeats import broken_series, doubled_words, repeated_sentences
from printpress.lint.twice import told_twice
from printpress.spec.register import Official, Register

HALF = Fraction(1, 2)
HERE = Span("a.md", 2, 3)


def story(*texts: str, name: str = "a", headline: str = "桥头早市", kind="text"):
    paragraphs = tuple(
        Paragraph((Run(text, ""),), kind, ((0, Span("a.md", 5 + n, 1)),))
        for n, text in enumerate(texts)
    )
    head = Head(HeadingText.parse(headline), None, None, "")
    return Story(name, head, paragraphs, (), None, HERE)


def places(found):
    return [(d.span.line, d.span.column) for d in found]


@pytest.mark.parametrize(
    "texts",
    [
        ("他说：“走吧。”",),
        ("《溪桥志》（〔清〕佚名）说：“有‘三桥’。”",),
        ("“第一段还没说完。", "“第二段说完了。”"),  # opened again in each paragraph
        ("1）备水；2）关窗。", "（1）备水，（2）关窗。"),
        ("It’s 7 o’clock，店开了。",),
        ("The dogs’ home 开了。",),
    ],
)
def test_paired_marks_pass(texts):
    assert not [*unpaired_marks(story(*texts))]


@pytest.mark.parametrize(
    ("texts", "at"),
    [
        (("他说：“走吧。",), [(5, 4)]),
        (("他说：走吧。”",), [(5, 7)]),
        (("“第一段。", "第二段。”"), [(5, 1), (6, 5)]),
        (("《溪桥（志》出版。",), [(5, 4)]),
        (("（见附件。", "（另页）"), [(5, 1)]),  # brackets do not go on
        (("“他说“走”。",), [(5, 1)]),
    ],
)
def test_lone_marks_are_told(texts, at):
    assert places(unpaired_marks(story(*texts))) == at


def test_captions_and_headings_are_read_too():
    picture = Picture(
        Path("a.jpg"), "早市“开张", "", (HALF, HALF), 1, 1, Span("a.md", 3, 9)
    )
    one = story("好。", headline="桥头“早市|开张”了（热闹")
    whole = Story("a", one.head, one.paragraphs, (picture,), None, HERE)
    assert places(unpaired_marks(whole)) == [(2, 3), (3, 9)]


@pytest.mark.parametrize(
    "text",
    [
        "目的的确定，为了了解情况。",
        "看看天，一个一个来，研究研究再说。",
        "的的确确，是是非非。",
        "真的吗？！好！！",
        "这是小时了了的孩子。",
        "“好。”他说。",
    ],
)
def test_meant_doubles_pass(text):
    assert not [*doubled_words(story(text))]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("这是是一座桥。", 2),
        ("桥上的的灯。", 3),
        ("召开工作会工作会。", 3),
        ("桥修好了，，灯也亮了。", 5),
        ("灯亮了。，", 4),
    ],
)
def test_slips_of_the_hand_are_told(text, column):
    assert places(doubled_words(story(text))) == [(5, column)]


def test_the_same_slip_is_told_once():
    assert places(doubled_words(story("桥上的的灯，路上的的灯。"))) == [(5, 3)]


def test_a_sentence_said_twice():
    said = "清晨六点，桥头的早市就开了张。"
    assert places(repeated_sentences(story(said + "天亮了。", said))) == [(6, 1)]
    assert not [*repeated_sentences(story("天亮了。天亮了。"))]  # short: a refrain
    assert not [*repeated_sentences(story(said, said, kind="verse"))]


SERIES = (
    "在经济上持续发力。注重招商。在更新上持续用力。在民生上持续加力。"
    "在治理上持续聚力。{}。"
)


def test_a_series_that_breaks_its_pattern():
    (found,) = broken_series(story(SERIES.format("在稳定上持续三年行动")))
    assert found.what.zh == (
        "稿件“a”中“在稳定上持续三年行动”与并列的几句（发力、用力、加力、聚力）不一致"
    )
    assert not [*broken_series(story(SERIES.format("在稳定上持续出力")))]
    assert not [*broken_series(story(SERIES.format("在稳定上持续干")))]  # no slip
    three = SERIES.replace("在治理上持续聚力。", "").replace("在民生上持续加力。", "")
    assert not [*broken_series(story(three.format("在稳定上持续三年行动")))]


def test_points_that_leave_one_out():
    told = [*broken_series(story("一是修路，三是种树。"))]
    assert [d.what.en for d in told] == ['story "a" comes to 三是 without 二是']
    assert not [*broken_series(story("一是修路，二是种树。", "一要快，二要稳。"))]
    assert not [*broken_series(story("一是修路，三要稳当。"))]


@pytest.mark.parametrize(
    "text",
    ["早上9:30开门，全程1,200米。", "用Wi-Fi, 上网。", "见 example.org。", "3.5公里"],
)
def test_western_marks_between_western_words_pass(text):
    assert not [*half_width_marks(story(text))]


@pytest.mark.parametrize(
    ("text", "columns"),
    [("好,走。", [2]), ("他(林一)说", [2, 5]), ('他说"走"', [3, 5]), ("完了.", [3])],
)
def test_half_width_marks_are_told(text, columns):
    found = half_width_marks(story(text))
    assert [column for _, column in places(found)] == columns


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("9月5日开工，九月八日完工。", ["九月八日"]),
        ("9月5日是农历七月十四日。", []),
        ("增长30%，其中百分之二十来自夜市。", ["百分之二十"]),
        ("来了120人，走了二十三人。", ["二十三人"]),
        ("来了120人，走了二十多人、十人。", []),
        ("来了120人，他说：“走了二十三人。”", []),
        ("2025年，修桥花了十二年。", []),
        ("等了3个月，来了二十三个。", []),  # 个月 is not 个
    ],
)
def test_numerals_of_two_kinds(text, told):
    found = [d.what.zh.split("“")[2].split("”")[0] for d in mixed_numerals(story(text))]
    assert found == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("9月5日（星期五）开市。", 0),
        ("9月5日（星期四）开市。", 1),
        ("9 月 7 日，周日，白露。", 0),
        ("9月7日周六白露。", 1),
        ("9月7日（星期天）白露。", 0),
        ("今天（9月5日）开市。", 0),
        ("今天（9月6日）开市。", 1),
        ("昨日（9月4日）收市。", 0),
        ("2月30日开市。", 1),
        ("2024年2月29日（星期四）开市。", 0),
        ("2025年2月29日开市。", 1),  # no leap year
        ("2月29日开市。", 0),  # of some year
        ("9月7日星期天，白露。", 0),
        ("1月2日（星期四）开市。", 1),
        ("详见第0版。", 1),
        ("1月2日（星期五）开市。", 0),  # the coming January is the nearer one
        ("详见第8版。", 0),
        ("（下转9版）", 1),
        ("本期为第312期。", 0),
        ("本报出到第 311 期。", 1),
    ],
)
def test_what_disagrees_with_the_issue(desk, text, told):
    pages = [desk.page((), {}, number=number) for number in range(1, 9)]
    issue = replace(desk.issue(*pages), date=dt.date(2025, 9, 5), number=312)
    assert len([*disagreements(issue, story(text))]) == told


REGISTER = Register(
    (
        Official("方同舟", ("镇党委书记",), HERE),
        Official("沈若溪", ("镇党委副书记", "镇长"), HERE),
        Official("闻汀", ("副镇长",), HERE),
    )
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("镇党委书记方同舟说，镇党委副书记、镇长沈若溪到会。", []),
        ("镇长方同舟到会。", ["wrong-post"]),
        ("镇党委书记、镇长沈若溪和镇长闻汀到会。", ["wrong-post"]),
        ("镇党委书记方同州到会。", ["wrong-name"]),
        ("镇长沈溪若到会。", ["wrong-name"]),
        ("沈若溪、方同舟、闻汀到会。", ["name-order"]),
        ("方同舟、沈若溪、闻汀到会。", []),
        ("副镇长闻汀和镇长沈若溪到会。", ["name-order"]),
        ("闻汀说完，过了半小时，大家看完了河道又回到会场，沈若溪才到。", []),
        ("听说镇长要来。", []),
    ],
)
def test_names_and_posts(text, codes):
    assert [d.code for d in names_and_posts(REGISTER, story(text))] == codes


def test_the_same_story_twice():
    one = story("清晨六点桥头的早市就开了，卖鱼的挨着卖菜的。", "天黑以前收摊回家去。")
    other = story(
        "清晨六点桥头的早市就开了，卖鱼的挨着卖菜的。", "谁也不肯先走一步。", name="b"
    )
    third = story("河水涨了半尺，渡船停了一天又一天。", name="c")
    assert [d.code for d in told_twice((one, other, third))] == ["story-twice"]
    quiet = replace(other, accepted=("story-twice",))
    assert not [*told_twice((one, quiet, third))]


def test_notices_of_one_campaign_may_share_a_phrase_or_two():
    shared = "讲文明树新风从我做起，爱护河道人人有责啊。"
    one = story(
        shared,
        "清晨六点桥头的早市就开了，卖鱼的挨着卖菜的。",
        "渡船停了一天又一天。",
        "船工把缆绳绕在木桩上头。",
    )
    other = story(
        shared,
        "天黑以前各家收摊回家去，河水涨了半尺还要多。",
        "桥上的灯亮了整整一夜。",
        "巷子里的人各忙各的活计。",
        name="b",
    )
    assert not [*told_twice((one, other))]


@pytest.mark.parametrize("by", ["story", "issue"])
def test_what_is_accepted_is_not_asked(desk, by):
    slip = story("桥上的的灯。")
    page = desk.page([a_slot()], {"lead": (slip,)})
    assert [d.code for d in lint_copy(desk.issue(page))] == ["doubled-word"]
    if by == "story":
        quiet = replace(slip, accepted=("doubled-word",))
        assert lint_copy(desk.issue(desk.page([a_slot()], {"lead": (quiet,)}))) == ()
    else:
        assert lint_copy(replace(desk.issue(page), accepted=("doubled-word",))) == ()
