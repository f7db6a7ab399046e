"""A paragraph in another number of lines than its cheapest way."""

import pytest
from tests.engine import ems, library, paragraph

from printpress.text.galley import Profile, compose, compose_in

COPY = "国家新闻，社会经济，市县乡，" * 4 + "国家新"


def in_lines(text, count, **changes):
    copy = paragraph(text, orphan=True, **changes)
    (found,) = compose_in(copy, 3, ems(15), library(), [count])
    return found


def test_the_number_of_lines_that_total_fit_takes_is_had_at_its_price():
    (*lines,) = compose([paragraph(COPY)], Profile.of(ems(15)), library()).lines
    _, same = in_lines(COPY, len(lines))
    assert [line.text for line in same] == [line.text for line in lines]
    assert {line.paragraph for line in same} == {3}


@pytest.mark.parametrize("by", [-1, 1])
def test_other_numbers_cost_more_and_hold_all_of_the_copy(by):
    usual = len(compose([paragraph(COPY)], Profile.of(ems(15)), library()).lines)
    cost, lines = in_lines(COPY, usual + by) or (0, ())
    if by < 0:
        assert not lines  # fifteen characters cannot be squeezed out of three lines
        return
    assert cost > in_lines(COPY, usual)[0]
    assert "".join(line.text for line in lines) == COPY
    assert all(line.width == ems(15) for line in lines[:-1])
    assert max(line.looseness for line in lines) <= 100


@pytest.mark.parametrize("count", [0, 1, 2, 9, 40])
def test_numbers_out_of_reach_are_refused(count):
    assert in_lines(COPY, count) is None


def test_a_last_line_of_one_character_is_refused():
    text = "国家新闻社会经济市县乡镇地方报" * 2
    assert len(in_lines(text, 2)[1]) == 2
    assert in_lines(text + "纸", 3) is not None  # a character is taken down to it
    assert len(in_lines(text + "纸", 3)[1][-1].text) > 1


@pytest.mark.parametrize("changes", [{"align": "left"}, {"method": "greedy"}])
def test_only_lines_that_total_fit_fills_are_set_so(changes):
    assert in_lines(COPY, 4, **changes) is None
