"""Bodies as authors write them: paragraphs, subheads, stressed words, mistakes."""

import pytest

from printpress.content.markup import parse_body
from printpress.content.story import Paragraph
from printpress.diagnostics import Diagnostic, Severity, Span


def parsed(body: str) -> tuple[tuple[Paragraph, ...], tuple[Diagnostic, ...]]:
    return parse_body(body, "a.md", 1)


def span_of(found: Diagnostic) -> Span:
    assert found.span is not None
    return found.span


def texts(body: str) -> list[str]:
    paragraphs, found = parsed(body)
    assert not found, [d.what.en for d in found]
    return [paragraph.text for paragraph in paragraphs]


def runs(body: str) -> list[tuple[str, str]]:
    paragraphs, _ = parsed(body)
    return [(run.text, run.emphasis) for p in paragraphs for run in p.runs]


def codes(body: str) -> list[str]:
    return [d.code for d in parsed(body)[1]]


def test_blank_lines_part_paragraphs():
    assert texts("溪水涨了。\n\n \t\n桥还在。\n") == ["溪水涨了。", "桥还在。"]


def test_an_indent_of_two_full_width_blanks_begins_a_paragraph():
    assert texts("　　溪水涨了。\n　　桥还在，\n人也在。") == [
        "溪水涨了。",
        "桥还在，人也在。",
    ]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("溪水\n涨了", "溪水涨了"),
        ("说：\n“好。”\n后文", "说：“好。”后文"),
        ("use the\nWeb", "use the Web"),
        ("un café\nà Paris", "un café à Paris"),
        ("溪桥 APP\n上线", "溪桥 APP上线"),
        ("叫\nAPP", "叫APP"),
        ("says “hi”\nand goes", "says “hi” and goes"),
        ("他说“hi”\n就走", "他说“hi”就走"),
        ("2025\n年", "2025年"),
        ("１２\n３", "１２３"),
    ],
)
def test_a_line_break_is_a_blank_between_western_words_only(body, text):
    assert texts(body) == [text]


def test_subheads_need_no_blank_lines_round_them():
    paragraphs, found = parsed("开头。\n## 小标题 ##\n　　后文。")
    assert [(p.kind, p.text) for p in paragraphs] == [
        ("text", "开头。"),
        ("subhead", "小标题"),
        ("text", "后文。"),
    ]
    assert not found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("**黑体。**后文", [("黑体。", "strong"), ("后文", "")]),
        ("前文**“黑体”**后文", [("前文", ""), ("“黑体”", "strong"), ("后文", "")]),
        ("前，**黑**", [("前，", ""), ("黑", "strong")]),
        ("**黑\n体**", [("黑体", "strong")]),
        (r"\*星\*号", [("*星*号", "")]),
        (r"前\*\***黑\*体**", [("前**", ""), ("黑*体", "strong")]),
        ("长 5 * 3 米", [("长 5 * 3 米", "")]),
        ("a_b_c 和 C:\\桥", [("a_b_c 和 C:\\桥", "")]),
        ("重*点*词", [("重", ""), ("点", "emphasis"), ("词", "")]),
        ("[注] <通知> {甲} A&B ~约", [("[注] <通知> {甲} A&B ~约", "")]),
    ],
)
def test_stressed_words(body, expected):
    assert runs(body) == expected
    assert not parsed(body)[1]


def test_stressed_words_without_a_chinese_character_are_told():
    _, found = parsed("前文。\n\n再*重点，OK*一次，再*OK！*一次")
    (warning,) = found
    assert (warning.code, warning.severity) == ("markup-unsupported", Severity.WARNING)
    span = span_of(warning)
    assert (span.line, span.column, span.length) == (3, 13, 5)
    assert "“OK！”" in warning.what.zh


def worn(body: str) -> list[tuple[str, str, str, str]]:
    paragraphs, found = parsed(body)
    assert not found, [d.what.en for d in found]
    return [
        (run.text, run.emphasis, run.mark, run.ruby)
        for p in paragraphs
        for run in p.runs
    ]


