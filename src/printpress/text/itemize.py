"""Copy → columns: white space, units, widths, squeezed pairs, gaps, joints.

Most copy is Han and marks, one character a glyph: stretches of it are looked up at
once. Western words, dashes, and characters with accents are shaped. Then the rules
run as regular expressions over the string of classes: pairs, what marks and readings
beside characters want (:mod:`.dressing`), gaps, joints, hyphens.

Nothing is lost: the texts of all rows are the paragraph's text without the white space
that setting replaces or drops.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from operator import add
from typing import Final

from printpress.text import address
from printpress.text.dressing import dress, made_solid, with_notes
from printpress.text.faces import LibraryLike
from printpress.text.hyphenation import hyphenate
from printpress.text.items import (
    ADDRESS,
    CLUSTER,
    FREE,
    HELD,
    UNIT,
    Items,
)
from printpress.text.measures import tied_places
from printpress.text.prohibition import ATTACHED, held
from printpress.text.punctuation import (
    BANG_GROUP,
    BANGS,
    CENTRED,
    CLOSING,
    DASH,
    DIGIT,
    ELLIPSIS,
    EXTEND,
    FULL_DIGIT,
    HAN_LIKE,
    INTERPUNCT,
    LOSES_LEFT,
    LOSES_RIGHT,
    OPENING,
    SIDE_BY_SIDE,
    SIGN,
    TAIL,
    WESTERN,
    WHOLE_BANG,
)
from printpress.text.rows import Rows
from printpress.text.setting import Paragraph, Run
from printpress.text.whitespace import Copy, as_set, before

_SPECIAL: Final = re.compile(
    f"[{WESTERN}][{WESTERN}x]*"  # Western words, numbers with signs and units
    "|U"  # a word space: the Latin face's
    "|W+|bb"  # numbers and ？！ side by side in a vertical line
    "|ff+"  # numbers of full-width digits
    "|DD?|EE?"  # —— and …… two by two (clreq §h-unbreakable_marks_punctuation)
    "|[^xUG]x+"  # a character with its variation selector or accents
)
_WORDS: Final = "A9X"
_WORD_ENDS: Final = "A9X%"
"""Edges of Western copy that keep a distance from Han (clreq
§handling_western_text_in_chinese_text_using_proportional_western_fonts)."""
_HYPHEN: Final = re.compile("(?<=AAX)(?=AA)")
"""A hyphen between two halves of a word: the one break inside Western words."""
_SIGN: Final = re.compile("[XT]A|[XT]9+A|A[XT]9")
"""Where an address may have its signs."""
_UNSPREAD: Final = "NLUV"
_UNSTRETCHED: Final = re.compile(f"(?=[NLU])|(?<=[NLU])|{ATTACHED.pattern}")
"""Beside connectors and solidi nothing is added (clreq
§procedures_for_inter-character_space_expansion), nor between a text and its note mark;
word spaces have a step of their own."""

_NUMBERS: Final = DIGIT + FULL_DIGIT + SIDE_BY_SIDE
"""Classes that digits may have."""
_MARKS: Final = OPENING + CLOSING + CENTRED + INTERPUNCT + WHOLE_BANG
_PAIR: Final = re.compile(f"(?<=[{_MARKS}])(?=[{_MARKS}])")
"""Between marks side by side nothing is added where they are centred."""

_CLOSE_TO: Final = re.compile(f"[{OPENING}]|.(?=[{CLOSING}])")
"""What tracking does not part from what follows."""


@dataclass(frozen=True, slots=True)
class Lack:
    """A character that no face has."""

    offset: int
    """Where it stands in the paragraph's text."""
    char: str
    """The character, with what combines with it."""


def _stretches(copy: Copy, runs: Sequence[Run]) -> Iterator[tuple[int, int, Run]]:
    """The copy of each run, as offsets."""
    written = start = 0
    for run in runs:
        written += len(run.text)
        end = _whole(copy.kinds, bisect_right(copy.origins, written - 1))
        if end > start:
            yield start, end, run
        start = end


def _whole(kinds: str, end: int) -> int:
    """Where a run that ends in a —— or before an accent really ends: behind it.

    Nor does it end between digits that share an em.
    """
    if kinds[end : end + 1] in {DASH, ELLIPSIS}:
        same = end - len(kinds[:end].rstrip(kinds[end]))
        return end + same % 2
    while kinds[end : end + 1] == EXTEND:
        end += 1
    while end and kinds[end - 1 : end + 1] == SIDE_BY_SIDE * 2:
        end += 1
    return end


