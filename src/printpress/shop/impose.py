"""A finished PDF's pages put beside each other: the only module that writes with pypdf.

Each page becomes a form and is placed whole, so fonts, pictures, spot colours and
overprint stay as they are. pypdf carries over none of what makes a file PDF/X: its
output intents, metadata, Info dictionary and version are put in again. The boxes are
those of the sheet: nothing beyond the bleed of the pages is shown, so printer's marks
stay behind. The file depends on the pages and what was asked alone, never on the clock.
"""

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Final, Literal, TypeVar, cast
from uuid import NAMESPACE_URL, uuid5

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    RectangleObject,
    StreamObject,
)

from printpress.diagnostics import Both, Diagnostic, PressError, warning
from printpress.shop.faults import different, not_fit, unreadable
from printpress.shop.signatures import (
    Binding,
    Leaf,
    Side,
    UnfitError,
    inward,
    leaves,
    must_face,
    printer_spreads,
    reader_spreads,
    with_blanks,
)
from printpress.units import MM, PT

T = TypeVar("T")

Spreads = Literal["reader", "printer"]

TOLERANCE: Final = MM // 2
"""Sides of pages that differ by no more count as equal (taste)."""

KEPT: Final = ("/OutputIntents", "/Lang", "/Version")
"""Entries of the catalogue that are as true of the sheets as of the pages."""

DOCUMENT_ID: Final = re.compile(
    rb"(<xmpMM:DocumentID>|xmpMM:DocumentID=[\"'])([^<\"']*)"
)

logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False


_Box = tuple[int, int, int, int]
"""Left, foot, right and head, as PDF counts."""

TURNS: Final = {
    0: (1, 0, 0, 1),
    90: (0, -1, 1, 0),
    180: (-1, 0, 0, -1),
    270: (0, 1, -1, 0),
}
"""A page's Rotate, clockwise, and the matrix that does the same to its form."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for."""

    spreads: Spreads = "printer"
    """As sheets are printed, or as readers see them."""
    binding: Binding = "left"
    """Where the fold is."""
    creep: int = 0
    """How far each sheet further in moves its pages towards the fold."""
    blanks: tuple[int, ...] = ()
    """The numbers of blank pages; none: before the last page."""


@dataclass(frozen=True, slots=True)
class Imposed:
    """The sheets, and what stands on them."""

    contents: bytes
    """The PDF file."""
    pages: tuple[Leaf | None, ...]
    """The pages in reading order, with the blank ones."""
    sides: tuple[Side, ...]
    """One a page of the file."""
    trim: tuple[int, int]
    """Width and height of one page."""
    bleed: int
    """Ink allowed beyond it."""
    standard: str
    """What the pages say they keep; empty for none."""
    found: tuple[Diagnostic, ...]
    """What there is to say."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of the file read."""

    page: PageObject
    trim: _Box
    bleed: _Box
    turn: tuple[int, int, int, int]

    @property
    def width(self) -> int:
        return self.trim[2] - self.trim[0]

    @property
    def height(self) -> int:
        return self.trim[3] - self.trim[1]

    @property
    def middle(self) -> int:
        return (self.trim[0] + self.trim[2]) // 2

    @property
    def beyond(self) -> int:
        """Bleed at the side that has least."""
        low = (t - b for t, b in zip(self.trim[:2], self.bleed[:2], strict=True))
        high = (b - t for t, b in zip(self.trim[2:], self.bleed[2:], strict=True))
        return max(0, min(*low, *high))


