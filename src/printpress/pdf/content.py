"""One display list → one content stream.

Text goes out as one ``TJ`` array a run of glyphs. The rounding error of each
adjustment is carried to the next, so the last glyph of a line stands where the
setting engine put it, to half a thousandth of an em.

Solid black letters and lines are printed over what lies below (overprint), so that no
white edge shows where plates are out of register; every other ink knocks out. A page
says so before it draws the first time, and again only where that changes.
"""

from collections.abc import Callable
from dataclasses import replace

from printpress.colour import BLACK, FULL, Ink
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
from printpress.geometry import Rect
from printpress.paths import Close, CurveTo, LineTo, Move, Path
from printpress.pdf.fonts import FontUse
from printpress.units import PT


def number(emu: int) -> str:
    """EMU as points, exact to a ten-thousandth.

    >>> number(12700), number(6350), number(0), number(114300)
    ('1', '0.5', '0', '9')
    """
    text = f"{emu / PT:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def share(per_mille: int) -> str:
    """A coverage as PDF writes it.

    >>> share(1000), share(905)
    ('1', '0.905')
    """
    return f"{per_mille / FULL:g}"


def shares(ink: Ink) -> str:
    """The four process inks as operands."""
    return " ".join(map(share, ink.shares))


LIGHT = 255
"""A channel of a screen at full strength."""

OVER, OUT, BARE = "O1", "O0", "O"
"""Resource names of the graphics states that print over, that knock out, and that
pages begin with."""

AT_FIRST = f"/{BARE} gs 0 g 0 G 1 w 0 J 0 j 10 M [] 0 d"
"""What is in force where a page begins (ISO 32000-1 8.4.1); a form would take over what
is in force where it is placed."""


def prints_over(op: Op) -> bool:
    """Whether the operation leaves what lies below it on the other plates.

    Letters, drawn letters and lines in solid black do. Areas do not: a black label
    over a picture would show it. Nor do pictures, white and tints, unless an outline
    is there to be printed over others: register crosses.
    """
    match op:
        case StrokePath() | FillPath():
            return op.over or op.ink == BLACK
        case ShowGlyphs() | StrokeLine() | StrokeRect():
            return op.ink == BLACK
        case _:
            return False


def glyph_array(op: ShowGlyphs, use: FontUse) -> str:
    """The ``TJ`` array of a run: codes in hex, adjustments where glyphs are moved."""
    if op.way == "down":
        return _array_down(op, use)
    size, start = op.size * op.stretch // UNSTRETCHED, op.xs[0]
    twice = 2 * size
    known, hexes, widths = use.codes.get, use.hexes, use.widths
    parts: list[str] = []
    shown: list[str] = []
    cursor = 0  # where the file's own widths would put the next glyph, per mille
    for glyph, x in zip(zip(op.gids, op.texts, strict=True), op.xs, strict=True):
        target = (2000 * (x - start) + size) // twice
        if target != cursor:
            if shown:
                parts.append(f"<{''.join(shown)}>")
                shown = []
            parts.append(str(cursor - target))
        code = known(glyph) or use.code(*glyph)
        shown.append(hexes[code])
        cursor = target + widths[code]
    parts.append(f"<{''.join(shown)}>")
    return f"[{' '.join(parts)}]"


def _array_down(op: ShowGlyphs, use: FontUse) -> str:
    """The same for glyphs one below the other, where numbers move the pen on."""
    size, start = op.size, op.xs[0]
    parts: list[str] = []
    cursor = 0
    for glyph, y in zip(zip(op.gids, op.texts, strict=True), op.xs, strict=True):
        target = (2000 * (y - start) + size) // (2 * size)
        if target != cursor:
            parts.append(str(target - cursor))
        code = use.code_down(*glyph)
        parts.append(f"<{use.hexes[code]}>")
        cursor = target + use.hung[code].advance
    return f"[{' '.join(parts)}]".replace("> <", "")


