"""Normal forms of Chinese newspaper copy, kind by kind: where, and what instead.

Marks follow GB/T 15834, digits and letters stand half-width (GB/T 15835), the spaces
that people type round them are the setter's business (clreq
§handling_western_text_in_chinese_text_using_proportional_western_fonts). Each kind is a
function from a text to edits; none changes what is already in its normal form.
"""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple
from unicodedata import normalize

from printpress.diagnostics import Both

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇\U00020000-\U0003ffff"
_ONE_HAN: Final = re.compile(f"[{HAN}]")
_OPENING, _CLOSING = "“‘（《〈「『【", "”’）》〉」』】"
_STOPS: Final = "，。、；：！？"
_LATIN: Final = "A-Za-z0-9"
_BLANK: Final = "[ \t\u00a0\u2002-\u200a\u202f]"


class Edit(NamedTuple):
    """One change of a text."""

    start: int
    """Its first character."""
    end: int
    """The first that it leaves alone."""
    instead: str
    """What stands there then."""


Rule = Callable[[str], Iterator[Edit]]


def _each(pattern: str, instead: str | Callable[[re.Match[str]], str | None]) -> Rule:
    """A rule that puts the same thing, or what a function gives, for each match."""
    form = re.compile(pattern)

    def rule(text: str) -> Iterator[Edit]:
        for match in form.finditer(text):
            new = instead if isinstance(instead, str) else instead(match)
            if new is not None and new != match[0]:
                yield Edit(match.start(), match.end(), new)

    return rule


def _chinese_beside(match: re.Match[str]) -> bool:
    """Whether Chinese stands before or behind, blanks aside."""
    before = match.string[: match.start()].rstrip()[-1:]
    after = match.string[match.end() :].lstrip()[:1]
    known = f"{_OPENING}{_CLOSING}{_STOPS}"
    return any(c and (c in known or _ONE_HAN.match(c)) for c in (before, after))


# --- characters -----------------------------------------------------------------------

_ENTITY: Final = r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});"
_MARKUP: Final = frozenset("\\*{[<&`~_")


def _entity(match: re.Match[str]) -> str | None:
    char = html.unescape(match[0])
    if char == match[0] or not (char.isprintable() or char.isspace()) or char == "\n":
        return None
    if char.isspace():
        return "\u3000" if char == "\u3000" else " "
    return f"\\{char}" if char in _MARKUP else char


def _compatible(match: re.Match[str]) -> str:
    radical = "\u2e80" <= match[0] <= "\u2fdf"
    return normalize("NFKC" if radical else "NFC", match[0])


def _joiner(match: re.Match[str]) -> str | None:
    """Nothing; but joiners that hold emoji together stay."""
    if match[0] not in "\u200c\u200d":
        return ""
    beside = match.string[match.start() - 1 : match.start()]
    return "" if beside.isascii() or _ONE_HAN.match(beside) else None


# --- marks ----------------------------------------------------------------------------


def _if_chinese(instead: str) -> Callable[[re.Match[str]], str | None]:
    return lambda match: instead if _chinese_beside(match) else None


_FULL: Final = dict(zip(",.;:!?", "，。；：！？", strict=True))
_HALF: Final = re.compile(
    rf"(?<=[{HAN}{_CLOSING}])[,;:!?]|[,;!?](?=[{HAN}])|(?<!\d):(?=[{HAN}])"
    rf"|(?<=[{HAN}{_CLOSING}])\.(?![{_LATIN}.])|(?<=[A-Za-z])\.(?=[{HAN}])"
)
_BRACKETS: Final = re.compile(r"\(([^()（）\n]{1,80})\)")


def _half_width(text: str) -> Iterator[Edit]:
    for match in _HALF.finditer(text):
        yield Edit(match.start(), match.end(), _FULL[match[0]])
    for match in _BRACKETS.finditer(text):
        inside, start, end = match[1], match.start(), match.end()
        beside = (text[start - 1 : start], inside[0], inside[-1], text[end : end + 1])
        if any(_ONE_HAN.match(char) for char in beside if char):
            yield Edit(start, start + 1, "（")
            yield Edit(end - 1, end, "）")


def _straight_quotes(text: str) -> Iterator[Edit]:
    if _ONE_HAN.search(text):
        yield from _paired(text, '"＂', "“”")
        yield from _paired(text, "'＇", "‘’")


