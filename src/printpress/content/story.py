"""Stories as they will be set: heading, paragraphs, pictures."""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Literal

from printpress.content.codes import Code
from printpress.diagnostics import Span
from printpress.spec.story import Facts, Quote

Emphasis = Literal["", "strong", "emphasis"]
"""Plain, in the house's black face (黑体), with marks under the characters (着重号)."""

ParagraphKind = Literal[
    "text",
    "subhead",
    "item",
    "question",
    "answer",
    "verse",
    "salutation",
    "signature",
    "note",
    "names",
    "qr",
    "table",
    "footnote",
]
"""Copy, a heading inside it (小标题), an item of a list, a line of verse, whom a letter
addresses (称呼), who signs it (落款), an editor's note (编者按), a line of a list of
names (名单), the words beside a QR code, a note at the end (注文) …"""

WordMark = Literal["", "name", "title", "mourning", "note"]
"""What stands beside words as a whole: a line under a name (专名号), a wavy one under
a title (书名号甲式), a frame round the name of one who died (示亡号); or the words are
the number of a note (注码)."""

Origins = tuple[tuple[int, Span], ...]
"""From which offset on a text stands where in its file, in order."""


def place_in(origins: Origins, offset: int) -> Span:
    """Where the character at that offset of a text is in its file.

    >>> lines = ((0, Span("a.md", 7, 3)), (5, Span("a.md", 8, 1)))
    >>> str(place_in(lines, 4)), str(place_in(lines, 6))
    ('a.md:7:7', 'a.md:8:2')
    """
    start, span = origins[0]
    for begins, there in origins:
        if begins > offset:
            break
        start, span = begins, there
    return Span(span.file, span.line, span.column + offset - start)


@dataclass(frozen=True, slots=True)
class HeadingText:
    """A heading with the places where its author lets it break."""

    lines: tuple[tuple[str, ...], ...]
    """Forced lines (``||``), each of parts between which it may break (``|``)."""

    @classmethod
    def parse(cls, text: str) -> "HeadingText":
        """Read ``|`` and ``||``; blanks round them and empty parts count for nothing.

        >>> HeadingText.parse("河水涨了|桥还在 || 人不慌").lines
        (('河水涨了', '桥还在'), ('人不慌',))
        """
        lines = (
            tuple(part.strip() for part in line.split("|") if part.strip())
            for line in text.split("||")
        )
        return cls(tuple(line for line in lines if line))

    def __str__(self) -> str:
        """All of its words, joints closed up."""
        return "".join(part for line in self.lines for part in line)


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look."""

    text: str
    """The words."""
    emphasis: Emphasis
    """How they stand out."""
    mark: WordMark = ""
    """What they are, each run by itself."""
    ruby: str = ""
    """Their reading (注音); blanks part its syllables."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, or its caption."""

    runs: tuple[Run, ...]
    """Its words; none where it is empty."""
    offset: int
    """Where they begin in the paragraph's text."""

    @property
    def text(self) -> str:
        """All of its copy."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Table:
    """What a table's paragraph holds, as rows and columns."""

    caption: Cell | None
    """The line above it (表题)."""
    rows: tuple[tuple[Cell, ...], ...]
    """Its rows, the head first; all have as many cells."""
    aligns: tuple[str, ...]
    """``left``, ``center`` or ``right`` for each column; nothing where its author left
    it open."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or subhead of a story, a line of verse, or a whole table."""

    runs: tuple[Run, ...]
    """In reading order."""
    kind: ParagraphKind
    """What it is."""
    origins: Origins = field(compare=False)
    """From which offset on its text stands where in the file, in order."""
    label: int = 0
    """How many of its first characters are its label: ``问：``, or a list's number."""
    begins: bool = True
    """Whether it does not go on with the list or poem of the one before."""
    apart: bool = False
    """Whether a blank line parts it from the rest of its block: a stanza."""
    table: Table | None = None
    """Its cells, if it is a table."""
    goes_on: bool = False
    """Whether its first words stand on an earlier page: it has no indent then."""
    code: Code | None = None
    """Its QR code, if it is the words beside one."""

    @property
    def text(self) -> str:
        """All of its copy."""
        return "".join(run.text for run in self.runs)

    def place(self, offset: int) -> Span:
        """Where the character at that offset of :attr:`text` is in its file."""
        return place_in(self.origins, offset)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and its words."""

    path: Path
    """Its file."""
    caption: str
    """The text under it; empty if none."""
    credit: str
    """Who took it; empty if none."""
    focus: tuple[Fraction, Fraction]
    """What must stay in sight when it is cropped: shares from left and from top."""
    width_px: int
    """Pixels across, the right way up."""
    height_px: int
    """Pixels down."""
    span: Span = field(compare=False)
    """Where the story names it."""
    bilevel: bool = False
    """Whether it is art in black and white alone, without tones."""


@dataclass(frozen=True, slots=True)
class Head:
    """A story's heading parts."""

    headline: HeadingText
    """The headline (主题)."""
    kicker: HeadingText | None
    """The line above it (引题)."""
    deck: HeadingText | None
    """The line below it (副题)."""
    byline: str
    """Who wrote it (署名); empty if nobody is named."""


@dataclass(frozen=True, slots=True)
class Story:
    """An article as supplied."""

    id: str
    """Its name: the file's stem."""
    head: Head
    """Its heading."""
    paragraphs: tuple[Paragraph, ...]
    """Its body."""
    pictures: tuple[Picture, ...]
    """Its pictures in their order."""
    guide: HeadingText | None
    """Its line in the guide on page one (导读)."""
    span: Span = field(compare=False)
    """Its headline in its file."""
    accepted: tuple[str, ...] = ()
    """Lints that are not to speak of it."""
    quote: Quote | None = None
    """Words of it that are set large."""
    facts: Facts | None = None
    """Facts in a box beside it."""
