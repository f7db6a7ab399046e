"""The files that editions have of their own in an issue's folder.

``editions/<edition>.yaml`` says what is otherwise, ``editions/<edition>/stories/*.md``
are the town's own stories.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import Path

from printpress.diagnostics import Both, Diagnostic, Span, error, warning
from printpress.spec.edition_form import FOLDER as EDITIONS
from printpress.spec.fields import Reading, as_mapping
from printpress.spec.issue_edition_form import FOLDER, ISSUE_EDITION, OwnForm
from printpress.spec.nearest import did_you_mean, listed
from printpress.spec.paths import inside, names_in, outside_root, shown
from printpress.spec.source import ListNode, MappingNode, Node, Scalar, load_yaml

SUFFIX = ".md"
"""Of story files."""

_YAML = ".yaml"


def stories_in(folder: Path) -> dict[str, Path]:
    """The stories of a folder by their names."""
    return {
        name.removesuffix(SUFFIX): folder / name
        for name in sorted(names_in(folder))
        if name.endswith(SUFFIX) and not name.startswith(".")
    }


class OwnFiles:
    """What lies in ``editions`` of an issue's folder; the listing is read once."""

    def __init__(self, issue: Path) -> None:
        """*issue* is the issue's folder."""
        self._folder = issue / FOLDER
        self._names = names_in(self._folder)

    def node(self, name: str, reading: Reading) -> MappingNode | None:
        """The edition's file; None if it has none. Raises ``Unread``."""
        if f"{name}{_YAML}" not in self._names:
            return None
        path = self._folder / f"{name}{_YAML}"
        if not inside(path, reading.root):
            reading.refuse(outside_root(Span(shown(path), 0, 0), path.name, link=True))
        return as_mapping(load_yaml(path, shown(path)), reading, "{pages: …}")

    def form(self, node: MappingNode, reading: Reading) -> OwnForm:
        """What that file says. Raises ``Unread``."""
        return ISSUE_EDITION.read(node, reading)

    def stories(self, name: str) -> Mapping[str, Path]:
        """The edition's own stories."""
        if name not in self._names:
            return {}
        return stories_in(self._folder / name / "stories")

    def strays(
        self, known: Collection[str], listed_here: Collection[str]
    ) -> Iterator[Diagnostic]:
        """Files and folders of editions that there are not, or that are not made."""
        for file in sorted(self._names):
            name = file.removesuffix(_YAML)
            if name in listed_here or file.startswith("."):
                continue
            span = Span(shown(self._folder / file), 0, 0)
            if name in known:
                yield _not_made(span, name)
            elif file != name or "." not in file:
                yield _no_edition(span, name, known)

    def placed(self) -> frozenset[str]:
        """Stories that any edition's file places, whether it is made now or not."""
        aside = Reading(self._folder)
        stories: set[str] = set()
        for file in sorted(self._names):
            if not file.endswith(_YAML):
                continue
            path = self._folder / file
            node = aside.attempt(partial(load_yaml, path, shown(path)))
            stories.update(_placed_in(node))
        return frozenset(stories)


def _placed_in(node: Node | None) -> Iterator[str]:
    """Whatever stands for a story in ``pages: {N: {stories: {slot: …}}}``."""
    pages = node.get("pages") if isinstance(node, MappingNode) else None
    for page in pages.entries if isinstance(pages, MappingNode) else ():
        value = page.value
        slots = value.get("stories") if isinstance(value, MappingNode) else None
        for slot in slots.entries if isinstance(slots, MappingNode) else ():
            held = slot.value
            each = held.nodes if isinstance(held, ListNode) else (held,)
            yield from (one.text for one in each if isinstance(one, Scalar))


def _not_made(span: Span, name: str) -> Diagnostic:
    return warning(
        "edition-not-listed",
        span,
        Both(
            f'the issue does not list edition "{name}", which has files of its own',
            f"本期没有列出地方版“{name}”，它却有自己的文件",
        ),
        fix=Both(
            f"add {name} to `editions` in issue.yaml, or delete its files here",
            f"在 issue.yaml 的 editions 中加上 {name}，或删去这里的文件",
        ),
    )


def _no_edition(span: Span, name: str, known: Collection[str]) -> Diagnostic:
    guess, names = did_you_mean(name, known), listed(sorted(known))
    return error(
        "unknown-edition",
        span,
        Both(
            f'no edition is called "{name}": {EDITIONS} has no {name}.yaml',
            f"没有名为“{name}”的地方版：{EDITIONS} 中没有 {name}.yaml",
        ),
        why=Both(
            "a town whose file is misnamed would be printed the base's pages",
            "文件名写错的地方版会印成通用版",
        ),
        fix=Both(
            f"{guess.en}give it the name of an edition: {names.en}",
            f"{guess.zh}改成地方版的名称：{names.zh}",
        ),
    )
