"""A table of figures in one column: cells set to columns that its content asks for.

A table takes whole rows of the grid, so the columns beside it stay level with it; the
lines of one cell stand a little closer there than its rows. Figures below each other
are set point below point, as one block in the middle of their column. Text that is
too long for its cell turns over; what cannot turn over makes the table too wide, and by
how much is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, pairwise
from typing import Final

from printpress.content.runs import until
from printpress.content.story import Cell, Table
from printpress.geometry import above_baseline
from printpress.makeup.blocks import Desk
from printpress.makeup.inline import Faces, runs_of
from printpress.makeup.styles import OWN_LATIN
from printpress.text.galley import (
    Line,
    Missing,
    Preset,
    Profile,
    Run,
    Stroke,
    compose,
    least_measure,
    raised,
    set_one_line,
    shifted,
)
from printpress.text.galley import Paragraph as SetParagraph
from printpress.units import PT

THIN: Final = 2 * PT // 5
"""Rules inside a table; 0.4 pt is the least on newsprint (as frames have it)."""

HEAVY: Final = PT
"""The first and the last of three rules (三线表); twice the inner one at least."""

SMALLER: Final = (8, 9)
"""A table's type to the body's where the house says nothing: 8 pt beside 9."""

LEAST: Final = 2
"""Characters on a line of a cell, at least, where it has as many (taste)."""

_RULED: Final = 2
"""Rows with a rule above them in any case: the head and the first below it."""

TOTALS: Final = frozenset({"合计", "总计", "小计", "共计", "Total"})
"""Words in a row's first cell that part it by a thin rule from what it sums up."""

_CLOSEST: Final = (5, 4)
"""The least from line to line inside a cell, to the size of its type (taste)."""

