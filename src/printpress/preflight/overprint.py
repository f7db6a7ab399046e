"""What overprints and what knocks out (GWG 2022 R0007 to R0011).

Colours of newsprint are out of register by half a millimetre, so small black type must
lie on top of its ground; white must not, for overprinted white is no ink at all.
"""

from collections.abc import Iterator

from printpress.preflight.lettering import label, texts
from printpress.preflight.marks import AreaMark, Drawn, LineMark, Mark, TextMark
from printpress.preflight.report import Fault, same
from printpress.preflight.strokes import lines
from printpress.spec.press import PressSpec

SMALL = 12.0
"""Points below which black type overprints (GWG 2022 R0009)."""

THIN = 2.0
"""Points below which black lines overprint (GWG 2022 R0010)."""

KNOCKS_OUT = -1
"""In the place of an overprint mode."""


def black_type(drawn: Drawn, _: PressSpec) -> Iterator[Fault]:
    """Small type in full black overprints, and in a space where it can."""
    for _index, mark in texts(drawn):
        if not mark.paint.solid_black or mark.size >= SMALL or mark.text.isspace():
            continue
        rule = ""
        if mark.paint.space.family == "DeviceGray":
            rule = "grey-text"
        elif mark.overprint == KNOCKS_OUT:
            rule = "black-knocks-out"
        if rule:
            yield _fault(rule, drawn, mark, label(mark))


def black_lines(drawn: Drawn, _: PressSpec) -> Iterator[Fault]:
    """Thin lines in full black overprint, and in a space where they can."""
    for mark, width in lines(drawn):
        if not mark.paint.solid_black or width >= THIN:
            continue
        rule = ""
        if mark.paint.space.family == "DeviceGray":
            rule = "grey-line"
        elif mark.overprint == KNOCKS_OUT:
            rule = "black-line-knocks-out"
        if rule:
            yield _fault(rule, drawn, mark, f"{width:.2f}pt")


def greys(drawn: Drawn, _: PressSpec) -> Iterator[Fault]:
    """What stands in DeviceGray knocks out; small black is told by its own rules."""
    thin = {id(mark) for mark, width in lines(drawn) if width < THIN}
    for _index, mark in drawn.inside:
        if mark.overprint == KNOCKS_OUT or mark.paint.space.family != "DeviceGray":
            continue
        small = id(mark) in thin or (isinstance(mark, TextMark) and mark.size < SMALL)
        unseen = isinstance(mark, TextMark) and (mark.clipped or not mark.visible)
        if mark.paint.white or unseen or (small and mark.paint.solid_black):
            continue
        yield _fault("grey-overprints", drawn, mark, mark.paint.words)


def modes(drawn: Drawn, _: PressSpec) -> Iterator[Fault]:
    """White knocks out; process colours overprint by mode 1."""
    for _index, mark in drawn.inside:
        if not isinstance(mark, TextMark | LineMark | AreaMark) or not mark.paint.known:
            continue
        if mark.overprint == KNOCKS_OUT:
            continue
        named = label(mark) if isinstance(mark, TextMark) else mark.paint.words
        if mark.paint.white:
            rule = "white-area-overprints"
            if isinstance(mark, TextMark):
                rule = "white-text-overprints"
            yield _fault(rule, drawn, mark, named)
        elif mark.overprint == 0 and mark.paint.space.family == "DeviceCMYK":
            yield _fault("overprint-mode", drawn, mark, named)


def _fault(rule: str, drawn: Drawn, mark: Mark, named: str) -> Fault:
    found = "knocks out" if mark.overprint == KNOCKS_OUT else f"OPM {mark.overprint}"
    return Fault(
        rule,
        same(f"{mark.paint.space.family} {mark.paint.words}, {found}"),
        page=drawn.page.number,
        place=drawn.page.rect(mark.box),
        object=named,
    )
