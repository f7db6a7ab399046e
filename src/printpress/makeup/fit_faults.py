"""What make-up tells staff of stories too long or too short for their slots.

Every remedy named has been tried: the story was set anew with that cut, that picture,
without that deck (domain notes 6.2 and 6.3).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, counted, error, warning
from printpress.makeup.compositor import Compositor
from printpress.makeup.copyfit import Setter
from printpress.makeup.place import Place
from printpress.makeup.placed import StoryFit
from printpress.makeup.remedies import (
    Filler,
    Remedies,
    filler,
    picture_rows,
    remedies,
)
from printpress.makeup.savings import Saving
from printpress.makeup.story import SetStory

CUTS_NAMED: Final = 4
"""Paragraphs named as places to cut (taste: more are not weighed up)."""

SUBHEAD_ROWS: Final = 2
"""Rows that a subhead takes: its own and one of air."""


def fit_findings(
    compositor: Compositor, again: Setter, story: Story, place: Place, done: SetStory
) -> tuple[Diagnostic, ...]:
    """How far a story that does not fit its slot is off, and what to do."""
    if done.fit.overset_lines:
        return (_overset(place, done, remedies(compositor, again, story, place, done)),)
    rows = picture_rows(compositor, again, story, place, done)
    return (_short(story, place, done, rows, filler(compositor, place, done)),)


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


def _ways(first: Both, others: Iterable[Both]) -> Both:
    """Ways to mend it, one of which is enough."""
    ways = (first, *others)
    en, zh = (way.en for way in ways), (way.zh for way in ways)
    return Both(", or ".join(en), "；或".join(zh))


def _cuts(ways: Remedies, characters: int) -> Both:
    """The cuts that are enough; where there are none, about how much is too long."""
    if not ways.cuts:
        return Both(f"cut about {characters} characters", f"约需删 {characters} 字")
    told = _told(ways.cuts[:CUTS_NAMED])
    if len(ways.cuts) <= CUTS_NAMED:
        return told
    each = sum(saving.characters for saving in ways.cuts)
    return Both(
        f"{told.en} and more, {each} characters in all", f"{told.zh}等，共删 {each} 字"
    )


def _picture_of(rows: int, fit: StoryFit) -> Both:
    """Another number of rows for the story's picture."""
    return Both(f"give the picture {rows} rows", f"图片 {fit.picture_rows}→{rows} 行")


def _overset(place: Place, done: SetStory, ways: Remedies) -> Diagnostic:
    """A story too long for its slot: by how much, and what would make it fit."""
    fit, slot = done.fit, place.slot
    lines, characters = fit.overset_lines, fit.overset_characters
    others: list[Both] = []
    if ways.picture_rows:
        others.append(_picture_of(ways.picture_rows, fit))
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
        fix=_ways(_cuts(ways, characters), others),
    )


def _short(
    story: Story, place: Place, done: SetStory, picture: int, spare: Filler | None
) -> Diagnostic:
    """A story that leaves a hole in its slot, and what would fill it.

    *picture* are rows of its picture with which it would fit, or 0.
    """
    fit, slot = done.fit, place.slot
    more = Both(
        f"add about {fit.short_characters} characters",
        f"补约 {fit.short_characters} 字",
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
        fix=_ways(more, _fillings(story, fit, picture, spare)),
    )


def _fillings(
    story: Story, fit: StoryFit, picture: int, spare: Filler | None
) -> Iterator[Both]:
    """What other than words would fill the hole."""
    if picture:
        yield _picture_of(picture, fit)
    if not story.head.byline:
        yield Both("add a byline", "加署名行")
    heads = fit.short_lines // SUBHEAD_ROWS
    if any(paragraph.kind == "text" for paragraph in story.paragraphs[1:]):
        yield Both(
            f"add {counted(heads, 'subhead')} ({SUBHEAD_ROWS} rows each)",
            f"加 {heads} 个小标题（每个占 {SUBHEAD_ROWS} 行）",
        )
    if spare:
        name = spare.story.id
        yield Both(
            f'put story "{name}" below it ({counted(spare.rows, "row")})',
            f"下面补短稿“{name}”（占 {spare.rows} 行）",
        )
