"""Picture files of many kinds, made for a test."""

import io
import struct
import zlib
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageCms

from printpress.pictures.colour import PressProfile
from printpress.pictures.convert import ConvertedPicture, convert
from printpress.pictures.frame import Frame
from printpress.units import INCH

PRESS = Path(__file__).parents[3] / "layouts" / "press"
COLDSET = PressProfile((PRESS / "snap-coldset.icc").read_bytes())
COATED = PressProfile((PRESS / "fogra39-coated.icc").read_bytes())
NEWSPRINT = 2400
HALF = Fraction(1, 2)

SIGN = b"\x89PNG\r\n\x1a\n"


def gradient(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """A picture in which every place differs from its neighbours."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    mixed = Image.blend(across, down, 0.5)
    return Image.merge("RGB", (across, down, mixed)).convert(mode)


def quarters(width: int = 64, height: int = 48) -> Image.Image:
    """Red and green above, blue and white below: it shows how it is turned."""
    picture = Image.new("RGB", (width, height), "white")
    half = (width // 2, height // 2)
    picture.paste("red", (0, 0, *half))
    picture.paste("lime", (half[0], 0, width, half[1]))
    picture.paste("blue", (0, half[1], half[0], height))
    return picture


def exif_of(orientation: int) -> Image.Exif:
    """Exif that says how a picture lies."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


def bytes_of(picture: Image.Image, kind: str, **options: Any) -> bytes:
    """The picture as a file's bytes."""
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def chunk(kind: bytes, contents: bytes) -> bytes:
    """A PNG chunk."""
    checksum = struct.pack(">I", zlib.crc32(kind + contents))
    return struct.pack(">I", len(contents)) + kind + contents + checksum


def png(width: int, height: int, bits: int, colour: int, rows: bytes) -> bytes:
    """A PNG of raw rows, each behind its filter byte."""
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows))
    return SIGN + body + chunk(b"IEND", b"")


def written(folder: Path, name: str, contents: bytes) -> Path:
    """The bytes as a file."""
    path = folder / name
    path.write_bytes(contents)
    return path


def pixel(picture: Image.Image, x: int, y: int) -> tuple[int, ...]:
    """The levels of a pixel, of all channels."""
    levels = picture.getpixel((x, y))
    assert isinstance(levels, tuple)
    return tuple(int(level) for level in levels)


def frame(width: float = 1, height: float = 1, **changes: Any) -> Frame:
    """A frame so many inches wide and high, 32 pixels to the inch unless changed."""
    options = {"focus": (HALF, HALF), "ppi": 32, "tac": NEWSPRINT, **changes}
    return Frame(int(width * INCH), int(height * INCH), **options)


def image_of(made: ConvertedPicture) -> Image.Image:
    """The converted picture as one of Pillow's."""
    mode = {"cmyk": "CMYK", "grey": "L", "bilevel": "1"}[made.ink_model]
    return Image.frombytes(mode, (made.width_px, made.height_px), made.pixels)


def converted(
    folder: Path,
    picture: Image.Image,
    into: Frame,
    kind: str = "PNG",
    *,
    profile: Any = COLDSET,
    **options: Any,
) -> ConvertedPicture:
    """The picture on its way through a file of that kind to that press."""
    file = written(folder, "a", bytes_of(picture, kind, **options))
    return convert(file, into, profile)


def every_colour(step: int = 15) -> Image.Image:
    """A picture of all colours on a lattice."""
    levels = range(0, 256, step)
    colours = bytes(level for rgb in product(levels, repeat=3) for level in rgb)
    side = len(levels)
    return Image.frombytes("RGB", (side * side, side), colours)


def furthest(one: Image.Image, other: Image.Image) -> int:
    """The greatest difference of two pictures, in levels."""
    return max(ImageChops.difference(one, other).tobytes())


def in_lab(picture: Image.Image, icc: bytes) -> Image.Image:
    """The picture's colours as its profile says, paper being white."""
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(icc)), ImageCms.createProfile("LAB"),
        picture.mode, "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )  # fmt: skip
    return transform.apply(picture)


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
