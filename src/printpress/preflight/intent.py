"""The output intent: the printing condition that a file was made for."""

from collections.abc import Iterator

from printpress.preflight.document import Document
from printpress.preflight.objects import Entries
from printpress.preflight.report import Fault, at_most, same
from printpress.rules.record import X4
from printpress.spec.press import PressSpec

CHANNELS = {b"CMYK": 4, b"RGB ": 3, b"GRAY": 1}
"""Inks or lights of a profile's device."""

HEADER = 128
"""Bytes of an ICC profile before its tags (ICC.1 7.2)."""

NEWEST = (4, 3)
"""The latest ICC version that PDF/X-4 knows."""


def intents(document: Document) -> list[Entries]:
    """The PDF/X output intents."""
    stated = document.items(document.catalogue.get("OutputIntents"))
    found = (document.entries(one) for one in stated)
    return [one for one in found if document.name(one.get("S")) == "GTS_PDFX"]


def intent_profile(document: Document) -> bytes | None:
    """The profile of the first of them."""
    found = intents(document)
    return document.decoded(found[0].get("DestOutputProfile")) if found else None


def output_intent(document: Document, press: PressSpec) -> Iterator[Fault]:
    """Exactly one, which names its condition and brings a press's profile."""
    found = intents(document)
    if len(found) != 1:
        yield Fault("output-intent", same(str(len(found))), same("1"))
        return
    intent = found[0]
    yield from _others(document, intent)
    if "DestOutputProfileRef" in intent:
        yield Fault("intent-external", object="DestOutputProfileRef")
        return
    if not document.text(intent.get("OutputConditionIdentifier")):
        yield Fault("intent-condition")
    registered = bool(document.text(intent.get("RegistryName")))
    in_words = document.text(intent.get("Info"))
    if not in_words and (press.standard != X4 or not registered):
        yield Fault("intent-words")
    if intent.get("DestOutputProfile") is None and press.standard != X4 and registered:
        return
    yield from _profile(document, intent)


def _others(document: Document, intent: Entries) -> Iterator[Fault]:
    """Intents of other standards, such as PDF/A, share the profile."""
    own = intent.get("DestOutputProfile")
    for one in document.items(document.catalogue.get("OutputIntents")):
        entries = document.entries(one)
        other = entries.get("DestOutputProfile")
        if other is not None and other != own:
            kind = document.name(entries.get("S"))
            yield Fault("intent-profiles-differ", object=kind)


def _profile(document: Document, intent: Entries) -> Iterator[Fault]:
    profile = document.decoded(intent.get("DestOutputProfile"))
    if profile is None or len(profile) < HEADER or profile[36:40] != b"acsp":
        yield Fault("intent-profile")
        return
    kind, space = profile[12:16], profile[16:20]
    if kind != b"prtr":
        yield Fault("intent-class", same(_letters(kind)), same("prtr"))
    channels = CHANNELS.get(space)
    if channels != 4:  # noqa: PLR2004 - inks
        yield Fault("intent-not-cmyk", same(_letters(space)), same("CMYK"))
    entry = document.entries(intent.get("DestOutputProfile")).get("N")
    stated = document.number(entry) or 0
    if stated != channels:
        yield Fault("intent-channels", same(f"N = {stated:g}"), same(f"N = {channels}"))
    version = (profile[8], profile[9] >> 4)
    if version > NEWEST:
        yield Fault(
            "intent-version",
            same(".".join(map(str, version))),
            at_most(NEWEST),
        )


def _letters(raw: bytes) -> str:
    return raw.decode("ascii", "replace").strip()
