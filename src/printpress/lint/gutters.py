"""White lines by which a page falls into halves (通缝、断版; domain notes 2.5).

A line under a single story (通栏头条) or above a strip at the foot is that story's
edge, and a narrow column beside the page is a column. What is asked about is a page
both of whose halves are pages by themselves.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from printpress.diagnostics import Both, Note, warning
from printpress.geometry import Rect
from printpress.lint.sheet import Sheet, Told
from printpress.spec.layout import SlotSpec

HALF_ACROSS: Final = Fraction(1, 3)
"""Share of the slots' height that the lower part above or below a line has at least
(taste: a strip of adverts or notices at the foot has less)."""

HALF_DOWN: Final = Fraction(9, 20)
"""Share of the width that the narrower part beside a line has at least (taste: of five
columns two and three are no halves, of six three and three are)."""

LEAST_SLOTS: Final = 2
"""Slots on either side of a line across, at least."""


def through_gutter(sheet: Sheet) -> Iterator[Told]:
    """White from edge to edge between slots, or from head to foot in one gutter."""
    slots = sheet.copy.layout.slots
    head = min(slot.rows[0] for slot in slots)
    foot = max(slot.rows[1] for slot in slots)
    yield from _across(sheet, slots, head, foot)
    yield from _down(sheet, slots, head, foot)


def _across(
    sheet: Sheet, slots: Sequence[SlotSpec], head: int, foot: int
) -> Iterator[Told]:
    for row in sorted({slot.rows[1] for slot in slots} - {foot}):
        above = [slot for slot in slots if slot.rows[1] <= row]
        below = [slot for slot in slots if slot.rows[0] > row]
        if len(above) + len(below) < len(slots):
            continue
        less = min(row - head + 1, foot - row)
        few = min(len(above), len(below))
        if few >= LEAST_SLOTS and less >= HALF_ACROSS * (foot - head + 1):
            yield _fallen_across(sheet, row, above, below)


def _fallen_across(
    sheet: Sheet, row: int, above: Sequence[SlotSpec], below: Sequence[SlotSpec]
) -> Told:
    number = sheet.copy.number
    lowest, next_one = max(above, key=lambda slot: slot.rows[1]), below[0]
    says = warning(
        "through-gutter",
        next_one.span,
        Both(
            f"page {number} falls into halves: nothing crosses the line below row "
            f"{row}, {len(above)} slots above it and {len(below)} below",
            f"第{number}版断版：第 {row} 行之下从左到右没有一物跨过，"
            f"上面 {len(above)} 个版位，下面 {len(below)} 个",
        ),
        why=Both(
            "a white line right across makes two pages of one (通线、断版)",
            "通栏的白缝把一版断成两版",
        ),
        fix=Both(
            f'begin "{next_one.name}" higher or let "{lowest.name}" end lower, so that '
            "the slots do not all meet at one row",
            f"让“{next_one.name}”提前几行或“{lowest.name}”晚几行收，各版位错开",
        ),
        notes=(Note(lowest.span, Both("the slot above", "上面的版位")),),
    )
    return Told(says)


def _down(
    sheet: Sheet, slots: Sequence[SlotSpec], head: int, foot: int
) -> Iterator[Told]:
    grid = sheet.grid
    room = grid.rect((1, grid.columns), (head, foot))
    for column in range(1, grid.columns):
        left, right = grid.span(column, column), grid.span(column + 1, column + 1)
        edge = left.x + left.width
        less = min(edge - room.x, room.right - right.x)
        if less < HALF_DOWN * (room.width - (right.x - edge)):
            continue
        gutter = Rect((edge + right.x) // 2, room.y, 1, room.height)
        crossing = (thing for thing in sheet.things if thing.rect.overlaps(gutter))
        if all(thing.rule for thing in crossing):  # rules leave it white
            yield _fallen_down(sheet, column, slots)


def _fallen_down(sheet: Sheet, column: int, slots: Sequence[SlotSpec]) -> Told:
    number, spread = sheet.copy.number, sheet.page.spread
    left = next(slot for slot in slots if slot.cols[0] <= column)
    right = next((slot for slot in slots if slot.cols[1] > column), left)
    width = sheet.grid.columns
    over = f"{max(1, column - 1)}-{min(width, column + 2)}"
    says = warning(
        "through-gutter",
        right.span,
        Both(
            f"page {number} falls into halves: nothing crosses the gutter between "
            f"columns {column} and {column + 1} from head to foot",
            f"第{number}版通缝：第 {column}、{column + 1} 栏之间从上到下没有标题或图片"
            "跨过",
        ),
        why=Both(
            "a spread whose pages share nothing is no spread (通版)"
            if spread
            else "a white line from head to foot makes two pages of one (通缝)",
            "通版须有标题或图片跨过折缝" if spread else "直通上下的白缝把一版分成两版",
        ),
        fix=Both(
            f"let one slot with a heading or picture stand over columns {over}",
            f"让一个有标题或图片的版位跨第 {over} 栏",
        ),
        notes=(Note(left.span, Both("the slot at its left", "左边的版位")),)
        if left is not right
        else (),
    )
    return Told(says)
