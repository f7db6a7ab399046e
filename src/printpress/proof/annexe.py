"""Pages behind a proof (附页): all the text that found no room, in red, and all notes.

Overset lines are drawn as they were set, glyph for glyph, so that nothing of a story is
missing from its proof (``Makeup.overset``).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from printpress.display.draw import draw
from printpress.display.ops import DisplayList, Op, StrokeLine
from printpress.geometry import Size, above_baseline
from printpress.makeup.grid import Grid
from printpress.makeup.placed import Page, Patch, Placed, Rule, SetLine
from printpress.pipeline import MadeUp
from printpress.proof.lettering import INK, RED, Pen
from printpress.proof.paper import noted
from printpress.spec.comments import Comment
from printpress.text.galley import Line
from printpress.units import PT

HEAD: Final = 10 * PT
"""Type size of a story's name."""

WORDS: Final = 8 * PT
"""Type size of notes."""

TITLE: Final = 14 * PT


@dataclass(frozen=True, slots=True)
class Block:
    """Something that stands in one column and is not divided."""

    height: int
    """How much of the column it takes."""
    placed: tuple[Placed, ...] = ()
    """Set copy, from its own top left."""
    words: str = ""
    """A line of the program's own, in place of that."""
    size: int = WORDS
    """Its type size."""


