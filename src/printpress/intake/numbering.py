"""The bullets and numbers that Word puts before the paragraphs of its lists.

They are no text of the file: Word counts anew whenever it opens one.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from printpress.intake.package import Element, W, value

_FIGURES: Final = "零一二三四五六七八九"
_PLACE: Final = re.compile(r"%([1-9])")
_CIRCLED: Final = 20
"""Numbers that Unicode has in circles, from ①."""
_LETTERS: Final = 26


class _Level(NamedTuple):
    form: str
    """How it counts: ``decimal``, ``chineseCounting``, ``bullet``."""
    text: str
    """What stands there, ``%1`` for the number of the first level."""
    start: int


def _han(number: int) -> str:
    """The number in Han up to 99, in digits beyond.

    >>> _han(3), _han(10), _han(12), _han(45)
    ('三', '十', '十二', '四十五')
    """
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:  # noqa: PLR2004 - two figures
        return str(number)
    before = ("" if tens == 1 else _FIGURES[tens]) + "十" if tens else ""
    return before + (_FIGURES[ones] if ones else "")


def _roman(number: int) -> str:
    signs = (
        *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
        *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
    )
    written = ""
    for worth, sign in signs:
        count, number = divmod(number, worth)
        written += sign * min(count, 9)
    return written


def _letter(number: int) -> str:
    return chr(ord("A") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS % 5 + 1)


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 0 < number <= _CIRCLED else str(number)


_FORMS: Final[Mapping[str, Callable[[int], str]]] = {
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "ideographDigital": _han,
    "japaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "none": lambda _: "",
}
"""How numbers are written; all else counts in digits."""


class Numbering:
    """Counts the lists of one document."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for abstract in root.iter(f"{W}abstractNum") if root is not None else ():
            key = value(abstract, "abstractNumId") or ""
            self._levels[key] = dict(map(_level, abstract.iter(f"{W}lvl")))
        for number in root.iter(f"{W}num") if root is not None else ():
            key = value(number, "numId") or ""
            self._lists[key] = value(number.find(f"{W}abstractNumId")) or ""

    def label(self, properties: Element | None) -> tuple[str, int] | None:
        """The next label of the list that ``numPr`` names, and how deep it stands.

        A bullet is ``-``; None where there is no such list.
        """
        if properties is None:
            return None
        key = value(properties.find(f"{W}numId")) or "0"
        deep = _whole(value(properties.find(f"{W}ilvl")), 0)
        abstract = self._lists.get(key)
        levels = self._levels.get(abstract or "", {})
        level = levels.get(deep)
        if abstract is None or level is None:
            return None
        counts = self._counts.setdefault(abstract, {})
        counts[deep] = counts.get(deep, level.start - 1) + 1
        for deeper in [at for at in counts if at > deep]:
            del counts[deeper]
        if level.form == "bullet":
            return "-", deep

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            its = levels.get(at, level)
            return _FORMS.get(its.form, str)(counts.get(at, its.start))

        return _PLACE.sub(number, level.text), deep


def _whole(written: str | None, otherwise: int) -> int:
    usable = written is not None and written.isdecimal() and len(written) < 7  # noqa: PLR2004 - a million
    return int(written) if usable and written else otherwise


def _level(level: Element) -> tuple[int, _Level]:
    return _whole(value(level, "ilvl"), 0), _Level(
        value(level.find(f"{W}numFmt")) or "decimal",
        value(level.find(f"{W}lvlText")) or "",
        _whole(value(level.find(f"{W}start")), 1),
    )
