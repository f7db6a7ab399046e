"""Text copied from a page: our own, made as the reference page's is, and that itself."""

from pathlib import Path

import pytest
from tests.unit.intake.desk import imported, story_of, told

from printpress.intake.page_text import looks_like_page, read_page

REFERENCE = Path(__file__).parents[4] / "shared" / "data" / "front-page-text.txt"

PAGE = """\


扫描二维码
关注“溪桥发布”
官方微信公众号

大 / 家 / 的 / 小 / 事

溪桥晨报

溪桥镇党委、政府 联合出版

清溪变清“鱼虾回” 老街点灯“人不散”

溪桥镇召开 2025 年半年度工作会议



近日，溪桥镇召开半年工作会议，总结上半年工作，部署下半年任务。会议强调，要把清溪的水治好，把永济桥的路修平，主动纳

入全年工作，一件一件办完。

镇长说，下半年要办三件事：


一是治水。清溪两岸的排水口要一个一个查，查到的当天贴上条子，

七天以内封掉，谁家的谁来封。

会上，三个村分别作了发言。

三村携手

溪桥“清溪片”开展联组学习活动

八月十四日，溪东村、石门村、桑园村在邻里中心开了一次会，请来修了四十年桥的老周师傅，给年轻人作“接



过锤子”的讲座。大家听完，都去河边看了一圈。

当前，三村正以“修字当头、

补字为要”的办法整修老屋。

导读

军民鱼水情
同唱一首歌

P02

《溪桥纸鸢》
荣获全省微电影
大赛优秀奖

P03
"""


def test_stories_joins_pictures_and_guide_of_a_page():
    page = read_page(PAGE, "溪桥")
    lead, second = page.stories
    assert (lead.headline, lead.deck) == (
        "清溪变清“鱼虾回”|老街点灯“人不散”",
        "溪桥镇召开 2025 年半年度工作会议",
    )
    assert (second.kicker, second.headline) == (
        "三村携手",
        "溪桥“清溪片”开展联组学习活动",
    )
    assert [len(story.blocks) for story in page.stories] == [4, 2]
    assert lead.blocks[0].text.endswith("主动纳入全年工作，一件一件办完。")
    kinds = [r.kind for story in page.stories for r in story.remarks]
    assert (kinds.count("join"), kinds.count("picture")) == (4, 2)
    assert [r.text for r in page.remarks if r.kind == "guide"] == [
        "军民鱼水情||同唱一首歌",
        "《溪桥纸鸢》||荣获全省微电影||大赛优秀奖",
    ]


def test_each_join_is_shown_with_what_stands_round_it():
    page = read_page(PAGE, "溪桥")
    joins = [
        r.text for story in page.stories for r in story.remarks if r.kind == "join"
    ]
    assert joins[0] == "修平，主动纳｜入全年工作，"
    assert joins[2] == "年轻人作“接｜过锤子”的讲"


def test_the_page_s_furniture_is_no_story(tmp_path):
    taken = imported(tmp_path, "溪桥.txt", PAGE.encode("gb18030"))
    assert [name for name, _ in taken.files] == [
        "stories/溪桥-1.md",
        "stories/溪桥-2.md",
        "imported/溪桥.txt",
    ]
    assert told(taken, "left-out") == [
        "导读",
        "扫描二维码关注“溪桥发布”官方微信公众号",
        "大 / 家 / 的 / 小 / 事",
        "溪桥晨报",
        "溪桥镇党委、政府 联合出版",
    ]
    assert taken.found == ()
    assert {r.story for r in taken.remarks if r.kind == "join"} == {"溪桥-1", "溪桥-2"}
    report = taken.files[-1][1].decode()
    assert "溪桥-2 【接排】此处是栏末，已接成一段" in report


def test_a_story_by_itself_is_no_page():
    assert not looks_like_page("永济桥修好了\n\n桥修好了，人来人往。\n\n大家都高兴。")
    assert looks_like_page(PAGE)


def test_a_subhead_amid_a_story_begins_no_other(tmp_path):
    text = PAGE.replace("镇长说，", "先治水\n\n镇长说，")
    taken = imported(tmp_path, "a.txt", text.encode())
    assert "\n\n## 先治水\n\n镇长说，" in story_of(taken)
    assert len([n for n, _ in taken.files if n.startswith("stories/")]) == 2
    assert taken.found == ()


def test_what_the_page_is_may_be_said(tmp_path):
    taken = imported(tmp_path, "a.txt", PAGE.encode(), kind="story")
    assert len([n for n, _ in taken.files if n.startswith("stories/")]) == 1
    assert taken.found == ()


@pytest.mark.skipif(
    not REFERENCE.is_file(), reason=f"no {REFERENCE.name} beside the repository"
)
def test_the_reference_page_comes_out_exactly(tmp_path):
    taken = imported(tmp_path, "front.txt", REFERENCE.read_bytes())
    stories = [n for n, _ in taken.files if n.startswith("stories/")]
    assert len(stories) == 2
    kinds = [remark.kind for remark in taken.remarks]
    assert kinds.count("join") == 7
    assert len([r for r in taken.remarks if r.words.en.endswith("stood here")]) == 2
    assert kinds.count("guide") == 5
    assert taken.found == ()
    bodies = [text.decode().split("---\n", 2)[2] for _, text in taken.files[:2]]
    assert [len(body.strip().split("\n\n")) for body in bodies] == [8, 6]
    lines = REFERENCE.read_text("utf-8").split("\n")
    columns = lines[18:41], lines[46:65]
    assert ["".join(body.split()) for body in bodies] == [
        "".join("".join(column).split()) for column in columns
    ]
