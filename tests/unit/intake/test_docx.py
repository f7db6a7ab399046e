"""Word files as they come, and the stories that come of them, to the letter."""

from pathlib import Path

import pytest
from tests.unit.intake import word_files
from tests.unit.intake.desk import imported, story_of, told
from tests.unit.intake.word_files import MORE, TEXT

HERE = Path(__file__).parent / "libreoffice"

STORIES = {
    "styled": f"""\
---
headline: 溪桥半年成绩单
deck: ——镇里召开工作会议
byline: 记者 林一
---
{TEXT}

## 治水

会议指出，要把**清溪的水**治好，这是头一件事，也是全镇人盼了十年的事。
""",
    "plain": f"""\
---
headline: 清溪变清|鱼虾回来
kicker: 三村携手治水
deck: 溪桥镇河道整治见闻
byline: 记者 周二
---
{TEXT}

{MORE}
""",
    "pictures": f"""\
---
headline: 永济桥修好了
pictures:
  - file: ../pictures/pictures-1.jpg
    caption: 修好的永济桥。
    credit: 乔木 摄
  - file: ../pictures/pictures-2.jpg
    caption: '▲老街的灯'
  - file: ../pictures/pictures-1.jpg
---
{TEXT}

{MORE}
""",
    "table": """\
---
headline: 秋季班次表
---
从九月一日起，镇里的公交改用新的班次，请大家出门以前先看一看这张表，不要白跑。

| 线路 | 首班 | 末班 |
| --- | --- | --- |
| 1路\\|环线 | 6:00 | 21:40 |
| 2路 | 停运 检修 |  |
""",
    "emphasis": """\
---
headline: 着重号
---
会上说，*三件事*要紧：治水、**修桥**、*点灯*，5\\*3=15，写作\\[1]或\\{甲|乙\\}，见_溪桥_和R&D、\\&lt;、C:\\\\溪桥。

\\- 这一行不是列表，是记者手打的横杠。

一、手打的序号，后面有空格，也不是列表。
""",
    "tracked": """\
---
headline: 修订稿
---
全镇共有三百二十户用上了清水，比去年同期多出一倍。

这一段和下一段原来是分开的，老陈把它们并成了一段。
""",
    "noted": """\
---
headline: 清溪志略
---
清溪古称青溪[^1]，发源于石门山[^2]，流经三村。

[^1]: 见《溪桥镇志》卷三。

[^2]: 石门山高三百米。
""",
    "boxes": """\
---
headline: 文本框
---
渡口的{舣|yǐ}舟亭，✓修好了，共有12根柱子，面积按计算，栏杆　重做。

框里的话：桥通了，心就近了。

第一行

第二行，到这里为止。
""",
    "listed": """\
---
headline: 办事指南
---
请带好下面这些东西，到邻里中心二楼的窗口办理，工作人员会当场答复，不用再跑第二趟。

- 身份证
- 户口本

一、 取号
二、 排队

A．甲种表格
""",
    "two_titles_in_strict_form": f"""\
---
headline: 石门村的石头会唱歌
---
{TEXT}

## 第二个大标题

{MORE}
""",
}


@pytest.mark.parametrize("name", STORIES)
def test_a_word_file_becomes_the_story_that_it_holds(name, tmp_path):
    taken = imported(tmp_path, f"{name}.docx", getattr(word_files, name)())
    assert story_of(taken) == STORIES[name]
    assert taken.found == ()


@pytest.mark.parametrize("name", sorted(path.stem for path in HERE.glob("*.docx")))
def test_libreoffice_s_file_becomes_the_same_story(name, tmp_path):
    taken = imported(tmp_path, f"{name}.docx", (HERE / f"{name}.docx").read_bytes())
    wanted = STORIES.get(name, FRAME)
    if name == "boxes":  # LibreOffice dropped the box and shows the page's number
        wanted = wanted.replace("框里的话：桥通了，心就近了。\n\n", "")
        wanted = wanted.replace("12根", "1根")
    assert story_of(taken) == wanted
    assert taken.found == ()


