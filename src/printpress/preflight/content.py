"""Content streams → operators with their operands (ISO 32000-1 7.8.2).

A tokeniser of our own, because a page of a newspaper has ten thousand of them and
because damaged streams must give what is sound in them, never an exception.
"""

import re
from collections.abc import Iterator

from printpress.preflight.objects import Entries, Name, Value

Operation = tuple[str, list[Value]]
"""An operator and what stands before it."""

_ALL = """
b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID
j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr
Ts Tw Tz v w W W* y ' "
"""

OPERATORS = frozenset(_ALL.split())
"""All that there are (ISO 32000-1 table A.1)."""

MOST_OPERANDS = 4000
"""Of one operator; a stream with more is no content."""

_TOKEN = re.compile(
    rb"""(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))
    |/(?P<name>[^\x00\t\n\f\r\ ()<>\[\]{}/%]*)
    |<(?P<hex>[0-9A-Fa-f\s]*)>
    |(?P<text>\()
    |(?P<open><<|\[)
    |(?P<close>>>|\])
    |(?P<word>[A-Za-z'"*][A-Za-z0-9*'"]*)
    |%[^\r\n]*""",
    re.VERBOSE,
)
_IMAGE_END = re.compile(rb"[\x00\t\n\f\r ]EI(?=[\x00\t\n\f\r ]|$)")
_TEXT_PART = re.compile(rb"[()\\]")
_ESCAPE = re.compile(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r\n|\r|\n)?")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_WORDS: dict[str, Value] = {"true": True, "false": False, "null": None}


def operations(contents: bytes) -> Iterator[Operation]:
    r"""The operators of a stream, one after the other.

    >>> list(operations(b"/F0 9 Tf [<0041> -20 (b)] TJ"))
    [('Tf', ['F0', 9.0]), ('TJ', [[b'\x00A', -20.0, b'b']])]
    """
    operands: list[Value] = []
    waiting: list[list[Value]] = []
    at, search = 0, _TOKEN.search
    while match := search(contents, at):
        at, kind = match.end(), match.lastgroup
        if kind == "word":
            word = match["word"].decode("ascii")
            if word in _WORDS:
                operands.append(_WORDS[word])
                continue
            if word == "ID":
                at = _image_end(contents, at)
                yield "BI", [_pairs(operands)]
            elif word != "BI":
                yield word, operands
            operands, waiting = [], []  # what was left open is damaged
        elif kind == "open":
            waiting.append(operands)
            operands = []
        elif kind == "close":
            operands = _closed(match["close"], operands, waiting)
        elif kind == "text":
            raw, at = _text(contents, at)
            operands.append(raw)
        elif kind is not None and len(operands) < MOST_OPERANDS:
            operands.append(_simple(kind, match[kind]))


def _simple(kind: str, token: bytes) -> Value:
    if kind == "number":
        return float(token[:30])
    if kind == "name":
        return Name(_name(token))
    digits = re.sub(rb"\s", b"", token)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _name(token: bytes) -> str:
    plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), token)
    return plain.decode("utf-8", "replace")


def _closed(
    mark: bytes, operands: list[Value], waiting: list[list[Value]]
) -> list[Value]:
    """The operands outside a list or dictionary that ends here."""
    if not waiting:
        return operands
    outer = waiting.pop()
    outer.append(_pairs(operands) if mark == b">>" else operands)
    return outer


def _pairs(operands: list[Value]) -> Entries:
    """Names and values one after the other as a dictionary."""
    return {
        str(key): value
        for key, value in zip(operands[::2], operands[1::2], strict=False)
        if isinstance(key, Name)
    }


def _image_end(contents: bytes, at: int) -> int:
    """Where the data of an inline picture end."""
    found = _IMAGE_END.search(contents, at)
    return found.end() if found else len(contents)


def _text(contents: bytes, start: int) -> tuple[bytes, int]:
    """A string in parentheses, and where it ends."""
    depth, at = 1, start
    while match := _TEXT_PART.search(contents, at):
        at = match.end()
        if match[0] == b"\\":
            at += 1
            continue
        depth += 1 if match[0] == b"(" else -1
        if depth == 0:
            raw = contents[start : match.start()]
            return _ESCAPE.sub(_unescaped, raw), at
    return contents[start:], len(contents)


def _unescaped(match: re.Match[bytes]) -> bytes:
    sign = match[1] or b""
    if sign[:1].isdigit():
        return bytes([int(sign, 8) & 255])
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    return b"" if sign[:1] in (b"\r", b"\n") else sign
