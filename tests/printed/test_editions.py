"""Three editions of the sample issue: pages with equal inputs have equal bytes."""

import shutil
from pathlib import Path

import pytest

from printpress import spec
from printpress.pipeline import MadeUp, converted_pictures, make_edition, write_pages
from printpress.shop.intent import output_intent
from printpress.spec.digest import Digests
from printpress.spec.edition_changes import changes
from printpress.spec.edition_pages import issue_of, page_inputs

ROOT = Path(__file__).parents[2]
STORY = """\
---
主题: 河东小学添了一间阅览室
副题: 三千册图书从县城送来
署名: 通讯员 林一
---
河东小学的阅览室昨天开门。屋子原是一间旧教室，墙面重新粉刷，靠窗摆了八张长桌。

三千册图书由县图书馆分批送来，孩子们放学后可以在这里看书到五点半。
"""
OWN = {
    "layouts/editions/hedong.yaml": "code: HD\ntown: 河东镇\ncopublisher: 河东镇党委、"
    '政府　联合出版\nqr: {url: "https://example.org/hd", caption: [扫描二维码]}\n',
    "layouts/editions/hexi.yaml": "code: HX\ntown: 河西镇\ncopublisher: 河西镇党委、"
    '政府　联合出版\nqr: {url: "https://example.org/hx", caption: [扫描二维码]}\n',
    "issues/2025-09-05/editions/hedong.yaml": "pages:\n  6:\n    section: 河东\n"
    "    stories: {third: reading-room}\n",
    "issues/2025-09-05/editions/hedong/stories/reading-room.md": STORY,
    "issues/2025-09-05/editions/hexi.yaml": "pages:\n  8:\n    adverts: "
    "{water: {file: ../adverts/water.svg, credit: 河西镇公益}}\n",
}


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    root = tmp_path_factory.mktemp("paper")
    for part in ("layouts", "fonts", "issues/2025-09-05"):
        shutil.copytree(ROOT / part, root / part)
    for name, text in OWN.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    file = root / "issues/2025-09-05/issue.yaml"
    text = file.read_text(encoding="utf-8")

    file.write_text(text.replace("[xiqiao]", '[xiqiao, "he*"]'), encoding="utf-8")
    issue, found = spec.load(file)
    assert not [one for one in found if one.code != "unplaced-story"]
    return issue


def written(made: MadeUp, root: Path) -> list[bytes]:
    """The file for print of every page by itself."""
    pictures, _ = converted_pictures(made, root, root / "build" / ".pictures")
    intent = output_intent(made.issue.press)
    return [write_pages(made, pictures, (page,), intent) for page in made.pages]


def test_equal_inputs_are_equal_bytes(paper):
    digests = Digests(paper.root)
    seen: dict[str, bytes] = {}
    for edition in paper.editions:
        own = issue_of(paper, edition)
        made = make_edition(paper, edition)
        files = written(made, paper.root)
        for page, contents in zip(own.pages, files, strict=True):
            key = page_inputs(own, edition, page, digests)
            assert seen.setdefault(key, contents) == contents
    assert len(seen) == 8 + 2 * 2  # a front each, page 6 of one and 8 of another
    assert len(set(seen.values())) == len(seen)


def test_the_town_prints_its_own_story_and_the_others_the_base(paper):
    pages = {one.name: issue_of(paper, one).pages for one in paper.editions}
    third = {n: each[5].stories["third"][0].story for n, each in pages.items()}
    assert third == {"xiqiao": "dogs", "hedong": "reading-room", "hexi": "dogs"}


def test_what_each_edition_changes(paper):
    digests = Digests(paper.root)
    told = {
        one.name: {
            page.numbers[0]: page.by for page in changes(paper, one, digests) if page.by
        }
        for one in paper.editions
    }
    assert told == {
        "xiqiao": {1: ("furniture",)},
        "hedong": {1: ("furniture",), 6: ("section", "stories")},
        "hexi": {1: ("furniture",), 8: ("adverts",)},
    }