def impose(contents: bytes, plan: Plan, name: str) -> Imposed:
    """The file's pages as spreads; *name* is the file's, for what is told of it.

    Raises ``PressError`` where the file is damaged or locked, its pages differ in size
    or are too many, or a spread's halves would not face each other.
    """
    try:
        reader = PdfReader(BytesIO(contents), strict=False)
        if reader.is_encrypted:
            why = Both("it is encrypted", "文件已加密")
            raise PressError([unreadable(name, why)])  # noqa: TRY301 - it passes through
        read = tuple(_read(page) for page in reader.pages)
        return _imposed(_Sheets(reader, read, _spans(read, name)), plan, name)
    except (PressError, MemoryError):
        raise
    except Exception as trouble:  # pypdf raises anything over damaged bytes
        told = f"{type(trouble).__name__}: {trouble}"
        raise PressError([unreadable(name, Both(told, told))]) from trouble


def _read(page: PageObject) -> _Page:
    if page.user_unit != 1:
        raise ValueError("UserUnit is not 1")
    turn = TURNS[page.rotation % 360]
    return _Page(page, _turned(page.trimbox, turn), _turned(page.bleedbox, turn), turn)


def _turned(box: RectangleObject, turn: tuple[int, int, int, int]) -> _Box:
    """The box in EMU, on the page as it is seen."""
    a, b, c, d = turn
    x0, y0, x1, y1 = _emu(box)
    across = sorted((a * x0 + c * y0, a * x1 + c * y1))
    down = sorted((b * x0 + d * y0, b * x1 + d * y1))
    return across[0], down[0], across[1], down[1]


