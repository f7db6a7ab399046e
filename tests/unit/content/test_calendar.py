"""Days whose place in the Chinese calendar is public knowledge."""

import datetime as dt

import pytest

from printpress.content.calendar import calendar_day


@pytest.mark.parametrize(
    ("day", "weekday", "lunar"),
    [
        # The day of the sample issue.
        ("2025-09-05", "星期五", "农历乙巳年七月十四"),
        # New Year's days (春节), as wall calendars have them.
        ("2000-02-05", "星期六", "农历庚辰年正月初一"),
        ("2008-02-07", "星期四", "农历戊子年正月初一"),
        ("2023-01-22", "星期日", "农历癸卯年正月初一"),
        ("2024-02-10", "星期六", "农历甲辰年正月初一"),
        ("2025-01-29", "星期三", "农历乙巳年正月初一"),
        ("2026-02-17", "星期二", "农历丙午年正月初一"),
        ("2033-01-31", "星期一", "农历癸丑年正月初一"),
        # The day before is the old year's, whatever 立春 says.
        ("2025-01-28", "星期二", "农历甲辰年腊月廿九"),
        ("2024-02-09", "星期五", "农历癸卯年腊月三十"),
        # Dragon boat, mid-autumn, double ninth.
        ("2025-05-31", "星期六", "农历乙巳年五月初五"),
        ("2025-10-06", "星期一", "农历乙巳年八月十五"),
        ("2024-09-17", "星期二", "农历甲辰年八月十五"),
        ("2025-10-29", "星期三", "农历乙巳年九月初九"),
        # Leap months: 2023 闰二月, 2025 闰六月, and 2033's famous 闰冬月.
        ("2023-03-22", "星期三", "农历癸卯年闰二月初一"),
        ("2025-07-25", "星期五", "农历乙巳年闰六月初一"),
        ("2025-08-22", "星期五", "农历乙巳年闰六月廿九"),
        ("2033-12-22", "星期四", "农历癸丑年闰冬月初一"),
    ],
)
def test_weekday_and_lunar_date(day, weekday, lunar):
    found = calendar_day(dt.date.fromisoformat(day))
    assert (found.weekday, found.lunar) == (weekday, lunar)


TERMS_2025 = {
    "小寒": "01-05", "大寒": "01-20", "立春": "02-03", "雨水": "02-18",
    "惊蛰": "03-05", "春分": "03-20", "清明": "04-04", "谷雨": "04-20",
    "立夏": "05-05", "小满": "05-21", "芒种": "06-05", "夏至": "06-21",
    "小暑": "07-07", "大暑": "07-22", "立秋": "08-07", "处暑": "08-23",
    "白露": "09-07", "秋分": "09-23", "寒露": "10-08", "霜降": "10-23",
    "立冬": "11-07", "小雪": "11-22", "大雪": "12-07", "冬至": "12-21",
}  # fmt: skip
"""By Beijing time, as the year's wall calendars have them."""


def test_the_24_terms_of_2025_and_no_others():
    first = dt.date(2025, 1, 1)
    days = (first + dt.timedelta(days=n) for n in range(365))
    found = {calendar_day(day).term: f"{day:%m-%d}" for day in days}
    found.pop("")
    assert found == TERMS_2025


def test_years_at_the_edges_of_what_the_spec_allows():
    assert calendar_day(dt.date(1901, 2, 19)).lunar == "农历辛丑年正月初一"
    assert calendar_day(dt.date(2099, 1, 21)).lunar == "农历己未年正月初一"
