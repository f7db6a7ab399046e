"""An issue with everything it names: house, press, editions, layouts, faces, stories.

Takes a path, gives an :class:`IssueSpec` in which every name is resolved. All that can
be found wrong is found before anything is refused.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
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
from printpress.spec.edition import EditionSpec
from printpress.spec.edition_form import read_edition
from printpress.spec.fields import Reading, place_at
from printpress.spec.fonts import FontsSpec
from printpress.spec.fonts_form import check_face, read_fonts
from printpress.spec.house import House
from printpress.spec.house_load import load_house
from printpress.spec.internal_check import adverts_of_internal, editions_of_internal
from printpress.spec.issue import IssueSpec, PageSpec, Placement
from printpress.spec.issue_form import ISSUE, IssueForm, PageForm
from printpress.spec.layout import LayoutSpec
from printpress.spec.layout_check import read_layout
from printpress.spec.paths import names_in, shown
from printpress.spec.press import PressSpec
from printpress.spec.press_form import read_press
from printpress.spec.root import find_root
from printpress.spec.source import Located, load_yaml
from printpress.spec.spread_check import facing
from printpress.spec.story import StoryFile
from printpress.spec.story_form import read_story
from printpress.spec.supplied_check import supplied_faults

T = TypeVar("T")

SUFFIX = ".md"
"""Of story files."""

UNFILLED = ("empty-slot", "no-weather")
"""What is only not there yet: pages can be looked at all the same, not printed."""


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
    if issue is None or has_errors(found):
        raise PressError(_told(reading.found))
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
    file = Path(os.path.abspath(path))  # noqa: PTH100 - links stay as written
    if file.is_dir():
        file /= "issue.yaml"
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

    def build(self) -> IssueSpec | None:
        reading = self.reading
        form = reading.attempt(lambda: _form(self.file, reading))
        named = form.house if form else None
        house = reading.attempt(lambda: load_house(reading, named))
        fonts = reading.attempt(lambda: read_fonts(reading))
        if form is None:
            return None
        press = self._press(form)
        editions = self._editions(form)
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
            found.extend(editions_of_internal(form, house))
        if fonts:
            for face in reading.faces:
                check_face(face, dict(fonts.faces), reading)
        if not (house and fonts and press and editions):
            return None
        return self._issue(form, house, fonts, press, editions, pages, stories)

    def _issue(  # noqa: PLR0913, PLR0917 - all that an issue is made of
        self,
        form: IssueForm,
        house: House,
        fonts: FontsSpec,
        press: PressSpec,
        editions: tuple[EditionSpec, ...],
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
            editions=editions,
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

    def _editions(self, form: IssueForm) -> tuple[EditionSpec, ...]:
        named: list[tuple[str, Span | None]]
        if self.editions:
            named = [(name, None) for name in self.editions]
        else:
            named = [(edition.value, edition.span) for edition in form.editions]
        done = [self._edition(name, span) for name, span in dict(named).items()]
        return tuple(edition for edition in done if edition is not None)

    def _edition(self, name: str, span: Span | None) -> EditionSpec | None:
        return self.reading.attempt(lambda: read_edition(name, span, self.reading))

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

    def _story_files(self) -> Mapping[str, Path]:
        folder = self.file.parent / "stories"
        return {
            name.removesuffix(SUFFIX): folder / name
            for name in sorted(names_in(folder))
            if name.endswith(SUFFIX) and not name.startswith(".")
        }

    def _stories(self, form: IssueForm) -> Mapping[str, StoryFile]:
        """The stories placed, as far as they can be read."""
        files = self._story_files()
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
        left = (f for name, f in self._story_files().items() if name not in placed)

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
            self.reading.found.extend(
                issue_check.slots_of_page(
                    page.stories,
                    layout,
                    page.node,
                    numbers.value[0],
                    jump_check.tails_on(form.jumps, numbers.value),
                )
            )
            self.reading.found.extend(supplied_faults(form, page, layout, numbers))
            self.reading.found.extend(facing(numbers, layout))
            pages.append(_page(numbers, page, layout))
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
        if not has_errors(found):  # else a story may only be called by a wrong name
            paths = {name: shown(path) for name, path in self._story_files().items()}
            found.extend(issue_check.unplaced(paths, form))
        if len(pages) == len(form.pages):  # else a layout is at fault, not the pin
            found.extend(issue_check.pins(form, pages))
            found.extend(jump_check.jumps(form, pages))


def _pages_span(form: IssueForm) -> Span:
    return place_at(form.node, "pages", default=form.node.span)


def _page(
    numbers: Located[tuple[int, ...]], form: PageForm, layout: LayoutSpec
) -> PageSpec:
    """The page, its slots in the layout's order."""
    given = {slot.value: stories for slot, stories in form.stories.items()}
    stories = {
        slot.name: tuple(
            Placement(story.value, story.span) for story in given[slot.name]
        )
        for slot in layout.slots
        if slot.name in given
    }
    return PageSpec(
        numbers=numbers.value,
        layout=layout,
        section=form.section,
        credits=form.credits,
        stories=stories,
        adverts={slot.value: advert for slot, advert in form.adverts.items()},
        codes={slot.value: code for slot, code in form.codes.items()},
        span=numbers.span,
        node=form.node,
    )
