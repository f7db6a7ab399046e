"""The nameplate and the ear with its QR code."""

from itertools import combinations

import pytest
from tests.desk import HERE, a_slot, a_story, lines_of, words_of

from printpress.content.qr import matrix
from printpress.diagnostics import Severity
from printpress.geometry import Rect
from printpress.makeup.masthead import slogan_words
from printpress.makeup.pages import make_up
from printpress.makeup.placed import Patch, Rule, SetLine
from printpress.makeup.qr import QUIET_ZONE
from printpress.spec.layout import Furniture, MastheadSpec, QrSpec, StripSpec
from printpress.units import MM

MASTHEAD = MastheadSpec((1, 2), (1, 6), None, "", "", "/", True, HERE)
DATELINE = StripSpec((1, 3), (7, 7), HERE)


def an_ear(size: int = 15 * MM) -> QrSpec:
    return QrSpec((3, 3), (1, 6), size, "M", HERE)


@pytest.fixture
def front(desk):
    """Page one with its furniture round one story."""

    def set_it(**furniture):
        slot = a_slot(rows=(9, 30))
        page = desk.page(
            [slot], {"lead": (a_story("新闻"),)}, furniture=Furniture(**furniture)
        )
        issue = desk.issue(page, qr=matrix("https://example.org/town", "M"))
        makeup, found = make_up(issue, desk.library)
        return makeup.pages[0].placed, found

    return set_it


def reach(thing) -> list[Rect]:
    """The ground that a placed thing takes."""
    if isinstance(thing, SetLine):
        size = thing.line.pieces[0].size
        top = thing.y - size * 88 // 100
        return [Rect(thing.x, top, thing.line.width, size)]
    if isinstance(thing, Rule):
        half = thing.width // 2
        wide, deep = thing.x1 - thing.x0, thing.y1 - thing.y0
        return [Rect(thing.x0, thing.y0, wide, deep).inset(-half)]
    return list(thing.rects) if isinstance(thing, Patch) else [thing.rect]


def square_of(code: Patch) -> Rect:
    """The finder patterns reach to the corners of the code."""
    left, top = min(r.x for r in code.rects), min(r.y for r in code.rects)
    right = max(r.right for r in code.rects)
    return Rect(left, top, right - left, max(r.bottom for r in code.rects) - top)


def test_the_code_is_as_large_as_the_layout_says(front):
    placed, _ = front(qr=an_ear(18 * MM))
    (code,) = [thing for thing in placed if isinstance(thing, Patch)]
    square = square_of(code)
    assert (square.width, square.height) == (18 * MM, 18 * MM)


def test_the_code_is_black_on_the_black_plate_alone(front):
    placed, _ = front(qr=an_ear())
    (code,) = [thing for thing in placed if isinstance(thing, Patch)]
    assert code.ink.k_only
    assert code.ink.black == 1000


@pytest.mark.parametrize("size", [15 * MM, 18 * MM, 21 * MM, 24 * MM])
def test_the_quiet_zone_is_free_of_everything_else(front, size):
    placed, _ = front(masthead=MASTHEAD, qr=an_ear(size), dateline=DATELINE)
    (code,) = [t for t in placed if isinstance(t, Patch) and len(t.rects) > 50]
    modules = len(matrix("https://example.org/town", "M").modules)
    quiet = square_of(code).inset(-(QUIET_ZONE * size // modules))
    intruders = [
        thing
        for thing in placed
        if thing is not code and any(quiet.overlaps(rect) for rect in reach(thing))
    ]
    assert intruders == []


@pytest.mark.parametrize(
    ("cols", "rows", "size", "fits"),
    [
        # Ten cells of 10 pt are 35.28 mm, six rows of 15 pt 31.75 mm; a module is a
        # twenty-fifth of the size, the caption 2.12 mm high.
        ((3, 3), (1, 6), 25 * MM, True),  # 25 + 4 + 2.12 mm
        ((3, 3), (1, 6), 26 * MM, False),  # 26 + 4.16 + 2.12 mm
        ((3, 3), (1, 9), 26 * MM, True),
        ((3, 3), (1, 9), 27 * MM, False),  # 27 + 2 x 4.32 mm across
        ((2, 3), (1, 9), 27 * MM, True),
        ((3, 3), (2, 7), 20 * MM, True),  # 20 + 3.2 + 2.12 mm and 6.4 round them
        ((3, 3), (2, 7), 21 * MM, False),
    ],
)
def test_a_code_that_leaves_its_cells_is_an_error(front, cols, rows, size, fits):
    _, found = front(qr=QrSpec(cols, rows, size, "M", HERE))
    told = [d for d in found if d.code == "qr-too-large"]
    assert [d.severity for d in told] == ([] if fits else [Severity.ERROR])


def test_a_nameplate_too_small_for_the_press_is_told(front):
    low = MastheadSpec((1, 2), (1, 1), None, "", "", None, False, HERE)
    placed, found = front(masthead=low)
    assert "text-too-small" in {d.code for d in found}
    assert all(line.line.pieces[0].size > 0 for line in lines_of(placed, "furniture"))


def test_the_caption_stands_below_the_code(front):
    placed, _ = front(qr=an_ear())
    (code,) = [thing for thing in placed if isinstance(thing, Patch)]
    caption = next(line for line in lines_of(placed) if words_of(line) == "扫一扫")
    assert caption.y > square_of(code).bottom


def test_without_a_code_the_ear_is_empty(desk):
    furniture = Furniture(qr=an_ear())
    page = desk.page([a_slot(rows=(9, 30))], {"lead": ()}, furniture=furniture)
    makeup, _ = make_up(desk.issue(page), desk.library)
    assert makeup.pages[0].placed == ()


def test_the_name_is_set_whole_and_in_order(front):
    placed, _ = front(masthead=MASTHEAD)
    largest = max(line.line.pieces[0].size for line in lines_of(placed))
    name = [line for line in lines_of(placed) if line.line.pieces[0].size == largest]
    name.sort(key=lambda line: line.x)
    assert "".join(words_of(line) for line in name) == "小报"


def test_the_nameplate_stays_in_its_columns_and_near_its_rows(desk, front):
    placed, _ = front(masthead=MASTHEAD)
    box = desk.grid.rect(MASTHEAD.cols, MASTHEAD.rows)
    for line in lines_of(placed, "furniture"):
        (rect,) = reach(line)
        # A brush character's ink begins below its em box, which may stand out above.
        tenth = line.line.pieces[0].size // 10
        assert box.inset(0, -tenth).contains(rect), words_of(line)


def test_nothing_of_the_nameplate_overlaps(front):
    placed, _ = front(masthead=MASTHEAD)
    rects = [reach(line)[0] for line in lines_of(placed, "furniture")]
    for one, other in combinations(rects, 2):
        assert not one.overlaps(other)


def test_slogan_and_publisher_are_printed_where_the_layout_asks(front):
    shown = "".join(words_of(line) for line in lines_of(front(masthead=MASTHEAD)[0]))
    assert "大/家/看" in shown
    assert "小镇出版" in shown
    bare = MastheadSpec((1, 2), (1, 6), None, "", "", None, False, HERE)
    shown = "".join(words_of(line) for line in lines_of(front(masthead=bare)[0]))
    assert "大" not in shown
    assert "出版" not in shown


@pytest.mark.parametrize(
    ("separator", "words"), [("", ["甲", "乙"]), ("/", ["甲", "/", "乙"])]
)
def test_separators_stand_between_the_slogans_characters(separator, words):
    assert slogan_words("甲乙", separator) == words
