"""One story into its ground: heading, pictures, level columns of text.

The pictures' rows are chosen within the bounds that the layout declares (or a person
pinned), so that the text fits with as few empty rows as can be. The galley is set
once; trying another number of picture rows is a division of whole rows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from printpress.colour import BLACK
from printpress.content.jumps import START, Rest
from printpress.content.story import Story
from printpress.diagnostics import Diagnostic
from printpress.makeup import report
from printpress.makeup.compositor import Compositor
from printpress.makeup.flow import Cut, cut
from printpress.makeup.frames import (
    Frame,
    Ground,
    bands_of,
    gutters_beside,
)
from printpress.makeup.grid import Grid
from printpress.makeup.heading import Heading
from printpress.makeup.headplace import heading_in_slot
from printpress.makeup.insets import (
    Arrangement,
    Inset,
    arranged,
    insets_of,
    room_of,
    searched,
)
from printpress.makeup.keep import Row, beside_initial, gravity
from printpress.makeup.lone import lone_findings
from printpress.makeup.onpicture import on_picture, place_on_picture, too_low
from printpress.makeup.place import Onward, Place
from printpress.makeup.placed import (
    Patch,
    Placed,
    PlacedPicture,
    Rule,
    SetLine,
    StoryFit,
)
from printpress.makeup.rest import until
from printpress.makeup.rough import rough_lines
from printpress.makeup.rows import rows_of
from printpress.spec.layout import SlotSpec
from printpress.text.galley import Galley, Line, Profile


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
    """What staff must know, but how it fits."""
    measure: int
    """Of its lines."""
    rest: Rest | None = None
    """What goes on at a later page."""


@dataclass(frozen=True, slots=True)
class _Trial:
    """The story cut for one arrangement of what else stands in its ground."""

    arranged: Arrangement
    galley: Galley
    rows: tuple[Row, ...]
    cut: Cut
    again: Callable[[Sequence[Row]], Cut]
    """Cuts other rows in the same way."""
    rest: Rest | None = None
    """What goes on at a later page."""
    found: tuple[Diagnostic, ...] = ()
    """What there is to say about that."""

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The text's frames."""
        return self.arranged.frames

    @property
    def misfit(self) -> tuple[int, ...]:
        """Least is best: nothing overset, few empty rows, few lines alone."""
        cut, pictures = self.cut, self.arranged.picture_rows
        empty = cut.short + cut.stranded
        grown = self.arranged.spare_rows - sum(pictures)
        return (len(cut.overset), empty, gravity(cut.faults), grown)


@dataclass(frozen=True, slots=True)
class _Parts:
    """A story set, on no row yet."""

    heading: Heading
    insets: tuple[Inset, ...]
    galley: Galley
    rows: tuple[Row, ...]
    note: Diagnostic | None = None
    has_play: bool = True
    """Whether its paragraphs may be set in other numbers of lines."""


def _set_parts(
    compositor: Compositor, grid: Grid, ground: Ground, story: Story, place: Place
) -> tuple[_Parts, Diagnostic | None]:
    slot, rest = place.slot, place.rest
    measure = ground.columns[0].width
    headed, leads = story, tuple[Row, ...]()
    if rest is not None:
        from printpress.makeup.jumps import begun_again

        headed, leads = begun_again(compositor, story, rest.jump, measure)
    insets = () if rest else insets_of(compositor, ground, story, place)
    heading, trouble = heading_in_slot(
        compositor,
        grid,
        ground,
        (headed, slot),
        insets[0].art.strip if insets and not insets[0].needs else None,
    )
    if heading.picture_rows:
        least, most = insets[0].bounds
        raised = max(least, min(heading.picture_rows, most))
        insets = (replace(insets[0], bounds=(raised, most)), *insets[1:])
    start = rest.start if rest else START
    galley = compositor.galley(story, Profile.of(measure), start)
    house = compositor.house
    note = None
    if slot.initial and rest is None:
        from printpress.makeup.initial import set_initial

        room = measure, ground.below(heading.rows).rows
        galley, note = set_initial(compositor, story, slot, galley, room)
    rows = rows_of(galley, story, house.body.size, house.grid.row)
    lettered = bool(slot.initial) and rest is None and note is None
    if slot.initial and lettered:
        rows = beside_initial(rows, slot.initial)
    plain = rest is None and not lettered
    return _Parts(heading, insets, galley, (*leads, *rows), note, plain), trouble


