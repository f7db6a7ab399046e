"""Weather icons, drawn by us: sun, clouds, rain, snow, fog, in one line thickness.

Each fills a square. Lines are a fourteenth of its side: at two rows of body text that
is over a point, well above what newsprint bears.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from math import cos, pi, sin
from typing import Final

from printpress.colour import PAPER
from printpress.geometry import Rect
from printpress.makeup.placed import Shape
from printpress.paths import Close, CurveTo, LineTo, Move, Path, circle, moved, scaled
from printpress.spec.supplied import Sky

UNIT: Final = 1000
"""The side of the square in which icons are drawn."""

LINE: Final = 70
"""How thick their lines are."""

RAYS: Final = 8
"""Of the sun."""

ARMS: Final = 3
"""Lines of a snowflake, each through its middle."""


def _line(*points: tuple[int, int]) -> Path:
    (x, y), *rest = points
    return (Move(x, y), *(LineTo(*point) for point in rest))


def _stroke(path: Path) -> Shape:
    return Shape(path, width=LINE, rounded=True)


def _sun(x: int, y: int, radius: int) -> tuple[Shape, ...]:
    rays: list[Shape] = []
    for number in range(RAYS):
        way = 2 * pi * number / RAYS
        ends = [
            (x + round(far * radius * cos(way)), y + round(far * radius * sin(way)))
            for far in (1.45, 1.95)
        ]
        rays.append(_stroke(_line(*ends)))
    return (_stroke(circle(x, y, radius)), *rays)


def _cloud(dy: int = 0) -> Path:
    """Three humps over a flat foot."""
    path: Path = (
        Move(250, 760),
        CurveTo(120, 760, 60, 670, 60, 590),
        CurveTo(60, 490, 140, 420, 240, 420),
        CurveTo(270, 300, 380, 230, 490, 230),
        CurveTo(620, 230, 720, 310, 750, 420),
        CurveTo(860, 420, 940, 500, 940, 590),
        CurveTo(940, 690, 860, 760, 760, 760),
        Close(),
    )
    return moved(path, 0, dy)


def _clouded(dy: int) -> tuple[Shape, ...]:
    """A cloud that hides what is behind it."""
    path = _cloud(dy)
    return Shape(path, PAPER), _stroke(path)


def _cloud_and_sun() -> tuple[Shape, ...]:
    return *_sun(650, 345, 150), *_clouded(120)


def _overcast() -> tuple[Shape, ...]:
    return (Shape(_cloud()),)


def _drops(xs: Iterable[int]) -> tuple[Shape, ...]:
    return tuple(_stroke(_line((x, 700), (x - 80, 880))) for x in xs)


def _rain() -> tuple[Shape, ...]:
    return *_clouded(-170), *_drops((330, 530, 730))


def _thunder() -> tuple[Shape, ...]:
    bolt = _line((560, 640), (440, 800), (560, 800), (450, 960))
    return *_clouded(-170), *_drops((300, 800)), _stroke(bolt)


def _flake(x: int, y: int, radius: int) -> tuple[Shape, ...]:
    def arm(number: int) -> Path:
        way = pi * number / ARMS + pi / 2
        dx, dy = round(radius * cos(way)), round(radius * sin(way))
        return _line((x - dx, y - dy), (x + dx, y + dy))

    return tuple(_stroke(arm(number)) for number in range(ARMS))


def _snow() -> tuple[Shape, ...]:
    flakes = ((270, 790), (520, 860), (760, 790))
    return *_clouded(-170), *(s for x, y in flakes for s in _flake(x, y, 85))


def _fog() -> tuple[Shape, ...]:
    rows = ((200, 800, 270), (90, 910, 430), (160, 840, 590), (280, 720, 750))
    return tuple(_stroke(_line((x0, y), (x1, y))) for x0, x1, y in rows)


_ICONS: Final[Mapping[Sky, Callable[[], tuple[Shape, ...]]]] = {
    "sun": lambda: _sun(500, 500, 220),
    "cloud": _cloud_and_sun,
    "overcast": _overcast,
    "rain": _rain,
    "thunder": _thunder,
    "snow": _snow,
    "fog": _fog,
}


def icon(sky: Sky, square: Rect) -> tuple[Shape, ...]:
    """What shows that sky, as large as the square."""
    return tuple(_sized(shape, square) for shape in _ICONS[sky]())


def _sized(shape: Shape, square: Rect) -> Shape:
    side = square.width
    path = moved(scaled(shape.path, side, UNIT), square.x, square.y)
    return replace(shape, path=path, width=shape.width * side // UNIT)
