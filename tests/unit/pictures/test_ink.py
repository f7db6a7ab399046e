"""How much ink there is, and no more than the press takes."""

from itertools import product

import pytest
from PIL import Image
from tests.unit.pictures.cases import every_colour, pixel

from printpress.pictures.ink import blackest, held_to, most_ink


def test_most_ink_is_never_too_low_and_at_most_17_too_high():
    levels = (0, 1, 2, 127, 128, 254, 255)
    for inks in product(levels, repeat=4):
        told = most_ink(Image.new("CMYK", (1, 1), inks))
        true = sum(inks) * 1000 / 255
        assert true <= told <= true + 17


def test_what_is_within_the_limit_stays_as_it_is():
    picture = every_colour().convert("CMYK")
    picture.paste((255, 255, 102, 0), (0, 0, 9, 9))
    held = held_to(picture, 2400)
    assert pixel(held, 5, 5) == (255, 255, 102, 0)
    assert pixel(held_to(picture, 2000), 200, 10) == pixel(held, 200, 10)


def test_coloured_inks_give_way_by_the_same_share():
    held = held_to(Image.new("CMYK", (4, 4), (200, 100, 50, 255)), 1500)
    cyan, magenta, yellow, black = pixel(held, 1, 1)
    assert black == blackest(1500) == 242
    assert (cyan, magenta, yellow) == (80, 40, 20)
    assert cyan + magenta + yellow + black <= 382


@pytest.mark.parametrize("tac", [0, 300, 900])
def test_where_black_alone_is_too_much_it_gives_way(tac):
    held = held_to(Image.new("CMYK", (4, 4), (0, 0, 0, 255)), tac)
    assert pixel(held, 1, 1) == (0, 0, 0, 255 * tac // 1000)


def test_every_strip_is_held():
    picture = Image.new("CMYK", (3, 1000), (10, 0, 0, 0))
    for row in (0, 127, 128, 500, 999):
        picture.putpixel((1, row), (255, 255, 255, 255))
    held = held_to(picture, 2400)
    assert most_ink(held) <= 2417
    assert (
        sum(map(sum, (pixel(held, 1, row) for row in (0, 127, 128, 500, 999))))
        <= 5 * 612
    )
    assert pixel(held, 0, 500) == (10, 0, 0, 0)
