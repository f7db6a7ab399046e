"""What a font file says of itself, read by ``struct`` from its tables.

Byte offsets are those of the OpenType specification (ISO/IEC 14496-22): the table
directory, ``head``, ``hhea``, ``OS/2``, ``post`` and ``name``. Glyphs are HarfBuzz's
business (:mod:`printpress.fonts.face`).
"""

import os
from dataclasses import dataclass
from pathlib import Path
from struct import Struct
from typing import BinaryIO

from printpress.diagnostics import Both, Span
from printpress.fonts import faults

OUTLINES = frozenset({"glyf", "loca", "maxp", "head", "hhea", "hmtx", "cmap"})
"""Tables without which there is nothing to draw or to choose it by."""

TRUETYPE = (b"\x00\x01\x00\x00", b"true")
"""First four bytes of a file with TrueType outlines."""

_OTHER_KINDS = {
    b"OTTO": Both("CFF (PostScript) outlines", " CFF（PostScript）轮廓"),
    b"ttcf": Both("a collection of several faces", "装着几款字体的合集（TTC）"),
    b"wOFF": Both("a web font (WOFF)", "网页字体（WOFF）"),
    b"wOF2": Both("a web font (WOFF2)", "网页字体（WOFF2）"),
}

_DIRECTORY = Struct(">4sH6x")
_ENTRY = Struct(">4s4xLL")
_HEAD = Struct(">12xL2xH16x4h")  # magic, unitsPerEm, xMin yMin xMax yMax
_HHEA = Struct(">4xhh")  # ascender, descender
_OS2 = Struct(">H2xH2xH58xhh")  # version, weight, fsType, typo ascender, descender
_CAP_HEIGHT = Struct(">88xh")  # from version 2 on
_NAMES = Struct(">2xHH")
_NAME = Struct(">HHHHHH")
_MAGIC = 0x5F0F3CF5
_POSTSCRIPT_NAME = 6

USAGE = 0x000E
RESTRICTED, NO_SUBSET, BITMAP_ONLY = 0x0002, 0x0100, 0x0200


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one face; lengths in its own units."""

    upem: int
    """Units in an em."""
    postscript_name: str
    """Its name in PDF files."""
    bbox: tuple[int, int, int, int]
    """The smallest box around all glyphs: left, foot, right, top."""
    ascent: int
    """From the baseline to the em box's top (OS/2 typo ascender)."""
    descent: int
    """From the baseline to the em box's foot, below zero (OS/2 typo descender)."""
    cap_height: int
    """Height of Latin capitals."""
    weight: int
    """400 regular, 700 bold, 900 black."""
    permission: int
    """The OS/2 ``fsType`` bits: what may be done with the file."""
    tags: tuple[str, ...]
    """Names of its tables."""


@dataclass(frozen=True, slots=True)
class _Directory:
    """Where the tables of an open font file lie."""

    file: BinaryIO
    places: dict[str, tuple[int, int]]

    def table(self, tag: str) -> bytes:
        """The bytes of a table; nothing where there is none."""
        offset, length = self.places.get(tag, (0, 0))
        self.file.seek(offset)
        return self.file.read(length)


def read(name: str, path: Path, span: Span | None) -> Figures:
    """The figures of a font file, without its glyphs.

    Raises :class:`~printpress.diagnostics.PressError` at *span* with one of the codes
    ``missing-file``, ``damaged-font``, ``font-not-truetype``, ``font-not-embeddable``.
    """
    try:
        with path.open("rb") as file:
            directory = _directory(file, name, path, span)
            return _figures(directory, name, path, span)
    except FileNotFoundError:
        raise faults.missing_file(name, path, span) from None
    except OSError as reason:
        # A folder, a file without read permission, a disk that fails.
        found = Both(
            f"cannot be opened ({reason.strerror})", f"打不开（{reason.strerror}）"
        )
        raise faults.damaged(name, path, span, found) from reason


