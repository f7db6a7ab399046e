"""Pictures that share a place and a caption."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from tests.desk import (
    EM,
    HERE,
    ROW,
    a_picture,
    a_slot,
    a_story,
    lines_of,
    pictures_of,
    words_of,
)

from printpress.makeup.pictures import SLIMMEST, grouped, shared, shared_words
from printpress.spec.layout import PictureSlot

TEXT = "国家地方社会经济" * 40
TALL = replace(a_picture(), width_px=1000, height_px=2000)


def together(desk, pictures, *, stacked=False, rows=(6, 6), **changes):
    place = PictureSlot((1, 2), "top", rows, HERE, len(pictures), stacked)
    slot = a_slot(pictures=(place,))
    return desk.set(a_story(TEXT, pictures=tuple(pictures)), slot, **changes)


def test_pictures_side_by_side_are_equally_high_and_as_wide_as_their_shapes(desk):
    done = together(desk, [a_picture(), TALL, a_picture()])
    rects = [picture.rect for picture in pictures_of(done.placed)]
    whole = desk.grid.span(1, 2)
    assert {(rect.y, rect.height) for rect in rects} == {(rects[0].y, 5 * ROW + EM)}
    assert rects[0].x == whole.x
    assert rects[-1].right == whole.x + whole.width
    gaps = [right.x - left.right for left, right in pairwise(rects)]
    assert gaps == [EM // 2] * 2
    # 3 : 2 and 1 : 2, which counts as 3 : 5.
    assert Fraction(rects[1].width, rects[0].width) == pytest.approx(
        SLIMMEST / Fraction(3, 2), abs=1e-4
    )


def test_stacked_pictures_are_equally_wide_and_begin_on_rows(desk):
    done = together(desk, [a_picture(), TALL], stacked=True, rows=(9, 9))
    first, second = (picture.rect for picture in pictures_of(done.placed))
    assert (first.x, first.width) == (second.x, second.width)
    assert second.height > first.height
    assert {(rect.height - EM) % ROW for rect in (first, second)} == {0}
    assert second.y - first.bottom == ROW - EM
    assert second.bottom - first.y == 8 * ROW + EM


def test_a_group_has_one_caption_and_each_credit_once(desk):
    pictures = [a_picture("国家", "文"), a_picture("", "文"), a_picture("地方", "中")]
    done = together(desk, pictures)
    told = "".join(words_of(line) for line in lines_of(done.placed, "caption"))
    assert "".join(told.split()) == "国家地方（文，中）"


def test_pictures_fill_places_in_their_order():
    a, b, c, d = (a_picture(name) for name in "国家地方")
    one = PictureSlot((1, 1), "top", (1, 2), HERE)
    two = replace(one, group=2)
    assert grouped([a, b, c, d], [one, two]) == ((a,), (b, c), (d,))
    assert grouped([a, b], [two, one]) == ((a, b),)
    assert grouped([a], [two]) == ((a,),)


def test_words_said_once_are_printed_once():
    same = shared_words([a_picture("国家", "文"), a_picture("国家", "文")])
    assert (same.caption, same.credit) == ("国家", "文")


@pytest.mark.parametrize("whole", [1, 7, 100, 12345])
def test_shares_sum_to_the_whole(whole):
    shapes = [Fraction(3, 2), Fraction(2, 3), Fraction(1)]
    assert sum(shared(whole, shapes)) == whole


def test_a_group_that_lacks_pictures_stands_all_the_same(desk):
    place = PictureSlot((1, 2), "top", (6, 6), HERE, 3)
    slot = a_slot(pictures=(place,))
    done = desk.set(a_story(TEXT, pictures=(a_picture(),)), slot)
    (picture,) = pictures_of(done.placed)
    assert picture.rect.width == desk.grid.span(1, 2).width
