"""Converted pictures kept by content: file, frame and converter name the entry.

An entry that cannot be read counts as none. The folder may be deleted at any time.
"""

import struct
from hashlib import sha256
from pathlib import Path
from typing import Literal

from printpress.atomic import write_bytes
from printpress.pictures.convert import ConvertedPicture, Frame

FORM = b"printpress picture 1\n"
"""First bytes of an entry; changed with every change of the conversion."""

_HEAD = struct.Struct(">II8s32s")


def key_of(path: Path, frame: Frame) -> str:
    """The entry's name: equal only for equal pixels."""
    across, down = frame.focus
    told = f"{frame.width} {frame.height} {across} {down} {frame.ppi} {frame.tac} "
    told += str(frame.k_only)
    return sha256(FORM + told.encode() + b"\n" + path.read_bytes()).hexdigest()


def kept(folder: Path, key: str) -> ConvertedPicture | None:
    """The entry, or None where there is none or it is damaged."""
    try:
        entry = (folder / key).read_bytes()
    except OSError:
        return None
    start = len(FORM)
    if not entry.startswith(FORM) or len(entry) < start + _HEAD.size:
        return None
    wide, deep, model, digest = _HEAD.unpack_from(entry, start)
    pixels = entry[start + _HEAD.size :]
    if sha256(pixels).digest() != digest:
        return None
    models: dict[bytes, Literal["cmyk", "grey"]] = {b"cmyk": "cmyk", b"grey": "grey"}
    return ConvertedPicture(wide, deep, models[model.rstrip(b"\0")], pixels)


def keep(folder: Path, key: str, picture: ConvertedPicture) -> None:
    """Store the entry; a folder that cannot be written costs nothing but time."""
    head = _HEAD.pack(
        picture.width_px,
        picture.height_px,
        picture.ink_model.encode(),
        sha256(picture.pixels).digest(),
    )
    try:
        write_bytes(folder / key, FORM + head + picture.pixels)
    except OSError:
        return
