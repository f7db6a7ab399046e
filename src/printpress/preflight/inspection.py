"""All checks of a file, in the order in which they need more and more of it.

First its structure, then what each page shows, then the page as it is rendered, and
last what the issue says of it.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from printpress.diagnostics import Both
from printpress.preflight import (
    boxes,
    colours,
    embedding,
    forbidden,
    hidden,
    identity,
    images,
    intent,
    lettering,
    overprint,
    strokes,
)
from printpress.preflight.black import black_areas, black_pictures
from printpress.preflight.document import Document
from printpress.preflight.drawing import drawn
from printpress.preflight.expected import (
    Expected,
    ExpectedPage,
    codes_as_expected,
    file_as_expected,
    page_as_expected,
)
from printpress.preflight.ink import inked, with_greys
from printpress.preflight.marks import Drawn
from printpress.preflight.objects import Unreadable
from printpress.preflight.render import Missing
from printpress.preflight.rendering import Rendering, rendered
from printpress.preflight.report import Fault, PreflightReport, findings, same
from printpress.preflight.resources import Faces
from printpress.preflight.symbols import qr_codes
from printpress.spec.press import PressSpec

Check = Callable[[Document, PressSpec], Iterable[Fault]]

CHECKS: tuple[Check, ...] = (
    identity.header,
    identity.information,
    identity.metadata,
    intent.output_intent,
    boxes.page_boxes,
    embedding.fonts_embedded,
    forbidden.streams,
    forbidden.drawings,
    forbidden.groups,
    forbidden.graphics_states,
    forbidden.annotations,
    forbidden.actions,
    forbidden.catalogue,
)
"""Checks of the file's structure."""

PageCheck = Callable[[Drawn, PressSpec], Iterable[Fault]]

PAGE_CHECKS: tuple[PageCheck, ...] = (
    forbidden.operators,
    colours.device_colour,
    colours.plates,
    colours.rich_black,
    lettering.type_sizes,
    lettering.rich_black,
    lettering.missing_glyphs,
    strokes.thin_lines,
    black_areas,
    images.resolution,
    images.fineness,
    images.whole_pages,
    overprint.black_type,
    overprint.black_lines,
    overprint.modes,
    overprint.greys,
    hidden.empty_pages,
    hidden.hidden_text,
    hidden.drowned_text,
    hidden.off_page,
    hidden.near_trim,
)
"""Checks of what a page shows."""

WANTS = ("plates", "light", "codes")
"""What other programs are asked for."""


def inspected(
    contents: bytes, press: PressSpec, expected: Expected | None, *, render: bool
) -> PreflightReport:
    """The work of :func:`printpress.preflight.inspect`."""
    pages = 0
    try:
        document = Document.opened(contents)
    except Unreadable as trouble:
        locked = b"/Encrypt" in contents  # in a way that pypdf cannot undo
        rule = "encrypted" if locked else "unreadable-file"
        faults = [Fault(rule, same(str(trouble)))]
    else:
        faults = list(_faults(document, press, expected, render=render))
        pages = len(document.pages)
    accepted = expected.accepted if expected else {}
    found = findings(faults, press.standard, press.severities, accepted)
    return PreflightReport(press.standard, press.name, pages, found)


def _faults(
    document: Document, press: PressSpec, expected: Expected | None, *, render: bool
) -> Iterator[Fault]:
    if "Encrypt" in document.source.trailer:
        yield Fault("encrypted")
        return
    # Other programs draw in processes of their own while we read.
    with ThreadPoolExecutor(1) as beside:
        wanted = document.pages if render else ()
        drawing = beside.submit(rendered, document.contents, wanted, WANTS)
        for check in CHECKS:
            yield from check(document, press)
        if expected is not None:
            yield from file_as_expected(document.pages, expected, press)
        yield from _of_pages(document, press, expected, drawing)
    for trouble in document.troubles:
        yield Fault("unreadable-object", Both(trouble, trouble))


def _of_pages(
    document: Document,
    press: PressSpec,
    expected: Expected | None,
    drawing: "Future[dict[int, Rendering]]",
) -> Iterator[Fault]:
    faces = Faces(document)
    shown: list[Drawn] = []
    for page in document.pages:
        wanted = _wanted(expected, page.number)
        shown.append(drawn(page, faces, wanted.numbers if wanted else ()))
        for check in PAGE_CHECKS:
            yield from check(shown[-1], press)
        if expected is not None and wanted is not None:
            yield from page_as_expected(shown[-1], wanted, expected.date)
    read: dict[int, list[str]] = {}
    renderings = drawing.result()
    for one in shown:
        if one.page.number in renderings:
            yield from _rendered(renderings[one.page.number], one, press, read)
    if expected is not None and read:
        yield from codes_as_expected(read, expected)


def _wanted(expected: Expected | None, number: int) -> ExpectedPage | None:
    """What the issue says of a page of the file."""
    pages = expected.pages if expected else ()
    return pages[number - 1] if number <= len(pages) else None


def _rendered(
    found: Rendering, shown: Drawn, press: PressSpec, read: dict[int, list[str]]
) -> Iterator[Fault]:
    """Ink and codes; what could not be drawn or measured is said."""
    number = shown.page.number
    try:
        plates = with_greys(found.plates(), found, shown)
        yield from inked(plates, shown.page, press)
        yield from black_pictures(plates, shown, press)
    except Missing as missing:
        yield Fault("ink-not-measured", object=str(missing))
    except Unreadable as trouble:
        yield Fault("not-drawn", same(str(trouble)), page=number)
    try:
        codes = found.codes()
    except Missing as missing:
        yield Fault("codes-not-read", object=str(missing))
    except Unreadable as trouble:
        yield Fault("not-drawn", same(str(trouble)), page=number)
    else:
        read[number] = [code.payload for code in codes]
        yield from qr_codes(codes, shown, press)
