"""Rows for readings: a line with pinyin takes two where the leading holds none.

In a 9 pt body on 13 pt there are 4 pt between the lines, and readings of 4.5 pt would
touch both. So they stand in a row of their own, which keeps the other lines on the
baseline grid; it goes with its line wherever that goes, to a column's head, too, so
that no reading leaves the type area.
"""

from collections.abc import Iterable

from printpress.makeup.keep import Row
from printpress.text.ruby import LEADING


def needs_row(em: int, leading: int) -> bool:
    """Whether readings of characters of that size find no room between the rows.

    *leading* is what stands between the em boxes of two rows.

    >>> needs_row(9000, 4000), needs_row(9000, 7000), needs_row(0, 4000)
    (True, False, False)
    """
    return leading * 1000 < em * LEADING


def with_readings(rows: Iterable[Row], leading: int) -> tuple[Row, ...]:
    """The rows, with one above each line whose readings need it."""
    done: list[Row] = []
    for row in rows:
        em = max((line.reading for line in row.lines), default=0)
        if needs_row(em, leading):
            done.append(
                Row(
                    None,
                    heads=row.heads,
                    keeps=True,
                    first=row.first,
                    last=row.last,
                    reads=True,
                )
            )
        done.append(row)
    return tuple(done)
