"""The slug line (版边信息): which paper, page and copy a sheet is of, and its inks.

It stands outside the bleed, for the shop; nothing of it is copy. Each plate is named in
its own ink, so that every plate says which it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from printpress.colour import BLACK, FULL, Ink
from printpress.display.marks import CENTRE, spots_of
from printpress.display.ops import DisplayList, ShowGlyphs
from printpress.fonts.face import Face
from printpress.fonts.library import Library
from printpress.units import MM, PT, scaled

SIZE: Final = 7 * PT
"""Its type size, where the page is wide enough."""

BASELINE: Final = CENTRE + 8 * MM
"""From the bleed to its baseline."""

_PLATES: Final = (
    ("青", Ink(cyan=FULL)),
    ("品红", Ink(magenta=FULL)),
    ("黄", Ink(yellow=FULL)),
    ("黑", BLACK),
)
UNKNOWN: Final = "?"
"""What stands for a character that no face has."""


def slugged(
    page: DisplayList, words: str, faces: tuple[Library, str], *, black: bool
) -> DisplayList:
    """The page with its slug line; *faces* are the paper's, and the line's own."""
    plates: Sequence[tuple[str, Ink]] = (("黑", BLACK),)
    if not black:
        plates = (*_PLATES, *((ink.spot, ink) for ink in spots_of(page)))
    runs = [(words, BLACK), *((f"　{name}", ink) for name, ink in plates)]
    library, first = faces
    shown = [
        (face, char, ink)
        for text, ink in runs
        for char in text
        for face, char in (_served(library, first, char),)
    ]
    width = sum(_advance(face, char, SIZE) for face, char, _ in shown)
    size = min(SIZE, SIZE * page.trim.width // max(width, 1))
    ops = _line(shown, size, page.trim.height + page.bleed + BASELINE)
    return replace(page, ops=(*page.ops, *ops))


def _served(library: Library, first: str, char: str) -> tuple[Face, str]:
    face = library.serving(char, first)
    return (face, char) if face else (library.face(first), UNKNOWN)


def _advance(face: Face, char: str, size: int) -> int:
    return scaled(face.advance(face.glyph(char)), size, face.upem)


def _line(
    shown: Sequence[tuple[Face, str, Ink]], size: int, y: int
) -> Iterator[ShowGlyphs]:
    """The characters one after the other from the trim's left edge."""
    x = 0
    for face, char, ink in shown:
        gid = face.glyph(char)
        yield ShowGlyphs(face.name, size, ink, y, (gid,), (char,), (x,))
        x += _advance(face, char, size)
