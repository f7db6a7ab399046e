"""Where a few characters less give whole lines back: promises that are tried first.

The cheapest cut is a paragraph whose last line is short: its few characters gone, a
whole line is saved. That is how sub-editors cut by hand (domain notes 6.3). Nothing is
estimated: the paragraph is set anew without as many characters, once cut short at its
end and once in its middle, and only what gives the line back both times is named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from printpress.content.jumps import START, Point
from printpress.content.story import Run as CopyRun
from printpress.content.story import Story
from printpress.makeup.compositor import Compositor
from printpress.text.classify import classify
from printpress.text.galley import Galley, Line, Paragraph, Profile, Run, compose
from printpress.text.punctuation import COUNTED

Words = TypeVar("Words", Run, CopyRun)
"""Characters of one look: of a galley's paragraph, or of a story's copy."""

CUTTABLE: Final = ("text", "item", "question", "answer", "note")
"""Kinds of paragraph from which words may be cut: not verse, nor a table's cells."""

DEEPEST: Final = 3
"""Lines that one paragraph is asked to give back at most (taste: more is rewriting)."""

MORE: Final = 4
"""Characters beyond those of the lines to save that are tried: a mark that may not
begin a line can ask for one or two."""

ASKED: Final = 6
"""Paragraphs that are asked, those with the shortest last lines, if few lines are to be
saved; as many more as lines (taste: dearer ones are not weighed up)."""

LEFT: Final = 8
"""Characters that a cut leaves of a paragraph at least (taste)."""


@dataclass(frozen=True, slots=True)
class Saving:
    """Lines that a paragraph gives back."""

    paragraph: int
    """Which of the story's, from 0."""
    lines: int
    """Lines saved."""
    characters: int
    """Characters to delete, wherever in the paragraph."""
    words: str
    """Its last line as it stands: what is cut by deleting that."""


def savings(
    compositor: Compositor,
    story: Story,
    profile: Profile,
    lines: int = 1,
    start: Point = START,
) -> tuple[Saving, ...]:
    """What each paragraph can give back, up to *lines*, the cheapest line first.

    Where the story goes on from another page, only paragraphs behind *start* can.

    Profiles that change within the story are taken as they are at its end: its cuts are
    then as good as estimates.
    """
    galley = compositor.galley(story, profile, start)
    paragraphs = compositor.paragraphs(story, profile)
    settled = Profile.of(profile.runs[-1][1])
    found: list[Saving] = []
    shortest = sorted(_cuttable(story, galley), key=lambda pair: _left_over(pair[1]))
    for number, own in shortest[: max(ASKED, lines + ASKED // 2)]:
        if start != START and number <= start.paragraph:
            continue
        whole = paragraphs[number]
        if not isinstance(whole, Paragraph):
            continue
        for many in range(1, min(lines, DEEPEST, len(own) - 1) + 1):
            count = _fewest(compositor, whole, settled, own, many)
            if not count:
                break
            found.append(Saving(number, many, count, own[-1].text))
    return tuple(sorted(found, key=_price))


def _left_over(lines: Sequence[Line]) -> int:
    return lines[-1].characters


def _price(saving: Saving) -> tuple[float, int, int]:
    return saving.characters / saving.lines, saving.characters, saving.paragraph


def _cuttable(story: Story, galley: Galley) -> Iterator[tuple[int, list[Line]]]:
    """Paragraphs that words may be cut from, with their lines."""
    by_number: dict[int, list[Line]] = {}
    for line in galley.lines:
        by_number.setdefault(line.paragraph, []).append(line)
    for number, own in by_number.items():
        copy = number < len(story.paragraphs) and len(own) > 1
        if copy and story.paragraphs[number].kind in CUTTABLE:
            yield number, own


def _fewest(
    compositor: Compositor,
    whole: Paragraph,
    profile: Profile,
    own: Sequence[Line],
    lines: int,
) -> int:
    """How few characters give so many of its lines back; 0 if none do."""
    least = sum(line.characters for line in own[-lines:])
    for count in range(max(1, least - 1), least + MORE + 1):
        shorter = [cut_short(whole, count, at) for at in ("end", "middle")]
        kept = [one for one in shorter if one is not None]
        if len(kept) < len(shorter):
            return 0
        galleys = (compose((one,), profile, compositor.library) for one in kept)
        if all(len(galley.lines) <= len(own) - lines for galley in galleys):
            return count
    return 0


def cut_at(text: str, count: int, at: str) -> tuple[int, int] | None:
    """Where so many characters are cut at the ``end`` of a text or in its ``middle``.

    The stop at its end stays. None where too little would be left.
    """
    kinds = classify(text)
    last = len(text)
    while last and kinds[last - 1] not in COUNTED:
        last -= 1
    if last - count < LEFT:
        return None
    start = last - count if at == "end" else (last - count) // 2
    return start, start + count


def cut_short(paragraph: Paragraph, count: int, at: str) -> Paragraph | None:
    """The paragraph without so many characters, as :func:`cut_at` says."""
    place = cut_at(paragraph.text, count, at)
    if place is None:
        return None
    return replace(paragraph, runs=tuple(without(paragraph.runs, *place)))


def without(words: Sequence[Words], start: int, end: int) -> Iterator[Words]:
    """The runs without the characters between two places of their text."""
    here = 0
    for run in words:
        size = len(run.text)
        kept = run.text[: max(0, start - here)] + run.text[max(0, end - here) :]
        here += size
        if kept:
            yield replace(run, text=kept)


def cheapest(found: Sequence[Saving], lines: int) -> tuple[Saving, ...]:
    """The cheapest savings that together give so many lines back; none if they cannot.

    At most one of each paragraph: a knapsack over its paragraphs.
    """
    best: dict[int, tuple[int, tuple[Saving, ...]]] = {0: (0, ())}
    for number in sorted({saving.paragraph for saving in found}):
        onward = dict(best)
        for saving in (one for one in found if one.paragraph == number):
            for given, (spent, chosen) in best.items():
                reached = min(lines, given + saving.lines)
                price = spent + saving.characters
                if reached not in onward or price < onward[reached][0]:
                    onward[reached] = (price, (*chosen, saving))
        best = onward
    return best[lines][1] if lines in best else ()
