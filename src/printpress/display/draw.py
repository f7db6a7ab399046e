"""Made-up page → display list: a transcription that decides nothing."""

from collections.abc import Iterator
from pathlib import Path

from printpress.display.ops import (
    DisplayList,
    FillPath,
    FillRects,
    Op,
    PlaceForm,
    PlaceImage,
    ShowGlyphs,
    StrokeLine,
    StrokePath,
    StrokeRect,
)
from printpress.geometry import above_baseline
from printpress.makeup.placed import (
    FrameLine,
    Page,
    Patch,
    Placed,
    PlacedForm,
    PlacedPicture,
    Rule,
    SetLine,
    Shape,
)
from printpress.paths import moved, turned
from printpress.text.marks import outline


def picture_name(picture: PlacedPicture, root: Path) -> str:
    """What a picture at its size is called in a display list.

    Two places that show one file at one size share its pixels. Files are named from
    the paper's folder on, so that lists are the same on every machine.
    """
    across, down = picture.focus
    path = picture.path
    named = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
    size = f"{picture.rect.width}x{picture.rect.height}"
    plates = "@K" if picture.k_only else ""
    return f"{named.as_posix()}@{size}@{float(across):g},{float(down):g}{plates}"


def _glyphs(placed: SetLine) -> Iterator[Op]:
    if placed.line.down:
        yield from _glyphs_down(placed)
        return
    for piece in placed.line.pieces:
        if piece.gids:
            yield ShowGlyphs(
                piece.face,
                piece.size,
                placed.ink,
                placed.y - piece.rise,
                piece.gids,
                piece.texts,
                tuple(placed.x + x for x in piece.xs),
            )


def _marks(placed: SetLine) -> Iterator[Op]:
    """What stands beside the characters, from the edge of their em box outward.

    Dots stand below them, in lines that run down at their right; lines along names and
    titles below or at their left (clreq on marks between lines).
    """
    for mark in placed.line.marks:
        drawn = outline(mark)
        if placed.line.down:
            right = mark.kind not in ("name", "title")
            edge = mark.em // 2 if right else -(mark.em // 2)
            path = moved(turned(drawn.path, right=right), placed.x + edge, placed.y)
        else:
            foot = placed.y - mark.rise + mark.em - above_baseline(mark.em)
            path = moved(drawn.path, placed.x, foot)
        if drawn.width:
            rounded = mark.kind == "title"
            yield StrokePath(path, drawn.width, placed.ink, rounded)
        else:
            yield FillPath(path, placed.ink)


def _glyphs_down(placed: SetLine) -> Iterator[Op]:
    """The glyphs of a line that runs down from its place."""
    for piece in placed.line.pieces:
        if not piece.gids:
            continue
        ways = tuple(placed.y + y for y in piece.xs)
        line = placed.x + piece.rise
        if piece.way == "across":
            line, ways = ways[0], tuple(line + x for x in piece.crosses)
        yield ShowGlyphs(
            piece.face,
            piece.size,
            placed.ink,
            line,
            piece.gids,
            piece.texts,
            ways,
            piece.way,
            piece.stretch,
        )


def _ops(placed: Placed, root: Path) -> Iterator[Op]:
    match placed:
        case SetLine():
            yield from _glyphs(placed)
            yield from _marks(placed)
        case Patch():
            yield FillRects(placed.rects, placed.ink)
        case Rule():
            yield StrokeLine(
                placed.x0,
                placed.y0,
                placed.x1,
                placed.y1,
                placed.width,
                placed.ink,
                placed.dotted,
            )
        case FrameLine():
            yield StrokeRect(placed.rect, placed.width, placed.ink)
        case Shape() if placed.width:
            yield StrokePath(
                placed.path, placed.width, placed.ink, placed.rounded, placed.over
            )
        case Shape():
            yield FillPath(placed.path, placed.ink, placed.even_odd, placed.over)
        case PlacedPicture():
            yield PlaceImage(placed.rect, picture_name(placed, root))
        case PlacedForm():
            form = placed.form
            plates = (*form.plates, *form.spots)
            yield PlaceForm(placed.rect, form.size, plates, form.name)


def draw(page: Page, bleed: int, root: Path) -> DisplayList:
    """The page's operations, in the order of drawing; *root* is the paper's folder."""
    ops = tuple(op for placed in page.placed for op in _ops(placed, root))
    return DisplayList(page.number, page.trim, bleed, ops, page.spread)
