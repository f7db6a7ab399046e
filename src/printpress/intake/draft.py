"""What a reader makes of a file, before it is written as a story."""

from dataclasses import dataclass
from typing import Literal

from printpress.diagnostics import Both

Kind = Literal["guessed", "left-out", "changed", "counted", "join", "picture", "guide"]
"""What a remark tells of: a guess, copy that is not in the story, copy that reads
otherwise, a count, two blocks made one, a picture, an item of the guide."""

Part = Literal[
    "text", "subhead", "headline", "kicker", "deck", "byline", "caption", "item"
]
"""What the style of a paragraph says that it is."""


Look = Literal["", "strong", "emphasis"]
"""Plain, black face, or dots beside the characters (着重号)."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One line of the report."""

    kind: Kind
    """What it tells of."""
    words: Both
    """What happened."""
    text: str = ""
    """The words that it is about."""
    lost: str = ""
    """Characters of the file that do not stand in the story."""
    added: str = ""
    """Characters of the story that did not stand in the file."""
    story: str = ""
    """The story's name, where a file holds several."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look, or the mark of a note."""

    text: str
    """The words; the line breaks in them were forced."""
    look: Look = ""
    """How they stand out."""
    ruby: str = ""
    """Their reading."""
    note: str = ""
    """The name of the note whose mark this is."""


Row = tuple[tuple[Piece, ...], ...]
"""Cells of a table."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a table or a picture."""

    pieces: tuple[Piece, ...] = ()
    """Its words."""
    part: Part = "text"
    """What its style says it is."""
    size: int = 0
    """Half points of its largest words; 0 where nobody says."""
    bold: bool = False
    """Whether all of it is in black face."""
    centred: bool = False
    """Whether it stands in the middle."""
    label: str = ""
    """The bullet or number that a list gives it."""
    rows: tuple[Row, ...] = ()
    """The cells, if it is a table."""
    picture: str = ""
    """The part's name, if it is a picture."""

    @property
    def text(self) -> str:
        """All of its words."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as read."""

    blocks: tuple[Block, ...]
    """In reading order."""
    notes: tuple[tuple[str, tuple[Piece, ...]], ...] = ()
    """Name and words of each note."""
    pictures: tuple[tuple[str, bytes], ...] = ()
    """Name and bytes of each picture, once each."""
    remarks: tuple[Remark, ...] = ()
    """What there is to tell."""
    written: str = ""
    """All characters of the file, counted apart from the reading."""


@dataclass(frozen=True, slots=True)
class Headed:
    """A story with its heading found."""

    headline: str
    """With its joints."""
    kicker: str = ""
    """The line above; empty if none."""
    deck: str = ""
    """The line below; empty if none."""
    byline: str = ""
    """Who wrote it; empty if nobody is named."""
    blocks: tuple[Block, ...] = ()
    """The body."""
    notes: tuple[tuple[str, tuple[Piece, ...]], ...] = ()
    """Name and words of each note."""
    remarks: tuple[Remark, ...] = ()
    """What there is to tell of it."""
