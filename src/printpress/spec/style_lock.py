"""The style lock: what no edition may set otherwise.

Two hundred towns share one paper. A page of a town stands between pages of the base,
so its type, its grid and its faces are the house's; an edition chooses among the
paper's layouts and says what stands in them (domain notes, H4).
"""

from collections.abc import Collection
from dataclasses import replace

from printpress.diagnostics import Both, Diagnostic, error
from printpress.spec.fields import Reading
from printpress.spec.house_form import HOUSE
from printpress.spec.layout_form import LAYOUT
from printpress.spec.source import MappingNode, Scalar

_LOOKS = frozenset(
    {"font", "fonts", "face", "size", "sizes", "row", "rows", "cols", "columns", "role"}
    | {"style", "body_size", "leading", "type_area", "trim", "house", "press"}
)
"""Keys of roles and slots, and what people would call such things."""

_HOUSE = frozenset(key.name for key in HOUSE.keys if key.name != "extends")

FILE_KEYS = _HOUSE | _LOOKS
"""Keys of a house and of roles, which no edition's file takes."""

PAGE_KEYS = FILE_KEYS | frozenset(key.name for key in LAYOUT.keys)
"""The same and the keys of layouts, which no page of an edition takes."""


def unlocked(node: MappingNode, reading: Reading) -> MappingNode:
    """The file's keys without those of the house, each of which is told of."""
    return locked_out(node, FILE_KEYS, reading)


def locked_out(
    node: MappingNode, keys: Collection[str], reading: Reading
) -> MappingNode:
    """The node without *keys*, each of which is told of."""
    locked = [entry for entry in node.entries if entry.key.text in keys]
    for entry in locked:
        reading.report(_locked(entry.key))
    if not locked:
        return node
    return replace(
        node, entries=tuple(entry for entry in node.entries if entry not in locked)
    )


def _locked(key: Scalar) -> Diagnostic:
    return error(
        "style-locked",
        key.span,
        Both(
            f'an edition cannot set "{key.text}": type, grid, faces and roles are the '
            "house's",
            f"地方版不能改“{key.text}”：字体字号、网格、样式由报社统一规定",
        ),
        why=Both(
            "its pages stand between the base's in one paper and must look alike",
            "地方版的版面与通用版面同在一份报纸里，样式要一致",
        ),
        fix=Both(
            "delete the key; for another arrangement name one of the paper's layouts "
            "with `layout:`",
            "删去这个键；要换版面安排，用 `layout:` 选用报社已有的版式",
        ),
    )
