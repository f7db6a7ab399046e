"""Normal forms, kind by kind; what is left alone; the command."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.papers import write_paper

from printpress.cli import main
from printpress.intake.normalise import KINDS
from printpress.intake.tidy import proposals, tidied

CASES = {
    "entities": [
        ("溪桥&nbsp;变清&mdash;好&ldquo;水&rdquo;", "溪桥 变清—好“水”"),
        ("R&amp;D和&lt;b&gt;", "R\\&D和\\<b>"),
        ("&nosuch;名", "&nosuch;名"),
    ],
    "invisible": [
        ("清\u200b溪\ufeff涨\u00ad水", "清溪涨水"),
        ("👩\u200d🌾", "👩\u200d🌾"),
    ],
    "compat": [("⼀条⻓\uf9dc溪cafe\u0301", "一条⻓隆溪café")],
    "width": [("２０２５年ＡＰＰ用户１０％", "2025年APP用户10％")],
    "dots": [("约翰•史密斯和列夫・托", "约翰·史密斯和列夫·托")],
    "waves": [("3~5级，东〜西，清~溪", "3～5级，东～西，清～溪")],
    "dashes": [
        ("桥--清溪的桥――老桥", "桥——清溪的桥——老桥"),
        ("1990-2025年，第3—5页", "1990-2025年，第3—5页"),
        ("桥头—渡口", "桥头—渡口"),
        ("溪桥———清溪──老街", "溪桥——清溪——老街"),
    ],
    "ellipses": [
        ("等等...他走了。。。好…好", "等等……他走了……好……好"),
        ("wait... and see", "wait... and see"),
        ("已经……好………", "已经……好……"),
    ],
    "quotes": [
        ('他说"好"，又说"走"', "他说“好”，又说“走”"),
        ("她说\"'四百'走访\"好", "她说“‘四百’走访”好"),
        ("it's 溪桥 don't", "it's 溪桥 don't"),
        ('屏幕5"大，他说"好"', '屏幕5"大，他说“好”'),
        ('只有一个"引号的句', '只有一个"引号的句'),
        ('混用“溪桥"的', "混用“溪桥”的"),
        ('plain "english" words', 'plain "english" words'),
    ],
    "marks": [
        ("他说,好.走了;是吗?对!好:行", "他说，好。走了；是吗？对！好：行"),
        ("溪桥(2025)年,GDP,增长3.5%", "溪桥（2025）年，GDP，增长3.5%"),
        ("上午9:30，比分3:2", "上午9:30，比分3:2"),
        ("(CEO)说", "（CEO）说"),
        ("in (a) word, yes.", "in (a) word, yes."),
        ("见“溪桥”,好", "见“溪桥”，好"),
        ("1.溪桥", "1.溪桥"),
    ],
    "doubled": [("好，，走。。停、、", "好，走。停、"), ("好！！", "好！！")],
    "spaces": [
        ("2025 年 8 月，APP 用户 10% 多", "2025年8月，APP用户10%多"),
        ("好 ，走“ 是” 。", "好，走“是”。"),
        ("two words here", "two words here"),
        ("记者 林一", "记者 林一"),
    ],
    "indents": [("　　清溪", "清溪"), ("\t清溪", "清溪")],
}


def story(body: str, head: str = "headline: 题") -> str:
    return f"---\n{head}\n---\n{body}\n"


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [(kind, *pair) for kind, pairs in CASES.items() for pair in pairs],
)
def test_a_kind_does_its_own_work(kind, before, after):
    assert tidied(story(before), "a.md", (kind,)) == story(after)
    assert tidied(story(after), "a.md", (kind,)) == story(after)


def test_every_kind_has_a_case():
    assert list(CASES) == list(KINDS)


@pytest.mark.parametrize(
    "line",
    [
        "见 https://example.org/a,b?c=溪 好",
        "写信到a.b@example.org",
        "`代码,码`",
        "\\*不是\\&amp;",
        "- 一条",
        "1. 一条",
        "一、 溪桥",
        "{专名:溪,桥}",
        "字[^1]",
        "::: 诗",
        "---",
    ],
)
def test_markup_addresses_and_code_are_left_alone(line):
    assert tidied(
        story(line), "a.md", ("marks", "quotes", "dashes", "entities")
    ) == story(line)


def test_a_table_keeps_its_bars_and_dashes():
    table = "| 线路 | 首班 |\n| --- | :--: |\n| 1 路 | 6:00 |"
    assert tidied(story(table), "a.md") == story(table.replace("1 路", "1路"))


def test_keys_paths_and_urls_of_the_head_are_left_alone():
    head = (
        "headline: 桥通了,水清了\n"
        "picture: {file: ../pictures/溪,桥.jpg, caption: '图(一)'}\n"
        "qr: {url: 'https://example.org/溪,桥', caption: [扫一扫]}"
    )
    wanted = head.replace("桥通了,水", "桥通了，水").replace("图(一)", "图（一）")
    # In flow style a comma ends the path; what is read is what counts.
    head, wanted = (h.replace("溪,桥.jpg", "溪桥.jpg") for h in (head, wanted))
    assert tidied(story("正文。", head), "a.md") == story("正文。", wanted)


def test_a_blank_between_a_name_and_a_post_is_meant():
    head = "headline: 题\nbyline: 记者 Lin 摄\npicture: {file: a.jpg, credit: J Doe 摄}"
    assert tidied(story("正文。", head), "a.md") == story("正文。", head)


def test_quotes_pair_over_the_lines_of_a_paragraph_and_not_beyond():
    body = '他说"桥\n通了"。\n\n她说"好。'
    assert tidied(story(body), "a.md") == story('他说“桥\n通了”。\n\n她说"好。')


def test_an_indent_that_begins_a_paragraph_becomes_a_blank_line():
    body = "　　第一段。\n　　第二段。"
    assert tidied(story(body), "a.md") == story("第一段。\n\n第二段。")


def test_lines_of_a_poem_keep_their_blanks():
    poem = "::: 诗\n　　清溪\n老街\n:::"
    assert tidied(story(poem), "a.md") == story(poem)


def test_places_are_those_of_the_file():
    text = story("第一段。\n\n他说,好。", "headline: 好,的")
    assert [(p.kind, p.line, p.column) for p in proposals(text, "a.md")] == [
        ("marks", 2, 12),
        ("marks", 6, 3),
    ]


def test_line_ends_of_windows_stay():
    text = story("他说,好。\n\n　　好").replace("\n", "\r\n")
    wanted = story("他说，好。\n\n好").replace("\n", "\r\n")
    assert tidied(text, "a.md") == wanted


@pytest.fixture
def paper(tmp_path, monkeypatch) -> Path:
    name = "issues/2025-09-05/stories/market.md"
    write_paper(tmp_path, {name: story('他说,"好"。')})
    monkeypatch.chdir(tmp_path)
    return Path(name)


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["tidy", *words, "--lang", "en"])
    return result.exit_code, result.output


def test_the_command_lists_and_changes_nothing(paper):
    before = paper.read_bytes()
    code, said = run("issues/2025-09-05")
    assert code == 0
    assert f"   1  {paper}:4:3  half-width marks: 他说," in said
    assert "3 changes proposed; --apply" in said
    assert paper.read_bytes() == before


def test_applied_once_nothing_is_left(paper):
    assert "3 changes in 1 stories" in run(str(paper), "--apply")[1]
    assert paper.read_text("utf-8") == story("他说，“好”。")
    assert "nothing to tidy" in run(str(paper))[1]


def test_kinds_can_be_picked(paper):
    run(str(paper), "--apply", "--only", "quotes")
    assert paper.read_text("utf-8") == story("他说,“好”。")
    assert "nothing to tidy" in run(str(paper), "--except", "marks")[1]
    code, said = run(str(paper), "--only", "nonsense")
    assert code == 2
    assert "invisible" in said


@pytest.mark.usefixtures("paper")
def test_only_stories_and_issues_are_taken():
    assert run("layouts")[0] == 2


def test_the_help_names_every_kind():
    said = " ".join(run("--help")[1].split())
    assert ", ".join(KINDS) in said
