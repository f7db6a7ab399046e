"""Which normal forms a story lacks, as a list to be looked at, and the story with them.

Only words are touched: the texts in the head, the paragraphs below it. Keys, paths,
addresses, code and the signs of the markup stay, whatever they look like.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from printpress.diagnostics import PressError
from printpress.intake.normalise import KINDS, Edit
from printpress.spec.source import ListNode, MappingNode, Node, Scalar, parse_yaml

_KEYS: Final = frozenset(
    {"headline", "kicker", "deck", "byline", "guide", "jump_head", "caption", "credit"}
    | {"quote", "text", "speaker", "title", "lines", "facts"}
    | {"主题", "引题", "副题", "署名", "导读", "转版题", "说明", "摄影", "引语", "文字"}
    | {"出自", "标题", "条目", "资料"}
)
"""Keys of a story's head whose values are printed."""

_NAMES: Final = frozenset({"byline", "credit", "speaker", "署名", "摄影", "出自"})
"""Those in which a blank parts a name from a post: John Severns 摄."""

_ADDRESS: Final = (
    r"[A-Za-z][A-Za-z0-9+.-]*://[^\s\u3000-\u303f\uff00-\uffef\u4e00-\u9fff“”‘’]+"
    r"|www\.[^\s\u3000-\u303f\uff00-\uffef\u4e00-\u9fff“”‘’]+"
    r"|[A-Za-z0-9.+_-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
_COUNT: Final = r"(?:\d{1,9}|[一二三四五六七八九十]{1,3})"
_DASHES: Final = r"[ \t]*[:：]?[-–—－]+[:：]?[ \t]*"
"""A cell of the line between a table's head and its rows."""
_HANDS_OFF: Final = re.compile(
    rf"{_ADDRESS}"
    r"|\\[!-/:-@\[-`{-~]"
    r"|`[^`]*`?"
    r"|!?\[[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])|\[\^[^\]\n]*\]:?"
    r"|\{[^{}\n]*\}"
    r"|</?[A-Za-z][^<>\n]*>|<[!?][^<>\n]*>"
    r"|^[ \t\u3000]*(?:#{1,6}|[-+*]|\d{1,9}[.)]|>)[ \t\u3000]+"
    rf"|^[ \t\u3000]*(?:{_COUNT}[、．.]|[（(]{_COUNT}[）)])[ \t\u3000]*"
    r"|^[ \t]*[:：]{3,}.*$"
    rf"|^[ \t]*[|｜]?{_DASHES}(?:[|｜]{_DASHES})*[|｜]?[ \t\r]*$"
    r"|^[ \t]*(?:[*_=][ \t]*){3,}\r?$",
    re.MULTILINE,
)
"""What no rule may change."""
_IN_HEAD: Final = re.compile(_ADDRESS)
_BEGINS_ANEW: Final = re.compile(
    rf"\u3000\u3000|[ \t]*(?:[|｜:：#>]|[-+*][ \t]|\d{{1,9}}[.)][ \t]|\[\^"
    rf"|{_COUNT}[、．]|[（(]{_COUNT}[）)])"
)
_FENCE: Final = re.compile(r"[ \t]*[:：]{3,}[ \t]*(?P<words>\S*)")
_AROUND: Final = 6
"""Characters shown on both sides of a change."""
_PASSES: Final = 12
"""More than one: a rule may make what another changes."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change proposed."""

    kind: str
    """Its name in :data:`.normalise.KINDS`."""
    line: int
    """The file's line."""
    column: int
    """Its column, counted after the changes before it on that line."""
    before: str
    """The words round it as they are."""
    after: str
    """And as they would be."""


class _Unit(NamedTuple):
    """A stretch of the file that rules are applied to."""

    start: int
    end: int
    head: bool
    """Whether it is a value in the head."""
    kept: bool
    """Whether its blanks are meant: a line of a poem, a name with its post."""
    follows: bool
    """Whether a line stands right above, so that its indent begins a paragraph."""


def proposals(
    text: str, shown: str, kinds: Collection[str] = tuple(KINDS)
) -> tuple[Proposal, ...]:
    """What would be changed, in the order of the file."""
    return tuple(_applied(text, shown, kinds)[1])


def tidied(text: str, shown: str, kinds: Collection[str] = tuple(KINDS)) -> str:
    """The story with everything changed. Done again, it changes nothing."""
    return _applied(text, shown, kinds)[0]


def _applied(
    text: str, shown: str, kinds: Collection[str]
) -> tuple[str, list[Proposal]]:
    told: list[Proposal] = []
    parts: list[str] = []
    at = 0
    for unit in _units(text, shown):
        new, found = _changed(text, unit, kinds)
        parts += [text[at : unit.start], new]
        told += found
        at = unit.end
    return "".join((*parts, text[at:])), told


def _changed(
    text: str, unit: _Unit, kinds: Collection[str]
) -> tuple[str, list[Proposal]]:
    """A unit with the kinds applied until nothing changes, and each change."""
    words = text[unit.start : unit.end]
    line = text.count("\n", 0, unit.start) + 1
    margin = unit.start - (text.rfind("\n", 0, unit.start) + 1)
    off = _IN_HEAD if unit.head else _HANDS_OFF
    wanted = [kind for kind in KINDS if kind in kinds and _applies(kind, unit)]
    found: list[Proposal] = []
    for _ in range(_PASSES):
        before = words
        for kind in wanted:
            edits = _allowed(words, kind, off)
            found += [_told(words, kind, edit, line, margin) for edit in edits]
            words = _with(words, edits)
        if words == before:
            break
    found.sort(key=lambda one: (one.line, one.column))
    if unit.follows and words and not text[unit.start].strip() and words[0].strip():
        words = "\n" + words
    return words, found


def _applies(kind: str, unit: _Unit) -> bool:
    if unit.head:
        spared = ("indents", "entities", *(("spaces",) if unit.kept else ()))
        return kind not in spared
    return kind != "indents" or not unit.kept


def _allowed(words: str, kind: str, off: re.Pattern[str]) -> list[Edit]:
    """The edits of a kind that touch nothing that hands are to be kept off."""
    closed = [match.span() for match in off.finditer(words) if match[0]]
    return [
        edit
        for edit in sorted(KINDS[kind][1](words))
        if kind == "indents"
        or not any(start < edit.end and edit.start < end for start, end in closed)
    ]


def _with(words: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        words = words[: edit.start] + edit.instead + words[edit.end :]
    return words


def _told(words: str, kind: str, edit: Edit, line: int, margin: int) -> Proposal:
    left = words[max(0, edit.start - _AROUND) : edit.start]
    right = words[edit.end : edit.end + _AROUND]
    above = words[: edit.start]
    column = edit.start - (above.rfind("\n") + 1) + 1
    down = above.count("\n")
    return Proposal(
        kind,
        line + down,
        column if down else column + margin,
        _one_line(left + words[edit.start : edit.end] + right),
        _one_line(left + edit.instead + right),
    )


def _one_line(words: str) -> str:
    return words.replace("\r", "").replace("\n", "⏎")


# --- what is looked at ----------------------------------------------------------------


def _units(text: str, shown: str) -> Iterator[_Unit]:
    """The values of the head and the paragraphs of the body, in their order."""
    lines = text.split("\n")
    begins = lines[0].removeprefix("\ufeff").rstrip() == "---"
    end = next((i for i, n in enumerate(lines[1:], 1) if n.rstrip() == "---"), 0)
    if not (begins and end):
        return
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    yield from _head_units(text, lines[1:end], starts, shown)
    yield from _body_units(lines, starts, end + 1)


def _head_units(
    text: str, lines: list[str], starts: list[int], shown: str
) -> Iterator[_Unit]:
    head = "\n".join(line.rstrip("\r") for line in lines)
    try:
        tree = parse_yaml(head, Path(shown), shown, first_line=2)
    except PressError:
        return
    found = []
    for key, scalar in _values(tree):
        start = starts[scalar.span.line - 1] + scalar.span.column - 1
        end = start + scalar.span.length
        if scalar.quoted:
            start, end = start + 1, end - 1
        if text[start:end] == scalar.text:  # neither escaped nor of several lines
            kept = key in _NAMES
            found.append(_Unit(start, end, head=True, kept=kept, follows=False))
    yield from sorted(found)


def _values(node: Node, key: str = "") -> Iterator[tuple[str, Scalar]]:
    """The values that are printed, by their keys."""
    if isinstance(node, MappingNode):
        for entry in node.entries:
            yield from _values(entry.value, entry.key.text)
    elif isinstance(node, ListNode):
        for each in node.nodes:
            yield from _values(each, key)
    elif key in _KEYS:
        yield key, node


def _body_units(lines: list[str], starts: list[int], first: int) -> Iterator[_Unit]:
    """Stretches of lines that make one paragraph."""
    begun: int | None = None
    verse = fenced = False
    for number in range(first, len(lines)):
        line = lines[number]
        blank = not line.strip()
        fence = _FENCE.match(line)
        ends = blank or verse or fence or _BEGINS_ANEW.match(line)
        if begun is not None and ends:
            yield _unit(lines, starts, (begun, number), first, kept=fenced)
            begun = None
        if fence:
            verse = fenced = bool(fence["words"])
        elif not blank and begun is None:
            begun = number
    if begun is not None:
        yield _unit(lines, starts, (begun, len(lines)), first, kept=fenced)


def _unit(
    lines: list[str],
    starts: list[int],
    span: tuple[int, int],
    first: int,
    *,
    kept: bool,
) -> _Unit:
    begun, ended = span
    end = starts[ended] - 1
    follows = begun > first and bool(lines[begun - 1].strip())
    return _Unit(starts[begun], end, head=False, kept=kept, follows=follows)
