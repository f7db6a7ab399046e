"""What lies where on a page: its lattice, its slots, and where each piece is written.

Lengths are EMU from the trim's top left corner, as everywhere; the browser draws them
over the page's picture. Every line of a story leads to its place in the story's file.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from printpress.content.issue import PageCopy
from printpress.content.story import Story
from printpress.diagnostics import Span
from printpress.geometry import Rect
from printpress.lint.sheet import around, bounds
from printpress.makeup.grid import Grid
from printpress.makeup.pages import grid_of
from printpress.makeup.placed import Page, PlacedPicture, SetLine
from printpress.pipeline import Laid
from printpress.spec.issue import IssueSpec
from printpress.spec.layout import SlotSpec
from printpress.spec.story import StoryFile

SHOWN_AT_MOST: Final = 24
"""Characters of a paragraph that name it in a list (taste)."""


def overlay(
    spec: IssueSpec, laid: Laid, copy: PageCopy, page: Page
) -> dict[str, object]:
    """The page's lattice, slots and pieces of copy."""
    grid = grid_of(laid.issue.house, spread=page.spread)
    stories = laid.issue.stories
    return {
        "grid": _lattice(grid),
        "slots": [_slot(spec, laid, grid, copy, slot) for slot in copy.layout.slots],
        "pieces": list(_pieces(spec, stories, page)),
    }


def place(span: Span | None, folder: Path) -> dict[str, object] | None:
    """A place in a file; *open* is the file's path in the issue's folder, if there."""
    if span is None:
        return None
    path = Path.cwd() / span.file
    inside = path.is_relative_to(folder)
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "length": span.length,
        "open": path.relative_to(folder).as_posix() if inside else None,
    }


def _rect(rect: Rect) -> list[int]:
    return [rect.x, rect.y, rect.width, rect.height]


def _lattice(grid: Grid) -> dict[str, object]:
    every = range(1, grid.columns + 1)
    strips = (grid.span(column, column) for column in every)
    return {
        "columns": [[strip.x, strip.width] for strip in strips],
        "top": grid.top,
        "baseline": grid.baseline(1),
        "row": grid.row,
        "rows": grid.rows,
    }


def _slot(
    spec: IssueSpec, laid: Laid, grid: Grid, copy: PageCopy, slot: SlotSpec
) -> dict[str, object]:
    stories = copy.stories.get(slot.name, ())
    placed = (copy.places.get((slot.name, story.id)) for story in stories)
    here = copy.number_of(slot), slot.name
    going_on = (j for j in laid.issue.jumps if (j.to_page, j.to_slot) == here)
    return {
        "name": slot.name,
        "use": slot.use,
        "rect": _rect(grid.rect(slot.cols, slot.rows)),
        "stories": [story.id for story in stories] + [j.story for j in going_on],
        "place": place(next(placed, slot.span), spec.folder),
    }


def _pieces(
    spec: IssueSpec, stories: Mapping[str, Story], page: Page
) -> Iterator[dict[str, object]]:
    """Headings, paragraphs and pictures in the order of drawing, one a column."""
    before: tuple[object, ...] = ()
    rect: Rect | None = None
    told: dict[str, object] = {}
    for thing in page.placed:
        if not isinstance(thing, SetLine | PlacedPicture) or not thing.story:
            continue
        if thing.story not in stories:
            continue
        here, kind = bounds(thing), _kind(thing)
        number = thing.paragraph if isinstance(thing, SetLine) else -1
        key = (thing.story, kind, number)
        if rect is not None and key == before and _below(rect, here):
            rect = around(rect, here)
            continue
        if rect is not None:
            yield {**told, "rect": _rect(rect)}
        before, rect = key, here
        story, file = stories[thing.story], spec.stories[thing.story]
        told = {
            "story": story.id,
            "kind": kind,
            "paragraph": number if 0 <= number < len(story.paragraphs) else None,
            "place": place(_written(story, file, thing), spec.folder),
            "words": _words(story, thing)[:SHOWN_AT_MOST],
        }
    if rect is not None:
        yield {**told, "rect": _rect(rect)}


def _below(rect: Rect, here: Rect) -> bool:
    """Whether the line goes on in the same column."""
    return here.y >= rect.y and here.x < rect.right and rect.x < here.right


def _kind(thing: SetLine | PlacedPicture) -> str:
    return thing.part if isinstance(thing, SetLine) else "picture"


def _words(story: Story, thing: SetLine | PlacedPicture) -> str:
    if isinstance(thing, PlacedPicture):
        return thing.path.name
    if thing.part == "headline":
        return str(story.head.headline)
    if 0 <= thing.paragraph < len(story.paragraphs):
        return story.paragraphs[thing.paragraph].text
    return thing.line.text


def _written(
    story: Story, file: StoryFile, thing: SetLine | PlacedPicture
) -> Span | None:
    """Where the piece is written."""
    if isinstance(thing, PlacedPicture):
        return thing.span or story.span
    if 0 <= thing.paragraph < len(story.paragraphs):
        return story.paragraphs[thing.paragraph].place(0)
    by_part = {
        "headline": file.headline,
        "kicker": file.kicker,
        "deck": file.deck,
        "byline": file.byline,
    }
    located = by_part.get(thing.part)
    if located is not None:
        return located.span
    own = {"quote": story.quote, "facts": story.facts}.get(thing.part)
    if own is not None:
        return own.span
    if thing.part == "caption" and story.pictures:
        return story.pictures[0].span
    return story.span
