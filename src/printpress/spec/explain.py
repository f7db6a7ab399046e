"""Every value in force on a page, and the line it comes from."""

from collections.abc import Iterator
from typing import Any

from printpress.spec.edition import EditionSpec
from printpress.spec.edition_form import EDITION
from printpress.spec.edition_pages import issue_of
from printpress.spec.fields import Field
from printpress.spec.house_form import HOUSE
from printpress.spec.issue import IssueSpec, PageSpec
from printpress.spec.layout_form import LAYOUT
from printpress.spec.page_form import PAGE
from printpress.spec.paths import shown
from printpress.spec.press_form import PRESS
from printpress.spec.source import Entry, ListNode, MappingNode, Node, Scalar


def explain(issue: IssueSpec, edition: EditionSpec, page_no: int) -> Iterator[str]:
    """Lines ``key: value  ← file:line``, the page's own first, then what it rests on.

    What nobody wrote stands there as ``← default``; a value that another takes the
    place of follows it, behind ``instead of``. ``ValueError`` where the issue has
    no such page.
    """
    issue = issue_of(issue, edition)
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
    yield from _own_stories(issue, page)
    yield from _of(f"layout {page.layout.name}", page.layout.node, LAYOUT)
    yield from _of(f"edition {edition.name}", edition.node, EDITION)
    yield from _of(f"press {issue.press.name}", issue.press.node, PRESS)
    yield from _of("house", issue.house.node, HOUSE)


def _of(name: str, node: Node | None, form: Field[Any] | None) -> Iterator[str]:
    match node:
        case Scalar():
            yield f"{name}: {_words(node)}  ← {_at(node)}"
        case ListNode():
            yield from _list(name, node, form)
        case MappingNode():
            yield from _mapping(name, node, form)
        case None:
            return


def _list(name: str, node: ListNode, form: Field[Any] | None) -> Iterator[str]:
    if all(isinstance(each, Scalar) for each in node.nodes):
        texts = [each.text for each in node.nodes if isinstance(each, Scalar)]
        yield f"{name}: [{', '.join(texts)}]  ← {_at(node)}"
        return
    for index, each in enumerate(node.nodes, 1):
        yield from _of(f"{name}[{index}]", each, form.each if form else None)


def _mapping(name: str, node: MappingNode, form: Field[Any] | None) -> Iterator[str]:
    inner = {key.name: key.field for key in form.keys} if form else {}
    for entry in node.entries:
        field = inner.get(entry.key.text) or (form.each if form else None)
        yield from _of(f"{name}.{entry.key.text}", entry.value, field)
        yield from _instead_of(f"{name}.{entry.key.text}", entry)
    for entry in node.taken:
        yield f"{name}.{entry.key.text}: –  ← {_at(entry.key)}"
        yield from _instead_of(f"{name}.{entry.key.text}", entry)
    given = {entry.key.text for entry in node.entries}
    for key in form.keys if form else ():
        if key.name not in given and key.standard is not None:
            yield f"{name}.{key.name}: {key.standard}  ← default"


def _at(node: Node) -> str:
    return f"{node.span.file}:{node.span.line}"


def _instead_of(name: str, entry: Entry) -> Iterator[str]:
    """Values of files below, the next one first."""
    under = entry.under
    while under is not None:
        words = _words(under.value)
        yield f"{name}: instead of {words}  ← {_at(under.value)}"
        under = under.under


def _words(node: Node) -> str:
    """The value in one line, as it could be written."""
    match node:
        case Scalar():
            return node.text
        case ListNode():
            return f"[{', '.join(map(_words, node.nodes))}]"
        case MappingNode():
            pairs = (f"{e.key.text}: {_words(e.value)}" for e in node.entries)
            return f"{{{', '.join(pairs)}}}"


def _own_stories(issue: IssueSpec, page: PageSpec) -> Iterator[str]:
    """Stories of the edition's own folder, and those of the issue they stand for."""
    shared = issue.folder / "stories"
    for placed in (one for each in page.stories.values() for one in each):
        story = issue.stories.get(placed.story)
        if story is None or story.file.parent == shared:
            continue
        yield f"story {story.id}: {story.shown}  ← {story.shown}:1"
        below = shared / story.file.name
        if below.is_file():
            yield f"story {story.id}: instead of {shown(below)}  ← {shown(below)}:1"
