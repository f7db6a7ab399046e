"""Stories that go on at a later page (转版): where they are divided, what says so.

The first part fills its slot and ends in the middle of a sentence; a row of its last
column says where to go on, and one at the head of the rest where from. Every place
that leaves few rows empty is judged, from the last one up, and the best is taken.
Papers keep four lines before a jump and six behind it, so that neither part looks
like a remnant, and divide no story where a reader might take it for ended.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from printpress.content.jumps import Jump, Point, Rest, numbered
from printpress.content.runs import parts_reading
from printpress.content.story import Head, Story
from printpress.diagnostics import Diagnostic
from printpress.makeup.compositor import Compositor
from printpress.makeup.flow import Cut
from printpress.makeup.frames import Ground
from printpress.makeup.heading import manner_of, set_heading
from printpress.makeup.jump_faults import (
    AFTER,
    BEFORE,
    Flaw,
    bad_jump,
    undivided,
    unneeded,
)
from printpress.makeup.keep import Row, gravity
from printpress.makeup.place import Onward
from printpress.makeup.report import SHORT_ROWS
from printpress.makeup.rest import point_of
from printpress.makeup.rows import NOTE, rows_of
from printpress.spec.layout import SlotSpec
from printpress.text.galley import Line, Profile, shifted
from printpress.text.lines import SOFT_HYPHEN

PART: Final = "jump"
"""What the lines are that lead from one part to the other."""

_DIVISIBLE: Final = ("text", "question", "answer", "note")
"""Kinds of paragraph that may go on at another page."""

_UNPARTED: Final = {"divided", "address"}
"""Flags of lines that end inside a word."""

_ENDS: Final = "。！？…．!?⁇⁈⁉‼"
"""Marks that end a sentence, whatever closes behind them."""

_CLOSE: Final = "”’」』〞〟｣）］｝〕〉》】\"')"

_PARAGRAPH, _SENTENCE, _LONE = 4, 2, 1
"""How bad it is to divide a story behind a paragraph, behind a sentence, so that a line
of a paragraph stands alone on either side."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to fill the first slot: one number of picture rows."""

    cut: Cut
    """The whole story cut into it."""
    again: Callable[[Sequence[Row]], Cut]
    """Cuts other rows into it."""
    picture_rows: int
    """Rows of its picture."""


@dataclass(frozen=True, slots=True)
class Division:
    """A story divided between two pages, or found to fit the first."""

    option: int
    """The way taken."""
    cut: Cut
    """The first part in its columns, with the line that says where it goes on."""
    again: Callable[[Sequence[Row]], Cut]
    """Cuts and divides other rows in the same way."""
    rest: Rest | None
    """What is left; None if nothing goes on."""
    found: tuple[Diagnostic, ...]
    """What staff must know."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a story may be divided, in one way to fill its slot."""

    option: int
    start: Point
    """Where the rest begins."""
    cut: Cut
    badness: int
    before: int
    """Lines of copy before it."""
    picture_rows: int

    @property
    def flaw(self) -> Flaw:
        """What ends with the first part that should go on."""
        if self.badness >= _PARAGRAPH:
            return "paragraph"
        return "sentence" if self.badness >= _SENTENCE else ""

    @property
    def rank(self) -> tuple[bool, int, int, int, int]:
        """Least is best."""
        empty = self.cut.short + self.cut.stranded
        lone = gravity(self.cut.faults)
        return self.before < BEFORE, self.badness, lone, empty, -self.picture_rows


def jump_row(
    compositor: Compositor, words: str, measure: int, *, align: str, keeps: bool = False
) -> Row:
    """A line of its own that leads to another page or back, in the role ``jump``.

    The face is that of bylines, Kai as a rule, where the house has no such role.
    """
    style = compositor.style(PART if compositor.role(PART) else "byline")
    house = compositor.house
    style = style.at(min(style.size, house.body.size))
    line, _ = compositor.fitted(words, style, measure)
    if align == "right":
        line = shifted(line, max(0, measure - line.width))
    return Row(replace(line, measure=measure, paragraph=-1), keeps=keeps, part=PART)


def _line_row(compositor: Compositor, jump: Jump, measure: int) -> Row:
    """The line at the end of a first part."""
    words = numbered(compositor.house.jump.line, jump.to_page)
    return jump_row(compositor, words, measure, align="right")


def _origin_row(compositor: Compositor, jump: Jump, measure: int) -> Row:
    """The line at the head of a rest; it never stands at a column's foot."""
    words = numbered(compositor.house.jump.origin, jump.from_page)
    return jump_row(compositor, words, measure, align="left", keeps=True)


def begun_again(
    compositor: Compositor, story: Story, jump: Jump, measure: int
) -> tuple[Story, tuple[Row, ...]]:
    """The story under the head of its rest, and the row that this begins with."""
    return headed(story, jump), (_origin_row(compositor, jump, measure),)


def headed(story: Story, jump: Jump) -> Story:
    """The story under the short head of its rest."""
    return replace(story, head=Head(jump.head, None, None, ""), span=jump.head_span)


