"""Checks that slots which take no story get what they need: adverts, the weather."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from printpress.diagnostics import Both, Diagnostic, Note, Span, error
from printpress.spec.fields import place_at
from printpress.spec.issue_form import IssueForm
from printpress.spec.layout import LayoutSpec, SlotSpec
from printpress.spec.nearest import did_you_mean, one_of
from printpress.spec.page_form import PageForm
from printpress.spec.source import Located


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of thing that pages give to slots."""

    use: str
    """The use of its slots."""
    key: str
    """The page's key."""
    says: Both
    """What it is."""
    example: str
    """One of it, as it is written."""


ADVERTS = _Kind("advert", "adverts", Both("advert", "广告"), "ads/bank.jpg")
CODES = _Kind(
    "qr", "codes", Both("QR code", "二维码"), '{url: "https://example.org/xq"}'
)


def supplied_faults(
    form: IssueForm,
    page: PageForm,
    layout: LayoutSpec,
    numbers: Located[tuple[int, ...]],
) -> Iterator[Diagnostic]:
    """What a page's slots for such things lack, and what has no slot."""
    for kind, given in ((ADVERTS, page.adverts), (CODES, page.codes)):
        yield from _unmatched(kind, given, page, layout, numbers.value[0])
    for slot in layout.slots:
        if slot.use == "weather" and not form.weather:
            yield _no_weather(slot, numbers.span, numbers.value[0])


def _unmatched(
    kind: _Kind,
    given: Iterable[Located[str]],
    page: PageForm,
    layout: LayoutSpec,
    number: int,
) -> Iterator[Diagnostic]:
    """What has no slot of its kind, and slots of that kind that have nothing."""
    slots = [slot for slot in layout.slots if slot.use == kind.use]
    known = [slot.name for slot in slots]
    names = {named.value for named in given}
    for named in given:
        if named.value not in known:
            yield _no_slot(kind, named, layout, known)
    span = place_at(page.node, kind.key, default=page.node.place)
    for slot in slots:
        if slot.name not in names:
            yield _nothing(kind, slot, span, number)


def _no_slot(
    kind: _Kind, named: Located[str], layout: LayoutSpec, known: list[str]
) -> Diagnostic:
    guess, names = did_you_mean(named.value, known), one_of(known)
    fix = Both(f"{guess.en}write {names.en}", f"{guess.zh}可写 {names.zh}")
    if not known:
        fix = Both(
            f"give a slot of the layout `use: {kind.use}`",
            f"在版式中给一个版位写上 `use: {kind.use}`",
        )
    return error(
        "unknown-slot",
        named.span,
        Both(
            f'layout "{layout.name}" has no {kind.says.en} slot "{named.value}"',
            f"版式“{layout.name}”没有{kind.says.zh}版位“{named.value}”",
        ),
        fix=fix,
    )


def _nothing(kind: _Kind, slot: SlotSpec, span: Span, number: int) -> Diagnostic:
    entry = f"`{kind.key}: {{{slot.name}: {kind.example}}}`"
    return error(
        "empty-slot",
        span,
        Both(
            f'page {number} gives no {kind.says.en} to slot "{slot.name}"',
            f"第 {number} 版的{kind.says.zh}版位“{slot.name}”没有{kind.says.zh}",
        ),
        fix=Both(
            f"add {entry} to the page, or choose a layout without this slot",
            f"在该版加上 {entry}，或换一个没有此版位的版式",
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
