"""How Western copy stands in vertical lines: upright, side by side, or turned (直排).

Single letters and acronyms stand upright one by one; words, sentences and long numbers
are turned a quarter clockwise; numbers of two or three digits stand upright side by
side in one em, 纵中横 (clreq
§h-handling_western_text_in_chinese_text_in_vertical_writing_mode). The four marks
： ； ？ ！ have a cell of their own and give nothing up; two of ？ ！ share one side by
side, the first at the left (clreq §exclamatory_question_marks).
"""

import re
from dataclasses import replace
from typing import Final

from printpress.text.punctuation import (
    BANGS,
    HEAD,
    NOTE,
    PREFIX,
    SIDE_BY_SIDE,
    SUFFIX,
    SYMBOL,
    TAIL,
    WESTERN,
    WHOLE_BANG,
)
from printpress.text.whitespace import Copy

FIXED: Final = frozenset("：；？！﹔﹕﹖﹗")
"""Marks that are an em long in vertical lines, wherever they stand."""

FULL_SIGNS: Final = frozenset("％‰‱℃℉№￥￡￠") | frozenset(
    map(chr, range(0x3380, 0x33E0))
)
"""Signs of an em, which stand upright beside a number however that stands."""

_STRETCH: Final = re.compile(f"[{WESTERN}](?:[{WESTERN}x]|U(?=[{WESTERN}]))*")
_PARTS: Final = re.compile(f"[{''.join(sorted(FULL_SIGNS))}]|[^{''.join(FULL_SIGNS)}]+")
_TOGETHER: Final = re.compile(
    r"\d{2,3}(?=%?$)|[A-Z]\d$|\d[A-Z]$|[A-Z]\+$|\d{1,2}\.$|\[\d{1,2}\]$"
)
"""25, 365 and 25 of 25%; A4, 5G, A+; 1. of a list and [1] of a note. Not 3.0, which
clreq has, too: narrowed to an em its point and digits become threads."""
_ONE_BY_ONE: Final = re.compile("[A-Za-z]$|[A-Z]{2,4}$|[0-9](?=%?$)|%$")
"""A, GDP, 5 and what is left of 5% and 25%."""
_NOTES: Final = re.compile(f"{NOTE}{{2,}}")
"""[1] of a note, which is a unit already."""
_LAID: Final = {PREFIX: HEAD, SUFFIX: TAIL}
_STOPS: Final = re.compile("[PB]")
_ABREAST: Final = re.compile("(?<!B)BB(?!B)")


def standing(copy: Copy) -> Copy:
    """The copy with the classes that its characters have in a vertical line.

    What stays Western is turned. What stands upright is set like Han, without a
    distance to it, but keeps together with the number or acronym it belongs to.
    """
    kinds = [*copy.kinds]
    glued: list[int] = []
    for match in _STRETCH.finditer(copy.kinds):
        if "U" not in match[0]:
            start, end = match.span()
            glued += range(start + 1, end)
            _stand(copy.text, kinds, start, end)
        _lay_signs(copy.text, kinds, match.span())
    for match in _NOTES.finditer(copy.kinds):
        start, end = match.span()
        if copy.text[start:end].isascii():
            kinds[start:end] = SIDE_BY_SIDE * (end - start)
    for match in _ABREAST.finditer(copy.kinds):
        start, end = match.span()
        kinds[start:end] = BANGS * 2
    for match in _STOPS.finditer("".join(kinds)):
        if copy.text[match.start()] in FIXED:
            kinds[match.start()] = WHOLE_BANG
    return replace(
        copy,
        kinds="".join(kinds),
        spaced=frozenset(
            at for at in copy.spaced if kinds[at] in WESTERN or kinds[at - 1] in WESTERN
        ),
        glued=tuple(glued),
    )


def _lay_signs(text: str, kinds: list[str], span: tuple[int, int]) -> None:
    """Makes signs that are no em wide (° ™ ±) part of the turned copy beside them."""
    for at in range(*span):
        if kinds[at] in _LAID and text[at] not in FULL_SIGNS:
            kinds[at] = _LAID[kinds[at]]


def _stand(text: str, kinds: list[str], start: int, end: int) -> None:
    """Gives a word or number the classes of what does not lie on its side."""
    for part in _PARTS.finditer(text, start, end):
        at, stop = part.span()
        while at < stop:
            if found := _TOGETHER.match(text, at, stop):
                kind = SIDE_BY_SIDE
            elif found := _ONE_BY_ONE.match(text, at, stop):
                kind = SYMBOL
            else:
                break
            kinds[at : found.end()] = kind * (found.end() - at)
            at = found.end()
