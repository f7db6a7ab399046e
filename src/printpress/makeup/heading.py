"""Heading groups in their place: over the width of a slot, or of some of its columns.

A heading takes whole rows, so the text below it is on the baseline grid again. It may
stand in white on a bar of colour (反白题), which takes whole rows as well.
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from printpress.colour import PAPER, Ink
from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, warning
from printpress.geometry import Rect
from printpress.makeup.compositor import Compositor, baseline_in, placed_in
from printpress.makeup.frames import Hole
from printpress.makeup.grid import Strip
from printpress.makeup.headcopy import STEP
from printpress.makeup.headgroup import (
    Group,
    Level,
    group_of,
    headline_levels,
    starts_of,
)
from printpress.makeup.placed import Patch, SetLine
from printpress.makeup.styles import Styles
from printpress.spec.layout import SlotSpec

AIR = Fraction(3, 2)
"""Rows of air that a heading keeps, above and below together (taste: air round a
heading reads as white space, not as a hole, up to about two rows)."""

BAR_AIR = Fraction(3, 4)
"""Rows of air inside a bar, above its heading and below, and between it and the text
that follows."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a heading stands in its strip, and in which colours."""

    align: str = ""
    """``left``, ``center`` or ``right``; empty: as its role says."""
    rows: tuple[int, int] | None = None
    """Rows that it may take, least and most; None: as its role says."""
    air: Fraction = AIR
    """Rows of air above and below together."""
    flush: bool = False
    """Whether it begins as high as text beside it, all its air below."""
    ink: Ink | None = None
    """Its colour; None: as its roles say."""
    bar: Ink | None = None
    """The colour of the bar behind it; then it is white."""


PLAIN = Manner()
"""As its role says."""


def manner_of(styles: Styles, slot: SlotSpec) -> Manner:
    """How the slot's layout wants its headings."""
    return Manner(
        align=slot.align,
        ink=styles.ink(slot.ink) if slot.ink else None,
        bar=styles.ink(slot.reverse) if slot.reverse else None,
    )


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading group in its place."""

    placed: tuple[SetLine | Patch, ...]
    """The bar behind it, and its lines, each behind its label."""
    rows: int
    """Body rows that it takes of all columns, with its air."""
    hole: Hole | None = None
    """Rows that it takes of some columns only; then ``rows`` is 0."""
    picture_rows: int = 0
    """Rows that its picture must have at least, where it stands on one."""

    @property
    def lines(self) -> tuple[SetLine, ...]:
        """Its lines."""
        return tuple(thing for thing in self.placed if isinstance(thing, SetLine))

    @property
    def height(self) -> int:
        """From its head to its foot, without its air."""
        return self.foot - self.air_above

    @property
    def air_above(self) -> int:
        """EMU from the top of its first row to its bar or its first line's em box."""
        if not self.placed:
            return 0
        first = self.placed[0]
        if isinstance(first, Patch):
            return first.rects[0].y
        return first.y - baseline_in(0, _size(first))

    @property
    def foot(self) -> int:
        """EMU from the top of its first row to the foot of its bar or last line."""
        if not self.placed:
            return 0
        patches = [thing for thing in self.placed if isinstance(thing, Patch)]
        last = self.lines[-1]
        foot = last.y - baseline_in(0, _size(last)) + _size(last)
        return max(foot, *(rect.bottom for patch in patches for rect in patch.rects), 0)

    def moved(self, dy: int) -> "Heading":
        """The same further down."""
        return replace(self, placed=tuple(_moved(thing, dy) for thing in self.placed))


def _size(line: SetLine) -> int:
    return line.line.pieces[0].size if line.line.pieces else 0


def _moved(thing: SetLine | Patch, dy: int) -> SetLine | Patch:
    if isinstance(thing, SetLine):
        return replace(thing, y=thing.y + dy)
    rects = (Rect(r.x, r.y + dy, r.width, r.height) for r in thing.rects)
    return replace(thing, rects=tuple(rects))