def _noted(copy: Copy, runs: Sequence[Run]) -> Copy:
    """The copy with every character of a note mark in the class of note marks."""
    notes = {
        start: end for start, end, run in _stretches(copy, runs) if run.mark == "note"
    }
    return replace(copy, kinds=with_notes(copy.kinds, notes))


def _meet(copy: Copy, at: int) -> bool:
    """Whether Han and Latin meet before a character, so that a gap parts them."""
    left, right = before(copy.kinds, at), copy.kinds[at]
    return (
        at in copy.spaced
        or (left in HAN_LIKE and right in _WORDS)
        or (left in _WORD_ENDS and right in HAN_LIKE)
    )


def _fill(rows: Rows, copy: Copy, runs: Sequence[Run]) -> None:
    """All rows of a paragraph, run by run."""
    kinds = copy.kinds
    for start, end, run in _stretches(copy, runs):
        table = rows.begin(run)
        at, row = start, len(rows.gids)
        if kinds[start] in WESTERN and before(kinds, start) in WESTERN:
            rows.inner.append(len(rows.gids))  # a word goes on in another face
        for match in _SPECIAL.finditer(kinds, start, end):
            first, last = match.span()
            if at < first:
                rows.plain(copy, at, first, table)
            if _meet(copy, first):
                rows.seam()
            rows.unit(copy, first, last, table)
            if last < len(kinds) and _meet(copy, last):
                rows.seam()
            at = last
        if at < end:
            rows.plain(copy, at, end, table)
        if run.mark or run.dots or run.ruby:
            rows.wear(run, row, start)
    rows.finish(copy)


