"""What runs wear beside their characters, put on a paragraph's rows and on its lines.

``dress`` runs once a paragraph, before lines are broken: a frame takes its air, a
reading the room that it needs, a note mark keeps to its text. Nothing else of it
changes where a line may end. ``line_marks`` then says where each mark is on a line that
is filled, so that marks stretch with characters that are spread.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from printpress.text import ruby
from printpress.text.items import Items
from printpress.text.marks import (
    FRAME_AIR,
    FRAME_BEARING,
    FRAME_BLANK,
    LineMark,
    Marked,
)
from printpress.text.metrics import Metrics
from printpress.text.punctuation import (
    CENTRED,
    CLOSING,
    EXTEND,
    HAN_LIKE,
    HEAD,
    INTERPUNCT,
    OPENING,
    WHOLE_BANG,
    WIDE_SPACE,
)
from printpress.text.ruby import Reading
from printpress.text.setting import Run

_UNDERLINED: Final = frozenset({"name", "title"})


class Columns(Protocol):
    """What of a paragraph's columns can change for what is worn."""

    widths: list[int]
    """What each row takes of the line."""
    shifts: list[int]
    """From there to each glyph's origin."""
    inner: list[int]
    """Rows with a joint of a unit before them."""
    kept: list[int]
    """Rows that may begin no line, and from which nothing is spread away."""
    solid: list[int]
    """Rows of marks that give up no blank, for something stands on it."""
    partings: dict[int, int]
    """Row → what must follow it before the next."""
    lacks: list[tuple[int, str]]
    """Where in the copy, and which characters, no face has."""

    def metrics(self, font: str, size: int = 0) -> Metrics:
        """The table of a face."""

    def serving(self, char: str, table: Metrics) -> Metrics | None:
        """The table of a face that has the character."""

    def blanks(self, row: int) -> tuple[int, int]:
        """What a row has before and behind its ink."""

    def close_up(self, row: int, kind: str, half: int) -> None:
        """Takes the blank away that a mark has behind its ink."""


@dataclass(frozen=True, slots=True)
class Worn:
    """A run that wears something, and its rows."""

    run: Run
    """The run."""
    first: int
    """Its first row."""
    end: int
    """The row after its last."""
    offset: int
    """Where its copy begins in the paragraph's."""
    em: int
    """Its type size."""
    faces: tuple[str, ...]
    """Faces for its reading, the best first."""


def dress(
    worn: Sequence[Worn], kinds: str, columns: Columns, half: int
) -> tuple[tuple[Marked, ...], tuple[Reading, ...]]:
    """The marks and readings of a paragraph; its columns make room for them."""
    marks: list[Marked] = []
    readings: list[Reading] = []
    for part in worn:
        if part.first == part.end:
            continue
        run = part.run
        if run.ruby:
            readings += _readings(part, kinds, columns)
        if run.mark == "mourning":
            _frame(part, kinds, columns)
        if run.mark == "note":
            _keep_to_text(part, kinds, columns, half)
        elif run.mark:
            marks.append(Marked(run.mark, part.first, part.end, part.em))
        if run.dots:
            beyond = run.mark in _UNDERLINED
            marks.append(Marked("dots", part.first, part.end, part.em, beyond))
    marks = _level(marks)
    for reading in readings:
        columns.solid += ruby.widen(reading, kinds, columns.widths, columns.shifts)
    for row, blank in ruby.partings(readings, columns.widths):
        columns.partings[row] = max(blank, columns.partings.get(row, 0))
    return tuple(marks), tuple(readings)


def _level(marks: Sequence[Marked]) -> list[Marked]:
    """The marks, with dots of neighbouring runs at one distance.

    Where any of them has a line between, all stand beyond it.
    """
    groups: list[list[Marked]] = []
    for mark in marks:
        if mark.kind == "dots":
            if groups and groups[-1][-1].end == mark.first:
                groups[-1].append(mark)
            else:
                groups.append([mark])
    beyond = {
        mark.first
        for group in groups
        if any(mark.beyond for mark in group)
        for mark in group
    }
    return [
        replace(mark, beyond=mark.kind == "dots" and mark.first in beyond)
        for mark in marks
    ]


