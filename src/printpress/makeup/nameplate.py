"""The nameplate: the paper's name set in a face, or drawn as outlines."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from printpress.geometry import Rect
from printpress.makeup.compositor import Compositor
from printpress.makeup.drawing import drawn_in
from printpress.makeup.even_words import row_of_words
from printpress.makeup.grid import Strip
from printpress.makeup.placed import Placed
from printpress.spec.layout import MastheadSpec
from printpress.units import PT

if TYPE_CHECKING:
    from printpress.content.artwork import Artwork

NAME_GAP = 22
"""Hundredths of its size between the nameplate's characters (taste: closer than words,
wider than words' letters)."""

LIFT = 20
"""A brush character's ink begins about a twentieth of its size below its em box, which
is moved up so that the name hangs from the same line as other pages' folios."""

LARGEST_NAME = 120 * PT
"""The nameplate's largest size (taste: with its line it stays under 45 mm)."""


@dataclass(frozen=True, slots=True)
class Nameplate:
    """The name in its place."""

    placed: tuple[Placed, ...]
    """What is drawn."""
    strip: Strip
    """Its width, over which the slogan is spread."""


def set_name(
    compositor: Compositor, spec: MastheadSpec, name: str, room: Rect, *, middle: bool
) -> Nameplate:
    """The name in its face, as large as its room bears."""
    style = compositor.style("masthead")
    if spec.font:
        style = replace(style, font=spec.font)
    if spec.colour:
        style = replace(style, ink=compositor.ink(spec.colour))
    count = max(1, len(name))
    size = max(PT, min(LARGEST_NAME, room.height, room.width // count))
    style = style.at(size)
    compositor.tell_if_small(name, size, spec.span)
    spare = (room.width - count * size) // max(1, count - 1)
    gap = min(size * NAME_GAP // 100, spare)
    wide = count * size + (count - 1) * gap
    strip = Strip(room.x + (room.width - wide) // 2 if middle else room.x, wide)
    top = room.y - size // LIFT
    return Nameplate(
        tuple(row_of_words(compositor, list(name), style, strip, top)), strip
    )


def draw_name(art: "Artwork", room: Rect, *, middle: bool) -> Nameplate:
    """The drawn name as large as its room bears, never distorted."""
    if art.width * room.height > art.height * room.width:
        wide = room.width
    else:
        wide = art.width * room.height // art.height
    x = room.x + (room.width - wide) // 2 if middle else room.x
    shapes = drawn_in(art, Rect(x, room.y, room.width, room.height))
    return Nameplate(shapes, Strip(x, wide))
