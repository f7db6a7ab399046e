"""An issue with everything it names: house, press, editions, layouts, faces, stories.

Takes a path, gives an :class:`IssueSpec` in which every name is resolved. All that can
be found wrong is found before anything is refused.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from printpress.diagnostics import (
    Both,
    Diagnostic,
    PressError,
    Span,
    error,
    has_errors,
    in_order,
)
from printpress.spec import issue_check, jump_check
from printpress.spec.edition_load import Editions
from printpress.spec.fields import Reading, Unread, place_at
from printpress.spec.fonts import FontsSpec
from printpress.spec.fonts_form import check_face, read_fonts
from printpress.spec.house import House
from printpress.spec.house_load import load_house
from printpress.spec.internal_check import adverts_of_internal, editions_of_internal
from printpress.spec.issue import IssueSpec, PageSpec
from printpress.spec.issue_form import ISSUE, IssueForm
from printpress.spec.issue_pages import UNFILLED, page_faults, page_of
from printpress.spec.layout import LayoutSpec
from printpress.spec.layout_check import read_layout
from printpress.spec.own_files import stories_in
from printpress.spec.paths import shown
from printpress.spec.press import PressSpec
from printpress.spec.press_form import read_press
from printpress.spec.root import find_root, issue_file
from printpress.spec.source import Located, load_yaml
from printpress.spec.story import StoryFile
from printpress.spec.story_form import read_story
from printpress.spec.variants import Base

T = TypeVar("T")


def load_issue(
    path: Path, press: str | None, editions: Iterable[str]
) -> tuple[IssueSpec, tuple[Diagnostic, ...]]:
    """The issue in a folder or file, and what to look at before it is printed.

    *press* takes the place of the issue's own, *editions* pick some of its editions.
    Raises :class:`PressError` with everything that is wrong.
    """
    file = _issue_file(path)
    reading = Reading(find_root(file.parent))
    wanted = tuple(editions)
    issue = reading.attempt(lambda: _Assembly(file, reading, press, wanted).build())
    wanting = tuple(found for found in reading.found if found.code in UNFILLED)
    found = [found for found in reading.found if found.code not in UNFILLED]
    refused = [one for told in issue.refused.values() for one in told] if issue else []
    given_up = set(refused)
    if issue is None or has_errors(one for one in found if one not in given_up):
        raise PressError(_told(reading.found))
    if not issue.editions:
        raise PressError(_told(refused))
    return replace(issue, unfilled=in_order(wanting)), in_order(found)


def load_issue_form(path: Path) -> IssueForm:
    """The issue as written, for those who change what is written."""
    file = _issue_file(path)
    reading = Reading(find_root(file.parent))
    form = reading.attempt(lambda: _form(file, reading))
    return finished(reading, form)


def _form(file: Path, reading: Reading) -> IssueForm:
    return ISSUE.read(load_yaml(file, shown(file)), reading)


def _told(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What was found; a refusal without a reason is a mistake of ours."""
    if not has_errors(found):
        raise AssertionError("a file was refused without a diagnostic")
    return in_order(found)


def _issue_file(path: Path) -> Path:
    file = issue_file(Path(os.path.abspath(path)))  # noqa: PTH100 - links stay as written
    if file.is_file():
        return file
    raise PressError(
        [
            error(
                "missing-file",
                None,
                Both(
                    f"there is no issue at {shown(file)}", f"{shown(file)} 处没有报纸"
                ),
                fix=Both(
                    "name an issue's folder, such as issues/2025-09-05",
                    "写出一期的文件夹，例如 issues/2025-09-05",
                ),
            )
        ]
    )


def finished(reading: Reading, value: T | None) -> T:
    """The value, unless something is wrong: then :class:`PressError`."""
    if value is None or has_errors(reading.found):
        raise PressError(_told(reading.found))
    return value


