"""What stands among a story's columns, with text round it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from printpress.makeup.frames import Frame
from printpress.makeup.grid import Strip


@dataclass(frozen=True, slots=True)
class Hole:
    """Whole rows of some columns that are no text's."""

    strip: Strip
    """From the first of those columns to the last."""
    first_row: int
    """Its first row of the page's grid."""
    rows: int
    """How many it takes, its air among them."""

    def takes(self, frame: Frame) -> bool:
        """Whether a frame stands in one of its columns."""
        left, right = frame.strip.x, frame.strip.x + frame.strip.width
        return self.strip.x < right and left < self.strip.x + self.strip.width


def without(frames: Iterable[Frame], hole: Hole | None) -> tuple[Frame, ...]:
    """The frames with a hole cut out: what is above it comes before what is below."""
    if hole is None:
        return tuple(frames)
    return tuple(part for frame in frames for part in _parts(frame, hole))


def _parts(frame: Frame, hole: Hole) -> Iterator[Frame]:
    if not hole.takes(frame):
        yield frame
        return
    end, after = frame.first_row + frame.rows, hole.first_row + hole.rows
    first = max(frame.first_row, after)
    above = min(end, hole.first_row) - frame.first_row
    for start, rows in ((frame.first_row, above), (first, end - first)):
        if rows > 0:
            yield Frame(frame.strip, start, rows)