def _too_high(story: Story, rows: int, most: int) -> Diagnostic:
    return warning(
        "heading-too-high",
        story.span,
        Both(
            f'the heading of "{story.id}" takes {rows} rows even at its smallest size; '
            f"its role allows {most}",
            f"稿件“{story.id}”的标题用最小字号仍占 {rows} 行，样式只许 {most} 行",
        ),
        fix=Both(
            "drop the kicker or the deck, or break the headline into fewer lines",
            "去掉引题或副题，或让主题少分几行",
        ),
    )


def _size_and_rows(
    group: Group, smallest: int, manner: Manner, pitch: int
) -> tuple[int, int]:
    """The headline's size and the group's rows: smaller where it stands too high."""
    fewest, most = manner.rows or (1, 0)
    size, air = group.layout.size, round(manner.air * pitch)
    while True:
        rows = max(fewest, -(-(group.height(size) + air) // pitch))
        if not most or rows <= most or size <= smallest:
            return size, rows
        size = max(smallest, size - STEP)


def _in_full(
    compositor: Compositor, role_name: str, manner: Manner, strip: Strip
) -> tuple[Manner, Strip]:
    """The manner with what the role says, and the strip that its lines may take."""
    role = compositor.role(role_name)
    style = compositor.style(role_name, "headline")
    manner = replace(
        manner,
        align=manner.align or style.align or "center",
        rows=manner.rows or (role.rows if role else None),
    )
    if manner.bar is None:
        return manner, strip
    inset = compositor.house.body.size
    inner = Strip(strip.x + inset, strip.width - 2 * inset)
    return replace(manner, air=3 * BAR_AIR, ink=PAPER, flush=True), inner


def set_heading(
    compositor: Compositor,
    story: Story,
    role_name: str,
    strip: Strip,
    manner: Manner = PLAIN,
) -> tuple[Heading, Diagnostic | None]:
    """The story's heading over the strip's width, its first row's top at 0."""
    if not story.head.headline.lines:  # it runs in with the text
        return Heading((), 0), None
    role = compositor.role(role_name, "headline")
    style = compositor.style(role_name, "headline")
    pitch = compositor.house.grid.row
    manner, inner = _in_full(compositor, role_name, manner, strip)
    group, trouble = group_of(compositor, story, role_name, inner.width)
    size, rows = _size_and_rows(group, style.smallest, manner, pitch)
    if manner.rows and 0 < manner.rows[1] < rows and trouble is None:
        trouble = _too_high(story, rows, manner.rows[1])
    group = replace(group, style=style.at(size))
    heads = headline_levels(compositor, story, group, role, inner.width)
    levels = [*group.kicker, *heads, *group.deck]
    xs = starts_of(compositor, levels, role_name, inner, manner.align)
    top = (rows * pitch - group.height(size)) // 2
    placed: list[SetLine | Patch] = []
    if manner.flush:
        top = (pitch - compositor.house.body.size) // 2
    if manner.bar is not None:
        height = rows * pitch - round(BAR_AIR * pitch)
        bar = Rect(strip.x, top, strip.width, height)
        placed.append(Patch((bar,), manner.bar))
        top += (height - group.height(size)) // 2
    placed += _down_from(top, levels, xs, story.id, manner.ink)
    return Heading(tuple(placed), rows), trouble


def _down_from(
    top: int, levels: list[Level], xs: list[int], story: str, ink: Ink | None
) -> list[SetLine | Patch]:
    """The lines one below the other, the first line's em box or label at *top*."""
    y = top - levels[0].gap
    placed: list[SetLine | Patch] = []
    for level, x in zip(levels, xs, strict=True):
        y += level.gap
        if level.label:
            label = Rect(x - level.side, y, level.width, level.height)
            placed.append(Patch((label,), level.label))
        line = placed_in(
            level.line,
            level.style,
            x,
            y + level.inset,
            part=level.part,
            story=story,
            ink=PAPER if level.label else ink,
        )
        placed.append(line)
        y += level.height
    return placed
