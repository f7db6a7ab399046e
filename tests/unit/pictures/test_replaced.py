"""Grey-component replacement, for presses that name no profile."""

from pathlib import Path

import pytest
from PIL import Image
from tests.unit.pictures.cases import (
    HALF,
    NEWSPRINT,
    converted,
    every_colour,
    frame,
    image_of,
    pixel,
)

from printpress.pictures.frame import Frame
from printpress.pictures.replaced import black_curve


def inks_of(
    folder: Path, colour: str | tuple[int, ...], tac: int = NEWSPRINT
) -> tuple[float, ...]:
    """The shares of ink that an even surface of the colour gets."""
    surface = Image.new("RGB", (40, 40), colour)
    surface.putpixel((0, 0), (255, 0, 0))  # some colour, else it would be grey
    made = converted(folder, surface, frame(40 / 32, 40 / 32, tac=tac), profile=None)
    return tuple(level / 255 for level in pixel(image_of(made), 20, 20))


@pytest.mark.parametrize("tac", [2400, 2200, 2000, 1500, 1000, 600, 300])
def test_no_pixel_holds_more_ink_than_the_press_takes(tmp_path, tac):
    picture = every_colour()
    into = Frame(picture.width * 100, picture.height * 100, (HALF, HALF), 10**6, tac)
    made = converted(tmp_path, picture, into, profile=None)
    assert (made.width_px, made.height_px) == picture.size
    four = zip(*[iter(made.pixels)] * 4, strict=True)
    assert max(map(sum, four)) * 1000 <= tac * 255


def test_black_never_covers_more_than_95_per_cent(tmp_path):
    made = converted(tmp_path, every_colour(), frame(17), profile=None)
    assert max(image_of(made).getchannel("K").tobytes()) <= 242
    black = converted(tmp_path, Image.new("L", (32, 32), 0), frame(), profile=None)
    assert set(black.pixels) == {255 - 242}


def test_paper_stays_white_and_solids_stay_solid(tmp_path):
    assert inks_of(tmp_path, "white") == (0, 0, 0, 0)
    assert inks_of(tmp_path, "cyan") == (1, 0, 0, 0)
    assert inks_of(tmp_path, "red") == (0, 1, 1, 0)


def test_skin_is_free_of_black(tmp_path):
    cyan, magenta, yellow, black = inks_of(tmp_path, (234, 192, 170))
    assert black == 0
    assert cyan < magenta < yellow


def test_shadows_are_mostly_black_and_neutral(tmp_path):
    cyan, magenta, yellow, black = inks_of(tmp_path, (24, 24, 24))
    assert black > 0.75
    assert black + cyan + magenta + yellow < 1.5
    assert cyan > magenta == yellow > 0


def test_darker_colours_get_no_less_ink(tmp_path):
    sums = [sum(inks_of(tmp_path, (level,) * 3)) for level in range(255, -1, -15)]
    assert sums == sorted(sums)


def test_middle_grey_leaves_room_for_the_gain_of_dots():
    dot = black_curve()[128] / 255
    assert 0.35 < dot < 0.42
