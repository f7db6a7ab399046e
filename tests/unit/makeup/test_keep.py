"""Lines that stay together where columns end, and what is said where they cannot."""

import pytest
from tests.desk import a_picture, a_picture_slot, a_slot, a_story
from tests.laws.test_grid import a_line
from tests.unit.makeup.test_flow import rows_at

from printpress.diagnostics import Severity
from printpress.makeup.flow import cut
from printpress.makeup.keep import Row

TEXT = "桥头早市天不亮就开了卖豆腐青菜活鱼挨着"


def rows_of_shape(shape: str) -> list[Row]:
    """Rows from a shape: ``3`` a paragraph of three lines, ``h`` a subhead, ``a`` air."""
    rows: list[Row] = []
    for number, part in enumerate(shape.split()):
        if part == "a":
            rows.append(Row(None))
        elif part == "h":
            rows.append(Row(a_line(number), heads=True))
        else:
            count = int(part)
            rows += [
                Row(a_line(number), first=n == 0, last=n == count - 1)
                for n in range(count)
            ]
    return rows


def cut_shape(shape: str, rooms: list[int], **how):
    done = cut(rows_of_shape(shape), rooms, **how)
    return [len(column) for column in done.columns], [f.code for f in done.faults]


def test_a_full_slot_leaves_no_choice():
    assert cut_shape("5 4", [4, 5]) == ([4, 5], ["widow"])


def test_a_last_line_does_not_stand_alone_at_a_head():
    assert cut_shape("5 4", [4, 6]) == ([3, 6], [])


def test_a_row_that_the_story_lacks_is_not_worth_a_first_line_at_a_foot():
    assert cut_shape("3 6", [4, 6]) == ([4, 5], ["orphan-line"])


def test_a_last_line_has_company_where_air_can_take_its_row():
    done = cut(rows_of_shape("1 a h 5 4"), [7, 7])
    assert [len(column) for column in done.columns] == [7, 6]
    assert [row.line is None for row in done.columns[0]] == [0, 1, 1, 0, 0, 0, 0]
    assert (done.faults, done.stranded, done.short) == ((), 0, 1)


def test_a_first_line_at_a_foot_is_not_worth_a_hole_above_a_subhead():
    done = cut(rows_of_shape("1 a h 2 4"), [6, 5])
    assert [len(column) for column in done.columns] == [6, 3]
    assert [row.line is None for row in done.columns[0]] == [0, 1, 0, 0, 0, 0]
    assert [fault.code for fault in done.faults] == ["orphan-line"]


def test_air_grows_by_one_row_in_a_column_at_most():
    done = cut(rows_of_shape("1 a h 2 a h 5"), [7, 7])
    assert [len(column) for column in done.columns] == [6, 6]
    assert (done.stranded, done.short) == (1, 1)


def test_air_takes_up_no_more_than_the_foot_leaves():
    done = cut(rows_of_shape("1 a h 2 a h 2 4"), [9, 7])
    assert [len(column) for column in done.columns] == [9, 4]
    assert (done.stranded, done.short) == (0, 3)


def test_two_rows_of_air_are_not_worth_a_line_more_below_a_subhead():
    # Subhead, its air and its line would leave three rows: one could go above others.
    done = cut(rows_of_shape("1 a h 1 a h 1 a h 4"), [10, 8])
    assert [len(column) for column in done.columns] == [10, 3]
    assert [fault.code for fault in done.faults] == ["stranded-subhead"]


@pytest.mark.parametrize(
    ("shape", "rooms", "rows"),
    [("4 a h 3", [7, 4], [7, 2]), ("2 a h 2 a h 4", [9, 6], [9, 3])],
)
def test_a_subhead_with_one_line_is_not_worth_a_hole(shape, rooms, rows):
    assert cut_shape(shape, rooms) == (rows, ["stranded-subhead"])


def test_a_subhead_may_have_a_paragraph_of_one_line_below_it():
    assert cut_shape("4 a h 1 5", [7, 6]) == ([7, 5], [])


def test_paragraphs_of_one_line_may_stand_anywhere():
    assert cut_shape("1 1 1 1 1", [2, 2, 2]) == ([2, 2, 1], [])


def test_both_ends_of_a_paragraph_of_two_lines_are_alone_when_it_is_parted():
    assert cut_shape("3 2 3", [4, 4]) == ([4, 4], ["orphan-line", "widow"])
    assert cut_shape("3 2 3", [4, 5]) == ([3, 5], [])


def test_nothing_is_overset_for_a_line_alone():
    done = cut(rows_of_shape("5 4"), [4, 5])
    assert done.overset == ()


def test_a_story_with_overset_is_cut_as_full_as_can_be():
    assert cut_shape("5 9", [4, 5]) == ([4, 5], [])


def test_a_house_may_want_its_feet_level():
    assert cut_shape("5 4", [4, 6], uneven=0) == ([4, 5], ["widow"])


def test_a_house_may_let_a_foot_be_two_rows_early():
    shape = "6 a h 3 4"
    assert cut_shape(shape, [9, 8], uneven=1)[1] == ["stranded-subhead"]
    assert cut_shape(shape, [9, 8], uneven=2)[1] == ["stranded-subhead"]
    assert cut_shape("9 a h 4", [11, 6], uneven=2) == ([9, 5], [])


