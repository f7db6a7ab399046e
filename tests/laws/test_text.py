"""Laws of setting, whatever the copy, the measure and the style.

Numbers P1 to P7 are those of the list that the text engine was written against: text
preserved; no forbidden start or end; no unit divided; full lines exact; steps in order
and within their bounds; last lines natural; no line wider than its measure.
"""

import re
from dataclasses import replace
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.engine import (
    SIZE,
    copy_of_all_classes,
    copy_with_emoji,
    library,
    paragraph,
    sentences,
)

from printpress.text import break_lines, natural_width, set_line
from printpress.text.breaker import Rules, greedy
from printpress.text.classify import classify
from printpress.text.galley import (
    Galley,
    Line,
    Paragraph,
    Profile,
    Run,
    compose,
    set_one_line,
)
from printpress.text.hyphenation import places
from printpress.text.itemize import itemize
from printpress.text.items import CLUSTER, FREE, HYPHEN, UNIT
from printpress.text.justify import (
    compress,
    justified,
    natural,
    shared,
    shrink,
    shrinkable,
)
from printpress.text.lines import SOFT_HYPHEN
from printpress.text.prohibition import LEVELS
from printpress.text.punctuation import (
    EXTEND,
    HEADLINE,
    QUANJIAO,
    Punctuation,
)
from printpress.text.punctuation import (
    STYLES as NAMED,
)

STYLES = (
    *NAMED.values(),
    HEADLINE,
    Punctuation.of({"marks": Fraction(3, 4), "quotes": Fraction(1, 2)}),
    replace(QUANJIAO, squeeze_stops=False, line_start=False),
)

copies = st.one_of(copy_of_all_classes, sentences)
measures = st.integers(6 * 4, 41 * 4).map(lambda quarters: quarters * SIZE // 4)
changes = st.fixed_dictionaries(
    {
        "prohibition": st.sampled_from(LEVELS),
        "punctuation": st.sampled_from(STYLES),
        "adjust": st.sampled_from(("push-in", "push-out")),
        "hanging": st.booleans(),
        "orphan": st.booleans(),
        "autospace": st.sampled_from((Fraction(0), Fraction(1, 8), Fraction(1, 4))),
        "indent": st.sampled_from((Fraction(0), Fraction(2))),
        "font": st.sampled_from(("song", "kai", "hei", "song-tc")),
        "latin": st.sampled_from(("", "hei", "kai")),
        "latin_size": st.sampled_from((Fraction(1), Fraction(9, 10), Fraction(21, 20))),
        "latin_rise": st.sampled_from((Fraction(0), Fraction(-1, 50))),
        "even_digits": st.booleans(),
        "hyphenate": st.sampled_from(("", "en_GB", "en_US")),
        "vertical": st.booleans(),
    }
)

LONELY = "\u200b"
"""Drawn only as part of a character, so not at a line's start."""
STARTS = set("，、；：。．？！‼⁇⁈⁉”’）］｝〕〉》」』】〗·•–～／々ゝ％℃°‰′″")
ENDS = set("“‘（［｛〔〈《「『【〖￥№")

laws = settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow]
)


def squeezed(text: str) -> str:
    return "".join(text.split())


def parted(line: Line) -> bool:
    """Whether the line ends in a hyphen that nobody wrote."""
    return line.pieces[-1:] != () and line.pieces[-1].texts[-1] == SOFT_HYPHEN


def galley_of(text: str, measure: int, changes: dict[str, Any]) -> Galley:
    return compose([paragraph(text, **changes)], Profile.of(measure), library())


@laws
@given(copies, measures, changes)
def test_no_character_is_lost_or_moved(text, measure, changes):  # P1
    galley = galley_of(text, measure, changes)
    lines = galley.lines
    assert not galley.missing
    assert squeezed("".join(line.text for line in lines)) == squeezed(text)
    for line in lines:
        drawn = "".join(text for piece in line.pieces for text in piece.texts)
        drawn = drawn.removesuffix(SOFT_HYPHEN)
        assert drawn.replace(LONELY, "") == line.text.replace(LONELY, "")
        assert line.characters == len(squeezed(line.text)) + sum(
            map(line.text.count, "\u2002\u2003\u2009")
        )


@laws
@given(copies, measures, changes)
def test_no_mark_stands_where_it_may_not(text, measure, changes):  # P2
    assume(changes["prohibition"] != "none")
    starts, ends = set(STARTS), set(ENDS)
    level = changes["prohibition"]
    if level != "basic":
        ends |= {"／"}
    if level in {"newspaper", "strict"}:
        starts |= set("…⋯")
    lines = galley_of(text, measure, changes).lines
    for line, after in pairwise(lines):
        if not {"divided", "prohibited"} & set(line.flags):
            assert after.text[0] not in starts, (line.text, after.text)
            assert line.text[-1] not in ends, (line.text, after.text)
            if level == "strict":
                assert not after.text.startswith(("——", "⸺"))


