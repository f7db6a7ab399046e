"""Files that extend others of their kind: a layout its base, a house its preset.

Keys are taken over one by one, inner keys too, so a file says only what it has
otherwise. A list is one value: it takes the place of the whole list below it. A file
that extends several takes a key from the last of them that has it.
"""

from dataclasses import dataclass, replace
from typing import Literal

from printpress.diagnostics import Both, Diagnostic, Span, error
from printpress.spec.fields import Reading, as_mapping, as_scalar
from printpress.spec.root import CALLED, load_named, unknown_name
from printpress.spec.source import Entry, ListNode, MappingNode, Node, Scalar


@dataclass(frozen=True, slots=True)
class Extending:
    """Where the files of a kind lie and what they are called."""

    kind: Literal["house", "layout"]
    """The kind."""
    folders: tuple[str, ...]
    """Folders that such a file is looked for in, from the root."""
    bases: tuple[str, ...]
    """Folders for a file that is extended."""
    example: str
    """Such a file's keys, for messages."""


def with_bases(
    name: str,
    span: Span | None,
    kind: Extending,
    reading: Reading,
    above: tuple[str, ...] = (),
) -> MappingNode:
    """The file's keys with those of its bases put under its own.

    *span* is where it is named, *above* are the files that extend it. Raises
    :class:`~printpress.spec.fields.Unread`.
    """
    if name in above:
        reading.refuse(_cycle(span, (*above, name), CALLED[kind.kind]))
    folders = kind.bases if above else kind.folders
    files = (load_named(folder, name, reading) for folder in folders)
    file = next((file for file in files if file is not None), None)
    if file is None:
        reading.refuse(unknown_name(kind.kind, name, span, folders, reading))
    node = as_mapping(file, reading, kind.example)
    under: MappingNode | None = None
    for wanted in _named(node, reading):
        base = with_bases(wanted.text, wanted.span, kind, reading, (*above, name))
        under = base if under is None else merged(under, base)
    return node if under is None else merged(under, node)


def _named(node: MappingNode, reading: Reading) -> tuple[Scalar, ...]:
    """The files that it extends; of several the last wins."""
    base = node.get("extends")
    if base is None:
        return ()
    each = base.nodes if isinstance(base, ListNode) else (base,)
    named = (as_scalar(one, reading, "base") for one in each)
    return tuple({one.text: one for one in named}.values())


def merged(
    base: MappingNode, over: MappingNode, levels: int | None = None
) -> MappingNode:
    """The keys of both, those of *over* winning one by one, inner keys too.

    An inner key without a value takes the base's away: ``folio:`` drops the folio.
    Below so many *levels* of keys a value is whole.
    """
    entries = {entry.key.text: entry for entry in base.entries}
    taken = [*base.taken]
    for entry in over.entries:
        known = entries.get(entry.key.text)
        if _empty(entry.value) and known is not None:
            del entries[entry.key.text]
            taken.append(replace(entry, under=known))
        elif known is not None:
            entries[entry.key.text] = _joined(known, entry, levels)
        else:
            entries[entry.key.text] = entry
    return replace(over, entries=tuple(entries.values()), taken=tuple(taken))


def _joined(base: Entry, over: Entry, levels: int | None) -> Entry:
    lower, upper = base.value, over.value
    if isinstance(lower, MappingNode) and isinstance(upper, MappingNode):
        if levels is None:
            return Entry(over.key, merged(lower, upper))
        if levels > 1:
            return Entry(over.key, merged(lower, upper, levels - 1))
    return replace(over, under=base)


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.empty


def _cycle(span: Span | None, names: tuple[str, ...], called: Both) -> Diagnostic:
    chain = " → ".join(names)
    return error(
        "extends-cycle",
        span,
        Both(
            f"a {called.en} extends itself: {chain}", f"{called.zh}继承成了环：{chain}"
        ),
        fix=Both(
            f"delete one `extends`, or extend a {called.en} that stands on its own",
            f"删去其中一个 extends，或改为继承独立的{called.zh}",
        ),
    )
