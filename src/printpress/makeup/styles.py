"""How each element of a page looks: the house's roles, looked up.

A role leaves open what it does not name; then the body's value holds.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from printpress.colour import BLACK, Ink
from printpress.spec.house import House, Latin, Role
from printpress.text.punctuation import HEADLINE, Punctuation, style_named
from printpress.text.setting import Setting

OWN_LATIN: Final = Latin()
"""Latin as the face has it."""

_TYPED_BLANK: Final = re.compile(r"(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])")

TITLE_MARKS: Final = tuple((mark, Fraction(11, 20)) for mark in "《》〈〉")
"""Ems of marks whose ink nearly fills half an em: in a black face 《 would touch 诊
before it, so a headline gives them a little more than its other marks (taste)."""


@dataclass(frozen=True, slots=True)
class Style:
    """How an element looks."""

    font: str
    """Its face."""
    size: int
    """Its type size, EMU: the largest where the role gives a range."""
    smallest: int
    """The smallest size it may be set in."""
    row: int
    """From one of its baselines to the next."""
    ink: Ink
    """Its colour."""
    align: str
    """Where it stands in its measure; nothing where the place decides."""
    latin: Latin = OWN_LATIN
    """How its Latin letters and digits stand; in its own face where none is named."""
    even_digits: bool = False
    """Whether its digits are even, for figures below each other."""

    vertical: bool = False
    """Whether its lines run down."""

    def at(self, size: int) -> "Style":
        """The same at another size, its rows growing with it."""
        return replace(self, size=size, smallest=size, row=self.row * size // self.size)


class Styles:
    """One house's styles."""

    def __init__(self, house: House, *, vertical: bool = False) -> None:
        self.house = house
        """The house."""
        self.vertical = vertical
        """Whether all that they set runs down."""
        self._punctuation = _punctuation(house.body.punctuation)

    def ink(self, colour: str | None) -> Ink:
        """The ink of a name in the house's colours; black where there is none."""
        return self.house.colours.get(colour, BLACK) if colour else BLACK

    def role(self, *path: str) -> Role | None:
        """The role at the end of a path such as ``lead``, ``headline``."""
        role: Role | None = self.house.roles.get(path[0])
        for part in path[1:]:
            role = getattr(role, part) if role else None
        return role

    def style(self, *path: str) -> Style:
        """How the element of that role looks; what it leaves open is the body's."""
        body = self.house.body
        role = self.role(*path)
        smallest, size = role.size if role and role.size else (body.size, body.size)
        row = (role.row if role else None) or size * self.house.grid.row // body.size
        font = (role.font if role else None) or body.font
        ink = self.ink(role.colour if role else None)
        align = (role.align if role else None) or ""
        latin = (role.latin if role else None) or OWN_LATIN
        even = ((role.figures if role else None) or body.figures) == "even"
        return Style(font, size, smallest, row, ink, align, latin, even, self.vertical)

    @property
    def text_latin(self) -> Latin:
        """Latin in running text: in its own face where that is the text's."""
        latin = self.house.body.latin
        if latin.font == self.house.body.font:
            return replace(latin, font="")  # then bold words have Latin of their own
        return latin

    def setting(self, style: Style, *, heading: bool = False) -> Setting:
        """How a line in that style is set: marks are half as wide in headings."""
        body = self.house.body
        return Setting(
            size=style.size,
            align="left",
            autospace=body.autospace,
            autospace_most=max(body.autospace, body.autospace_most),
            prohibition=body.prohibition,
            punctuation=HEADLINE if heading else self._punctuation,
            adjust=body.adjust,
            widths=TITLE_MARKS if heading else (),
            latin=style.latin.font,
            latin_size=style.latin.size,
            latin_rise=style.latin.rise,
            even_digits=style.even_digits,
            vertical=style.vertical,
            hyphenate="" if heading or body.hyphenate == "none" else body.hyphenate,
        )


def going_on(setting: Setting) -> Setting:
    """The same for the rest of a paragraph: its first line is like any other."""
    marks = setting.punctuation
    marks = replace(marks, paragraph_start=marks.line_start)
    return replace(setting, indent=Fraction(0), punctuation=marks)


def _punctuation(wanted: str | Mapping[str, Fraction]) -> Punctuation:
    """The style of that name, or the widths themselves."""
    if isinstance(wanted, str):
        return style_named(wanted)
    return Punctuation.of(wanted)


def spaced(words: str) -> str:
    """The words with typed blanks between Han as half ems, as in 记者 林一.

    Setting closes blanks between Chinese characters up; in a name or a credit they are
    meant.
    """
    return _TYPED_BLANK.sub("\u2002", words)
