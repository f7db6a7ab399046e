"""The body of a story: Markdown's paragraphs, subheads and stressed words.

Blank lines part paragraphs, and so does the indent of two full-width blanks that
Chinese copy begins them with. A line break inside one is nothing where a Chinese
character stands beside it and a blank between Western words. What cannot be set yet
is told at its place, never dropped.

Read by hand and not by a Markdown library, for three reasons: CommonMark's flanking
rule does not take ``**黑体。**后文`` for strong (the closing marks stand between a stop
and a Han character); its parsers keep no columns inside a paragraph, while every
character here must know its place; and most copy holds no markup at all, for which this
is a search for a few characters and no import of 40 ms.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from printpress.content.faults import bad_characters, not_set, subhead_unclear
from printpress.content.inline import Copy, read_inline
from printpress.content.notes import DEFINED, Notes
from printpress.content.story import Paragraph, ParagraphKind, Run
from printpress.diagnostics import Both, Diagnostic, Span

_MARKUP = re.compile(r"[*\\\[{<`_~&]")
"""A paragraph without any of these is plain copy."""

_INDENT = "\u3000\u3000"
"""How Chinese copy begins a paragraph."""

_BLOCKS = re.compile(
    r"(?P<rule>(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$)"
    r"|(?P<list>[-+*][ \t]|\d{1,9}[.)][ \t])|(?P<quote>>)|(?P<fence>```|~~~)"
    r"|(?P<table>\||:?-+:?[ \t]*\|[ \t|:-]*$)"
    r"|(?P<note>\[\^[^\]]+\]:)|(?P<target>\[[^\]]+\]:[ \t]*\S)"
    r"|(?P<heading>#{3,}|#[ \t])"
)
"""What begins a line of something that is no plain copy (CommonMark and GitHub's)."""

_BLOCK_NAMES = {
    "list": Both("lists", "列表"),
    "quote": Both("quoted blocks", "引用块"),
    "fence": Both("code", "代码块"),
    "table": Both("tables", "表格"),
    "rule": Both("rules across the text", "正文中的横线"),
    "note": Both("notes with blanks in their names", "名称里有空格的注文"),
    "target": Both("link targets", "链接地址"),
    "heading": Both("headings other than ##", "## 以外的标题"),
}

_FORCED_BREAK = Both("forced line breaks", "强制换行")

_SUBHEAD = re.compile(r"##[ \t\u3000]+(.*?)(?:[ \t]+#+)?$")
_NO_SUBHEAD = re.compile(r"##(?!#)")

_QUOTES = "“”‘’\"'"
"""Marks that both scripts use: what stands beyond them tells whose they are."""


class _Line(NamedTuple):
    """A line of the file without its blanks."""

    text: str
    span: Span


def parse_body(
    body: str, file: str, first_line: int
) -> tuple[tuple[Paragraph, ...], tuple[Diagnostic, ...]]:
    r"""The paragraphs of a story's body, and what in it cannot be set.

    *first_line* is the number of the body's first line in its file. Errors among what
    is found mean that the paragraphs are not what the author meant.

    >>> paragraphs, found = parse_body("溪水\n涨了。\n\n## 桥还在", "a.md", 7)
    >>> [(p.kind, p.text) for p in paragraphs], found
    ([('text', '溪水涨了。'), ('subhead', '桥还在')], ())
    >>> str(paragraphs[0].place(2))
    'a.md:8:1'
    """
    reader = _Reader(file)
    for number, line in enumerate(body.split("\n"), first_line):
        reader.take(number, line)
    reader.close()
    paragraphs = (*reader.paragraphs, *reader.notes.paragraphs())
    return paragraphs, (*reader.found, *reader.notes.faults())


class _Reader:
    """Takes a body line by line."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.paragraphs: list[Paragraph] = []
        self.found: list[Diagnostic] = []
        self.lines: list[_Line] = []
        self.block: str | None = None
        self.notes = Notes()
        self.defining: tuple[str, Span] | None = None
        """The note whose text the open lines are."""

    def take(self, number: int, line: str) -> None:
        self.found += bad_characters(line, Span(self.file, number, 1))
        text = line.strip()
        if not text:
            self.close()
            self.block = None
            return
        column = line.index(text[0]) + 1
        at = _Line(text, Span(self.file, number, column))
        subhead = _SUBHEAD.match(text)
        if subhead and subhead[1]:
            self.close()
            column += subhead.start(1)
            self._end([_Line(subhead[1], Span(self.file, number, column))], "subhead")
            return
        note = DEFINED.match(text)
        if note:
            self.close()
            self.defining = note["name"], at.span
            begins = note.start("words")
            at = _Line(note["words"], replace(at.span, column=column + begins))
            self.lines += [at] if at.text else []
            return
        if line.lstrip(" \t").startswith(_INDENT):
            self.close()
        self._look_for_block(at)
        self.lines.append(at)

    def _look_for_block(self, line: _Line) -> None:
        """Tell of a list, a table and the like, once for its lines together."""
        text, span = line
        if _NO_SUBHEAD.match(text):
            words = text.strip("# \t")[:12]
            self.found.append(subhead_unclear(words, replace(span, length=2)))
            return
        if text.endswith("\\") and not text.endswith("\\\\"):
            end = replace(span, column=span.column + len(text) - 1)
            self.found.append(not_set(_FORCED_BREAK, end))
        match = _BLOCKS.match(text)
        kind = match.lastgroup if match else None
        if match and kind and kind != self.block:
            length = len(match[0].rstrip())
            self.found.append(not_set(_BLOCK_NAMES[kind], replace(span, length=length)))
        self.block = kind or self.block

    def close(self) -> None:
        if self.lines:
            self._end(self.lines, "text")
            self.lines = []
        self.defining = None

    def _end(self, lines: list[_Line], kind: ParagraphKind) -> None:
        copy = _joined(lines)
        if _MARKUP.search(copy.text) is None:
            runs: tuple[Run, ...] = (Run(copy.text, ""),)
        else:
            runs, copy = read_inline(copy, self.found, self.notes.mark)
        if self.defining:
            self.notes.add(*self.defining, runs, copy.origins)
        elif copy.text.strip():
            self.paragraphs.append(Paragraph(runs, kind, copy.origins))


def _is_western(char: str) -> bool:
    """Whether a word may end or begin with the character and a blank parts words.

    >>> [_is_western(char) for char in "aé7.한"], _is_western("桥"), _is_western("，")
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


def _joined(lines: list[_Line]) -> Copy:
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


def _words_part(left: str, right: str) -> bool:
    return _is_western(_beside(left, end=True)) and _is_western(
        _beside(right, end=False)
    )
