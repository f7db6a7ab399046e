"""Inks: process colours as the press sees them.

An ink is four whole tenths of a per cent, so that equal colours compare equal and
print alike everywhere. Text is :data:`BLACK`, on the black plate alone.

Not handled: named spot colours (the print issue brings separations).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ink:
    """Coverage of the four process inks, each 0 to 1,000 per mille."""

    cyan: int = 0
    """Per mille of cyan."""
    magenta: int = 0
    """Per mille of magenta."""
    yellow: int = 0
    """Per mille of yellow."""
    black: int = 0
    """Per mille of black."""

    @property
    def total(self) -> int:
        """Total area coverage (TAC), per mille: 2,400 is a newspaper's 240 %.

        >>> Ink(300, 200, 200, 1000).total
        1700
        """
        return self.cyan + self.magenta + self.yellow + self.black

    @property
    def k_only(self) -> bool:
        """Whether only the black plate carries it (paper white included)."""
        return not (self.cyan or self.magenta or self.yellow)

    def __str__(self) -> str:
        """As display lists write it: per cent, the black plate alone as k.

        >>> str(Ink(black=1000)), str(Ink(0, 1000, 905))
        ('k100', 'c0 m100 y90.5 k0')
        """
        if self.k_only:
            return f"k{self.black / 10:g}"
        parts = zip(
            "cmyk", (self.cyan, self.magenta, self.yellow, self.black), strict=True
        )
        return " ".join(f"{name}{value / 10:g}" for name, value in parts)


BLACK = Ink(black=1000)
"""Text and rules: one plate, so that no misregister can blur it."""

PAPER = Ink()
"""Nothing printed: reversed lettering and the ground of a QR code."""
