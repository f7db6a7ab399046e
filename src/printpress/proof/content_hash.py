"""What a page shows, as one number: equal numbers are equal pages.

Made of the page's draw operations and of the bytes of its picture files, so that any
change that could be seen on paper changes it, and no other does: neither the clock nor
the machine nor the order of work.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from printpress.display.draw import picture_name
from printpress.display.dump import dump
from printpress.makeup.placed import PlacedPicture
from printpress.pipeline import MadeUp

SHOWN = 12
"""Hexadecimal digits that people are shown and that a log keeps: enough that no two
pages of a paper's life share them."""


def content_hashes(made: MadeUp) -> Mapping[str, str]:
    """The number of each page, by the page's label."""
    root = made.issue.house.root
    hashes: dict[str, str] = {}
    for page, drawn in zip(made.makeup.pages, made.pages, strict=True):
        told = sha256(dump((drawn,)).encode())
        pictures = (p for p in page.placed if isinstance(p, PlacedPicture))
        for name, file in sorted({(picture_name(p, root), p.path) for p in pictures}):
            told.update(f"\n{name} ".encode() + digest_of(file))
        hashes[drawn.label] = told.hexdigest()[:SHOWN]
    return hashes


def digest_of(file: Path) -> bytes:
    """The SHA-256 of a picture file; nothing where it cannot be read."""
    try:
        return sha256(file.read_bytes()).digest()
    except OSError:  # told of elsewhere; the page shows white paper
        return b""
