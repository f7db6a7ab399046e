"""The issue as it will be printed: every reference resolved, cross-checked."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from printpress.content.calendar import CalendarDay, calendar_day
from printpress.content.markup import parse_body
from printpress.content.qr import QrMatrix, matrix
from printpress.content.story import Head, HeadingText, Picture, Story
from printpress.diagnostics import (
    Both,
    Diagnostic,
    PressError,
    Severity,
    Span,
    error,
    has_errors,
)
from printpress.pictures.header import MOST_PIXELS, read_header
from printpress.spec.edition import EditionSpec
from printpress.spec.fonts import FontsSpec
from printpress.spec.house import House
from printpress.spec.issue import IssueSpec, PageSpec
from printpress.spec.layout import LayoutSpec, SlotSpec
from printpress.spec.press import PressSpec
from printpress.spec.source import Located
from printpress.spec.story import PictureSpec, StoryFile


@dataclass(frozen=True, slots=True)
class GuideEntry:
    """One item of the guide on page one."""

    text: HeadingText
    """Its words."""
    page_no: int
    """Where the story is."""
    story: str
    """The story."""


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


@dataclass(frozen=True, slots=True)
class Issue:
    """One edition of one issue, ready to be made up."""

    date: datetime.date
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
    title: str
    """Paper, date and number, as the PDF file is titled."""


def _picture_trouble(spec: PictureSpec, reason: Both) -> Diagnostic:
    return error(
        "picture-unreadable",
        spec.span,
        Both(
            f'the picture "{spec.file.name}" cannot be used: {reason.en}',
            f"图片“{spec.file.name}”不能用：{reason.zh}",
        ),
        fix=Both(
            "send the picture again as a JPEG or PNG file",
            "请重新提供 JPEG 或 PNG 格式的图片",
        ),
    )


def _picture(spec: PictureSpec) -> Picture | Diagnostic:
    try:
        header = read_header(spec.file)
    except ValueError as trouble:
        reason = trouble.args[0]
        words = reason if isinstance(reason, Both) else Both(str(reason), str(reason))
        return _picture_trouble(spec, words)
    if header.width_px * header.height_px > MOST_PIXELS:
        size = f"{header.width_px} × {header.height_px}"
        limit = MOST_PIXELS // 1_000_000
        return _picture_trouble(
            spec,
            Both(
                f"it has {size} pixels, more than {limit} million",
                f"它有 {size} 像素，超过 {limit} 百万",
            ),
        )
    return Picture(
        spec.file,
        spec.caption,
        spec.credit,
        spec.focus,
        header.width_px,
        header.height_px,
        spec.span,
    )


def _heading(text: Located[str] | None) -> HeadingText | None:
    return HeadingText.parse(text.value) if text and text.value.strip() else None


def edit_story(file: StoryFile) -> Story:
    """The story as it will be set.

    Raises ``PressError`` with all that cannot be printed in it.
    """
    paragraphs, found = parse_body(file.body, file.shown, file.body_line)
    troubles = list(found)
    pictures: list[Picture] = []
    for spec in file.pictures:
        picture = _picture(spec)
        if isinstance(picture, Picture):
            pictures.append(picture)
        else:
            troubles.append(picture)
    if troubles:
        raise PressError(troubles)
    head = Head(
        HeadingText.parse(file.headline.value),
        _heading(file.kicker),
        _heading(file.deck),
        file.byline.value if file.byline else "",
    )
    guide = _heading(file.guide)
    return Story(file.id, head, paragraphs, tuple(pictures), guide, file.headline.span)


def _edit_stories(files: Mapping[str, StoryFile]) -> dict[str, Story]:
    """Every story; the troubles of all are told at once."""
    stories: dict[str, Story] = {}
    troubles: list[Diagnostic] = []
    for name, file in files.items():
        try:
            stories[name] = edit_story(file)
        except PressError as trouble:
            troubles += trouble.diagnostics
    if troubles:
        raise PressError(troubles)
    return stories


def _pictures_fit(slot: SlotSpec, story: Story, span: Span) -> Iterator[Diagnostic]:
    """Whether the slot has room for what pictures the story has."""
    room = 1 if slot.picture or slot.use == "picture" else 0
    count = len(story.pictures)
    if count > room:
        yield error(
            "picture-unplaced",
            story.pictures[room].span,
            Both(
                f'story "{story.id}" has {count} pictures; slot "{slot.name}" takes '
                f"{room}",
                f"稿件“{story.id}”有 {count} 张图片，版位“{slot.name}”只放 {room} 张",
            ),
            why=Both("nothing may be dropped silently", "任何内容都不能悄悄丢失"),
            fix=Both(
                "take the picture out of the story's head, or put the story in a slot "
                "with `picture:`",
                "从稿头中去掉这张图片，或把稿件放进带 picture 的版位",
            ),
        )
    elif slot.use == "picture" and not count:
        yield error(
            "no-picture",
            span,
            Both(
                f'slot "{slot.name}" is a picture story\'s, and "{story.id}" has none',
                f"版位“{slot.name}”是图片新闻，稿件“{story.id}”没有图片",
            ),
            fix=Both("give the story a `picture:` in its head", "在稿头中写上“图片：”"),
        )
    elif room > count:
        yield Diagnostic(
            "no-picture",
            Severity.WARNING,
            span,
            Both(
                f'story "{story.id}" has no picture for slot "{slot.name}"; its text '
                "takes the room",
                f"稿件“{story.id}”没有图片，版位“{slot.name}”的图片位置改排文字",
            ),
            fix=Both(
                "give the story a `picture:` in its head, or choose another slot",
                "在稿头中写上“图片：”，或换一个版位",
            ),
        )


def _page(
    spec: PageSpec, stories: Mapping[str, Story]
) -> tuple[PageCopy, list[Diagnostic]]:
    placed: dict[str, tuple[Story, ...]] = {}
    places: dict[tuple[str, str], Span] = {}
    found: list[Diagnostic] = []
    for name, placements in spec.stories.items():
        slot = spec.layout.slot(name)
        placed[name] = tuple(stories[placement.story] for placement in placements)
        for placement in placements:
            places[name, placement.story] = placement.span
            if slot is not None:
                story = stories[placement.story]
                found += _pictures_fit(slot, story, placement.span)
    page = PageCopy(
        spec.numbers[0],
        spec.layout,
        spec.section,
        spec.credits,
        placed,
        places,
        spec.span,
    )
    return page, found


def _guide(pages: Sequence[PageCopy]) -> tuple[GuideEntry, ...]:
    """The guide lines of all stories that are not on page one."""
    return tuple(
        GuideEntry(story.guide, page.number, story.id)
        for page in pages
        if page.number != 1
        for slot in page.layout.slots
        for story in page.stories.get(slot.name, ())
        if story.guide
    )


def _qr(
    pages: Sequence[PageCopy], edition: EditionSpec
) -> tuple[QrMatrix | None, list[Diagnostic]]:
    wanted = [page.layout.furniture.qr for page in pages if page.layout.furniture.qr]
    if not wanted:
        return None, []
    try:
        return matrix(edition.qr_url, wanted[0].level), []
    except ValueError as trouble:
        return None, [
            error(
                "qr-payload",
                edition.span,
                Both(
                    f'no QR code holds the url of edition "{edition.name}": {trouble}',
                    f"地方版“{edition.name}”的二维码网址放不进二维码：{trouble}",
                ),
                fix=Both(
                    "write a short web address under `qr: {url: …}` of the edition",
                    "在地方版文件的 qr: {url: …} 中写一个短网址",
                ),
            )
        ]


def edit(spec: IssueSpec, edition: EditionSpec) -> tuple[Issue, tuple[Diagnostic, ...]]:
    """The edition's copy, and warnings.

    Raises ``PressError`` where copy cannot be printed as it is.
    """
    stories = _edit_stories(spec.stories)
    pages: list[PageCopy] = []
    found: list[Diagnostic] = []
    for page_spec in spec.pages:
        page, troubles = _page(page_spec, stories)
        pages.append(page)
        found += troubles
    qr, troubles = _qr(pages, edition)
    found += troubles
    if has_errors(found):
        raise PressError(found)
    name, day = spec.house.paper.name, spec.date
    issue = Issue(
        date=day,
        number=spec.number,
        day=calendar_day(day),
        house=spec.house,
        edition=edition,
        press=spec.press,
        fonts=spec.fonts,
        pages=tuple(pages),
        guide=_guide(pages),
        qr=qr,
        pins=spec.pins,
        title=f"{name} {day.isoformat()} 第{spec.number}期",
    )
    return issue, tuple(found)
