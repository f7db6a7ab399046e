"""Lists of names (名单): even columns, names of two characters spread to three cells.

Public notices (公示), funeral committees and lists of donors are set so: 王　明 stands
as wide as 李建国, so that names stand below each other. A name longer than its cell
takes several.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from printpress.content.story import Paragraph
from printpress.makeup.blocks import ROLES, Desk
from printpress.text.galley import (
    Line,
    Missing,
    Preset,
    Run,
    Setting,
    set_one_line,
    shifted,
)

NAME_CELLS: Final = 3
"""Cells of a name: a surname and two characters."""

GAP: Final = 1
"""Cells between two names, at least."""

_NAME = re.compile(r"\S+")
_SHORT = re.compile("[\u4e00-\u9fff]{2}")
"""A name of two characters, which is spread."""


@dataclass(frozen=True, slots=True)
class _Name:
    """One name, set."""

    line: Line
    cells: int
    """Columns of the list that it takes."""


def set_names(desk: Desk, block: Sequence[Paragraph]) -> Iterator[Preset]:
    """The lines of a list of names, each line of the copy on rows of its own."""
    setter = _Setter(desk)
    for paragraph in block:
        yield setter.preset(paragraph)


class _Setter:
    """Sets the names of one list."""

    def __init__(self, desk: Desk) -> None:
        styles = desk.styles
        style = styles.style(ROLES["names"])
        style = style.at(min(style.size, styles.house.grid.row))
        self.library = desk.library
        self.setting: Setting = replace(styles.setting(style), align="left")
        self.font = style.font
        self.em = em = style.size
        name, step = NAME_CELLS * em, (NAME_CELLS + GAP) * em
        self.measure = desk.measure
        self.columns = max(1, (desk.measure + GAP * em) // step)
        gaps = max(1, self.columns - 1)
        self.step = max(step, (desk.measure - name) // gaps)

    def preset(self, paragraph: Paragraph) -> Preset:
        """A paragraph's names on as many rows as they take."""
        missing: list[Missing] = []
        rows: list[list[Line]] = [[]]
        at = 0
        for match in _NAME.finditer(paragraph.text):
            name = self._name(match[0], match.start(), missing)
            if at and at + name.cells > self.columns:
                rows.append([])
                at = 0
            rows[-1].append(shifted(name.line, at * self.step))
            at += name.cells
        lines = [self._beside(row) for row in rows]
        last = len(lines) - 1
        return Preset(
            tuple(
                replace(line, first=number == 0, last=number == last)
                for number, line in enumerate(lines)
            ),
            tuple(missing),
        )

    def _name(self, name: str, offset: int, missing: list[Missing]) -> _Name:
        """A name and the columns it takes; two characters stand an em apart."""
        parts = list(name) if _SHORT.fullmatch(name) else [name]
        lines: list[Line] = []
        for number, part in enumerate(parts):
            run = (Run(part, self.font),)
            line, lacks = set_one_line(run, self.setting, self.library)
            missing += [replace(m, offset=m.offset + offset + number) for m in lacks]
            lines.append(shifted(line, number * (NAME_CELLS - 1) * self.em))
        whole = self._beside(lines)
        gap = GAP * self.em
        cells = max(1, -(-(whole.width + gap) // self.step))
        return _Name(replace(whole, text=name), min(cells, self.columns))

    def _beside(self, parts: Sequence[Line]) -> Line:
        """Lines side by side as one."""
        ends = (
            line.pieces[-1].xs[-1] + line.pieces[-1].size
            for line in parts
            if line.pieces and line.pieces[-1].xs
        )
        return Line(
            pieces=tuple(chain.from_iterable(part.pieces for part in parts)),
            width=max(ends, default=0),
            measure=self.measure,
            text=" ".join(part.text for part in parts),
            paragraph=0,
            first=False,
            last=False,
            looseness=0,
            characters=sum(part.characters for part in parts),
        )
