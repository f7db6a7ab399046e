"""PDF objects through reportlab's document layer, without its canvas.

reportlab's own page, catalogue and stream objects add things that a press refuses
(an unembedded Helvetica, transitions, ASCII85, streams without an end of line), so
plain dictionaries are used in their place; numbering, formatting and the
cross-reference table stay reportlab's.
"""

from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    PDFArrayCompact,
    PDFDictionary,
    PDFDocument,
    PDFObject,
    PDFString,
)

from printpress.deflate import deflate as packed
from printpress.pdf.conformance import broken

# Settings files and environment variables of reportlab must not change our bytes.
rl_config.invariant = 1
rl_config.pdfComments = 0
rl_config.pdfMultiLine = 0

Reference = PDFObject
"""What stands in one object for another."""

REGULAR = frozenset(map(chr, range(33, 127))) - set("#%/()<>[]{}")
"""Characters that a name holds as they are."""

ID_LENGTH = 32
"""Hexadecimal digits of a file identifier: 16 bytes (ISO 32000-1 14.4)."""


def name(text: str) -> str:
    """A PDF name object, in UTF-8 (ISO 32000-1 7.3.5).

    >>> name("DeviceCMYK"), name("专 1")
    ('/DeviceCMYK', '/#E4#B8#93#201')
    """
    return "/" + "".join(
        chr(byte) if chr(byte) in REGULAR else f"#{byte:02X}" for byte in text.encode()
    )


def string(text: str) -> PDFObject:
    """A text string, UTF-16 where it must be."""
    return PDFString(text)


def array(*items: object) -> PDFObject:
    """An array of numbers, names or other objects."""
    return PDFArrayCompact(items)


def dictionary(**entries: object) -> PDFObject:
    """A dictionary; entries that are None are left out."""
    return PDFDictionary({k: v for k, v in entries.items() if v is not None})


class Stream(PDFObject):  # type: ignore[misc] # reportlab has no types
    """A stream that ends its data with a line end, as PDF/A and PDF/X ask.

    reportlab's own writes ``endstream`` right behind the data (ISO 32000-1 7.3.8.1
    recommends the line end, ISO 19005 demands it).
    """

    __RefOnly__ = 1

    def __init__(
        self, data: bytes, entries: Mapping[str, object], *, deflate: bool = True
    ) -> None:
        self.packed = packed(data) if deflate else data
        self.entries = dict(entries)
        if deflate:
            self.entries["Filter"] = name("FlateDecode")

    def format(self, document: PDFDocument) -> bytes:
        """Give the object's bytes."""
        head = PDFDictionary({**self.entries, "Length": len(self.packed)})
        entries: bytes = head.format(document)
        return b"".join((entries, b"\nstream\n", self.packed, b"\nendstream\n"))


def _kinds(entries: Mapping[str, object], *others: str) -> Collection[str]:
    """What a dictionary is, in the words of the rules."""
    named = (entries.get("Type"), entries.get("Subtype"))
    return {*others, *(str(each).removeprefix("/") for each in named if each)}


class File:
    """A PDF file being put together; of a print file no object breaks a rule."""

    def __init__(self, version: tuple[int, int], *, strict: bool = False) -> None:
        self._strict = strict
        self._document = PDFDocument(
            dummyoutline=1, compression=0, invariant=1, pdfVersion=version
        )
        # reportlab always writes this dictionary as the first object: ours now.
        self._fonts: PDFDictionary = self._document.idToObject["BasicFonts"]

    def add(self, thing: PDFObject) -> PDFObject:
        """Give the object a number; returns the reference to it."""
        if self._strict:
            self._check(thing)
        return self._document.Reference(thing)

    @staticmethod
    def _check(thing: PDFObject) -> None:
        """Raise ``ValueError`` for what a press may refuse: a fault of this program."""
        if isinstance(thing, Stream):
            entries = thing.entries
            rules = broken(_kinds(entries, "Stream"), entries)
        elif isinstance(thing, PDFDictionary):
            entries = thing.dict
            rules = broken(_kinds(entries), entries)
        else:
            return
        if rules:
            raise ValueError(f"{', '.join(rules)}: {sorted(entries)}")

    def font_resources(self, fonts: Mapping[str, PDFObject]) -> PDFObject:
        """The reference to the one font dictionary that all pages share."""
        self._fonts.dict.update(fonts)
        return self._document.Reference(self._fonts)

    def finish(self, catalogue: PDFObject, facts: PDFObject) -> bytes:
        """The whole file.

        Its identifier is a hash of its contents, so equal files are the same file to
        a press that keeps them by identifier (ISO 32000-1 14.4).
        """
        document: Any = self._document
        document.Catalog, document.info = catalogue, facts
        self.add(catalogue)
        self.add(facts)
        # Format the file with a blank identifier, then put the hash of it in its place.
        blank = b"0" * ID_LENGTH
        document._ID = b"[<%b> <%b>]" % (blank, blank)  # noqa: SLF001 - no setter
        formatted: bytes = document.format()
        digest = sha256(formatted).hexdigest()[:ID_LENGTH].upper().encode()
        head, identifier, tail = formatted.rpartition(document._ID)  # noqa: SLF001
        return head + identifier.replace(blank, digest) + tail
