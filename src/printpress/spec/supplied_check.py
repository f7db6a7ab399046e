"""Checks that slots which take no story get what they need: adverts, the weather."""

from collections.abc import Iterable, Iterator

from printpress.diagnostics import Both, Diagnostic, Note, Span, error
from printpress.spec.fields import place
from printpress.spec.house import House
from printpress.spec.issue_form import IssueForm, PageForm
from printpress.spec.layout import LayoutSpec, SlotSpec
from printpress.spec.nearest import did_you_mean, one_of
from printpress.spec.source import Located


def supplied_faults(
    form: IssueForm,
    page: PageForm,
    layout: LayoutSpec,
    numbers: Located[tuple[int, ...]],
) -> Iterator[Diagnostic]:
    """What a page's slots for adverts and the weather lack, and what has no slot."""
    slots = [slot for slot in layout.slots if slot.use == "advert"]
    known = [slot.name for slot in slots]
    for named in page.adverts:
        if named.value not in known:
            yield _no_advert_slot(named, layout, known)
    given = {named.value for named in page.adverts}
    node = page.node.get("adverts")
    span = place(node) if node is not None else page.node.place
    for slot in slots:
        if slot.name not in given:
            yield _no_advert(slot, span, numbers.value[0])
    for slot in layout.slots:
        if slot.use == "weather" and not form.weather:
            yield _no_weather(slot, numbers.span, numbers.value[0])


def adverts_of_internal(
    pages: Iterable[PageForm], house: House
) -> Iterator[Diagnostic]:
    """Adverts in a paper that is 内部资料, which may carry none (domain notes 2.7)."""
    if house.paper.kind != "internal":
        return
    for page in pages:
        for named in page.adverts:
            yield error(
                "advert-internal",
                named.span,
                Both(
                    f'"{house.paper.name}" is 内部资料 and may carry no advert',
                    f"“{house.paper.name}”是内部资料，不得刊登广告",
                ),
                fix=Both(
                    "take the advert out, and choose a layout without its slot",
                    "撤下广告，换一个没有广告版位的版式",
                ),
            )


def _no_advert_slot(
    named: Located[str], layout: LayoutSpec, known: list[str]
) -> Diagnostic:
    guess, names = did_you_mean(named.value, known), one_of(known)
    fix = Both(f"{guess.en}write {names.en}", f"{guess.zh}可写 {names.zh}")
    if not known:
        fix = Both(
            "give a slot of the layout `use: advert`",
            "在版式中给一个版位写上 `use: advert`",
        )
    return error(
        "unknown-slot",
        named.span,
        Both(
            f'layout "{layout.name}" has no advert slot "{named.value}"',
            f"版式“{layout.name}”没有广告版位“{named.value}”",
        ),
        fix=fix,
    )


def _no_advert(slot: SlotSpec, span: Span, number: int) -> Diagnostic:
    return error(
        "empty-slot",
        span,
        Both(
            f'page {number} gives no advert to slot "{slot.name}"',
            f"第 {number} 版的广告版位“{slot.name}”没有广告",
        ),
        fix=Both(
            f"add `adverts: {{{slot.name}: ads/bank.jpg}}` to the page, or choose a "
            "layout without this slot",
            f"在该版加上 `adverts: {{{slot.name}: ads/bank.jpg}}`，"
            "或换一个没有此版位的版式",
        ),
        notes=(Note(slot.span, Both("the slot", "该版位")),),
    )


def _no_weather(slot: SlotSpec, span: Span, number: int) -> Diagnostic:
    day = "{sky: 多云, low: 22, high: 30}"
    return error(
        "no-weather",
        span,
        Both(
            f'page {number} tells the weather in slot "{slot.name}"; the issue has '
            "none",
            f"第 {number} 版的版位“{slot.name}”要排天气，本期没有写天气",
        ),
        fix=Both(
            f"add `weather: {{today: {day}}}` to the issue",
            f"在本期文件中加上 `weather: {{today: {day}}}`",
        ),
        notes=(Note(slot.span, Both("the slot", "该版位")),),
    )
