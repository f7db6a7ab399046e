"""Fonts: each embedded, also those that no page shows (ISO 32000-1 9.9)."""

from collections.abc import Iterator

from printpress.preflight.document import Document
from printpress.preflight.programs import embedding_bits
from printpress.preflight.report import Fault, same
from printpress.spec.press import PressSpec

PROGRAMS = ("FontFile", "FontFile2", "FontFile3")
"""Where a descriptor holds the font itself."""

SHOWN_BY_CODES = ("Type1", "MMType1", "TrueType", "CIDFontType0", "CIDFontType2")
"""Kinds of font that need a program; Type 3 and Type 0 have none of their own."""


RESTRICTED, BITMAPS_ONLY = 0x0002, 0x0200
"""Bits of a font's licence (OpenType, OS/2 fsType)."""

LEVELS = 0x000F
"""Of these bits the mildest that is set counts."""


def _barred(bits: int) -> str:
    """What in a font's licence forbids embedding its outlines; empty if nothing."""
    if bits & LEVELS == RESTRICTED:
        return "fsType: restricted licence"
    return "fsType: bitmaps only" if bits & BITMAPS_ONLY else ""


def fonts_embedded(document: Document, _: PressSpec) -> Iterator[Fault]:
    """Every font of the file brings its glyphs."""
    for thing in document.things:
        kind = document.name(thing.entries.get("Subtype"))
        typed = document.name(thing.entries.get("Type")) == "Font"
        held = thing.keys[0] == "Font" or thing.keys[1] == "DescendantFonts"
        if kind not in SHOWN_BY_CODES or not (typed or held):
            continue
        name = document.name(thing.entries.get("BaseFont")) or thing.label
        descriptor = document.entries(thing.entries.get("FontDescriptor"))
        programs = [document.decoded(descriptor.get(key)) for key in PROGRAMS]
        embedded = [program for program in programs if program]
        if not embedded:
            yield Fault("font-not-embedded", page=thing.page, object=name)
            continue
        barred = _barred(embedding_bits(embedded[0]))
        if barred:
            yield Fault("font-licence", same(barred), page=thing.page, object=name)
        if kind == "CIDFontType2" and "CIDToGIDMap" not in thing.entries:
            yield Fault("no-cid-map", page=thing.page, object=name)
