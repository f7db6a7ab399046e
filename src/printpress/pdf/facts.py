"""What a file says of itself, and what it was made for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from printpress.colour import Ink
from printpress.spec.press import Standard


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What the file says of itself."""

    title: str
    """Paper, date and number."""
    author: str
    """The paper."""
    made: datetime
    """The issue's date: never the clock's, or equal input would give other bytes."""
    creator: str
    """Program and version."""
    seen: Callable[[Ink], tuple[int, int, int]] | None = None
    """Red, green and blue (0 to 255) of an ink in a file for screens; None where the
    file keeps inks."""


@dataclass(frozen=True, slots=True)
class OutputIntent:
    """The standard that a print file keeps, and how it is going to be printed.

    Proofs have none: they are never labelled PDF/X.
    """

    standard: Standard
    """Which one."""
    profile: bytes | None
    """The press's ICC profile; None where its registered name is enough (X-1a)."""
    condition: str
    """Name of the printing condition."""
    registry: str
    """Where that is registered; empty for a shop's own."""
    info: str
    """The condition in words."""
    info_key: bool = True
    """Whether the Info dictionary names PDF/X-4, too, though it need not."""
