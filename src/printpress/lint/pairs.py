"""Quotation marks and brackets that have no partner, across a whole story.

A quotation of several paragraphs opens in each of them and closes in the last alone
(GB/T 15834 4.7.3.4), so what stays open at a paragraph's end is forgiven where the next
one opens the same mark again. ’ between or behind Latin letters is an apostrophe.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, warning
from printpress.lint.pieces import Piece, pieces_of

PARTNERS: Final = {
    "”": "“",
    "’": "‘",
    "》": "《",
    "〉": "〈",
    "）": "（",
    "」": "「",
    "』": "『",
    "】": "【",
    "〕": "〔",
    "］": "［",
    ")": "(",
    "]": "[",
}
"""Closing mark → the one that opens."""

_OPENING: Final = frozenset(PARTNERS.values())
_QUOTES: Final = frozenset("“‘「『")
_NUMERALS: Final = frozenset("0123456789abcdefghABCDEFGH一二三四五六七八九十①②③④⑤⑥⑦⑧⑨")


@dataclass(frozen=True, slots=True)
class _Open:
    """A mark that waits for its partner."""

    mark: str
    piece: Piece
    at: int


def unpaired_marks(story: Story) -> Iterator[Diagnostic]:
    """A warning for each mark that has no partner."""
    pieces = list(pieces_of(story))
    for number, piece in enumerate(pieces):
        left: list[_Open] = []
        for at, mark in enumerate(piece.text):
            if mark in _OPENING:
                left.append(_Open(mark, piece, at))
            elif mark in PARTNERS and not _no_bracket(piece.text, at):
                if left and left[-1].mark == PARTNERS[mark]:
                    left.pop()
                    continue
                within = [o.mark for o in left]
                if PARTNERS[mark] in within:  # what was opened inside it is at fault
                    while left[-1].mark != PARTNERS[mark]:
                        yield _unpaired(left.pop())
                    left.pop()
                else:
                    yield _unpaired(_Open(mark, piece, at))
        follower = pieces[number + 1] if number + 1 < len(pieces) else None
        for waiting in left:
            if not _goes_on(waiting, left, follower):
                yield _unpaired(waiting)


def _no_bracket(text: str, at: int) -> bool:
    """Whether the mark at that place closes nothing: an apostrophe, a list's 1）."""
    before = text[at - 1] if at else ""
    if text[at] == "’":
        return before.isascii() and before.isalnum()
    if text[at] in "）)":
        start = at
        while start and text[start - 1] in _NUMERALS:
            start -= 1
        opens = start and text[start - 1] in "（("
        ahead = text[start - 1] if start else ""
        return start < at and not opens and (not ahead or ahead in "，。；：、 \u3000")
    return False


def _goes_on(waiting: _Open, left: Sequence[_Open], follower: Piece | None) -> bool:
    """Whether a quotation goes on in the next paragraph, which opens it again."""
    if waiting.mark not in _QUOTES or follower is None or waiting is not left[0]:
        return False
    same = waiting.piece.kind == follower.kind == "body"
    return same and follower.text.startswith(waiting.mark)


def _unpaired(lone: _Open) -> Diagnostic:
    opens = lone.mark in _OPENING
    partners = {o: c for c, o in PARTNERS.items()} if opens else PARTNERS
    partner = partners[lone.mark]
    return warning(
        "unpaired-mark",
        lone.piece.place(lone.at),
        Both(
            f'"{lone.mark}" in story "{lone.piece.story}" has no "{partner}"',
            f"稿件“{lone.piece.story}”中的“{lone.mark}”没有配对的“{partner}”",
        ),
        fix=Both(
            f'write the missing "{partner}", or delete this mark',
            f"补上“{partner}”，或删去这个标点",
        ),
    )
