"""Adverts: what was supplied, measured by its file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from printpress.colour import Ink
from printpress.content.faults import bad_characters
from printpress.diagnostics import Both, Diagnostic, Note, PressError
from printpress.pictures.art import bilevel
from printpress.pictures.faults import PictureError
from printpress.pictures.header import read_header
from printpress.spec.chart import PictureChart
from printpress.spec.issue import PageSpec
from printpress.spec.layout import LayoutSpec
from printpress.spec.supplied import AdvertSpec
from printpress.spec.supplied_form import as_it_is
from printpress.supplied.faults import SuppliedError
from printpress.supplied.record import SuppliedPage

if TYPE_CHECKING:
    from printpress.content.artwork import Artwork

_THE_ADVERT = Both("the advert", "该广告")


@dataclass(frozen=True, slots=True)
class Advert:
    """An advert with its size: a picture's, unless it is a drawing or a page."""

    spec: AdvertSpec
    """How it is to stand."""
    width: int
    """How wide it is the right way up: pixels, a drawing's own units, a page's EMU."""
    height: int
    """How high, in the same."""
    art: "Artwork | None" = None
    """Its outlines, if it is a drawing."""
    form: SuppliedPage | None = None
    """Its page, if it is a PDF."""
    bilevel: bool = False
    """Whether it is a picture in black and white alone, without tones."""


Adverts = Mapping[tuple[int, ...], Mapping[str, Advert]]
"""A page's numbers → slot → its advert."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What adverts are read with."""

    root: Path
    """The paper's folder."""
    colours: Mapping[str, Ink]
    """The house's inks."""

    def read(self, spec: AdvertSpec) -> Advert:
        """The advert; raises what its reader raises."""
        match spec.file.suffix.lower():
            case ".pdf":
                return self._page(spec)
            case ".svg":
                return self._drawing(spec)
            case _:
                return self.picture(spec)

    @staticmethod
    def picture(spec: AdvertSpec) -> Advert:
        """The advert that is a picture."""
        header = read_header(spec.file)
        size = header.width_px, header.height_px
        return Advert(spec, *size, bilevel=bilevel(spec.file, header))

    def _page(self, spec: AdvertSpec) -> Advert:
        from printpress.supplied.reading import read_page

        inside = spec.file.is_relative_to(self.root)
        name = spec.file.relative_to(self.root) if inside else Path(spec.file.name)
        form = read_page(spec.file, name.as_posix())
        return Advert(spec, form.size.width, form.size.height, form=form)

    def _drawing(self, spec: AdvertSpec) -> Advert:
        from printpress.content.artwork import read_artwork

        art = read_artwork(spec.file, self.colours, whole=True)
        return Advert(spec, art.width, art.height, art=art)


def read_adverts(
    pages: Iterable[PageSpec], desk: Desk
) -> tuple[Adverts, list[Diagnostic]]:
    """The adverts of all pages, and those that cannot be read."""
    adverts: dict[tuple[int, ...], dict[str, Advert]] = {}
    found: list[Diagnostic] = []
    for page in pages:
        wanted = [(slot, spec, desk.read) for slot, spec in page.adverts.items()]
        charts = _chart_pictures(page.layout)
        wanted += [(slot, spec, desk.picture) for slot, spec in charts]
        for slot, spec, read in wanted:
            found += bad_characters(spec.credit, spec.span, exact=False)
            try:
                advert = read(spec)
            except (PictureError, SuppliedError) as trouble:
                found.append(trouble.told(spec.file.name, spec.span))
            except PressError as trouble:
                found += _of_drawing(trouble, spec)
            else:
                adverts.setdefault(page.numbers, {})[slot] = advert
    return adverts, found


def _chart_pictures(layout: LayoutSpec) -> Iterator[tuple[str, AdvertSpec]]:
    """Pictures of test charts: they stand as adverts do, whole and by themselves."""
    for slot in layout.slots:
        if slot.chart and isinstance(slot.chart.drawing, PictureChart):
            file = slot.chart.drawing.file
            yield slot.name, as_it_is(file, slot.span)


def _of_drawing(trouble: PressError, spec: AdvertSpec) -> Iterator[Diagnostic]:
    """What is wrong within a drawing, and where that is named."""
    for each in trouble.diagnostics:
        yield replace(each, notes=(*each.notes, Note(spec.span, _THE_ADVERT)))
