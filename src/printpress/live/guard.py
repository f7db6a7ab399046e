"""Who is served: a browser on this machine that was given the address, nobody else.

Any web page that a colleague has open can send requests to this machine, and any name
can be made to mean 127.0.0.1 (DNS rebinding). So the ``Host`` must be a loopback
address with our port, every request carries a key that only the printed address has
(as a cookie from then on), and what writes must come from our own page: by ``Origin``,
by ``Sec-Fetch-Site`` and with the key in a header, which no form can send.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

KEY_HEADER: Final = "x-printpress-key"

NAMES: Final = ("127.0.0.1", "localhost", "[::1]")

SAFE: Final = frozenset({"GET", "HEAD"})
"""Methods that change nothing."""

LIMIT: Final = 2_500_000
"""Bytes of a request's body: the largest story, quoted as JSON."""

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""On every answer: pages of a paper that has not appeared are nobody else's."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets through what may be served; the rest never reaches the pages."""

    app: ASGIApp
    """What is guarded."""
    port: int
    """Ours."""
    key: str
    """What the printed address ends with."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        await self._http(scope, receive, _with_headers(send))

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = self._refusal(scope)
        if refused is not None:
            await refused(scope, receive, send)
            return
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > LIMIT:
                raise HTTPException(413, "too large\n", {"Connection": "close"})
            return message

        await self.app(scope, counted, send)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        """Why the request is not answered; None where it is."""
        headers = Headers(scope=scope)
        names = {f"{name}:{self.port}" for name in NAMES}
        if headers.get("host", "") not in names or len(headers.getlist("host")) != 1:
            return PlainTextResponse("not this host\n", 421)
        if not self._knows_key(scope, headers):
            return PlainTextResponse(
                "Open the address that printpress shows.\n"
                "请打开 printpress 显示的网址。\n",
                403,
            )
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > LIMIT:
            return _too_large()
        if scope["method"] not in SAFE and not self._from_our_page(headers):
            return PlainTextResponse("not from this page\n", 403)
        return None

    def _knows_key(self, scope: Scope, headers: Headers) -> bool:
        query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
        told = query.get("key", [])
        if len(told) == 1 and self._is_key(told[0]):
            return True
        try:
            cookies = SimpleCookie(headers.get("cookie", ""))
        except CookieError:
            return False
        cookie = cookies.get(cookie_name(self.port))
        return cookie is not None and self._is_key(cookie.value)

    def _is_key(self, told: str) -> bool:
        return compare_digest(told.encode(), self.key.encode())

    def _from_our_page(self, headers: Headers) -> bool:
        return (
            headers.get("origin") == f"http://{headers.get('host')}"
            and headers.get("sec-fetch-site", "same-origin") == "same-origin"
            and self._is_key(headers.get(KEY_HEADER, ""))
        )


def cookie_name(port: int) -> str:
    """The cookie's name: cookies do not tell ports apart, several runs must."""
    return f"printpress-{port}"


def _too_large() -> PlainTextResponse:
    return PlainTextResponse("too large\n", 413, {"Connection": "close"})


def _with_headers(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return guarded
