"""花边: whole units, inside their box, no thinner than newsprint bears."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printpress.geometry import Rect
from printpress.makeup.borders import (
    DEPTHS,
    FINE,
    PATTERNS,
    cells,
    frame_of,
    rule_of,
)
from printpress.makeup.placed import FrameLine, Rule, Shape
from printpress.paths import Close
from printpress.units import PT


def reach(placed):
    """Every point of what is drawn, half its line round it."""
    for thing in placed:
        if isinstance(thing, Shape):
            half = thing.width // 2
            for part in thing.path:
                if not isinstance(part, Close):
                    yield part.x - half, part.y - half
                    yield part.x + half, part.y + half
        elif isinstance(thing, FrameLine):
            half, rect = thing.width // 2, thing.rect
            yield rect.x - half, rect.y - half
            yield rect.right + half, rect.bottom + half


@given(st.integers(1, 10**8), st.integers(PT, 20 * PT))
def test_units_are_whole_and_alike(length, unit):
    ends = cells(length, unit)
    assert (ends[0], ends[-1]) == (0, length)
    widths = {b - a for a, b in pairwise(ends)}
    assert max(widths) - min(widths) <= 1
    if length > 2 * unit:
        assert 0.6 * unit < min(widths) < 1.6 * unit


@pytest.mark.parametrize("kind", sorted(DEPTHS))
@settings(max_examples=20)
@given(st.integers(60, 900), st.integers(60, 900))
def test_a_frame_stays_inside_its_box_and_at_its_edge(kind, wide, deep):
    rect = Rect(10 * PT, 20 * PT, wide * PT, deep * PT)
    inner = rect.inset(DEPTHS[kind])
    points = list(reach(frame_of(kind, rect)))
    assert points
    for x, y in points:
        assert rect.x - PT // 4 <= x <= rect.right + PT // 4
        assert rect.y - PT // 4 <= y <= rect.bottom + PT // 4
        assert not (inner.x < x < inner.right and inner.y < y < inner.bottom)


@pytest.mark.parametrize("kind", [*PATTERNS, "double", "thick-thin", "single"])
def test_a_rule_ends_with_its_slot(kind):
    placed = rule_of(kind, 10 * PT, 200 * PT, 50 * PT, FINE)
    assert placed
    for thing in placed:
        if isinstance(thing, Rule):
            assert (thing.x0, thing.x1) == (10 * PT, 200 * PT)
    for x, y in reach(placed):
        assert 9 * PT < x < 201 * PT
        assert abs(y - 50 * PT) <= 8 * PT


@pytest.mark.parametrize("kind", sorted(DEPTHS))
def test_no_line_is_too_thin_for_newsprint(kind):
    placed = frame_of(kind, Rect(0, 0, 100 * PT, 100 * PT))
    widths = [t.width for t in placed if isinstance(t, Shape | FrameLine)]
    assert widths
    assert all(width == 0 or width >= FINE for width in widths)
    assert FINE >= PT // 2
