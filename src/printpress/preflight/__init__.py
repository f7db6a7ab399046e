"""The finished file opened afresh: an oracle that shares no code with the writer.

Takes any PDF's bytes and a print shop's limits, gives a :class:`PreflightReport`.
:mod:`.reading` turns bytes into objects, :mod:`.document` gives pages and boxes, and
each other module holds checks of one family: functions from (document, press) or from
(page as drawn, press) to faults, listed in :data:`CHECKS` and :data:`PAGE_CHECKS`. What
rules say stands in :mod:`printpress.rules`.
"""

from collections.abc import Callable, Iterable, Iterator

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
from printpress.preflight.document import Document
from printpress.preflight.drawing import Faces, drawn
from printpress.preflight.marks import Drawn
from printpress.preflight.objects import Unreadable
from printpress.preflight.report import Fault, PreflightReport, findings, same
from printpress.spec.press import PressSpec

__all__ = ["CHECKS", "PAGE_CHECKS", "inspect"]

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
    lettering.type_sizes,
    lettering.rich_black,
    lettering.missing_glyphs,
    strokes.thin_lines,
    images.resolution,
    overprint.black_type,
    overprint.black_lines,
    overprint.modes,
    hidden.empty_pages,
    hidden.hidden_text,
    hidden.off_page,
    hidden.near_trim,
)
"""Checks of what a page shows."""


def inspect(contents: bytes, press: PressSpec) -> PreflightReport:
    """What there is to say about the file, whoever made it."""
    pages = 0
    try:
        document = Document.opened(contents)
    except Unreadable as trouble:
        locked = b"/Encrypt" in contents  # in a way that pypdf cannot undo
        rule = "encrypted" if locked else "unreadable-file"
        faults = [Fault(rule, same(str(trouble)))]
    else:
        faults = list(_faults(document, press))
        pages = len(document.pages)
    found = findings(faults, press.standard, press.severities)
    return PreflightReport(press.standard, press.name, pages, found)


def _faults(document: Document, press: PressSpec) -> Iterator[Fault]:
    if "Encrypt" in document.source.trailer:
        yield Fault("encrypted")
        return
    for check in CHECKS:
        yield from check(document, press)
    faces = Faces(document)
    for page in document.pages:
        shown = drawn(page, faces)
        for page_check in PAGE_CHECKS:
            yield from page_check(shown, press)
    for trouble in document.troubles:
        yield Fault("unreadable-object", Both(trouble, trouble))
