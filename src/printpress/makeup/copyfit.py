"""Copy that does not fit: how far it is off, and what would make it fit.

Every remedy named has been tried: the story was set anew with that cut, that picture,
without that deck (domain notes 6.2 and 6.3).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from printpress.content.jumps import START
from printpress.content.story import Paragraph, Run, Story
from printpress.diagnostics import Both, Diagnostic, counted, error, warning
from printpress.makeup.compositor import Compositor
from printpress.makeup.grid import Strip
from printpress.makeup.heading import set_heading
from printpress.makeup.place import Place
from printpress.makeup.report import SHORT_ROWS
from printpress.makeup.rows import rows_of
from printpress.makeup.savings import Saving, cheapest, cut_at, savings
from printpress.makeup.story import SetStory
from printpress.text.galley import Profile

Setter = Callable[[Compositor, Story, Place], SetStory]
"""Sets a story in its ground."""

MOST_LINES: Final = 12
"""Lines over for which cuts are sought paragraph by paragraph; a story that is longer
wants rewriting, and is told how many characters too long it is (taste)."""

CUTS_NAMED: Final = 4
"""Paragraphs named as places to cut (taste: more are not weighed up)."""

LEAST_PICTURE: Final = 4
"""Rows below which a picture is none (taste)."""

GROWTH: Final = 6
"""Rows beyond its bounds by which a larger picture is tried (taste)."""

FILLER_ROLE: Final = "brief"
"""By which a filler is set; a house without it sets it as it sets what it does not
know."""

SUBHEAD_ROWS: Final = 2
"""Rows that a subhead takes: its own and one of air."""


@dataclass(frozen=True, slots=True)
class Remedies:
    """What would make a story fit."""

    cuts: tuple[Saving, ...] = ()
    """Cuts that together are enough; none if there are none so cheap."""
    picture_rows: int = 0
    """Rows of its picture with which it would fit, or 0."""
    deck_lines: int = 0
    """Lines that leaving out its deck would give, if that is enough, or 0."""


def fits(done: SetStory) -> bool:
    """Whether nothing is overset and no hole is seen."""
    return not done.fit.overset_lines and done.fit.short_lines <= SHORT_ROWS


def remedies(
    compositor: Compositor, again: Setter, story: Story, place: Place, done: SetStory
) -> Remedies:
    """What would make an overset story fit."""
    return Remedies(
        cuts=_cuts(compositor, again, story, place, done),
        picture_rows=_picture_rows(compositor, again, story, place, done),
        deck_lines=_deck_lines(compositor, again, story, place, done),
    )


def _cuts(
    compositor: Compositor, again: Setter, story: Story, place: Place, done: SetStory
) -> tuple[Saving, ...]:
    """The cheapest cuts after which nothing is overset: tried, a line more if need be.

    Rows left at the feet of columns can make more lines needed than are overset.
    """
    lines = done.fit.overset_lines
    if lines > MOST_LINES:
        return ()
    setting = compositor.down if place.slot.setting == "vertical" else compositor
    start = place.rest.start if place.rest else START
    for wanted in range(lines, lines + SHORT_ROWS + 1):
        found = savings(setting, story, Profile.of(done.measure), wanted, start)
        chosen = cheapest(found, wanted)
        if not chosen:
            return ()
        if not again(compositor, shortened(story, chosen), place).fit.overset_lines:
            return chosen
    return ()


def shortened(story: Story, cuts: Sequence[Saving]) -> Story:
    """The story as its sub-editor might cut it: at the ends of those paragraphs."""
    paragraphs = list(story.paragraphs)
    for cut in cuts:
        whole = paragraphs[cut.paragraph]
        start, end = cut_at(whole.text, cut.characters, "end") or (0, 0)
        paragraphs[cut.paragraph] = replace(
            whole, runs=tuple(_without(whole, start, end))
        )
    done = ", ".join(f"{cut.paragraph}: {cut.characters}" for cut in cuts)
    # Galleys are known by the story's name: another copy must have another.
    return replace(story, id=f"{story.id} ({done})", paragraphs=tuple(paragraphs))


def _without(paragraph: Paragraph, start: int, end: int) -> Iterator[Run]:
    here = 0
    for run in paragraph.runs:
        kept = run.text[: max(0, start - here)] + run.text[max(0, end - here) :]
        here += len(run.text)
        if kept:
            yield replace(run, text=kept)


def _picture_rows(
    compositor: Compositor, again: Setter, story: Story, place: Place, done: SetStory
) -> int:
    """Rows of its picture, outside of its bounds, with which the story would fit."""
    picture = place.slot.picture
    if picture is None or not done.fit.picture_rows:
        return 0
    fewest, most = place.picture_bounds
    over = done.fit.overset_lines > 0
    tried = (
        range(fewest - 1, LEAST_PICTURE - 1, -1)
        if over
        else range(most + 1, most + GROWTH + 1)
    )
    for rows in tried:
        other = again(compositor, story, replace(place, pinned_rows=rows))
        if fits(other) and other.fit.picture_rows == rows:
            return rows
    return 0


def _deck_lines(
    compositor: Compositor, again: Setter, story: Story, place: Place, done: SetStory
) -> int:
    """Lines that the story's deck takes, if they are enough."""
    if story.head.deck is None:
        return 0
    bare = replace(story, head=replace(story.head, deck=None))
    other = again(compositor, bare, place)
    won = other.fit.rows - done.fit.rows
    return won if not other.fit.overset_lines and won > 0 else 0


