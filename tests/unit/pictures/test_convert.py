"""Pictures on their way to the page: shape, size, inks; every kind of file."""

import io
import struct
import zlib
from fractions import Fraction
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat
from tests.unit.pictures.cases import (
    COLDSET,
    HALF,
    NEWSPRINT,
    bytes_of,
    chunk,
    converted,
    exif_of,
    frame,
    gradient,
    image_of,
    pixel,
    png,
    quarters,
    written,
)

from printpress.pictures.convert import convert
from printpress.pictures.faults import PictureError
from printpress.pictures.frame import (
    cropped,
    effective_ppi,
    pixels_needed,
)
from printpress.pictures.ink import most_ink

# --- shape ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "focus", "box"),
    [
        ((300, 200), (0, 0), (0, 0, 200, 200)),
        ((300, 200), (HALF, HALF), (50, 0, 250, 200)),
        ((300, 200), (1, 1), (100, 0, 300, 200)),
        ((200, 300), (HALF, Fraction(1, 3)), (0, 0, 200, 200)),
        ((200, 300), (HALF, Fraction(2, 3)), (0, 100, 200, 300)),
        ((200, 200), (0, 1), (0, 0, 200, 200)),
    ],
)
def test_the_focus_stays_in_sight(size, focus, box):
    square = frame(focus=(Fraction(focus[0]), Fraction(focus[1])))
    assert cropped(size[0], size[1], square) == box


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_the_crop_is_what_is_converted(tmp_path, kind):
    left = frame(focus=(Fraction(0), HALF))
    picture = image_of(converted(tmp_path, quarters(128, 64), left, kind))
    assert picture.size == (32, 32)
    above, below = pixel(picture, 16, 8), pixel(picture, 16, 24)
    assert above[1] > 200 > above[0]  # red: magenta and yellow
    assert below[0] > 200 > below[2]  # blue: cyan and magenta


def test_more_pixels_than_the_press_shows_are_thrown_away(tmp_path):
    made = converted(tmp_path, gradient(640, 480), frame(2, 1.5))
    assert (made.width_px, made.height_px) == (64, 48)


def test_a_small_picture_keeps_its_own_pixels(tmp_path):
    made = converted(tmp_path, gradient(64, 48), frame(8, 6, ppi=200))
    assert (made.width_px, made.height_px) == (64, 48)


def test_a_small_picture_is_cropped_all_the_same(tmp_path):
    right = frame(2, 2, ppi=200, focus=(Fraction(1), HALF))
    picture = image_of(converted(tmp_path, quarters(64, 48), right))
    assert picture.size == (48, 48)
    assert pixel(picture, 15, 5)[1] > 200  # 16 of the red half's 32 columns are left
    assert pixel(picture, 17, 5)[1] == 0


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (900, 1), (2, 3)])
def test_the_oddest_shapes_keep_at_least_a_pixel(tmp_path, size):
    made = converted(tmp_path, Image.new("RGB", size, "red"), frame(3, 2))
    assert made.width_px >= 1
    assert made.height_px >= 1
    assert len(made.pixels) == made.width_px * made.height_px * 4


def test_nothing_is_distorted(tmp_path):
    """A circle stays one, in a frame of another shape."""
    picture = Image.new("L", (900, 600), 255)
    disc = Image.radial_gradient("L").point(lambda level: 0 if level < 120 else 255)
    picture.paste(disc, (322, 172))
    made = image_of(converted(tmp_path, picture, frame(2, 2, ppi=100)))
    seen = ImageChops.invert(made).point(lambda level: 255 if level > 60 else 0)
    box = seen.getbbox()
    assert box is not None
    left, top, right, bottom = box
    assert abs((right - left) - (bottom - top)) <= 1


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_phones_pictures_stand_upright(tmp_path, kind, orientation):
    turn = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # back, from Exif's to Pillow's
    lying = quarters()
    if orientation > 1:
        lying = lying.transpose(Image.Transpose(turn[orientation]))
    exif = exif_of(orientation)
    options = {"quality": 95, "subsampling": 0} if kind == "JPEG" else {}
    made = converted(tmp_path, lying, frame(2, 1.5), kind, exif=exif, **options)
    picture = image_of(made)
    assert picture.size == (64, 48)
    red, green, blue, white = (
        pixel(picture, *at) for at in ((16, 12), (48, 12), (16, 36), (48, 36))
    )
    assert min(red[1], red[2]) > 200 > red[0]
    assert min(green[0], green[2]) > 90 > green[1]
    assert min(blue[0], blue[1]) > 90 > blue[2]
    assert max(white) < 20


