"""The file to be imposed: its pages, how large they are, what it says of itself."""

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Final, cast

from pypdf import PageObject, PdfReader, apply_configuration
from pypdf.generic import DictionaryObject, RectangleObject, StreamObject

from printpress.diagnostics import Both, Diagnostic, PressError, warning
from printpress.shop.faults import different, unreadable
from printpress.units import MM, PT

TOLERANCE: Final = MM // 2
"""Sides of pages that differ by no more count as equal (taste)."""

LONGEST: Final = 1 << 31
"""Bytes of a stream: a full page's picture passes what pypdf takes for an attack."""

HEADER: Final = re.compile(r"%PDF-[12]\.\d")
"""How a file begins; sheets get that of their pages."""

logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False


Box = tuple[int, int, int, int]
"""Left, foot, right and head, as PDF counts."""

TURNS: Final = {
    0: (1, 0, 0, 1),
    90: (0, -1, 1, 0),
    180: (-1, 0, 0, -1),
    270: (0, 1, -1, 0),
}
"""A page's Rotate, clockwise, and the matrix that does the same to its form."""


@dataclass(frozen=True, slots=True)
class SinglePage:
    """A page of the file read."""

    page: PageObject
    """As pypdf has it."""
    trim: Box
    """The finished page, turned as it is seen."""
    bleed: Box
    """What ink may reach, turned, too."""
    turn: tuple[int, int, int, int]
    """How its form is turned."""

    @property
    def width(self) -> int:
        """Across the trim."""
        return self.trim[2] - self.trim[0]

    @property
    def height(self) -> int:
        """Down the trim."""
        return self.trim[3] - self.trim[1]

    @property
    def middle(self) -> int:
        """Where a spread's two pages meet."""
        return (self.trim[0] + self.trim[2]) // 2

    @property
    def beyond(self) -> int:
        """Bleed at the side that has least."""
        low = (t - b for t, b in zip(self.trim[:2], self.bleed[:2], strict=True))
        high = (b - t for t, b in zip(self.trim[2:], self.bleed[2:], strict=True))
        return max(0, min(*low, *high))


@dataclass(frozen=True, slots=True)
class Singles:
    """The file read, and how many pages each of its pages holds."""

    name: str
    """What it is called."""
    reader: PdfReader
    """The whole."""
    read: tuple[SinglePage, ...]
    """Its pages."""
    spans: tuple[int, ...]
    """One for a page by itself, two for a spread."""

    @property
    def trim(self) -> tuple[int, int]:
        """Width and height of one page."""
        return min(page.width for page in self.read), self.read[0].height

    @property
    def bleed(self) -> int:
        """What all pages have on all sides."""
        return min(page.beyond for page in self.read)


@contextmanager
def reading(name: str) -> Iterator[None]:
    """What pypdf raises over the file's bytes, which may be anything, told of the file.

    Only calls of pypdf's stand under it: anywhere else an exception is a fault of ours.
    A stream may be as long as it says: the file is in memory as it is.
    """
    try:
        with apply_configuration(maximum_declared_stream_length=LONGEST):
            yield
    except (PressError, MemoryError):
        raise
    except Exception as trouble:
        told = f"{type(trouble).__name__}: {trouble}"
        raise PressError([unreadable(name, Both(told, told))]) from trouble


def opened(contents: bytes, name: str) -> Singles:
    """The file read; *name* is what it is called.

    Raises ``PressError`` where it is locked or damaged or its pages differ in size.
    """
    with reading(name):
        reader = _unlocked(contents)
        if reader is None:
            raise PressError([unreadable(name, Both("it is encrypted", "文件已加密"))])
        if not HEADER.fullmatch(reader.pdf_header):
            raise ValueError("it does not begin as a PDF")
        read = tuple(_read(page) for page in reader.pages)
    return Singles(name, reader, read, _spans(read, name))


def _unlocked(contents: bytes) -> PdfReader | None:
    """The file; None if it is locked. Raises what pypdf raises over damage."""
    try:
        reader = PdfReader(BytesIO(contents), strict=False)
    except Exception:
        if b"/Encrypt" in contents:  # in a way that pypdf cannot undo
            return None
        raise
    return None if reader.is_encrypted else reader


def _read(page: PageObject) -> SinglePage:
    if page.user_unit != 1:
        raise ValueError("UserUnit is not 1")
    turn = TURNS[page.rotation % 360]
    return SinglePage(
        page, _turned(page.trimbox, turn), _turned(page.bleedbox, turn), turn
    )


def _turned(box: RectangleObject, turn: tuple[int, int, int, int]) -> Box:
    """The box in EMU, on the page as it is seen."""
    a, b, c, d = turn
    x0, y0, x1, y1 = in_emu(box)
    across = sorted((a * x0 + c * y0, a * x1 + c * y1))
    down = sorted((b * x0 + d * y0, b * x1 + d * y1))
    return across[0], down[0], across[1], down[1]


def in_emu(box: RectangleObject) -> Box:
    """The box as the file has it."""
    x0, y0, x1, y1 = (round(float(edge) * PT) for edge in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _spans(read: Sequence[SinglePage], name: str) -> tuple[int, ...]:
    """How many pages each page of the file holds: those twice as wide hold two."""
    if not read:
        why = Both("it has no page", "没有页面")
        raise PressError([unreadable(name, why)])
    width, height = min(page.width for page in read), read[0].height
    spans: list[int] = []
    for number, page in enumerate(read, 1):
        span = 2 if abs(page.width - 2 * width) <= TOLERANCE else 1
        like = abs(page.width - span * width) <= TOLERANCE
        if not like or abs(page.height - height) > TOLERANCE:
            sizes = (page.width, page.height), (width, height)
            raise PressError([different(name, number, *sizes)])
        spans.append(span)
    return tuple(spans)


def left_behind(singles: Singles) -> tuple[Diagnostic, ...]:
    """What forms cannot hold: notes, links and fields that lie upon pages."""
    read, name = enumerate(singles.read, 1), singles.name
    with reading(name):
        numbers = [number for number, each in read if each.page.get("/Annots")]
    if not numbers:
        return ()
    listed = ", ".join(map(str, numbers))
    return (
        warning(
            "annotation-left-out",
            None,
            Both(
                f"{name}: notes, links or fields on pages {listed} are not imposed",
                f"{name}：第 {listed} 页上的批注、链接或表单没有拼入",
            ),
            fix=Both(
                "print the pages flat where they are to show",
                "如需印出，先把批注压平到页面上",
            ),
        ),
    )


def standard(singles: Singles) -> str:
    """What the file says it keeps; empty for none."""
    with reading(singles.name):
        return _standard(singles.reader)


def _standard(reader: PdfReader) -> str:
    root = cast(DictionaryObject, reader.trailer["/Root"])
    said = packet(root) or b""
    if b"GTS_PDFXVersion>PDF/X-4<" in said or b'GTS_PDFXVersion="PDF/X-4"' in said:
        return "PDF/X-4"
    entries = reader.trailer.get("/Info")
    told = entries.get_object() if entries is not None else {}
    if not isinstance(told, DictionaryObject):
        return ""
    return str(told.get("/GTS_PDFXConformance", told.get("/GTS_PDFXVersion", "")))


def packet(root: DictionaryObject) -> bytes | None:
    """The XMP packet."""
    stream = root.get("/Metadata")
    found = stream.get_object() if stream is not None else None
    return bytes(found.get_data()) if isinstance(found, StreamObject) else None
