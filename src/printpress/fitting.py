"""``printpress fit``: how long a story is, set at a measure, before it has a place."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, PressError, error
from printpress.fonts.library import Library
from printpress.makeup.compositor import Compositor
from printpress.makeup.pages import grid_of
from printpress.makeup.rows import rows_of
from printpress.makeup.savings import savings
from printpress.spec import load_story
from printpress.spec.house import House
from printpress.spec.nearest import did_you_mean, one_of
from printpress.text.galley import Galley, Profile

CUTS_SHOWN = 5
"""Cuts listed (taste)."""


def _measure(house: House, ems: float | None) -> int:
    """The measure in EMU: so many ems of the body, or one base column."""
    grid = grid_of(house)
    if ems is None:
        return grid.column_width
    return round(Fraction(ems).limit_denominator(1000) * grid.size)


def _summary(story: Story, rows: int, galley: Galley, columns: int) -> Both:
    characters = sum(line.characters for line in galley.lines)
    deep = -(-rows // columns)
    return Both(
        f"{story.id}: {rows} lines, {characters} characters; over {columns} columns "
        f"{deep} rows deep, {deep * columns - rows} rows left in the last",
        f"{story.id}：{rows} 行，{characters} 字；分 {columns} 栏深 {deep} 行，"
        f"末栏余 {deep * columns - rows} 行",
    )


def _unknown_role(role: str, house: House) -> Diagnostic:
    guess, names = did_you_mean(role, house.roles), one_of(house.roles)
    return error(
        "unknown-role",
        house.span,
        Both(f'the house has no role "{role}"', f"报社没有样式“{role}”"),
        fix=Both(f"{guess.en}name {names.en}", f"{guess.zh}写 {names.zh} 之一"),
    )


def fit_story(
    path: Path,
    columns: int | None,
    measure: float | None,
    *,
    role: str = "",
    with_lines: bool,
) -> Iterator[tuple[Both, dict[str, Any]]]:
    """What there is to say about a story at a measure: sentences and their facts.

    *role* is that of its slot, which may set text otherwise than the house. Raises
    ``PressError`` where the story or the paper's folder cannot be read or the house has
    no such role.
    """
    from printpress.content.issue import edit_story

    house, fonts, file = load_story(path)
    story = edit_story(file)
    if role and role not in house.roles:
        raise PressError([_unknown_role(role, house)])
    compositor = Compositor(house, Library(fonts)).for_role(role)
    wide = _measure(house, measure)
    galley = compositor.galley(story, Profile.of(wide))
    rows = len(rows_of(galley, story, house.body.size, house.grid.row))
    over = columns or 1
    yield (
        _summary(story, rows, galley, over),
        {
            "type": "fit",
            "story": story.id,
            "lines": rows,
            "characters": sum(line.characters for line in galley.lines),
            "columns": over,
            "rows": -(-rows // over),
        },
    )
    for saving in savings(compositor, story, Profile.of(wide))[:CUTS_SHOWN]:
        number, count = saving.paragraph + 1, saving.characters
        yield (
            Both(
                f"  cut {count} characters in paragraph {number}: one line saved",
                f"  第 {number} 段删 {count} 字，省 1 行",
            ),
            {"type": "cut", "paragraph": number, "characters": count},
        )
    if with_lines:
        for number, line in enumerate(galley.lines, 1):
            yield (
                Both(f"{number:4d} {line.text}", f"{number:4d} {line.text}"),
                {"type": "line", "number": number, "text": line.text},
            )
