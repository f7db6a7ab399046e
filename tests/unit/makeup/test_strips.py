"""Dateline, folio and imprint."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest
from tests.desk import HERE, a_slot, lines_of, words_of

from printpress.content.calendar import calendar_day
from printpress.makeup.imprint import imprint_findings, imprint_words
from printpress.makeup.pages import make_up
from printpress.makeup.placed import Patch, Rule
from printpress.makeup.strips import dateline_words
from printpress.spec.layout import Furniture, StripSpec

TOP = StripSpec((1, 3), (1, 2), HERE)
FOOT = StripSpec((1, 3), (30, 30), HERE)


def issue_of(desk, date, *pages, **changes):
    return desk.issue(*pages, date=date, day=calendar_day(date), **changes)


def words(placed):
    return [words_of(line) for line in lines_of(placed)]


def page_with(desk, number=1, section="", posts=(), **furniture):
    page = desk.page(
        [a_slot(rows=(5, 29))],
        {},
        number=number,
        furniture=Furniture(**furniture),
    )
    return replace(page, section=section, credits=posts)


def placed_on(desk, page, **changes):
    issue = issue_of(desk, dt.date(2025, 9, 7), page, **changes)
    makeup, found = make_up(issue, desk.library)
    assert found == ()
    return makeup.pages[0].placed


def test_the_dateline_tells_the_day_its_term_the_number_and_the_pages(desk):
    pages = [page_with(desk, number=n) for n in (1, 2)]
    issue = issue_of(desk, dt.date(2025, 9, 7), *pages)
    assert dateline_words(issue) == [
        "2025年9月7日",
        "星期日",
        "农历乙巳年七月十六　白露",
        "第7期",
        "今日2版",
        "CN 00-0000",
    ]


def test_the_day_after_has_no_term(desk):
    issue = issue_of(desk, dt.date(2025, 9, 8), page_with(desk))
    told = dateline_words(issue)
    assert told[1:3] == ["星期一", "农历乙巳年七月十七"]


def test_the_dateline_is_set_in_order_from_edge_to_edge(desk):
    placed = placed_on(desk, page_with(desk, dateline=TOP))
    lines = lines_of(placed)
    assert [line.x for line in lines] == sorted(line.x for line in lines)
    assert words(placed)[0] == "2025年9月7日"
    assert len({line.y for line in lines}) == 1
    box = desk.grid.rect(TOP.cols, TOP.rows)
    assert lines[0].x - box.x == box.right - (lines[-1].x + lines[-1].line.width)
    gaps = {after.x - here.x - here.line.width for here, after in pairwise(lines)}
    assert max(gaps) - min(gaps) <= 1


@pytest.mark.parametrize(("number", "shown"), [(2, "02"), (3, "03"), (12, "12")])
def test_the_page_number_stands_at_the_outer_edge(desk, number, shown):
    placed = placed_on(desk, page_with(desk, number=number, folio=TOP))
    box = desk.grid.rect(TOP.cols, TOP.rows)
    line = next(line for line in lines_of(placed) if words_of(line) == shown)
    if number % 2:
        assert line.x + line.line.width == box.right
    else:
        assert line.x == box.x


@pytest.mark.parametrize("number", [2, 3])
def test_the_folio_reads_outwards_from_date_to_paper(desk, number):
    placed = placed_on(desk, page_with(desk, number=number, folio=TOP))
    (words_near,) = [w for w in words(placed) if "小报" in w]
    date = "2025年9月7日　星期日"
    assert words_near == (f"{date}　小报" if number % 2 else f"小报　{date}")


@pytest.mark.parametrize("number", [2, 3])
def test_credits_stand_at_the_inner_edge(desk, number):
    page = page_with(
        desk, number=number, posts=(("编辑", "张"), ("记者", "林")), folio=TOP
    )
    placed = placed_on(desk, page)
    box = desk.grid.rect(TOP.cols, TOP.rows)
    line = next(line for line in lines_of(placed) if "编辑" in words_of(line))
    assert words_of(line) == "编辑：张　记者：林"
    if number % 2:
        assert line.x == box.x
    else:
        assert line.x + line.line.width == box.right


def test_the_section_stands_reversed_on_a_label_in_the_middle(desk):
    placed = placed_on(desk, page_with(desk, number=2, section="社会", folio=TOP))
    (label,) = [thing for thing in placed if isinstance(thing, Patch)]
    line = next(line for line in lines_of(placed) if words_of(line) == "社会")
    box = desk.grid.rect(TOP.cols, TOP.rows)
    (rect,) = label.rects
    assert abs((rect.x - box.x) - (box.right - rect.right)) <= 1
    assert rect.x <= line.x
    assert line.x + line.line.width <= rect.right
    assert line.ink.total == 0
    assert label.ink.total > 0


def test_a_page_without_a_section_has_no_label(desk):
    placed = placed_on(desk, page_with(desk, number=2, folio=TOP))
    assert not [thing for thing in placed if isinstance(thing, Patch)]


def test_a_heavy_and_a_fine_rule_close_the_folio(desk):
    placed = placed_on(desk, page_with(desk, number=2, folio=TOP))
    heavy, fine = (thing for thing in placed if isinstance(thing, Rule))
    assert heavy.width > fine.width
    assert heavy.y0 < fine.y0 <= desk.grid.rect(TOP.cols, TOP.rows).bottom
    assert all(line.y < heavy.y0 for line in lines_of(placed))


def test_the_imprint_tells_what_the_house_gives_and_no_more(desk):
    told = replace(desk.house.registration, address="本镇一街", price="免")
    house = replace(desk.house, registration=told)
    issue = issue_of(desk, dt.date(2025, 9, 7), page_with(desk), house=house)
    assert imprint_words(issue) == [
        "小报社",
        "刊号：CN 00-0000",
        "地址：本镇一街",
        "定价：免",
    ]


def test_a_paper_that_counts_its_issues_tells_their_total(desk):
    issue = issue_of(desk, dt.date(2025, 9, 8), page_with(desk), total=1312)
    assert dateline_words(issue)[3] == "第7期（总第1312期）"


def an_internal_issue(desk, **told):
    paper = replace(desk.house.paper, kind="internal")
    registration = replace(desk.house.registration, **told)
    house = replace(desk.house, paper=paper, registration=registration)
    return issue_of(desk, dt.date(2025, 9, 8), page_with(desk), house=house)


def test_internal_material_says_so_beside_its_licence(desk):
    issue = an_internal_issue(desk, number="(X)00-0000")
    assert dateline_words(issue)[-2:] == ["准印证号：(X)00-0000", "内部资料　免费交流"]
    labelled = an_internal_issue(desk, number="准印证 X00")
    assert dateline_words(labelled)[-2] == "准印证 X00"


def test_internal_material_has_an_imprint_of_its_own(desk):
    issue = an_internal_issue(desk, recipients="各村", copies="300份", price="免费")
    assert imprint_words(issue) == [
        "编印单位：小报社",
        "准印证号：CN 00-0000",
        "发送对象：各村",
        "印刷日期：2025年9月8日",
        "印数：300份",
    ]


def test_what_an_imprint_lacks_is_told_by_the_kind_of_paper(desk):
    issue = issue_of(desk, dt.date(2025, 9, 8), page_with(desk))
    (told,) = imprint_findings(issue, HERE)
    assert told.what.en.endswith("lacks address, phone, printer, price")
    (told,) = imprint_findings(an_internal_issue(desk), HERE)
    assert told.what.en.endswith("lacks recipients, printer, copies")
    whole = an_internal_issue(desk, recipients="各村", printer="一厂", copies="9")
    assert not list(imprint_findings(whole, HERE))


def test_a_long_imprint_is_set_smaller_and_kept_whole(desk):
    told = replace(desk.house.registration, address="中国" * 40)
    house = replace(desk.house, registration=told)
    issue = issue_of(
        desk, dt.date(2025, 9, 7), page_with(desk, imprint=FOOT), house=house
    )
    placed = make_up(issue, desk.library)[0].pages[0].placed
    lines = lines_of(placed)
    box = desk.grid.rect(FOOT.cols, FOOT.rows)
    assert "中国" * 40 in "".join(words_of(line) for line in lines)
    assert box.x <= lines[0].x
    assert lines[-1].x + lines[-1].line.width <= box.right
    for here, after in pairwise(lines):
        assert here.x + here.line.width <= after.x


def test_an_imprint_of_nothing_draws_nothing(desk):
    bare = replace(desk.house.registration, number="", publisher="")
    house = replace(desk.house, registration=bare)
    page = page_with(desk, imprint=FOOT)
    issue = issue_of(desk, dt.date(2025, 9, 7), page, house=house)
    assert make_up(issue, desk.library)[0].pages[0].placed == ()
