"""Two records of an edition, story by story: what changed, and what was only moved.

A story whose copy changed is told once, with its words; one whose lines only break
otherwise, or stand otherwise because a neighbour grew, is told as that and no more.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from printpress.proof.record import Record, StoryRecord

Kind = Literal[
    "added", "removed", "text", "heading", "picture", "moved", "rebroken", "shifted"
]
"""New; gone; its copy, its heading or a picture changed; in another slot; the same copy
in other lines; the same lines in another place of its slot."""

_WORDS: Final = re.compile(r"[A-Za-z0-9_.%'’-]+|\s+|.", re.DOTALL)
"""Western words and numbers whole, each Chinese character by itself."""

ALIKE: Final = 0.4
"""Paragraphs that share less than this are two paragraphs, not one that changed."""


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


@dataclass(frozen=True, slots=True)
class Changed:
    """A paragraph or a part of a heading that changed."""

    part: str
    """``headline`` and so on; ``3`` for the third paragraph as it is now, or was."""
    pieces: tuple[Piece, ...]
    """All its words in their order."""


@dataclass(frozen=True, slots=True)
class StoryChange:
    """What happened to a story."""

    story: str
    """Its name."""
    kinds: tuple[Kind, ...]
    """What, the gravest first."""
    old_places: tuple[tuple[str, str], ...]
    """Pages and slots before."""
    new_places: tuple[tuple[str, str], ...]
    """Pages and slots now."""
    changed: tuple[Changed, ...] = ()
    """Its words that changed."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that happened between two records."""

    stories: tuple[StoryChange, ...]
    """Stories that are not as they were, in the order of the pages."""
    pages: tuple[str, ...]
    """Labels of pages that look otherwise, are new or gone."""
    furniture: tuple[tuple[str, Changed], ...]
    """Pages and lines of them that belong to no story and changed."""


def compare(old: Record, new: Record) -> Comparison:
    """What happened from the one to the other."""
    was, now = ({story.id: story for story in each.stories} for each in (old, new))
    changes = [
        *(_change(was[name], now[name]) for name in now if name in was),
        *(StoryChange(n, ("added",), (), now[n].places) for n in now if n not in was),
        *(StoryChange(n, ("removed",), was[n].places, ()) for n in was if n not in now),
    ]
    before = {page.label: page for page in old.pages}
    after = {page.label: page for page in new.pages}
    labels = [*after, *(label for label in before if label not in after)]
    pages = tuple(
        label
        for label in labels
        if label not in before
        or label not in after
        or before[label].content != after[label].content
    )
    furniture = tuple(
        (label, changed)
        for label in labels
        if label in before and label in after
        for changed in _paragraphs(before[label].furniture, after[label].furniture)
    )
    return Comparison(tuple(change for change in changes if change), pages, furniture)


def _change(old: StoryRecord, new: StoryRecord) -> StoryChange | None:
    headings = tuple(_headings(old, new))
    texts = tuple(_paragraphs(old.paragraphs, new.paragraphs))
    kinds = tuple(_kinds(old, new, heading=bool(headings), text=bool(texts)))
    if not kinds:
        return None
    return StoryChange(new.id, kinds, old.places, new.places, (*headings, *texts))


def _kinds(
    old: StoryRecord, new: StoryRecord, *, heading: bool, text: bool
) -> Iterator[Kind]:
    picture = old.pictures != new.pictures
    moved = old.places != new.places
    if text:
        yield "text"
    if heading:
        yield "heading"
    if picture:
        yield "picture"
    if moved:
        yield "moved"
    if text or heading or picture or moved:
        return
    if old.lines != new.lines:
        yield "rebroken"
    elif old.standing != new.standing:
        yield "shifted"


def _headings(old: StoryRecord, new: StoryRecord) -> Iterator[Changed]:
    was, now = dict(old.heading), dict(new.heading)
    for part in dict.fromkeys((*was, *now)):
        if was.get(part, "") != now.get(part, ""):
            yield Changed(part, pieces(was.get(part, ""), now.get(part, "")))


def _paragraphs(old: Sequence[str], new: Sequence[str]) -> Iterator[Changed]:
    """Paragraphs that are not as they were, beside what they were."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        was, now = enumerate(old[i:j], i + 1), enumerate(new[k:m], k + 1)
        yield from _paired(list(was), list(now))


def _paired(
    old: list[tuple[int, str]], new: list[tuple[int, str]]
) -> Iterator[Changed]:
    """Each new paragraph beside the first old one that it is like."""
    for number, text in new:
        like = next((one for one in old if _alike(one[1], text)), None)
        if like is None:
            yield Changed(str(number), (Piece("", text),))
            continue
        for gone in old[: old.index(like)]:
            yield Changed(str(gone[0]), (Piece(gone[1], ""),))
        old = old[old.index(like) + 1 :]
        yield Changed(str(number), pieces(like[1], text))
    for number, text in old:
        yield Changed(str(number), (Piece(text, ""),))


def _alike(old: str, new: str) -> bool:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Two texts word by word.

    >>> [(p.old, p.new) for p in pieces("早市6点开", "早市7点半开")]
    [('早市', '早市'), ('6', '7'), ('点', '点'), ('', '半'), ('开', '开')]
    """
    was, now = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    return tuple(
        Piece("".join(was[i:j]), "".join(now[k:m]))
        for _, i, j, k, m in matcher.get_opcodes()
    )
