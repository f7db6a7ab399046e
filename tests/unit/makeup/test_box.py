"""What stands round slots: how far the rules at their left go."""

import pytest
from tests.desk import a_slot

from printpress.makeup.box import last_ruled_row, story_rules
from printpress.makeup.placed import Rule


def right(first, last, name="right", **changes):
    """A slot of the page's last column, with a rule at its left."""
    rows = (first, last)
    return a_slot(name, cols=(3, 3), rows=rows, **{"left_rule": True, **changes})


def left(first, last, cols=(1, 2)):
    return a_slot("left", cols=cols, rows=(first, last))


UPPER = right(1, 10)
LOWER = right(12, 30, "lower", rule="above")


@pytest.mark.parametrize(
    ("others", "last"),
    [
        ((left(1, 30), LOWER), 11),
        ((left(10, 12), LOWER), 11),
        ((left(1, 30), right(15, 30, "lower")), 14),
        # The neighbours change in the free row: the heading's gap stays open.
        ((left(1, 10), left(12, 30), LOWER), 10),
        ((left(11, 30), LOWER), 10),
        ((left(1, 30, (1, 1)), LOWER), 10),
        # What stands below has no such rule, or one at another column.
        ((left(1, 30), right(12, 30, left_rule=False)), 10),
        ((left(1, 10), a_slot(cols=(2, 3), rows=(12, 30), left_rule=True)), 10),
        ((left(1, 30), right(12, 20, "advert", left_rule=False), LOWER), 10),
        ((left(1, 30),), 10),
    ],
)
def test_a_rule_goes_on_beside_one_unbroken_neighbour(others, last):
    assert last_ruled_row(UPPER, (UPPER, *others)) == last


def test_rules_below_each_other_meet(desk):
    slots = (left(1, 30), UPPER, LOWER)
    rules = [rule for slot in slots for rule in story_rules(desk.grid, slot, slots)]
    upper, across, lower = [rule for rule in rules if isinstance(rule, Rule)]
    assert (upper.x0, upper.y1) == (lower.x0, lower.y0)
    assert lower.y1 == desk.grid.row_top(31)
    assert across.y0 == lower.y0
