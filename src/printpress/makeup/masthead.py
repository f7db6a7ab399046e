"""The head of page one: nameplate, slogan and publisher line.

The nameplate is as large as its box bears, its slogan spread over its width below it,
and small lines stand at its right.
"""

from printpress.content.issue import Issue
from printpress.geometry import Rect
from printpress.makeup.compositor import Compositor, baseline_in
from printpress.makeup.even_words import row_of_words
from printpress.makeup.grid import Grid
from printpress.makeup.nameplate import draw_name, set_name
from printpress.makeup.placed import Placed, SetLine
from printpress.makeup.styles import Style
from printpress.spec.layout import MastheadSpec
from printpress.text.galley import Line
from printpress.units import PT

FOOT_AIR = 4 * PT
"""Between the nameplate and the line below it, and below that."""


def slogan_words(slogan: str, separator: str) -> list[str]:
    """One character a cell, the separator between them.

    >>> slogan_words("自家门口", "/")
    ['自', '/', '家', '/', '门', '/', '口']
    """
    words: list[str] = []
    for char in slogan:
        words += [separator, char] if words and separator else [char]
    return words


def set_masthead(
    compositor: Compositor, grid: Grid, spec: MastheadSpec, issue: Issue
) -> list[Placed]:
    """The nameplate over its slogan, Latin name and publisher at the right."""
    box = grid.rect(spec.cols, spec.rows)
    beside = _lines_beside(compositor, spec, issue)
    aside = max((line.width for line, _ in beside), default=0)
    slogan = compositor.style("slogan")
    width = box.width - aside - (2 * compositor.house.body.size if aside else 0)
    room = Rect(box.x, box.y, width, box.height - slogan.size - 2 * FOOT_AIR)
    art = issue.art.get(spec.art) if spec.art else None
    name = (
        draw_name(art, room, middle=not aside)
        if art
        else set_name(compositor, spec, issue.house.paper.name, room, middle=not aside)
    )
    placed = list(name.placed)
    foot = box.bottom - slogan.size - FOOT_AIR
    if spec.slogan_separator is not None and issue.house.paper.slogan:
        words = slogan_words(issue.house.paper.slogan, spec.slogan_separator)
        placed += row_of_words(compositor, words, slogan, name.strip, foot)
    base = baseline_in(foot, slogan.size)
    for line, look in reversed(beside):
        placed.append(SetLine(line, box.right - line.width, base, look.ink))
        base -= look.row
    return placed


def _lines_beside(
    compositor: Compositor, spec: MastheadSpec, issue: Issue
) -> list[tuple[Line, Style]]:
    """The small lines at the nameplate's right: Latin name, then who publishes.

    A wide blank (U+3000) in the publisher's line is where it is broken.
    """
    lines: list[tuple[Line, Style]] = []
    if issue.house.paper.latin:
        look = compositor.style("latin")
        words = issue.house.paper.latin
        lines.append((compositor.line(words, look, tracking=look.size // 5), look))
    if spec.copublisher:
        look = compositor.style("copublisher")
        parts = issue.edition.copublisher.split("\u3000")
        lines += [(compositor.line(part, look), look) for part in parts if part.strip()]
    return lines
