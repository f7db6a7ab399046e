"""Heading groups: kicker, headline and deck over the width of a slot (题).

A heading takes whole rows, so the text below it is on the baseline grid again. The
headline is as large as its role allows and the width bears; where it cannot stand on
one line it is broken at the joints its author marked, never elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from printpress.content.story import HeadingText, Story
from printpress.diagnostics import Both, Diagnostic, Severity, counted, error
from printpress.makeup.compositor import (
    Compositor,
    aligned,
    baseline_in,
    heading_lines,
    placed_in,
)
from printpress.makeup.grid import Strip
from printpress.makeup.placed import SetLine
from printpress.makeup.styles import Style
from printpress.spec.house import Role
from printpress.text.galley import Line
from printpress.units import PT, in_mm, in_pt

FULL = (Fraction(3, 4), Fraction(19, 20))
"""Share of the width a headline fills, where its role does not say (art direction)."""

WIDEST_TRACKING = Fraction(1, 20)
"""Ems that may be added between a short headline's characters (taste)."""

AIR = Fraction(3, 2)
"""Rows of air that a heading keeps, above and below together (taste: air round a
heading reads as white space, not as a hole, up to about two rows)."""

STEP = PT // 2
"""Headline sizes are whole half points, as compositors name them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading group in its place."""

    placed: tuple[SetLine, ...]
    """Its lines."""
    rows: int
    """Body rows it takes, with its air."""

    @property
    def air_above(self) -> int:
        """EMU from the top of its first row to its first line's em box."""
        first = self.placed[0]
        size = first.line.pieces[0].size if first.line.pieces else 0
        return first.y - baseline_in(0, size)

    def moved(self, dy: int) -> "Heading":
        """The same further down."""
        moved = tuple(replace(line, y=line.y + dy) for line in self.placed)
        return Heading(moved, self.rows)


@dataclass(frozen=True, slots=True)
class _Level:
    """One line of the group."""

    line: Line
    style: Style
    part: str
    gap: int
    """EMU between it and the one above."""


def _widest(
    compositor: Compositor,
    lines: Sequence[Sequence[str]],
    style: Style,
    tracking: int = 0,
) -> int:
    return max(compositor.heading_width(parts, style, tracking) for parts in lines)


