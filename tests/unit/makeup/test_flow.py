"""Galleys cut into columns."""

from itertools import pairwise

import pytest
from tests.desk import EM, ROW, a_story
from tests.laws.test_grid import a_line

from printpress.makeup.flow import balance, cut
from printpress.makeup.keep import Row
from printpress.makeup.rows import rows_of
from printpress.text.galley import Profile


def text(count: int) -> list[Row]:
    return [Row(a_line(n)) for n in range(count)]


def air() -> Row:
    return Row(None)


def subhead() -> Row:
    return Row(a_line(99), heads=True)


def shown(columns) -> list[str]:
    """A column as letters: t text, h subhead, a air."""
    return [
        "".join("a" if r.line is None else "h" if r.heads else "t" for r in column)
        for column in columns
    ]


def rows_at(desk, story, ems):
    galley = desk.compositor().galley(story, Profile.of(ems * EM))
    return rows_of(galley, story, EM, ROW)


def test_columns_are_filled_from_the_left():
    done = cut(text(7), [3, 3, 3])
    assert shown(done.columns) == ["ttt", "ttt", "t"]
    assert (done.short, done.stranded, done.overset) == (2, 0, ())


def test_what_finds_no_room_is_handed_back():
    done = cut(text(8), [3, 3])
    assert [row.lines[0].text for row in done.overset] == ["6", "7"]
    assert done.short == 0


def test_missing_rows_are_spread_over_the_feet_when_asked():
    done = cut(text(7), [3, 3, 3], "spread")
    assert shown(done.columns) == ["ttt", "tt", "tt"]


def test_a_subhead_is_never_last_in_a_column():
    rows = [*text(3), air(), subhead(), *text(3)]
    done = cut(rows, [5, 5])
    assert shown(done.columns) == ["ttt", "httt"]
    assert (done.stranded, done.short) == (2, 1)


def kept(count: int) -> list[Row]:
    """Rows that stand in one column, such as a table's."""
    return [Row(a_line(n), keeps=n < count - 1) for n in range(count)]


def read(first: bool = False, last: bool = False, heads: bool = False) -> list[Row]:
    """A line with readings: the row of those, and its own."""
    upper = Row(None, heads=heads, keeps=True, first=first, last=last, reads=True)
    return [upper, Row(a_line(7), heads=heads, first=first, last=last)]


def test_a_row_of_readings_goes_with_its_line_to_the_next_column():
    done = cut([*text(3), *read(), *text(2)], [4, 5])
    assert shown(done.columns) == ["ttt", "attt"]
    assert done.columns[1][0].reads
    assert (done.stranded, done.overset) == (1, ())


def test_a_row_of_readings_counts_where_room_is_scarce():
    done = cut([*text(3), *read()], [4])
    assert shown(done.columns) == ["ttt"]
    assert [row.reads for row in done.overset] == [True, False]


def test_a_line_with_readings_alone_at_a_head_is_told():
    done = cut([*text(4), *read(last=True), *text(2)], [4, 4])
    (fault,) = done.faults
    assert (fault.code, fault.line.text, fault.frame) == ("widow", "7", 1)


def test_a_subhead_above_a_line_with_readings_is_seen():
    rows = [*text(1), subhead(), *read(first=True), *text(3)]
    done = cut(rows, [4, 3])
    assert [fault.code for fault in done.faults] == ["stranded-subhead"]


def test_air_grows_above_a_subhead_with_readings_and_their_row_does_not():
    rows = [*text(1), air(), *read(heads=True, first=True, last=True)]
    for count in (4, 4):
        rows += [
            Row(a_line(n), first=n == 0, last=n == count - 1) for n in range(count)
        ]
    done = cut(rows, [7, 7])
    assert shown(done.columns) == ["taaahtt", "tttttt"]
    assert [row.reads for row in done.columns[0]] == [0, 0, 0, 1, 0, 0, 0]


