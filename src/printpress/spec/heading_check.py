"""What a layout may ask of headings that stand otherwise than above their text."""

from collections.abc import Iterator

from printpress.colour import PAPER
from printpress.diagnostics import Both, Diagnostic, Span, error
from printpress.spec.boxes import shown
from printpress.spec.fields import not_yet
from printpress.spec.house import House
from printpress.spec.layout import SlotSpec
from printpress.spec.reversed_check import LEAST_CONTRAST, strong_colours

_LEAST_COLUMNS = {"beside": 2, "inside": 3}


def heading_faults(slot: SlotSpec, house: House) -> Iterator[Diagnostic]:
    """What is wrong with a slot's heading, and with its initial."""
    yield from _in_other_slots(slot)
    if slot.inset_heading:
        yield from _over(slot)
        yield from _beneath_picture(slot)
    yield from _at(slot)
    yield from _on_picture(slot)
    yield from _legible(slot, house)


def _in_other_slots(slot: SlotSpec) -> Iterator[Diagnostic]:
    """What headings of this kind cannot be combined with."""
    vertical = slot.setting == "vertical"
    takes_no_inset = slot.use in ("guide", "picture") or vertical
    if slot.inset_heading and takes_no_inset:
        yield not_yet(
            slot.span,
            Both(
                f"`heading: {slot.heading}` in a slot of this kind",
                f"此种版位的 heading: {slot.heading}",
            ),
        )
    if slot.reverse and slot.heading == "vertical":
        yield not_yet(slot.span, Both("reversed vertical headings", "反白竖题"))
    if slot.initial and any(place.wrap for place in slot.pictures):
        yield not_yet(
            slot.span,
            Both(
                "initials in a slot with text wrapped round a picture",
                "有绕排图片的版位的首字",
            ),
        )
    if slot.initial and vertical:
        yield not_yet(slot.span, Both("initials of vertical text", "竖排正文的首字"))


def _out(slot: SlotSpec, what: Both, fix: Both) -> Diagnostic:
    return error("out-of-range", slot.span, what, fix=fix)


def _over(slot: SlotSpec) -> Iterator[Diagnostic]:
    """Columns that the heading takes: some at its right, or on both sides, are left."""
    own, (first, last) = slot.own_columns, slot.heading_columns
    inside = slot.heading == "inside"
    least = _LEAST_COLUMNS[slot.heading]
    if own < least:
        yield _out(
            slot,
            Both(
                f'"{slot.name}" has {own} columns; `heading: {slot.heading}` takes '
                f"{least} at least",
                f"版位“{slot.name}”只有 {own} 栏，heading: {slot.heading} 至少要 "
                f"{least} 栏",
            ),
            Both(
                "give it more columns, or write `heading: above`",
                "增加栏数，或写 heading: above",
            ),
        )
    elif last >= own or (first != 1 and not inside) or (first == 1 and inside):
        may = (2, own - 1) if inside else (1, own - 1)
        yield _out(
            slot,
            Both(
                f'the heading of "{slot.name}" stands over columns '
                f"{shown((first, last))} of {own}: "
                + (
                    "text must be left on both sides"
                    if inside
                    else "it begins in column 1, and text must be left at its right"
                ),
                f"版位“{slot.name}”共 {own} 栏，标题占第 {shown((first, last))} 栏："
                + ("两边都要留正文" if inside else "须从第 1 栏起，右边要留正文"),
            ),
            Both(
                f"write `heading_over: {shown(may)}` or less",
                f"heading_over 写在 {shown(may)} 以内",
            ),
        )


def _beneath_picture(slot: SlotSpec) -> Iterator[Diagnostic]:
    """Pictures, quotes and boxes that would stand where the heading does."""
    first, last = slot.heading_columns
    for there in slot.insets:
        meet = there.over[0] <= last and first <= there.over[1]
        apart = there.at == "foot" and slot.heading_at == "top"
        if there.at == "above" or (meet and not apart):
            yield _beneath(slot, there.span)


