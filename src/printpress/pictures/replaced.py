"""RGB → CMYK for a press that names no profile: grey-component replacement.

Most of the grey that the three coloured inks share goes to the black plate, which keeps
total ink low, shadows neutral and edges sharp on a press whose register is poor. A
curve takes back what dots gain on newsprint.
"""

from typing import TYPE_CHECKING

from printpress.pictures.ink import FULL, MOST_BLACK

if TYPE_CHECKING:
    from PIL.Image import Image

DOT_GAIN_GAMMA = 1.3
"""The dot for a share of ink is the share to this power, so that a share of 50 % is a
40 % dot. Coldset prints that as 65 % (26 % gain, ISO 12647-3), which between newsprint
(L* 82) and its black (L* 36) is about the grey, L* 59, where the eye expects a middle
one."""

BLACK_START = 0.1
"""Shared grey below this stays in the coloured inks, so that skin is not grainy
(taste)."""

REPLACED = (0.80, 0.88, 0.88)
"""How much of the grey that goes to black is taken from cyan, magenta and yellow. A
rest stays, since black alone is a dull shadow, and more of cyan: equal coloured inks
print brown."""

FULLEST = 2100
"""Per mille: the most ink that replacement leaves. It does where two inks are solid,
the third is ``BLACK_START`` and black begins: a step further adds 0.95 of black and 0.9
of the third ink, and takes 2.56 from the three."""


def _dot(share: float) -> float:
    """The dot to print so that it looks like the share of ink after dot gain."""
    return float(share**DOT_GAIN_GAMMA)


def black_curve() -> tuple[int, ...]:
    """The black dot for each level of light in sRGB: shadows stop short of solid."""
    return tuple(
        int(FULL * MOST_BLACK * _dot((FULL - light) / FULL))
        for light in range(FULL + 1)
    )


def replaced(picture: "Image", tac: int) -> "Image":
    """RGB → CMYK with most of the shared grey in black.

    No pixel holds more than *tac*. Ink is linear in the grey replaced, so its most is
    where that begins (:data:`FULLEST`) or where it ends, and both are scaled to what
    there is room for; the curves only take ink away.
    """
    from PIL import Image, ImageChops

    inks = [ImageChops.invert(channel) for channel in picture.split()]
    shared = ImageChops.darker(ImageChops.darker(inks[0], inks[1]), inks[2])
    start = round(FULL * BLACK_START)
    moved = [
        max(0, (level - start) * FULL // (FULL - start)) for level in range(FULL + 1)
    ]
    room = min(1.0, tac / FULLEST)
    curve = [int(FULL * room * _dot(level / FULL)) for level in range(FULL + 1)]
    coloured = [
        ImageChops.subtract(
            ink, shared.point([round(grey * part) for grey in moved])
        ).point(curve)
        for ink, part in zip(inks, REPLACED, strict=True)
    ]
    rest = sum(1 - part for part in REPLACED)
    darkest = min(MOST_BLACK, tac / 1000 - rest * room)
    black = [int(FULL * darkest * _dot(grey / FULL)) for grey in moved]
    return Image.merge("CMYK", (*coloured, shared.point(black)))
