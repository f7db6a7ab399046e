"""The copy of an issue, read as its proof-reader would: warnings, never a change."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from printpress.content.issue import Issue
from printpress.content.story import Story
from printpress.diagnostics import Diagnostic
from printpress.lint.dates import disagreements
from printpress.lint.marks import half_width_marks, mixed_numerals
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


OfStory = Callable[[Issue, Story], Iterable[Diagnostic]]
"""What there is to ask about a story by itself."""


def of_story(issue: Issue, story: Story) -> Iterator[Diagnostic]:
    """The same by the date, the paper and the edition's register, too."""
    found = chain(
        chain.from_iterable(rule(story) for rule in RULES),
        disagreements(issue, story),
        _by_its_paper(issue, story),
    )
    return (one for one in found if one.code not in story.accepted)


def lint_copy(issue: Issue, asked: OfStory = of_story) -> tuple[Diagnostic, ...]:
    """Everything to ask about the issue's stories, in the order of pages.

    What the issue or the story accepts is not asked.
    """
    stories = tuple(issue.stories.values())
    found = chain(
        chain.from_iterable(asked(issue, story) for story in stories),
        told_twice(stories),
    )
    return tuple(one for one in found if one.code not in issue.accepted)


def _by_its_paper(issue: Issue, story: Story) -> Iterator[Diagnostic]:
    """What is asked only of papers with a register, and only of 内部资料."""
    if issue.edition.officials:
        from printpress.lint.officials import names_and_posts

        yield from names_and_posts(issue.edition.officials, story)
    if issue.house.paper.kind == "internal":
        from printpress.lint.internal import forbidden_words

        yield from forbidden_words(story)
