"""Whatever bytes a PDF holds, imposing it gives sheets or a message, no exception.

Damage is made as for the preflight; faults of our own are not taken for it.
"""

from hypothesis import given
from hypothesis import strategies as st
from tests.fuzz.test_preflight import damaged, exchanged, fuzz
from tests.unit.shop.papers import paper

from printpress.diagnostics import PressError
from printpress.shop.impose import Plan, impose

FOUR = (paper(), paper([1, 2, 1]))


@fuzz
@given(
    st.one_of(damaged(FOUR), exchanged(FOUR), damaged(), exchanged()),
    st.sampled_from(["printer", "reader"]),
)
def test_damaged_pages(contents, spreads):
    try:
        made = impose(contents, Plan(spreads=spreads), "whole.pdf")
    except PressError as trouble:
        codes = {told.code for told in trouble.diagnostics}
        assert codes <= {"unreadable-file", "not-imposable"}
    else:
        assert made.contents.startswith(b"%PDF")
        assert made.sides
