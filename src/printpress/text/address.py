"""Where an address (https://…, name@host) may be parted if no line can hold it.

It is parted after one of its signs and nothing is added to it, for a hyphen would read
as one of its characters. Of several signs side by side (``://``) only the last serves.
"""

import re
from collections.abc import Iterator
from typing import Final

_TOKEN: Final = re.compile("[!-~]*[A-Za-z][!-~]*")
"""ASCII copy without a space; numbers by themselves have no such places."""
_AFTER_SIGN: Final = re.compile("(?<=[/?&=.])(?=[0-9A-Za-z%#~@_$+-])")
_ADDRESS: Final = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|www\.|[\w.+-]+@(?=[\w-]+\.))[!-~]+",
    re.ASCII | re.IGNORECASE,
)


def places(text: str) -> Iterator[int]:
    """Before which characters a Western token may be parted.

    >>> [*places("见https://a.cn/b?c=1")]
    [9, 11, 14, 16, 18]
    """
    if not _AFTER_SIGN.search(text):
        return
    for token in _TOKEN.finditer(text):
        for match in _AFTER_SIGN.finditer(text, token.start() + 1, token.end()):
            yield match.start()


def spans(text: str) -> Iterator[tuple[int, int]]:
    """From where to where there are addresses: no hyphen in them ends a line.

    >>> [*spans("写信到office@xi-qiao.example或看www.xi-qiao.example。")]
    [(3, 25), (27, 46)]
    """
    if "@" in text or "://" in text or "www." in text:
        for match in _ADDRESS.finditer(text):
            yield match.span()
