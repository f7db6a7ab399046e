"""What a way of breaking a paragraph costs: the price list of total fit.

A line costs what clreq's steps that it reaches say, and steps further on cost more
(clreq §procedures_for_inter-character_spacing_reduction and _expansion). The prices
are taste; their order is not:

========================================================== ==================
a line                                                     costs
========================================================== ==================
spread by up to 1/20 em a distance: nobody sees it         nothing
squeezed in steps 2 to 5 (word spaces, ·, brackets, ，)    100 to 500
word spaces and gaps to Latin grown (steps 1 and 2)        100 to 300
spread further (step 3)                                    1,000 and up, cubed
squeezed to step 6 (gaps to Latin)                         1,000 to 1,500
squeezed to step 7 (。？！ halved)                          2,000 to 3,000
========================================================== ==================

So squeezing a comma beats a gap that shows, and a gap that nobody sees beats both. A
rule broken costs more than any number of lines: it is done only where nothing else is.
"""

from collections.abc import Sequence
from typing import Final

from printpress.text.breaker import LAST_RESORT, Cut, Room, is_orphan
from printpress.text.items import ADDRESS, HELD, HYPHEN, Items
from printpress.text.justify import (
    WIDEST,
    between_characters,
    growth_of_space,
    seams_within,
    shrinkable,
    word_spaces,
)
from printpress.text.sums import Gaps

FREE_SPREAD: Final = 20
"""An em divided by this may be added to each distance without cost."""

LEAST: Final = 100
"""The least that a line costs which costs anything."""

_SQUEEZED: Final = (
    (100, 100),
    (150, 100),
    (200, 100),
    (300, 200),
    (1000, 500),
    (2000, 1000),
)
"""What the steps 2 to 7 cost once reached, and how much more once exhausted."""

_GROWN: Final = 300
"""Word spaces and gaps to Latin at their widest."""

_SPREAD: Final = 1000
"""Distances just wider than what is free; twice that wide cost as much again, and
so on with the cube: one very loose line is worse than several that are a little so."""

_ORPHAN: Final = 10**6
"""A last line of one character: as bad as a line spread by half an em."""

_SHORT: Final = 100_000
"""Each em by which a line that nothing can fill falls short."""

_UNDERFULL: Final = 10**14
"""A line that nothing can fill: dearer than the widest gap that a page has room for."""
_STUMP: Final = 2 * 10**6
"""The same where a hyphen ends it: dearer than any gap but a hole, cheaper than a word
divided without a hyphen."""
_DIVIDED: Final = 10**7
_OFF_SIGN: Final = 10**6
"""An address parted after a sign that is a last resort; elsewhere, twice that."""

_SIGN: Final = 500_000
"""A long address parted after a sign although it would fit a line: about as bad as a
line spread by 2/5 em."""

_HYPHEN: Final = 3000
"""A word parted at a line's end, where the house allows it."""

_LADDER: Final = 15_000
"""The same in two lines running: as bad as a line spread by 1/6 em."""

TORN: Final = 28_000
"""A number torn from its measure word (9月20／日): as bad as a line spread by a fifth
of an em, so in the narrowest columns a number is torn rather than a hole left."""
_PROHIBITED: Final = 10**16
_OVERFULL: Final = 10**18


def squeeze_demerits(items: Items, start: int, end: int, amount: int) -> int | None:
    """What taking *amount* out of a line costs; None where it has not so much."""
    for (base, more), step in zip(
        _SQUEEZED, shrinkable(items, start, end), strict=True
    ):
        gives = sum(room for _, room in step)
        if amount <= gives:
            return base + more * amount // gives
        amount -= gives
    return None


def spread_demerits(em: int, amount: int, gaps: Gaps, joint: int) -> int:
    """What adding *amount* to a line costs.

    *joint* is the one at its end: a line that ends inside a word may have nothing else
    in it.
    """
    (count, others, grows), extra = gaps, 0
    if amount * FREE_SPREAD <= em * count:
        return 0
    if amount <= grows:
        return max(LEAST, _GROWN * amount // grows)
    rest, most = amount - grows, WIDEST * em * count
    if rest > most and others:  # all distances grow: see justify.expand
        rest, extra = rest - most, WIDEST * em if count else 0
        count += others
    if not count:
        unfilled = _UNDERFULL if joint >= HELD else _STUMP * (joint == HYPHEN)
        return unfilled + _SHORT * rest // em
    beyond = (rest + extra * count) * FREE_SPREAD - em * count
    if beyond <= 0:
        return _GROWN
    return _SPREAD + _SPREAD * beyond**3 // (em * count) ** 3


def gaps_within(items: Items, start: int, last: int) -> Gaps:
    """What a line has that can be spread; *last* is its last row."""
    characters = len(between_characters(items, start, last))
    spaces = word_spaces(items, start, last)
    seams = seams_within(items, start, last)
    grows = max(0, items.autospace_most - items.autospace) * len(seams)
    grows += sum(growth_of_space(items, row) for row in spaces)
    return characters, len(spaces) + len(seams), grows


def divided_demerits(items: Items, end: int) -> int:
    """What parting a unit wider than a line costs before row *end*."""
    if items.joints[end] == ADDRESS:
        return _DIVIDED
    worse = 1 if items.texts[end - 1] in LAST_RESORT else 2
    return _DIVIDED + worse * _OFF_SIGN


def sign_demerits(items: Items, end: int) -> int:
    """What parting another long unit after one of its signs costs."""
    return _SIGN if items.joints[end] == ADDRESS else 2 * _SIGN


def hyphen_demerits(items: Items, start: int) -> int:
    """What a word parted at the end of a line from *start* costs."""
    return _LADDER if items.joints[start] == HYPHEN else _HYPHEN


def torn_demerits(items: Items, end: int) -> int:
    """What a line that ends before row *end* costs for the number that it tears."""
    return TORN if items.tied and end in items.tied else 0


def line_demerits(items: Items, cut: Cut, room: int, *, last: bool) -> int:
    """What one line costs; *last* lines are not filled."""
    cost = torn_demerits(items, cut.end)
    if "prohibited" in cut.flags:
        cost += _PROHIBITED
    if "divided" in cut.flags:
        cost += divided_demerits(items, cut.end)
    elif "address" in cut.flags:
        cost += sign_demerits(items, cut.end)
    elif items.joints[cut.end] == HYPHEN:
        cost += hyphen_demerits(items, cut.start)
    end = items.ink_end(cut.start, cut.end)
    if "hanging" in cut.flags:
        end -= 1
    if end <= cut.start:
        return cost if last else cost + _UNDERFULL
    slack = room - items.width(cut.start, end)
    if slack < 0:
        squeezed = squeeze_demerits(items, cut.start, end, -slack)
        return cost + (_OVERFULL if squeezed is None else squeezed)
    if last:
        return cost
    gaps = gaps_within(items, cut.start, end - 1)
    return cost + spread_demerits(items.em, slack, gaps, items.joints[cut.end])


def last_line_demerits(items: Items, start: int, *, orphan: bool) -> int:
    """What a last line costs beside its width."""
    return _ORPHAN if orphan and is_orphan(items, start) else 0


def demerits(items: Items, cuts: Sequence[Cut], room: Room, *, orphan: bool) -> int:
    """What a whole way of breaking costs: the sum over its lines."""
    if not cuts:
        return 0
    lines = sum(
        line_demerits(items, cut, room(number), last=number == len(cuts) - 1)
        for number, cut in enumerate(cuts)
    )
    return lines + last_line_demerits(items, cuts[-1].start, orphan=orphan)
