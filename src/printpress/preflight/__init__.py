"""The finished file opened afresh: an oracle that shares no code with the writer.

Takes any PDF's bytes and a print shop's limits, gives a :class:`PreflightReport`.
:mod:`.reading` turns bytes into objects, :mod:`.document` gives pages and boxes, and
each other module holds checks of one family: functions from (document, press) to
faults, listed in :data:`CHECKS`. What rules say stands in :mod:`printpress.rules`.
"""

from collections.abc import Callable, Iterable, Iterator

from printpress.diagnostics import Both
from printpress.preflight import boxes, embedding, forbidden, identity, intent
from printpress.preflight.document import Document
from printpress.preflight.objects import Unreadable
from printpress.preflight.report import Fault, PreflightReport, findings, same
from printpress.spec.press import PressSpec

__all__ = ["CHECKS", "inspect"]

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
"""All checks, cheap ones first."""


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
    for trouble in document.troubles:
        yield Fault("unreadable-object", Both(trouble, trouble))
