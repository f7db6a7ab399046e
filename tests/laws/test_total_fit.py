"""Laws of total fit: cheapest among all ways, and within the rules where that can be.

Every legal way of breaking short copy is made by brute force and priced; longer copy is
compared with the greedy breaker.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.engine import SIZE, copy_of_all_classes, library, paragraph, sentences
from tests.laws.test_text import changes, copies, measures

from printpress.text.breaker import Cut, Rules, greedy, hangs
from printpress.text.demerits import demerits, gaps_within
from printpress.text.itemize import itemize
from printpress.text.items import FREE, HYPHEN, Items
from printpress.text.justify import justified, shrink
from printpress.text.sums import Sums
from printpress.text.total_fit import total_fit

MOST_BREAKS = 12

laws = settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow]
)
western = st.lists(
    st.sampled_from(("ab ", "cde ", "f ", "word ", "一", "二", "三，")), max_size=11
).map("".join)
profiles = st.lists(st.integers(5 * 4, 41 * 4), min_size=1, max_size=4).map(
    lambda quarters: tuple(q * SIZE // 4 for q in quarters)
)


def prepared(text: str, changes: dict[str, Any]) -> tuple[Items, Rules]:
    items, _ = itemize(paragraph(text, **changes), library())
    return items, Rules(
        changes["adjust"] == "push-in", changes["hanging"], changes["orphan"]
    )


def fits(items: Items, start: int, end: int, room: int, rules: Rules) -> bool:
    over = items.width(start, end) - room
    give = shrink(items, start, items.ink_end(start, end)) if rules.push_in else 0
    return over <= give


def legal_ways(
    items: Items, rooms: tuple[int, ...], rules: Rules, start: int = 0, line: int = 0
) -> Iterator[tuple[Cut, ...]]:
    """All ways in which every line fits and ends where it may."""
    if start == items.rows:
        yield ()
        return
    room = rooms[min(line, len(rooms) - 1)]
    for end in range(start + 1, items.rows + 1):
        if items.joints[end] not in {FREE, HYPHEN}:
            continue
        cut = None
        if items.width(start, end) <= room:
            cut = Cut(start, end)
        elif (
            rules.hanging
            and hangs(items, start, end - 1)
            and items.width(start, end - 1) <= room
        ):
            cut = Cut(start, end, ("hanging",))  # as the house asks, not squeezed
        elif fits(items, start, end, room, rules):
            cut = Cut(start, end)
        if cut:
            for rest in legal_ways(items, rooms, rules, end, line + 1):
                yield (cut, *rest)


def unfilled(items: Items, way: tuple[Cut, ...], room: Callable[[int], int]) -> int:
    """Lines but the last that nothing in them can fill."""
    count = 0
    for number, cut in enumerate(way[:-1]):
        end = items.ink_end(cut.start, cut.end) - ("hanging" in cut.flags)
        filled = end > cut.start
        if filled and items.joints[cut.end] == FREE:
            filled = justified(items, cut.start, end, room(number))[1] <= 0
        count += not filled
    return count


@laws
@given(
    st.one_of(
        st.lists(st.sampled_from("一二三，。“”（）·——…7元a "), max_size=14).map(
            "".join
        ),
        copy_of_all_classes.filter(lambda text: len(text) < 24),
        western,
    ),
    profiles,
    changes,
)
def test_no_legal_way_is_cheaper(text, rooms, changes):
    items, rules = prepared(text, changes)
    breaks = sum(joint in {FREE, HYPHEN} for joint in items.joints[1:-1])
    assume(0 < breaks <= MOST_BREAKS)

    def room(line: int) -> int:
        return int(rooms[min(line, len(rooms) - 1)])

    ours = total_fit(items, room, rules, len(rooms) - 1)
    cost = demerits(items, ours, room, orphan=rules.orphan)
    ways = [*legal_ways(items, rooms, rules)]
    costs = [demerits(items, way, room, orphan=rules.orphan) for way in ways]
    assert cost <= min(costs, default=cost)
    if any(unfilled(items, way, room) == 0 for way in ways):
        flags = {flag for cut in ours for flag in cut.flags}
        assert not {"prohibited", "divided"} & flags
        assert unfilled(items, ours, room) == 0


@laws
@given(copies, measures, changes)
def test_greedy_is_never_cheaper(text, measure, changes):
    items, rules = prepared(text, changes)
    indent = round(changes["indent"] * SIZE)

    def room(line: int) -> int:
        return int(measure) - (0 if line else indent)

    ours = total_fit(items, room, rules)
    theirs = greedy(items, room, rules)
    assert demerits(items, ours, room, orphan=rules.orphan) <= demerits(
        items, theirs, room, orphan=rules.orphan
    )


@laws
@given(copies, profiles, changes)
def test_lines_are_the_whole_copy_and_none_is_too_wide(text, rooms, changes):
    items, rules = prepared(text, changes)

    def room(line: int) -> int:
        return int(rooms[min(line, len(rooms) - 1)])

    cuts = total_fit(items, room, rules, len(rooms) - 1)
    assert [cut.start for cut in cuts] == [0, *(cut.end for cut in cuts)][:-1] or not (
        cuts
    )
    assert (cuts[-1].end if cuts else 0) == items.rows
    for one, after in pairwise(cuts):
        assert one.end == after.start > one.start
    for number, cut in enumerate(cuts[:-1]):
        end = items.ink_end(cut.start, cut.end) - ("hanging" in cut.flags)
        if end > cut.start:
            line, rest = justified(items, cut.start, end, room(number))
            alone = not cut.flags and items.joints[cut.end] in {FREE, HYPHEN}
            assert rest >= 0 or not alone, (items.texts[cut.start : cut.end], rest)
            assert line.width + rest == room(number)


@laws
@given(sentences, st.integers(8, 20), st.integers(0, 3))
def test_where_measures_settle_makes_no_difference(text, ems, later):
    """Lines counted apart although their measures are alike break the same."""
    items, rules = prepared(
        text,
        {
            "adjust": "push-in",
            "hanging": False,
            "orphan": True,
            "autospace": Fraction(1, 8),
        },
    )
    cuts = total_fit(items, lambda _: ems * SIZE, rules, 0)
    again = total_fit(items, lambda _: ems * SIZE, rules, later)
    price = demerits(items, cuts, lambda _: ems * SIZE, orphan=True)
    assert price == demerits(items, again, lambda _: ems * SIZE, orphan=True)


def test_a_line_of_latin_may_be_cheaper_than_a_longer_one():
    """Its word spaces share what a single gap between characters would take alone."""
    text = "f it to it f to ab ab一一一 typography newspaper一二三"
    items, _ = itemize(paragraph(text, autospace_most=Fraction(1, 4)), library())
    rooms, rules = (14 * SIZE,), Rules(orphan=False)
    ours = total_fit(items, lambda _: rooms[0], rules)
    cheapest = min(
        demerits(items, way, lambda _: rooms[0], orphan=False)
        for way in legal_ways(items, rooms, rules)
    )
    assert demerits(items, ours, lambda _: rooms[0], orphan=False) <= cheapest


@laws
@given(st.one_of(copies, western), changes, st.data())
def test_running_sums_say_what_the_items_say(text, changes, data):
    items, _ = prepared(text, changes)
    assume(items.rows > 1)
    sums = Sums.of(items)
    start = data.draw(st.integers(0, items.rows - 1))
    end = data.draw(st.integers(start + 1, items.rows))
    last = items.ink_end(start, end) - 1
    assume(last >= start)
    hyphen = items.hyphens.get(last + 1)
    width = sums.ends[end] - sums.starts[start] + (hyphen.width if hyphen else 0)
    assert width == items.width(start, end)
    assert sums.lasts[end] == last
    assert sums.gaps(start, last) == gaps_within(items, start, last)
    assert sums.gives[last + 1] - sums.gives[start] >= shrink(items, start, last + 1)
