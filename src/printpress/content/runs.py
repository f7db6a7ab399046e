"""Words of a story cut in two at a character, each part in its looks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from printpress.content.story import Run


def _cut(words: Sequence[Run], offset: int) -> Iterator[tuple[Run, int]]:
    """Each run, and where in it the offset of the whole falls."""
    for run in words:
        yield run, max(0, min(offset, len(run.text)))
        offset -= len(run.text)


def until(words: Sequence[Run], offset: int) -> tuple[Run, ...]:
    """The first characters."""
    cut = ((run, at) for run, at in _cut(words, offset) if at)
    return tuple(replace(run, text=run.text[:at]) for run, at in cut)


def beyond(words: Sequence[Run], offset: int) -> tuple[Run, ...]:
    """All but the first characters."""
    cut = ((run, at) for run, at in _cut(words, offset) if at < len(run.text))
    return tuple(replace(run, text=run.text[at:]) if at else run for run, at in cut)


def parts_reading(words: Sequence[Run], offset: int) -> bool:
    """Whether a place is between characters that share a reading (注音)."""
    cut = _cut(words, offset)
    return any(run.ruby and 0 < at < len(run.text) for run, at in cut)
