"""What is there and not to be seen, and what the press cannot reach."""

from collections.abc import Iterator

from printpress.diagnostics import Both
from printpress.preflight.lettering import ground, label, on_paper, texts
from printpress.preflight.marks import AreaMark, Drawn, Mark, PictureMark, TextMark
from printpress.preflight.page import Box
from printpress.preflight.report import Fault
from printpress.preflight.transforms import comparable, holds, overlap
from printpress.spec.press import PressSpec
from printpress.units import MM, PT

Inks = tuple[tuple[str, float], ...]
"""Plates and their coverage."""

SPECK = 0.5
"""Type of less points is nothing to the eye."""

CLOSE = 0.1
"""Points by which what covers may fall short."""


def empty_pages(drawn: Drawn, _: PressSpec) -> Iterator[Fault]:
    """Some ink stands on the page."""
    if drawn.whole and all(
        mark.paint.white or _unseen(mark) for _, mark in drawn.inside
    ):
        yield Fault("empty-page", page=drawn.page.number)


def _unseen(mark: Mark) -> bool:
    return isinstance(mark, TextMark) and (mark.clipped or not mark.visible)


def hidden_text(drawn: Drawn, _: PressSpec) -> Iterator[Fault]:
    """Text is drawn, in another colour than the paper, and nothing covers it."""
    covers = [
        (index, mark.box)
        for index, mark in enumerate(drawn.marks)
        if (isinstance(mark, AreaMark) and mark.upright and mark.overprint < 0)
        or (isinstance(mark, PictureMark) and mark.opaque)
    ]
    covers = comparable(covers, len(drawn.marks))
    for mark in drawn.marks:
        if not isinstance(mark, TextMark) or mark.visible:
            continue
        if overlap(mark.box, drawn.page.media):
            yield _text("hidden-text", drawn, mark, Both("invisible", "隐形"))
    for index, mark in texts(drawn):
        if not mark.text.strip() and mark.text:
            continue
        if mark.paint.white and on_paper(drawn, index, mark):
            yield _text("hidden-text", drawn, mark, Both("white on paper", "白纸白字"))
        elif mark.size < SPECK:
            small = f"{mark.size:.2f}pt"
            yield _text("hidden-text", drawn, mark, Both(small, small))
        elif any(at > index and holds(box, mark.box, CLOSE) for at, box in covers):
            yield _text("hidden-text", drawn, mark, Both("covered", "被遮住"))


def drowned_text(drawn: Drawn, _: PressSpec) -> Iterator[Fault]:
    """Text has another colour than the area that it stands on."""
    areas: dict[Inks, list[tuple[int, Box]]] = {}
    for index, mark in enumerate(drawn.marks):
        if isinstance(mark, AreaMark) and mark.upright and mark.paint.inks:
            areas.setdefault(mark.paint.inks, []).append((index, mark.box))
    for index, mark in texts(drawn):
        alike = comparable(areas.get(mark.paint.inks, []), len(drawn.marks))
        if not any(at < index and holds(box, mark.box, CLOSE) for at, box in alike):
            continue
        under = ground(drawn, index, mark)
        if isinstance(under, AreaMark) and under.paint.inks == mark.paint.inks:
            found = Both("of its ground's colour", "与底色相同")
            yield _text("hidden-text", drawn, mark, found)


def off_page(drawn: Drawn, _: PressSpec) -> Iterator[Fault]:
    """No text lies outside the sheet or its clip."""
    for mark in drawn.marks:
        if not isinstance(mark, TextMark) or (mark.text and not mark.text.strip()):
            continue
        if mark.clipped or not overlap(mark.box, drawn.page.media):
            yield _text("off-page-text", drawn, mark, Both("outside", "版外"))


def _text(rule: str, drawn: Drawn, mark: TextMark, measured: Both) -> Fault:
    return Fault(
        rule,
        measured,
        page=drawn.page.number,
        place=drawn.page.rect(mark.box),
        object=label(mark),
    )


def near_trim(drawn: Drawn, press: PressSpec) -> Iterator[Fault]:
    """Nothing stands where the press does not print; with a bleed, no text does."""
    edge = press.non_printing / PT
    trim = left, low, right, top = drawn.page.trim
    safe = (left + edge, low + edge, right - edge, top - edge)
    for mark in drawn.marks:
        if press.bleed and not isinstance(mark, TextMark):
            continue
        if mark.paint.white or _unseen(mark) or _blank(mark):
            continue
        box = mark.box
        if overlap(box, trim) and not holds(safe, box, CLOSE):
            nearest = min(box[0] - left, box[1] - low, right - box[2], top - box[3])
            found = f"{nearest * PT / MM:.1f} mm"
            yield Fault(
                "outside-printable",
                Both(f"{found} from the trim", f"距成品边 {found}"),
                Both(
                    f"at least {press.non_printing / MM:g} mm",
                    f"不小于 {press.non_printing / MM:g} mm",
                ),
                drawn.page.number,
                drawn.page.rect(box),
                label(mark) if isinstance(mark, TextMark) else "",
            )


def _blank(mark: Mark) -> bool:
    return isinstance(mark, TextMark) and bool(mark.text) and not mark.text.strip()
