"""CMaps: codes → numbers of glyphs, codes → text (ISO 32000-1 9.7.5, 9.10.3)."""

import re
from collections.abc import Callable, Iterator
from itertools import islice

_BLOCK = re.compile(
    rb"begin(bfchar|bfrange|cidchar|cidrange|codespacerange)(.*?)end\1", re.DOTALL
)
_PART = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])|(\d+)")

LONGEST_RANGE = 65_536
"""Codes of one range; more are damage."""

MOST_CODES = 200_000
"""Codes of one map."""

Part = bytes | int | list[bytes]


def _parts(block: bytes) -> Iterator[Part]:
    """Hex strings as bytes, numbers, and lists of strings."""
    inside: list[bytes] | None = None
    for match in _PART.finditer(block):
        digits, opens, closes, number = match.groups()
        if digits is not None:
            clean = re.sub(rb"\s", b"", digits)
            raw = bytes.fromhex((clean + b"0" * (len(clean) % 2)).decode("ascii"))
            if inside is None:
                yield raw
            else:
                inside.append(raw)
        elif opens:
            inside = []
        elif closes and inside is not None:
            yield inside
            inside = None
        elif number and inside is None:
            yield int(number[:9])


def _groups(block: bytes, size: int) -> Iterator[tuple[Part, ...]]:
    parts = list(_parts(block))
    for start in range(0, len(parts) - size + 1, size):
        yield tuple(parts[start : start + size])


def to_text(cmap: bytes) -> dict[int, str]:
    """Codes and the text they stand for.

    >>> to_text(b"1 beginbfrange <0001> <0002> <4E00> endbfrange")
    {1: '一', 2: '丁'}
    """
    texts: dict[int, str] = {}

    def put(code: int, raw: Part, offset: int) -> None:
        if isinstance(raw, list):
            raw = raw[offset] if offset < len(raw) else b""
            offset = 0
        if isinstance(raw, bytes) and raw:
            last = (int.from_bytes(raw[-2:], "big") + offset) & 0xFFFF
            plain = raw[:-2] + last.to_bytes(2, "big")
            texts[code] = plain.decode("utf-16-be", "replace")

    _read(cmap, b"bfchar", b"bfrange", put)
    return texts


def to_cids(cmap: bytes) -> dict[int, int]:
    """Codes and the glyphs' numbers in their collection."""
    cids: dict[int, int] = {}

    def put(code: int, first: Part, offset: int) -> None:
        if isinstance(first, int):
            cids[code] = first + offset

    _read(cmap, b"cidchar", b"cidrange", put)
    return cids


def code_length(cmap: bytes) -> int:
    """Bytes of a code, by the widest range; two where nothing is said."""
    lengths = [
        len(part)
        for kind, block in _BLOCK.findall(cmap)
        if kind == b"codespacerange"
        for part in _parts(block)
        if isinstance(part, bytes)
    ]
    return max(lengths, default=2) or 2


def _read(
    cmap: bytes, one: bytes, many: bytes, put: Callable[[int, Part, int], None]
) -> None:
    for code, value, offset in islice(_codes(cmap, one, many), MOST_CODES):
        put(code, value, offset)


def _codes(cmap: bytes, one: bytes, many: bytes) -> Iterator[tuple[int, Part, int]]:
    """Codes, the first value of their range, and how far they are into it."""
    for kind, block in _BLOCK.findall(cmap):
        if kind == one:
            for code, value in _groups(block, 2):
                if isinstance(code, bytes):
                    yield int.from_bytes(code, "big"), value, 0
        elif kind == many:
            for low, high, value in _groups(block, 3):
                if isinstance(low, bytes) and isinstance(high, bytes):
                    first = int.from_bytes(low, "big")
                    last = int.from_bytes(high, "big")
                    for offset in range(min(last - first + 1, LONGEST_RANGE)):
                        yield first + offset, value, offset
