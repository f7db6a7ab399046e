"""A story as the pieces of text that a proof-reader reads, each with its places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from printpress.content.story import Paragraph, Story
from printpress.diagnostics import Both, Diagnostic, Span, warning

MARKS: Final = "，。；：！？、“”‘’（）"
"""What parts one clause from the next."""

PieceKind = Literal["heading", "body", "caption", "apart"]
"""Words above the text, the text itself, words under a picture, words of a quote or a
box of facts."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of copy: a heading, a paragraph, a cell of a table, a caption."""

    story: str
    """The story that it is of."""
    text: str
    """Its words."""
    kind: PieceKind
    """Where they stand."""
    span: Span = field(compare=False)
    """Where it begins; for headings and captions the whole of it."""
    paragraph: Paragraph | None = None
    """The paragraph it is taken from, which knows the place of each character."""
    offset: int = 0
    """Where in that paragraph's text it begins."""

    def place(self, start: int, end: int | None = None) -> Span:
        """Where the characters from *start* to *end* stand in the file."""
        if self.paragraph is None:
            return self.span
        at = self.paragraph.place(self.offset + start)
        length = 1 if end is None else max(1, end - start)
        last = self.paragraph.place(self.offset + start + length - 1)
        whole = last.line == at.line and last.column - at.column == length - 1
        return Span(at.file, at.line, at.column, length if whole else 1)

    def warning(
        self,
        code: str,
        found: re.Match[str],
        what: Both,
        *,
        fix: Both,
        why: Both | None = None,
    ) -> Diagnostic:
        """A warning about words that were found in it, where they stand."""
        return warning(code, self.place(*found.span()), what, fix=fix, why=why)


def pieces_of(story: Story) -> Iterator[Piece]:
    """The story's pieces in the order in which they are read."""
    head = story.head
    for heading in (head.kicker, head.headline, head.deck):
        if heading:
            # Joints stand between halves that are no one sentence: 老街　新铺.
            words = "\u3000".join(part for line in heading.lines for part in line)
            yield Piece(story.id, words, "heading", story.span)
    for paragraph in story.paragraphs:
        if paragraph.table is None:
            skip = paragraph.label  # 1. and 问： are no copy
            words = paragraph.text[skip:]
            at = paragraph.place(skip)
            yield Piece(story.id, words, "body", at, paragraph, skip)
            continue
        table = paragraph.table
        cells = [cell for row in table.rows for cell in row]
        for cell in (*((table.caption,) if table.caption else ()), *cells):
            if cell.text:
                at = paragraph.place(cell.offset)
                yield Piece(story.id, cell.text, "body", at, paragraph, cell.offset)
    for picture in story.pictures:
        if picture.caption:
            yield Piece(story.id, picture.caption, "caption", picture.span)
    yield from _apart(story)


def _apart(story: Story) -> Iterator[Piece]:
    """The words of its pull quote and of its box of facts."""
    quote, facts = story.quote, story.facts
    if quote:
        yield Piece(story.id, quote.text, "apart", quote.span)
    if facts:
        for words in (facts.title, *facts.paragraphs, *facts.lines):
            if words:
                yield Piece(story.id, words, "apart", facts.span)
