r"""Stressed words inside a paragraph: ``**黑体**``, ``*着重号*`` and ``\*``.

Takes a paragraph's copy with its places, gives runs and the same places moved to the
characters that are left. Marks pair by their order alone, whatever stands beside them:
Chinese has no blanks to tell an opening mark from a closing one. What Markdown would
read as something else is told and left standing, so nothing is lost.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from printpress.content.faults import no_marks_yet, not_set, unclosed
from printpress.content.story import Emphasis, Origins, Run, place_in
from printpress.diagnostics import Both, Diagnostic, Span

_TOKEN = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
      | (?P<stars>\*+)
      | (?P<link>!?\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\]))
      | (?P<note>\[\^[^\s\[\]]+\]|\^\[[^\[\]]*\])
      | (?P<ruby>\{[^{}|]+\|[^{}]+\})
      | (?P<html></?[A-Za-z][^<>]*>|<!|<\?)
      | (?P<code>`+)
      | (?P<strike>~~)
      | (?P<entity>&(?:[A-Za-z][A-Za-z0-9]+|\#[0-9]+|\#[xX][0-9A-Fa-f]+);)
      | (?P<under>(?<!\w)_{1,2}(?![\s_])(?:[^_]*[^\s_])?_{1,2}(?!\w))""",
    re.VERBOSE,
)

_NAMES = {
    "link": Both("links and pictures in the text", "正文里的链接和图片"),
    "note": Both("footnotes", "脚注"),
    "ruby": Both("pinyin above characters", "注音"),
    "html": Both("HTML", "HTML 标签"),
    "code": Both("code", "代码标记"),
    "strike": Both("struck words (~~…~~)", "删除线（~~…~~）"),
    "entity": Both("characters by their HTML names", "HTML 字符代码"),
    "under": Both("emphasis by _…_ instead of *…*", "用 _…_ 代替 *…* 的强调"),
}

_STRONG, _STRESS = 2, 1
"""Asterisks of the two marks."""


class Copy(NamedTuple):
    """A text, and from which offset on it stands where in the file."""

    text: str
    origins: Origins

    def span(self, start: int, end: int) -> Span:
        """Where a part stands, as far as it is on one line."""
        next_line = (offset for offset, _ in self.origins if offset > start)
        line_end = next(next_line, end)
        if line_end < end and self.text[line_end - 1] == " ":
            line_end -= 1  # the line break itself; no line ends in a blank of its own
        length = min(end, line_end) - start
        return replace(place_in(self.origins, start), length=max(1, length))


def read_inline(copy: Copy, found: list[Diagnostic]) -> tuple[tuple[Run, ...], Copy]:
    """The runs of a paragraph with markup, and its text without."""
    reader = _Reader(copy, found)
    reader.read()
    text = "".join(reader.parts)
    return reader.runs(), Copy(text, tuple(reader.origins) or copy.origins)


class _Reader:
    """Goes through one paragraph from mark to mark."""

    def __init__(self, copy: Copy, found: list[Diagnostic]) -> None:
        self.copy = copy
        self.found = found
        self.parts: list[str] = []
        self.emphases: list[Emphasis] = []
        self.origins: list[tuple[int, Span]] = []
        self.length = 0
        self.opened: dict[int, int] = {}

    def read(self) -> None:
        here = 0
        for token in _TOKEN.finditer(self.copy.text):
            self._keep(here, token.start())
            here = token.end()
            kind = token.lastgroup or ""
            if kind == "escaped":
                self._keep(token.start(kind), here)
            elif kind == "stars":
                self._stars(token.start(), here)
            else:
                span = self.copy.span(token.start(), here)
                self.found.append(not_set(_NAMES[kind], span))
                self._keep(token.start(), here)
        self._keep(here, len(self.copy.text))
        for count, start in self.opened.items():
            self.found.append(
                unclosed("*" * count, self.copy.span(start, start + count))
            )

    def runs(self) -> tuple[Run, ...]:
        """Parts of one emphasis that touch are one run: its pairs are set as such."""
        runs: list[Run] = []
        for text, emphasis in zip(self.parts, self.emphases, strict=True):
            if runs and runs[-1].emphasis == emphasis:
                runs[-1] = Run(runs[-1].text + text, emphasis)
            else:
                runs.append(Run(text, emphasis))
        return tuple(runs)

    def _keep(self, start: int, end: int) -> None:
        """Take a stretch over as it stands, with its places."""
        if end <= start:
            return
        moved = self.length - start
        self.origins.append((self.length, place_in(self.copy.origins, start)))
        self.origins += [
            (offset + moved, span)
            for offset, span in self.copy.origins
            if start < offset < end
        ]
        self.parts.append(self.copy.text[start:end])
        self.emphases.append(self._emphasis())
        self.length += end - start

    def _emphasis(self) -> Emphasis:
        if _STRONG in self.opened:
            return "strong"
        return "emphasis" if _STRESS in self.opened else ""

    def _stars(self, start: int, end: int) -> None:
        count, span = end - start, self.copy.span(start, end)
        if count > _STRONG:
            what = Both(f"{count} asterisks in a row", f"连写的 {count} 个星号")
            self.found.append(not_set(what, span))
            self._keep(start, end)
        elif count == _STRESS and self._alone(start, end):
            self._keep(start, end)
        elif count in self.opened:
            opened = self.opened.pop(count)
            if count == _STRESS:
                words = self.copy.text[opened + 1 : start]
                there = self.copy.span(opened, end)
                self.found.append(no_marks_yet(words, there))
        else:
            if self.opened:
                what = Both("marks inside the words of other marks", "强调里再套强调")
                self.found.append(not_set(what, span))
            self.opened[count] = start

    def _alone(self, start: int, end: int) -> bool:
        """Whether blanks stand on both sides: 5 * 3 is no emphasis."""
        text = self.copy.text
        return not text[:start][-1:].strip() and not text[end : end + 1].strip()
