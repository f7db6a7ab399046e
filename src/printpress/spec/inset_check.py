"""What a layout may ask of places that are cut out of a slot's columns."""

from collections.abc import Iterator

from printpress.diagnostics import Both, Diagnostic, error
from printpress.spec.boxes import shown
from printpress.spec.layout import (
    LEAST_EMS,
    FactsSlot,
    InsetSlot,
    PictureSlot,
    QuoteSlot,
    SlotSpec,
)

AIR = 1
"""Body ems between a picture and text that runs beside it."""


def insets_inside(slot: SlotSpec, each: int) -> Iterator[Diagnostic]:
    """Places that leave their slot, or that it cannot hold together.

    *each* is how many body ems its columns have.
    """
    for inset in slot.insets:
        yield from _inside(slot, inset)
    for picture in slot.pictures:
        if picture.wrap:
            yield from _wrapped(slot, picture, each)
    yield from _too_many(slot)


def called(inset: InsetSlot) -> Both:
    """What stands in that place."""
    match inset:
        case QuoteSlot():
            return Both("quote", "引语")
        case FactsSlot():
            return Both("box of facts", "资料框")
        case _:
            return Both("picture", "图片")


def _inside(slot: SlotSpec, inset: InsetSlot) -> Iterator[Diagnostic]:
    own, deep = slot.own_columns, slot.deep
    what = called(inset)
    if inset.over[1] > own:
        one = inset.over[0] == inset.over[1]
        columns = f"column{'' if one else 's'} {shown(inset.over)}"
        yield error(
            "picture-outside-slot",
            inset.span,
            Both(
                f'the {what.en} lies over {columns}; "{slot.name}" has {own}',
                f"{what.zh}占第 {shown(inset.over)} 栏，版位“{slot.name}”只有 {own} 栏",
            ),
            fix=Both(
                f"write `over: {shown((min(inset.over[0], own), own))}`: it counts "
                "the slot's own columns",
                f"写 `over: {shown((min(inset.over[0], own), own))}`："
                "按版位自身的栏数计",
            ),
        )
    if inset.rows[1] > deep:
        yield error(
            "picture-outside-slot",
            inset.span,
            Both(
                f'the {what.en} takes up to {inset.rows[1]} rows; "{slot.name}" has '
                f"{deep}",
                f"{what.zh}最多占 {inset.rows[1]} 行，版位“{slot.name}”只有 {deep} 行",
            ),
            fix=Both(
                f"write at most {deep} in its `rows`",
                f"rows 最多写 {deep}",
            ),
        )


def _too_many(slot: SlotSpec) -> Iterator[Diagnostic]:
    """Places over one column that are higher together than their slot."""
    deep = slot.deep
    what = Both("pictures", "图片")
    if slot.quote or slot.facts:
        what = Both("pictures, quote and facts", "图片、引语、资料")
    for column in range(1, slot.own_columns + 1):
        least = 0
        for number, inset in enumerate(slot.insets):
            stands = inset.at == "above" or inset.over[0] <= column <= inset.over[1]
            least += inset.rows[0] if stands else 0
            if not stands or not number or least <= deep:
                continue
            yield error(
                "picture-outside-slot",
                inset.span,
                Both(
                    f"with this place, column {column} has {what.en} of {least} rows "
                    f'at least; "{slot.name}" has {deep}',
                    f"加上这一处，第 {column} 栏的{what.zh}至少要 {least} 行，"
                    f"版位“{slot.name}”只有 {deep} 行",
                ),
                fix=Both(
                    "give it fewer `rows` or other columns in `over`",
                    "减少 rows，或换 over 的栏",
                ),
            )
            return


def _wrapped(slot: SlotSpec, picture: PictureSlot, each: int) -> Iterator[Diagnostic]:
    """A picture narrower than its column that has none, or leaves text too little."""
    if picture.wrap is None:
        return
    if picture.at == "above" or picture.over[0] != picture.over[1]:
        over = shown(picture.over)
        where = Both(f"over columns {over}", f"占第 {over} 栏")
        if picture.at == "above":
            where = Both("above the heading", "在标题上方")
        yield error(
            "out-of-range",
            picture.span,
            Both(
                f"text is wrapped round a picture inside one column; that of "
                f'"{slot.name}" stands {where.en}',
                f"绕排的图片只能在一栏之内，版位“{slot.name}”的图片{where.zh}",
            ),
            fix=Both(
                "write one column in `over`, such as `over: 2`, and another `at` than "
                "above, or delete `wrap`",
                "over 只写一栏，例如 `over: 2`，at 不写 above；或删去 wrap",
            ),
        )
        return
    most = each - AIR - LEAST_EMS
    if picture.wrap.ems > most:
        yield error(
            "out-of-range",
            picture.span,
            Both(
                f"a picture of {picture.wrap.ems} ems leaves less than {LEAST_EMS} ems "
                f'of the {each} in a column of "{slot.name}" to the text beside it',
                f"图片宽 {picture.wrap.ems} 字，版位“{slot.name}”一栏 {each} 字，"
                f"旁边的正文不到 {LEAST_EMS} 字",
            ),
            fix=Both(
                f"write `ems: {most}` or less" if most > 1 else "delete `wrap`",
                f"ems 最多写 {most}" if most > 1 else "删去 wrap",
            ),
        )