def test_large_jpegs_are_decoded_small_and_still_sharp(tmp_path):
    """What is decoded at a quarter differs little from what is decoded whole."""
    picture = gradient(1600, 1200)
    jpeg = converted(tmp_path, picture, frame(2, 1.5, ppi=64), "JPEG", quality=98)
    whole = converted(tmp_path, picture, frame(2, 1.5, ppi=64), "PNG")
    difference = ImageChops.difference(image_of(jpeg), image_of(whole))
    assert max(ImageStat.Stat(difference).mean) < 2


# --- resolution -----------------------------------------------------------------------


def test_effective_ppi_counts_what_the_crop_leaves():
    assert effective_ppi(300, 200, frame()) == 200
    assert effective_ppi(200, 300, frame()) == 200
    assert effective_ppi(100, 100, frame(3, 3)) == 33


@pytest.mark.parametrize("size", [(640, 480), (333, 777), (50, 50)])
@pytest.mark.parametrize("shape", [(3, 2), (1, 2), (7, 1)])
def test_the_pixels_needed_are_enough_and_one_less_is_not(size, shape):
    into = frame(shape[0], shape[1])
    wide, deep = pixels_needed(size[0], size[1], into, 150)
    assert effective_ppi(wide, deep, into) >= 150
    smaller = Fraction(99, 100)
    assert effective_ppi(int(wide * smaller), int(deep * smaller), into) < 150


# --- kinds of files -------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["L", "LA"])
def test_grey_files_give_grey(tmp_path, mode):
    made = converted(tmp_path, gradient(mode=mode), frame(2, 1.5))
    assert made.ink_model == "grey"
    assert len(made.pixels) == 64 * 48


def test_sixteen_bits_keep_their_tones(tmp_path):
    levels = [0, 64, 128, 192, 255]
    row = b"".join(struct.pack(">H", level * 257) for level in levels)
    deep = written(tmp_path, "a", png(5, 1, 16, 0, b"\0" + row))
    flat = written(tmp_path, "b", png(5, 1, 8, 0, b"\0" + bytes(levels)))
    assert convert(deep, frame(5), COLDSET) == convert(flat, frame(5), COLDSET)


def test_sixteen_bits_of_colour(tmp_path):
    rows = b"\0" + struct.pack(">3H", 65535, 0, 0) * 4
    made = convert(written(tmp_path, "a", png(4, 1, 16, 2, rows)), frame(4), COLDSET)
    red = converted(tmp_path, Image.new("RGB", (4, 1), "red"), frame(4))
    assert made == red
    assert min(pixel(image_of(made), 1, 0)[1:3]) > 200


@pytest.mark.parametrize("colours", [2, 16, 256])
def test_palettes(tmp_path, colours):
    picture = quarters().quantize(colours)
    made = converted(tmp_path, picture, frame(2, 1.5))
    plain = converted(tmp_path, picture.convert("RGB"), frame(2, 1.5))
    assert made == plain


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "RGB"])
def test_what_is_transparent_shows_white_paper(tmp_path, mode):
    picture = Image.new("RGBA", (32, 32), (0, 0, 0, 0))
    options: dict[str, Any] = {}
    if mode == "P":
        picture, options = Image.new("P", (32, 32), 0), {"transparency": 0}
    elif mode == "RGB":
        picture, options = Image.new("RGB", (32, 32)), {"transparency": (0, 0, 0)}
    else:
        picture = picture.convert(mode)
    made = converted(tmp_path, picture, frame(), **options)
    assert made.ink_model == "grey"
    assert set(made.pixels) == {255}


def test_half_transparent_red_is_pink(tmp_path):
    picture = Image.new("RGBA", (32, 32), (255, 0, 0, 128))
    made = converted(tmp_path, picture, frame())
    assert made == converted(tmp_path, Image.new("RGB", (32, 32), "#ff7f7f"), frame())
    cyan, magenta, yellow, black = pixel(image_of(made), 5, 5)
    assert max(cyan, black) < 20
    assert 60 < yellow <= magenta < 160


def test_colourless_rgb_gives_grey(tmp_path):
    made = converted(tmp_path, gradient(mode="L").convert("RGB"), frame(2, 1.5), "JPEG")
    assert made.ink_model == "grey"


