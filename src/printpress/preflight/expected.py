"""What an issue says its file must show: pages, date, numbers, codes."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from printpress.diagnostics import Both
from printpress.geometry import Size
from printpress.preflight.boxes import millimetres
from printpress.preflight.lettering import texts
from printpress.preflight.marks import Drawn
from printpress.preflight.page import Page
from printpress.preflight.report import Fault, same
from printpress.spec.press import PressSpec
from printpress.units import MM, PT

EXACT = MM // 10
"""By how much a trim may differ: a tenth of a millimetre."""

NUMERALS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class ExpectedPage:
    """One page of the file: a page of the issue, or a spread of two."""

    numbers: tuple[int, ...]
    """Its numbers."""
    dated: bool
    """Whether the date stands on it."""
    numbered: bool
    """Whether its number does."""
    codes: tuple[str, ...]
    """What its QR codes hold."""


@dataclass(frozen=True, slots=True)
class Expected:
    """An edition of an issue, as its file must show it."""

    trim: Size
    """Of one page."""
    date: dt.date
    """The day it appears."""
    pages: tuple[ExpectedPage, ...]
    """In the order of the file."""
    codes: tuple[str, ...]
    """What QR codes hold of which it is not known on which page they stand."""
    accepted: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Rule → why the issue breaks it on purpose."""


def dates(day: dt.date) -> tuple[str, ...]:
    """Ways to write a day.

    >>> dates(dt.date(2025, 9, 5))[:2]
    ('2025年9月5日', '2025年09月05日')
    """
    year = "".join(NUMERALS[int(digit)] for digit in str(day.year))
    return (
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month:02}月{day.day:02}日",
        *(f"{day.year}{s}{day.month}{s}{day.day}" for s in ".-/"),
        *(f"{day.year}{s}{day.month:02}{s}{day.day:02}" for s in ".-/"),
        f"{year}年{_han(day.month)}月{_han(day.day)}日",
    )


def _han(number: int) -> str:
    """A number below a hundred as it is spoken.

    >>> _han(5), _han(10), _han(23)
    ('五', '十', '二十三')
    """
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{NUMERALS[tens]}十"
    return head + (NUMERALS[ones] if ones else "")


def file_as_expected(
    pages: tuple[Page, ...], expected: Expected, press: PressSpec
) -> Iterator[Fault]:
    """As many pages as the issue has, each of its size."""
    if len(pages) != len(expected.pages):
        yield Fault("page-count", same(str(len(pages))), same(str(len(expected.pages))))
    count = sum(len(page.numbers) for page in expected.pages)
    whole = expected.pages and expected.pages[0].numbers[0] == 1
    if whole and count > 1 and count % press.pages_multiple:
        right = Both(
            f"a multiple of {press.pages_multiple}", f"{press.pages_multiple} 的倍数"
        )
        yield Fault("pages-multiple", same(str(count)), right)
    for page, wanted in zip(pages, expected.pages, strict=False):
        width = expected.trim.width * len(wanted.numbers)
        left, low, right_edge, top = page.trim
        off = max(
            abs((right_edge - left) * PT - width),
            abs((top - low) * PT - expected.trim.height),
        )
        if off > EXACT:
            sheet = (0.0, 0.0, width / PT, expected.trim.height / PT)
            yield Fault(
                "page-size",
                same(millimetres(page.trim)),
                same(millimetres(sheet)),
                page.number,
            )


def page_as_expected(
    drawn: Drawn, wanted: ExpectedPage, day: dt.date
) -> Iterator[Fault]:
    """The day and the number stand on the page."""
    shown = [re.sub(r"\s", "", mark.text) for _, mark in texts(drawn)]
    whole = "".join(shown)
    if wanted.dated and not any(way in whole for way in dates(day)):
        yield Fault("date-missing", allowed=same(dates(day)[0]), page=drawn.page.number)
    for number in wanted.numbers if wanted.numbered else ():
        ways = {f"{number}", f"{number:02}"}
        ways |= {f"{way}版" for way in ways} | {f"第{way}版" for way in ways}
        if not ways & set(shown):
            yield Fault(
                "page-number-missing",
                allowed=same(f"{number:02}"),
                page=drawn.page.number,
            )


def codes_as_expected(
    read: Mapping[int, list[str]], expected: Expected
) -> Iterator[Fault]:
    """Each code of the issue is read on its page."""
    for number, wanted in enumerate(expected.pages, 1):
        for payload in wanted.codes:
            if number in read and payload not in read[number]:
                yield Fault("qr-missing", page=number, object=payload)
    everywhere = {payload for found in read.values() for payload in found}
    for payload in expected.codes:
        if payload not in everywhere:
            yield Fault("qr-missing", object=payload)
