"""Declarations of what may be written: each is a reader and a JSON Schema at once.

A :class:`Field` turns a node into a value and describes that value to editors. Records
are declared as keys with fields, so reader, schema and ``printpress explain`` cannot
disagree. What is wrong is collected in a :class:`Reading`, not raised one by one;
:class:`Unread` only says that a value is missing from here on.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, NoReturn, TypeVar

from printpress.colour import Ink
from printpress.diagnostics import (
    Both,
    Diagnostic,
    Note,
    PressError,
    Severity,
    Span,
    error,
)
from printpress.spec.nearest import did_you_mean, listed, nearest
from printpress.spec.source import Entry, ListNode, Located, MappingNode, Node, Scalar

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


def warning(
    code: str, span: Span | None, what: Both, *, fix: Both, why: Both | None = None
) -> Diagnostic:
    """A diagnostic that does not stop the press."""
    return Diagnostic(code, Severity.WARNING, span, what, fix, why)


def _wrong_type(node: Node, expected: Both, example: str) -> Diagnostic:
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
        reading.refuse(_wrong_type(node, GROUP, example))
    return node


def as_scalar(node: Node, reading: Reading, example: str = "") -> Scalar:
    """The node, which is one piece of text and not empty; raises :class:`Unread`."""
    if not isinstance(node, Scalar):
        reading.refuse(_wrong_type(node, ONE_VALUE, example))
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


def record(
    make: Callable[[MappingNode, dict[str, Any]], T], *keys: Key, example: str = ""
) -> Field[T]:
    """A group of known keys; *make* takes the node and the values by key name."""
    spellings = {name: key for key in keys for name in (key.name, *key.aliases)}

    def read(node: Node, reading: Reading) -> T:
        mapping = as_mapping(node, reading, example)
        given, meant = _given(mapping, spellings, reading)
        values, whole = {}, True
        for key in keys:
            try:
                if key.name in meant and key.name not in given:
                    raise Unread  # written with a slip, which is reported
                values[key.name] = _value_of(key, given, mapping, reading)
            except Unread:
                whole = False
        if not whole:
            raise Unread
        return make(mapping, values)

    return Field(read, lambda draft: _record_schema(keys, draft), example, keys)


def _given(
    mapping: MappingNode, spellings: Mapping[str, Key], reading: Reading
) -> tuple[dict[str, Entry], set[str]]:
    """The entries by key, and the keys that others were probably meant to be."""
    given: dict[str, Entry] = {}
    meant: set[str] = set()
    for entry in mapping.entries:
        key = spellings.get(entry.key.text)
        if key is None:
            reading.report(_unknown_key(entry.key, mapping, spellings))
            near = nearest(entry.key.text.split("：")[0], spellings)
            if near is not None:
                meant.add(spellings[near].name)
        elif key.name in given:
            reading.report(_twice(entry.key, given[key.name].key))
        else:
            given[key.name] = entry
    return given, meant


def _value_of(
    key: Key, given: Mapping[str, Entry], mapping: MappingNode, reading: Reading
) -> Any:
    entry = given.get(key.name)
    if entry is None:
        if key.required:
            reading.refuse(_missing_key(key, mapping))
        return _standard(key, mapping, reading)
    empty = isinstance(entry.value, Scalar) and entry.value.empty
    if empty and not key.required:  # `deck:` left open means: no deck
        return _standard(key, mapping, reading)
    return key.field.read(entry.value, reading)


def _standard(key: Key, mapping: MappingNode, reading: Reading) -> Any:
    if key.standard is None:
        return key.default
    if key.standard == "{}":
        return key.field.read(MappingNode((), mapping.span, mapping.file), reading)
    quiet = Scalar(key.standard, quoted=True, span=mapping.span, file=mapping.file)
    return key.field.read(quiet, reading)


def _unknown_key(
    key: Scalar, mapping: MappingNode, spellings: Mapping[str, Key]
) -> Diagnostic:
    head = key.text.split("：")[0]
    if head != key.text and head in spellings:
        guess = Both(
            f"write `{head}: ` with a half-width colon and a space; ",
            f"写成 `{head}: `，用半角冒号加空格；",
        )
    else:
        guess = did_you_mean(key.text, spellings)
    names = listed(key.name for key in dict.fromkeys(spellings.values()))
    where_en = f"of {label_en(mapping)}" if mapping.owner else "here"
    where_zh = f"{label_zh(mapping)}的" if mapping.owner else "这里的"
    return error(
        "unknown-key",
        key.span,
        Both(f'"{key.text}" is no key {where_en}', f"“{key.text}”不是{where_zh}键"),
        fix=Both(
            f"{guess.en}keys here: {names.en}", f"{guess.zh}这里可用的键：{names.zh}"
        ),
    )


def _twice(key: Scalar, first: Scalar) -> Diagnostic:
    return error(
        "duplicate-key",
        key.span,
        Both(
            f'"{key.text}" and "{first.text}" are the same key',
            f"“{key.text}”和“{first.text}”是同一个键",
        ),
        fix=Both("delete one of the two", "删去其中一个"),
        notes=(Note(first.span, Both("it is first written here", "第一次写在这里")),),
    )


def _missing_key(key: Key, mapping: MappingNode) -> Diagnostic:
    name_zh = key.aliases[0] if key.aliases else key.name
    spelled = f"（“{name_zh}”）" if key.aliases else ""
    return error(
        "missing-key",
        mapping.place,
        Both(
            f'{label_en(mapping)} has no "{key.name}"',
            f"{label_zh(mapping)}缺少“{key.name}”{spelled}",
        ),
        fix=Both(
            f"add `{key.name}: {key.field.example}`",
            f"加上 `{name_zh}: {key.field.example}`",
        ),
    )


def _record_schema(keys: tuple[Key, ...], draft: Draft) -> Schema:
    properties: Schema = {}
    required: list[Schema] = []
    for key in keys:
        schema = _key_schema(key, draft)
        for name in (key.name, *key.aliases):
            properties[name] = schema
        if key.required and not draft.partial:
            names = [{"required": [name]} for name in (key.name, *key.aliases)]
            required.append(names[0] if len(names) == 1 else {"anyOf": names})
    schema = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    plain = [part["required"][0] for part in required if "required" in part]
    either = [part for part in required if "anyOf" in part]
    if plain:
        schema["required"] = plain
    if either:
        schema["allOf"] = either
    return schema


def _key_schema(key: Key, draft: Draft) -> Schema:
    schema = key.field.schema(draft)
    if not key.required or draft.partial:
        schema = nullable(schema)
    schema = {"description": key.description, **schema}
    if key.standard is not None:
        schema["description"] += f"\n缺省 default: {key.standard}"
    return schema


def nullable(schema: Schema) -> Schema:
    """The schema of the same value or nothing."""
    if isinstance(schema.get("type"), str) and "enum" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    if set(schema) == {"anyOf"}:
        return {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    return {"anyOf": [schema, {"type": "null"}]}


def mapping_of(
    key: Field[V], value: Field[T], *, least: int = 0, example: str = ""
) -> Field[dict[V, T]]:
    """Names that the writer chooses, each with a value."""

    def read(node: Node, reading: Reading) -> dict[V, T]:
        mapping = as_mapping(node, reading, example)
        if len(mapping.entries) < least:
            reading.refuse(_too_few(node, least, example))
        values: dict[V, T] = {}
        whole = True
        for entry in mapping.entries:
            try:
                name = key.read(entry.key, reading)
                if name in values:
                    reading.refuse(_same_name(entry.key))
                values[name] = value.read(entry.value, reading)
            except Unread:
                whole = False
        if not whole:
            raise Unread
        return values

    def schema(draft: Draft) -> Schema:
        held = value.schema(draft)
        names = {k: v for k, v in key.schema(draft).items() if k == "pattern"}
        described: Schema = {
            "type": "object",
            "additionalProperties": nullable(held) if draft.partial else held,
        }
        if names:
            described["propertyNames"] = names
        if least and not draft.partial:
            described["minProperties"] = least
        return described

    return Field(read, schema, example, each=value)


def _same_name(key: Scalar) -> Diagnostic:
    return error(
        "duplicate-key",
        key.span,
        Both(
            f'"{key.text}" is already given in another spelling',
            f"“{key.text}”已用另一种写法给出",
        ),
        fix=Both("delete one of the two", "删去其中一个"),
    )


def _too_few(node: Node, least: int, example: str) -> Diagnostic:
    return error(
        "too-few",
        place(node),
        Both(
            f"{label_en(node)} is empty; at least {least} belongs here",
            f"{label_zh(node)}是空的，至少要有 {least} 项",
        ),
        fix=Both(f"write `{example}`", f"写成 `{example}`"),
    )


def list_of(
    each: Field[T], *, least: int = 0, most: int | None = None, example: str = ""
) -> Field[tuple[T, ...]]:
    """Values one after the other."""

    def read(node: Node, reading: Reading) -> tuple[T, ...]:
        if not isinstance(node, ListNode):
            reading.refuse(_wrong_type(node, LIST, example))
        count = len(node.nodes)
        if count < least or (most is not None and count > most):
            reading.refuse(_wrong_count(node, least, most, example))
        return _read_each(each, node.nodes, reading)

    def schema(draft: Draft) -> Schema:
        described: Schema = {"type": "array", "items": each.schema(draft)}
        if least:
            described["minItems"] = least
        if most is not None:
            described["maxItems"] = most
        return described

    return Field(read, schema, example, each=each)


def _read_each(
    each: Field[T], nodes: tuple[Node, ...], reading: Reading
) -> tuple[T, ...]:
    values, whole = [], True
    for node in nodes:
        try:
            values.append(each.read(node, reading))
        except Unread:
            whole = False
    if not whole:
        raise Unread
    return tuple(values)


def _wrong_count(
    node: ListNode, least: int, most: int | None, example: str
) -> Diagnostic:
    count = len(node.nodes)
    allowed = str(least) if least == most else f"{least}-{most}"
    if most is None:
        allowed = f"≥ {least}"
    return error(
        "wrong-count",
        node.span,
        Both(
            f"{label_en(node)} has {count} values; it takes {allowed}",
            f"{label_zh(node)}有 {count} 个值，应有 {allowed} 个",
        ),
        fix=Both(
            f"write `{label(node)}: {example}`", f"写成 `{label(node)}: {example}`"
        ),
    )


def one_or_more(each: Field[T], example: str = "") -> Field[tuple[T, ...]]:
    """One value, or a list of them."""
    many = list_of(each, least=1, example=example)

    def read(node: Node, reading: Reading) -> tuple[T, ...]:
        if isinstance(node, ListNode):
            return many.read(node, reading)
        return (each.read(node, reading),)

    def schema(draft: Draft) -> Schema:
        return {"anyOf": [each.schema(draft), many.schema(draft)]}

    return Field(read, schema, example, each=each)


def located(inner: Field[T]) -> Field[Located[T]]:
    """The value together with its place."""

    def read(node: Node, reading: Reading) -> Located[T]:
        return Located(inner.read(node, reading), place(node))

    return Field(read, inner.schema, inner.example, inner.keys, inner.each)


def followed(inner: Field[T], then: Callable[[Reading, T], V]) -> Field[V]:
    """A value that is made into another, or kept for what is read after it."""

    def read(node: Node, reading: Reading) -> V:
        return then(reading, inner.read(node, reading))

    return Field(read, inner.schema, inner.example, inner.keys, inner.each)


def recursive(name: str, inner: Callable[[], Field[T]]) -> Field[T]:
    """A field that may contain itself, under a name in the schema."""

    def read(node: Node, reading: Reading) -> T:
        return inner().read(node, reading)

    def schema(draft: Draft) -> Schema:
        if name not in draft.defs:
            draft.defs[name] = {}  # a mark, so that the inner one ends here
            draft.defs[name] = inner().schema(draft)
        return {"$ref": f"#/$defs/{name}"}

    return Field(read, schema)


def later(inner: Field[T], feature: Both) -> Field[T]:
    """A value that is read, and then refused: this version cannot set it."""

    def read(node: Node, reading: Reading) -> T:
        value = inner.read(node, reading)
        reading.report(not_yet(place(node), feature))
        return value

    return Field(read, inner.schema, inner.example, inner.keys, inner.each)


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
