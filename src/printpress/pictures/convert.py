"""One picture → pixels at its final size in the press's inks.

Colours become CMYK by grey-component replacement: most of the grey that the three
coloured inks share goes to the black plate, which keeps total ink low, shadows neutral
and edges sharp on a press whose register is poor. A curve takes back what dots gain on
newsprint. A picture without colour becomes grey, on the black plate alone.

Every step is Pillow's own, so that time goes by the pixel in C; equal files and frames
give equal bytes.

Not handled: ICC profiles, the press's and the pictures' own (all RGB counts as sRGB);
bilevel art, which becomes grey.
"""

import struct
import warnings
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from printpress.pictures.faults import damaged
from printpress.pictures.header import Header, read_header
from printpress.units import INCH

if TYPE_CHECKING:
    from PIL.Image import Image

FULL = 255
"""A solid dot, or white light."""

DOT_GAIN_GAMMA = 1.3
"""The dot for a share of ink is the share to this power, so that a share of 50 % is a
40 % dot. Coldset prints that as 65 % (26 % gain, ISO 12647-3), which between newsprint
(L* 82) and its black (L* 36) is about the grey, L* 59, where the eye expects a middle
one. To be replaced by the press's ICC profile."""

BLACK_START = 0.1
"""Shared grey below this stays in the coloured inks, so that skin is not grainy
(taste)."""

MOST_BLACK = 0.95
"""Black in pictures stays below solid, as newspaper printers ask (the Austrian group's
and IFRA26S's limits)."""

REPLACED = (0.80, 0.88, 0.88)
"""How much of the grey that goes to black is taken from cyan, magenta and yellow. A
rest stays, since black alone is a dull shadow, and more of cyan: equal coloured inks
print brown."""

FULLEST = 2100
"""Per mille: the most ink that replacement leaves. It does where two inks are solid,
the third is ``BLACK_START`` and black begins: a step further adds 0.95 of black and 0.9
of the third ink, and takes 2.56 from the three."""

GREY_TOLERANCE = 10
"""Levels of 255 by which the channels of a picture without colour may differ: JPEG's
own noise."""

SHARPER = 2
"""A JPEG is decoded at a half, quarter or eighth where that still has so many times the
pixels that are needed; the filter does the rest."""

_TROUBLE = (EOFError, LookupError, OSError, SyntaxError, ValueError, struct.error)
"""What Pillow's JPEG and PNG readers raise for damaged files, by their source; of 6,000
files damaged at random all that got so far gave ``OSError``."""


@dataclass(frozen=True, slots=True)
class ConvertedPicture:
    """Pixels ready to be embedded."""

    width_px: int
    """Pixels across."""
    height_px: int
    """Pixels down."""
    ink_model: Literal["cmyk", "grey", "bilevel"]
    """CMYK counts ink, grey counts light."""
    pixels: bytes
    """Rows from the top, one byte a channel."""


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


def convert(path: Path, frame: Frame) -> ConvertedPicture:
    """The picture as the frame shows it.

    Never distorted and never upsampled: one with too few pixels keeps them. Raises
    :class:`~printpress.pictures.faults.PictureError` where the file cannot be decoded.
    """
    header = read_header(path)  # refuses what would fill the memory
    picture = _fitted(path, header, frame)
    wide, deep = picture.size
    if picture.mode == "CMYK":
        capped = _capped(picture)
        if not frame.k_only and most_ink(capped) <= frame.tac:
            return ConvertedPicture(wide, deep, "cmyk", capped.tobytes())
        picture = picture.convert("RGB")
    if picture.mode == "L" or frame.k_only or _without_colour(picture):
        return ConvertedPicture(wide, deep, "grey", _grey(picture.convert("L")))
    made = _replaced(picture, frame.tac)
    return ConvertedPicture(wide, deep, "cmyk", made.tobytes())


# --- shape ----------------------------------------------------------------------------


