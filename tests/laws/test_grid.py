"""Laws of the grid and of cutting columns: integers, so no tolerance anywhere."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from printpress.makeup.flow import MOST_AIR, balance, cut
from printpress.makeup.grid import Grid
from printpress.makeup.keep import AIR, FOOT, WEIGHTS, Row, faults_of, gravity
from printpress.text.galley import Line

grids = st.builds(
    Grid,
    left=st.integers(0, 10**6),
    top=st.integers(0, 10**6),
    size=st.integers(60_000, 200_000),
    columns=st.integers(1, 8),
    cells=st.integers(20, 80).map(lambda n: Fraction(n, 4)),
    gutter_cells=st.sampled_from([Fraction(1), Fraction(3, 2), Fraction(2)]),
    rows=st.integers(10, 120),
    row=st.integers(100_000, 240_000),
)


def a_line(number: int) -> Line:
    return Line(
        pieces=(),
        width=0,
        measure=0,
        text=str(number),
        paragraph=0,
        first=False,
        last=False,
        looseness=0,
        characters=1,
        flags=(),
    )


@st.composite
def galley_rows(draw):
    kinds = draw(st.lists(st.sampled_from("tttthar"), max_size=80))
    rows: list[Row] = []
    for n, kind in enumerate(kinds):
        if kind == "r":
            rows.append(Row(None, keeps=True, reads=True))
        rows.append(Row(None if kind == "a" else a_line(n), heads=kind == "h"))
    return rows


capacities = st.lists(st.integers(0, 20), min_size=1, max_size=6)


@given(grids, st.data())
def test_columns_divided_anew_fill_the_strip_without_overlap(grid, data):
    first = data.draw(st.integers(1, grid.columns))
    last = data.draw(st.integers(first, grid.columns))
    strip = grid.span(first, last)
    columns = data.draw(st.integers(1, 4))
    if strip.width < columns * 3 * grid.size + (columns - 1) * grid.gutter:
        return
    parts = grid.divide(strip, columns)
    assert parts[0].x == strip.x
    assert parts[-1].x + parts[-1].width == strip.x + strip.width
    assert len({part.width for part in parts}) == 1
    for left, right in pairwise(parts):
        assert right.x - left.x - left.width >= grid.gutter


@given(grids, st.integers(0, 10**6), st.data())
def test_columns_of_a_spread_fill_both_its_pages_and_keep_off_the_fold(
    grid, fold, data
):
    both = replace(grid, columns=2 * grid.columns, fold=fold)
    first = data.draw(st.integers(1, grid.columns))
    last = data.draw(st.integers(grid.columns + 1, 2 * grid.columns))
    strip = both.span(first, last)
    left, right = grid.columns - first + 1, last - grid.columns
    halves = both.halves(strip)
    assert sum(half.width for half in halves) + fold == strip.width
    pairs = [m for m in range(2, 13) if not m * left % (left + right)]
    columns = data.draw(st.sampled_from([left + right, *pairs]))
    shares = columns * left // (left + right), columns * right // (left + right)
    for half, share in zip(halves, shares, strict=True):
        if half.width < share * 3 * grid.size + (share - 1) * grid.gutter:
            return
    parts = both.divide(strip, columns)
    assert len(parts) == columns
    assert len({part.width for part in parts}) == 1
    for half, share in zip(halves, shares, strict=True):
        own = [part for part in parts if half.x <= part.x < half.x + half.width]
        assert len(own) == share
        assert own[0].x == half.x
        assert own[-1].x + own[-1].width <= half.x + half.width
        if share > 1:
            assert own[-1].x + own[-1].width == half.x + half.width
        for one, other in pairwise(own):
            assert other.x - one.x - one.width >= grid.gutter


@given(grids, st.integers(1, 100))
def test_rows_are_one_pitch_apart_and_hold_their_text(grid, row):
    assert grid.baseline(row + 1) - grid.baseline(row) == grid.row
    assert grid.em_top(row) < grid.baseline(row) <= grid.em_top(row) + grid.size


@given(st.integers(0, 500), st.integers(1, 9))
def test_balanced_columns_differ_by_one_row_at_most(rows, columns):
    shares = balance(rows, columns)
    assert sum(shares) == rows
    assert max(shares) - min(shares) <= 1
    assert list(shares) == sorted(shares, reverse=True)


@given(galley_rows(), capacities, st.sampled_from(["last", "spread"]))
def test_no_line_is_lost_or_repeated(rows, rooms, short):
    done = cut(rows, rooms, short)
    placed = [row for column in done.columns for row in column]
    lines = [row.line.text for row in (*placed, *done.overset) if row.line]
    assert lines == [row.line.text for row in rows if row.line]


@given(galley_rows(), capacities, st.sampled_from(["last", "spread"]))
def test_no_frame_holds_more_than_its_rows(rows, rooms, short):
    done = cut(rows, rooms, short)
    assert all(len(c) <= room for c, room in zip(done.columns, rooms, strict=True))
    assert sum(map(len, done.columns)) + done.short + done.stranded == sum(rooms)


@given(galley_rows(), capacities)
def test_no_column_but_the_last_ends_with_a_subhead_and_none_begins_with_air(
    rows, rooms
):
    done = cut(rows, rooms)
    filled = [column for column in done.columns if column]
    assert all(not column[0].is_air for column in filled)
    rest = bool(done.overset)
    for index, column in enumerate(filled):
        if index < len(filled) - 1 or rest:
            assert not column[-1].heads
            assert column[-1].line is not None


@given(galley_rows(), capacities, st.sampled_from(["last", "spread"]))
def test_a_row_of_readings_stands_above_its_line(rows, rooms, short):
    done = cut(rows, rooms, short)
    for column in (*done.columns, done.overset):
        for above, below in zip(column, [*column[1:], None], strict=False):
            assert not above.reads or (below and below.line)


@st.composite
def paragraphs_as_rows(draw):
    """Paragraphs of one to five lines, some below a subhead with air above it."""
    rows: list[Row] = []
    for count in draw(st.lists(st.integers(1, 5), min_size=1, max_size=5)):
        if draw(st.booleans()):
            rows += [Row(None)] * bool(rows) + [Row(a_line(len(rows)), heads=True)]
        rows += [
            Row(a_line(len(rows) + n), first=n == 0, last=n == count - 1)
            for n in range(count)
        ]
    return rows[:14]


def without_air(rows: Sequence[Row]) -> Sequence[Row]:
    while rows and rows[0].line is None:
        rows = rows[1:]
    return rows


def every_cut(rows: Sequence[Row], rooms: Sequence[int]) -> Iterator[list[list[Row]]]:
    """All ways to share the rows out, none of them overset."""
    rows = without_air(rows)
    if not rows or not rooms:
        if not rows:
            yield [[] for _ in rooms]
        return
    for count in range(min(rooms[0], len(rows)) + 1):
        column, rest = list(rows[:count]), rows[count:]
        if (
            without_air(rest)
            and column
            and (column[-1].line is None or column[-1].heads)
        ):
            continue
        for others in every_cut(rest, rooms[1:]):
            yield [column, *others]


def price(columns, rooms, uneven, grown) -> int:
    """How grave a cut is; *grown* says that air has taken up what it can."""
    weight = gravity(faults_of(columns))
    for index, (column, room) in enumerate(zip(columns, rooms, strict=True)):
        if not any(columns[index + 1 :]):
            continue
        spare = room - len(column)
        airs = any(row.line is None for row in column)
        taken = 0 if grown else min(MOST_AIR * airs, max(0, spare))
        weight += AIR * (
            taken + sum(one.line is two.line is None for one, two in pairwise(column))
        )
        lacks = max(0, spare - taken)
        weight += FOOT * lacks + WEIGHTS["stranded-subhead"] * max(0, lacks - uneven)
    return weight


@given(
    paragraphs_as_rows(),
    st.lists(st.integers(2, 8), min_size=1, max_size=4),
    st.integers(0, 2),
)
def test_no_cut_with_the_same_rooms_is_better(rows, rooms, uneven):
    missing = sum(rooms) - len(rows)
    done = cut(rows, rooms, "last", uneven)
    if done.overset or missing >= rooms[-1]:
        return
    ways = [way for way in every_cut(rows, rooms) if all(way)]
    best = min(price(way, rooms, uneven, grown=False) for way in ways) if ways else None
    if best is not None:
        assert price(done.columns, rooms, uneven, grown=True) == best
