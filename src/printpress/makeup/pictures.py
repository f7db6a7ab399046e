"""Pictures with their captions: whole rows, whole columns, the caption below.

A caption is never wider than its picture and ends with the credit. Picture, caption
and the air under them take whole body rows.
"""

from dataclasses import dataclass

from printpress.content.story import Picture, Story
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


@dataclass(frozen=True, slots=True)
class Illustration:
    """A story's picture with its caption, set to a width, on no row yet."""

    picture: Picture
    """The picture."""
    story: str
    """The story it belongs to."""
    strip: Strip
    """Where it stands across the page."""
    caption: tuple[tuple[Line, str], ...]
    """Its caption's lines and how each stands in the width, the credit at the end."""
    style: Style
    """How they look."""
    caption_rows: int
    """Body rows that they take below the picture."""
    clear_rows: int
    """The same with the air that keeps them from text below."""

    def rows_taken(self, slot: PictureSlot, rows: int, room: int) -> int:
        """Body rows that a picture of so many rows takes of a column of *room*.

        Text above it stands a row away. Below its caption there is air, unless a
        heading follows, which brings its own, or nothing does.
        """
        closed = rows + self.caption_rows + air_above(slot)
        if slot.at in ("above", "foot"):
            return closed
        return min(rows + self.clear_rows + air_above(slot), max(room, closed))

    def placed(self, grid: Grid, first_row: int, rows: int) -> list[Placed]:
        """The picture on so many rows, and its caption."""
        rect = grid.picture_rect(self.strip, first_row, rows)
        picture = self.picture
        placed: list[Placed] = [
            PlacedPicture(
                rect,
                picture.path,
                picture.focus,
                picture.width_px,
                picture.height_px,
                self.story,
                picture.span,
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


def air_above(slot: PictureSlot) -> int:
    """Rows between a picture and text that stands above it."""
    return 1 if slot.at in ("foot", "middle") else 0


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
    compositor: Compositor, picture: Picture, story: Story, strip: Strip
) -> Illustration:
    """The picture with its caption set over its width.

    Where air follows the caption it is at least half a row.
    """
    style = compositor.style("caption")
    caption = set_caption(compositor, picture, strip.width)
    pitch = compositor.house.grid.row
    height = style.size // CAPTION_GAP + len(caption) * style.row if caption else 0
    closed, clear = -(-height // pitch), -(-(height + pitch // 2) // pitch)
    return Illustration(picture, story.id, strip, caption, style, closed, clear)
