"""WebP, GIF and BMP: what is saved from web pages and screens."""

import struct
from typing import BinaryIO

from printpress.pictures.faults import cut_off, damaged, wrong_format
from printpress.pictures.head import (
    MOST_PARTS,
    Format,
    Header,
    orientation_of,
    take,
    turned,
)

_ALPHA, _EXIF, _ANIMATED = 0x10, 0x08, 0x02
"""Flags of an extended WebP file."""


def _header(
    size: tuple[int, int], kind: Format, *, channels: int, bits: int = 8
) -> Header:
    return Header(*size, kind, 1, channels, bits, interlaced=False, density_ppi=None)


# --- WebP (RFC 9649) ------------------------------------------------------------------


def read_webp(file: BinaryIO) -> Header:
    """What the head tells; an animation shows its first picture."""
    file.seek(0)
    _, length, _ = struct.unpack("<4sI4s", take(file, 12))
    if file.seek(0, 2) < length + 8:
        raise cut_off()
    file.seek(12)
    kind, length = struct.unpack("<4sI", take(file, 8))
    held = take(file, min(length, 32))
    if kind == b"VP8 " and held[3:6] == b"\x9d\x01\x2a" and len(held) >= 10:  # noqa: PLR2004 - its head
        across, down = struct.unpack_from("<HH", held, 6)
        return _header((across & 0x3FFF, down & 0x3FFF), "WEBP", channels=3)
    if kind == b"VP8L" and held[:1] == b"\x2f" and len(held) >= 5:  # noqa: PLR2004 - its head
        (packed,) = struct.unpack_from("<I", held, 1)
        size = (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
        return _header(size, "WEBP", channels=4 if packed >> 28 & 1 else 3)
    if kind == b"VP8X" and len(held) >= 10:  # noqa: PLR2004 - its head
        return _extended(file, held, 20 + length + length % 2)
    raise damaged()


def _extended(file: BinaryIO, held: bytes, behind: int) -> Header:
    orientation = _webp_orientation(file, behind) if held[0] & _EXIF else 1
    across = int.from_bytes(held[4:7], "little") + 1
    down = int.from_bytes(held[7:10], "little") + 1
    return Header(
        *turned(across, down, orientation),
        "WEBP",
        orientation,
        4 if held[0] & _ALPHA else 3,
        8,
        interlaced=False,
        density_ppi=None,
    )


def _webp_orientation(file: BinaryIO, here: int) -> int:
    size = file.seek(0, 2)
    for _ in range(MOST_PARTS):
        if here + 8 > size:
            break
        file.seek(here)
        kind, length = struct.unpack("<4sI", take(file, 8))
        if kind == b"EXIF":
            return orientation_of(take(file, length).removeprefix(b"Exif\0\0"))
        here += 8 + length + length % 2
    return 1


# --- GIF (89a) ------------------------------------------------------------------------


def read_gif(file: BinaryIO) -> Header:
    """What the head tells; an animation shows its first picture."""
    file.seek(6)
    across, down, flags, _, _ = struct.unpack("<HHBBB", take(file, 7))
    _skip_palette(file, flags)
    for _ in range(MOST_PARTS):
        mark = file.read(1)
        if mark == b",":
            _skip_palette(file, take(file, 9)[8])
            take(file, 1)
            _skip_blocks(file)
            return _header((across, down), "GIF", channels=1)
        if mark != b"!":
            raise damaged() if mark else cut_off()
        take(file, 1)
        _skip_blocks(file)
    raise damaged()


def _skip_palette(file: BinaryIO, flags: int) -> None:
    if flags & 0x80:
        take(file, 3 << (flags & 7) + 1)


def _skip_blocks(file: BinaryIO) -> None:
    for _ in range(MOST_PARTS):
        length = file.read(1)
        if not length:
            raise cut_off()
        if length == b"\0":
            return
        if len(file.read(length[0])) < length[0]:
            raise cut_off()
    raise damaged()


# --- BMP ------------------------------------------------------------------------------


def read_bmp(file: BinaryIO) -> Header:
    """What the head tells; of all kinds that Windows writes."""
    file.seek(10)
    pixels, size = struct.unpack("<II", take(file, 8))
    old = 12
    if size == old:
        across, down, _, bits = struct.unpack("<HHHH", take(file, 8))
        packed = 0
    else:
        across, down, _, bits, packed = struct.unpack("<iiHHI", take(file, 16))
    across, down = abs(across), abs(down)  # rows may come from the top: less than none
    if bits not in {1, 4, 8, 16, 24, 32}:
        raise wrong_format(f"BMP with {bits} bits a pixel")
    row = (across * bits + 31) // 32 * 4
    if packed in {0, 3} and file.seek(0, 2) < pixels + row * down:
        raise cut_off()
    channels = 3 if bits > 8 else 1  # noqa: PLR2004 - fewer are a palette's
    return _header((across, down), "BMP", channels=channels, bits=min(bits, 8))
