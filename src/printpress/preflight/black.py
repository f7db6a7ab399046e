"""Black in areas and pictures: no fuller than the press prints (``ink.black_max``).

Letters, rules and codes are solid; what is meant are surfaces, whose last tenth of
dots runs together and sets off.
"""

from collections.abc import Iterator

from printpress.preflight.marks import AreaMark, Drawn, PictureMark
from printpress.preflight.page import Box
from printpress.preflight.render import Plate
from printpress.preflight.report import Fault, same
from printpress.preflight.transforms import overlap
from printpress.spec.press import PressSpec
from printpress.units import MM, PT

BROAD = 10 * MM / PT
"""The short side of a surface, in points: narrower bars are drawn, not tinted (taste).
"""

SOLID = 1000
"""Per mille: a press that prints that holds nothing back."""

CLOSE = 8
"""Per mille by which eight bits and a drawing program may be off."""

BLACK = "Black"

BYTE = 8
"""Bits of a pixel that is read."""


def black_areas(drawn: Drawn, press: PressSpec) -> Iterator[Fault]:
    """No large area and no grey picture is blacker than the press prints.

    Pictures in DeviceGray are read as they are: pdf_oxide 0.3.78 leaves them out of its
    plates.
    """
    if press.black_max >= SOLID:
        return
    for _index, mark in drawn.inside:
        share = 0
        if isinstance(mark, AreaMark) and _short(mark.box) >= BROAD:
            share = round(1000 * dict(mark.paint.inks).get(BLACK, 0.0))
        elif isinstance(mark, PictureMark):
            share = _grey(drawn, mark)
        if share > press.black_max + CLOSE * isinstance(mark, PictureMark):
            yield _fault(drawn, mark.box, share, press)


def _grey(drawn: Drawn, mark: PictureMark) -> int:
    """Per mille of black of a grey picture's darkest pixel; 0 of anything else."""
    document = drawn.document
    told = document.entries(mark.value)
    if document.name(told.get("ColorSpace")) != "DeviceGray" or mark.bilevel:
        return 0
    wide, high = mark.pixels
    if document.number(told.get("BitsPerComponent")) != BYTE:
        return 0
    light = document.decoded(mark.value)
    if light is None or len(light) != wide * high or not light:
        return 0
    turned = document.numbers(told.get("Decode")) == [1, 0]
    ink = max(light) if turned else 255 - min(light)
    return ink * SOLID // 255


def black_pictures(
    plates: list[Plate], drawn: Drawn, press: PressSpec
) -> Iterator[Fault]:
    """No picture is, where a square millimetre of it is seen by itself."""
    plate = next((one for one in plates if one.name == BLACK), None)
    if plate is None or press.black_max >= SOLID:
        return
    for index, mark in drawn.inside:
        if not isinstance(mark, PictureMark) or mark.bilevel:
            continue
        above = [one.box for one in drawn.marks[index + 1 :]]
        share = _fullest(plate, drawn, mark.box, above)
        if share > press.black_max + CLOSE:
            yield _fault(drawn, mark.box, share, press)


def _short(box: Box) -> float:
    return min(box[2] - box[0], box[3] - box[1])


def _fullest(plate: Plate, drawn: Drawn, box: Box, above: list[Box]) -> int:
    """Per mille of the fullest square within a picture that nothing lies upon."""
    left, _, _, top = drawn.page.media
    side = MM / PT
    first, last = int((box[0] - left) / side) + 1, int((box[2] - left) / side)
    head, foot = int((top - box[3]) / side) + 1, int((top - box[1]) / side)
    upon = [other for other in above if overlap(other, box)]
    most = 0
    for row in range(head, min(foot, len(plate.cells) // plate.across)):
        for column in range(first, min(last, plate.across)):
            ink = plate.cells[row * plate.across + column]
            if ink > most and not _covered(
                left + column * side, top - row * side, upon
            ):
                most = ink
    return most * 1000 // 255


def _covered(x: float, y: float, upon: list[Box]) -> bool:
    side = MM / PT
    return any(overlap((x, y - side, x + side, y), other) for other in upon)


def _fault(drawn: Drawn, box: Box, share: int, press: PressSpec) -> Fault:
    return Fault(
        "black-limit",
        same(f"K{share / 10:.0f}"),
        same(f"K{press.black_max / 10:g}"),
        drawn.page.number,
        drawn.page.rect(box),
    )
