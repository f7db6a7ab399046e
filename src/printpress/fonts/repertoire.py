"""Lists of Han characters that a face is cut down to, or measured against."""

from functools import cache


@cache
def gb2312_han() -> frozenset[int]:
    """The Han characters of GB/T 2312-1980: rows 16 to 87.

    >>> len(gb2312_han())
    6763
    """
    rows, cells = range(0xB0, 0xF8), range(0xA1, 0xFF)
    pairs = bytes(byte for row in rows for cell in cells for byte in (row, cell))
    # Five cells at the end of row 55 stand empty.
    return frozenset(map(ord, pairs.decode("gb2312", "ignore")))


@cache
def big5_level_1() -> frozenset[int]:
    """The characters of Big5's first level (常用字): codes A440 to C67E.

    >>> len(big5_level_1())
    5401
    """
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    codes = (code for code in range(0xA440, 0xC67F) if code & 0xFF in trails)
    pairs = b"".join(code.to_bytes(2, "big") for code in codes)
    return frozenset(map(ord, pairs.decode("big5")))
