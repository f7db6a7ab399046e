"""Legs of text too short to be read as columns (domain notes 2.5)."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Final

from printpress.content.story import Story
from printpress.diagnostics import Both, counted, warning
from printpress.geometry import Rect
from printpress.lint.headings import LEAST_BELOW
from printpress.lint.sheet import Leg, Sheet, Told, em_box
from printpress.makeup.frames import ground_of
from printpress.makeup.placed import PlacedPicture
from printpress.makeup.report import SHORT_ROWS

BELOW_PICTURE: Final = 3
"""Rows of text that a column has below a picture at least (an inch in the domain notes;
three rows are read as text yet, two as a second caption)."""

ELSEWHERE: Final = 4
"""Rows of a leg that has no picture above it (two inches in the domain notes; small
stories in wide slots need fewer)."""

SMALL: Final = ("brief", "notice", "picture")
"""Uses whose text may be a few lines."""

NEAR: Final = 3
"""Rows within which a leg stands below a picture: its caption and air."""


def short_legs(sheet: Sheet) -> Iterator[Told]:
    """The shortest leg of each story that has one too short.

    A story's last leg is as short as its copy leaves it, unless it reaches the foot; so
    are all legs of a story that is short of its slot, which make-up tells by itself.
    """
    for name, group in groupby(sheet.legs, key=attrgetter("story")):
        slot = sheet.slots[name]
        stacked = len(sheet.copy.stories.get(slot.name, ())) > 1
        lacking = sheet.fits[name].short_lines > SHORT_ROWS
        if slot.use in SMALL or slot.setting == "vertical" or stacked or lacking:
            continue
        legs = sorted(group, key=lambda leg: (leg.rect.x, leg.rect.y))
        if max(leg.rows for leg in legs) < LEAST_BELOW:  # its heading is stranded
            continue
        full = legs if _at_foot(sheet, legs[-1]) else legs[:-1]
        tried = [(leg, _picture_above(sheet, leg)) for leg in full]
        short = [
            (leg.rows, leg, picture)
            for leg, picture in tried
            if leg.rows < (BELOW_PICTURE if picture else ELSEWHERE)
        ]
        if short:
            _, leg, picture = min(short, key=lambda found: found[0])
            yield _short(sheet, sheet.stories[name], leg, picture)


def _at_foot(sheet: Sheet, leg: Leg) -> bool:
    """Whether the leg reaches the last row of its slot."""
    last = ground_of(sheet.grid, sheet.slots[leg.story]).last_row
    return sheet.row(leg.rect.bottom - 1) >= last


def _picture_above(sheet: Sheet, leg: Leg) -> PlacedPicture | None:
    """The story's picture, or its caption, that the leg stands below."""
    room = Rect(
        leg.rect.x,
        leg.rect.y - NEAR * sheet.grid.row,
        leg.rect.width,
        NEAR * sheet.grid.row,
    )
    captions = (em_box(line) for line in sheet.captions.get(leg.story, ()))
    captioned = any(box.overlaps(room) for box in captions)
    for picture in sheet.of_story(leg.story):
        beside = picture.rect.moved(dy=leg.rect.y - picture.rect.bottom)
        over = beside.overlaps(leg.rect.inset(0, -1)) and picture.rect.y < leg.rect.y
        if picture.rect.overlaps(room) or (captioned and over):
            return picture
    return None


def _short(sheet: Sheet, story: Story, leg: Leg, picture: PlacedPicture | None) -> Told:
    number = sheet.copy.number_of(sheet.slots[story.id])
    wanted = BELOW_PICTURE if picture else ELSEWHERE
    rows = sheet.rows_of(leg.rect)
    under = Both(" below its picture", "（图片之下）") if picture else Both("", "")
    fix = Both(
        f'give slot "{sheet.slots[story.id].name}" fewer columns or more rows',
        f"给版位“{sheet.slots[story.id].name}”减栏（columns）或加行",
    )
    if picture:
        fix = Both(
            "give the picture fewer `rows`, or let it take the columns to the foot "
            "(`at: foot`)",
            "图位减几行（rows），或让图片落到栏末（at: foot）",
        )
    says = warning(
        "short-leg",
        story.span,
        Both(
            f'a leg of "{story.id}" on page {number}, rows {rows}, has only '
            f"{counted(leg.rows, 'row')}{under.en}; {wanted} are the least",
            f"第{number}版稿件“{story.id}”有一段文字只有 {leg.rows} 行"
            f"{under.zh}（第 {rows} 行），至少要 {wanted} 行",
        ),
        why=Both(
            "so few lines are read as a caption, not as text",
            "行数太少，读来像图片说明而不像正文",
        ),
        fix=fix,
    )
    return Told(says, (story,))