def placed(sheet: Sheet) -> str:
    """The matrix that puts a page on its paper."""
    down = sheet.paper.height - sheet.y
    return f"{share(sheet.scale)} 0 0 {share(sheet.scale)} {number(sheet.x)} " + number(
        down
    )


class PageContent:
    """Writes one page's operators; the only place that turns y round."""

    def __init__(
        self,
        page: DisplayList,
        font: Callable[[str], FontUse],
        seen: Callable[[Ink], tuple[int, int, int]] | None = None,
    ) -> None:
        self._height = page.trim.height + page.bleed + page.slug
        self._left = page.bleed + page.slug
        self._font = font
        self._seen = seen
        self._fill = self._stroke = self._state = ""
        self.images: list[str] = []
        """Names of the pictures placed, in order of their resource numbers."""
        self.forms: list[str] = []
        """Names of the supplied pages placed, in order of their resource numbers."""
        self.spots: list[Ink] = []
        """Spot colours at full strength, in order of their resource numbers."""
        self._out: list[str] = []
        if page.sheet:
            self._height = self._left = 0  # the trim's corner is where the page begins
            self._out.append(f"q {placed(page.sheet)} cm")
        self._write_all(page.ops)
        if page.sheet:
            self._out.append("Q")

    @property
    def text(self) -> str:
        """The operators as text."""
        return "\n".join(self._out)

    @property
    def operators(self) -> bytes:
        """The content stream."""
        return self.text.encode("ascii")

    def _write_all(self, ops: tuple[Op, ...]) -> None:
        in_text = False
        face_and_size = ""
        for op in ops:
            over = prints_over(op) and not self._seen  # screens have no plates
            self._set_state(OVER if over else OUT)
            if not isinstance(op, ShowGlyphs):
                if in_text:
                    self._out.append("ET")
                    in_text = False
                self._draw(op)
                continue
            if not in_text:
                self._out.append("BT")
                in_text, face_and_size = True, ""
            self._set_fill(op.ink)
            use = self._font(op.face)
            resource = use.resource_down if op.way == "down" else use.resource
            wanted = f"/{resource} {number(op.size)} Tf"
            if wanted != face_and_size:
                self._out.append(wanted)
                face_and_size = wanted
            self._out.append(f"{self._matrix(op)} Tm {glyph_array(op, use)} TJ")
        if in_text:
            self._out.append("ET")

    def _matrix(self, op: ShowGlyphs) -> str:
        """How a run stands on the page, and where it begins."""
        if op.way == "across":
            stretch = f"{op.stretch / UNSTRETCHED:g}"
            return f"{stretch} 0 0 1 {self._x(op.xs[0])} {self._y(op.y)}"
        turn = "1 0 0 1" if op.way == "down" else "0 -1 1 0"
        return f"{turn} {self._x(op.y)} {self._y(op.xs[0])}"

    def _x(self, x: int) -> str:
        return number(self._left + x)

    def _y(self, y: int) -> str:
        return number(self._height - y)

    def _rect(self, rect: Rect) -> str:
        corner = f"{self._x(rect.x)} {self._y(rect.bottom)}"
        return f"{corner} {number(rect.width)} {number(rect.height)} re"

    def _set_state(self, state: str) -> None:
        if state != self._state:
            self._out.append(f"/{state} gs")
            self._state = state

    def _spot(self, ink: Ink) -> str:
        """The resource name of a spot colour."""
        solid = replace(ink, tint=FULL)
        if solid not in self.spots:
            self.spots.append(solid)
        return f"S{self.spots.index(solid)}"

    def _light(self, ink: Ink) -> str:
        """The ink as a screen shows it, as operands; nothing where inks are kept."""
        if self._seen is None:
            return ""
        return " ".join(f"{part / LIGHT:.4g}" for part in self._seen(ink))

    def _set_fill(self, ink: Ink) -> None:
        if light := self._light(ink):
            wanted = f"{light} rg"
        elif ink.spot:
            wanted = f"/{self._spot(ink)} cs {share(ink.tint)} scn"
        else:
            wanted = f"{shares(ink)} k"
        if wanted != self._fill:
            self._out.append(wanted)
            self._fill = wanted

    def _set_stroke(self, ink: Ink, width: int) -> None:
        if light := self._light(ink):
            colour = f"{light} RG"
        elif ink.spot:
            colour = f"/{self._spot(ink)} CS {share(ink.tint)} SCN"
        else:
            colour = f"{shares(ink)} K"
        wanted = f"{colour} {number(width)} w"
        if wanted != self._stroke:
            self._out.append(wanted)
            self._stroke = wanted

    def _path(self, path: Path) -> str:
        """Its construction operators (ISO 32000-1 8.5.2)."""
        parts: list[str] = []
        for part in path:
            match part:
                case Move():
                    parts.append(f"{self._x(part.x)} {self._y(part.y)} m")
                case LineTo():
                    parts.append(f"{self._x(part.x)} {self._y(part.y)} l")
                case CurveTo():
                    parts.append(
                        f"{self._x(part.x1)} {self._y(part.y1)} "
                        f"{self._x(part.x2)} {self._y(part.y2)} "
                        f"{self._x(part.x)} {self._y(part.y)} c"
                    )
                case Close():
                    parts.append("h")
        return " ".join(parts)

    def _draw(self, op: Op) -> None:
        match op:
            case FillRects():
                self._set_fill(op.ink)
                self._out.append(f"{' '.join(map(self._rect, op.rects))} f")
            case StrokeLine():
                self._set_stroke(op.ink, op.width)
                ends = f"{self._x(op.x0)} {self._y(op.y0)} m "
                ends += f"{self._x(op.x1)} {self._y(op.y1)} l S"
                if op.dotted:
                    # Dashes of no length with round caps are round dots.
                    ends = f"q 1 J [0 {number(op.dotted)}] 0 d {ends} Q"
                self._out.append(ends)
            case StrokeRect():
                self._set_stroke(op.ink, op.width)
                self._out.append(f"{self._rect(op.rect)} S")
            case PlaceImage():
                self._place(op)
            case PlaceForm():
                self._place_form(op)
            case FillPath() if op.path:
                self._set_fill(op.ink)
                fill = "f*" if op.even_odd else "f"
                self._out.append(f"{self._path(op.path)} {fill}")
            case StrokePath() if op.path:
                self._set_stroke(op.ink, op.width)
                line = f"{self._path(op.path)} S"
                self._out.append(f"q 1 J 1 j {line} Q" if op.rounded else line)

    def _place(self, op: PlaceImage) -> None:
        if op.name not in self.images:
            self.images.append(op.name)
        resource = f"I{self.images.index(op.name)}"
        box = op.rect
        matrix = f"{number(box.width)} 0 0 {number(box.height)}"
        place = f"{self._x(box.x)} {self._y(box.bottom)}"
        self._out.append(f"q {matrix} {place} cm /{resource} Do Q")

    def _place_form(self, op: PlaceForm) -> None:
        """The page, fitted by the little that it differs from its frame.

        What it has beyond its trim its own bounds cut off.
        """
        if op.name not in self.forms:
            self.forms.append(op.name)
        resource = f"A{self.forms.index(op.name)}"
        box = op.rect
        scale = f"{_ratio(box.width, op.size.width)} 0 0 "
        scale += _ratio(box.height, op.size.height)
        place = f"{self._x(box.x)} {self._y(box.bottom)}"
        self._out.append(f"q {AT_FIRST} {scale} {place} cm /{resource} Do Q")


def _ratio(one: int, other: int) -> str:
    """How often one length goes into another, exact to a ten-millionth.

    >>> _ratio(2, 2), _ratio(2, 3)
    ('1', '0.6666667')
    """
    return f"{one / other:.7f}".rstrip("0").rstrip(".")
