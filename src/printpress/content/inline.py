r"""Words that stand out inside a paragraph, and what stands beside them.

=================== ============= ==============================================
written             Chinese       printed
=================== ============= ==============================================
``**黑体**``        黑体强调      in the house's black face
``*着重*``          着重号        with a dot under each character
``{拼音|pīn yīn}``  注音          with pinyin above
``{专名:溪桥}``     专名号        with a line under the name; ``name:``
``{书名:清溪志}``   书名号甲式    with a wavy line under the title; ``title:``
``{示亡:王大川}``   示亡号        the name in a frame; ``mourning:``
``[^1]``            注码          the number of a note
``\*``              -             the sign itself
=================== ============= ==============================================

The colon and the bar may be full-width, as Chinese keyboards give them. What is in
braces may stand among stressed words, but holds no marks of its own.

Takes a paragraph's copy with its places, gives runs and the same places moved to the
characters that are left. Asterisks pair by their order alone, whatever stands beside
them: Chinese has no blanks to tell an opening mark from a closing one. What Markdown
would read as something else is told and left standing, so nothing is lost.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, NamedTuple
from unicodedata import category, east_asian_width

from printpress.content.faults import no_dots, not_set, unclosed, unknown_mark
from printpress.content.story import Emphasis, Origins, Run, WordMark, place_in
from printpress.diagnostics import Both, Diagnostic, Span

MARKS: Final[Mapping[str, WordMark]] = {
    "专名": "name",
    "name": "name",
    "书名": "title",
    "title": "title",
    "示亡": "mourning",
    "mourning": "mourning",
}
"""What may stand before the colon in braces."""

_TOKEN = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
      | (?P<stars>\*+)
      | (?P<note>\[\^(?P<name>[^\s\[\]]+)\])
      | (?P<link>!?\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\]))
      | (?P<inline>\^\[[^\[\]]*\])
      | (?P<ruby>\{(?P<base>(?:\\.|[^\\{}|｜])+)[|｜](?P<reading>[^{}|｜]+)\})
      | (?P<worn>\{(?P<key>[^\W\d_]+)[:：](?P<words>(?:\\.|[^\\{}])+)\})
      | (?P<half>\{(?:"""
    + "|".join(MARKS)
    + r""")[:：]|\{[^\s{}|｜*\\]{1,12}[|｜])
      | (?P<html></?[A-Za-z][^<>]*>|<!|<\?)
      | (?P<code>`+)
      | (?P<strike>~~)
      | (?P<entity>&(?:[A-Za-z][A-Za-z0-9]+|\#[0-9]+|\#[xX][0-9A-Fa-f]+);)
      | (?P<under>(?<!\w)_{1,2}(?![\s_])(?:[^_]*[^\s_])?_{1,2}(?!\w))""",
    re.VERBOSE,
)

_NAMES = {
    "link": Both("links and pictures in the text", "正文里的链接和图片"),
    "inline": Both("notes inside the text", "写在正文里的注文"),
    "html": Both("HTML", "HTML 标签"),
    "code": Both("code", "代码标记"),
    "strike": Both("struck words (~~…~~)", "删除线（~~…~~）"),
    "entity": Both("characters by their HTML names", "HTML 字符代码"),
    "under": Both("emphasis by _…_ instead of *…*", "用 _…_ 代替 *…* 的强调"),
}
_NESTED = Both("marks inside the words of other marks", "强调里再套强调")

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


@dataclass(frozen=True, slots=True)
class _Look:
    """How a stretch of words stands out; those in braces are told apart by place."""

    emphasis: Emphasis = ""
    mark: WordMark = ""
    ruby: str = ""
    braces: int = -1


def read_inline(
    copy: Copy,
    found: list[Diagnostic],
    number: Callable[[str, Span], str],
) -> tuple[tuple[Run, ...], Copy]:
    """The runs of a paragraph with markup, and its text without.

    *number* gives what is printed for a note's mark.
    """
    reader = _Reader(copy, found, number)
    reader.read()
    text = "".join(reader.parts)
    return reader.runs(), Copy(text, tuple(reader.origins) or copy.origins)


