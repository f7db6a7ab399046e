"""Marks outside the bleed: where to cut, whether plates meet, what the inks are (规线).

They stand on every plate there is (Separation All), on pages in black only on that
one. ``crop`` is where to cut, and to fold a spread; ``full`` adds register marks, a bar
of the page's inks at the head, and the slug line at the foot (:mod:`.slug`).
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Literal

from printpress.colour import BLACK, FULL, REGISTRATION, Ink
from printpress.display.ops import DisplayList, FillRects, Op, StrokeLine, StrokePath
from printpress.geometry import Rect
from printpress.paths import circle
from printpress.units import MM, PT

Marks = Literal["none", "crop", "full"]

ROOM: Final[dict[Marks, int]] = {"none": 0, "crop": 10 * MM, "full": 17 * MM}
"""How far the paper goes on beyond the bleed."""

WEIGHT: Final = PT // 4
"""How thick marks are."""

LENGTH: Final = 5 * MM
"""How long crop marks are."""

CLEAR: Final = 3 * MM
"""From the trim to a crop mark at least: knives wander."""

CENTRE: Final = 6 * MM
"""From the bleed to the middle of register marks and of the bar."""

RADIUS: Final = 2 * MM
"""Of register marks; their cross goes half as far again."""

PATCH: Final = 5 * MM
"""Side of a patch of the bar, where the page is wide enough."""

HALF: Final = FULL // 2

_PROCESS: Final = (
    *(Ink(cyan=FULL), Ink(magenta=FULL), Ink(yellow=FULL), BLACK),
    *(Ink(cyan=HALF), Ink(magenta=HALF), Ink(yellow=HALF), Ink(black=HALF)),
    *(Ink(0, FULL, FULL), Ink(FULL, 0, FULL), Ink(FULL, FULL)),
    Ink(HALF, 400, 400),  # about a neutral grey, so that a cast shows
)
_BLACK: Final = tuple(Ink(black=FULL * part // 4) for part in (4, 3, 2, 1))


def marked(page: DisplayList, kind: Marks, *, black: bool) -> DisplayList:
    """The page with marks; *black* where it is printed in black only."""
    if kind == "none":
        return page
    ink = BLACK if black else REGISTRATION
    ops = [*_crops(page, ink)]
    if page.spread:
        ops += _folds(page, ink)
    if kind == "full":
        ops += _register(page, ink)
        ops += _bar(page, black=black)
    return replace(page, slug=ROOM[kind], ops=(*page.ops, *ops))


def _crops(page: DisplayList, ink: Ink) -> Iterator[Op]:
    """Two lines at each corner, in the trim's edges."""
    wide, high = page.trim.width, page.trim.height
    near = max(page.bleed + MM, CLEAR)
    far = near + LENGTH
    for y in (0, high):
        yield StrokeLine(-far, y, -near, y, WEIGHT, ink)
        yield StrokeLine(wide + near, y, wide + far, y, WEIGHT, ink)
    for x in (0, wide):
        yield StrokeLine(x, -far, x, -near, WEIGHT, ink)
        yield StrokeLine(x, high + near, x, high + far, WEIGHT, ink)


def _folds(page: DisplayList, ink: Ink) -> Iterator[Op]:
    """Short lines above and below a spread's fold."""
    x, high = page.trim.width // 2, page.trim.height
    near = max(page.bleed + MM, CLEAR)
    for y, end in ((-near, -near - LENGTH), (high + near, high + near + LENGTH)):
        yield StrokeLine(x, y, x, end, WEIGHT, ink)


def _register(page: DisplayList, ink: Ink) -> Iterator[Op]:
    """A cross in a circle at the middle of each side; off a spread's fold."""
    wide, high = page.trim.width, page.trim.height
    out = page.bleed + CENTRE
    middle = wide // 4 if page.spread else wide // 2
    arm = RADIUS * 3 // 2
    for x, y in (
        *((-out, high // 2), (wide + out, high // 2)),
        *((middle, -out), (middle, high + out)),
    ):
        yield StrokePath(circle(x, y, RADIUS), WEIGHT, ink)
        yield StrokeLine(x - arm, y, x + arm, y, WEIGHT, ink)
        yield StrokeLine(x, y - arm, x, y + arm, WEIGHT, ink)


def _bar(page: DisplayList, *, black: bool) -> Iterator[Op]:
    """Patches of the page's inks, from the head's left to its register mark."""
    inks = _BLACK if black else (*_PROCESS, *_spot_patches(page))
    start = 2 * LENGTH
    room = page.trim.width // (4 if page.spread else 2) - start - LENGTH
    side = min(PATCH, room // len(inks))
    top = -page.bleed - CENTRE - side // 2
    for place, ink in enumerate(inks):
        yield FillRects((Rect(start + place * side, top, side, side),), ink)


def _spot_patches(page: DisplayList) -> Iterator[Ink]:
    """Each of the page's spot colours, solid and at half strength."""
    for solid in spots_of(page):
        yield solid
        yield replace(solid, tint=HALF)


def spots_of(page: DisplayList) -> tuple[Ink, ...]:
    """The page's spot colours at full strength, in the order of their names."""
    inks = {getattr(op, "ink", BLACK) for op in page.ops}
    solid = {replace(ink, tint=FULL) for ink in inks if ink.spot}
    return tuple(sorted(solid - {REGISTRATION}, key=lambda ink: ink.spot))
