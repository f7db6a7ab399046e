"""Two pictures of a page: where they differ, as a few rectangles.

Pages are compared in small tiles, for a line that moved differs in hundreds of specks;
tiles that differ and lie close together are one mark.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageChops, ImageDraw

TILE: Final = 8
"""Pixels along a tile's edge: at 110 ppi less than a character of body type (taste)."""

NEAR: Final = 2
"""Tiles between two changes that are still one mark: a line's distance (taste)."""

FAINT: Final = 24
"""Differences of tone up to this are no change: renderers round, nobody sees it."""

AIR: Final = 6
"""Pixels between a change and the frame round it (taste)."""

BETWEEN: Final = 24
"""Pixels between the page as it was and as it is."""

RED: Final = (200, 16, 46)
"""Of the frames."""

GREY: Final = (120, 120, 120)
"""Between two pages and where one has no paper."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A page as drawn."""

    width: int
    """Pixels across."""
    height: int
    """Pixels down."""
    rgb: bytes
    """Three bytes each, row by row from the top."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A rectangle in which something changed, in pixels from the page's top left."""

    y: int
    """Its top edge."""
    x: int
    """Its left edge."""
    height: int
    """Pixels down."""
    width: int
    """Pixels across."""

    @property
    def corners(self) -> tuple[int, int, int, int]:
        """Its left, upper, right and lower edge."""
        return self.x, self.y, self.x + self.width, self.y + self.height

    def meets(self, other: "Mark") -> bool:
        """Whether the two overlap."""
        left, top, right, foot = self.corners
        other_left, other_top, other_right, other_foot = other.corners
        across = left < other_right and other_left < right
        return across and top < other_foot and other_top < foot

    def with_other(self, other: "Mark") -> "Mark":
        """The rectangle around both."""
        left, top, right, foot = (
            pick(pair)
            for pick, pair in zip(
                (min, min, max, max),
                zip(self.corners, other.corners, strict=True),
                strict=True,
            )
        )
        return Mark(top, left, foot - top, right - left)


def marks(old: Pixels, new: Pixels) -> tuple[Mark, ...]:
    """Where the two differ, from top to foot; paper that only one has differs too."""
    width, height = max(old.width, new.width), max(old.height, new.height)
    differs = ImageChops.difference(_on(old, width, height), _on(new, width, height))
    # The loudest channel: red on black differs in one of the three alone.
    red, green, blue = differs.split()
    loudest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    seen = loudest.point([0] * (FAINT + 1) + [255] * (255 - FAINT))
    found = [
        Mark(
            row * TILE,
            column * TILE,
            min((rows + 1) * TILE, height) - row * TILE,
            min((columns + 1) * TILE, width) - column * TILE,
        )
        for row, column, rows, columns in _groups(seen.reduce(TILE))
    ]
    return tuple(sorted(_apart(found)))


def _on(page: Pixels, width: int, height: int) -> Image.Image:
    """The page on paper of that size; beyond its edges there is none."""
    picture = _picture(page)
    if picture.size == (width, height):
        return picture
    paper = Image.new("RGB", (width, height), GREY)
    paper.paste(picture)
    return paper


def _picture(page: Pixels) -> Image.Image:
    return Image.frombytes("RGB", (page.width, page.height), page.rgb)


def _groups(tiles: Image.Image) -> Iterator[tuple[int, int, int, int]]:
    """Tiles that lie near each other: first row and column, last row and column."""
    across = tiles.width
    left = {n for n, value in enumerate(tiles.tobytes()) if value}
    steps = range(-NEAR, NEAR + 1)
    while left:
        ahead = [left.pop()]
        rows, columns = [], []
        while ahead:
            row, column = divmod(ahead.pop(), across)
            rows.append(row)
            columns.append(column)
            for near in (
                (row + down) * across + column + right
                for down in steps
                for right in steps
                if 0 <= column + right < across
            ):
                if near in left:
                    left.remove(near)
                    ahead.append(near)
        yield min(rows), min(columns), max(rows), max(columns)


def _apart(found: list[Mark]) -> list[Mark]:
    """The marks, those that overlap made one."""
    done: list[Mark] = []
    for mark in found:
        grown = mark
        while met := next((other for other in done if grown.meets(other)), None):
            done.remove(met)
            grown = grown.with_other(met)
        done.append(grown)
    return done


def side_by_side(
    old: Pixels | None, new: Pixels | None, found: Sequence[Mark]
) -> bytes:
    """A PNG: the page as it was beside the page as it is, changes framed on both."""
    pages = [_framed(page, found) for page in (old, new) if page]
    width = sum(page.width for page in pages) + BETWEEN * (len(pages) - 1)
    sheet = Image.new("RGB", (width, max(page.height for page in pages)), GREY)
    x = 0
    for page in pages:
        sheet.paste(page, (x, 0))
        x += page.width + BETWEEN
    out = io.BytesIO()
    # Looked at and thrown away: a third larger in a third of the time.
    sheet.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _framed(page: Pixels, found: Sequence[Mark]) -> Image.Image:
    picture = _picture(page)
    pen = ImageDraw.Draw(picture)
    for mark in found:
        right, foot = mark.x + mark.width + AIR, mark.y + mark.height + AIR
        frame = (mark.x - AIR, mark.y - AIR, right, foot)
        pen.rectangle(frame, outline=RED, width=3)
    return picture


def jpeg(page: Pixels, quality: int = 72) -> bytes:
    """The page as a JPEG, small enough for a file that is sent to a phone."""
    out = io.BytesIO()
    _picture(page).save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()
