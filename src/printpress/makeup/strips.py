"""Strips across the page: dateline, folio (报眉) and imprint."""

from collections.abc import Sequence

from printpress.colour import PAPER
from printpress.content.issue import Issue, PageCopy
from printpress.geometry import Rect
from printpress.makeup.compositor import Compositor, baseline_in, placed_in
from printpress.makeup.even_words import row_of_words
from printpress.makeup.grid import Grid, Strip
from printpress.makeup.imprint import (
    INTERNAL_LINE,
    imprint_findings,
    imprint_words,
    number_words,
)
from printpress.makeup.placed import Patch, Placed, Rule, SetLine
from printpress.makeup.styles import Style
from printpress.spec.layout import StripSpec
from printpress.units import PT

HAIRLINE = 2 * PT // 5
"""0.4 pt: finer lines break up on newsprint."""

HEAVY = 3 * PT // 2
"""The heavy line of a 文武线."""

LINES_APART = PT
"""Between the two lines of a 文武线."""


def date_words(issue: Issue) -> str:
    """The date as the paper prints it, in figures."""
    return f"{issue.date.year}年{issue.date.month}月{issue.date.day}日"


def dateline_words(issue: Issue) -> list[str]:
    """Date, weekday, 农历 and 节气, number, pages today, registration number.

    内部资料 says that it is such, as it must on its front (domain notes 2.7).
    """
    day = issue.day
    lunar = f"{day.lunar}　{day.term}" if day.term else day.lunar
    total = f"（总第{issue.total}期）" if issue.total else ""
    words = [
        date_words(issue),
        day.weekday,
        lunar,
        f"第{issue.number}期{total}",
        f"今日{issue.page_count}版",
        number_words(issue),
        INTERNAL_LINE if issue.house.paper.kind == "internal" else "",
    ]
    return [word for word in words if word]


def _between_hairlines(
    compositor: Compositor, box: Rect, style: Style, words: Sequence[str]
) -> list[Placed]:
    """Words shared out over a strip, an em from its ends, hairlines above and below."""
    placed: list[Placed] = [
        Rule(box.x, y, box.right, y, HAIRLINE) for y in (box.y, box.bottom)
    ]
    strip = Strip(box.x + style.size, box.width - 2 * style.size)
    top = box.y + (box.height - style.size) // 2
    return placed + row_of_words(compositor, words, style, strip, top)


def set_dateline(
    compositor: Compositor, grid: Grid, spec: StripSpec, issue: Issue
) -> list[Placed]:
    """The day's facts, spread between two hairlines."""
    box, style = grid.rect(spec.cols, spec.rows), compositor.style("dateline")
    return _between_hairlines(compositor, box, style, dateline_words(issue))


def _credits(page: PageCopy) -> str:
    return "　".join(f"{post}：{name}" for post, name in page.credits)


def set_folio(
    compositor: Compositor, grid: Grid, spec: StripSpec, issue: Issue, page: PageCopy
) -> list[Placed]:
    """Number at the outer edge, section, date and credits, over a 文武线.

    Left-hand pages have even numbers and their outer edge at the left; each page of a
    spread has its own folio.
    """
    placed: list[Placed] = []
    for number, (first, last) in zip(page.numbers, grid.sides, strict=True):
        cols = max(first, spec.cols[0]), min(last, spec.cols[1])
        if cols[0] <= cols[1]:
            box = grid.rect(cols, spec.rows)
            placed += _folio(compositor, box, issue, page, number)
    return placed


def _folio(
    compositor: Compositor, box: Rect, issue: Issue, page: PageCopy, number: int
) -> list[Placed]:
    left_hand = number % 2 == 0
    y = box.bottom - HEAVY // 2 - LINES_APART - HAIRLINE
    fine = y + HEAVY // 2 + LINES_APART + HAIRLINE // 2
    placed: list[Placed] = [
        Rule(box.x, y, box.right, y, HEAVY),
        Rule(box.x, fine, box.right, fine, HAIRLINE),
    ]
    words = Rect(box.x, box.y, box.width, y - HEAVY // 2 - box.y)
    label, section = _section(compositor, words, page)
    room = (words.width - label) // 2
    numeral = compositor.style("folio", "number").size * 2
    date = f"{date_words(issue)}　{issue.day.weekday}"
    paper = issue.house.paper.name
    near = f"{paper}　{date}" if left_hand else f"{date}　{paper}"
    beside = words.inset(numeral, 0)
    return [
        *placed,
        *_number(compositor, words, number, left_hand=left_hand),
        *_at_foot(compositor, near, beside, room - numeral, left=left_hand),
        *_at_foot(compositor, _credits(page), words, room, left=not left_hand),
        *section,
    ]


def _number(
    compositor: Compositor, box: Rect, number: int, *, left_hand: bool
) -> list[Placed]:
    style = compositor.style("folio", "number")
    line = compositor.line(f"{number:02d}", style)
    x = box.x if left_hand else box.right - line.width
    return [placed_in(line, style, x, box.bottom - style.size - PT)]


def _at_foot(
    compositor: Compositor, words: str, box: Rect, room: int, *, left: bool
) -> list[Placed]:
    """Words on the folio's common baseline, at one end of the box."""
    if not words:
        return []
    style = compositor.style("folio")
    base = baseline_in(box.bottom - style.size - 3 * PT, style.size)
    line, style = compositor.fitted(words, style, room - style.size)
    x = box.x if left else box.right - line.width
    return [SetLine(line, x, base, style.ink)]


def _section(
    compositor: Compositor, box: Rect, page: PageCopy
) -> tuple[int, list[Placed]]:
    """The section's name reversed out of a label in the middle, and the label's width.

    Without a section there is no label.
    """
    if not page.section:
        return 0, []
    style = compositor.style("section")
    line = compositor.line(
        page.section, style, heading=True, tracking=style.size // 4, span=page.span
    )
    height = box.height
    width = line.width + 2 * style.size
    label = Rect(box.x + (box.width - width) // 2, box.y, width, height)
    top = label.y + (height - style.size) // 2
    x = label.x + (width - line.width) // 2
    words = placed_in(line, style, x, top, ink=PAPER)
    return width, [Patch((label,), style.ink), words]


def set_imprint(
    compositor: Compositor, grid: Grid, spec: StripSpec, issue: Issue
) -> list[Placed]:
    """The imprint between two hairlines."""
    words = imprint_words(issue)
    if not words:
        return []
    compositor.found += imprint_findings(issue, spec.span)
    box, style = grid.rect(spec.cols, spec.rows), compositor.style("imprint")
    return _between_hairlines(compositor, box, style, words)
