"""One story into its ground: heading, picture, level columns of text.

The picture's rows are chosen within the bounds that the layout declares (or a person
pinned), so that the text fits with as few empty rows as can be. The galley is set
once; trying another number of picture rows is a division of whole rows.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from printpress.colour import BLACK
from printpress.content.jumps import START, Rest
from printpress.content.story import Paragraph, Story
from printpress.diagnostics import Diagnostic
from printpress.makeup import report
from printpress.makeup.blocks import blocks_of
from printpress.makeup.compositor import Compositor
from printpress.makeup.flow import Cut, cut
from printpress.makeup.frames import (
    Frame,
    Ground,
    across,
    frames_round,
    gutters_beside,
    picture_row,
)
from printpress.makeup.grid import Grid
from printpress.makeup.heading import Heading
from printpress.makeup.headplace import heading_in_slot
from printpress.makeup.holes import without
from printpress.makeup.keep import Row, beside_initial, gravity
from printpress.makeup.lone import lone_findings
from printpress.makeup.onpicture import on_picture, place_on_picture, too_low
from printpress.makeup.pictures import Illustration, air_above, illustrate
from printpress.makeup.place import Place
from printpress.makeup.placed import (
    Patch,
    Placed,
    PlacedPicture,
    Rule,
    SetLine,
    StoryFit,
)
from printpress.makeup.reading_rows import with_readings
from printpress.makeup.rest import until
from printpress.spec.layout import PictureSlot
from printpress.text.galley import Galley, Line, Profile

NOTE = "footnote"
"""The kind of a note, which stands below the byline."""

BEHIND = (NOTE, "qr")
"""Kinds that stand below the byline, in this order."""


@dataclass(frozen=True, slots=True)
class SetStory:
    """A story on its page."""

    placed: tuple[Placed, ...]
    """Everything of it, in its place."""
    fit: StoryFit
    """How it fitted."""
    overset: tuple[Line, ...]
    """Lines that found no room."""
    found: tuple[Diagnostic, ...]
    """What staff must know."""
    rest: Rest | None = None
    """What goes on at a later page."""


@dataclass(frozen=True, slots=True)
class _Trial:
    """The story cut for one number of picture rows."""

    picture_rows: int
    frames: tuple[Frame, ...]
    cut: Cut
    again: Callable[[Sequence[Row]], Cut]
    """Cuts other rows in the same way."""
    rest: Rest | None = None
    """What goes on at a later page."""
    found: tuple[Diagnostic, ...] = ()
    """What there is to say about that."""

    @property
    def misfit(self) -> tuple[int, int, int, int]:
        """Least is best: nothing overset, few empty rows, few lines alone."""
        cut = self.cut
        empty = cut.short + cut.stranded
        return (len(cut.overset), empty, gravity(cut.faults), -self.picture_rows)


def rows_of(galley: Galley, story: Story, em: int, pitch: int) -> tuple[Row, ...]:
    """The galley as rows: air above subheads, the byline behind a short last line.

    Notes follow the byline, a row apart. *pitch* is from one row to the next: where it
    leaves no room for readings, those have rows of their own.
    """
    rows: list[Row] = []
    copy = len(story.paragraphs)
    kinds = [*(paragraph.kind for paragraph in story.paragraphs), "byline"]
    airy = _with_air(story.paragraphs)
    above: Line | None = None
    ranks = [BEHIND.index(kind) + 1 if kind in BEHIND else 0 for kind in kinds]
    in_order = sorted(galley.lines, key=lambda line: ranks[line.paragraph])
    for line in in_order:
        if above and line.first and line.paragraph in airy:
            rows.append(Row(None))
        heads = kinds[line.paragraph] == "subhead"
        row = Row(line, heads, first=line.first, last=line.last)
        if above and rows[-1].line is above and _stay_together(kinds, above, line):
            rows[-1] = replace(rows[-1], keeps=True)
        above = line
        if line.paragraph < copy or not rows:
            rows.append(row)
        elif _share_a_row(rows[-1], line, em):
            rows[-1] = replace(rows[-1], tail=line)
        else:
            rows[-1:] = replace(rows[-1], last=False), replace(row, first=False)
    return with_readings(rows, pitch - em)


def _with_air(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Paragraphs above which a row stays empty.

    Those are subheads, what stands above and below a table, stanzas, what stands above
    and below a poem of several stanzas, and the first note at the end.
    """
    body = [paragraph for paragraph in paragraphs if paragraph.kind not in BEHIND]
    notes = any(paragraph.kind == NOTE for paragraph in paragraphs)
    airy: set[int] = {len(body)} if notes else set()
    at = 0
    for block in blocks_of(body):
        ends = at + len(block)
        apart = {at + n for n, paragraph in enumerate(block) if paragraph.apart}
        if apart or block[0].kind == "table":
            airy |= {at, ends, *apart}
            if ends == len(body):
                airy.add(len(paragraphs))  # the byline, which stands before the notes
        elif block[0].kind == "subhead":
            airy.add(at)
        at = ends
    return airy


