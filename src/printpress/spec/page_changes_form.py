"""How pages are changed: a page's keys, none of them needed, under its number.

What is read here is kept as it was written: only together with the page that it changes
is it a page.
"""

from printpress.diagnostics import Both, Diagnostic, error
from printpress.spec.fields import Draft, Field, Reading, Schema, as_mapping
from printpress.spec.page_form import PAGE, PAGE_NUMBER
from printpress.spec.records import nullable
from printpress.spec.source import MappingNode, Node, Scalar
from printpress.spec.style_lock import PAGE_KEYS, locked_out

Changes = dict[tuple[int, ...], tuple[Scalar, MappingNode | None]]
"""Page numbers → where they are written, and what is otherwise; None: nothing at all.
"""

LEVELS = 2
"""Keys of a page, then slots and posts: what stands there is replaced as a whole."""

EXAMPLE = "{6: {stories: {lead: our-school}}}"


def changes_of(node: MappingNode, reading: Reading) -> Changes:
    """The pages that are changed, by their numbers. Raises :class:`Unread`."""
    changes: Changes = {}
    for entry in node.entries:
        numbers = PAGE_NUMBER.read(entry.key, reading)
        empty = isinstance(entry.value, Scalar) and entry.value.empty
        if empty:
            changes[numbers] = entry.key, None
            continue
        page = as_mapping(entry.value, reading, EXAMPLE)
        changes[numbers] = entry.key, locked_out(page, PAGE_KEYS, reading)
    return changes


def _changing(without: str = "") -> Field[MappingNode]:
    """Changes of pages, which may not have the key *without*."""

    def read(node: Node, reading: Reading) -> MappingNode:
        mapping = as_mapping(node, reading, EXAMPLE)
        for _, page in changes_of(mapping, reading).values():
            for entry in page.entries if page else ():
                if entry.key.text == without:
                    reading.report(_of_one_issue(entry.key))
        return mapping

    def schema(draft: Draft) -> Schema:
        page = PAGE.schema(Draft(partial=True, defs=draft.defs))
        properties = page["properties"]
        properties.pop(without, None)
        return {
            "type": "object",
            "propertyNames": {"pattern": PAGE_NUMBER.schema(draft)["pattern"]},
            "additionalProperties": nullable(page),
        }

    return Field(read, schema, EXAMPLE)


def _of_one_issue(key: Scalar) -> Diagnostic:
    return error(
        "unknown-key",
        key.span,
        Both(
            f'"{key.text}" is no key of an edition\'s own file: stories belong to '
            "one issue",
            f"地方版文件中没有“{key.text}”：稿件只属于某一期",
        ),
        fix=Both(
            "write it in the issue's file of the edition, "
            "issues/<date>/editions/<edition>.yaml",
            "写到该期的地方版文件 issues/<日期>/editions/<地方版>.yaml",
        ),
    )


PAGE_CHANGES = _changing()
"""``pages`` of an edition of one issue."""

STANDING_PAGES = _changing(without="stories")
"""``pages`` of an edition: stories belong to issues."""
