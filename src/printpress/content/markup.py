"""The body of a story: Markdown's paragraphs, subheads, lists, tables; named blocks.

Blank lines part paragraphs, and so does the indent of two full-width blanks that
Chinese copy begins them with. What cannot be set yet is told at its place, never
dropped.

Read by hand and not by a Markdown library, for three reasons: CommonMark's flanking
rule does not take ``**黑体。**后文`` for strong (the closing marks stand between a stop
and a Han character); its parsers keep no columns inside a paragraph, while every
character here must know its place; and most copy holds no markup at all, for which this
is a search for a few characters and no import of 40 ms.
"""

import re
from dataclasses import replace

from printpress.content.block_faults import unclosed_block
from printpress.content.blocks import Block, fence_words, opened
from printpress.content.faults import bad_characters, not_set, subhead_unclear
from printpress.content.inline import Copy, read_inline
from printpress.content.lines import SourceLine, joined
from printpress.content.notes import DEFINED, Notes
from printpress.content.story import Paragraph, ParagraphKind, Run
from printpress.content.tables import (
    BARS,
    caption_in,
    has_cells,
    is_delimiter,
    read_table,
)
from printpress.diagnostics import Both, Diagnostic, Span

_MARKUP = re.compile(r"[*\\\[{<`_~&]")
"""A paragraph without any of these is plain copy."""

_INDENT = "\u3000\u3000"
"""How Chinese copy begins a paragraph."""

_BLOCKS = re.compile(
    r"(?P<rule>(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$)"
    r"|(?P<quote>>)|(?P<fence>```|~~~)"
    r"|(?P<note>\[\^[^\]]+\]:)|(?P<target>\[[^\]]+\]:[ \t]*\S)"
    r"|(?P<heading>#{3,}|#[ \t])"
)
"""What begins a line of something that is no plain copy (CommonMark and GitHub's)."""

_BLOCK_NAMES = {
    "quote": Both("quoted blocks", "引用块"),
    "fence": Both("code", "代码块"),
    "rule": Both("rules across the text", "正文中的横线"),
    "note": Both("notes with blanks in their names", "名称里有空格的注文"),
    "target": Both("link targets", "链接地址"),
    "heading": Both("headings other than ##", "## 以外的标题"),
}

_FORCED_BREAK = Both("forced line breaks", "强制换行")
_NESTED = Both("lists inside lists", "列表里的列表")

_SUBHEAD = re.compile(r"##[ \t\u3000]+(.*?)(?:[ \t]+#+)?$")
_NO_SUBHEAD = re.compile(r"##(?!#)")

_COUNT = r"(?:\d{1,9}|[一二三四五六七八九十]{1,3})"
_ITEM = re.compile(
    rf"(?:[-+*]|(?P<number>\d{{1,9}}[.)]|{_COUNT}[、．]|[（(]{_COUNT}[）)]))"
    r"[ \t\u3000]+(?=\S)"
)
"""A list's item: Markdown's, and the numbers of Chinese lists (一、 1、 （1） （一）);
without white space behind them they are words of a paragraph."""
_FIRST = re.compile(r"[（(]?[1一][.)、．）]")
IN_BLOCKS = ("item", "verse", "salutation", "signature", "names")
"""Kinds of paragraph that are set together with those beside them."""

_STEP = 2
"""Columns further in that make an item one of a list inside a list."""


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
    reader.end()
    paragraphs = (*reader.paragraphs, *reader.notes.paragraphs())
    return paragraphs, (*reader.found, *reader.notes.faults())


