"""The day in the Chinese calendar: weekday, 农历, and the 节气 that falls on it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

WEEKDAYS = "一二三四五六日"
"""From Monday on."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """What a dateline tells of a day, worked out when it is asked for.

    Most pages tell the weekday alone, and the lunar calendar costs 25 ms.
    """

    date: dt.date
    """The day."""

    @property
    def weekday(self) -> str:
        """星期五."""
        return f"星期{WEEKDAYS[self.date.weekday()]}"

    @property
    def lunar(self) -> str:
        """农历乙巳年七月十四: the year by stem and branch, changing at 正月初一."""
        lunar = self._lunar()
        month, day = lunar.getMonthInChinese(), lunar.getDayInChinese()
        return f"农历{lunar.getYearInGanZhi()}年{month}月{day}"

    @property
    def term(self) -> str:
        """The solar term of that very day (白露), or nothing."""
        return str(self._lunar().getJieQi())

    def _lunar(self) -> Any:
        from lunar_python import Solar

        date = self.date
        return Solar.fromYmd(date.year, date.month, date.day).getLunar()


def calendar_day(date: dt.date) -> CalendarDay:
    """The day's weekday, lunar date and solar term, by Beijing time.

    >>> day = calendar_day(dt.date(2025, 9, 7))
    >>> day.weekday, day.lunar, day.term
    ('星期日', '农历乙巳年七月十六', '白露')
    """
    return CalendarDay(date)
