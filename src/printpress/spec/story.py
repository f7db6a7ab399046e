"""Stories: a YAML head between two lines of ``---``, then Markdown."""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from printpress.diagnostics import Span
from printpress.spec.source import Located
from printpress.spec.supplied import CodeSpec


@dataclass(frozen=True, slots=True)
class PictureSpec:
    """A picture as the story's head names it."""

    file: Path
    """Its file, which exists and lies inside the paper's folder."""
    caption: str
    """The text under it; empty if none."""
    credit: str
    """Who took it; empty if none."""
    focus: tuple[Fraction, Fraction]
    """What must stay in sight when it is cropped: shares from left and from top."""
    span: Span = field(compare=False)
    """Its file's name in the head."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A pull quote as the story's head gives it (引语)."""

    text: str
    """The words."""
    speaker: str
    """Whose words they are; empty if nobody is named."""
    span: Span = field(compare=False)
    """Where it is written."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A box of facts as the story's head gives it (资料)."""

    title: str
    """Its title; empty if none."""
    paragraphs: tuple[str, ...]
    """Its running text."""
    lines: tuple[str, ...]
    """Its lines, each by itself."""
    span: Span = field(compare=False)
    """Where it is written."""


@dataclass(frozen=True, slots=True)
class StoryFile:
    """A story as supplied: its head read, its body untouched."""

    id: str
    """The file's stem."""
    file: Path
    """Its file."""
    headline: Located[str]
    """The headline (主题), with its joints ``|`` and ``||``."""
    kicker: Located[str] | None
    """The line above it (引题)."""
    deck: Located[str] | None
    """The line below it (副题)."""
    byline: Located[str] | None
    """Who wrote it (署名)."""
    guide: Located[str] | None
    """Its line in the guide on page 1 (导读)."""
    jump_head: Located[str] | None
    """The short heading of its continuation on another page."""
    pictures: tuple[PictureSpec, ...]
    """Its pictures in their order."""
    accepted: tuple[str, ...]
    """Lints that are not to speak of it."""
    body: str
    """The Markdown below the head, its line ends all ``\\n``."""
    body_line: int
    """The file's line on which *body* begins."""
    shown: str
    """The path as shown to people."""
    qr: CodeSpec | None = None
    """The QR code at its end."""
    quote: Quote | None = None
    """Words of it that are set large."""
    facts: Facts | None = None
    """Facts in a box beside it."""
