"""``printpress fit``: how long a story is, set at a measure, before it has a place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from pathlib import Path

from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, PressError, Said, counted, error
from printpress.fonts.library import Library
from printpress.makeup.compositor import Compositor
from printpress.makeup.keep import Row
from printpress.makeup.pages import grid_of
from printpress.makeup.rows import rows_of
from printpress.makeup.savings import Saving, cheapest, savings
from printpress.spec import load_story
from printpress.spec.house import House
from printpress.spec.nearest import did_you_mean, one_of
from printpress.text.galley import Galley, Profile

CUTS_SHOWN = 5
"""Cuts listed (taste)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The columns that a story is tried in."""

    columns: int = 1
    """How many."""
    measure: float | None = None
    """Ems of the body that each is wide; None for a base column."""
    deep: int | None = None
    """Rows that each has; None where they are as deep as need be."""


def _measure(house: House, ems: float | None) -> int:
    """The measure in EMU: so many ems of the body, or one base column."""
    grid = grid_of(house)
    if ems is None:
        return grid.column_width
    return round(Fraction(ems).limit_denominator(1000) * grid.size)


def _summary(story: Story, rows: int, galley: Galley, columns: int) -> Said:
    characters = sum(line.characters for line in galley.lines)
    deep = -(-rows // columns)
    facts = {
        "type": "fit",
        "story": story.id,
        "lines": rows,
        "characters": characters,
        "columns": columns,
        "rows": deep,
    }
    return Said(
        Both(
            f"{story.id}: {rows} lines, {characters} characters; over {columns} "
            f"columns {deep} rows deep, {deep * columns - rows} rows left in the last",
            f"{story.id}：{rows} 行，{characters} 字；分 {columns} 栏深 {deep} 行，"
            f"末栏余 {deep * columns - rows} 行",
        ),
        facts,
    )


def _against(rows: Sequence[Row], room: int, galley: Galley) -> Said:
    """How far the story is over or under so many rows."""
    lines = [line for row in rows[room:] for line in row.lines]
    over, characters = len(rows) - room, sum(line.characters for line in lines)
    facts = {"type": "against", "room": room, "over": over, "characters": characters}
    if over > 0:
        return Said(
            Both(
                f"  over by {counted(over, 'line')} ({characters} characters)",
                f"  超 {over} 行（{characters} 字）",
            ),
            facts,
        )
    each = sum(line.characters for line in galley.lines) / max(1, len(galley.lines))
    lacking = round(each * -over)
    return Said(
        Both(
            f"  short by {counted(-over, 'line')} (about {lacking} characters)",
            f"  欠 {-over} 行（约 {lacking} 字）",
        ),
        {**facts, "characters": -lacking},
    )


def _enough(cuts: Sequence[Saving], lines: int) -> Said:
    """The cheapest cuts that make the story fit."""
    facts = [
        {
            "paragraph": cut.paragraph + 1,
            "characters": cut.characters,
            "lines": cut.lines,
        }
        for cut in cuts
    ]
    if not cuts:
        words = Both("  no cuts of a few characters are enough", "  小删不够")
    else:
        en = ", ".join(
            f"{cut.characters} in paragraph {cut.paragraph + 1}" for cut in cuts
        )
        zh = "、".join(f"第 {cut.paragraph + 1} 段 {cut.characters} 字" for cut in cuts)
        words = Both(f"  cut {en}: it fits", f"  删{zh}，正好排下")
    return Said(words, {"type": "cuts", "lines": lines, "cuts": facts})


def _unknown_role(role: str, house: House) -> Diagnostic:
    guess, names = did_you_mean(role, house.roles), one_of(house.roles)
    return error(
        "unknown-role",
        house.span,
        Both(f'the house has no role "{role}"', f"报社没有样式“{role}”"),
        fix=Both(f"{guess.en}name {names.en}", f"{guess.zh}写 {names.zh} 之一"),
    )


def fit_story(
    path: Path, asked: Asked, *, role: str = "", with_lines: bool
) -> Iterator[Said]:
    """What there is to say about a story at a measure: sentences and their facts.

    Where columns have so many rows it is told how far the story is over or under, too.
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
    profile = Profile.of(_measure(house, asked.measure))
    galley = compositor.galley(story, profile)
    rows = rows_of(galley, story, house.body.size, house.grid.row)
    yield _summary(story, len(rows), galley, asked.columns)
    excess = 0
    if asked.deep is not None:
        room = asked.deep * asked.columns
        excess = max(0, len(rows) - room)
        yield _against(rows, room, galley)
    found = savings(compositor, story, profile, max(1, excess))
    if excess:
        yield _enough(cheapest(found, excess), excess)
    cuts = (saving for saving in found if saving.lines == 1)
    yield from map(_cut, islice(cuts, CUTS_SHOWN))
    if with_lines:
        yield from _lines(galley)


def _cut(saving: Saving) -> Said:
    """A cut that saves a line."""
    number, count = saving.paragraph + 1, saving.characters
    return Said(
        Both(
            f"  cut {count} characters in paragraph {number}: one line saved",
            f"  第 {number} 段删 {count} 字，省 1 行",
        ),
        {"type": "cut", "paragraph": number, "characters": count},
    )


def _lines(galley: Galley) -> Iterator[Said]:
    """The lines as they are set."""
    for number, line in enumerate(galley.lines, 1):
        shown = f"{number:4d} {line.text}"
        facts = {"type": "line", "number": number, "text": line.text}
        yield Said(Both(shown, shown), facts)