def _fitted(path: Path, header: Header, frame: Frame) -> "Image":
    """The frame's part of the picture, upright, in L, RGB or CMYK."""
    # What Pillow warns of (odd Exif) is nothing to staff: it is not taken from there.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            picture = _decoded(path, header, frame)
        except _TROUBLE as trouble:
            raise damaged() from trouble
    return _resized(_plain(_upright(picture, header.orientation)), frame)


def _decoded(path: Path, header: Header, frame: Frame) -> "Image":
    from PIL import Image

    # Only these two decoders ever see a file: the others are far less trodden.
    with Image.open(path, formats=("JPEG", "PNG")) as picture:
        if header.format == "JPEG" and picture.mode in {"L", "RGB"}:
            need = max(frame.width, frame.height) * frame.ppi * SHARPER // INCH
            picture.draft(picture.mode, (need, need))
        picture.load()
    return picture


def _upright(picture: "Image", orientation: int) -> "Image":
    """The picture turned as its header says, the same that gave its size."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    turn = turns.get(orientation)
    return picture if turn is None else picture.transpose(turn)


def _plain(picture: "Image") -> "Image":
    """Eight bits a channel in L, RGB or CMYK; what is transparent shows white paper."""
    from PIL import Image

    if picture.mode.startswith("I"):  # 16-bit grey: Pillow would clip, not scale it
        return picture.point(lambda level: level * (1 / 257)).convert("L")
    if "transparency" in picture.info or picture.mode in {"RGBA", "LA", "PA"}:
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(paper, picture).convert("RGB")
    if picture.mode in {"1", "L"}:
        return picture.convert("L")
    return picture if picture.mode == "CMYK" else picture.convert("RGB")


def _resized(picture: "Image", frame: Frame) -> "Image":
    """The frame's part of the picture at the press's resolution, or at its own."""
    from PIL import Image

    box = cropped(*picture.size, frame)
    wide = min(box[2] - box[0], max(1, round(frame.width * frame.ppi / INCH)))
    deep = max(1, round(wide * frame.height / frame.width))
    deep = min(deep, box[3] - box[1])
    if (wide, deep) == (box[2] - box[0], box[3] - box[1]):
        return picture.crop(box)
    return picture.resize(
        (wide, deep), Image.Resampling.LANCZOS, box=box, reducing_gap=3.0
    )


# --- inks -----------------------------------------------------------------------------


def _greatest(channel: "Image") -> int:
    """The greatest level of a picture of one channel."""
    extrema = channel.getextrema()
    return int(extrema[1])  # type: ignore[arg-type]  # one channel has one pair


def _without_colour(picture: "Image") -> bool:
    from PIL import ImageChops

    red, green, blue = picture.split()
    return all(
        _greatest(ImageChops.difference(one, other)) <= GREY_TOLERANCE
        for one, other in ((red, green), (green, blue), (blue, red))
    )


def _dot(share: float) -> float:
    """The dot to print so that it looks like the share of ink after dot gain."""
    return float(share**DOT_GAIN_GAMMA)


def _grey(picture: "Image") -> bytes:
    """Light on the black plate: shadows stop short of solid."""
    return picture.point(
        [
            FULL - int(FULL * MOST_BLACK * _dot((FULL - light) / FULL))
            for light in range(FULL + 1)
        ]
    ).tobytes()


def _capped(picture: "Image") -> "Image":
    """Supplied separations with black held below solid."""
    most = int(FULL * MOST_BLACK)
    untouched = list(range(FULL + 1)) * 3
    return picture.point(untouched + [min(level, most) for level in range(FULL + 1)])


def most_ink(picture: "Image") -> int:
    """The most ink of any pixel of a CMYK picture, per mille, at most 17 too much.

    Sums are halved to stay in eight bits, which loses up to four levels of the total;
    they are added again.
    """
    from PIL import ImageChops

    cyan, magenta, yellow, black = picture.split()
    halves = (
        ImageChops.add(cyan, magenta, scale=2),
        ImageChops.add(yellow, black, scale=2),
    )
    quarter = _greatest(ImageChops.add(*halves, scale=2))
    return -(-min(4 * quarter + 4, 4 * FULL) * 1000 // FULL)


def _replaced(picture: "Image", tac: int) -> "Image":
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
