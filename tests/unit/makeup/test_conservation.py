"""Every character once: pages are broken by hand, and the checker must say so."""

from dataclasses import replace

import pytest
from tests.desk import (
    HERE,
    a_picture,
    a_picture_slot,
    a_slot,
    a_story,
)

from printpress.codes import CODES
from printpress.content.jumps import Jump
from printpress.content.story import HeadingText
from printpress.diagnostics import Severity, render
from printpress.makeup.conservation import losses, lost_copy
from printpress.makeup.pages import make_up
from printpress.makeup.placed import SetLine
from printpress.text.lines import SOFT_HYPHEN

BODY = """\
新闻国家地方，市县乡镇[^1]。{社会|shehui}经济。

## 小标题

- 国家
- 地方

::: 诗
新闻国家
:::

| 村 | 元 |
|---|---|
| 国 | 1,200 |

[^1]: 地方文中
"""
SLOT = a_slot(rows=(1, 30), picture=a_picture_slot((1, 2), "top", (2, 4)))
STORY = a_story(
    BODY,
    kicker="引|题",
    headline="新闻|国家",
    deck="副题",
    byline="记者 文中",
    pictures=(a_picture("图片说明", "文中 摄"),),
)


def pages_of(desk, *stories, slots=(SLOT,), jumps=()):
    copy = {
        slot.name: (story,) for slot, story in zip(slots, stories, strict=True) if story
    }
    issue = desk.issue(desk.page(slots, copy), jumps=jumps)
    makeup, _ = make_up(issue, desk.library)
    return issue, makeup


def without(makeup, wanted):
    """The pages without the lines of which that is true."""
    pages = tuple(
        replace(
            page,
            placed=tuple(
                thing
                for thing in page.placed
                if not (isinstance(thing, SetLine) and wanted(thing))
            ),
        )
        for page in makeup.pages
    )
    return replace(makeup, pages=pages)


def doubled(makeup, wanted):
    """The pages with such lines twice."""
    pages = tuple(
        replace(
            page,
            placed=(
                *page.placed,
                *(t for t in page.placed if isinstance(t, SetLine) and wanted(t)),
            ),
        )
        for page in makeup.pages
    )
    return replace(makeup, pages=pages)


def test_a_page_with_everything_has_lost_nothing(desk):
    issue, makeup = pages_of(desk, STORY)
    assert lost_copy(issue, makeup) == ()


@pytest.mark.parametrize(
    ("part", "copy"),
    [
        ("kicker", "引题"),
        ("headline", "新闻国家"),
        ("deck", "副题"),
        ("caption", "图片说明（文中摄）"),
    ],
)
def test_a_part_that_is_gone_or_twice_there_is_told(desk, part, copy):
    issue, makeup = pages_of(desk, STORY)
    (lost,) = losses(issue, without(makeup, lambda line: line.part == part))
    assert (lost.part, sorted(lost.lost), lost.doubled) == (part, sorted(copy), "")
    (twice,) = losses(issue, doubled(makeup, lambda line: line.part == part))
    assert (twice.part, twice.lost, sorted(twice.doubled)) == (part, "", sorted(copy))


@pytest.mark.parametrize("number", range(8))
def test_a_paragraph_that_is_gone_or_twice_there_is_told(desk, number):
    issue, makeup = pages_of(desk, STORY)
    lines = [
        line.line
        for line in makeup.pages[0].placed
        if isinstance(line, SetLine) and line.paragraph == number
    ]
    copy = "".join(line.text for line in lines)
    assert copy
    told = {
        loss.part: loss
        for loss in losses(
            issue, without(makeup, lambda line: line.paragraph == number)
        )
    }
    assert sorted(told["body"].lost) == sorted("".join(copy.split()))
    assert ("reading" in told) == (number == 0)
    told = {
        loss.part: loss
        for loss in losses(
            issue, doubled(makeup, lambda line: line.paragraph == number)
        )
    }
    assert sorted(told["body"].doubled) == sorted("".join(copy.split()))


def test_a_glyph_that_is_not_drawn_is_told_though_the_line_says_it_is(desk):
    issue, makeup = pages_of(desk, STORY)

    def short(thing):
        if not (
            isinstance(thing, SetLine) and thing.paragraph == 0 and thing.line.first
        ):
            return thing
        first, *others = thing.line.pieces
        cut = replace(
            first, gids=first.gids[1:], texts=first.texts[1:], xs=first.xs[1:]
        )
        return replace(thing, line=replace(thing.line, pieces=(cut, *others)))

    pages = [replace(p, placed=tuple(map(short, p.placed))) for p in makeup.pages]
    (lost,) = losses(issue, replace(makeup, pages=tuple(pages)))
    assert (lost.part, lost.lost, lost.doubled) == ("body", "新", "")


