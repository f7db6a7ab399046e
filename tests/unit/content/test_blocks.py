"""Lists, tables and named blocks: verse, questions and answers, signatures."""

import pytest

from printpress.content.markup import parse_body
from printpress.content.story import Paragraph
from printpress.diagnostics import Diagnostic


def parsed(body: str) -> tuple[Paragraph, ...]:
    paragraphs, found = parse_body(body, "a.md", 1)
    assert not found, [d.what.en for d in found]
    return paragraphs


def shown(body: str) -> list[tuple[str, str]]:
    return [(p.kind, p.text) for p in parsed(body)]


def told(body: str) -> list[tuple[str, int]]:
    found: tuple[Diagnostic, ...] = parse_body(body, "a.md", 1)[1]
    return [(d.code, d.span.line if d.span else 0) for d in found]


def test_items_of_a_list():
    body = "今日供应：\n- 豆腐\n+ 青菜，\n清早摘的\n* 活鱼\n\n后文。"
    assert shown(body) == [
        ("text", "今日供应："),
        ("item", "豆腐"),
        ("item", "青菜，清早摘的"),
        ("item", "活鱼"),
        ("text", "后文。"),
    ]
    assert [p.begins for p in parsed(body)] == [True, True, False, False, True]


def test_numbers_are_kept_as_typed():
    paragraphs = parsed("1. 豆腐\n2) Web 页\n10. 鱼")
    assert [(p.text, p.label) for p in paragraphs] == [
        ("1.豆腐", 2),
        ("2) Web 页", 2),
        ("10.鱼", 3),
    ]
    assert str(paragraphs[0].place(2)) == "a.md:1:4"


def test_blank_lines_do_not_end_a_list_but_another_sort_of_item_does():
    assert [p.begins for p in parsed("- 一\n\n- 二\n\n1. 三\n2. 四")] == [
        True,
        False,
        True,
        False,
    ]


def test_a_number_amid_a_paragraph_begins_no_list_unless_it_is_one():
    assert shown("河水涨到\n12. 5 米") == [("text", "河水涨到12. 5 米")]
    assert shown("有三样：\n1. 鱼") == [("text", "有三样："), ("item", "1.鱼")]
    assert shown("有三样：\n（一） 鱼") == [("text", "有三样："), ("item", "（一）鱼")]


@pytest.mark.parametrize(
    "labels", ["一、 十二、", "1、 2．", "（1） （12）", "(一) (2)"]
)
def test_numbers_of_chinese_lists_begin_items(labels):
    first, second = labels.split()
    assert shown(f"{first} 鱼\n{second}\u3000虾") == [
        ("item", f"{first}鱼"),
        ("item", f"{second}虾"),
    ]
    # Without white space, or amid a paragraph, they are words.
    assert shown(f"{first}鱼") == [("text", f"{first}鱼")]
    assert shown(f"价钱\n{second} 元") == [("text", f"价钱{second} 元")]


@pytest.mark.parametrize(
    "body", ["-豆腐", "１．豆腐", "（1）豆腐", "①豆腐", "-", "3.5 米"]
)
def test_what_is_no_list(body):
    assert shown(body) == [("text", body)]


def test_verse_is_read_line_by_line_with_its_stanzas():
    paragraphs = parsed(
        "前文。\n::: 诗\n清溪一曲\n　　**抱村**流\n\n长夏江村\n:::\n后文"
    )
    assert [(p.kind, p.text, p.begins, p.apart) for p in paragraphs] == [
        ("text", "前文。", True, False),
        ("verse", "清溪一曲", True, False),
        ("verse", "抱村流", False, False),
        ("verse", "长夏江村", False, True),
        ("text", "后文", True, False),
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("verse", "verse"),
        ("Verse", "verse"),
        ("诗歌", "verse"),
        ("称呼", "salutation"),
        ("salutation", "salutation"),
        ("落款", "signature"),
        ("signature", "signature"),
        ("按", "note"),
    ],
)
@pytest.mark.parametrize("fence", [":::", "：：：", "::::"])
def test_names_of_blocks(fence, name, kind):
    assert shown(f"{fence}{name}\n溪桥镇\n{fence}") == [(kind, "溪桥镇")]
    assert shown(f"{fence} {name} {fence}\n溪桥镇\n{fence}") == [(kind, "溪桥镇")]


def test_lists_and_tables_are_none_in_verse():
    assert shown("::: 诗\n- 一\n| 二\n:::") == [("verse", "- 一"), ("verse", "| 二")]


def test_questions_and_answers():
    body = (
        "::: 问答\n问：桥\n修好了吗？\n答：快了。\n\n下周通车。\n## 车\n**问：**收费吗？\n"
        "A: 不收。\n:::\n问：这是正文。"
    )
    assert [(p.kind, p.text, p.label) for p in parsed(body)] == [
        ("question", "问：桥修好了吗？", 2),
        ("answer", "答：快了。", 2),
        ("answer", "下周通车。", 0),
        ("subhead", "车", 0),
        ("question", "问：收费吗？", 2),
        ("answer", "A: 不收。", 2),
        ("text", "问：这是正文。", 0),
    ]


