"""The issue as each of its editions has it: the base's files are read once for all.

An edition's own pages are the base's with its keys put over theirs, key by key, and
read as any page is. What an edition leaves alone is the base's very record, so pages
that are the same in two hundred editions are one object in memory.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from printpress.diagnostics import Both, Diagnostic, Span, error, has_errors
from printpress.spec import issue_check, jump_check
from printpress.spec.edition import EditionSpec
from printpress.spec.extends import merged
from printpress.spec.fields import Field, Reading
from printpress.spec.internal_check import adverts_of_internal
from printpress.spec.issue import IssueSpec, PageSpec, Variant
from printpress.spec.issue_edition_form import OwnForm
from printpress.spec.issue_form import JUMPS, PINS, IssueForm
from printpress.spec.issue_pages import UNFILLED, Numbers, page_faults, page_of
from printpress.spec.layout import LayoutSpec
from printpress.spec.nearest import one_of
from printpress.spec.page_changes_form import LEVELS, Changes, changes_of
from printpress.spec.page_form import PAGE, PageForm
from printpress.spec.paths import shown
from printpress.spec.source import Located, MappingNode
from printpress.spec.story import StoryFile
from printpress.spec.story_form import read_story

Written = dict[Located[str], Located[str]]
"""Jumps or pins."""


@dataclass(slots=True)
class Base:
    """What the editions of an issue share while they are read."""

    form: IssueForm
    """The issue as written."""
    spec: IssueSpec
    """The issue, no edition's."""
    files: Mapping[str, Path]
    """Every story in the issue's folder."""
    unfilled: Mapping[tuple[int, ...], tuple[Diagnostic, ...]]
    """What each page waits for."""
    read_layout: Callable[[Located[str], Reading], LayoutSpec]
    """The layout of that name, each read once; raises ``Unread``."""
    stories: dict[str, StoryFile]
    """Stories of the issue's folder that are read."""

    def story(self, name: str, reading: Reading) -> StoryFile:
        """A story of the issue's folder, read once."""
        if name not in self.stories:
            self.stories[name] = read_story(self.files[name], reading)
        return self.stories[name]


@dataclass(slots=True)
class Own:
    """What one edition has of its own, as written."""

    edition: EditionSpec
    """The edition, its furniture in this issue put in."""
    form: OwnForm | None
    """What the issue's file of it says."""
    files: Mapping[str, Path]
    """Stories in its own folder; one takes the place of the issue's of that name."""

    @property
    def idle(self) -> bool:
        """Whether its pages are the base's."""
        pages = self.edition.pages or self.edition.nameplate
        return not (self.form or self.files or pages)


def variant(base: Base, own: Own, reading: Reading) -> Variant | None:
    """What the edition has in place of the base's; None if nothing.

    What is wrong goes to *reading*, which is the edition's own. Raises ``Unread``.
    """
    return None if own.idle else _Making(base, own, reading).make()