@laws
@given(copies, measures, changes)
def test_no_unit_is_divided(text, measure, changes):  # P3
    lines = galley_of(text, measure, changes).lines
    for line, after in pairwise(lines):
        if {"divided", "prohibited"} & set(line.flags):
            continue
        here, there = line.text[-1], after.text[0]
        if "address" in line.flags:
            assert here in "/?&=.-_@"
            assert not (line.text[-2:-1].isdigit() and there.isdigit())
            continue
        if parted(line):
            assert here.islower()
            assert there.islower()
            continue
        assert not (here.isascii() and there.isascii()) or (
            here in "-/" or there == "/" or f"{here} {there}" in " ".join(text.split())
        ), (line.text, after.text)
        assert there not in "\u0301\U000e0100\u200b"
        ellipses = len(line.text) - len(line.text.rstrip("…⋯"))
        assert there not in "…⋯" or ellipses % 2 == 0


@laws
@given(copies, measures, changes)
def test_a_hyphen_stands_only_where_the_patterns_have_one(text, measure, changes):
    lines = galley_of(text, measure, changes).lines
    left = ""
    for line, after in pairwise(lines):
        left += line.text
        if not parted(line):
            left += "" if "divided" in line.flags else " "
        else:
            assert changes["hyphenate"]
            begun = re.search("[a-z]+$", left)
            ended = re.match("[a-z]+", after.text)
            assert begun
            assert ended
            if len(ended[0]) == len(after.text):
                continue  # and the word goes on
            word, place = begun[0] + ended[0], len(begun[0])
            assert place in places(word, changes["hyphenate"])
            assert len(word) >= 6
    assert not lines or not parted(lines[-1])


@laws
@given(copies, measures, changes)
def test_letters_keep_their_distances_when_a_line_is_filled(text, measure, changes):
    """clreq 3.2.4: tracking never changes inside a Western word."""
    wanted = paragraph(text, **changes)
    items, _ = itemize(wanted, library())
    end = items.ink_end(0, items.rows)
    assume(end)
    line, _ = justified(items, 0, end, measure)
    for row in range(end - 1):
        inside = items.joints[row + 1] in {UNIT, HYPHEN}
        if inside and items.kinds[row] in "A9" and items.kinds[row + 1] in "A9":
            assert line.advances[row] == items.widths[row]