def _beneath(slot: SlotSpec, span: Span) -> Diagnostic:
    over = shown(slot.heading_columns)
    return error(
        "slots-overlap",
        span,
        Both(
            f'this and the heading of "{slot.name}" both stand over columns {over}',
            f"版位“{slot.name}”的标题也占第 {over} 栏",
        ),
        fix=Both(
            "put it over other columns, or at the foot below a heading at the top",
            "换栏，或标题在上时写 at: foot",
        ),
    )


def _at(slot: SlotSpec) -> Iterator[Diagnostic]:
    """A place for a heading that has no choice, or that its slot does not have."""
    at, deep = slot.heading_at, slot.deep
    inside = slot.heading == "inside"
    if at == "top" or (inside and at == "middle") or (slot.on and at == "foot"):
        return
    if not inside or at == "foot":
        may = "`top` or `foot`" if slot.on else "`top`"
        if inside:
            may = "`top`, `middle` or a row"
        yield _out(
            slot,
            Both(
                f'the heading of "{slot.name}" cannot stand at {at}',
                f"版位“{slot.name}”的标题不能排在 {at}",
            ),
            Both(
                f"write {may}: rows and `middle` are for `heading: inside`, `foot` for "
                "`on: picture`",
                "起始行和 middle 只用于 heading: inside，foot 只用于 on: picture",
            ),
        )
    elif isinstance(at, int) and at > deep:
        yield _out(
            slot,
            Both(
                f'the heading of "{slot.name}" begins in row {at} of {deep}',
                f"版位“{slot.name}”的标题从第 {at} 行起，全高只有 {deep} 行",
            ),
            Both(
                f"write `heading_at: middle`, or a row up to {deep}: it counts the "
                "slot's own rows",
                f"写 heading_at: middle，或 {deep} 以内的行：按版位自身的行数计",
            ),
        )


def _on_picture(slot: SlotSpec) -> Iterator[Diagnostic]:
    if not slot.on:
        return
    if slot.picture is None and slot.use != "picture":
        yield error(
            "no-picture",
            slot.span,
            Both(
                f'the heading of "{slot.name}" is to stand on a picture, and the slot '
                "has no place for one",
                f"版位“{slot.name}”的标题要压在图片上，版位却没有图片的位置",
            ),
            fix=Both(
                "add `picture: {over: 1-2, at: top, rows: [12, 16]}`, or delete `on`",
                "加上 `picture: {over: 1-2, at: top, rows: [12, 16]}`，或删去 on",
            ),
        )
    if slot.picture and slot.picture.group > 1:
        yield not_yet(
            slot.span,
            Both("headings on groups of pictures", "标题压组图"),
        )
    if slot.heading != "above" or slot.setting == "vertical":
        yield not_yet(
            slot.span,
            Both(
                "headings on pictures that are vertical, beside or inside their text",
                "竖题、串文题、文包题压图",
            ),
        )


def _legible(slot: SlotSpec, house: House) -> Iterator[Diagnostic]:
    """White on a pale bar, or a pale heading on white paper."""
    name, ink = slot.reverse, house.colours.get(slot.reverse)
    if ink and ink.contrast < LEAST_CONTRAST:
        yield _pale(slot, name, house, Both("white letters on it", "其上的反白字"))
    if not slot.ink or slot.on or slot.reverse:
        return
    ink = house.colours.get(slot.ink, PAPER)
    if ink.contrast < LEAST_CONTRAST:
        yield _pale(slot, slot.ink, house, Both("letters in it", "用它印的标题"))


def _pale(slot: SlotSpec, name: str, house: House, what: Both) -> Diagnostic:
    strong = strong_colours(house)
    return _out(
        slot,
        Both(
            f'"{name}" is too pale for the heading of "{slot.name}": {what.en} cannot '
            "be read",
            f"“{name}”太浅，版位“{slot.name}”{what.zh}看不清",
        ),
        Both(f"write one of {strong.en}", f"可写 {strong.zh}"),
    )
