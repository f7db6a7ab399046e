"""Pictures and inks as screens show them."""

import io
from fractions import Fraction
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from tests.papers import write_paper

from printpress.colour import BLACK, PAPER, Ink
from printpress.geometry import Rect
from printpress.makeup.placed import PlacedPicture
from printpress.pictures.screen import PPI, for_screen, seen_through
from printpress.spec import load
from printpress.units import INCH

PROFILE = Path(__file__).parents[3] / "layouts" / "press" / "snap-coldset.icc"
RED = Ink(0, 1000, 900)
MIDDLE = (Fraction(1, 2), Fraction(1, 2))


@pytest.fixture
def press(tmp_path):
    issue, _ = load(write_paper(tmp_path / "paper", {}))
    return issue.press


def shown(path, press, **changes):
    placed = PlacedPicture(Rect(0, 0, INCH, INCH), path, MIDDLE, 600, 600, **changes)
    made = for_screen(placed, press)
    picture = Image.open(io.BytesIO(made.packed))
    assert picture.format == "JPEG"
    assert (picture.width, picture.height) == (made.width_px, made.height_px)
    return picture


def test_a_picture_has_as_many_pixels_as_a_screen_needs(tmp_path, press):
    file = tmp_path / "red.png"
    Image.new("RGB", (600, 600), (200, 30, 40)).save(file)
    picture = shown(file, press)
    assert (picture.mode, picture.size) == ("RGB", (PPI, PPI))
    assert picture.getpixel((70, 70)) == pytest.approx((200, 30, 40), abs=3)


def test_a_page_in_black_only_has_grey_pictures(tmp_path, press):
    file = tmp_path / "red.png"
    Image.new("RGB", (600, 600), (200, 30, 40)).save(file)
    red, green, blue = shown(file, press, k_only=True).getpixel((70, 70))
    assert max(red, green, blue) - min(red, green, blue) <= 2


def test_a_wide_gamut_picture_is_brought_to_what_screens_mean(tmp_path, press):
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    file = tmp_path / "lab.tif"
    picture = Image.new("LAB", (600, 600), (128, 128, 128))
    picture.save(file, icc_profile=lab.tobytes())
    red, green, blue = shown(file, press).getpixel((70, 70))
    assert max(red, green, blue) - min(red, green, blue) <= 6


def test_a_damaged_picture_is_white(tmp_path, press):
    file = tmp_path / "cut.jpg"
    file.write_bytes(b"\xff\xd8\xff nothing more")
    assert shown(file, press).getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize("profile", [PROFILE, None])
def test_paper_is_white_and_text_is_black(profile):
    seen = seen_through(profile)
    assert seen(PAPER) == (255, 255, 255)
    assert seen(BLACK) == (0, 0, 0)
    assert seen(Ink(black=500)) == (128, 128, 128)


def test_colours_are_the_presss_where_it_has_a_profile():
    printed, mixed = seen_through(PROFILE)(RED), seen_through(None)(RED)
    assert mixed == (255, 0, 26)
    assert printed[0] > 180
    assert 20 < printed[1] < 110  # newsprint's red is not as pure


def test_a_spot_colour_is_seen_as_its_inks():
    spot = Ink(0, 1000, 900, spot="PANTONE 485 C", tint=1000)
    assert seen_through(PROFILE)(spot) == seen_through(PROFILE)(RED)


def test_a_file_that_is_no_profile_leaves_plain_light(tmp_path):
    file = tmp_path / "bad.icc"
    file.write_bytes(b"no profile")
    assert seen_through(file)(RED) == seen_through(None)(RED)
