"""Pinyin above characters: how it is shared out, what room it takes, where it stands.

Readings are set in half the size of their characters, centred on them. Between
two of them at least a quarter of an em is to be seen; where it would not, their
characters part. A reading wider than its characters may reach over neighbours without
one, by a quarter of an em; what is wider still widens its characters. At a line's edges
a reading is moved in, so nothing leaves the measure. (clreq on annotations between
lines has the size, the distance and the reaching over; how far to reach is ours.)

An author who parts the syllables (``xī qiáo``, ``xī'ān``) has one above each
character, and lines may end between them; a reading in one word stands above all of
its characters, which then stay together.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from unicodedata import normalize

from printpress.text.metrics import Metrics, Shapes
from printpress.text.punctuation import (
    BANGS,
    CENTRED,
    CLOSING,
    HAN_LIKE,
    INTERPUNCT,
    OPENING,
)

SIZE: Final = 500
"""Type size of readings, thousandths of their characters' em."""
RISE: Final = 1050
"""Their baseline above the characters' baseline, thousandths of an em: g and y then
clear the ink of the characters by a fifteenth of an em; Á ends half an em higher."""
LEADING: Final = 750
"""What lines with readings need between their em boxes and those of the line above,
thousandths of an em: half an em for the reading, and as much air above it as keeps it
nearer to its own characters. Where rows are closer, makeup gives it a row."""
APART: Final = 300
"""Least distance of two readings, thousandths of an em: a quarter shows of it whatever
the letters' bearings are, so that they are not read as one word."""
OVERHANG: Final = 250
"""How far one may reach over a neighbour, thousandths of an em."""
WIDE: Final = 2500
"""A reading wider than this, thousandths of an em, reaches over nothing: two of them
may fill a line, and at its edges there is nothing to reach over."""

_BLANKED: Final = OPENING + CLOSING + CENTRED + INTERPUNCT + BANGS
"""Classes that setting takes a blank from."""
PARTED: Final = re.compile(r"[\s'’ʼ-]+")
"""What parts the syllables of a reading as typed; above its characters it is gone."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading and the rows it stands above."""

    first: int
    """The first of its rows."""
    end: int
    """The row after their last."""
    em: int
    """Type size of its characters."""
    parts: tuple[tuple[str, Shapes], ...]
    """Its glyphs, face by face."""

    @property
    def width(self) -> int:
        """How wide it is."""
        return sum(sum(shapes.widths) for _, shapes in self.parts)

    @property
    def size(self) -> int:
        """Its type size."""
        return size_of(self.em)

    @property
    def rise(self) -> int:
        """Its baseline above that of the line."""
        return _per_mille(self.em, RISE)


def _per_mille(em: int, thousandths: int) -> int:
    return (em * thousandths + 500) // 1000


def size_of(em: int) -> int:
    """The type size of readings over characters of that size.

    >>> size_of(114300)
    57150
    """
    return _per_mille(em, SIZE)


def syllables(reading: str, kinds: str) -> tuple[str, ...]:
    """The reading of each character, or one for all of them.

    *kinds* are the classes of the characters.

    >>> syllables("xī qiáo", "HH"), syllables("pīnyīn", "HH"), syllables("Xī'ān", "HH")
    (('xī', 'qiáo'), ('pīnyīn',), ('Xī', 'ān'))
    """
    parts = tuple(part for part in PARTED.split(reading) if part)
    if len(parts) == len(kinds) and all(kind in HAN_LIKE for kind in kinds):
        return parts
    return (" ".join(reading.split()),)


def shaped(
    text: str, tables: Sequence[Metrics], serving: Callable[[str], Metrics | None]
) -> tuple[tuple[tuple[str, Shapes], ...], str]:
    """A reading's glyphs from the first table that has all of it, and what none has."""
    text = normalize("NFC", text)
    for table in tables:
        if table.has(text):
            return ((table.face.name, table.shape(text)),), ""
    parts, lacking = [], ""
    for char in text:
        own = next((table for table in tables if table.has(char)), None)
        found = own or serving(char)
        if found is None:
            lacking += char
        else:
            parts.append((found.face.name, found.shape(char)))
    return tuple(parts), lacking


def widen(
    reading: Reading, kinds: str, widths: list[int], shifts: list[int]
) -> Sequence[int]:
    """Widens the characters under a reading that reaches too far over; which.

    Not the marks among them, where there are others: those would give their share up
    with their blank.
    """
    whole = range(reading.first, reading.end)
    rows = [row for row in whole if kinds[row] not in _BLANKED] or whole
    most = sum(widths[row] for row in whole)
    if reading.width <= _per_mille(reading.em, WIDE):
        most += 2 * _per_mille(reading.em, OVERHANG)
    each, odd = divmod(max(0, reading.width - most), len(rows))
    if each or odd:
        for number, row in enumerate(rows, odd - len(rows)):
            more = each + (number >= 0)
            widths[row] += more
            shifts[row] += more // 2
        return rows
    return ()


def partings(
    readings: Sequence[Reading], widths: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Rows that something must follow so that two readings stay apart, and how much."""
    for reading, after in pairwise(readings):
        between = sum(widths[reading.end : after.first])
        blank = _blank(reading, widths) + _blank(after, widths)
        short = _per_mille(max(reading.em, after.em), APART) - between - blank
        if short > 0:
            yield reading.end - 1, short


def _blank(reading: Reading, widths: Sequence[int]) -> int:
    """What its characters leave free on either side of it; below zero if it hangs."""
    return (sum(widths[reading.first : reading.end]) - reading.width) // 2


def places(
    readings: Sequence[Reading], bases: Sequence[tuple[int, int]], room: int
) -> list[int]:
    """Where each reading on a line begins.

    *bases* are the ends of their characters. Centred; inside the line and apart where
    it has room for that; else closed up.
    """
    starts = [
        (left + right - reading.width) // 2
        for reading, (left, right) in zip(readings, bases, strict=True)
    ]
    gaps = [_per_mille(reading.em, APART) for reading in readings]
    least = 0
    for at, reading in enumerate(readings):
        starts[at] = max(starts[at], least)
        least = starts[at] + reading.width + gaps[at]
    most = room
    for at in reversed(range(len(readings))):
        starts[at] = min(starts[at], most - readings[at].width)
        most = starts[at] - gaps[at - 1]
    if starts and starts[0] < 0:
        spare = room - sum(reading.width for reading in readings)
        gap = max(0, spare) // max(1, len(readings) - 1)
        here = 0
        for at, reading in enumerate(readings):
            starts[at] = here
            here += reading.width + min(gap, gaps[at])
    return starts
