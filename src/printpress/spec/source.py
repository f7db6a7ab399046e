"""YAML files as trees of text, each piece with its place in the file.

Takes a file, gives a :data:`Node`. Scalars stay the text that was written, quoted or
not, until a field reads them: so ``2025-09-05``, ``1-5``, ``P02``, ``8.0`` and ``on``
mean what the writer meant. Only this module imports yaml.

Not handled: explicit tags, merge keys and several documents in one file; each is
refused in place, since none of them says anything about a newspaper.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NoReturn, TypeVar

from printpress.diagnostics import Diagnostic, PressError, Span, error
from printpress.spec import faults
from printpress.spec.lines import lines_of
from printpress.spec.syntax import in_words, strange_character

if TYPE_CHECKING:
    import yaml

T = TypeVar("T")

BYTES_AT_MOST = 2_000_000
"""Size of a file: a hundred times the longest story (against a wrong file's name)."""

DEPTH_AT_MOST = 32
"""Levels of nesting: a layout needs six."""

NODES_AT_MOST = 100_000
"""Values in one file, each alias counted as all that it stands for."""

ALIASES_AT_MOST = 100
"""Aliases (``*name``) in one file."""

TREES_KEPT = 128
"""Files whose trees are kept: an issue of eight pages has about sixty."""

EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
"""Unquoted scalars that say: nothing here."""


@dataclass(frozen=True, slots=True)
class Located(Generic[T]):
    """A value and where it was written."""

    value: T
    """The value."""
    span: Span = field(compare=False)
    """Its place."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text."""

    text: str
    """As written, escapes resolved."""
    quoted: bool
    """Whether it stood in quotes or in a block."""
    span: Span = field(compare=False)
    """Its place, quotes included."""
    file: Path = field(compare=False, repr=False)
    """The file it stands in: its paths are relative to that file."""
    owner: "Scalar | None" = field(default=None, compare=False, repr=False)
    """The key it belongs to, in a list too."""

    @property
    def empty(self) -> bool:
        """Whether it says that there is nothing: ``deck:`` or ``deck: null``."""
        return not self.quoted and self.text in EMPTY


@dataclass(frozen=True, slots=True)
class ListNode:
    """Values one after the other."""

    nodes: "tuple[Node, ...]"
    """The values."""
    span: Span = field(compare=False)
    """Its bracket, or its first dash."""
    file: Path = field(compare=False, repr=False)
    """The file it stands in."""
    owner: Scalar | None = field(default=None, compare=False, repr=False)
    """The key it belongs to."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping with its value."""

    key: Scalar
    """The key."""
    value: "Node"
    """Its value."""
    under: "Entry | None" = field(default=None, compare=False, repr=False)
    """The entry of a file below, whose place it takes."""


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys with values, in the order written; no key twice."""

    entries: tuple[Entry, ...]
    """The keys with their values."""
    span: Span = field(compare=False)
    """Its brace, or its first key."""
    file: Path = field(compare=False, repr=False)
    """The file it stands in."""
    owner: Scalar | None = field(default=None, compare=False, repr=False)
    """The key it belongs to."""
    taken: tuple[Entry, ...] = field(default=(), compare=False, repr=False)
    """Keys without a value that take away those of files below."""

    @property
    def place(self) -> Span:
        """Its key where it has one: what a message about the whole points at."""
        return self.owner.span if self.owner else self.span

    def get(self, key: str) -> "Node | None":
        """The value of a key, or None."""
        return next((e.value for e in self.entries if e.key.text == key), None)


Node = Scalar | ListNode | MappingNode


def read_text(path: Path, shown: str) -> str:
    """The file's text without a byte order mark.

    Raises :class:`PressError` where it cannot be read, is too large or not UTF-8.
    """
    try:
        raw = path.read_bytes()
    except OSError as trouble:
        reason = trouble.strerror or "it cannot be opened"
        _refuse(faults.unreadable(shown, reason))
    if len(raw) > BYTES_AT_MOST:
        _refuse(faults.too_large(shown, len(raw), BYTES_AT_MOST))
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as trouble:
        before = raw[: trouble.start].decode("utf-8")
        _refuse(faults.not_utf8(shown, before, raw))


def load_yaml(path: Path, shown: str) -> Node:
    """The file as a tree; *shown* is its path in messages.

    Raises :class:`PressError` with every syntax error that can be told in one go.
    """
    return parse_yaml(read_text(path, shown), path, shown)


@lru_cache(maxsize=TREES_KEPT)
def parse_yaml(text: str, path: Path, shown: str, *, first_line: int = 1) -> Node:
    """The text as a tree, its first line being the file's line *first_line*.

    Raises :class:`PressError`. What was read last is kept: a preview that runs all day
    reads the same layouts again with every edit.
    """
    strange = strange_character(text, shown, first_line)
    if strange:
        _refuse(strange)
    return _Builder(text, path, shown, first_line).build()


def source_line(span: Span) -> str | None:
    """The text of the span's line as the file has it now; None where it has none."""
    if span.line < 1:
        return None
    try:
        changed = Path(span.file).stat().st_mtime_ns
        lines = _lines_in(span.file, changed)
    except (OSError, ValueError):
        return None
    return lines[span.line - 1] if span.line <= len(lines) else None


@lru_cache(maxsize=16)
def _lines_in(file: str, changed: int) -> tuple[str, ...]:  # noqa: ARG001 - a cache key
    raw = Path(file).read_bytes()[:BYTES_AT_MOST].removeprefix(b"\xef\xbb\xbf")
    return tuple(lines_of(raw.decode("utf-8", errors="replace")))


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been reached."""

    span: Span
    owner: Scalar | None
    anchor: str | None
    mapping: bool
    nodes: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None
    size: int = 1


class _Builder:
    """Turns the parser's events into nodes, without recursion."""

    def __init__(self, text: str, path: Path, shown: str, first_line: int) -> None:
        self.text = text
        self.lines = lines_of(text)
        self.path = path
        self.shown = shown
        self.first_line = first_line
        self.found: list[Diagnostic] = []
        self.open: list[_Open] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.aliases = 0
        self.root: Node | None = None

    def build(self) -> Node:
        import yaml

        # The C parser reports "\0" as the end of the text and miscounts lone
        # surrogates, so both were refused before it is asked.
        try:
            for event in self._events():
                self._take(event)
        except yaml.MarkedYAMLError as trouble:
            self.found.append(self._syntax(trouble))
        if self.found:
            raise PressError(self.found)
        root = self.root
        if root is None or (isinstance(root, Scalar) and root.empty):
            _refuse(faults.empty(self.shown, self.first_line))
        return root

    def _events(self) -> "Iterator[yaml.Event]":
        import yaml

        return iter(yaml.parse(self.text, Loader=yaml.CSafeLoader))

    def _take(self, event: "yaml.Event") -> None:
        import yaml

        if isinstance(event, yaml.DocumentStartEvent):
            if self.root is not None:
                _refuse(faults.second_document(self._span(event)))
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()

    def _span(self, event: "yaml.Event") -> Span:
        """The event's place; of several lines, the part on the first."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:  # only events made by hand have no marks
            return Span(self.shown, 0, 0)
        at, column = self._within(start.line, start.column)
        whole = end.line == start.line
        last = end.column if whole else len(self.lines[at].rstrip())
        length = max(1, last - column)
        return Span(self.shown, at + self.first_line, column + 1, length)

    def _within(self, line: int, column: int) -> tuple[int, int]:
        """The place, or the text's end: the parser ends a last line that does not."""
        if line < len(self.lines):
            return line, column
        return len(self.lines) - 1, len(self.lines[-1])

    def _owner(self) -> Scalar | None:
        if not self.open:
            return None
        top = self.open[-1]
        return top.key if top.mapping else top.owner

    def _scalar(self, event: "yaml.ScalarEvent") -> None:
        span = self._span(event)
        self._no_tag(event.tag, span)
        quoted = bool(event.style)
        text = event.value
        strange = strange_character(text.replace("\t", " "), self.shown, 1)
        if strange:  # written as an escape: "\0"
            _refuse(_moved(strange, span))
        node = Scalar(text, quoted, span, self.path, self._owner())
        self._anchor(event.anchor, node, 1)
        self._add(node, 1)

    def _start(self, event: "yaml.CollectionStartEvent") -> None:
        import yaml

        span = self._span(event)
        self._no_tag(event.tag, span)
        if len(self.open) >= DEPTH_AT_MOST:
            _refuse(faults.too_deep(span, DEPTH_AT_MOST))
        if self.open and self.open[-1].mapping and self.open[-1].key is None:
            _refuse(faults.collection_as_key(span))
        mapping = isinstance(event, yaml.MappingStartEvent)
        self.open.append(_Open(span, self._owner(), event.anchor, mapping))

    def _end(self) -> None:
        done = self.open.pop()
        node: Node
        if done.mapping:
            entries = tuple(done.entries.values())
            # A block has no bracket of its own: its first key stands for it.
            flow = self._char_at(done.span) == "{"
            span = done.span if flow or not entries else entries[0].key.span
            node = MappingNode(entries, span, self.path, done.owner)
        else:
            node = ListNode(tuple(done.nodes), done.span, self.path, done.owner)
        self._anchor(done.anchor, node, done.size)
        self._add(node, done.size)

    def _char_at(self, span: Span) -> str:
        line = self.lines[span.line - self.first_line]
        return line[span.column - 1 : span.column]

    def _alias(self, event: "yaml.AliasEvent") -> None:
        span = self._span(event)
        self.aliases += 1
        if self.aliases > ALIASES_AT_MOST:
            _refuse(faults.too_many(span, "aliases", "别名", ALIASES_AT_MOST))
        name = event.anchor or ""
        known = self.anchors.get(name)
        if known is None:
            _refuse(faults.unknown_alias(span, name))
        self._add(*known)

    def _anchor(self, anchor: str | None, node: Node, size: int) -> None:
        if anchor is not None:
            self.anchors[anchor] = (node, size)

    def _no_tag(self, tag: str | None, span: Span) -> None:
        if tag is not None:
            _refuse(faults.tagged(span, tag))

    def _add(self, node: Node, size: int) -> None:
        """Put the finished node where it belongs: root, list, key or value."""
        if not self.open:
            self.root = node
            return
        top = self.open[-1]
        top.size += size
        if top.size > NODES_AT_MOST:
            _refuse(faults.too_many(node.span, "values", "值", NODES_AT_MOST))
        if not top.mapping:
            top.nodes.append(node)
        elif top.key is None:
            top.key = self._as_key(node)
        else:
            top.entries.setdefault(top.key.text, Entry(top.key, node))
            top.key = None

    def _as_key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            _refuse(faults.collection_as_key(node.span))
        if node.text == "<<" and not node.quoted:
            _refuse(faults.merge_key(node.span))
        first = self.open[-1].entries.get(node.text)
        if first is not None:
            self.found.append(faults.duplicate(node.text, node.span, first.key.span))
        return node

    def _syntax(self, trouble: "yaml.MarkedYAMLError") -> Diagnostic:
        start = trouble.context_mark
        mark = trouble.problem_mark or start
        line, column = (mark.line, mark.column) if mark else (0, 0)
        line, column = self._within(line, column)
        began = None
        if start and (start.line, start.column) != (line, column):
            at = start.line + self.first_line
            began = Span(self.shown, at, start.column + 1)
        span = Span(self.shown, line + self.first_line, column + 1)
        return in_words(trouble.problem or "", span, began, self._line)

    def _line(self, span: Span) -> str:
        index = span.line - self.first_line
        return self.lines[index] if index < len(self.lines) else ""


def _refuse(diagnostic: Diagnostic) -> NoReturn:
    raise PressError([diagnostic])


def _moved(diagnostic: Diagnostic, span: Span) -> Diagnostic:
    return error(diagnostic.code, span, diagnostic.what, fix=diagnostic.fix)
