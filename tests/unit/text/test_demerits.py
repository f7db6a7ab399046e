"""What lines cost: the order of the prices, which is the rule; the numbers are taste."""

from dataclasses import replace
from itertools import pairwise

import pytest
from tests.engine import SIZE, library, paragraph

from printpress.text.demerits import (
    LEAST,
    hyphen_demerits,
    spread_demerits,
    squeeze_demerits,
)
from printpress.text.itemize import itemize
from printpress.text.items import ADDRESS, FREE, HYPHEN, Items

EM = 1000
GAPS = (10, 0, 0)


def items_of(text: str) -> Items:
    return itemize(paragraph(text), library())[0]


def squeezed(text: str, share: float = 1.0) -> int:
    """What it costs to take away all (or part) of what a line's marks can give."""
    items = items_of(text)
    cost = squeeze_demerits(items, 0, items.rows, round(share * SIZE / 2))
    assert cost is not None
    return cost


def spread(thousandths: float) -> int:
    return spread_demerits(EM, round(thousandths * GAPS[0]), GAPS, FREE)


def test_up_to_a_twentieth_of_an_em_is_free():
    assert spread(0) == spread(50) == 0
    assert spread(50.1) >= 1000


def test_marks_are_squeezed_before_a_gap_shows():
    for text in ("一·二", "一（二", "一“二", "一，二", "一、二", "一；二"):
        assert LEAST <= squeezed(text) < spread(51), text


def test_steps_cost_more_in_their_order():
    in_order = [squeezed(text) for text in ("一·二", "一（二", "一，二", "一。二")]
    assert in_order == sorted(set(in_order))
    assert squeezed("一，二", 0.5) < squeezed("一，二")


def test_a_stop_is_halved_only_where_a_gap_would_be_a_tenth():
    assert spread(90) < squeezed("一。二") < spread(120)


def test_what_marks_cannot_give_has_no_price():
    items = items_of("一，二")
    assert squeeze_demerits(items, 0, items.rows, SIZE // 2 + 1) is None


def test_wide_gaps_cost_more_and_more():
    prices = [spread(gap) for gap in (60, 100, 150, 200, 400)]
    steps = [after - before for before, after in pairwise(prices)]
    assert steps == sorted(steps)
    assert spread(200) > 6 * spread(110)


def test_latin_gaps_grow_before_characters_part():
    grows = (10, 2, 250)
    assert spread_demerits(EM, 600, GAPS, FREE) > 0
    assert spread_demerits(EM, 250 + 500, grows, FREE) < 1000
    assert spread_demerits(EM, 250 + 501, grows, FREE) >= 1000


@pytest.mark.parametrize("joint", [FREE, HYPHEN, ADDRESS])
def test_a_line_that_nothing_fills_is_dearest_where_it_could_end_otherwise(joint):
    cost = spread_demerits(EM, EM, (0, 0, 0), joint)
    assert (cost > spread(20_000)) == (joint == FREE)


def test_a_word_is_parted_before_gaps_show_and_a_ladder_before_they_are_wide():
    """A hyphen at about 0.115 em; one below another at about a sixth."""
    items = items_of("读newspaper，访newspaper与computer。")
    after_hyphen = replace(items, joints=bytes([HYPHEN] * (items.rows + 1)))
    assert spread(110) < hyphen_demerits(items, 1) < spread(120)
    assert spread(160) < hyphen_demerits(after_hyphen, 1) < spread(180)
