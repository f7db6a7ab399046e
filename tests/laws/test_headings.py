"""Laws of headings: broken at the best of the places where they may be, nothing lost."""

from dataclasses import replace
from itertools import combinations, pairwise

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.desk import EM, ROW, a_slot, a_story, lines_of
from tests.faces import HAN

from printpress.content.story import HeadingText
from printpress.diagnostics import Severity
from printpress.geometry import Rect, above_baseline
from printpress.makeup.headbreak import Breakable, Joint, best_breaking, line_cost
from printpress.makeup.headcopy import HeadCopy
from printpress.makeup.heading import set_heading
from printpress.makeup.headjoints import word_joints
from printpress.makeup.placed import Patch
from printpress.makeup.words import words_of

words = st.lists(
    st.one_of(
        st.text(HAN[:40], min_size=1, max_size=4),
        st.sampled_from(
            ["，", "：", "“", "”", "《", "》", "——", "……", "2025", "年", "的", "AI"]
        ),
        st.sampled_from(["三", "个", "月", "和", "·", "\u2002", "？", "、"]),
    ),
    min_size=1,
    max_size=14,
)


@st.composite
def headings(draw):
    """Places to break at, with the widths between them."""
    widths = draw(st.lists(st.integers(1, 9), min_size=1, max_size=9))
    ends, at = [], 0
    for width in widths:
        at += width
        ends.append(at)
    joints = tuple(
        Joint(end, draw(st.integers(0, 700)), draw(st.integers(0, 9)) == 0)
        for end in ends[:-1]
    )
    return Breakable(at, joints, lambda a, b: b - a, draw(st.integers(0, 4)))