def test_shared_feet_change_places_for_a_widow():
    # Five rows are lacking: one, two and two, in whichever order keeps lines together.
    assert cut_shape("5 5", [5, 5, 5], short="spread", uneven=0) == ([3, 4, 3], [])


def test_no_two_shared_feet_are_off_for_one_widow():
    assert cut_shape("5 3", [5, 5], short="spread") == ([4, 4], ["widow"])


def test_no_column_is_emptied_to_keep_lines_together():
    assert cut_shape("2", [4, 4, 4]) == ([1, 1, 0], ["orphan-line", "widow"])


def test_a_column_of_a_picture_is_passed_over():
    assert cut_shape("5 4", [4, 0, 6]) == ([3, 0, 6], [])


def test_a_byline_does_not_stand_alone_at_a_head(desk):
    rows = rows_at(desk, a_story(TEXT[:17], byline="记者"), 10)
    assert [(row.first, row.last) for row in rows] == [(1, 0), (0, 0), (0, 1)]
    assert [f.code for f in cut(rows, [2, 1]).faults] == ["widow"]


def test_a_byline_behind_the_copy_changes_nothing(desk):
    rows = rows_at(desk, a_story("新闻", byline="记者"), 10)
    assert [(row.first, row.last) for row in rows] == [(True, True)]


def lines_of_ten(*paragraphs: tuple[int, int]) -> str:
    """Paragraphs of so many lines of ten ems, with so many characters on the last."""
    stock = TEXT * 9
    return "\n\n".join(stock[: 8 + 10 * (n - 2) + last] for n, last in paragraphs)


def notes_of(desk, *paragraphs):
    """Notes on a story in the two right columns, below three rows of heading."""
    slot = a_slot(cols=(2, 3), rows=(1, 10))
    done = desk.set(a_story(lines_of_ten(*paragraphs)), slot)
    assert not done.overset
    return [d for d in done.found if d.severity is Severity.NOTE]


def test_a_note_names_the_column_and_the_shortest_cut_that_helps(desk):
    (note,) = notes_of(desk, (8, 5), (6, 7))
    assert note.code == "widow"
    assert "paragraph 1" in note.what.en
    assert "head of column 2" in note.what.en
    assert note.fix.en == "cut 5 characters in paragraph 1"
    assert str(note.span) == "story.md:1:1"


def test_a_shorter_cut_that_does_not_help_is_not_named(desk):
    # A line less in the last paragraph moves nothing that a foot is worth.
    (note,) = notes_of(desk, (6, 5), (8, 3))
    assert note.code == "orphan-line"
    assert note.fix.en == "cut 5 characters in paragraph 1"


def test_a_story_with_rows_to_spare_may_grow(desk):
    (note,) = notes_of(desk, (6, 9), (7, 9))
    assert note.code == "orphan-line"
    assert note.fix.en == "add 3 characters in paragraph 1"


@pytest.mark.parametrize(
    ("parts", "fixes"),
    [
        # A shorter edit leaves something as grave, runs past the slot or mends another.
        ([54, 26, 23], ["add 6 characters in paragraph 1"]),
        ([37, 0, 54, 6], ["cut 9 characters in paragraph 1"]),
        (
            [35, 0, 16, 43],
            ["cut 7 characters in paragraph 1", "add 4 characters in paragraph 3"],
        ),
    ],
)
def test_an_edit_is_named_only_after_it_was_tried(desk, parts, fixes):
    stock = TEXT * 3
    body = "\n\n".join(stock[:count] or "## 早市" for count in parts)
    done = desk.set(a_story(body), a_slot(cols=(2, 3), rows=(1, 10)))
    assert [d.fix.en for d in done.found if d.severity is Severity.NOTE] == fixes


def test_where_no_edit_of_one_line_helps_the_note_names_none(desk):
    (note,) = notes_of(desk, *[(1, 6)] * 6, (8, 5))
    assert note.code == "orphan-line"
    assert note.fix.en == "save or win a line above it"


def test_a_story_that_is_too_long_or_short_gets_no_notes(desk):
    slot = a_slot(cols=(2, 3), rows=(1, 10))
    for paragraphs in [((8, 5), (9, 5)), ((4, 5), (2, 5))]:
        done = desk.set(a_story(lines_of_ten(*paragraphs)), slot)
        assert not {d.code for d in done.found} & {"widow", "orphan-line"}
        assert {d.code for d in done.found} & {"overset", "short"}


def test_of_pictures_that_fit_alike_the_one_with_fewer_lines_alone_is_taken(desk):
    text = TEXT * 3
    body = [text[:24], "## 早市", text[:53], "## 早市", text[:30]]
    story = a_story("\n\n".join(body), pictures=(a_picture(),))
    slot = a_slot(rows=(1, 11), picture=a_picture_slot((3, 3), "foot", (1, 6)))
    tried = {rows: desk.set(story, slot, pinned=rows) for rows in (5, 6)}
    assert {done.fit.short_lines for done in tried.values()} == {0}
    assert [[d.code for d in tried[rows].found] for rows in (5, 6)] == [[], ["widow"]]
    assert desk.set(story, slot).fit.picture_rows == 5
