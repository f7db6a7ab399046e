"""What must stay together where a column ends: lines of a paragraph, a subhead's text.

A break between two columns is judged from the rows around it alone (clreq 3.5.4 on
孤行; two lines below a subhead are this paper's choice). Columns that end level and
slots that hold so many rows come first: what cannot be kept becomes a note.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from printpress.text.galley import Line

FaultCode = Literal["widow", "orphan-line", "stranded-subhead"]
"""A paragraph's last line alone at a column's head, its first line alone at a foot,
or that under a subhead."""

WEIGHTS: Mapping[FaultCode, int] = {
    "stranded-subhead": 6,
    "widow": 4,
    "orphan-line": 2,
}
"""How grave each is: a line alone at a head is seen before one at a foot (clreq)."""

FOOT = 3
"""How grave a row is that a foot lacks: it is worth a widow, not a first line at a
foot, which printed papers let stand for the sake of level columns."""

AIR = 2
"""How grave a second empty row above a subhead is: a hole seen at once, worth a widow,
not a first line at a foot."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a column: a set line, or air."""

    line: Line | None
    """The line, or None for an empty row."""
    heads: bool = False
    """Whether it is a subhead, which must not be last in a column."""
    tail: Line | None = None
    """A byline that shares the row, flush right behind the copy's last line."""
    keeps: bool = False
    """Whether the row below stands in the same column: inside a table, before a
    signature."""
    first: bool = True
    """Whether nothing of its paragraph stands above it."""
    last: bool = True
    """Whether nothing of its paragraph, byline included, stands below it."""
    reads: bool = False
    """Whether it is the upper of the two rows of a line with readings, which stand in
    it: empty, but no air, for it stands at a column's head, too."""
    title: bool = False
    """Whether it is a table's title, which stands in the middle of the air above."""
    part: str = ""
    """What it is where it is no copy of the story: ``jump``."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that stand in it: none, one, or one with the byline."""
        return tuple(line for line in (self.line, self.tail) if line is not None)

    @property
    def is_air(self) -> bool:
        """Whether it is empty and vanishes where a column begins."""
        return self.line is None and not self.reads

    @property
    def goes_on(self) -> bool:
        """Whether no column may end below it."""
        return self.line is None or self.heads or self.keeps


def divisible(rows: Sequence[Row], most: int) -> tuple[Row, ...]:
    """The rows, those that no frame holds together parted: a table too tall for all."""
    parted = list(rows)
    start = 0
    for end, row in enumerate(rows, 1):
        if row.keeps:
            continue
        if end - start > most:
            parted[start:end] = [replace(row, keeps=False) for row in rows[start:end]]
        start = end
    return tuple(parted)


def beside_initial(rows: Sequence[Row], number: int) -> tuple[Row, ...]:
    """The story's rows, those beside its initial in one column."""
    head = (replace(row, keeps=True) for row in rows[: number - 1])
    return (*head, *rows[number - 1 :])


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that stands alone at the end of a column."""

    code: FaultCode
    """What is wrong."""
    frame: int
    """The frame in which the line stands, from 0."""
    line: Line
    """The line."""


def fault_at_foot(before: Row | None, foot: Row) -> FaultCode | None:
    """What is wrong with a column's last row; *before* is the row above it.

    A paragraph of one line may stand anywhere, below a subhead, too.
    """
    if not foot.first or foot.last or foot.line is None:
        return None
    return "stranded-subhead" if before and before.heads else "orphan-line"


def fault_at_head(head: Row) -> FaultCode | None:
    """What is wrong with the row that begins a column after another."""
    return "widow" if head.last and not head.first else None


def before_foot(column: Sequence[Row]) -> Row | None:
    """The row above a column's last one, which may have two."""
    above = [row for row in column[-3:-1] if not row.reads]
    return above[-1] if above else None


def weight_of(before: Row | None, foot: Row, head: Row) -> int:
    """How grave it is to end a column with one row and begin the next with another."""
    codes = (fault_at_foot(before, foot), fault_at_head(head))
    return sum(WEIGHTS[code] for code in codes if code)


def faults_of(columns: Sequence[Sequence[Row]]) -> Iterator[Fault]:
    """Everything that stands alone at the ends of columns, in reading order."""
    filled = [(number, column) for number, column in enumerate(columns) if column]
    for (number, above), (following, below) in pairwise(filled):
        before = before_foot(above)
        head = next((row for row in below if row.line), below[0])
        for code, frame, row in (
            (fault_at_foot(before, above[-1]), number, above[-1]),
            (fault_at_head(head), following, head),
        ):
            if code and row.line:
                yield Fault(code, frame, row.line)


def gravity(faults: Iterable[Fault]) -> int:
    """How grave they are together."""
    return sum(WEIGHTS[fault.code] for fault in faults)
