"""What a file says of itself: header, identifier, Info and XMP in step."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

from printpress.preflight.document import Document
from printpress.preflight.objects import Name
from printpress.preflight.report import Fault, at_most, same
from printpress.rules.record import X1A, X4
from printpress.spec.press import PressSpec

EARLIEST = (1, 3)
"""The PDF version that the first PDF/X was written in; an earlier one is suspect."""

NEWEST = {X4: (1, 6), X1A: (1, 4)}
"""The PDF version that each standard is written in."""

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
MM = "{http://ns.adobe.com/xap/1.0/mm/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
PDFX = "{http://ns.adobe.com/pdfx/1.3/}"
PDFXID = "{http://www.npes.org/pdfx/ns/id/}"

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

REQUIRED = (
    f"{DC}title",
    f"{XMP}CreateDate",
    f"{XMP}ModifyDate",
    f"{XMP}MetadataDate",
    f"{MM}DocumentID",
    f"{MM}VersionID",
    f"{MM}RenditionClass",
    f"{PDF}Trapped",
)
"""Properties that PDF/X-4 asks for."""

STANDARD_KEYS = ("GTS_PDFXVersion", "GTS_PDFXConformance")
"""Entries of Info that name the standard."""

TWINS = {
    "Title": f"{DC}title",
    "Creator": f"{XMP}CreatorTool",
    "Producer": f"{PDF}Producer",
    "Keywords": f"{PDF}Keywords",
    "CreationDate": f"{XMP}CreateDate",
    "ModDate": f"{XMP}ModifyDate",
    "Trapped": f"{PDF}Trapped",
    **{key: f"{PDFX}{key}" for key in STANDARD_KEYS},
}
"""Entries of Info and the properties that must agree with them."""

BINARY = re.compile(rb"%PDF-[^\r\n]*[\r\n]+%[^\r\n]*?[\x80-\xff]{4}")
"""A header and its comment (ISO 32000-1 7.5.2)."""


TABLE = re.compile(rb"/Type\s*/XRef\b")
"""Of a stream that holds the table of objects (ISO 32000-1 7.5.8)."""


def header(document: Document, press: PressSpec) -> Iterator[Fault]:
    """Version, binary comment, identifier, and how objects are packed."""
    newest = NEWEST[press.standard]
    if document.version > newest:
        yield Fault(
            "header-version",
            same(".".join(map(str, document.version))),
            at_most(newest),
        )
    if document.version < EARLIEST:
        yield Fault("header-early", same(".".join(map(str, document.version))))
    if not BINARY.match(document.contents[:1024].lstrip()):
        yield Fault("binary-comment")
    parts = document.items(document.source.trailer.get("ID"))
    if len(parts) != 2 or not all(isinstance(part, bytes) for part in parts):  # noqa: PLR2004 - of the first version and of this
        yield Fault("file-id")
    if document.source.packed or TABLE.search(document.contents):
        yield Fault("object-stream")
    if _runs_on(document.contents):
        yield Fault("stream-line-end")


def _runs_on(contents: bytes) -> bool:
    """Whether a stream's data run into the word that ends it."""
    at = contents.find(b"endstream", 1)
    while at > 0:
        if contents[at - 1] not in b"\r\n":
            return True
        at = contents.find(b"endstream", at + 1)
    return False


def information(document: Document, press: PressSpec) -> Iterator[Fault]:
    """What Info must say."""
    info = document.info
    if not (document.text(info.get("Title")) or "").strip():
        yield Fault("info-title")
    missing = [
        key
        for key in ("CreationDate", "ModDate")
        if pdf_instant(document.text(info.get(key)) or "") is None
    ]
    if missing:
        yield Fault("info-dates", object=", ".join(missing))
    trapped = document.follow(info.get("Trapped"))
    if not (isinstance(trapped, Name) and trapped in ("True", "False")):
        said = str(trapped) if isinstance(trapped, Name) else "-"
        yield Fault("trapped", same(said), same("True, False"))
    for key in STANDARD_KEYS:
        said = document.text(info.get(key)) or "-"
        # PDF/X-4 says in XMP what it is; Info may repeat it.
        free = press.standard == X4 and key not in info
        if said != press.standard and not free:
            yield Fault("info-standard", same(said), same(press.standard), object=key)


