"""What the law wants on the pages: looked for where it is printed, not in the house."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.desk import HERE, a_slot, a_story
from tests.papers import write_paper

from printpress import spec
from printpress.content.story import Story
from printpress.lint.internal import forbidden_of_paper, forbidden_words
from printpress.lint.pages import lint_pages
from printpress.lint.registration import registration_missing
from printpress.makeup.pages import make_up
from printpress.spec.house import Registration
from printpress.spec.layout import Furniture, MastheadSpec, StripSpec

FULL = Registration(
    number="CN 00-0000",
    publisher="小报社",
    address="小镇大街一号",
    phone="0000-0000",
    printer="小镇印社",
    price="一元",
)
INTERNAL = Registration(
    number="(小)字第7号",
    publisher="小镇社区",
    recipients="各户",
    printer="小镇印社",
    copies="300份",
)


def strip(row: int) -> StripSpec:
    return StripSpec((1, 3), (row, row), HERE)


MASTHEAD = MastheadSpec(
    (1, 3), (1, 3), None, "", "", None, copublisher=False, span=HERE
)
ALL = Furniture(masthead=MASTHEAD, dateline=strip(4), folio=strip(5), imprint=strip(30))


def missing(desk, furniture, *, told=FULL, kind="newspaper", slots=(), numbers=(1,)):
    """What is said of a paper whose pages carry that furniture."""
    paper = replace(desk.house.paper, kind=kind, name="小镇大报")
    house = replace(desk.house, registration=told, paper=paper)
    slots = (a_slot(rows=(7, 28)), *slots)
    pages = [
        desk.page(slots, {"lead": (a_story("早市。", id=f"s{n}"),)}, number=n,
                  furniture=furniture if n == 1 else replace(furniture, masthead=None))
        for n in numbers
    ]  # fmt: skip
    issue = desk.issue(*pages, house=house)
    makeup, _ = make_up(issue, desk.library)
    return [told.what.en for told in registration_missing(issue, makeup)]


def test_a_paper_that_says_everything(desk):
    assert missing(desk, ALL, numbers=(1, 2)) == []


def test_an_imprint_in_a_slot_says_it_too(desk):
    slot = a_slot("imprint", rows=(29, 30), use="imprint", role="imprint", columns=2)
    assert missing(desk, replace(ALL, imprint=None), slots=(slot,)) == []


@pytest.mark.parametrize(
    ("without", "names"),
    [
        ("imprint", "publisher, address, phone, printer, price"),
        ("dateline", "issue number"),  # the folio has the date, the imprint the number
    ],
)
def test_what_no_furniture_prints(desk, without, names):
    told = missing(desk, replace(ALL, **{without: None}))
    assert told == [f"no page prints {names}"]


def test_what_the_house_does_not_give(desk):
    told = replace(FULL, phone="", price="")
    bare = replace(ALL, imprint=None)
    assert "the house gives no phone, price, and no page has an imprint" in missing(
        desk, bare, told=told
    )
    assert (
        missing(desk, ALL, told=told) == []
    )  # the imprint says so: imprint-incomplete


def test_what_the_house_gives_beside_must_be_printed(desk):
    told = replace(FULL, advert_licence="广第7号", authority="小镇")
    bare = replace(ALL, imprint=None)
    (said,) = missing(desk, bare, told=told)
    assert "authority" in said
    assert "advert licence" in said


def test_the_front_has_a_nameplate_or_says_its_number(desk):
    assert missing(desk, replace(ALL, masthead=None)) == [
        'page 1 does not print the nameplate "小镇大报"'
    ]
    assert missing(desk, replace(ALL, folio=None)) == []


def test_every_other_page_says_its_number(desk):
    told = missing(desk, replace(ALL, folio=None), numbers=(1, 2, 3))
    assert told == [f"page {n} does not print its number" for n in (2, 3)]


def test_internal_matter_says_what_it_is_on_its_front(desk):
    assert missing(desk, ALL, told=INTERNAL, kind="internal") == []
    told = missing(desk, replace(ALL, dateline=None), told=INTERNAL, kind="internal")
    assert told == [
        "no page prints issue number",
        'page 1 does not print the words "内部资料　免费交流"',
    ]


def test_it_is_asked_with_the_pages(desk):
    page = desk.page([a_slot()], {"lead": (a_story("早市。"),)})
    issue = desk.issue(page)
    makeup, _ = make_up(issue, desk.library)
    assert "registration-missing" in [d.code for d in lint_pages(issue, makeup)]
    deaf = replace(issue, accepted=("registration-missing",))
    assert not lint_pages(deaf, makeup)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("本报讯 早市开了。", ["本报讯"]),
        ("本刊讯：早市开了。", ["本刊讯"]),
        ("据本报记者看，本刊也来。", ["本报", "本刊"]),
        ("国内统一连续出版物号 CN 31-0001", ["国内统一连续出版物号", "CN 31-0001"]),
        ("刊号见报尾。", ["刊号"]),
        ("日本报纸、资本报酬、样本刊出、基本报完。", []),
        ("本报告、本报表。", []),
        ("报纸和刊物。", []),
    ],
)
def test_words_of_a_newspaper(text, words):
    story = a_story(text)
    said = [told.what.en.split('says "')[1][:-1] for told in forbidden_words(story)]
    assert said == words


def test_a_headline_of_a_newspaper():
    story: Story = a_story("早市。", headline="本报|评出好摊主")
    (told,) = forbidden_words(story)
    assert told.span == HERE


@pytest.mark.parametrize(
    ("name", "slogan", "number", "count"),
    [
        ("桥头通讯", "自家门口", "(溪)字第7号", 0),
        ("桥头报", "自家门口", "(溪)字第7号", 1),
        ("桥头月刊", "本报为你", "CN 31-0001", 3),
    ],
)
def test_names_of_a_newspaper(desk, name, slogan, number, count):
    paper = replace(desk.house.paper, name=name, slogan=slogan, kind="internal")
    house = replace(desk.house, paper=paper, registration=Registration(number=number))
    assert len([*forbidden_of_paper(desk.issue(house=house))]) == count


@pytest.mark.parametrize(
    ("accept", "codes"),
    [("", ["internal-editions"]), ("accept: [internal-editions]\n", [])],
)
def test_several_editions_of_internal_matter(tmp_path: Path, accept, codes):
    from tests.papers import ISSUE, TINY

    house = TINY["layouts/house.yaml"].replace("大家看", "大家看, kind: internal")
    issue = TINY[ISSUE].replace("[town]", "[town, other]")
    other = TINY["layouts/editions/town.yaml"].replace("code: T", "code: O")
    changes = {
        "layouts/house.yaml": house,
        "layouts/editions/other.yaml": other,
        ISSUE: accept + issue,
    }
    _, found = spec.load(write_paper(tmp_path, changes))
    assert [told.code for told in found] == codes
