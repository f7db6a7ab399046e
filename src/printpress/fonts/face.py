"""One typeface file, open: glyphs, advances, ink and shaping through HarfBuzz.

Files are mapped, not read: opening takes a fraction of a millisecond whatever the
size. All lengths here are the face's own units (``upem`` of them in an em).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

from printpress.diagnostics import Span
from printpress.fonts import faults, tables
from printpress.fonts.vertical import Vertical

if TYPE_CHECKING:
    import uharfbuzz as hb

SCRIPT = "Hani"
SIMPLIFIED = "zh-Hans"
"""What a face is shaped in unless ``fonts.yaml`` gives it another language.

Script and language are set for all text: with either guessed, or with the language that
a face is not made for, the two-em dash of the Noto faces comes out 1.7 em wide
(measured)."""

LATIN = ("Latn", "en")
"""Script and language of figures for Latin text: the Noto faces have even ones there
and narrower ones in Chinese. Kerning is the same in both, so that words need no shaping
of their own (measured: no committed face has a ``kern`` for Latin only)."""
DIGITS = "0123456789"
EVEN_FEATURES = ("", "tnum", "hwid")
"""What is tried, in this order, to have digits of even widths."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """One glyph of shaped text."""

    gid: int
    """The glyph."""
    text: str
    """What it stands for in the source; nothing on later glyphs of one cluster."""
    advance: int
    """To the next glyph's origin."""
    x_offset: int
    """How far from its origin it is drawn."""


class _Glyphs(dict[str, int]):
    """Character → glyph, found on first use; 0 where the face has none."""

    def __init__(self, face: "Face") -> None:
        super().__init__()
        self._face = face

    def __missing__(self, char: str) -> int:
        gid = self[char] = self._face.find_glyph(char)
        return gid


class _Advances(dict[str, int]):
    """Character → advance, found on first use."""

    def __init__(self, face: "Face") -> None:
        super().__init__()
        self._face = face

    def __missing__(self, char: str) -> int:
        gid = self._face.glyphs[char]
        if not gid:
            raise faults.lacking(self._face.name, char, 0)
        advance = self[char] = self._face.advance(gid)
        return advance


