"""The stamp of a proof (校样戳): which proof of which page, of which state of the copy.

It stands in the page's head margin, outside the type area. What it says follows from
the copy, never from the clock: the time is that at which copy was closed or, where the
issue does not say, at which the newest story of the page was written.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from printpress.display.ops import DisplayList, Op, StrokeRect
from printpress.geometry import Rect
from printpress.makeup.grid import Grid
from printpress.proof.lettering import INK, RED, Pen
from printpress.spec.issue import IssueSpec
from printpress.units import MM, PT

CHINA: Final = dt.timezone(dt.timedelta(hours=8))
"""The time that papers keep, whatever the machine's zone."""

HIGHEST: Final = 8 * MM
"""The stamp's height where the margin holds it."""

AIR: Final = 2 * MM
"""From the trim, and from the type area, at least."""

PROOF: Final = "校样"
"""What a proof of no stage is called."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is said of a page's proof."""

    stage: str
    """The stage: ``一校``; empty for none."""
    issue: str
    """Paper, date and number, page, edition."""
    state: str
    """Time of the copy, content hash, scale."""


def time_of_copy(spec: IssueSpec, numbers: tuple[int, ...]) -> dt.datetime | None:
    """When the copy of those pages was as it is; None where nothing can tell."""
    if spec.closed:
        return spec.closed
    names = {
        placed.story
        for page in spec.pages
        if set(page.numbers) & set(numbers)
        for placements in page.stories.values()
        for placed in placements
    }
    times = []
    for name in names & spec.stories.keys():
        try:
            written = spec.stories[name].file.stat().st_mtime
        except OSError:  # gone since it was read
            continue
        times.append(dt.datetime.fromtimestamp(written, CHINA))
    return max(times, default=None)


def stamped(page: DisplayList, grid: Grid, stamp: Stamp, pen: Pen) -> Iterator[Op]:
    """The stamp in the head margin, as large as that lets it be."""
    scale = page.sheet.scale if page.sheet else 1000
    highest = HIGHEST * 1000 // scale  # on the paper
    room = grid.top - 2 * AIR
    high = min(highest, max(room, grid.top // 2))
    top = AIR if room >= highest else (grid.top - high) // 2
    stage = stamp.stage or PROOF
    letters = high * 3 // 5
    box = Rect(grid.left, top, pen.width(stage, letters) + letters, high)
    yield StrokeRect(box, max(PT // 2, high // 24), RED)
    foot = box.y + high // 2 + letters * 38 // 100
    yield from pen.write(stage, (box.x + letters // 2, foot), letters, RED)
    x = box.right + letters // 2
    size = high * 3 // 10
    room = page.trim.width - grid.left - x
    widest = max(pen.width(words, size) for words in (stamp.issue, stamp.state))
    size = min(size, size * room // max(1, widest))
    first = box.y + high // 2 - size * 35 // 100
    yield from pen.write(stamp.issue, (x, first), size, INK)
    yield from pen.write(stamp.state, (x, first + size * 3 // 2), size, INK)
