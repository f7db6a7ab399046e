"""Reads the editions of an issue, each by itself: one that is wrong stops no other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from printpress.diagnostics import Diagnostic, Span, has_errors
from printpress.spec.edition_form import FOLDER, FURNITURE, edition_node, read_edition
from printpress.spec.edition_names import chosen, is_pattern
from printpress.spec.extends import merged
from printpress.spec.fields import Reading
from printpress.spec.issue import IssueSpec, Variant
from printpress.spec.issue_form import IssueForm
from printpress.spec.own_files import OwnFiles
from printpress.spec.paths import names_in
from printpress.spec.source import ListNode, MappingNode, Node, Scalar
from printpress.spec.style_lock import unlocked
from printpress.spec.variants import Base, Own, variant

_FURNITURE = frozenset(key.name for key in FURNITURE)
_YAML = ".yaml"


@dataclass(slots=True)
class _Edition:
    """One edition while it is read."""

    name: str
    reading: Reading
    own: Own | None = None
    variant: Variant | None = None

    @property
    def refused(self) -> bool:
        return self.own is None or has_errors(self.reading.found)


@dataclass(slots=True)
class Editions:
    """The editions that are asked for, and what is found of each."""

    reading: Reading
    """The issue's; what is wrong with all of them goes there."""
    files: OwnFiles
    """What they have in the issue's folder."""
    known: tuple[str, ...]
    """Every edition of the paper."""
    listed: Mapping[str, Span | None]
    """Those that the issue lists."""
    read: list[_Edition] = field(default_factory=list)
    """Those that are asked for."""

    @classmethod
    def of(
        cls, form: IssueForm, folder: Path, wanted: Sequence[str], reading: Reading
    ) -> "Editions":
        """The editions that *wanted* names, or all that the issue lists."""
        files = names_in(reading.root / FOLDER)
        known = tuple(sorted(f.removesuffix(_YAML) for f in files if f.endswith(_YAML)))
        nodes: dict[str, MappingNode] = {}

        def groups() -> Mapping[str, tuple[str, ...]]:
            return _groups(known, nodes, reading)

        written = [(edition.value, edition.span) for edition in form.editions]
        listed, found = chosen(written, known, groups)
        reading.found.extend(found)
        editions = cls(reading, OwnFiles(folder), known, listed)
        names: Mapping[str, Span | None] = listed
        if wanted:
            names, found = chosen([(name, None) for name in wanted], known, groups)
            reading.found.extend(found)
            if not all(name in names for name in wanted):  # groups, patterns
                plain = {name for name in wanted if not is_pattern(name)}
                names = {n: s for n, s in names.items() if n in plain or n in listed}
        for name, span in names.items():
            editions._read(name, span, nodes)
        return editions

    def _read(
        self, name: str, span: Span | None, nodes: Mapping[str, MappingNode]
    ) -> None:
        aside = Reading(
            self.reading.root,
            self.reading.house,
            sizes=self.reading.sizes,
            colours=self.reading.colours,
        )
        done = _Edition(name, aside)
        done.own = aside.attempt(lambda: self._own(name, span, nodes.get(name), aside))
        self.read.append(done)

    def _own(
        self,
        name: str,
        span: Span | None,
        node: MappingNode | None,
        reading: Reading,
    ) -> Own:
        node = node or edition_node(name, span, reading)
        today = self.files.node(name, reading)
        form = None
        if today is not None:
            today = unlocked(today, reading)
            form = self.files.form(today, reading)
            given = tuple(e for e in today.entries if e.key.text in _FURNITURE)
            if given:
                node = merged(node, replace(today, entries=given))
        edition = read_edition(name, node, reading)
        return Own(edition, form, self.files.stories(name))

    def make(self, base: Base) -> None:
        """What each has in place of the base's."""
        for edition in self.read:
            own, reading = edition.own, edition.reading
            if own is not None and not edition.refused:
                edition.variant = reading.attempt(partial(variant, base, own, reading))
                if edition.variant is None and not own.idle:
                    edition.own = None

    def into(self, issue: IssueSpec) -> IssueSpec:
        """The issue with its editions, their variants, and those that are refused."""
        done = [e for e in self.read if not e.refused]
        return replace(
            issue,
            editions=tuple(e.own.edition for e in done if e.own),
            variants={e.name: e.variant for e in done if e.variant},
            refused={e.name: tuple(e.reading.found) for e in self.read if e.refused},
            told={e.name: tuple(e.reading.found) for e in self.read},
        )

    def found(self) -> Iterator[Diagnostic]:
        """What there is to say of each, and of files that are no edition's."""
        for edition in self.read:
            yield from edition.reading.found
        yield from self.files.strays(self.known, self.listed)

    def placed(self) -> frozenset[str]:
        """Stories that some edition places."""
        return self.files.placed()


def _groups(
    known: Sequence[str], nodes: dict[str, MappingNode], reading: Reading
) -> Mapping[str, tuple[str, ...]]:
    """Group → its editions. What is wrong with a file is told when it is read."""
    groups: dict[str, list[str]] = {}
    aside = Reading(reading.root)
    for name in known:
        node = aside.attempt(partial(edition_node, name, None, aside))
        if node is None:
            continue
        nodes[name] = node
        for group in _texts(node.get("groups")):
            groups.setdefault(group, []).append(name)
    return {group: tuple(names) for group, names in groups.items()}


def _texts(node: Node | None) -> Iterator[str]:
    each = node.nodes if isinstance(node, ListNode) else (node,)
    yield from (one.text for one in each if isinstance(one, Scalar))
