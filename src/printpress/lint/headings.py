"""Headings that read as one, that outshout the lead, that lose their text.

Domain notes 2.5. A heading over its story's own columns, and text that never runs above
its heading, out from under it or over another story's, hold by construction: every
story fills its slot's rectangle, and slots do not overlap.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final

from printpress.diagnostics import Both, Note, counted, warning
from printpress.geometry import Rect
from printpress.lint.sheet import Heading, Sheet, Told
from printpress.makeup.frames import boxed
from printpress.makeup.placed import SetLine
from printpress.units import in_pt

MEETING: Final = Fraction(1, 2)
"""Share of the lower heading's height, or the narrower's width, that two headings have
in common before they read as one (taste)."""

FAR: Final = 8
"""Ems of the larger heading between two side by side: further apart than that, they are
not read as one (taste)."""

LARGER: Final = Fraction(11, 10)
"""A heading this much larger is seen to be so (taste)."""

LEAST_BELOW: Final = 2
"""Rows of text that a heading wants below it at least."""

AT_FOOT: Final = 3
"""Rows below a heading within which it is at the foot of its slot."""

LEAD: Final = "lead"
"""What the lead's slot or role is called."""

APART: Final = ("brief", "notice", "picture")
"""Uses whose headings have no rank among the page's stories."""


def heads_collide(sheet: Sheet) -> Iterator[Told]:
    """Headings side by side (对题) or stacked (叠题) with nothing between them.

    One that runs down beside one that runs across is no such pair.
    """
    for one, other in combinations(sheet.headings, 2):
        if one.down != other.down:
            continue
        left, right = sorted((one, other), key=lambda head: head.rect.x)
        between = _beside(left.rect, right.rect)
        far = FAR * max(left.size, right.size)
        if between and between.width <= far and sheet.nothing_in(between):
            yield _side_by_side(sheet, left, right, between)
        upper, lower = one, other
        between = _below(upper.rect, lower.rect)
        if between and sheet.nothing_in(between):
            yield _stacked(sheet, upper, lower)


def _beside(left: Rect, right: Rect) -> Rect | None:
    """The room between two headings side by side."""
    y, foot = max(left.y, right.y), min(left.bottom, right.bottom)
    if right.x < left.right or foot - y < MEETING * min(left.height, right.height):
        return None
    return Rect(left.right, y, right.x - left.right, foot - y)


def _below(upper: Rect, lower: Rect) -> Rect | None:
    """The room between two headings one below the other."""
    x, right = max(upper.x, lower.x), min(upper.right, lower.right)
    if lower.y < upper.bottom or right - x < MEETING * min(upper.width, lower.width):
        return None
    return Rect(x, upper.bottom, right - x, lower.y - upper.bottom)


def _the_other(head: Heading) -> tuple[Note, ...]:
    return (Note(head.story.span, Both("the other heading", "另一个标题")),)


def _side_by_side(sheet: Sheet, left: Heading, right: Heading, between: Rect) -> Told:
    number, rows = sheet.copy.number_of(left.slot), sheet.rows_of(between)
    says = warning(
        "heads-collide",
        right.story.span,
        Both(
            f'the headings of "{left.story.id}" and "{right.story.id}" stand side by '
            f"side on page {number}, rows {rows}: {in_pt(left.size)} and "
            f"{in_pt(right.size)}, {in_pt(between.width)} apart",
            f"第{number}版稿件“{left.story.id}”与“{right.story.id}”的标题在第 {rows} "
            f"行并排：{in_pt(left.size)}、{in_pt(right.size)}，相距 "
            f"{in_pt(between.width)}",
        ),
        why=Both(
            "readers read such headings as one (对题)", "对题会让读者把两题连成一句"
        ),
        fix=Both(
            f'give slot "{right.slot.name}" a `frame` or `left_rule: true`, a picture '
            "`at: above`, `heading: vertical` or other rows",
            f"给版位“{right.slot.name}”加框（frame）或左侧线（left_rule: true），"
            "把图放在题上（at: above），改竖题（heading: vertical），或错开行",
        ),
        notes=_the_other(left),
    )
    return Told(says, (left.story, right.story))


def _stacked(sheet: Sheet, upper: Heading, lower: Heading) -> Told:
    number = sheet.copy.number_of(lower.slot)
    row, below = sheet.rows_of(upper.rect), sheet.rows_of(lower.rect)
    says = warning(
        "heads-collide",
        lower.story.span,
        Both(
            f'the heading of "{lower.story.id}" (rows {below}) follows that of '
            f'"{upper.story.id}" (rows {row}) on page {number} with nothing between',
            f"第{number}版稿件“{lower.story.id}”的标题（第 {below} 行）紧接在"
            f"“{upper.story.id}”的标题（第 {row} 行）之下，中间没有隔开",
        ),
        why=Both(
            "readers read stacked headings as one (叠题)", "叠题会让读者把两题连成一题"
        ),
        fix=Both(
            f'let text or a picture of "{upper.story.id}" follow its heading, or give '
            f'slot "{lower.slot.name}" a `frame`',
            f"让“{upper.story.id}”的标题下有正文或图片，或给版位“{lower.slot.name}”加框",
        ),
        notes=_the_other(upper),
    )
    return Told(says, (upper.story, lower.story))


