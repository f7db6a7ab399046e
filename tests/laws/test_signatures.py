"""Laws of sheets: every page once, each pair sums alike, folding reads in order."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from printpress.shop.signatures import (
    leaves,
    must_face,
    printer_spreads,
    reader_spreads,
    with_blanks,
)

counts = st.integers(1, 16).map(lambda sheets: 4 * sheets)
bindings = st.sampled_from(["left", "right"])


@given(counts, bindings)
def test_every_page_stands_once(count, binding):
    sides = printer_spreads(count, binding)
    stood = Counter(page for side in sides for page in (side.left, side.right))
    assert stood == Counter(range(1, count + 1))
    assert len(sides) == count // 2


@given(counts, bindings)
def test_the_two_pages_of_a_side_sum_to_one_more_than_the_pages(count, binding):
    for side in printer_spreads(count, binding):
        assert (side.left or 0) + (side.right or 0) == count + 1


@given(counts, bindings)
def test_folded_and_put_into_each_other_the_sheets_read_in_order(count, binding):
    """Turns the leaves of the folded paper one by one, as a reader does."""
    sides = printer_spreads(count, binding)
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    # Bound on the left, the half at the right of a front is on top, and its back is the
    # half at the left of the sheet's back: paper is turned over its own edge.
    over, under = ("right", "left") if binding == "left" else ("left", "right")
    first = [(getattr(f, over), getattr(b, under)) for f, b in sheets]
    second = [(getattr(b, over), getattr(f, under)) for f, b in reversed(sheets)]
    read = [page for leaf in (*first, *second) for page in leaf]
    assert read == list(range(1, count + 1))


@given(st.integers(1, 64), bindings)
def test_readers_see_every_page_once_and_facing_pages_together(count, binding):
    sides = reader_spreads(count, binding)
    stood = [page for side in sides for page in (side.left, side.right) if page]
    assert sorted(stood) == list(range(1, count + 1))
    for side in sides:
        low, high = sorted((side.left or 0, side.right or 0))
        assert low == 0 or (low % 2 == 0 and high == low + 1)


@given(st.lists(st.sampled_from([1, 1, 1, 2]), min_size=1, max_size=32), bindings)
def test_blank_pages_fill_the_last_sheet_and_nothing_is_lost(spans, binding):
    pages = leaves(spans, binding)
    if len(pages) > 64:
        return
    filled = with_blanks(pages)
    assert [leaf for leaf in filled if leaf] == list(pages)
    assert len(filled) % 4 == 0
    assert len(filled) - len(pages) < 4


@given(st.lists(st.booleans(), max_size=14), bindings)
def test_halves_of_a_spread_stand_at_their_own_side_of_a_fold(doubles, binding):
    """So that bleed at the outer edge is the spread's own."""
    spans = [1]
    for double in doubles:
        spans += [2] if double else [1, 1]
    pages = with_blanks(leaves([*spans, 1], binding))
    must_face(pages)
    for side in printer_spreads(len(pages), binding):
        for place, number in (("left", side.left), ("right", side.right)):
            assert number
            leaf = pages[number - 1]
            assert leaf is None or leaf.half in (None, place)
