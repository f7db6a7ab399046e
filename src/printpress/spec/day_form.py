"""How the day of an issue is written."""

import datetime as dt
import re
from typing import Final

from printpress.diagnostics import Both, error
from printpress.spec.fields import Field, Reading, as_scalar, place
from printpress.spec.source import Node
from printpress.spec.values import out_of_range

FIRST_YEAR, LAST_YEAR = 1901, 2099
"""Years whose 农历 is known."""

EXAMPLE: Final = "2025-09-05"

_DATE = re.compile(r"([0-9]{4})-([0-9][0-9])-([0-9][0-9])")
_LOOSE_DATE = re.compile(r"([0-9]{4})\D([0-9]{1,2})\D([0-9]{1,2})日?")


def _date(node: Node, reading: Reading) -> dt.date:
    written = as_scalar(node, reading, EXAMPLE).text.strip()
    match = _DATE.fullmatch(written)
    if match is None:
        loose = _LOOSE_DATE.fullmatch(written)
        meant = (
            f"{loose[1]}-{int(loose[2]):02}-{int(loose[3]):02}" if loose else EXAMPLE
        )
        reading.refuse(
            error(
                "bad-date",
                place(node),
                Both(
                    f'"date" is "{written[:30]}", not a date as year-month-day',
                    f"“date”写成“{written[:30]}”，应是 年-月-日",
                ),
                fix=Both(f"write `date: {meant}`", f"写成 `date: {meant}`"),
            )
        )
    year, month, day = (int(part) for part in match.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        reading.refuse(out_of_range(node, f"{FIRST_YEAR}-01-01", f"{LAST_YEAR}-12-31"))
    try:
        return dt.date(year, month, day)
    except ValueError:
        reading.refuse(
            error(
                "impossible-date",
                place(node),
                Both(f"there is no day {written}", f"没有 {written} 这一天"),
                fix=Both(
                    f"write a day that exists, such as {_last_day(year, month)}",
                    f"写存在的日期，例如 {_last_day(year, month)}",
                ),
            )
        )


def _last_day(year: int, month: int) -> dt.date:
    """The last day of the month; of the year where there is no such month.

    >>> str(_last_day(2025, 2)), str(_last_day(2025, 13))
    ('2025-02-28', '2025-12-31')
    """
    month = min(max(month, 1), 12)
    if month == 12:  # noqa: PLR2004 - December
        return dt.date(year, 12, 31)
    return dt.date(year, month + 1, 1) - dt.timedelta(days=1)


DAY: Final = Field(
    _date, lambda _: {"type": "string", "pattern": rf"^{_DATE.pattern}$"}, EXAMPLE
)
"""The day on which an issue appears."""
