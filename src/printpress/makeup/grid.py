"""The lattice of a page: columns of body cells, rows of body lines.

All that stands on a page is given in columns and rows, counted from 1, and lands on
whole EMU. Columns are as wide as their cells of the body size; what cannot be shared
out evenly when columns are divided anew goes to the gutters (栏的计算).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from printpress.geometry import Rect, above_baseline


@dataclass(frozen=True, slots=True)
class Strip:
    """One column's place across the page."""

    x: int
    """Its left edge."""
    width: int
    """Its measure."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The lattice of one page."""

    left: int
    """The type area's left edge."""
    top: int
    """The type area's top edge: the top of row 1."""
    size: int
    """Body type size: one cell."""
    columns: int
    """Base columns (基本栏)."""
    cells: Fraction
    """Cells in a column."""
    gutter_cells: Fraction
    """Cells between two columns."""
    rows: int
    """Body rows from top to foot."""
    row: int
    """From one baseline to the next."""
    fold: int | None = None
    """Between the two columns in the middle of a spread (通版); None for one page."""

    @property
    def column_width(self) -> int:
        """One base column."""
        return round(self.cells * self.size)

    @property
    def gutter(self) -> int:
        """Between two base columns."""
        return round(self.gutter_cells * self.size)

    @property
    def width(self) -> int:
        """The type area's width."""
        return self.span(1, self.columns).width

    @property
    def sides(self) -> tuple[tuple[int, int], ...]:
        """First and last column of each page: one of them, or the two of a spread."""
        if self.fold is None:
            return ((1, self.columns),)
        half = self.columns // 2
        return (1, half), (half + 1, self.columns)

    def span(self, first: int, last: int) -> Strip:
        """Columns *first* to *last* with the gutters between them, and the fold.

        >>> grid = Grid(0, 0, 9, 5, Fraction(15), Fraction(3, 2), 81, 13)
        >>> grid.span(2, 3)
        Strip(x=149, width=284)
        """
        x = self._column_x(first)
        return Strip(x, self._column_x(last) + self.column_width - x)

    def _column_x(self, column: int) -> int:
        x = self.left + (column - 1) * (self.column_width + self.gutter)
        if self.fold is None or column <= self.columns // 2:
            return x
        return x + self.fold - self.gutter

    def over_fold(self, x: int) -> bool:
        """Whether that place across the sheet is between the pages of a spread."""
        if self.fold is None:
            return False
        left, right = (self.span(*cols) for cols in self.sides)
        return left.x + left.width < x < right.x

    def halves(self, strip: Strip) -> tuple[Strip, ...]:
        """The strip's parts at both sides of the fold; itself where it has none."""
        if self.fold is None:
            return (strip,)
        left, right = (self.span(*cols) for cols in self.sides)
        edge, end = left.x + left.width, strip.x + strip.width
        if strip.x >= edge or end <= right.x:
            return (strip,)
        return Strip(strip.x, edge - strip.x), Strip(right.x, end - right.x)

    def row_top(self, row: int) -> int:
        """The top of a row."""
        return self.top + (row - 1) * self.row

    def baseline(self, row: int) -> int:
        """The baseline of body text in a row: its em box stands in the middle."""
        return self.em_top(row) + above_baseline(self.size)

    def em_top(self, row: int) -> int:
        """The top of the body's em box in a row: where pictures begin, too."""
        return self.row_top(row) + (self.row - self.size) // 2

    def rect(self, cols: tuple[int, int], rows: tuple[int, int]) -> Rect:
        """The rectangle of whole cells."""
        strip = self.span(*cols)
        height = (rows[1] - rows[0] + 1) * self.row
        return Rect(strip.x, self.row_top(rows[0]), strip.width, height)

    def picture_rect(self, strip: Strip, first_row: int, rows: int) -> Rect:
        """Where a picture of whole rows stands: from em box top to em box foot."""
        top = self.em_top(first_row)
        return Rect(strip.x, top, strip.width, (rows - 1) * self.row + self.size)

    def divide(self, strip: Strip, columns: int) -> tuple[Strip, ...]:
        """The strip as *columns* equal columns of whole cells (合栏, 破栏).

        Each holds ``(k·n + (k−1)·g − (m−1)·g) / m`` cells, rounded down to a whole
        one; what remains widens the gutters equally, and a last odd EMU the leftmost.
        No column lies across the fold: each page of a spread has its share of them.

        >>> grid = Grid(0, 0, 9, 8, Fraction(13), Fraction(1), 100, 12)
        >>> [c.width // 9 for c in grid.divide(grid.span(1, 3), 2)]
        [20, 20]
        >>> five_in_three = grid.divide(grid.span(1, 5), 3)
        >>> [c.width // 9 for c in five_in_three], five_in_three[1].x - 22 * 9
        ([22, 22, 22], 14)
        """
        if columns == 1:
            return (strip,)
        halves = self.halves(strip)
        shares = self._shares(halves, columns)
        width = min(map(self._whole_cells, halves, shares))
        return tuple(
            column
            for half, share in zip(halves, shares, strict=True)
            for column in _spread(half, share, width)
        )

    def _shares(self, halves: tuple[Strip, ...], columns: int) -> tuple[int, ...]:
        """Columns of each page, as its base columns are to the other's."""
        if len(halves) == 1:
            return (columns,)
        step = self.column_width + self.gutter
        left, right = (-(-half.width // step) for half in halves)
        share = max(1, columns * left // (left + right))
        return share, max(1, columns - share)

    def _whole_cells(self, strip: Strip, columns: int) -> int:
        """How wide each of so many columns can be."""
        width = (strip.width - (columns - 1) * self.gutter) // columns
        return width if width == self.column_width else width // self.size * self.size


def _spread(strip: Strip, columns: int, width: int) -> Iterator[Strip]:
    """Columns of that width from edge to edge of the strip; one stands at its left."""
    if columns == 1:
        yield Strip(strip.x, width)
        return
    gutter, odd = divmod(strip.width - columns * width, columns - 1)
    x = strip.x
    for index in range(columns):
        yield Strip(x, width)
        x += width + gutter + (1 if index < odd else 0)
