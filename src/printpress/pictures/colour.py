"""Colours of pictures into the press's inks, by ICC profiles (LittleCMS).

The picture's own profile, or the usual one where it has none, says what its numbers
mean; the press's profile says which inks print that. The intent is perceptual, as the
makers of the press's profile mean photographs to be printed, with black-point
compensation, so that the darkest of the picture is the darkest of the press.

Black alone has no table in such a profile. :func:`black_curve` derives one from it, so
that a grey photograph is as light as the same one in four inks.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from printpress.pictures.ink import FULL, MOST_BLACK

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsProfile, ImageCmsTransform

_SMOOTHED = 4
"""Neighbours on either side over which a measured curve is evened out: LittleCMS tells
lightness to Pillow in steps of 0.4."""


@dataclass(frozen=True)
class PressProfile:
    """The press's profile, as its file has it."""

    icc: bytes
    """The file's contents."""

    @cached_property
    def digest(self) -> str:
        """What names it among others."""
        return sha256(self.icc).hexdigest()


@dataclass(frozen=True, slots=True)
class Source:
    """What the numbers of a picture mean."""

    mode: str
    """``RGB``, ``CMYK``, ``L`` or ``LAB``."""
    icc: bytes = b""
    """The picture's own profile; empty where the usual one is meant: sRGB, its grey,
    Lab at D50, or the press's own inks."""


def usable(source: Source) -> bool:
    """Whether the picture's own profile can be used for its pixels."""
    from PIL.ImageCms import PyCMSError

    try:
        _to_screen(source)
    except (OSError, PyCMSError):
        return False
    return True


def _opened(icc: bytes) -> "ImageCmsProfile":
    from PIL.ImageCms import ImageCmsProfile

    return ImageCmsProfile(io.BytesIO(icc))


def _meant(source: Source) -> "ImageCmsProfile":
    """The profile of a source that is not the press."""
    from PIL.ImageCms import ImageCmsProfile, createProfile

    if source.icc:
        return _opened(source.icc)
    return ImageCmsProfile(createProfile("LAB" if source.mode == "LAB" else "sRGB"))


@lru_cache(maxsize=32)
def _to_press(source: Source, press: bytes) -> "ImageCmsTransform":
    from PIL.ImageCms import Flags, Intent, buildTransform

    return buildTransform(
        *(_meant(source), _opened(press), source.mode, "CMYK"),
        renderingIntent=Intent.PERCEPTUAL,
        # In its usual, coarser table deep shadows are off by six levels (measured).
        flags=Flags.BLACKPOINTCOMPENSATION | Flags.HIGHRESPRECALC,
    )


@lru_cache(maxsize=32)
def _to_screen(source: Source) -> "ImageCmsTransform":
    from PIL.ImageCms import (
        Flags,
        ImageCmsProfile,
        Intent,
        buildTransform,
        createProfile,
    )

    return buildTransform(
        *(_meant(source), ImageCmsProfile(createProfile("sRGB")), source.mode, "RGB"),
        renderingIntent=Intent.RELATIVE_COLORIMETRIC,
        flags=Flags.BLACKPOINTCOMPENSATION,
    )


def _through(picture: "Image", transform: "ImageCmsTransform") -> "Image":
    return transform.apply(picture)


def in_inks(picture: "Image", source: Source, press: PressProfile) -> "Image":
    """The picture in CMYK; separations made for this press stay as they are."""
    if source.mode == "CMYK" and source.icc in {b"", press.icc}:
        return picture
    return _through(picture, _to_press(source, press.icc))


def on_screen(picture: "Image", source: Source, press: PressProfile | None) -> "Image":
    """The picture as a screen shows it: in sRGB, or in its grey."""
    if source.mode == "CMYK" and not source.icc:
        if press is None:
            return picture.convert("RGB")
        source = Source("CMYK", press.icc)
    if not source.icc and source.mode != "LAB":
        return picture
    return _through(picture, _to_screen(source))


# --- black alone ----------------------------------------------------------------------


@lru_cache(maxsize=8)
def black_curve(press: PressProfile) -> tuple[int, ...]:
    """The black dot for each grey level of a screen.

    What four inks make of a grey is measured on the profile, and the dot sought whose
    light is the same share of the way from paper to the darkest that is printed.
    """
    from PIL import Image

    greys = bytes(level for level in range(FULL + 1) for _ in "rgb")
    ramp = Image.frombytes("RGB", (FULL + 1, 1), greys)
    wanted = _light(in_inks(ramp, Source("RGB"), press), press)
    dots = Image.frombytes("L", (FULL + 1, 1), bytes(range(FULL + 1)))
    none = Image.new("L", dots.size, 0)
    printed = _light(Image.merge("CMYK", (none, none, none, dots)), press)
    most = int(FULL * MOST_BLACK)
    darkest, darkest_wanted = printed[most], wanted[0]
    span = (1 - darkest) / (1 - darkest_wanted)
    curve = [
        _dot_of(darkest + (light - darkest_wanted) * span, printed[: most + 1])
        for light in wanted
    ]
    falling = _evened(curve)
    return (most, *(round(dot) for dot in falling[1:-1]), 0)


def _light(inks: "Image", press: PressProfile) -> list[float]:
    """The light of each pixel of one row, as a share of the paper's (CIE Y)."""
    transform = _measuring(press.icc)
    levels = _through(inks, transform).getchannel(0).tobytes()
    steps = _evened([level * 100 / FULL for level in levels])
    paper = max(steps)
    return [_luminance(step) / _luminance(paper) for step in steps]


@lru_cache(maxsize=8)
def _measuring(press: bytes) -> "ImageCmsTransform":
    from PIL.ImageCms import ImageCmsProfile, Intent, buildTransform, createProfile

    return buildTransform(
        *(_opened(press), ImageCmsProfile(createProfile("LAB")), "CMYK", "LAB"),
        renderingIntent=Intent.RELATIVE_COLORIMETRIC,
    )


def _luminance(lightness: float) -> float:
    """CIE Y of CIE L* (CIE 15:2004 8.2.1)."""
    if lightness <= 8:  # noqa: PLR2004 - where the cube begins
        return lightness / 903.3
    return ((lightness + 16) / 116) ** 3


def _evened(curve: Sequence[float]) -> list[float]:
    """The curve without the steps of its measure; its ends stay."""
    last = len(curve) - 1
    evened: list[float] = []
    for at in range(len(curve)):
        reach = min(_SMOOTHED, at, last - at)
        near = curve[at - reach : at + reach + 1]
        evened.append(sum(near) / len(near))
    return evened


def _dot_of(light: float, printed: Sequence[float]) -> float:
    """The dot that prints with that light: between two that do nearly."""
    for dot in range(1, len(printed)):
        above, below = printed[dot - 1], printed[dot]
        if below <= light:
            gap = above - below
            return dot - (light - below) / gap if gap > 0 else float(dot)
    return float(len(printed) - 1)
