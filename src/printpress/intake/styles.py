"""What Word's styles make of a paragraph and its runs.

A property stands in the run, in its character style, in the paragraph's style or in
what those are based on, the nearest counts (ECMA-376 part 1, 17.7.2).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from printpress.intake.draft import Part
from printpress.intake.package import Element, W, value

_OFF: Final = frozenset({"0", "false", "off", "none"})
_PARTS: Final[Mapping[str, Part]] = {
    "title": "headline",
    "标题": "headline",
    "大标题": "headline",
    "主标题": "headline",
    "主题": "headline",
    "subtitle": "deck",
    "副标题": "deck",
    "副题": "deck",
    "引题": "kicker",
    "肩题": "kicker",
    "眉题": "kicker",
    "作者": "byline",
    "署名": "byline",
    "author": "byline",
    "byline": "byline",
    "caption": "caption",
    "题注": "caption",
    "图片说明": "caption",
    "小标题": "subhead",
}
"""Names of styles, in Word's own words and in those that papers give."""
_HEADING: Final = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_DEEPEST: Final = 20
"""Styles based on one another; Word allows 11."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style as written."""

    name: str
    """Its name, in small letters."""
    based: str
    """The id of the style it is based on; empty if none."""
    paragraph: Element | None
    """Its ``pPr``."""
    run: Element | None
    """Its ``rPr``."""


@dataclass(slots=True)
class Styles:
    """A document's styles by their ids."""

    known: dict[str, Style] = field(default_factory=dict)
    """All of them."""
    usual: str = ""
    """The id of the paragraph style of paragraphs that name none."""
    default_run: Element | None = None
    """What runs have that say nothing."""

    @classmethod
    def read(cls, root: Element | None) -> "Styles":
        """The styles of ``styles.xml``; none where there is no such part."""
        found = cls()
        if root is None:
            return found
        found.default_run = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        for style in root.iter(f"{W}style"):
            name = value(style.find(f"{W}name")) or ""
            key = value(style, "styleId") or ""
            found.known[key] = Style(
                name.strip().casefold(),
                value(style.find(f"{W}basedOn")) or "",
                style.find(f"{W}pPr"),
                style.find(f"{W}rPr"),
            )
            usual = (value(style, "default") or "0") not in _OFF
            if usual and value(style, "type") == "paragraph":
                found.usual = key
        return found

    def chain(self, key: str | None) -> Iterator[Style]:
        """A style and those below it."""
        for _ in range(_DEEPEST):
            style = self.known.get(key or "")
            if style is None:
                return
            yield style
            key = style.based

    def part_of(self, properties: Element | None) -> tuple[Part, int]:
        """What a paragraph is by its style, and the level of its heading, from 1."""
        key = value(_child(properties, "pStyle")) or self.usual
        for style in self.chain(key):
            if style.name in _PARTS:
                return _PARTS[style.name], 0
            match = _HEADING.match(style.name)
            if match:
                return "subhead", int(match[1])
        level = value(self.paragraph(properties, "outlineLvl"))
        if level is not None and level.isdecimal() and int(level) < 9:  # noqa: PLR2004 - 9 is body text
            return "subhead", int(level) + 1
        return "text", 0

    def paragraph(self, properties: Element | None, name: str) -> Element | None:
        """A property of a paragraph, its own or its style's."""
        own = _child(properties, name)
        if own is not None:
            return own
        for style in self.chain(value(_child(properties, "pStyle")) or self.usual):
            inherited = _child(style.paragraph, name)
            if inherited is not None:
                return inherited
        return None

    def own(self, run: Element | None, name: str) -> Element | None:
        """A property of a run: its own, or its character style's."""
        own = _child(run, name)
        if own is not None:
            return own
        for style in self.chain(value(_child(run, "rStyle"))):
            inherited = _child(style.run, name)
            if inherited is not None:
                return inherited
        return None

    def inherited(self, paragraph: Element | None, name: str) -> Element | None:
        """A property of runs that the paragraph's style or the document gives."""
        for style in self.chain(value(_child(paragraph, "pStyle")) or self.usual):
            found = _child(style.run, name)
            if found is not None:
                return found
        return _child(self.default_run, name)


def _child(element: Element | None, name: str) -> Element | None:
    return None if element is None else element.find(f"{W}{name}")


def is_on(toggle: Element | None) -> bool:
    """Whether a property that is on or off is on."""
    return toggle is not None and (value(toggle) or "1").casefold() not in _OFF
