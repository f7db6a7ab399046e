"""Which part of a page has changed, and what shows there.

An edit moves a few lines of one story; the rest of the page need be neither written
nor drawn again.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from typing import Final

from printpress.geometry import Rect
from printpress.lint.sheet import around, bounds
from printpress.makeup.placed import Page, Placed, SetLine, Shape
from printpress.units import MM

ROOM: Final = 2 * MM
"""Round anything: rules have a thickness, curves swing out."""

MOST: Final = 0.6
"""Of a page: where more of it has changed, all of it is drawn."""


def reach(thing: Placed) -> Rect:
    """All that the thing may ink: marks and readings lie outside a line's bounds."""
    room = ROOM
    if isinstance(thing, SetLine):
        room += max((piece.size for piece in thing.line.pieces), default=0)
    elif isinstance(thing, Shape):
        room += thing.width
    return bounds(thing).inset(-room)


def changed_part(before: Page, now: Page) -> Rect | None:
    """Where the two pages differ; None where that is not worth asking."""
    if before.trim != now.trim:
        return None
    same = {id(thing) for thing in before.placed} & {id(thing) for thing in now.placed}
    gone, come = _others(before.placed, same), _others(now.placed, same)
    differing = gone ^ come
    left = [thing for thing in before.placed if _stays(thing, same, differing)]
    right = [thing for thing in now.placed if _stays(thing, same, differing)]
    if left != right:
        return None  # things lie in another order
    if not differing:
        return Rect(0, 0, 0, 0)
    part = reduce(around, map(reach, differing))
    whole = now.trim.width * now.trim.height
    return part if part.width * part.height <= MOST * whole else None


def _others(placed: Sequence[Placed], same: set[int]) -> set[Placed]:
    return {thing for thing in placed if id(thing) not in same}


def _stays(thing: Placed, same: set[int], differing: set[Placed]) -> bool:
    return id(thing) in same or thing not in differing


def only(page: Page, part: Rect) -> Page:
    """The page with what shows in a part of it."""
    shown = tuple(thing for thing in page.placed if reach(thing).overlaps(part))
    return replace(page, placed=shown)
