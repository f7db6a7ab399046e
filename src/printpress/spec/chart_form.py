"""How the blocks of a press-test page (测试版) are written in a layout."""

from collections.abc import Iterator
from typing import Any, Final

from printpress.colour import BLACK, Ink
from printpress.diagnostics import Both, Diagnostic, error
from printpress.spec.chart import (
    ChartSpec,
    CodesChart,
    LinesChart,
    OverprintChart,
    PatchesChart,
    PictureChart,
    Plates,
    RecordChart,
    RegisterChart,
    StarsChart,
    TintsChart,
    TypeChart,
)
from printpress.spec.code_form import URL
from printpress.spec.fields import Draft, Field, Key, Reading, Schema
from printpress.spec.ink_form import four_inks
from printpress.spec.names import face_name
from printpress.spec.paths import file_path
from printpress.spec.records import followed, list_of, one_or_more, record
from printpress.spec.source import MappingNode, Node
from printpress.spec.values import Kind, choice, integer, length, number, scalar, text
from printpress.units import MM, PT

MOST = 24
"""Steps, rows or patches of a block."""

_PLATES: Final = scalar(
    lambda found: (
        Plates(found)
        if found and set(found) <= set("CMYK") and len(set(found)) == len(found)
        else None
    ),
    Kind(
        "bad-choice",
        Both("letters of process inks", "四色油墨的字母"),
        "MY",
        {"type": "string", "pattern": "^[CMYK]{1,4}$"},
    ),
)
_INK = four_inks()


def _plates(says: Both, standard: str = "[K, C, M, Y]") -> Key:
    default = tuple(map(Plates, standard.strip("[]").split(", ")))
    field = list_of(_PLATES, least=1, most=MOST, example=standard)
    return Key("inks", field, says, default=default)


def _inks(name: str, says: Both, *default: Ink) -> Key:
    field = list_of(_INK, most=MOST, example="[[0, 0, 0, 100]]")
    return Key(name, field, says, default=default)


def _lengths(name: str, most: int, example: str, says: Both) -> Key:
    each = length(1, most, example.strip("[]").split(", ")[0], named=False)
    field = list_of(each, least=1, most=MOST, example=example)
    return Key(name, field, says, required=True)


_PER_CENT = followed(number(0, 100, "50"), lambda _, value: round(10 * value))

_TINTS = record(
    lambda _, values: TintsChart(**values),
    _plates(Both("The rows, by their inks.", "各行的油墨。")),
    Key(
        "steps",
        list_of(_PER_CENT, least=1, most=MOST, example="[3, 5, 10, 50, 100]"),
        Both("Coverages, per cent.", "网点百分比。"),
        required=True,
    ),
    example="{inks: [K, C], steps: [3, 5, 10, 50, 100]}",
)

_PATCHES = record(
    lambda _, values: PatchesChart(**values),
    Key(
        "rows",
        list_of(
            list_of(_INK, least=1, most=MOST, example="[[0, 0, 0, 50]]"),
            least=1,
            most=MOST,
            example="[[[50, 40, 40, 0], [0, 0, 0, 50]]]",
        ),
        Both(
            "Patches by row, C M Y K in per cent; those above the press's tac_error "
            "stay empty.",
            "各行色块的 C M Y K 百分比；超过印厂 tac_error 的只画空框。",
        ),
        required=True,
    ),
    example="{rows: [[[50, 40, 40, 0], [0, 0, 0, 50]]]}",
)

_LINES = record(
    lambda _, values: LinesChart(**values),
    _lengths("weights", 5 * PT, "[0.1pt, 0.25pt]", Both("Thicknesses.", "线宽。")),
    _plates(Both("Rows of lines on paper.", "阳线各行的油墨。"), "[K, C, M, MY]"),
    Key(
        "tint",
        _PER_CENT,
        Both("Black of a row of tinted lines, per cent.", "网线一行的黑版百分比。"),
        standard="0",
    ),
    _inks("grounds", Both("Rows of white lines on these.", "反白线各行的底色。")),
    example="{weights: [0.1pt, 0.25pt]}",
)

_TYPE = record(
    lambda _, values: TypeChart(**values),
    _lengths("sizes", 72 * PT, "[5pt, 6pt]", Both("Sizes.", "字号。")),
    Key(
        "faces",
        list_of(face_name("song"), least=1, most=MOST, example="[song, hei]"),
        Both("Faces, one row each.", "字体，每种一行。"),
        required=True,
    ),
    Key(
        "sample",
        text("溪桥"),
        Both("The words.", "样字。"),
        standard="国报",
    ),
    _inks("inks", Both("Sets of rows on paper in these.", "阳字各组的墨色。"), BLACK),
    _inks("grounds", Both("Sets of white rows on these.", "反白字各组的底色。")),
    example="{sizes: [5pt, 6pt], faces: [song, hei], inks: [[0, 0, 0, 100]]}",
)