def _paired(text: str, straight: str, curly: str) -> Iterator[Edit]:
    """Straight quotes by turns opening and closing; one without a partner stays."""
    opened: Edit | None = None
    inside = False
    for at, char in enumerate(text):
        if char in curly:
            if not _apostrophe(text, at):
                inside, opened = char == curly[0], None
        elif char in straight and not _apostrophe(text, at):
            if inside:
                if opened:
                    yield opened
                yield Edit(at, at + 1, curly[1])
                inside, opened = False, None
            elif not text[at - 1 : at].isdigit():  # 5" is five inches
                opened = Edit(at, at + 1, curly[0])
                inside = True


def _apostrophe(text: str, at: int) -> bool:
    """Whether a single quote stands in or behind a Western word, as in it's."""
    if text[at] not in "'’＇":
        return False
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    western = before.isascii() and before.isalnum()
    return western and after.isascii() and after.isalnum()


def _ellipsis(match: re.Match[str]) -> str | None:
    if match[0] in ("……", "…………"):
        return None
    return "……" if _chinese_beside(match) else None


def _dash(match: re.Match[str]) -> str | None:
    """Two ems for what is longer than one; a single em leads from 桥头—渡口."""
    before = match.string[: match.start()].rsplit("\n", 1)[-1].strip()
    after = match.string[match.end() :].split("\n", 1)[0].strip()
    alone = not (before or after)
    return "——" if _chinese_beside(match) and not alone else None


# --- blanks ---------------------------------------------------------------------------


def _indent(text: str) -> Iterator[Edit]:
    match = re.match(r"[ \t\u00a0]*[\u3000\t][\u3000\t \u00a0]*|[ \u00a0]{4,}", text)
    if match:
        yield Edit(0, match.end(), "")


KINDS: Final[Mapping[str, tuple[Both, Rule]]] = {
    "entities": (
        Both("characters by their HTML names", "HTML 字符代码"),
        _each(_ENTITY, _entity),
    ),
    "invisible": (
        Both("invisible characters", "看不见的字符"),
        _each("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]", _joiner),
    ),
    "compat": (
        Both("characters in a second form", "兼容字、部首字"),
        _each(
            "[\u2e9f\u2ef3\u2f00-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]"
            "|[A-Za-z\u00c0-\u024f][\u0300-\u036f]+",
            _compatible,
        ),
    ),
    "width": (
        Both("full-width digits and letters", "全角数字、字母"),
        _each("[０-９Ａ-Ｚａ-ｚ]+", lambda match: normalize("NFKC", match[0])),
    ),
    "dots": (
        Both("middle dots of names", "间隔号"),
        _each(rf"(?<=[{HAN}A-Za-z])[•・‧∙･⋅](?=[{HAN}A-Za-z])", "·"),
    ),
    "waves": (
        Both("wave dashes", "波浪号"),
        _each(rf"[〜∼˜]|(?<=[{HAN}\d℃])~(?=[{HAN}\d])", "～"),
    ),
    "dashes": (
        Both("dashes", "破折号"),
        _each("-{2,}|－{2,}|─{2,}|―{2,}|—{2,}|⸺", _dash),
    ),
    "ellipses": (
        Both("ellipses", "省略号"),
        _each(r"\.{3,}|。{3,}|…+|⋯+|[·・]{3,}", _ellipsis),
    ),
    "quotes": (Both("straight quotes", "直引号"), _straight_quotes),
    "marks": (Both("half-width marks", "半角标点"), _half_width),
    "doubled": (
        Both("doubled marks", "重复标点"),
        _each(r"([，、；：])\1+|(?<!。)。。(?!。)", lambda match: match[0][0]),
    ),
    "spaces": (
        Both("spaces round digits, letters and marks", "数字、字母、标点旁的空格"),
        _each(
            rf"(?<=[{HAN}]){_BLANK}+(?=[{_LATIN}])"
            rf"|(?<=[{_LATIN}%％℃]){_BLANK}+(?=[{HAN}])"
            rf"|(?<=[{HAN}{_LATIN}{_CLOSING}{_STOPS}]){_BLANK}+"
            rf"(?=[{_STOPS}{_CLOSING}])"
            rf"|(?<=[{_STOPS}{_OPENING}]){_BLANK}+(?=\S)",
            "",
        ),
    ),
    "indents": (Both("blanks that indent paragraphs", "段首空格"), _indent),
}
"""Name → what it is called, and its rule; in the order in which they are applied."""
