"""How ``layouts/press/*.yaml`` is written, and its reader."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from printpress.diagnostics import Both, Diagnostic, Span, error
from printpress.spec.fields import (
    Field,
    Key,
    Reading,
    place,
)
from printpress.spec.file_names import (
    OTHER_PAGE,
    PLACEHOLDERS,
    SAMPLE,
    file_name,
    unknown_part,
)
from printpress.spec.ink_form import four_inks
from printpress.spec.nearest import did_you_mean, listed
from printpress.spec.output_form import OUTPUT
from printpress.spec.press import PressSpec
from printpress.spec.records import (
    followed,
    mapping_of,
    record,
)
from printpress.spec.root import load_named, unknown_name
from printpress.spec.source import MappingNode, Node
from printpress.spec.values import (
    choice,
    integer,
    length,
    number,
    text,
)
from printpress.units import MM, PT

FOLDER = "layouts/press"
"""Where print shops lie, from the root."""

NOWHERE = Span("", 0, 0)
"""Where values come from that nobody wrote."""

ABOVE_MEAN = 150
"""Per mille that a square millimetre may have above the mean of a window (taste)."""

FILES = "{code}_{date:%Y%m%d}_{page:02}_{version}.pdf"
"""File names where the shop wants no others."""


def _per_mille(example: str, most: int) -> Field[int]:
    return followed(number(0, most, example), lambda _, value: round(10 * value))


def _distance(en: str, zh: str, name: str, standard: str) -> Key:
    field = length(0, 200 * MM, standard, named=False)
    return Key(name, field, Both(en, zh), standard=standard)


def _thickness(en: str, zh: str, name: str, standard: str) -> Key:
    field = length(0, 20 * PT, standard, named=False)
    return Key(name, field, Both(en, zh), standard=standard)


def _ppi(en: str, zh: str, name: str, standard: str) -> Key:
    return Key(name, integer(1, 9600, standard), Both(en, zh), standard=standard)


def _as_is(_: MappingNode, values: dict[str, Any]) -> dict[str, Any]:
    return values


_INK = record(
    _as_is,
    Key(
        "tac",
        _per_mille("240", 400),
        Both("Total area coverage to aim at, per cent.", "总墨量目标，百分比。"),
        standard="240",
    ),
    Key(
        "tac_error",
        _per_mille("245", 400),
        Both("Total area coverage refused, per cent.", "总墨量上限，百分比。"),
        standard="245",
    ),
    Key(
        "tac_peak",
        _per_mille("260", 400),
        Both(
            "Coverage refused of any square millimetre, per cent; 15 above "
            "tac_error if not given.",
            "任一平方毫米的墨量上限，百分比；不写则为 tac_error 加 15。",
        ),
    ),
    Key(
        "window",
        length(MM, 100 * MM, "15mm", named=False),
        Both("Side of the square it is averaged over.", "取平均的方块边长。"),
        standard="15mm",
    ),
    Key(
        "black_max",
        _per_mille("100", 100),
        Both("Most coverage of black, per cent.", "黑版最大网点，百分比。"),
        standard="100",
    ),
    Key(
        "spots",
        integer(0, 8, "0"),
        Both("Spot colours the shop prints.", "可印专色数。"),
        standard="0",
    ),
    Key(
        "rich_black",
        four_inks(),
        Both("Inks of large black areas.", "大面积黑的配色。"),
    ),
)

_LINES = record(
    _as_is,
    _thickness("Thinnest rule.", "最细线。", "minimum", "0.25pt"),
    _thickness("Thinnest tinted rule.", "最细网线。", "minimum_tint", "0.4pt"),
    _thickness("Thinnest white rule.", "最细反白线。", "minimum_reversed", "0.5pt"),
)
_TEXT = record(
    _as_is,
    _thickness("Smallest type.", "最小字号。", "minimum", "6pt"),
    _thickness(
        "Smallest readings beside characters.",
        "拼音最小字号。",
        "minimum_readings",
        "4pt",
    ),
    _thickness("Smallest reversed type.", "反白最小字号。", "minimum_reversed", "10pt"),
    _thickness(
        "Smallest type in several inks.",
        "多色最小字号。",
        "minimum_multicolour",
        "10pt",
    ),
)
_PICTURES = record(
    _as_is,
    _ppi("Resolution of converted pictures.", "图片输出分辨率。", "target_ppi", "200"),
    _ppi("Below this a picture is looked at.", "低于此值告警。", "warn_ppi", "149"),
    _ppi("Below this a picture is refused.", "低于此值报错。", "error_ppi", "99"),
    _ppi("Resolution of line art.", "线条图分辨率。", "line_art_ppi", "600"),
    _ppi(
        "Below this line art is refused.",
        "线条图低于此值报错。",
        "line_art_error_ppi",
        "549",
    ),
)
_QR = record(
    _as_is,
    _distance("Smallest module.", "最小码点。", "module_error", "0.4mm"),
    _distance(
        "Modules to look at.",
        "码点低于此值告警。",
        "module_warn",
        "0.5mm",
    ),
)

_PLATES = mapping_of(integer(1, 999), choice("K", "CMYK"), example="{2: K, 7: K}")


def _template(node: Node, reading: Reading) -> str:
    template = text().read(node, reading)
    wrong = unknown_part(template)
    if wrong is not None:
        reading.refuse(_bad_template(place(node), template, wrong))
    name, other = file_name(template, SAMPLE), file_name(template, OTHER_PAGE)
    if name is None or name == other:
        reading.refuse(_no_names(place(node), template))
    return template


def _no_names(span: Span, template: str) -> Diagnostic:
    return error(
        "bad-template",
        span,
        Both(
            f'"{template}" gives the pages no file names of their own',
            f"模板“{template}”不能给各版各起一个文件名",
        ),
        fix=Both(
            f"write a name with {{page}} and without folders, such as `{FILES}`",
            f"名中要有 {{page}}，不带文件夹，例如 `{FILES}`",
        ),
    )


def _bad_template(span: Span, template: str, wrong: str) -> Diagnostic:
    guess, names = did_you_mean(wrong, PLACEHOLDERS), listed(PLACEHOLDERS)
    return error(
        "bad-template",
        span,
        Both(
            f'"{{{wrong}}}" is no part of a file name in "{template}"',
            f"文件名模板“{template}”中的“{{{wrong}}}”无法填写",
        ),
        fix=Both(
            f"{guess.en}names in braces: {names.en}",
            f"{guess.zh}花括号中可写：{names.zh}",
        ),
    )


def _rule(node: Node, reading: Reading) -> str:
    """The id of a rule; only shops that change one need their table."""
    from printpress.rules import RULES

    return choice(*RULES).read(node, reading)


_SEVERITIES = mapping_of(
    Field(_rule, lambda _: {}, "crop-box"),
    choice("error", "warning", "note", "off"),
    example="{crop-box: warning}",
)


PRESS = record(
    lambda node, values: (node, values),
    Key(
        "standard",
        choice("PDF/X-4", "PDF/X-1a:2003"),
        Both("The standard the shop takes.", "印厂要求的标准。"),
        standard="PDF/X-4",
    ),
    Key(
        "output",
        OUTPUT,
        Both("The printing condition.", "印刷条件。"),
        standard="{}",
    ),
    Key("ink", _INK, Both("Limits of ink.", "墨量限制。"), standard="{}"),
    Key(
        "inks_by_page",
        _PLATES,
        Both("Pages printed in black only.", "只印黑色的版。"),
        standard="{}",
    ),
    _distance("Ink beyond the trim.", "出血。", "bleed", "0mm"),
    _distance("No ink nearer to the trim.", "不可印刷边距。", "non_printing", "8mm"),
    Key(
        "marks",
        choice("none", "crop", "full"),
        Both("Marks outside the trim.", "裁切规线。"),
        standard="none",
    ),
    Key(
        "pages_multiple",
        integer(1, 64, "4"),
        Both("An issue's pages are a multiple of this.", "版数须为此数的倍数。"),
        standard="4",
    ),
    Key("lines", _LINES, Both("Limits of rules.", "线条限制。"), standard="{}"),
    Key("text", _TEXT, Both("Limits of type.", "文字限制。"), standard="{}"),
    Key("pictures", _PICTURES, Both("Limits of pictures.", "图片。"), standard="{}"),
    Key("qr", _QR, Both("Limits of QR codes.", "二维码限制。"), standard="{}"),
    Key(
        "preflight",
        _SEVERITIES,
        Both(
            "How grave rules of the preflight are for this shop.",
            "印前检查各规则在本厂的轻重。",
        ),
        standard="{}",
    ),
    Key(
        "files",
        Field(_template, text().schema, FILES),
        Both("Template of the file names.", "文件名模板。"),
        standard=FILES,
    ),
)
"""``layouts/press/*.yaml``."""


def read_press(name: str, span: Span | None, reading: Reading) -> PressSpec:
    """The print shop of that name; *span* is where it is named.

    Raises :class:`Unread` and :class:`PressError`.
    """
    node = load_named(FOLDER, name, reading)
    if node is None:
        reading.refuse(unknown_name("press", name, span, FOLDER, reading))
    press = _press(name, node, reading)
    reading.found.extend(_reversed_limits(press))
    return press


def usual_press(reading: Reading) -> PressSpec:
    """A coldset press on newsprint, where nobody says what the shop takes."""
    return _press("newsprint", MappingNode((), NOWHERE, Path()), reading)


def _press(name: str, node: Node, reading: Reading) -> PressSpec:
    mapping, values = PRESS.read(node, reading)
    output, ink, qr = values["output"], values["ink"], values["qr"]
    return PressSpec(
        name=name,
        standard=values["standard"],
        output=output,
        tac=ink["tac"],
        tac_error=ink["tac_error"],
        tac_peak=ink["tac_peak"] or ink["tac_error"] + ABOVE_MEAN,
        tac_window=ink["window"],
        black_max=ink["black_max"],
        spots=ink["spots"],
        rich_black=ink["rich_black"],
        inks_by_page=values["inks_by_page"],
        bleed=values["bleed"],
        non_printing=values["non_printing"],
        marks=values["marks"],
        pages_multiple=values["pages_multiple"],
        line_minimum=values["lines"]["minimum"],
        line_minimum_tint=values["lines"]["minimum_tint"],
        line_minimum_reversed=values["lines"]["minimum_reversed"],
        text_minimum=values["text"]["minimum"],
        text_minimum_readings=values["text"]["minimum_readings"],
        text_minimum_reversed=values["text"]["minimum_reversed"],
        text_minimum_multicolour=values["text"]["minimum_multicolour"],
        **values["pictures"],
        qr_module_error=qr["module_error"],
        qr_module_warn=qr["module_warn"],
        files=values["files"],
        severities=values["preflight"],
        span=mapping.span,
        node=mapping,
    )


def _reversed_limits(press: PressSpec) -> Iterator[Diagnostic]:
    """Pairs of limits of which the one that warns must come first."""
    for names, first, second in (
        ("ink.tac, ink.tac_error", press.tac, press.tac_error),
        ("pictures.error_ppi, pictures.warn_ppi", press.error_ppi, press.warn_ppi),
        ("pictures.warn_ppi, pictures.target_ppi", press.warn_ppi, press.target_ppi),
        (
            "pictures.line_art_error_ppi, pictures.line_art_ppi",
            press.line_art_error_ppi,
            press.line_art_ppi,
        ),
        (
            "qr.module_error, qr.module_warn",
            press.qr_module_error,
            press.qr_module_warn,
        ),
    ):
        if first <= second:
            continue
        low, high = names.split(", ")
        yield error(
            "range-reversed",
            press.span,
            Both(f'"{low}" is above "{high}"', f"“{low}”大于“{high}”"),
            fix=Both(f"write a {low} up to {high}", f"{low} 不得大于 {high}"),
        )
