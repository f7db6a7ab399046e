"""Adverts: what was supplied, measured by its file's head."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from printpress.content.faults import bad_characters
from printpress.diagnostics import Diagnostic
from printpress.pictures.art import bilevel
from printpress.pictures.faults import PictureError
from printpress.pictures.header import read_header
from printpress.spec.chart import PictureChart
from printpress.spec.issue import PageSpec
from printpress.spec.layout import LayoutSpec
from printpress.spec.story_form import MIDDLE
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
    bilevel: bool = False
    """Whether it is art in two colours, without tones."""


Adverts = Mapping[tuple[int, ...], Mapping[str, Advert]]
"""A page's numbers → slot → its advert."""


def read_adverts(pages: Iterable[PageSpec]) -> tuple[Adverts, list[Diagnostic]]:
    """The adverts of all pages, and those whose picture cannot be read."""
    adverts: dict[tuple[int, ...], dict[str, Advert]] = {}
    found: list[Diagnostic] = []
    for page in pages:
        charts = _chart_pictures(page.layout)
        for slot, spec in (*page.adverts.items(), *charts):
            found += bad_characters(spec.credit, spec.span, exact=False)
            try:
                header = read_header(spec.file)
            except PictureError as trouble:
                found.append(trouble.told(spec.file.name, spec.span))
                continue
            advert = Advert(spec, header.width_px, header.height_px, bilevel(header))
            adverts.setdefault(page.numbers, {})[slot] = advert
    return adverts, found


def _chart_pictures(layout: LayoutSpec) -> Iterator[tuple[str, AdvertSpec]]:
    """Pictures of test charts: they stand as adverts do, whole and by themselves."""
    for slot in layout.slots:
        if slot.chart and isinstance(slot.chart.drawing, PictureChart):
            file = slot.chart.drawing.file
            yield slot.name, AdvertSpec(file, False, MIDDLE, "", "right", slot.span)  # noqa: FBT003
