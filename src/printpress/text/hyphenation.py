"""Where Western words may be parted at a line's end, and the hyphen drawn there.

Places come from the patterns of pyphen, which is loaded only for copy that has a word
long enough in a setting that allows it (clreq
§handling_western_text_in_chinese_text_using_proportional_western_fonts: Western words
are divided at their syllables only). The hyphen is no part of the copy.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Final

from printpress.text.items import HYPHEN, UNIT, Hyphen
from printpress.text.rows import Rows

LEAST_BEFORE: Final = 3
"""Letters that stay in front of a hyphen: in a narrow column ty- is a stub."""
LEAST_AFTER: Final = 3
"""Letters that go to the next line."""

_BEFORE: Final = r"(?<![!#-&*-Z\\^-z|~À-ɏ’])"
_AFTER: Final = r"""(?=(?:['’]s)?[,.;:!?)\]}"'’”]*(?:[^!-~À-ɏ’]|$))"""
_WORD: Final = re.compile(f"{_BEFORE}[a-z]{{6,}}{_AFTER}")
"""A word of six letters or more by itself: no name, acronym, address or compound, and
none with digits or accents, of which the patterns know nothing."""
_LAST_SAID: Final = re.compile(r"\w\W*$")


@lru_cache(maxsize=1024)
def places(word: str, language: str) -> tuple[int, ...]:
    """Before which letters a word may be parted.

    ``KeyError`` where there are no patterns for the language.

    >>> places("newspaper", "en_GB")
    (4, 6)
    """
    from pyphen import Pyphen

    patterns = Pyphen(lang=language, left=LEAST_BEFORE, right=LEAST_AFTER)
    return tuple(int(place) for place in patterns.positions(word))


def words(text: str) -> Iterator[tuple[int, str]]:
    """The words that may be parted, and where they begin.

    Never the paragraph's last: half a word makes no last line.

    >>> [*words("读newspaper，访Newspaper与a.newspaper，再用computer。")]
    [(1, 'newspaper')]
    """
    found = [*_WORD.finditer(text)]
    last = _LAST_SAID.search(text) if found else None
    for match in found:
        if last is None or match.end() <= last.start():
            yield match.start(), match[0]


def hyphenate(
    rows: Rows, text: str, joints: bytearray, language: str
) -> dict[int, Hyphen]:
    """Marks the joints where words may be parted; gives the hyphen of each."""
    hyphens: dict[int, Hyphen] = {}
    found = [*words(text)] if language else []
    starts = [*accumulate(map(len, rows.texts), initial=0)] if found else []
    for start, word in found:
        first = bisect_left(starts, start)
        for place in places(word, language):
            row = bisect_left(starts, start + place)
            hyphen = _hyphen(rows, first, row, word[:place])
            if hyphen and joints[row] == UNIT:
                joints[row] = HYPHEN
                hyphens[row] = hyphen
    return hyphens


def _hyphen(rows: Rows, first: int, row: int, letters: str) -> Hyphen | None:
    """The hyphen behind letters already set, kerned with the last of them.

    None where the face has none, or sets the letters otherwise before it: the place is
    inside a ligature, or another face has begun.
    """
    table = rows.table_at(first)
    if not table.has("-") or rows.table_at(row - 1) is not table:
        return None
    shapes = table.shape(f"{letters}-")
    if list(shapes.gids[:-1]) != rows.gids[first:row]:
        return None
    more = sum(shapes.widths) - sum(rows.widths[first:row])
    return Hyphen(shapes.gids[-1], more, shapes.widths[-1] - shapes.shifts[-1])
