"""The name that somebody meant: near misses by edit distance."""

from collections.abc import Iterable
from functools import lru_cache

from printpress.diagnostics import Both

FAR = 2
"""Edits at most between what was written and what may have been meant."""


@lru_cache(maxsize=4096)
def distance(left: str, right: str) -> int:
    """Characters to insert, delete, replace or swap with a neighbour.

    >>> distance("leda", "lead"), distance("second", "secnd"), distance("a", "溪桥")
    (1, 1, 2)
    """
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, char in enumerate(left, 1):
        earlier, before = before, row
        row = [i]
        for j, other in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != other))
            swapped = i > 1 and j > 1 and left[i - 2] == other and char == right[j - 2]
            row.append(min(cost, earlier[j - 2] + 1) if swapped else cost)
    return row[-1]


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name closest to *name*; None if none is within two edits.

    Case and full-width letters are no edits; a name of two characters may differ in
    one, or everything would be near it.

    >>> nearest("Haed", ["lead", "head"]), nearest("xy", ["a", "b"])
    ('head', None)
    """
    folded = _folded(name)
    far = min(FAR, max(1, len(folded) - 1))
    best: tuple[int, str] | None = None
    for candidate in sorted(known):
        if abs(len(candidate) - len(folded)) > far:
            continue
        steps = distance(folded, _folded(candidate))
        shares = steps < max(len(folded), len(candidate))
        if steps <= far and shares and (best is None or steps < best[0]):
            best = (steps, candidate)
    return best[1] if best else None


def _folded(name: str) -> str:
    from unicodedata import normalize

    return normalize("NFKC", name).casefold()


def did_you_mean(name: str, known: Iterable[str]) -> Both:
    """The question to put before the list of known names; empty if none is near."""
    near = nearest(name, known)
    if near is None:
        return Both("", "")
    return Both(f'did you mean "{near}"? ', f"是不是想写“{near}”？")


def one_of(known: Iterable[str], most: int = 12) -> Both:
    """A choice among names: "one of" them in English, unless there is only one.

    >>> one_of(["lead"]).en, one_of(["lead", "second"]).en
    ('lead', 'one of lead, second')
    """
    names = list(known)
    shown = listed(names, most)
    return shown if len(names) == 1 else Both(f"one of {shown.en}", shown.zh)


def listed(known: Iterable[str], most: int = 12) -> Both:
    """Known names as people read them, the first dozen if there are many."""
    names = list(known)
    shown, more = names[:most], len(names) - most
    en, zh = ", ".join(shown), "、".join(shown)
    if more > 0:
        return Both(f"{en} and {more} more", f"{zh} 等 {len(names)} 个")
    return Both(en or "none", zh or "无")
