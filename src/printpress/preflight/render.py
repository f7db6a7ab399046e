"""Pages as other people's programs draw them: the only importer of those.

PDFium draws what is looked at, pdf_oxide the plates, zxing-cpp reads codes. The last
two come with the extra ``preflight``; what is not installed is told, never guessed.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from printpress.preflight.objects import Unreadable
from printpress.preflight.page import Box, Page
from printpress.units import MM, PT

if TYPE_CHECKING:
    from PIL.Image import Image

POINTS = 72
"""Of an inch."""

PLATE_PPI = 72
"""Of the plates: a millimetre has three pixels, each an average of its ground."""

CODE_PPI = 200
"""Of pages that codes are read from: as a phone sees newsprint (issue 5)."""

LOOK_PPI = 60
"""Of page pictures in reports (taste)."""

LARGEST = 6000.0
"""Points: of larger sheets no picture is drawn."""


@dataclass(frozen=True, slots=True)
class Plate:
    """The ink of one plate, averaged over squares of a millimetre."""

    name: str
    """``Black``, or the name of a spot colour."""
    across: int
    """Squares from left to right."""
    cells: bytes
    """Rows from the top: 0 no ink, 255 full."""


@dataclass(frozen=True, slots=True)
class ReadCode:
    """A QR code found on a page."""

    payload: str
    """What it holds; empty if it cannot be read."""
    box: Box
    """The square of its modules, in points."""
    modules: int
    """How many it has in a row; 0 if that is not known."""
    quiet: bool
    """Whether four modules around it are free."""


class Missing(Exception):  # noqa: N818 - of a program, not a fault
    """A program is not installed; its name."""


class Renderer:
    """A file opened for drawing; it may be damaged in any way."""

    def __init__(self, contents: bytes) -> None:
        self._contents = contents
        self._grey: tuple[int, Image] | None = None

    @cached_property
    def _drawing(self) -> Any:
        """The file as PDFium has it."""
        import pypdfium2

        return pypdfium2.PdfDocument(self._contents)

    @cached_property
    def _separating(self) -> Any:
        """The file as pdf_oxide has it."""
        import pdf_oxide

        return pdf_oxide.PdfDocument.from_bytes(self._contents)

    def grey(self, page: Page) -> "Image":
        """The page's sheet in grey, drawn once; raises :class:`Unreadable`."""
        if self._grey is None or self._grey[0] != page.number:
            self._grey = (page.number, self._drawn(page, CODE_PPI, grey=True))
        return self._grey[1]

    def light(self, page: Page) -> Plate:
        """How light each square of the sheet is; raises :class:`Unreadable`."""
        from PIL import Image

        size = across, _ = _squares(page)
        mean = self.grey(page).resize(size, Image.Resampling.BOX)
        return Plate("", across, mean.tobytes())

    def png(self, page: Page) -> bytes:
        """The page's sheet in colour, as a file; raises :class:`Unreadable`."""
        out = io.BytesIO()
        self._drawn(page, LOOK_PPI, grey=False).save(out, "PNG")
        return out.getvalue()

    def _drawn(self, page: Page, ppi: int, *, grey: bool) -> "Image":
        left, low, right, top = page.media
        if max(right - left, top - low) > LARGEST:
            raise Unreadable("the sheet is too large to draw")
        try:
            sheet = self._drawing[page.number - 1]
            sheet.set_cropbox(*page.media)
            drawn = sheet.render(scale=ppi / POINTS, grayscale=grey)
            picture: Image = drawn.to_pil().copy()
            sheet.close()
        except Exception as trouble:
            raise Unreadable(f"page {page.number}: {trouble}") from trouble
        return picture

    def plates(self, page: Page) -> list[Plate]:
        """Its plates; raises :class:`Missing` and :class:`Unreadable`."""
        if find_spec("pdf_oxide") is None:
            raise Missing("pdf_oxide")
        from PIL import Image

        left, low, right, top = page.media
        if max(right - left, top - low) > LARGEST:
            raise Unreadable("the sheet is too large to draw")
        across, down = _squares(page)
        try:
            found = self._separating.render_separations(page.number - 1, dpi=PLATE_PPI)
            return [
                Plate(
                    plate.ink_name,
                    across,
                    Image.frombytes("L", (plate.width, plate.height), bytes(plate.data))
                    .resize((across, down), Image.Resampling.BOX)
                    .tobytes(),
                )
                for plate in found
            ]
        except Exception as trouble:
            raise Unreadable(f"page {page.number}: {trouble}") from trouble

    def codes(self, page: Page) -> list[ReadCode]:
        """The QR codes on it; raises :class:`Missing` and :class:`Unreadable`."""
        try:
            import zxingcpp
        except ImportError:
            raise Missing("zxing-cpp") from None
        picture = self.grey(page)
        kind = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        found = zxingcpp.read_barcodes(picture, formats=kind, return_errors=True)
        return [_read_code(page, picture, one) for one in found]


def _squares(page: Page) -> tuple[int, int]:
    """Square millimetres of the sheet, across and down."""
    left, low, right, top = page.media
    across, down = (max(1, round(s * PT / MM)) for s in (right - left, top - low))
    return across, down


def _read_code(page: Page, picture: "Image", found: object) -> ReadCode:
    corners = [
        (point.x, point.y)
        for point in (
            found.position.top_left,  # type: ignore[attr-defined] # no types
            found.position.top_right,  # type: ignore[attr-defined]
            found.position.bottom_right,  # type: ignore[attr-defined]
            found.position.bottom_left,  # type: ignore[attr-defined]
        )
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    square = (min(xs), min(ys), max(xs) + 1, max(ys) + 1)
    version = str(found.extra.get("Version", ""))  # type: ignore[attr-defined]
    modules = 17 + 4 * int(version) if version.isdecimal() else 0  # ISO/IEC 18004 6.3
    left, _, _, top = page.media
    scale = POINTS / CODE_PPI
    return ReadCode(
        payload=found.text if found.valid else "",  # type: ignore[attr-defined]
        box=(
            left + square[0] * scale,
            top - square[3] * scale,
            left + square[2] * scale,
            top - square[1] * scale,
        ),
        modules=modules,
        quiet=_is_quiet(picture, square, modules),
    )


def _is_quiet(
    picture: "Image", square: tuple[int, int, int, int], modules: int
) -> bool:
    """Whether four modules on each side are light (ISO/IEC 18004 6.3.8)."""
    if not modules:
        return True
    module = (square[2] - square[0]) / modules
    near, far = round(0.6 * module), round(3.7 * module)
    for strip in _ring(square, near, far):
        x0, y0, x1, y1 = strip
        if x0 < 0 or y0 < 0 or x1 > picture.width or y1 > picture.height:
            return False
        darkest = picture.crop(strip).getextrema()[0]
        if isinstance(darkest, int | float) and darkest < DARK:
            return False
    return True


DARK = 150
"""Grey below which paper is not light."""


def _ring(
    square: tuple[int, int, int, int], near: int, far: int
) -> Iterator[tuple[int, int, int, int]]:
    x0, y0, x1, y1 = square
    yield (x0 - far, y0 - far, x1 + far, y0 - near)
    yield (x0 - far, y1 + near, x1 + far, y1 + far)
    yield (x0 - far, y0 - far, x0 - near, y1 + far)
    yield (x1 + near, y0 - far, x1 + far, y1 + far)
