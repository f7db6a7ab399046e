"""Layouts read as a designer would, before any copy is in them: holes, neighbours.

Only the layouts of an issue's pages are read. What these rules ask concerns whoever
draws the layout, not the staff who fill it, so ``printpress check`` alone asks it.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, combinations, groupby

from printpress.content.issue import Issue
from printpress.diagnostics import Both, Diagnostic, Note, warning
from printpress.lint.divided import remainders
from printpress.spec.boxes import Box, boxes_of, meeting, shown
from printpress.spec.house import House
from printpress.spec.layout import Cells, LayoutSpec, SlotSpec

HOLE_ROWS = 2
"""Empty rows that pass: a rule goes in one, air in another (art direction)."""

AIR = Fraction(3, 2)
"""Body ems that part neighbours without a rule (domain notes 2.5)."""

HEADED = ("story", "notice")
"""Uses whose copy begins with its heading."""

_PARTED = Both("neighbours need a rule or 1.5 em of air", "相邻两稿要有线，或空 1.5 字")
"""Why slots want something between them."""

LEAST_HEADING_ROWS = 2
"""Rows of a heading where its role does not say (taste)."""


def lint_layouts(issue: Issue) -> tuple[Diagnostic, ...]:
    """Everything to ask about the layouts of the issue, each layout once."""
    layouts = {page.layout.name: page.layout for page in issue.pages}
    house = issue.house
    found = chain.from_iterable(
        (
            *holes(layout, house),
            *colliding_heads(layout, house),
            *unparted(layout, house),
            *remainders(layout, house),
        )
        for layout in layouts.values()
    )
    return tuple(one for one in found if one.code not in issue.accepted)


def holes(layout: LayoutSpec, house: House) -> Iterator[Diagnostic]:
    """Rows that nothing stands in, three or more of them, over whole columns."""
    boxes = tuple(boxes_of(layout))
    runs = [
        (run, column)
        for column in range(1, layout.columns + 1)
        for run in _free_runs(boxes, column, house.grid.rows)
    ]
    for rows, group in groupby(sorted(runs), key=lambda run: run[0]):
        for cols in _neighbouring([column for _, column in group]):
            yield _hole(cols, rows, boxes, layout)


def _free_runs(boxes: tuple[Box, ...], column: int, rows: int) -> Iterator[Cells]:
    """Deep runs of rows of a column that no box takes."""
    taken = sorted(b.rows for b in boxes if b.cols[0] <= column <= b.cols[1])
    free = 1
    for first, last in (*taken, (rows + 1, rows + 1)):
        if first - free > HOLE_ROWS:
            yield free, first - 1
        free = max(free, last + 1)


def _neighbouring(columns: list[int]) -> Iterator[Cells]:
    """Columns side by side as pairs of first and last."""
    start = 0
    for index in range(1, len(columns) + 1):
        if index == len(columns) or columns[index] != columns[index - 1] + 1:
            yield columns[start], columns[index - 1]
            start = index


def _hole(
    cols: Cells, rows: Cells, boxes: tuple[Box, ...], layout: LayoutSpec
) -> Diagnostic:
    """A hole, told at the slot above it that could grow; else at one below."""
    slots = {slot.name for slot in layout.slots}
    beside = [box for box in boxes if box.name in slots and meeting(box.cols, cols)]
    above = [box for box in beside if box.rows[1] < rows[0]]
    below = [box for box in beside if box.rows[0] > rows[1]]
    if above:
        near = max(above, key=lambda box: box.rows[1])
        grown = near.rows[0], rows[1] - 1 if below else rows[1]
    elif below:
        near = min(below, key=lambda box: box.rows[0])
        grown = rows[0] + 1 if rows[0] > 1 else 1, near.rows[1]
    else:
        near, grown = None, rows
    deep = rows[1] - rows[0] + 1
    return warning(
        "layout-gap",
        near.span if near else layout.span,
        Both(
            f'layout "{layout.name}" leaves {deep} rows empty: cols {shown(cols)}, '
            f"rows {shown(rows)}",
            f"版式“{layout.name}”空着 {deep} 行：第 {shown(cols)} 栏、"
            f"第 {shown(rows)} 行",
        ),
        fix=_filled(near, grown),
    )


def _filled(near: Box | None, rows: Cells) -> Both:
    if near is None:
        return Both("add a slot there", "在此处加一个版位")
    return Both(
        f'write `rows: {shown(rows)}` for "{near.name}", or add a slot there',
        f"“{near.name}”写 `rows: {shown(rows)}`，或在此处加一个版位",
    )


def _beside(layout: LayoutSpec) -> Iterator[tuple[SlotSpec, SlotSpec]]:
    """Slots next to each other, the left one first; none over the fold."""
    half = layout.columns // 2
    for one, other in combinations(layout.slots, 2):
        left, right = sorted((one, other), key=lambda slot: slot.cols)
        fold = layout.spread and left.cols[1] == half
        if left.cols[1] + 1 == right.cols[0] and not fold:
            yield left, right


def _closed(*slots: SlotSpec) -> bool:
    """Whether one of them is a box by itself."""
    return any(slot.frame or slot.tint for slot in slots)


def _the_other(slot: SlotSpec) -> tuple[Note, ...]:
    return (Note(slot.span, Both("the other slot", "另一个版位")),)


def colliding_heads(layout: LayoutSpec, house: House) -> Iterator[Diagnostic]:
    """Headings side by side with nothing between them (对题), whatever the copy."""
    for left, right in _beside(layout):
        heads = [_head_rows(slot, house) for slot in (left, right)]
        if None in heads or right.left_rule or _closed(left, right):
            continue
        reach = left.heading_columns[1] == left.own_columns
        rows = meeting(*heads)  # type: ignore[arg-type]  # none is None
        if rows and reach and right.heading_columns[0] == 1:
            yield _heads_collide(left, right)


def _head_rows(slot: SlotSpec, house: House) -> Cells | None:
    """Rows that the slot's heading takes at least; None where none heads it."""
    below = slot.picture is not None and slot.picture.at == "above"
    inset = slot.inset_heading and slot.heading_at == "top"
    heads = slot.use in HEADED and (slot.heading == "above" or inset)
    if not heads or below or slot.title or slot.on:
        return None
    least = house.roles[slot.role].rows or (LEAST_HEADING_ROWS, 0)
    return slot.rows[0], slot.rows[0] + least[0] - 1