def cost_of(copy, broken, room):
    """What a choice of joints costs; None where it may not be."""
    if any(joint.forced and joint not in broken for joint in copy.joints):
        return None
    ends = (0, *(joint.at for joint in broken), copy.length)
    widths = [end - start for start, end in pairwise(ends)]
    if max(widths) > room:
        return None
    mean = max(1, copy.whole // len(widths))
    lines = sum(line_cost(width, mean, copy.least) for width in widths)
    return lines + sum(joint.cost for joint in broken)


@given(headings(), st.integers(1, 5), st.integers(3, 60))
def test_no_other_choice_of_breaks_is_better(copy, lines, room):
    found = best_breaking(copy, lines, room)
    costs = [
        cost
        for broken in combinations(copy.joints, lines - 1)
        if (cost := cost_of(copy, broken, room)) is not None
    ]
    assert (found is None) == (not costs)
    if found is not None:
        chosen = tuple(joint for joint in copy.joints if joint.at in found.breaks)
        assert len(found.breaks) == lines - 1
        assert found.cost == min(costs) == cost_of(copy, chosen, room)


@given(st.text(max_size=30), st.lists(st.text(max_size=4), max_size=3))
def test_words_are_the_text(text, house):
    found = words_of(text, tuple(house))
    assert "".join(found) == text
    assert all(found)
    word_joints(text, found)  # whatever the characters


@given(words)
def test_no_word_is_parted_and_no_place_is_twice(parts):
    ends, at = [], 0
    for part in parts:
        at += len(part)
        ends.append(at)
    found = [joint.at for joint in word_joints("".join(parts), parts)]
    assert set(found) <= set(ends[:-1])
    assert found == sorted(set(found))


@given(
    st.lists(
        st.lists(words.map("".join), min_size=1, max_size=3).map("|".join),
        min_size=1,
        max_size=3,
    ).map("||".join)
)
def test_an_authors_parts_are_all_there_broken_or_not(text):
    heading = HeadingText.parse(text)
    assume(heading.lines)
    copy = HeadCopy.of(heading)
    forced = [joint.at for joint in copy.joints if joint.forced]
    whole = ["".join(line).replace(" ", "") for line in heading.lines]
    assert ["".join(line) for line in copy.lines(forced)] == whole
    assert [part for (part,) in copy.in_parts()] == [
        part for line in heading.lines for part in line
    ]


@given(
    headline=words.map("".join),
    kicker=words.map("".join),
    deck=words.map("".join),
)
def test_whatever_a_heading_says_it_stands_in_its_strip_and_is_whole(
    desk, headline, kicker, deck
):
    parts = {"headline": headline, "kicker": kicker, "deck": deck}
    assume(all(HeadingText.parse(text).lines for text in parts.values()))
    strip = desk.grid.span(1, 2)
    made, trouble = set_heading(
        desk.compositor(), a_story("文", **parts), "lead", strip
    )
    assert trouble is None or trouble.code in {"heading-too-high", "headline-too-wide"}
    for name, text in parts.items():
        lines = lines_of(made.placed, name)
        said = "".join(line.line.text for line in lines)
        kept = [char for char in text if not char.isspace()]
        assert [char for char in said if not char.isspace()] == kept
        if name != "headline" or trouble is None or trouble.code != "headline-too-wide":
            assert all(line.line.width <= strip.width for line in lines)
            assert all(strip.x <= line.x for line in lines)


def box_of(line):
    size = line.line.pieces[0].size
    return Rect(line.x, line.y - above_baseline(size), line.line.width, size)


@given(
    headline=words.map("".join),
    body=st.integers(1, 400).map(lambda count: "国" * count),
    slot=st.fixed_dictionaries(
        {
            "heading": st.sampled_from(["beside", "inside"]),
            "heading_at": st.sampled_from(["top", "middle", 3, 9]),
            "rows": st.integers(8, 24).map(lambda last: (1, last)),
            "reverse": st.sampled_from(["", "red"]),
            "role": st.sampled_from(["lead", "plain"]),
        }
    ),
)
def test_text_beside_and_round_a_heading_is_whole_and_never_touches_it(
    desk, headline, body, slot
):
    assume(HeadingText.parse(headline).lines)
    made = desk.set(a_story(body, headline=headline), a_slot(**slot))
    text = lines_of(made.placed, "body")
    said = [*(line.line.text for line in text), *(line.text for line in made.overset)]
    assert "".join(said) == body
    heads = [box_of(line) for line in lines_of(made.placed, "headline")]
    heads += [patch.rects[0] for patch in made.placed if isinstance(patch, Patch)]
    if any(found.severity is Severity.ERROR for found in made.found):
        return  # a heading that does not fit is refused
    for line in text:
        box = box_of(line)
        for head in heads:
            apart_across = box.right <= head.x or head.right <= box.x
            assert apart_across or box.bottom < head.y or head.bottom < box.y


@given(
    body=st.lists(words.map("".join), min_size=1, max_size=12).map("".join),
    rows=st.integers(2, 5),
    columns=st.integers(1, 3),
)
def test_with_an_initial_every_character_is_there_once_and_in_order(
    desk, body, rows, columns
):
    body = body.replace(" ", "").replace("\u2002", "")
    assume(not body.startswith("#"))
    story = a_story(body)
    slot = a_slot(rows=(1, 12), columns=columns)
    plain = desk.set(story, slot)
    made = desk.set(story, replace(slot, initial=rows))
    assert said(made) == said(plain) == body
    left_out = any(found.code == "initial-left-out" for found in made.found)
    assert left_out == (made.placed == plain.placed)
    if left_out:
        return
    lines = lines_of(made.placed, "body")
    first = lines[0].line
    large = [piece for piece in first.pieces if piece.size > EM]
    assert [len(piece.gids) for piece in large] == [1]
    for line in lines[1:]:
        # Beside the initial no glyph begins before its right edge.
        beside = line.x == lines[0].x and 0 < line.y - lines[0].y < rows * ROW
        start = min(x for piece in line.line.pieces for x in piece.xs)
        if beside:
            assert start + EM // 2 >= large[0].xs[0] + large[0].size


def said(made):
    text = [line.line.text for line in lines_of(made.placed, "body")]
    return "".join([*text, *(line.text for line in made.overset)])