def test_people_may_be_named_who_ask_and_answer():
    body = "::: qa 记者 林一 周二\n记者：桥呢？\n林一：快了。\n周二：是的。\n他说：好。\n:::"
    assert [(p.kind, p.label) for p in parsed(body)] == [
        ("question", 3),
        ("answer", 3),
        ("answer", 3),
    ]


def test_an_editors_note_has_its_label():
    assert [
        (p.kind, p.label) for p in parsed("::: 按\n编者按：溪水\n\n注意：无\n:::")
    ] == [
        ("note", 4),
        ("note", 0),
    ]


TABLE = "表：各村收入\n| 村 | 收入 |\n|:--|--:|\n| 桥头 | **1**,200 |\n| 桥尾 |  |"


def test_a_table_knows_its_cells():
    (paragraph,) = parsed(TABLE)
    table = paragraph.table
    assert table is not None
    assert paragraph.kind == "table"
    assert table.caption is not None
    assert table.caption.text == "各村收入"
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["村", "收入"],
        ["桥头", "1,200"],
        ["桥尾", ""],
    ]
    assert table.aligns == ("left", "right")
    assert paragraph.text == "各村收入村收入桥头1,200桥尾"
    for row in table.rows:
        for cell in row:
            assert paragraph.text[cell.offset :].startswith(cell.text)
    assert str(paragraph.place(table.rows[1][1].offset)) == "a.md:4:10"


def test_a_table_may_stand_amid_copy():
    body = f"前文。\n{TABLE}\n后文。\n\n甲 | 乙\n—— | ：—：\n1 | 2"
    paragraphs = parsed(body)
    assert [p.kind for p in paragraphs] == ["text", "table", "text", "table"]
    assert paragraphs[3].table is not None
    assert paragraphs[3].table.aligns == ("", "center")
    assert paragraphs[3].table.caption is None


def test_bars_may_be_full_width_and_escaped():
    (paragraph,) = parsed("｜甲 \\| 乙｜丙｜\n｜——｜——｜\n｜丁｜戊｜")
    assert paragraph.table is not None
    assert [cell.text for cell in paragraph.table.rows[0]] == ["甲 | 乙", "丙"]


def test_marks_of_all_kinds_stand_in_cells_and_blocks():
    body = "|{渡｜dù}|*重点*|\n|-|-|\n|甲[^1]|乙|\n\n- 丙[^2]\n\n[^1]: 丁\n[^2]: 戊"
    table, item, *notes = parsed(body)
    assert table.table is not None
    assert [[cell.text for cell in row] for row in table.table.rows] == [
        ["渡", "重点"],
        ["甲[1]", "乙"],
    ]
    assert table.runs[0].ruby == "dù"
    assert table.runs[1].emphasis == "emphasis"
    assert item.text == "丙[2]"
    assert [(p.kind, p.text[-1]) for p in notes] == [
        ("footnote", "丁"),
        ("footnote", "戊"),
    ]


def test_notes_may_be_written_in_a_block():
    paragraphs = parsed("::: 诗\n清溪[^1]\n[^1]: 注文\n抱村\n:::")
    assert [(p.kind, p.begins) for p in paragraphs] == [
        ("verse", True),
        ("verse", False),
        ("footnote", True),
    ]


def test_a_table_of_empty_cells_is_nothing():
    assert parsed("| | |\n|-|-|\n| | |") == ()


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("::: 诗\n溪水", [("block-unclosed", 1)]),
        ("溪水\n:::", [("block-unclosed", 2)]),
        ("::: 诗\n溪水\n::: 落款\n镇里\n:::", [("block-unclosed", 1)]),
        ("::: 歌谣\n溪水\n:::", [("unknown-block", 1)]),
        ("::: 诗 居中\n溪水\n:::", [("unknown-block", 1)]),
        ("::: 问答 记者\n溪水\n:::", [("unknown-block", 1)]),
        ("|甲|乙|\n|丙|丁|", [("bad-table", 1)]),
        ("|甲|乙|\n|-|\n|丙|丁|", [("bad-table", 2)]),
        ("|甲|乙|\n|-|-|\n|丙|\n|丁|戊|己|", [("bad-table", 3), ("bad-table", 4)]),
    ],
)
def test_mistakes_are_told_in_their_place_and_nothing_is_dropped(body, found):
    assert told(body) == found
    text = "".join(p.text for p in parse_body(body, "a.md", 1)[0])
    assert all(char in text for char in "溪水镇里甲乙丙丁戊己" if char in body)


def test_a_near_name_is_offered():
    (found,) = parse_body("::: signatrue\n镇里\n:::", "a.md", 1)[1]
    assert found.fix
    assert "::: signature" in found.fix.en
