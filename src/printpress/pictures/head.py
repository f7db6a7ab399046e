"""What a picture's file tells of itself, and how its bytes are taken."""

import struct
from dataclasses import dataclass
from typing import BinaryIO, Literal

from printpress.pictures.faults import damaged

Format = Literal["JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP"]
"""Files that are taken, as Pillow names them."""

MOST_PARTS = 200_000
"""Segments, chunks or blocks in a file: a large PNG has some ten thousand."""

_SIDEWAYS = frozenset({5, 6, 7, 8})
"""Exif orientations that change width for height."""

_ORIENTATION = 0x0112
"""The Exif tag."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a picture's file tells of it."""

    width_px: int
    """Pixels across, the right way up."""
    height_px: int
    """Pixels down, the right way up."""
    format: Format
    """Its file format."""
    orientation: int
    """How it lies in the file (Exif): 1 is upright, 6 needs a quarter turn
    clockwise."""
    channels: int
    """Values for each pixel: 1 grey or palette, 2 with alpha, 3 colour, 4 CMYK in JPEG
    and TIFF, colour with alpha elsewhere."""
    bits: int
    """Bits of each value."""
    interlaced: bool
    """Whether it is stored coarse to fine: a progressive JPEG, an Adam7 PNG."""
    density_ppi: tuple[int, int] | None
    """Pixels per inch that a JPEG claims, across and down. Told for curiosity: what
    counts is the size on the page."""

    @property
    def rotated(self) -> bool:
        """Whether it must be turned or mirrored to stand upright."""
        return self.orientation != 1


def take(file: BinaryIO, count: int) -> bytes:
    """So many bytes, or the file is damaged."""
    taken = file.read(count)
    if len(taken) < count:
        raise damaged()
    return taken


def turned(width: int, height: int, orientation: int) -> tuple[int, int]:
    """The size as it is seen."""
    return (height, width) if orientation in _SIDEWAYS else (width, height)


def orientation_of(tiff: bytes) -> int:
    """The Exif orientation, 1 to 8; 1 where there is none or it makes no sense."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for entry in range(count):
            at = start + 2 + 12 * entry
            (tag,) = struct.unpack_from(f"{order}H", tiff, at)
            if tag == _ORIENTATION:
                (value,) = struct.unpack_from(f"{order}H", tiff, at + 8)
                return value if 1 <= value <= 8 else 1  # noqa: PLR2004 - Exif's values
    except struct.error:
        pass
    return 1
