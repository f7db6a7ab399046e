"""Adverts: what was supplied, measured by its file's head."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from printpress.content.faults import bad_characters
from printpress.diagnostics import Diagnostic
from printpress.pictures.faults import PictureError
from printpress.pictures.header import read_header
from printpress.spec.issue import PageSpec
from printpress.spec.supplied import AdvertSpec


@dataclass(frozen=True, slots=True)
class Advert:
    """An advert with its picture's size."""

    spec: AdvertSpec
    """How it is to stand."""
    width_px: int
    """Pixels across, the right way up."""
    height_px: int
    """Pixels down."""


Adverts = Mapping[tuple[int, ...], Mapping[str, Advert]]
"""A page's numbers → slot → its advert."""


def read_adverts(pages: Iterable[PageSpec]) -> tuple[Adverts, list[Diagnostic]]:
    """The adverts of all pages, and those whose picture cannot be read."""
    adverts: dict[tuple[int, ...], dict[str, Advert]] = {}
    found: list[Diagnostic] = []
    for page in pages:
        for slot, spec in page.adverts.items():
            found += bad_characters(spec.credit, spec.span, exact=False)
            try:
                header = read_header(spec.file)
            except PictureError as trouble:
                found.append(trouble.told(spec.file.name, spec.span))
                continue
            advert = Advert(spec, header.width_px, header.height_px)
            adverts.setdefault(page.numbers, {})[slot] = advert
    return adverts, found
