"""Two texts word by word, and two lists of paragraphs: which one became which.

Paragraphs are paired by the characters and pairs of characters they share, in their
order, so that one that was divided, or two that were joined, are one change and not a
paragraph gone and another come. ``difflib`` then finds the words.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Final

from printpress.proof.record import BREAK

_WORDS: Final = re.compile(r"[A-Za-z0-9_.%'’-]+|\s+|.", re.DOTALL)
"""Western words and numbers whole, each Chinese character by itself."""

ALIKE: Final = 0.35
"""Paragraphs that share less than this are two paragraphs, not one that changed (tried
on the samples: strangers share up to 0.25, a paragraph half written anew has 0.5)."""

SCRAP: Final = 3
"""Characters that two longer changes may have between them and still be read as one: a
的 that both wordings happen to have says nothing."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a paragraph, as they were and as they are."""

    old: str
    """Gone if *new* is empty."""
    new: str
    """Added if *old* is empty; unchanged if both are equal."""

    @property
    def changed(self) -> bool:
        """Whether the words differ."""
        return self.old != self.new

    @property
    def size(self) -> int:
        """Characters of the longer wording."""
        return max(len(self.old), len(self.new))


@dataclass(frozen=True, slots=True)
class Changed:
    """A paragraph or a part of a heading that changed."""

    part: str
    """``headline`` and so on; ``3`` for the third paragraph as it is now, or was if it
    is gone; ``3-4`` where one was divided."""
    pieces: tuple[Piece, ...]
    """All its words in their order."""
    moved_from: str = ""
    """Where it was, if it is only in another place among its fellows."""


Numbered = tuple[int, str]
"""A paragraph and which it is."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Paragraphs that became other ones; either side may have none."""

    old: tuple[Numbered, ...]
    new: tuple[Numbered, ...]

    @property
    def likeness(self) -> float:
        return likeness(_joined(self.old), _joined(self.new))

    def __add__(self, other: "_Row") -> "_Row":
        return _Row(self.old + other.old, self.new + other.new)


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Two texts word by word.

    >>> [(p.old, p.new) for p in pieces("早市6点开", "早市7点半开")]
    [('早市', '早市'), ('6', '7'), ('点', '点'), ('', '半'), ('开', '开')]
    """
    was, now = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    settled: list[Piece] = []
    for _, i, j, k, m in matcher.get_opcodes():
        settled.append(Piece("".join(was[i:j]), "".join(now[k:m])))
        while len(settled) > 2 and _is_one(*settled[-3:]):  # noqa: PLR2004 - a scrap
            last = settled[-3:]
            settled[-3:] = [
                Piece("".join(p.old for p in last), "".join(p.new for p in last))
            ]
    return tuple(settled)


def _is_one(before: Piece, between: Piece, after: Piece) -> bool:
    """Whether two changes are better read as one."""
    if not before.changed or between.changed or not after.changed:
        return False
    return (
        between.size <= SCRAP
        and between.size < min(before.size, after.size)
        and between.new.isalnum()  # a mark parts clauses, which are read one by one
    )


def likeness(old: str, new: str) -> float:
    """How much two texts share, from 0 to 1: characters and pairs of neighbours.

    >>> likeness("第1版", "第2版"), likeness("", "桥"), likeness("桥", "桥")
    (0.4, 0.0, 1.0)
    """
    was, now = _grams(old), _grams(new)
    whole = was.total() + now.total()
    return 2 * (was & now).total() / whole if whole else 1.0


@lru_cache(maxsize=4096)
def _grams(text: str) -> Counter[str]:
    return Counter(text) + Counter(a + b for a, b in pairwise(text))


def paragraphs(old: Sequence[str], new: Sequence[str]) -> Iterator[Changed]:
    """Paragraphs that are not as they were, beside what they were."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    blocks = [block for block in matcher.get_opcodes() if block[0] != "equal"]
    at = {old[n]: str(n + 1) for _, i, j, _, _ in blocks for n in range(i, j)}
    gone = Counter(text for _, i, j, _, _ in blocks for text in old[i:j])
    come = Counter(text for _, _, _, k, m in blocks for text in new[k:m])
    moved = {text for text in gone if text and gone[text] == come[text] == 1}
    for _, i, j, k, m in blocks:
        was = [(n, old[n - 1]) for n in range(i + 1, j + 1) if old[n - 1] not in moved]
        now = [(n, new[n - 1]) for n in range(k + 1, m + 1) if new[n - 1] not in moved]
        for row in _joined_rows(_paired(was, now)):
            yield _told(row)
        for number, text in enumerate(new[k:m], k + 1):
            if text in moved:
                yield Changed(str(number), (Piece(text, text),), at[text])


def _told(row: _Row) -> Changed:
    numbers = [number for number, _ in row.new or row.old]
    part = str(numbers[0])
    if len(numbers) > 1:
        part += f"-{numbers[-1]}"
    old, new = _joined(row.old), _joined(row.new)
    both = row.old and row.new
    return Changed(part, pieces(old, new) if both else (Piece(old, new),))


def _joined(numbered: Sequence[Numbered]) -> str:
    return BREAK.join(text for _, text in numbered)


def _paired(old: Sequence[Numbered], new: Sequence[Numbered]) -> list[_Row]:
    """Who became whom, in order, so that as much as possible is shared in all."""
    alike = [[_worth(was, now) for _, now in new] for _, was in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for k in reversed(range(len(new))):
            paired = best[i + 1][k + 1] + alike[i][k] if alike[i][k] else 0.0
            best[i][k] = max(best[i + 1][k], best[i][k + 1], paired)
    rows = []
    i = k = 0
    while i < len(old) and k < len(new):
        if alike[i][k] and best[i][k] == best[i + 1][k + 1] + alike[i][k]:
            rows.append(_Row((old[i],), (new[k],)))
            i, k = i + 1, k + 1
        elif best[i][k] == best[i + 1][k]:
            rows.append(_Row((old[i],), ()))
            i += 1
        else:
            rows.append(_Row((), (new[k],)))
            k += 1
    rows.extend(_Row((one,), ()) for one in old[i:])
    rows.extend(_Row((), (one,)) for one in new[k:])
    return rows


def _worth(old: str, new: str) -> float:
    like = likeness(old, new)
    return like if like >= ALIKE else 0.0


def _joined_rows(rows: list[_Row]) -> list[_Row]:
    """Beside a pair, what was divided from it or joined to it is part of it."""
    done: list[_Row] = []
    for row in rows:
        done.append(row)
        while len(done) > 1 and _belong(done[-2], done[-1]):
            done[-2:] = [done[-2] + done[-1]]
    return done


def _belong(one: _Row, other: _Row) -> bool:
    pairs = [row for row in (one, other) if row.old and row.new]
    return len(pairs) == 1 and (one + other).likeness > pairs[0].likeness