def rank_inversion(sheet: Sheet) -> Iterator[Told]:
    """Headings as large as the lead's, or larger than one above that is no narrower.

    What stands in a box has its own scale beside them, but the lead's is the largest.
    A strong story at the foot of the page (倒头条) passes while the lead is larger.
    """
    ranked = [
        head
        for head in sheet.headings
        if head.slot.use not in APART and not head.slot.title
    ]
    open_ones = [head for head in ranked if not boxed(head.slot)]
    lead = _lead(ranked)
    for head in ranked:
        larger = lead if lead and lead != head and head.size >= lead.size else None
        above = larger or next((up for up in open_ones if _inverted(up, head)), None)
        if above:
            yield _rank(sheet, above, head, lead=larger is not None)


def _lead(headings: Sequence[Heading]) -> Heading | None:
    """The page's lead (头条): its slot is called so, or else its role."""
    named = (head for head in headings if head.slot.name == LEAD)
    return next(named, next((h for h in headings if h.slot.role == LEAD), None))


def _inverted(upper: Heading, lower: Heading) -> bool:
    """Whether the lower one is seen to be larger than one above that is no narrower."""
    if upper.down or lower.down or boxed(lower.slot):
        return False
    if upper.slot.rows[1] >= lower.slot.rows[0]:  # they stand side by side
        return False
    return upper.width >= lower.width and lower.size > LARGER * upper.size


def _rank(sheet: Sheet, above: Heading, head: Heading, *, lead: bool) -> Told:
    number = sheet.copy.number_of(head.slot)
    sizes = in_pt(head.size), in_pt(above.size)
    small = Both(
        f'the lead "{above.story.id}", {sizes[1]}, is no larger than "{head.story.id}"'
        f", {sizes[0]}, on page {number}",
        f"第{number}版头条“{above.story.id}”的标题 {sizes[1]}，不大于"
        f"“{head.story.id}”的 {sizes[0]}",
    )
    inverted = Both(
        f'the heading of "{head.story.id}", {sizes[0]}, row {sheet.row(head.rect.y)}, '
        f'is larger than that of "{above.story.id}", {sizes[1]}, above it on page '
        f"{number}, which is no narrower",
        f"第{number}版稿件“{head.story.id}”的标题（第 {sheet.row(head.rect.y)} 行，"
        f"{sizes[0]}）大于其上方同宽或更宽的“{above.story.id}”（{sizes[1]}）",
    )
    says = warning(
        "rank-inversion",
        head.story.span,
        small if lead else inverted,
        why=Both(
            "headings get smaller down the page, and the lead's is the largest",
            "标题自上而下由大到小，头条最大",
        ),
        fix=Both(
            f'give slot "{head.slot.name}" a role with smaller headlines, or exchange '
            "the two stories",
            f"给版位“{head.slot.name}”换标题较小的样式，或把两稿对调",
        ),
        notes=_the_other(above),
    )
    return Told(says, (head.story, above.story))


def stranded_heading(sheet: Sheet) -> Iterator[Told]:
    """Headings at the foot of their columns with a line of text below, or none (背题).

    A story that is one line altogether has no more to show, and one that leaves its
    slot empty below is short, which make-up tells by itself.
    """
    for head in sheet.headings:
        beside = head.down or head.slot.inset_heading or head.slot.on
        upright = head.slot.setting == "vertical"
        if beside or upright or head.slot.use == "picture":
            continue
        legs = [leg for leg in sheet.legs if leg.story == head.story.id]
        below = [leg.rows for leg in legs if leg.rect.y >= head.rect.bottom]
        rows = max(below, default=0)
        foot = sheet.grid.row_top(head.slot.rows[1] + 1)
        low = foot - head.rect.bottom < (AT_FOOT + 1) * sheet.grid.row
        if rows < LEAST_BELOW and low and not _whole(sheet, head):
            yield _stranded(sheet, head, rows)


def _whole(sheet: Sheet, head: Heading) -> bool:
    """Whether all of the story's copy is one line on this page."""
    lines = [
        thing.line
        for thing in sheet.page.placed
        if isinstance(thing, SetLine)
        and thing.story == head.story.id
        and thing.part in ("body", "byline")
    ]
    return len(lines) == 1 and lines[0].first and lines[0].last


def _stranded(sheet: Sheet, head: Heading, rows: int) -> Told:
    number = sheet.copy.number_of(head.slot)
    says = warning(
        "stranded-heading",
        head.story.span,
        Both(
            f'the heading of "{head.story.id}" ends at row '
            f"{sheet.row(head.rect.bottom - 1)} of page {number} with "
            f"{counted(rows, 'row')} of text below it",
            f"第{number}版稿件“{head.story.id}”的标题到第 "
            f"{sheet.row(head.rect.bottom - 1)} 行为止，其下只有 {rows} 行正文",
        ),
        why=Both(
            "a heading at the foot of its columns has lost its text (背题)",
            "标题落在栏末，与正文脱节（背题）",
        ),
        fix=Both(
            f'give slot "{head.slot.name}" more rows, or cut the stories above it',
            f"给版位“{head.slot.name}”加行，或删短其上的稿件",
        ),
    )
    return Told(says, (head.story,))
