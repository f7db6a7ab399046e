"""The issue as it will be printed: every reference resolved, cross-checked."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from printpress.colour import Ink
from printpress.content.adverts import Advert, Adverts, Desk, read_adverts
from printpress.content.calendar import CalendarDay, calendar_day
from printpress.content.checks import (
    guide_full,
    guide_unlike,
    no_qr,
    pictures_fit,
    words_fit,
)
from printpress.content.codes import Code, read_code
from printpress.content.jumps import Jump, head_of
from printpress.content.qr import LEVELS, QrError, QrMatrix, matrix
from printpress.content.stories import edit_story, read_copy
from printpress.content.story import HeadingText, Story
from printpress.diagnostics import Diagnostic, PressError, Span, has_errors
from printpress.spec.edition import EditionSpec
from printpress.spec.fonts import FontsSpec
from printpress.spec.house import House
from printpress.spec.issue import IssueSpec, PageSpec
from printpress.spec.layout import LayoutSpec, SlotSpec
from printpress.spec.press import PressSpec
from printpress.spec.source import Located
from printpress.spec.story import StoryFile
from printpress.spec.supplied import DayWeather

if TYPE_CHECKING:
    from printpress.content.artwork import Artwork

__all__ = ["GuideEntry", "Issue", "PageCopy", "edit", "edit_story"]


@dataclass(frozen=True, slots=True)
class GuideEntry:
    """One item of the guide on page one."""

    text: HeadingText
    """Its words."""
    page_no: int
    """Where the story is."""
    story: str
    """The story."""
    span: Span = field(compare=False)
    """The story's headline in its file."""


@dataclass(frozen=True, slots=True)
class PageCopy:
    """What one page will carry."""

    number: int
    """Its number."""
    layout: LayoutSpec
    """Its layout."""
    section: str
    """The section's name in its folio."""
    credits: tuple[tuple[str, str], ...]
    """Posts and names in its folio."""
    stories: Mapping[str, tuple[Story, ...]]
    """Stories by slot."""
    places: Mapping[tuple[str, str], Span] = field(compare=False)
    """(Slot, story) → where the issue puts it there."""
    span: Span = field(compare=False)
    """Its number in the issue."""
    adverts: Mapping[str, Advert] = field(default_factory=lambda: MappingProxyType({}))
    """Adverts by slot."""
    codes: Mapping[str, Code] = field(default_factory=lambda: MappingProxyType({}))
    """QR codes by slot."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """Its number, or those of both pages of a spread."""
        return (self.number, self.number + 1) if self.layout.spread else (self.number,)

    def number_of(self, slot: SlotSpec) -> int:
        """The page of a spread on which a slot begins; of others, the only one."""
        return self.numbers[self.layout.side_of(slot)]


@dataclass(frozen=True, slots=True)
class Issue:
    """One edition of one issue, ready to be made up."""

    date: dt.date
    """The day it appears."""
    number: int
    """Its running number."""
    day: CalendarDay
    """That day in the Chinese calendar."""
    house: House
    """The paper's style."""
    edition: EditionSpec
    """The town's variant."""
    press: PressSpec
    """Where it is printed."""
    fonts: FontsSpec
    """The faces."""
    pages: tuple[PageCopy, ...]
    """Pages 1 to N."""
    guide: tuple[GuideEntry, ...]
    """What the inner pages offer to the guide, in order of pages and slots."""
    qr: QrMatrix | None
    """The edition's QR code; None where no page shows one."""
    pins: Mapping[str, Located[str]]
    """Decisions that a person fixed."""
    accepted: tuple[str, ...]
    """Lints that are not to speak."""
    spare: tuple[Story, ...]
    """Stories of its folder that stand on no page: they might fill a hole."""
    title: str
    """Paper, date and number, as the PDF file is titled."""
    art: Mapping[Path, "Artwork"] = field(default_factory=lambda: MappingProxyType({}))
    """Drawn nameplates by their files."""
    total: int | None = None
    """Issues since the first (总第N期); None where the paper does not count them."""
    weather: tuple[DayWeather, ...] = ()
    """The weather, from today on; empty if not told."""
    jumps: tuple[Jump, ...] = ()
    """Stories that may go on at a later page, as the issue has them."""
    closed: dt.datetime | None = None
    """When its copy was closed; None where the issue does not say."""

    @property
    def made(self) -> dt.datetime:
        """What its files are dated with: never the clock's time."""
        return self.closed or dt.datetime.combine(self.date, dt.time())

    @property
    def page_count(self) -> int:
        """今日N版: how many pages the issue has."""
        return sum(len(page.numbers) for page in self.pages)

    @property
    def stories(self) -> Mapping[str, Story]:
        """Name → story, in the order of pages and of slots on them."""
        return {
            story.id: story
            for page in self.pages
            for slot in page.layout.slots
            for story in page.stories.get(slot.name, ())
        }


Read = Callable[[StoryFile], tuple[Story, tuple[Diagnostic, ...]]]
"""How a story's file becomes copy; raises ``PressError``."""


