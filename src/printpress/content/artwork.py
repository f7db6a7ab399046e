"""SVG drawings as outlines in the house's inks (the only importer of svgelements).

Takes the bytes of an SVG file, gives paths. What a newspaper's plate cannot hold as
outlines (text, pictures, gradients, filters, transparency) is refused where it stands,
never turned into pixels and never left out. Inks are those of :mod:`.art_inks`.

Not handled: markers, clipping, `use`; programs write them out on request.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path as FilePath
from typing import Any, Final

from printpress.colour import PAPER, Ink
from printpress.content.art_faults import (
    ART_BYTES,
    ArtError,
    bad_art,
    clear_colour,
    scan,
    strange_colour,
    unread_colour,
)
from printpress.content.art_inks import MIXED, ArtInks, Rgb, mixed_ink, stand_ins
from printpress.diagnostics import Diagnostic, Span
from printpress.paths import Close, CurveTo, LineTo, Move, Path, Segment
from printpress.spec.paths import shown

DRAWINGS_KEPT: Final = 16
"""Drawings that are kept once they are read."""

SIDE: Final = 1_000_000
"""Units along the longer side of a drawing: a nameplate's steps of 0.1 µm."""

MOST_PARTS: Final = 50_000
"""Lines and curves in a drawing: ten times a brush nameplate's."""

_TROUBLE: Final = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What the reader of outlines raises for files that say what cannot be."""

BEYOND: Final = 0.002
"""Share of an artboard's side by which ink may go over its edge: half a hair line."""

SET: Final = frozenset({"none", "currentColor", "inherit", ""})
"""Paints that are no colours."""

_AS_BLACK: Final = 255
_CODE: Final = re.compile(
    r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|(?:rgb|hsl)a?\([^()]*\)",
    re.IGNORECASE,
)

Box = tuple[float, float, float, float]
"""Left, top, right and foot."""

LEAST_PARTS: Final = 2
"""Parts without which an outline encloses nothing."""


@dataclass(frozen=True, slots=True)
class ArtShape:
    """One outline of a drawing."""

    path: Path
    """In the drawing's own units, from its top left corner."""
    ink: Ink
    """Its colour."""
    width: int = 0
    """How thick its line is; 0 where it is filled."""
    rounded: bool = False
    """Whether the line's ends and corners are round."""
    even_odd: bool = False
    """Whether parts within parts are holes whichever way they run."""


@dataclass(frozen=True, slots=True)
class Artwork:
    """A drawing, cut to its ink."""

    width: int
    """Its width in its own units."""
    height: int
    """Its height."""
    shapes: tuple[ArtShape, ...]
    """In the order of drawing."""


def read_artwork(
    file: FilePath, colours: Mapping[str, Ink], *, whole: bool = False
) -> Artwork:
    """The drawing in an SVG file, cut to its ink, or *whole* to its artboard.

    Raises :class:`ArtError` with everything in it that cannot be printed.
    """
    name = shown(file)
    try:
        written = file.read_bytes()
    except OSError as trouble:
        raise bad_art(name, "it cannot be read", "文件读不出来") from trouble
    if len(written) > ART_BYTES:
        raise bad_art(name, "it is too large", "文件过大")
    return _artwork(written, name, tuple(colours.items()), whole=whole)


@lru_cache(maxsize=DRAWINGS_KEPT)
def _artwork(
    written: bytes, name: str, inks_named: tuple[tuple[str, Ink], ...], *, whole: bool
) -> Artwork:
    """The drawing in a file's bytes; kept, for a preview asks for it again."""
    colours = dict(inks_named)
    paints = scan(written, name)
    written, inks = _prepared(written, paints, colours)
    drawing = _parsed(written, name)
    drawn = list(_figures(drawing))
    strange = sorted({rgb for e in drawn for rgb in _rgbs(e) if inks.of(rgb) is None})
    if strange:
        raise ArtError([_strange(rgb, paints, name, colours) for rgb in strange])
    return _cut(drawn, _artboard(drawing, name) if whole else None, inks, name)