def test_one_coloured_spot_is_colour(tmp_path):
    picture = gradient(mode="L").convert("RGB")
    picture.paste((255, 0, 0), (8, 8, 12, 12))
    assert converted(tmp_path, picture, frame(2, 1.5)).ink_model == "cmyk"


def test_a_page_in_black_only_has_grey_pictures(tmp_path):
    made = converted(tmp_path, quarters(), frame(2, 1.5, k_only=True))
    assert made.ink_model == "grey"
    separated = quarters().convert("CMYK")
    made = converted(tmp_path, separated, frame(2, 1.5, k_only=True), "JPEG")
    assert made.ink_model == "grey"


def test_separations_pass_as_they_are_but_for_solid_black(tmp_path):
    """Adobe's CMYK JPEGs count light: a wrong reading would turn them to negatives."""
    picture = Image.new("CMYK", (64, 64), (0, 255, 128, 0))
    picture.paste((0, 0, 0, 255), (32, 0, 64, 64))
    contents = bytes_of(picture, "JPEG", quality=100)
    assert b"Adobe" in contents
    made = image_of(convert(written(tmp_path, "a", contents), frame(2, 2), COLDSET))
    left, right = pixel(made, 12, 32), pixel(made, 52, 32)
    assert all(abs(a - b) < 4 for a, b in zip(left, (0, 255, 128, 0), strict=True))
    assert max(right[:3]) < 4
    assert 238 <= right[3] <= 242


def test_separations_with_too_much_ink_are_made_anew(tmp_path):
    picture = Image.new("CMYK", (64, 64), (255, 255, 255, 255))
    picture.paste((255, 0, 0, 0), (32, 0, 64, 64))
    made = converted(tmp_path, picture, frame(2, 2), "JPEG", quality=100)
    assert made.ink_model == "cmyk"
    assert most_ink(image_of(made)) <= NEWSPRINT
    assert pixel(image_of(made), 52, 32)[0] > 230


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("damage", ["pixels", "table"])
def test_damage_behind_the_header_is_told(tmp_path, kind, damage):
    contents = bytearray(bytes_of(gradient(320, 240), kind))
    start = contents.index(b"IDAT" if kind == "PNG" else b"\xff\xda")
    if damage == "pixels":
        contents[start + 40 : -12] = b"\xff\xd8" * ((len(contents) - start - 52) // 2)
    elif kind == "JPEG":
        table = contents.index(b"\xff\xc4")
        contents[table + 4 : table + 40] = b"\xff" * 36
    else:
        contents[start + 4 : start + 6] = b"\0\0"
    with pytest.raises(PictureError):
        convert(written(tmp_path, "a", bytes(contents)), frame(), COLDSET)


def test_a_bomb_is_refused_before_it_is_decoded(tmp_path):
    with pytest.raises(PictureError, match="60000 × 60000"):
        convert(
            written(tmp_path, "a", png(60_000, 60_000, 8, 2, b"")), frame(), COLDSET
        )


def test_text_that_swells_is_refused(tmp_path):
    swollen = chunk(b"zTXt", b"a\0\0" + zlib.compress(b" " * 80_000_000))
    contents = bytes_of(gradient(), "PNG")
    with pytest.raises(PictureError):
        convert(
            written(tmp_path, "a", contents[:33] + swollen + contents[33:]),
            frame(),
            COLDSET,
        )


def test_odd_exif_warns_nobody(tmp_path, recwarn):
    exif = b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\x12\x01\x03\0\xff\xff\xff\xff" * 3
    made = converted(tmp_path, gradient(), frame(), "JPEG", exif=exif)
    assert made.width_px == 32
    assert not recwarn.list


# --- equal input, equal bytes ---------------------------------------------------------


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_equal_files_give_equal_bytes(tmp_path, kind):
    first = converted(tmp_path, gradient(300, 200), frame(2, 1.5), kind)
    assert converted(tmp_path, gradient(300, 200), frame(2, 1.5), kind) == first


def test_what_phones_append_is_not_taken_for_the_picture(tmp_path):
    out = io.BytesIO()
    gradient(64, 48).save(
        out, "MPO", save_all=True, append_images=[gradient(16, 16)], quality=95
    )
    made = convert(written(tmp_path, "a", out.getvalue()), frame(2, 1.5), COLDSET)
    assert (made.width_px, made.height_px) == (64, 48)