@laws
@given(copies, measures, changes)
def test_full_lines_are_exactly_their_measure(text, measure, changes):  # P4 P6 P7
    lines = galley_of(text, measure, changes).lines
    for line in lines:
        if "hanging" in line.flags:
            assert line.width - measure in {0, SIZE // 2} or line.last
        elif "overfull" not in line.flags:
            assert line.width <= measure, line
        if not line.last and not {"underfull", "overfull", "hanging"} & {*line.flags}:
            assert line.width == measure, line
        if line.last:
            assert not line.looseness


@laws
@given(copies, measures, changes)
def test_a_line_is_flagged_only_with_reason(text, measure, changes):
    changes = changes | {"autospace": Fraction(0)}
    wanted = paragraph(text, **changes)
    items, _ = itemize(wanted, library())
    indent: int = round(wanted.setting.indent * SIZE)
    rules = Rules(changes["adjust"] == "push-in", changes["hanging"], changes["orphan"])

    def room(line: int) -> int:
        return int(measure) - (0 if line else indent)

    cuts = greedy(items, room, rules)
    for cut in cuts[:-1]:
        inside = items.joints[cut.start + 1 : cut.end]
        assert items.joints[cut.end] != CLUSTER
        if "prohibited" in cut.flags:
            assert FREE not in inside
        elif "divided" in cut.flags:
            first = items.joints.rfind(FREE, 0, cut.end)
            after = items.joints.find(FREE, cut.end)
            assert FREE not in inside or (
                items.sums[after] - items.sums[first] > room(1)
            )
        else:
            assert items.joints[cut.end] in {FREE, HYPHEN} or cut.end == cut.start + 1


@laws
@given(copies, measures, changes)
def test_inked_places_follow_each_other(text, measure, changes):
    """Glyphs do not run backwards by more than the half that an opening mark lost."""
    for line in galley_of(text, measure, changes).lines:
        xs = sorted(
            (x for piece in line.pieces for x in piece.xs),
        )
        in_order = [x for piece in line.pieces for x in piece.xs]
        assert all(abs(a - b) <= SIZE // 2 for a, b in zip(xs, in_order, strict=True))


@laws
@given(copies, changes, st.fractions(Fraction(1, 2), Fraction(2)))
def test_steps_are_taken_in_order_and_within_bounds(text, changes, share):  # P5
    items, _ = itemize(paragraph(text, **changes), library())
    end = items.ink_end(0, items.rows)
    assume(end)
    room = round(items.width(0, end) * share)
    plain = natural(items, 0, end)
    line, rest = justified(items, 0, end, room)
    assert line.width + rest == room
    gave = [a - b for a, b in zip(plain.advances, line.advances, strict=True)]
    if line.width < plain.width:
        steps = shrinkable(items, 0, end)
        given_up = [[gave[row] for row, _ in places] for places in steps]
        for places, taken, later in zip(
            steps, given_up, [*given_up[1:], []], strict=True
        ):
            rooms = [room for _, room in places]
            assert all(0 <= t <= r for t, r in zip(taken, rooms, strict=True))
            assert not any(later) or sum(taken) == sum(rooms)
            open_ended = [t for t, r in zip(taken, rooms, strict=True) if t < r]
            assert not open_ended or max(taken) - min(open_ended) <= 1
        assert sum(map(sum, given_up)) == sum(gave)
        assert rest == 0 or -rest == items.width(0, end) - room - shrink(items, 0, end)
    else:
        assert all(part <= 0 for part in gave)
        spread = [-part for at, part in enumerate(gave[:-1]) if not items.rigid[at]]
        assert not spread or max(spread) - min(spread) <= 1
        for row in range(end - 1):
            if items.rigid[row] and gave[row]:
                assert row in items.seams or items.kinds[row] == "U"
                if not spread or max(spread) > SIZE:
                    continue  # loose beyond remedy: then all distances grow
                assert plain.advances[row] - gave[row] <= (
                    items.widths[row] * (row in items.seams) + SIZE // 2
                )


@laws
@given(st.lists(st.integers(0, 50), min_size=1), st.integers(0, 400))
def test_sharing_is_equal_up_to_each_room(rooms, amount):
    amount = min(amount, sum(rooms))
    parts = shared(amount, rooms)
    assert sum(parts) == amount
    assert all(0 <= part <= room for part, room in zip(parts, rooms, strict=True))
    below = [part for part, room in zip(parts, rooms, strict=True) if part < room]
    assert not below or max(parts) - min(below) <= 1


@laws
@given(copies, changes)
def test_what_the_breaker_counts_on_is_what_is_taken(text, changes):
    items, _ = itemize(paragraph(text, **changes), library())
    end = items.ink_end(0, items.rows)
    assume(end)
    line = natural(items, 0, end)
    assert line.width == items.width(0, end)
    available = shrink(items, 0, end)
    assert compress(items, line, available) == 0
    assert line.width == items.width(0, end) - available


@laws
@given(copies, measures, changes, st.integers(1, 6), measures)
def test_every_row_has_its_own_measure(text, measure, changes, rows, other):
    profile = Profile(((rows, measure), (1, other)))
    galley = compose([paragraph(text, **changes)] * 2, profile, library())
    for row, line in enumerate(galley.lines):
        assert line.measure == (measure if row < rows else other)
        if not {"overfull", "hanging"} & {*line.flags}:
            assert line.width <= line.measure


@laws
@given(copies, changes, st.lists(st.integers(0, 60), max_size=3))
def test_where_a_run_ends_changes_no_line(text, changes, seams):
    """Faces change inside copy; where lines may end does not (ctex-kit 287)."""
    whole = paragraph(text, **changes)
    offsets = sorted({0, len(text), *(at for at in seams if at < len(text))})
    runs = tuple(Run(text[a:b], changes["font"]) for a, b in pairwise(offsets))
    parted = Paragraph(runs, whole.setting)
    one, _ = itemize(whole, library())
    many, _ = itemize(parted, library())
    if "".join(many.texts) == "".join(one.texts) and many.rows == one.rows:
        assert many.joints == one.joints
        assert many.kinds == one.kinds
        assert many.rigid == one.rigid


@laws
@given(copies, measures, changes)
def test_one_line_holds_all_the_copy(text, measure, changes):
    wanted = paragraph(text, **changes)
    line, missing = set_one_line(wanted.runs, wanted.setting, library())
    assert not missing
    assert squeezed(line.text) == squeezed(text)
    assert not line.flags
    set_into, _ = set_one_line(wanted.runs, wanted.setting, library(), measure)
    assert set_into.text == line.text
    assert set_into.width <= measure or "overfull" in set_into.flags


@laws
@given(copy_with_emoji, st.integers(12, 80), st.sampled_from(LEVELS), st.booleans())
def test_without_a_font_the_same_holds(text, halves, level, squeeze):
    measure = Fraction(halves, 2)
    lines = break_lines(text, measure, prohibition=level, squeeze=squeeze)
    assert squeezed("".join(lines)) == squeezed(text)
    assert not any(EXTEND in classify(line)[:1] for line in lines[1:])
    ends = {*accumulate(map(len, lines))}
    clusters = re.finditer("[^xU](?=x)", classify("".join(lines)))
    assert not any(match.end() in ends for match in clusters)
    units = set_line(text, measure, squeeze=squeeze)
    assert squeezed("".join(unit for unit, _, _ in units)) == squeezed(text)
    assert natural_width(text, squeeze=squeeze) >= 0


@pytest.mark.parametrize("level", LEVELS)
@laws
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), measures)
def test_any_text_can_be_broken(level, text, measure):
    lines = break_lines(text, Fraction(measure, SIZE), prohibition=level)
    assert squeezed("".join(lines)) == squeezed(text)
