"""Which page stands where: the arithmetic of spreads and of folded, nested sheets.

Pages are counted from 1 in reading order. Printer spreads are the sides of sheets that
are folded once and put into each other, the outermost first; the two pages of a side
then always sum to one more than the pages there are. Bound on the right (右翻, copy set
from the top down), each pair is mirrored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

Binding = Literal["left", "right"]
"""The edge where the paper is folded, its front page before one."""

Face = Literal["front", "back", "reader"]
"""Which face of a sheet a side is; a spread as readers see it has no sheet."""

PER_SHEET: Final = 4
"""Pages of a sheet that is folded once."""

FEWEST, MOST = 4, 64
"""Pages of one nest of sheets: more of them do not fold (taste; shops fold fewer)."""


class UnfitError(ValueError):
    """Pages that cannot be put so; tells which rule is broken, and by what number."""

    def __init__(self, rule: Literal["count", "blanks", "facing"], number: int) -> None:
        super().__init__(f"{rule}: {number}")
        self.rule = rule
        self.number = number


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the paper, as the file holds it."""

    source: int
    """Which page of the file, from 0 on."""
    half: Literal["left", "right"] | None = None
    """Which half of it, where the file's page is a spread of two."""


@dataclass(frozen=True, slots=True)
class Side:
    """Two places beside each other; None is no page, not even a blank one."""

    face: Face
    """Which face of its sheet."""
    sheet: int
    """Which sheet, from 0 for the outermost; spreads of readers are counted on."""
    left: int | None
    """The page at the left."""
    right: int | None
    """The page at the right."""


def leaves(spans: Sequence[int], binding: Binding) -> tuple[Leaf, ...]:
    """The paper's pages in reading order; *spans* says how many each page holds.

    >>> [leaf.half for leaf in leaves([1, 2, 1], "right")]
    [None, 'right', 'left', None]
    """
    found: list[Leaf] = []
    for source, span in enumerate(spans):
        if span == 1:
            found.append(Leaf(source))
        elif binding == "left":
            found += (Leaf(source, "left"), Leaf(source, "right"))
        else:
            found += (Leaf(source, "right"), Leaf(source, "left"))
    return tuple(found)


def with_blanks(
    pages: Sequence[Leaf], blanks: Sequence[int] = ()
) -> tuple[Leaf | None, ...]:
    """As many pages as sheets take: the blank ones are None.

    *blanks* are the numbers that blank pages get. Without them they stand before the
    last page, so that the back page stays one; a spread at the end is not parted.
    Raises :class:`UnfitError`.
    """
    if blanks:
        filled = _as_asked(pages, blanks)
    else:
        lacking: list[Leaf | None] = [None] * (-len(pages) % PER_SHEET)
        backed = len(pages) > 1 and pages[-1].half is None
        last = len(pages) - 1 if backed else len(pages)
        filled = (*pages[:last], *lacking, *pages[last:])
    if not FEWEST <= len(filled) <= MOST:
        raise UnfitError("count", len(filled))
    return filled


def _as_asked(pages: Sequence[Leaf], blanks: Sequence[int]) -> tuple[Leaf | None, ...]:
    count = len(pages) + len(set(blanks))
    for number in blanks:
        if not 1 <= number <= count:
            raise UnfitError("blanks", number)
    if count % PER_SHEET:
        raise UnfitError("count", count)
    given = iter(pages)
    return tuple(
        None if number in blanks else next(given) for number in range(1, count + 1)
    )


def must_face(pages: Sequence[Leaf | None]) -> None:
    """Raise :class:`UnfitError` where the halves of a spread do not face each other.

    Pages face that are 2 and 3, 4 and 5 and so on: a spread begins on an even page.
    """
    for index, (one, other) in enumerate(zip(pages, (*pages[1:], None), strict=True)):
        if one is None or one.half is None:
            continue
        together = other is not None and one.source == other.source
        if together and index % 2 == 0:
            raise UnfitError("facing", index + 1)
        before = pages[index - 1] if index else None
        if not together and (before is None or before.source != one.source):
            raise UnfitError("facing", index + 1)


def printer_spreads(count: int, binding: Binding = "left") -> tuple[Side, ...]:
    """Front and back of each sheet, the outermost first.

    >>> [(side.left, side.right) for side in printer_spreads(8)]
    [(8, 1), (2, 7), (6, 3), (4, 5)]
    """
    sides: list[Side] = []
    for sheet in range(count // PER_SHEET):
        low, high = 2 * sheet + 1, count - 2 * sheet
        sides.append(_side("front", sheet, (high, low), binding))
        sides.append(_side("back", sheet, (low + 1, high - 1), binding))
    return tuple(sides)


def reader_spreads(count: int, binding: Binding = "left") -> tuple[Side, ...]:
    """What readers see at once: the front page, 2 and 3, and so on.

    >>> [(side.left, side.right) for side in reader_spreads(4)]
    [(None, 1), (2, 3), (4, None)]
    """
    return tuple(
        _side(
            "reader",
            even // 2,
            (even or None, even + 1 if even < count else None),
            binding,
        )
        for even in range(0, count + 1, 2)
    )


def _side(
    face: Face, sheet: int, pair: tuple[int | None, int | None], binding: Binding
) -> Side:
    left, right = pair if binding == "left" else reversed(pair)
    return Side(face, sheet, left, right)


def inward(side: Side, creep: int) -> int:
    """How far the pages of a side move towards the fold.

    Folded round each other, inner sheets stand out by their paper's thickness and lose
    that at the trimmed edge. *creep* is the share of one sheet.
    """
    return 0 if side.face == "reader" else side.sheet * creep
