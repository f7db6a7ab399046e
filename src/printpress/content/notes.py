"""Notes at a story's end: ``[^1]`` in the copy, ``[^1]: …`` on a line of its own.

Notes are numbered by the order of their marks in the copy, whatever their authors call
them, as Markdown does it; the note stands with its number at the story's end. A mark
without a note and a note without a mark are errors: neither may be dropped.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from printpress.content.story import Origins, Paragraph, Run
from printpress.diagnostics import Both, Diagnostic, Span, error

DEFINED = re.compile(r"\[\^(?P<name>[^\s\[\]]+)\]:[ \t\u3000]*(?P<words>.*)")
"""A line that begins a note's text."""

_BLANK = "\u2002"
"""Between a note's number and its text."""


@dataclass(frozen=True, slots=True)
class _Note:
    """A note's text, without its number."""

    runs: tuple[Run, ...]
    origins: Origins
    span: Span


class Notes:
    """The notes of one story while it is read."""

    def __init__(self) -> None:
        self._marks: dict[str, Span] = {}
        """Name → where it is first marked, in the order of numbers."""
        self._notes: dict[str, _Note] = {}
        self._twice: list[tuple[str, Span]] = []

    def mark(self, name: str, span: Span) -> str:
        """What is printed for a mark of that name."""
        self._marks.setdefault(name, span)
        return f"[{[*self._marks].index(name) + 1}]"

    def add(
        self, name: str, span: Span, runs: tuple[Run, ...], origins: Origins
    ) -> None:
        """A note's text."""
        if name in self._notes:
            self._twice.append((name, span))
        else:
            self._notes[name] = _Note(runs, origins, span)

    def paragraphs(self) -> Iterator[Paragraph]:
        """The notes in the order of their numbers."""
        for number, name in enumerate(self._marks, 1):
            note = self._notes.get(name)
            if note is None:
                continue
            label = f"[{number}]{_BLANK}"
            origins = tuple(
                (offset + len(label), span) for offset, span in note.origins
            )
            yield Paragraph(
                (Run(label, ""), *note.runs), "footnote", ((0, note.span), *origins)
            )

    def faults(self) -> Iterator[Diagnostic]:
        """Marks and notes that do not match."""
        for name, span in self._marks.items():
            if name not in self._notes:
                yield _no_note(name, span)
        for name, note in self._notes.items():
            if name not in self._marks:
                yield _no_mark(name, note.span)
        for name, span in self._twice:
            yield _two_notes(name, span)


def _no_note(name: str, span: Span) -> Diagnostic:
    return error(
        "note-unmatched",
        span,
        Both(f"the note mark [^{name}] has no note", f"注码 [^{name}] 没有注文"),
        fix=Both(
            f"write `[^{name}]: …` on a line of its own, or \\[^{name}] to print the "
            "sign itself",
            f"另起一行写 `[^{name}]: 注文`；如果就是要印这个符号，请写 \\[^{name}]",
        ),
    )


def _no_mark(name: str, span: Span) -> Diagnostic:
    return error(
        "note-unmatched",
        replace(span, length=len(name) + len("[^]:")),
        Both(
            f"no [^{name}] in the copy leads to this note",
            f"正文里没有 [^{name}]，这条注文无处可挂",
        ),
        why=Both("nothing may be dropped silently", "任何内容都不能悄悄丢失"),
        fix=Both(
            f"write [^{name}] where the note belongs, or delete the note",
            f"在正文该加注的地方写 [^{name}]，或删去这条注文",
        ),
    )


def _two_notes(name: str, span: Span) -> Diagnostic:
    return error(
        "note-unmatched",
        replace(span, length=len(name) + len("[^]:")),
        Both(f"the note [^{name}] is written twice", f"注文 [^{name}] 写了两次"),
        fix=Both("give one of them another name", "给其中一条换个名称"),
    )
