"""Text copied from a page that was laid out: columns made paragraphs again.

In such a text blank lines stand for more than paragraphs' ends: columns end, pictures
stood there. A block that ends amid a sentence goes on in the next; three blank lines
and more are where a picture was; the guide (导读) lists titles with their pages
(newspaper-domain 1.2). Each join is listed, for an editor to confirm.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from printpress.diagnostics import Both
from printpress.intake.draft import Block, Draft, Headed, Piece, Remark
from printpress.intake.heads import LONGEST_HEAD, headed
from printpress.intake.plain import TERMINAL, goes_on, joined

PICTURE_BLANKS: Final = 3
"""Blank lines in a row that stand for a picture."""
_GUIDE: Final = re.compile(r"(?:本期|今日|要闻|内容)?(?:导读|看点)$")
_PAGE: Final = re.compile(r"(?:[Pp]|[A-D])\s*\d{1,2}(?:版)?$|第?\s*\d{1,2}\s*版$")
_GUIDE_LINES: Final = 5
_TEXT: Final = 30
"""Characters from which on a line is text, whatever it ends with."""
_SUBHEAD: Final = 12
"""Characters of a line by itself, amid a story, that is no other story's headline."""
_ALONE: Final = "\0"
"""Before a short line that stands by itself amid a story."""
_AROUND: Final = 6
"""Characters shown on both sides of a join."""
_FURNITURE: Final = (
    (re.compile("二维码|公众号|扫码|扫一扫"), Both("words at a QR code", "二维码说明")),
    (re.compile(r"\S(?:\s*[/／·]\s*\S){3,}$"), Both("the slogan", "报训、口号")),
    (
        re.compile(
            r"出版$|主办|主管|承办|印刷|邮编|电话|准印证|国内统一|责任编辑|美编|校对"
        ),
        Both("publishers and editors", "出版、编辑事项"),
    ),
    (
        re.compile(
            r"\d{4}\s*年\s*\d|农历|星期[一二三四五六日]|今日.{1,3}版|总?第\s*\d+\s*期"
        ),
        Both("the dateline", "日期、期号"),
    ),
    (re.compile(r"\S{2,7}(?:报|周刊|时报|新闻|通讯)$"), Both("the nameplate", "报头")),
)
"""What stands round the stories of a first page."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Lines that no blank line parts."""

    lines: tuple[str, ...]
    blanks: int
    """Blank lines before it."""

    @property
    def text(self) -> str:
        words = ""
        for line in self.lines:
            words = joined(words, line)
        return words


@dataclass(frozen=True, slots=True)
class Page:
    """The stories of a page's text."""

    stories: tuple[Headed, ...]
    """In the order in which they stand."""
    remarks: tuple[Remark, ...]
    """What there is to tell of the page as a whole."""


def _pieces(text: str) -> list[_Piece]:
    found: list[_Piece] = []
    lines: list[str] = []
    blanks = 0
    for line in [*text.split("\n"), ""]:
        if line.strip():
            lines.append(line.strip())
            continue
        if lines:
            found.append(_Piece(tuple(lines), blanks))
            lines, blanks = [], 0
        blanks += 1
    return found


def _furniture(words: str) -> Both | None:
    """What part of a page's furniture a line is; None where it is none."""
    return next((what for form, what in _FURNITURE if form.search(words)), None)


def looks_like_page(text: str) -> bool:
    """Whether a text comes from a page: it has a guide, or sentences with holes."""
    pieces = _pieces(text)
    if any(_GUIDE.match(piece.text) for piece in pieces):
        return True
    return any(
        _is_text(a.text) and len(a.text) > LONGEST_HEAD and goes_on(a.text, b.text)
        for a, b in pairwise(pieces)
    )


def _is_text(words: str) -> bool:
    """Whether a block is running text and no line of a heading."""
    return (
        len(words) > _TEXT or "。" in words or "；" in words or words[-1] in "，、：；"
    )


def read_page(text: str, stem: str) -> Page:
    """The stories of a page's text; *stem* names those without a headline."""
    pieces, guide = _without_guide(_pieces(text))
    reader = _Reader(stem, list(guide))
    reader.take(pieces)
    return Page(tuple(reader.stories), tuple(reader.told))


