"""Small words that a proof adds to a page: numbers, names, what a stamp says.

They are set character by character and never broken by the rules of copy: none of them
is copy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from printpress.colour import Ink
from printpress.display.ops import ShowGlyphs
from printpress.fonts.face import Face
from printpress.fonts.library import Library
from printpress.pipeline import MadeUp
from printpress.units import scaled

INK: Final = Ink(750, 350, 0, 100)
"""What proofs are marked with: a grey blue that nobody takes for the paper's own."""

RED: Final = Ink(0, 1000, 900)
"""Stamps, and what must not stay as it is."""

PALE: Final = Ink(250, 100)
"""Lines that only help the eye."""

UNKNOWN: Final = "?"
"""What stands for a character that no face has."""

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes in the face of the paper's folios."""

    library: Library
    """The paper's faces."""
    first: str
    """The face that is asked first."""

    @classmethod
    def of(cls, made: MadeUp) -> "Pen":
        """The pen for an edition: its folio's face, or that of its text."""
        house = made.issue.house
        folio = house.roles.get("folio")
        return cls(made.library, (folio and folio.font) or house.body.font)

    def width(self, text: str, size: int) -> int:
        """How wide the words are."""
        return sum(_advance(face, char, size) for face, char in self._served(text))

    def write(
        self,
        text: str,
        at: tuple[int, int],
        size: int,
        ink: Ink = INK,
        align: Align = "left",
    ) -> Iterator[ShowGlyphs]:
        """The words on a baseline that begins, ends or has its middle there."""
        x, y = at
        if align != "left":
            width = self.width(text, size)
            x -= width if align == "right" else width // 2
        for _, run in groupby(self._served(text), lambda served: served[0].name):
            gids, texts, xs = [], [], []
            face = None
            for face, char in run:
                gids.append(face.glyph(char))
                texts.append(char)
                xs.append(x)
                x += _advance(face, char, size)
            if face:
                yield ShowGlyphs(
                    face.name, size, ink, y, tuple(gids), tuple(texts), tuple(xs)
                )

    def lines(self, text: str, size: int, measure: int) -> Iterator[str]:
        """The words in lines no wider than the measure, a character at the least."""
        line, width = "", 0
        for face, char in self._served(text):
            advance = _advance(face, char, size)
            if line and width + advance > measure:
                yield line
                line, width = "", 0
            line += char
            width += advance
        if line:
            yield line

    def clipped(self, text: str, size: int, measure: int) -> str:
        """The words, or their beginning and … where they are wider than that."""
        first, *more = [*self.lines(text, size, measure), ""]
        if not any(more):
            return first
        room = measure - self.width("…", size)
        return next(self.lines(text, size, room)) + "…"

    def _served(self, text: str) -> Iterator[tuple[Face, str]]:
        for char in text:
            face = self.library.serving(char, self.first)
            yield (face, char) if face else (self.library.face(self.first), UNKNOWN)


def _advance(face: Face, char: str, size: int) -> int:
    return scaled(face.advance(face.glyph(char)), size, face.upem)
