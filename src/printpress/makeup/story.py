"""One story into its ground: heading, picture, level columns of text.

The picture's rows are chosen within the bounds that the layout declares (or a person
pinned), so that the text fits with as few empty rows as can be. The galley is set
once; trying another number of picture rows is a division of whole rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from printpress.content.story import Story
from printpress.diagnostics import Diagnostic, Span
from printpress.makeup import report
from printpress.makeup.compositor import Compositor
from printpress.makeup.flow import Cut, Row, cut
from printpress.makeup.frames import Frame, Ground, across, frames_round, picture_row
from printpress.makeup.grid import Grid
from printpress.makeup.heading import Heading, set_heading
from printpress.makeup.pictures import Illustration, illustrate
from printpress.makeup.placed import Placed, SetLine, StoryFit
from printpress.spec.layout import PictureSlot, SlotSpec
from printpress.text.galley import Galley, Line, Profile


@dataclass(frozen=True, slots=True)
class Place:
    """Where a story is to stand."""

    page_no: int
    """The page."""
    slot: SlotSpec
    """The slot."""
    span: Span
    """Where the issue puts it there."""
    pinned_rows: int | None = None
    """Rows of its picture, where a person fixed them."""

    @property
    def picture_bounds(self) -> tuple[int, int]:
        """The fewest and the most rows the slot's picture may have."""
        if self.pinned_rows is not None:
            return self.pinned_rows, self.pinned_rows
        return self.slot.picture.rows if self.slot.picture else (0, 0)


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


@dataclass(frozen=True, slots=True)
class _Trial:
    """The story cut for one number of picture rows."""

    picture_rows: int
    frames: tuple[Frame, ...]
    cut: Cut

    @property
    def misfit(self) -> tuple[int, int, int]:
        """Least is best: nothing overset, then few empty rows, then a large picture."""
        empty = self.cut.short + self.cut.stranded
        return (len(self.cut.overset), empty, -self.picture_rows)


def rows_of(galley: Galley, story: Story, em: int) -> tuple[Row, ...]:
    """The galley as rows: air above subheads, a short last line shared by the byline."""
    rows: list[Row] = []
    copy = len(story.paragraphs)
    for line in galley.lines:
        heads = line.paragraph < copy and (
            story.paragraphs[line.paragraph].kind == "subhead"
        )
        if heads and line.first and rows:
            rows.append(Row(None))
        if line.paragraph == copy and rows and _share_a_row(rows[-1], line, em):
            rows[-1] = replace(rows[-1], tail=line)
        else:
            rows.append(Row(line, line.paragraph, heads))
    return tuple(rows)


def _share_a_row(row: Row, byline: Line, em: int) -> bool:
    """Whether a byline finds room behind the copy's last line, two ems apart."""
    if row.line is None or row.tail is not None or row.heads or not byline.pieces:
        return False
    return row.line.width + 2 * em <= byline.pieces[0].xs[0]


def _trials(
    ground: Ground,
    rows: Sequence[Row],
    place: Place,
    illustration: Illustration | None,
    heading_rows: int,
) -> Iterator[tuple[int, tuple[Frame, ...]]]:
    """Numbers of picture rows, and the frames that each leaves to the text."""
    below = ground.below(heading_rows)
    slot = place.slot.picture
    if slot is None or illustration is None:
        yield 0, frames_round(below, None, 0)
        return
    fewest, most = place.picture_bounds
    room = below.rows - illustration.caption_rows - _air_above(slot)
    most = max(1, min(most, room))
    for picture_rows in range(most, min(fewest, most) - 1, -1):
        taken = picture_rows + illustration.caption_rows
        if slot.at == "above":
            yield picture_rows, frames_round(below.below(taken), None, 0)
        else:
            taken += _air_above(slot)
            yield picture_rows, frames_round(below, slot, taken)


def _air_above(slot: PictureSlot) -> int:
    """Rows between a picture and text that stands above it."""
    return 1 if slot.at in ("foot", "middle") else 0


def _picture(
    grid: Grid, ground: Ground, place: Place, art: Illustration, rows: int
) -> list[Placed]:
    """The picture on its rows; the ground begins below the heading."""
    slot = place.slot.picture
    if slot is None:
        return []
    air = _air_above(slot)
    taken = rows + art.caption_rows + air
    return art.placed(grid, picture_row(ground, slot, taken) + air, rows)


def set_story(
    compositor: Compositor, grid: Grid, ground: Ground, story: Story, place: Place
) -> SetStory:
    """The story in its ground."""
    slot = place.slot
    heading, trouble = set_heading(compositor, story, slot.role, ground.strip)
    art = None
    if slot.picture and story.pictures:
        strip = (
            ground.strip
            if slot.picture.at == "above"
            else across(ground.columns, slot.picture.over)
        )
        art = illustrate(compositor, story.pictures[0], story, strip)
    galley = compositor.galley(story, Profile.of(ground.columns[0].width))
    rows = rows_of(galley, story, grid.size)
    short = compositor.house.body.short
    best = min(
        (
            _Trial(picture_rows, frames, cut(rows, [f.rows for f in frames], short))
            for picture_rows, frames in _trials(ground, rows, place, art, heading.rows)
        ),
        key=lambda trial: trial.misfit,
    )
    placed = _place(grid, ground, place, best, heading, art)
    placed += _text(grid, story, best)
    fit = report.fit_of(story, place.page_no, slot.name, rows, best.cut)
    if art:
        fit = replace(fit, picture_rows=best.picture_rows)
    found = report.story_findings(story, place.span, slot, galley, fit)
    if trouble:
        found = (trouble, *found)
    overset = tuple(row.line for row in best.cut.overset if row.line)
    return SetStory(tuple(placed), fit, overset, found)


def _place(  # noqa: PLR0913 - the parts of one story
    grid: Grid,
    ground: Ground,
    place: Place,
    trial: _Trial,
    heading: Heading,
    art: Illustration | None,
) -> list[Placed]:
    """Heading and picture."""
    first = ground.first_row
    above = place.slot.picture is not None and place.slot.picture.at == "above"
    placed: list[Placed] = []
    if art and above:
        placed += art.placed(grid, first, trial.picture_rows)
        first += trial.picture_rows + art.caption_rows
    elif art:
        below = ground.below(heading.rows)
        placed += _picture(grid, below, place, art, trial.picture_rows)
    return [*heading.moved(grid.row_top(first)).placed, *placed]


def _text(grid: Grid, story: Story, trial: _Trial) -> list[Placed]:
    """The lines of the text on the baseline grid."""
    copy = len(story.paragraphs)
    placed: list[Placed] = []
    for frame, rows in zip(trial.frames, trial.cut.columns, strict=True):
        for number, row in enumerate(rows, frame.first_row):
            y = grid.baseline(number)
            for line in (row.line, row.tail):
                if line is None:
                    continue
                part = "byline" if line.paragraph >= copy else "body"
                placed.append(
                    SetLine(
                        line,
                        frame.strip.x,
                        y,
                        part="subhead" if row.heads else part,
                        story=story.id,
                        paragraph=line.paragraph,
                    )
                )
    return placed
