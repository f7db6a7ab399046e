"""The columns of a paragraph in vertical lines: what :class:`.Rows` does otherwise."""

from itertools import accumulate

from printpress.text.faces import LibraryLike
from printpress.text.items import Voice
from printpress.text.metrics import LACKING, Metrics, metrics
from printpress.text.punctuation import BANGS, SIDE_BY_SIDE
from printpress.text.rows import Rows
from printpress.text.setting import Run, Setting
from printpress.text.vertical import Down, Together, abreast, down, together, turned
from printpress.text.whitespace import Copy


def _by_hand(char: str, table: Metrics | None) -> Metrics | None:
    """The table, or the one in which its face's mark is turned or moved by hand."""
    if table is None or table[char].gid != LACKING:
        return table
    return table.by_hand(char) if isinstance(table, Down) else None


class VerticalRows(Rows):
    """Upright characters, turned words, numbers side by side."""

    def __init__(self, setting: Setting, library: LibraryLike) -> None:
        super().__init__(setting, library)
        self._own: Metrics | None = None

    def begin(self, run: Run) -> Metrics:
        """A run's rows come next; gives the table of what stands upright."""
        table = super().begin(run)
        self._own = self._turned(run.font)
        if self._latin is None:
            self._latin = self._own
        return table

    def _latin_metrics(self) -> Metrics:
        """The table of the run's Western copy, which lies on its side."""
        across = super()._latin_metrics()
        return turned(
            across.face,
            across.size,
            across.style,
            across.widths,
            even=self._setting.even_digits,
            em=self._size,
        )

    def metrics(self, font: str, size: int = 0) -> Metrics:
        """The table of a face's upright characters; another size is a reading's.

        Readings lie on their side, at the right of their characters.
        """
        setting = self._setting
        face = self._library.face(font)
        if size:
            return turned(face, size, setting.punctuation, setting.widths)
        return down(face, self._size, setting.punctuation, setting.widths)

    def _turned(self, font: str) -> Metrics:
        setting = self._setting
        face = self._library.face(font)
        return turned(face, self._size, setting.punctuation, setting.widths)

    def serving(self, char: str, table: Metrics) -> Metrics | None:
        """The face's own mark set by hand, before another face's form of it."""
        return _by_hand(char, table) or _by_hand(char, super().serving(char, table))

    def unit(self, copy: Copy, start: int, end: int, table: Metrics) -> None:
        """Characters that are shaped and stay together."""
        kind = copy.kinds[start]
        if kind == SIDE_BY_SIDE:
            self._side_by_side(copy, start, end, table)
        elif kind == BANGS and self._setting.punctuation.pairs:
            self._abreast(copy, start, end, table)
        else:
            super().unit(copy, start, end, table)

    def _side_by_side(self, copy: Copy, start: int, end: int, table: Metrics) -> None:
        """A short number in one em; one below the other where no face has it whole."""
        text = copy.text[start:end]
        tables = (super()._latin_metrics(), self._across())
        serving = next((across for across in tables if across.has(text)), None)
        if serving is None:
            self._split_by_face(copy, start, end, table)
        else:
            number = together(serving, text, self._size)
            self._in_one_em(number, serving, SIDE_BY_SIDE)

    def _abreast(self, copy: Copy, start: int, end: int, table: Metrics) -> None:
        """？！ in one em; one below the other where their ink is in the middle."""
        text, across = copy.text[start:end], self._across()
        if across.centres_marks or not across.has(text):
            self._split_by_face(copy, start, end, table)
        else:
            self._in_one_em(abreast(across, text, self._size), across, BANGS)

    def _across(self) -> Metrics:
        """The table of the run's own face in lines across."""
        face = self._library.face(self._run.font)
        return metrics(face, self._size, self._setting.punctuation)

    def _in_one_em(self, number: Together, serving: Metrics, kind: str) -> None:
        """Rows of what stands side by side."""
        em, row, count = self._size, len(self.gids), len(number.gids)
        name, size, rise = serving.face.name, serving.size, self._run.rise
        voice = Voice(name, size, rise, "across", number.stretch)
        self.voices.append((row, voice))
        self.tables.append(serving)
        self.kinds.append(kind * count)
        self.texts.extend(number.texts)
        self.gids.extend(number.gids)
        self.widths.extend([em, *[0] * (count - 1)])
        below = number.drop - em
        self.shifts.extend([number.drop, *[below] * (count - 1)])
        self.crosses.update(enumerate(number.crosses, row))
        later = range(row + 1, row + count)
        self.inner.extend(later)
        self.clusters.extend(later)

    def finish(self, copy: Copy) -> None:
        """Joins what stands upright in pieces but belongs together."""
        if not copy.glued:
            return
        starts = accumulate(map(len, self.texts), initial=0)
        rows = {at: row for row, at in enumerate(starts)}
        self.inner.extend(rows[at] for at in copy.glued if at in rows)
