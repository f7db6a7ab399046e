"""Payload → QR modules, ISO/IEC 18004 (the only importer of segno)."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from printpress.diagnostics import Both

Level = Literal["L", "M", "Q", "H"]
"""Error correction: 7, 15, 25 and 30 % of the code may be unreadable."""

LEVELS = "LMQH"
"""From the weakest on."""


@dataclass(frozen=True, slots=True)
class QrMatrix:
    """A QR code without its quiet zone."""

    modules: tuple[tuple[bool, ...], ...]
    """Rows from the top; true is dark."""


class QrError(ValueError):
    """There is no code for a payload."""

    def __init__(self, reason: Both) -> None:
        super().__init__(reason.en)
        self.reason = reason
        """Why, as a sentence about the address."""


@lru_cache(maxsize=64)
def matrix(payload: str, level: Level) -> QrMatrix:
    """The smallest QR code that holds the payload at that error correction.

    Raises :class:`QrError` where the payload is empty or too long for any.

    >>> len(matrix("https://example.org/xq", "M").modules)
    25
    """
    import segno

    if not payload.strip():
        raise QrError(Both("its address is empty", "网址是空的"))
    # Left to itself, segno writes what Chinese it can as Japanese Kanji, which phones
    # then guess the encoding of.
    encoding = None if payload.isascii() else "utf-8"
    try:
        made = segno.make_qr(payload, error=level, boost_error=False, encoding=encoding)
    except segno.DataOverflowError as trouble:
        count = len(payload.encode())
        raise QrError(
            Both(
                f"its address has {count} bytes, more than level {level} holds",
                f"网址有 {count} 字节，{level} 级二维码放不下",
            )
        ) from trouble
    return QrMatrix(tuple(tuple(bool(module) for module in row) for row in made.matrix))
