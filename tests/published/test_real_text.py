"""A real text of 136,000 characters, set whole: no rule broken, no line too wide.

What is checked is worked out from the lines' characters alone, not from the engine's
own columns.
"""

import re
from functools import cache
from itertools import pairwise

import pytest

from printpress.text.galley import Galley, Line, Profile, compose
from tests.engine import ems, library, paragraph
from tests.real_text import paragraphs

pytestmark = pytest.mark.needs_debian_texts

MEASURES = (13.0, 15.5, 20.0)
NOT_FIRST = set("，、；：。．？！”’）］｝〕〉》」』】〗·～／％‰℃°…々")
NOT_LAST = set("“‘（［｛〔〈《「『【〖／")
SPREADS = re.compile(r"[一-鿿]{2}|\S\s+\S|[一-鿿][0-9A-Za-z]")
"""What a line can be filled by: two characters, a word space, a gap to Latin."""
WORD = re.compile("[0-9A-Za-z]")


@cache
def galleys(measure: float, method: str = "total-fit") -> tuple[Galley, ...]:
    """Each paragraph by itself, at a newspaper's indent of two ems."""
    return tuple(
        compose(
            [paragraph(text, indent=2, orphan=True, method=method)],
            Profile.of(ems(measure)),
            library(),
        )
        for text in paragraphs()
    )


def lines(measure: float, method: str = "total-fit") -> list[Line]:
    return [line for galley in galleys(measure, method) for line in galley.lines]


def joints(measure: float) -> list[tuple[Line, Line]]:
    """Each line with the one after it, but where the first says what it broke."""
    excused = {"divided", "prohibited"}
    return [
        (line, after)
        for galley in galleys(measure)
        for line, after in pairwise(galley.lines)
        if not excused & {*line.flags}
    ]


def test_the_text_is_long_and_mixed():
    whole = "".join(paragraphs())
    assert len(whole) > 100_000
    assert len(re.findall("https?://", whole)) > 40
    assert len(re.findall("[0-9]", whole)) > 2000
    assert len(re.findall("[A-Za-z]", whole)) > 30_000


@pytest.mark.parametrize("measure", MEASURES)
def test_every_character_is_set_once(measure):
    for text, galley in zip(paragraphs(), galleys(measure), strict=True):
        assert not galley.missing
        drawn = "".join(line.text for line in galley.lines)
        assert "".join(drawn.split()) == "".join(text.split())


@pytest.mark.parametrize("measure", MEASURES)
def test_no_line_begins_or_ends_with_what_it_may_not(measure):
    for line, after in joints(measure):
        assert after.text[0] not in NOT_FIRST, (line.text, after.text)
        assert line.text[-1] not in NOT_LAST, (line.text, after.text)


@pytest.mark.parametrize("measure", MEASURES)
def test_no_word_or_number_is_parted(measure):
    for line, after in joints(measure):
        if "address" not in line.flags:
            inside = WORD.match(line.text[-1]) and WORD.match(after.text[0])
            spaced = f"{line.text[-1]} {after.text[0]}"
            assert not inside or spaced in " ".join("".join(paragraphs()).split())


@pytest.mark.parametrize("measure", MEASURES)
def test_every_full_line_is_its_measure(measure):
    for line in lines(measure):
        assert line.width <= ems(measure), line
        if not line.last and line.width < ems(measure):
            assert "underfull" in line.flags, line
            assert not SPREADS.search(line.text), line.text


@pytest.mark.parametrize("measure", MEASURES)
def test_only_units_wider_than_a_line_are_divided(measure):
    for text, galley in zip(paragraphs(), galleys(measure), strict=True):
        for line, after in pairwise(galley.lines):
            if "divided" in line.flags:
                left = re.search("[!-~]*$", text[: after.offset])
                right = re.match("[!-~]*", text[after.offset :])
                assert left is not None
                assert right is not None
                assert len(left[0] + right[0]) > measure


@pytest.mark.parametrize("measure", MEASURES)
def test_the_widest_gap_is_half_that_of_the_greedy_way(measure):
    worst = {
        method: max(line.looseness for line in lines(measure, method) if not line.last)
        for method in ("greedy", "total-fit")
    }
    assert worst["total-fit"] * 2 <= worst["greedy"]
