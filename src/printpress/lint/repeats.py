"""Words written twice, and sentences of a series that break its pattern.

Chinese doubles words on purpose (看看, 一个一个, 的的确确), so only what hardly ever
stands twice by intent is asked about.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic
from printpress.lint.pieces import MARKS, Piece, pieces_of

_DOUBLED: Final = re.compile(r"([的了是在和与及为将也都就这那其被从])\1")
"""Small words that a slip of the hand doubles."""

_MEANT: Final = re.compile(
    "目的的|的的确确|的的喀喀|为了了|不甚了了|小时了了|了了[然于]|是是非非|唯唯是是|和和气气|"
    "和和美美|和和睦睦|从从容容|在在|将将|都都|[一之]了了"
)
"""Where two of them belong together after all."""

_PHRASE: Final = re.compile(r"((?!一)[一-鿿]{3,12})\1")
"""Three characters or more, and the same again: 工作会工作会, but 一个字一个字."""

_DOUBLED_MARK: Final = re.compile(
    "[，、；：][，、；：。！？]|。[，、；：。]|[！？][，、。；：]"
)
"""Two stops where one belongs; ！！ and ？！ are for their author to say."""

_CLAUSE: Final = re.compile(f"[^{MARKS}]+")

SISTERS: Final = 4
"""Clauses of one pattern that make a series (taste: three are often chance)."""

_TAIL: Final = 4
"""Characters that the varying end of such a clause has at most."""

_ORDER: Final = "一二三四五六七八九十"
_POINT: Final = re.compile(
    rf"(?:^|(?<=[，。；：、“\s]))([{_ORDER}])([是要])(?=[一-鿿])"
)
"""一是 … 二是 …"""


def doubled_words(story: Story) -> Iterator[Diagnostic]:
    """Words, phrases and stops that stand twice in a row."""
    told: set[str] = set()
    for piece in pieces_of(story):
        meant = {
            at for m in _MEANT.finditer(piece.text) for at in range(m.start(), m.end())
        }
        for pattern in (_DOUBLED, _PHRASE, _DOUBLED_MARK):
            for match in pattern.finditer(piece.text):
                if match.start() in meant or match.start() + 1 in meant:
                    continue
                if match[0] in told:
                    continue
                told.add(match[0])
                yield _doubled(piece, match)


def _doubled(piece: Piece, match: re.Match[str]) -> Diagnostic:
    words = match[0]
    return piece.warning(
        "doubled-word",
        match,
        Both(
            f'"{words}" in story "{piece.story}" is doubled',
            f"稿件“{piece.story}”中“{words}”重复",
        ),
        fix=Both("delete one of the two", "删去多余的一个"),
    )


def repeated_sentences(story: Story, least: int = 12) -> Iterator[Diagnostic]:
    """Sentences of *least* characters or more that a story says twice."""
    seen: Counter[str] = Counter()
    for piece in pieces_of(story):
        if not piece.paragraph or piece.paragraph.kind == "verse":  # refrains
            continue
        for match in re.finditer("[^。！？…]+[。！？…]", piece.text):
            sentence = match[0].strip("“”‘’ \u3000")
            if len(sentence) < least:
                continue
            seen[sentence] += 1
            if seen[sentence] == 2:  # noqa: PLR2004 - told once
                yield piece.warning(
                    "repeated-sentence",
                    match,
                    Both(
                        f'story "{piece.story}" says this sentence twice: {sentence}',
                        f"稿件“{piece.story}”中这一句出现了两次：{sentence}",
                    ),
                    fix=Both("delete one of the two", "删去其中一句"),
                )


def broken_series(story: Story) -> Iterator[Diagnostic]:
    """Sentences of a series of which one breaks the pattern, or a point is missing.

    Four say 在…上持续发力, 用力, 加力, 聚力, and one 在…上持续三年行动: a slip seen in
    print (domain notes 1.3). Points 一是 … 三是 without 二是 are the other kind.
    """
    points: list[tuple[int, Piece, re.Match[str]]] = []
    for piece in pieces_of(story):
        if piece.kind == "body":
            yield from _odd_clauses(piece)
            found = _POINT.finditer(piece.text)
            points += [(_ORDER.index(m[1]), piece, m) for m in found]
    for (before, _, first), (here, piece, match) in pairwise(points):
        if match[2] == first[2] and here > before + 1:
            yield _gap(piece, match, _ORDER[before + 1] + match[2])


def _odd_clauses(piece: Piece) -> Iterator[Diagnostic]:
    clauses = list(_CLAUSE.finditer(piece.text))
    if len(clauses) < SISTERS:
        return
    groups = _sisters(clauses)
    told: set[int] = set()
    series = [key for key, tails in groups.items() if len(tails) >= SISTERS]
    for key in sorted(series, key=lambda key: (-len(key[1]), key)):
        tails = groups[key]
        lengths = Counter(len(tail) for _, tail in tails)
        usual, count = lengths.most_common(1)[0]
        odd = [(m, tail) for m, tail in tails if len(tail) != usual]
        if len(odd) != 1 or count != len(tails) - 1:
            continue
        match, tail = odd[0]
        if match.start() in told or len(tail) <= usual:
            continue
        told.add(match.start())
        like = "、".join(t for m, t in tails if m is not match)
        yield _odd(piece, match, tail, like)


def _sisters(
    clauses: list[re.Match[str]],
) -> dict[tuple[str, str], list[tuple[re.Match[str], str]]]:
    """Clauses by their first character and the words before their end."""
    groups: dict[tuple[str, str], list[tuple[re.Match[str], str]]] = {}
    for match in clauses:
        words = match[0]
        for size in (3, 4):
            for at in range(2, len(words) - size):
                tail = words[at + size :]
                if 1 <= len(tail) <= _TAIL and not tail.isascii():
                    key = (words[0], words[at : at + size])
                    groups.setdefault(key, []).append((match, tail))
    return groups


def _odd(piece: Piece, match: re.Match[str], tail: str, like: str) -> Diagnostic:
    return piece.warning(
        "broken-parallel",
        match,
        Both(
            f'"{match[0]}" in story "{piece.story}" breaks the pattern of its sister '
            f"sentences, which end with {like}",
            f"稿件“{piece.story}”中“{match[0]}”与并列的几句（{like}）不一致",
        ),
        fix=Both(
            f'look whether "{tail}" is meant here, or a slip of the hand',
            f"请核对“{tail}”是否笔误",
        ),
    )


def _gap(piece: Piece, match: re.Match[str], lacking: str) -> Diagnostic:
    return piece.warning(
        "broken-parallel",
        match,
        Both(
            f'story "{piece.story}" comes to {match[0]} without {lacking}',
            f"稿件“{piece.story}”写到“{match[0]}”，前面缺“{lacking}”",
        ),
        fix=Both("write the missing point, or number anew", "补上这一条，或重新排序"),
    )