_FIGURE = re.compile(
    r"[+\-−–－＋±<>≈约]?[￥¥$€]?(?P<whole>\d[\d,，]*)(?P<rest>[.．]\d+)?"
    r"(?:[%％‰℃]|[\u4e00-\u9fff]{1,2})?$"
)
_NOTHING = re.compile(r"[-—–－/…·]*$")
"""What stands in a cell of figures where there is none."""


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table as lines."""

    preset: Preset
    """Its lines, each on a row."""
    excess: int
    """By how much it is wider than its column; 0 if it is not."""


@dataclass(frozen=True, slots=True)
class _Column:
    """What one column asks for."""

    align: str
    """Where its cells stand."""
    natural: int
    """The width at which nothing in it turns over."""
    least: int
    """The width at which nothing in it is divided."""
    whole: int = 0
    """The widest part of its figures before the point."""
    block: int = 0
    """How wide its figures are together, point below point; 0 if it has none."""

    def figures_at(self, width: int) -> int:
        """Where its figures begin in a column of that width."""
        spare = width - self.block
        return {"left": 0, "center": spare // 2, "right": spare}[self.align]


def set_table(desk: Desk, table: Table) -> SetTable:
    """The table, as wide as the column."""
    setter = _Setter(desk, table)
    rows = setter.rows()
    lines = [*setter.caption(), *_ruled(rows, setter)]
    last = len(lines) - 1
    preset = Preset(
        tuple(
            replace(line, first=number == 0, last=number == last)
            for number, line in enumerate(lines)
        ),
        tuple(setter.missing),
    )
    return SetTable(preset, setter.excess)


class _Setter:
    """Sets the cells of one table."""

    def __init__(self, desk: Desk, table: Table) -> None:
        styles, measure = desk.styles, desk.measure
        house = styles.house
        role = styles.role("table")
        style = styles.style("table")
        if role is None or role.size is None:
            style = style.at(house.body.size * SMALLER[0] // SMALLER[1])
        style = style.at(min(style.size, house.grid.row))
        even = role is None or role.figures != "natural"
        style = replace(style, even_digits=even)
        if style.font == house.body.font and style.latin == OWN_LATIN:
            style = replace(style, latin=styles.text_latin)
        strong = styles.style("strong").font
        label = role.label if role else None
        head = (label.font if label else None) or strong
        self.library = desk.library
        self.table = table
        self.measure = measure
        self.row = house.grid.row
        self.rules = (role.rules if role else None) or "three"
        self.setting = replace(styles.setting(style), orphan=True)
        self.faces = Faces(style.font, strong, strong, style.size)
        self.head = Faces(head, head, head, style.size)
        self.missing: list[Missing] = []
        em = style.size  # half of it stands on either side of every cell
        self.columns = [self._column(n) for n in range(len(table.rows[0]))]
        room = measure - em * len(self.columns)
        self.widths, self.excess = shared_out(
            [(column.least, column.natural) for column in self.columns], room
        )
        self.lefts = list(
            accumulate((width + em for width in self.widths), initial=em // 2)
        )

    @property
    def bounds(self) -> list[int]:
        """Where columns begin and end, the air round their cells counted."""
        half = self.setting.size // 2
        return [left - half for left in self.lefts]

    def _column(self, number: int) -> _Column:
        cells = [row[number] for row in self.table.rows]
        runs = [self._runs(cell, row) for row, cell in enumerate(cells)]
        natural = [self._width(each) for each in runs]
        least = [
            min(wide, max(LEAST * self.setting.size, self._least(each)))
            for wide, each in zip(natural, runs, strict=True)
        ]
        align = self.table.aligns[number] if self.table.aligns else ""
        if not are_figures([cell.text for cell in cells[1:]]):
            align = align or ("center" if number else "left")
            return _Column(align, max(natural), max(least))
        wholes = [self._whole(cell) for cell in cells[1:]]
        behind = [wide - whole for wide, whole in zip(natural[1:], wholes, strict=True)]
        whole, block = max(wholes), max(wholes) + max(behind)
        wide = max(block, natural[0])
        return _Column(align or "center", wide, max(block, least[0]), whole, block)

    def _runs(self, cell: Cell, row: int) -> tuple[Run, ...]:
        """A cell's words in their faces; the first row is the table's head."""
        return runs_of(cell.runs, self.faces if row else self.head)

    def _width(self, runs: Sequence[Run]) -> int:
        if not runs:
            return 0
        return set_one_line(runs, self.setting, self.library)[0].width

    def _least(self, runs: Sequence[Run]) -> int:
        return least_measure(SetParagraph(tuple(runs), self.setting), self.library)

    def _whole(self, cell: Cell) -> int:
        """How wide a figure is before its point."""
        return self._width(runs_of(until(cell.runs, point_of(cell.text)), self.faces))

    def sums_up(self, number: int) -> bool:
        """Whether a row says what the rows above it come to."""
        return self.table.rows[number][0].text.strip() in TOTALS

    def caption(self) -> list[Line]:
        """The lines above the table, in the middle, in the face of its head."""
        cell = self.table.caption
        if cell is None:
            return []
        runs = runs_of(cell.runs, self.head)
        return self._turned_over(cell, runs, "center", self.measure)

    def rows(self) -> list[list[Line]]:
        """The lines of each of its rows."""
        return [
            self._row([self._cell(n, number) for n in range(len(self.columns))])
            for number in range(len(self.table.rows))
        ]

    def _cell(self, number: int, row: int) -> list[Line]:
        """The lines of a cell, in their place across the column."""
        column, width = self.columns[number], self.widths[number]
        cell = self.table.rows[row][number]
        runs = self._runs(cell, row)
        if not runs:
            return []
        if row and column.block:
            lines = [self._figure(cell, runs, column, width)]
        elif column.block and self._width(runs) <= width:
            lines = [self._above_figures(cell, runs, column, width)]
        else:
            lines = self._turned_over(cell, runs, column.align, width)
        return [shifted(line, self.lefts[number]) for line in lines]

    def _figure(
        self, cell: Cell, runs: Sequence[Run], column: _Column, width: int
    ) -> Line:
        line, missing = set_one_line(runs, self.setting, self.library)
        self._lack(cell, missing)
        left = column.figures_at(width)
        if _FIGURE.match(cell.text):
            return shifted(line, left + column.whole - self._whole(cell))
        return shifted(line, left + (column.block - line.width) // 2)

    def _above_figures(
        self, cell: Cell, runs: Sequence[Run], column: _Column, width: int
    ) -> Line:
        """The head of a column of figures, over the middle of these."""
        line, missing = set_one_line(runs, self.setting, self.library)
        self._lack(cell, missing)
        middle = column.figures_at(width) + column.block // 2
        left = min(max(0, middle - line.width // 2), width - line.width)
        return shifted(line, left)

    def _turned_over(
        self, cell: Cell, runs: Sequence[Run], align: str, width: int
    ) -> list[Line]:
        setting = replace(self.setting, align=align)
        galley = compose(
            [SetParagraph(tuple(runs), setting)], Profile.of(width), self.library
        )
        self._lack(cell, galley.missing)
        return list(galley.lines)

    def _lack(self, cell: Cell, missing: Sequence[Missing]) -> None:
        self.missing += [replace(m, offset=m.offset + cell.offset) for m in missing]

    def _row(self, cells: Sequence[Sequence[Line]]) -> list[Line]:
        """The lines of a row, those of its cells side by side from the top.

        Where cells turn over, their lines are closed up to the middle of the row, so
        that rows are told apart by their air.
        """
        deep = max(1, *map(len, cells))
        closer = closed_up(deep, self.setting.size, self.row)
        return [
            raised(
                self._beside([lines[n] for lines in cells if n < len(lines)]),
                (2 * n - deep + 1) * closer // 2,
            )
            for n in range(deep)
        ]

    def _beside(self, parts: Sequence[Line]) -> Line:
        """Cells' lines as one; in a cell a character alone is no fault."""
        flags = (flag for part in parts for flag in part.flags if flag != "orphan")
        return Line(
            pieces=tuple(chain.from_iterable(part.pieces for part in parts)),
            marks=tuple(chain.from_iterable(part.marks for part in parts)),
            width=max((part.width for part in parts), default=0),
            measure=self.measure,
            text=" ".join(part.text for part in parts),
            paragraph=0,
            first=False,
            last=False,
            looseness=0,
            characters=sum(part.characters for part in parts),
            flags=tuple(dict.fromkeys(flags)),
            reading=max((part.reading for part in parts), default=0),
        )


