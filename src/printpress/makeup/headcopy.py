"""A heading's copy in lines: how many, broken where, at which size.

The fewest lines come first. Where they do not fit, an author's ``|`` are broken, as
many as needed and so that lines are even; where a line has none, it is broken between
words. Words are asked for only then: they cost a dictionary.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise

from printpress.content.story import HeadingText
from printpress.makeup.compositor import Compositor
from printpress.makeup.headbreak import Breakable, Joint, best_breaking
from printpress.makeup.headjoints import PAUSES, word_joints
from printpress.makeup.styles import Style, spaced
from printpress.makeup.words import words_of
from printpress.spec.house import House
from printpress.text.classify import classify
from printpress.units import PT

STEP = PT // 2
"""Headline sizes are whole half points, as compositors name them."""

MORE_LINES = 2
"""Lines to which words may be broken beyond the author's own: three in all for a
headline of one line (taste)."""

RUNT = Fraction(5, 2)
"""Ems below which a line looks left over: one or two characters."""

Lines = tuple[tuple[str, ...], ...]
"""Lines as parts with a joint's gap between them."""


@dataclass(frozen=True, slots=True)
class HeadCopy:
    """A heading's words in a row, and where its author parts them."""

    text: str
    """All of it; blanks typed between Chinese characters are half ems."""
    joints: tuple[Joint, ...]
    """``|`` and ``||``."""

    @classmethod
    def of(cls, heading: HeadingText) -> "HeadCopy":
        """As the author wrote it.

        >>> HeadCopy.of(HeadingText.parse("河水|涨了||人不慌")).joints[1]
        Joint(at=4, cost=0, forced=True)
        """
        text, joints = "", []
        for line in heading.lines:
            for index, part in enumerate(line):
                if text:
                    joints.append(Joint(len(text), forced=index == 0))
                text += spaced(part)
        return cls(text, tuple(joints))

    @property
    def marked(self) -> bool:
        """Whether its author says where it may break."""
        return any(not joint.forced for joint in self.joints)

    @property
    def forced_lines(self) -> tuple[tuple[int, int], ...]:
        """Where each of the author's lines begins and ends."""
        ends = [0, *(j.at for j in self.joints if j.forced), len(self.text)]
        return tuple(pairwise(ends))

    @property
    def unmarked(self) -> tuple[tuple[int, int], ...]:
        """Those of them that hold no ``|``: only words tell where they may break."""
        return tuple(
            (start, end)
            for start, end in self.forced_lines
            if not any(start < joint.at < end for joint in self.joints)
        )

    def parts(self, start: int, end: int) -> tuple[str, ...]:
        """A line's parts. A pause is a joint itself, and needs none beside it."""
        seen = (j.at for j in self.joints if start < j.at < end)
        cuts = [start, *(at for at in seen if self._parted(at)), end]
        return tuple(self.text[here:after].strip() for here, after in pairwise(cuts))

    def _parted(self, at: int) -> bool:
        return not set(classify(self.text)[at - 1 : at + 1]) & set(PAUSES)

    def lines(self, breaks: Iterable[int]) -> Lines:
        """Its lines where it is broken there."""
        ends = (0, *breaks, len(self.text))
        return tuple(self.parts(start, end) for start, end in pairwise(ends))

    def in_parts(self) -> Lines:
        """Its lines where every joint is broken."""
        return self.lines(joint.at for joint in self.joints)


@dataclass(frozen=True, slots=True)
class Layout:
    """A heading in lines that fit."""

    lines: Lines
    """The lines."""
    size: int
    """The largest size at which they fit."""


def widest(
    compositor: Compositor, lines: Lines, style: Style, tracking: int = 0
) -> int:
    """The width of the widest line."""
    return max(compositor.heading_width(parts, style, tracking) for parts in lines)


def largest(
    compositor: Compositor, lines: Lines, style: Style, room: int
) -> int | None:
    """The largest size of the style's range at which every line fits; None if none."""
    width = widest(compositor, lines, style.at(style.size))
    if width <= room:
        return style.size
    size = style.size * room // width // STEP * STEP
    while size > style.smallest:
        if widest(compositor, lines, style.at(size)) <= room:
            return size
        size -= STEP
    least = widest(compositor, lines, style.at(style.smallest))
    return style.smallest if least <= room else None


def layouts(
    compositor: Compositor, copy: HeadCopy, style: Style, rooms: Sequence[int]
) -> Iterator[Layout]:
    """Ways to set it within the rooms, the best first; the rooms in their order.

    Neither a word nor a size below the style's range is ever tried before all that
    comes before it was refused.
    """
    authored = _breakable(compositor, copy, style, copy.joints)
    most = len(copy.joints) + 1
    fewest = range(authored.fewest, authored.fewest + 1)
    if copy.marked:  # better a break than a line without margin
        fewest = range(authored.fewest, most + 1)
    for room in rooms:
        for lines in fewest:
            yield from _fitting(compositor, copy, style, authored, (lines, room))
    if not copy.unmarked or authored.whole > _room(style, max(rooms)) * (
        authored.fewest + MORE_LINES
    ):
        return
    joints = with_words(copy, compositor.house)
    worded = _breakable(compositor, copy, style, joints)
    for room in rooms:
        for lines in range(
            worded.fewest + 1, max(most, worded.fewest + MORE_LINES) + 1
        ):
            yield from _fitting(compositor, copy, style, worded, (lines, room))


def _room(style: Style, room: int) -> int:
    """The room as it would be if the smallest size were the largest."""
    return room * style.size // style.smallest


def _fitting(
    compositor: Compositor,
    copy: HeadCopy,
    style: Style,
    breakable: Breakable,
    wanted: tuple[int, int],
) -> Iterator[Layout]:
    lines, room = wanted
    breaking = best_breaking(breakable, lines, _room(style, room))
    if breaking is not None:
        broken = copy.lines(breaking.breaks)
        size = largest(compositor, broken, style, room)
        if size is not None:
            yield Layout(broken, size)


def _breakable(
    compositor: Compositor, copy: HeadCopy, style: Style, joints: tuple[Joint, ...]
) -> Breakable:
    """The copy to the chooser, measured at the style's largest size."""

    @cache
    def width(start: int, end: int) -> int:
        return compositor.heading_width(copy.parts(start, end), style)

    return Breakable(len(copy.text), joints, width, round(RUNT * style.size))


def with_words(copy: HeadCopy, house: House) -> tuple[Joint, ...]:
    """The author's joints, and those between words where there are none.

    The first call of all reads the dictionary (:mod:`.words`).
    """
    joints = list(copy.joints)
    for start, end in copy.unmarked:
        line = copy.text[start:end]
        words = words_of(line, house.words)
        joints += [
            Joint(start + joint.at, joint.cost)
            for joint in word_joints(line, words, house.body.prohibition)
        ]
    return tuple(sorted(joints, key=lambda joint: joint.at))