@pytest.mark.parametrize(
    ("body", "run"),
    [
        ("{拼音|pīnyīn}", ("拼音", "", "", "pīnyīn")),
        ("{拼音｜pīn yīn }", ("拼音", "", "", "pīn yīn")),
        ("{溪\n桥|xī qiáo}", ("溪桥", "", "", "xī qiáo")),
        ("{专名:溪桥}", ("溪桥", "", "name", "")),
        ("{专名：溪桥}", ("溪桥", "", "name", "")),
        ("{name:溪桥}", ("溪桥", "", "name", "")),
        ("{书名:清溪志}", ("清溪志", "", "title", "")),
        ("{title：清溪志}", ("清溪志", "", "title", "")),
        ("{示亡:王大川}", ("王大川", "", "mourning", "")),
        ("{mourning:王大川}", ("王大川", "", "mourning", "")),
        (r"{专名:\{溪\}\*}", ("{溪}*", "", "name", "")),
        (r"{甲\|乙|jiǎ}", ("甲|乙", "", "", "jiǎ")),
        ("{书名:甲:乙}", ("甲:乙", "", "title", "")),
    ],
)
def test_what_stands_in_braces(body, run):
    assert worn(body) == [run]


def test_names_side_by_side_are_two():
    assert worn("{专名:林一}{专名:周二}") == [
        ("林一", "", "name", ""),
        ("周二", "", "name", ""),
    ]


def test_braces_may_stand_among_stressed_words():
    assert worn("*在{专名:溪桥}的*{溪|xī}**{书名:志}**") == [
        ("在", "emphasis", "", ""),
        ("溪桥", "emphasis", "name", ""),
        ("的", "emphasis", "", ""),
        ("溪", "", "", "xī"),
        ("志", "strong", "title", ""),
    ]


@pytest.mark.parametrize("body", ["{专名:*溪*桥}", "{*溪*|xī}", "{书名:`志`}"])
def test_braces_hold_no_marks_of_their_own(body):
    paragraphs, found = parsed(body)
    assert {d.code for d in found} == {"markup-unsupported"}
    assert all("inside" in d.what.en for d in found)
    for sign in "*`":
        assert paragraphs[0].text.count(sign) == body.count(sign)


@pytest.mark.parametrize(
    ("body", "column"), [("在{专名:溪桥。", 2), ("{溪|xī。", 1), ("{示亡：", 1)]
)
def test_braces_left_open_are_errors(body, column):
    paragraphs, found = parsed(body)
    (unclosed,) = found
    assert unclosed.code == "markup-unclosed"
    assert span_of(unclosed).column == column
    assert "}" in unclosed.fix.en
    assert paragraphs[0].text == body


def test_a_mark_that_is_none_is_told_with_those_there_are():
    paragraphs, (found,) = parsed("在{人名:林一}家")
    assert found.code == "markup-unsupported"
    assert "“人名”" in found.what.zh
    assert "{专名:…}" in found.fix.zh
    assert (span_of(found).column, span_of(found).length) == (2, 3)
    assert paragraphs[0].text == "在{人名:林一}家"


@pytest.mark.parametrize(
    "body", ["{甲}", "{ 甲: 乙", "{}", "{|}", r"\{专名:溪}", '{"a":1}']
)
def test_braces_of_another_kind_are_copy(body):
    assert texts(body) == [body.replace("\\", "")]


def test_notes_are_numbered_by_their_marks_and_stand_at_the_end():
    paragraphs, found = parsed(
        "一[^b]二[^a]。\n[^a]: 甲注*重*\n续行\n[^b]: 乙注\n\n三[^b]。\n## 尾"
    )
    assert not found
    assert [(p.kind, p.text) for p in paragraphs] == [
        ("text", "一[1]二[2]。"),
        ("text", "三[1]。"),
        ("subhead", "尾"),
        ("footnote", "[1]\u2002乙注"),
        ("footnote", "[2]\u2002甲注重续行"),
    ]
    assert [run.mark for run in paragraphs[0].runs] == ["", "note", "", "note", ""]
    assert str(paragraphs[0].place(1)) == "a.md:1:2"
    assert str(paragraphs[0].place(4)) == "a.md:1:6"
    assert str(paragraphs[3].place(0)) == "a.md:4:1"
    assert str(paragraphs[3].place(4)) == "a.md:4:7"
    assert str(paragraphs[4].place(7)) == "a.md:3:1"


@pytest.mark.parametrize(
    ("body", "what", "column"),
    [
        ("一[^1]二", "has no note", 2),
        ("一\n\n[^1]: 注", "leads to this note", 1),
        ("一[^1]\n\n[^1]:\n\n二", "has no note", 2),
        ("一[^1]\n\n[^1]: 甲\n\n[^1]: 乙", "twice", 1),
    ],
)
def test_marks_and_notes_that_do_not_match(body, what, column):
    (found,) = parsed(body)[1]
    assert found.code == "note-unmatched"
    assert what in found.what.en
    assert span_of(found).column == column


