"""PDF objects through reportlab's document layer, without its canvas.

reportlab's own page, catalogue and stream objects add things that a press refuses
(an unembedded Helvetica, transitions, ASCII85, streams without an end of line), so
plain dictionaries are used in their place; numbering, formatting, the cross-reference
table and the trailer stay reportlab's. Its file is not used: it copies every picture
four times on the way.
"""

from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    PDFArrayCompact,
    PDFCrossReferenceTable,
    PDFDictionary,
    PDFDocument,
    PDFObject,
    PDFString,
    PDFTrailer,
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

BINARY = b"%\xe2\xe3\xcf\xd3\n"
"""What tells those who carry the file that it is no text (ISO 32000-1 7.5.2)."""

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

    def parts(self, document: PDFDocument) -> Iterator[bytes]:
        """The object's bytes, its data uncopied."""
        head = PDFDictionary({**self.entries, "Length": len(self.packed)})
        yield head.format(document)
        yield b"\nstream\n"
        yield self.packed
        yield b"\nendstream\n"


def _kinds(entries: Mapping[str, object], *others: str) -> Collection[str]:
    """What a dictionary is, in the words of the rules."""
    named = (entries.get("Type"), entries.get("Subtype"))
    return {*others, *(str(each).removeprefix("/") for each in named if each)}


class _Written:
    """The parts of a file in their order; counts where each begins."""

    def __init__(self, *parts: bytes) -> None:
        self.parts: list[bytes] = []
        self.length = 0
        self.add(*parts)

    def add(self, *parts: bytes) -> None:
        self.parts += parts
        self.length += sum(map(len, parts))


class File:
    """A PDF file being put together; of a print file no object breaks a rule."""

    def __init__(self, version: tuple[int, int], *, strict: bool = False) -> None:
        self._strict = strict
        self._version = version
        self._document = PDFDocument(
            dummyoutline=1, compression=0, invariant=1, pdfVersion=version
        )
        # reportlab always writes this dictionary as the first object: ours now.
        self._fonts: PDFDictionary = self._document.idToObject["BasicFonts"]

    def add(self, thing: PDFObject, *, supplied: bool = False) -> PDFObject:
        """Give the object a number; returns the reference to it.

        What is *supplied* the preflight has judged, as the standard asks: it may be
        transparent where ours never is.
        """
        if self._strict and not supplied:
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

        Its identifier is a hash of all objects, so equal files are the same file to
        a press that keeps them by identifier (ISO 32000-1 14.4).
        """
        root, told = self.add(catalogue), self.add(facts)
        out = _Written(b"%%PDF-%d.%d\n" % self._version, BINARY)
        names = self._objects(out)
        digest = sha256()
        for part in out.parts:
            digest.update(part)
        identifier = b"<%b>" % digest.hexdigest()[:ID_LENGTH].upper().encode()
        table = PDFCrossReferenceTable()
        table.addsection(0, names)
        trailer = PDFTrailer(
            startxref=out.length,
            Size=len(names) + 1,
            Root=root,
            Info=told,
            ID=b"[%b %b]" % (identifier, identifier),
        )
        out.add(table.format(self._document), trailer.format(self._document))
        return b"".join(out.parts)

    def _objects(self, out: _Written) -> list[str]:
        """Write every object, also those that others name only while being written.

        Gives reportlab's names of them in their order.
        """
        document: Any = self._document
        names: list[str] = []
        while (number := len(names) + 1) in document.numberToId:
            named = document.numberToId[number]
            thing = document.idToObject[named]
            document.idToOffset[named] = out.length
            out.add(b"%d 0 obj\n" % number)
            if isinstance(thing, Stream):
                out.add(*thing.parts(document))
            else:
                out.add(thing.format(document), b"\n")
            out.add(b"endobj\n")
            names.append(named)
        return names