def _readings(part: Worn, kinds: str, columns: Columns) -> Iterator[Reading]:
    """One for each of its characters, or one for all of them."""
    rows = [row for row in range(part.first, part.end) if kinds[row] != EXTEND]
    parts = ruby.syllables(part.run.ruby, "".join(kinds[row] for row in rows))
    if len(parts) == 1:
        columns.inner.extend(range(part.first + 1, part.end))
        rows = rows[:1]
    size = ruby.size_of(part.em)
    tables = [columns.metrics(face, size) for face in part.faces]
    for row, after, text in zip(rows, [*rows[1:], part.end], parts, strict=True):
        shapes, lacking = ruby.shaped(
            text, tables, lambda char: columns.serving(char, tables[0])
        )
        columns.lacks.extend((part.offset, char) for char in lacking)
        if shapes:
            yield Reading(row, after, part.em, shapes)


def _frame(part: Worn, kinds: str, columns: Columns) -> None:
    """A framed name is one unit, with air inside its frame and outside.

    A neighbour that has a blank of its own on that side needs no other.
    """
    bearing, most = (part.em * n // 1000 for n in (FRAME_BEARING, FRAME_BLANK))
    air = part.em * FRAME_AIR // 1000
    first, last = part.first, part.end - 1
    columns.inner.extend(range(first + 1, part.end))
    before, behind = columns.blanks(first)[0], columns.blanks(last)[1]
    left = bearing - min(before, most)
    columns.widths[first] += left
    columns.shifts[first] += left
    columns.widths[last] += bearing - min(behind, most)
    columns.solid += first, last
    if first and kinds[first - 1] not in CLOSING + CENTRED + WIDE_SPACE:
        columns.partings[first - 1] = air
    if kinds[part.end : part.end + 1] not in tuple(OPENING + CENTRED + WIDE_SPACE):
        columns.partings[last] = air


def _keep_to_text(part: Worn, kinds: str, columns: Columns, half: int) -> None:
    """A note mark is a unit and follows its text on the line (w3c/clreq issue 262).

    A mark of punctuation before it gives up its blank, over which the figure would hang
    far away from its text.
    """
    columns.inner.extend(range(part.first + 1, part.end))
    columns.kept.append(part.first)
    before = part.first - 1
    if before >= 0 and kinds[before] in CLOSING + CENTRED:
        columns.close_up(before, kinds[before], half)


def line_marks(
    items: Items, start: int, starts: Sequence[int], xs: Sequence[int]
) -> Iterator[LineMark]:
    """The marks of a line from row *start* on.

    *starts* is where each row begins, and at last where the line ends; *xs* are the
    origins of its glyphs.
    """
    end = start + len(xs)
    for mark in items.marks:
        first, last = max(mark.first, start), min(mark.end, end) - 1
        if first > last:
            continue
        left, right = extent(items, start, starts, (first, last))
        centres: tuple[int, ...] = ()
        if mark.kind == "dots":
            dotted = (r for r in range(first, last + 1) if items.kinds[r] in HAN_LIKE)
            centres = tuple(xs[row - start] + mark.em // 2 for row in dotted)
            if not centres:
                continue
        yield LineMark(mark.kind, left, right, mark.em, centres, mark.beyond)


def extent(
    items: Items, start: int, starts: Sequence[int], rows: tuple[int, int]
) -> tuple[int, int]:
    """Where the characters of rows begin and end on a line, without what follows."""
    first, last = rows
    here = starts[last - start]
    right = min(starts[last - start + 1], here + items.widths[last])
    return starts[first - start], right


def made_solid(kinds: str, rows: Sequence[int]) -> str:
    """The classes, those of marks in *rows* without a blank to give up.

    They begin and end lines where they did.
    """
    own = list(kinds)
    for row in rows:
        if own[row] in OPENING:
            own[row] = HEAD
        elif own[row] in CLOSING + CENTRED + INTERPUNCT:
            own[row] = WHOLE_BANG
    return "".join(own)


def with_notes(kinds: str, stretches: Mapping[int, int]) -> str:
    """Classes of a copy with note marks: each character of those is a note's.

    *stretches* are their first offsets and the offsets behind them.
    """
    for first, end in stretches.items():
        kinds = f"{kinds[:first]}{'V' * (end - first)}{kinds[end:]}"
    return kinds
