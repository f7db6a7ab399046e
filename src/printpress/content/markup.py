"""The body of a story: Markdown's paragraphs, subheads and strong words.

Blank lines part paragraphs, and a line break inside one is nothing between Chinese
characters and a blank between Western words (CSS Text 3 4.1.3 leaves the same choice).
What cannot be set yet is an error at its place, never dropped.

Read by hand and not by a Markdown library: CommonMark's flanking rule does not take
``**黑体。**后文`` for emphasis (the closing marks stand between a stop and a Han
character), its parsers keep no columns inside a paragraph, and most copy holds no
markup at all, for which this is a search for a few characters.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from printpress.content.story import Emphasis, Paragraph, Run
from printpress.diagnostics import Both, Diagnostic, Span, error

_MARKUP = re.compile(r"[*\\\[{<`_!]")
"""A paragraph without any of these is plain copy."""

_TOKEN = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
      | (?P<strong>\*\*)
      | (?P<stress>\*)
      | (?P<link>!?\[[^\]]*\]\([^)]*\))
      | (?P<ruby>\{[^{}|]+\|[^{}]+\})
      | (?P<html></?[A-Za-z][^<>]*>|<!--)
      | (?P<code>`)""",
    re.VERBOSE,
)

_UNSET = {
    "stress": Both("marks of emphasis (*…*)", "着重号（*…*）"),
    "link": Both("links and pictures in the text", "正文里的链接和图片"),
    "ruby": Both("pinyin above characters", "注音"),
    "html": Both("HTML", "HTML 标签"),
    "code": Both("code", "代码标记"),
}

_BLOCKS = re.compile(
    r"(?P<list>[-+*] |\d{1,3}\. )|(?P<quote>> ?)|(?P<table>\|)|(?P<fence>```|~~~)"
    r"|(?P<heading>#(?!# )#*(?= ))|(?P<rule>(?:-{3,}|\*{3,}|_{3,})\s*$)"
)

_UNSET_BLOCKS = {
    "list": Both("lists", "列表"),
    "quote": Both("quoted blocks", "引用块"),
    "table": Both("tables", "表格"),
    "fence": Both("code", "代码块"),
    "heading": Both("headings other than ##", "## 以外的标题"),
    "rule": Both("rules across the text", "正文中的横线"),
}


@dataclass(frozen=True, slots=True)
class _Copy:
    """A paragraph's source lines joined, and where each begins."""

    text: str
    origins: tuple[tuple[int, Span], ...]

    def place(self, offset: int) -> Span:
        return Paragraph((), "text", self.origins).place(offset)


def _is_western(char: str) -> bool:
    return char.isascii() and not char.isspace()


def _joined(lines: list[tuple[str, Span]]) -> _Copy:
    text, origins = "", []
    for line, span in lines:
        if text and _is_western(text[-1]) and _is_western(line[0]):
            text += " "
        origins.append((len(text), span))
        text += line
    return _Copy(text, tuple(origins))


def _unset(what: Both, span: Span) -> Diagnostic:
    return error(
        "markup-unsupported",
        span,
        Both(f"{what.en} cannot be set yet", f"暂时还不能排{what.zh}"),
        fix=Both(
            "write it as plain text; a sign that is meant as such takes a \\ before it",
            "改成普通文字；如果就是要印这个符号，请在前面加 \\",
        ),
    )


def _unclosed(span: Span) -> Diagnostic:
    return error(
        "markup-unclosed",
        span,
        Both("this ** has no partner in its paragraph", "这个 ** 在本段中没有配对"),
        fix=Both(
            "close the strong words with **, or write \\*\\* for two asterisks",
            "在黑体文字后面补上 **；如果就是要印两个星号，请写 \\*\\*",
        ),
    )


def _inline(copy: _Copy, found: list[Diagnostic]) -> tuple[tuple[Run, ...], _Copy]:
    """The runs of a paragraph with markup, and its text without."""
    runs: list[Run] = []
    origins: list[tuple[int, Span]] = []
    length = here = 0
    emphasis: Emphasis = ""
    opened = 0

    def keep(start: int, end: int) -> None:
        nonlocal length
        if end > start:
            origins.append((length, copy.place(start)))
            origins.extend(
                (length + at - start, span)
                for at, span in copy.origins
                if start < at < end
            )
            runs.append(Run(copy.text[start:end], emphasis))
            length += end - start

    for token in _TOKEN.finditer(copy.text):
        kind = token.lastgroup or ""
        keep(here, token.start())
        here = token.end()
        if kind == "escaped":
            keep(token.start("escaped"), token.end("escaped"))
        elif kind == "strong":
            opened = token.start()
            emphasis = "" if emphasis else "strong"
        else:
            found.append(_unset(_UNSET[kind], copy.place(token.start())))
            keep(token.start(), token.end())
    keep(here, len(copy.text))
    if emphasis:
        found.append(_unclosed(copy.place(opened)))
    text = "".join(run.text for run in runs)
    return tuple(runs), _Copy(text, tuple(origins) or copy.origins)


def _paragraph(
    lines: list[tuple[str, Span]],
    kind: Literal["text", "subhead"],
    found: list[Diagnostic],
) -> Paragraph:
    copy = _joined(lines)
    if _MARKUP.search(copy.text) is None:
        return Paragraph((Run(copy.text, ""),), kind, copy.origins)
    runs, kept = _inline(copy, found)
    return Paragraph(runs, kind, kept.origins)


def _bad_characters(line: str, span: Span) -> Iterator[Diagnostic]:
    """Characters that no copy can mean: controls, private use, half surrogates."""
    if line.isprintable():
        return
    for column, char in enumerate(line):
        category = unicodedata.category(char)
        if category in ("Cc", "Cs", "Co", "Cn") and char != "\t":
            code = f"U+{ord(char):04X}"
            yield error(
                "bad-character",
                Span(span.file, span.line, span.column + column),
                Both(
                    f"{code} is no character that can be printed",
                    f"{code} 不是可以印刷的字符",
                ),
                fix=Both(
                    "delete it, or type the character that was meant",
                    "删去它，或重新输入原来的字",
                ),
                why=Both(
                    "such characters come from broken copies of other programs",
                    "这类字符多半是从别的程序粘贴时损坏的",
                ),
            )


def parse_body(
    body: str, file: str, first_line: int
) -> tuple[tuple[Paragraph, ...], tuple[Diagnostic, ...]]:
    """The paragraphs of a story's body, and what in it cannot be set.

    *first_line* is the number of the body's first line in its file.
    """
    found: list[Diagnostic] = []
    paragraphs: list[Paragraph] = []
    open_lines: list[tuple[str, Span]] = []

    def close() -> None:
        if open_lines:
            paragraphs.append(_paragraph(open_lines, "text", found))
            open_lines.clear()

    for number, line in enumerate(body.split("\n"), first_line):
        text = line.strip()
        column = line.find(text) + 1
        span = Span(file, number, column)
        if not text:
            close()
            continue
        found += _bad_characters(text, span)
        block = _BLOCKS.match(text)
        if block:
            found.append(_unset(_UNSET_BLOCKS[block.lastgroup or ""], span))
        if text.startswith("## "):
            close()
            words = text[3:].strip()
            at = Span(file, number, column + text.index(words, 2))
            paragraphs.append(_paragraph([(words, at)], "subhead", found))
        else:
            open_lines.append((text, span))
    close()
    return tuple(paragraphs), tuple(found)
