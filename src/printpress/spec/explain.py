"""Every value in force on a page, and the line it comes from."""

from collections.abc import Iterator
from typing import Any

from printpress.spec.edition import EditionSpec
from printpress.spec.edition_form import EDITION
from printpress.spec.fields import Field
from printpress.spec.house_form import HOUSE
from printpress.spec.issue import IssueSpec
from printpress.spec.issue_form import PAGE
from printpress.spec.layout_form import LAYOUT
from printpress.spec.press_form import PRESS
from printpress.spec.source import ListNode, MappingNode, Node, Scalar


def explain(issue: IssueSpec, edition: EditionSpec, page_no: int) -> Iterator[str]:
    """Lines ``key: value  ← file:line``, the page's own first, then what it rests on.

    What nobody wrote stands there as ``← default``. ``ValueError`` where the issue has
    no such page.
    """
    page = next((page for page in issue.pages if page_no in page.numbers), None)
    if page is None:
        raise ValueError(f"the issue has no page {page_no}")
    yield f"date: {issue.date}  ← {issue.shown}"
    yield f"number: {issue.number}  ← {issue.shown}"
    yield from _of(f"page {page_no}", page.node, PAGE)
    for key, value in issue.pins.items():
        if key.startswith(f"{page_no}."):
            place = f"{value.span.file}:{value.span.line}"
            yield f"pins.{key}: {value.value}  ← {place}"
    yield from _of(f"layout {page.layout.name}", page.layout.node, LAYOUT)
    yield from _of(f"edition {edition.name}", edition.node, EDITION)
    yield from _of(f"press {issue.press.name}", issue.press.node, PRESS)
    yield from _of("house", issue.house.node, HOUSE)


def _of(name: str, node: Node | None, form: Field[Any] | None) -> Iterator[str]:
    match node:
        case Scalar():
            yield f"{name}: {node.text}  ← {node.span.file}:{node.span.line}"
        case ListNode():
            yield from _list(name, node, form)
        case MappingNode():
            yield from _mapping(name, node, form)
        case None:
            return


def _list(name: str, node: ListNode, form: Field[Any] | None) -> Iterator[str]:
    if all(isinstance(each, Scalar) for each in node.nodes):
        texts = [each.text for each in node.nodes if isinstance(each, Scalar)]
        place = f"{node.span.file}:{node.span.line}"
        yield f"{name}: [{', '.join(texts)}]  ← {place}"
        return
    for index, each in enumerate(node.nodes, 1):
        yield from _of(f"{name}[{index}]", each, form.each if form else None)


def _mapping(name: str, node: MappingNode, form: Field[Any] | None) -> Iterator[str]:
    inner = {key.name: key.field for key in form.keys} if form else {}
    for entry in node.entries:
        field = inner.get(entry.key.text) or (form.each if form else None)
        yield from _of(f"{name}.{entry.key.text}", entry.value, field)
    given = {entry.key.text for entry in node.entries}
    for key in form.keys if form else ():
        if key.name not in given and key.standard is not None:
            yield f"{name}.{key.name}: {key.standard}  ← default"
