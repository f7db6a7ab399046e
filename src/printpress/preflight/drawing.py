"""Runs a page's content and notes every mark it makes (ISO 32000-1 8 and 9).

A machine of the graphics state (:mod:`.graphics`), nothing more: it draws no pixel.
"""

from collections.abc import Callable
from copy import copy

from printpress.preflight.content import OPERATORS, operations
from printpress.preflight.graphics import Graphics
from printpress.preflight.marks import (
    Drawn,
    ShadeMark,
    TextMark,
)
from printpress.preflight.objects import Entries, Value
from printpress.preflight.outlines import Outline
from printpress.preflight.page import FARTHEST, Box, Page
from printpress.preflight.pen import Pen
from printpress.preflight.rasters import Picture, in_full
from printpress.preflight.resources import Faces
from printpress.preflight.spaces import Paint, paint
from printpress.preflight.states import State, first, number, numbers
from printpress.preflight.transforms import (
    SAME,
    box_in,
    common,
    matrix,
    times,
)

DEEPEST = 12
"""Forms within each other; what lies deeper is told, not looked at."""

EVERYWHERE: Box = (-FARTHEST, -FARTHEST, FARTHEST, FARTHEST)
"""The clip of glyphs that are drawn for their colours, wherever they stand."""

MOST_OPERATIONS = 600_000
"""Of a page; forms that call forms could make any number. A page of ours has 5,000."""


def drawn(page: Page, faces: Faces, numbers: tuple[int, ...] = ()) -> Drawn:
    """What the page shows; its *numbers* are those of the file if not given."""
    found = Drawn(faces.document, page, numbers or (page.number,))
    machine = _Machine(faces, found)
    resources = faces.document.entries(page.entries.get("Resources"))
    machine.run(faces.document.content(page), resources, State(SAME, page.media), 0)
    found.whole = found.whole and not machine.cut
    if not found.whole:
        faces.document.trouble(f"page {page.number}: more content than can be checked")
    return found


