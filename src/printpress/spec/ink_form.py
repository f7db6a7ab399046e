"""How inks are written: four shares in per cent, or a spot colour (专色)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from printpress.colour import FULL, Ink
from printpress.diagnostics import Both, Diagnostic, Note, error
from printpress.spec.fields import Field, Key, Reading, place
from printpress.spec.house import House
from printpress.spec.records import followed, list_of, record
from printpress.spec.source import MappingNode, Node
from printpress.spec.values import number, text

RESERVED: Final = ("all", "none", "cyan", "magenta", "yellow", "black")
"""Plates that are there anyway, and names that PDF keeps (ISO 32000-1 8.6.6.4)."""

LONGEST_NAME = 120
"""Bytes of a plate's name: PDF 1.4 holds 127 in a name."""


def four_inks() -> Field[Ink]:
    """C, M, Y and K in per cent: ``[0, 100, 90, 0]``."""
    each = list_of(number(0, 100, "100"), least=4, most=4, example="[0, 100, 90, 0]")
    return followed(each, lambda _, inks: Ink(*(round(10 * ink) for ink in inks)))


def _named(node: Node, reading: Reading) -> str:
    name = text("PANTONE 185 C").read(node, reading)
    if name.lower() in RESERVED or len(name.encode()) > LONGEST_NAME:
        reading.refuse(
            error(
                "bad-spot",
                place(node),
                Both(
                    f'a plate cannot be named "{name}": that is a process ink or too '
                    "long",
                    f"专色版不能叫“{name}”：它是四色之一，或者过长",
                ),
                fix=Both(
                    "write the name in the ink maker's book, such as PANTONE 185 C",
                    "按油墨色卡写名称，例如 PANTONE 185 C",
                ),
            )
        )
    return name


def _spot(_: MappingNode, values: dict[str, Any]) -> Ink:
    seen: Ink = values["cmyk"]
    tint = round(values["tint"] * FULL / 100)
    return replace(seen, spot=values["spot"], tint=tint)


SPOT = record(
    _spot,
    Key(
        "spot",
        Field(_named, text().schema, "PANTONE 185 C"),
        Both("The spot colour's name, which its plate gets.", "专色名，即专色版名。"),
        required=True,
    ),
    Key(
        "cmyk",
        four_inks(),
        Both(
            "C M Y K that imitate it where it has no plate: on screens, in proofs.",
            "没有专色版时（屏幕、校样）代替它的 C M Y K 百分比。",
        ),
        required=True,
    ),
    Key(
        "tint",
        number(1, 100, "30"),
        Both("Its strength, per cent.", "网点百分比。"),
        standard="100",
    ),
    example="{spot: PANTONE 185 C, cmyk: [0, 91, 76, 0]}",
)
"""A spot colour of the house."""


def spot_faults(house: House) -> Iterator[Diagnostic]:
    """Spot colours of one name that are imitated in two ways."""
    first: dict[str, tuple[str, Ink]] = {}
    for name, ink in house.colours.items():
        if not ink.spot:
            continue
        other, known = first.setdefault(ink.spot, (name, ink))
        if known.shares != ink.shares:
            yield error(
                "spot-unlike",
                house.place_of("colours", name),
                Both(
                    f'"{name}" and "{other}" are both {ink.spot}, with other CMYK',
                    f"“{name}”和“{other}”同为 {ink.spot}，CMYK 却不同",
                ),
                fix=Both(
                    "write the same `cmyk` for both; a paler one gets a `tint`",
                    "两处写同样的 cmyk；要浅一些就写 tint",
                ),
                notes=(
                    Note(
                        house.place_of("colours", other),
                        Both("the other one", "另一处"),
                    ),
                ),
            )


def plain_name(ink: Ink, colours: Mapping[str, Ink]) -> str:
    """What the house calls an ink; its shares where it has no name.

    >>> plain_name(Ink(0, 1000, 900), {"red": Ink(0, 1000, 900)})
    'red'
    """
    return next((n for n, known in colours.items() if known == ink), str(ink))
