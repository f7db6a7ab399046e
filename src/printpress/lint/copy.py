"""The copy of an issue, read as its proof-reader would: warnings, never a change."""

from collections.abc import Iterator
from itertools import chain

from printpress.content.issue import Issue
from printpress.content.story import Story
from printpress.diagnostics import Diagnostic
from printpress.lint.dates import disagreements
from printpress.lint.internal import forbidden_words
from printpress.lint.marks import half_width_marks, mixed_numerals
from printpress.lint.officials import names_and_posts
from printpress.lint.pairs import unpaired_marks
from printpress.lint.repeats import broken_series, doubled_words, repeated_sentences
from printpress.lint.twice import told_twice

RULES = (
    unpaired_marks,
    doubled_words,
    repeated_sentences,
    broken_series,
    half_width_marks,
    mixed_numerals,
)
"""What is asked of each story by itself."""


def lint_copy(issue: Issue) -> tuple[Diagnostic, ...]:
    """Everything to ask about the issue's stories, in the order of pages.

    What the issue or the story accepts is not asked.
    """
    stories = tuple(issue.stories.values())
    found = chain(
        chain.from_iterable(_of_story(issue, story) for story in stories),
        told_twice(stories),
    )
    return tuple(one for one in found if one.code not in issue.accepted)


def _of_story(issue: Issue, story: Story) -> Iterator[Diagnostic]:
    officials = issue.edition.officials
    internal = issue.house.paper.kind == "internal"
    found = chain(
        chain.from_iterable(rule(story) for rule in RULES),
        disagreements(issue, story),
        names_and_posts(officials, story) if officials else (),
        forbidden_words(story) if internal else (),
    )
    return (one for one in found if one.code not in story.accepted)
