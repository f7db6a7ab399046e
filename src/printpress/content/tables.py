"""Small tables of figures: rows of cells between ``|``, as GitHub's Markdown has them.

The second line says by ``---`` that the first is the table's head, and by colons how
its columns stand. A line ``表：…`` right above is its caption. Full-width ``｜`` and
dashes do as well.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from printpress.content.block_faults import ragged_table, table_without_head
from printpress.content.inline import Copy
from printpress.content.lines import SourceLine, joined
from printpress.content.story import Cell, Origins, Paragraph, Run, Table
from printpress.diagnostics import Diagnostic

Inline = Callable[[Copy], tuple[tuple[Run, ...], Copy]]
"""Reads the marks inside a text: its runs, and what is left of it."""

BARS: Final = "|｜"
_BAR = re.compile(rf"\\.|\{{[^{{}}]*\}}|(?P<bar>[{BARS}])")
"""A bar; those behind a \\ and in ``{字|zì}`` part no cells."""
_DASHES = r"[ \t]*[:：]?[-–—－]+[:：]?[ \t]*"
_DELIMITER = re.compile(rf"[{BARS}]?{_DASHES}(?:[{BARS}]{_DASHES})*[{BARS}]?$")
_CAPTION = re.compile(r"(?:表|[Tt]able)[ \t]*[:：][ \t\u3000]*(?=\S)")


def has_cells(text: str) -> bool:
    r"""Whether a line could be a table's row.

    >>> has_cells("甲 | 乙"), has_cells(r"甲 \| 乙")
    (True, False)
    """
    return bool(_bars(text))


def _bars(text: str) -> list[int]:
    """Where bars stand that part cells."""
    return [match.start() for match in _BAR.finditer(text) if match["bar"]]


def is_delimiter(text: str) -> bool:
    """Whether a line parts a table's head from its rows.

    >>> [is_delimiter(text) for text in ("|--|:-:|", "｜——｜", "--- | ---", "---")]
    [True, True, True, False]
    """
    return _DELIMITER.match(text) is not None and has_cells(text)


def caption_in(line: SourceLine) -> SourceLine | None:
    """The words of a line that is a table's caption."""
    match = _CAPTION.match(line.text)
    return line.part(match.end()) if match else None


def cells_of(line: SourceLine) -> list[SourceLine]:
    """What stands between a row's bars."""
    bars = _bars(line.text)
    if line.text[0] not in BARS:
        bars.insert(0, -1)
    if bars[-1] != len(line.text) - 1:
        bars.append(len(line.text))
    return [line.part(left + 1, right) for left, right in pairwise(bars)]


def _align(cell: str) -> str:
    left, right = cell[:1] in (":", "："), cell[-1:] in (":", "：")
    if left and right:
        return "center"
    return "left" if left else "right" if right else ""


class _Cells:
    """Cells one after another, their copy as one text."""

    def __init__(self, inline: Inline) -> None:
        self.inline = inline
        self.runs: list[Run] = []
        self.origins: list[Origins] = []
        self.length = 0

    def take(self, line: SourceLine) -> Cell:
        """The next cell."""
        if not line.text:
            return Cell((), self.length)
        runs, copy = self.inline(joined([line]))
        cell = Cell(runs, self.length)
        self.origins.append(
            tuple((self.length + at, span) for at, span in copy.origins)
        )
        for run in runs:
            last = self.runs[-1] if self.runs else run
            alike = replace(last, text=run.text) == run and not (run.mark or run.ruby)
            if self.runs and alike:
                self.runs[-1] = replace(run, text=last.text + run.text)
            else:
                self.runs.append(run)
        self.length += len(copy.text)
        return cell


def read_table(
    caption: SourceLine | None,
    lines: Sequence[SourceLine],
    inline: Inline,
    found: list[Diagnostic],
) -> Paragraph | None:
    """The table as one paragraph; None where nothing stands in it."""
    headed = len(lines) > 1 and is_delimiter(lines[1].text)
    aligns: tuple[str, ...] = ()
    rows = list(lines)
    if headed:
        aligns = tuple(_align(cell.text) for cell in cells_of(rows.pop(1)))
    else:
        found.append(table_without_head(lines[0].span, lines[0].text))
    written = [cells_of(row) for row in rows]
    wanted = len(written[0])
    if headed and len(aligns) != wanted:
        found.append(ragged_table(len(aligns), wanted, lines[1].span, lines[1].text))
    for row, cells in zip(rows[1:], written[1:], strict=True):
        if len(cells) != wanted:
            found.append(ragged_table(len(cells), wanted, row.span, row.text))
    copy = _Cells(inline)
    words = copy.take(caption) if caption else None
    table = Table(
        words, tuple(tuple(map(copy.take, cells)) for cells in written), aligns
    )
    if not copy.length:
        return None
    origins = tuple(origin for part in copy.origins for origin in part)
    return Paragraph(tuple(copy.runs), "table", origins, table=table)