def _stay_together(kinds: Sequence[str], above: Line, line: Line) -> bool:
    """Whether two lines stand in one column.

    Those of a table do, a question and the beginning of its answer, a line of verse and
    its rest, and a signature with the copy that it signs.
    """
    kind, before = kinds[line.paragraph], kinds[above.paragraph]
    goes_on = kind in ("verse", "qr") and not line.first
    if kind in ("table", "signature") or goes_on:
        return True
    return kind == "answer" and before == "question"


def _share_a_row(row: Row, byline: Line, em: int) -> bool:
    """Whether a byline finds room behind the copy's last line, two ems apart."""
    if row.line is None or row.tail is not None or row.heads or not byline.pieces:
        return False
    return row.line.width + 2 * em <= byline.pieces[0].xs[0]


@dataclass(frozen=True, slots=True)
class _Parts:
    """A story set, on no row yet."""

    heading: Heading
    art: Illustration | None
    galley: Galley
    rows: tuple[Row, ...]
    note: Diagnostic | None = None


def _set_parts(
    compositor: Compositor, grid: Grid, ground: Ground, story: Story, place: Place
) -> tuple[_Parts, Diagnostic | None]:
    slot, rest = place.slot, place.rest
    measure = ground.columns[0].width
    headed, leads = story, tuple[Row, ...]()
    if rest is not None:
        from printpress.makeup.jumps import begun_again

        headed, leads = begun_again(compositor, story, rest.jump, measure)
    art = None
    if slot.picture and story.pictures and rest is None:
        above = slot.picture.at == "above"
        strip = ground.strip if above else across(ground.columns, slot.picture.over)
        art = illustrate(compositor, story.pictures[0], story, strip)
    heading, trouble = heading_in_slot(
        compositor, grid, ground, (headed, slot), art.strip if art else None
    )
    start = rest.start if rest else START
    galley = compositor.galley(story, Profile.of(measure), start)
    house = compositor.house
    note = None
    if slot.initial and rest is None:
        from printpress.makeup.initial import set_initial

        room = measure, ground.below(heading.rows).rows
        galley, note = set_initial(compositor, story, slot, galley, room)
    rows = rows_of(galley, story, house.body.size, house.grid.row)
    if slot.initial and rest is None and note is None:
        rows = beside_initial(rows, slot.initial)
    return _Parts(heading, art, galley, (*leads, *rows), note), trouble


def _frames(
    ground: Ground, place: Place, parts: _Parts
) -> Iterator[tuple[int, tuple[Frame, ...]]]:
    """Numbers of picture rows, and the frames that each leaves to the text."""
    below = ground.below(parts.heading.rows)
    slot, art = place.slot.picture, parts.art
    if slot is None or art is None:
        yield 0, without(frames_round(below, None, 0), parts.heading.hole)
        return
    fewest, most = place.picture_bounds
    fewest = max(fewest, parts.heading.picture_rows)
    most = max(1, min(most, _picture_room(ground, slot, parts)))
    for picture_rows in range(most, min(fewest, most) - 1, -1):
        taken = art.rows_taken(slot, picture_rows, below.rows)
        if slot.at == "above":
            yield picture_rows, frames_round(below.below(taken), None, 0)
        else:
            frames = frames_round(below, slot, taken)
            yield picture_rows, without(frames, parts.heading.hole)


def _picture_room(ground: Ground, slot: PictureSlot, parts: _Parts) -> int:
    """Rows that a picture may have at most, so that its caption and air fit, too."""
    caption = parts.art.caption_rows if parts.art else 0
    room = ground.below(parts.heading.rows).rows - caption - air_above(slot)
    return room - _rows_above(ground, slot, parts.heading)


def _rows_above(ground: Ground, slot: PictureSlot, heading: Heading) -> int:
    """Rows that a heading inset above the picture takes of its columns."""
    if heading.hole is None:
        return 0
    strip = across(ground.columns, slot.over)
    return heading.hole.rows if heading.hole.takes(Frame(strip, 0, 0)) else 0


def _cut_into(
    compositor: Compositor, frames: Sequence[Frame]
) -> Callable[[Sequence[Row]], Cut]:
    """How the house cuts rows into those frames."""
    body = compositor.house.body
    rooms = [frame.rows for frame in frames]
    return lambda rows: cut(rows, rooms, body.short, body.uneven)


