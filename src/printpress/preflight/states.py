"""The graphics state (ISO 32000-1 8.4), and operands read as numbers."""

from dataclasses import dataclass, field

from printpress.preflight.faces import Shape
from printpress.preflight.objects import Entries, Value
from printpress.preflight.page import Box
from printpress.preflight.resources import Faces
from printpress.preflight.spaces import BLACK, GREY, Paint, Space
from printpress.preflight.transforms import Matrix


@dataclass
class State:
    """Colours, lines, clip and text, as they are at a point of the content."""

    way: Matrix
    """How user space lies on the page."""
    clip: Box | None
    """Bounds of what can be seen; None: nothing."""
    fill: Paint = BLACK
    """Colour of areas and text."""
    stroke: Paint = BLACK
    """Colour of lines."""
    fill_space: Space = GREY
    """The space of the next colour of areas."""
    stroke_space: Space = GREY
    """The same of lines."""
    width: float = 1.0
    """Of lines."""
    fill_overprint: bool = False
    """Whether areas overprint."""
    stroke_overprint: bool = False
    """Whether lines do."""
    mode: int = 0
    """The overprint mode."""
    face: Shape = field(default_factory=Shape)
    """The font."""
    size: float = 0.0
    """Its size."""
    apart: float = 0.0
    """Added after each glyph."""
    words_apart: float = 0.0
    """Added after spaces."""
    stretch: float = 1.0
    """Widths as a share of their own."""
    leading: float = 0.0
    """From line to line."""
    rise: float = 0.0
    """Above the baseline."""
    rendering: int = 0
    """How glyphs are painted."""


def number(value: Value) -> float:
    """An operand as a number; 0 for anything else."""
    return value if isinstance(value, float) and abs(value) < 1e7 else 0.0  # noqa: PLR2004 - no page has more points


def numbers(operands: list[Value]) -> list[float]:
    """All numbers among the operands."""
    return [number(one) for one in operands if isinstance(one, float)]


def first(operands: list[Value]) -> float:
    """The first operand as a number."""
    return number(operands[0]) if operands else 0.0


def state_as_told(state: State, entries: Entries, faces: Faces) -> None:
    """Set what a dictionary of the state says (ISO 32000-1 table 58).

    ``OP`` alone stands for both; where ``op`` stands beside it, it is that of areas.
    """
    document = faces.document
    stroking = document.follow(entries.get("OP"))
    filling = document.follow(entries.get("op"))
    if isinstance(stroking, bool):
        state.stroke_overprint = state.fill_overprint = stroking
    if isinstance(filling, bool):
        state.fill_overprint = filling
    mode = document.number(entries.get("OPM"))
    width = document.number(entries.get("LW"))
    if mode is not None:
        state.mode = int(mode)
    if width is not None:
        state.width = abs(width)
    face = document.items(entries.get("Font"))
    if len(face) == 2:  # noqa: PLR2004 - font and size
        state.face = faces.face(face[0])
        state.size = document.number(face[1]) or 0.0
