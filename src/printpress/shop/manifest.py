"""The manifest beside the shop's files: what each is, and of what it was made."""

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from printpress import __version__
from printpress.colour import BLACK, Ink
from printpress.diagnostics import Severity
from printpress.display.ops import DisplayList, PlaceForm, PlaceImage, ShowGlyphs
from printpress.pictures.packed import PackedPicture
from printpress.pipeline import MadeUp
from printpress.shop.files import FIRST_VERSION, WHOLE, ShopFile, Versions
from printpress.units import MM

if TYPE_CHECKING:
    from printpress.preflight.report import PreflightReport

PLATES = ("C", "M", "Y", "K")
"""Names of the process plates, in the order of printing's books."""


def plates_of(
    pages: Sequence[DisplayList], pictures: Mapping[str, PackedPicture]
) -> tuple[str, ...]:
    """The plates that carry ink: process first, then spot colours by name."""
    found: set[str] = set()
    for page in pages:
        for op in page.ops:
            if isinstance(op, PlaceImage):
                grey = pictures[op.name].ink_model != "cmyk"
                found |= {"K"} if grey else set(PLATES)
            elif isinstance(op, PlaceForm):
                found |= set(op.plates)
            else:
                found |= _plates(op.ink)
    spots = sorted(found - {*PLATES, "All"})
    return (*(plate for plate in PLATES if plate in found), *spots)


def _plates(ink: Ink) -> set[str]:
    if ink == BLACK:
        return {"K"}
    if ink.spot:
        return {ink.spot}
    return {plate for plate, share in zip(PLATES, ink.shares, strict=True) if share}


def manifest(
    made: MadeUp,
    files: Sequence[ShopFile],
    pictures: Mapping[str, PackedPicture],
    versions: Versions = MappingProxyType({}),
    reports: "Mapping[str, PreflightReport]" = MappingProxyType({}),
) -> bytes:
    """What was written and from which faces, with hashes; JSON."""
    issue = made.issue
    alone = [each for each in files if each.name != WHOLE]
    told = {
        "issue": issue.title,
        "edition": issue.edition.name,
        "press": issue.press.name,
        "standard": issue.press.standard,
        "printpress": __version__,
        "files": {each.name: each.digest for each in files},
        "pages": [_page(each, pictures, versions) for each in alone],
        "preflight": {name: _outcome(report) for name, report in reports.items()},
        "faces": {face.name: face.sha256 for face in made.library.opened()},
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _outcome(report: "PreflightReport") -> dict[str, Any]:
    return {
        "passed": report.passed,
        "errors": report.number(Severity.ERROR),
        "warnings": report.number(Severity.WARNING),
        "accepted": report.accepted,
    }


def _page(
    each: ShopFile, pictures: Mapping[str, PackedPicture], versions: Versions
) -> dict[str, Any]:
    (page,) = each.pages
    trim = [round(side / MM, 2) for side in (page.trim.width, page.trim.height)]
    return {
        "pages": list(page.page_nos),
        "file": each.name,
        "version": versions.get(page.page_nos, FIRST_VERSION),
        "trim_mm": trim,
        "bleed_mm": round(page.bleed / MM, 2),
        "inks": list(plates_of(each.pages, pictures)),
        "faces": sorted({op.face for op in page.ops if isinstance(op, ShowGlyphs)}),
    }
