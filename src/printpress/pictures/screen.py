"""Pictures and inks as screens show them, for reading copies in RGB.

Not for print: nothing here knows of ink limits. Coloured inks are seen through the
press's profile, white paper as white; greys of the black plate as plain greys, since
newsprint's dark grey would only tire the eye on a screen.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from printpress.colour import FULL, Ink
from printpress.pictures.colour import Source, on_screen, usable
from printpress.pictures.faults import PictureError
from printpress.pictures.frame import Frame
from printpress.pictures.printable import Placed, frame_of
from printpress.pictures.shape import fitted
from printpress.spec.press import PressSpec

if TYPE_CHECKING:
    from PIL.Image import Image

PPI: Final = 150
"""Pixels per printed inch: sharp at twice the size on a telephone, small enough to be
sent in a chat (taste)."""

QUALITY: Final = 82
"""Of JPEG: the next steps down show blocks in skies."""

LIGHT: Final = 255
"""A channel's most."""

Light = tuple[int, int, int]
"""Red, green and blue."""


@dataclass(frozen=True, slots=True)
class ScreenPicture:
    """A picture for a screen, as a JPEG."""

    width_px: int
    """Pixels across."""
    height_px: int
    """Pixels down."""
    packed: bytes
    """The whole JPEG."""
    ink_model: Literal["rgb"] = "rgb"
    """It has light, no inks."""


def for_screen(placed: Placed, press: PressSpec) -> ScreenPicture:
    """The picture as its place shows it; white where it cannot be decoded.

    That it cannot is told where it is made printable.
    """
    from PIL import Image

    frame = replace(frame_of(placed, press), ppi=PPI)
    try:
        picture = _seen(placed.path, frame)
    except PictureError:
        picture = Image.new("RGB", (1, 1), "white")
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, optimize=True)
    wide, high = picture.size
    return ScreenPicture(wide, high, out.getvalue())


def _seen(path: Path, frame: Frame) -> "Image":
    picture, icc = fitted(path, frame)
    picture = picture.convert("L") if picture.mode == "1" else picture
    source = Source(picture.mode, icc)
    if icc and not usable(source):
        source = Source(picture.mode)
    seen = on_screen(picture, source, None)
    return (seen.convert("L") if frame.k_only else seen).convert("RGB")


def seen_through(profile: Path | None) -> Callable[[Ink], Light]:
    """How inks look on that press's paper; without a profile, by mixing light."""
    mixed = _profiled(profile) if profile else None

    @cache
    def seen(ink: Ink) -> Light:
        inks = ink.process
        if inks.k_only or mixed is None:
            return _mixed(inks)
        return mixed(inks)

    return seen


def _mixed(ink: Ink) -> Light:
    red, green, blue = (
        round(LIGHT * (FULL - part) * (FULL - ink.black) / FULL**2)
        for part in (ink.cyan, ink.magenta, ink.yellow)
    )
    return red, green, blue


def _profiled(profile: Path) -> Callable[[Ink], Light] | None:
    """Colours by the profile, white kept white; None where it is none."""
    from PIL import Image

    try:
        source = Source("CMYK", profile.read_bytes())
    except OSError:
        return None
    if not usable(source):
        return None

    def seen(ink: Ink) -> Light:
        pixel = tuple(round(part * LIGHT / FULL) for part in ink.shares)
        done = on_screen(Image.new("CMYK", (1, 1), pixel), source, None)
        red, green, blue = done.tobytes()
        return red, green, blue

    return seen