def metadata(document: Document, press: PressSpec) -> Iterator[Fault]:
    """XMP: there, readable, complete, and of one mind with Info."""
    packet = document.decoded(document.catalogue.get("Metadata"))
    if packet is None:
        yield Fault("xmp-missing")
        return
    entries = document.entries(document.catalogue.get("Metadata"))
    if entries.get("Filter") is not None:
        yield Fault("xmp-filtered")
    for key, right in (("Type", "Metadata"), ("Subtype", "XML")):
        found = document.name(entries.get(key))
        if found != right:
            yield Fault("xmp-malformed", same(found or "-"), same(right), object=key)
    said = _properties(packet)
    if said is None:
        yield Fault("xmp-malformed")
        return
    if press.standard == X4:
        version = said.get(f"{PDFXID}GTS_PDFXVersion", "-")
        if version != X4:
            yield Fault("xmp-standard", same(version), same(X4))
        for name in REQUIRED:
            if not said.get(name, "").strip():
                yield Fault("xmp-property", object=name.split("}")[1])
    yield from _apart(document, said)


def _apart(document: Document, said: dict[str, str]) -> Iterator[Fault]:
    for key, name in TWINS.items():
        value = document.info.get(key)
        own = document.text(value) or document.name(value)
        other = said.get(name)
        if not own or other is None:
            continue
        equal = own == other
        if key.endswith("Date"):
            equal = pdf_instant(own) in (None, iso_instant(other))
        if not equal:
            yield Fault("xmp-disagrees", same(other), same(own), object=key)


def _properties(packet: bytes) -> dict[str, str] | None:
    """The simple properties of a packet; of alternatives the first. None: damaged."""
    declares = b"<!" in packet.replace(b"<!--", b"")
    if declares or b"W5M0MpCehiHzreSzNTczkc9d" not in packet:
        return None
    try:
        packet.decode("utf-8")
        root = ET.fromstring(packet)  # noqa: S314 - declarations are refused above
    except (ET.ParseError, ValueError, LookupError):
        return None
    said: dict[str, str] = {}
    for described in root.iter(f"{RDF}Description"):
        for name, value in described.attrib.items():
            said.setdefault(name, value)
        for one in described:
            first = _usual(one)
            text = (first if first is not None else one).text
            said.setdefault(one.tag, (text or "").strip())
    return said


def _usual(described: ET.Element) -> ET.Element | None:
    """Of alternatives in several languages the usual one, else the first."""
    each = described.findall(f".//{RDF}li")
    usual = (one for one in each if one.get(LANGUAGE) == "x-default")
    return next(usual, each[0] if each else None)


_PDF_DATE = re.compile(
    r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?"
)


def pdf_instant(text: str) -> datetime | None:
    """A date of Info (ISO 32000-1 7.9.4); None where it is none.

    >>> pdf_instant("D:20250905080000+08'00'")
    datetime.datetime(2025, 9, 5, 0, 0, tzinfo=datetime.timezone.utc)
    """
    match = _PDF_DATE.match(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, away_hours, away_minutes = (
        int(part or 0) for part in (*match.groups()[:6], match[9], match[10])
    )
    away = timedelta(hours=away_hours, minutes=away_minutes)
    try:
        local = datetime(year, month or 1, day or 1, hour, minute, second, tzinfo=UTC)
        return local + away if match[8] == "-" else local - away
    except (ValueError, OverflowError):
        return None


def iso_instant(text: str) -> datetime | None:
    """A date of XMP; None where it is none.

    >>> iso_instant("2025-09-05T08:00:00+08:00") == pdf_instant("D:20250905")
    True
    """
    try:
        found = datetime.fromisoformat(text)
        if found.tzinfo is None:
            return found.replace(tzinfo=UTC)
        return found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
