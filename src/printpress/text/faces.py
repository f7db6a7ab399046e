"""What the engine asks of faces, so that it sets type without opening a font.

:mod:`printpress.fonts` answers with real faces, :mod:`.nominal` with none.
"""

from collections.abc import Sequence
from typing import Protocol


class ShapedGlyph(Protocol):
    """One glyph of shaped text, as :class:`printpress.fonts.face.Shaped` is."""

    @property
    def gid(self) -> int:
        """The glyph."""

    @property
    def text(self) -> str:
        """Its source; nothing on later glyphs of one cluster."""

    @property
    def advance(self) -> int:
        """To the next glyph, in the face's units."""

    @property
    def x_offset(self) -> int:
        """From its origin, in the face's units."""


class VerticalLike(Protocol):
    """A face in vertical lines: :class:`printpress.fonts.vertical.Vertical` is one."""

    def glyph(self, char: str) -> int:
        """The glyph of a character; 0 where the face lacks it."""

    def has_form(self, char: str) -> bool:
        """Whether the face has another glyph of it for vertical lines."""

    def advance(self, gid: int) -> int:
        """How far down a glyph moves the pen."""

    def origin(self, gid: int) -> tuple[int, int]:
        """Its vertical origin, from its horizontal one: right and up."""

    def ink(self, gid: int) -> tuple[int, int]:
        """Where its ink begins and ends below its origin."""

    def ink_across(self, gid: int) -> tuple[int, int]:
        """Where it begins and ends beside the line."""

    def shape(self, text: str) -> Sequence[ShapedGlyph]:
        """The glyphs of a run of text."""


class FaceLike(Protocol):
    """What the engine asks of a face: :class:`printpress.fonts.face.Face` has it."""

    def __hash__(self) -> int:
        """Faces are keys."""

    @property
    def name(self) -> str:
        """What ``fonts.yaml`` calls it."""

    @property
    def upem(self) -> int:
        """Units in an em."""

    @property
    def vertical(self) -> VerticalLike:
        """The same in vertical lines."""

    def glyph(self, char: str) -> int:
        """The glyph of a character; 0 where the face lacks it."""

    def advance(self, gid: int) -> int:
        """How far a glyph moves the pen."""

    def ink(self, gid: int) -> tuple[int, int]:
        """Where its ink begins and ends."""

    def even_digit(self, digit: str) -> int:
        """The glyph of a digit for columns of figures; 0 where the face lacks it."""

    def shape(self, text: str) -> Sequence[ShapedGlyph]:
        """The glyphs of a run of text."""


class LibraryLike(Protocol):
    """Faces by name: :class:`printpress.fonts.library.Library` is one."""

    def face(self, name: str) -> FaceLike:
        """The face of that name."""

    def serving(self, char: str, first: str) -> FaceLike | None:
        """The first face that has the character, or None."""
