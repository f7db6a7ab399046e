"""Colours, outlines and the graphics state: the operators that run no other content.

Clips are kept as their bounds, which is exact for the rectangles that pages are built
of.
"""

from printpress.preflight.marks import (
    AreaMark,
    Drawn,
    LineMark,
    ShadeMark,
)
from printpress.preflight.objects import Entries, Name, Value
from printpress.preflight.outlines import Outline
from printpress.preflight.page import Box
from printpress.preflight.resources import Faces
from printpress.preflight.spaces import Paint, Space, paint
from printpress.preflight.states import State, first, numbers, state_as_told
from printpress.preflight.transforms import (
    SAME,
    Point,
    bounds,
    common,
    matrix,
    thickness,
    times,
)

MOST_MARKS = 200_000
"""Of a page."""


class Graphics:
    """A page's graphics state, and what is painted in it."""

    def __init__(self, faces: Faces, found: Drawn) -> None:
        self._faces = faces
        self._document = faces.document
        self._found = found
        self.cut = False
        """Whether there was more than is looked at."""
        self._state = State(SAME, None)
        self._resources: Entries = {}
        self._path = Outline()

    def _named(self, category: str, operands: list[Value]) -> Value:
        """A resource, by the last operand."""
        name = operands[-1] if operands else None
        if not isinstance(name, Name):
            return None
        return self._document.entries(self._resources.get(category)).get(str(name))

    @property
    def _full(self) -> bool:
        """Whether the page has too many marks already."""
        return len(self._found.marks) > MOST_MARKS

    # The graphics state.

    def concat(self, operands: list[Value]) -> None:
        """``cm``: user space is moved, turned or made larger."""
        self._state.way = times(matrix(numbers(operands)), self._state.way)

    def line_width(self, operands: list[Value]) -> None:
        """``w``."""
        self._state.width = abs(first(operands))

    def graphics_state(self, operands: list[Value]) -> None:
        """``gs``: what a dictionary says."""
        entries = self._document.entries(self._named("ExtGState", operands))
        state_as_told(self._state, entries, self._faces)

    def intent(self, operands: list[Value]) -> None:
        """``ri``: the rendering intent."""
        name = operands[-1] if operands else None
        if isinstance(name, Name):
            self._found.intents.append(str(name))

    # Colour.

    def device(self, family: str, operands: list[Value], *, stroke: bool) -> None:
        """``g``, ``rg``, ``k`` and the like: a device space and a colour at once."""
        space = self._faces.spaces.read(Name(family), self._resources)
        self._set(space, paint(space, numbers(operands)), stroke=stroke)

    def space(self, operands: list[Value], *, stroke: bool) -> None:
        """``cs``, ``CS``: the space of the colours to come, and its first one."""
        name = operands[-1] if operands else None
        space = self._faces.spaces.read(name, self._resources)
        start = [1.0] * space.count  # inks begin full, lights dark
        if space.family not in ("Separation", "DeviceN"):
            start = [0.0] * (space.count - 1) + ([1.0] if space.count == 4 else [0.0])  # noqa: PLR2004 - inks
        self._set(space, paint(space, start), stroke=stroke)

    def _set(self, space: Space, colour: Paint, *, stroke: bool) -> None:
        if stroke:
            self._state.stroke_space, self._state.stroke = space, colour
        else:
            self._state.fill_space, self._state.fill = space, colour

    # Paths.

    def move(self, operands: list[Value]) -> None:
        """``m``: a part of the path begins."""
        self._path.move(operands, self._state.way)

    def line(self, operands: list[Value]) -> None:
        """``l``, ``c``, ``v``, ``y``: it goes on."""
        self._path.line(operands, self._state.way)

    def rectangle(self, operands: list[Value]) -> None:
        """``re``."""
        self._path.rectangle(operands, self._state.way)

    def clip_path(self, _: list[Value]) -> None:
        """``W``: the path will clip once it has been painted."""
        self._path.clips = True

    def end_path(self, _: list[Value]) -> None:
        """``n``: the path is done with; it clips if it is to."""
        if self._path.clips and self._state.clip is not None:
            points = [point for part in self._path.parts for point in part]
            clip = common(bounds(points), self._state.clip) if points else None
            self._state.clip = clip
        self._path = Outline()

    def paint_path(self, *, fill: bool, stroke: bool) -> None:
        """``f``, ``S``, ``B`` and the like."""
        parts = self._path.parts
        self.cut = self.cut or len(parts) > MOST_MARKS
        for part in parts[:MOST_MARKS] if fill else ():
            self._fill_part(part)
        for part in parts[:MOST_MARKS] if stroke else ():
            self._stroke_part(part)
        self.end_path([])

    def _fill_part(self, part: list[Point]) -> None:
        box = self._seen(bounds(part))
        if box is None:
            return
        state = self._state
        if state.fill_space.family == "Pattern":
            self._shade(box, state.fill)
            return
        upright = self._path.upright(part)
        overprint = state.mode if state.fill_overprint else -1
        self._found.marks.append(AreaMark(box, state.fill, overprint, upright))

    def _stroke_part(self, part: list[Point]) -> None:
        state = self._state
        width = state.width * thickness(state.way)
        x0, y0, x1, y1 = bounds(part)
        half = width / 2
        box = self._seen((x0 - half, y0 - half, x1 + half, y1 + half))
        if box is not None:
            overprint = state.mode if state.stroke_overprint else -1
            self._found.marks.append(LineMark(box, state.stroke, overprint, width))

    def _seen(self, box: Box) -> Box | None:
        return common(box, self._state.clip) if self._state.clip else None

    def shade(self, operands: list[Value]) -> None:
        """``sh``: a blend over all of the clip."""
        entries = self._document.entries(self._named("Shading", operands))
        space = self._faces.spaces.read(entries.get("ColorSpace"), self._resources)
        if self._state.clip:
            self._shade(self._state.clip, Paint(space, (), known=False))

    def _shade(self, box: Box, colour: Paint) -> None:
        overprint = self._state.mode if self._state.fill_overprint else -1
        self._found.marks.append(ShadeMark(box, colour, overprint))

    # What text is set in.

    def text_state(self, key: str, operands: list[Value]) -> None:
        """``Tc``, ``Tw``, ``TL``, ``Ts``: a number of the text state."""
        setattr(self._state, key, first(operands))

    def text_stretch(self, operands: list[Value]) -> None:
        """``Tz``."""
        self._state.stretch = first(operands) / 100

    def text_mode(self, operands: list[Value]) -> None:
        """``Tr``."""
        self._state.rendering = int(first(operands))
