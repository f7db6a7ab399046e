"""What pages over the fold (通版) ask of an issue's page numbers and of layouts."""

from collections.abc import Iterator

from printpress.diagnostics import Both, Diagnostic, Note, counted, error
from printpress.spec.layout import LayoutSpec, SlotSpec
from printpress.spec.source import Located

ONE_COLUMN = ("guide", "weather", "imprint")
"""Uses whose words run over the whole width of their slot."""


def facing(
    numbers: Located[tuple[int, ...]], layout: LayoutSpec
) -> Iterator[Diagnostic]:
    """A spread's pages that do not face each other, or that are laid out as one."""
    first = numbers.value[0]
    two = len(numbers.value) == 2  # noqa: PLR2004 - a spread
    if two and first % 2:
        yield _not_facing(numbers, first)
    elif two != layout.spread:
        yield _other_layout(numbers, layout)


def _not_facing(numbers: Located[tuple[int, ...]], first: int) -> Diagnostic:
    pairs = [f"{n}-{n + 1}" for n in (first - 1, first + 1) if n > 1]
    return error(
        "not-facing",
        numbers.span,
        Both(
            f"pages {first} and {first + 1} do not face each other",
            f"第 {first} 版和第 {first + 1} 版不是左右相对的两版",
        ),
        why=Both(
            "a spread begins on a left-hand page, which has an even number",
            "通版从左手版即双数版开始",
        ),
        fix=Both(
            "write " + " or ".join(f'`"{pair}"`' for pair in pairs),
            "写成 " + " 或 ".join(f'`"{pair}"`' for pair in pairs),
        ),
    )


def _other_layout(numbers: Located[tuple[int, ...]], layout: LayoutSpec) -> Diagnostic:
    shown = "-".join(map(str, numbers.value))
    first = numbers.value[0] - numbers.value[0] % 2 or 2
    notes = (Note(layout.span, Both("the layout", "该版式")),)
    if layout.spread:
        return error(
            "spread-layout",
            numbers.span,
            Both(
                f'page {shown} has the layout "{layout.name}", which is over two pages',
                f"第 {shown} 版用的版式“{layout.name}”是通版，跨两版",
            ),
            fix=Both(
                f'write `"{first}-{first + 1}":` for the page, or choose a layout '
                "without `spread`",
                f'版次写成 `"{first}-{first + 1}":`，或换一个没有 spread 的版式',
            ),
            notes=notes,
        )
    return error(
        "spread-layout",
        numbers.span,
        Both(
            f'pages {shown} have the layout "{layout.name}", which is of one page',
            f"第 {shown} 版用的版式“{layout.name}”只有一版",
        ),
        fix=Both(
            "write `spread: true` in that layout and count columns over both pages, "
            "or choose another",
            "在该版式中写 `spread: true`，栏数按两版连续计；或换一个通版版式",
        ),
        notes=notes,
    )


def across_fold(slot: SlotSpec, layout: LayoutSpec) -> Iterator[Diagnostic]:
    """A slot over the fold whose text would lie across it."""
    half = layout.columns // 2
    first, last = slot.cols
    if not layout.spread or not first <= half < last <= layout.columns:
        return
    left, right = half - first + 1, last - half
    down = "vertical" in (slot.setting, slot.heading)
    if slot.use in ONE_COLUMN or down:
        yield _lies_across(slot, half)
    elif slot.columns and slot.columns * left % (left + right):
        yield _no_share(slot, left, right)


def _lies_across(slot: SlotSpec, half: int) -> Diagnostic:
    return error(
        "across-fold",
        slot.span,
        Both(
            f'the text of "{slot.name}" would lie across the fold',
            f"版位“{slot.name}”的文字会压在折缝上",
        ),
        why=Both(
            "only headings and pictures may cross the fold; text is read in columns",
            "跨折缝的只能是标题和图片，正文要分栏避开",
        ),
        fix=Both(
            f"end its cols at {half}, or begin them at {half + 1}",
            f"cols 止于第 {half} 栏，或从第 {half + 1} 栏起",
        ),
    )


def _no_share(slot: SlotSpec, left: int, right: int) -> Diagnostic:
    every = left + right
    shares = [m for m in range(2, 25) if not m * left % every]
    near = sorted(shares, key=lambda m: abs(m - (slot.columns or 0)))[:2]
    en = " or ".join(f"`columns: {m}`" for m in sorted(near))
    zh = " 或 ".join(f"`columns: {m}`" for m in sorted(near))
    return error(
        "across-fold",
        slot.span,
        Both(
            f'"{slot.name}" has {counted(left, "base column")} before the fold and '
            f"{right} after it: {slot.columns} columns cannot be shared out alike",
            f"版位“{slot.name}”折缝左边 {left} 栏、右边 {right} 栏，"
            f"分不成 {slot.columns} 个等宽的栏",
        ),
        fix=Both(
            f"write {en}, or other cols" if near else "give it other cols",
            f"写 {zh}，或改 cols" if near else "改 cols",
        ),
    )
