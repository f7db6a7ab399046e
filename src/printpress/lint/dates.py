"""Dates, weekdays, page and issue numbers in the copy that disagree with the issue."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from printpress.content.calendar import WEEKDAYS
from printpress.content.issue import Issue
from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, warning
from printpress.lint.pieces import Piece, pieces_of

_DATE: Final = (
    r"(?:(?P<year>\d{4})\s?年\s?)?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?[日号]"
)
_DAY: Final = re.compile(
    rf"(?P<near>今天|今日|明天|明日|昨天|昨日)?[（(，]?{_DATE}"
    r"[（(，、\s]{0,2}(?:(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天]))?"
)
_NEAR: Final = {"今天": 0, "今日": 0, "明天": 1, "明日": 1, "昨天": -1, "昨日": -1}
_PAGE: Final = re.compile(
    r"(?:[详见下转上接刊]|请看)\s?(?:本报)?第?\s?[P0]?(?P<page>\d{1,2})\s?版"
)
_ISSUE: Final = re.compile(r"(?:本期|本报)[^，。；]{0,6}?第\s?(?P<number>\d+)\s?期")
_HALF_YEAR: Final = 183


def disagreements(issue: Issue, story: Story) -> Iterator[Diagnostic]:
    """What the story says of days, pages and numbers that is not so."""
    for piece in pieces_of(story):
        for match in _DAY.finditer(piece.text):
            yield from _day(issue, story, piece, match)
        for match in _PAGE.finditer(piece.text):
            if not 1 <= int(match["page"]) <= issue.page_count:
                yield _page(issue, story, piece, match)
        for match in _ISSUE.finditer(piece.text):
            if int(match["number"]) != issue.number:
                yield _number(issue, story, piece, match)


def _day(
    issue: Issue, story: Story, piece: Piece, match: re.Match[str]
) -> Iterator[Diagnostic]:
    year = int(match["year"]) if match["year"] else None
    month, day = int(match["month"]), int(match["day"])
    date = _date(issue.date, year, month, day)
    if date is None:
        if not _ever(month, day):
            yield _impossible(story, piece, match)
        return
    told = (match["weekday"] or "").replace("天", "日")
    right = WEEKDAYS[date.weekday()]
    if told and told != right:
        yield _weekday(story, piece, match, date, right)
    if match["near"] and date != issue.date + dt.timedelta(_NEAR[match["near"]]):
        yield _near(issue, story, piece, match)


def _date(today: dt.date, year: int | None, month: int, day: int) -> dt.date | None:
    """That day; without a year the one nearest to the issue's."""
    years = (year,) if year else (today.year, today.year - 1, today.year + 1)
    for tried in years:
        try:
            date = dt.date(tried, month, day)
        except ValueError:
            continue
        if year or abs((date - today).days) <= _HALF_YEAR:
            return date
    return None


def _ever(month: int, day: int) -> bool:
    """Whether some year has that day."""
    try:
        dt.date(2024, month, day)
    except ValueError:
        return False
    return True


def _impossible(story: Story, piece: Piece, match: re.Match[str]) -> Diagnostic:
    words = match[0].strip("（(，、 ")
    return warning(
        "wrong-day",
        piece.place(*match.span()),
        Both(
            f'story "{story.id}" names a day that there is not: {words}',
            f"稿件“{story.id}”写了没有的日子：{words}",
        ),
        fix=Both("look up the day", "请核对日期"),
    )


def _weekday(
    story: Story, piece: Piece, match: re.Match[str], date: dt.date, right: str
) -> Diagnostic:
    return warning(
        "wrong-day",
        piece.place(*match.span()),
        Both(
            f'{match[0]} in story "{story.id}" is not so: {date} is 星期{right}',
            f"稿件“{story.id}”中“{match[0]}”不对：{date} 是星期{right}",
        ),
        fix=Both("correct the day or the weekday", "改正日期或星期"),
    )


def _near(issue: Issue, story: Story, piece: Piece, match: re.Match[str]) -> Diagnostic:
    return warning(
        "wrong-day",
        piece.place(*match.span()),
        Both(
            f'{match[0]} in story "{story.id}" is not so: the issue is of {issue.date}',
            f"稿件“{story.id}”中“{match[0]}”不对：本期是 {issue.date}",
        ),
        fix=Both("correct the day", "改正日期"),
    )


def _page(issue: Issue, story: Story, piece: Piece, match: re.Match[str]) -> Diagnostic:
    return warning(
        "wrong-page-number",
        piece.place(*match.span()),
        Both(
            f'{match[0]} in story "{story.id}": the issue has {issue.page_count} pages',
            f"稿件“{story.id}”写“{match[0]}”，本期共 {issue.page_count} 版",
        ),
        fix=Both(
            "correct the number; jumps write it themselves",
            "改正版次；转版由系统自动写",
        ),
    )


def _number(
    issue: Issue, story: Story, piece: Piece, match: re.Match[str]
) -> Diagnostic:
    return warning(
        "wrong-issue-number",
        piece.place(*match.span()),
        Both(
            f'{match[0]} in story "{story.id}": this is number {issue.number}',
            f"稿件“{story.id}”写“{match[0]}”，本期是第 {issue.number} 期",
        ),
        fix=Both("correct the number", "改正期号"),
    )
