"""The comparison as HTML, where the pages of a tiny paper do not lead."""

import pytest

from printpress.proof.change_sheet import change_sheet
from printpress.proof.compare import Changed, Comparison, StoryChange
from printpress.proof.record import BREAK
from printpress.proof.wording import Piece

ODD = '<b> & "桥"'
PLACES = (("1", "lead"),)
TOLD = Comparison(
    (
        StoryChange("bees", ("shifted",), PLACES, PLACES, headline="蜂蜜"),
        StoryChange(
            "market",
            ("text",),
            PLACES,
            PLACES,
            (
                Changed("2", (Piece("原样", "原样"),), "4"),
                Changed("3", (Piece(f"一{BREAK}二", ""), Piece("", ODD))),
            ),
            headline=ODD,
        ),
        StoryChange("new", ("added",), (), PLACES, (Changed("1", (Piece("", "新"),)),)),
    ),
    (),
    (("1", Changed("1", (Piece("7", "8"),))), ("3", Changed("1", (Piece("7", "8"),)))),
)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "zh",
            (
                "<b>第 2 段（原是第 4 段）</b>原样</p>",
                "<summary>只是换行或挪位（1）</summary>",
                "<h2>稿件以外</h2>",
                "<p><b>第 1、3 版</b><del>7</del><ins>8</ins></p>",
            ),
        ),
        (
            "en",
            (
                "<b>paragraph 2, was paragraph 4</b>原样</p>",
                "<summary>Only re-broken or shifted（1）</summary>",
                "<h2>Outside the stories</h2>",
                "<p><b>page 1, 3</b><del>7</del><ins>8</ins></p>",
            ),
        ),
    ],
)
def test_everything_that_changed_stands_in_the_sheet_and_is_escaped(lang, said):
    text = change_sheet(TOLD, {}, ("HEAD", ODD), ("改动", lang))
    for each in (*said, "<del>一¶<br>二</del><ins>&lt;b&gt; &amp; &#34;桥&#34;</ins>"):
        assert each in text
    assert "<p><ins>新</ins></p>" in text  # a paragraph of a new story has no number
    assert "<b> &" not in text
    assert text.count(ODD) == 0
    quiet = text.split("<details>")[1].split("</details>")[0]
    assert "bees" in quiet
    assert "market" not in quiet
    assert "<nav" not in text  # no page looks otherwise
