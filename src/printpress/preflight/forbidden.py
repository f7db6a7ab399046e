"""What a press cannot run: filters, functions, PostScript, actions, layers."""

from collections.abc import Iterator

from printpress.preflight.document import Document, Thing
from printpress.preflight.marks import Drawn
from printpress.preflight.objects import Entries, Name, Value
from printpress.preflight.page import Page
from printpress.preflight.report import Fault, same
from printpress.spec.press import PressSpec

FILTERS = {
    "LZWDecode": "lzw",
    "LZW": "lzw",
    "Crypt": "encrypted",
    "JBIG2Decode": "jbig2",
    "JPXDecode": "jpeg-2000",
}
"""Filters and the rules they break."""

SEPARABLE = (
    *("Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten"),
    *("ColorDodge", "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion"),
    *("Hue", "Saturation", "Color", "Luminosity"),
)
"""The standard blend modes (ISO 32000-1 tables 136 and 137)."""

OPAQUE = ("", "Normal", "Compatible")
"""Blend modes that let nothing through."""

INTENTS = (
    *("AbsoluteColorimetric", "RelativeColorimetric", "Saturation", "Perceptual"),
)
"""Rendering intents (ISO 32000-1 table 70)."""

ACTIONS = (
    *("GoTo", "GoToR", "GoToE", "Launch", "Thread", "URI", "Sound", "Movie", "Hide"),
    *("Named", "SubmitForm", "ResetForm", "ImportData", "JavaScript", "SetOCGState"),
    *("Rendition", "Trans", "GoTo3DView"),
)
"""Kinds of action (ISO 32000-1 table 198)."""

HARMLESS = ("PrinterMark", "TrapNet")
"""Annotations that are made for the press."""


def streams(document: Document, _: PressSpec) -> Iterator[Fault]:
    """Filters, and data that lie elsewhere."""
    for thing in document.things:
        if thing.stream is None:
            continue
        filters = thing.entries.get("Filter")
        for one in document.items(filters) or [filters]:
            rule = FILTERS.get(document.name(one))
            if rule:
                yield Fault(rule, page=thing.page, object=_named(document, thing))
        if "F" in thing.entries or "FFilter" in thing.entries:
            yield Fault(
                "external-stream", page=thing.page, object=_named(document, thing)
            )


def _named(document: Document, thing: Thing) -> str:
    """A stream as people know it: a picture by its pixels."""
    if document.name(thing.entries.get("Subtype")) != "Image":
        return thing.label
    across, down = (
        document.number(thing.entries.get(key)) or 0 for key in ("Width", "Height")
    )
    return f"{thing.label} {across:.0f} × {down:.0f} px"


def drawings(document: Document, _: PressSpec) -> Iterator[Fault]:
    """Pictures and forms that hold more than pixels and marks."""
    for thing in document.things:
        if thing.stream is None:
            continue
        kind, entries = document.name(thing.entries.get("Subtype")), thing.entries
        rules = []
        if kind == "PS" or "PS" in entries or document.name(entries.get("Subtype2")):
            rules.append("postscript")
        if kind in ("Image", "Form") and "OPI" in entries:
            rules.append("opi")
        if kind == "Form" and "Ref" in entries:
            rules.append("reference-object")
        if kind == "Image":
            rules += _picture_rules(document, entries)
        for rule in rules:
            yield Fault(rule, page=thing.page, object=_named(document, thing))


def _picture_rules(document: Document, entries: Entries) -> Iterator[str]:
    if "Alternates" in entries:
        yield "alternate-picture"
    if document.number(entries.get("BitsPerComponent")) == 16:  # noqa: PLR2004 - bits
        yield "sixteen-bits"
    if _sees_through(document, entries.get("SMask")):
        yield "transparency"
    if document.name(entries.get("Intent")) not in ("", *INTENTS):
        yield "rendering-intent"


def _sees_through(document: Document, mask: Value) -> bool:
    found = document.follow(mask)
    return found is not None and found != Name("None")


def groups(document: Document, _: PressSpec) -> Iterator[Fault]:
    """Transparency groups and the colours they blend in."""
    for thing in document.things:
        if thing.keys[1] != "Group":
            continue
        if document.name(thing.entries.get("S")) != "Transparency":
            continue
        yield Fault("transparency", page=thing.page, object="Group")
        space = thing.entries.get("CS")
        family = document.name(space) or document.name(
            next(iter(document.items(space)), None)
        )
        luminosity = thing.keys[0] == "G" and family == "DeviceGray"
        if family not in ("", "DeviceCMYK") and not luminosity:
            yield Fault(
                "group-colour", same(family), same("DeviceCMYK"), page=thing.page
            )


def graphics_states(document: Document, _: PressSpec) -> Iterator[Fault]:
    """Entries of graphics states that reach into the press or see through."""
    for thing in document.things:
        typed = document.name(thing.entries.get("Type")) == "ExtGState"
        if thing.keys[0] == "ExtGState" or typed:
            for rule, key in _state_rules(document, thing):
                yield Fault(rule, page=thing.page, object=key)


