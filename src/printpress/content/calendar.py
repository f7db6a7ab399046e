"""The day in the Chinese calendar: weekday, 农历, and the 节气 that falls on it."""

import datetime as dt
from dataclasses import dataclass

WEEKDAYS = "一二三四五六日"
"""From Monday on."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """What a dateline tells of a day."""

    weekday: str
    """星期五."""
    lunar: str
    """农历乙巳年七月十四: the year by stem and branch, which changes at 正月初一."""
    term: str
    """The solar term of that very day (白露), or nothing."""


def calendar_day(date: dt.date) -> CalendarDay:
    """The day's weekday, lunar date and solar term, by Beijing time (GB/T 33661).

    >>> calendar_day(dt.date(2025, 9, 7))
    CalendarDay(weekday='星期日', lunar='农历乙巳年七月十六', term='白露')
    """
    # Imported here: 12 ms that commands without a dateline need not wait for.
    from lunar_python import Solar

    lunar = Solar.fromYmd(date.year, date.month, date.day).getLunar()
    year = lunar.getYearInGanZhi()
    month, day = lunar.getMonthInChinese(), lunar.getDayInChinese()
    return CalendarDay(
        f"星期{WEEKDAYS[date.weekday()]}",
        f"农历{year}年{month}月{day}",
        lunar.getJieQi(),
    )
