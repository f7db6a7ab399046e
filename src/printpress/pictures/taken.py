"""A picture as a phone, a chat or a Word file gives it → one for the pictures' folder.

JPEG and PNG keep their pixels to the bit, only what cameras write of people is left
out: where and when, with which phone. HEIC and sideways pictures are made upright JPEG
of high quality, other formats PNG, or TIFF where they hold inks; profiles stay.
"""

import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from printpress.diagnostics import Both
from printpress.pictures.faults import PictureError, damaged, wrong_format
from printpress.pictures.head import Header
from printpress.pictures.header import HEIC, header_in, must_be_bearable
from printpress.pictures.shape import TROUBLE, upright

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITY: Final = 95
"""Of JPEG made anew: above it files grow and nobody sees a difference in print."""

_GPS: Final = 0x8825
"""The Exif tag that leads to the place."""
_SUFFIXES: Final = {b"\xff\xd8": ".jpg", b"\x89P": ".png", b"II": ".tif"}
"""How names end, by the files' first bytes."""
_PNG_MODES: Final = frozenset({"1", "L", "LA", "P", "RGB", "RGBA", "I;16"})
_KEPT_CHUNKS: Final = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB"}
    | {b"iCCP", b"pHYs", b"sBIT", b"bKGD", b"cICP"}
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A picture ready for the paper's folder."""

    contents: bytes
    """The file."""
    suffix: str
    """How its name ends: ``.jpg``, ``.png`` or ``.tif``."""
    width_px: int
    """Pixels across, the right way up."""
    height_px: int
    """Pixels down."""
    made_from: str
    """The format that it was converted from; empty where it was kept."""
    turned: bool
    """Whether it was turned upright."""
    place: bool
    """Whether the file told where it was taken; this one does not."""


def taken_in(contents: bytes) -> Taken:
    """The picture for the folder. Raises :class:`.faults.PictureError`."""
    if contents[4:12].startswith(HEIC):
        return _from_heic(contents)
    header = header_in(BytesIO(contents))
    try:
        if header.format in ("JPEG", "PNG") and not header.rotated:
            return _stripped(contents, header)
        return _made_anew(contents, header)
    except TROUBLE as trouble:
        if isinstance(trouble, PictureError):
            raise
        raise damaged() from trouble


# --- kept to the bit ------------------------------------------------------------------


def _stripped(contents: bytes, header: Header) -> Taken:
    """The file without what it tells of people."""
    jpeg = header.format == "JPEG"
    parts = (_segments if jpeg else _chunks)(contents)
    kept = b"".join(part for keep, part in parts if keep)
    return Taken(
        kept,
        ".jpg" if jpeg else ".png",
        header.width_px,
        header.height_px,
        made_from="",
        turned=False,
        place=_tells_place(contents, header),
    )


def _segments(jpeg: bytes) -> Iterator[tuple[bool, bytes]]:
    """A JPEG's parts, and whether each is kept: no Exif, XMP, notes, previews."""
    yield True, jpeg[:2]
    at = 2
    while at < len(jpeg):
        start = at
        while jpeg[at] == 0xFF:  # noqa: PLR2004 - what begins a marker, and fills
            at += 1
        marker, at = jpeg[at], at + 1
        if marker == 0xD9:  # noqa: PLR2004 - the end; phones put videos behind it
            yield True, jpeg[start:at]
            if at < len(jpeg):
                yield False, jpeg[at:]
            return
        if 0xD0 <= marker <= 0xD7 or marker == 1:  # noqa: PLR2004 - without a length
            yield True, jpeg[start:at]
            continue
        (length,) = struct.unpack_from(">H", jpeg, at)
        at += length
        if marker == 0xDA:  # noqa: PLR2004 - pixels, up to a marker that is none of them
            at = _after_scan(jpeg, at)
        yield _keeps(marker, jpeg[start:at]), jpeg[start:at]


def _after_scan(jpeg: bytes, at: int) -> int:
    while True:
        at = jpeg.index(b"\xff", at)
        follows = jpeg[at + 1]
        if follows and not 0xD0 <= follows <= 0xD7 and follows != 0xFF:  # noqa: PLR2004 - stuffing, restarts, fill
            return at
        at += 1 if follows == 0xFF else 2  # noqa: PLR2004 - as above


