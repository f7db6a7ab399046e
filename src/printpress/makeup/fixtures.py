"""Slots that take neither stories nor a guide: adverts, the weather, the imprint."""

from printpress.content.issue import Issue, PageCopy
from printpress.diagnostics import Both, Diagnostic, error
from printpress.geometry import Rect
from printpress.makeup.advert import set_advert
from printpress.makeup.box import BAR_ROWS, box_of, slot_rect, story_rules, title_bar
from printpress.makeup.compositor import Compositor, placed_in
from printpress.makeup.ear import place_code
from printpress.makeup.frames import boxed
from printpress.makeup.grid import Grid
from printpress.makeup.imprint import imprint_findings, imprint_words
from printpress.makeup.notice import set_words
from printpress.makeup.placed import Placed
from printpress.makeup.weather import set_weather
from printpress.spec.layout import SlotSpec
from printpress.units import in_mm


def fixture_rect(grid: Grid, slot: SlotSpec) -> Rect:
    """The slot's rectangle below its title."""
    rect = slot_rect(grid, slot)
    if not slot.title:
        return rect
    bar = BAR_ROWS * grid.row
    return Rect(rect.x, rect.y + bar, rect.width, rect.height - bar)


def set_fixture(
    compositor: Compositor, grid: Grid, issue: Issue, page: PageCopy, slot: SlotSpec
) -> tuple[list[Placed], tuple[Diagnostic, ...]]:
    """What stands in the slot, its frame and title included, and what is wrong."""
    if slot.use == "test-chart":
        from printpress.makeup.charts import set_chart

        picture = page.adverts.get(slot.name)
        whole = slot_rect(grid, slot)
        drawn = set_chart(compositor, whole, slot, issue.press, picture)
        lacking = [_full(slot, drawn.low)] if drawn.low > 0 else []
        lacking += [_narrow(slot, drawn.narrow)] if drawn.narrow > 0 else []
        return drawn.placed, tuple(lacking)
    rect = fixture_rect(grid, slot)
    around = [
        *box_of(compositor, grid, slot),
        *title_bar(compositor, grid, slot),
        *story_rules(grid, slot),
    ]
    if _awaited(issue, page, slot):  # told of, and left white
        return around, ()
    if slot.use == "advert":
        placed, found = set_advert(compositor, rect, slot, page.adverts[slot.name])
        return [*around, *placed], found
    inner = rect.inset(grid.size, grid.size // 2) if boxed(slot) or slot.title else rect
    if slot.use == "qr":
        code = page.codes[slot.name]
        placed, lack, found = place_code(compositor, inner, code, issue.press)
        full = (_full(slot, lack),) if lack > 0 else ()
        return [*around, *placed], (*found, *full)
    if slot.use == "words":
        return [*around, *set_words(compositor, inner, slot)], ()
    if slot.use == "weather":
        placed, lack = set_weather(compositor, inner, issue.weather)
    else:
        placed, lack = _imprint(compositor, grid, inner, slot, issue)
    return [*around, *placed], (_full(slot, lack),) if lack > 0 else ()


def _awaited(issue: Issue, page: PageCopy, slot: SlotSpec) -> bool:
    """Whether what the slot is for has not been supplied yet."""
    if slot.use == "weather":
        return not issue.weather
    supplied = {"advert": page.adverts, "qr": page.codes}.get(slot.use)
    return supplied is not None and slot.name not in supplied


def _imprint(
    compositor: Compositor, grid: Grid, rect: Rect, slot: SlotSpec, issue: Issue
) -> tuple[list[Placed], int]:
    """The imprint's lines in the slot's columns, as even as can be; what they lack."""
    compositor.found += imprint_findings(issue, slot.span)
    style = compositor.style("imprint")
    count = slot.columns or 1
    width = (rect.width - (count - 1) * grid.gutter) // count
    lines = [
        line
        for words in imprint_words(issue)
        for line in compositor.block(words, style, width)
    ]
    deep = max(1, -(-len(lines) // count))
    height = (deep - 1) * style.row + style.size
    top = rect.y + max(0, rect.height - height) // 2
    placed: list[Placed] = []
    for number, line in enumerate(lines):
        column, row = divmod(number, deep)
        x = rect.x + column * (width + grid.gutter)
        placed.append(placed_in(line, style, x, top + row * style.row))
    return placed, height - rect.height


def _full(slot: SlotSpec, lack: int) -> Diagnostic:
    return error(
        "fixture-full",
        slot.span,
        Both(
            f'slot "{slot.name}" is {in_mm(lack)} too low for its {slot.use}',
            f"版位“{slot.name}”（{slot.use}）还差 {in_mm(lack)} 高才排得下",
        ),
        fix=Both(
            "give it more rows or columns, or a smaller size in its role",
            "加行或加栏，或在样式中把字号写小",
        ),
    )


def _narrow(slot: SlotSpec, lack: int) -> Diagnostic:
    return error(
        "fixture-full",
        slot.span,
        Both(
            f'slot "{slot.name}" is {in_mm(lack)} too narrow for its {slot.use}',
            f"版位“{slot.name}”（{slot.use}）还差 {in_mm(lack)} 宽才排得下",
        ),
        fix=Both(
            "give it more columns, or fewer sizes, shorter words, fewer keys",
            "加栏，或减少级数、缩短样字和标题",
        ),
    )
