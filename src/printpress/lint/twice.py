"""The same story twice in one issue, under whatever headings."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, Note, warning
from printpress.lint.pieces import MARKS

LEAST: Final = 8
"""Characters of a clause that is told apart from chance (taste)."""

SHARE: Final = 0.4
"""Part of the shorter story's clauses that stand in the other, too (taste: notices of
one campaign share a phrase or two)."""

_PARTED: Final = re.compile(f"[{MARKS}《》…—\\s]+")


def told_twice(stories: Sequence[Story]) -> Iterator[Diagnostic]:
    """A warning for each pair of stories that say the same."""
    asked = (story for story in stories if "story-twice" not in story.accepted)
    clauses = [(story, _clauses(story)) for story in asked]
    for (one, said), (other, again) in combinations(clauses, 2):
        fewer = min(len(said), len(again))
        if fewer and len(said & again) >= max(2, SHARE * fewer):
            yield warning(
                "story-twice",
                other.span,
                Both(
                    f'stories "{one.id}" and "{other.id}" say the same: '
                    f"{len(said & again)} of {fewer} clauses",
                    f"稿件“{one.id}”与“{other.id}”内容重复："
                    f"{fewer} 句中有 {len(said & again)} 句相同",
                ),
                fix=Both("take one of them out", "撤下其中一篇"),
                notes=(Note(one.span, Both("the other one is here", "另一篇在这里")),),
            )


def _clauses(story: Story) -> frozenset[str]:
    return frozenset(
        clause
        for paragraph in story.paragraphs
        for clause in _PARTED.split(paragraph.text)
        if len(clause) >= LEAST
    )
