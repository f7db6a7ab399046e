"""The class of each character of a text, its neighbours considered.

Quotation marks, dashes and slashes serve Chinese and Western copy; several code points
may make one emoji. What a character is by itself says :mod:`.punctuation`.
"""

import re
from typing import Final

from printpress.text import address
from printpress.text.punctuation import (
    CLASSES,
    CLOSE_QUOTE,
    CONNECT,
    DASH,
    DIGIT,
    EM_DASH,
    EXTEND,
    FULL_DIGIT,
    HAN_LIKE,
    LETTER,
    OPEN_QUOTE,
    SIGN,
    SLASH,
    SOLIDUS,
    SYMBOL,
    WESTERN,
)

_CURLY: Final = re.compile("[“”‘’]")
_APOSTROPHE: Final = re.compile(f"(?<={LETTER})c(?={LETTER})")
_AMID_WESTERN: Final = re.compile(
    f"(?:(?<=[{WESTERN}])|(?<=[{WESTERN}]U))[oc](?=U?[{WESTERN}])"
)
_MAYBE_WESTERN: Final = re.compile(
    f"{_AMID_WESTERN.pattern}|(?<={LETTER})c|c(?={DIGIT})"
)
_CHINESE: Final = re.compile(f"[{HAN_LIKE}{SYMBOL}{FULL_DIGIT}OCPSBqIDE]")
_LONE_SLASH: Final = re.compile(
    f"(?<![{WESTERN}{SLASH}]){SLASH}|{SLASH}(?![{WESTERN}{SLASH}])"
)
_NAME: Final = re.compile(r"\.(?=[A-Z][A-Za-z])")
"""A full stop that may begin a name (.NET) rather than end a sentence."""
_FULL_NUMBER: Final = re.compile("(?<=[０-９])[,.:](?=[０-９])")
"""A sign of Western type inside a number of full-width digits, which stays whole."""
_JOINS: Final = re.compile("[\u200d\u20e3\U0001f1e6-\U0001f1ff]")
_ONE_EMOJI: Final = re.compile(
    "\u200d(?P<joined>[^\u0000-\u024f])"
    "|[\U0001f1e6-\U0001f1ff](?P<flag>[\U0001f1e6-\U0001f1ff])"
    "|(?P<key>[0-9#*])(?=\ufe0f?\u20e3)"
)
"""Emoji of several characters (UAX #29 GB11 to GB13): joined ones, flags, keycaps."""


_EMOJI: Final = re.compile("[🀀-🫿️⃣]")


def is_emoji(cluster: str) -> bool:
    """Whether a character, with what combines with it, is one of the picture kind.

    >>> is_emoji("😀"), is_emoji("❤\ufe0f"), is_emoji("𪚥"), is_emoji("★")
    (True, True, False, False)
    """
    return bool(_EMOJI.search(cluster))


def classify(text: str) -> str:
    """The class of each character.

    A quotation mark is Western between two Western neighbours, and a pair is of one
    kind; an apostrophe is Western; an em dash is half of a Chinese dash beside another;
    a slash divides unless it stands in a word or an address.

    >>> classify("他说“OK”——I’m 8%。")
    'HHoAAcDDAXAU9%S'
    """
    classes = text.translate(CLASSES)
    if EM_DASH in classes:
        classes = classes.replace(EM_DASH * 2, DASH * 2).replace(EM_DASH, CONNECT)
    if SLASH in classes:
        classes = _with_slashes(text, classes)
    if "." in text and _NAME.search(text):
        names = (match.start() for match in _NAME.finditer(text))
        begun = {at for at in names if at and classes[at - 1] not in WESTERN}
        classes = _replaced(classes, begun, SIGN)
    if FULL_DIGIT in classes and _FULL_NUMBER.search(text):
        inside = {match.start() for match in _FULL_NUMBER.finditer(text)}
        classes = _replaced(classes, inside, FULL_DIGIT)
    # A look for single letters is far quicker than a search where they are not there.
    if (EXTEND in classes or SYMBOL in classes) and _JOINS.search(text):
        classes = _with_whole_emoji(text, classes)
    quoted = OPEN_QUOTE in classes or CLOSE_QUOTE in classes
    if (quoted and _MAYBE_WESTERN.search(classes)) or not _CHINESE.search(classes):
        return _with_western_quotes(text, classes)
    return classes


def _replaced(classes: str, places: set[int], kind: str) -> str:
    return "".join(kind if at in places else own for at, own in enumerate(classes))


def _with_slashes(text: str, classes: str) -> str:
    """Slashes by themselves divide; in a word or an address they belong to it."""
    for start, end in address.spans(text):
        inside = classes[start:end].replace(SLASH, SIGN)
        classes = classes[:start] + inside + classes[end:]
    return _LONE_SLASH.sub(SOLIDUS, classes).replace(SLASH, SIGN)


def _with_whole_emoji(text: str, classes: str) -> str:
    """What an emoji goes on with belongs to the character before."""
    kinds = list(classes)
    for match in _ONE_EMOJI.finditer(text):
        for part, kind in (("joined", EXTEND), ("flag", EXTEND), ("key", SYMBOL)):
            at = match.start(part)
            if at >= 0 and (part == "key" or kinds[at] == SYMBOL):
                kinds[at] = kind
    return "".join(kinds)


def _with_western_quotes(text: str, classes: str) -> str:
    if not _CHINESE.search(classes) and LETTER in classes:
        western = {quote.start() for quote in _CURLY.finditer(text)}
    else:
        western = _western_quotes(text, classes)
    return _replaced(classes, western, SIGN) if western else classes


def _western_quotes(text: str, classes: str) -> set[int]:
    """Where quotation marks are Western; both of a pair are, or neither."""
    apostrophes = {match.start() for match in _APOSTROPHE.finditer(classes)}
    western = {match.start() for match in _AMID_WESTERN.finditer(classes)}
    opened: list[int] = []
    for match in _CURLY.finditer(text):
        at = match.start()
        if match[0] in "“‘":
            opened.append(at)
        elif at in apostrophes:
            continue
        elif opened and text[opened[-1]] + match[0] in "“”‘’":
            start = opened.pop()
            if not {start, at} <= western:
                western -= {start, at}
        elif match[0] == "’" and _beside_a_word(classes, at):
            apostrophes.add(at)
    return {at for at in western | apostrophes if text[at] in "“”‘’"}


def _beside_a_word(classes: str, at: int) -> bool:
    """Whether a ’ that closes nothing belongs to a word: the students’, the ’90s."""
    return classes[at - 1 : at] == LETTER or classes[at + 1 : at + 2] in {
        LETTER,
        DIGIT,
    }
