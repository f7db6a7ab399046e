"""What a page shows, as one number: equal numbers are equal pages.

Made of the page's draw operations and of the bytes of its picture files, so that any
change that could be seen on paper changes it, and no other does: neither the clock nor
the machine nor the order of work.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from printpress.display.draw import picture_name
from printpress.display.dump import dump
from printpress.display.ops import DisplayList
from printpress.makeup.placed import Page, PlacedPicture
from printpress.pipeline import MadeUp

SHOWN = 12
"""Hexadecimal digits that people are shown and that a log keeps: enough that no two
pages of a paper's life share them."""


def content_hash(page: Page, drawn: DisplayList, root: Path) -> str:
    """The number of a page; names of pictures count from *root*."""
    told = sha256(dump((drawn,)).encode())
    pictures = (p for p in page.placed if isinstance(p, PlacedPicture))
    for name, file in sorted({(picture_name(p, root), p.path) for p in pictures}):
        told.update(f"\n{name} ".encode() + digest_of(file))
    return told.hexdigest()[:SHOWN]


Numbered = Callable[[Page, DisplayList, Path], str]
"""How a page's number is found."""


def content_hashes(
    made: MadeUp, numbered: Numbered = content_hash
) -> Mapping[str, str]:
    """The number of each page, by the page's label."""
    root = made.issue.house.root
    both = zip(made.makeup.pages, made.pages, strict=True)
    return {drawn.label: numbered(page, drawn, root) for page, drawn in both}


def digest_of(file: Path) -> bytes:
    """The SHA-256 of a picture file; nothing where it cannot be read.

    A file that is as it was is not read again: its page and its story both ask for it,
    and in a batch so does every edition.
    """
    try:
        seen = file.stat()
        return _digest(file, (seen.st_ino, seen.st_size, seen.st_mtime_ns))
    except OSError:  # told of elsewhere; the page shows white paper
        return b""


@lru_cache(maxsize=512)
def _digest(file: Path, _: tuple[int, int, int]) -> bytes:
    return sha256(file.read_bytes()).digest()
