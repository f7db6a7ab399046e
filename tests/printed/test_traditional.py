"""A paper of Hong Kong: its house, its face, and the file as others read it."""

from itertools import pairwise
from pathlib import Path

import pytest

from printpress.makeup.placed import SetLine
from tests.papers import FONTS, STORIES, TINY, lay, write_paper
from tests.printed.finished import finished
from tests.printed.programs import Char, characters, said, squeezed

PARAGRAPHS = (
    "溪橋鎮的老渡口，昨天又熱鬧起來了。天還沒亮，賣豆花的林嬸、賣青菜的阿榮、修傘的"
    "何伯，已經一字排開；橋頭那盞舊路燈下，等船的人愈聚愈多。",
    "「今天的頭班船，開不開？」有人問。老周擺擺手：「開！怎麼不開？水退了，路也通了"
    "……」話沒說完，對岸傳來一聲長長的汽笛——渡輪回來了。",
    "管理處說：逢墟日加開『晚霞班』，由歌手瑪莉‧陳在船上獻唱。",
)
SIZE = 10.5
"""Points of the body."""
HOUSE = TINY["layouts/house.yaml"].replace(
    "body: {font: song, size: 五号, narrow_indent: 2}",
    "body: {font: song-tc, size: 五号, indent: 2, prohibition: basic, hanging: true}",
)
CHANGES = {
    "layouts/house.yaml": HOUSE.replace("hei-bold", "song-tc"),
    "layouts/pages/front.yaml": "extends: base\nslots:\n  lead: {rows: 5-17}\n",
    "fonts/fonts.yaml": """\
faces:
  song: {file: PressSong-Regular.ttf, licence: OFL-1.1}
  song-tc: {file: PressSongTC-Regular.ttf, licence: OFL-1.1, language: zh-Hant}
fallback: [song]
""",
    f"{STORIES}/market.md": "---\nheadline: 渡輪，回來了\n---\n"
    + "\n\n".join(PARAGRAPHS)
    + "\n",
}


@pytest.fixture(scope="module")
def paper(tmp_path_factory) -> tuple[Path, list[SetLine]]:
    """The finished file, and the story's lines as set."""
    folder = tmp_path_factory.mktemp("hong-kong")
    (folder / "fonts").mkdir()
    lay(FONTS / "PressSongTC-Regular.ttf", folder / "fonts" / "PressSongTC-Regular.ttf")
    pdf = folder / "whole.pdf"
    made = finished(write_paper(folder, CHANGES), pdf)
    (page,) = made.makeup.pages
    body = [p for p in page.placed if isinstance(p, SetLine) and p.part == "body"]
    return pdf, body


def test_every_full_line_is_exactly_its_measure(paper):
    _, placed = paper
    lines = [line.line for line in placed]
    assert "".join(line.text for line in lines) == "".join(PARAGRAPHS)
    assert len([line for line in lines if not line.last]) >= 10
    for line in lines:
        assert not line.flags  # none hangs, though the house would have it
        assert line.last or line.width == line.measure


@pytest.mark.needs_poppler
def test_poppler_gives_the_copy_back(paper):
    pdf, _ = paper
    told = squeezed(said("pdftotext", "-raw", pdf, "-"))
    assert squeezed("".join(PARAGRAPHS)) in told


@pytest.mark.needs_poppler
def test_the_face_is_embedded_under_its_name(paper):
    pdf, _ = paper
    (row,) = [r for r in said("pdffonts", pdf).splitlines() if "PressSongTC" in r]
    assert row.split()[-5:-2] == ["yes", "yes", "yes"]


def _rows(pdf: Path) -> list[list[Char]]:
    """The body's characters, row by row and column by column."""
    rows: list[list[Char]] = []
    for char in characters(pdf, 1):
        if abs(char.size - SIZE) > 0.01 or char.char == " ":
            continue
        last = rows[-1][-1] if rows else None
        if last is None or last.y != char.y or not 0 < char.x - last.x < 3 * SIZE:
            rows.append([])
        rows[-1].append(char)
    return rows


@pytest.mark.needs_mutool
def test_commas_stand_in_the_middle_where_the_file_has_them(paper):
    """An origin is where the em begins: that of the comma is its neighbours' middle."""
    pdf, _ = paper
    seen = 0
    for row in _rows(pdf):
        for (before, mark), (_, after) in pairwise(pairwise(row)):
            han = "一" <= before.char <= "龥" and "一" <= after.char <= "龥"
            if han and mark.char in "，、。；：":
                assert abs(mark.x - (before.x + after.x) / 2) < 0.01 * SIZE
                seen += 1
    assert seen >= 8
