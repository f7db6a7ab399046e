"""One run of the preview: a port, a watcher of files, a server, and their end."""

import asyncio
import gc
import secrets
import socket
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Final

import uvicorn
from watchfiles import Change, awatch

from printpress.live.board import Board, Shown
from printpress.live.server import Site
from printpress.live.session import Session

STEP: Final = 5
"""Milliseconds between two looks at what has changed: editors write a file in one go,
and what comes after a pause that long is taken up in the next turn."""

DEBOUNCE: Final = 50
"""Milliseconds after which changes are taken up though more are coming."""

LOOK_ROUND: Final = 400
"""Milliseconds after which the watch looks round though nothing has changed."""

SUFFIXES: Final = frozenset(
    (
        *(".yaml", ".md", ".ttf", ".otf", ".ttc", ".icc"),
        *(".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".svg", ".pdf"),
    )
)
"""Files of a paper; editors' own files beside them count for nothing."""

TAKE_TURNS: Final = 0.0005
"""Seconds after which the session lets the server answer: pictures are asked for while
findings are still being made."""

PATIENCE: Final = 2
"""Seconds that open connections are given at the end."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where pages are served."""

    host: str
    """A loopback address."""
    port: int
    """Free when it was chosen."""
    key: str
    """Of this run."""

    @property
    def url(self) -> str:
        """What people open."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/?key={self.key}"


class _Server(uvicorn.Server):
    """A server that lets its watchers go when it is told to end."""

    board: Board

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.board.close()
        super().handle_exit(sig, frame)


def listening(host: str, port: int) -> socket.socket:
    """A socket bound to the port, or to any free one for 0. Raises ``OSError``."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family)
    try:
        bound.bind((host, port))
    except OSError:
        bound.close()
        raise
    return bound


def _wanted(change: Change, path: str) -> bool:
    name = Path(path)
    if name.name.startswith("."):
        return False
    if name.suffix.lower() in SUFFIXES:
        return True
    # What was put into a new folder before it was watched is not told of by itself.
    return change is Change.added and not name.suffix and name.is_dir()


@dataclass(frozen=True, slots=True)
class Work:
    """What a run is about."""

    session: Session
    """Makes the pages."""
    folder: Path
    """The issue's folder."""
    bug: Callable[[Exception], None]
    """Hears of mistakes of ours: the pages stay as they were."""


async def _follow(work: Work, worker: Executor, board: Board) -> None:
    """Make the pages, and again whenever a file of theirs has changed."""
    loop = asyncio.get_running_loop()

    def publish(shown: Shown) -> None:
        loop.call_soon_threadsafe(board.put, shown)

    def make() -> None:
        try:
            work.session.make(publish)
        except Exception as trouble:  # noqa: BLE001 - the preview outlives our mistakes
            work.bug(trouble)

    await loop.run_in_executor(worker, make)
    gc.freeze()  # what is there now stays: collecting it again would only take time
    try:
        while not await _watched(
            work, board, partial(loop.run_in_executor, worker, make)
        ):
            pass
    except Exception as trouble:  # noqa: BLE001 - people must hear that it sees no more
        work.bug(trouble)


async def _watched(
    work: Work, board: Board, again: Callable[[], Awaitable[None]]
) -> bool:
    """Make again with every change, until the folders are others; whether all is over.

    What changed before the watch began is found by making once more.
    """
    folders, first = work.session.folders, True
    async for changes in awatch(
        *folders,
        watch_filter=_wanted,
        debounce=DEBOUNCE,
        step=STEP,
        rust_timeout=LOOK_ROUND,
        yield_on_timeout=True,
    ):
        if board.closed:
            return True
        if changes or first:
            await again()
        first = False
        if work.session.folders != folders:
            return False
    return True


async def _serve(
    work: Work, bound: socket.socket, told: Callable[[Address], None]
) -> None:
    host, port = bound.getsockname()[:2]
    address = Address(host, port, secrets.token_urlsafe(24))
    board = Board()
    worker = ThreadPoolExecutor(1, "printpress-live")
    site = Site(work.session, board, worker, work.folder, port, address.key)
    config = uvicorn.Config(
        site.app(),
        log_level="error",
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=PATIENCE,
    )
    server = _Server(config)
    server.board = board
    following = asyncio.create_task(_follow(work, worker, board))
    bound.listen()
    told(address)
    try:
        await server.serve(sockets=[bound])
    finally:
        board.close()
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)
        worker.shutdown(wait=True, cancel_futures=True)


def run(work: Work, bound: socket.socket, told: Callable[[Address], None]) -> None:
    """Serve until somebody ends it with Ctrl-C or a signal.

    *told* hears the address once pages can be asked for.
    """
    sys.setswitchinterval(TAKE_TURNS)
    with suppress(KeyboardInterrupt):  # uvicorn sends it on once all is closed
        asyncio.run(_serve(work, bound, told))
