"""Text as it is shown: where a string begins and ends (ISO 32000-1 9.4)."""

from printpress.preflight.marks import TextMark
from printpress.preflight.objects import Value
from printpress.preflight.states import State, numbers
from printpress.preflight.transforms import (
    SAME,
    Matrix,
    box_in,
    common,
    matrix,
    times,
    upward,
)

ABOVE, BELOW = 0.88, -0.12
"""The em box of Han characters about their baseline."""

STROKED = (1, 5)
"""Rendering modes that only stroke glyphs (ISO 32000-1 table 106)."""

INVISIBLE = (3, 7)
"""The modes that paint nothing: the second only clips."""


class Pen:
    """Where the next glyph stands."""

    def __init__(self) -> None:
        self._line: Matrix = SAME
        self._pen: Matrix = SAME

    def begin(self) -> None:
        """Back to the origin."""
        self._line = self._pen = SAME

    def place(self, operands: list[Value]) -> None:
        """Go where a matrix says."""
        self._line = self._pen = matrix(numbers(operands))

    def move(self, x: float, y: float) -> None:
        """Begin a line elsewhere."""
        self._line = self._pen = times((1.0, 0.0, 0.0, 1.0, x, y), self._line)

    def show(self, parts: list[Value], state: State) -> TextMark | None:
        """Strings, and numbers that move the pen; gives what they show."""
        face = state.face
        start: float | None = None
        advance, missing = 0.0, 0
        shown: list[str] = []
        for part in parts:
            if isinstance(part, float):
                advance += (part if face.down else -part) / 1000 * state.size
            elif isinstance(part, bytes) and part:
                start = advance if start is None else start
                for glyph in face.shown(part):
                    step = glyph.advance * state.size
                    gap = state.apart + (state.words_apart if glyph.spaced else 0.0)
                    advance += step - gap if face.down else step + gap
                    shown.append(glyph.text)
                    missing += glyph.missing
        mark = None
        if start is not None:
            mark = self._mark((start, advance), state, "".join(shown), missing)
        right, up = advance * state.stretch, 0.0
        if face.down:
            right, up = 0.0, -advance
        self._pen = times((1.0, 0.0, 0.0, 1.0, right, up), self._pen)
        return mark

    def _mark(
        self, run: tuple[float, float], state: State, text: str, missing: int
    ) -> TextMark:
        face, (start, end) = state.face, run
        way = times(self._pen, state.way)
        size = state.size * face.scale
        foot, head = (state.rise + part * size for part in (BELOW, ABOVE))
        box = (start * state.stretch, foot, end * state.stretch, head)
        if face.down:
            box = (-size / 2, -end, size / 2, -start)
        placed = box_in(way, box)
        filled = state.rendering not in STROKED
        overprint = state.fill_overprint if filled else state.stroke_overprint
        return TextMark(
            box=placed,
            paint=state.fill if filled else state.stroke,
            overprint=state.mode if overprint else -1,
            size=abs(size) * upward(way),
            text=text,
            missing=missing,
            face=face.name.split("+")[-1],
            visible=state.rendering not in INVISIBLE,
            clipped=state.clip is None or common(placed, state.clip) is None,
        )
