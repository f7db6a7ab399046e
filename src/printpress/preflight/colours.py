"""Colour: only what the press mixes, on the plates that it has."""

from collections.abc import Iterator

from printpress.colour import FULL
from printpress.diagnostics import Both
from printpress.preflight.intent import intent_profile
from printpress.preflight.marks import Drawn, TextMark
from printpress.preflight.page import Box
from printpress.preflight.report import Fault, same
from printpress.preflight.spaces import (
    LEAST,
    LETTERS,
    NEARLY_BLACK,
    PROCESS,
    Space,
)
from printpress.preflight.transforms import overlap
from printpress.rules.record import X4
from printpress.spec.press import PressSpec

CALIBRATED = ("ICCBased", "CalRGB", "CalGray", "Lab")
"""Spaces that want converting."""


def _spaces(drawn: Drawn) -> Iterator[tuple[Space, Box]]:
    yield from drawn.spaces
    for mark in drawn.marks:
        yield mark.paint.space, mark.box


def device_colour(drawn: Drawn, press: PressSpec) -> Iterator[Fault]:
    """No RGB, nothing calibrated, no second profile of the press."""
    # PDF/X-1a takes no profile in the content, be it the press's own.
    profile = intent_profile(drawn.document) if press.standard == X4 else None
    for space, box in _spaces(drawn):
        rules = [("rgb-colour", "DeviceRGB")] if "DeviceRGB" in space.families else []
        found = [family for family in space.families if family in CALIBRATED]
        if found and space.count == 4 and profile is not None:  # noqa: PLR2004 - inks
            own = drawn.document.decoded(space.profile)
            found = [] if own == profile else found
            rules += [] if found else [("same-profile", "ICCBased")]
        rules += [("calibrated-colour", family) for family in found]
        for rule, family in rules:
            place, number = drawn.page.rect(box), drawn.page.number
            yield Fault(rule, same(family), same("DeviceCMYK"), number, place)


def plates(drawn: Drawn, press: PressSpec) -> Iterator[Fault]:
    """No more spots than the shop prints, no colour on a page in black."""
    number = drawn.page.number
    spots: dict[str, Box] = {}
    for space, box in _spaces(drawn):
        for spot in space.spots:
            spots.setdefault(spot, box)
        if "All" in space.names and overlap(box, drawn.page.bleed):
            yield Fault("registration-colour", page=number, place=drawn.page.rect(box))
    if len(spots) > press.spots:
        most = press.spots
        for name, box in spots.items():
            yield Fault(
                "spot-colours",
                same(str(len(spots))),
                Both(f"at most {most}", f"不超过 {most}"),
                number,
                drawn.page.rect(box),
                name,
            )
    if press.black_only(drawn.numbers):
        yield from _coloured(drawn)


def rich_black(drawn: Drawn, press: PressSpec) -> Iterator[Fault]:
    """Black areas and lines have no more under them than the press's own deep black."""
    deep = press.rich_black
    parts = (deep.cyan, deep.magenta, deep.yellow) if deep else (0, 0, 0)
    allowed = dict(zip(PROCESS, (part / FULL for part in parts), strict=False))
    shown = (f"{LETTERS[ink]}{part * 100:.0f}" for ink, part in allowed.items() if part)
    right = same(" ".join((*shown, "K100")))
    for _index, mark in drawn.inside:
        inks = dict(mark.paint.inks)
        black = inks.pop("Black", 0.0)
        if isinstance(mark, TextMark) or black < NEARLY_BLACK:
            continue
        if "All" in mark.paint.space.names:  # registration-colour
            continue
        if any(part >= allowed.get(ink, 0.0) + LEAST for ink, part in inks.items()):
            yield Fault(
                "rich-black-area",
                same(mark.paint.words),
                right,
                drawn.page.number,
                drawn.page.rect(mark.box),
            )


def _coloured(drawn: Drawn) -> Iterator[Fault]:
    """What stands on other plates than black."""
    for mark in drawn.marks:
        names = [name for name, _ in mark.paint.inks if name != "Black"]
        if names:
            yield Fault(
                "page-plates",
                same(mark.paint.words),
                same("K"),
                drawn.page.number,
                drawn.page.rect(mark.box),
            )
    for space, box in drawn.spaces:
        if space.count != 1 or set(space.names) - {PROCESS[3]}:
            place = drawn.page.rect(box)
            yield Fault(
                "page-plates", same(space.family), same("K"), drawn.page.number, place
            )
