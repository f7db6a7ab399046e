"""Half-width marks in Chinese text, and numbers written now in digits, now in Han.

GB/T 15834 wants Chinese marks in Chinese text, GB/T 15835 one way of writing numbers
where the same kind of thing is counted. Round numbers and estimates (十多, 几十, 近百)
are Han by rule, and so is what somebody is quoted to say.
"""

import re
from collections.abc import Iterator
from typing import Final

from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic
from printpress.lint.pieces import Piece, pieces_of
from printpress.text.measures import COUNTING, either

_HAN: Final = "[\u3400-\u9fff]"
_FULL: Final = {
    ",": "，",
    ".": "。",
    ";": "；",
    ":": "：",
    "!": "！",
    "?": "？",
    "(": "（",
    ")": "）",
    '"': "“”",
    "'": "‘’",
}
"""Half-width mark → what Chinese text has in its place."""

_HALF: Final = re.compile(
    rf"(?<={_HAN})[,.;:!?()\"']|[,.;:!?()\"'](?={_HAN})|(?<=[”’》）])[,.;:!?]"
)
"""Next to a Chinese character; behind letters only where one follows."""

_QUOTED: Final = re.compile("[“「『][^”」』]*[”」』]")

_FIGURES: Final = "零一二两三四五六七八九十百千"
_COUNTED: Final = either(COUNTING)
_HAN_NUMBER: Final = re.compile(
    rf"(?<![几数近上约第初{_FIGURES}])([一二两三四五六七八九]?[十百千][{_FIGURES}]*)"
    rf"(?![多几余来数])({_COUNTED})"
)
"""A number of two figures or more in Han, with what it counts."""

_DIGIT_NUMBER: Final = re.compile(rf"(?<![\d.])(\d[\d,.]*)\s?({_COUNTED})")

_YEAR: Final = 4
"""Digits that make a date of a number of 年."""

_ROUND: Final = re.compile("[一二两三四五六七八九]?[十百千]")
"""十, 五百: round numbers are Han in the same breath as exact ones in digits."""

_HAN_DATE: Final = re.compile(
    "(?<!农历)(?<![正腊闰])[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_DIGIT_DATE: Final = re.compile(r"\d{1,2}\s?月\s?\d{1,2}\s?日")
_HAN_SHARE: Final = re.compile("百分之[零一二三四五六七八九十百点]+")
_DIGIT_SHARE: Final = re.compile(r"\d\s?[%％]")


def half_width_marks(story: Story) -> Iterator[Diagnostic]:
    """Marks of ASCII beside Chinese characters."""
    for piece in pieces_of(story):
        for match in _HALF.finditer(piece.text):
            mark, at = match[0], match.start()
            if mark in ".," and _numeric(piece.text, at):
                continue
            if mark == "." and _ellipsis(piece.text, at):
                continue
            full = _FULL[mark]
            yield piece.warning(
                "half-width-mark",
                match,
                Both(
                    f'half-width "{mark}" in the Chinese text of story "{piece.story}"',
                    f"稿件“{piece.story}”的中文里用了半角“{mark}”",
                ),
                fix=Both(f"write {full}", f"改为 {full}"),
            )


def _numeric(text: str, at: int) -> bool:
    """Whether the mark stands between two digits."""
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _ellipsis(text: str, at: int) -> bool:
    """Whether it is not the first of several dots."""
    return text[at - 1 : at] == "."


def mixed_numerals(story: Story) -> Iterator[Diagnostic]:
    """The same kind of number once in digits and once in Han."""
    pieces = [piece for piece in pieces_of(story) if piece.kind == "body"]
    for han, digits in ((_HAN_DATE, _DIGIT_DATE), (_HAN_SHARE, _DIGIT_SHARE)):
        written = _first(pieces, digits)
        if written:
            for piece in pieces:
                for match in _unquoted(piece, han):
                    yield _mixed(piece, match, written)
    yield from _mixed_counts(pieces)


def _mixed_counts(pieces: list[Piece]) -> Iterator[Diagnostic]:
    counted: dict[str, str] = {}
    for piece in pieces:
        for match in _unquoted(piece, _DIGIT_NUMBER):
            if match[2] != "年" or len(match[1]) < _YEAR:
                counted.setdefault(match[2], match[0])
    for piece in pieces:
        for match in _unquoted(piece, _HAN_NUMBER):
            if _ROUND.fullmatch(match[1]) or match[2] not in counted:
                continue
            yield _mixed(piece, match, counted[match[2]])


def _unquoted(piece: Piece, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What the pattern finds outside of quotations."""
    quoted = [match.span() for match in _QUOTED.finditer(piece.text)]
    for match in pattern.finditer(piece.text):
        if not any(start < match.start() < end for start, end in quoted):
            yield match


def _first(pieces: list[Piece], pattern: re.Pattern[str]) -> str:
    return next((m[0] for piece in pieces for m in _unquoted(piece, pattern)), "")


def _mixed(piece: Piece, match: re.Match[str], other: str) -> Diagnostic:
    return piece.warning(
        "mixed-numerals",
        match,
        Both(
            f'story "{piece.story}" writes {match[0]} in Han numerals and {other} in '
            "digits",
            f"稿件“{piece.story}”里“{match[0]}”用汉字，“{other}”用数字",
        ),
        why=Both(
            "GB/T 15835: one way for the same kind of number",
            "GB/T 15835：同类数字写法应一致",
        ),
        fix=Both("write both alike", "统一写法"),
    )