class _Machine(Graphics):
    """The operators of one page: those here run content within content, or set text."""

    def __init__(self, faces: Faces, found: Drawn) -> None:
        super().__init__(faces, found)
        self._left = MOST_OPERATIONS
        self._depth = 0
        self._within: tuple[Value, ...] = ()
        self._pen = Pen()
        self._looks: dict[tuple[object, ...], tuple[tuple[Paint, ...], object]] = {}

    def run(
        self, contents: bytes, resources: Entries, state: State, depth: int
    ) -> None:
        """A stream with its own resources and state."""
        kept = (self._state, self._resources, self._depth, self._pen)
        self._state, self._resources, self._depth = state, resources, depth
        self._pen = Pen()
        stack: list[State] = []
        for operator, operands in operations(contents):
            if not self._goes_on():
                break
            if operator == "q":
                stack.append(copy(self._state))
            elif operator == "Q":
                if stack:
                    self._state = stack.pop()
            elif operator in OPERATORS:
                step = _STEPS.get(operator)
                if step is not None:
                    step(self, operands)
            elif operator not in self._found.unknown:
                self._found.unknown.append(operator)
        self._state, self._resources, self._depth, self._pen = kept

    def _goes_on(self) -> bool:
        """Count an operator; false once there are too many of the page or the file."""
        self._left -= 1
        self._faces.operations += 1
        self.cut = self.cut or self._left < 0 or self._full or self._faces.spent
        return not self.cut

    @property
    def _goes_deeper(self) -> bool:
        """Whether content may run content within it; where not, that is noted."""
        self._found.whole = self._found.whole and self._depth < DEEPEST
        return self._depth < DEEPEST

    # Patterns.

    def colour(self, operands: list[Value], *, stroke: bool) -> None:
        state = self._state
        space = state.stroke_space if stroke else state.fill_space
        if space.family == "Pattern":
            self._pattern(self._named("Pattern", operands), stroke=stroke)
        else:
            self._set(space, paint(space, numbers(operands)), stroke=stroke)

    def _pattern(self, value: Value, *, stroke: bool) -> None:
        """Blends give their space; of tiles what they are drawn with is noted."""
        document = self._document
        entries = document.entries(value)
        shading = document.entries(entries.get("Shading"))
        space = self._state.stroke_space if stroke else self._state.fill_space
        if shading:
            space = self._faces.spaces.read(shading.get("ColorSpace"), self._resources)
        elif self._goes_deeper:
            contents = document.decoded(value) or b""
            way = matrix(document.numbers(entries.get("Matrix")))
            inner = document.entries(entries.get("Resources"))
            tile = State(way, self._state.clip, self._state.fill, self._state.stroke)
            self.run(contents, inner, tile, self._depth + 1)
        colour = Paint(space, (), known=False)
        if stroke:
            self._state.stroke = colour
        else:
            self._state.fill = colour

    # Pictures and forms.

    def external(self, operands: list[Value]) -> None:
        value = self._named("XObject", operands)
        entries = self._document.entries(value)
        kind = self._document.name(entries.get("Subtype"))
        if kind == "Image":
            self._picture(entries, (str(operands[-1]), value))
        elif kind == "Form" and value not in self._within and self._goes_deeper:
            self._form(value, entries)  # one within itself shows nothing new

    def _form(self, value: Value, entries: Entries) -> None:
        document, state = self._document, copy(self._state)
        state.way = times(matrix(document.numbers(entries.get("Matrix"))), state.way)
        box = document.box(entries.get("BBox"))
        extent = None if box is None else box_in(state.way, box)
        if extent is not None and state.clip is not None:
            state.clip = common(extent, state.clip)
        inner = entries.get("Resources")
        resources = document.entries(inner) if inner is not None else self._resources
        kept = (self._path, self._within)
        self._path, self._within = Outline(), (*self._within, value)
        before = len(self._found.marks)
        self.run(document.decoded(value) or b"", resources, state, self._depth + 1)
        self._path, self._within = kept
        if extent is not None:
            self._leave_behind(before, extent)

    def _leave_behind(self, before: int, extent: Box) -> None:
        """Forget text that a form's own bounds leave out.

        Who placed the form did without it, as without the slug of a page on a sheet.
        """
        self._found.marks[before:] = [
            mark
            for mark in self._found.marks[before:]
            if not isinstance(mark, TextMark) or common(mark.box, extent) is not None
        ]

    def inline_picture(self, operands: list[Value]) -> None:
        stated = operands[0] if operands and isinstance(operands[0], dict) else {}
        entries = in_full(stated)
        filters = self._document.items(entries.get("Filter"))
        for one in filters or [entries.get("Filter")]:
            self._found.filters.append(self._document.name(one))
        self._picture(entries, ("BI", entries))

    def _picture(self, entries: Entries, named: tuple[str, Value]) -> None:
        box = self._seen(box_in(self._state.way, (0.0, 0.0, 1.0, 1.0)))
        if box is None:
            return
        picture = Picture(self._faces, entries, self._resources)
        self._found.spaces += [(space, box) for space in picture.spaces()]
        self._found.marks.append(picture.mark(box, self._state, named))

    # Text.

    def begin_text(self, _: list[Value]) -> None:
        self._pen.begin()

    def font(self, operands: list[Value]) -> None:
        if len(operands) == 2:  # noqa: PLR2004 - name and size
            self._state.face = self._faces.face(self._named("Font", operands[:1]))
            self._state.size = first(operands[1:])

    def text_matrix(self, operands: list[Value]) -> None:
        self._pen.place(operands)

    def text_move(self, operands: list[Value]) -> None:
        place = numbers(operands)
        if len(place) == 2:  # noqa: PLR2004 - x and y
            self._pen.move(*place)

    def text_move_leading(self, operands: list[Value]) -> None:
        place = numbers(operands)
        if len(place) == 2:  # noqa: PLR2004 - x and y
            self._state.leading = -place[1]
        self.text_move(operands)

    def next_line(self, _: list[Value]) -> None:
        self._pen.move(0.0, -self._state.leading)

    def show(self, operands: list[Value]) -> None:
        last = operands[-1] if operands else None
        parts: list[Value] = last if isinstance(last, list) else [last]
        mark = self._pen.show(parts, self._state)
        if mark is None:
            return
        self._found.marks.append(mark)
        if self._state.face.programs and self._goes_deeper:
            self._drawn_glyphs(mark)

    def _drawn_glyphs(self, text: TextMark) -> None:
        """Colours that the glyphs of a Type 3 font bring themselves."""
        own = (text.paint, self._state.stroke)
        for colour in self._glyph_colours():
            if colour not in own:
                mark = ShadeMark(text.box, colour, text.overprint)
                self._found.marks.append(mark)

    def _glyph_colours(self) -> tuple[Paint, ...]:
        """Those of all its glyphs, which are run once for all text of one look."""
        document, state = self._document, copy(self._state)
        state.way, state.clip = SAME, EVERYWHERE
        entries = state.face.programs
        stated = entries.get("Resources")
        resources = self._resources if stated is None else document.entries(stated)
        inks = (state.fill, state.fill_space, state.stroke, state.stroke_space)
        look = (id(entries), id(resources), *inks)
        if look not in self._looks:
            inner = _Machine(self._faces, Drawn(document, self._found.page, ()))
            programs = document.entries(entries.get("CharProcs")).values()
            for program in list(programs)[:256]:
                contents = document.decoded(program) or b""
                inner.run(contents, resources, copy(state), DEEPEST)
            self.cut = self.cut or inner.cut
            self._found.whole = self._found.whole and inner._found.whole
            self._found.unknown += inner._found.unknown
            colours = tuple(dict.fromkeys(mark.paint for mark in inner._found.marks))
            self._looks[look] = (colours, (entries, resources))  # ids stay theirs
        return self._looks[look][0]

    def next_line_show(self, operands: list[Value]) -> None:
        self.next_line([])
        self.show(operands)

    def spaced_show(self, operands: list[Value]) -> None:
        if len(operands) == 3:  # noqa: PLR2004 - two spaces and a string
            spaces = [number(one) for one in operands[:2]]
            self._state.words_apart, self._state.apart = spaces
        self.next_line_show(operands)


