"""What takes ground on a page: slots and furniture, as rectangles of cells."""

from collections.abc import Iterator
from dataclasses import dataclass

from printpress.diagnostics import Span
from printpress.spec.layout import (
    Cells,
    LayoutSpec,
    MastheadSpec,
    QrSpec,
    StripSpec,
)


@dataclass(frozen=True, slots=True)
class Box:
    """A slot or a piece of furniture."""

    name: str
    """Its name in the layout."""
    cols: Cells
    """Base columns."""
    rows: Cells
    """Body rows."""
    span: Span
    """Where it is written."""


def boxes_of(layout: LayoutSpec) -> Iterator[Box]:
    """Everything on the page: furniture, then slots."""
    furniture = layout.furniture
    named: dict[str, MastheadSpec | QrSpec | StripSpec | None] = {
        "masthead": furniture.masthead,
        "qr": furniture.qr,
        "dateline": furniture.dateline,
        "folio": furniture.folio,
        "imprint": furniture.imprint,
    }
    for name, spec in named.items():
        if spec is not None:
            yield Box(name, spec.cols, spec.rows, spec.span)
    for slot in layout.slots:
        yield Box(slot.name, slot.cols, slot.rows, slot.span)


def shown(pair: Cells) -> str:
    """Columns or rows as people write them.

    >>> shown((2, 2)), shown((1, 4))
    ('2', '1-4')
    """
    return str(pair[0]) if pair[0] == pair[1] else f"{pair[0]}-{pair[1]}"


def meeting(left: Cells, right: Cells) -> Cells | None:
    """Columns or rows that both take; None where they have none in common.

    >>> meeting((1, 4), (3, 8)), meeting((1, 2), (3, 4))
    ((3, 4), None)
    """
    first, last = max(left[0], right[0]), min(left[1], right[1])
    return (first, last) if first <= last else None
