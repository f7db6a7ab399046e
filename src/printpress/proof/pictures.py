"""Page pictures, drawn from the finished PDF by PDFium: PNG to read, JPEG to send."""

import io
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from printpress.pictures.difference import Pixels

PROOF_PPI: Final = 110
"""Pixels per inch of page pictures: body type of 9 pt can just be read (taste)."""

PACKED: Final = 2
"""How hard PNG is packed: harder takes thrice the time and saves nothing on pages."""

QUALITY: Final = 85
"""Of JPEG pages, where hairlines stay clean."""

SMALL: Final = (1000, 70)
"""Pixels across and quality of the pictures inside a sheet: eight pages are 3 MB."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page drawn."""

    png: bytes
    """To read."""
    small: bytes
    """A JPEG to put into a sheet; empty where none was asked for."""


def page_pictures(pdf: bytes, ppi: int = PROOF_PPI) -> Iterator[bytes]:
    """Each page of the file as a PNG, in order."""
    return (_png(picture) for picture in _drawn(pdf, [ppi / 72]))


def drawn_pages(pdf: bytes, scales: Sequence[int]) -> Iterator[PagePicture]:
    """The first pages of the file; *scales* are per mille of a page's size on each.

    However small a page is on its paper, its text has as many pixels.
    """
    factors = [PROOF_PPI * 1000 / (72 * scale) for scale in scales]
    for picture in _drawn(pdf, factors, len(scales)):
        wide, quality = SMALL
        wide = min(wide * max(1, round(picture.width / picture.height)), picture.width)
        high = max(1, picture.height * wide // picture.width)
        small = picture.resize((wide, high), reducing_gap=2.0)
        yield PagePicture(_png(picture), _jpeg(small, quality))


def jpeg_pages(pdf: bytes, width: int) -> Iterator[bytes]:
    """Each page of the file as a JPEG so many pixels wide."""
    for picture in _drawn(pdf, [], width=width):
        yield _jpeg(picture, QUALITY)


def jpeg_of(pdf: bytes, ppi: int) -> tuple[int, int, bytes]:
    """The file's first page as a JPEG: its width, its height, its bytes."""
    (picture,) = _drawn(pdf, [ppi / 72], 1)
    return picture.width, picture.height, _jpeg(picture, QUALITY)


def _drawn(
    pdf: bytes, factors: Sequence[float], most: int | None = None, *, width: int = 0
) -> Iterator[Any]:
    """Pages as Pillow's pictures, by their factors (the last for all that follow)."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document) if most is None else most):
            page = document[number]
            if width:
                factor = width / page.get_width()
            else:
                factor = factors[min(number, len(factors) - 1)]
            yield page.render(scale=factor).to_pil()
    finally:
        document.close()


def _png(picture: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=PACKED)
    return out.getvalue()


def _jpeg(picture: Any, quality: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def trimmed_pages(
    pdf: bytes, wanted: Collection[int], ppi: int = PROOF_PPI
) -> "Iterator[tuple[int, Pixels]]":
    """Some pages of the file, counted from 0, as pixels: what is left after cutting.

    So a file to print, with bleed and marks, can be laid beside a proof.
    """
    import pypdfium2

    from printpress.pictures.difference import Pixels

    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in sorted(n for n in wanted if n < len(document)):
            _cut(document[number])
            drawn = document[number].render(scale=ppi / 72).to_pil()
            width, height = drawn.size
            yield number, Pixels(width, height, drawn.convert("RGB").tobytes())
    finally:
        document.close()


def _cut(page: Any) -> None:
    """Leave the trim alone to be seen, for whoever opens the page next.

    Cutting the picture would not do: a bleed is no whole number of pixels.
    """
    page.set_cropbox(*page.get_trimbox())
    page.close()
