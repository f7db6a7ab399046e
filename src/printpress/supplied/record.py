"""A supplied page as a form: its objects, in PDF's own words (ISO 32000-1 8.10)."""

from dataclasses import dataclass, field
from typing import Final, Literal

from printpress.geometry import Size

Turn = Literal[0, 90, 180, 270]
"""A page's Rotate, clockwise."""

Box = tuple[int, int, int, int]
"""Left, foot, right and head in EMU, as PDF counts: y upwards."""

Part = bytes | int
"""Words of an object, or the number of another object that stands there."""

TURNS: Final[dict[Turn, tuple[int, int, int, int]]] = {
    0: (1, 0, 0, 1),
    90: (0, -1, 1, 0),
    180: (-1, 0, 0, -1),
    270: (0, 1, -1, 0),
}
"""The matrix that does to a form what Rotate does to a page."""


@dataclass(frozen=True, slots=True)
class FormObject:
    """One object that the page needs."""

    parts: tuple[Part, ...]
    """Its words; of a stream, the entries of its dictionary without length and
    filters that were undone."""
    stream: bytes | None = None
    """A stream's data."""
    packed: bool = False
    """Whether the data stay packed as the entries say (JPEG and the like)."""


@dataclass(frozen=True, slots=True)
class SuppliedPage:
    """A page that is placed as a form."""

    name: str
    """What its file is called in display lists: from the paper's folder on."""
    box: Box
    """What fills the frame: its trim."""
    turn: Turn
    """How it is turned before it is seen."""
    content: bytes = field(repr=False)
    """Its operators."""
    objects: tuple[FormObject, ...] = field(repr=False)
    """What they need; the first is the page's resources."""
    group: int | None
    """Number of its transparency group; None where it has none."""
    spots: tuple[str, ...]
    """Names of spot colours that it may use."""
    plates: tuple[str, ...]
    """Process plates that may carry it: C, M, Y, K."""

    @property
    def size(self) -> Size:
        """Width and height as it is seen."""
        left, foot, right, head = self.box
        across, down = right - left, head - foot
        return Size(down, across) if self.turn in (90, 270) else Size(across, down)

    @property
    def matrix(self) -> tuple[int, int, int, int, int, int]:
        """Turns it, and brings the corner of what is seen to 0, 0."""
        a, b, c, d = TURNS[self.turn]
        left, foot, right, head = self.box
        x = min(a * left + c * foot, a * right + c * head)
        y = min(b * left + d * foot, b * right + d * head)
        return a, b, c, d, -x, -y
