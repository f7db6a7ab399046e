"""Inks: process and spot colours as the press sees them.

An ink is four whole tenths of a per cent, so that equal colours compare equal and
print alike everywhere. Text is :data:`BLACK`, on the black plate alone. A spot colour
(专色) has a plate of its own; its process inks only imitate it where there is none.
"""

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

FULL: Final = 1000
"""An ink at full strength."""

GAMMA: Final = 2.2
"""What a share of the light of a screen is raised to for its luminance."""

SHARES: Final = (0.2126, 0.7152, 0.0722)
"""Of red, green and blue in luminance."""

FLARE: Final = 0.05
"""What every surface throws back."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Coverage of the four process inks, or of a spot colour; 0 to 1,000 per mille."""

    cyan: int = 0
    """Per mille of cyan."""
    magenta: int = 0
    """Per mille of magenta."""
    yellow: int = 0
    """Per mille of yellow."""
    black: int = 0
    """Per mille of black."""
    spot: str = field(default="", kw_only=True)
    """The spot colour's name, as its plate is named; the process inks are then those
    that imitate it at full strength."""
    tint: int = field(default=FULL, kw_only=True)
    """Per mille of the spot colour."""

    @property
    def shares(self) -> tuple[int, int, int, int]:
        """Of cyan, magenta, yellow and black, per mille."""
        return self.cyan, self.magenta, self.yellow, self.black

    @property
    def total(self) -> int:
        """Total area coverage (TAC), per mille: 2,400 is a newspaper's 240 %.

        >>> Ink(300, 200, 200, 1000).total
        1700
        """
        if self.spot:
            return self.tint
        return sum(self.shares)

    @property
    def k_only(self) -> bool:
        """Whether only the black plate carries it (paper white included)."""
        return not (self.spot or self.cyan or self.magenta or self.yellow)

    @property
    def process(self) -> "Ink":
        """The same in process inks alone: what stands in for a spot colour.

        >>> str(Ink(0, 1000, 800, spot="PANTONE 185 C", tint=500).process)
        'c0 m50 y40 k0'
        """
        if not self.spot:
            return self
        return Ink(*((ink * self.tint + FULL // 2) // FULL for ink in self.shares))

    @property
    def contrast(self) -> float:
        """How far it stands out from white paper, from 1 to 21.

        The ratio of luminances of WCAG 2.1 (relative luminance), of the light that its
        inks leave; there 3 is the least for large letters.

        >>> round(BLACK.contrast), round(Ink(0, 1000, 900).contrast, 1)
        (21, 4.0)
        """
        seen = self.process
        light = [
            ((1 - ink / FULL) * (1 - seen.black / FULL)) ** GAMMA
            for ink in (seen.cyan, seen.magenta, seen.yellow)
        ]
        luminance = sum(share * part for share, part in zip(SHARES, light, strict=True))
        return float((1 + FLARE) / (luminance + FLARE))

    def __str__(self) -> str:
        """As display lists write it: per cent, the black plate alone as k.

        >>> str(Ink(black=1000)), str(Ink(0, 1000, 905))
        ('k100', 'c0 m100 y90.5 k0')
        >>> str(Ink(0, 910, 760, spot="PANTONE 185 C", tint=300))
        'spot:PANTONE%20185%20C*30 c0 m91 y76 k0'
        """
        if self.k_only:
            return f"k{self.black / 10:g}"
        parts = zip("cmyk", self.shares, strict=True)
        inks = " ".join(f"{name}{value / 10:g}" for name, value in parts)
        if not self.spot:
            return inks
        return f"spot:{quote(self.spot, safe='')}*{self.tint / 10:g} {inks}"


BLACK = Ink(black=1000)
"""Text and rules: one plate, so that no misregister can blur it."""

PAPER = Ink()
"""Nothing printed: reversed lettering and the ground of a QR code."""

REGISTRATION = Ink(FULL, FULL, FULL, FULL, spot="All")
"""On every plate there is (ISO 32000-1 8.6.6.4): marks outside the page, never copy."""
