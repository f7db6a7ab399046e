"""Headlines without ``|``: broken by their sense, as a title editor would."""

from itertools import pairwise

import pytest

from printpress.makeup.headbreak import Breakable, best_breaking
from printpress.makeup.headjoints import word_joints
from printpress.makeup.styles import spaced
from printpress.makeup.words import words_of
from printpress.text.classify import classify

HOUSE = ("溪桥镇", "全年红", "热合曼")


def width(text):
    """Half ems: marks, letters and digits are half as wide as Han."""
    return sum(1 if kind in "OoCcPSBIUGA9X" else 2 for kind in classify(text.strip()))


def broken(headline, lines=2):
    text = spaced(headline)
    joints = word_joints(text, words_of(text, HOUSE))
    copy = Breakable(len(text), joints, lambda a, b: width(text[a:b]), 5)
    breaking = best_breaking(copy, lines, 1000)
    assert breaking is not None
    ends = (0, *breaking.breaks, len(text))
    return "|".join(text[a:b].strip() for a, b in pairwise(ends))


CASES = [
    ("溪桥镇召开2025年|半年度工作会议", "a year stays with its number"),
    ("溪桥镇吹响“下半场”|全力冲刺“全年红”", "two halves, each with its quotation"),
    ("一把漆刷三十年，|灶头花开上新墙", "after a pause"),
    ("桥头漆铺老匠人|沈阿庚的“颜色账”", "a name no dictionary has stays whole"),
    ("一条步道“缝”起十里水岸 |三期工程月底贯通", "a typed space before evenness"),
    ("老街“留”住烟火 |新铺“长”进旧墙", "never beside the quoted word"),
    ("清溪水岸三期贯通两个月|接待游客三十万人次", "两个月 is one thing"),
    ("八元午饭端上桌|九旬老人点单来", "two clauses without a mark"),
    ("溪桥老街更新项目|本月底开街迎客", "subject, then what happens"),
    ("镇里给社区食堂|送来十二台新蒸箱", "before the verb, and 十二台 whole"),
    ("村民把旧仓库|改成了图书室", "旧 leads to 仓库"),
    ("纱厂宿舍加装电梯：|今年再添六台", "after a colon, though uneven"),
    ("王小满和她的|三十箱蜜蜂", "a line may end with 的"),
    ("河长制走进课堂|孩子们当起小河长", "们 does not begin a line"),
    ("老人们在新建的口袋|公园里打起了太极拳", "里 and 了 lean on what stands before"),
    ("北街夜市试营业|首周迎客3万人次", "a number stays with 万人次"),
    ("今年新增3.2万平方米绿地 |家门口就有小公园", "so does one with a point"),
    ("9月8日夜间至9月9日|凌晨分段停水", "dates are not parted"),
    ("《溪桥志》重修本今日首发|收录老照片二百余幅", "余幅 stays with 二百"),
    ("读《溪桥志》|忆三代人的纺织岁月", "忆 begins a phrase, so it ends no line"),
    ("溪桥晨报推出“老行当”|系列报道征集线索", "never inside a short quotation"),
    ("5G基站进村|AI医生坐诊", "Latin stays with what it names"),
    ("镇卫生院引进MRI设备|县级医院专家每周坐诊", "even halves"),
    ("防汛不松劲：|全镇干部昼夜守堤", "five characters and eight"),
    ("从“有没有”到“好不好”|社区养老再升级", "从…到… is one phrase"),
    ("电动自行车|“飞线充电”该停了！", "before an opening mark"),
    ("谁来为独居老人|守好“最后一米”？", "a question mark ends no shorter line"),
    ("镇党委与村民代表|面对面谈旧村改造", "与 neither begins nor ends a line"),
    ("新学期第一课：|钻进草丛找秋天", "第一课 is one thing"),
    ("我们为什么|还需要一座桥", "一座 with 桥"),
    ("溪桥老厂的第二个春天|来得正是时候", "nor 第二个 from 春天"),
    ("古桥修缮今日开工|石匠三代同上脚手架", "今日 says when: it ends no line"),
    ("三年办成|十二件实事", "nor are three years parted"),
    ("溪桥小学学生作品入选|全国青少年科技创新大赛", "a name of a contest stays whole"),
    ("从织造到智造：|溪桥老厂的第二个春天", "第二个 is one thing"),
    ("阿卜杜勒·热合曼|在溪桥开了家馕店", "no break at the dot of a name"),
    ("溪桥—石门公交|专线10月1日起开行", "no break at the dash of a range"),
    ("不老的手艺|不散的乡音", "no 的 begins a line"),
    (
        "桥头早市天不亮就开了|卖豆腐的卖青菜的|卖活鱼的一家挨着一家",
        "three lines of clauses",
    ),
    (
        "溪桥镇召开2025年半年度|工作会议部署下半年|重点任务要求全年红",
        "house words hold",
    ),
]


@pytest.mark.parametrize(("lines", "why"), CASES, ids=[why for _, why in CASES])
def test_headlines_break_by_their_sense(lines, why):
    assert broken(lines.replace("|", ""), lines.count("|") + 1) == "|".join(
        spaced(line).strip() for line in lines.split("|")
    ), why


def places(text, *words, level="newspaper"):
    return {joint.at: joint.cost for joint in word_joints(text, words, level)}


@pytest.mark.parametrize(
    "words",
    [
        ("3", "公里"),
        ("三", "条"),
        ("第", "三"),
        ("2025年", "9月"),
        ("9月", "8日"),
        ("三个", "月"),
        ("约", "5"),
        ("字", "，"),
        ("（", "字"),
        ("8", "—", "10日"),
        ("勒", "·", "热"),
        ("—", "—"),
        ("葛", "\U000e0100"),
        ("👩", "\u200d", "👧"),
    ],
)
def test_places_where_nothing_is_broken(words):
    assert places("".join(words), *words) == {}


def test_reading_decides_where_a_break_costs_least():
    text = "灯，亮、在和平的《夜空》里"
    costs = places(
        text, "灯", "，", "亮", "、", "在", "和平", "的", "《", "夜空", "》", "里"
    )
    assert costs[2] < costs[4] < costs[5]  # after ，, after 、, after 在
    assert 9 not in costs  # after 《
    assert 11 not in costs  # before 》
    assert costs[8] < costs[12]  # before 《; after 》 where 里 leans on it


def test_inside_a_short_quotation_a_break_costs_more_than_anywhere_else():
    inside = places("“新老街”开", "“", "新", "老街", "”", "开")[2]
    long = places(
        "“一二三四五，六七八九十”", "“", "一二三四五", "，", "六七八九十", "”"
    )[7]
    outside = places("新的街", "新", "的", "街")[1]
    assert long < outside < inside


def test_a_prohibition_level_of_the_house_is_obeyed():
    assert 1 in places("新——街", "新", "—", "—", "街")
    assert 1 not in places("新——街", "新", "—", "—", "街", level="strict")
