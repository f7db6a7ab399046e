"""Where a heading without ``|`` may be broken, and what each place does to its sense.

No word is parted, nor a number from what it counts, nor a mark from what it belongs
to. Among the places that remain some read well (after a pause, where the author typed
a space) and some badly (inside 《》, before 的, after 和): all of it taste of title
editors, as costs. The scale is that of :data:`.headbreak.SCALE`: lines of eight and
twelve characters instead of ten and ten cost 80, six and fourteen 320.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

from printpress.makeup.headbreak import Joint
from printpress.text.classify import classify
from printpress.text.prohibition import held
from printpress.text.punctuation import EXTEND, WESTERN

WORD: Final = 120
"""Between two words of a clause; after a pause and at a typed space nothing."""
LIST: Final = 60
"""After 、."""
QUOTED: Final = 90
"""Beside a quotation mark or bracket: what it holds stays whole."""
INSIDE: Final = 600
"""Inside a short quotation or title."""
INSIDE_LONG: Final = 150
"""Inside one that is a clause by itself."""
SHORT_QUOTE: Final = 10
"""Characters to which a quotation is short."""
CLINGS: Final = 300
"""Before a word that leans on what stands before it: 的, 了."""
LEADS: Final = 400
"""After a word that leads to what follows: 和, 在."""
ALSO: Final = 150
"""Before a conjunction: better than after it, worse than elsewhere."""
ADVERB: Final = 200
"""After a word that says how or when: 不, 再, 今日."""
SINGLE_FIRST: Final = 60
"""Before another word of one character, probably the end of a phrase: 三镇|口."""
SINGLE_LAST: Final = 100
"""After one, probably the beginning of a phrase: 卖|豆腐."""
PAUSES: Final = "PSBDE"
"""Classes of marks that part clauses."""
COUNTED: Final = 150
"""Between what is counted and its number: 三条|街."""

_CLINGING: Final = frozenset("的地得了着过们等之者们吗呢吧啊里上中下内外前后间时")
_CONJUNCTIONS: Final = frozenset(("和", "与", "及", "以及", "或", "并", "暨", "而"))
_LEADING: Final = frozenset(
    (
        "在",
        "把",
        "被",
        "将",
        "向",
        "从",
        "对",
        "为",
        "让",
        "给",
        "以",
        "由",
        "于",
        "到",
        "至",
    )
) | frozenset(
    ("关于", "对于", "为了", "随着", "按照", "通过", "成为", "是", "像", "比")
)
_ADVERBS: Final = frozenset("不没未也都就再又还很更最要会能可已正刚才仍共同一老新") | {
    *("今日", "今天", "昨日", "昨天", "明日", "明天", "近日", "日前", "今年", "去年"),
    *("明年", "本月", "正式", "全面", "首次", "再次", "已经", "正在", "即将", "全力"),
}

_NUMERALS: Final = "零〇一二两三四五六七八九十百千万亿几半"
_NUMBER: Final = re.compile(
    rf"[第约近超逾前后]?[0-9０-９{_NUMERALS}][0-9０-９{_NUMERALS}.,．]*[多余]?"
)
_YEAR_OR_MONTH: Final = re.compile(r"(?:[0-9０-９]|[零〇一二三四五六七八九十])[年月]$")
_DAY_OR_MONTH: Final = re.compile(r"[0-9０-９〇一二三四五六七八九十]+[月日号]")
_COUNT: Final = re.compile(
    rf"第?[0-9０-９{_NUMERALS}]+[个位名条把只台项场座家户件次张篇本部间处里届批]$"
)
_SPAN_OF_TIME: Final = re.compile("月|星期|小时|季度|百分点|工作日|年头")
_UNITS: Final = re.compile(f"[{WESTERN}][{WESTERN}x]*|DD|EE")
_SPACES: Final = "G"
_JOINER: Final = "\u200d"


def word_joints(
    text: str, words: Sequence[str], level: str = "newspaper"
) -> tuple[Joint, ...]:
    """The places between words where a line may end, with their costs.

    *words* are the whole text in order; *level* is one of the prohibitions.

    >>> words = ("三", "年", "里", "，", "老街", "变", "新")
    >>> [joint.at for joint in word_joints("三年里，老街变新", words)]
    [2, 4, 6, 7]
    """
    kinds = classify(text)
    shut = _shut(text, kinds, level)
    inside = _inside(kinds)
    units = _units(text, words)
    return tuple(
        Joint(at, max(inside.get(at, 0), _cost(kinds, at, before, after)))
        for at, (before, after) in zip(
            accumulate(map(len, units)), pairwise(units), strict=False
        )
        if at not in shut
    )


def _units(text: str, words: Sequence[str]) -> list[str]:
    """The words, numbers joined to what they count."""
    units: list[str] = []
    at = 0
    for index, word in enumerate(words):
        if index and _holds(text, at, words[index - 1], word):
            units[-1] += word
        else:
            units.append(word)
        at += len(word)
    return units


def _shut(text: str, kinds: str, level: str) -> set[int]:
    """Where prohibitions stand, and the insides of Western words, —— and clusters."""
    shut = {*held(level, kinds)}
    for match in _UNITS.finditer(kinds):
        shut |= set(range(match.start() + 1, match.end()))
    for at, kind in enumerate(kinds):
        if kind == EXTEND:
            shut.add(at)
        # A range (8—10日) and a foreign name (勒·热) are one thing each.
        if kind in "NI" or text[at] == _JOINER:
            shut.add(at + 1)
    return shut


def _holds(text: str, at: int, before: str, after: str) -> bool:
    """Whether two words are a number and its unit, or parts of one date."""
    if not after.strip():
        return False
    if _NUMBER.fullmatch(before):
        return after[0].isalnum()
    if _YEAR_OR_MONTH.search(text, max(0, at - 2), at):
        return _DAY_OR_MONTH.match(text, at) is not None
    if before in {"第", "约", "近"}:
        return _NUMBER.fullmatch(after) is not None
    counts = _COUNT.search(text, max(0, at - len(before)), at)
    return counts is not None and _SPAN_OF_TIME.match(text, at) is not None


def _cost(kinds: str, at: int, before: str, after: str) -> int:
    """What the sense loses where a line ends between two words."""
    left, right = kinds[at - 1], kinds[at]
    if left in _SPACES or left in PAUSES or right in "DE":
        return LIST if before == "、" else 0
    if left in "Cc" or right in "Oo":
        return QUOTED + _leaning(before, after)
    return WORD + _leaning(before, after)


def _leaning(before: str, after: str) -> int:
    """What it costs to part words of which one leans on the other."""
    if before in _CONJUNCTIONS | _LEADING:
        return LEADS
    if after in _CLINGING:
        return CLINGS
    if before in _ADVERBS:
        return ADVERB
    if after in _CONJUNCTIONS:
        return ALSO
    if _COUNT.fullmatch(before):
        return COUNTED
    ends = _single(after) and before.isalnum() and after not in _LEADING | _ADVERBS
    leads = _single(before) and before not in _CLINGING
    return SINGLE_FIRST * ends + SINGLE_LAST * leads


def _single(word: str) -> bool:
    """Whether it is one character, and no mark."""
    return len(word) == 1 and word.isalnum()


def _inside(kinds: str) -> dict[int, int]:
    """Cost of the places inside quotations and brackets."""
    costs: dict[int, int] = {}
    for start, end in _quotations(kinds):
        short = end - start <= SHORT_QUOTE + 2
        for at in range(start + 1, end):
            costs[at] = max(costs.get(at, 0), INSIDE if short else INSIDE_LONG)
    return costs


def _quotations(kinds: str) -> Iterator[tuple[int, int]]:
    """From each opening mark to behind its closing mark."""
    opened: list[int] = []
    for at, kind in enumerate(kinds):
        if kind in "Oo":
            opened.append(at)
        elif kind in "Cc" and opened:
            yield opened.pop(), at + 1
