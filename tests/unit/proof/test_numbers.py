"""Where numbers of lines and paragraphs go when their first place is taken."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from tests.desk import write_desk

from printpress import spec
from printpress.display.ops import ShowGlyphs, StrokeRect
from printpress.geometry import Rect
from printpress.makeup.placed import PlacedPicture, SetLine
from printpress.pipeline import make_edition
from printpress.proof.lettering import Pen
from printpress.proof.numbers import numbered
from printpress.units import PT

STORY = "issues/2025-09-05/stories/market.md"
FOCUS = (Fraction(1, 2), Fraction(1, 2))
EM = 10 * PT


@pytest.fixture
def made(tmp_path):
    copy = "---\nheadline: 新闻\n---\n" + "国家地方社会经济新闻" * 12 + "\n\n国家\n"
    layout = "slots:\n  lead: {cols: 1, rows: 1-30, role: plain}\n"
    pages = {f"layouts/pages/{name}.yaml": layout for name in ("front", "base")}
    issue, _ = spec.load(write_desk(tmp_path, {STORY: copy, **pages}))
    return make_edition(issue, issue.editions[0])


def marks(made, *grounds):
    """The ground and digits of each number, with pictures put on the page."""
    (page,) = made.makeup.pages
    pictures = tuple(
        PlacedPicture(rect, Path("boat.png"), FOCUS, 30, 20) for rect in grounds
    )
    page = replace(page, placed=(*page.placed, *pictures))
    ops = tuple(numbered(page, Pen.of(made)))
    digits = {
        "".join(op.texts): Rect(op.xs[0], op.y - op.size, len(op.xs) * op.size, op.size)
        for op in ops
        if isinstance(op, ShowGlyphs) and int("".join(op.texts)) % 5 == 0
    }
    boxes = [op.rect for op in ops if isinstance(op, StrokeRect)]
    return digits, boxes


def first_column(made):
    (page,) = made.makeup.pages
    lines = [p for p in page.placed if isinstance(p, SetLine) and p.part == "body"]
    return lines[0].x, min(line.y for line in lines), max(line.y for line in lines)


def test_numbers_stand_left_of_their_column(made):
    x, _, _ = first_column(made)
    digits, boxes = marks(made)
    assert sorted(map(int, digits)) == [5, 10]
    assert all(rect.x < x for rect in digits.values())
    assert all(box.x >= x for box in boxes)  # in the indents of the paragraphs
    assert len(boxes) == 2


def test_a_gutter_that_is_taken_sends_them_to_the_right(made):
    x, top, foot = first_column(made)
    left = Rect(x - 3 * EM, top - EM, 3 * EM, foot - top + 2 * EM)
    digits, _ = marks(made, left)
    assert sorted(map(int, digits)) == [5, 10]
    assert all(rect.x >= x + 10 * EM for rect in digits.values())


def test_where_there_is_no_room_there_is_no_number(made):
    x, top, foot = first_column(made)
    high = foot - top + 2 * EM
    left = Rect(x - 3 * EM, top - EM, 3 * EM, high)
    right = Rect(x + 10 * EM, top - EM, EM, high)
    digits, _ = marks(made, left, right)
    assert not {"5", "10"} <= digits.keys()
