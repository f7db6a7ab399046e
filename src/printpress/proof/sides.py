"""What a comparison lays side by side: a state of an edition, its record and its pages.

A build is compared by what was kept of it; an issue, as it is or as a revision had it,
is made up for that. Pages are drawn only when asked for, for most of them are equal.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from printpress.diagnostics import Both, Diagnostic, PressError, error
from printpress.pictures.difference import Pixels
from printpress.pipeline import MadeUp, converted_pictures, write_pages
from printpress.proof.pictures import trimmed_pages
from printpress.proof.record import CLEAN, FILE, Record, from_json, record_of
from printpress.spec.paths import shown

PDFS: Final = ("proof.pdf", "whole.pdf", CLEAN)
"""Files of a build that may show the pages of its record."""

Drawing = Callable[[Collection[str]], Mapping[str, Pixels]]
"""Draws the pages of those labels, as far as they can be drawn."""


@dataclass(frozen=True, slots=True)
class Side:
    """One state of an edition."""

    name: str
    """What people called it."""
    record: Record
    """What it says and where."""
    draw: Drawing
    """Its page pictures."""


def is_build(path: Path) -> bool:
    """Whether it is a folder that a build wrote, or the record in it."""
    return (path / FILE).is_file() or (path.name == FILE and path.is_file())


def build_side(path: Path, name: str) -> Side:
    """A build. Raises :class:`PressError` where its record cannot be read."""
    file = path / FILE if path.is_dir() else path
    record = from_json(file.read_bytes())
    if record is None:
        raise PressError([_no_record(file)])

    def draw(labels: Collection[str]) -> Mapping[str, Pixels]:
        pdf = _shown_by(record, file.parent)
        places = [n for n, page in enumerate(record.pages) if page.label in labels]
        if pdf is None or not places:
            return {}
        drawn = trimmed_pages(pdf, places)
        return {record.pages[n].label: pixels for n, pixels in drawn}

    return Side(name, record, draw)


def _shown_by(record: Record, folder: Path) -> bytes | None:
    """The file that shows the pages of the record.

    No other of the folder will do: a later proof or print run may have written it.
    """
    for name in PDFS:
        try:
            contents = (folder / name).read_bytes()
        except OSError:
            continue
        if sha256(contents).hexdigest() == record.pdf:
            return contents
    return None


def made_side(made: MadeUp, edition: str, name: str, cache: Path | None) -> Side:
    """An issue made up. Pictures are converted for the pages asked for alone."""

    def draw(labels: Collection[str]) -> Mapping[str, Pixels]:
        some = _some_pages(made, labels)
        if not some.pages:
            return {}
        pictures, _ = converted_pictures(some, made.issue.house.root, cache)
        pdf = write_pages(some, pictures, some.pages)
        drawn = trimmed_pages(pdf, range(len(some.pages)))
        return {some.pages[n].label: pixels for n, pixels in drawn}

    return Side(name, record_of(made, edition), draw)


def _some_pages(made: MadeUp, labels: Collection[str]) -> MadeUp:
    pairs = zip(made.pages, made.makeup.pages, strict=True)
    picked = [(drawn, page) for drawn, page in pairs if drawn.label in labels]
    makeup = replace(made.makeup, pages=tuple(page for _, page in picked))
    return replace(made, makeup=makeup, pages=tuple(drawn for drawn, _ in picked))


def _no_record(file: Path) -> Diagnostic:
    name = shown(file)
    return error(
        "no-record",
        None,
        Both(
            f"{name} is no record of an edition that this version reads",
            f"{name} 不是本版本认得的出样记录",
        ),
        fix=Both(
            "make the proof again: printpress proof writes it",
            "请重新出样，printpress proof 会写好它",
        ),
    )
