"""Words of a story as runs for the text engine: their face, and what they wear."""

from collections.abc import Sequence
from dataclasses import dataclass

from printpress.content.runs import beyond, until
from printpress.content.story import Run as Words
from printpress.text.marks import NOTE_RISE, NOTE_SIZE
from printpress.text.setting import Run


def run_in(words: Words, font: str, size: int) -> Run:
    """The words in a face, in copy of that size, with the marks that they have.

    >>> run_in(Words("重点", "emphasis"), "song", 114300).dots
    True
    """
    if words.mark == "note":
        small, rise = size * NOTE_SIZE // 1000, size * NOTE_RISE // 1000
        return Run(words.text, font, small, rise, mark="note")
    dots = words.emphasis == "emphasis"
    return Run(words.text, font, mark=words.mark, dots=dots, ruby=words.ruby)


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces that one kind of paragraph uses."""

    plain: str
    """Of its words."""
    strong: str
    """Of words in black face."""
    label: str
    """Of its label: ``问：``, a number."""
    size: int
    """Their type size."""


def runs_of(words: Sequence[Words], faces: Faces, label: int = 0) -> tuple[Run, ...]:
    """The words in their faces, the first *label* characters in that of labels."""
    strong, plain, size = faces.strong, faces.plain, faces.size
    return (
        *(run_in(run, faces.label, size) for run in until(words, label)),
        *(
            run_in(run, strong if run.emphasis == "strong" else plain, size)
            for run in beyond(words, label)
        ),
    )
