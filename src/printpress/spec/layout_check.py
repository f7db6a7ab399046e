"""Reads page layouts with their bases, and checks them against the house's grid."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from printpress.diagnostics import Both, Diagnostic, Note, Span, error
from printpress.spec.boxes import Box, boxes_of, meeting, shown
from printpress.spec.extends import Extending, with_bases
from printpress.spec.fields import Reading, Unread, place_at
from printpress.spec.heading_check import heading_faults
from printpress.spec.house import House
from printpress.spec.inset_check import insets_inside
from printpress.spec.layout import (
    FIXTURES,
    LEAST_EMS,
    Cells,
    Furniture,
    LayoutSpec,
    SlotSpec,
    StripSpec,
)
from printpress.spec.layout_form import ALL_COLUMNS, LAYOUT, LayoutForm
from printpress.spec.nearest import did_you_mean, one_of
from printpress.spec.source import MappingNode
from printpress.spec.spread_check import across_fold
from printpress.spec.vertical_check import unlike_vertical
from printpress.spec.words_check import chartless, wordless

FOLDER = "layouts/pages"
"""Where layouts lie, from the root."""

EXTENDING = Extending("layout", (FOLDER,), (FOLDER,), "{slots: …}")
"""Layouts."""

BOX_INSETS = 2
"""Body ems that a frame or tint keeps from its text, at both sides together."""

_ROLE_OF_USE = {
    "guide": "guide",
    "notice": "notice",
    "brief": "brief",
    "picture": "photo",
    **{use: use for use in FIXTURES},
    "words": "banner",
}


def read_layout(
    name: str, span: Span | None, house: House | None, reading: Reading
) -> LayoutSpec:
    """The layout of that name; *span* is where it is named. Raises :class:`Unread`.

    Without a house nothing is checked against the grid.
    """
    node = with_bases(name, span, EXTENDING, reading)
    before = len(reading.found)
    form = LAYOUT.read(node, reading)
    if house is None or len(reading.found) > before:
        raise Unread
    return _checked(name, node, form, house, reading)


def _checked(
    name: str, node: MappingNode, form: LayoutForm, house: House, reading: Reading
) -> LayoutSpec:
    slots = tuple(_with_role(slot, node, house, reading) for slot in form.slots)
    columns = house.grid.columns * (2 if form.spread else 1)
    layout = LayoutSpec(
        name=name,
        file=node.file,
        furniture=_spread(form.furniture, columns),
        slots=tuple(sorted(slots, key=lambda s: (s.rows, s.cols, s.name))),
        column_rule=form.column_rule,
        span=node.span,
        spread=form.spread,
        columns=columns,
        node=node,
    )
    boxes = list(boxes_of(layout))
    for box in boxes:
        reading.found.extend(_outside(box, columns, house))
    for left, right in combinations(boxes, 2):
        reading.found.extend(_overlap(left, right))
    for slot in layout.slots:
        reading.found.extend(insets_inside(slot, _each(slot, house)))
        reading.found.extend(_too_narrow(slot, house))
        reading.found.extend(wordless(slot))
        reading.found.extend(chartless(slot))
        reading.found.extend(unlike_vertical(slot, house))
        reading.found.extend(across_fold(slot, layout))
        reading.found.extend(heading_faults(slot, house))
    if not layout.slots:
        reading.report(_no_slots(layout))
    return layout


def _with_role(
    slot: SlotSpec, node: MappingNode, house: House, reading: Reading
) -> SlotSpec:
    """The slot with its role; a role that there is not is told where it is named."""
    role = slot.role or _standard_role(slot, house)
    optional = slot.use in FIXTURES and not slot.role
    if role not in house.roles and not optional:
        keys = ("slots", slot.name, "role")
        span = place_at(node, *keys, default=slot.span)
        reading.report(_unknown_role(slot, role, span, house))
    return replace(slot, role=role)


def _standard_role(slot: SlotSpec, house: House) -> str:
    if slot.name in house.roles:
        return slot.name
    return _ROLE_OF_USE.get(slot.use, slot.name)


def _spread(furniture: Furniture, columns: int) -> Furniture:
    """The furniture that says no columns over all of them."""

    def cols(given: Cells) -> Cells:
        return (1, columns) if given == ALL_COLUMNS else given

    def strip(spec: StripSpec | None) -> StripSpec | None:
        return replace(spec, cols=cols(spec.cols)) if spec else None

    masthead = furniture.masthead
    return replace(
        furniture,
        masthead=replace(masthead, cols=cols(masthead.cols)) if masthead else None,
        dateline=strip(furniture.dateline),
        folio=strip(furniture.folio),
        imprint=strip(furniture.imprint),
    )


def _outside(box: Box, columns: int, house: House) -> Iterator[Diagnostic]:
    for key, zh, pair, most in (
        ("cols", "栏", box.cols, columns),
        ("rows", "行", box.rows, house.grid.rows),
    ):
        if pair[1] <= most:
            continue
        yield error(
            "outside-grid",
            box.span,
            Both(
                f'"{box.name}" takes {key} {shown(pair)}; the grid has {most}',
                f"“{box.name}”占第 {shown(pair)} {zh}，网格只有 {most} {zh}",
            ),
            fix=Both(
                f"write `{key}: {shown((min(pair[0], most), most))}` or less, or "
                f"enlarge `grid` in {house.shown}",
                f"写 `{key}: {shown((min(pair[0], most), most))}` 以内，"
                f"或在 {house.shown} 中加大 grid",
            ),
        )


def _overlap(left: Box, right: Box) -> Iterator[Diagnostic]:
    cols, rows = meeting(left.cols, right.cols), meeting(left.rows, right.rows)
    if cols is None or rows is None:
        return
    lower, upper = (right, left) if right.rows >= left.rows else (left, right)
    yield error(
        "slots-overlap",
        lower.span,
        Both(
            f'"{lower.name}" and "{upper.name}" both take cols {shown(cols)}, rows '
            f"{shown(rows)}",
            f"“{lower.name}”与“{upper.name}”都占第 {shown(cols)} 栏、"
            f"第 {shown(rows)} 行",
        ),
        fix=_apart(lower, upper),
        notes=(
            Note(
                upper.span,
                Both(
                    f'"{upper.name}": cols {shown(upper.cols)}, rows '
                    f"{shown(upper.rows)}",
                    f"“{upper.name}”：第 {shown(upper.cols)} 栏，"
                    f"第 {shown(upper.rows)} 行",
                ),
            ),
        ),
    )


def _apart(lower: Box, upper: Box) -> Both:
    first, last = upper.rows[1] + 1, lower.rows[1]
    if first <= last:
        rows = shown((first, last))
        return Both(
            f'write `rows: {rows}` for "{lower.name}", or move one of the two',
            f"“{lower.name}”写 `rows: {rows}`，或移开其中一个",
        )
    return Both("give one of the two other cols or rows", "给其中一个换栏或换行")


def _ems(slot: SlotSpec, house: House) -> Fraction:
    """Body ems of the slot's width."""
    grid, base = house.grid, slot.base_columns
    ems = base * grid.cells + (base - 1) * grid.gutter
    return ems - BOX_INSETS if slot.frame or slot.tint else ems


