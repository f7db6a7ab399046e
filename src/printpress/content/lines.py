"""Lines of a body, and several of them as one text.

A line break inside a paragraph is nothing where a Chinese character stands beside it
and a blank between Western words.
"""

from collections.abc import Sequence
from typing import NamedTuple

from printpress.content.inline import Copy
from printpress.diagnostics import Span

_QUOTES = "“”‘’\"'"
"""Marks that both scripts use: what stands beyond them tells whose they are."""


class SourceLine(NamedTuple):
    """A line of the file, or a part of one, without the blanks round it."""

    text: str
    span: Span

    def part(self, start: int, end: int | None = None) -> "SourceLine":
        """Its characters from one offset to another, without the blanks round them.

        >>> SourceLine("- 豆腐", Span("a.md", 3, 1)).part(1)
        SourceLine(text='豆腐', span=Span(file='a.md', line=3, column=3, length=1))
        """
        text = self.text[start:end]
        column = self.span.column + start + len(text) - len(text.lstrip())
        return SourceLine(text.strip(), Span(self.span.file, self.span.line, column))


def is_western(char: str) -> bool:
    """Whether a word may end or begin with the character and a blank parts words.

    >>> [is_western(char) for char in "aé7.한"], is_western("桥"), is_western("，")
    ([True, True, True, True, True], False, False)
    """
    from unicodedata import category, east_asian_width

    if char.isascii() or "가" <= char <= "힣":
        return not char.isspace()
    return east_asian_width(char) not in "WF" and category(char)[0] in "LN"


def _beside(line: str, *, end: bool) -> str:
    """The line's last or first character that is no quotation mark."""
    bare = line.rstrip(_QUOTES) if end else line.lstrip(_QUOTES)
    return (bare or line)[-1 if end else 0]


def _words_part(left: str, right: str) -> bool:
    return is_western(_beside(left, end=True)) and is_western(_beside(right, end=False))


def joined(lines: Sequence[SourceLine]) -> Copy:
    """The lines as one text: a blank between words, nothing beside Chinese."""
    parts: list[str] = []
    origins: list[tuple[int, Span]] = []
    length = 0
    for line in lines:
        text = line.text.replace("\t", " ")
        if parts and _words_part(parts[-1], text):
            parts.append(" ")
            length += 1
        origins.append((length, line.span))
        parts.append(text)
        length += len(text)
    return Copy("".join(parts), tuple(origins))
