"""Lists, groups of keys and mappings, put together from smaller fields.

A record is declared as keys with fields. Children are read one by one, so that every
mistake in a file is told at once; the whole is missing if any child is.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from printpress.diagnostics import Both, Diagnostic, Note, error
from printpress.spec.fields import (
    LIST,
    Draft,
    Field,
    Key,
    Reading,
    Schema,
    Unread,
    as_mapping,
    label,
    label_en,
    label_zh,
    not_yet,
    place,
    wrong_type,
)
from printpress.spec.nearest import did_you_mean, listed, nearest
from printpress.spec.source import Entry, ListNode, Located, MappingNode, Node, Scalar

T = TypeVar("T")
V = TypeVar("V")


def record(
    make: Callable[[MappingNode, dict[str, Any]], T], *keys: Key, example: str = ""
) -> Field[T]:
    """A group of known keys; *make* takes the node and the values by key name."""
    spellings = {name: key for key in keys for name in (key.name, *key.aliases)}

    def read(node: Node, reading: Reading) -> T:
        mapping = as_mapping(node, reading, example)
        given = _given(mapping, spellings, reading)
        values, whole = {}, True
        for key in keys:
            try:
                values[key.name] = _value_of(key, given, mapping, reading)
            except Unread:
                whole = False
        if not whole:
            raise Unread
        return make(mapping, values)

    return Field(read, lambda draft: _record_schema(keys, draft), example, keys)


def _given(
    mapping: MappingNode, spellings: Mapping[str, Key], reading: Reading
) -> dict[str, Entry | None]:
    """The entries by key; None for a key that is there with a slip in its name."""
    given: dict[str, Entry | None] = {}
    for entry in mapping.entries:
        key = spellings.get(entry.key.text)
        if key is None:
            reading.report(_unknown_key(entry.key, mapping, spellings))
            near = nearest(entry.key.text.split("：")[0], spellings)
            if near is not None:
                given.setdefault(spellings[near].name, None)
            continue
        first = given.get(key.name)
        if first is not None:
            reading.report(_twice(entry.key, first.key))
        else:
            given[key.name] = entry
    return given


def _value_of(
    key: Key, given: Mapping[str, Entry | None], mapping: MappingNode, reading: Reading
) -> Any:
    entry = given.get(key.name)
    if entry is None:
        if key.required and key.name in given:
            raise Unread
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
    names = listed(dict.fromkeys(key.name for key in spellings.values()))
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
            reading.refuse(wrong_type(node, LIST, example))
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
