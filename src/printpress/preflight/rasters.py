"""Pictures as pages place them (ISO 32000-1 8.9): resolution, masks, spaces."""

from collections.abc import Iterator

from printpress.preflight.marks import PictureMark
from printpress.preflight.objects import Entries, Value
from printpress.preflight.page import Box
from printpress.preflight.resources import Faces
from printpress.preflight.spaces import Paint, Space
from printpress.preflight.states import State
from printpress.preflight.transforms import across, upward

POINTS = 72
"""Of an inch."""

_LONG = {
    "W": "Width",
    "H": "Height",
    "BPC": "BitsPerComponent",
    "CS": "ColorSpace",
    "IM": "ImageMask",
    "F": "Filter",
    "I": "Interpolate",
    "D": "Decode",
}
"""Keys of inline pictures (ISO 32000-1 table 93)."""


def in_full(entries: Entries) -> Entries:
    """The entries of an inline picture under their whole names."""
    return {_LONG.get(key, key): value for key, value in entries.items()}


class Picture:
    """One picture of a page."""

    def __init__(self, faces: Faces, entries: Entries, resources: Entries) -> None:
        self._faces = faces
        self._document = faces.document
        self._entries = entries
        self._resources = resources
        self._masks = [self._document.follow(entries.get(k)) for k in ("SMask", "Mask")]

    @property
    def _stencil(self) -> bool:
        """Whether it is a mask that the current colour is put through."""
        return self._document.follow(self._entries.get("ImageMask")) is True

    def _space(self) -> Space | None:
        """Its own space; a stencil has none."""
        if self._stencil or "ColorSpace" not in self._entries:
            return None
        return self._read(self._entries["ColorSpace"])

    def _read(self, value: Value) -> Space:
        return self._faces.spaces.read(value, self._resources)

    def spaces(self) -> Iterator[Space]:
        """Its space and those of its masks."""
        own = self._space()
        if own is not None:
            yield own
        for mask in self._masks:
            soft = self._document.entries(mask).get("ColorSpace")
            if soft is not None:
                yield self._read(soft)

    def _size(self) -> tuple[int, int]:
        number, entries = self._document.number, self._entries
        return int(number(entries.get("Width")) or 0), int(
            number(entries.get("Height")) or 0
        )

    def mark(self, box: Box, state: State, named: tuple[str, Value]) -> PictureMark:
        """Where it shows on the page, and as what: its name and the object."""
        own, (wide, high) = self._space(), self._size()
        bits = self._document.number(self._entries.get("BitsPerComponent"))
        sides = (across(state.way), upward(state.way))
        inches = [max(side / POINTS, 1e-6) for side in sides]
        return PictureMark(
            box,
            Paint(own, (), known=False) if own is not None else state.fill,
            state.mode if state.fill_overprint else -1,
            min(wide / inches[0], high / inches[1]),
            (wide, high),
            self._stencil or bits == 1,
            not self._stencil and self._masks == [None, None],
            *named,
        )
