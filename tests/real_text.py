"""A real text that mixes Chinese, Latin, digits, addresses and code.

Debian's guide for new maintainers and its FAQ in Chinese, as the packages
``maint-guide-zh-cn`` and ``debian-faq-zh-cn`` install them (``make system-deps``).
"""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

FOLDERS = (
    Path("/usr/share/doc/maint-guide-zh-cn/html"),
    Path("/usr/share/doc/debian/FAQ/zh-cn"),
)
_BLOCKS = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "pre",
        "div",
        "br",
        "title",
        "table",
        "tr",
        "ul",
        "ol",
        "dl",
    ]
)
_CHINESE = re.compile("[一-鿿]")
_LEFT_OUT = frozenset({"script", "style", "head"})


class _Paragraphs(HTMLParser):
    """The text of each block; every line of code is one."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self._parts: list[str] = []
        self._left_out = self._code = 0

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self._left_out += tag in _LEFT_OUT
        self._end(tag)
        self._code += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        self._end(tag)
        self._left_out -= tag in _LEFT_OUT
        self._code -= tag == "pre"

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self._parts.append(data)

    def _end(self, tag: str) -> None:
        if tag not in _BLOCKS:
            return
        text = "".join(self._parts)
        self._parts = []
        lines = text.split("\n") if self._code else [" ".join(text.split())]
        self.done += [line.strip() for line in lines if line.strip()]


@cache
def paragraphs() -> tuple[str, ...]:
    """The paragraphs that hold Chinese, in order; none where it is not installed.

    Lines of code and English by themselves are left out: nobody justifies them.
    """
    read: list[str] = []
    for folder in FOLDERS:
        for file in sorted(folder.glob("*.html")):
            parser = _Paragraphs()
            parser.feed(file.read_text("utf-8"))
            parser.close()
            read += parser.done
    return tuple(text for text in read if _CHINESE.search(text))
