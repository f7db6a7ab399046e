"""What there is to tell of a Word file: remarks, and counts of what happens often."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from printpress.diagnostics import Both
from printpress.intake.draft import Kind, Remark

_COUNTED: Final[Mapping[str, tuple[Kind, Both]]] = {
    "italic": (
        "changed",
        Both("words in italics are set upright: {n} times", "斜体改为正体，共 {n} 处"),
    ),
    "underline": (
        "changed",
        Both("underlined words are set plain: {n} times", "下划线没有保留，共 {n} 处"),
    ),
    "strike": (
        "guessed",
        Both(
            "words struck out stand in the story as plain words: {n} times",
            "带删除线的文字按普通文字收入，共 {n} 处",
        ),
    ),
    "raised": (
        "changed",
        Both(
            "raised or lowered characters are set on the line: {n} times",
            "上标、下标改为平排，共 {n} 处",
        ),
    ),
    "coloured": (
        "counted",
        Both(
            "coloured or highlighted words, perhaps somebody's question: {n} times",
            "彩色或突出显示的文字（也许有疑问待核），共 {n} 处",
        ),
    ),
    "both": (
        "changed",
        Both(
            "dots beside words in black face are not set: {n} times",
            "黑体字上的着重号没有保留，共 {n} 处",
        ),
    ),
    "touching": (
        "changed",
        Both(
            "black face and dots that touch: the second is not set, {n} times",
            "黑体与着重号紧挨着，后一处没有保留，共 {n} 处",
        ),
    ),
    "no-dots": (
        "changed",
        Both(
            "dots of emphasis by words without Chinese are not set: {n} times",
            "没有汉字的地方，着重号没有保留，共 {n} 处",
        ),
    ),
    "tab": (
        "changed",
        Both("tabs became full-width blanks: {n}", "制表符改为全角空格，共 {n} 个"),
    ),
    "break": (
        "changed",
        Both(
            "forced line breaks became new paragraphs: {n}",
            "段内强制换行改为另起一段，共 {n} 处",
        ),
    ),
    "soft-hyphen": (
        "changed",
        Both("soft hyphens are gone: {n}", "去掉了可选连字符，共 {n} 个"),
    ),
    "hard-hyphen": (
        "changed",
        Both(
            "non-breaking hyphens became hyphens: {n}",
            "不间断连字符改为普通连字符，共 {n} 个",
        ),
    ),
    "field": (
        "changed",
        Both(
            "fields stand with the words that they last showed: {n}",
            "域（自动文字）按最后显示的内容收入，共 {n} 处",
        ),
    ),
    "label": (
        "changed",
        Both(
            "numbers that Word gave the items of lists are typed now: {n}",
            "列表的自动编号改为文字，共 {n} 个",
        ),
    ),
    "list-deep": (
        "changed",
        Both(
            "items of lists inside lists stand as items of one list: {n}",
            "多级列表并为一级，共 {n} 条",
        ),
    ),
    "indent": (
        "changed",
        Both(
            "blanks at the beginning of paragraphs are gone: {n}",
            "去掉了段首空格，共 {n} 段",
        ),
    ),
    "number-blank": (
        "changed",
        Both(
            "blanks behind typed numbers are gone, so that no list begins: {n}",
            "去掉了手打序号后的空格（以免变成列表），共 {n} 处",
        ),
    ),
    "bookmark": ("counted", Both("bookmarks: {n}", "书签 {n} 个")),
}
"""Name → what a count of it tells; in the order of the report."""


QUOTED_AT_MOST: Final = 40
"""Stretches of words that a count shows, for an editor to look at (taste)."""


class Tally:
    """Grows while a file is read."""

    def __init__(self) -> None:
        self._told: list[Remark] = []
        self._counts: Counter[str] = Counter()
        self._added: dict[str, str] = {}
        self._quoted: dict[str, list[str]] = {}

    def tell(
        self,
        kind: Kind,
        words: Both,
        text: str = "",
        *,
        lost: str = "",
        added: str = "",
    ) -> None:
        """One remark."""
        self._told.append(Remark(kind, words, text, lost, added))

    def count(
        self, name: str, times: int = 1, *, added: str = "", quoted: str = ""
    ) -> None:
        """One more of what is only counted, the characters it adds, its words."""
        self._counts[name] += times
        self._added[name] = self._added.get(name, "") + added
        if times and quoted.strip():
            self._quoted.setdefault(name, []).append(quoted.strip())

    def remarks(self) -> Iterator[Remark]:
        """All of it, counts last."""
        yield from self._told
        for name, (kind, words) in _COUNTED.items():
            times = self._counts[name]
            if times:
                says = Both(words.en.format(n=times), words.zh.format(n=times))
                quoted = " / ".join(self._quoted.get(name, ())[:QUOTED_AT_MOST])
                yield Remark(kind, says, quoted, added=self._added[name])