def _has_han(words: str) -> bool:
    """Whether a dot finds a character to stand under.

    >>> _has_han("重点"), _has_han("，OK！"), _has_han("〇")
    (True, False, True)
    """
    return any(
        east_asian_width(char) == "W" and category(char) in {"Lo", "Lm", "Nl"}
        for char in words
    )


class _Reader:
    """Goes through one paragraph from mark to mark."""

    def __init__(
        self,
        copy: Copy,
        found: list[Diagnostic],
        number: Callable[[str, Span], str],
    ) -> None:
        self.copy = copy
        self.found = found
        self.number = number
        self.parts: list[str] = []
        self.looks: list[_Look] = []
        self.origins: list[tuple[int, Span]] = []
        self.length = 0
        self.opened: dict[int, int] = {}
        self.worn = _Look()

    def read(self) -> None:
        self._scan(0, len(self.copy.text))
        for count, start in self.opened.items():
            self.found.append(
                unclosed("*" * count, self.copy.span(start, start + count))
            )

    def _scan(self, start: int, end: int) -> None:
        here = start
        for token in _TOKEN.finditer(self.copy.text, start, end):
            self._keep(here, token.start())
            here = token.end()
            self._take(token)
        self._keep(here, end)

    def _take(self, token: re.Match[str]) -> None:
        """What a mark does."""
        start, end = token.span()
        match token.lastgroup:
            case "escaped":
                self._keep(token.start("escaped"), end)
            case _ if self.worn.braces >= 0:
                self.found.append(not_set(_NESTED, self.copy.span(start, end)))
                self._keep(start, end)
            case "stars":
                self._stars(start, end)
            case "note":
                self._note(token["name"], start, end)
            case "ruby":
                look = _Look(ruby=token["reading"].strip(), braces=start)
                self._wear(token.span("base"), look)
            case "worn":
                self._worn(token)
            case "half":
                self.found.append(unclosed("{", self.copy.span(start, end)))
                self._keep(start, end)
            case kind:
                what = _NAMES[kind or ""]
                self.found.append(not_set(what, self.copy.span(start, end)))
                self._keep(start, end)

    def _worn(self, token: re.Match[str]) -> None:
        """``{专名:…}``: words in braces after what stands beside them."""
        key, start = token["key"], token.start()
        if key in MARKS:
            look = _Look(mark=MARKS[key], braces=start)
            self._wear(token.span("words"), look)
            return
        self.found.append(unknown_mark(key, self.copy.span(start, token.end("key"))))
        self._keep(*token.span())

    def _wear(self, words: tuple[int, int], look: _Look) -> None:
        """The words in braces, which are one run."""
        self.worn = look
        self._scan(*words)
        self.worn = _Look()

    def _note(self, name: str, start: int, end: int) -> None:
        """A note's mark, all of whose characters stand where its bracket opens."""
        span = self.copy.span(start, end)
        shown = self.number(name, span)
        there = replace(span, length=1)
        offsets = range(self.length, self.length + len(shown))
        self.origins += [(offset, there) for offset in offsets]
        self._add(shown, _Look(self._emphasis(), mark="note", braces=start))

    def runs(self) -> tuple[Run, ...]:
        """Parts that look alike and touch are one run: its pairs are set as such."""
        parts = zip(self.parts, self.looks, strict=True)
        return tuple(
            Run("".join(text for text, _ in same), look.emphasis, look.mark, look.ruby)
            for look, same in groupby(parts, key=lambda part: part[1])
        )

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
        look = replace(self.worn, emphasis=self._emphasis())
        self._add(self.copy.text[start:end], look)

    def _add(self, text: str, look: _Look) -> None:
        self.parts.append(text)
        self.looks.append(look)
        self.length += len(text)

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
            words = self.copy.text[opened + 1 : start]
            if count == _STRESS and not _has_han(words):
                self.found.append(no_dots(words, self.copy.span(opened, end)))
        else:
            if self.opened:
                self.found.append(not_set(_NESTED, span))
            self.opened[count] = start

    def _alone(self, start: int, end: int) -> bool:
        """Whether blanks stand on both sides: 5 * 3 is no emphasis."""
        text = self.copy.text
        return not text[:start][-1:].strip() and not text[end : end + 1].strip()
