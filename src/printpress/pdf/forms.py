"""Supplied pages as form XObjects (ISO 32000-1 8.10): their objects, numbered anew."""

from collections.abc import Iterator, Mapping, Sequence

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from printpress.pdf.content import number
from printpress.pdf.objects import File, Reference, Stream, name
from printpress.supplied.record import FormObject, Part, SuppliedPage


class _Copied(PDFObject):  # type: ignore[misc] # reportlab has no types
    """An object in the words that it came in, other numbers in the place of its own."""

    __RefOnly__ = 1

    def __init__(self, parts: Sequence[Part], others: Sequence[Reference]) -> None:
        self._parts = parts
        self._others = others

    def format(self, document: PDFDocument) -> bytes:
        """Give the object's bytes."""
        return b"".join(
            part if isinstance(part, bytes) else self._others[part].format(document)
            for part in self._parts
        )


class _CopiedStream(Stream):
    """The same of a stream, packed anew if it was unpacked."""

    def __init__(self, copied: FormObject, others: Sequence[Reference]) -> None:
        super().__init__(copied.stream or b"", {}, deflate=not copied.packed)
        self._head = _Copied(copied.parts, others)

    def parts(self, document: PDFDocument) -> Iterator[bytes]:
        """The object's bytes, its data uncopied."""
        yield self._head.format(document).rstrip().removesuffix(b">>")
        told = {**self.entries, "Length": len(self.packed)}
        words = "".join(f"/{key} {value}\n" for key, value in told.items())
        yield words.encode()
        yield b">>\nstream\n"
        yield self.packed
        yield b"\nendstream\n"


def add_form(file: File, page: SuppliedPage) -> Reference:
    """Add the page with all that it needs; gives the reference to its form."""
    others: list[Reference] = []
    for copied in page.objects:
        thing = (
            _Copied(copied.parts, others)
            if copied.stream is None
            else _CopiedStream(copied, others)
        )
        others.append(file.add(thing, supplied=True))
    return file.add(Stream(page.content, _entries(page, others)), supplied=True)


def _entries(page: SuppliedPage, others: Sequence[Reference]) -> Mapping[str, object]:
    box = " ".join(map(number, page.box))
    *turn, x, y = page.matrix
    entries: dict[str, object] = {
        "Type": name("XObject"),
        "Subtype": name("Form"),
        "BBox": f"[{box}]",
        "Matrix": f"[{' '.join(map(str, turn))} {number(x)} {number(y)}]",
        "Resources": others[0],
    }
    if page.group is not None:
        entries["Group"] = others[page.group]
    return entries
