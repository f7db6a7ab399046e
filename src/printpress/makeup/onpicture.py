"""Headings that stand on their story's picture (题压图).

All of it lies inside the picture, a body em or more from its edges; the picture has as
many rows as that needs.
"""

from dataclasses import replace
from fractions import Fraction

from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, counted, error
from printpress.geometry import Rect
from printpress.makeup.compositor import Compositor
from printpress.makeup.grid import Grid, Strip
from printpress.makeup.heading import Heading, manner_of, set_heading
from printpress.makeup.place import Place
from printpress.spec.layout import SlotSpec

MARGIN = Fraction(3, 2)
"""Body ems between a picture's edge and the heading on it (taste)."""


def place_on_picture(place: Place, columns: int) -> Place:
    """The place as set: with its heading on it, a picture above all is one at the top.

    No heading stands between it and its text.
    """
    picture = place.slot.picture
    if picture is None or picture.at != "above":
        return place
    top = replace(picture, over=(1, columns), at="top")
    pictures = (top, *place.slot.pictures[1:])
    return replace(place, slot=replace(place.slot, pictures=pictures))


def set_on_picture(
    compositor: Compositor, grid: Grid, story: Story, slot: SlotSpec, strip: Strip
) -> tuple[Heading, Diagnostic | None]:
    """The heading for a picture of that width."""
    margin = round(MARGIN * grid.size)
    inner = Strip(strip.x + margin, strip.width - 2 * margin)
    manner = replace(manner_of(compositor, slot), air=Fraction(0), flush=True)
    heading, trouble = set_heading(compositor, story, slot.role, inner, manner)
    rows = 1 - (grid.size - heading.height - 2 * margin) // grid.row
    return replace(heading, rows=0, picture_rows=max(1, rows)), trouble


def on_picture(heading: Heading, grid: Grid, slot: SlotSpec, rect: Rect) -> Heading:
    """The heading at the head or the foot of its picture."""
    margin = round(MARGIN * grid.size)
    top = rect.y + margin
    if slot.heading_at == "foot":
        top = rect.bottom - margin - heading.height
    return heading.moved(top - heading.air_above)


def too_low(story: Story, place: Place, needed: int, rows: int) -> Diagnostic:
    """A picture that has too few rows for its heading."""
    return error(
        "heading-too-high",
        place.span,
        Both(
            f'the heading of "{story.id}" needs a picture of '
            f"{counted(needed, 'row')} to stand on; it has {rows}",
            f"稿件“{story.id}”的标题要压在至少 {needed} 行高的图片上，"
            f"图片只有 {rows} 行",
        ),
        fix=Both(
            "give the picture more rows, shorten the heading, or delete `on`",
            "增加图片行数，缩短标题，或删去 on",
        ),
    )
