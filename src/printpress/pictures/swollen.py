"""Files that say more of themselves than can be in them, or hide what would swell.

A decoder fills what is missing with grey and says nothing, after it has taken the
memory for all of it; texts and profiles beside the pixels unpack to a thousand times
their length.
"""

import zlib
from typing import Final

from printpress.pictures.faults import cut_off, hidden
from printpress.pictures.head import Header

MOST_HIDDEN: Final = 1 << 20
"""What a text or a profile in a PNG may unpack to, as Pillow has it."""

PACKED: Final = frozenset({b"iCCP", b"zTXt", b"iTXt"})
"""PNG chunks that unpack to something else than pixels."""

_MOST_GROWTH = 1032
"""Times its length that deflate unpacks to at the most (zlib's own figure)."""

_BLOCK = 64
"""Pixels of a JPEG's block, eight by eight."""


def must_suffice(claimed: Header, size: int) -> None:
    """Raise where a file of that size cannot hold so many pixels.

    In Huffman's codes each block of a JPEG takes a bit at the very least (ISO/IEC
    10918-1 F.1.2).
    """
    pixels = claimed.width_px * claimed.height_px
    if claimed.format == "JPEG" and size * 8 < pixels // _BLOCK:
        raise cut_off()
    plain = pixels * claimed.channels * claimed.bits // 8
    if claimed.format == "PNG" and size * _MOST_GROWTH < plain:
        raise cut_off()


def must_be_small(kind: bytes, contents: bytes) -> None:
    """Raise where a PNG's text or profile unpacks to more than decoders take."""
    _, _, rest = contents.partition(b"\0")  # its name
    if kind == b"iTXt":  # packed?, how, a language, the name in that language
        packed, (_, _, rest) = rest[:1] == b"\1", rest[2:].partition(b"\0")
        _, _, rest = rest.partition(b"\0")
        if not packed:
            return
    else:
        rest = rest[1:]  # how
    try:
        unpacked = zlib.decompressobj().decompress(rest, MOST_HIDDEN + 1)
    except zlib.error:  # nonsense, which decoders leave alone
        return
    if len(unpacked) > MOST_HIDDEN:
        raise hidden()
