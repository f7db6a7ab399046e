"""Pictures with their captions: whole rows, whole columns, the caption below.

A caption is never wider than its picture and ends with the credit. Picture, caption
and the air under them take whole body rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import Final

from printpress.content.story import Picture, Story
from printpress.geometry import Rect
from printpress.makeup.compositor import (
    Compositor,
    aligned,
    baseline_in,
    joined,
)
from printpress.makeup.grid import Grid, Strip
from printpress.makeup.placed import Placed, PlacedPicture, SetLine
from printpress.makeup.styles import Style, spaced
from printpress.spec.layout import PictureSlot
from printpress.text.galley import Line

CENTRED_LINES = 2
"""Lines of a caption that stand in the middle; more begin at the picture's left."""

CAPTION_GAP = 3
"""A caption's em box begins this share (a third) of its size below the picture."""


SLIMMEST: Final = Fraction(3, 5)
"""Width by height, or height by width, below which a picture of a group counts as if
it were so: it is cropped rather than made a sliver (taste)."""


@dataclass(frozen=True, slots=True)
class Illustration:
    """One picture or several with one caption, set to a width, on no row yet."""

    pictures: tuple[Picture, ...]
    """The pictures."""
    stacked: bool
    """Whether they stand below each other."""
    story: str
    """The story they belong to."""
    strip: Strip
    """Where they stand across the page."""
    caption: tuple[tuple[Line, str], ...]
    """The caption's lines and how each stands in the width, the credit at the end."""
    style: Style
    """How they look."""
    caption_rows: int
    """Body rows that they take below the picture."""
    clear_rows: int
    """The same with the air that keeps them from text below."""

    def placed(self, grid: Grid, first_row: int, rows: int) -> list[Placed]:
        """The pictures on so many rows together, and their caption."""
        rect = grid.picture_rect(self.strip, first_row, rows)
        placed: list[Placed] = [
            PlacedPicture(
                own,
                picture.path,
                picture.focus,
                picture.width_px,
                picture.height_px,
                self.story,
                picture.span,
                bilevel=picture.bilevel,
            )
            for picture, own in zip(
                self.pictures, self._rects(grid, first_row, rows), strict=True
            )
        ]
        top = rect.bottom + self.style.size // CAPTION_GAP
        under = self._caption_strip(grid)
        for line, align in self.caption:
            x = aligned(line, under.x, under.width, align)
            y = baseline_in(top, self.style.size)
            placed.append(SetLine(line, x, y, self.style.ink, "caption", self.story))
            top += self.style.row
        return placed

    def _caption_strip(self, grid: Grid) -> Strip:
        """The picture's width; of a picture over the fold one page's part if it can."""
        part = max(grid.halves(self.strip), key=lambda half: half.width)
        longest = max((line.width for line, _ in self.caption), default=0)
        return part if longest <= part.width else self.strip

    def _rects(self, grid: Grid, first_row: int, rows: int) -> Iterator[Rect]:
        """Where each picture stands: all as high, or all as wide as each other."""
        rect, count = grid.picture_rect(self.strip, first_row, rows), len(self.pictures)
        if self.stacked:
            shapes = [_within(1 / _shape(picture)) for picture in self.pictures]
            for own in shared(rows - count, shapes):
                yield grid.picture_rect(self.strip, first_row, own + 1)
                first_row += own + 1
            return
        gap = grid.size // 2
        shapes = [_within(_shape(picture)) for picture in self.pictures]
        x = rect.x
        for own in shared(rect.width - (count - 1) * gap, shapes):
            yield Rect(x, rect.y, own, rect.height)
            x += own + gap


def _shape(picture: Picture) -> Fraction:
    """Width by height."""
    return Fraction(picture.width_px, picture.height_px)


def _within(shape: Fraction) -> Fraction:
    """The shape as it counts in a group: none makes the others slivers."""
    return min(max(shape, SLIMMEST), 1 / SLIMMEST)


def shared(whole: int, shapes: Sequence[Fraction]) -> tuple[int, ...]:
    """A length shared out in proportion to shapes, its sum exact.

    >>> shared(100, [Fraction(3, 2), Fraction(3, 4)])
    (67, 33)
    """
    total, sums = sum(shapes), list(accumulate(shapes))
    ends = [round(whole * upto / total) for upto in sums]
    return tuple(end - start for start, end in pairwise([0, *ends]))


def grouped(
    pictures: Sequence[Picture], places: Sequence[PictureSlot]
) -> tuple[tuple[Picture, ...], ...]:
    """The pictures as they share places: first for first; the rest each by itself."""
    left, groups = tuple(pictures), list[tuple[Picture, ...]]()
    for there in places:
        some, left = left[: there.group], left[there.group :]
        groups += [some] if some else []
    return (*groups, *((picture,) for picture in left))


def shared_words(pictures: Sequence[Picture]) -> Picture:
    """The first of a group with the words of all: each caption, each credit once."""
    captions = [picture.caption for picture in pictures if picture.caption]
    credits_ = [picture.credit for picture in pictures if picture.credit]
    return replace(
        pictures[0],
        caption="\u3000".join(dict.fromkeys(captions)),
        credit="，".join(dict.fromkeys(credits_)),
    )


def set_caption(
    compositor: Compositor, picture: Picture, width: int
) -> tuple[tuple[Line, str], ...]:
    """The words below a picture: caption, then the credit in brackets.

    A credit is never broken: it stands behind the caption's last line, or else on a
    line of its own, flush right below a long caption.
    """
    style = compositor.style("caption")
    lines: list[tuple[Line, str]] = []
    if picture.caption:
        block = compositor.block(picture.caption, style, width, picture.span)
        lines = [(line, "left") for line in block]
    if picture.credit:
        words = f"（{spaced(picture.credit)}）"
        credit = compositor.line(words, style, span=picture.span)
        if lines and lines[-1][0].width + credit.width <= width:
            lines[-1] = (joined([lines[-1][0], credit], 0), "left")
        else:
            lines.append((credit, "right"))
    if len(lines) <= CENTRED_LINES and picture.caption:
        return tuple((line, "center") for line, _ in lines)
    return tuple(lines)


def illustrate(
    compositor: Compositor,
    pictures: Sequence[Picture],
    story: Story,
    strip: Strip,
    *,
    stacked: bool = False,
) -> Illustration:
    """The pictures with their caption set over their width.

    Where air follows the caption it is at least half a row.
    """
    style = compositor.style("caption")
    caption = set_caption(compositor, shared_words(pictures), strip.width)
    pitch = compositor.house.grid.row
    height = style.size // CAPTION_GAP + len(caption) * style.row if caption else 0
    foot = height - (style.row - style.size)  # of the last line's em box
    closed = -(-foot // pitch) if caption else 0
    clear = -(-(height + pitch // 2) // pitch)
    return Illustration(
        tuple(pictures), stacked, story.id, strip, caption, style, closed, clear
    )
