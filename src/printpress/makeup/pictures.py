"""Pictures with their captions: whole rows, whole columns, the caption below.

A caption is never wider than its picture and ends with the credit. Picture, caption
and the air under them take whole body rows.
"""

from dataclasses import dataclass

from printpress.content.story import Picture, Story
from printpress.makeup.compositor import (
    Compositor,
    Style,
    aligned,
    baseline_in,
    spaced,
)
from printpress.makeup.grid import Grid, Strip
from printpress.makeup.placed import Placed, PlacedPicture, SetLine
from printpress.text.galley import Line

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
    lines: tuple[Line, ...]
    """Its caption's lines, the credit at the end."""
    style: Style
    """How they look."""
    caption_rows: int
    """Body rows below the picture: the caption and the air that follows it."""

    def placed(self, grid: Grid, first_row: int, rows: int) -> list[Placed]:
        """The picture on so many rows, and its caption, centred if it is one line."""
        rect = grid.picture_rect(self.strip, first_row, rows)
        picture = self.picture
        placed: list[Placed] = [
            PlacedPicture(rect, picture.path, picture.focus, self.story, picture.span)
        ]
        top = rect.bottom + self.style.size // CAPTION_GAP
        align = "center" if len(self.lines) == 1 else "left"
        for line in self.lines:
            x = aligned(line, self.strip.x, self.strip.width, align)
            y = baseline_in(top, self.style.size)
            placed.append(SetLine(line, x, y, self.style.ink, "caption", self.story))
            top += self.style.row
        return placed


def caption_words(picture: Picture) -> str:
    """The words below the picture: caption, then the credit in brackets."""
    credit = f"（{spaced(picture.credit)}）" if picture.credit else ""
    return picture.caption + credit


def illustrate(
    compositor: Compositor, picture: Picture, story: Story, strip: Strip
) -> Illustration:
    """The picture with its caption set over its width.

    At least half a row of air follows the caption, so that the text stands clear.
    """
    style, words = compositor.style("caption"), caption_words(picture)
    lines = compositor.block(words, style, strip.width, picture.span) if words else ()
    pitch = compositor.house.grid.row
    height = style.size // CAPTION_GAP + len(lines) * style.row if lines else 0
    rows = -(-(height + pitch // 2) // pitch)
    return Illustration(picture, story.id, strip, lines, style, rows)
