"""Fonts as content shows them: codes → widths, text, and whether a glyph is there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from printpress.preflight.cmaps import code_length, to_cids, to_text
from printpress.preflight.document import Document
from printpress.preflight.objects import Entries, Stream, Value
from printpress.preflight.programs import (
    NOTDEF,
    cff_numbers,
    character_map,
    glyph_count,
)

EM = 1000.0
"""Units of widths (ISO 32000-1 9.2.4)."""

MOST_WIDTHS = 200_000
"""Of one font; there are no more codes than 65,536, each stated once."""

SPACE = 32
"""The code that word spacing is added to."""


class Shown(NamedTuple):
    """One glyph that is shown."""

    advance: float
    """How far it moves the pen, in ems: to the right, or down."""
    text: str
    """What it stands for, as far as the file says."""
    missing: bool
    """Whether the font has no such glyph."""
    spaced: bool
    """Whether it takes word spacing."""


@dataclass
class Shape:
    """What a font is, however it is kept."""

    name: str = ""
    """Its name."""
    wide: bool = False
    """Whether codes have two bytes."""
    down: bool = False
    """Whether its lines run down."""
    scale: float = 1.0
    """Ems of a unit of size: of Type 3 fonts their matrix says."""
    default: float = 1.0
    """The advance of codes that have none of their own."""
    widths: dict[int, float] = field(default_factory=dict)
    """Advances by code or CID, in ems."""
    texts: dict[int, str] = field(default_factory=dict)
    """Texts by code."""
    cids: dict[int, int] | None = None
    """CIDs by code; None: they are equal."""
    glyphs: bytes | None = None
    """Glyphs by CID, two bytes each; None: they are equal."""
    programs: Entries = field(default_factory=dict)
    """The dictionary of a Type 3 font, whose glyphs are content."""
    present: "frozenset[int] | range | None" = None
    """Glyphs (or CIDs, or codes of simple fonts) that it has; None: unknown."""

    def shown(self, raw: bytes) -> Iterator[Shown]:
        """The glyphs of a string."""
        step = 2 if self.wide else 1
        for start in range(0, len(raw) - step + 1, step):
            code = int.from_bytes(raw[start : start + step], "big")
            cid = code if self.cids is None else self.cids.get(code, NOTDEF)
            yield Shown(
                self.widths.get(cid, self.default),
                self.texts.get(code, ""),
                self.present is not None and self._glyph(cid) not in self.present,
                not self.wide and code == SPACE,
            )

    def _glyph(self, cid: int) -> int:
        if self.glyphs is None:
            return cid
        return int.from_bytes(self.glyphs[2 * cid : 2 * cid + 2], "big")


def read_face(document: Document, value: Value) -> Shape:
    """The font that a resource names."""
    entries = document.entries(value)
    kind = document.name(entries.get("Subtype"))
    shape = Shape(document.name(entries.get("BaseFont")))
    cmap = document.decoded(entries.get("ToUnicode"))
    if cmap:
        shape.texts = to_text(cmap)
    if kind == "Type0":
        _composite(document, entries, shape)
    elif kind == "Type3":
        _drawn(document, entries, shape)
    else:
        _simple(document, entries, shape)
    return shape


def _composite(document: Document, entries: Entries, shape: Shape) -> None:
    held = document.items(entries.get("DescendantFonts"))
    inner = document.entries(held[0] if held else None)
    shape.wide = True
    encoding = document.follow(entries.get("Encoding"))
    if isinstance(encoding, Stream):
        cmap = document.decoded(encoding) or b""
        shape.cids = to_cids(cmap) if b"begincid" in cmap else None
        shape.wide = code_length(cmap) != 1
        shape.down = document.number(encoding.entries.get("WMode")) == 1
    else:
        shape.down = document.name(encoding).endswith("V")
    stated = document.number(inner.get("DW"))
    shape.default = (EM if stated is None else stated) / EM
    if shape.down:
        pair = document.numbers(inner.get("DW2"))
        shape.default = -(pair[1] if len(pair) > 1 else -EM) / EM
    key, size = ("W2", 3) if shape.down else ("W", 1)
    widths = _width_array(document, inner.get(key), size)
    for cid, numbers in islice(widths, MOST_WIDTHS):
        shape.widths[cid] = -numbers / EM if shape.down else numbers / EM
    if document.name(encoding).startswith("Identity") or shape.cids is not None:
        _composite_glyphs(document, inner, shape)


def _composite_glyphs(document: Document, inner: Entries, shape: Shape) -> None:
    descriptor = document.entries(inner.get("FontDescriptor"))
    truetype = document.decoded(descriptor.get("FontFile2"))
    if truetype:
        shape.glyphs = document.decoded(inner.get("CIDToGIDMap"))
        count = glyph_count(truetype)
        shape.present = range(1, count) if count else None
    compact = document.decoded(descriptor.get("FontFile3"))
    if compact:
        numbers = cff_numbers(compact)
        shape.present = numbers - {NOTDEF} if numbers is not None else None


def _width_array(
    document: Document, value: Value, size: int
) -> Iterator[tuple[int, float]]:
    """CIDs and their first number each (ISO 32000-1 9.7.4.3)."""
    parts = [document.follow(part) for part in document.items(value)]
    at = 0
    while at + 1 < len(parts):
        first, second = document.number(parts[at]), parts[at + 1]
        if isinstance(second, list):
            numbers = document.numbers(second)[::size]
            yield from enumerate(numbers, int(first or 0))
            at += 2
            continue
        last = document.number(second)
        width = document.number(parts[at + 2]) if at + 2 < len(parts) else None
        if first is not None and last is not None and width is not None:
            for cid in range(int(first), min(int(last), 65_535) + 1):
                yield cid, width
        at += 2 + size


def _simple(document: Document, entries: Entries, shape: Shape) -> None:
    first = int(document.number(entries.get("FirstChar")) or 0)
    widths = document.numbers(entries.get("Widths"))
    shape.widths = {first + n: width / EM for n, width in enumerate(widths)}
    shape.default = 0.5  # of a standard font, whose widths no file states
    for code in range(SPACE, 256):
        shape.texts.setdefault(code, bytes([code]).decode("cp1252", "replace"))
    descriptor = document.entries(entries.get("FontDescriptor"))
    truetype = document.decoded(descriptor.get("FontFile2"))
    has_names = "Differences" in document.entries(entries.get("Encoding"))
    if truetype and not has_names:
        codes = character_map(truetype)
        if codes is not None:
            shape.present = frozenset(_codes_present(codes))
    elif widths:
        shape.present = range(first, first + len(widths))


def _codes_present(codes: dict[int, int]) -> Iterator[int]:
    """Codes of one byte that lead to a glyph, by themselves or as Latin text."""
    for code in range(256):
        text = bytes([code]).decode("cp1252", "replace")
        roman = bytes([code]).decode("mac-roman")
        if any(codes.get(one) for one in (code, ord(text), ord(roman))):
            yield code


def _drawn(document: Document, entries: Entries, shape: Shape) -> None:
    shape.programs = entries
    matrix = document.numbers(entries.get("FontMatrix"))
    unit = abs(matrix[0]) if matrix else 1 / EM
    first = int(document.number(entries.get("FirstChar")) or 0)
    widths = document.numbers(entries.get("Widths"))
    shape.widths = {first + n: width * unit for n, width in enumerate(widths)}
    shape.present = range(first, first + len(widths))
    box = document.numbers(entries.get("FontBBox"))
    height = abs(box[3] - box[1]) * unit if len(box) == 4 else 0  # noqa: PLR2004 - edges
    shape.scale = height or 1.0
