"""Type: sizes, colours, glyphs (GWG 2022; limits of the press file)."""

from collections.abc import Iterator
from unicodedata import category
from unicodedata import name as unicode_name

from printpress.preflight.marks import (
    AreaMark,
    Drawn,
    PictureMark,
    ShadeMark,
    TextMark,
)
from printpress.preflight.report import Fault, at_least, same
from printpress.preflight.spaces import LEAST, NEARLY_BLACK
from printpress.preflight.transforms import comparable, overlap
from printpress.spec.press import PressSpec
from printpress.units import PT, in_pt

NEAREST = 20_000
"""Marks drawn before a text among which its ground is looked for."""

READINGS = ("LATIN", "COMBINING", "BOPOMOFO", "MODIFIER")
"""Scripts of pinyin and zhuyin."""

TWICE = 1.5
"""A reading's character is larger by this at least."""

SHOWN = 12
"""Characters of a text that a finding names (taste)."""


def texts(drawn: Drawn) -> Iterator[tuple[int, TextMark]]:
    """Text that somebody should see, with its place in the order of drawing."""
    for index, mark in drawn.inside:
        if isinstance(mark, TextMark) and mark.visible and not mark.clipped:
            yield index, mark


def label(mark: TextMark) -> str:
    """How a text is named to people."""
    text = mark.text.strip()
    shown = f"“{text[:SHOWN]}{'…' if len(text) > SHOWN else ''}” " if text else ""
    return f"{shown}{mark.face}".strip()


def type_sizes(drawn: Drawn, press: PressSpec) -> Iterator[Fault]:
    """No type smaller than it can be printed, by itself, in white or in colours."""
    hosts = _hosts(drawn)
    for index, mark in texts(drawn):
        if mark.text.isspace() or _is_ornament(mark):
            continue
        rule, least = "small-text", press.text_minimum
        plates = [name for name, part in mark.paint.inks if part >= LEAST]
        if mark.paint.white:
            if on_paper(drawn, index, mark):
                continue
            rule, least = "small-reversed-text", press.text_minimum_reversed
        elif len(plates) > 1 and not _rich(mark):
            rule, least = "small-multicolour-text", press.text_minimum_multicolour
        if round(mark.size, 1) >= least / PT:
            continue
        if rule == "small-text" and _is_reading(mark, hosts, press):
            continue
        yield Fault(
            rule,
            same(f"{mark.size:.1f}pt"),
            at_least(in_pt(least)),
            drawn.page.number,
            drawn.page.rect(mark.box),
            label(mark),
        )


def _is_ornament(mark: TextMark) -> bool:
    """Whether it is signs alone, such as a list's bullets: nobody has to read them."""
    signs = mark.text.strip()
    return bool(signs) and all(category(sign) == "So" for sign in signs)


def _hosts(drawn: Drawn) -> list[TextMark]:
    found = [mark for _, mark in texts(drawn) if any(c >= "\u2e80" for c in mark.text)]
    return comparable(found, len(drawn.marks))


def _is_reading(mark: TextMark, hosts: list[TextMark], press: PressSpec) -> bool:
    """Whether it is a reading beside a larger character, of the size for those."""
    if round(mark.size, 1) < press.text_minimum_readings / PT or not mark.text.strip():
        return False
    if not all(_script(char) in READINGS for char in mark.text if not char.isspace()):
        return False
    return any(
        host.size >= TWICE * mark.size and overlap(mark.box, host.box, host.size)
        for host in hosts
    )


def _script(char: str) -> str:
    return unicode_name(char, "").partition(" ")[0]


def _rich(mark: TextMark) -> bool:
    inks = dict(mark.paint.inks)
    return inks.get("Black", 0.0) >= NEARLY_BLACK and len(inks) > 1


def rich_black(drawn: Drawn, _: PressSpec) -> Iterator[Fault]:
    """Black type stands on the black plate alone."""
    for _index, mark in texts(drawn):
        if _rich(mark):
            yield Fault(
                "rich-black-text",
                same(mark.paint.words),
                same("K100"),
                drawn.page.number,
                drawn.page.rect(mark.box),
                label(mark),
            )


def missing_glyphs(drawn: Drawn, _: PressSpec) -> Iterator[Fault]:
    """Every glyph shown is one of the font's."""
    for _index, mark in texts(drawn):
        if mark.missing:
            yield Fault(
                "missing-glyph",
                same(str(mark.missing)),
                same("0"),
                drawn.page.number,
                drawn.page.rect(mark.box),
                label(mark),
            )


def on_paper(drawn: Drawn, index: int, mark: TextMark) -> bool:
    """Whether there is no ink under the middle of a text."""
    under = ground(drawn, index, mark)
    return under is None or (isinstance(under, AreaMark) and under.paint.white)


def ground(
    drawn: Drawn, index: int, mark: TextMark
) -> AreaMark | PictureMark | ShadeMark | None:
    """What lies directly under the middle of a text."""
    x, y = (mark.box[0] + mark.box[2]) / 2, (mark.box[1] + mark.box[3]) / 2
    for at in range(index - 1, max(-1, index - 1 - NEAREST), -1):
        under = drawn.marks[at]
        if isinstance(under, AreaMark | PictureMark | ShadeMark):
            left, low, right, top = under.box
            if left <= x <= right and low <= y <= top:
                return under
    return None
