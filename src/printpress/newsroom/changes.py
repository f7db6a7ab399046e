"""What a command of the newsroom is going to do, before anything is written."""

from dataclasses import dataclass
from pathlib import Path

from printpress.diagnostics import Said


@dataclass(frozen=True, slots=True)
class Changes:
    """Files to be written, moved and told of, in this order."""

    files: tuple[tuple[Path, bytes], ...] = ()
    """Paths and what they will hold."""
    moves: tuple[tuple[Path, Path], ...] = ()
    """Files that go from one place to another."""
    told: tuple[Said, ...] = ()
    """What staff should know of it."""
