"""What a heading group is made of: kicker, headline and deck as set lines (题).

The headline is as large as its role allows and the width bears; where it cannot stand
on one line it is broken at its author's joints, or else between words
(:mod:`.headcopy`). Kicker and deck stand by the headline, not by the slot.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from printpress.colour import Ink
from printpress.content.story import HeadingText, Story
from printpress.diagnostics import Both, Diagnostic, counted, error
from printpress.makeup.compositor import Compositor, aligned
from printpress.makeup.grid import Strip
from printpress.makeup.headcopy import (
    MORE_LINES,
    STEP,
    HeadCopy,
    Layout,
    Lines,
    layouts,
    widest,
)
from printpress.makeup.styles import Style
from printpress.spec.house import Role
from printpress.text.classify import classify
from printpress.text.galley import Line
from printpress.text.punctuation import HAN_LIKE, OPENING
from printpress.units import in_mm, in_pt, scaled

FULL = (Fraction(3, 4), Fraction(19, 20))
"""Share of the width a headline fills, where its role does not say (art direction)."""

TRACKING = Fraction(1, 20)
"""Ems that may be added between a short headline's characters (taste)."""

WIDE_TRACKING = {2: Fraction(1), 3: Fraction(1, 2), 4: Fraction(1, 4)}
"""The same for headlines of so few Chinese characters (taste): 公　告 has long been set
so, for two characters alone look lost over a column."""

LABEL_INSET, LABEL_SIDE = 4, 2
"""Parts of its size that a label goes beyond its words, above and at their ends."""


@dataclass(frozen=True, slots=True)
class Level:
    """One line of the group."""

    line: Line
    """The line as set."""
    style: Style
    """How it looks."""
    part: str
    """``kicker``, ``headline`` or ``deck``."""
    gap: int
    """EMU between it and the one above."""
    label: Ink | None = None
    """The colour of the label on which it stands in white; None: it has none."""

    @property
    def inset(self) -> int:
        """How far its label goes beyond it, above and below."""
        return self.style.size // LABEL_INSET if self.label else 0

    @property
    def side(self) -> int:
        """How far its label goes beyond it at its ends."""
        return self.style.size // LABEL_SIDE if self.label else 0

    @property
    def height(self) -> int:
        """Its em box, or its label."""
        return self.style.size + 2 * self.inset

    @property
    def width(self) -> int:
        """Its line, or its label."""
        return self.line.width + 2 * self.side


def _tracking(
    compositor: Compositor, lines: Lines, style: Style, wanted: int, role: Role | None
) -> int:
    """EMU to add between characters so that a short headline comes near its width.

    What the setting spreads is asked of it: Western words and numbers stay close.
    """
    width = widest(compositor, lines, style)
    gaps = (widest(compositor, lines, style, STEP) - width) // STEP
    if gaps < 1 or width >= wanted:
        return 0
    return min(
        (wanted - width) // gaps, round(_most_tracking(lines, role) * style.size)
    )


def _most_tracking(lines: Lines, role: Role | None) -> Fraction:
    """Ems that may be added. Beside marks more than a little looks lopsided."""
    longest = max(("".join(parts) for parts in lines), key=len)
    if any(
        kind not in HAN_LIKE for parts in lines for kind in classify("".join(parts))
    ):
        return min(TRACKING, _given_tracking(role, TRACKING))
    return _given_tracking(role, WIDE_TRACKING.get(len(longest), TRACKING))


def _given_tracking(role: Role | None, otherwise: Fraction) -> Fraction:
    return otherwise if role is None or role.tracking is None else role.tracking


def fill_of(role: Role | None) -> tuple[Fraction, Fraction]:
    """Share of the width that a headline fills, least and most."""
    return (role.fill if role else None) or FULL


