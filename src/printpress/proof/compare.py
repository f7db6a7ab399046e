"""Two records of an edition, story by story: what changed, and what was only moved.

A story whose copy changed is told once, with its words; one whose lines only break
otherwise, or stand otherwise because a neighbour grew, is told as that and no more.
"""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from printpress.proof.record import BREAK, Record, StoryRecord
from printpress.proof.wording import (
    Changed,
    Piece,
    likeness,
    paragraphs,
    pieces,
)

__all__ = ["KINDS", "Changed", "Comparison", "Kind", "Piece", "StoryChange", "compare"]

Kind = Literal[
    "added",
    "removed",
    "renamed",
    "text",
    "punctuation",
    "heading",
    "picture",
    "moved",
    "look",
    "overset",
    "rebroken",
    "shifted",
]
"""New; gone; the same story under another file name; its copy changed, or only marks
and blanks in it; its heading or a picture did; in another slot; the same words marked
otherwise (bold, subheads, pinyin); more or less of it finds room; the same copy in
other lines; the same lines in another place of its slot."""

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
"""The gravest first."""

RENAMED: Final = 0.6
"""What a story has to share with one of another name to be that one (taste: a follow-up
to yesterday's news shares far less)."""


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
    headline: str = ""
    """Its headline as it is now, or was."""
    old_story: str = ""
    """Its name before, if that was another."""
    over: int = 0
    """Characters of it that find no room now, and stand on no page."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that happened between two records."""

    stories: tuple[StoryChange, ...]
    """Stories that are not as they were, in the order of the pages."""
    pages: tuple[str, ...]
    """Labels of pages that look otherwise, are new or gone."""
    furniture: tuple[tuple[str, Changed], ...]
    """Pages and lines of them that belong to no story and changed."""

    def __bool__(self) -> bool:
        """Whether anything happened."""
        return bool(self.stories or self.pages or self.furniture)

    def of_pages(self, labels: Collection[str]) -> "Comparison":
        """What of it concerns some pages."""
        return Comparison(
            tuple(
                change
                for change in self.stories
                if any(
                    page in labels for page, _ in change.old_places + change.new_places
                )
            ),
            tuple(label for label in self.pages if label in labels),
            tuple(line for line in self.furniture if line[0] in labels),
        )


def compare(old: Record, new: Record) -> Comparison:
    """What happened from the one to the other."""
    before = {page.label: page for page in old.pages}
    after = {page.label: page for page in new.pages}
    labels = sorted({*before, *after}, key=_page_order)
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
        for changed in paragraphs(before[label].furniture, after[label].furniture)
    )
    return Comparison(tuple(_stories(old, new)), pages, furniture)


def _page_order(label: str) -> tuple[int, ...]:
    return tuple(int(number) for number in label.split("-"))


def _stories(old: Record, new: Record) -> list[StoryChange]:
    was, now = ({story.id: story for story in each.stories} for each in (old, new))
    gone = [story for name, story in was.items() if name not in now]
    come = [story for name, story in now.items() if name not in was]
    called = _renamed(gone, come)
    found = [_change(was[name], story) for name, story in now.items() if name in was]
    for story in come:
        if story.id in called:
            found.append(_change(was[called[story.id]], story))
        else:
            found.append(_one_sided("added", story))
    left = [story for story in gone if story.id not in called.values()]
    found.extend(_one_sided("removed", story) for story in left)
    order = {name: number for number, name in enumerate((*now, *was))}
    changes = [change for change in found if change]
    return sorted(changes, key=lambda change: _place_order(change, order))


def _place_order(
    change: StoryChange, order: Mapping[str, int]
) -> tuple[tuple[int, ...], int]:
    places = change.new_places or change.old_places
    return _page_order(places[0][0]), order[change.story]


