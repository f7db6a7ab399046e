"""Pages and their boxes: points as the file has them, EMU as people are told."""

from dataclasses import dataclass

from printpress.geometry import Rect
from printpress.preflight.objects import Entries
from printpress.units import PT

FARTHEST = 200_000.0
"""Points: beyond 14,400 no box is sound, and figures must not run out of hand."""

Box = tuple[float, float, float, float]
"""Left, lower, right and upper edge in points."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page and its boxes."""

    number: int
    """From 1 on."""
    entries: Entries
    """Its dictionary with what it inherits."""
    boxes: dict[str, Box]
    """Those that it states soundly, by name."""

    @property
    def media(self) -> Box:
        """The sheet; A4 where the page does not say."""
        return self.boxes.get("MediaBox", (0.0, 0.0, 595.0, 842.0))

    @property
    def trim(self) -> Box:
        """The finished page; the sheet where the page does not say."""
        return self.boxes.get("TrimBox") or self.boxes.get("ArtBox") or self.media

    @property
    def bleed(self) -> Box:
        """What ink may reach."""
        return self.boxes.get("BleedBox", self.trim)

    def rect(self, box: Box) -> Rect:
        """A place on the page as people are told it."""
        left, _, _, top = self.trim
        x0, y0, x1, y1 = (max(-FARTHEST, min(FARTHEST, edge)) for edge in box)
        return Rect(
            round((x0 - left) * PT),
            round((top - y1) * PT),
            round((x1 - x0) * PT),
            round((y1 - y0) * PT),
        )