class Face:
    """A font file open for setting.

    Raises :class:`~printpress.diagnostics.PressError` with one of the codes
    ``missing-file``, ``damaged-font``, ``font-not-truetype``, ``font-not-embeddable``.
    """

    def __init__(
        self,
        name: str,
        path: Path,
        span: Span | None = None,
        language: str = SIMPLIFIED,
    ) -> None:
        import uharfbuzz as hb

        figures = tables.read(name, path, span)
        self.name = name
        """What issues and houses call it."""
        self.path = path
        """Its file."""
        self.span = span
        """Where ``fonts.yaml`` names it."""
        self.language = language
        """What its text is shaped in: ``zh-Hant`` for Traditional Chinese."""
        self.figures = figures
        """All that its tables say of it."""
        self.upem = figures.upem
        """Units in an em."""
        self.postscript_name = figures.postscript_name
        """Its name in PDF files."""
        self.bbox = figures.bbox
        """The smallest box around all glyphs: left, foot, right, top."""
        self.ascent = figures.ascent
        """From the baseline up to the em box's top."""
        self.descent = figures.descent
        """From the baseline to the em box's foot: below zero."""
        self.cap_height = figures.cap_height
        """Height of Latin capitals."""
        self.weight = figures.weight
        """400 regular, 700 bold, 900 black."""
        self.harfbuzz = hb.Face(_mapped(path))
        """The same to HarfBuzz, for this package only."""
        self._font = hb.Font(self.harfbuzz)
        self.glyphs: dict[str, int] = _Glyphs(self)
        """Character → glyph as set alone in Chinese; 0 where the face lacks it."""
        self.advances: dict[str, int] = _Advances(self)
        """Character → advance: ``map(face.advances.__getitem__, text)`` measures Han
        text at once. Raises ``missing-glyph`` for a character that the face lacks."""
        self._advance_of: dict[int, int] = {}
        self._ink_of: dict[int, tuple[int, int]] = {}

    def __repr__(self) -> str:
        return f"Face({self.name!r}, {self.path.name!r})"

    @cached_property
    def sha256(self) -> str:
        """Hash of the file, in hexadecimal: it names the face for ever."""
        with self.path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()

    @cached_property
    def characters(self) -> frozenset[int]:
        """Code points that the face can set."""
        return frozenset(self.harfbuzz.unicodes)

    def glyph(self, char: str) -> int:
        """The glyph of a character set alone in Chinese; 0 where the face lacks it."""
        return self.glyphs[char]

    def find_glyph(self, char: str) -> int:
        """The same, not remembered.

        It is what shaping makes of the character, which may be another glyph than the
        ``cmap``'s: the Noto faces have a proportional dash for Latin and a full-width
        one for Chinese.
        """
        nominal = self._font.get_nominal_glyph(ord(char))
        if not nominal or "一" <= char <= "鿿":  # no localised forms: save the call
            return nominal or 0
        shaped = [(gid, advance) for gid, _, advance, _ in self._shape(char)]
        if len(shaped) == 1 and shaped[0][0]:
            gid, advance = shaped[0]
            # A soft hyphen is shaped to a space without width: no glyph of its own.
            if advance == self.advance(gid):
                return gid
        return int(nominal)

    def advance(self, gid: int) -> int:
        """How far a glyph moves the pen."""
        found = self._advance_of.get(gid)
        if found is None:
            found = self._advance_of[gid] = self._font.get_glyph_h_advance(gid)
        return found

    def ink(self, gid: int) -> tuple[int, int]:
        """Where a glyph's ink begins and ends, from its origin; (0, 0) without ink."""
        found = self._ink_of.get(gid)
        if found is None:
            extents = self._font.get_glyph_extents(gid)
            left = extents.x_bearing if extents else 0
            found = (left, left + extents.width) if extents else (0, 0)
            self._ink_of[gid] = found
        return found

    def even_digit(self, digit: str) -> int:
        """The glyph of a digit in a column of figures; 0 where the face lacks it."""
        return self._even_digits[digit]

    @cached_property
    def _even_digits(self) -> dict[str, int]:
        """Digit → glyph, all as wide where the face can.

        Its own if they are; else those for Latin text, as the Noto faces have them
        beside narrower ones for Chinese; else its tabular or half-width figures.
        """
        own = [self.glyphs[digit] for digit in DIGITS]
        latin = (self._latin_digits(feature) for feature in EVEN_FEATURES)
        for gids in (own, *latin):
            if all(gids) and len({self.advance(gid) for gid in gids}) == 1:
                return dict(zip(DIGITS, gids, strict=True))
        return dict(zip(DIGITS, own, strict=True))

    def _latin_digits(self, feature: str) -> list[int]:
        """The digits as Latin text has them, with one feature more."""
        rows = [
            *self._shape(
                DIGITS, tongue=LATIN, features={feature: True} if feature else {}
            )
        ]
        return [gid for gid, _, _, _ in rows] if len(rows) == len(DIGITS) else [0]

    @cached_property
    def vertical(self) -> Vertical:
        """The same face as vertical lines use it."""
        return Vertical(self)

    def shape(self, text: str, *, down: bool = False) -> tuple[Shaped, ...]:
        """The glyphs of a run of text, from left to right or in a vertical line.

        Joining their ``text`` gives the run back: a ligature stands for several
        characters (``——`` is one glyph two ems wide in Song and Hei). Raises
        ``missing-glyph`` where the face lacks a character; ask ``glyph`` before.
        Advances are always those to the right; ``vertical`` has the others.
        """
        direction = "ttb" if down else "ltr"  # "ttb" brings ``vert`` with it
        rows = list(self._shape(text, direction)) if text else []
        if any(not gid for gid, _, _, _ in rows):
            raise faults.lacking(self.name, text, self._lacks(text, rows))
        shaped: list[Shaped] = []
        end = len(text)
        for index in range(len(rows) - 1, -1, -1):
            gid, cluster, advance, x_offset = rows[index]
            source = ""
            if index == 0 or rows[index - 1][1] != cluster:
                begin = cluster if index else 0
                source, end = text[begin:end], begin
            shaped.append(Shaped(gid, source, advance, x_offset))
        return tuple(reversed(shaped))

    def _lacks(self, text: str, rows: list[tuple[int, int, int, int]]) -> int:
        """Which character is the first without a glyph."""
        begin = next(cluster for gid, cluster, _, _ in rows if not gid)
        end = min((at for _, at, _, _ in rows if at > begin), default=len(text))
        # In a cluster of several it is often the accent, not the letter.
        lacks = (at for at in range(begin, end) if not self.glyphs[text[at]])
        return next(lacks, begin)

    def _shape(
        self,
        text: str,
        direction: str = "ltr",
        tongue: tuple[str, str] | None = None,
        features: Mapping[str, bool] | None = None,
    ) -> Iterator[tuple[int, int, int, int]]:
        """Glyph, cluster, advance and offset of each glyph."""
        import uharfbuzz as hb

        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction = direction
        buffer.script, buffer.language = tongue or (SCRIPT, self.language)
        hb.shape(self._font, buffer, dict(features or {}))
        for glyph, place in zip(
            buffer.glyph_infos, buffer.glyph_positions, strict=True
        ):
            yield glyph.codepoint, glyph.cluster, place.x_advance, place.x_offset


def _mapped(path: Path) -> "hb.Blob":
    """The file's bytes, mapped where HarfBuzz can."""
    import uharfbuzz as hb

    try:
        return hb.Blob.from_file_path(str(path))
    except hb.HarfBuzzError:
        # On Windows it cannot open paths outside the code page, 报纸/字体 for one.
        return hb.Blob(path.read_bytes())
