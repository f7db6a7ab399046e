"""Stories that go on at a later page (转版): where to, under which words, with what.

A story is divided at a point of its copy. What stands behind the point is a story of
its own to the text engine, so nothing is lost and nothing is said twice.
"""

from dataclasses import dataclass, field, replace

from printpress.content.runs import beyond
from printpress.content.story import HeadingText, Origins, Story, place_in
from printpress.diagnostics import Span
from printpress.spec.story import StoryFile

_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Point:
    """A place in a story's copy."""

    paragraph: int
    """Which paragraph, from 0."""
    offset: int
    """Which of its characters, from 0."""


START = Point(0, 0)
"""Where a story begins."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A story's way from one page to another."""

    story: str
    """The story."""
    from_page: int
    """The page on which it begins."""
    from_slot: str
    """The slot in which it begins."""
    to_page: int
    """The page on which it goes on."""
    to_slot: str
    """The slot in which it goes on."""
    head: HeadingText
    """The short heading above its continuation."""
    head_span: Span = field(compare=False)
    """Where that is written in its file."""
    span: Span = field(compare=False)
    """Where the issue asks for the jump."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What a story's first part left."""

    story: Story
    """The whole story."""
    jump: Jump
    """The way to where it is to stand."""
    start: Point
    """Where in the copy it begins."""


def head_of(file: StoryFile) -> tuple[HeadingText, Span]:
    """The head of a story's continuation: ``jump_head``, the guide's, the headline."""
    return next(
        (text, told.span)
        for told in (file.jump_head, file.guide, file.headline)
        if told is not None and (text := HeadingText.parse(told.value)).lines
    )


def han_number(number: int) -> str:
    """A page's number as Han characters write it, up to 999.

    >>> [han_number(n) for n in (2, 10, 12, 20, 105, 110)]
    ['二', '十', '十二', '二十', '一百零五', '一百一十']
    """
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += _DIGITS[0]
    return words + (_DIGITS[ones] if ones else "")


def numbered(words: str, page_no: int) -> str:
    """A house's words for a jump with the page's number filled in.

    >>> numbered("（下转第{page}版）", 2), numbered("（下转{han}版）", 12)
    ('（下转第2版）', '（下转十二版）')
    """
    return words.format(page=page_no, han=han_number(page_no))


def rest_of_copy(story: Story, start: Point) -> Story:
    """The story from a point on: the rest of a paragraph, and those behind it."""
    first, *others = story.paragraphs[start.paragraph :]
    if start.offset:
        first = replace(
            first,
            runs=beyond(first.runs, start.offset),
            origins=_origins(first.origins, start.offset),
            label=max(0, first.label - start.offset),
            goes_on=True,
        )
    return replace(story, paragraphs=(first, *others))


def _origins(origins: Origins, offset: int) -> Origins:
    """Where the text stands in its file once its first characters are gone."""
    later = tuple((at - offset, span) for at, span in origins if at > offset)
    return ((0, place_in(origins, offset)), *later)
