"""A face in vertical lines (直排): its ``vert`` forms, where they hang, how far down.

The vertical origin of a glyph is the point above it from which the line comes: for a
Han character the middle of its em box's top. HarfBuzz applies ``vert`` by itself to
text that runs from top to bottom, and reads origins from ``vmtx``; they are not the
same for all glyphs (half an em higher for the long dash of the Noto faces).

A face without ``vmtx`` was not made for vertical lines. HarfBuzz would centre the ink
of each of its glyphs in the em, and a row of Han would dance; so its em boxes are
hung instead.
"""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from printpress.fonts.face import Face, Shaped

ABOVE: Final = (22, 25)
"""The share of the em box above the baseline (0.88), in faces without ``vmtx``."""


class Vertical:
    """One face's glyphs, tables filled on first use; lengths in the face's units."""

    def __init__(self, face: "Face") -> None:
        import uharfbuzz as hb

        self._face = face
        self._font = hb.Font(face.harfbuzz)
        self._hangs = "vmtx" in face.figures.tags
        self._glyphs: dict[str, int] = {}
        self._advances: dict[int, int] = {}
        self._origins: dict[int, tuple[int, int]] = {}
        self._inks: dict[int, tuple[int, int]] = {}

    def glyph(self, char: str) -> int:
        """The glyph of a character set alone; 0 where the face lacks it."""
        found = self._glyphs.get(char)
        if found is None:
            found = self._glyphs[char] = self._find_glyph(char)
        return found

    def _find_glyph(self, char: str) -> int:
        across = self._face.glyph(char)
        if not across or "一" <= char <= "鿿":
            return across
        shaped = self._face.shape(char, down=True)
        return shaped[0].gid if len(shaped) == 1 else across

    def has_form(self, char: str) -> bool:
        """Whether the face has another glyph of a character for vertical lines."""
        return self.glyph(char) != self._face.glyph(char)

    def advance(self, gid: int) -> int:
        """How far down a glyph moves the pen."""
        found = self._advances.get(gid)
        if found is None:
            down = -self._font.get_glyph_v_advance(gid) if self._hangs else 0
            found = self._advances[gid] = down or self._face.upem
        return found

    def origin(self, gid: int) -> tuple[int, int]:
        """A glyph's vertical origin, from its horizontal one: right and up."""
        found = self._origins.get(gid)
        if found is None:
            if self._hangs:
                x, y = self._font.get_glyph_v_origin(gid)
            else:
                part, whole = ABOVE
                x, y = self._face.advance(gid) // 2, self._face.upem * part // whole
            found = self._origins[gid] = (x, y)
        return found

    def ink(self, gid: int) -> tuple[int, int]:
        """Where a glyph's ink begins and ends below its origin; (0, 0) without ink."""
        found = self._inks.get(gid)
        if found is None:
            extents = self._font.get_glyph_extents(gid)
            found = (0, 0)
            if extents and extents.height:
                top = self.origin(gid)[1] - extents.y_bearing
                found = (top, top - extents.height)
            self._inks[gid] = found
        return found

    def ink_across(self, gid: int) -> tuple[int, int]:
        """Where it begins and ends beside the line that its origin is on."""
        left, right = self._face.ink(gid)
        middle = self.origin(gid)[0]
        return (left - middle, right - middle) if left < right else (0, 0)

    def shape(self, text: str) -> tuple["Shaped", ...]:
        """The glyphs of a run of text, from top to bottom.

        Their offsets are those along the line: none. Raises ``missing-glyph`` as
        :meth:`.Face.shape` does.
        """
        return tuple(
            type(glyph)(glyph.gid, glyph.text, self.advance(glyph.gid), 0)
            for glyph in self._face.shape(text, down=True)
        )