Step = Callable[[_Machine, list[Value]], None]


def _device(family: str, *, stroke: bool) -> Step:
    return lambda machine, operands: machine.device(family, operands, stroke=stroke)


def _painted(*, fill: bool = False, stroke: bool = False) -> Step:
    return lambda machine, _: machine.paint_path(fill=fill, stroke=stroke)


def _kept(key: str) -> Step:
    return lambda machine, operands: machine.text_state(key, operands)


_STEPS: dict[str, Step] = {
    "cm": _Machine.concat,
    "w": _Machine.line_width,
    "gs": _Machine.graphics_state,
    "ri": _Machine.intent,
    "g": _device("DeviceGray", stroke=False),
    "G": _device("DeviceGray", stroke=True),
    "rg": _device("DeviceRGB", stroke=False),
    "RG": _device("DeviceRGB", stroke=True),
    "k": _device("DeviceCMYK", stroke=False),
    "K": _device("DeviceCMYK", stroke=True),
    "cs": lambda machine, operands: machine.space(operands, stroke=False),
    "CS": lambda machine, operands: machine.space(operands, stroke=True),
    **dict.fromkeys(
        ("sc", "scn"), lambda machine, operands: machine.colour(operands, stroke=False)
    ),
    **dict.fromkeys(
        ("SC", "SCN"), lambda machine, operands: machine.colour(operands, stroke=True)
    ),
    "m": _Machine.move,
    **dict.fromkeys(("l", "c", "v", "y"), _Machine.line),
    "re": _Machine.rectangle,
    **dict.fromkeys(("W", "W*"), _Machine.clip_path),
    "n": _Machine.end_path,
    **dict.fromkeys(("f", "F", "f*"), _painted(fill=True)),
    **dict.fromkeys(("S", "s"), _painted(stroke=True)),
    **dict.fromkeys(("B", "B*", "b", "b*"), _painted(fill=True, stroke=True)),
    "sh": _Machine.shade,
    "Do": _Machine.external,
    "BI": _Machine.inline_picture,
    "BT": _Machine.begin_text,
    "Tf": _Machine.font,
    "Tc": _kept("apart"),
    "Tw": _kept("words_apart"),
    "TL": _kept("leading"),
    "Ts": _kept("rise"),
    "Tz": _Machine.text_stretch,
    "Tr": _Machine.text_mode,
    "Tm": _Machine.text_matrix,
    "Td": _Machine.text_move,
    "TD": _Machine.text_move_leading,
    "T*": _Machine.next_line,
    "Tj": _Machine.show,
    "TJ": _Machine.show,
    "'": _Machine.next_line_show,
    '"': _Machine.spaced_show,
}
"""What each operator does; those that leave no trace are not here."""