@pytest.mark.parametrize(
    ("pitch", "upper"), [(ROW, 2), (17 * EM // 10, 2), (18 * EM // 10, 0)]
)
def test_readings_have_a_row_where_the_leading_holds_none(desk, pitch, upper):
    story = a_story("一二三四{五|wu}六七八九十一二三四五六七{八|ba}九十")
    galley = desk.compositor().galley(story, Profile.of(10 * EM))
    rows = rows_of(galley, story, EM, pitch)
    assert sum(row.reads for row in rows) == upper
    assert [row.line.text for row in rows if row.line] == [
        line.text for line in galley.lines
    ]
    for above, row in pairwise(rows):
        assert not above.reads or (row.line and row.line.reading == EM)


def test_rows_that_belong_together_stand_in_one_column():
    done = cut([*text(3), *kept(3), *text(2)], [5, 5])
    assert shown(done.columns) == ["ttt", "ttttt"]
    assert (done.stranded, done.overset) == (2, ())
    assert shown(cut([*text(2), *kept(3)], [5, 5]).columns) == ["tt", "ttt"]


def test_rows_that_no_column_holds_together_are_parted():
    done = cut([*text(2), *kept(6), *text(1)], [4, 5])
    assert shown(done.columns) == ["tttt", "ttttt"]
    assert done.overset == ()


def test_air_between_stanzas_takes_up_no_row_that_a_foot_lacks():
    stanzas = [*text(2), air(), *text(2), *kept(4)]
    assert shown(cut(stanzas, [7, 4]).columns) == ["ttatt", "tttt"]
    heads = [*text(2), air(), subhead(), *text(1), *kept(4)]
    assert shown(cut(heads, [7, 4]).columns) == ["ttaaht", "tttt"]


def test_air_is_dropped_at_the_head_of_a_column():
    done = cut([*text(3), air(), subhead(), *text(2)], [3, 4])
    assert shown(done.columns) == ["ttt", "htt"]


def test_air_at_the_foot_of_a_column_is_not_counted_as_text():
    done = cut([*text(3), air(), subhead(), *text(2)], [4, 4])
    assert shown(done.columns) == ["ttt", "htt"]
    assert (done.stranded, done.short) == (1, 1)


def test_a_story_levelled_ends_in_its_last_column_though_a_subhead_leaves_a_foot():
    rows = [*text(3), air(), subhead(), *text(4)]
    done = cut(rows, [9, 9])
    assert shown(done.columns) == ["ttt", "htttt"]
    assert (done.short, done.stranded) == (8, 2)


def test_a_frame_without_rows_takes_nothing():
    done = cut(text(4), [0, 2, 0, 2])
    assert shown(done.columns) == ["", "tt", "", "tt"]


def test_without_frames_all_is_handed_back():
    assert len(cut(text(4), []).overset) == 4


@pytest.mark.parametrize(
    ("rows", "columns", "each"),
    [(9, 3, (3, 3, 3)), (10, 3, (4, 3, 3)), (11, 3, (4, 4, 3)), (2, 3, (1, 1, 0))],
)
def test_the_surplus_stands_on_the_left(rows, columns, each):
    assert balance(rows, columns) == each


def test_a_subhead_has_a_row_of_air_above_but_not_at_the_head(desk):
    story = a_story("## 一\n\n国家\n\n## 二\n\n社会\n")
    assert shown([rows_at(desk, story, 10)]) == ["htaht"]


def test_only_the_first_line_of_a_subhead_has_air_above(desk):
    story = a_story("国家\n\n## " + "社会" * 8 + "\n\n国家\n")
    assert shown([rows_at(desk, story, 10)]) == ["tahht"]


def test_a_byline_stands_behind_a_short_last_line(desk):
    # 3 characters and an indent of 2 ems, 2 ems of air: the byline takes 4 ems of 10.
    rows = rows_at(desk, a_story("新闻", byline="记者"), 10)
    (row,) = rows
    assert row.tail is not None
    assert row.tail.text == "（记者）"
    assert row.tail.width == 10 * EM


def test_a_byline_takes_a_row_of_its_own_behind_a_long_last_line(desk):
    rows = rows_at(desk, a_story("新闻报", byline="记者"), 10)
    assert [row.tail for row in rows] == [None, None]
    assert rows[1].line is not None
    assert rows[1].line.text == "（记者）"


def test_a_byline_keeps_two_ems_from_the_last_line(desk):
    # Indent 2, n characters, two ems of air, four ems of byline at most.
    fits = [
        len(rows_at(desk, a_story("新" * n, byline="记者"), 12)) == 1
        for n in range(1, 7)
    ]
    assert fits == [True, True, True, True, False, False]
    (row,) = rows_at(desk, a_story("新" * 4, byline="记者"), 12)
    assert row.line is not None
    assert row.tail is not None
    assert row.tail.pieces[0].xs[0] - row.line.width >= 2 * EM


def test_a_byline_never_shares_the_row_of_a_subhead(desk):
    rows = rows_at(desk, a_story("国家\n\n## 一", byline="记者"), 10)
    assert shown([rows]) == ["taht"]


@pytest.mark.parametrize("short", ["last", "spread"])
@pytest.mark.parametrize("count", range(4, 13))
def test_frames_above_a_barrier_are_full_before_text_goes_on_below(short, count):
    done = cut(text(count), [3, 3, 3, 3], short, bands=(2, 2))
    rows = [len(column) for column in done.columns]
    if count > 6:
        assert rows[:2] == [3, 3]
        below = rows[2:]
        assert sum(below) == count - 6
        assert below[0] - below[1] in ((0, 1) if short == "spread" else (0, 1, 2))
    else:
        assert rows[2:] == [0, 0]
        assert 0 <= rows[0] - rows[1] <= (1 if short == "spread" else 2)


def test_lines_are_kept_together_below_a_barrier_alone():
    two = [Row(a_line(n), first=n in (0, 4), last=n in (3, 6)) for n in range(7)]
    done = cut(two, [2, 2, 3, 3], bands=(2, 2))
    assert [len(column) for column in done.columns][:2] == [2, 2]
