"""Font programs, as far as one must look to know whether a glyph is in them."""

import struct
from collections.abc import Iterator
from itertools import islice, pairwise
from struct import unpack_from

NOTDEF = 0
"""The glyph that stands for what a font does not have, in every format."""


MOST_CODES = 200_000
"""Of one map of a font."""


def _tables(program: bytes) -> dict[bytes, bytes]:
    """Tables of a TrueType or OpenType program by tag."""
    (count,) = unpack_from(">H", program, 4)
    tables: dict[bytes, bytes] = {}
    for number in range(min(count, 100)):
        tag, _, start, length = unpack_from(">4sLLL", program, 12 + 16 * number)
        tables[tag] = program[start : start + length]
    return tables


def glyph_count(program: bytes) -> int | None:
    """Glyphs of a TrueType program; None where it cannot be told."""
    try:
        return int(unpack_from(">H", _tables(program).get(b"maxp", b""), 4)[0])
    except struct.error:
        return None


def embedding_bits(program: bytes) -> int:
    """The licence bits of a TrueType or OpenType program; 0 where it states none."""
    try:
        return int(unpack_from(">H", _tables(program).get(b"OS/2", b""), 8)[0])
    except struct.error:
        return 0


def character_map(program: bytes) -> dict[int, int] | None:
    """Codes and glyphs of a TrueType program, all its maps as one.

    A symbolic font's codes may stand from 0xF000 on (ISO 32000-1 9.6.6.4); they are
    given at both places.
    """
    try:
        cmap = _tables(program).get(b"cmap")
        if cmap is None:
            return None
        found: dict[int, int] = {}
        for start in _subtables(cmap):
            for code, glyph in islice(_mapped(cmap, start), MOST_CODES):
                found.setdefault(code, glyph)
                if code >> 8 == 0xF0:  # noqa: PLR2004 - the symbols' own range
                    found.setdefault(code & 0xFF, glyph)
    except struct.error:
        return None
    return found


def _subtables(cmap: bytes) -> Iterator[int]:
    (count,) = unpack_from(">H", cmap, 2)
    for number in range(min(count, 30)):
        yield int(unpack_from(">HHL", cmap, 4 + 8 * number)[2])


def _mapped(cmap: bytes, start: int) -> Iterator[tuple[int, int]]:
    (form,) = unpack_from(">H", cmap, start)
    if form == 0:
        yield from enumerate(cmap[start + 6 : start + 262])
    elif form == 6:  # noqa: PLR2004 - number of the format
        first, count = unpack_from(">HH", cmap, start + 6)
        glyphs = unpack_from(f">{count}H", cmap, start + 10)
        yield from enumerate(glyphs, first)
    elif form == 12:  # noqa: PLR2004 - number of the format
        (count,) = unpack_from(">L", cmap, start + 12)
        for number in range(min(count, 20_000)):
            low, high, glyph = unpack_from(">LLL", cmap, start + 16 + 12 * number)
            for code in range(low, min(high, low + 65_535) + 1):
                yield code, glyph + code - low
    elif form == 4:  # noqa: PLR2004 - number of the format
        yield from _segments(cmap, start)


def _segments(cmap: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Format 4: ranges of the basic plane."""
    (twice,) = unpack_from(">H", cmap, start + 6)
    count, at = twice // 2, start + 14
    ends = unpack_from(f">{count}H", cmap, at)
    starts = unpack_from(f">{count}H", cmap, at + twice + 2)
    deltas = unpack_from(f">{count}H", cmap, at + 2 * twice + 2)
    offsets = unpack_from(f">{count}H", cmap, at + 3 * twice + 2)
    place = at + 3 * twice + 2
    for number, (low, high) in enumerate(zip(starts, ends, strict=True)):
        for code in range(low, high + 1):
            if offsets[number] == 0:
                yield code, (code + deltas[number]) & 0xFFFF
                continue
            slot = place + 2 * number + offsets[number] + 2 * (code - low)
            glyph = unpack_from(">H", cmap, slot)[0] if slot + 2 <= len(cmap) else 0
            yield code, (glyph + deltas[number]) & 0xFFFF if glyph else 0


def cff_numbers(program: bytes) -> frozenset[int] | None:
    """The numbers (CIDs) of the glyphs of a CFF program; None where it cannot be told.

    Of a program that is not keyed by CID, the numbers are those of the glyphs
    (Adobe Technical Note 5176, ISO 32000-1 9.7.4.2).
    """
    try:
        return frozenset(_numbers(program))
    except (struct.error, IndexError, KeyError):
        return None


def _numbers(program: bytes) -> Iterator[int]:
    if program[:4] == b"OTTO":
        program = _tables(program).get(b"CFF ", b"")
    _, at = _index(program, program[2])
    tops, _ = _index(program, at)
    top = _dictionary(tops[0])
    glyphs, _ = _index(program, top[17][0])
    if 1230 not in top:  # ROS: keyed by CID  # noqa: PLR2004 - 12 30
        yield from range(len(glyphs))
        return
    yield from _charset(program, top.get(15, [0])[0], len(glyphs))


def _index(program: bytes, at: int) -> tuple[list[bytes], int]:
    (count,) = unpack_from(">H", program, at)
    if count == 0:
        return [], at + 2
    size = program[at + 2]
    base = at + 3
    places = [
        int.from_bytes(program[base + size * n : base + size * (n + 1)], "big")
        for n in range(count + 1)
    ]
    start = base + size * (count + 1) - 1
    held = [program[start + a : start + b] for a, b in pairwise(places)]
    return held, start + places[-1]


def _dictionary(raw: bytes) -> dict[int, list[int]]:
    """Operators and their whole numbers; two-byte operators as 1200 + the second."""
    found: dict[int, list[int]] = {}
    operands: list[int] = []
    at = 0
    while at < len(raw):
        first = raw[at]
        if first <= 21:  # noqa: PLR2004 - operators
            if first == 12:  # noqa: PLR2004 - the escape
                at += 1
                first = 1200 + raw[at]
            found[first] = operands
            operands = []
            at += 1
        else:
            number, at = _number(raw, at)
            operands.append(number)
    return found


def _number(raw: bytes, at: int) -> tuple[int, int]:
    first = raw[at]
    if first == 28:  # noqa: PLR2004 - forms of numbers, Technical Note 5176 table 3
        return int(unpack_from(">h", raw, at + 1)[0]), at + 3
    if first == 29:  # noqa: PLR2004
        return int(unpack_from(">l", raw, at + 1)[0]), at + 5
    if first == 30:  # noqa: PLR2004 - a real number, which nothing here needs
        while at < len(raw) and raw[at] & 15 != 15 and raw[at] >> 4 != 15:  # noqa: PLR2004
            at += 1
        return 0, at + 1
    if first >= 251:  # noqa: PLR2004
        return -(first - 251) * 256 - raw[at + 1] - 108, at + 2
    if first >= 247:  # noqa: PLR2004
        return (first - 247) * 256 + raw[at + 1] + 108, at + 2
    return first - 139, at + 1


def _charset(program: bytes, at: int, count: int) -> Iterator[int]:
    yield NOTDEF
    form, at, left = program[at], at + 1, count - 1
    if form == 0:
        yield from unpack_from(f">{left}H", program, at)
        return
    while left > 0:
        (first,) = unpack_from(">H", program, at)
        more = program[at + 2] if form == 1 else unpack_from(">H", program, at + 2)[0]
        at += 3 if form == 1 else 4
        yield from range(first, first + min(more + 1, left))
        left -= more + 1