def _trials(
    compositor: Compositor, ground: Ground, story: Story, parts: _Parts
) -> list[_Trial]:
    """The story cut for all arrangements that are worth a trial, one at least."""
    insets, heading = parts.insets, parts.heading

    def attempt(rows: Sequence[int], *, loosely: bool = False) -> _Trial | None:
        done = arranged(ground, heading, insets, rows, loosely=loosely)
        if done is None:
            return None
        cut_into = _cut_into(compositor, done.frames)
        if any(frame.beside for frame in done.frames):
            beside = _set_round(compositor, story, done.frames, cut_into)
            return _Trial(done, *beside, cut_into)
        return _Trial(done, parts.galley, parts.rows, cut_into(parts.rows), cut_into)

    bounds = [inset.bounds_in(room_of(ground, heading, inset)) for inset in insets]
    trials = searched(bounds, attempt, lambda trial: trial.misfit)
    if not trials:
        least = attempt([fewest for fewest, _ in bounds], loosely=True)
        trials = [least] if least else []
    return trials


def _set_round(
    compositor: Compositor,
    story: Story,
    frames: Sequence[Frame],
    cut_into: Callable[[Sequence[Row]], Cut],
) -> tuple[Galley, tuple[Row, ...], Cut]:
    """The story set beside pictures that are narrower than their columns."""
    from printpress.makeup.wrap import set_round

    house = compositor.house
    return set_round(
        lambda profile: compositor.galley(story, profile),
        lambda galley: rows_of(galley, story, house.body.size, house.grid.row),
        cut_into,
        frames,
        frames[0].strip.width,
    )


def _cut_into(
    compositor: Compositor, frames: Sequence[Frame]
) -> Callable[[Sequence[Row]], Cut]:
    """How the house cuts rows into those frames."""
    body = compositor.house.body
    rooms, bands = [frame.rows for frame in frames], bands_of(frames)
    return lambda rows: cut(rows, rooms, body.short, body.uneven, bands)


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
    trials = _trials(compositor, ground, story, parts)
    best = min(trials, key=lambda trial: trial.misfit)
    if place.onward is not None:
        best = _divided(compositor, story, place.onward, parts.rows, trials)
    elif best.cut.faults and not best.cut.overset and parts.has_play:
        best = _cured(compositor, story, parts, (best, *trials))
    placed: list[Placed] = [*aside.placed] if aside else []
    placed += _head_and_insets(grid, place.slot, parts, best.arranged)
    placed += _column_rules(grid, best.frames, place.column_rule)
    placed += _text(grid, story, best)
    fit = report.fit_of(story, place, best.cut)
    if best.arranged.picture_rows:
        fit = replace(fit, picture_rows=best.arranged.picture_rows[0])
    found = aside.found if aside else ()
    found += (parts.note,) if parts.note else ()
    here = best.galley
    if best.rest is not None:
        here = until(compositor, story, best.rest.start, here)
    found += (*best.found, *rough_lines(compositor, story, here))
    if not fit.overset_lines and fit.short_lines <= report.SHORT_ROWS:
        found += lone_findings(story, place, best.rows, best.frames, best.again)
    if parts.insets:
        found += _inset_findings(ground, story, place, parts, best)
    overset = tuple(line for row in best.cut.overset for line in row.lines)
    found = (trouble, *found) if trouble else found
    measure = ground.columns[0].width
    return SetStory(tuple(placed), fit, overset, found, measure, best.rest)


def _divided(
    compositor: Compositor,
    story: Story,
    onward: Onward,
    rows: tuple[Row, ...],
    trials: Sequence[_Trial],
) -> _Trial:
    """The trial with the story divided, where its rest goes on elsewhere."""
    from printpress.makeup.jumps import Option, divided

    ways = sorted(trials, key=lambda trial: trial.misfit)
    options = [
        Option(way.cut, way.again, sum(way.arranged.picture_rows)) for way in ways
    ]
    division = divided(compositor, story, onward, rows, options)
    return replace(
        ways[division.option],
        cut=division.cut,
        again=division.again,
        rest=division.rest,
        found=division.found,
    )