class _Reader:
    """Takes a body line by line."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.paragraphs: list[Paragraph] = []
        self.found: list[Diagnostic] = []
        self.lines: list[SourceLine] = []
        """Of the paragraph that is open."""
        self.kind: ParagraphKind = "text"
        self.label = 0
        self.table: list[SourceLine] = []
        """Of the table that is open."""
        self.caption: SourceLine | None = None
        self.item_column = 0
        """Where the items of the list stand that is open."""
        self.told: str | None = None
        """What was told of already and goes on."""
        self.block: Block | None = None
        self.block_start = 0
        """Paragraphs before the block that is open."""
        self.apart = False
        self.notes = Notes()
        self.defining: tuple[str, Span] | None = None
        """The note whose text the open lines are."""

    def take(self, number: int, line: str) -> None:
        self.found += bad_characters(line, Span(self.file, number, 1))
        text = line.strip()
        if not text:
            self.close()
            self.told = None
            self.apart = True
            return
        at = SourceLine(text, Span(self.file, number, line.index(text[0]) + 1))
        words = fence_words(text)
        if words is not None:
            self._fence(words, replace(at.span, length=len(text)))
            return
        subhead = _SUBHEAD.match(text)
        if subhead and subhead[1]:
            self.close()
            self._end([at.part(subhead.start(1), subhead.end(1))], "subhead")
        elif note := DEFINED.match(text):
            self.close()
            self.defining = note["name"], at.span
            at = at.part(note.start("words"))
            self.lines += [at] if at.text else []
        elif self.block and self.block.by_line:
            self.close()
            self._end([at], self.block.by_line)
        else:
            if line.lstrip(" \t").startswith(_INDENT):
                self.close()
            self._add(at)

    def end(self) -> None:
        """The body is over."""
        self.close()
        if self.block:
            self.found.append(unclosed_block(self.block.span))

    def _fence(self, words: str, span: Span) -> None:
        """A line of ``:::``: a block begins or ends."""
        self.close()
        if self.block and words:
            self.found.append(unclosed_block(self.block.span))
        if not self.block and not words:
            self.found.append(unclosed_block(span))
        self.block = opened(words, span, self.found) if words else None
        self.block_start = len(self.paragraphs)
        self.kind = self._standing_kind()
        self.told = None

    def _standing_kind(self) -> ParagraphKind:
        """What a paragraph is that says nothing of itself."""
        match self.block.name if self.block else None:
            case "note":
                return "note"
            case "qa":
                return "answer"
            case _:
                return "text"

    def _in_block(self) -> bool:
        return len(self.paragraphs) > self.block_start

    def _add(self, line: SourceLine) -> None:
        """A line of a paragraph, an item or a table."""
        if self._row(line) or self._item(line):
            return
        begun = self.block.begun(line.text) if self.block else None
        if begun:
            self.close()
            self.kind, self.label = begun
        self._look_for_block(line)
        self.lines.append(line)

    def _row(self, line: SourceLine) -> bool:
        """Whether the line is a table's, and then it is taken."""
        if self.table:
            if has_cells(line.text):
                self.table.append(line)
                return True
            self.close()
            return False
        above = self.lines[-1:]
        if above and is_delimiter(line.text) and has_cells(above[0].text):
            self.lines.pop()
        elif line.text[0] in BARS:
            above = []
        else:
            return False
        caption = caption_in(self.lines[-1]) if self.lines else None
        if caption:
            self.lines.pop()
        self.close()
        self.caption, self.table = caption, [*above, line]
        return True

    def _item(self, line: SourceLine) -> bool:
        """Whether the line begins an item of a list, and then it is taken.

        A number amid a paragraph begins none unless it is 1 or 一 (CommonMark 5.2).
        """
        match = _ITEM.match(line.text)
        if match is None or _BLOCKS.match(line.text):
            return False
        number, listed = match["number"], self.kind == "item"
        if number and self.lines and not listed and not _FIRST.match(number):
            return False
        column = line.span.column
        if not (listed and self.lines):
            self.item_column = column
        elif column >= self.item_column + _STEP:
            self.found.append(not_set(_NESTED, line.span))
        self.close()
        self.kind, self.label = "item", len(number or "")
        self.lines = [line.part(0, self.label)] if number else []
        self.lines.append(line.part(match.end()))
        return True

    def _look_for_block(self, line: SourceLine) -> None:
        """Tell of code, a quotation and the like, once for its lines together."""
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
        if match and kind and kind != self.told:
            length = len(match[0].rstrip())
            self.found.append(not_set(_BLOCK_NAMES[kind], replace(span, length=length)))
        self.told = kind or self.told

    def close(self) -> None:
        """The paragraph or table that is open ends."""
        if self.table:
            table = read_table(self.caption, self.table, self._inline, self.found)
            self.paragraphs += [table] if table else []
            self.table = []
        if self.lines:
            self._end(self.lines, self.kind)
            self.lines = []
        self.defining = None
        self.kind, self.label = self._standing_kind(), 0

    def _end(self, lines: list[SourceLine], kind: ParagraphKind) -> None:
        runs, copy = self._inline(joined(lines))
        if self.defining:
            self.notes.add(*self.defining, runs, copy.origins)
        elif copy.text.strip():
            begins = self._begins(kind)
            apart = self.apart and not begins and kind != "item"
            self.paragraphs.append(
                Paragraph(runs, kind, copy.origins, self.label, begins, apart)
            )
        self.apart = False

    def _inline(self, copy: Copy) -> tuple[tuple[Run, ...], Copy]:
        """The runs of a text, and the text without its marks."""
        if _MARKUP.search(copy.text) is None:
            return (Run(copy.text, ""),), copy
        return read_inline(copy, self.found, self.notes.mark)

    def _begins(self, kind: ParagraphKind) -> bool:
        """Whether a paragraph begins its list or poem, or stands for itself."""
        above = self.paragraphs[-1] if self._in_block() else None
        if above is None or above.kind != kind or kind not in IN_BLOCKS:
            return True
        return kind == "item" and bool(above.label) != bool(self.label)
