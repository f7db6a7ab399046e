"""A list, verse, a signature and a table on paper, as other programs find them."""

from pathlib import Path

import pytest

from tests.papers import STORIES, TINY, write_paper
from tests.printed.finished import finished
from tests.printed.programs import Char, characters, said, squeezed

EM, ROW = 10.5, 14
"""Points of the body, and from row to row."""
SIZE = 9
"""Points of the table."""
COLUMN = 23 * EM
"""The type area's three columns of seven ems and their gutters, as one."""
LEFT = 10 * 72 / 25.4

STORY = """\
---
headline: 各村的收入
---
早市有：

- 豆腐，现磨的，天不亮就卖，去晚了就没有，要预先同摊主说好才留得住；
- 活鱼。

::: 诗
清溪一曲抱村流
长夏江村
:::

| 村 | 万元 | 比 |
|---|---|---|
| 桥头 | 1,286.5 | 8.2% |
| 上湾 | 98.75 | 31.0% |
| 石门 | 7 | — |

::: 落款
桥头市场
:::
"""
HOUSE = TINY["layouts/house.yaml"].replace(
    "  subhead:", "  list: {bullet: ■, indent: 0}\n  table: {size: 9pt}\n  subhead:"
)
SLOT = "slots:\n  lead: {cols: 1-3, rows: 1-19, columns: 1, role: lead}\n"


@pytest.fixture(scope="module")
def paper(tmp_path_factory) -> Path:
    """The finished file."""
    changes = {
        "layouts/house.yaml": HOUSE,
        "layouts/pages/base.yaml": SLOT,
        "layouts/pages/front.yaml": SLOT,
        f"{STORIES}/market.md": STORY,
    }
    folder = tmp_path_factory.mktemp("blocks")
    pdf: Path = folder / "whole.pdf"
    finished(write_paper(folder, changes), pdf)
    return pdf


def rows_of(pdf: Path) -> dict[str, list[Char]]:
    """The text's rows by their characters, each from left to right; no bullets."""
    rows: dict[float, list[Char]] = {}
    for char in characters(pdf, 1):
        if char.size < EM + 0.1 and char.char.strip() and char.char != "■":
            rows.setdefault(round(char.y, 2), []).append(char)
    ordered = [sorted(row, key=lambda char: char.x) for row in rows.values()]
    return {"".join(char.char for char in row): row for row in ordered}


def row_with(pdf: Path, words: str) -> list[Char]:
    (row,) = [row for text, row in rows_of(pdf).items() if words in text]
    return row


def close(left: float, right: float) -> bool:
    return abs(left - right) < 0.02


@pytest.mark.needs_mutool
def test_every_row_stands_on_the_grid(paper):
    places = sorted(row[0].y for row in rows_of(paper).values())
    assert len(places) == 11
    for place in places:
        rows = (place - places[0]) / ROW
        assert close(rows, round(rows))


@pytest.mark.needs_mutool
def test_an_items_later_lines_are_flush_with_its_text(paper):
    first, later = row_with(paper, "豆腐"), row_with(paper, "留得住")
    assert close(first[0].x, LEFT + EM)
    assert close(later[0].x, LEFT + EM)


@pytest.mark.needs_mutool
def test_a_bullet_stands_a_quarter_em_before_its_text_and_is_smaller(paper):
    text = row_with(paper, "豆腐")[0]
    bullet = next(char for char in characters(paper, 1) if char.char == "■")
    assert close(bullet.size, EM * 0.58)
    assert close(bullet.x + bullet.size + EM / 4, text.x)
    assert close(text.y - 0.38 * EM, bullet.y - 0.38 * bullet.size)


@pytest.mark.needs_mutool
def test_verse_is_flush_on_the_middle_of_its_column(paper):
    long, short = row_with(paper, "清溪"), row_with(paper, "长夏")
    assert close(long[0].x, short[0].x)
    assert close(long[0].x - LEFT, (COLUMN - 7 * EM) / 2)


@pytest.mark.needs_mutool
def test_a_signature_ends_two_cells_before_its_column(paper):
    row = row_with(paper, "市场")
    assert close(row[-1].x + EM, LEFT + COLUMN - 2 * EM)


@pytest.mark.needs_mutool
def test_figures_stand_point_below_point(paper):
    whole, parts, unit = (row_with(paper, w) for w in ("桥头1", "上湾", "石门"))
    points = [
        next(char.x for char in row if char.char == ".") for row in (whole, parts)
    ]
    assert close(*points)
    seven = next(char for char in unit if char.char == "7")
    eight = next(char for char in parts if char.char == "8")
    assert close(seven.x, eight.x)
    assert {char.size for char in whole} == {SIZE}


@pytest.mark.needs_poppler
def test_poppler_gives_a_bullet_back_before_its_text(paper):
    told = squeezed(said("pdftotext", "-raw", paper, "-"))
    assert "■豆腐" in told


@pytest.mark.needs_poppler
def test_poppler_gives_every_row_of_the_table_back(paper):
    told = said("pdftotext", "-raw", paper, "-").splitlines()
    for row in ("村万元比", "桥头1,286.5 8.2%", "上湾98.75 31.0%", "石门7—"):
        assert squeezed(row) in [squeezed(line) for line in told]
