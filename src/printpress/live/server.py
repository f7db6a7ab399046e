"""The pages served to browsers on this machine."""

import json
from asyncio import Lock, get_running_loop, to_thread
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cached_property, partial
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from printpress.live.board import Board
from printpress.live.drawing import SCREEN_PPI, SHARP_PPI
from printpress.live.facts import pages_facts, panel_facts
from printpress.live.guard import Guard, cookie_name
from printpress.live.session import Session
from printpress.live.stories import Conflict, RefusedError, Text, read, write

KINDS: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
"""What the page is made of; nothing else is given out."""

SIZES: Final = {"1": None, "2": SCREEN_PPI, "4": SHARP_PPI}
"""Pixels per inch of pictures by the end of their names; None: half of the screen's."""

HEARTBEAT: Final = b": \n\n"


def own_files() -> dict[str, bytes]:
    """The page's scripts, styles and drawings by name."""
    folder = files("printpress.live") / "static"
    return {
        file.name: file.read_bytes()
        for file in folder.iterdir()
        if Path(file.name).suffix in {*KINDS, ".html"}
    }


def language_of(accepted: str) -> str:
    """Chinese or English, whichever the browser wants more.

    >>> language_of("zh-CN,zh;q=0.9,en;q=0.8"), language_of("en-GB,zh;q=0.5")
    ('zh', 'en')
    >>> language_of(""), language_of("fr, zh-TW;q=0.4")
    ('zh', 'zh')
    """
    wanted: list[tuple[float, int, str]] = []
    for number, part in enumerate(accepted.split(",")):
        name, _, weight = part.strip().partition(";q=")
        try:
            wanted.append((-float(weight or 1), number, name.lower()))
        except ValueError:
            continue
    for _, _, name in sorted(wanted):
        for language in ("zh", "en"):
            if name == language or name.startswith(f"{language}-"):
                return language
    return "zh"


@dataclass(frozen=True)
class Site:
    """What is served, from where."""

    session: Session
    """What makes the pages."""
    board: Board
    """What is shown now."""
    worker: Executor
    """The session's one thread."""
    folder: Path
    """The issue's folder."""
    port: int
    """Ours."""
    key: str
    """What the printed address ends with."""

    @cached_property
    def _writing(self) -> Lock:
        return Lock()

    @cached_property
    def _own(self) -> dict[str, bytes]:
        return own_files()

    def app(self) -> Guard:
        """All of it, guarded."""
        routes = [
            Route("/", self.front),
            Route("/static/{name}", self.static),
            Route("/events", self.events),
            Route("/panel", self.panel),
            Route("/pictures/{name}", self.picture),
            Route("/overlays/{label}", self.overlay),
            Route("/files/{path:path}", self.file, methods=["GET", "PUT"]),
        ]
        return Guard(Starlette(routes=routes), self.port, self.key)

    async def front(self, request: Request) -> Response:
        """The page itself; whoever came with the key keeps it as a cookie."""
        language = language_of(request.headers.get("accept-language", ""))
        html = self._own["index.html"].decode("utf-8")
        for mark, value in {
            "{{lang}}": "zh-CN" if language == "zh" else "en",
            "{{key}}": self.key,
            "{{ppi}}": str(SCREEN_PPI),
        }.items():
            html = html.replace(mark, value)
        answer = Response(html, media_type="text/html; charset=utf-8")
        answer.set_cookie(
            cookie_name(self.port), self.key, httponly=True, samesite="strict", path="/"
        )
        return answer

    async def static(self, request: Request) -> Response:
        """A script, the styles, a drawing."""
        name = request.path_params["name"]
        kind = KINDS.get(Path(name).suffix)
        if kind is None or name not in self._own:
            return _none()
        return Response(self._own[name], media_type=kind)

    async def events(self, request: Request) -> Response:
        """What is new, as it comes (server-sent events)."""
        told = request.headers.get("last-event-id", "0")
        turn = int(told) if told.isdecimal() else 0

        async def stream() -> AsyncIterator[bytes]:
            last = turn if turn <= self.board.shown.turn else 0
            yield HEARTBEAT
            while (shown := await self.board.after(last)) is not None:
                last = shown.turn
                told = json.dumps(pages_facts(shown), ensure_ascii=False)
                yield f"id: {last}\ndata: {told}\n\n".encode()

        return StreamingResponse(stream(), media_type="text/event-stream")

    async def panel(self, _: Request) -> Response:
        """Findings and fits."""
        return JSONResponse(
            panel_facts(self.board.shown, self.session.made, self.folder)
        )

    async def picture(self, request: Request) -> Response:
        """A page picture, ``NAME@1.jpg``; finer ones end in ``@2`` and ``@4``."""
        stem, _, suffix = request.path_params["name"].rpartition(".")
        name, _, size = stem.partition("@")
        if suffix != "jpg" or size not in SIZES:
            return _none()
        ppi = SIZES[size]
        if ppi is None:
            drawn = self.session.small(name)
        else:
            drawn = await self._in_thread(partial(self.session.picture, name, ppi))
        return Response(drawn, media_type="image/jpeg") if drawn else _none()

    async def overlay(self, request: Request) -> Response:
        """What lies where on a page."""
        found = self.session.overlay(request.path_params["label"])
        return JSONResponse(found) if found else _none()

    async def file(self, request: Request) -> Response:
        """A file of the issue: shown, or saved over what its writer has seen."""
        name = request.path_params["path"]
        try:
            if request.method == "PUT":
                return await self._save(request, name)
            return JSONResponse(_text(name, read(self.folder, name)))
        except RefusedError:
            return _none()
        except OSError as trouble:
            return JSONResponse({"trouble": trouble.strerror or ""}, 500)

    async def _save(self, request: Request, name: str) -> Response:
        try:
            sent = json.loads(await request.body())
            text, seen = sent["text"], sent["seen"]
            text.encode("utf-8")
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return JSONResponse({"trouble": "no text"}, 400)
        if not isinstance(seen, str):
            return JSONResponse({"trouble": "no version"}, 400)
        async with self._writing:
            done = await to_thread(write, self.folder, name, text, seen)
        if isinstance(done, Conflict):
            return JSONResponse(_text(name, done.theirs), 409)
        return JSONResponse(_text(name, done))

    async def _in_thread(self, step: Callable[[], Any]) -> Any:
        return await get_running_loop().run_in_executor(self.worker, step)


def _text(name: str, text: Text) -> dict[str, object]:
    return {"path": name, "text": text.text, "version": text.version}


def _none() -> Response:
    return Response("nothing here\n", 404, media_type="text/plain")