def onward_of(
    compositor: Compositor, ground: Ground, slot: SlotSpec, story: Story, jump: Jump
) -> Onward:
    """What a story's first part must know of the slot that its rest goes to.

    *compositor* and *ground* are that slot's.
    """
    manner = manner_of(compositor, slot)
    heading, _ = set_heading(
        compositor, headed(story, jump), slot.role, ground.strip, manner
    )
    rooms = ground.below(heading.rows).rows * len(ground.columns)
    measure = ground.columns[0].width

    def rows_from(start: Point) -> tuple[Row, ...]:
        galley = compositor.galley(story, Profile.of(measure), start)
        house = compositor.house
        return rows_of(galley, story, house.body.size, house.grid.row)

    return Onward(jump, max(0, rooms - 1), rows_from)


def _badness(story: Story, above: Row, below: Row) -> int | None:
    """How bad it is to divide the story between two lines; None where it cannot be."""
    line, after = above.line, below.line
    if line is None or after is None or above.goes_on or _at_the_end(story, after):
        return None
    if after.paragraph != line.paragraph:
        return _PARAGRAPH
    paragraph = story.paragraphs[line.paragraph]
    if paragraph.kind not in _DIVISIBLE or _inside_a_word(line):
        return None
    if line.text.rstrip(_CLOSE).endswith(tuple(_ENDS)):
        return _SENTENCE
    return _LONE if above.first or below.last else 0


def _at_the_end(story: Story, line: Line) -> bool:
    """Whether a line is a byline's or a note's, which no copy follows."""
    return (
        line.paragraph >= len(story.paragraphs)
        or story.paragraphs[line.paragraph].kind == NOTE
    )


def _inside_a_word(line: Line) -> bool:
    """Whether a line ends in the middle of a word, a hyphen drawn behind it or not."""
    if not _UNPARTED.isdisjoint(line.flags):
        return True
    return any(SOFT_HYPHEN in piece.texts for piece in line.pieces)


def _start_of_rest(
    compositor: Compositor, story: Story, rows: Sequence[Row]
) -> Point | None:
    """Where a rest of such rows begins; None where it would part a reading."""
    line = next(row.line for row in rows if row.line is not None)
    start = point_of(compositor, story, line)
    runs = story.paragraphs[start.paragraph].runs
    return None if parts_reading(runs, start.offset) else start


def _places(
    compositor: Compositor,
    story: Story,
    jump: Jump,
    rows: Sequence[Row],
    option: tuple[int, Option],
) -> Iterator[_Place]:
    """Where the story may be divided so that a way of filling its slot stays full.

    From the last place up until more rows would be empty than pass without a word.
    """
    number, way = option
    full = len(rows) - len(way.cut.overset)
    found = False
    for end in range(full - 1, 0, -1):
        if found and full - 1 - end > SHORT_ROWS:
            return
        above, line = rows[end - 1], rows[end - 1].line
        below = next((row for row in rows[end:] if row.line), None)
        badness = _badness(story, above, below) if below else None
        if badness is None or line is None:
            continue
        start = _start_of_rest(compositor, story, rows[end:])
        if start is None:
            continue
        leads = _line_row(compositor, jump, line.measure)
        cut = way.again((*rows[: end - 1], replace(above, keeps=True), leads))
        if cut.overset:
            continue
        before = sum(row.line is not None for row in rows[:end])
        found = True
        yield _Place(number, start, cut, badness, before, way.picture_rows)


def _best(places: Sequence[_Place], onward: Onward) -> tuple[_Place, int]:
    """The best place, and the lines of the rest.

    Places are tried from the best one on until the rest fits its slot and is not too
    short; otherwise the one with the least overset is taken.
    """
    tried: list[tuple[tuple[int, bool], int, int]] = []
    order = sorted(places, key=lambda place: place.rank)
    for turn, found in enumerate(order):
        rest = onward.rows_from(found.start)
        lines = sum(row.line is not None for row in rest)
        over = max(0, len(rest) - onward.rows)
        tried.append(((over, lines < AFTER), turn, lines))
        if not over and lines >= AFTER:
            break
    _, turn, lines = min(tried)
    return order[turn], lines


def divided(
    compositor: Compositor,
    story: Story,
    onward: Onward,
    rows: Sequence[Row],
    options: Sequence[Option],
) -> Division:
    """The story divided where its slot ends, if it is longer and can be.

    *options* are the ways to fill the slot, the one that a story without a jump would
    take first.
    """
    first, jump = options[0], onward.jump
    if not first.cut.overset:
        return Division(0, first.cut, first.again, None, (unneeded(jump),))
    ways = list(enumerate(options))
    places = [
        found for way in ways for found in _places(compositor, story, jump, rows, way)
    ]
    if not places:
        return Division(0, first.cut, first.again, None, (undivided(jump),))
    best, after = _best(places, onward)
    way = options[best.option]

    def again(changed: Sequence[Row]) -> Cut:
        if changed is rows:
            return best.cut
        anew = replace(way, cut=way.again(changed))
        if not anew.cut.overset:
            return anew.cut
        found = _places(compositor, story, jump, changed, (0, anew))
        ranked = sorted(found, key=lambda place: place.rank)
        return ranked[0].cut if ranked else anew.cut

    over = sum(row.line is not None for row in first.cut.overset)
    return Division(
        best.option,
        best.cut,
        again,
        Rest(story, jump, best.start),
        tuple(bad_jump(jump, best.flaw, (best.before, after), over)),
    )
