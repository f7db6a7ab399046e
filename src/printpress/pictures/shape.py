"""A picture's file → the frame's part of it, upright, in eight bits a channel.

Black and white art stays what it is: its edges are sharper than any grey could be.
"""

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from printpress.pictures.faults import damaged
from printpress.pictures.frame import Frame, cropped
from printpress.pictures.head import Header
from printpress.pictures.header import read_header
from printpress.pictures.ink import FULL
from printpress.units import INCH

if TYPE_CHECKING:
    from PIL.Image import Image

SHARPER = 2
"""A JPEG is decoded at a half, quarter or eighth where that still has so many times the
pixels that are needed; the filter does the rest."""

TROUBLE = (
    EOFError,
    LookupError,
    OSError,
    SyntaxError,
    ValueError,
    RuntimeError,
    struct.error,
    zlib.error,
)
"""What Pillow's and pillow-heif's readers raise for damaged files, by their source; of
6,000 JPEG and PNG files damaged at random all that got so far gave ``OSError``."""

_SMALL = ("1", "L", "RGB", "CMYK", "LAB")
"""Modes that are taken as they are."""


def fitted(path: Path, frame: Frame) -> tuple["Image", bytes]:
    """The frame's part of the picture in 1, L, RGB, CMYK or Lab, and its ICC profile.

    Raises :class:`~printpress.pictures.faults.PictureError` where the file cannot be
    decoded.
    """
    header = read_header(path)  # refuses what would fill the memory
    try:
        picture = _decoded(path, header, frame)
    except TROUBLE as trouble:
        raise damaged() from trouble
    icc = picture.info.get("icc_profile") or b""
    flat = _plain(upright(picture, header))
    if flat.mode == "1":
        return _drawn(flat, frame), b""
    return _resized(flat, frame), icc


def is_art(path: Path, header: Header) -> bool:
    """Whether :func:`fitted` gives black and white alone; not of a damaged file."""
    try:
        with _opened(path, header) as picture:
            return _black_and_white(picture)
    except TROUBLE:
        return False


@contextmanager
def _opened(path: Path, header: Header) -> Iterator["Image"]:
    """The file's picture, to be decoded within."""
    from PIL import Image

    # What Pillow warns of (odd Exif) is nothing to staff: it is not taken from there.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # Only the decoder of the format that the file's head tells ever sees it.
        with Image.open(path, formats=(header.format,)) as picture:
            yield picture


def _decoded(path: Path, header: Header, frame: Frame) -> "Image":
    from PIL import ImageChops

    with _opened(path, header) as picture:
        if header.format == "JPEG" and picture.mode in {"L", "RGB"}:
            need = max(frame.width, frame.height) * frame.ppi * SHARPER // INCH
            picture.draft(picture.mode, (need, need))
        picture.load()
    # Pillow takes every CMYK JPEG for one of Adobe's, which count light; without their
    # mark (APP14) it counts ink, as other programs know.
    if header.format == "JPEG" and picture.mode == "CMYK":
        return picture if "adobe" in picture.info else ImageChops.invert(picture)
    return picture


def upright(picture: "Image", header: Header) -> "Image":
    """The picture, decoded, turned as its header says, the same that gave its size."""
    from PIL.Image import Transpose

    if header.format == "TIFF":  # Pillow turned it
        return picture
    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    turn = turns.get(header.orientation)
    return picture if turn is None else picture.transpose(turn)


def _plain(picture: "Image") -> "Image":
    """The picture in one of the modes taken; what is transparent shows white paper."""
    from PIL import Image

    if picture.mode.startswith("I"):  # 16-bit grey: Pillow would clip, not scale it
        return picture.point(lambda level: level * (1 / 257)).convert("L")
    if "transparency" in picture.info or picture.mode in {"RGBA", "LA", "PA"}:
        grey = picture.mode in {"L", "LA", "1"}
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        flat = Image.alpha_composite(paper, picture)
        return flat.convert("L" if grey else "RGB")
    if _black_and_white(picture):
        return picture.convert("L").convert("1", dither=Image.Dither.NONE)
    return picture if picture.mode in _SMALL else picture.convert("RGB")


def _black_and_white(picture: "Image") -> bool:
    """Whether it has black and white alone, and nothing shines through."""
    if "transparency" in picture.info or picture.mode not in {"1", "P"}:
        return False
    if picture.mode == "1":
        return True
    used = picture.convert("RGB").getcolors(2) or ((1, None),)
    return {colour for _, colour in used} <= {(0, 0, 0), (FULL,) * 3}


def _size(picture: "Image", frame: Frame, ppi: int) -> tuple[int, int]:
    """Pixels across and down of the frame's part, no more than *ppi* asks."""
    left, top, right, bottom = cropped(*picture.size, frame)
    wide = min(right - left, max(1, round(frame.width * ppi / INCH)))
    deep = max(1, round(wide * frame.height / frame.width))
    return wide, min(deep, bottom - top)


def _resized(picture: "Image", frame: Frame) -> "Image":
    """The frame's part of the picture at the press's resolution, or at its own."""
    from PIL import Image

    box = cropped(*picture.size, frame)
    size = _size(picture, frame, frame.ppi)
    if size == (box[2] - box[0], box[3] - box[1]):
        return picture.crop(box)
    return picture.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)


def _drawn(picture: "Image", frame: Frame) -> "Image":
    """The frame's part of art in black and white; what is too fine is decided anew."""
    from PIL import Image

    box = cropped(*picture.size, frame)
    size = _size(picture, frame, frame.line_ppi)
    if size == (box[2] - box[0], box[3] - box[1]):
        return picture.crop(box)
    grey = picture.convert("L").resize(size, Image.Resampling.BOX, box=box)
    return grey.convert("1", dither=Image.Dither.NONE)