def set_story(
    compositor: Compositor, grid: Grid, ground: Ground, story: Story, place: Place
) -> SetStory:
    """The story in its ground."""
    aside = None
    if place.slot.heading == "vertical":
        from printpress.makeup.beside import set_beside

        aside = set_beside(compositor, grid, ground, story, place.slot)
        ground = aside.ground
    if place.slot.on and story.pictures:
        place = place_on_picture(place, len(ground.columns))
    parts, trouble = _set_parts(compositor, grid, ground, story, place)
    trials = [
        _Trial(number, frames, again(parts.rows), again)
        for number, frames in _frames(ground, place, parts)
        for again in (_cut_into(compositor, frames),)
    ]
    best = min(trials, key=lambda trial: trial.misfit)
    if place.onward is not None:
        best = _divided(compositor, story, place, parts.rows, trials)
    placed: list[Placed] = [*aside.placed] if aside else []
    placed += _head_and_art(grid, ground, place, parts, best.picture_rows)
    placed += _column_rules(grid, best.frames, place.column_rule)
    placed += _text(grid, story, best)
    fit = report.fit_of(story, place, best.cut)
    if parts.art:
        fit = replace(fit, picture_rows=best.picture_rows)
    found = aside.found if aside else ()
    found += (parts.note,) if parts.note else ()
    here = parts.galley
    if best.rest is not None:
        here = until(compositor, story, best.rest.start, here)
    found += (*best.found, *report.story_findings(compositor, story, place, here, fit))
    if not fit.overset_lines and fit.short_lines <= report.SHORT_ROWS:
        found += lone_findings(story, place, parts.rows, best.frames, best.again)
    if parts.art and place.slot.picture:
        room = _picture_room(ground, place.slot.picture, parts)
        found += report.picture_findings(story, place, room)
        if best.picture_rows < parts.heading.picture_rows:
            needed = parts.heading.picture_rows
            found += (too_low(story, place, needed, best.picture_rows),)
    overset = tuple(line for row in best.cut.overset for line in row.lines)
    return SetStory(
        tuple(placed), fit, overset, (trouble, *found) if trouble else found, best.rest
    )


def _divided(
    compositor: Compositor,
    story: Story,
    place: Place,
    rows: tuple[Row, ...],
    trials: Sequence[_Trial],
) -> _Trial:
    """The trial with the story divided, where its rest goes on elsewhere."""
    from printpress.makeup.jumps import Option, divided

    ways = sorted(trials, key=lambda trial: trial.misfit)
    options = [Option(way.cut, way.again, way.picture_rows) for way in ways]
    division = divided(compositor, story, place, rows, options)
    if division is None:
        return ways[0]
    return replace(
        ways[division.option],
        cut=division.cut,
        again=division.again,
        rest=division.rest,
        found=division.found,
    )


def _head_and_art(
    grid: Grid, ground: Ground, place: Place, parts: _Parts, rows: int
) -> list[Placed]:
    """Heading and picture; a picture ``above`` stands before its heading."""
    slot, art = place.slot.picture, parts.art
    first = ground.first_row
    placed: list[Placed] = []
    if art and slot:
        below = ground.below(parts.heading.rows)
        taken = art.rows_taken(slot, rows, below.rows)
        if slot.at == "above":
            placed += art.placed(grid, first, rows)
            first += taken
        else:
            top = picture_row(below, slot, taken) + air_above(slot)
            placed += art.placed(grid, top, rows)
    heading = parts.heading
    if heading.picture_rows and slot and isinstance(placed[0], PlacedPicture):
        heading = on_picture(heading, grid, place.slot, placed[0].rect)
        return [*placed, *heading.placed]
    return [*heading.moved(grid.row_top(first)).placed, *placed]


def _column_rules(grid: Grid, frames: Sequence[Frame], width: int) -> list[Placed]:
    """Rules in the gutters, as high as the text beside them."""
    if not width:
        return []
    return [
        Rule(
            run.x,
            grid.em_top(run.first_row),
            run.x,
            grid.em_top(run.last_row) + grid.size,
            width,
        )
        for run in gutters_beside(frames)
        if not grid.over_fold(run.x)
    ]


def _text(grid: Grid, story: Story, trial: _Trial) -> list[Placed]:
    """The lines of the text on the baseline grid."""
    copy = len(story.paragraphs)
    placed: list[Placed] = []
    for frame, rows in zip(trial.frames, trial.cut.columns, strict=True):
        for number, row in enumerate(rows, frame.first_row):
            y = grid.baseline(number)
            for line in row.lines:
                part = "byline" if line.paragraph >= copy else "body"
                placed.append(
                    SetLine(
                        line,
                        frame.strip.x,
                        y,
                        part=row.part or ("subhead" if row.heads else part),
                        story=story.id,
                        paragraph=line.paragraph,
                    )
                )
                placed += _strokes(line, frame.strip.x, y)
    return placed


def _strokes(line: Line, x: int, y: int) -> list[Placed]:
    """What is drawn with a line whose baseline begins there."""
    fills = tuple(rect.moved(x, y) for rect in line.fills)
    patches: list[Placed] = [Patch(fills, BLACK)] if fills else []
    return patches + [
        Rule(x + rule.x0, y + rule.y0, x + rule.x1, y + rule.y1, rule.width)
        for rule in line.strokes
    ]
