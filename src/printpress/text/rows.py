"""The columns of a paragraph while they are filled, character by character or word.

Most copy is Han and marks, one character a glyph: stretches of it are looked up at
once. What a face lacks comes from one that has it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Final

from printpress.text.dressing import Worn
from printpress.text.faces import LibraryLike
from printpress.text.items import Voice
from printpress.text.metrics import LACKING, Metrics, metrics
from printpress.text.punctuation import CENTRED, EXTEND, SPACE, WESTERN, invisible
from printpress.text.setting import Run, Setting
from printpress.text.whitespace import Copy

_FACE_PARTS: Final = re.compile("[RZ]x*|[^RZ]+")
_CLUSTERS: Final = re.compile("[^x]x*|x+")


class Rows:
    """The columns while they grow; one paragraph's, and never handed out."""

    def __init__(self, setting: Setting, library: LibraryLike) -> None:
        self._setting = setting
        self._library = library
        self._run = Run("", "")
        self._size = setting.size
        self._latin: Metrics | None = None
        self._lift = 0
        """EMU above the run's baseline: Western copy stands on one of its own."""
        self._apart = bool(
            setting.latin
            or setting.latin_size != 1
            or setting.latin_rise
            or setting.even_digits
        )
        """Whether Western copy is set otherwise than Han."""
        self.kinds: list[str] = []
        self.texts: list[str] = []
        self.gids: list[int] = []
        self.widths: list[int] = []
        self.shifts: list[int] = []
        self.inner: list[int] = []
        """Rows with a joint of a unit before them."""
        self.clusters: list[int] = []
        """Rows that belong to the character before."""
        self.kept: list[int] = []
        """Rows of note marks, which stay with the row before."""
        self.solid: list[int] = []
        """Rows of marks whose blanks hold something: air in a frame, a reading."""
        self.partings: dict[int, int] = {}
        """Row → what marks and readings want behind it."""
        self.worn: list[Worn] = []
        """Runs with something beside their characters."""
        self.voices: list[tuple[int, Voice]] = []
        self.tables: list[Metrics] = []
        """The table of each voice."""
        self.crosses: dict[int, int] = {}
        """Rows of numbers side by side in a vertical line → where across it."""
        self.seams: list[int] = []
        self.steady = False
        """Whether a run's face has its marks in the middle of their em."""
        self.lacks: list[tuple[int, str]] = []
        """Where in the copy, and which characters, no face has."""

    def begin(self, run: Run) -> Metrics:
        """A run's rows come next; gives the table of its face."""
        setting = self._setting
        self._run, self._size = run, run.size or setting.size
        self._latin = self._latin_metrics() if self._apart else None
        table = self.metrics(run.font)
        self.steady = self.steady or table.centres_marks
        return table

    def _latin_metrics(self) -> Metrics:
        """The table of the run's Western copy."""
        setting = self._setting
        face = self._library.face(setting.latin or self._run.font)
        size = round(setting.latin_size * self._size)
        style, even = setting.punctuation, setting.even_digits
        return metrics(face, size, style, setting.widths, even=even)

    def metrics(self, font: str, size: int = 0) -> Metrics:
        """The table of a face as setting and run want it, or at another size."""
        setting = self._setting
        face = self._library.face(font)
        return metrics(face, size or self._size, setting.punctuation, setting.widths)

    def wear(self, run: Run, first: int, offset: int) -> None:
        """The run whose rows end here has marks or a reading."""
        latin = self._setting.latin
        faces = (latin, run.font) if latin else (run.font,)
        end = len(self.gids)
        self.worn.append(Worn(run, first, end, offset, self._size, faces))

    def table_at(self, row: int) -> Metrics:
        """The table that a row came from."""
        at = bisect_right(self.voices, row, key=itemgetter(0)) - 1
        return self.tables[at]

    def _speak(self, table: Metrics) -> None:
        """The next rows are in that table's face and size."""
        rise = self._run.rise + table.rise + self._lift
        if self.tables and self.tables[-1] is table and self.voices[-1][1].rise == rise:
            return
        voice = Voice(table.face.name, table.size, rise, table.way)
        if not self.voices or self.voices[-1][1] != voice:
            self.voices.append((len(self.gids), voice))
            self.tables.append(table)

    def plain(self, copy: Copy, start: int, end: int, table: Metrics) -> None:
        """Characters that are one glyph each."""
        text = copy.text[start:end]
        gids, widths, shifts = zip(*map(table.__getitem__, text), strict=True)
        if LACKING in gids:
            self._with_fallback(copy, start, end, table)
            return
        self._speak(table)
        self.kinds.append(table.kinds(text, copy.kinds[start:end]))
        self.texts.extend(text)
        self.gids.extend(gids)
        self.widths.extend(widths)
        self.shifts.extend(shifts)

    def close_up(self, row: int, kind: str, half: int) -> None:
        """Takes the blank away that a mark has behind its ink.

        A centred one keeps the half of it that is before its ink: see :mod:`.centred`.
        """
        blank = max(0, self.widths[row] - half)
        self.widths[row] -= blank // 2 if kind in CENTRED else blank

    def blanks(self, row: int) -> tuple[int, int]:
        """What a row has before and behind its ink, along the line."""
        table = self.table_at(row)
        left, right = table.face.ink(self.gids[row])
        if left >= right or row in self.crosses:
            return 0, 0
        begin, end = (
            self.shifts[row] + edge * table.size // table.face.upem
            for edge in (left, right)
        )
        return max(0, begin), max(0, self.widths[row] - end)

    def _with_fallback(self, copy: Copy, start: int, end: int, table: Metrics) -> None:
        """The same, character by character, where the face lacks some."""
        for at in range(start, end):
            self._cluster(copy, at, at + 1, table)

    def _cluster(self, copy: Copy, start: int, end: int, table: Metrics) -> None:
        """One character, with what combines with it, from a face that has it."""
        text = copy.text[start:end]
        found = self.serving(text[0], table)
        # A table is a dict, and false until its first character is looked up.
        serving = table if found is None else found
        needed = not (text[0].isspace() or invisible(text[0]))
        if (needed and found is None) or not serving.has(text[1:]):
            self.lacks.append((start, text))
        if end - start > 1 and serving.has(text):
            self._glyphs(copy, start, end, serving)
            return
        gid, width, shift = serving[text[0]]
        self._speak(serving)
        self.kinds.append(serving.kinds(text[0], copy.kinds[start]))
        self.texts.append(text)
        self.gids.append(gid)
        self.widths.append(width)
        self.shifts.append(shift)

    def serving(self, char: str, table: Metrics) -> Metrics | None:
        """The table itself, or that of a face that has what it lacks."""
        if table[char].gid != LACKING:
            return table
        face = self._library.serving(char, table.face.name)
        return table.other(face) if face else None

    def unit(self, copy: Copy, start: int, end: int, table: Metrics) -> None:
        """Characters that are shaped and stay together."""
        # A table is a dict, and false until its first character is looked up.
        if copy.kinds[start] in WESTERN + SPACE and self._latin is not None:
            self._western(copy, start, end, table, self._latin)
        else:
            self._shaped(copy, start, end, table)

    def _western(
        self, copy: Copy, start: int, end: int, table: Metrics, latin: Metrics
    ) -> None:
        """A word in the Latin face; full-width signs such as ℃ keep the run's."""
        for match in _FACE_PARTS.finditer(copy.kinds, start, end):
            if match.start() > start:
                self.inner.append(len(self.gids))
            full = copy.kinds[match.start()] in "RZ"
            own = table if full else self._letters(table)
            part = copy.text[match.start() : match.end()]
            wanted = (own,) if full else (latin, own)
            serving = next((table for table in wanted if table.has(part)), own)
            if serving is latin:
                self._lift = round(self._setting.latin_rise * self._size)
            self._shaped(copy, match.start(), match.end(), serving)
            self._lift = 0

    def _letters(self, table: Metrics) -> Metrics:
        """The table of Western words in a run's own face."""
        return table

    def _shaped(self, copy: Copy, start: int, end: int, table: Metrics) -> None:
        text = copy.text[start:end]
        if not table.has(text):
            self._split_by_face(copy, start, end, table)
            return
        self._glyphs(copy, start, end, table)

    def _glyphs(self, copy: Copy, start: int, end: int, table: Metrics) -> None:
        """Rows of shaped copy, from a face that has all of it."""
        text = copy.text[start:end]
        shapes = table.shape(text)
        self._speak(table)
        row = len(self.gids)
        kinds = table.kinds(text, copy.kinds[start:end])
        own = tuple(_kinds_of_glyphs(kinds, shapes.texts))
        self.kinds.extend(own)
        self.texts.extend(shapes.texts)
        self.gids.extend(shapes.gids)
        self.widths.extend(shapes.widths)
        self.shifts.extend(shapes.shifts)
        self.inner.extend(range(row + 1, len(self.gids)))
        later = enumerate(own[1:], row + 1)
        self.clusters.extend(at for at, kind in later if kind == EXTEND)

    def _split_by_face(self, copy: Copy, start: int, end: int, table: Metrics) -> None:
        """A unit whose face lacks a character: each from a face that has it."""
        row = len(self.gids)
        for match in _CLUSTERS.finditer(copy.kinds, start, end):
            self._cluster(copy, match.start(), match.end(), table)
        self.inner.extend(range(row + 1, len(self.gids)))

    def finish(self, copy: Copy) -> None:
        """All rows are there."""

    def seam(self) -> None:
        """Han and Latin meet before the next row."""
        row = len(self.gids) - 1
        if row >= 0 and self.seams[-1:] != [row]:
            self.seams.append(row)


def _kinds_of_glyphs(kinds: str, texts: Sequence[str]) -> Iterator[str]:
    """One class a glyph: that of the first character it stands for."""
    at = 0
    for source in texts:
        yield kinds[at] if source else EXTEND
        at += len(source)
