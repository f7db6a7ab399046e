"""The rows of a real front page, recovered from its text.

The page's text came out of its PDF with blank lines where its columns end, some of
them inside sentences. Its grid was recovered from them: a measure of 15.5 em, marks
three quarters and quotation marks half an em wide, characters pushed out only. Set so,
our columns hold the rows of the printed ones, within one row each.

The page lies beside the repository, and its sentences stay out of it.
"""

from itertools import pairwise
from pathlib import Path

import pytest

from printpress.text import break_lines

PAGE = Path(__file__).parents[3] / "shared" / "data" / "front-page-text.txt"

pytestmark = pytest.mark.skipif(
    not PAGE.is_file(), reason=f"no {PAGE.name} beside the repository"
)

MEASURE = 15.5
ENDS = "。！？…”）："
"""What a block of text ends with where its paragraph ends, too."""


def blocks(first: int, last: int) -> list[str]:
    """The page's lines from one to another, counted from 1, without empty ones."""
    lines = PAGE.read_text(encoding="utf-8").split("\n")[first - 1 : last]
    return [line for line in lines if line.strip()]


def copy_of(text: list[str]) -> tuple[list[str], list[int]]:
    """The paragraphs rejoined, and after how many characters columns end in them."""
    paragraphs = [""]
    columns, seen = [], 0
    for block in text:
        if paragraphs[-1] and paragraphs[-1][-1] not in ENDS:
            columns.append(seen)
            paragraphs[-1] += block
        else:
            paragraphs.append(block)
        seen += len("".join(block.split()))
    return paragraphs[1:], columns


def rows_per_column(text: list[str]) -> list[int]:
    """Rows that each printed column takes when we break the lines."""
    paragraphs, columns = copy_of(text)
    ends = [0]
    for paragraph in paragraphs:
        lines = break_lines(
            paragraph,
            MEASURE,
            punctuation={"marks": 0.75, "quotes": 0.5},
            adjust="push-out",
            autospace=0,
            indent=2,
        )
        assert "".join(lines) == "".join(paragraph.split())
        for line in lines:
            ends.append(ends[-1] + len(line))
    rows = [
        min(range(len(ends)), key=lambda row: abs(ends[row] - column))
        for column in columns
    ]
    return [after - before for before, after in pairwise([0, *rows, len(ends) - 1])]


@pytest.mark.parametrize(
    ("lines", "printed"),
    [((19, 41), [26, 12, 12, 26, 26]), ((47, 65), [24, 8, 8, 22])],
    ids=["lead", "second"],
)
def test_our_columns_hold_the_rows_of_the_printed_ones(lines, printed):
    ours = rows_per_column(blocks(*lines))
    assert len(ours) == len(printed)
    assert all(abs(a - b) <= 1 for a, b in zip(ours, printed, strict=True)), ours
