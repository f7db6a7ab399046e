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
            page = document[number]
            drawn = page.render(scale=ppi / 72, crop=_to_trim(page)).to_pil()
            width, height = drawn.size
            yield number, Pixels(width, height, drawn.convert("RGB").tobytes())
    finally:
        document.close()


def _to_trim(page: Any) -> tuple[float, float, float, float]:
    """What lies outside the trim: left, below, right, above."""
    left, foot, right, top = page.get_trimbox()
    whole_left, whole_foot, whole_right, whole_top = page.get_cropbox()
    return left - whole_left, foot - whole_foot, whole_right - right, whole_top - top
