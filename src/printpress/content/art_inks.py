"""The inks of a drawing: the house's, near what a screen shows, or as written.

``device-cmyk(0 1 0.9 0)`` (CSS Color 5, section 11) says an ink exactly. The reader of
outlines knows screen colours alone, so that each such ink goes through it under a
colour that the drawing has nowhere else.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from printpress.colour import FULL, PAPER, Ink

Rgb = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

GREY: Final = 10
"""Levels of 255 by which the channels of a grey may differ."""

NEAR: Final = 90
"""Levels of 255 by which a colour may differ from the house's, at most: 报红 is written
in many ways, and blue is none of them."""

MIXED: Final = re.compile(r"device-cmyk\(([^()]*)\)", re.IGNORECASE)
"""An ink by its shares."""

_SHARE: Final = re.compile(r"(\d*\.?\d+)(%?)")
_INKS: Final = 4
_FIRST: Final = 0x010203


def mixed_ink(written: str) -> Ink | None:
    """The ink of ``device-cmyk(…)``; None where it is not four shares.

    >>> str(mixed_ink("device-cmyk(0 100% .9 0)"))
    'c0 m100 y90 k0'
    >>> mixed_ink("device-cmyk(0 1 1 0 / 50%)") is None
    True
    """
    found = MIXED.fullmatch(written.strip())
    parts = re.split(r"[\s,]+", found[1].strip()) if found else []
    shares = [_share(part) for part in parts]
    if len(shares) != _INKS or None in shares:
        return None
    cyan, magenta, yellow, black = (share or 0 for share in shares)
    return Ink(cyan, magenta, yellow, black)


def _share(written: str) -> int | None:
    """Per mille of a share; None for what is none."""
    found = _SHARE.fullmatch(written)
    if not found:
        return None
    share = round(float(found[1]) * (FULL / 100 if found[2] else FULL))
    return share if share <= FULL else None


@dataclass(frozen=True, slots=True)
class ArtInks:
    """The inks that a drawing may be printed in."""

    colours: Mapping[str, Ink]
    """The house's, by name."""
    mixed: Mapping[Rgb, Ink]
    """Those that it says exactly, by the colours that stand for them."""

    def of(self, rgb: Rgb) -> Ink | None:
        """The ink itself, K of a grey, the nearest of the house's colours, or None."""
        if rgb in self.mixed:
            return self.mixed[rgb]
        if max(rgb) - min(rgb) <= GREY:
            share = FULL - (sum(rgb) * FULL + 382) // 765
            return Ink(black=share) if share else PAPER
        known = (ink for ink in self.colours.values() if not ink.k_only)
        near = [(_distance(rgb, _screen(ink)), str(ink), ink) for ink in known]
        return min(near)[2] if near and min(near)[0] <= NEAR else None


def stand_ins(paints: Collection[str], taken: Collection[Rgb]) -> dict[str, Rgb]:
    """A colour for each exact ink among the paints that is none of those taken."""
    found: dict[str, Rgb] = {}
    number = _FIRST
    for paint in paints:
        if MIXED.fullmatch(paint):
            while (rgb := _rgb(number)) in taken:
                number += 1
            found[paint] = rgb
            number += 1
    return found


def _rgb(number: int) -> Rgb:
    return number >> 16 & 255, number >> 8 & 255, number & 255


def _screen(ink: Ink) -> Rgb:
    """About how an ink looks on a screen."""
    shown = ink.process
    light = FULL - shown.black
    red, green, blue = (
        (FULL - part) * light * 255 // 1_000_000
        for part in (shown.cyan, shown.magenta, shown.yellow)
    )
    return red, green, blue


def _distance(one: Rgb, other: Rgb) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))
