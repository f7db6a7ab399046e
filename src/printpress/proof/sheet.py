"""``proof.html``: an edition's proof as one file, for a telephone or a printer.

Pictures of the pages are inside the file; it asks the network for nothing and needs no
script: language and size of the pictures are switched by the style sheet.
"""

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from printpress.content.story import Story
from printpress.diagnostics import Diagnostic, Severity, in_order
from printpress.display.ops import DisplayList, ShowGlyphs
from printpress.makeup.placed import Page, PlacedPicture, StoryFit
from printpress.pictures.frame import effective_ppi
from printpress.pictures.printable import frame_of, limits_of
from printpress.pipeline import MadeUp
from printpress.proof.marked import Reader
from printpress.proof.stamp import time_of_copy
from printpress.proof.templates import rendered
from printpress.spec.paths import shown
from printpress.units import in_mm

GRAVITY: Final = {
    Severity.ERROR: ("error", "错误"),
    Severity.WARNING: ("warning", "警告"),
    Severity.NOTE: ("note", "提示"),
}


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in a slot, as the sheet lists it."""

    fit: StoryFit
    """How it fitted."""
    headline: str
    """Its headline."""
    paragraphs: int
    """How many paragraphs it has."""
    overset: tuple[str, ...]
    """Its lines that found no room."""


@dataclass(frozen=True, slots=True)
class PictureRow:
    """A picture, as the sheet lists it."""

    file: str
    """Its name."""
    story: str
    """The story it belongs to."""
    pixels: str
    """Width and height."""
    size: str
    """Its size on paper."""
    ppi: int
    """Pixels per printed inch."""
    coarse: bool
    """Whether these are too few."""


@dataclass(frozen=True, slots=True)
class FaceRow:
    """A face that letters of the pages are of."""

    name: str
    """What the paper calls it."""
    postscript: str
    """Its own name."""
    file: str
    """Its file."""
    licence: str
    """Under which it is embedded."""
    glyphs: int
    """Different glyphs of it."""


def sheet(
    made: MadeUp,
    reader: Reader,
    found: Sequence[Diagnostic],
    drawn: Mapping[str, bytes],
    stage: str = "",
) -> str:
    """The sheet of the pages that pictures are *drawn* of, by their labels."""
    pages = [page for page in made.pages if page.label in drawn]
    numbers = tuple(number for page in pages for number in page.page_nos)
    told = [_page(made, reader, page, drawn[page.label]) for page in pages]
    return rendered(
        "sheet.html",
        issue=made.issue,
        stage=stage,
        copied=time_of_copy(reader.spec, numbers),
        pages=told,
        findings=[_finding(one, made, pages) for one in in_order(found)],
        faces=tuple(_faces(made, pages)),
        over=sum(row.fit.overset_lines for page in told for row in page["stories"]),
        errors=sum(one.severity is Severity.ERROR for one in in_order(found)),
        warnings=sum(one.severity is Severity.WARNING for one in in_order(found)),
    )


def _page(
    made: MadeUp, reader: Reader, page: DisplayList, jpeg: bytes
) -> dict[str, Any]:
    place = [one.label for one in made.pages].index(page.label)
    reading = reader.of(page)
    return {
        "label": page.label,
        "section": made.issue.pages[place].section,
        "content": reader.contents[page.label],
        "picture": f"data:image/jpeg;base64,{b64encode(jpeg).decode()}",
        "stories": tuple(_stories(made, page)),
        "pictures": tuple(_pictures(made, made.makeup.pages[place])),
        "standings": reading.standings,
        "comments": [one for one in reader.comments if one.page in page.page_nos],
        "open": len(reading.comments),
    }


def _stories(made: MadeUp, page: DisplayList) -> Iterator[StoryRow]:
    stories = made.issue.stories
    for fit in made.makeup.fits:
        if fit.page_no not in page.page_nos:
            continue
        story: Story | None = stories.get(fit.story)
        lines = made.makeup.overset.get(fit.story, ()) if fit.overset_lines else ()
        yield StoryRow(
            fit,
            str(story.head.headline) if story else "",
            len(story.paragraphs) if story else 0,
            tuple(line.text for line in lines),
        )


def _pictures(made: MadeUp, page: Page) -> Iterator[PictureRow]:
    press = made.issue.press
    for placed in page.placed:
        if not isinstance(placed, PlacedPicture):
            continue
        ppi = effective_ppi(placed.width_px, placed.height_px, frame_of(placed, press))
        rect = placed.rect
        yield PictureRow(
            placed.path.name,
            placed.story,
            f"{placed.width_px} × {placed.height_px}",
            f"{in_mm(rect.width)} × {in_mm(rect.height)}",
            ppi,
            ppi < limits_of(placed, press)[0],
        )


def _finding(
    found: Diagnostic, made: MadeUp, pages: Sequence[DisplayList]
) -> dict[str, Any]:
    """A finding, with those of the sheet's pages that show the file it is in."""
    file = found.span.file if found.span else ""
    showing = {
        number
        for page in made.issue.pages
        for stories in page.stories.values()
        if any(story.span.file == file for story in stories)
        for number in page.numbers
    }
    return {
        "gravity": GRAVITY[found.severity],
        "code": found.code,
        "what": found.what,
        "fix": found.fix,
        "grade": found.counts_as,
        "place": str(found.span) if found.span else "",
        "pages": [p.label for p in pages if showing & set(p.page_nos)],
    }


def _faces(made: MadeUp, pages: Sequence[DisplayList]) -> Iterator[FaceRow]:
    glyphs: dict[str, set[int]] = defaultdict(set)
    for page in pages:
        for op in page.ops:
            if isinstance(op, ShowGlyphs):
                glyphs[op.face].update(op.gids)
    for name in sorted(glyphs):
        face = made.library.face(name)
        asked = made.library.spec.faces.get(name)
        licence = asked.licence if asked else ""
        file, count = shown(face.path), len(glyphs[name])
        yield FaceRow(name, face.postscript_name, file, licence, count)