def _state_rules(document: Document, thing: Thing) -> Iterator[tuple[str, str]]:
    yield from _press_rules(document, thing.entries)
    yield from _blend_rules(document, thing.entries)
    intent = document.name(thing.entries.get("RI"))
    if intent and intent not in INTENTS:
        yield "rendering-intent", intent


def _press_rules(document: Document, entries: Entries) -> Iterator[tuple[str, str]]:
    """Tones, screens and inks, which are the press's own affair."""
    for key, rule in (
        ("TR", "transfer-function"),
        ("HTP", "halftone"),
        ("BG", "black-generation"),
        ("UCR", "black-generation"),
    ):
        if key in entries:
            yield rule, key
    for key, rule in (
        ("TR2", "transfer-function"),
        ("BG2", "black-generation"),
        ("UCR2", "black-generation"),
    ):
        if key in entries and document.name(entries[key]) != "Default":
            yield rule, key
    if "HT" in entries and not _plain_halftone(document, entries["HT"]):
        yield "halftone", "HT"


def _blend_rules(document: Document, entries: Entries) -> Iterator[tuple[str, str]]:
    """What lets the ground show through."""
    modes = document.items(entries.get("BM")) or [entries.get("BM")]
    names = [document.name(mode) for mode in modes]
    if any(name and name not in SEPARABLE for name in names):
        yield "blend-mode", "BM"
    if any(name in SEPARABLE and name not in OPAQUE for name in names):
        yield "transparency", "BM"
    for key in ("CA", "ca"):
        if document.number(entries.get(key)) not in (None, 1.0):
            yield "transparency", key
    if _sees_through(document, entries.get("SMask")):
        yield "transparency", "SMask"


def _plain_halftone(document: Document, value: Value) -> bool:
    if document.name(value) == "Default":
        return True
    entries = document.entries(value)
    kind = document.number(entries.get("HalftoneType"))
    parts = [entries, *map(document.entries, entries.values())]
    curves = [part.get("TransferFunction") for part in parts]
    plain = all(
        curve is None or document.name(curve) in ("Identity", "Default")
        for curve in curves
    )
    return kind in (1.0, 5.0) and "HalftoneName" not in entries and plain


def annotations(document: Document, _: PressSpec) -> Iterator[Fault]:
    """Annotations lie outside the bleed, or are made for the press."""
    for page in document.pages:
        for one in document.items(page.entries.get("Annots")):
            entries = document.entries(one)
            kind = document.name(entries.get("Subtype"))
            if kind in HARMLESS and not _untrapped(document, kind):
                continue
            box = document.box(entries.get("Rect"))
            if box is None or _touches(page, box):
                place = page.rect(box) if box else None
                yield Fault("annotation", page=page.number, place=place, object=kind)


def _untrapped(document: Document, kind: str) -> bool:
    """Whether an annotation traps a file that says it is not trapped."""
    return kind == "TrapNet" and document.name(document.info.get("Trapped")) != "True"


def _touches(page: Page, box: tuple[float, float, float, float]) -> bool:
    left, low, right, top = page.bleed
    return box[0] < right and box[2] > left and box[1] < top and box[3] > low


def actions(document: Document, _: PressSpec) -> Iterator[Fault]:
    """Nothing happens by itself or by a click."""
    for thing in document.things:
        kind = document.name(thing.entries.get("S"))
        reached = thing.keys[1] in ("A", "OpenAction", "Next") or thing.keys[0] == "AA"
        if kind in ACTIONS and (reached or kind == "JavaScript"):
            yield Fault("action", page=thing.page, object=kind)


def operators(drawn: Drawn, _: PressSpec) -> Iterator[Fault]:
    """Content has the operators of PDF and no others, and known intents."""
    for operator in drawn.unknown:
        yield Fault("unknown-operator", page=drawn.page.number, object=operator[:20])
    for name in dict.fromkeys(drawn.filters):
        if name in FILTERS:
            yield Fault(FILTERS[name], page=drawn.page.number, object="BI")
    for intent in dict.fromkeys(drawn.intents):
        if intent not in INTENTS:
            yield Fault("rendering-intent", page=drawn.page.number, object=intent)


def catalogue(document: Document, _: PressSpec) -> Iterator[Fault]:
    """What the catalogue must not carry."""
    root = document.catalogue
    names = document.entries(root.get("Names"))
    if "XFA" in document.entries(root.get("AcroForm")):
        yield Fault("form", object="XFA")
    if "AlternatePresentations" in names:
        yield Fault("alternate-presentation")
    if "EmbeddedFiles" in names:
        yield Fault("embedded-file")
    if "OCProperties" in root:
        yield Fault("layers", object="OCProperties")
    viewer = document.entries(root.get("ViewerPreferences"))
    for key in ("ViewArea", "ViewClip", "PrintArea", "PrintClip"):
        box = document.name(viewer.get(key)) if key in viewer else "MediaBox"
        if box not in ("MediaBox", "BleedBox"):
            right = same("MediaBox, BleedBox")
            yield Fault("viewer-area", same(box), right, object=key)