def _cured(
    compositor: Compositor, story: Story, parts: _Parts, trials: Sequence[_Trial]
) -> _Trial:
    """The story with fewer lines that stand alone, if paragraphs have play for it.

    The first trial is the best; those with a picture row less or more may do as well.
    Text beside a picture that is narrower than its column has no play.
    """
    from printpress.makeup.looseness import Press, cured

    best = trials[0]
    if best.galley is not parts.galley:
        return best
    rows = sum(best.arranged.picture_rows)
    near = [
        trial
        for trial in trials[1:]
        if abs(sum(trial.arranged.picture_rows) - rows) == 1
        and trial.galley is parts.galley
    ]
    offered, house = (best, *near), compositor.house
    press = Press(
        lambda galley: rows_of(galley, story, house.body.size, house.grid.row),
        [trial.again for trial in offered],
    )
    profile = Profile.of(parts.galley.lines[0].measure)
    in_lines = partial(compositor.in_lines, story, profile)
    found = cured(parts.galley, story, press, best.cut, in_lines)
    if found is None:
        return best
    galley, number = found
    loosened = press.rows(galley)
    cut_anew = press.cuts[number](loosened)
    return replace(offered[number], galley=galley, rows=loosened, cut=cut_anew)


def _inset_findings(
    ground: Ground, story: Story, place: Place, parts: _Parts, best: _Trial
) -> tuple[Diagnostic, ...]:
    """What there is to say about what is cut out of the columns."""
    from printpress.makeup.inset_report import crossed_findings, inset_findings
    from printpress.makeup.wrap import crossed

    heading = parts.heading
    found = [*inset_findings(story, place, ground, heading, best.arranged)]
    found += crossed_findings(story, place, crossed(best.frames, best.cut))
    if best.arranged.picture_rows:
        needed, rows = heading.picture_rows, best.arranged.picture_rows[0]
        found += [too_low(story, place, needed, rows)] if rows < needed else []
    return tuple(found)


def _head_and_insets(
    grid: Grid, slot: SlotSpec, parts: _Parts, arranged: Arrangement
) -> list[Placed]:
    """Heading and pictures; those ``above`` stand before their heading."""
    heading, insets = parts.heading, list[Placed]()
    for stand in arranged.stands:
        insets += stand.placed(grid)
    if heading.picture_rows and insets and isinstance(insets[0], PlacedPicture):
        return [*insets, *on_picture(heading, grid, slot, insets[0].rect).placed]
    top = grid.row_top(arranged.heading_row)
    return [*heading.moved(top).placed, *insets]


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
        lifts = _lifts(rows, grid.row)
        for number, row in enumerate(rows, frame.first_row):
            y = grid.baseline(number) - lifts[number - frame.first_row]
            x = frame.strip_at(number).x
            for line in row.lines:
                part = "byline" if line.paragraph >= copy else "body"
                placed.append(
                    SetLine(
                        line,
                        x,
                        y,
                        part=row.part or ("subhead" if row.heads else part),
                        story=story.id,
                        paragraph=line.paragraph,
                    )
                )
                placed += _strokes(line, x, y)
    return placed


def _lifts(rows: Sequence[Row], pitch: int) -> list[int]:
    """By how much each row stands higher: tables' titles in the middle of their air."""
    lifts = [0] * len(rows)
    for number, row in enumerate(rows[1:], 1):
        above = rows[number - 1]
        if row.title and (above.is_air or above.title):
            lifts[number] = lifts[number - 1] if above.title else pitch // 2
    return lifts


def _strokes(line: Line, x: int, y: int) -> list[Placed]:
    """What is drawn with a line whose baseline begins there."""
    fills = tuple(rect.moved(x, y) for rect in line.fills)
    patches: list[Placed] = [Patch(fills, BLACK)] if fills else []
    return patches + [
        Rule(x + rule.x0, y + rule.y0, x + rule.x1, y + rule.y1, rule.width)
        for rule in line.strokes
    ]
