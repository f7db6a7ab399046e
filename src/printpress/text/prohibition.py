"""What may not begin or end a line (避头尾), by level.

The levels are clreq's four (§prohibition_rules_for_line_start_end) and one of ours:

========= ==================================== =================================
level     may not begin a line                 may not end a line
========= ==================================== =================================
none
basic     pauses, stops, closing brackets and  opening brackets and quotes
          quotes, connectors, · and ／
gb        the same                             … and ／
newspaper … and ……                             as gb
strict    … and ……, ——                         as gb
========= ==================================== =================================

The Chinese text of clreq has ／ among what may not begin a line, the English has not;
we follow the Chinese. Suffixes (％ ℃), iteration marks (々) and ASCII marks follow
what they belong to at every level but ``none``.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, get_args

from printpress.text.punctuation import NOTE

Level = Literal["none", "basic", "gb", "newspaper", "strict"]

LEVELS: Final[tuple[str, ...]] = get_args(Level)
"""From lenient to strict."""

_BASIC_START: Final = "CcPSBbpsqINLhZT%"
_BASIC_END: Final = "OoJR"

NOT_FIRST: Final = {
    "none": "",
    "basic": _BASIC_START,
    "gb": _BASIC_START,
    "newspaper": _BASIC_START + "E",
    "strict": _BASIC_START + "ED",
}
"""Level → classes that may not begin a line."""

NOT_LAST: Final = {
    "none": "",
    "basic": _BASIC_END,
    "gb": _BASIC_END + "L",
    "newspaper": _BASIC_END + "L",
    "strict": _BASIC_END + "L",
}
"""Level → classes that may not end a line."""

_WHITE_BEHIND: Final = "(?:(?<!L)[UG]+)?"
"""White space at a line's end is dropped: no line ends in it behind an opening mark."""

_NOTES: Final = "(?<=[HhYfCcA9WTZ%])(?=V)|(?<=[PSBbpsqOoEDG]V)|(?<=^V)"
"""Between a text and its note mark (clreq issue 262, for the empty 3.1.5.3); after a
pause, a stop or nothing ① counts what follows."""

ATTACHED: Final = re.compile(_NOTES)
"""Where a note mark touches what it belongs to."""


def held(level: str, kinds: str) -> Iterator[int]:
    """Before which characters of a string of classes no line may end, in no order.

    ``ValueError`` where there is no such level. Spaces never begin a line.

    >>> [*held("basic", "HPOHC")]
    [1, 4, 3]
    >>> [*held("none", "HPOHC")]
    []
    """
    first, last = _classes(level)
    for match in first.finditer(kinds):
        yield match.start()
    if last:
        for match in last.finditer(kinds):
            yield match.end()
        if NOTE in kinds:
            for match in ATTACHED.finditer(kinds):
                yield match.start()


@cache
def _classes(level: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """What may not begin a line and what may not end one."""
    if level not in NOT_FIRST:
        raise ValueError(f"{level!r} is not a level of prohibition: {list(LEVELS)}")
    first = re.compile(f"[UG{NOT_FIRST[level]}]")
    if not NOT_LAST[level]:
        return first, None
    return first, re.compile(f"[{NOT_LAST[level]}]{_WHITE_BEHIND}")
