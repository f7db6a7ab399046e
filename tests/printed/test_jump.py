"""A story on two pages of a finished file, as other programs read it."""

import re
from pathlib import Path

import pytest

from tests.papers import ISSUE, STORIES, TINY, write_paper
from tests.printed.finished import finished
from tests.printed.programs import characters, said, squeezed

EM, ROW = 10.5, 14
PARAGRAPHS = (
    "溪上的老桥修好了。桥面换了新石板，栏杆还是从前的样子，夜里亮起一排矮灯，远远看去像一串灯笼。",
    "修桥用了7个月。石匠老周带着两个徒弟，先把石板一块一块编上号，再一块一块抬下来洗净；能用的一块不换，"
    "不能用的才补新石。镇上的人每天从便桥上过，总要停下来看一会儿，问一句“什么时候走老桥”。"
    "老周头也不抬：“水退了就走。”大家笑一阵，各自去买菜、上工、送孩子。",
    "重阳那天水退了，桥通了。头一个走过去的是卖豆腐的老陈，他说脚底下还是那个声音。",
)
STORY = "---\n主题: 老桥修好了\n转版题: 修桥记\n署名: 记者 林一\n---\n" + "\n\n".join(
    PARAGRAPHS
)


@pytest.fixture(scope="module")
def paper(tmp_path_factory) -> Path:
    """The finished file."""
    folder = tmp_path_factory.mktemp("jump")
    changes = {
        ISSUE: TINY[ISSUE].replace(
            "stories: {lead: market}}",
            "stories: {lead: market}}\n  2: {layout: inner}\njumps: {market: 2.tail}",
        ),
        "layouts/pages/base.yaml": "slots:\n  lead: {cols: 1-3, rows: 1-9, role: lead}\n",
        "layouts/pages/front.yaml": "extends: base\n",
        "layouts/pages/inner.yaml": (
            "slots:\n  tail: {cols: 1-3, rows: 2-12, columns: 2, role: lead}\n"
        ),
        f"{STORIES}/market.md": STORY,
    }
    pdf: Path = folder / "whole.pdf"
    made = finished(write_paper(folder, changes), pdf)
    assert "bad-jump" not in {found.code for found in made.found}
    return pdf


def text_of(pdf: Path, page: int) -> str:
    return squeezed(said("pdftotext", "-raw", "-f", page, "-l", page, pdf, "-"))


def test_both_pages_joined_read_as_the_copy(paper):
    first = re.fullmatch("老桥修好了(.*)（下转第2版）", text_of(paper, 1))
    rest = re.fullmatch("修桥记（上接第1版）(.*)（记者林一）", text_of(paper, 2))
    assert first is not None, text_of(paper, 1)
    assert rest is not None, text_of(paper, 2)
    assert first[1] + rest[1] == "".join(PARAGRAPHS)
    assert not re.search("[。？！”]$", first[1])


def test_the_jump_line_ends_where_its_column_does(paper):
    chars = [c for c in characters(paper, 1) if abs(c.size - EM) < 0.1]
    foot = max(c.y for c in chars)
    line = sorted(
        (c for c in chars if abs(c.y - foot) < 1 and c.char in "（下转第2版）"),
        key=lambda c: c.x,
    )
    right = 10 * 72 / 25.4 + 23 * EM
    assert "".join(c.char for c in line)[-7:] == "（下转第2版）"
    assert right - EM <= line[-1].x <= right - EM / 2 + 0.1  # its bracket's ink ends it


def test_the_rest_begins_at_its_columns_edge(paper):
    rows: dict[int, list] = {}
    for char in characters(paper, 2):
        if abs(char.size - EM) < 0.1:
            rows.setdefault(round(char.y), []).append(char)
    lefts = [min(row, key=lambda c: c.x) for _, row in sorted(rows.items())]
    left = 10 * 72 / 25.4
    assert lefts[0].char == "（"
    assert lefts[1].x == pytest.approx(left, abs=0.1)  # no indent
    assert len(lefts) > 3
