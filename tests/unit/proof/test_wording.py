"""Which paragraph became which, and which words."""

import pytest

from printpress.proof.record import BREAK
from printpress.proof.wording import paragraphs, pieces

ONE = "天刚亮，溪桥的早市就开了，卖菱角的船一条挨着一条。"
TWO = "杜阿婆在桥头摆了四十年的豆腐摊，每天只做六板。"
THREE = "镇里说，明年春天这段河要清一次淤，摊子先挪到北岸。"
HALF = "卖菱角的船一条挨着一条，水面上全是吆喝声。"


def told(old, new):
    """Paragraph, where it was, the words that changed."""
    return [
        (
            each.part,
            each.moved_from,
            [(p.old, p.new) for p in each.pieces if p.changed],
        )
        for each in paragraphs(old, new)
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # A word.
        (
            [ONE, TWO],
            [ONE, TWO.replace("六", "八")],
            [("2", "", [("六", "八")])],
        ),
        # Divided: no word is new.
        ([ONE + HALF], [ONE, HALF], [("1-2", "", [("", BREAK)])]),
        ([TWO, ONE + HALF], [TWO, ONE, HALF], [("2-3", "", [("", BREAK)])]),
        # Joined.
        ([ONE, HALF, TWO], [ONE + HALF, TWO], [("1", "", [(BREAK, "")])]),
        # Divided in three, and a word changed.
        (
            [ONE + HALF + TWO],
            [ONE, HALF, TWO.replace("六", "八")],
            [("1-3", "", [("", BREAK), ("", BREAK), ("六", "八")])],
        ),
        # Moved, not gone and come.
        ([ONE, TWO, THREE], [THREE, ONE, TWO], [("1", "3", [])]),
        # Moved, and another changed.
        (
            [ONE, TWO, THREE],
            [THREE, ONE, TWO.replace("六", "八")],
            [("1", "3", []), ("3", "", [("六", "八")])],
        ),
        # New and gone.
        ([ONE, TWO], [ONE, THREE, TWO], [("2", "", [("", THREE)])]),
        ([ONE, THREE, TWO], [ONE, TWO], [("2", "", [(THREE, "")])]),
        # One goes, an unlike one comes: two things, not one that changed.
        ([ONE, TWO], [ONE, THREE], [("2", "", [(TWO, "")]), ("2", "", [("", THREE)])]),
        # One changes and one comes before it.
        (
            [TWO],
            [THREE, TWO.replace("六", "八")],
            [("1", "", [("", THREE)]), ("2", "", [("六", "八")])],
        ),
        # Marks alone.
        ([ONE], [ONE.replace("了，", "了；")], [("1", "", [("，", "；")])]),
        # The same line twice, once gone.
        ([ONE, TWO, ONE], [ONE, TWO], [("3", "", [(ONE, "")])]),
        ([], [], []),
    ],
)
def test_paragraphs(old, new, expected):
    assert told(old, new) == expected


def test_a_scrap_between_two_changes_is_part_of_them():
    (change,) = (
        p
        for p in pieces("昨天下午的会议开了", "今天清早的赶集开了")
        if p.changed and "的" in p.new
    )
    assert (change.old, change.new) == ("下午的会议", "清早的赶集")


def test_western_words_and_numbers_stay_whole():
    changed = [
        p for p in pieces("涨了12.5%，Wi-Fi已通", "涨了12.8%，WiFi已通") if p.changed
    ]
    assert [(p.old, p.new) for p in changed] == [("12.5%", "12.8%"), ("Wi-Fi", "WiFi")]


def test_a_long_story_written_anew_is_compared_at_once():
    old = [f"第{n}段{ONE}{TWO}" * 3 for n in range(80)]
    new = [f"新{n}稿{THREE}{HALF}" * 3 for n in range(80)]
    assert len(list(paragraphs(old, new))) == 160
