"""A finished PDF's pages put beside each other: the only module that writes with pypdf.

Each page becomes a form and is placed whole, so fonts, pictures, spot colours and
overprint stay as they are. pypdf carries over none of what makes a file PDF/X: its
output intents, metadata, Info dictionary and version are put in again. The boxes are
those of the sheet: nothing beyond the bleed of the pages is shown, so printer's marks
stay behind. The file depends on the pages and what was asked alone, never on the clock.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Final, Literal, TypeVar, cast
from uuid import NAMESPACE_URL, uuid5

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
)

from printpress.diagnostics import Diagnostic, PressError
from printpress.shop.faults import not_fit
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
from printpress.shop.singles import (
    TURNS,
    SinglePage,
    Singles,
    in_emu,
    left_behind,
    opened,
    reading,
    standard,
)
from printpress.shop.singles import packet as read_packet
from printpress.units import PT

T = TypeVar("T")

Spreads = Literal["reader", "printer"]

KEPT: Final = ("/OutputIntents", "/Lang", "/Version")
"""Entries of the catalogue that are as true of the sheets as of the pages."""

DOCUMENT_ID: Final = re.compile(
    rb"(<xmpMM:DocumentID>|xmpMM:DocumentID=[\"'])([^<\"']*)"
)


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


def impose(contents: bytes, plan: Plan, name: str) -> Imposed:
    """The file's pages as spreads; *name* is the file's, for what is told of it.

    Raises ``PressError`` where the file is damaged or locked, its pages differ in size
    or are too many, or a spread's halves would not face each other.
    """
    sheets = opened(contents, name)
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
        standard(sheets),
        left_behind(sheets),
    )


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
        self, sheets: Singles, pages: Sequence[Leaf | None], plan: Plan
    ) -> None:
        self._sheets = sheets
        self._pages = pages
        self._plan = plan
        self._writer = PdfWriter()
        self._forms: list[PdfObject] = []

    def printed(self, sides: Sequence[Side]) -> bytes:
        """The whole file."""
        self._writer.pdf_header = self._sheets.reader.pdf_header
        self._forms = [self._form(read) for read in self._sheets.read]
        self._said_again()
        for side in sides:
            self._sheet(side)
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
            forms[NameObject(f"/P{index}")] = self._forms[placing.source]
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

    def _form(self, read: SinglePage) -> PdfObject:
        """The page as a form."""
        with reading(self._sheets.name):
            drawn = read.page.get_contents()
            data = drawn.get_data() if drawn is not None else b""
            edges = in_emu(read.page.bleedbox)
            resources, group = read.page.get("/Resources"), read.page.get("/Group")
        entries: dict[str, PdfObject] = {
            "/Type": NameObject("/XObject"),
            "/Subtype": NameObject("/Form"),
            "/BBox": ArrayObject([FloatObject(_number(edge)) for edge in edges]),
            "/Resources": self._copied(resources),
        }
        if read.turn != TURNS[0]:
            matrix = [NumberObject(part) for part in (*read.turn, 0, 0)]
            entries["/Matrix"] = ArrayObject(matrix)
        if group is not None:
            entries["/Group"] = self._copied(group)
        return self._added(bytes(data), entries)

    def _copied(self, thing: PdfObject | None) -> PdfObject:
        """The thing with all it names, in the file of sheets."""
        if thing is None:
            return DictionaryObject()
        with reading(self._sheets.name):
            return thing.clone(self._writer)

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
        with reading(self._sheets.name):
            root = cast(DictionaryObject, trailer["/Root"])
            packet = read_packet(root)
            told = trailer.get("/Info")
            entries = told.get_object() if told is not None else None
        catalogue = self._writer.root_object
        for key in KEPT:
            if key in root:
                catalogue[NameObject(key)] = self._copied(root.get(key))
        if packet is not None:
            stream = DecodedStreamObject()
            stream[NameObject("/Type")] = NameObject("/Metadata")
            stream[NameObject("/Subtype")] = NameObject("/XML")
            stream.set_data(DOCUMENT_ID.sub(self._renamed, packet))
            added = self._writer._add_object(stream)  # noqa: SLF001 - no public name
            catalogue[NameObject("/Metadata")] = added
        own = self._writer._info  # noqa: SLF001 - metadata= writes dates of its own
        if own is not None:
            own.clear()
            if isinstance(entries, DictionaryObject):
                with reading(self._sheets.name):
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
        with reading(self._sheets.name):
            self._writer.write(out)
        return out.getvalue()
