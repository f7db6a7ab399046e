"""What an edition said and where it stood, kept beside its files for later comparison.

``record.json`` holds no picture and no glyph: the copy of each story, its lines as they
were broken, a number for where they stand, and the content hash of each page.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any, Final

from printpress.content.story import Story
from printpress.makeup.placed import Page, PlacedPicture, SetLine
from printpress.pipeline import MadeUp
from printpress.proof.content_hash import (
    SHOWN,
    Numbered,
    content_hash,
    content_hashes,
    digest_of,
)

FILE: Final = "record.json"
"""Its name, beside the files of the edition."""

CLEAN: Final = "record.pdf"
"""The pages it is of, where those of the proof bear readers' marks."""

BREAK: Final = "\u2029"
"""Where a paragraph ends, in texts of several: Unicode's paragraph separator, which no
copy may hold."""

FORM: Final = 1
"""Raised with every change of what is kept."""

HEADING: Final = ("kicker", "headline", "deck", "byline")
"""What stands above a story's text."""


@dataclass(frozen=True, slots=True)
class StoryRecord:
    """One story of an edition."""

    id: str
    """Its name."""
    places: tuple[tuple[str, str], ...]
    """Pages and slots where it stands, in the order of reading."""
    heading: tuple[tuple[str, str], ...]
    """Parts of its heading and their words."""
    asides: tuple[tuple[str, str], ...]
    """Its line in the guide, its quote and its box of facts, as far as it has them."""
    paragraphs: tuple[str, ...]
    """Its copy."""
    look: str
    """A number for how its words are marked: bold, subheads, pinyin and so on."""
    lines: tuple[str, ...]
    """Its lines as they are broken, those of the heading too."""
    pictures: tuple[tuple[str, str, str], ...]
    """File, words under it, and a number for its pixels."""
    standing: str
    """A number for where all of it stands on its pages."""
    over: int = 0
    """Characters of it that find no room."""


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One page of an edition."""

    label: str
    """``1``, or ``4-5``."""
    content: str
    """Its content hash."""
    furniture: tuple[str, ...]
    """Its lines that belong to no story."""


@dataclass(frozen=True, slots=True)
class Record:
    """One edition of an issue."""

    title: str
    """What it is called."""
    edition: str
    """The edition's name."""
    pages: tuple[PageRecord, ...]
    """In order."""
    stories: tuple[StoryRecord, ...]
    """In the order of pages and slots."""
    pdf: str = ""
    """SHA-256 of the file beside the record that shows these pages, if there is one."""

    @property
    def labels(self) -> tuple[str, ...]:
        """Its pages."""
        return tuple(page.label for page in self.pages)

    @property
    def contents(self) -> Mapping[str, str]:
        """The content hash of each page, by its label."""
        return {page.label: page.content for page in self.pages}


def record_of(made: MadeUp, edition: str, numbered: Numbered = content_hash) -> Record:
    """What is kept of an edition made up."""
    contents = content_hashes(made, numbered)
    labels = [page.label for page in made.pages]
    pages = tuple(
        PageRecord(label, contents[label], _furniture(page))
        for label, page in zip(labels, made.makeup.pages, strict=True)
    )
    places: dict[str, list[tuple[str, str]]] = {}
    label_of = {n: page.label for page in made.pages for n in page.page_nos}
    for fit in made.makeup.fits:
        places.setdefault(fit.story, []).append((label_of[fit.page_no], fit.slot))
    copy = {
        story.id: story
        for page in made.issue.pages
        for stories in page.stories.values()
        for story in stories
    }
    standing = _standing(made.makeup.pages)
    over = {fit.story: fit.overset_characters for fit in made.makeup.fits}
    told = tuple(
        replace(
            _story(copy[name], tuple(places[name]), *standing.get(name, ((), ""))),
            over=over[name],
        )
        for name in places
        if name in copy
    )
    return Record(made.issue.title, edition, pages, told)


def _furniture(page: Page) -> tuple[str, ...]:
    return tuple(
        placed.line.text
        for placed in page.placed
        if isinstance(placed, SetLine) and not placed.story
    )


def _standing(pages: tuple[Page, ...]) -> Mapping[str, tuple[tuple[str, ...], str]]:
    """Each story's lines, and a number for where they and its pictures stand."""
    lines: dict[str, list[str]] = {}
    where: dict[str, list[str]] = {}
    for page in pages:
        for placed in page.placed:
            if isinstance(placed, SetLine) and placed.story:
                lines.setdefault(placed.story, []).append(placed.line.text)
                at = f"{page.number} {placed.x} {placed.y}"
                where.setdefault(placed.story, []).append(at)
            elif isinstance(placed, PlacedPicture) and placed.story:
                at = f"{page.number} {placed.rect}"
                where.setdefault(placed.story, []).append(at)
    return {
        story: (tuple(lines.get(story, ())), _number("\n".join(at)))
        for story, at in where.items()
    }


def _story(
    story: Story, places: tuple[tuple[str, str], ...], lines: tuple[str, ...], at: str
) -> StoryRecord:
    parts = ((part, getattr(story.head, part)) for part in HEADING)
    heading = tuple((part, str(words)) for part, words in parts if words)
    pictures = tuple(
        (
            picture.path.name,
            f"{picture.caption} {picture.credit}".strip(),
            digest_of(picture.path).hex()[:SHOWN],
        )
        for picture in story.pictures
    )
    return StoryRecord(
        id=story.id,
        places=places,
        heading=heading,
        asides=tuple(_asides(story)),
        look=_look(story),
        paragraphs=tuple(paragraph.text for paragraph in story.paragraphs),
        lines=lines,
        pictures=pictures,
        standing=at,
    )


def _asides(story: Story) -> Iterator[tuple[str, str]]:
    if story.guide:
        yield "guide", str(story.guide)
    if quote := story.quote:
        yield "quote", f"{quote.text} {quote.speaker}".strip()
    if facts := story.facts:
        yield "facts", BREAK.join((facts.title, *facts.paragraphs, *facts.lines))


def _look(story: Story) -> str:
    """A number that is another as soon as the same words are marked otherwise."""
    return _number(
        "\n".join(
            f"{each.kind} {each.label} {each.begins} {each.apart} "
            f"{[(len(r.text), r.emphasis, r.mark, r.ruby) for r in each.runs]}"
            for each in story.paragraphs
        )
    )


def _number(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:SHOWN]


def to_json(record: Record) -> bytes:
    """The record as a file's contents."""
    told = {"form": FORM, **asdict(record)}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def from_json(contents: bytes) -> Record | None:
    """The record that a file holds; None where it is none of this form."""
    try:
        told = json.loads(contents)
        if told.pop("form") != FORM:
            return None
        pages = tuple(
            PageRecord(page["label"], page["content"], tuple(page["furniture"]))
            for page in told["pages"]
        )
        stories = tuple(StoryRecord(**_tuples(story)) for story in told["stories"])
        title, edition, pdf = told["title"], told["edition"], told["pdf"]
        return Record(title, edition, pages, stories, pdf)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _tuples(told: Mapping[str, Any]) -> dict[str, Any]:
    def frozen(value: Any) -> Any:
        return tuple(map(frozen, value)) if isinstance(value, list) else value

    return {key: frozen(value) for key, value in told.items()}