def _one_sided(kind: Literal["added", "removed"], story: StoryRecord) -> StoryChange:
    """A story that only one of both has, with all its words."""

    def piece(text: str) -> tuple[Piece]:
        return (Piece("", text) if kind == "added" else Piece(text, ""),)

    words = (*story.heading, *story.asides, *_captions(story).items())
    told = [(part, text) for part, text in words if text]
    told.extend((str(n), text) for n, text in enumerate(story.paragraphs, 1))
    old, new = ((), story.places) if kind == "added" else (story.places, ())
    changed = tuple(Changed(part, piece(text)) for part, text in told)
    over = story.over if kind == "added" else 0
    return StoryChange(
        *(story.id, (kind,), old, new, changed, _headline(story)), over=over
    )


def _renamed(gone: list[StoryRecord], come: list[StoryRecord]) -> Mapping[str, str]:
    """Stories that have another name now, and what it was: the likest first."""
    pairs = sorted(
        (
            (-likeness(_words(was), _words(now)), n, m)
            for n, was in enumerate(gone)
            for m, now in enumerate(come)
        ),
    )
    called: dict[str, str] = {}
    for unlike, n, m in pairs:
        old, new = gone[n].id, come[m].id
        if -unlike >= RENAMED and new not in called and old not in called.values():
            called[new] = old
    return called


def _words(story: StoryRecord) -> str:
    return BREAK.join((*(words for _, words in story.heading), *story.paragraphs))


def _headline(story: StoryRecord) -> str:
    return dict(story.heading).get("headline", "")


def _captions(story: StoryRecord) -> dict[str, str]:
    return {
        f"caption {number}": words
        for number, (_, words, _) in enumerate(story.pictures, 1)
    }


def _change(old: StoryRecord, new: StoryRecord) -> StoryChange | None:
    headings = _parts(dict(old.heading), dict(new.heading))
    texts = (
        *_parts(dict(old.asides), dict(new.asides)),
        *paragraphs(old.paragraphs, new.paragraphs),
    )
    captions = _parts(_captions(old), _captions(new))
    kinds = {
        "renamed": old.id != new.id,
        "text": bool(texts),
        "heading": bool(headings),
        "picture": old.pictures != new.pictures,
        "moved": old.places != new.places,
        "look": not texts and old.look != new.look,
    }
    happened = [kind for kind, so in kinds.items() if so]
    if texts and _marks_only(texts):
        happened[happened.index("text")] = "punctuation"
    if set(happened) <= {"renamed"}:
        happened.extend(_standing(old, new))
    if not happened:
        return None
    return StoryChange(
        story=new.id,
        kinds=tuple(kind for kind in KINDS if kind in happened),
        old_places=old.places,
        new_places=new.places,
        changed=(*headings, *texts, *captions),
        headline=_headline(new),
        old_story=old.id if old.id != new.id else "",
        over=new.over,
    )


def _parts(was: Mapping[str, str], now: Mapping[str, str]) -> tuple[Changed, ...]:
    """Parts with names whose words changed."""
    return tuple(
        Changed(part, pieces(was.get(part, ""), now.get(part, "")))
        for part in dict.fromkeys((*was, *now))
        if was.get(part, "") != now.get(part, "")
    )


def _marks_only(texts: Iterable[Changed]) -> bool:
    """Whether nothing but marks, blanks and ends of paragraphs changed."""
    return not any(
        unicodedata.category(character)[0] not in "PZ"
        for changed in texts
        for piece in changed.pieces
        if piece.changed or changed.moved_from
        for character in piece.old + piece.new
    )


def _standing(old: StoryRecord, new: StoryRecord) -> Iterator[Kind]:
    """What became of a story in which nothing changed."""
    if old.lines != new.lines:
        yield "rebroken" if _set(old) == _set(new) else "overset"
    elif old.standing != new.standing:
        yield "shifted"


def _set(story: StoryRecord) -> Counter[str]:
    """The characters that stand on pages, but for what breaking a line adds."""
    return Counter("".join("".join(story.lines).split()).replace("-", ""))
