"""Fonts: each embedded, also those that no page shows (ISO 32000-1 9.9)."""

from collections.abc import Iterator

from printpress.preflight.document import Document
from printpress.preflight.report import Fault
from printpress.spec.press import PressSpec

PROGRAMS = ("FontFile", "FontFile2", "FontFile3")
"""Where a descriptor holds the font itself."""

SHOWN_BY_CODES = ("Type1", "MMType1", "TrueType", "CIDFontType0", "CIDFontType2")
"""Kinds of font that need a program; Type 3 and Type 0 have none of their own."""


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
        embedded = any(document.decoded(descriptor.get(key)) for key in PROGRAMS)
        if not embedded:
            yield Fault("font-not-embedded", page=thing.page, object=name)
        elif kind == "CIDFontType2" and "CIDToGIDMap" not in thing.entries:
            yield Fault("no-cid-map", page=thing.page, object=name)