def _directory(file: BinaryIO, name: str, path: Path, span: Span | None) -> _Directory:
    size = os.fstat(file.fileno()).st_size
    head = file.read(_DIRECTORY.size)
    kind = head[:4]
    if kind in _OTHER_KINDS:
        raise faults.not_truetype(name, path, span, _OTHER_KINDS[kind])
    if kind not in TRUETYPE or len(head) < _DIRECTORY.size:
        found = Both("is not a font file", "不是字体文件")
        raise faults.damaged(name, path, span, found)
    count: int = _DIRECTORY.unpack(head)[1]
    entries = file.read(count * _ENTRY.size)
    whole = entries[: len(entries) // _ENTRY.size * _ENTRY.size]
    places = {
        tag.decode("latin-1"): (offset, length)
        for tag, offset, length in _ENTRY.iter_unpack(whole)
    }
    ends = max((offset + length for offset, length in places.values()), default=0)
    if len(places) < count or ends > size:
        need = max(ends, _DIRECTORY.size + count * _ENTRY.size)
        found = Both(
            f"is cut short: {size:,} bytes of at least {need:,}",
            f"不完整：至少应有 {need:,} 字节，只有 {size:,} 字节",
        )
        raise faults.damaged(name, path, span, found)
    absent = sorted(OUTLINES - {tag for tag, place in places.items() if place[1]})
    if absent:
        listed = ", ".join(absent)
        found = Both(f"lacks the tables {listed}", f"缺少这些表：{listed}")
        raise faults.damaged(name, path, span, found)
    return _Directory(file, places)


def _figures(tables: _Directory, name: str, path: Path, span: Span | None) -> Figures:
    head, hhea = tables.table("head"), tables.table("hhea")
    sound = len(head) >= _HEAD.size and len(hhea) >= _HHEA.size
    magic, upem, *bbox = _HEAD.unpack_from(head) if sound else (0, 0, 0, 0, 0, 0)
    if magic != _MAGIC or not upem:
        found = Both("has a broken `head` table", "的 head 表是坏的")
        raise faults.damaged(name, path, span, found)
    version, weight, permission = 0, 400, 0
    ascent, descent = _HHEA.unpack_from(hhea)
    cap_height = 0
    os2 = tables.table("OS/2")
    if len(os2) >= _OS2.size:
        version, weight, permission, ascent, descent = _OS2.unpack_from(os2)
        if version > 1 and len(os2) >= _CAP_HEIGHT.size:
            (cap_height,) = _CAP_HEIGHT.unpack_from(os2)
    _check_permission(permission, name, path, span)
    return Figures(
        upem=upem,
        postscript_name=_postscript_name(tables.table("name")) or _plain(path.stem),
        bbox=(bbox[0], bbox[1], bbox[2], bbox[3]),
        ascent=ascent,
        descent=descent,
        cap_height=cap_height or ascent,
        weight=weight,
        permission=permission,
        tags=tuple(tables.places),
    )


def _check_permission(
    permission: int, name: str, path: Path, span: Span | None
) -> None:
    forbids = None
    if permission & USAGE == RESTRICTED:
        # Old files may set several of these bits: then the freest one holds.
        forbids = Both("all embedding (fsType 0x0002)", "禁止任何嵌入（fsType 0x0002）")
    elif permission & NO_SUBSET:
        forbids = Both("embedding a part (fsType 0x0100)", "禁止子集（fsType 0x0100）")
    elif permission & BITMAP_ONLY:
        forbids = Both(
            "embedding outlines (fsType 0x0200)", "只许嵌入点阵（fsType 0x0200）"
        )
    if forbids:
        raise faults.not_embeddable(name, path, span, forbids)


def _postscript_name(names: bytes) -> str:
    """Name 6 as PDF can write it; Windows' Unicode record before the Mac's."""
    if len(names) < _NAMES.size:
        return ""
    count, storage = _NAMES.unpack_from(names)
    found: dict[int, str] = {}
    for index in range(count):
        at = _NAMES.size + index * _NAME.size
        if at + _NAME.size > len(names):
            break
        platform, _, _, number, length, offset = _NAME.unpack_from(names, at)
        if number == _POSTSCRIPT_NAME:
            raw = names[storage + offset : storage + offset + length]
            unicode = platform in (0, 3)
            text = raw.decode("utf-16-be" if unicode else "mac-roman", "ignore")
            found.setdefault(platform, _plain(text))
    return found.get(3) or found.get(0) or found.get(1) or ""


def _plain(text: str) -> str:
    """The characters that a PostScript name may have.

    >>> _plain("Press Song/黑体-Bold")
    'PressSong-Bold'
    """
    return "".join(c for c in text if "!" <= c <= "~" and c not in "[](){}<>/%#")
