"""Names and posts against the edition's register: the gravest errors of all.

A newsroom counts leaders' names, posts and their order to its class A (domain notes
2.8). Only what the register knows is judged: a name of it under a post that it does not
give, a post of it before a name that is nearly one of its own, and the order of names
that are listed together.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, Note, warning
from printpress.lint.pieces import Piece, pieces_of
from printpress.spec.register import Official, Register

_TITLE: Final = re.compile(
    "(?:[\u4e00-\u9fff、]{0,16}?(?:书记|镇长|区长|市长|县长|街道办主任|主任|委员|主席|局长|"
    "部长|所长|院长|校长|会长|秘书长))$"
)
"""Words before a name that end with a post."""

_LIST: Final = re.compile(
    "^(?:[\u4e00-\u9fff（）]{0,14}[、和]){1,2}[\u4e00-\u9fff]{0,14}$|^[、，和]$"
)
"""What stands between two names of one list: 、 and perhaps the next one's post."""


def names_and_posts(register: Register, story: Story) -> Iterator[Diagnostic]:
    """What the story says of the register's persons otherwise than the register."""
    for piece in pieces_of(story):
        named = sorted(
            (match.start(), person)
            for person in register.officials
            for match in re.finditer(re.escape(person.name), piece.text)
        )
        for at, person in named:
            yield from _post(piece, at, person)
        yield from _order(register, piece, named)
        yield from _misspelt(register, piece)


def _post(piece: Piece, at: int, person: Official) -> Iterator[Diagnostic]:
    """A post before the name that is not the person's."""
    before = piece.text[:at]
    stretch = re.split("[，。；：！？“”（）]", before)[-1]
    titled = _TITLE.search(stretch)
    if not titled:
        return
    last = titled[0].split("、")[-1]
    if any(last.endswith(post) for post in person.posts):
        return
    yield warning(
        "wrong-post",
        piece.place(at - len(last), at + len(person.name)),
        Both(
            f'story "{piece.story}" calls {person.name} {last}; the register has '
            f"{'、'.join(person.posts)}",
            f"稿件“{piece.story}”称{person.name}为“{last}”，"
            f"名册中是{'、'.join(person.posts)}",
        ),
        fix=Both("correct the post, or the register", "改正职务，或更新名册"),
        notes=_in_register(person),
    )


def _misspelt(register: Register, piece: Piece) -> Iterator[Diagnostic]:
    """A post of the register before a name that is nearly its holder's."""
    names = {person.name for person in register.officials}
    for person in register.officials:
        for post in person.posts:
            for match in re.finditer(re.escape(post), piece.text):
                start, end = match.end(), match.end() + len(person.name)
                written = piece.text[start:end]
                if written in names or not _nearly(written, person.name):
                    continue
                yield warning(
                    "wrong-name",
                    piece.place(start, end),
                    Both(
                        f'story "{piece.story}" writes {post}{written}; the register '
                        f"has {person.name}",
                        f"稿件“{piece.story}”写“{post}{written}”，名册中是“{person.name}”",
                    ),
                    fix=Both(f"write {person.name}", f"改为“{person.name}”"),
                    notes=_in_register(person),
                )


def _in_register(person: Official) -> tuple[Note, ...]:
    return (Note(person.span, Both("the register", "名册")),)


def _nearly(written: str, name: str) -> bool:
    """Whether all characters but one agree, or two have changed places."""
    if len(written) != len(name):
        return False
    same = sum(a == b for a, b in zip(written, name, strict=True))
    return 0 < same == len(name) - 1 or (same < len(name) and set(written) == set(name))


def _order(
    register: Register,
    piece: Piece,
    named: list[tuple[int, Official]],
) -> Iterator[Diagnostic]:
    """Names listed together in another order than the register's."""
    ranks = register.ranks
    for (first, one), (second, other) in pairwise(named):
        between = piece.text[first + len(one.name) : second]
        if not _LIST.match(between) or ranks[one.name] <= ranks[other.name]:
            continue
        yield warning(
            "name-order",
            piece.place(first, second + len(other.name)),
            Both(
                f'story "{piece.story}" names {one.name} before {other.name}; the '
                "register has them the other way round",
                f"稿件“{piece.story}”把{one.name}排在{other.name}之前，与名册次序相反",
            ),
            fix=Both("put them in the register's order", "按名册次序排列"),
            notes=_in_register(other),
        )
