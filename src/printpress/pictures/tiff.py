"""TIFF: what scanners and picture programs give (TIFF 6.0; its first picture)."""

import struct
from collections.abc import Mapping
from typing import BinaryIO

from printpress.pictures.faults import cut_off, damaged, wrong_format
from printpress.pictures.head import Header, take, turned

_WIDTH, _HEIGHT, _BITS, _PHOTOMETRIC = 256, 257, 258, 262
_STRIPS, _ORIENTATION, _SAMPLES, _STRIP_BYTES = 273, 274, 277, 279
_TILES, _TILE_BYTES, _FORMAT = 324, 325, 339
_TAGS = frozenset(
    {_WIDTH, _HEIGHT, _BITS, _PHOTOMETRIC, _STRIPS, _ORIENTATION, _SAMPLES}
    | {_STRIP_BYTES, _TILES, _TILE_BYTES, _FORMAT}
)

_TYPES = {1: "B", 3: "H", 4: "I"}
"""How numbers are stored: in one, two or four bytes (section 2)."""

_SPACES = {0: 1, 1: 1, 2: 3, 3: 1, 5: 4, 6: 3, 8: 3}
"""Photometric interpretation → channels: grey twice, RGB, palette, CMYK, YCbCr, Lab."""

_DEPTHS = frozenset({1, 2, 4, 8, 16})
"""Bits a channel."""

_MOST_NUMBERS = 1_000_000
"""Numbers that an entry may hold: a strip for each row of the tallest picture."""


def read_tiff(file: BinaryIO) -> Header:
    """What the head of the first picture tells; the file stands behind its mark."""
    file.seek(0)
    mark = take(file, 4)
    order = "<" if mark[:2] == b"II" else ">"
    (start,) = struct.unpack(f"{order}I", take(file, 4))
    entries = _entries(file, order, start)
    width, height = _first(entries, _WIDTH), _first(entries, _HEIGHT)
    space = _first(entries, _PHOTOMETRIC)
    bits = _first(entries, _BITS, 1)
    channels = _first(entries, _SAMPLES, 1)
    _must_be_known(space, bits, channels, _first(entries, _FORMAT, 1))
    _must_end(file, entries)
    orientation = _first(entries, _ORIENTATION, 1)
    if not 1 <= orientation <= 8:  # noqa: PLR2004 - Exif's values
        orientation = 1
    across, down = turned(width, height, orientation)
    return Header(
        across,
        down,
        "TIFF",
        orientation,
        channels,
        bits,
        interlaced=False,
        density_ppi=None,
    )


def _must_be_known(space: int, bits: int, channels: int, kind: int) -> None:
    least = _SPACES.get(space)
    if least is None:
        raise wrong_format(f"TIFF of colour space {space}")
    if bits not in _DEPTHS or kind != 1:
        raise wrong_format(f"TIFF with {bits} bits a channel")
    if channels < least:
        raise damaged()


def _entries(file: BinaryIO, order: str, start: int) -> Mapping[int, tuple[int, ...]]:
    """The entries that are looked at, by tag."""
    file.seek(start)
    (count,) = struct.unpack(f"{order}H", take(file, 2))
    table = take(file, 12 * count)
    entries: dict[int, tuple[int, ...]] = {}
    for at in range(0, len(table), 12):
        tag, kind, numbers = struct.unpack_from(f"{order}HHI", table, at)
        form = _TYPES.get(kind)
        if tag not in _TAGS or form is None or not numbers:
            continue
        if numbers > _MOST_NUMBERS:
            raise damaged()
        form = f"{order}{numbers}{form}"
        size = struct.calcsize(form)
        held = table[at + 8 : at + 12]
        if size > len(held):
            file.seek(struct.unpack(f"{order}I", held)[0])
            held = take(file, size)
        entries[tag] = struct.unpack_from(form, held)
    return entries


def _first(
    entries: Mapping[int, tuple[int, ...]], tag: int, usual: int | None = None
) -> int:
    numbers = entries.get(tag)
    if numbers:
        return numbers[0]
    if usual is None:
        raise damaged()
    return usual


def _must_end(file: BinaryIO, entries: Mapping[int, tuple[int, ...]]) -> None:
    """Raise where a part of the pixels lies behind the end of the file."""
    size = file.seek(0, 2)
    starts = entries.get(_STRIPS) or entries.get(_TILES)
    lengths = entries.get(_STRIP_BYTES) or entries.get(_TILE_BYTES) or ()
    if not starts:
        raise damaged()
    lengths = (*lengths, *([0] * (len(starts) - len(lengths))))
    if any(a + b > size for a, b in zip(starts, lengths, strict=False)):
        raise cut_off()
