"""One picture → pixels at its final size in the press's inks.

Its shape comes first (:mod:`.shape`), then its colours by the profiles of the picture
and the press (:mod:`.colour`), then the press's ink limit (:mod:`.ink`). A picture
without colour is printed on the black plate alone, art in black and white stays so.

Every step is Pillow's own, so that time goes by the pixel in C; equal files, frames and
profiles give equal bytes.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from printpress.pictures import replaced
from printpress.pictures.colour import (
    PressProfile,
    Source,
    black_curve,
    in_inks,
    on_screen,
    usable,
)
from printpress.pictures.frame import Frame
from printpress.pictures.ink import FULL, blackest, colourless, held_to
from printpress.pictures.shape import fitted

if TYPE_CHECKING:
    from PIL.Image import Image


InkModel = Literal["cmyk", "grey", "bilevel"]
"""Which plates carry a picture."""


@dataclass(frozen=True, slots=True)
class ConvertedPicture:
    """Pixels ready to be embedded."""

    width_px: int
    """Pixels across."""
    height_px: int
    """Pixels down."""
    ink_model: InkModel
    """CMYK counts ink, grey and bilevel count light."""
    pixels: bytes
    """Rows from the top, one byte a channel; of bilevel art one bit a pixel, rows
    filled up to whole bytes."""
    profile_ignored: bool = False
    """Whether the picture has a profile of its own that cannot be used."""


def convert(
    path: Path, frame: Frame, profile: PressProfile | None = None
) -> ConvertedPicture:
    """The picture as the frame shows it, for the press of the *profile*.

    Never distorted and never upsampled: one with too few pixels keeps them. A press
    without a profile gets :mod:`.replaced`. Raises
    :class:`~printpress.pictures.faults.PictureError` where the file cannot be decoded.
    """
    picture, icc = fitted(path, frame)
    if picture.mode == "1":
        return ConvertedPicture(*picture.size, "bilevel", picture.tobytes())
    source = Source(picture.mode, icc)
    ignored = bool(icc) and not usable(source)
    if ignored:
        source = Source(picture.mode)
    if picture.mode == "L" or frame.k_only or colourless(picture):
        grey = _on_black(picture, source, frame, profile)
        return ConvertedPicture(*picture.size, "grey", grey, ignored)
    inks = _separated(picture, source, frame.tac, profile)
    return ConvertedPicture(*inks.size, "cmyk", inks.tobytes(), ignored)


def _separated(
    picture: "Image", source: Source, tac: int, profile: PressProfile | None
) -> "Image":
    if profile is not None:
        return held_to(in_inks(picture, source, profile), tac)
    if source.mode == "CMYK":
        return held_to(picture, tac)
    return replaced.replaced(on_screen(picture, source, profile), tac)


def _on_black(
    picture: "Image", source: Source, frame: Frame, profile: PressProfile | None
) -> bytes:
    """Light on the black plate: shadows stop short of solid."""
    most = blackest(frame.tac)
    if picture.mode == "CMYK" and colourless(picture):  # a black plate, as it is meant
        dots = picture.getchannel("K")
        return dots.point([FULL - min(dot, most) for dot in range(FULL + 1)]).tobytes()
    curve = replaced.black_curve() if profile is None else black_curve(profile)
    light = on_screen(picture, source, profile).convert("L")
    return light.point([FULL - min(dot, most) for dot in curve]).tobytes()
