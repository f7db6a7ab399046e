"""What a layout may ask of slots with vertical lines."""

from collections.abc import Iterator
from fractions import Fraction

from printpress.diagnostics import Both, Diagnostic, error
from printpress.spec.fields import not_yet
from printpress.spec.house import House
from printpress.spec.layout import LEAST_EMS, TIER_GAP, SlotSpec


def unlike_vertical(slot: SlotSpec, house: House) -> Iterator[Diagnostic]:
    """What cannot be in a slot with vertical lines, or makes them too short."""
    base = slot.base_columns
    if slot.heading == "vertical":
        if slot.use == "guide":
            yield not_yet(slot.span, Both("vertical headings of a guide", "导读竖题"))
        if slot.heading_cols and slot.heading_cols >= base:
            yield _no_column_left(slot, base)
    if slot.setting != "vertical":
        return
    if slot.use in ("guide", "picture"):
        yield not_yet(
            slot.span,
            Both(f"vertical text in a slot of use `{slot.use}`", "此种版位的竖排正文"),
        )
    for inset in slot.insets:
        yield not_yet(inset.span, Both("pictures in vertical text", "竖排正文中的图片"))
    tiers, rows = slot.columns or 1, slot.deep
    height = Fraction(rows * house.grid.row, house.body.size)
    each = max(Fraction(0), (height - (tiers - 1) * TIER_GAP) / tiers)
    if each < LEAST_EMS:
        yield _too_low(slot, int(each))


def _no_column_left(slot: SlotSpec, base: int) -> Diagnostic:
    return error(
        "out-of-range",
        slot.span,
        Both(
            f'the vertical heading of "{slot.name}" takes {slot.heading_cols} columns '
            f"of {base}: none is left for the text",
            f"版位“{slot.name}”的竖题占 {slot.heading_cols} 栏，共 {base} 栏，"
            "正文没有栏可排",
        ),
        fix=Both(
            f"write `heading_cols: {base - 1}` or less"
            if base > 1
            else "delete `heading_cols`: the heading takes the cells it needs",
            f"heading_cols 最多写 {base - 1}"
            if base > 1
            else "删去 heading_cols：竖题按需占整字格",
        ),
    )


def _too_low(slot: SlotSpec, each: int) -> Diagnostic:
    return error(
        "out-of-range",
        slot.span,
        Both(
            f'"{slot.name}" has vertical lines of {each} ems; {LEAST_EMS} is the least',
            f"版位“{slot.name}”的竖行只有 {each} 字长，至少要 {LEAST_EMS} 字",
        ),
        fix=Both(
            "give it more rows, or fewer tiers in `columns`",
            "加高版位，或减少 columns 的排数",
        ),
    )
