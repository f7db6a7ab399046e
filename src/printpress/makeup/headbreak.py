"""Where a heading is broken: the choice among the places where it may be.

Widths in, breaks out: nothing here knows a direction, a face or a language. A place
costs what its break does to the sense (:mod:`.headjoints`, or nothing where the author
marked it); lines cost the squares of their distance from equal lengths. The sum is the
smallest there is, not the first that fits: headings are short enough to ask for it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

SCALE = 1000
"""Costs are thousandths of the square of a mean line."""

RUNT = 500
"""Cost of a line that is shorter than a line should be (taste: as much as five and
fifteen characters instead of ten and ten)."""


@dataclass(frozen=True, slots=True)
class Joint:
    """A place where a line of a heading may end."""

    at: int
    """How many characters stand before it."""
    cost: int = 0
    """What the sense loses by a break here; see :data:`SCALE`."""
    forced: bool = False
    """Whether a line must end here (``||``)."""


@dataclass(frozen=True, slots=True)
class Breakable:
    """A heading as the chooser sees it."""

    length: int
    """Characters in it."""
    joints: tuple[Joint, ...]
    """Where it may be broken, in order, neither end among them."""
    width: Callable[[int, int], int] = field(compare=False)
    """The width of a line from one joint to another; longer lines are not narrower."""
    least: int = 0
    """The width below which a line is a runt."""

    @property
    def fewest(self) -> int:
        """Lines that it has where only forced joints are broken."""
        return 1 + sum(joint.forced for joint in self.joints)

    @property
    def whole(self) -> int:
        """The widths of its fewest lines together."""
        ends = [0, *(j.at for j in self.joints if j.forced), self.length]
        return sum(map(self.width, ends, ends[1:]))


@dataclass(frozen=True, slots=True)
class Breaking:
    """A choice of breaks."""

    cost: int
    """What it costs, the less the better."""
    breaks: tuple[int, ...]
    """Characters before each line's end, the heading's own end left out."""

    def better_than(self, other: "Breaking | None") -> bool:
        """Whether to take this one; of equal ones that with the longer upper lines."""
        if other is None or self.cost != other.cost:
            return other is None or self.cost < other.cost
        return self.breaks > other.breaks


def line_cost(width: int, mean: int, least: int) -> int:
    """What a line of that width costs where lines are *mean* wide on average."""
    uneven = SCALE * (width - mean) ** 2 // mean**2
    return uneven + (RUNT if width < least else 0)


def best_breaking(copy: Breakable, lines: int, room: int) -> Breaking | None:
    """The best way to set it in exactly so many lines, none of them wider than *room*.

    None if there is no way.

    >>> copy = Breakable(10, (Joint(3), Joint(6)), lambda start, end: end - start)
    >>> best_breaking(copy, 2, 8).breaks
    (6,)
    >>> best_breaking(copy, 2, 5) is None
    True
    """
    if not copy.fewest <= lines <= len(copy.joints) + 1 or copy.whole > lines * room:
        return None
    ends = (*copy.joints, Joint(copy.length))
    mean = max(1, copy.whole // lines)
    reached = {0: Breaking(0, ())}
    for number in range(1, lines + 1):
        further: dict[int, Breaking] = {}
        for start, so_far in reached.items():
            for end, width in _lines_from(copy, ends, start, room):
                if (end.at == copy.length) != (number == lines):
                    continue
                cost = so_far.cost + end.cost + line_cost(width, mean, copy.least)
                found = Breaking(cost, (*so_far.breaks, end.at))
                if found.better_than(further.get(end.at)):
                    further[end.at] = found
        reached = further
    last = reached.get(copy.length)
    return last and Breaking(last.cost, last.breaks[:-1])


def _lines_from(
    copy: Breakable, ends: tuple[Joint, ...], start: int, room: int
) -> Iterator[tuple[Joint, int]]:
    """Where a line from there may end, and how wide it is then."""
    for end in ends:
        if end.at <= start:
            continue
        width = copy.width(start, end.at)
        if width > room:
            return
        yield end, width
        if end.forced:
            return
