"""One picture → pixels at its final size in the press's inks.

Colours become CMYK by grey-component replacement: the grey that the three coloured
inks share goes to the black plate, which keeps total ink low and shadows neutral, and a
curve takes back what dots gain on newsprint. A picture without colour becomes grey, on
the black plate alone.

Not handled: ICC profiles; the print issue brings the press's own.
"""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from printpress.units import INCH

if TYPE_CHECKING:
    from PIL.Image import Image

DOT_GAIN_GAMMA = 1.2
"""A 50 % dot is made 43 %, which coldset newsprint prints near 65 %, as a curve for
26 % gain asks at an eye's mid grey (ISO 12647-3; to be replaced by the press's ICC)."""

BLACK_START = 0.1
"""Shared grey below this stays in the coloured inks, so light tones are not grainy."""

MOST_BLACK = 0.95
"""Black in pictures stays below solid, as newspaper printers ask."""

FULLEST = 2100
"""Per mille: the most ink that the replacement leaves, two solid inks and
``BLACK_START`` of the third."""

GREY_TOLERANCE = 10
"""Levels of 255 by which the channels of a picture without colour may differ: JPEG's
own noise."""


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
    """Total area coverage allowed, per mille."""
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
    """Pixels per printed inch that the picture has in its frame."""
    left, _, right, _ = cropped(width, height, frame)
    return int((right - left) * INCH / frame.width)


def _opened(path: Path, frame: Frame) -> "Image":
    """The picture upright, without transparency, in L, RGB or CMYK."""
    from PIL import Image, ImageOps

    picture: Image.Image = Image.open(path)
    if picture.format == "JPEG" and picture.mode == "RGB":
        # Decoding at a half or a quarter is several times faster where it suffices.
        need = max(frame.width, frame.height) * frame.ppi // INCH * 2
        picture.draft("RGB", (need, need))
    picture.load()
    picture = ImageOps.exif_transpose(picture)
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        paper.alpha_composite(picture)
        picture = paper.convert("RGB")
    if picture.mode.startswith("I;16") or picture.mode == "I":
        picture = picture.point(lambda level: level * (1 / 257)).convert("L")
    if picture.mode in ("1", "L"):
        return picture.convert("L")
    return picture if picture.mode == "CMYK" else picture.convert("RGB")


def _resized(picture: "Image", frame: Frame) -> "Image":
    """The frame's part of the picture at the press's resolution, never upsampled."""
    from PIL import Image

    box = cropped(*picture.size, frame)
    wide = min(box[2] - box[0], max(1, round(frame.width * frame.ppi / INCH)))
    deep = max(1, round(wide * frame.height / frame.width))
    deep = min(deep, box[3] - box[1])
    return picture.resize(
        (wide, deep), Image.Resampling.LANCZOS, box=box, reducing_gap=3.0
    )


def _greatest(channel: "Image") -> int:
    """The greatest level of a picture of one channel."""
    return max(level for level, count in enumerate(channel.histogram()) if count)


def _without_colour(picture: "Image") -> bool:
    from PIL import ImageChops

    red, green, blue = picture.split()
    return all(
        _greatest(ImageChops.difference(one, other)) <= GREY_TOLERANCE
        for one, other in ((red, green), (green, blue))
    )


def _gained(share: float) -> float:
    """The dot to print so that it looks like the share after dot gain."""
    return float(share**DOT_GAIN_GAMMA)


def _grey(picture: "Image") -> bytes:
    """Light on the black plate: shadows stop short of solid."""
    table = [
        255 - round(255 * MOST_BLACK * _gained((255 - light) / 255))
        for light in range(256)
    ]
    return picture.point(table).tobytes()


def _most_ink(picture: "Image") -> int:
    """The most ink of any pixel of a CMYK picture, per mille, rounded up."""
    from PIL import ImageChops

    cyan, magenta, yellow, black = picture.split()
    halves = (
        ImageChops.add(cyan, magenta, scale=2),
        ImageChops.add(yellow, black, scale=2),
    )
    return (_greatest(ImageChops.add(*halves, scale=2)) + 1) * 4 * 1000 // 255


def _replaced(picture: "Image", tac: int) -> bytes:
    """RGB → CMYK with the shared grey in black."""
    from PIL import Image, ImageChops

    inks = [ImageChops.invert(channel) for channel in picture.split()]
    shared = ImageChops.darker(ImageChops.darker(inks[0], inks[1]), inks[2])
    span = 1 - BLACK_START
    moved = [
        max(0, round(255 * (level / 255 - BLACK_START) / span)) for level in range(256)
    ]
    black = shared.point(moved)
    # All that is moved is taken from the inks, so no pixel holds more than FULLEST.
    room = min(1.0, tac / FULLEST)
    curve = [int(255 * room * _gained(level / 255)) for level in range(256)]
    coloured = [ImageChops.subtract(ink, black).point(curve) for ink in inks]
    plate = [round(255 * MOST_BLACK * _gained(level / 255)) for level in range(256)]
    made = Image.merge("CMYK", (*coloured, black.point(plate)))
    return made.tobytes()


def convert(path: Path, frame: Frame) -> ConvertedPicture:
    """The picture as the frame shows it.

    Raises ``OSError`` or ``ValueError`` where the file cannot be decoded.
    """
    picture = _resized(_opened(path, frame), frame)
    wide, deep = picture.size
    if picture.mode == "CMYK":
        if not frame.k_only and _most_ink(picture) <= frame.tac:
            return ConvertedPicture(wide, deep, "cmyk", picture.tobytes())
        picture = picture.convert("RGB")
    if picture.mode == "L" or frame.k_only or _without_colour(picture):
        return ConvertedPicture(wide, deep, "grey", _grey(picture.convert("L")))
    return ConvertedPicture(wide, deep, "cmyk", _replaced(picture, frame.tac))
