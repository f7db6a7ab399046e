"""Reads the house, and checks what no single key can show."""

from printpress.diagnostics import Both, error, warning
from printpress.spec.fields import Reading
from printpress.spec.house import House
from printpress.spec.house_form import HOUSE, STANDING_COLOURS
from printpress.spec.ink_form import spot_faults
from printpress.spec.nearest import nearest
from printpress.spec.reversed_check import reversed_faults
from printpress.spec.source import MappingNode, Scalar
from printpress.units import in_mm, in_pt

ELEMENTS = (
    "text",
    "strong",
    "subhead",
    "list",
    "question",
    "answer",
    "verse",
    "salutation",
    "signature",
    "note",
    "names",
    "table",
    "caption",
    "credit",
    "byline",
    "footnote",
    "jump",
    "bar",
    "folio",
    "section",
    "dateline",
    "masthead",
    "slogan",
    "copublisher",
    "latin",
    "guide",
    "imprint",
    "advert",
    "weather",
    "banner",
    "test-chart",
    "qr",
    "notice",
    "correction",
    "brief",
    "photo",
)
"""Roles that the make-up asks for by name; others are named by slots."""


def read_house(mapping: MappingNode, reading: Reading) -> House:
    """The house; raises :class:`Unread`. Its sizes and colours serve what is read next.

    A type area that leaves the sheet, and a role whose name nearly is an element's,
    are told too.
    """
    if _absent(mapping, "sizes"):
        reading.sizes = {}
    if _absent(mapping, "colours"):
        reading.colours = STANDING_COLOURS
    _, values = HOUSE.read(mapping, reading)
    values.pop("extends")
    house = House(
        file=mapping.file,
        root=reading.root,
        span=mapping.span,
        node=mapping,
        **values,
    )
    _check_rows(house, reading)
    _check_type_area(house, reading)
    _check_roles(house, reading)
    reading.found.extend((*reversed_faults(house), *spot_faults(house)))
    return house


def _absent(mapping: MappingNode, key: str) -> bool:
    value = mapping.get(key)
    return value is None or (isinstance(value, Scalar) and value.empty)


def _check_rows(house: House, reading: Reading) -> None:
    if house.grid.row >= house.body.size:
        return
    size, row = in_pt(house.body.size), in_pt(house.grid.row)
    reading.report(
        error(
            "row-too-small",
            house.place_of("grid", "row"),
            Both(
                f"rows of {row} do not hold body text of {size}",
                f"行距 {row} 容不下 {size} 的正文",
            ),
            fix=Both(
                f"write a row of {size} or more; 13pt suits 9pt",
                f"行距不小于 {size}；9pt 正文宜用 13pt",
            ),
        )
    )


def _check_type_area(house: House, reading: Reading) -> None:
    """The type area, as wide as its cells and as deep as its rows, on the sheet."""
    grid, page = house.grid, house.page
    ems = grid.columns * grid.cells + (grid.columns - 1) * grid.gutter
    wide, deep = round(ems * house.body.size), grid.rows * grid.row
    for key, start, extent, whole, en, zh in (
        ("columns", page.left, wide, page.trim.width, "wide", "宽"),
        ("rows", page.top, deep, page.trim.height, "deep", "高"),
    ):
        if start + extent <= whole:
            continue
        reading.report(
            error(
                "type-area-too-large",
                house.place_of("grid", key),
                Both(
                    f"the type area is {in_mm(extent)} {en} from {in_mm(start)} on; "
                    f"the trim has {in_mm(whole)}",
                    f"版心{zh} {in_mm(extent)}，从 {in_mm(start)} 起；"
                    f"成品{zh}仅 {in_mm(whole)}",
                ),
                fix=Both(
                    "write fewer rows, columns or cells, or a smaller gutter, row or "
                    "body size",
                    "减少行数、栏数或每栏字数，或缩小栏距、行距、正文字号",
                ),
            )
        )


def _check_roles(house: House, reading: Reading) -> None:
    for found, role in house.roles.items():
        near = nearest(found, ELEMENTS) if found not in ELEMENTS else None
        if near is None or near in house.roles:
            continue
        reading.report(
            warning(
                "unknown-role",
                role.span,
                Both(
                    f'the role "{found}" is no element of a page',
                    f"样式“{found}”不是版面要素",
                ),
                fix=Both(
                    f'did you mean "{near}"? otherwise give it a name less like it',
                    f"是不是想写“{near}”？否则请换一个不易混淆的名称",
                ),
            )
        )
