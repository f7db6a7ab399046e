"""Words parted at line ends: where, with what hyphen, and what it costs the copy."""

import subprocess
import sys
from itertools import pairwise
from typing import Any

import pytest
from tests.engine import SIZE, ems, library, paragraph

from printpress.text.galley import (
    Line,
    Paragraph,
    Profile,
    Run,
    compose,
    set_one_line,
)
from printpress.text.hyphenation import places, words
from printpress.text.itemize import itemize
from printpress.text.items import HYPHEN
from printpress.text.lines import SOFT_HYPHEN

COPY = "图书馆新添了介绍newspaper和typography的小册子。"


def lines_of(text: str, measure: float, **changes: Any) -> tuple[Line, ...]:
    changes = {"hyphenate": "en_GB"} | changes
    return compose(
        [paragraph(text, **changes)], Profile.of(ems(measure)), library()
    ).lines


def parted(line: Line) -> bool:
    return line.pieces[-1].texts[-1] == SOFT_HYPHEN


def test_places_are_those_of_the_patterns():
    assert places("typography", "en_GB") == (4,)
    assert places("typography", "en_US") == (5, 7)
    with pytest.raises(KeyError):
        places("newspaper", "xx")


@pytest.mark.parametrize(
    "text",
    [
        "Newspaper",  # a name, as likely as not
        "NEWSPAPER",
        "newspaper2",
        "4newspaper",
        "www.newspaper.example",
        "https://newspaper/typography",
        "desk@newspaper.example",
        "newspaper-typography",
        "well-considered",
        "café-newspaper",
        "paper",
        "théoriques",
        "news_paper",
        "iPhotography",
    ],
)
def test_words_that_stay_whole(text):
    assert [*words(f"看{text}看")] == []
    assert [*words(f"看 {text} 看")] == []


@pytest.mark.parametrize(
    "around", ["{}", "({})", "“{}”", "（{}）", "{},", "{}’s", "{}。"]
)
def test_words_in_marks_and_brackets_may_be_parted(around):
    text = f"看{around.format('newspaper')}看"
    assert [word for _, word in words(text)] == ["newspaper"]


def test_the_last_word_of_a_paragraph_stays_whole():
    assert [*words("看newspaper。")] == []
    assert [*words("看newspaper")] == []
    assert [*words("看newspaper 2")] == [(1, "newspaper")]


def test_joints_and_hyphens_are_columns_of_the_items():
    items, _ = itemize(paragraph(COPY, hyphenate="en_GB"), library())
    rows = [row for row, joint in enumerate(items.joints) if joint == HYPHEN]
    assert rows == sorted(items.hyphens)
    left = ["".join(items.texts[:row])[8:] for row in rows]
    assert left == ["news", "newspa", "newspaper和typo"]
    plain, _ = itemize(paragraph(COPY), library())
    assert not plain.hyphens
    assert HYPHEN not in plain.joints
    assert plain.widths == items.widths


def test_the_hyphen_counts_in_the_width_of_its_line():
    items, _ = itemize(paragraph("看newspaper看", hyphenate="en_GB"), library())
    shaped = library().face("song").shape("news-")
    per_mille = sum(glyph.advance for glyph in shaped)
    assert abs(items.width(1, 5) - per_mille * SIZE // 1000) <= len(shaped)
    assert items.width(0, 10) == items.sums[10] - items.gaps[9]


def test_a_word_is_parted_where_a_hole_would_stand():
    whole = lines_of(COPY, 12, hyphenate="", method="greedy")
    assert [line.text for line in whole][:2] == ["图书馆新添了介绍", "newspaper和"]
    first, second, *_ = lines_of(COPY, 12)
    assert first.text == "图书馆新添了介绍news"
    assert parted(first)
    assert first.width == first.measure
    assert first.looseness < 100
    assert second.text.startswith("paper和")
    assert first.characters == len(first.text)


def test_the_hyphen_stands_at_the_line_end():
    first = lines_of(COPY, 12)[0]
    piece = first.pieces[-1]
    face = library().face("song")
    hyphen = face.glyph("-")
    assert piece.gids[-1] == hyphen
    advance = face.advance(hyphen) * SIZE // face.upem
    assert abs(first.measure - advance - piece.xs[-1]) <= 1


def test_a_word_is_not_parted_for_a_small_gap():
    """A hole of one em in a line is spread, not filled with two letters."""
    text = "一二三四五六七八九十一newspaper二三四"
    assert lines_of(text, 12)[0].text == "一二三四五六七八九十一"


def test_no_two_lines_in_a_row_end_in_a_hyphen():
    western = "看看typography photography architecture international看看看看"
    mixed = "看看typography看看看photography看看看architecture看看international看看看看"
    for measure in range(6, 16):
        tried = [(western, "greedy"), *([(mixed, "total-fit")] if measure > 12 else [])]
        for text, method in tried:
            lines = lines_of(text, measure, method=method)
            for one, two in pairwise(lines):
                assert not (parted(one) and parted(two)), (measure, method)


def test_a_word_longer_than_the_line_is_parted_line_after_line():
    lines = lines_of("看internationalisation看看看", 4)
    assert [line.text for line in lines if parted(line)]
    assert not any("divided" in line.flags for line in lines[:2])
    assert "".join(line.text for line in lines) == "看internationalisation看看看"


def test_a_word_in_two_faces_is_not_parted_by_halves():
    runs = (Run("看news", "song"), Run("papers", "hei"), Run("看看", "song"))
    whole = paragraph("", hyphenate="en_GB")
    items, _ = itemize(Paragraph(runs, whole.setting), library())
    places_there = ["".join(items.texts[:row]) for row in items.hyphens]
    assert places_there == ["看news"]


def test_no_hyphen_inside_a_ligature():
    assert places("unaffiliated", "en_GB")[0] == 4
    items, _ = itemize(paragraph("看unaffiliated看", hyphenate="en_GB"), library())
    assert items.texts[4] == "ffi"
    left = ["".join(items.texts[:row]) for row in items.hyphens]
    assert left == [
        f"看{'unaffiliated'[:at]}" for at in places("unaffiliated", "en_GB")[1:]
    ]


@pytest.mark.parametrize("language", ["en_GB", "en_US"])
def test_no_part_of_a_word_has_less_than_three_letters(language):
    for word in ("typography", "newspaper", "operation", "banana", "about", "library"):
        assert all(3 <= at <= len(word) - 3 for at in places(word, language))


@pytest.mark.parametrize("measure", range(9, 16))
def test_total_fit_leaves_no_stump_of_a_word_in_a_line(measure):
    text = (
        "溪桥图书馆新添了介绍newspaper和typography的小册子，也有讲photography的画册。"
    )
    for line in lines_of(text, measure, method="total-fit"):
        assert line.last or line.width == line.measure
        assert not line.flags


def test_one_line_has_no_hyphen():
    wanted = paragraph(COPY, hyphenate="en_GB")
    line, _ = set_one_line(wanted.runs, wanted.setting, library())
    assert not parted(line)


def test_plain_copy_loads_no_patterns():
    script = (
        "import sys; sys.path.insert(0, '.')\n"
        "from tests.engine import library, paragraph\n"
        "from printpress.text.itemize import itemize\n"
        "itemize(paragraph('看GDP、www.newspaper.example和Newspaper看', hyphenate='en_GB'), library())\n"
        "itemize(paragraph('看newspaper看'), library())\n"
        "assert 'pyphen' not in sys.modules\n"
        "itemize(paragraph('看newspaper看', hyphenate='en_GB'), library())\n"
        "assert 'pyphen' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
