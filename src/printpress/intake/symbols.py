"""Signs of Microsoft's symbol fonts, and the characters that they look like.

Word keeps them as places in a font: F0FC of Wingdings is a tick.
"""

from collections.abc import Mapping
from typing import Final

UNKNOWN: Final = "〓"
"""What Chinese compositors set for a sort that they lack (空铅)."""

_WINGDINGS: Final[Mapping[int, str]] = {
    0x28: "☎",
    0x2A: "✉",
    0x4A: "☺",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "□",
    0x75: "◆",
    0x76: "❖",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "□",
    0xAB: "★",
    0xB2: "☆",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_SYMBOL: Final[Mapping[int, str]] = {
    0x61: "α",
    0x62: "β",
    0x6D: "μ",
    0x70: "π",
    0xA3: "≤",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "·",
    0xB8: "÷",
}
_FONTS: Final = {"wingdings": _WINGDINGS, "symbol": _SYMBOL}
_PRIVATE: Final = 0xF000
"""Where symbol fonts keep their signs."""


def sign(font: str, code: str) -> str:
    """The character for a place in a font; :data:`UNKNOWN` where nobody knows.

    >>> sign("Wingdings", "F0FC"), sign("Arial", "4E00"), sign("Webdings", "F04E")
    ('✓', '一', '〓')
    """
    try:
        place = int(code, 16)
    except ValueError:
        return UNKNOWN
    found = _FONTS.get(font.strip().casefold(), {}).get(place & 0xFF)
    if found:
        return found
    usable = place < _PRIVATE and chr(place).isprintable() if place else False
    return chr(place) if usable else UNKNOWN
