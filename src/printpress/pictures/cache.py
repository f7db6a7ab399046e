"""Converted pictures kept by content: the file, the frame and the converter name them.

An entry that is damaged, of another version or cut off counts as none, and entries are
written whole or not at all. The folder may be deleted at any time.
"""

import struct
from hashlib import sha256
from pathlib import Path
from typing import Literal

from printpress.atomic import write_bytes
from printpress.pictures.convert import ConvertedPicture, Frame

VERSION = 2
"""Raised with every change of the conversion."""

_FORM = b"printpress picture\n"
_HEAD = struct.Struct(">II8s32s")
_CHANNELS: dict[str, tuple[Literal["cmyk", "grey"], int]] = {
    "cmyk": ("cmyk", 4),
    "grey": ("grey", 1),
}


def key_of(path: Path, frame: Frame) -> str:
    """The entry's name: equal only for equal pixels. Raises ``OSError``."""
    from PIL import __version__ as pillow  # its filters change pixels, too

    across, down = frame.focus
    told = (
        f"{VERSION} {pillow} {frame.width} {frame.height} {across} {down} "
        f"{frame.ppi} {frame.tac} {frame.k_only}\n"
    )
    return sha256(told.encode() + path.read_bytes()).hexdigest()


def _digest(wide: int, deep: int, model: bytes, pixels: bytes) -> bytes:
    return sha256(struct.pack(">II8s", wide, deep, model) + pixels).digest()


def kept(folder: Path, key: str) -> ConvertedPicture | None:
    """The entry, or None where there is none or it is damaged."""
    try:
        entry = (folder / key).read_bytes()
    except OSError:
        return None
    start = len(_FORM)
    if not entry.startswith(_FORM) or len(entry) < start + _HEAD.size:
        return None
    wide, deep, model, digest = _HEAD.unpack_from(entry, start)
    pixels = entry[start + _HEAD.size :]
    known = _CHANNELS.get(model.rstrip(b"\0").decode("ascii", "replace"))
    if known is None or len(pixels) != wide * deep * known[1]:
        return None
    if _digest(wide, deep, model, pixels) != digest:
        return None
    return ConvertedPicture(wide, deep, known[0], pixels)


def keep(folder: Path, key: str, picture: ConvertedPicture) -> None:
    """Store the entry; a folder that cannot be written costs nothing but time."""
    wide, deep, pixels = picture.width_px, picture.height_px, picture.pixels
    model = struct.pack("8s", picture.ink_model.encode())
    head = _HEAD.pack(wide, deep, model, _digest(wide, deep, model, pixels))
    try:
        write_bytes(folder / key, b"".join((_FORM, head, pixels)))
    except OSError:
        return
