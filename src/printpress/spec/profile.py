"""What an ICC profile says of itself in its head (ICC.1:2001-04 6.1)."""

import struct
from dataclasses import dataclass
from pathlib import Path

from printpress.diagnostics import Both

HEAD = 128
"""Bytes of a profile's head."""

NEWEST = 4
"""The major version up to which PDF/X takes profiles."""

MOST_TAGS = 200
"""Entries that the list of contents may have."""

_CLASSES = {
    b"prtr": Both("a press", "印刷机"),
    b"mntr": Both("a screen", "显示器"),
    b"scnr": Both("a scanner or camera", "扫描仪或相机"),
    b"spac": Both("a colour space", "颜色空间"),
    b"link": Both("a link of two devices", "设备连接"),
    b"abst": Both("an effect", "效果"),
    b"nmcl": Both("named colours", "专色表"),
}


class ProfileError(ValueError):
    """A file that is no press's profile."""

    def __init__(self, reason: Both) -> None:
        super().__init__(reason.en)
        self.reason = reason
        """What is wrong with it; the file is "it"."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A press's profile, by what its head says."""

    description: str
    """Its own name; empty where it has none that can be read."""


def read_profile(path: Path) -> Profile:
    """The profile in the file; raises :class:`ProfileError`."""
    try:
        held = path.read_bytes()
    except OSError as trouble:
        raise ProfileError(Both("it cannot be read", "读不出来")) from trouble
    if len(held) < HEAD or held[36:40] != b"acsp":
        raise ProfileError(Both("it is no ICC profile", "不是 ICC 特性文件"))
    if int.from_bytes(held[:4]) != len(held):
        raise ProfileError(Both("it is damaged or cut off", "文件损坏或不完整"))
    kind = held[12:16]
    if kind != b"prtr":
        what = _CLASSES.get(kind, Both("nothing known", "未知设备"))
        raise ProfileError(
            Both(
                f"it describes {what.en}, not a press", f"描述的是{what.zh}，不是印刷机"
            )
        )
    if held[16:20] != b"CMYK":
        space = held[16:20].decode("ascii", "replace").strip()
        raise ProfileError(
            Both(f"its inks are {space}, not CMYK", f"颜色模式是 {space}，不是 CMYK")
        )
    if held[8] > NEWEST:
        raise ProfileError(
            Both(
                f"it is of version {held[8]}; PDF/X takes 2 and 4",
                f"版本是 {held[8]}，PDF/X 只收 2 和 4",
            )
        )
    return Profile(_description(held))


def _description(held: bytes) -> str:
    count = min(int.from_bytes(held[HEAD : HEAD + 4]), MOST_TAGS)
    for entry in range(count):
        start = HEAD + 4 + 12 * entry
        if held[start : start + 4] == b"desc":
            try:
                at, size = struct.unpack_from(">II", held, start + 4)
                return _text(held[at : at + size])
            except (struct.error, UnicodeDecodeError):
                return ""
    return ""


def _text(tag: bytes) -> str:
    """A text in the form of version 2, or the first one of version 4's."""
    if tag[:4] == b"desc":
        (length,) = struct.unpack_from(">I", tag, 8)
        return tag[12 : 12 + length].rstrip(b"\0").decode("ascii").strip()
    length, at = struct.unpack_from(">II", tag, 20)
    return tag[at : at + length].decode("utf-16-be").strip()
