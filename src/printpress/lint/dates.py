"""Dates, weekdays, page and issue numbers in the copy that disagree with the issue."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from printpress.content.calendar import WEEKDAYS
from printpress.content.issue import Issue
from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic
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
            yield from _day(issue, piece, match)
        for match in _PAGE.finditer(piece.text):
            if not 1 <= int(match["page"]) <= issue.page_count:
                yield _page(issue, piece, match)
        for match in _ISSUE.finditer(piece.text):
            if int(match["number"]) != issue.number:
                yield _number(issue, piece, match)


def _day(issue: Issue, piece: Piece, match: re.Match[str]) -> Iterator[Diagnostic]:
    year = int(match["year"]) if match["year"] else None
    month, day = int(match["month"]), int(match["day"])
    date = _date(issue.date, year, month, day)
    if date is None:
        if year or not _ever(month, day):
            yield _impossible(piece, match)
        return
    told = (match["weekday"] or "").replace("天", "日")
    right = WEEKDAYS[date.weekday()]
    if told and told != right:
        yield _not_so(
            piece,
            match,
            Both(f"{date} is 星期{right}", f"{date} 是星期{right}"),
            Both("correct the day or the weekday", "改正日期或星期"),
        )
    if match["near"] and date != issue.date + dt.timedelta(_NEAR[match["near"]]):
        yield _not_so(
            piece,
            match,
            Both(f"the issue is of {issue.date}", f"本期是 {issue.date}"),
            Both("correct the day", "改正日期"),
        )


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


def _impossible(piece: Piece, match: re.Match[str]) -> Diagnostic:
    words = match[0].strip("（(，、 ")
    return piece.warning(
        "wrong-day",
        match,
        Both(
            f'story "{piece.story}" names a day that there is not: {words}',
            f"稿件“{piece.story}”写了没有的日子：{words}",
        ),
        fix=Both("look up the day", "请核对日期"),
    )


def _not_so(piece: Piece, match: re.Match[str], right: Both, fix: Both) -> Diagnostic:
    """A day that is another one, and which."""
    return piece.warning(
        "wrong-day",
        match,
        Both(
            f'{match[0]} in story "{piece.story}" is not so: {right.en}',
            f"稿件“{piece.story}”中“{match[0]}”不对：{right.zh}",
        ),
        fix=fix,
    )


def _page(issue: Issue, piece: Piece, match: re.Match[str]) -> Diagnostic:
    return piece.warning(
        "wrong-page-number",
        match,
        Both(
            f'{match[0]} in story "{piece.story}": the issue has {issue.page_count} '
            "pages",
            f"稿件“{piece.story}”写“{match[0]}”，本期共 {issue.page_count} 版",
        ),
        fix=Both(
            "correct the number; jumps write it themselves",
            "改正版次；转版由系统自动写",
        ),
    )


def _number(issue: Issue, piece: Piece, match: re.Match[str]) -> Diagnostic:
    return piece.warning(
        "wrong-issue-number",
        match,
        Both(
            f'{match[0]} in story "{piece.story}": this is number {issue.number}',
            f"稿件“{piece.story}”写“{match[0]}”，本期是第 {issue.number} 期",
        ),
        fix=Both("correct the number", "改正期号"),
    )