def test_a_character_for_another_is_lost_and_doubled(desk):
    issue, makeup = pages_of(desk, STORY)
    other = replace(STORY, paragraphs=a_story(BODY.replace("经济", "经社")).paragraphs)
    changed = replace(
        issue, pages=(replace(issue.pages[0], stories={SLOT.name: (other,)}),)
    )
    (lost,) = losses(changed, makeup)
    assert (lost.part, lost.lost, lost.doubled) == ("body", "社", "济")


def test_overset_lines_count_as_told(desk):
    story = a_story("新" * 2000)
    issue, makeup = pages_of(desk, story, slots=(a_slot(),))
    assert makeup.overset["one"]
    assert lost_copy(issue, makeup) == ()
    (lost,) = losses(issue, replace(makeup, overset={}))
    left = sum(line.characters for line in makeup.overset["one"])
    assert (lost.lost, lost.doubled) == ("新" * left, "")


def test_a_story_that_is_on_no_page_at_all_is_told_with_its_page(desk):
    issue, makeup = pages_of(desk, STORY)
    empty = replace(makeup, pages=(replace(makeup.pages[0], placed=()),))
    told = {loss.part: loss.pages for loss in losses(issue, empty)}
    parts = ("body", "kicker", "headline", "deck", "caption", "reading")
    assert told == dict.fromkeys(parts, (1,))


def test_the_parts_of_a_jump_are_counted_together(desk):
    story = a_story("新闻国家" * 120, headline="新闻")
    jump = Jump("one", 1, "lead", 2, "tail", HeadingText.parse("短|题"), HERE, HERE)
    first, tail = a_slot(rows=(1, 12)), a_slot("tail")
    issue = desk.issue(
        desk.page([first], {"lead": (story,)}),
        desk.page([tail], {}, number=2),
        jumps=(jump,),
    )
    makeup, _ = make_up(issue, desk.library)
    assert lost_copy(issue, makeup) == ()
    rest = replace(makeup, pages=(makeup.pages[0], replace(makeup.pages[1], placed=())))
    lost, head = losses(issue, rest)
    assert (lost.part, head.part, head.lost) == ("body", "jump_head", "短题")
    there = [t for t in makeup.pages[1].placed if isinstance(t, SetLine)]
    assert len(lost.lost) == sum(len(t.line.text) for t in there if t.part == "body")
    (head,) = losses(
        issue,
        without(
            makeup, lambda line: line.part == "headline" and "短" in line.line.text
        ),
    )
    assert (head.part, head.lost, head.pages) == ("jump_head", "短题", (1, 2))


def test_hyphens_that_setting_draws_are_no_copy(desk):
    body = replace(desk.house.body, hyphenate="en_GB")
    story = a_story("national newspapers and communication " * 12)
    issue = desk.issue(
        desk.page([a_slot()], {"lead": (story,)}), house=replace(desk.house, body=body)
    )
    makeup, _ = make_up(issue, desk.library)
    drawn = [
        text
        for thing in makeup.pages[0].placed
        if isinstance(thing, SetLine)
        for piece in thing.line.pieces
        for text in piece.texts
    ]
    assert SOFT_HYPHEN in drawn
    assert lost_copy(issue, makeup) == ()


def test_the_message_names_page_story_and_characters(desk):
    issue, makeup = pages_of(desk, STORY)
    (told,) = lost_copy(issue, without(makeup, lambda line: line.part == "deck"))
    assert told.code in CODES
    assert told.severity is Severity.ERROR
    assert render(told, "en", lambda _: None) == (
        'here:1:1: error[copy-lost]: page 1 lost 2 characters (副题) of the deck of story "one"\n'
        "   why: every character is printed once; this is a fault of printpress, not of "
        "the copy\n"
        "   fix: print nothing; send the issue's folder to the makers of printpress"
    )
    assert render(told, "zh", lambda _: None) == (
        "here:1:1: 错误[copy-lost]：第 1 版把稿件“one”的副题丢了 2 字（副题）\n"
        "   原因：每个字都要印且只印一次；这是 printpress 的错误，不是稿件的错误\n"
        "   办法：先不要付印；请把这一期的文件夹发给 printpress 的作者"
    )


def test_a_part_that_the_checker_does_not_know_is_told(desk):
    issue, makeup = pages_of(desk, STORY)
    page = makeup.pages[0]
    line = next(t for t in page.placed if isinstance(t, SetLine) and t.part == "deck")
    odd = replace(page, placed=(*page.placed, replace(line, part="motto")))
    (told,) = lost_copy(issue, replace(makeup, pages=(odd,)))
    assert 'doubled 2 characters (副题) of the motto of story "one"' in told.what.en


def test_long_losses_are_shown_in_part(desk):
    story = a_story("新" * 100)
    issue, makeup = pages_of(desk, story, slots=(a_slot(),))
    (told,) = lost_copy(issue, without(makeup, lambda line: line.part == "body"))
    assert f"lost 100 characters ({'新' * 19}…)" in told.what.en
