"""A file held against the issue that it is of."""

import datetime as dt
from functools import partial

import pikepdf
import pytest
from pikepdf import Dictionary
from tests.unit.preflight.conftest import rules
from tests.unit.preflight.files import HEIGHT, WIDTH, changed, drawn, good
from tests.unit.preflight.test_rendered import PAYLOAD, qr

from printpress.geometry import Size
from printpress.preflight.expected import Expected, ExpectedPage, dates
from printpress.rules.record import BOTH_X
from printpress.units import PT

DAY = dt.date(2025, 9, 5)
WORDS = "2025年9月5日02"
"""The text of glyphs 1 to 11 of the tests' face."""


def readable(pdf):
    """Glyphs 1 on read as the words."""
    rows = "\n".join(f"<{n:04X}> <{ord(c):04X}>" for n, c in enumerate(WORDS, 1))
    cmap = f"{len(WORDS)} beginbfchar\n{rows}\nendbfchar".encode()
    pdf.pages[0].Resources.Font.F0.ToUnicode = pdf.make_stream(cmap)


def words(first: int, last: int, y: int) -> bytes:
    codes = "".join(f"{n:04X}" for n in range(first, last + 1)).encode()
    return b"/G0 gs 0 0 0 1 k BT /F0 9 Tf 320 %d Td <%b> Tj ET " % (y, codes)


DATE, NUMBER = words(1, 9, 700), words(10, 11, 720)


def wanted(*pages: ExpectedPage, codes=(), size=(WIDTH, HEIGHT)) -> Expected:
    trim = Size(round(size[0] * PT), round(size[1] * PT))
    return Expected(trim, DAY, pages, codes)


def page(number=2, *, dated=True, numbered=True, codes=()) -> ExpectedPage:
    return ExpectedPage((number,), dated, numbered, codes)


def test_a_page_with_date_and_number_is_as_expected(judged):
    contents = drawn(DATE + NUMBER, readable)
    assert rules(judged(contents, expected=wanted(page()))) == []


@pytest.mark.parametrize(
    ("shown", "broken"),
    [(DATE, ["page-number-missing"]), (NUMBER, ["date-missing"])],
)
def test_what_is_not_on_the_page_is_told(judged, shown, broken):
    contents = drawn(shown, readable)
    assert rules(judged(contents, expected=wanted(page()))) == broken


def test_what_is_not_asked_of_a_page_is_not_told(judged):
    free = page(dated=False, numbered=False)
    assert rules(judged(good(), expected=wanted(free))) == []


def test_another_number_of_pages_is_told(judged):
    free = page(dated=False, numbered=False)
    assert rules(judged(good(), expected=wanted(free, free))) == ["page-count"]


def test_another_size_is_told(judged):
    free = page(dated=False, numbered=False)
    report = judged(good(), expected=wanted(free, size=(WIDTH + 3, HEIGHT)))
    assert rules(report) == ["page-size"]


def test_a_number_of_pages_that_the_press_does_not_print_is_told(judged):
    def twice(pdf):
        again = pdf.make_indirect(Dictionary(pdf.pages[0].obj))
        pdf.pages.append(pikepdf.Page(again))

    both = [page(n, dated=False, numbered=False) for n in (1, 2)]
    expected = wanted(*both)
    assert rules(judged(changed(twice), expected=expected)) == ["pages-multiple"]
    assert rules(judged(changed(twice), expected=expected, pages_multiple=2)) == []


def test_codes_lead_where_the_issue_says(judged):
    contents = drawn(qr())
    free = page(dated=False, numbered=False, codes=(PAYLOAD,))
    assert rules(judged(contents, render=True, expected=wanted(free))) == []
    other = page(dated=False, numbered=False, codes=("https://example.org/other",))
    report = judged(contents, render=True, expected=wanted(other))
    assert rules(report) == ["qr-missing"]
    assert report.findings[0].object == "https://example.org/other"
    anywhere = wanted(page(dated=False, numbered=False), codes=("tel:1",))
    assert rules(judged(contents, render=True, expected=anywhere)) == ["qr-missing"]


def test_days_are_written_in_many_ways():
    assert {"2025年9月5日", "2025-09-05", "2025.9.5", "二〇二五年九月五日"} <= set(
        dates(DAY)
    )


def test_pages_in_black_are_known_by_their_number_in_the_paper(judged):
    contents = drawn(b"/G1 gs 0 1 0.9 0 k 320 100 200 200 re f ")
    fifth = wanted(page(5, dated=False, numbered=False))
    black = {5: "K"}
    assert rules(judged(contents, inks_by_page=black)) == []
    assert rules(judged(contents, expected=fifth, inks_by_page=black)) == [
        "page-plates"
    ]


FREELY = page(dated=False, numbered=False)
ELSEWHERE = page(dated=False, numbered=False, codes=("https://example.org/other",))


def pages(count: int) -> Expected:
    return wanted(*(page(n, dated=False, numbered=False) for n in range(1, count + 1)))


def doubled(standard: str) -> bytes:
    def twice(pdf):
        again = pdf.make_indirect(Dictionary(pdf.pages[0].obj))
        pdf.pages.append(pikepdf.Page(again))

    return changed(twice, standard)


ISSUE = [
    ("page-count", good, wanted(FREELY, FREELY)),
    ("page-size", good, wanted(FREELY, size=(WIDTH + 3, HEIGHT))),
    ("pages-multiple", doubled, pages(2)),
    ("date-missing", partial(drawn, NUMBER, readable), wanted(page())),
    ("page-number-missing", partial(drawn, DATE, readable), wanted(page())),
    ("qr-missing", partial(drawn, qr(), None), wanted(ELSEWHERE)),
]


@pytest.mark.parametrize("standard", BOTH_X)
@pytest.mark.parametrize(
    ("rule", "made", "expected"), ISSUE, ids=[one[0] for one in ISSUE]
)
def test_each_difference_names_its_rule(judged, rule, made, expected, standard):
    render = rule == "qr-missing"
    report = judged(made(standard), standard, render=render, expected=expected)
    assert rules(report) == [rule]