def _largest(
    compositor: Compositor,
    lines: Sequence[Sequence[str]],
    style: Style,
    room: int,
    least: int,
) -> int | None:
    """The largest size of the range at which every line fits; None if none does."""
    trial = style.at(style.size)
    width = _widest(compositor, lines, trial)
    size = min(style.size, style.size * room // max(1, width))
    size = size // STEP * STEP
    while size > least and _widest(compositor, lines, style.at(size)) > room:
        size -= STEP
    if size < least or _widest(compositor, lines, style.at(size)) > room:
        return None
    return size


def _tracking(
    compositor: Compositor, lines: Sequence[Sequence[str]], style: Style, wanted: int
) -> int:
    """EMU to add between characters so that a short headline comes near its width."""
    longest = max(lines, key=lambda parts: sum(map(len, parts)))
    gaps = sum(map(len, longest)) - 1
    missing = wanted - _widest(compositor, lines, style)
    if gaps < 1 or missing <= 0:
        return 0
    return min(missing // gaps, round(WIDEST_TRACKING * style.size))


def _fill(role: Role | None) -> tuple[Fraction, Fraction]:
    headline = role.headline if role else None
    return (headline.fill if headline else None) or FULL


def _headline(
    compositor: Compositor, story: Story, role_name: str, width: int, cap: int
) -> tuple[list[_Level], Diagnostic | None]:
    text, span = story.head.headline, story.span
    style = compositor.style(role_name, "headline").at_most(cap)
    least_fill, most_fill = _fill(compositor.role(role_name))
    room = round(width * most_fill)
    whole = heading_lines(text, broken=False)
    parted = heading_lines(text, broken=True)
    lines, trouble = whole, None
    size = _largest(compositor, whole, style, room, style.smallest)
    if size is None and parted != whole:
        lines = parted
        size = _largest(compositor, parted, style, room, style.smallest)
    if size is None:  # better a full line than the smallest size's margin
        size = _largest(compositor, lines, style, width, style.smallest)
    if size is None:
        size = style.smallest
        needed = _widest(compositor, lines, style.at(size))
        trouble = _too_wide(story, needed, width, size)
    chosen = style.at(size)
    tracking = _tracking(compositor, lines, chosen, round(width * least_fill))
    set_lines = [
        compositor.heading_line(parts, chosen, span, tracking) for parts in lines
    ]
    between = size // 4
    levels = [
        _Level(line, chosen, "headline", between if index else 0)
        for index, line in enumerate(set_lines)
    ]
    return levels, trouble


def _too_wide(story: Story, needed: int, width: int, size: int) -> Diagnostic:
    cells = -(-(needed - width) // size)
    return error(
        "headline-too-wide",
        story.span,
        Both(
            f'the headline of "{story.id}" is {in_mm(needed)} wide at its smallest '
            f"size {in_pt(size)}; its slot is {in_mm(width)} wide",
            f"稿件“{story.id}”的主题用最小字号 {in_pt(size)} 仍宽 {in_mm(needed)}，"
            f"版位宽 {in_mm(width)}",
        ),
        fix=Both(
            f"cut {counted(cells, 'character')}, or mark where it may break with |",
            f"删去 {cells} 字，或用 | 标出可以断行之处",
        ),
    )


def _too_high(story: Story, rows: int, most: int) -> Diagnostic:
    return Diagnostic(
        "heading-too-high",
        Severity.WARNING,
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


def _small_levels(
    compositor: Compositor,
    story: Story,
    text: HeadingText | None,
    path: tuple[str, str],
    width: int,
) -> list[_Level]:
    """Kicker or deck: broken at its joints, then made smaller, if it is too wide."""
    if text is None:
        return []
    style = compositor.style(*path)
    lines = heading_lines(text, broken=False)
    if _widest(compositor, lines, style) > width:
        lines = heading_lines(text, broken=True)
    widest = _widest(compositor, lines, style)
    if widest > width:
        style = style.at(max(STEP, style.size * width // widest // STEP * STEP))
        compositor.tell_if_small(str(text), style.size, story.span)
    return [
        _Level(
            compositor.heading_line(parts, style, story.span),
            style,
            path[1],
            style.size // 3 if index else style.size // 2,
        )
        for index, parts in enumerate(lines)
    ]


def _levels(
    compositor: Compositor, story: Story, role: str, width: int, cap: int
) -> tuple[list[_Level], Diagnostic | None]:
    """The group's lines with a headline of at most that size, and what is wrong."""
    head = story.head
    kicker = _small_levels(compositor, story, head.kicker, (role, "kicker"), width)
    headline, trouble = _headline(compositor, story, role, width, cap)
    deck = _small_levels(compositor, story, head.deck, (role, "deck"), width)
    if kicker:
        headline[0] = replace(headline[0], gap=kicker[-1].style.size // 2)
    first, *rest = [*kicker, *headline, *deck]
    return [replace(first, gap=0), *rest], trouble


def set_heading(
    compositor: Compositor,
    story: Story,
    role_name: str,
    strip: Strip,
    align: str = "",
) -> tuple[Heading, Diagnostic | None]:
    """The story's heading over the strip's width, its first row's top at 0.

    *align* takes the place of the role's own.
    """
    role = compositor.role(role_name)
    pitch = compositor.house.grid.row
    fewest, most = role.rows if role and role.rows else (1, 0)
    style = compositor.style(role_name, "headline")
    cap = style.size
    while True:
        levels, trouble = _levels(compositor, story, role_name, strip.width, cap)
        height = sum(level.gap + level.style.size for level in levels)
        rows = max(fewest, -(-(height + round(AIR * pitch)) // pitch))
        if not most or rows <= most or cap <= style.smallest:
            break
        cap -= PT  # a headline that stands too high is set smaller
    if most and rows > most and trouble is None:
        trouble = _too_high(story, rows, most)
    align = align or style.align or "center"
    y = (rows * pitch - height) // 2
    placed = []
    for level in levels:
        y += level.gap
        x = aligned(level.line, strip.x, strip.width, align)
        placed.append(
            placed_in(level.line, level.style, x, y, part=level.part, story=story.id)
        )
        y += level.style.size
    return Heading(tuple(placed), rows), trouble
