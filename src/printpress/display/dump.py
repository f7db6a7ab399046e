"""Display lists as text, and back: the golden form of the tests.

One operation a line, whole EMU only, so that a difference is readable and the same
on every machine. ``parse(dump(pages)) == pages``.

A line of glyphs names each glyph, its text and the distance to the next one::

    glyphs 12(新)+127000 13(闻)+0 @ 1440000,2016000 song 127000 k100

An outline is written as PDF writes it, operands first: ``10,20 m 30,20 l 30,40 l h``.
Lines that run down begin with ``down`` or ``turned`` instead, and a size such as
``127000*800`` says that glyphs are drawn at 800 thousandths of their width.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final
from urllib.parse import unquote

from printpress.colour import Ink
from printpress.display.ops import (
    UNSTRETCHED,
    DisplayList,
    FillPath,
    FillRects,
    Op,
    PlaceForm,
    PlaceImage,
    Sheet,
    ShowGlyphs,
    StrokeLine,
    StrokePath,
    StrokeRect,
)
from printpress.geometry import Rect, Size, Way
from printpress.paths import Close, CurveTo, LineTo, Move, Path, Segment

_KEYWORDS: Final[dict[Way, str]] = {
    "across": "glyphs",
    "down": "down",
    "turned": "turned",
}
_WAYS: Final = {word: way for way, word in _KEYWORDS.items()}


@lru_cache(maxsize=1 << 14)
def _quoted(text: str) -> str:
    """Text without the characters that the format needs for itself."""
    return "".join(
        char if char.isprintable() and char not in "() +\\" else f"\\{ord(char):x};"
        for char in text
    )


def _unquoted(text: str) -> str:
    return re.sub(r"\\([0-9a-f]+);", lambda found: chr(int(found[1], 16)), text)


def _rect(rect: Rect) -> str:
    return f"{rect.x},{rect.y},{rect.width},{rect.height}"


def _glyphs(op: ShowGlyphs) -> str:
    steps = [after - here for here, after in zip(op.xs, op.xs[1:], strict=False)]
    shown = " ".join(
        f"{gid}({_quoted(text)})+{step}"
        for gid, text, step in zip(op.gids, op.texts, [*steps, 0], strict=True)
    )
    across = op.way == "across"
    place = f"{op.xs[0]},{op.y}" if across else f"{op.y},{op.xs[0]}"
    size = f"{op.size}*{op.stretch}" if op.stretch != UNSTRETCHED else str(op.size)
    return f"{_KEYWORDS[op.way]} {shown} @ {place} {op.face} {size} {op.ink}"


def _segment(part: Segment) -> str:
    match part:
        case Move():
            return f"{part.x},{part.y} m"
        case LineTo():
            return f"{part.x},{part.y} l"
        case CurveTo():
            arms = f"{part.x1},{part.y1},{part.x2},{part.y2}"
            return f"{arms},{part.x},{part.y} c"
        case Close():
            return "h"


def _outline(op: FillPath | StrokePath) -> str:
    path = " ".join(map(_segment, op.path))
    over = " over" if op.over else ""
    if isinstance(op, FillPath):
        return f"{'holed' if op.even_odd else 'area'} {path} / {op.ink}{over}"
    ends = "round" if op.rounded else "plain"
    return f"path {path} / {op.width} {ends} {op.ink}{over}"


def _brought(op: PlaceImage | PlaceForm) -> str:
    """What comes from a file of its own."""
    if isinstance(op, PlaceImage):
        return f"image {_rect(op.rect)} {op.name}"
    own = f"{op.size.width},{op.size.height}"
    plates = "+".join(map(_quoted, op.plates))
    return f"form {_rect(op.rect)} {own} {plates} {op.name}"


def _line(op: Op) -> str:
    match op:
        case ShowGlyphs():
            return _glyphs(op)
        case FillRects():
            return f"fill {' '.join(map(_rect, op.rects))} {op.ink}"
        case StrokeLine():
            ends = f"{op.x0},{op.y0} {op.x1},{op.y1}"
            return f"line {ends} {op.width} {op.dotted} {op.ink}"
        case StrokeRect():
            return f"frame {_rect(op.rect)} {op.width} {op.ink}"
        case PlaceImage() | PlaceForm():
            return _brought(op)
        case FillPath() | StrokePath():
            return _outline(op)


def _sheet(sheet: Sheet) -> str:
    size = f"{sheet.paper.width},{sheet.paper.height}"
    return f"paper {size} {sheet.x},{sheet.y} {sheet.scale}"


def dump(pages: Iterable[DisplayList]) -> str:
    """The pages as text."""
    lines: list[str] = []
    for page in pages:
        size = f"{page.trim.width},{page.trim.height}"
        slug = f" slug {page.slug}" if page.slug else ""
        paper = f" {_sheet(page.sheet)}" if page.sheet else ""
        lines.append(f"page {page.label} {size} bleed {page.bleed}{slug}{paper}")
        lines += map(_line, page.ops)
    return "".join(f"{line}\n" for line in lines)


_INK = {"c": "cyan", "m": "magenta", "y": "yellow", "k": "black"}


def _ink(words: list[str]) -> Ink:
    parts: dict[str, Any] = {}
    for word in words:
        if word.startswith("spot:"):
            named, _, tint = word.removeprefix("spot:").rpartition("*")
            parts |= {"spot": unquote(named), "tint": _per_mille(tint)}
        else:
            parts[_INK[word[0]]] = _per_mille(word[1:])
    return Ink(**parts)


def _per_mille(per_cent: str) -> int:
    return round(float(per_cent) * 10)


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",")]


def _parse_rect(text: str) -> Rect:
    return Rect(*_numbers(text))


def _parse_glyphs(way: Way, rest: str) -> ShowGlyphs:
    shown, placed = rest.split(" @ ")
    place, face, size, *ink = placed.split(" ")
    x, y = _numbers(place) if way == "across" else reversed(_numbers(place))
    size, _, stretch = size.partition("*")
    gids, texts, xs = [], [], []
    for word in shown.split(" "):
        match = re.fullmatch(r"(\d+)\((.*)\)\+(-?\d+)", word)
        if match is None:
            raise ValueError(f"{word!r} is no glyph")
        gids.append(int(match[1]))
        texts.append(_unquoted(match[2]))
        xs.append(x)
        x += int(match[3])
    return ShowGlyphs(
        face,
        int(size),
        _ink(ink),
        y,
        tuple(gids),
        tuple(texts),
        tuple(xs),
        way,
        int(stretch or UNSTRETCHED),
    )


_SEGMENTS: Final[Mapping[str, Callable[..., Segment]]] = {
    "m": Move,
    "l": LineTo,
    "c": CurveTo,
    "h": Close,
}


def _parse_path(text: str) -> Path:
    path: list[Segment] = []
    operands: list[int] = []
    for word in text.split():
        if word in _SEGMENTS:
            path.append(_SEGMENTS[word](*operands))
            operands = []
        else:
            operands = _numbers(word)
    return tuple(path)


def _parse_outline(kind: str, rest: str) -> Op:
    outline, drawn = rest.split("/ ")
    words = drawn.removesuffix(" over").split(" ")
    over = drawn.endswith(" over")
    if kind != "path":
        return FillPath(_parse_path(outline), _ink(words), kind == "holed", over)
    width, ends, *ink = words
    return StrokePath(
        _parse_path(outline), int(width), _ink(ink), ends == "round", over
    )


def _parse_brought(kind: str, rest: str) -> Op:
    if kind == "image":
        rect, name = rest.split(" ", 1)
        return PlaceImage(_parse_rect(rect), name)
    rect, size, plates, name = rest.split(" ", 3)
    named = tuple(map(_unquoted, plates.split("+")))
    return PlaceForm(_parse_rect(rect), Size(*_numbers(size)), named, name)


def _parse_op(line: str) -> Op:
    kind, rest = line.split(" ", 1)
    words = rest.split(" ")
    if kind in _WAYS:
        return _parse_glyphs(_WAYS[kind], rest)
    match kind:
        case "fill":
            rects = [word for word in words if "," in word]
            return FillRects(tuple(map(_parse_rect, rects)), _ink(words[len(rects) :]))
        case "line":
            (x0, y0), (x1, y1) = _numbers(words[0]), _numbers(words[1])
            width, dotted = int(words[2]), int(words[3])
            return StrokeLine(x0, y0, x1, y1, width, _ink(words[4:]), dotted)
        case "frame":
            return StrokeRect(_parse_rect(words[0]), int(words[1]), _ink(words[2:]))
        case "area" | "holed" | "path":
            return _parse_outline(kind, rest)
        case "image" | "form":
            return _parse_brought(kind, rest)
        case _:
            raise ValueError(f"{kind!r} is no operation")


def _parse_sheet(size: str, place: str, scale: str) -> Sheet:
    x, y = _numbers(place)
    return Sheet(Size(*_numbers(size)), x, y, int(scale))


def _pages(text: str) -> Iterator[DisplayList]:
    for block in re.split(r"^(?=page )", text, flags=re.MULTILINE):
        if not block:
            continue
        head, *lines = block.splitlines()
        head, _, paper = head.partition(" paper ")
        _, number, size, _, bleed, *slug = head.split(" ")
        ops = tuple(map(_parse_op, lines))
        first, *others = map(int, number.split("-"))
        trim = Size(*_numbers(size))
        room = int(slug[1]) if slug else 0
        sheet = _parse_sheet(*paper.split(" ")) if paper else None
        yield DisplayList(first, trim, int(bleed), ops, bool(others), room, sheet)


def parse(text: str) -> tuple[DisplayList, ...]:
    """The pages that :func:`dump` wrote.

    Raises ``ValueError`` where the text is no dump.
    """
    return tuple(_pages(text))