@dataclass(slots=True)
class _Making:
    """The steps from an edition's own files to its variant."""

    base: Base
    own: Own
    reading: Reading

    def make(self) -> Variant:
        base, found = self.base, self.reading.found
        pages, changed = self._page_forms()
        form = self._form(pages)
        files = {**base.files, **self.own.files}
        ordered = sorted(pages.items(), key=lambda one: one[0].value in changed)
        last = replace(form, pages=dict(ordered))  # so that its own lines are told of
        found.extend(issue_check.placements(last, files))
        stories = self._stories(form)
        done, unfilled = self._pages(form, changed)
        found.extend(issue_check.bodies(done, stories))
        found.extend(issue_check.pins(form, done))
        found.extend(jump_check.jumps(form, done))
        found.extend(adverts_of_internal(form.pages.values(), base.spec.house))
        if not has_errors(found):
            paths = {name: shown(path) for name, path in self.own.files.items()}
            found.extend(issue_check.unplaced(paths, form))
        spare = [base.spec.spare, self._spare(stories)]
        return Variant(
            pages=done,
            jumps=jump_check.targets(form.jumps),
            pins={key.value: value for key, value in form.pins.items()},
            accepted=form.accept,
            spare=tuple(story for stories in spare for story in stories),
            stories=stories,
            weather=form.weather,
            unfilled=unfilled,
        )

    def _page_forms(self) -> tuple[dict[Numbers, PageForm], set[tuple[int, ...]]]:
        """All pages as this edition has them, and which of them it has otherwise."""
        forms: dict[Numbers, PageForm] = {}
        layers = self._layers()
        for numbers, page in self.base.form.pages.items():
            over = layers.get(numbers.value)
            if over is None:
                forms[numbers] = page
                continue
            span, nodes = over
            node = page.node
            for upper in nodes:
                node = merged(node, upper, LEVELS)
            forms[Located(numbers.value, span)] = PAGE.read(node, self.reading)
        return forms, set(layers)

    def _layers(self) -> dict[tuple[int, ...], tuple[Span, list[MappingNode]]]:
        """What is to be put over the pages of the base, the lower first."""
        standing = self._changes(self.own.edition.pages)
        today = self._changes(self.own.form.pages if self.own.form else None)
        layers: dict[tuple[int, ...], tuple[Span, list[MappingNode]]] = {}
        for numbers in dict.fromkeys((*standing, *today)):
            if numbers in today and today[numbers][1] is None:
                continue  # `8:` in the issue's file: this time as the base
            given = [c[numbers] for c in (standing, today) if numbers in c]
            nodes = [node for _, node in given if node is not None]
            if nodes:
                layers[numbers] = given[-1][0].span, nodes
        return layers

    def _changes(self, node: MappingNode | None) -> Changes:
        if node is None:
            return {}
        changes = changes_of(node, self.reading)
        known = [numbers.value for numbers in self.base.form.pages]
        for numbers, (key, _) in changes.items():
            if numbers not in known:
                self.reading.report(_no_page(key.span, numbers, known))
        return {numbers: c for numbers, c in changes.items() if numbers in known}

    def _form(self, pages: dict[Numbers, PageForm]) -> IssueForm:
        base, own = self.base.form, self.own.form
        if own is None:
            form = replace(base, pages=pages)
        else:
            form = replace(
                base,
                pages=pages,
                jumps=self._over("jumps", own.jumps, JUMPS) or base.jumps,
                pins=self._over("pins", own.pins, PINS) or base.pins,
                accept=tuple(dict.fromkeys((*base.accept, *own.accept))),
                weather=own.weather or base.weather,
            )
        return self._still_meant(form)

    def _over(
        self, key: str, node: MappingNode | None, field: Field[Written]
    ) -> Written | None:
        if node is None:
            return None
        below = self.base.form.node.get(key)
        if isinstance(below, MappingNode):
            node = merged(below, node, 1)
        return field.read(node, self.reading)

    def _still_meant(self, form: IssueForm) -> IssueForm:
        """Jumps and pins of the base that are of stories this edition still has."""
        placed = {story for *_, story in _placements(form)}
        moved = set(_placements(self.base.form)) - set(_placements(form))
        slots = {(number, slot) for number, slot, _ in moved}

        def meant(key: Located[str]) -> bool:
            number, slot, *_ = key.value.split(".")
            return key not in self.base.form.pins or (int(number), slot) not in slots

        jumps = {
            story: to
            for story, to in form.jumps.items()
            if story.value in placed or story not in self.base.form.jumps
        }
        pins = {key: value for key, value in form.pins.items() if meant(key)}
        return replace(form, jumps=jumps, pins=pins)

    def _stories(self, form: IssueForm) -> dict[str, StoryFile]:
        """The stories placed, as far as they can be read."""
        stories: dict[str, StoryFile] = {}
        for *_, name in _placements(form):
            story = self.reading.attempt(partial(self._story, name))
            if story is not None:
                stories[name] = story
        return dict(sorted(stories.items()))

    def _story(self, name: str) -> StoryFile | None:
        if name in self.own.files:
            return read_story(self.own.files[name], self.reading)
        return self.base.story(name, self.reading) if name in self.base.files else None

    def _spare(self, placed: Mapping[str, StoryFile]) -> Iterator[StoryFile]:
        """Its own stories that stand on no page; what is wrong with them is theirs."""
        aside = replace(self.reading, found=[], faces=[])
        for name, file in self.own.files.items():
            if name not in placed:
                story = aside.attempt(partial(read_story, file, aside))
                if story is not None:
                    yield story

    def _pages(
        self, form: IssueForm, changed: set[tuple[int, ...]]
    ) -> tuple[tuple[PageSpec, ...], tuple[Diagnostic, ...]]:
        """Every page, and what they wait for."""
        base = self.base
        known = {page.numbers: page for page in base.spec.pages}
        again = form.weather != base.form.weather or form.jumps != base.form.jumps
        pages: list[PageSpec] = []
        unfilled: list[Diagnostic] = []
        for numbers, page in form.pages.items():
            done = known[numbers.value]
            if numbers.value in changed:
                done = page_of(numbers, page, self._layout(page))
            if again or numbers.value in changed:
                told = page_faults(form, numbers, page, done.layout)
                unfilled += (one for one in told if one.code in UNFILLED)
                self.reading.found += (one for one in told if one.code not in UNFILLED)
            else:
                unfilled += base.unfilled[numbers.value]
            pages.append(self._with_nameplate(done))
        pages.sort(key=lambda page: page.numbers)
        return tuple(pages), tuple(unfilled)

    def _layout(self, page: PageForm) -> LayoutSpec:
        return self.base.read_layout(page.layout, self.reading)

    def _with_nameplate(self, page: PageSpec) -> PageSpec:
        art, furniture = self.own.edition.nameplate, page.layout.furniture
        if art is None or furniture.masthead is None:
            return page
        masthead = replace(furniture.masthead, art=art)
        drawn = replace(furniture, masthead=masthead)
        return replace(page, layout=replace(page.layout, furniture=drawn))


def _placements(form: IssueForm) -> Iterator[tuple[int, str, str]]:
    """(First page number, slot, story) of all that is placed."""
    for numbers, page in form.pages.items():
        for slot, stories in page.stories.items():
            for story in stories:
                yield numbers.value[0], slot.value, story.value


def _no_page(
    span: Span, numbers: tuple[int, ...], known: list[tuple[int, ...]]
) -> Diagnostic:
    wanted = "-".join(map(str, numbers))
    names = one_of(["-".join(map(str, each)) for each in sorted(known)])
    return error(
        "no-such-page",
        span,
        Both(f"the issue has no page {wanted}", f"本期没有第 {wanted} 版"),
        fix=Both(
            f"write {names.en}: an edition changes pages and adds none",
            f"可写 {names.zh}；地方版只改版，不加版",
        ),
    )
