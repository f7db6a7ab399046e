"""What there is to see, and who waits for more of it.

Every watcher asks for whatever is newer than what it has. One that is slow skips what
others saw meanwhile and holds nobody up: nothing is queued for it.
"""

import asyncio
from dataclasses import dataclass

from printpress.diagnostics import Diagnostic
from printpress.makeup.placed import StoryFit


@dataclass(frozen=True, slots=True)
class PageShown:
    """One page as watchers know it."""

    label: str
    """Its number, or both of a spread."""
    numbers: tuple[int, ...]
    """The same as numbers."""
    width: int
    """EMU across, trimmed."""
    height: int
    """EMU down, trimmed."""
    picture: str
    """What its picture is called: another one for every other picture."""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that watchers see."""

    turn: int = 0
    """Raised with every change."""
    title: str = ""
    """Paper, date and number."""
    pages: tuple[PageShown, ...] = ()
    """The pages; those of the last good make-up where there is trouble."""
    made: int = 0
    """The turn in which the pages were last made, changed or not."""
    asked: int = 0
    """The turn in which findings were last told."""
    findings: tuple[Diagnostic, ...] = ()
    """What there is to say about the pages."""
    fits: tuple[StoryFit, ...] = ()
    """How the stories fit."""
    trouble: tuple[Diagnostic, ...] = ()
    """Why the pages are not those of the files as they are now."""


class Board:
    """What is shown now."""

    def __init__(self) -> None:
        self.shown = Shown()
        self.closed = False
        """Whether there will be nothing more."""
        self._changed = asyncio.Event()

    def put(self, shown: Shown) -> None:
        """Show something else; only in the server's own thread."""
        self.shown = shown
        self._wake()

    def close(self) -> None:
        """Let all watchers go."""
        self.closed = True
        self._wake()

    def _wake(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def after(self, turn: int) -> Shown | None:
        """What is newer than that turn, as soon as there is; None once it is over."""
        while self.shown.turn <= turn and not self.closed:
            await self._changed.wait()
        return None if self.closed else self.shown
