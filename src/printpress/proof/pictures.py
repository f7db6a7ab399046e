"""Reading copies: one PNG a page, drawn from the finished PDF by PDFium."""

import io
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from printpress.pictures.difference import Pixels

PROOF_PPI = 110
"""Pixels per inch of page pictures: body type of 9 pt can just be read (taste)."""


def page_pictures(pdf: bytes, ppi: int = PROOF_PPI) -> Iterator[bytes]:
    """Each page of the file as a PNG, in order."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            picture = page.render(scale=ppi / 72).to_pil()
            out = io.BytesIO()
            picture.save(out, "PNG")
            yield out.getvalue()
    finally:
        document.close()


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