def _prepared(
    written: bytes, paints: Mapping[str, Span], colours: Mapping[str, Ink]
) -> tuple[bytes, ArtInks]:
    """The drawing with screen colours alone, and the inks that these stand for.

    Raises :class:`ArtError` for colours that cannot be read or are seen through.
    """
    from svgelements import Color

    plain = [paint for paint in paints if not MIXED.fullmatch(paint)]
    read = {paint: Color(paint) for paint in plain if _is_colour(paint)}
    unread = [paint for paint in plain if paint not in read and paint not in SET]
    unread += [p for p in paints if p not in plain and mixed_ink(p) is None]
    clear = [p for p, colour in read.items() if colour.alpha not in (None, 0, 255)]
    found = [unread_colour(paint, paints[paint]) for paint in unread]
    found += [clear_colour(paints[paint]) for paint in clear]
    if found:
        raise ArtError(found)
    taken = {(c.red, c.green, c.blue) for c in read.values() if c.value is not None}
    standing = stand_ins(paints, taken)
    for paint, rgb in standing.items():
        code = "#{:02x}{:02x}{:02x}".format(*rgb).encode()
        if paint.encode() not in written:  # entities, or another encoding
            raise ArtError([unread_colour(paint, paints[paint])])
        written = written.replace(paint.encode(), code)
    inks = {rgb: mixed_ink(paint) or PAPER for paint, rgb in standing.items()}
    return written, ArtInks(colours, inks)


def _is_colour(paint: str) -> bool:
    """Whether the reader of outlines knows the colour: it takes others for black."""
    from svgelements import Color

    if paint.startswith(("#", "rgb", "hsl")):
        return _CODE.fullmatch(paint) is not None
    return paint.isalpha() and (paint == "black" or Color(paint).value != _AS_BLACK)


def _strange(
    rgb: Rgb, paints: Mapping[str, Span], name: str, colours: Mapping[str, Ink]
) -> Diagnostic:
    """A colour that is none of the house's, where it is first written."""
    from svgelements import Color

    written = f"#{rgb[0]:02x}{rgb[1]:02x}{rgb[2]:02x}"
    places = (at for paint, at in paints.items() if Color(paint).hexrgb == written)
    return strange_colour(written, next(places, Span(name, 0, 0)), colours)


def _parsed(written: bytes, name: str) -> Any:
    """The drawing as svgelements has it, its transforms worked in."""
    from svgelements import SVG

    try:
        drawing = SVG.parse(BytesIO(written), reify=True, color="black")
        list(drawing.elements())
    except _TROUBLE as trouble:
        raise bad_art(name, "its outlines cannot be read", "轮廓无法解析") from trouble
    return drawing


def _figures(drawing: Any) -> Iterator[Any]:
    """The shapes of a drawing that are seen."""
    from svgelements import Shape

    for figure in drawing.elements():
        hidden = figure.values.get("visibility") in ("hidden", "collapse")
        if isinstance(figure, Shape) and not hidden:
            yield figure


def _artboard(drawing: Any, name: str) -> Box:
    """The drawing's own edges (SVG 2, section 8.2)."""
    if not (drawing.viewbox or drawing.values.get("width")):
        raise bad_art(
            name, "it has neither viewBox nor size", "没有 viewBox，也没有尺寸"
        )
    return 0, 0, float(drawing.width), float(drawing.height)


def _painted(colour: Any) -> bool:
    """Whether something is painted in it."""
    return colour is not None and colour.value is not None and colour.alpha != 0


def _rgbs(figure: Any) -> Iterator[Rgb]:
    for colour in (figure.fill, figure.stroke):
        if _painted(colour):
            yield colour.red, colour.green, colour.blue


