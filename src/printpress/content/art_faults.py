"""What an SVG drawing holds that no plate can hold as outlines, and where."""

import re
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

from printpress.colour import Ink
from printpress.diagnostics import Both, Diagnostic, PressError, Span, error

ART_BYTES: Final = 4_000_000
"""Size of a drawing's file, at most."""

SVG: Final = "http://www.w3.org/2000/svg"
"""The namespace of what is drawn; what editors add for themselves is in others."""

DRAWN: Final = frozenset(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
)
"""Elements that are outlines."""

SILENT: Final = frozenset({"defs", "title", "desc", "metadata", "style"})
"""Elements that draw nothing by themselves."""

_TO_PATHS = Both(
    "turn the text into outlines in your drawing program (Object to Path, Create "
    "Outlines) and save again",
    "在绘图软件里把文字转成轮廓（转曲）后重新保存",
)
_DRAW_IT = Both(
    "trace the picture into outlines; or set the name in a face, supply the advert "
    "as a picture or PDF",
    "把图片描成轮廓；或改用字体排报名，广告改交图片或 PDF",
)
_PLAIN = Both(
    "draw it with plain outlines in solid colours and save as plain SVG",
    "改用实色轮廓来画，另存为普通 SVG",
)
_KINDS: Final[Mapping[str, tuple[Both, Both]]] = {
    "text": (Both("text", "文字"), _TO_PATHS),
    "tspan": (Both("text", "文字"), _TO_PATHS),
    "textPath": (Both("text", "文字"), _TO_PATHS),
    "image": (Both("a picture of pixels", "像素图片"), _DRAW_IT),
    "linearGradient": (Both("a gradient", "渐变"), _PLAIN),
    "radialGradient": (Both("a gradient", "渐变"), _PLAIN),
    "filter": (Both("a filter", "滤镜"), _PLAIN),
    "pattern": (Both("a pattern", "图案填充"), _PLAIN),
    "mask": (Both("a mask", "蒙版"), _PLAIN),
    "clipPath": (Both("a clipping path", "剪切路径"), _PLAIN),
    "use": (
        Both("a linked copy", "引用的副本"),
        Both(
            "unlink clones (expand symbols) in your drawing program",
            "在绘图软件里解除克隆、展开符号",
        ),
    ),
}

_STYLED = re.compile(r"([\w-]+)\s*:\s*([^;}]+)")
_EFFECTS: Final[Mapping[str, Both]] = {
    "filter": Both("a filter", "滤镜"),
    "mask": Both("a mask", "蒙版"),
    "clip-path": Both("a clipping path", "剪切路径"),
    "stroke-dasharray": Both("a dashed line", "虚线"),
    "marker-start": Both("a marker", "标记"),
    "marker-mid": Both("a marker", "标记"),
    "marker-end": Both("a marker", "标记"),
    "mix-blend-mode": Both("blending", "混合模式"),
}
_CLEAR = frozenset({"opacity", "fill-opacity", "stroke-opacity"})
_PAINTS = frozenset({"fill", "stroke", "color"})


class ArtError(PressError):
    """A drawing that cannot be printed."""


def bad_art(name: str, en: str, zh: str, line: int = 0, column: int = 1) -> ArtError:
    """A drawing that is none."""
    return ArtError(
        [
            error(
                "art-unreadable",
                Span(name, line, column),
                Both(f"the drawing cannot be used: {en}", f"图稿不能用：{zh}"),
                fix=Both(
                    "save it again as plain SVG; or set the name in a face, "
                    "`name: {font: brush}`, supply the advert as a picture or PDF",
                    "另存为普通 SVG；或改用字体排报名：`name: {font: brush}`，"
                    "广告改交图片或 PDF",
                ),
            )
        ]
    )


def strange_colour(written: str, span: Span, colours: Mapping[str, Ink]) -> Diagnostic:
    """A colour that is none of the house's."""
    known = ", ".join(n for n, ink in colours.items() if not ink.k_only) or "black"
    return error(
        "art-colour",
        span,
        Both(
            f"the drawing's colour {written} is none of the house's",
            f"图稿的颜色 {written} 不在报社色表中",
        ),
        why=Both(
            "plates are made of the house's inks, not of screen colours",
            "印版按报社色表的油墨配比，不按屏幕颜色",
        ),
        fix=Both(
            f"paint it in a grey or near one of {known}, or add the colour under "
            "`colours` in layouts/house.yaml",
            f"改成灰或接近 {known} 的颜色，或在 layouts/house.yaml 的 colours 中加上",
        ),
    )


