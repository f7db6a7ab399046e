"""What is said to people: located, in Chinese and English, with a way to mend it.

Every stage returns its result beside its diagnostics, or raises :class:`PressError`
where there can be no result. Nothing here prints; :func:`render` gives the text
that the command line shows.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Literal, NamedTuple

from printpress.grades import GRADES, Grade

Language = Literal["en", "zh"]

SHOWN_AT_MOST = 20
"""Diagnostics shown at once: more than a screen of them is not read (taste)."""

NOTES_AT_MOST = 5
"""Notes among them: they must not bury what is to be mended (taste)."""

WHOLE = 120
"""Columns of a terminal up to which a line of a file is shown whole. Paragraphs are one
line each, and a caret far from the left edge points at nothing (taste)."""

AROUND = 24
"""Characters shown before and behind what is pointed at in longer ones (taste)."""


class Both(NamedTuple):
    """One sentence in the two languages of the users."""

    en: str
    """English."""
    zh: str
    """Chinese."""


class Said(NamedTuple):
    """One result of a command, which is no diagnostic."""

    words: Both
    """A sentence for people."""
    facts: Mapping[str, object]
    """The same for programs."""


def counted(number: int, noun: str) -> str:
    """The number with its noun, as English wants it.

    >>> counted(1, "line"), counted(2, "line")
    ('1 line', '2 lines')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


class Severity(Enum):
    """How much a diagnostic hinders printing."""

    ERROR = "error"
    """It cannot be printed."""
    WARNING = "warning"
    """It will print; look at it."""
    NOTE = "note"
    """Context."""


SEVERITY_ZH = {
    Severity.ERROR: "错误",
    Severity.WARNING: "警告",
    Severity.NOTE: "提示",
}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file; lines and columns count from 1, in characters."""

    file: str
    """The path as shown to people."""
    line: int
    """Its line; 0 means the file as a whole."""
    column: int
    """Its first column."""
    length: int = 1
    """Characters from there on, all on that line."""

    def __str__(self) -> str:
        """As editors and terminals make it clickable: ``file:line:column``."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Note:
    """A second place that belongs to a diagnostic."""

    span: Span
    """Where it is."""
    says: Both
    """What is to be seen there."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about the paper, never about the program."""

    code: str
    """A word from the table in :mod:`.codes`: ``overset``, ``missing-glyph``."""
    severity: Severity
    """Whether it stops the press."""
    span: Span | None
    """The author's token, or None where no file is to blame."""
    what: Both
    """The finding, one line, complete on its own."""
    fix: Both
    """How to mend it."""
    why: Both | None = None
    """The reason, where the rule is not obvious."""
    at: Both | None = None
    """A word beside the caret."""
    notes: tuple[Note, ...] = ()
    """Facts from other places."""
    grade: Grade | None = None
    """Its class of error, where that is not its code's."""

    @property
    def counts_as(self) -> Grade | None:
        """The class that a newsroom counts it to, if any."""
        return self.grade or GRADES.get(self.code)


class PressError(Exception):
    """The only exception that crosses a stage; it carries what to tell people."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(d.what.en for d in self.diagnostics))


def error(  # noqa: PLR0913 - the parts of a diagnostic, all but three by name
    code: str,
    span: Span | None,
    what: Both,
    *,
    fix: Both,
    why: Both | None = None,
    at: Both | None = None,
    notes: tuple[Note, ...] = (),
) -> Diagnostic:
    """A diagnostic that stops the press."""
    return Diagnostic(code, Severity.ERROR, span, what, fix, why, at, notes)


def warning(  # noqa: PLR0913 - as those of an error
    code: str,
    span: Span | None,
    what: Both,
    *,
    fix: Both,
    why: Both | None = None,
    notes: tuple[Note, ...] = (),
) -> Diagnostic:
    """A diagnostic that lets the press run."""
    return Diagnostic(code, Severity.WARNING, span, what, fix, why, notes=notes)


def note(
    code: str, span: Span | None, what: Both, *, fix: Both, why: Both | None = None
) -> Diagnostic:
    """A diagnostic for whoever wants to look closer."""
    return Diagnostic(code, Severity.NOTE, span, what, fix, why)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them stops the press."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


SourceLine = Callable[[Span], str | None]
"""Gives the text of a span's line, or None where there is none to show."""