def _each(slot: SlotSpec, house: House) -> int:
    """Whole body ems of each of its columns."""
    gutters = (slot.own_columns - 1) * house.grid.gutter
    return max(0, (_ems(slot, house) - gutters) // slot.own_columns)


def _too_narrow(slot: SlotSpec, house: House) -> Iterator[Diagnostic]:
    """Columns in which no text can be set."""
    if slot.use in {"guide", *FIXTURES} or slot.setting == "vertical":
        return
    grid, own, ems = house.grid, slot.own_columns, _ems(slot, house)
    each = _each(slot, house)
    if each >= LEAST_EMS:
        return
    most = (ems + grid.gutter) // (LEAST_EMS + grid.gutter)
    fix = Both("give it more cols, or no frame and tint", "加宽版位，或去掉框和底色")
    if most >= 1 and own > 1:
        fewer = " or fewer" if most > 1 else ""
        fix = Both(f"write `columns: {most}`{fewer}", f"columns 最多写 {most}")
    yield error(
        "out-of-range",
        slot.span,
        Both(
            f'"{slot.name}" has columns of {each} ems; {LEAST_EMS} is the least',
            f"版位“{slot.name}”每栏只有 {each} 字，至少要 {LEAST_EMS} 字",
        ),
        fix=fix,
    )


def _unknown_role(slot: SlotSpec, role: str, span: Span, house: House) -> Diagnostic:
    guess, names = did_you_mean(role, house.roles), one_of(house.roles)
    return error(
        "unknown-role",
        span,
        Both(
            f'slot "{slot.name}" is set as "{role}", no role of the house',
            f"版位“{slot.name}”用样式“{role}”，报社样式中没有",
        ),
        fix=Both(
            f"{guess.en}write `role:` with {names.en}, or add `{role}` under "
            f"`roles` in {house.shown}",
            f"{guess.zh}role 可写 {names.zh}；或在 {house.shown} 的 roles 中"
            f"加上 `{role}`",
        ),
    )


def _no_slots(layout: LayoutSpec) -> Diagnostic:
    return error(
        "no-slots",
        layout.span,
        Both(f'layout "{layout.name}" has no slot', f"版式“{layout.name}”没有版位"),
        fix=Both(
            "add `slots: {lead: {cols: 1-5, rows: 4-40, role: lead}}`",
            "加上 `slots: {lead: {cols: 1-5, rows: 4-40, role: lead}}`",
        ),
    )
