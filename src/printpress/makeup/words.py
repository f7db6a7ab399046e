"""Words of a heading that gives no joints of its own: the only place that knows jieba.

Everything here happens at the first heading that must be broken and carries no ``|``;
an issue without one never comes here. Reading jieba's dictionary takes 0.17 s and
importing jieba 0.04 s (Python 3.11, one core of 2.5 GHz); its own way, building a table
of all prefixes, 0.65 s, and after that a cache file in the temporary folder that other
processes race for. So the dictionary is read here, and for each heading jieba is given
the few entries that can occur in it: the result is the same, no file is written, and
nothing is logged.

The hidden Markov model for words that are in no dictionary is on: it is as
deterministic as the dictionary (fixed tables, no training), and it keeps names
together (沈阿庚, 王小满), which the dictionary alone takes for three words. Where it
joins too much, a heading only has one place fewer to break at.
"""

import re
import sys
import warnings
from functools import lru_cache
from types import ModuleType


def words_of(text: str, given: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The text in words; those that the house gives hold wherever they stand.

    >>> words_of("溪桥镇老街开街", ("溪桥镇",))
    ('溪桥镇', '老街', '开街')
    """
    words: list[str] = []
    at = 0
    for start, end in _given_in(text, given):
        words += [*_cut(text[at:start]), text[start:end]]
        at = end
    return (*words, *_cut(text[at:]))


def _given_in(text: str, given: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the house's words stand, the longest where several begin."""
    longest_first = sorted(filter(None, given), key=len, reverse=True)
    if not longest_first:
        return []
    pattern = "|".join(map(re.escape, longest_first))
    return [m.span() for m in re.finditer(pattern, text)]


def _cut(text: str) -> list[str]:
    if len(text) < 2:  # noqa: PLR2004 - one character is one word
        return [text] if text else []
    frequencies, total, longest = _dictionary()
    tokenizer = _jieba().Tokenizer()
    tokenizer.FREQ = {
        part: frequencies.get(part, 0)
        for start in range(len(text))
        for end in range(start + 1, min(len(text), start + longest) + 1)
        if (part := text[start:end])
    }
    tokenizer.total = total
    tokenizer.initialized = True
    return list(tokenizer.cut(text, HMM=True))


@lru_cache(maxsize=1)
def _jieba() -> ModuleType:
    """The library, without what its import brings along.

    It would import pkg_resources only to open its dictionary: 0.13 s, and a warning
    with later setuptools; it opens the file itself where there is none. Its string
    literals have escapes of which Python warns when it compiles them.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        blocked = "pkg_resources" not in sys.modules
        if blocked:
            sys.modules["pkg_resources"] = None  # type: ignore[assignment]
        try:
            import jieba
        finally:
            if blocked:
                del sys.modules["pkg_resources"]
    library: ModuleType = jieba
    return library


@lru_cache(maxsize=1)
def _dictionary() -> tuple[dict[str, int], int, int]:
    """Word → how often it was seen, the sum of all, and the longest word's length.

    Each line of the file is a word, its number and its part of speech.
    """
    with _jieba().Tokenizer().get_dict_file() as file:
        fields = file.read().decode().split()
    frequencies = dict(zip(fields[::3], map(int, fields[1::3]), strict=True))
    return frequencies, sum(frequencies.values()), max(map(len, frequencies))