@dataclass(slots=True)
class _Assembly:
    """The steps from the issue's file to its spec."""

    file: Path
    reading: Reading
    press: str | None
    editions: tuple[str, ...]
    _files: Mapping[str, Path] = field(init=False)
    """Every story of the issue's folder."""
    _unfilled: dict[tuple[int, ...], tuple[Diagnostic, ...]] = field(
        default_factory=dict
    )
    """What each page waits for."""

    def __post_init__(self) -> None:
        self._files = stories_in(self.file.parent / "stories")

    def build(self) -> IssueSpec | None:
        reading = self.reading
        form = reading.attempt(lambda: _form(self.file, reading))
        named = form.house if form else None
        house = reading.attempt(lambda: load_house(reading, named))
        fonts = reading.attempt(lambda: read_fonts(reading))
        if form is None:
            return None
        press = self._press(form)
        editions = Editions.of(form, self.file.parent, self.editions, reading)
        layouts = self._layouts(form, house)
        stories = self._stories(form)
        pages = self._pages(form, layouts)
        self._check(form, pages, stories)
        if house and press:
            count = sum(len(numbers.value) for numbers in form.pages)
            found = reading.found
            found.extend(issue_check.page_count(count, _pages_span(form), house, press))
            found.extend(issue_check.type_area(house, press))
            found.extend(adverts_of_internal(form.pages.values(), house))
            listed = tuple(editions.listed.items())
            found.extend(editions_of_internal(form, listed, house))
        if fonts:
            for face in reading.faces:
                check_face(face, dict(fonts.faces), reading)
        issue = None
        if house and fonts and press:
            issue = self._issue(form, house, fonts, press, pages, stories)
            issue = self._with_editions(issue, form, editions, layouts)
        reading.found.extend(editions.found())
        return issue

    def _with_editions(
        self,
        issue: IssueSpec,
        form: IssueForm,
        editions: Editions,
        layouts: Mapping[str, LayoutSpec | None],
    ) -> IssueSpec:
        """The issue with what its editions have otherwise, where the base is sound."""
        found = [one for one in self.reading.found if one.code not in UNFILLED]
        if has_errors(found):
            return issue
        known = {name: layout for name, layout in layouts.items() if layout}

        def read(at: Located[str], reading: Reading) -> LayoutSpec:
            if at.value not in known:
                layout = read_layout(at.value, at.span, issue.house, reading)
                for face in reading.faces:
                    check_face(face, dict(issue.fonts.faces), reading)
                if has_errors(reading.found):
                    raise Unread
                known[at.value] = layout
            return known[at.value]

        base = Base(form, issue, self._files, self._unfilled, read, dict(issue.stories))
        editions.make(base)
        placed = editions.placed() if issue.spare else frozenset()
        spare = tuple(story for story in issue.spare if story.id not in placed)
        paths = {name: shown(path) for name, path in self._files.items()}
        left = {name: path for name, path in paths.items() if name not in placed}
        if not has_errors(self.reading.found):  # else a slot may wait for one of them
            self.reading.found.extend(issue_check.unplaced(left, form))
        return editions.into(replace(issue, spare=spare))

    def _issue(  # noqa: PLR0913, PLR0917 - all that an issue is made of
        self,
        form: IssueForm,
        house: House,
        fonts: FontsSpec,
        press: PressSpec,
        pages: tuple[PageSpec, ...],
        stories: Mapping[str, StoryFile],
    ) -> IssueSpec:
        return IssueSpec(
            file=self.file,
            folder=self.file.parent,
            root=self.reading.root,
            shown=shown(self.file),
            date=form.date,
            closed=form.closed,
            number=form.number,
            editions=(),
            press=press,
            house=house,
            fonts=fonts,
            pages=pages,
            jumps=jump_check.targets(form.jumps),
            pins={key.value: value for key, value in form.pins.items()},
            accepted=form.accept,
            accepted_in_print=form.accept_preflight,
            spare=self._spare(stories),
            stories=stories,
            total=form.total,
            weather=form.weather,
            span=form.node.span,
        )

    def _press(self, form: IssueForm) -> PressSpec | None:
        name, span = form.press.value, form.press.span
        if self.press is not None:
            return self.reading.attempt(
                lambda: read_press(str(self.press), None, self.reading)
            )
        return self.reading.attempt(lambda: read_press(name, span, self.reading))

    def _layouts(
        self, form: IssueForm, house: House | None
    ) -> Mapping[str, LayoutSpec | None]:
        named: dict[str, Located[str]] = {}
        for page in form.pages.values():
            named.setdefault(page.layout.value, page.layout)
        return {name: self._layout(at, house) for name, at in named.items()}

    def _layout(self, at: Located[str], house: House | None) -> LayoutSpec | None:
        return self.reading.attempt(
            lambda: read_layout(at.value, at.span, house, self.reading)
        )

    def _stories(self, form: IssueForm) -> Mapping[str, StoryFile]:
        """The stories placed, as far as they can be read."""
        files = self._files
        self.reading.found.extend(issue_check.placements(form, files))
        stories: dict[str, StoryFile] = {}
        for page in form.pages.values():
            for placed in page.stories.values():
                for story in placed:
                    if story.value in files and story.value not in stories:
                        self._read_story(files[story.value], stories)
        return dict(sorted(stories.items()))

    def _spare(self, placed: Mapping[str, StoryFile]) -> tuple[StoryFile, ...]:
        """Stories that stand on no page: what is wrong with them matters to nobody."""
        aside = Reading(self.reading.root)
        aside.sizes, aside.colours = self.reading.sizes, self.reading.colours
        left = (f for name, f in self._files.items() if name not in placed)

        def read(file: Path) -> StoryFile | None:
            return aside.attempt(lambda: read_story(file, aside))

        return tuple(story for file in left if (story := read(file)) is not None)

    def _read_story(self, file: Path, stories: dict[str, StoryFile]) -> None:
        story = self.reading.attempt(lambda: read_story(file, self.reading))
        if story is not None:
            stories[story.id] = story

    def _pages(
        self, form: IssueForm, layouts: Mapping[str, LayoutSpec | None]
    ) -> tuple[PageSpec, ...]:
        pages = []
        for numbers, page in form.pages.items():
            layout = layouts[page.layout.value]
            if layout is None:
                continue
            told = page_faults(form, numbers, page, layout)
            self._unfilled[numbers.value] = tuple(
                one for one in told if one.code in UNFILLED
            )
            self.reading.found.extend(told)
            pages.append(page_of(numbers, page, layout))
        return tuple(sorted(pages, key=lambda page: page.numbers))

    def _check(
        self,
        form: IssueForm,
        pages: tuple[PageSpec, ...],
        stories: Mapping[str, StoryFile],
    ) -> None:
        found = self.reading.found
        found.extend(issue_check.page_numbers(form))
        found.extend(issue_check.bodies(pages, stories))
        if len(pages) == len(form.pages):  # else a layout is at fault, not the pin
            found.extend(issue_check.pins(form, pages))
            found.extend(jump_check.jumps(form, pages))


def _pages_span(form: IssueForm) -> Span:
    return place_at(form.node, "pages", default=form.node.span)
