"""A drawing's outlines at the size of their place."""

from typing import TYPE_CHECKING

from printpress.geometry import Rect
from printpress.makeup.placed import Shape
from printpress.paths import moved, scaled

if TYPE_CHECKING:
    from printpress.content.artwork import Artwork


def drawn_in(art: "Artwork", rect: Rect) -> tuple[Shape, ...]:
    """The drawing from the rectangle's top left corner, never distorted or cut."""
    if art.width * rect.height > art.height * rect.width:
        share, whole = rect.width, art.width
    else:
        share, whole = rect.height, art.height
    return tuple(
        Shape(
            moved(scaled(shape.path, share, whole), rect.x, rect.y),
            shape.ink,
            shape.width * share // whole,
            shape.rounded,
            shape.even_odd,
        )
        for shape in art.shapes
    )
