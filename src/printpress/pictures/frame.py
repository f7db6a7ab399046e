"""What a picture is to fill, and which part of it does: arithmetic, no pixels."""

from dataclasses import dataclass
from fractions import Fraction

from printpress.units import INCH


@dataclass(frozen=True, slots=True)
class Frame:
    """What a picture is to fill, and how."""

    width: int
    """EMU across."""
    height: int
    """EMU down."""
    focus: tuple[Fraction, Fraction]
    """What stays in sight when it is cropped: shares from left and from top."""
    ppi: int
    """Pixels per inch that the press can show; more are thrown away."""
    tac: int
    """Total area coverage that no pixel may pass, per mille."""
    k_only: bool = False
    """Whether only the black plate is printed on its page."""
    line_ppi: int = 600
    """Pixels per inch that the press can show of art in black and white alone."""


def cropped(width: int, height: int, frame: Frame) -> tuple[int, int, int, int]:
    """The largest part of a picture that has the frame's shape, round its focus.

    Left, top, right and bottom in the picture's own pixels.

    >>> square = Frame(100, 100, (Fraction(1), Fraction(1, 2)), 200, 2400)
    >>> cropped(300, 200, square)
    (100, 0, 300, 200)
    """
    shape = Fraction(frame.width, frame.height)
    wide, deep = width, height
    if Fraction(width, height) > shape:
        wide = max(1, round(height * shape))
    else:
        deep = max(1, round(width / shape))
    across, down = frame.focus
    left = min(max(0, round(across * width - Fraction(wide, 2))), width - wide)
    top = min(max(0, round(down * height - Fraction(deep, 2))), height - deep)
    return left, top, left + wide, top + deep


def effective_ppi(width: int, height: int, frame: Frame) -> int:
    """Whole pixels per printed inch that a picture of that size has in its frame.

    >>> from printpress.units import INCH
    >>> inch = Frame(INCH, INCH, (Fraction(1, 2), Fraction(1, 2)), 200, 2400)
    >>> effective_ppi(400, 300, inch)
    300
    """
    left, _, right, _ = cropped(width, height, frame)
    return (right - left) * INCH // frame.width


def pixels_needed(width: int, height: int, frame: Frame, ppi: int) -> tuple[int, int]:
    """The size a picture of that shape needs to have so many pixels per inch.

    >>> from printpress.units import INCH
    >>> inch = Frame(INCH, INCH, (Fraction(1, 2), Fraction(1, 2)), 200, 2400)
    >>> pixels_needed(40, 30, inch, 150)
    (200, 150)
    """
    left, _, right, _ = cropped(width, height, frame)
    growth = Fraction(frame.width * ppi, INCH * (right - left))
    return -(-width * growth // 1), -(-height * growth // 1)