def _cut(figures: list[Any], artboard: Box | None, inks: ArtInks, name: str) -> Artwork:
    """The shapes in whole units, the drawing's edges its artboard's, or its ink's."""
    from svgelements import Path as SvgPath

    outlines = []
    for figure in figures:
        outline = abs(SvgPath(figure))
        outline.approximate_arcs_with_cubics()
        if len(outline) >= LEAST_PARTS:
            outlines.append((figure, outline))
    if sum(len(outline) for _, outline in outlines) > MOST_PARTS:
        raise bad_art(name, "it has too many points", "节点过多")
    boxes = [box for e, outline in outlines if (box := _box(e, outline))]
    if not boxes:
        raise bad_art(name, "nothing in it is drawn", "里面没有可画的轮廓")
    left, top, right, foot = artboard or _around(boxes)
    if artboard and not _within(artboard, _around(boxes)):
        raise bad_art(name, "it is drawn beyond its artboard", "内容超出画板")
    wide, deep = right - left, foot - top
    if max(wide, deep) <= 0:
        raise bad_art(name, "nothing in it is drawn", "里面没有可画的轮廓")
    scale = SIDE / max(wide, deep)
    units = _Units(left, top, scale)
    shapes = tuple(
        shape
        for figure, outline in outlines
        for shape in _shapes(figure, units.path(outline), inks, scale)
    )
    return Artwork(round(wide * scale) or 1, round(deep * scale) or 1, shapes)


def _around(boxes: list[Box]) -> Box:
    lefts, tops, rights, feet = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(feet)


def _within(artboard: Box, ink: Box) -> bool:
    """Whether the ink ends at the artboard's edges, or next to them."""
    near = BEYOND * max(artboard[2:])
    inside = (i >= a - near for a, i in zip(artboard[:2], ink[:2], strict=True))
    before = (i <= a + near for a, i in zip(artboard[2:], ink[2:], strict=True))
    return all(inside) and all(before)


def _box(figure: Any, outline: Any) -> Box | None:
    """Where an outline's ink ends; None where it has none."""
    box = outline.bbox()
    stroked, filled = _painted(figure.stroke), _painted(figure.fill)
    if box is None or not (stroked or filled):
        return None
    half = float(figure.stroke_width or 0) / 2 if stroked else 0
    return box[0] - half, box[1] - half, box[2] + half, box[3] + half


def _shapes(figure: Any, path: Path, inks: ArtInks, scale: float) -> Iterator[ArtShape]:
    """A figure's fill, then its line."""
    fill, stroke = figure.fill, figure.stroke
    if _painted(fill):
        ink = inks.of((fill.red, fill.green, fill.blue)) or PAPER
        even_odd = figure.values.get("fill-rule") == "evenodd"
        yield ArtShape(path, ink, even_odd=even_odd)
    width = round(float(figure.stroke_width or 0) * scale)
    if _painted(stroke) and width:
        ink = inks.of((stroke.red, stroke.green, stroke.blue)) or PAPER
        rounded = figure.values.get("stroke-linecap") == "round"
        yield ArtShape(path, ink, width, rounded)


@dataclass(frozen=True, slots=True)
class _Units:
    """From a drawing's own lengths to whole units."""

    left: float
    top: float
    scale: float

    def path(self, outline: Any) -> Path:
        """The outline, curves as cubic ones."""
        return tuple(part for segment in outline for part in self._part(segment))

    def _part(self, segment: Any) -> Iterator[Segment]:
        from svgelements import Close as SvgClose
        from svgelements import CubicBezier, Line, QuadraticBezier
        from svgelements import Move as SvgMove

        match segment:
            case SvgMove():
                yield Move(*self._at(segment.end))
            case SvgClose():
                yield Close()
            case Line():
                yield LineTo(*self._at(segment.end))
            case CubicBezier():
                one, other = self._at(segment.control1), self._at(segment.control2)
                yield CurveTo(*one, *other, *self._at(segment.end))
            case QuadraticBezier():
                # The same curve's handles stand two thirds of the way to its one.
                start, middle, end = segment.start, segment.control, segment.end
                one = self._at(start + (middle - start) * (2 / 3))
                other = self._at(end + (middle - end) * (2 / 3))
                yield CurveTo(*one, *other, *self._at(end))
            case _:
                raise AssertionError(segment)

    def _at(self, point: Any) -> tuple[int, int]:
        return (
            round((point.x - self.left) * self.scale),
            round((point.y - self.top) * self.scale),
        )