def _headline(
    compositor: Compositor, story: Story, role_name: str, width: int
) -> tuple[Layout, Diagnostic | None]:
    """The headline's lines and the largest size that its width bears."""
    style = compositor.style(role_name, "headline")
    _, most_fill = fill_of(compositor.role(role_name, "headline"))
    copy = HeadCopy.of(story.head.headline)
    rooms = dict.fromkeys((round(width * most_fill), width))
    for layout in layouts(compositor, copy, style, tuple(rooms)):
        return layout, None
    layout = Layout(copy.in_parts(), style.smallest)
    needed = widest(compositor, layout.lines, style.at(style.smallest))
    room = Room(width, "high" if compositor.vertical else "wide")
    return layout, _too_wide(story, copy, needed, room, style.smallest)


@dataclass(frozen=True, slots=True)
class Room:
    """How long a heading's lines may be."""

    length: int
    """EMU."""
    way: Literal["wide", "high"]
    """Across, or down."""

    @property
    def words(self) -> Both:
        """What its length is called."""
        return Both("high", "高") if self.way == "high" else Both("wide", "宽")


def _too_wide(
    story: Story, copy: HeadCopy, needed: int, room: Room, size: int
) -> Diagnostic:
    width, words = room.length, room.words
    down = room.way == "high"
    more = Both("rows", "加高") if down else Both("columns", "加宽")
    lines = 1 if copy.marked else 1 + MORE_LINES
    cells = max(1, -(-(needed - lines * width) // size))
    cut = counted(cells, "character")
    if copy.marked:
        fix = Both(
            f"cut {cut} from its longest part, or mark more places where it may break "
            "with |",
            f"把最长的一段删去 {cells} 字，或用 | 多标几处可以断行之处",
        )
    else:
        fix = Both(
            f"cut {cut}, give it more {more.en}, or mark where it may break with |",
            f"删去 {cells} 字，{more.zh}版位，或用 | 标出可以断行之处",
        )
    return error(
        "headline-too-wide",
        story.span,
        Both(
            f'the headline of "{story.id}" is {in_mm(needed)} {words.en} at its '
            f"smallest size {in_pt(size)}; its slot is {in_mm(width)} {words.en}"
            + ("" if copy.marked else f" and takes {lines} lines of it at most"),
            f"稿件“{story.id}”的主题用最小字号 {in_pt(size)} "
            f"仍{words.zh} {in_mm(needed)}，"
            f"版位{words.zh} {in_mm(width)}"
            + ("" if copy.marked else f"，至多排 {lines} 行"),
        ),
        fix=fix,
    )


def _small_levels(
    compositor: Compositor,
    story: Story,
    text: HeadingText | None,
    path: tuple[str, str],
    width: int,
) -> list[Level]:
    """Kicker or deck: broken, then made smaller, if it is too wide."""
    if text is None:
        return []
    style, role = compositor.style(*path), compositor.role(*path)
    label = compositor.ink(role.reverse) if role and role.reverse else None
    width -= 2 * style.size // LABEL_SIDE if label else 0
    copy = HeadCopy.of(text)
    layout = next(layouts(compositor, copy, style, (width,)), None)
    if layout is None:
        lines = copy.in_parts()
        needed = widest(compositor, lines, style)
        layout = Layout(lines, max(STEP, style.size * width // needed // STEP * STEP))
        compositor.tell_if_small(str(text), layout.size, story.span)
    style = style.at(layout.size)
    return [
        Level(
            compositor.heading_line(parts, style, story.span),
            style,
            path[1],
            style.size // 3 if index else style.size // 2,
            label,
        )
        for index, parts in enumerate(layout.lines)
    ]


@dataclass(frozen=True, slots=True)
class Group:
    """The parts of a heading, and how its headline looks."""

    kicker: list[Level]
    """Its kicker's lines."""
    layout: Layout
    """Its headline in lines."""
    deck: list[Level]
    """Its deck's lines."""
    style: Style
    """How the headline looks."""

    def gaps(self, size: int) -> list[int]:
        """Above each of the headline's lines, of that size."""
        above = self.kicker[-1].style.size // 2 if self.kicker else 0
        return [above] + [size // 4] * (len(self.layout.lines) - 1)

    def height(self, size: int) -> int:
        """From the head of its first line to the foot of its last."""
        others = [*self.kicker, *self.deck]
        height = sum(level.gap + level.height for level in others)
        height -= self.kicker[0].gap if self.kicker else 0
        return height + sum(self.gaps(size)) + len(self.layout.lines) * size


def headline_levels(
    compositor: Compositor, story: Story, group: Group, role: Role | None, width: int
) -> list[Level]:
    """The headline's lines at its final size, spread where they are short."""
    lines, style = group.layout.lines, group.style
    wanted = round(width * fill_of(role)[0])
    tracking = _tracking(compositor, lines, style, wanted, role)
    return [
        Level(
            compositor.heading_line(parts, style, story.span, tracking),
            style,
            "headline",
            gap,
        )
        for parts, gap in zip(lines, group.gaps(style.size), strict=True)
    ]


def _beside(level: Level, block: Strip, strip: Strip, align: str) -> int:
    """Where a kicker or deck begins: by the headline's edge or axis, in its strip."""
    x = block.x
    if align != "left":
        spare = block.width - level.width
        x += spare if align == "right" else spare // 2
    return max(strip.x, min(x, strip.x + strip.width - level.width)) + level.side


def starts_of(
    compositor: Compositor, levels: list[Level], role: str, strip: Strip, align: str
) -> list[int]:
    """The left edge of each line, or its head; kicker and deck go by the headline."""
    heads = [level.line for level in levels if level.part == "headline"]
    lefts = [aligned(line, strip.x, strip.width, align) for line in heads]
    left = min(lefts)
    right = max(x + line.width for x, line in zip(lefts, heads, strict=True))
    block = Strip(left, right - left)
    aligns = dict.fromkeys(("kicker", "headline", "deck"), align)
    for part in ("kicker", "deck"):
        aligns[part] = compositor.style(role, part).align or align
    rest = iter(lefts)
    return [
        (
            next(rest)
            if level.part == "headline"
            else _beside(level, block, strip, aligns[level.part])
        )
        - (_blank(compositor, level.line) if _flush(level, aligns) else 0)
        for level in levels
    ]


def _flush(level: Level, aligns: Mapping[str, str]) -> bool:
    """Whether its ink stands at an edge; on a label its words do not."""
    return aligns[level.part] == "left" and level.label is None


def _blank(compositor: Compositor, line: Line) -> int:
    """From a line's edge to the ink of the opening mark that begins it, or 0.

    At 42 pt “ has a blank of 4 pt: lines flush left stand with their ink at the edge.
    """
    if not line.pieces or classify(line.text)[0] not in OPENING:
        return 0
    piece = line.pieces[0]
    face = compositor.library.face(piece.face)
    inks = face.vertical if piece.way == "down" else face
    ink, _ = inks.ink(piece.gids[0])
    return max(0, piece.xs[0] + scaled(ink, piece.size, face.upem))


def group_of(
    compositor: Compositor, story: Story, role_name: str, length: int
) -> tuple[Group, Diagnostic | None]:
    """The heading in lines of at most that length."""
    layout, trouble = _headline(compositor, story, role_name, length)
    head = story.head
    kicker = _small_levels(
        compositor, story, head.kicker, (role_name, "kicker"), length
    )
    deck = _small_levels(compositor, story, head.deck, (role_name, "deck"), length)
    style = compositor.style(role_name, "headline")
    return Group(kicker, layout, deck, style), trouble


def set_group(
    compositor: Compositor, story: Story, role_name: str, length: int
) -> tuple[list[Level], Diagnostic | None]:
    """The lines of a heading that may be as thick as it likes, for a vertical one."""
    group, trouble = group_of(compositor, story, role_name, length)
    group = replace(group, style=group.style.at(group.layout.size))
    role = compositor.role(role_name, "headline")
    heads = headline_levels(compositor, story, group, role, length)
    first, *rest = [*group.kicker, *heads, *group.deck]
    return [replace(first, gap=0), *rest], trouble
