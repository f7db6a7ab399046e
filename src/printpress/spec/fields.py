"""Declarations of what may be written: each is a reader and a JSON Schema at once.

A :class:`Field` turns a node into a value and describes that value to editors, so that
reader, schema and ``printpress explain`` cannot disagree; :mod:`.values` and
:mod:`.records` make them. What is wrong is collected in a :class:`Reading`, not raised
one by one; :class:`Unread` only says that a value is missing from here on.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, NoReturn, TypeVar

from printpress.colour import Ink
from printpress.diagnostics import Both, Diagnostic, PressError, Span, error
from printpress.spec.source import ListNode, Located, MappingNode, Node, Scalar

T = TypeVar("T")
V = TypeVar("V")

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""


SHOWN_AT_MOST = 30
"""Characters of a value that a message repeats."""


class Unread(Exception):  # noqa: N818 - no fault of its own: the fault is reported
    """A value could not be read; what is wrong with it has been reported."""


@dataclass(slots=True)
class Reading:
    """What is known while a paper's files are read, and what was found."""

    root: Path
    """The paper's folder; no path leaves it."""
    house: str = "layouts/house.yaml"
    """The house's file from the root, for messages."""
    found: list[Diagnostic] = field(default_factory=list)
    """Everything to say so far."""
    sizes: Mapping[str, int] | None = None
    """Named type sizes; None until the house is read."""
    colours: Mapping[str, Ink] | None = None
    """Named colours; None until the house is read."""
    faces: list[Located[str]] = field(default_factory=list)
    """Faces that were named, to be looked up when ``fonts.yaml`` is read."""

    def report(self, diagnostic: Diagnostic) -> None:
        """Keep it for the end."""
        self.found.append(diagnostic)

    def refuse(self, diagnostic: Diagnostic) -> NoReturn:
        """Keep it, and go on without the value: raises :class:`Unread`."""
        self.found.append(diagnostic)
        raise Unread

    def attempt(self, step: Callable[[], T]) -> T | None:
        """What *step* gives; None where it could not, its reasons kept."""
        try:
            return step()
        except PressError as trouble:
            self.found.extend(trouble.diagnostics)
        except Unread:
            pass
        return None


@dataclass(slots=True)
class Draft:
    """A JSON Schema while it is written."""

    partial: bool = False
    """Whether keys may be missing, because a base gives them."""
    defs: dict[str, Schema] = field(default_factory=dict)
    """Named parts, which may contain themselves."""


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """How one value is written."""

    read: Callable[[Node, Reading], T]
    """The node as a value; raises :class:`Unread`."""
    schema: Callable[[Draft], Schema]
    """The same to editors."""
    example: str = ""
    """A value as one would write it."""
    keys: "tuple[Key, ...]" = ()
    """The keys of a record."""
    each: "Field[Any] | None" = None
    """What a list or a mapping holds."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a record."""

    name: str
    """As written, and as the record's builder takes it."""
    field: Field[Any]
    """Its value."""
    says: Both
    """What it is for."""
    required: bool = False
    """Whether it must be there."""
    standard: str | None = None
    """What is in force where it is missing, as one would write it."""
    default: Any = None
    """The value in force where it is missing and nothing could be written."""
    aliases: tuple[str, ...] = ()
    """Other spellings: the key in Chinese."""

    @property
    def description(self) -> str:
        """Both languages, for editors."""
        return f"{self.says.zh}\n{self.says.en}"


def label(node: Node) -> str:
    """The key a value belongs to, as messages name it."""
    return node.owner.text if node.owner else "this file"


def label_zh(node: Node) -> str:
    """The same in Chinese, quoted."""
    return f"“{node.owner.text}”" if node.owner else "本文件"


def label_en(node: Node) -> str:
    """The same in English, quoted."""
    return f'"{node.owner.text}"' if node.owner else "this file"


def seen(node: Node) -> Both:
    """What stands there, for messages."""
    if isinstance(node, MappingNode):
        return Both("a group of keys", "一组键")
    if isinstance(node, ListNode):
        return Both("a list", "一个列表")
    if node.empty:
        return Both("empty", "空的")
    text = " ".join(node.text.split())
    if len(text) > SHOWN_AT_MOST:
        text = f"{text[: SHOWN_AT_MOST - 1]}…"
    return Both(f'"{text}"', f"“{text}”")


def place(node: Node) -> Span:
    """Where to point for a value; for one that is not there, its key."""
    if isinstance(node, MappingNode):
        return node.place
    if isinstance(node, Scalar) and node.empty and node.owner and not node.text:
        return node.owner.span
    return node.span


def place_at(node: Node | None, *keys: str, default: Span) -> Span:
    """Where the value of a key in a key is written; *default* where it is not."""
    for key in keys:
        node = node.get(key) if isinstance(node, MappingNode) else None
    return default if node is None else place(node)


def wrong_type(node: Node, expected: Both, example: str) -> Diagnostic:
    """One kind of value in the place of another."""
    is_seen = seen(node)
    hint = Both("", "")
    if isinstance(node, Scalar) and "：" in node.text:
        hint = Both(
            "write the half-width colon and a space, `: `, not ：, or ",
            "用半角冒号加空格 `: `，不用 ：；或者",
        )
    fix_en = f"write {expected.en}" + (f", such as `{example}`" if example else "")
    fix_zh = f"写成{expected.zh}" + (f"，例如 `{example}`" if example else "")
    return error(
        "wrong-type",
        place(node),
        Both(
            f"{label_en(node)} is {is_seen.en}, not {expected.en}",
            f"{label_zh(node)}是{is_seen.zh}，应是{expected.zh}",
        ),
        fix=Both(hint.en + fix_en, hint.zh + fix_zh),
    )


GROUP = Both("a group of keys", "一组键")
LIST = Both("a list", "列表")
ONE_VALUE = Both("one value", "单个值")


def as_mapping(node: Node, reading: Reading, example: str = "") -> MappingNode:
    """The node, which has keys; raises :class:`Unread`."""
    if not isinstance(node, MappingNode):
        reading.refuse(wrong_type(node, GROUP, example))
    return node


def as_scalar(node: Node, reading: Reading, example: str = "") -> Scalar:
    """The node, which is one piece of text and not empty; raises :class:`Unread`."""
    if not isinstance(node, Scalar):
        reading.refuse(wrong_type(node, ONE_VALUE, example))
    if node.empty:
        reading.refuse(_empty_value(node, example))
    return node


def _empty_value(node: Node, example: str) -> Diagnostic:
    text = f"`{label(node)}: {example or '…'}`"
    return error(
        "empty-value",
        place(node),
        Both(f"{label_en(node)} has no value", f"{label_zh(node)}没有值"),
        fix=Both(f"write a value, such as {text}", f"写上值，例如 {text}"),
    )


def not_yet(span: Span, feature: Both) -> Diagnostic:
    """What this version reads but cannot set: never silently left out."""
    return error(
        "not-yet",
        span,
        Both(
            f"{feature.en}: comes with a later version of printpress",
            f"{feature.zh}：要到后续版本才支持",
        ),
        fix=Both(
            "delete this key for now; nothing that is written is left out silently",
            "暂且删去；写下的内容不会悄悄略过",
        ),
    )
