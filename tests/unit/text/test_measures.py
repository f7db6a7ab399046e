"""Numbers and the measure words behind them."""

import pytest
from tests.engine import library, paragraph

from printpress.text import break_lines
from printpress.text.breaker import Cut, Rules, greedy
from printpress.text.demerits import TORN, line_demerits, spread_demerits
from printpress.text.itemize import itemize
from printpress.text.items import FREE
from printpress.text.looseness import Ways
from printpress.text.measures import MEASURES, tied_places
from printpress.text.total_fit import total_fit


def total(text: str, measure: float) -> list[str]:
    return break_lines(text, measure, method="total-fit", autospace=0)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("一斤8元", "8元"),
        ("9月20日前", "20日"),
        ("有150多人来", "150多人"),
        ("约8万余元整", "8万余元"),
        ("修3.5公里路", "3.5公里"),
        ("共２３项", "２３项"),
        ("有12座桥", "12座"),
    ],
)
def test_a_number_is_tied_to_its_measure_word(text, whole):
    items, _ = itemize(paragraph(text), library())
    starts = [len("".join(items.texts[:row])) for row in items.tied]
    begin = text.index(whole)
    assert [at for at in starts if at > begin] == [
        at for at in tied_places(text) if at > begin
    ]
    assert max(starts) == begin + len(whole) - 1


@pytest.mark.parametrize("text", ["第8都", "二十日", "A股", "8、日", "8 座"])
def test_what_is_no_measure_word_is_not_tied(text):
    tied = {text[at] for at in tied_places(text)}
    assert not tied


def test_every_measure_word_is_tied_whole():
    for word in MEASURES.split("|"):
        assert [*tied_places(f"3{word}的")] == [*range(1, 1 + len(word))], word


def test_a_line_is_spread_before_a_number_is_torn():
    text = "一二三四五六七八九十一二三四五20日前后开工了"
    assert total(text, 16) == [text[:15], text[15:]]
    assert break_lines(text, 16, autospace=0)[0] == text[:17]


def test_a_number_is_torn_before_a_hole_is_left():
    """Taken down, its two ems and a half would leave three gaps of most of an em."""
    text = "共四五2025年前后开工了"
    assert total(text, 5)[0] == "共四五2025"


def test_the_price_is_that_of_a_very_loose_line():
    def spread(thousandths: int) -> int:
        return spread_demerits(1000, thousandths * 10, (10, 0, 0), FREE)

    assert spread(190) < TORN < spread(210)


def test_the_price_is_paid_whoever_asks():
    text = "一二三四五六七八九十一二8元一二三四五六七八"
    items, _ = itemize(paragraph(text, autospace=0), library())
    row, room = items.tied[0], items.width(0, items.tied[0])
    assert line_demerits(items, Cut(0, row), room, last=False) == TORN
    way = Ways(items, lambda _: room, Rules(orphan=False)).in_lines(2)
    assert way is not None
    assert way.ends[0] == row - 1
    assert way.cost < TORN


def test_the_greedy_way_pays_none():
    text = "一二三四五六七八九十一二三四五20日前后开工了"
    items, _ = itemize(paragraph(text, autospace=0), library())
    room = items.width(0, items.tied[0])
    assert greedy(items, lambda _: room, Rules())[0].end == items.tied[0]
    assert total_fit(items, lambda _: room, Rules())[0].end < items.tied[0]
