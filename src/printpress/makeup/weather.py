"""The weather box: for each day its icons, and day, sky, temperatures, wind in words.

Days stand side by side where each has room enough, otherwise below each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from printpress.geometry import Rect
from printpress.makeup.compositor import Compositor, placed_in
from printpress.makeup.placed import Placed, Rule
from printpress.makeup.skies import icon
from printpress.makeup.styles import Style
from printpress.spec.supplied import DayWeather
from printpress.units import PT

BESIDE_EMS = 11
"""Ems of the role that a day needs at least to stand beside another."""

ICON_SHARE = 45
"""Hundredths of a day's width that its icons take at most."""

SEPARATOR = 2 * PT // 5
"""The rule between two days."""

AIR = 3 * PT
"""Between two days and the rule between them, and between icons and words (taste)."""


def temperatures(day: DayWeather) -> str:
    """Lowest and highest as papers print them.

    >>> from printpress.diagnostics import Span
    >>> temperatures(DayWeather("今天", "晴", ("sun",), 22, 30, "", Span("", 0, 0)))
    '22～30℃'
    """
    return f"{day.low}～{day.high}℃" if day.low < day.high else f"{day.high}℃"


def _lines(compositor: Compositor, day: DayWeather) -> list[tuple[str, Style]]:
    style = compositor.style("weather")
    role = compositor.role("weather")
    label = compositor.style("weather", "label") if role and role.label else style
    number = compositor.style("weather", "number") if role and role.number else style
    return [
        (words, look)
        for words, look in (
            (day.day, label),
            (day.words, style),
            (temperatures(day), number),
            (day.wind, style),
        )
        if words
    ]


def _height(lines: Sequence[tuple[str, Style]]) -> int:
    return sum(look.size for _, look in lines) + (len(lines) - 1) * _lead(lines)


def _lead(lines: Sequence[tuple[str, Style]]) -> int:
    """Between two lines: a third of the first one's size."""
    return lines[0][1].size // 3


@dataclass(frozen=True, slots=True)
class _Icons:
    """How the icons of all days stand: alike."""

    side: int
    """Of one icon."""
    width: int
    """Of the column they stand in."""


def _icons(days: Sequence[DayWeather], width: int, height: int) -> _Icons:
    count = max(len(day.skies) for day in days)
    most = (width * ICON_SHARE // 100 - (count - 1) * AIR) // count
    side = max(PT, min(most, height))
    return _Icons(side, count * side + (count - 1) * AIR)


def set_weather(
    compositor: Compositor, rect: Rect, days: Sequence[DayWeather]
) -> tuple[list[Placed], int]:
    """The days in a rectangle; by how much that is too low for their words."""
    em = compositor.style("weather").size
    beside = rect.width // len(days) >= BESIDE_EMS * em
    cells = [_part(rect, n, len(days), across=beside) for n in range(len(days))]
    told = [_lines(compositor, day) for day in days]
    width = min(cell.width for cell in cells)
    icons = _icons(days, width, min(map(_height, told)))
    placed: list[Placed] = [_separator(cell, across=beside) for cell in cells[1:]]
    for cell, day, lines in zip(cells, days, told, strict=True):
        inner = cell.inset(AIR, 0) if beside else cell
        placed += _day(compositor, inner, icons, day, lines)
    air = 0 if beside or len(days) == 1 else 2 * AIR  # round the rule between
    lowest = min(cell.height for cell in cells) - air
    return placed, max(map(_height, told)) - lowest


def _part(rect: Rect, number: int, count: int, *, across: bool) -> Rect:
    if across:
        left, right = (rect.width * n // count for n in (number, number + 1))
        return Rect(rect.x + left, rect.y, right - left, rect.height)
    top, foot = (rect.height * n // count for n in (number, number + 1))
    return Rect(rect.x, rect.y + top, rect.width, foot - top)


def _separator(cell: Rect, *, across: bool) -> Rule:
    if across:
        return Rule(cell.x, cell.y + AIR, cell.x, cell.bottom - AIR, SEPARATOR)
    return Rule(cell.x, cell.y, cell.right, cell.y, SEPARATOR)


def _day(
    compositor: Compositor,
    cell: Rect,
    icons: _Icons,
    day: DayWeather,
    lines: Sequence[tuple[str, Style]],
) -> list[Placed]:
    """Icons at the left, the words flush beside them, both in the cell's middle."""
    placed: list[Placed] = []
    count, side = len(day.skies), icons.side
    wide = count * side + (count - 1) * AIR
    x, top = cell.x + (icons.width - wide) // 2, cell.y + (cell.height - side) // 2
    for sky in day.skies:
        placed += icon(sky, Rect(x, top, side, side))
        x += side + AIR
    x = cell.x + icons.width + 2 * AIR
    top = cell.y + (cell.height - _height(lines)) // 2
    for words, look in lines:
        line, style = compositor.fitted(words, look, cell.right - x)
        placed.append(placed_in(line, style, x, top))
        top += look.size + _lead(lines)
    return placed
