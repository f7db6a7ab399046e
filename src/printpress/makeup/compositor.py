"""Setting by role: which face, size and ink each element of a page has.

The compositor knows the house's roles and sets single lines and whole stories by
them. A story's galley is set once for each measure profile and kept.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from printpress.colour import BLACK, Ink
from printpress.content.story import HeadingText, Story
from printpress.diagnostics import Both, Diagnostic, Severity, Span, error
from printpress.fonts.library import Library
from printpress.makeup.grid import above_baseline
from printpress.makeup.placed import SetLine
from printpress.spec.house import House, Role
from printpress.text.galley import (
    Galley,
    Line,
    Missing,
    Paragraph,
    Profile,
    Run,
    Setting,
    compose,
    set_one_line,
)
from printpress.text.punctuation import HEADLINE, Punctuation, style_named
from printpress.units import in_pt

_TYPED_BLANK = re.compile(r"(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])")

WORDS_SHOWN = 20
"""Characters of a piece of copy that a message quotes."""

JOINT = Fraction(1, 2)
"""Ems between two parts of a heading that share a line."""


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
    latin: str = ""
    """Its face for Latin letters and digits; nothing for its own."""

    def at(self, size: int) -> "Style":
        """The same at another size, its rows growing with it."""
        return replace(self, size=size, smallest=size, row=self.row * size // self.size)

    def at_most(self, size: int) -> "Style":
        """The same with that size as the upper end of its range."""
        return replace(self, size=min(size, self.size))


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


class Compositor:
    """Sets copy by the house's roles; keeps galleys and what went wrong."""

    def __init__(self, house: House, library: Library, smallest_text: int = 0) -> None:
        self.house = house
        self.library = library
        self._smallest_text = smallest_text
        self.found: list[Diagnostic] = []
        """What was wrong with single elements, so far: characters no face has."""
        self._galleys: dict[tuple[str, Profile], Galley] = {}
        self._punctuation = _punctuation(house)

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
        latin = (role.latin if role else None) or ""
        return Style(font, size, smallest, row, ink, align, latin)

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
            latin=style.latin,
        )

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

    def block(
        self, text: str, style: Style, measure: int, span: Span | None = None
    ) -> tuple[Line, ...]:
        """As many lines as the text takes at that measure, without an indent."""
        setting = replace(self.setting(style), orphan=True)
        paragraph = Paragraph((Run(text, style.font),), setting)
        galley = compose((paragraph,), Profile.of(measure), self.library)
        self._note_missing(galley.missing, span or self.house.span)
        return galley.lines

    def galley(self, story: Story, profile: Profile) -> Galley:
        """The story's body, set to the profile; its byline is its last paragraph."""
        key = (story.id, profile)
        if key not in self._galleys:
            galley = compose(self._paragraphs(story), profile, self.library)
            self._galleys[key] = galley
            for lack in galley.missing:
                self._note_missing((lack,), self._place_of(story, lack), story.id)
        return self._galleys[key]

    def _place_of(self, story: Story, lack: Missing) -> Span:
        """Where in its file a character is that no face has."""
        if lack.paragraph >= len(story.paragraphs):
            return story.span
        texts = (n for n, p in enumerate(story.paragraphs) if p.kind == "text")
        led_in = (
            self._byline_in_text(story) if lack.paragraph == next(texts, -1) else ()
        )
        offset = lack.offset - sum(len(run.text) for run in led_in)
        if offset < 0:
            return story.span
        return story.paragraphs[lack.paragraph].place(offset)

    def _paragraphs(self, story: Story) -> tuple[Paragraph, ...]:
        body = self.house.body
        latin = body.latin if body.latin != body.font else ""
        text = replace(self.style("text"), font=body.font, size=body.size, latin=latin)
        setting = replace(
            self.setting(text),
            align="justify",
            indent=body.indent,
            orphan=True,
            hanging=body.hanging,
        )
        strong = self.style("strong")
        subhead = replace(self.style("subhead"), size=body.size)
        heads = replace(self.setting(subhead), align=subhead.align or "left")
        lead_in = self._byline_in_text(story)
        set_paragraphs = []
        for paragraph in story.paragraphs:
            if paragraph.kind == "subhead":
                runs = tuple(Run(run.text, subhead.font) for run in paragraph.runs)
                set_paragraphs.append(Paragraph(runs, heads))
                continue
            runs = tuple(
                Run(run.text, strong.font if run.emphasis == "strong" else body.font)
                for run in paragraph.runs
            )
            set_paragraphs.append(Paragraph((*lead_in, *runs), setting))
            lead_in = ()
        return (*set_paragraphs, *self._byline(story))

    def _byline_in_text(self, story: Story) -> tuple[Run, ...]:
        """The byline before the first words (■记者 林一), where the house has it so."""
        role = self.role("byline")
        if not story.head.byline or role is None or role.at != "start":
            return ()
        words = f"■{spaced(story.head.byline)}\u3000"
        return (Run(words, self.style("byline").font),)

    def _byline(self, story: Story) -> tuple[Paragraph, ...]:
        if not story.head.byline or self._byline_in_text(story):
            return ()
        style = replace(self.style("byline"), size=self.house.body.size)
        setting = replace(self.setting(style), align="right")
        run = Run(f"（{spaced(story.head.byline)}）", style.font)
        return (Paragraph((run,), setting),)

    def _note_missing(
        self, missing: Sequence[Missing], span: Span, story: str = ""
    ) -> None:
        for lack in missing:
            self._tell(_missing_glyph(lack.char, span, story))

    def _tell(self, told: Diagnostic) -> None:
        """Keep a finding, once: headings are set several times until they fit."""
        if told not in self.found:
            self.found.append(told)


def spaced(words: str) -> str:
    """The words with typed blanks between Han as half ems, as in 记者 林一.

    Setting closes blanks between Chinese characters up; in a name or a credit they are
    meant.
    """
    return _TYPED_BLANK.sub("\u2002", words)


def _punctuation(house: House) -> Punctuation:
    wanted = house.body.punctuation
    if isinstance(wanted, str):
        return style_named(wanted)
    return Punctuation.of(wanted)


def _too_small(words: str, size: int, span: Span) -> Diagnostic:
    if len(words) > WORDS_SHOWN:
        words = f"{words[: WORDS_SHOWN - 1]}…"
    return Diagnostic(
        "text-too-small",
        Severity.WARNING,
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


def _missing_glyph(char: str, span: Span, story: str) -> Diagnostic:
    code = f"U+{ord(char[0]):04X}"
    of_en = f' in story "{story}"' if story else ""
    of_zh = f"稿件“{story}”中的" if story else ""
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
        why=Both("an empty box must never be printed", "不能印出空白方框"),
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
