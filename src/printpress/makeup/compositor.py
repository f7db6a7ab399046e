"""Setting by role: which face, size and ink each element of a page has.

The compositor knows the house's roles and sets single lines and whole stories by
them. A story's galley is set once for each measure profile and kept.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import Final

from printpress.colour import Ink
from printpress.content.jumps import START, Point
from printpress.content.story import HeadingText, Story
from printpress.diagnostics import Both, Diagnostic, Span, error, warning
from printpress.fonts.library import Library
from printpress.geometry import above_baseline
from printpress.makeup.blocks import Desk
from printpress.makeup.body import body_paragraphs, place_of
from printpress.makeup.placed import SetLine
from printpress.makeup.rest import renumbered, rest_of
from printpress.makeup.styles import Style, Styles
from printpress.spec.house import House, Role
from printpress.text.classify import is_emoji
from printpress.text.galley import (
    Galley,
    Line,
    Missing,
    Paragraph,
    Preset,
    Profile,
    Run,
    compose,
    compose_in,
    set_one_line,
)
from printpress.units import in_pt

WORDS_SHOWN = 20
"""Characters of a piece of copy that a message quotes."""

JOINT = Fraction(1, 2)
"""Ems between two parts of a heading that share a line."""


def baseline_in(top: int, size: int) -> int:
    """The baseline of an em box of that size whose top is given."""
    return top + above_baseline(size)


def joined(lines: Sequence[Line], gap: int) -> Line:
    """Lines side by side as one, with a gap between neighbours."""
    if len(lines) == 1:
        return lines[0]
    pieces, x = [], 0
    for line in lines:
        pieces += [
            replace(piece, xs=tuple(x + at for at in piece.xs)) for piece in line.pieces
        ]
        x += line.width + gap
    return replace(
        lines[0],
        pieces=tuple(pieces),
        width=x - gap,
        measure=x - gap,
        text="".join(line.text for line in lines),
        characters=sum(line.characters for line in lines),
    )


class Compositor(Styles):
    """Sets copy by the house's roles; keeps galleys and what went wrong."""

    def __init__(
        self,
        house: House,
        library: Library,
        smallest_text: int = 0,
        *,
        vertical: bool = False,
    ) -> None:
        super().__init__(house, vertical=vertical)
        self.library = library
        self._smallest_text = smallest_text
        self.found: list[Diagnostic] = []
        """What was wrong with single elements, so far: characters no face has."""
        self._galleys: dict[tuple[str, Profile, Point], Galley] = {}
        self._copy: dict[
            tuple[str, Profile, Point], tuple[Paragraph | Preset, ...]
        ] = {}
        self._by_role: dict[str, Compositor] = {}

    def for_role(self, name: str) -> "Compositor":
        """The same for stories whose role sets its text otherwise than the house.

        What it finds wrong is kept here.
        """
        role = self.role(name)
        if role is None or not role.body:
            return self
        if name not in self._by_role:
            body = replace(self.house.body, **role.body)
            house = replace(self.house, body=body)
            own = Compositor(house, self.library, self._smallest_text)
            own.found = self.found
            self._by_role[name] = own
        return self._by_role[name]

    def looking(self, name: str, role: Role) -> "Compositor":
        """The same with another look for one role, such as a smaller headline.

        Galleys stay: no role but ``body`` changes them.
        """
        roles = MappingProxyType({**self.house.roles, name: role})
        house = replace(self.house, roles=roles)
        other = Compositor(house, self.library, self._smallest_text)
        other.found = self.found
        other._galleys, other._copy = self._galleys, self._copy
        return other

    def afresh(self) -> "Compositor":
        """The same with nothing set and nothing found yet."""
        return Compositor(self.house, self.library, self._smallest_text)

    @cached_property
    def down(self) -> "Compositor":
        """The same for lines that run down; what it finds wrong is kept here."""
        smallest = self._smallest_text
        down = Compositor(self.house, self.library, smallest, vertical=True)
        down.found = self.found
        return down

    def line(
        self,
        text: str,
        style: Style,
        *,
        heading: bool = False,
        tracking: int = 0,
        span: Span | None = None,
    ) -> Line:
        """One line at its natural width."""
        setting = replace(self.setting(style, heading=heading), tracking=tracking)
        line, missing = set_one_line((Run(text, style.font),), setting, self.library)
        self._note_missing(missing, span or self.house.span)
        return line

    def fitted(
        self, words: str, style: Style, width: int, *, heading: bool = False
    ) -> tuple[Line, Style]:
        """One line, set smaller where it is wider than the room it has."""
        line = self.line(words, style, heading=heading)
        if line.width <= width or width <= 0:
            return line, style
        smaller = style.at(style.size * width // line.width)
        self.tell_if_small(words, smaller.size, self.house.span)
        return self.line(words, smaller, heading=heading), smaller

    def tell_if_small(self, words: str, size: int, span: Span) -> None:
        """Keep a warning of words that had to be set smaller than the press prints."""
        if size < self._smallest_text:
            self._tell(_too_small(words, size, span))

    def heading_line(
        self, parts: Sequence[str], style: Style, span: Span, tracking: int = 0
    ) -> Line:
        """The parts of a heading's line with a joint between them."""
        lines = [
            self.line(part, style, heading=True, tracking=tracking, span=span)
            for part in parts
        ]
        return joined(lines, round(JOINT * style.size))

    def heading_width(
        self, parts: Sequence[str], style: Style, tracking: int = 0
    ) -> int:
        """How wide the parts would be on one line.

        Says nothing of characters that no face has: setting them will.
        """
        setting = replace(self.setting(style, heading=True), tracking=tracking)
        lines = [
            set_one_line((Run(part, style.font),), setting, self.library)[0]
            for part in parts
        ]
        return joined(lines, round(JOINT * style.size)).width

    def block(  # noqa: PLR0913 - words, how they look and stand, where they are written
        self,
        text: str,
        style: Style,
        measure: int,
        span: Span | None = None,
        *,
        indent: int = 0,
        turnover: int = 0,
        align: str = "left",
    ) -> tuple[Line, ...]:
        """As many lines as the text takes at that measure; *indent* is in ems."""
        setting = replace(
            self.setting(style),
            orphan=True,
            indent=Fraction(indent),
            turnover=Fraction(turnover),
            align=align,
        )
        paragraph = Paragraph((Run(text, style.font),), setting)
        galley = compose((paragraph,), Profile.of(measure), self.library)
        self._note_missing(galley.missing, span or self.house.span)
        return galley.lines

    def galley(self, story: Story, profile: Profile, start: Point = START) -> Galley:
        """The story's body, set to the profile; its byline is its last paragraph.

        *start* is where in its copy it begins, if a part stands elsewhere.
        """
        key = (story.id, profile, start)
        if key not in self._galleys:
            # Tables and verse look at their measure: that of all rows but the first.
            desk = Desk(self, self.library, profile.runs[-1][1])
            copy = story if start == START else rest_of(self, story, start)
            paragraphs, found = body_paragraphs(desk, copy)
            galley = compose(paragraphs, profile, self.library)
            if start != START:
                galley = renumbered(self, story, start, galley)
            for fault in found:
                self._tell(fault)
            self._galleys[key], self._copy[key] = galley, paragraphs
            for lack in galley.missing:
                place = place_of(self, story, lack.paragraph, lack.offset)
                self._note_missing((lack,), place, story.id)
        return self._galleys[key]

    def in_lines(
        self, story: Story, profile: Profile, number: int, counts: Sequence[int]
    ) -> tuple[tuple[int, tuple[Line, ...]] | None, ...]:
        """A paragraph of a galley that is set, in other numbers of lines."""
        paragraph = self._copy[story.id, profile, START][number]
        if isinstance(paragraph, Preset):
            return (None,) * len(counts)
        wide = profile.measure(0)
        return tuple(compose_in(paragraph, number, wide, self.library, counts))

    def paragraphs(
        self, story: Story, profile: Profile
    ) -> tuple[Paragraph | Preset, ...]:
        """The story's body as the engine takes it, one paragraph for each."""
        self.galley(story, profile)
        return self._copy[story.id, profile, START]

    def _note_missing(
        self, missing: Sequence[Missing], span: Span, story: str = ""
    ) -> None:
        for lack in missing:
            self._tell(_missing_glyph(lack.char, span, story))

    def _tell(self, told: Diagnostic) -> None:
        """Keep a finding, once: headings are set several times until they fit."""
        if told not in self.found:
            self.found.append(told)


def _too_small(words: str, size: int, span: Span) -> Diagnostic:
    if len(words) > WORDS_SHOWN:
        words = f"{words[: WORDS_SHOWN - 1]}…"
    return warning(
        "text-too-small",
        span,
        Both(
            f'"{words}" fits its place only at {in_pt(size)}, smaller than the press '
            "can print",
            f"“{words}”要小到 {in_pt(size)} 才放得下，小于印厂的最小字号",
        ),
        fix=Both(
            "shorten the words, or give them more columns", "缩短文字，或加宽版位"
        ),
    )


_NO_BOX: Final = Both("an empty box must never be printed", "不能印出空白方框")


def _missing_glyph(char: str, span: Span, story: str) -> Diagnostic:
    code = f"U+{ord(char[0]):04X}"
    of_en = f' in story "{story}"' if story else ""
    of_zh = f"稿件“{story}”中的" if story else ""
    if is_emoji(char):
        return error(
            "missing-glyph",
            span,
            Both(
                f'"{char}" ({code}){of_en} is an emoji, and no face has it',
                f"{of_zh}“{char}”（{code}）是表情符号，所有字体中都没有",
            ),
            fix=Both(
                "delete it, or name a monochrome TrueType face of emoji under `system` "
                "in fonts/fonts.yaml",
                "删去，或在 fonts/fonts.yaml 的 system 中加入单色的 TrueType 表情字体",
            ),
            why=_NO_BOX,
        )
    return error(
        "missing-glyph",
        span,
        Both(
            f'no face has the character "{char}" ({code}){of_en}',
            f"{of_zh}字符“{char}”（{code}）在所有字体中都没有",
        ),
        fix=Both(
            "write another character, or name a face that has it under `fallback` or "
            "`system` in fonts/fonts.yaml",
            "换用别的字，或在 fonts/fonts.yaml 的 fallback 或 system 中"
            "加入有此字的字体",
        ),
        why=_NO_BOX,
    )


def heading_lines(text: HeadingText, *, broken: bool) -> tuple[tuple[str, ...], ...]:
    """The lines of a heading as parts: every joint broken, or none."""
    if not broken:
        return text.lines
    return tuple((part,) for line in text.lines for part in line)


def aligned(line: Line, x: int, width: int, align: str) -> int:
    """The left edge of a line of natural width that stands in a given width."""
    if align == "right":
        return x + width - line.width
    if align == "left":
        return x
    return x + (width - line.width) // 2


def placed_in(  # noqa: PLR0913 - a line, where it stands, and what it is
    line: Line,
    style: Style,
    x: int,
    top: int,
    *,
    part: str = "furniture",
    story: str = "",
    ink: Ink | None = None,
) -> SetLine:
    """The line with its em box's top left corner at a point."""
    return SetLine(line, x, baseline_in(top, style.size), ink or style.ink, part, story)
