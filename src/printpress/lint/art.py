"""Pictures that hang nowhere, that have no rank, whose captions leave them.

Domain notes 2.5; art direction on pictures.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import reduce
from typing import Final

from printpress.diagnostics import Both, Note, warning
from printpress.geometry import Rect
from printpress.lint.sheet import Sheet, Told, around, em_box
from printpress.makeup.placed import PlacedPicture, SetLine
from printpress.units import in_mm, in_pt

NEAR: Final = 2
"""Body ems across and rows down within which a picture touches what it stands beside:
the inset of a box, a gutter, its caption or a row of air."""

DOMINANT: Final = Fraction(3, 2)
"""How many times the next picture's area the first one has at least."""

EDITORIAL: Final = ("story", "picture")
"""Uses that make a page one that wants a picture; others are notices and adverts."""


def photo_floating(sheet: Sheet) -> Iterator[Told]:
    """Pictures with text all round: no slot's edge, heading, picture or rule near."""
    for picture in sheet.pictures:
        if not _touches(sheet, picture):
            yield _floating(sheet, picture)


def _touches(sheet: Sheet, picture: PlacedPicture) -> bool:
    """Whether the picture stands on something or hangs from it."""
    grid, slot = sheet.grid, sheet.slots[picture.story]
    rect = _with_caption(sheet, picture)
    strip = grid.span(*slot.cols)
    across, down = NEAR * grid.size, NEAR * grid.row
    head, foot = grid.row_top(slot.rows[0]), grid.row_top(slot.rows[1] + 1)
    if slot.title:
        head += down
    edges = (
        rect.x - strip.x <= across,
        strip.x + strip.width - rect.right <= across,
        rect.y - head <= down,
        foot - rect.bottom <= down,
    )
    if any(edges):
        return True
    near = rect.inset(-across, -down)
    heads = (head.rect for head in sheet.headings if head.story.id == picture.story)
    others = (other.rect for other in sheet.pictures if other is not picture)
    rules = (thing.rect for thing in sheet.things if thing.rule)
    return any(
        near.overlaps(rect) for rects in (heads, others, rules) for rect in rects
    )


def _with_caption(sheet: Sheet, picture: PlacedPicture) -> Rect:
    """The picture with the lines below it."""
    lines = sheet.captions.get(picture.story, ())
    below = picture.rect.moved(dy=NEAR * sheet.grid.row)
    own = (box for box in map(em_box, lines) if box.overlaps(below))
    return reduce(around, own, picture.rect)


def _floating(sheet: Sheet, picture: PlacedPicture) -> Told:
    slot, story = sheet.slots[picture.story], sheet.stories[picture.story]
    number, rows = sheet.copy.number_of(slot), sheet.rows_of(picture.rect)
    says = warning(
        "photo-floating",
        picture.span,
        Both(
            f'the picture of "{story.id}" (page {number}, rows {rows}) touches no edge '
            f'of slot "{slot.name}", no heading, no other picture and no rule',
            f"第{number}版稿件“{story.id}”的图片（第 {rows} 行）不靠版位“{slot.name}”"
            "的边，也不靠标题、别的图片或线",
        ),
        why=Both(
            "a picture stands on something or hangs from something",
            "图片须有所依靠，不能浮在文字当中",
        ),
        fix=Both(
            "write `at: top` or `at: foot` for its place, or let `over` reach the "
            "slot's first or last column",
            "位置写 at: top 或 at: foot，或让 over 到版位的首栏或末栏",
        ),
    )
    return Told(says, (story,))


def no_dominant(sheet: Sheet) -> Iterator[Told]:
    """Pages with no picture, or with none clearly larger than the next."""
    slots = sheet.copy.layout.slots
    if not any(slot.use in EDITORIAL for slot in slots):
        return
    groups = sorted(_groups(sheet), key=_area, reverse=True)
    if not groups:
        if any(slot.picture or slot.use == "picture" for slot in slots):
            yield _no_picture(sheet)
    elif len(groups) > 1 and _area(groups[0]) < DOMINANT * _area(groups[1]):
        yield _rivals(sheet, groups[0], groups[1])


