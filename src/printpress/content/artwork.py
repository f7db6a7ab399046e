"""SVG nameplates as outlines in the house's inks (the only importer of svgelements).

Takes the bytes of an SVG file, gives paths. What a newspaper's plate cannot hold as
outlines (text, pictures, gradients, filters, transparency) is refused where it stands,
never turned into pixels and never left out. Colours become K where they are grey, else
the house's nearest colour.

Not handled: markers, clipping, `use`; programs write them out on request.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path as FilePath
from typing import Any, Final

from printpress.colour import PAPER, Ink
from printpress.content.art_faults import (
    ART_BYTES,
    ArtError,
    bad_art,
    scan,
    strange_colour,
)
from printpress.diagnostics import Diagnostic, Span
from printpress.paths import Close, CurveTo, LineTo, Move, Path, Segment
from printpress.spec.paths import shown

SIDE: Final = 1_000_000
"""Units along the longer side of a drawing: a nameplate's steps of 0.1 µm."""

GREY: Final = 10
"""Levels of 255 by which the channels of a grey may differ."""

NEAR: Final = 90
"""Levels of 255 by which a colour may differ from the house's, at most: 报红 is written
in many ways, and blue is none of them."""

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


def read_artwork(file: FilePath, colours: Mapping[str, Ink]) -> Artwork:
    """The drawing in an SVG file.

    Raises :class:`ArtError` with everything in it that cannot be printed.
    """
    name = shown(file)
    try:
        written = file.read_bytes()
    except OSError as trouble:
        raise bad_art(name, "it cannot be read", "文件读不出来") from trouble
    if len(written) > ART_BYTES:
        raise bad_art(name, "it is too large", "文件过大")
    paints = scan(written, name)
    drawn = list(_figures(written, name))
    inks = _Inks(colours)
    strange = sorted({rgb for e in drawn for rgb in _rgbs(e) if inks.of(rgb) is None})
    if strange:
        raise ArtError([_strange(rgb, paints, name, colours) for rgb in strange])
    return _cut_to_ink(drawn, inks, name)


def _strange(
    rgb: tuple[int, int, int],
    paints: Mapping[str, Span],
    name: str,
    colours: Mapping[str, Ink],
) -> Diagnostic:
    """A colour that is none of the house's, where it is first written."""
    from svgelements import Color

    written = f"#{rgb[0]:02x}{rgb[1]:02x}{rgb[2]:02x}"
    places = (at for paint, at in paints.items() if Color(paint).hexrgb == written)
    return strange_colour(written, next(places, Span(name, 0, 0)), colours)


def _figures(written: bytes, name: str) -> Iterator[Any]:
    """The shapes of a drawing, their transforms worked in."""
    from svgelements import SVG, Shape

    try:
        drawing = SVG.parse(BytesIO(written), reify=True, color="black")
        found = [part for part in drawing.elements() if isinstance(part, Shape)]
    except _TROUBLE as trouble:
        raise bad_art(name, "its outlines cannot be read", "轮廓无法解析") from trouble
    for figure in found:
        if figure.values.get("visibility") not in ("hidden", "collapse"):
            yield figure


def _rgbs(figure: Any) -> Iterator[tuple[int, int, int]]:
    for colour in (figure.fill, figure.stroke):
        if colour is not None and colour.value is not None:
            yield colour.red, colour.green, colour.blue


class _Inks:
    """The house's inks by the colours of screens."""

    def __init__(self, colours: Mapping[str, Ink]) -> None:
        self.known = [ink for ink in colours.values() if not ink.k_only]

    def of(self, rgb: tuple[int, int, int]) -> Ink | None:
        """K of a grey, the nearest of the house's colours, or None."""
        if max(rgb) - min(rgb) <= GREY:
            share = 1000 - (sum(rgb) * 1000 + 382) // 765
            return Ink(black=share) if share else PAPER
        near = [(_distance(rgb, _screen(ink)), str(ink), ink) for ink in self.known]
        return min(near)[2] if near and min(near)[0] <= NEAR else None


def _screen(ink: Ink) -> tuple[int, int, int]:
    """About how an ink looks on a screen."""
    shown = ink.process
    light = 1000 - shown.black
    red, green, blue = (
        (1000 - part) * light * 255 // 1_000_000
        for part in (shown.cyan, shown.magenta, shown.yellow)
    )
    return red, green, blue


def _distance(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _cut_to_ink(figures: list[Any], inks: _Inks, name: str) -> Artwork:
    """The shapes in whole units, the drawing's edges where its ink ends."""
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
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    wide, deep = max(b[2] for b in boxes) - left, max(b[3] for b in boxes) - top
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


def _box(figure: Any, outline: Any) -> tuple[float, float, float, float] | None:
    """Where an outline's ink ends; None where it has none."""
    box = outline.bbox()
    stroked = figure.stroke is not None and figure.stroke.value is not None
    filled = figure.fill is not None and figure.fill.value is not None
    if box is None or not (stroked or filled):
        return None
    half = float(figure.stroke_width or 0) / 2 if stroked else 0
    return box[0] - half, box[1] - half, box[2] + half, box[3] + half


def _shapes(figure: Any, path: Path, inks: _Inks, scale: float) -> Iterator[ArtShape]:
    """A figure's fill, then its line."""
    fill, stroke = figure.fill, figure.stroke
    if fill is not None and fill.value is not None:
        ink = inks.of((fill.red, fill.green, fill.blue)) or PAPER
        even_odd = figure.values.get("fill-rule") == "evenodd"
        yield ArtShape(path, ink, even_odd=even_odd)
    width = round(float(figure.stroke_width or 0) * scale)
    if stroke is not None and stroke.value is not None and width:
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
