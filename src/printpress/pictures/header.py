"""Size and kind of a picture from its file's structure, without decoding it.

JPEG (with JFIF, and Exif for the orientation) and PNG; others have modules of their own
(:mod:`.tiff`, :mod:`.web`). Files that were cut off on their way are found here too,
since all formats say where they end: staff hear of it while they check, not when they
print.
"""

import os
import struct
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from printpress.diagnostics import Both
from printpress.pictures.faults import (
    PictureError,
    cut_off,
    damaged,
    too_many_pixels,
    unknown_format,
    unreadable,
    wrong_format,
)
from printpress.pictures.head import MOST_PARTS, Header, orientation_of, take, turned
from printpress.pictures.refused import refusal
from printpress.pictures.swollen import (
    MOST_HIDDEN,
    PACKED,
    must_be_small,
    must_suffice,
)
from printpress.pictures.tiff import read_tiff
from printpress.pictures.web import read_bmp, read_gif, read_webp

MOST_PIXELS = 80_000_000
"""Pixels a picture may have: several times a phone's, and no way to fill the memory."""

_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""JPEG markers that begin a frame and give its size."""

_PROGRESSIVE = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
"""Those whose scans refine one another."""

_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
"""JPEG markers without a length."""

_MARK, _APP0, _APP1, _SCAN, _END = 0xFF, 0xE0, 0xE1, 0xDA, 0xD9
"""The byte that begins a marker, and the markers that are looked at."""

_BLOCK = 1 << 20
"""Bytes searched at a time."""

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Channels by PNG colour type; a palette's index is one."""

_JPEG_BITS = 8
"""Bits a channel that newspapers' decoders take; 12 exists in hospitals."""

_PHONE = Both(
    "save it as JPEG: on an iPhone choose Settings, Camera, Formats, Most Compatible, "
    "or share the picture by mail; HEIC is only taken in by `printpress import`",
    "转成 JPEG：iPhone 在“设置 - 相机 - 格式”中选“兼容性最佳”，或用邮件发送照片；"
    "HEIC 只由 `printpress import` 收稿时转换",
)

_DRAWING = Both(
    "export it as PNG, 200 pixels for each inch that it will be wide",
    "导出为 PNG，按印刷宽度每英寸 200 像素",
)

HEIC = (b"ftyphe", b"ftypmif1", b"ftypmsf1")
"""What behind their first four bytes tells pictures of phones."""

_OTHERS: tuple[tuple[int, bytes, str, Both | None], ...] = (
    (0, b"II+\0", "BigTIFF", None),
    (0, b"MM\0+", "BigTIFF", None),
    (4, b"ftypavi", "AVIF", None),
    *((4, sign, "HEIC", _PHONE) for sign in HEIC),
    (4, b"ftyp", "MP4", None),
    (0, b"%PDF", "PDF", _DRAWING),
    (0, b"%!PS", "EPS", _DRAWING),
    (0, b"8BPS", "Photoshop", None),
    (4, b"jP  ", "JPEG 2000", None),
    (0, b"\xff\x0a", "JPEG XL", None),
)
"""Where what bytes tell which other format, and the way out of it."""

_READERS: tuple[tuple[int, bytes, Callable[[BinaryIO], Header]], ...] = (
    (0, b"II*\0", read_tiff),
    (0, b"MM\0*", read_tiff),
    (8, b"WEBP", read_webp),
    (0, b"GIF8", read_gif),
    (0, b"BM", read_bmp),
)
"""Where what bytes tell which format, and who reads on."""

_SVG = (b"<svg", b"<?xml", b"<!DOCTYPE svg", b"<!--")
"""How drawings begin."""


def read_header(path: Path) -> Header:
    """What the file tells of its picture.

    Raises :class:`~printpress.pictures.faults.PictureError`, a ``ValueError``, where it
    is missing, of a format that is not taken, damaged, cut off, has more than
    :data:`MOST_PIXELS` pixels, or hides what would fill the memory.
    """
    try:
        with path.open("rb") as file:
            return header_in(file)
    except OSError as trouble:
        raise unreadable(trouble) from trouble


def header_in(file: BinaryIO) -> Header:
    """The same of a file that is open. Raises ``PictureError`` and ``OSError``."""
    header = _read(file)
    must_be_bearable(header.width_px, header.height_px)
    must_suffice(header, file.seek(0, os.SEEK_END))
    return header


def must_be_bearable(width: int, height: int) -> None:
    """Raise where a picture of that size is none, or would fill the memory."""
    if not width * height:
        raise damaged()
    if width * height > MOST_PIXELS:
        raise too_many_pixels(width, height, MOST_PIXELS)


def _read(file: BinaryIO) -> Header:
    start = file.read(512)
    if start[:2] == b"\xff\xd8":
        file.seek(2)
        return _jpeg(file)
    if start[:8] == b"\x89PNG\r\n\x1a\n":
        file.seek(8)
        return _png(file)
    for at, sign, reader in _READERS:
        if start[at : at + len(sign)] == sign:
            return reader(file)
    raise _refusal(start)