def shared_out(
    wants: Sequence[tuple[int, int]], room: int
) -> tuple[tuple[int, ...], int]:
    """Widths for columns that want so much at least and at most; what is lacking.

    Room to spare is shared out evenly; room that lacks is taken by what each can give.

    >>> shared_out([(2, 4), (2, 8)], 16), shared_out([(2, 4), (2, 8)], 8)
    (((6, 10), 0), ((3, 5), 0))
    >>> shared_out([(2, 4), (2, 8)], 3)
    ((2, 2), 1)
    """
    least, natural = (sum(parts) for parts in zip(*wants, strict=True))
    if least > room:
        return tuple(want for want, _ in wants), least - room
    if natural <= room:
        weights, spare = [1] * len(wants), room - natural
        floors = [most for _, most in wants]
    else:
        weights, spare = [most - want for want, most in wants], room - least
        floors = [want for want, _ in wants]
    ends = [spare * part // sum(weights) for part in accumulate(weights, initial=0)]
    more = (end - start for start, end in pairwise(ends))
    return tuple(floor + part for floor, part in zip(floors, more, strict=True)), 0


def closed_up(deep: int, size: int, pitch: int) -> int:
    """By how much so many lines of one row stand closer than rows of the page do.

    A quarter of a row is gained above and below them, if their type leaves as much.

    >>> [closed_up(deep, 80, 130) for deep in (1, 2, 3, 6)], closed_up(2, 80, 90)
    ([0, 30, 30, 13], 0)
    """
    if deep == 1:
        return 0
    most = max(0, pitch - size * _CLOSEST[0] // _CLOSEST[1])
    return min(most, pitch // 2 // (deep - 1))


def are_figures(texts: Sequence[str]) -> bool:
    """Whether cells are figures, or stand for one that is not known.

    >>> are_figures(["1,200", "98.5%", "—"]), are_figures(["3日", "约5人"])
    (True, True)
    >>> are_figures(["桥头", "2"]), are_figures(["—", ""])
    (False, False)
    """
    found = [_FIGURE.match(text) for text in texts]
    pairs = zip(texts, found, strict=True)
    return any(found) and all(match or _NOTHING.match(text) for text, match in pairs)


def point_of(text: str) -> int:
    """How many of a figure's characters stand before its point.

    >>> point_of("1,200.5元"), point_of("98%"), point_of("—")
    (5, 2, 1)
    """
    match = _FIGURE.match(text)
    return match.end("whole") if match else len(text)


def _ruled(rows: Sequence[Sequence[Line]], setter: _Setter) -> Iterator[Line]:
    """The lines of the rows with their rules.

    Rules stand midway between two rows' em boxes.
    """
    size, pitch, wide = setter.setting.size, setter.row, setter.measure
    top = -above_baseline(size) - (pitch - size) // 2
    outer = HEAVY if setter.rules == "three" else THIN
    between = setter.rules == "grid"
    for number, row in enumerate(rows):
        for place, line in enumerate(row):
            strokes: list[Stroke] = []
            ruled_off = number < _RULED or between or setter.sums_up(number)
            if place == 0 and ruled_off:
                width = THIN if number else outer
                strokes.append(Stroke(0, top, wide, top, width))
            if (number, place) == (len(rows) - 1, len(row) - 1):
                strokes.append(Stroke(0, top + pitch, wide, top + pitch, outer))
            if setter.rules == "grid":
                edges = setter.bounds
                strokes += [Stroke(x, top, x, top + pitch, THIN) for x in edges]
            ruled = setter.rules != "none"
            yield replace(line, strokes=tuple(strokes)) if ruled else line