def _groups(sheet: Sheet) -> list[list[PlacedPicture]]:
    """The page's pictures; those of one story that stand together count as one."""
    groups: list[list[PlacedPicture]] = []
    for picture in sheet.pictures:
        near = picture.rect.inset(-NEAR * sheet.grid.size, -NEAR * sheet.grid.row)
        mine = next(
            (
                group
                for group in groups
                if group[0].story == picture.story
                and any(near.overlaps(other.rect) for other in group)
            ),
            None,
        )
        if mine is None:
            groups.append([picture])
        else:
            mine.append(picture)
    return groups


def _area(group: Sequence[PlacedPicture]) -> int:
    return sum(picture.rect.width * picture.rect.height for picture in group)


def _no_picture(sheet: Sheet) -> Told:
    copy = sheet.copy
    number = copy.number
    slot = next(s for s in copy.layout.slots if s.picture or s.use == "picture")
    says = warning(
        "no-dominant",
        copy.span,
        Both(
            f'page {number} has no picture; layout "{copy.layout.name}" has a place '
            f'for one in slot "{slot.name}"',
            f"第{number}版没有图片，版式“{copy.layout.name}”的版位“{slot.name}”留有图位",
        ),
        why=Both("every page needs a picture to enter by", "每版要有一幅主图"),
        fix=Both(
            f'give the story in slot "{slot.name}" a picture',
            f"给版位“{slot.name}”的稿件配图",
        ),
    )
    stories = copy.stories.get(slot.name, ())
    return Told(says, tuple(stories))


def _rivals(
    sheet: Sheet, first: Sequence[PlacedPicture], next_one: Sequence[PlacedPicture]
) -> Told:
    one, other = first[0].story, next_one[0].story
    number = sheet.copy.number_of(sheet.slots[other])
    times = f"{_area(first) / _area(next_one):.1f}"
    wide = f"{in_mm(next_one[0].rect.width)} × {in_mm(next_one[0].rect.height)}"
    says = warning(
        "no-dominant",
        next_one[0].span,
        Both(
            f'no picture dominates page {number}: that of "{one}" is only {times} '
            f'times as large as that of "{other}" ({wide})',
            f"第{number}版没有主图：“{one}”的图片只有“{other}”（{wide}）的 "
            f"{times} 倍大",
        ),
        why=Both(
            "one picture is half as large again as the next, or twice",
            "主图要有次图的 1.5～2 倍大",
        ),
        fix=Both(
            f'give the place of the picture of "{other}" fewer `rows`, or that of '
            f'"{one}" more',
            f"“{other}”的图位减几行（rows），或“{one}”的图位加几行",
        ),
        notes=_larger(first[0]),
    )
    return Told(says, (sheet.stories[one], sheet.stories[other]))


def _larger(picture: PlacedPicture) -> tuple[Note, ...]:
    if picture.span is None:
        return ()
    return (Note(picture.span, Both("the larger picture", "较大的图片")),)


def caption_overhang(sheet: Sheet) -> Iterator[Told]:
    """Captions that are wider than the pictures above them."""
    for name, lines in sheet.captions.items():
        for line in lines:
            over, picture = _overhang(sheet, name, line)
            if picture and over > em_box(line).height // 2:  # a stop may hang
                yield _overhanging(sheet, picture, over)
                break


def _overhang(
    sheet: Sheet, name: str, line: SetLine
) -> tuple[int, PlacedPicture | None]:
    """How far a caption's line leaves its pictures, and one of these."""
    box = em_box(line)
    above = [p for p in sheet.of_story(name) if p.rect.bottom <= box.y]
    if not above:
        return 0, None
    lowest = max(above, key=lambda picture: picture.rect.bottom)
    near = [p for p in above if lowest.rect.bottom - p.rect.bottom < sheet.grid.row]
    whole = reduce(around, (picture.rect for picture in near))
    return max(whole.x - box.x, box.right - whole.right), lowest


def _overhanging(sheet: Sheet, picture: PlacedPicture, over: int) -> Told:
    story = sheet.stories[picture.story]
    number = sheet.copy.number_of(sheet.slots[story.id])
    says = warning(
        "caption-overhang",
        picture.span,
        Both(
            f'the caption of "{story.id}" (page {number}) is {in_pt(over)} wider than '
            "its picture",
            f"第{number}版稿件“{story.id}”的图片说明比图片宽出 {in_pt(over)}",
        ),
        fix=Both(
            "shorten the credit or the word that is too long, or give the picture more "
            "columns",
            "缩短署名或过长的词，或加宽图片",
        ),
    )
    return Told(says, (story,))
