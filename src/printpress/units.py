"""Lengths, as whole EMU.

Every length in printpress is an ``int`` that counts English Metric Units, of which
an inch has 914,400. The units that newspapers are specified in are whole numbers of
them, so sums are exact and no comparison needs a tolerance:

====== ========== =========================================
unit   EMU        used for
====== ========== =========================================
``pt`` 12,700     type sizes, row pitch, rules
``Q``  9,000      type sizes (a quarter of a millimetre)
``mm`` 36,000     trim, margins, bleed, QR codes
``cm`` 360,000    trim
``in`` 914,400    resolutions only
====== ========== =========================================

Floats come back once, when :mod:`printpress.pdf` writes numbers into a file.
"""

import re
from fractions import Fraction

PT = 12_700
Q = 9_000
MM = 36_000
CM = 360_000
INCH = 914_400

EMU_PER_UNIT = {"pt": PT, "Q": Q, "q": Q, "mm": MM, "cm": CM, "in": INCH}

_LENGTH = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*(pt|Q|q|mm|cm|in)")


def parse_length(text: str) -> int:
    """Whole EMU of a number with its unit; half an EMU rounds to the even one.

    Raises ``ValueError`` where the text is anything else: a bare number has no
    length, since nobody can tell points from millimetres.

    >>> parse_length("9pt"), parse_length("0.25 mm"), parse_length("1Q")
    (114300, 9000, 9000)
    """
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not a length")
    return round(Fraction(match[1]) * EMU_PER_UNIT[match[2]])


def in_pt(length: int) -> str:
    """The length as people read it, in points, without trailing zeros.

    >>> in_pt(114300), in_pt(133350)
    ('9pt', '10.5pt')
    """
    return f"{length / PT:.2f}".rstrip("0").rstrip(".") + "pt"


def in_mm(length: int) -> str:
    """The length as people read it, in millimetres to one hundredth.

    >>> in_mm(10_080_000), in_mm(114300)
    ('280mm', '3.17mm')
    """
    return f"{length / MM:.2f}".rstrip("0").rstrip(".") + "mm"


def scaled(upem_units: int, size: int, units_per_em: int) -> int:
    """EMU of a font's own units at a type size, halves rounded up.

    >>> scaled(500, 9 * PT, 1000)
    57150
    """
    return (2 * upem_units * size + units_per_em) // (2 * units_per_em)