def _group_bangs(kinds: str, widths: list[int], inner: list[int], em: int) -> str:
    """？！ in groups: the classes afterwards, the widths shared out in place."""
    for match in BANG_GROUP.finditer(kinds):
        start, end = match.span()
        count = end - start
        each, odd = divmod((count + 1) // 2 * em, count)
        inner.extend(range(start + 1, end))
        if sum(widths[start:end]) > (count + 1) // 2 * em:
            widths[start:end] = [each] * (count - odd) + [each + 1] * odd
            kinds = kinds[:start] + BANGS * count + kinds[end:]
    return kinds


def _squeeze_pairs(kinds: str, rows: Rows, half: int) -> None:
    """Takes one blank out between neighbouring marks, never both."""
    for match in LOSES_RIGHT.finditer(kinds):
        row = match.start()
        rows.close_up(row, kinds[row], half)
    for match in LOSES_LEFT.finditer(kinds):
        row = match.start()
        blank = max(0, rows.widths[row] - half)
        rows.widths[row] -= blank
        rows.shifts[row] -= blank


def _joints(kinds: str, rows: Rows, level: str, copy: Copy) -> bytearray:
    """What may happen before each row."""
    joints = bytearray([FREE]) * (len(kinds) + 1)
    for place in held(level, kinds):
        joints[place] = HELD
    for row in rows.kept:
        joints[row] = HELD
    for row in rows.inner:
        joints[row] = UNIT
    for row in rows.clusters:
        joints[row] = CLUSTER
    if "-" in rows.texts:
        for match in _HYPHEN.finditer(kinds):
            if rows.texts[match.start() - 1] == "-":
                joints[match.start()] = FREE
    if copy.bound or ((SIGN in kinds or TAIL in kinds) and _SIGN.search(kinds)):
        starts = [*accumulate(map(len, rows.texts), initial=0)]
        _part_addresses(joints, rows, starts, copy.text)
        for place in copy.bound:
            row = bisect_left(starts, place)
            joints[row] = min(joints[row], HELD)
    joints[0] = joints[-1] = FREE
    return joints


def _part_addresses(
    joints: bytearray, rows: Rows, starts: Sequence[int], text: str
) -> None:
    """Allows addresses to be parted after their signs, and nowhere at a hyphen."""
    for start, end in address.spans(text):
        for row in range(bisect_right(starts, start), bisect_left(starts, end)):
            joints[row] = min(joints[row], UNIT)
            if rows.texts[row] == "/" and rows.texts[row - 1] in ":/":
                joints[row] = CLUSTER
    for place in address.places(text):
        row = bisect_right(starts, place) - 1
        if starts[row] == place and joints[row] == UNIT:
            joints[row] = ADDRESS


def _tied(kinds: str, rows: Rows, joints: bytearray, text: str) -> list[int]:
    """Where a line could end between a number and its measure word."""
    if not any(kind in kinds for kind in _NUMBERS):
        return []
    places = [*tied_places(text)]
    if places and len(kinds) != len(text):
        starts = [*accumulate(map(len, rows.texts), initial=0)]
        places = [bisect_left(starts, place) for place in places]
    return [row for row in places if joints[row] == FREE]


def _rigid(kinds: str, rows: Rows) -> bytes:
    """Where characters are not spread."""
    rigid = bytearray(len(kinds) + 1)
    if any(kind in kinds for kind in _UNSPREAD):
        for match in _UNSTRETCHED.finditer(kinds):
            rigid[match.start()] = 1
    if rows.steady:
        for match in _PAIR.finditer(kinds):
            rigid[match.start()] = 1
    for row in (*rows.inner, *rows.kept):
        rigid[row] = 1
    for row in rows.seams:
        rigid[row + 1] = 1
    return bytes(rigid[1:])


def _gaps(rows: Rows, kinds: str, autospace: int, tracking: int) -> list[int]:
    """What follows each row: no tracking where a mark belongs to its neighbour."""
    count = len(rows.gids)
    gaps = [tracking] * count
    if tracking:
        for row in rows.inner:
            gaps[row - 1] = 0
        for match in _CLOSE_TO.finditer(kinds):
            gaps[match.start()] = 0
    for row in rows.seams:
        gaps[row] += autospace
    for row, blank in rows.partings.items():
        gaps[row] = max(gaps[row], blank)
    return gaps


def itemize(
    paragraph: Paragraph, library: LibraryLike
) -> tuple[Items, tuple[Lack, ...]]:
    """The paragraph's columns, and the characters that no face has."""
    setting = paragraph.setting
    copy = as_set(paragraph.text)
    if any(run.mark == "note" for run in paragraph.runs):
        copy = _noted(copy, paragraph.runs)
    rows = Rows(setting, library)
    if setting.vertical:
        from printpress.text.standing import standing
        from printpress.text.vertical_rows import VerticalRows

        copy, rows = standing(copy), VerticalRows(setting, library)
    _fill(rows, copy, paragraph.runs)
    kinds = "".join(rows.kinds)
    em, style = setting.size, setting.punctuation
    half = round(style.floor * em)
    if style.pairs:
        kinds = _group_bangs(kinds, rows.widths, rows.inner, em)
        _squeeze_pairs(kinds, rows, half)
    else:
        for match in BANG_GROUP.finditer(kinds):
            rows.inner.extend(range(match.start() + 1, match.end()))
    marks, readings = dress(rows.worn, kinds, rows, half) if rows.worn else ((), ())
    if rows.solid:
        kinds = made_solid(kinds, rows.solid)
    autospace = round(setting.autospace * em)
    if not autospace:
        rows.seams.clear()
    gaps = _gaps(rows, kinds, autospace, setting.tracking)
    joints = _joints(kinds, rows, setting.prohibition, copy)
    hyphens = hyphenate(rows, copy.text, joints, setting.hyphenate)
    items = Items(
        kinds=kinds,
        texts=tuple(rows.texts),
        origins=copy.origins,
        gids=tuple(rows.gids),
        widths=tuple(rows.widths),
        shifts=tuple(rows.shifts),
        gaps=tuple(gaps),
        sums=tuple(accumulate(map(add, rows.widths, gaps), initial=0)),
        joints=bytes(joints),
        hyphens=hyphens,
        rigid=_rigid(kinds, rows),
        seams=tuple(rows.seams),
        voices=tuple(rows.voices),
        crosses=rows.crosses,
        em=em,
        half=half,
        style=style,
        autospace=autospace,
        autospace_most=round(setting.autospace_most * em),
        tied=_tied(kinds, rows, joints, copy.text),
        marks=marks,
        readings=readings,
        steady=rows.steady,
    )
    return items, tuple(Lack(copy.origins[at], char) for at, char in rows.lacks)