@pytest.mark.parametrize(
    ("body", "what", "column"),
    [
        ("- 一\n  - 二", "lists inside lists", 3),
        ("> 引", "quoted", 1),
        ("```\nx", "code", 1),
        ("# 大标题", "headings", 1),
        ("### 三级", "headings", 1),
        ("###三级", "headings", 1),
        ("上文\n\n* * *", "rules", 1),
        ("上文\n---", "rules", 1),
        ("标题\n====", "rules", 1),
        ("[1]: https://example.org", "link", 1),
        ("[^一 二]: 注", "blanks", 1),
        ("见^[随文注]。", "notes inside", 2),
        ("见[官网](https://example.org)。", "links", 2),
        ("看![图](a.jpg)。", "links", 2),
        ("见[官网][1]。", "links", 2),
        ("见 <https://example.org>。", "HTML", 3),
        ("换<br/>行", "HTML", 2),
        ("藏<!-- 注 -->着", "HTML", 2),
        ("空&nbsp;格", "HTML names", 2),
        ("字&#x4e00;", "HTML names", 2),
        ("用`代码`", "code", 2),
        ("删~~去~~", "struck", 2),
        ("这 _重点_ 词", "_…_", 3),
        ("***又黑又重***", "3 asterisks", 1),
        ("**黑*重*体**", "inside", 4),
        ("换行\\\n下行", "line breaks", 3),
    ],
)
def test_what_cannot_be_set_is_an_error_in_its_place(body, what, column):
    paragraphs, found = parsed(body)
    errors = [d for d in found if d.severity is Severity.ERROR]
    assert errors, body
    assert {d.code for d in errors} == {"markup-unsupported"}
    assert what in errors[0].what.en
    assert span_of(errors[0]).column == column
    assert paragraphs  # nothing is dropped


def test_a_quotation_is_told_of_once():
    assert codes("> 一\n> 二\n续行\n> 三") == ["markup-unsupported"]


@pytest.mark.parametrize("body", ["溪**水", "溪*水", "**一**二**三", "溪 *水\n桥"])
def test_marks_without_partner_are_errors(body):
    (found,) = parsed(body)[1]
    assert found.code == "markup-unclosed"
    assert body.split("\n")[0][span_of(found).column - 1] == "*"


@pytest.mark.parametrize(
    ("body", "fix"), [("##小标题", "`## 小标题`"), ("## ", "`## ")]
)
def test_a_subhead_that_is_none(body, fix):
    (found,) = parsed(body)[1]
    assert found.severity is Severity.ERROR
    assert fix in found.fix.en


@pytest.mark.parametrize(
    "char",
    [
        "\x00",
        "\x1b",
        "\x85",
        "\u2028",
        chr(0xD800),
        "\ue123",
        "\ufffd",
        "\ufffc",
        "\U000f0001",
        "\U0010fffd",
        "\ufdd0",
    ],
)
def test_characters_that_cannot_be_printed(char):
    _, found = parsed(f"好。\n\n溪{char}水")
    (bad,) = found
    assert (bad.code, bad.severity) == ("bad-character", Severity.ERROR)
    assert (span_of(bad).line, span_of(bad).column) == (3, 2)
    assert f"U+{ord(char):04X}" in bad.what.en
    assert f"U+{ord(char):04X}" in bad.what.zh


def test_rare_characters_and_joiners_are_none_of_them():
    assert texts("𠮷、𰻝、㐂、\u3007、é、葛\U000e0100") == [
        "𠮷、𰻝、㐂、〇、é、葛\U000e0100"
    ]


def test_tabs_inside_a_line_are_blanks():
    assert texts("一\t二") == ["一 二"]


def test_every_character_knows_its_place():
    body = "　　溪水**涨\n  了。**\\*后\n\n## 桥"
    paragraphs, found = parse_body(body, "a.md", 12)
    assert not found
    first, second = paragraphs
    assert first.text == "溪水涨了。*后"
    there = [str(first.place(at)) for at in range(len(first.text))]
    assert there == [
        "a.md:12:3", "a.md:12:4", "a.md:12:7",
        "a.md:13:3", "a.md:13:4", "a.md:13:8", "a.md:13:9",
    ]  # fmt: skip
    assert str(second.place(0)) == "a.md:15:4"


def test_copy_without_markup_is_one_run_with_an_origin_a_line():
    (paragraph,), _ = parsed("一二\n三四\n五六")
    assert len(paragraph.runs) == 1
    assert [offset for offset, _ in paragraph.origins] == [0, 2, 4]


def test_no_body_has_no_paragraphs():
    assert parsed("\n \n　　\n") == ((), ())
