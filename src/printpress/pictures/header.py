"""Size and kind of a picture from its first bytes, without decoding it.

JPEG (ITU-T T.81 annex B, Exif 2.3 for the orientation) and PNG (ISO/IEC 15948).
"""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from printpress.diagnostics import Both

MOST_PIXELS = 80_000_000
"""Pixels a picture may have: several times a phone's, and no way to fill the memory."""

_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""JPEG markers that begin a frame and give its size."""

_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
"""JPEG markers without a length."""

_SIDEWAYS = (5, 6, 7, 8)
"""Exif orientations that change width for height."""

_OTHERS = (
    (0, b"GIF8", "GIF"),
    (0, b"RIFF", "WebP"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (4, b"ftyp", "HEIC"),
    (0, b"%PDF", "PDF"),
    (0, b"<svg", "SVG"),
    (0, b"<?xml", "SVG"),
    (0, b"BM", "BMP"),
)


@dataclass(frozen=True, slots=True)
class Header:
    """What a picture's first bytes tell."""

    width_px: int
    """Pixels across, the right way up."""
    height_px: int
    """Pixels down."""
    format: Literal["JPEG", "PNG"]
    """Its file format."""
    rotated: bool
    """Whether it must be turned or mirrored to stand upright."""


def _broken() -> ValueError:
    return ValueError(Both("it is damaged or cut off", "文件损坏或不完整"))


def _take(file: BinaryIO, count: int) -> bytes:
    taken = file.read(count)
    if len(taken) < count:
        raise _broken()
    return taken


def _orientation(exif: bytes) -> int:
    """The Exif orientation, 1 to 8; 1 where there is none."""
    if exif[:6] != b"Exif\0\0":
        return 1
    tiff = exif[6:]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for entry in range(count):
            at = start + 2 + 12 * entry
            (tag,) = struct.unpack_from(f"{order}H", tiff, at)
            if tag == 0x0112:  # noqa: PLR2004 - the Orientation tag
                (value,) = struct.unpack_from(f"{order}H", tiff, at + 8)
                return value if 1 <= value <= 8 else 1  # noqa: PLR2004
    except struct.error:
        pass
    return 1


def _frame(segment: bytes, orientation: int) -> Header:
    if len(segment) < 5:  # noqa: PLR2004 - precision, height, width
        raise _broken()
    height, width = struct.unpack_from(">HH", segment, 1)
    if orientation in _SIDEWAYS:
        width, height = height, width
    return Header(width, height, "JPEG", orientation != 1)


def _jpeg(file: BinaryIO) -> Header:
    orientation = 1
    while True:
        byte = _take(file, 1)[0]
        if byte != 0xFF:  # noqa: PLR2004 - every marker begins so
            raise _broken()
        marker = 0xFF
        while marker == 0xFF:  # noqa: PLR2004 - fill bytes
            marker = _take(file, 1)[0]
        if marker in _BARE:
            continue
        (length,) = struct.unpack(">H", _take(file, 2))
        segment = _take(file, length - 2)
        if marker == 0xE1:  # noqa: PLR2004 - APP1
            orientation = max(orientation, _orientation(segment))
        if marker in _FRAMES:
            return _frame(segment, orientation)
        if marker in (0xD9, 0xDA):  # the end, or pixels before any frame
            raise _broken()


def _png(file: BinaryIO) -> Header:
    chunk = _take(file, 16)
    if chunk[4:8] != b"IHDR":
        raise _broken()
    width, height = struct.unpack_from(">II", chunk, 8)
    return Header(width, height, "PNG", rotated=False)


def _refusal(start: bytes) -> ValueError:
    for at, sign, name in _OTHERS:
        if start[at : at + len(sign)] == sign:
            words = Both(
                f"it is a {name} file, not JPEG or PNG",
                f"它是 {name} 文件，不是 JPEG 或 PNG",
            )
            return ValueError(words)
    return ValueError(Both("it is no JPEG or PNG file", "它不是 JPEG 或 PNG 文件"))


def read_header(path: Path) -> Header:
    """What the file's first bytes tell.

    Raises ``ValueError`` with the reason, a ``Both``, where it is no JPEG or PNG or is
    damaged; ``OSError`` as the file system does.
    """
    with path.open("rb") as file:
        start = file.read(12)
        if start[:2] == b"\xff\xd8":
            file.seek(2)
            header = _jpeg(file)
        elif start[:8] == b"\x89PNG\r\n\x1a\n":
            file.seek(8)
            header = _png(file)
        else:
            raise _refusal(start)
    if not (header.width_px and header.height_px):
        raise _broken()
    return header