def fit_findings(
    compositor: Compositor, again: Setter, story: Story, place: Place, done: SetStory
) -> tuple[Diagnostic, ...]:
    """How the story fits its slot, where it does not, and what to do."""
    if done.fit.overset_lines:
        return (_overset(place, done, remedies(compositor, again, story, place, done)),)
    if done.fit.short_lines > SHORT_ROWS:
        rows = _picture_rows(compositor, again, story, place, done)
        filler = _filler(compositor, place, done)
        return (_short(story, place, done, rows, filler),)
    return ()


@dataclass(frozen=True, slots=True)
class Filler:
    """A short story that would fill what another leaves empty (补白)."""

    story: Story
    """The story, which stands nowhere yet."""
    rows: int
    """Rows that it takes below the other, its heading and a row of air counted."""


def _filler(compositor: Compositor, place: Place, done: SetStory) -> Filler | None:
    """The largest of the spare stories that the hole holds, in one column."""
    held = [
        filler
        for filler in (_filling(compositor, one, done) for one in place.spare)
        if filler.rows <= done.fit.short_lines
    ]
    return max(held, key=lambda filler: filler.rows, default=None)


def _filling(compositor: Compositor, story: Story, done: SetStory) -> Filler:
    """The story as it would stand at the foot of the column."""
    strip = Strip(0, done.measure)
    heading, _ = set_heading(compositor, story, FILLER_ROLE, strip)
    galley = compositor.galley(story, Profile.of(done.measure))
    house = compositor.house
    lines = len(rows_of(galley, story, house.body.size, house.grid.row))
    return Filler(story, heading.rows + lines + 1)


def _told(cuts: Sequence[Saving]) -> Both:
    """The cuts in words: paragraph, characters, and the last line that goes."""
    en = " and ".join(
        f"{counted(cut.characters, 'character')} in paragraph {cut.paragraph + 1}"
        f" (ends {cut.words})"
        for cut in cuts
    )
    zh = "、".join(
        f"第 {cut.paragraph + 1} 段删 {cut.characters} 字（末行“{cut.words}”）"
        for cut in cuts
    )
    return Both(f"cut {en}", zh)


def _ways(fit_en: str, fit_zh: str, ways: Sequence[Both]) -> Both:
    """Ways to mend it, one of which is enough."""
    en = [fit_en, *(way.en for way in ways)]
    zh = [fit_zh, *(way.zh for way in ways)]
    return Both(", or ".join(en), "；或".join(zh))


def _overset(place: Place, done: SetStory, ways: Remedies) -> Diagnostic:
    fit, slot = done.fit, place.slot
    lines, characters = fit.overset_lines, fit.overset_characters
    cut = Both(f"cut about {characters} characters", f"约需删 {characters} 字")
    if 0 < len(ways.cuts) <= CUTS_NAMED:
        cut = _told(ways.cuts)
    elif ways.cuts:
        each = sum(saving.characters for saving in ways.cuts)
        cut = Both(
            f"{_told(ways.cuts[:CUTS_NAMED]).en} and more, {each} characters in all",
            f"{_told(ways.cuts[:CUTS_NAMED]).zh}等，共删 {each} 字",
        )
    others: list[Both] = []
    if ways.picture_rows:
        rows = ways.picture_rows
        others.append(
            Both(f"give the picture {rows} rows", f"图片 {fit.picture_rows}→{rows} 行")
        )
    if ways.deck_lines:
        given = counted(ways.deck_lines, "line")
        others.append(
            Both(
                f"leave out the deck ({given})", f"不排副题（省 {ways.deck_lines} 行）"
            )
        )
    return error(
        "overset",
        place.span,
        Both(
            f'story "{fit.story}" runs {counted(lines, "line")} '
            f"({counted(characters, 'character')}) past slot "
            f'"{slot.name}"',
            f"稿件“{fit.story}”超出版位“{slot.name}” {lines} 行（{characters} 字）",
        ),
        at=Both(
            f'"{slot.name}" holds {counted(fit.rows, "line")}; the story needs '
            f"{fit.lines}",
            f"“{slot.name}”可容 {fit.rows} 行，稿件需 {fit.lines} 行",
        ),
        why=Both(
            "nothing may be dropped from a page silently", "任何文字都不能悄悄丢失"
        ),
        fix=_ways(cut.en, cut.zh, others),
    )


def _short(
    story: Story, place: Place, done: SetStory, picture: int, filler: Filler | None
) -> Diagnostic:
    fit, slot = done.fit, place.slot
    others: list[Both] = []
    if picture:
        others.append(
            Both(
                f"give the picture {picture} rows",
                f"图片 {fit.picture_rows}→{picture} 行",
            )
        )
    if not story.head.byline:
        others.append(Both("add a byline", "加署名行"))
    heads = fit.short_lines // SUBHEAD_ROWS
    if any(paragraph.kind == "text" for paragraph in story.paragraphs[1:]):
        others.append(
            Both(
                f"add {counted(heads, 'subhead')} ({SUBHEAD_ROWS} rows each)",
                f"加 {heads} 个小标题（每个占 {SUBHEAD_ROWS} 行）",
            )
        )
    if filler:
        name = filler.story.id
        others.append(
            Both(
                f'put story "{name}" below it ({counted(filler.rows, "row")})',
                f"下面补短稿“{name}”（占 {filler.rows} 行）",
            )
        )
    return warning(
        "short",
        place.span,
        Both(
            f'story "{story.id}" leaves {fit.short_lines} rows of slot "{slot.name}" '
            f"empty (about {fit.short_characters} characters)",
            f"稿件“{story.id}”在版位“{slot.name}”欠 {fit.short_lines} 行"
            f"（约 {fit.short_characters} 字）",
        ),
        fix=_ways(
            f"add about {fit.short_characters} characters",
            f"补约 {fit.short_characters} 字",
            others,
        ),
    )
