"""Plain text → paragraphs: a line each, unless lines were broken by width."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from printpress.content.lines import is_western
from printpress.diagnostics import Both
from printpress.intake.draft import Block, Draft, Piece, Remark

TERMINAL: Final = "。！？…”）："
"""What a paragraph ends with (newspaper-domain 1.2, measured on a printed page)."""
_WIDE: Final = 12
"""Characters of the narrowest column whose lines would be broken by hand."""
_SLACK: Final = 3
"""Characters by which lines broken at one width differ."""
_BROKEN: Final = 3
"""Lines of one width, ended amid a sentence, that tell a text broken by width."""
_CANNOT_BEGIN: Final = "，。、；：！？”’）》】…"


def read_plain(text: str) -> Draft:
    """The paragraphs of a text."""
    lines = text.split("\n")
    remarks: list[Remark] = []
    if _broken_by_width(lines):
        paragraphs = list(_rejoined(lines))
        ends = sum(1 for line in lines if line.strip()) - len(paragraphs)
        remarks.append(
            Remark(
                "guessed",
                Both(
                    f"lines of one width were made paragraphs again: {ends} line ends "
                    "are gone",
                    f"按宽度折行的文字已接成段落，去掉 {ends} 个换行",
                ),
            )
        )
    else:
        paragraphs = [line.strip() for line in lines if line.strip()]
    blocks = tuple(
        Block((Piece(words.replace("\t", "\u3000")),)) for words in paragraphs
    )
    return Draft(blocks, remarks=tuple(remarks), written=text)


def _broken_by_width(lines: list[str]) -> bool:
    told = [line.rstrip() for line in lines if line.strip()]
    widest = max(map(len, told), default=0)
    full = [
        line
        for line in told
        if len(line) >= widest - _SLACK and line[-1] not in TERMINAL
    ]
    return widest >= _WIDE and len(full) >= max(_BROKEN, len(told) // 3)


def _rejoined(lines: list[str]) -> Iterator[str]:
    """Paragraphs parted by blank lines, indents or lines that end short."""
    widest = max(len(line.rstrip()) for line in lines)
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        if blank:
            continue
        open_words = ""
        for line in group:
            indented = re.match(r"[\u3000 ]{2}", line) is not None
            if open_words and indented:
                yield open_words
                open_words = ""
            open_words = joined(open_words, line.strip())
            if len(line.rstrip()) < widest - _SLACK:
                yield open_words
                open_words = ""
        if open_words:
            yield open_words


def joined(first: str, second: str) -> str:
    """Two parts of a sentence as one: a blank between Western words alone.

    >>> joined("主动纳", "入治理"), joined("the old", "bridge")
    ('主动纳入治理', 'the old bridge')
    """
    if not (first and second):
        return first + second
    blank = " " if is_western(first[-1]) and is_western(second[0]) else ""
    return first + blank + second


def goes_on(before: str, after: str) -> bool:
    """Whether a block of text goes on in the next: it ends amid a sentence.

    >>> goes_on("主动纳", "入治理实践"), goes_on("形势分析。", "三街镇")
    (True, False)
    """
    return before[-1:] not in TERMINAL or after[:1] in _CANNOT_BEGIN
