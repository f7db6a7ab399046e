"""Page pictures for the screen: PDFium draws a file of that one page, or a part of it.

PDFium knows no threads: all of it happens in the one thread of the session.
"""

import io
from dataclasses import dataclass
from hashlib import sha256
from math import ceil, floor
from typing import Any, Final

from printpress.display.ops import DisplayList
from printpress.geometry import Rect
from printpress.units import PT

SCREEN_PPI: Final = 130
"""Pixels per inch of page pictures: a page of 280 mm is 1,433 pixels wide, more than a
window of 1,440 shows of it beside the panels (taste)."""

SHARP_PPI: Final = 260
"""The same for a page that is enlarged."""

QUALITY: Final = 85
"""Of JPEG, which is drawn in a tenth of the time of PNG and WebP; at this quality the
edges of 9 pt type show no ringing on a screen (looked at)."""

BEYOND: Final = 48
"""Pixels round a changed part that are drawn and thrown away: PDFium smooths a glyph
that its picture's edge cuts through otherwise than a whole one."""

POINTS: Final = 72

NAME_LENGTH: Final = 20
"""Hexadecimal digits of a picture's name."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A page as pixels."""

    pixels: Any
    """Pillow's picture; never changed once it is here."""

    name: str
    """Another one for other pixels."""

    def jpeg(self, reduced: int = 1) -> bytes:
        """The same as a file, or with so many times fewer pixels across and down."""
        pixels = self.pixels if reduced == 1 else self.pixels.reduce(reduced)
        out = io.BytesIO()
        pixels.save(out, "JPEG", quality=QUALITY)
        return out.getvalue()


def _named(pixels: Any, *before: object) -> str:
    return sha256(repr(before).encode() + pixels.tobytes()).hexdigest()[:NAME_LENGTH]


def raster(pdf: bytes, page: DisplayList, ppi: int = SCREEN_PPI) -> Raster:
    """The file's only page inside its trim."""
    edge = _edge(page, ppi)
    pixels = _rendered(pdf, ppi, (edge, edge, edge, edge))
    return Raster(pixels, _named(pixels))


def patched(
    old: Raster, pdf: bytes, page: DisplayList, part: Rect, ppi: int = SCREEN_PPI
) -> Raster:
    """The old picture with a part of the page drawn anew.

    The file need hold no more than what shows in that part.
    """
    edge, scale = _edge(page, ppi), ppi / POINTS
    wide, high = old.pixels.size
    shift = (page.bleed + page.slug) / PT * scale - edge
    left, top = (max(0, floor(at / PT * scale + shift)) for at in (part.x, part.y))
    right = min(wide, ceil(part.right / PT * scale + shift))
    foot = min(high, ceil(part.bottom / PT * scale + shift))
    if left >= right or top >= foot:
        return old
    from_x, from_y = max(0, left - BEYOND), max(0, top - BEYOND)
    to_x, to_y = min(wide, right + BEYOND), min(high, foot + BEYOND)
    cut = (edge + from_x, edge + high - to_y, edge + wide - to_x, edge + from_y)
    drawn = _rendered(pdf, ppi, cut)
    inner = (left - from_x, top - from_y, right - from_x, foot - from_y)
    patch, pixels = drawn.crop(inner), old.pixels.copy()
    pixels.paste(patch, (left, top))
    return Raster(pixels, _named(patch, old.name, left, top))


def _edge(page: DisplayList, ppi: int) -> int:
    """Pixels outside the trim, on each side."""
    return ceil((page.bleed + page.slug) / PT * ppi / POINTS)


def _rendered(pdf: bytes, ppi: int, cut: tuple[int, int, int, int]) -> Any:
    """The file's only page without so many pixels: left, foot, right, top."""
    import pypdfium2

    scale = ppi / POINTS
    # PDFium rounds what is cut up to whole pixels: half a one less hits each exactly.
    crop = tuple(max(0.0, pixels - 0.5) / scale for pixels in cut)
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[0].render(scale=scale, crop=crop).to_pil()
    finally:
        document.close()