def _keeps(marker: int, segment: bytes) -> bool:
    if marker == 0xE2:  # noqa: PLR2004 - APP2: profiles, but also further pictures
        return b"ICC_PROFILE\0" in segment[:20]
    if marker in (0xE0, 0xEE):  # JFIF's density; Adobe's colours
        return True
    return not (0xE0 <= marker <= 0xEF or marker == 0xFE)  # noqa: PLR2004 - APPn, comments


def _chunks(png: bytes) -> Iterator[tuple[bool, bytes]]:
    """A PNG's parts, and whether each is kept."""
    yield True, png[:8]
    at = 8
    while at + 12 <= len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        end = at + length + 12
        yield kind in _KEPT_CHUNKS, png[at:end]
        at = end
        if kind == b"IEND":
            break
    if at < len(png):
        yield False, png[at:]


def _tells_place(contents: bytes, header: Header) -> bool:
    try:
        with _opened(contents, header) as picture:
            return bool(picture.getexif().get_ifd(_GPS))
    except TROUBLE:
        return False


# --- made anew ------------------------------------------------------------------------


def _opened(contents: bytes, header: Header) -> "Image":
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # Only the decoder of the format that the file's head tells ever sees it.
        picture = Image.open(BytesIO(contents), formats=(header.format,))
    must_be_bearable(*picture.size)
    return picture


def _made_anew(contents: bytes, header: Header) -> Taken:
    """The first picture of the file, upright; what is no JPEG becomes PNG."""
    with _opened(contents, header) as picture:
        place = bool(picture.getexif().get_ifd(_GPS))
        profile = picture.info.get("icc_profile")
        picture.load()
        turned = upright(picture, header)
        form = "JPEG" if header.format == "JPEG" else "PNG"
        if turned.mode == "CMYK" and form == "PNG":  # which has no such colours
            form = "TIFF"
        elif form == "PNG" and turned.mode not in _PNG_MODES:
            turned = turned.convert("RGB")
        saved = _saved(turned, profile, form)
    changed = "" if header.format in ("JPEG", form) else header.format
    return _made(saved, turned, changed, place=place, turned=header.rotated)


def _from_heic(contents: bytes) -> Taken:
    try:
        import pillow_heif
    except ImportError as trouble:
        raise wrong_format(
            "HEIC",
            Both(
                "install what reads it: pip install pillow-heif",
                "安装读取 HEIC 的程序库：pip install pillow-heif",
            ),
        ) from trouble
    try:
        heic = pillow_heif.open_heif(BytesIO(contents), convert_hdr_to_8bit=True)
        must_be_bearable(*heic.size)
        picture = heic.to_pillow()  # libheif turns it upright by itself
        exif = picture.getexif()
        place = bool(exif.get_ifd(_GPS))
        profile = picture.info.get("icc_profile") or heic.info.get("icc_profile")
        picture = picture if picture.mode in ("L", "RGB") else picture.convert("RGB")
        saved = _saved(picture, profile, "JPEG")
    except TROUBLE as trouble:
        if isinstance(trouble, PictureError):
            raise
        raise damaged() from trouble
    return _made(saved, picture, "HEIC", place=place, turned=False)


def _saved(picture: "Image", profile: bytes | None, form: str) -> bytes:
    out = BytesIO()
    kept = ("transparency",)  # comments, texts and Exif would be written along
    picture.info = {key: picture.info[key] for key in kept if key in picture.info}
    match form:
        case "JPEG":
            picture.save(
                out, "JPEG", quality=QUALITY, subsampling=0, optimize=True,
                icc_profile=profile,
            )  # fmt: skip
        case "TIFF":
            bare = picture.copy()  # without the file's own tags
            bare.save(out, "TIFF", compression="tiff_lzw", icc_profile=profile)
        case _:
            picture.save(out, "PNG", icc_profile=profile)
    return out.getvalue()


def _made(
    saved: bytes, picture: "Image", made_from: str, *, place: bool, turned: bool
) -> Taken:
    return Taken(
        saved,
        _SUFFIXES[saved[:2]],
        picture.width,
        picture.height,
        made_from=made_from,
        turned=turned,
        place=place,
    )
