"""White space of the copy: where setting keeps it, and where it replaces it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from printpress.text.classify import classify
from printpress.text.punctuation import EXTEND, FULL_DIGIT, HAN_LIKE, SPACE, WESTERN

_SPACES: Final = re.compile("U+")
_ANY_SPACE: Final = re.compile(r"[^\S\u2002\u2003\u2009\u3000]")
_NO_BREAK: Final = re.compile("[\u00a0\u202f]")
_SPACED: Final = HAN_LIKE + "YV" + FULL_DIGIT
"""Between these and Western copy a space as typed is the gap that setting puts there
(clreq §handling_western_text_in_chinese_text_using_proportional_western_fonts)."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A paragraph's text as set, its stray white space gone."""

    text: str
    """What is set."""
    kinds: str
    """The class of each character."""
    origins: Sequence[int]
    """Where each character stood in the text as written."""
    spaced: frozenset[int]
    """Characters before which a space stood between Han and Western copy."""
    glued: tuple[int, ...] = ()
    """Characters that stay with the one before though both stand upright in a vertical
    line: GDP, 25％."""
    bound: frozenset[int] = frozenset()
    """Characters before which a space stood that no line may end at."""


def as_set(written: str) -> Copy:
    """The copy with white space where Western words need it, and nowhere else.

    A line end or a space between Chinese characters counts for nothing (CSS Text 3
    4.1.3), between Han and Latin letters it is the gap that stands there anyway, and
    only between Western words it remains, as one space.
    """
    kinds = classify(written)
    if SPACE not in kinds and not written[:1].isspace():
        return Copy(written, kinds, range(len(written)), frozenset())
    kept: list[tuple[int, int]] = []
    spaced: set[int] = set()
    bound: set[int] = set()
    at = len(written) - len(written.lstrip())
    end = len(written.rstrip())
    here = 0  # characters kept so far
    for match in _SPACES.finditer(kinds, at, end):
        start, stop = match.span()
        left = before(kinds, start)
        in_word, goes_on = left in WESTERN, kinds[stop] in WESTERN
        kept.append((at, start + (in_word and goes_on)))
        here += kept[-1][1] - at
        if in_word != goes_on and (left if goes_on else kinds[stop]) in _SPACED:
            spaced.add(here)
        if _NO_BREAK.search(written, start, stop):
            bound.add(here)
        at = stop
    kept.append((at, end))
    text = "".join(written[first:last] for first, last in kept)
    origins = [at for first, last in kept for at in range(first, last)]
    return Copy(
        _ANY_SPACE.sub(" ", text),
        "".join(kinds[first:last] for first, last in kept),
        origins,
        frozenset(spaced),
        bound=frozenset(bound),
    )


def before(kinds: str, at: int) -> str:
    """The class of the character before, whatever combines with it; SPACE for none."""
    while at and kinds[at - 1] == EXTEND:
        at -= 1
    return kinds[at - 1] if at else SPACE