def _emu(box: RectangleObject) -> _Box:
    x0, y0, x1, y1 = (round(float(edge) * PT) for edge in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _spans(read: Sequence[_Page], name: str) -> tuple[int, ...]:
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


@dataclass(frozen=True, slots=True)
class _Sheets:
    """The file read, and how many pages each of its pages holds."""

    reader: PdfReader
    read: tuple[_Page, ...]
    spans: tuple[int, ...]

    @property
    def trim(self) -> tuple[int, int]:
        """Width and height of one page."""
        return min(page.width for page in self.read), self.read[0].height

    @property
    def bleed(self) -> int:
        """What all pages have on all sides."""
        return min(page.beyond for page in self.read)


def _imposed(sheets: _Sheets, plan: Plan, name: str) -> Imposed:
    pages: tuple[Leaf | None, ...] = leaves(sheets.spans, plan.binding)
    try:
        if plan.spreads == "printer":
            pages = with_blanks(leaves(sheets.spans, plan.binding), plan.blanks)
        must_face(pages)
    except UnfitError as trouble:
        raise PressError([not_fit(name, trouble)]) from trouble
    paired = printer_spreads if plan.spreads == "printer" else reader_spreads
    sides = paired(len(pages), plan.binding)
    # A last spread of readers that holds no page, of papers with an odd count.
    sides = tuple(side for side in sides if (side.left, side.right) != (None, None))
    return Imposed(
        _Press(sheets, pages, plan).printed(sides),
        pages,
        sides,
        sheets.trim,
        sheets.bleed,
        _standard(sheets.reader),
        _left_behind(sheets, name),
    )


def _left_behind(sheets: _Sheets, name: str) -> tuple[Diagnostic, ...]:
    """What forms cannot hold: notes, links and fields that lie upon pages."""
    numbers = [n for n, each in enumerate(sheets.read, 1) if each.page.get("/Annots")]
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


def _standard(reader: PdfReader) -> str:
    root = cast(DictionaryObject, reader.trailer["/Root"])
    packet = _packet(root) or b""
    if b"GTS_PDFXVersion>PDF/X-4<" in packet or b'GTS_PDFXVersion="PDF/X-4"' in packet:
        return "PDF/X-4"
    entries = reader.trailer.get("/Info")
    told = entries.get_object() if entries is not None else {}
    if not isinstance(told, DictionaryObject):
        return ""
    return str(told.get("/GTS_PDFXConformance", told.get("/GTS_PDFXVersion", "")))


def _packet(root: DictionaryObject) -> bytes | None:
    """The XMP packet."""
    stream = root.get("/Metadata")
    found = stream.get_object() if stream is not None else None
    return bytes(found.get_data()) if isinstance(found, StreamObject) else None


def _number(length: int) -> str:
    """EMU as points, to a thousandth of a millimetre or better."""
    return f"{length / PT:.4f}".rstrip("0").rstrip(".")


def _numbers(*lengths: int) -> str:
    return " ".join(map(_number, lengths))


@dataclass(frozen=True, slots=True)
class _Placing:
    """A page's form on a sheet."""

    source: int
    """Which page of the file."""
    at: tuple[int, int]
    """How far it is moved."""
    across: tuple[int, int]
    """From where to where it shows."""


class _Press:
    """The file of sheets while it is being written."""

    def __init__(
        self, sheets: _Sheets, pages: Sequence[Leaf | None], plan: Plan
    ) -> None:
        self._sheets = sheets
        self._pages = pages
        self._plan = plan
        self._writer = PdfWriter()
        self._forms: dict[int, PdfObject] = {}

    def printed(self, sides: Sequence[Side]) -> bytes:
        """The whole file."""
        self._writer.pdf_header = self._sheets.reader.pdf_header
        for side in sides:
            self._sheet(side)
        self._said_again()
        return self._finished()

    def _leaf(self, number: int | None) -> Leaf | None:
        return self._pages[number - 1] if number else None

    def _sheet(self, side: Side) -> None:
        (width, height), bleed = self._sheets.trim, self._sheets.bleed
        alone = None in (side.left, side.right)
        across = width if alone else 2 * width
        outer = (0, 0, across + 2 * bleed, height + 2 * bleed)
        page = self._writer.add_blank_page(outer[2] / PT, outer[3] / PT)
        inner = (bleed, bleed, bleed + across, bleed + height)
        for box, edges in (
            ("/MediaBox", outer),
            ("/BleedBox", outer),
            ("/TrimBox", inner),
        ):
            floats = [FloatObject(_number(edge)) for edge in edges]
            page[NameObject(box)] = ArrayObject(floats)
        placings = self._alone(side) if alone else self._pair(side)
        self._filled(page, placings, outer[3])

    def _filled(
        self, page: PageObject, placings: Sequence[_Placing], height: int
    ) -> None:
        forms = DictionaryObject()
        operators = []
        for index, placing in enumerate(placings):
            forms[NameObject(f"/P{index}")] = self._form(placing.source)
            left, right = placing.across
            operators.append(
                f"q {_numbers(left, 0, right - left, height)} re W n "
                f"1 0 0 1 {_numbers(*placing.at)} cm /P{index} Do Q\n"
            )
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/XObject"): forms} if forms else {}
        )
        page[NameObject("/Contents")] = self._added("".join(operators).encode())

    def _alone(self, side: Side) -> tuple[_Placing, ...]:
        """A page of its own."""
        leaf = self._leaf(side.left or side.right)
        if leaf is None:
            return ()
        bleed = self._sheets.bleed
        trim = self._sheets.read[leaf.source].trim
        across = (0, self._sheets.trim[0] + 2 * bleed)
        return (_Placing(leaf.source, (bleed - trim[0], bleed - trim[1]), across),)

    def _pair(self, side: Side) -> tuple[_Placing, ...]:
        """Two pages that meet at the fold, or a spread across it."""
        width, bleed = self._sheets.trim[0], self._sheets.bleed
        fold, end = bleed + width, 2 * (bleed + width)
        left, right = self._leaf(side.left), self._leaf(side.right)
        if left and right and left.source == right.source:
            return (self._placed(left, fold, (0, end)),)
        creep = inward(side, self._plan.creep)
        placings = []
        if left:
            placings.append(self._placed(left, fold + creep, (0, fold), inner="right"))
        if right:
            placings.append(
                self._placed(right, fold - creep, (fold, end), inner="left")
            )
        return tuple(placings)

    def _placed(
        self,
        leaf: Leaf,
        fold: int,
        across: tuple[int, int],
        inner: Literal["left", "right"] | None = None,
    ) -> _Placing:
        """The page with its inner edge, or a spread with its middle, at the fold."""
        page = self._sheets.read[leaf.source]
        edge = page.middle
        if inner and leaf.half is None:
            edge = page.trim[2] if inner == "right" else page.trim[0]
        at = (fold - edge, self._sheets.bleed - page.trim[1])
        return _Placing(leaf.source, at, across)

    def _form(self, source: int) -> PdfObject:
        """The page as a form, made once."""
        if source not in self._forms:
            read = self._sheets.read[source]
            drawn = read.page.get_contents()
            edges = _emu(read.page.bleedbox)
            box = ArrayObject([FloatObject(_number(edge)) for edge in edges])
            entries: dict[str, PdfObject] = {
                "/Type": NameObject("/XObject"),
                "/Subtype": NameObject("/Form"),
                "/BBox": box,
                "/Resources": self._copied(read.page.get("/Resources")),
            }
            if read.turn != TURNS[0]:
                matrix = [NumberObject(part) for part in (*read.turn, 0, 0)]
                entries["/Matrix"] = ArrayObject(matrix)
            group = read.page.get("/Group")
            if group is not None:
                entries["/Group"] = self._copied(group)
            data = drawn.get_data() if drawn is not None else b""
            self._forms[source] = self._added(bytes(data), entries)
        return self._forms[source]

    def _copied(self, thing: PdfObject | None) -> PdfObject:
        """The thing with all it names, in the file of sheets."""
        return DictionaryObject() if thing is None else thing.clone(self._writer)

    def _added(
        self, data: bytes, entries: dict[str, PdfObject] | None = None
    ) -> PdfObject:
        """A packed stream; returns the reference to it."""
        plain = DecodedStreamObject()
        plain.set_data(data)
        stream = plain.flate_encode()
        for key, value in (entries or {}).items():
            stream[NameObject(key)] = value
        return self._writer._add_object(stream)  # noqa: SLF001 - no public name

    def _said_again(self) -> None:
        """Output intents, metadata and Info, which pypdf leaves behind."""
        trailer = self._sheets.reader.trailer
        root = cast(DictionaryObject, trailer["/Root"])
        catalogue = self._writer.root_object
        for key in KEPT:
            if key in root:
                catalogue[NameObject(key)] = self._copied(root.get(key))
        packet = _packet(root)
        if packet is not None:
            stream = DecodedStreamObject()
            stream[NameObject("/Type")] = NameObject("/Metadata")
            stream[NameObject("/Subtype")] = NameObject("/XML")
            stream.set_data(DOCUMENT_ID.sub(self._renamed, packet))
            added = self._writer._add_object(stream)  # noqa: SLF001 - no public name
            catalogue[NameObject("/Metadata")] = added
        told = trailer.get("/Info")
        entries = told.get_object() if told is not None else None
        own = self._writer._info  # noqa: SLF001 - metadata= writes dates of its own
        if own is not None:
            own.clear()
            if isinstance(entries, DictionaryObject):
                own.update(entries.clone(self._writer, force_duplicate=True))

    def _renamed(self, match: re.Match[bytes]) -> bytes:
        """The sheets are another document than the pages; the same asked, the same."""
        asked = match[2].decode("utf-8", "replace") + repr(self._plan)
        return match[1] + f"uuid:{uuid5(NAMESPACE_URL, asked)}".encode()

    def _finished(self) -> bytes:
        """The bytes, with a hash of them as the file's identifier."""
        written = self._written(bytes(16))
        return self._written(sha256(written).digest()[:16])

    def _written(self, identifier: bytes) -> bytes:
        both = ArrayObject([ByteStringObject(identifier)] * 2)
        self._writer._ID = both  # noqa: SLF001 - the public way draws lots
        out = BytesIO()
        self._writer.write(out)
        return out.getvalue()
