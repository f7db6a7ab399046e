"""Converted pictures kept by content: the file, the frame and the converter name them.

Whoever is stopped at any moment, and however many build at once, no entry is ever
read that is not whole: each is written beside its place and moved there in one step,
and its digest covers its name and all that it holds. An entry that is damaged, of
another version or cut off counts as none. That is why nothing here waits for the disk
(``fsync``): what a power cut leaves behind is found out when it is read.

The folder may be deleted at any time. It is no larger than :data:`MOST_BYTES` after a
run that wrote to it: entries used longest ago go first.
"""

import os
import re
import struct
from contextlib import suppress
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Final, get_args

from printpress.atomic import UNFINISHED, write_bytes
from printpress.colour import FULL
from printpress.deflate import MADE_BY
from printpress.pictures.colour import PressProfile
from printpress.pictures.convert import InkModel
from printpress.pictures.frame import Frame
from printpress.pictures.packed import PackedPicture

VERSION: Final = 4
"""Raised with every change of the conversion."""

MOST_BYTES: Final = 1 << 30
"""What the folder may hold: some forty issues of eight pages with pictures."""

ABANDONED_NS: Final = 600 * 10**9
"""Age at which an unfinished entry has lost its writer; an entry takes milliseconds."""

_ENTRY: Final = re.compile(r"[0-9a-f]{64}")
_ABANDONED: Final = re.compile(rf"\.[0-9a-f]{{64}}\..*{re.escape(UNFINISHED)}")
_FORM: Final = b"printpress picture 3\n"
_HEAD: Final = struct.Struct(">II8sQ32s")
_MODELS: Final[dict[bytes, InkModel]] = {
    model.encode(): model for model in get_args(InkModel)
}


def key_of(
    path: Path,
    frame: Frame,
    profile: PressProfile | None = None,
    black_max: int = FULL,
) -> str:
    """The entry's name: equal only for equal bytes in the PDF. Raises ``OSError``."""
    from PIL import __version__ as pillow  # its filters change pixels, too
    from PIL import features

    lcms = features.version("littlecms2")  # which may be the system's
    press = profile.digest if profile else None
    told = f"{VERSION} {pillow} {lcms} {MADE_BY} {press} {black_max} {astuple(frame)}\n"
    return sha256(told.encode() + path.read_bytes()).hexdigest()


def _digest(key: str, picture: PackedPicture) -> bytes:
    """Over the name, too: an entry under another's name is none."""
    told = f"{key} {picture.width_px} {picture.height_px} {picture.ink_model}\n"
    digest = sha256(told.encode())
    digest.update(picture.packed)
    return digest.digest()


def kept(folder: Path, key: str) -> PackedPicture | None:
    """The entry, or None where there is none or it is damaged.

    Its file gets the time of this use, by which :func:`tidy` knows what is old.
    """
    path = folder / key
    try:
        with path.open("rb") as file:
            found = _read(file, key)
    except OSError:
        return None
    if found:
        with suppress(OSError):  # one that may be read and not be touched serves, too
            os.utime(path)
    return found


def _read(file: BinaryIO, key: str) -> PackedPicture | None:
    start = file.read(len(_FORM) + _HEAD.size)
    if not start.startswith(_FORM) or len(start) < len(_FORM) + _HEAD.size:
        return None
    wide, deep, model, length, digest = _HEAD.unpack_from(start, len(_FORM))
    known = _MODELS.get(model.rstrip(b"\0"))
    # Before anything is read: a damaged file may say that it is enormous, and be so.
    if known is None or os.fstat(file.fileno()).st_size != len(start) + length:
        return None
    picture = PackedPicture(wide, deep, known, file.read(length))
    return picture if _digest(key, picture) == digest else None


def keep(folder: Path, key: str, picture: PackedPicture) -> None:
    """Store the entry; a folder that cannot be written costs nothing but time."""
    head = _HEAD.pack(
        picture.width_px,
        picture.height_px,
        picture.ink_model.encode(),
        len(picture.packed),
        _digest(key, picture),
    )
    entry = b"".join((_FORM, head, picture.packed))
    try:
        write_bytes(folder / key, entry, durable=False)
    except OSError:
        return


def tidy(folder: Path, most: int = MOST_BYTES) -> None:
    """Leave no more than *most* bytes of entries, and none that nobody will finish.

    Ages are told by the newest file of the folder, whose clock may be another
    machine's. What another run writes or clears meanwhile is no trouble to either.
    """
    try:
        files = [(file.stat(), Path(file.path)) for file in os.scandir(folder)]
    except OSError:
        return
    entries = sorted(
        (stat.st_mtime_ns, path.name, stat.st_size)
        for stat, path in files
        if _ENTRY.fullmatch(path.name)
    )
    now = entries[-1][0] if entries else 0
    gone = [
        path.name
        for stat, path in files
        if _ABANDONED.fullmatch(path.name) and stat.st_mtime_ns < now - ABANDONED_NS
    ]
    held = sum(size for _, _, size in entries)
    for _, name, size in entries:
        if held <= most:
            break
        gone.append(name)
        held -= size
    for name in gone:
        with suppress(OSError):
            (folder / name).unlink()