FRAME = """\
---
headline: 老茶馆的炉火||一烧四十年
---
老街拐角的茶馆，*一壶茶卖一元*，四十年没有涨过价，掌柜姓沈，今年七十六岁。

茶客多是纱厂的退休工人，天不亮就来，喝到八点才回家做早饭，家里人也都晓得到这里来寻。

水是清溪的水，火是栗炭的火。
"""


def test_what_was_guessed_is_told(tmp_path):
    taken = imported(tmp_path, "plain.docx", word_files.plain())
    assert told(taken, "guessed") == [
        "（记者 周二）",
        "（记者 周二）",
        "三村携手治水",
        "清溪变清 鱼虾回来",
        "清溪变清|鱼虾回来",
        "溪桥镇河道整治见闻",
    ]


def test_what_is_left_out_is_told_with_all_its_words(tmp_path):
    taken = imported(tmp_path, "noted.docx", word_files.noted())
    assert told(taken, "left-out") == ["此句保密。", "请核对古称"]
    taken = imported(tmp_path, "boxes.docx", word_files.boxes())
    assert told(taken, "left-out") == ["S=ab"]


def test_tracked_changes_are_accepted_unless_asked_otherwise(tmp_path):
    taken = imported(tmp_path, "tracked.docx", word_files.tracked())
    assert told(taken, "left-out") == ["三百"]
    (said,) = told(taken, "counted")
    assert said.startswith("tracked changes accepted: 2 insertions, 2 deletions")
    assert "--changes reject" in said


def test_tracked_changes_can_be_rejected(tmp_path):
    contents = word_files.tracked()
    taken = imported(tmp_path, "tracked.docx", contents, changes="reject")
    assert story_of(taken).split("---\n")[2] == (
        "全镇共有三百户用上了清水，比去年多出一倍。\n\n"
        "这一段和下一段原来是分开的，\n\n老陈把它们并成了一段。\n"
    )
    assert told(taken, "left-out") == ["三百二十", "同期"]
    assert taken.found == ()


def test_pictures_come_out_at_full_size_once_each(tmp_path):
    taken = imported(tmp_path, "pictures.docx", word_files.pictures())
    assert [name for name, _ in taken.files] == [
        "stories/pictures.md",
        "pictures/pictures-1.jpg",
        "pictures/pictures-2.jpg",
        "imported/pictures.txt",
    ]
    assert taken.files[1][1] == word_files.picture()
    assert any("640×480" in r.words.en for r in taken.remarks)


def test_the_report_tells_everything_in_both_languages(tmp_path):
    taken = imported(tmp_path, "noted.docx", word_files.noted())
    name, report = taken.files[-1]
    assert name == "imported/noted.txt"
    text = report.decode()
    assert "此句保密。" in text
    assert "【未导入】隐藏文字\n   [left out] hidden text\n   > 此句保密。" in text


def test_a_reader_that_drops_copy_is_found_out(tmp_path, monkeypatch):
    from printpress.intake.inline import Inline

    whole = Inline._text

    def forgets(self, element, properties):
        if element.text != "清溪的水":
            whole(self, element, properties)

    monkeypatch.setattr(Inline, "_text", forgets)
    taken = imported(tmp_path, "styled.docx", word_files.styled())
    (found,) = taken.found
    assert found.code == "import-unlike"
    assert 'lacking "水清溪的"' in found.what.en


def test_a_headline_in_large_type_of_two_lines_is_one(tmp_path):
    from tests.unit.intake.word_files import p, r, raw

    big = '<w:b/><w:sz w:val="44"/>'
    contents = raw(p(r("老街的灯", big)) + p(r("亮到十点", big)) + p(r(TEXT)))
    taken = imported(tmp_path, "a.docx", contents)
    assert "headline: 老街的灯||亮到十点" in story_of(taken)


