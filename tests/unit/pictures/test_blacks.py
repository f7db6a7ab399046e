"""Black of finished pictures held below the press's limit."""

import pytest

from printpress.pictures.blacks import held_back
from printpress.pictures.convert import ConvertedPicture


def test_only_black_is_held_back_in_four_inks():
    pixels = bytes((255, 255, 255, 255, 1, 2, 3, 4))
    made = held_back(ConvertedPicture(2, 1, "cmyk", pixels), 800)
    assert made.pixels == bytes((255, 255, 255, 204, 1, 2, 3, 4))


def test_grey_counts_light():
    made = held_back(ConvertedPicture(3, 1, "grey", bytes((0, 30, 255))), 900)
    assert made.pixels == bytes((26, 30, 255))


@pytest.mark.parametrize("model", ["grey", "cmyk"])
def test_a_press_that_prints_all_black_changes_nothing(model):
    picture = ConvertedPicture(1, 1, model, bytes(4))
    assert held_back(picture, 1000) is picture


def test_art_in_black_and_white_stays_solid():
    picture = ConvertedPicture(8, 1, "bilevel", b"\x00")
    assert held_back(picture, 800) is picture