_CODES = record(
    lambda _, values: CodesChart(**values),
    _lengths("modules", 3 * MM, "[0.3mm, 0.4mm]", Both("Module sizes.", "码点大小。")),
    Key(
        "url",
        URL,
        Both(
            "What they hold; {} becomes the size in tenths of a millimetre.",
            "码内网址；{} 换成码点的十分之一毫米数。",
        ),
        required=True,
    ),
    example='{modules: [0.4mm], url: "https://example.org/{}"}',
)

_PICTURE = record(
    lambda _, values: PictureChart(**values),
    Key(
        "file",
        file_path("wedge.png"),
        Both("The picture, from this file.", "图片，相对本文件。"),
        required=True,
    ),
    example="{file: wedge.png}",
)

_OVERPRINT = record(
    lambda _, values: OverprintChart(**values),
    Key(
        "grounds",
        list_of(_INK, least=1, most=MOST, example="[[50, 0, 0, 0]]"),
        Both("What lies below black.", "黑下的底色。"),
        required=True,
    ),
    example="{grounds: [[50, 0, 0, 0]]}",
)

_REGISTER = record(lambda _, values: RegisterChart(**values), example="{}")

_STARS = record(
    lambda _, values: StarsChart(**values),
    _plates(Both("One star each.", "每种油墨一个星标。")),
    Key(
        "spokes",
        integer(8, 72, "36"),
        Both("Dark rays of a star.", "星标的辐条数。"),
        standard="36",
    ),
    example="{}",
)

_RECORD = record(
    lambda _, values: RecordChart(**values),
    Key(
        "blanks",
        list_of(text("机台"), least=1, most=MOST, example="[印厂, 机台]"),
        Both("What is to be filled in.", "待填项目。"),
        required=True,
    ),
    Key(
        "columns",
        integer(1, 12, "4"),
        Both("Blanks side by side.", "每行几项。"),
        standard="4",
    ),
    example="{blanks: [印厂, 机台]}",
)

_DRAWINGS: Final[dict[str, tuple[Field[Any], Both]]] = {
    "tints": (_TINTS, Both("Steps of tint.", "网目阶调。")),
    "patches": (_PATCHES, Both("Patches of ink.", "色块。")),
    "lines": (_LINES, Both("Fine lines.", "细线。")),
    "type": (_TYPE, Both("Small type.", "小字。")),
    "codes": (_CODES, Both("QR codes.", "二维码。")),
    "picture": (_PICTURE, Both("A picture.", "图片。")),
    "overprint": (_OVERPRINT, Both("Overprint and knock-out.", "叠印与挖空。")),
    "register": (_REGISTER, Both("Register.", "套准。")),
    "stars": (_STARS, Both("Slur and spread.", "重影与网点扩大。")),
    "record": (_RECORD, Both("Blanks to fill in.", "记录栏。")),
}
"""Kinds of block."""


def _press_keys(field: "Field[Any]", before: str = "") -> Iterator[str]:
    for key in field.keys:
        inner = tuple(_press_keys(key.field, f"{before}{key.name}."))
        yield from inner or (f"{before}{key.name}",)


def _press_key(node: Node, reading: Reading) -> str:
    """A key of the press file; only layouts with charts need their table."""
    from printpress.spec.press_form import PRESS

    return choice(*_press_keys(PRESS)).read(node, reading)


def _press_schema(_: Draft) -> Schema:
    from printpress.spec.press_form import PRESS

    return {"enum": list(_press_keys(PRESS))}


def _chart(node: MappingNode, values: dict[str, Any]) -> ChartSpec | None:
    drawings = [values[name] for name in _DRAWINGS if values[name] is not None]
    if len(drawings) != 1:
        return None
    return ChartSpec(drawings[0], values["settles"], values["legend"], node.place)


_WHOLE = record(
    lambda node, values: (node, _chart(node, values)),
    *(Key(name, field, says) for name, (field, says) in _DRAWINGS.items()),
    Key(
        "settles",
        one_or_more(Field(_press_key, _press_schema, "lines.minimum"), "[ink.tac]"),
        Both("Keys of the press file that it settles.", "据此定印厂文件的哪几项。"),
        default=(),
    ),
    Key(
        "legend",
        one_or_more(text("取仍不断的最细一级"), "[取仍不断的最细一级]"),
        Both("What to read off.", "判读方法。"),
        default=(),
    ),
    example="{tints: {steps: [5, 50, 95]}}",
)


def _one(reading: Reading, read: tuple[MappingNode, ChartSpec | None]) -> ChartSpec:
    node, chart = read
    if chart is None:
        reading.refuse(_not_one(node))
    return chart


def _not_one(node: MappingNode) -> Diagnostic:
    names = ", ".join(_DRAWINGS)
    return error(
        "wrong-count",
        node.place,
        Both("a test chart shows one thing", "一个测试块只画一种内容"),
        fix=Both(f"write one of: {names}", f"以下各键写且只写一个：{names}"),
    )


CHART: Final = followed(_WHOLE, _one)
"""What a slot of ``use: test-chart`` draws."""

CHART_KEY: Final = Key(
    "chart",
    CHART,
    Both("What a slot of `use: test-chart` draws.", "use: test-chart 画什么。"),
    aliases=("测试块",),
)
"""Key of a slot."""