def test_a_file_without_a_headline_gets_its_own_name(tmp_path):
    from tests.unit.intake.word_files import p, r, raw

    taken = imported(tmp_path, "来稿（3）.docx", raw(p(r(TEXT)) + p(r(MORE))))
    assert taken.files[0][0] == "stories/来稿-3.md"
    assert "headline: 来稿（3）\n" in story_of(taken)
    assert taken.found == ()


def test_a_deck_without_a_style_below_a_headline_with_one(tmp_path):
    from tests.unit.intake.word_files import p, r, raw

    title = p(r("清溪变清"), properties='<w:pStyle w:val="Title"/>')
    deck = p(r("三村治水见闻"), properties='<w:jc w:val="center"/>')
    story = story_of(imported(tmp_path, "a.docx", raw(title + deck + p(r(TEXT)))))
    assert story.startswith("---\nheadline: 清溪变清\ndeck: 三村治水见闻\n---\n")


def test_boxes_in_boxes_without_end_are_listed(tmp_path):
    from tests.unit.intake.word_files import p, r, raw

    inner = p(r("最里面的话"))
    for _ in range(14):
        inner = p(
            "<w:r><w:pict><v:textbox><w:txbxContent>"
            f"{inner}</w:txbxContent></v:textbox></w:pict></w:r>"
        )
    taken = imported(tmp_path, "a.docx", raw(p(r(TEXT)) + inner))
    assert told(taken, "left-out") == ["最里面的话"]
    assert taken.found == ()


def test_many_links_are_read_once(tmp_path):
    from tests.unit.intake.word_files import R, p, r, raw

    link = f'<w:hyperlink {R} r:id="rId1">{r("链接")}</w:hyperlink>'
    taken = imported(tmp_path, "a.docx", raw(p(r(TEXT)) + p(*[link] * 400)))
    assert taken.found == ()


def test_looks_that_are_not_kept_are_counted_and_quoted(tmp_path):
    from tests.unit.intake.word_files import p, r, raw

    runs = (
        r(TEXT),
        r("斜的", "<w:i/>"),
        r("删的", "<w:strike/>"),
        r("红的", '<w:color w:val="FF0000"/>'),
        r("亮的", '<w:highlight w:val="yellow"/>'),
        r("2", '<w:vertAlign w:val="superscript"/>'),
        r("线", '<w:u w:val="single"/>'),
    )
    taken = imported(tmp_path, "a.docx", raw(p(*runs)))
    said = {r.words.en: r.text for r in taken.remarks if r.kind != "guessed"}
    assert said == {
        "words in italics are set upright: 1 times": "斜的",
        "underlined words are set plain: 1 times": "线",
        "raised or lowered characters are set on the line: 1 times": "2",
        "coloured or highlighted words, perhaps somebody's question: 2 times": (
            "红的 / 亮的"
        ),
    }
    assert told(taken, "guessed")[0] == "删的"


def test_headers_and_footers_are_listed(tmp_path):
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部稿件"
    document.sections[0].footer.paragraphs[0].text = "第1页"
    document.add_paragraph("清溪涨水", style="Title")
    document.add_paragraph(TEXT)
    taken = imported(tmp_path, "a.docx", word_files.saved(document))
    assert told(taken, "left-out") == ["内部稿件", "第1页"]
    assert taken.found == ()


def test_private_characters_are_marked(tmp_path):
    from tests.unit.intake.word_files import p, r, raw

    title = p(r("生僻字"), properties='<w:pStyle w:val="Title"/>')
    taken = imported(tmp_path, "a.docx", raw(title + p(r("他叫李\ue123，" + TEXT))))
    assert "他叫李〓，" in story_of(taken)
    assert taken.found == ()
    assert any("U+E123" in r.words.en for r in taken.remarks)