def _excerpt(
    span: Span, at: str, source_line: SourceLine, columns_of: Callable[[str], int]
) -> list[str]:
    text = source_line(span) if span.line else None
    if text is None:
        return []
    start, end = span.column - 1, span.column - 1 + span.length
    before, marked, behind = text[:start], text[start:end], text[end:]
    if columns_of(text) > WHOLE:
        before = "…" + before[-AROUND:] if len(before) > AROUND else before
        if len(marked) > AROUND:
            marked, behind = marked[:AROUND], marked[AROUND:] + behind
        behind = behind[:AROUND] + "…" if len(behind) > AROUND else behind
    caret = "^" * max(1, columns_of(marked))
    blank = " " * 6 + "| " + " " * columns_of(before)
    shown = f"{span.line:5d} | {before}{marked}{behind}"
    return [shown, f"{blank}{caret} {at}".rstrip()]


def _terminal_columns(text: str) -> int:
    """Cells a terminal gives the text: Han and full-width marks take two."""
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def render(diagnostic: Diagnostic, language: Language, source_line: SourceLine) -> str:
    """The diagnostic as text of several lines, without a final line end."""
    zh = language == "zh"
    pick = 1 if zh else 0
    grade = diagnostic.counts_as
    if zh:
        colon, name = "：", SEVERITY_ZH[diagnostic.severity]
        name += f" {grade} 类" if grade else ""
    else:
        colon, name = ": ", diagnostic.severity.value
        name += f" of class {grade}" if grade else ""
    where = f"{diagnostic.span}: " if diagnostic.span else ""
    lines = [f"{where}{name}[{diagnostic.code}]{colon}{diagnostic.what[pick]}"]
    if diagnostic.span:
        at = diagnostic.at[pick] if diagnostic.at else ""
        lines += _excerpt(diagnostic.span, at, source_line, _terminal_columns)
    if diagnostic.why:
        lines.append(f"   {'原因：' if zh else 'why: '}{diagnostic.why[pick]}")
    lines.append(f"   {'办法：' if zh else 'fix: '}{diagnostic.fix[pick]}")
    for fact in diagnostic.notes:
        label = SEVERITY_ZH[Severity.NOTE] if zh else "note"
        lines.append(f"{fact.span}: {label}{colon}{fact.says[pick]}")
    return "\n".join(lines)


def facts_of(diagnostic: Diagnostic) -> dict[str, object]:
    """The diagnostic for programs."""
    span = diagnostic.span
    return {
        "type": "diagnostic",
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "grade": diagnostic.counts_as,
        "file": span.file if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "length": span.length if span else None,
        **{
            part: words._asdict() if words else None
            for part, words in (
                ("what", diagnostic.what),
                ("why", diagnostic.why),
                ("fix", diagnostic.fix),
                ("at", diagnostic.at),
            )
        },
        "notes": [
            {"at": str(note.span), "says": note.says._asdict()}
            for note in diagnostic.notes
        ],
    }


def for_people(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """As many as are read at once, in their order, only a few of them notes."""
    notes = [d for d in found if d.severity is Severity.NOTE][:NOTES_AT_MOST]
    graver = [d for d in found if d.severity is not Severity.NOTE]
    return (*graver, *notes)[:SHOWN_AT_MOST]


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Without repeats, by severity and then by place."""
    rank = list(Severity)
    unique = dict.fromkeys(diagnostics)
    nowhere = Span("", 0, 0)
    return tuple(
        sorted(unique, key=lambda d: (rank.index(d.severity), d.span or nowhere))
    )