def unread_colour(written: str, span: Span) -> Diagnostic:
    """A colour in words that nobody here knows."""
    return error(
        "art-colour",
        span,
        Both(
            f"the drawing's colour `{written}` cannot be read",
            f"图稿的颜色 `{written}` 读不懂",
        ),
        fix=Both(
            "write `#c8102e`, or the inks: `device-cmyk(0 1 0.9 0)`",
            "可写 `#c8102e`，或直接写网点：`device-cmyk(0 1 0.9 0)`",
        ),
    )


def clear_colour(span: Span) -> Diagnostic:
    """A colour that lets the ground show through."""
    return _unsupported(Both("transparency", "透明"), _PLAIN, span)


def _unsupported(what: Both, fix: Both, span: Span) -> Diagnostic:
    return error(
        "art-unsupported",
        span,
        Both(f"{what.en} cannot be drawn as outlines", f"{what.zh}不能作为轮廓印出"),
        fix=fix,
        why=Both(
            "a drawing is never turned into pixels, and nothing of it is left out "
            "silently",
            "图稿不会转成像素，也不会悄悄略去一部分",
        ),
    )


def scan(written: bytes, name: str) -> Mapping[str, Span]:
    """Where each colour of a drawing is first written.

    Raises :class:`ArtError` where the file is no XML or holds what cannot be printed.
    """
    scanner = _Scanner(name)
    try:
        scanner.parser.Parse(written, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError as trouble:
        raise bad_art(
            name, "it is not XML", "不是 XML", trouble.lineno, trouble.offset + 1
        ) from trouble
    if scanner.found:
        raise ArtError(scanner.found)
    if not scanner.is_svg:
        raise bad_art(name, "it is not SVG", "不是 SVG", 1)
    return scanner.paints


class _Scanner:
    """Reads a drawing element by element, only to refuse."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[Diagnostic] = []
        self.paints: dict[str, Span] = {}
        self.is_svg = False
        self._style = False
        self._foreign = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.parser.EntityDeclHandler = self._entity

    @property
    def _here(self) -> Span:
        at = self.parser
        return Span(self.name, at.CurrentLineNumber, at.CurrentColumnNumber + 1)

    def _entity(self, *_: object) -> None:
        """Entities can grow without end, and no drawing program writes them."""
        here = self._here
        raise bad_art(
            self.name, "it declares entities", "含实体声明", here.line, here.column
        )

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        space, _, tag = full.rpartition(" ")
        if self._foreign or space not in ("", SVG):
            self._foreign += 1
            return
        self.is_svg = self.is_svg or tag == "svg"
        self._style = tag == "style"
        if tag not in DRAWN | SILENT:
            self._refuse(*_KINDS.get(tag, (Both(f"<{tag}>", f"<{tag}>"), _PLAIN)))
            return
        for key, value in attributes.items():
            self._declared(key, value)
            if key == "style":
                self._styled(value)

    def _end(self, _: str) -> None:
        self._style = False
        if self._foreign:
            self._foreign -= 1

    def _words(self, words: str) -> None:
        if self._style:
            self._styled(words)

    def _styled(self, words: str) -> None:
        for key, value in _STYLED.findall(words):
            self._declared(key, value)

    def _declared(self, key: str, value: str) -> None:
        """A property, as an attribute or in a style."""
        value = value.strip()
        if key in _PAINTS:
            self.paints.setdefault(value, self._here)
            if value.startswith("url"):
                self._refuse(Both("a gradient or pattern", "渐变或图案"), _PLAIN)
        elif key in _EFFECTS and value not in ("none", "normal", ""):
            self._refuse(_EFFECTS[key], _PLAIN)
        elif key in _CLEAR and _number(value) != 1:
            self._refuse(Both("transparency", "透明"), _PLAIN)

    def _refuse(self, what: Both, fix: Both) -> None:
        told = _unsupported(what, fix, self._here)
        if told not in self.found:
            self.found.append(told)


def _number(value: str) -> float:
    try:
        return float(value.rstrip("%")) / (100 if value.endswith("%") else 1)
    except ValueError:
        return 0