def _refusal(start: bytes) -> PictureError:
    if not start:
        return damaged(Both("the file is empty", "文件是空的"))
    for at, sign, name, way in _OTHERS:
        if start[at : at + len(sign)] == sign:
            return wrong_format(name, way)
    if start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_SVG):
        return wrong_format("SVG", _DRAWING)
    return refusal(start) or unknown_format()


# --- JPEG -----------------------------------------------------------------------------


def _marker(file: BinaryIO) -> int:
    """The next marker that has a segment, or the end of the picture."""
    for _ in range(MOST_PARTS):
        if take(file, 1)[0] != _MARK:
            raise damaged()
        marker = _MARK
        while marker == _MARK:  # any number of fill bytes may come first
            marker = take(file, 1)[0]
        if marker not in _BARE:
            return marker
    raise damaged()


def _jpeg(file: BinaryIO) -> Header:
    orientation, density = 1, None
    frame: tuple[int, bytes] | None = None
    for _ in range(MOST_PARTS):
        marker = _marker(file)
        if marker == _END:  # before any pixels
            break
        (length,) = struct.unpack(">H", take(file, 2))
        if length < 2:  # noqa: PLR2004 - the length counts its own two bytes
            break
        segment = take(file, length - 2)
        if marker == _APP0:
            density = density or _density(segment)
        elif marker == _APP1 and orientation == 1:
            orientation = _jpeg_orientation(segment)
        elif marker in _FRAMES:
            if frame:  # decoders differ in which of two sizes they believe
                break
            frame = marker, segment
        elif marker == _SCAN and frame:
            _must_end(file)
            return _frame(*frame, orientation, density)
    raise damaged()


def _frame(
    marker: int,
    segment: bytes,
    orientation: int,
    density: tuple[int, int] | None,
) -> Header:
    if len(segment) < 6:  # noqa: PLR2004 - precision, height, width, channels
        raise damaged()
    bits, height, width, channels = struct.unpack_from(">BHHB", segment)
    if channels not in {1, 3, 4}:
        raise damaged()
    if bits != _JPEG_BITS:
        raise wrong_format(f"JPEG with {bits} bits a channel")
    across, down = turned(width, height, orientation)
    return Header(
        across,
        down,
        "JPEG",
        orientation,
        channels,
        bits,
        marker in _PROGRESSIVE,
        density,
    )


def _must_end(file: BinaryIO) -> None:
    """Raise where the mark of the picture's end is missing: the file was cut off.

    Coded pixels never contain it, but cameras put videos and thumbnails after
    it, so where it is not last it is looked for.
    """
    here = file.tell()
    file.seek(-2, os.SEEK_END)
    if file.read(2) == b"\xff\xd9":
        return
    file.seek(here)
    before = b""
    while block := file.read(_BLOCK):
        if b"\xff\xd9" in before + block:
            return
        before = block[-1:]
    raise cut_off()


def _density(segment: bytes) -> tuple[int, int] | None:
    """Pixels per inch of a JFIF segment; None where it gives a mere ratio."""
    if segment[:5] != b"JFIF\0" or len(segment) < 12:  # noqa: PLR2004 - units, x, y
        return None
    unit, across, down = struct.unpack_from(">BHH", segment, 7)
    if unit == 1:
        return across, down
    per_cm = 2
    return (round(across * 2.54), round(down * 2.54)) if unit == per_cm else None


def _jpeg_orientation(segment: bytes) -> int:
    return orientation_of(segment[6:]) if segment[:6] == b"Exif\0\0" else 1


# --- PNG ------------------------------------------------------------------------------


def _png(file: BinaryIO) -> Header:
    length, kind = struct.unpack(">I4s", take(file, 8))
    if kind != b"IHDR" or length != 13:  # noqa: PLR2004 - its fixed size
        raise damaged()
    width, height, bits, colour, _, _, interlace = struct.unpack(
        ">IIBBBBB", take(file, 13)
    )
    channels = _CHANNELS.get(colour)
    if channels is None:
        raise damaged()
    take(file, 4)
    orientation = _png_orientation(file)
    across, down = turned(width, height, orientation)
    return Header(
        across, down, "PNG", orientation, channels, bits, bool(interlace), None
    )


def _png_orientation(file: BinaryIO) -> int:
    """The orientation of a PNG's eXIf chunk; raises where the file has no end."""
    here = file.tell()
    size = file.seek(0, os.SEEK_END)
    orientation, pixels = 1, False
    for _ in range(MOST_PARTS):
        file.seek(here)
        length, kind = struct.unpack(">I4s", take(file, 8))
        here += length + 12  # with length, kind and checksum
        if here > size:
            break
        if kind == b"IHDR":  # decoders differ in which of two sizes they believe
            raise damaged()
        if kind in PACKED:
            must_be_small(kind, take(file, min(length, 2 * MOST_HIDDEN)))
        if kind == b"eXIf":
            orientation = orientation_of(take(file, length))
        pixels = pixels or kind == b"IDAT"
        if kind == b"IEND" and pixels:
            return orientation
    raise cut_off()
