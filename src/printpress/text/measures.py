"""Numbers and the measure words behind them: 2025年, 20日, 150多人, 8万元.

The one table of measure words: what is kept together where lines end, and what is
counted where a number's way of writing is judged (:mod:`printpress.lint.marks`).
"""

import re
from collections.abc import Iterator
from typing import Final

COUNTING: Final = (
    "平方米|平方公里|公里|公斤|千克|万元|亿元|元|人次|人|户|个|名|位|岁|米|亩|吨|次|家|棵|"
    "张|台|辆|条|间|座|册|份|件|场|项|天|年|个月|小时|分钟"
)
"""Measure words of what is counted in one way or another: in digits or in Han."""

_DATING: Final = "月|日|号|时|点|分|秒|周|世纪|年代|周年|版|期|届|路|层|楼|栋|室"
"""Words behind a number that says which or when, not how many."""

_MORE: Final = (
    "平方|立方|厘米|毫米|千米|分米|毫升|毫克|千瓦|度|角|块|毛|里|丈|尺|寸|斤|两|克|钱|升|"
    "顷|公顷|倍|成|折|种|类|只|头|匹|口|把|本|页|枚|支|根|粒|颗|株|盏|扇|道|门|篇|首|句|"
    "字|行|段|幅|盘|碗|杯|瓶|袋|箱|桶|桌|组|队|班|对|双|套|批|趟|遍|回|轮|步|站|排|"
    "架|艘|部|所|处|片|封|枝|款|级|线|百分点"
)

MEASURES: Final = f"{COUNTING}|{_DATING}|{_MORE}"
"""All measure words."""


def either(words: str) -> str:
    """A pattern of any of some words, longer ones first: 个月 before 个.

    Words of one character are a class: compiled in a tenth of the time.

    >>> either("个|个月|天")
    '(?:个月|[个天])'
    """
    longer = [word for word in words.split("|") if len(word) > 1]
    single = "".join(word for word in words.split("|") if len(word) == 1)
    return f"(?:{'|'.join([*sorted(longer, key=len, reverse=True), f'[{single}]'])})"


_WORD: Final = either(MEASURES)
_TIED: Final = re.compile(
    rf"\d({_WORD}|(?:[多余来]?[十百千万亿]+[多余来]?|[多余来]){_WORD}?|)"
)
"""A digit and what belongs to it: a power of ten, 多 or 余, the measure word."""


def tied_places(text: str) -> Iterator[int]:
    """Before which characters a number would be torn from its measure word, or that.

    >>> [*tied_places("9月20日，8万多元，12座桥")]
    [1, 4, 7, 8, 9, 13]
    """
    for match in _TIED.finditer(text):
        yield from range(*match.span(1))
