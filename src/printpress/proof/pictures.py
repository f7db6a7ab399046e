"""Reading copies: one PNG a page, drawn from the finished PDF by PDFium."""

import io
from collections.abc import Iterator

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
