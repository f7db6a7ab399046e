"""What of a page is printed on, so that a proof's marks keep off it."""

from collections import defaultdict
from collections.abc import Iterator

from printpress.geometry import Rect, above_baseline
from printpress.makeup.placed import (
    FrameLine,
    Page,
    PlacedForm,
    PlacedPicture,
    Rule,
    SetLine,
)
from printpress.units import PT

BAND = 36 * PT
"""Rectangles are looked up by bands of the page so high."""


def extent(placed: SetLine) -> Rect | None:
    """The ground of a line's characters; None where it has none."""
    line = placed.line
    pieces = [piece for piece in line.pieces if piece.gids]
    if not pieces:
        return None
    size = max(piece.size for piece in pieces)
    along = (
        piece for piece in pieces if piece.way == ("down" if line.down else "across")
    )
    # The blank half of an opening mark at a line's head hangs before its edge.
    start = max(0, min((min(piece.xs) for piece in along), default=0))
    if line.down:
        return Rect(
            placed.x - size // 2, placed.y + start, size, max(0, line.width - start)
        )
    rise = max(0, *(piece.rise for piece in pieces))
    top = placed.y - rise - above_baseline(size)
    return Rect(placed.x + start, top, max(0, line.width - start), size + rise)


class Taken:
    """Ground that is taken; grows with every mark put down."""

    def __init__(self) -> None:
        self._bands: dict[int, list[Rect]] = defaultdict(list)

    def add(self, rect: Rect) -> None:
        """Take a rectangle."""
        for band in range(rect.y // BAND, rect.bottom // BAND + 1):
            self._bands[band].append(rect)

    def meets(self, rect: Rect) -> bool:
        """Whether something stands there."""
        return any(
            rect.overlaps(other)
            for band in range(rect.y // BAND, rect.bottom // BAND + 1)
            for other in self._bands.get(band, ())
        )


def taken_by(page: Page, *, rules: bool = True) -> Taken:
    """The ground of a page's text and pictures, and of its thin rules if asked."""
    taken = Taken()
    for rect in _grounds(page, rules=rules):
        taken.add(rect)
    return taken


def _grounds(page: Page, *, rules: bool) -> Iterator[Rect]:
    for placed in page.placed:
        match placed:
            case SetLine():
                rect = extent(placed)
                if rect is not None:
                    yield rect
            case PlacedPicture() | PlacedForm():
                yield placed.rect
            case Rule() if rules:
                yield _rule(placed)
            case FrameLine() if rules:
                yield from _sides(placed)
            case _:
                pass


def _rule(rule: Rule) -> Rect:
    half = rule.width // 2
    x, y = min(rule.x0, rule.x1), min(rule.y0, rule.y1)
    width, height = abs(rule.x1 - rule.x0), abs(rule.y1 - rule.y0)
    return Rect(x, y, width, height).inset(-half)


def _sides(frame: FrameLine) -> Iterator[Rect]:
    rect, half = frame.rect, frame.width // 2
    for side in (
        Rect(rect.x, rect.y, rect.width, 0),
        Rect(rect.x, rect.bottom, rect.width, 0),
        Rect(rect.x, rect.y, 0, rect.height),
        Rect(rect.right, rect.y, 0, rect.height),
    ):
        yield side.inset(-half)