def _heads_collide(left: SlotSpec, right: SlotSpec) -> Diagnostic:
    return warning(
        "heads-must-collide",
        right.span,
        Both(
            f'the headings of "{left.name}" and "{right.name}" stand side by side',
            f"版位“{left.name}”与“{right.name}”的标题并排相对",
        ),
        why=Both(
            "readers read such headings as one (对题)", "对题会让读者把两题连成一句"
        ),
        fix=Both(
            f'give "{right.name}" a picture `at: above`, `heading: vertical`, a '
            "`frame`, `left_rule: true` or other rows",
            f"“{right.name}”可把图放在题上（at: above）、改竖题（heading: vertical）、"
            "加框、加左侧线（left_rule: true）或错开行",
        ),
        notes=_the_other(left),
    )


def unparted(layout: LayoutSpec, house: House) -> Iterator[Diagnostic]:
    """Neighbours with neither a rule nor air between them."""
    if house.grid.gutter < AIR:
        for left, right in _beside(layout):
            rows = meeting(left.rows, right.rows)
            if rows and not right.left_rule and not _closed(left, right):
                yield _too_near(left, right, house)
    for one, other in combinations(layout.slots, 2):
        upper, lower = sorted((one, other), key=lambda slot: slot.rows)
        pitches = lower.rows[0] - upper.rows[1]
        air = pitches * house.grid.row - house.body.size
        if not meeting(upper.cols, lower.cols) or pitches < 1:
            continue
        ruled = lower.rule == "above" or upper.rule == "below" or lower.title
        if air < AIR * house.body.size and not ruled and not _closed(upper, lower):
            yield _no_row_between(upper, lower)


def _too_near(left: SlotSpec, right: SlotSpec, house: House) -> Diagnostic:
    gutter = f"{float(house.grid.gutter):g}"
    return warning(
        "no-separation",
        right.span,
        Both(
            f'only a gutter of {gutter} em parts "{right.name}" from "{left.name}" at '
            "its left",
            f"版位“{right.name}”与左邻“{left.name}”之间只有 {gutter} 字栏空",
        ),
        why=_PARTED,
        fix=Both(
            f'write `left_rule: true` for "{right.name}", or give one of the two a '
            "`frame` or `tint`",
            f"“{right.name}”写 `left_rule: true`，或给其中一个加框、加底色",
        ),
        notes=_the_other(left),
    )


def _no_row_between(upper: SlotSpec, lower: SlotSpec) -> Diagnostic:
    return warning(
        "no-separation",
        lower.span,
        Both(
            f'nothing parts "{lower.name}" from "{upper.name}" above it',
            f"版位“{lower.name}”与上邻“{upper.name}”之间没有线，也没有足够的空",
        ),
        why=_PARTED,
        fix=Both(
            f'begin "{lower.name}" at row {lower.rows[0] + 1} with `rule: above`',
            f"“{lower.name}”从第 {lower.rows[0] + 1} 行起，并写 `rule: above`",
        ),
        notes=_the_other(upper),
    )