@dataclass(frozen=True, slots=True)
class _Titled:
    """What every page of an annexe has at its head."""

    pen: Pen
    words: str

    def drawn(self, grid: Grid) -> Iterator[Op]:
        """The title over a rule."""
        y = grid.row_top(2)
        yield from self.pen.write(self.words, (grid.left, y), TITLE, RED)
        y += TITLE // 2
        right = grid.left + grid.width
        yield StrokeLine(grid.left, y, right, y, PT // 2, RED)


@dataclass(slots=True)
class _Sheet:
    """A page while it is filled."""

    placed: list[Placed] = field(default_factory=list)
    ops: list[Op] = field(default_factory=list)


def annexe(
    made: MadeUp, overset: Iterable[str], comments: Sequence[Comment], grid: Grid
) -> tuple[DisplayList, ...]:
    """The pages with those stories' overset and those notes; none where there is none.

    They are as large as the paper's own.
    """
    pen = Pen.of(made)
    measure = _measure(made, grid)
    blocks = [
        block
        for story in overset
        for block in (
            *_head(_told(made, story), pen, measure),
            *_overset(made, story, measure, grid.row),
        )
    ]
    if comments:
        blocks += _notes(comments, pen, measure)
    if not blocks:
        return ()
    title = f"附页　{made.issue.title}"
    sheets = _filled(blocks, _Titled(pen, title), grid, measure)
    first = made.pages[-1].page_nos[-1] + 1
    trim = made.issue.house.page.trim
    return tuple(
        _finished(made, sheet, first + number, trim)
        for number, sheet in enumerate(sheets)
    )


def _finished(made: MadeUp, sheet: _Sheet, number: int, trim: Size) -> DisplayList:
    page = Page(number, trim, tuple(sheet.placed))
    drawn = draw(page, 0, made.issue.house.root)
    return DisplayList(number, trim, 0, (*drawn.ops, *sheet.ops))


def _measure(made: MadeUp, grid: Grid) -> int:
    """How wide columns are: as the widest line, and at least one of the grid's."""
    lines = (line for lines in made.makeup.overset.values() for line in lines)
    widest = max((line.measure for line in lines if not line.down), default=0)
    return min(max(widest, grid.column_width), grid.width)


def _told(made: MadeUp, story: str) -> tuple[str, str]:
    """Where the story stands, and how much of it does not."""
    fits = [fit for fit in made.makeup.fits if fit.story == story]
    fit = next((fit for fit in reversed(fits) if fit.overset_lines), fits[-1])
    over = f"超出 {fit.overset_lines} 行（{fit.overset_characters} 字）"
    return f"第 {fit.page_no} 版 {fit.slot}　{story}", over


def _head(words: Iterable[str], pen: Pen, measure: int) -> Iterator[Block]:
    """A heading in as many lines as it needs."""
    for part in words:
        for line in pen.lines(part, HEAD, measure):
            yield Block(HEAD * 3 // 2, words=line, size=HEAD)


def _overset(made: MadeUp, story: str, measure: int, row: int) -> Iterator[Block]:
    lines = made.makeup.overset[story]
    for down, run in groupby(lines, lambda line: line.down):
        if down:
            yield from _down(tuple(run), story, measure, row)
        else:
            yield from (_across(line, story, row) for line in run)
    yield Block(row)


def _across(line: Line, story: str, row: int) -> Block:
    size = max((piece.size for piece in line.pieces), default=row)
    above = max((p.rise + above_baseline(p.size) for p in line.pieces), default=0)
    height = max(row, above + size // 2, *(stroke.y1 for stroke in line.strokes))
    y = above + (row - size) // 2 if above < row else above
    fills = tuple(rect.moved(0, y) for rect in line.fills)
    height = max(height, *(rect.bottom + row // 2 for rect in fills), 0)
    rules = (Rule(s.x0, y + s.y0, s.x1, y + s.y1, s.width, RED) for s in line.strokes)
    patches = (Patch(fills, RED),) if fills else ()
    text = SetLine(line, 0, y, RED, part="body", story=story)
    return Block(height, (text, *patches, *rules))


def _down(lines: Sequence[Line], story: str, measure: int, row: int) -> Iterator[Block]:
    """Lines that run down, as many side by side as the column holds."""
    several = max(1, measure // row)
    for start in range(0, len(lines), several):
        run = lines[start : start + several]
        right = measure - row // 2
        placed = tuple(
            SetLine(line, right - place * row, 0, RED, part="body", story=story)
            for place, line in enumerate(run)
        )
        yield Block(max(line.measure for line in run) + row, placed)


def _notes(comments: Sequence[Comment], pen: Pen, measure: int) -> Iterator[Block]:
    yield from _head(("校样意见",), pen, measure)
    for comment in comments:
        done = "已改" if comment.done else "未改"
        words = f"第 {comment.page} 版　{done}　{noted(comment)}"
        for line in pen.lines(words, WORDS, measure):
            yield Block(WORDS * 3 // 2, words=line)
        yield Block(WORDS // 2)


def _filled(
    blocks: Sequence[Block], title: _Titled, grid: Grid, measure: int
) -> list[_Sheet]:
    """The blocks in columns, on as many pages as they need."""
    top, foot = grid.row_top(4), grid.row_top(grid.rows + 1)
    sheets: list[_Sheet] = []
    x = y = 0
    for block in blocks:
        if sheets and y + block.height > foot:
            x, y = x + measure + grid.gutter, top
        if not sheets or x + measure > grid.left + grid.width:
            sheets.append(_Sheet())
            sheets[-1].ops += title.drawn(grid)
            x, y = grid.left, top
        sheet = sheets[-1]
        sheet.placed += (_moved(placed, x, y) for placed in block.placed)
        if block.words:
            ink = RED if block.size == HEAD else INK
            base = y + block.size
            sheet.ops += title.pen.write(block.words, (x, base), block.size, ink)
        y += block.height
    return sheets


def _moved(placed: Placed, x: int, y: int) -> Placed:
    match placed:
        case SetLine():
            return SetLine(
                placed.line,
                placed.x + x,
                placed.y + y,
                placed.ink,
                placed.part,
                placed.story,
            )
        case Rule():
            ends = (placed.x0 + x, placed.y0 + y, placed.x1 + x, placed.y1 + y)
            return Rule(*ends, placed.width, placed.ink)
        case Patch():
            rects = tuple(rect.moved(x, y) for rect in placed.rects)
            return Patch(rects, placed.ink)
        case _:
            return placed