def _without_guide(
    pieces: list[_Piece],
) -> tuple[list[_Piece], tuple[Remark, ...]]:
    """The blocks without the guide, and what the guide lists."""
    start = next((i for i, p in enumerate(pieces) if _GUIDE.match(p.text)), None)
    if start is None:
        return pieces, ()
    title = pieces[start].text
    told = [
        Remark("left-out", Both("the guide's title", "导读栏题"), title, lost=title)
    ]
    at = start + 1
    while at < len(pieces):
        lines, after = list(pieces[at].lines), at + 1
        if _PAGE.match(lines[-1]) is None and after < len(pieces):
            lines += pieces[after].lines
            after += 1
        if _PAGE.match(lines[-1]) is None or not 1 < len(lines) <= _GUIDE_LINES:
            break
        words, page = "||".join(lines[:-1]), lines[-1]
        told.append(
            Remark(
                "guide",
                Both(f"an item of the guide, page {page}", f"导读条目，{page}"),
                words,
                lost="".join(lines),
            )
        )
        at = after
    return pieces[:start] + pieces[at:], tuple(told)


@dataclass(slots=True)
class _Reader:
    """Takes the blocks one by one and ends a story where another's heading stands."""

    stem: str
    told: list[Remark]
    stories: list[Headed] = field(default_factory=list)
    heads: list[_Piece] = field(default_factory=list)
    """Lines that a heading may begin with."""
    body: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    """What there is to tell of the story that is open."""
    title: list[_Piece] = field(default_factory=list)
    """The heading of the story that is open."""

    def take(self, pieces: Sequence[_Piece]) -> None:
        for piece in pieces:
            words = piece.text
            last = self.body[-1] if self.body and not self.heads else _ALONE
            goes = not last.startswith(_ALONE) and goes_on(last, words)
            if goes or _is_text(words):
                self._text(piece, goes=goes)
            else:
                self.heads.append(piece)
        if self.heads and self.body:
            self._subheads_or_rest()
        self._close()

    def _without_furniture(self) -> None:
        """List the lines above the first story that are the page's own."""
        kept: list[_Piece] = []
        last = self.heads[-1]  # something must head the story
        for piece in self.heads:
            what = _furniture(piece.text)
            if what is None or (piece is last and not kept):
                kept.append(piece)
                continue
            told = Both(f"furniture of the page: {what.en}", f"版面附件：{what.zh}")
            words = "".join(piece.lines)
            self.told.append(Remark("left-out", told, words, lost=words))
        self.heads = kept

    def _text(self, piece: _Piece, *, goes: bool) -> None:
        words = piece.text
        if self.heads and self.body and not self._one_subhead():
            self._close()
        if self.heads and self.body:
            self._subheads_or_rest()
        elif self.heads:
            if not self.stories:
                self._without_furniture()
            self.title, self.heads = self.heads, []
        if piece.blanks >= PICTURE_BLANKS and (self.title or self.body):
            self._hint(words, piece.blanks)
        if goes:
            before = self.body[-1]
            shown = f"{before[-_AROUND:]}｜{words[:_AROUND]}"
            told = Both("a column ended here: joined", "此处是栏末，已接成一段")
            self.remarks.append(Remark("join", told, shown))
            self.body[-1] = joined(before, words)
        else:
            self.body.append(words)

    def _hint(self, words: str, blanks: int) -> None:
        before = self.body[-1] if self.body else self.title[-1].text
        shown = f"{before[-_AROUND:]}｜{words[:_AROUND]}"
        told = Both(
            f"{blanks} blank lines: a picture stood here",
            f"空了 {blanks} 行：此处原有图片",
        )
        self.remarks.append(Remark("picture", told, shown))

    def _one_subhead(self) -> bool:
        return len(self.heads) == 1 and len(self.heads[0].text) <= _SUBHEAD

    def _subheads_or_rest(self) -> None:
        """Short lines amid a story or at its end: a subhead, or words by themselves."""
        for piece in self.heads:
            self.body.append(_ALONE + piece.text)
        self.heads = []

    def _close(self) -> None:
        """The story that is open ends."""
        if not self.body:
            for piece in (*self.title, *self.heads):
                what = Both("a line that belongs to no story", "不属于任何稿件的文字")
                self.told.append(Remark("left-out", what, piece.text, lost=piece.text))
            self.title, self.heads = [], []
            return
        heads = [Block((Piece("\n".join(piece.lines)),)) for piece in self.title]
        blocks = [_block(words) for words in self.body]
        count = len(self.stories) + 1
        stem = f"{self.stem}-{count}" if count > 1 else self.stem
        story = headed(Draft((*heads, *blocks), remarks=tuple(self.remarks)), stem)
        self.stories.append(story)
        self.title, self.body, self.remarks = [], [], []


def _block(words: str) -> Block:
    """A paragraph, or a short line that stood by itself."""
    plain = words.removeprefix(_ALONE)
    alone = plain != words and plain[-1:] not in TERMINAL
    block = Block((Piece(plain),))
    return replace(block, part="subhead") if alone else block
