"""Where a story is to stand, before anything of it is set."""

from dataclasses import dataclass

from printpress.diagnostics import Span
from printpress.spec.layout import SlotSpec


@dataclass(frozen=True, slots=True)
class Place:
    """Where a story is to stand."""

    page_no: int
    """The page."""
    slot: SlotSpec
    """The slot."""
    span: Span
    """Where the issue puts it there."""
    column_rule: int = 0
    """How thick the rules between its columns are; 0 for none."""
    pinned_rows: int | None = None
    """Rows of its picture, where a person fixed them."""

    @property
    def picture_bounds(self) -> tuple[int, int]:
        """The fewest and the most rows the slot's picture may have."""
        if self.pinned_rows is not None:
            return self.pinned_rows, self.pinned_rows
        return self.slot.picture.rows if self.slot.picture else (0, 0)
