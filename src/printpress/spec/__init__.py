"""Reads what people write: YAML and story heads, with the place of every value.

The chain inside: :mod:`.source` makes trees of text from YAML, the ``*_form`` modules
declare what may be written (a reader and a JSON Schema at once, by :mod:`.fields` and
:mod:`.values`), the ``*_check`` modules say what no single key can show, and
:func:`load` puts an issue together. What comes out are the plain records of
:mod:`.issue`, :mod:`.house`, :mod:`.layout`, :mod:`.edition`, :mod:`.press`,
:mod:`.fonts` and :mod:`.story`.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from printpress.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from printpress.spec.fonts import FontsSpec
    from printpress.spec.house import House
    from printpress.spec.issue import IssueSpec
    from printpress.spec.issue_form import IssueForm
    from printpress.spec.layout import LayoutSpec
    from printpress.spec.press import PressSpec
    from printpress.spec.story import StoryFile

__all__ = [
    "load",
    "load_fonts",
    "load_form",
    "load_layouts",
    "load_press",
    "load_story",
    "root_of",
]


def load(
    path: Path,
    *,
    press: str | None = None,
    edition: str | None = None,
    editions: Iterable[str] = (),
) -> "tuple[IssueSpec, tuple[Diagnostic, ...]]":
    """The issue in a folder or an ``issue.yaml``, and warnings about it.

    *press* takes the place of the issue's own; *edition* or *editions* those of its
    list. Raises :class:`~printpress.diagnostics.PressError` with everything that was
    found wrong in any of its files.
    """
    from printpress.spec.loader import load_issue

    return load_issue(path, press, (edition,) if edition else tuple(editions))


def load_form(path: Path) -> "IssueForm":
    """An issue as written, in a folder or an ``issue.yaml``: no name is looked up.

    Raises ``PressError``.
    """
    from printpress.spec.loader import load_issue_form

    return load_issue_form(path)


def root_of(folder: Path) -> Path:
    """The paper's folder that a folder lies in. Raises ``PressError``."""
    from printpress.spec.root import find_root

    return find_root(folder)


def load_fonts(folder: Path) -> "FontsSpec":
    """The faces of the paper that the folder belongs to. Raises ``PressError``."""
    from printpress.spec.fields import Reading
    from printpress.spec.fonts_form import read_fonts
    from printpress.spec.loader import finished
    from printpress.spec.root import find_root

    reading = Reading(find_root(folder))
    return finished(reading, reading.attempt(lambda: read_fonts(reading)))


def load_layouts(
    folder: Path, names: Iterable[str], house: str | None = None
) -> "tuple[House, FontsSpec, tuple[LayoutSpec, ...]]":
    """Layouts by name with the house and the faces of the folder's paper.

    *house* takes the place of ``layouts/house.yaml``. Raises ``PressError``.
    """
    from printpress.spec.fields import Reading
    from printpress.spec.fonts_form import read_fonts
    from printpress.spec.house_load import load_house
    from printpress.spec.layout_check import read_layout
    from printpress.spec.loader import finished
    from printpress.spec.root import find_root
    from printpress.spec.source import Located

    reading = Reading(find_root(folder))
    named = Located(house, Span(house, 0, 0)) if house else None
    style = finished(reading, reading.attempt(lambda: load_house(reading, named)))
    fonts = reading.attempt(lambda: read_fonts(reading))

    def layout_of(name: str) -> "LayoutSpec | None":
        return reading.attempt(lambda: read_layout(name, None, style, reading))

    layouts = [layout_of(name) for name in names]
    known = tuple(layout for layout in layouts if layout is not None)
    return style, finished(reading, fonts), known


def load_press(folder: Path, name: str | None) -> "PressSpec":
    """The print shop of that name, of the folder's paper.

    Without a name: the usual newsprint, for which no paper is needed. Raises
    ``PressError``.
    """
    from printpress.spec.fields import Reading
    from printpress.spec.loader import finished
    from printpress.spec.press_form import read_press, usual_press
    from printpress.spec.root import find_root

    if name is None:
        return usual_press(Reading(folder))
    reading = Reading(find_root(folder))
    span = Span(name, 0, 0)
    return finished(reading, reading.attempt(lambda: read_press(name, span, reading)))


def load_story(path: Path) -> "tuple[House, FontsSpec, StoryFile]":
    """A story by itself, with the house and the faces it is set by.

    Raises ``PressError``.
    """
    from printpress.spec.fields import Reading
    from printpress.spec.fonts_form import read_fonts
    from printpress.spec.house_load import house_of_story, load_house
    from printpress.spec.loader import finished
    from printpress.spec.root import find_root
    from printpress.spec.story_form import read_story

    file = path.absolute()
    reading = Reading(find_root(file.parent))
    house = reading.attempt(lambda: load_house(reading, house_of_story(file)))
    fonts = reading.attempt(lambda: read_fonts(reading))
    story = finished(reading, reading.attempt(lambda: read_story(file, reading)))
    return finished(reading, house), finished(reading, fonts), story