def edit(
    spec: IssueSpec, edition: EditionSpec, read: Read = read_copy
) -> tuple[Issue, tuple[Diagnostic, ...]]:
    """The edition's copy, and warnings.

    Raises ``PressError`` where copy cannot be printed as it is; what pages want of
    stories is checked only once these can be read.
    """
    stories, found = _edit_stories(spec.stories, read)
    adverts, unreadable = read_adverts(spec.pages, Desk(spec.root, spec.house.colours))
    found += unreadable
    pages = tuple(_page(page, stories, adverts) for page in spec.pages)
    for page in pages:
        found += _in_slots(page)
    art, undrawn = _drawn(pages, spec.house.colours)
    found += undrawn
    guide = _guide(pages)
    found += _guide_faults(pages, guide, spec.stories)
    qr, without = _qr(pages, edition)
    found += without
    if has_errors(found):
        raise PressError(found)
    issue = Issue(
        date=spec.date,
        closed=spec.closed,
        number=spec.number,
        day=calendar_day(spec.date),
        house=spec.house,
        edition=edition,
        press=spec.press,
        fonts=spec.fonts,
        pages=pages,
        guide=guide,
        qr=qr,
        pins=spec.pins,
        accepted=spec.accepted,
        spare=tuple(_spare(spec.spare, read)),
        jumps=tuple(_jumps(spec, pages)),
        title=f"{spec.house.paper.name} {spec.date.isoformat()} 第{spec.number}期",
        art=art,
        total=spec.total,
        weather=spec.weather,
    )
    return issue, tuple(found)


def _edit_stories(
    files: Mapping[str, StoryFile],
    read: Read,
) -> tuple[dict[str, Story], list[Diagnostic]]:
    """Every story, and warnings; raises with the troubles of all at once."""
    stories: dict[str, Story] = {}
    found: list[Diagnostic] = []
    for name, file in files.items():
        try:
            stories[name], warnings = read(file)
            found += warnings
        except PressError as trouble:
            found += trouble.diagnostics
    if has_errors(found):
        raise PressError(found)
    return stories, found


def _spare(files: Sequence[StoryFile], read: Read) -> Iterator[Story]:
    """Those of the stories that could be printed."""
    for file in files:
        try:
            yield read(file)[0]
        except PressError:
            continue


def _page(spec: PageSpec, stories: Mapping[str, Story], adverts: Adverts) -> PageCopy:
    return PageCopy(
        spec.numbers[0],
        spec.layout,
        spec.section,
        spec.credits,
        {
            slot: tuple(stories[placed.story] for placed in placements)
            for slot, placements in spec.stories.items()
        },
        {
            (slot, placed.story): placed.span
            for slot, placements in spec.stories.items()
            for placed in placements
        },
        spec.span,
        adverts.get(spec.numbers, {}),
        {slot: read_code(code) for slot, code in spec.codes.items()},
    )


def _drawn(
    pages: Sequence[PageCopy], colours: Mapping[str, Ink]
) -> "tuple[dict[Path, Artwork], Sequence[Diagnostic]]":
    """Every drawn nameplate that a page has, and what is wrong with one."""
    heads = (page.layout.furniture.masthead for page in pages)
    files = dict.fromkeys(head.art for head in heads if head and head.art)
    if not files:
        return {}, ()
    from printpress.content.artwork import read_artwork

    try:
        return {file: read_artwork(file, colours) for file in files}, ()
    except PressError as trouble:
        return {}, trouble.diagnostics


def _in_slots(page: PageCopy) -> Iterator[Diagnostic]:
    """What is wrong between the page's stories and their slots."""
    for slot in page.layout.slots:
        for story in page.stories.get(slot.name, ()):
            yield from pictures_fit(slot, story, page.places[slot.name, story.id])
            yield from words_fit(slot, story)


def _jumps(spec: IssueSpec, pages: Sequence[PageCopy]) -> Iterator[Jump]:
    """Where stories go on, by the numbers that their slots' pages have."""
    starts = {
        story.id: (page.number_of(slot), slot.name)
        for page in pages
        for slot in page.layout.slots
        for story in page.stories.get(slot.name, ())
    }
    slots = {
        (number, slot.name): page.number_of(slot)
        for page in pages
        for slot in page.layout.slots
        for number in page.numbers
    }
    for jump in spec.jumps:
        from_page, from_slot = starts[jump.story]
        head, head_span = head_of(spec.stories[jump.story])
        yield Jump(
            story=jump.story,
            from_page=from_page,
            from_slot=from_slot,
            to_page=slots[jump.page_no, jump.slot],
            to_slot=jump.slot,
            head=head,
            head_span=head_span,
            span=jump.span,
        )


def _guide(pages: Sequence[PageCopy]) -> tuple[GuideEntry, ...]:
    """The guide lines of all stories that are not on page one."""
    return tuple(
        GuideEntry(story.guide, page.number_of(slot), story.id, story.span)
        for page in pages
        if page.number != 1
        for slot in page.layout.slots
        for story in page.stories.get(slot.name, ())
        if story.guide
    )


def _guide_faults(
    pages: Sequence[PageCopy],
    guide: Sequence[GuideEntry],
    files: Mapping[str, StoryFile],
) -> Iterator[Diagnostic]:
    offered = [entry.story for entry in guide]
    for page in pages:
        for story in (one for placed in page.stories.values() for one in placed):
            line = files[story.id].guide
            if story.guide and line and page.number != 1:
                yield from guide_unlike(line, story)
        for slot in page.layout.slots:
            if slot.use == "guide":
                yield from guide_full(slot, offered, files)


def _qr(
    pages: Sequence[PageCopy], edition: EditionSpec
) -> tuple[QrMatrix | None, Sequence[Diagnostic]]:
    """The code at the strongest level any page asks for, or why there is none.

    None where no page asks for one.
    """
    levels = [
        page.layout.furniture.qr.level for page in pages if page.layout.furniture.qr
    ]
    if not levels:
        return None, ()
    try:
        return matrix(edition.qr_url, max(levels, key=LEVELS.index)), ()
    except QrError as trouble:
        return None, (no_qr(edition, trouble),)
