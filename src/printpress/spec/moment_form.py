"""How a moment is written: a day and a time of the clock on the wall."""

import datetime as dt
import re

from printpress.diagnostics import Both, error
from printpress.spec.fields import Field, Reading, as_scalar, place
from printpress.spec.source import Node

EXAMPLE = "2025-09-04 23:40"

_FORM = re.compile(r"[0-9]{4}-[0-9][0-9]-[0-9][0-9] ([01][0-9]|2[0-3]):[0-5][0-9]")


def _read(node: Node, reading: Reading) -> dt.datetime:
    written = as_scalar(node, reading, EXAMPLE).text.strip()
    if not _FORM.fullmatch(written):
        reading.refuse(
            error(
                "bad-date",
                place(node),
                Both(
                    f'"closed" is "{written[:30]}", not a date and a time',
                    f"“closed”写成“{written[:30]}”，应是 年-月-日 时:分",
                ),
                fix=Both(f"write `closed: {EXAMPLE}`", f"写成 `closed: {EXAMPLE}`"),
            )
        )
    try:
        return dt.datetime.fromisoformat(written)
    except ValueError:
        day = written.split()[0]
        reading.refuse(
            error(
                "impossible-date",
                place(node),
                Both(f"there is no day {day}", f"没有 {day} 这一天"),
                fix=Both("write a day that exists", "写存在的日期"),
            )
        )


def moment() -> Field[dt.datetime]:
    """Year-month-day, a space, hour:minute."""
    pattern = rf"^{_FORM.pattern}$"
    return Field(_read, lambda _: {"type": "string", "pattern": pattern}, EXAMPLE)
