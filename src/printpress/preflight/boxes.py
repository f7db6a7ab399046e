"""Pages and their boxes (ISO 32000-1 14.11.2)."""

from collections.abc import Iterator

from printpress.diagnostics import Both
from printpress.preflight.document import Document
from printpress.preflight.page import Box, Page
from printpress.preflight.report import Fault, same
from printpress.preflight.transforms import holds
from printpress.spec.press import PressSpec
from printpress.units import MM, PT

CLOSE = 0.05
"""Points by which boxes may differ: programs round to hundredths."""


def millimetres(box: Box) -> str:
    """A box's size as people read it.

    >>> millimetres((0, 0, 793.7, 1133.86))
    '280.0 × 400.0 mm'
    """
    width, height = (
        (end - start) * PT / MM for start, end in ((box[0], box[2]), (box[1], box[3]))
    )
    return f"{width:.1f} × {height:.1f} mm"


def _alike(one: Box, other: Box) -> bool:
    return all(abs(a - b) <= CLOSE for a, b in zip(one, other, strict=True))


def page_boxes(document: Document, _: PressSpec) -> Iterator[Fault]:
    """Every page has its boxes, each within the next."""
    if not document.pages:
        yield Fault("no-pages")
    for page in document.pages:
        yield from _stated(page)
        yield from _nested(page)
        yield from _upright(document, page)
    yield from _sizes(document.pages)


def _stated(page: Page) -> Iterator[Fault]:
    has = page.boxes.keys()
    if "MediaBox" not in has:
        yield Fault("media-box", page=page.number)
    if not has & {"TrimBox", "ArtBox"}:
        yield Fault("trim-box", page=page.number)
    if {"TrimBox", "ArtBox"} <= page.entries.keys():
        yield Fault("trim-and-art", page=page.number)


def _nested(page: Page) -> Iterator[Fault]:
    for inner, outer in (
        ("TrimBox", "BleedBox"),
        ("ArtBox", "BleedBox"),
        ("BleedBox", "MediaBox"),
        ("TrimBox", "MediaBox"),
    ):
        if inner in page.boxes and outer in page.boxes:
            small, large = page.boxes[inner], page.boxes[outer]
            if not holds(large, small, CLOSE):
                yield Fault(
                    "box-nesting",
                    same(f"{inner} {_edges(small)}"),
                    same(f"{outer} {_edges(large)}"),
                    page.number,
                    page.rect(small),
                )
                return
    crop = page.boxes.get("CropBox")
    if crop and not _alike(crop, page.media):
        yield Fault(
            "crop-box",
            same(millimetres(crop)),
            same(millimetres(page.media)),
            page.number,
            page.rect(crop),
        )


def _edges(box: Box) -> str:
    return " ".join(f"{edge:g}" for edge in box)


def _upright(document: Document, page: Page) -> Iterator[Fault]:
    turned = document.number(page.entries.get("Rotate"))
    if turned:
        yield Fault("page-rotated", same(f"{turned:g}°"), same("0°"), page.number)
    if "UserUnit" in page.entries:
        unit = document.number(page.entries["UserUnit"])
        if unit != 1:
            yield Fault("user-unit", same(f"{unit}"), same("1"), page.number)
    for key in ("Trans", "PresSteps"):
        if key in page.entries:
            yield Fault("page-transition", page=page.number, object=key)


def _sizes(pages: tuple[Page, ...]) -> Iterator[Fault]:
    """All trims of the first page's size, or two such pages side by side (通版)."""
    if not pages:
        return
    single = min((page.trim for page in pages), key=lambda box: box[2] - box[0])
    width, height = single[2] - single[0], single[3] - single[1]
    for page in pages:
        left, low, right, top = page.trim
        sheets = (right - left) / width
        whole = abs(sheets - round(sheets)) * width <= 2 * CLOSE
        if abs(top - low - height) > 2 * CLOSE or not whole or round(sheets) > 2:  # noqa: PLR2004 - a spread
            yield Fault(
                "trim-differs",
                same(millimetres(page.trim)),
                Both(
                    f"{millimetres(single)}, or a spread of two",
                    f"{millimetres(single)} 或其两倍宽",
                ),
                page.number,
            )
