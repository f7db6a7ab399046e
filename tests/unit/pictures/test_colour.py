"""What a picture's own profile and the press's make of its numbers."""

import struct
from dataclasses import replace
from itertools import pairwise

import pytest
from PIL import Image, ImageChops, ImageStat
from tests.unit.pictures.cases import (
    COATED,
    COLDSET,
    NEWSPRINT,
    SRGB,
    bytes_of,
    converted,
    every_colour,
    frame,
    furthest,
    gradient,
    image_of,
    in_lab,
    pixel,
    quarters,
    written,
)

from printpress.pictures import colour
from printpress.pictures.colour import PressProfile, black_curve
from printpress.pictures.convert import convert
from printpress.pictures.ink import most_ink

PRESSES = [COLDSET, COATED]


def profile_of(kind: bytes, space: bytes, tags: dict[bytes, bytes]) -> bytes:
    """An ICC profile of version 2 that holds the tags."""
    table, body = b"", b""
    start = 132 + 12 * len(tags)
    for name, tag in tags.items():
        table += name + struct.pack(">II", start + len(body), len(tag))
        body += tag + bytes(-len(tag) % 4)
    size = struct.pack(">I", start + len(body))
    head = size + bytes(4) + b"\2\x20\0\0" + kind + space + b"XYZ "
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    head += struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


def xyz(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(v * 65536) for v in values))


def gamma(value: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(value * 256))


WHITE = xyz(0.9642, 1, 0.8249)
RED, GREEN, BLUE = (xyz(0.4361, 0.2225, 0.0139), xyz(0.3851, 0.7169, 0.0971),
                    xyz(0.1431, 0.0606, 0.7141))  # fmt: skip


def rgb_profile(red: bytes, green: bytes, blue: bytes, exponent: float = 2.2) -> bytes:
    curves = {name: gamma(exponent) for name in (b"rTRC", b"gTRC", b"bTRC")}
    tags = {b"wtpt": WHITE, b"rXYZ": red, b"gXYZ": green, b"bXYZ": blue, **curves}
    return profile_of(b"mntr", b"RGB ", tags)


# --- pictures' own profiles -----------------------------------------------------------


def test_an_srgb_profile_changes_nothing(tmp_path):
    plain = image_of(converted(tmp_path, gradient(), frame(2, 1.5)))
    tagged = converted(tmp_path, gradient(), frame(2, 1.5), icc_profile=SRGB)
    assert not tagged.profile_ignored
    assert furthest(image_of(tagged), plain) <= 1


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_profile_in_the_picture_says_what_its_colours_are(tmp_path, kind):
    """In one that calls green what sRGB calls red, red is printed green."""
    swapped = rgb_profile(GREEN, RED, BLUE)
    options = {} if kind == "TIFF" else {"quality": 95}
    picture = Image.new("RGB", (64, 48), (230, 40, 30))
    made = converted(
        tmp_path, picture, frame(2, 1.5), kind, icc_profile=swapped, **options
    )
    green = converted(
        tmp_path, Image.new("RGB", (64, 48), (40, 230, 30)), frame(2, 1.5)
    )
    assert furthest(image_of(made), image_of(green)) < 12


def test_a_grey_profile_says_how_light_greys_are(tmp_path):
    dark = profile_of(b"mntr", b"GRAY", {b"wtpt": WHITE, b"kTRC": gamma(3.0)})
    grey = Image.new("L", (32, 32), 128)
    made = converted(tmp_path, grey, frame(), icc_profile=dark)
    assert not made.profile_ignored
    light = (128 / 255) ** 3
    same = round(255 * (1.055 * light ** (1 / 2.4) - 0.055))
    plain = converted(tmp_path, Image.new("L", (32, 32), same), frame())
    assert abs(made.pixels[0] - plain.pixels[0]) <= 2
    assert made.pixels[0] < converted(tmp_path, grey, frame()).pixels[0] - 20


def test_colourless_rgb_is_as_light_as_its_profile_says(tmp_path):
    steep = rgb_profile(RED, GREEN, BLUE, 3.0)
    picture = gradient(mode="L").convert("RGB")
    tagged = converted(tmp_path, picture, frame(2, 1.5), icc_profile=steep)
    plain = converted(tmp_path, picture, frame(2, 1.5))
    assert tagged.ink_model == plain.ink_model == "grey"
    assert sum(tagged.pixels) < sum(plain.pixels) - 10 * len(plain.pixels)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_separations_for_another_press_are_made_anew(tmp_path, kind):
    picture = Image.new("CMYK", (64, 48), (128, 102, 102, 51))
    own = converted(tmp_path, picture, frame(2, 1.5), kind, icc_profile=COLDSET.icc)
    other = converted(tmp_path, picture, frame(2, 1.5), kind, icc_profile=COATED.icc)
    assert furthest(image_of(own), picture) <= 2
    assert furthest(image_of(other), picture) > 20
    coated = pixel(in_lab(picture, COATED.icc), 5, 5)
    coldset = pixel(in_lab(image_of(other), COLDSET.icc), 5, 5)
    assert all(abs(a - b) < 8 for a, b in zip(coated[1:], coldset[1:], strict=True))


@pytest.mark.parametrize(
    "icc",
    [
        b"no profile at all" * 20,
        SRGB[:300],
        SRGB[:40] + b"\0" * 400,
        COLDSET.icc,
        profile_of(b"mntr", b"RGB ", {b"wtpt": WHITE}),
        profile_of(b"mntr", b"GRAY", {b"wtpt": WHITE, b"kTRC": gamma(2.2)}),
    ],
    ids=["text", "cut off", "empty", "of inks", "without primaries", "of greys"],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_damaged_profile_is_told_of_and_srgb_assumed(tmp_path, kind, icc):
    made = converted(tmp_path, gradient(), frame(2, 1.5), kind, icc_profile=icc)
    plain = converted(tmp_path, gradient(), frame(2, 1.5), kind)
    assert made == replace(plain, profile_ignored=True)


# --- the press's profile --------------------------------------------------------------


@pytest.mark.parametrize("press", PRESSES)
def test_paper_stays_white(tmp_path, press):
    made = converted(tmp_path, quarters(), frame(2, 1.5), profile=press)
    assert max(pixel(image_of(made), 48, 36)) <= 1


def test_shadows_are_mostly_black_on_newsprint(tmp_path):
    picture = quarters()
    picture.paste((24, 24, 24), (0, 0, 20, 20))
    made = image_of(converted(tmp_path, picture, frame(2, 1.5)))
    cyan, magenta, yellow, black = (level / 255 for level in pixel(made, 5, 5))
    assert black > 0.85
    assert black + cyan + magenta + yellow < 1.8


def test_another_press_gets_other_inks(tmp_path):
    coldset = converted(tmp_path, gradient(), frame(2, 1.5))
    coated = converted(tmp_path, gradient(), frame(2, 1.5), profile=COATED)
    assert furthest(image_of(coldset), image_of(coated)) > 40


def test_lab_gives_what_the_same_colours_give_in_rgb(tmp_path):
    picture = every_colour(51).resize((72, 12), Image.Resampling.NEAREST)
    as_lab = in_lab(picture, SRGB)
    into = frame(72 / 32, 12 / 32)
    made = image_of(converted(tmp_path, as_lab, into, "TIFF"))
    plain = image_of(converted(tmp_path, picture, into))
    assert max(ImageStat.Stat(ImageChops.difference(made, plain)).mean) < 3


def test_lab_without_colour_is_grey(tmp_path):
    grey = gradient(mode="L")
    neutral = Image.new("L", grey.size, 128)
    lab = Image.merge("LAB", (grey, neutral, neutral))
    made = converted(tmp_path, lab, frame(2, 1.5), "TIFF")
    assert made.ink_model == "grey"
    assert max(made.pixels) - min(made.pixels) > 150


def test_a_press_without_a_profile_takes_every_kind(tmp_path):
    swapped = rgb_profile(GREEN, RED, BLUE)
    red = Image.new("RGB", (32, 32), (230, 40, 30))
    made = converted(tmp_path, red, frame(), icc_profile=swapped, profile=None)
    assert pixel(image_of(made), 5, 5)[0] > pixel(image_of(made), 5, 5)[1]
    lab = Image.new("LAB", (32, 32), (128, 200, 128))
    assert converted(tmp_path, lab, frame(), "TIFF", profile=None).ink_model == "cmyk"


def test_profiles_are_read_once_in_a_run(tmp_path, monkeypatch):
    picture = gradient()
    own = rgb_profile(RED, GREEN, BLUE, 1.9)
    press = PressProfile(COATED.icc)
    converted(tmp_path, picture, frame(2, 1.5), profile=press, icc_profile=own)

    def nobody(*_):
        pytest.fail("opened again")

    monkeypatch.setattr(colour, "_meant", nobody)
    converted(tmp_path, picture, frame(2, 1.5), profile=press, icc_profile=own)


# --- black alone ----------------------------------------------------------------------


@pytest.mark.parametrize("press", PRESSES)
def test_black_alone_falls_evenly_from_shadow_to_paper(press):
    curve = black_curve(press)
    assert (len(curve), curve[0], curve[255]) == (256, 242, 0)
    steps = [one - next_one for one, next_one in pairwise(curve)]
    assert min(steps) >= 0
    assert max(steps) <= 3


@pytest.mark.parametrize("press", PRESSES)
@pytest.mark.parametrize("level", [30, 64, 100, 128, 160, 192, 224, 245])
def test_a_grey_is_as_light_in_black_as_in_four_inks(press, level):
    """Between each one's own darkest and paper, as an eye sees it (L*)."""

    def lightness(inks: tuple[int, ...]) -> float:
        picture = Image.new("CMYK", (1, 1), inks)
        return pixel(in_lab(picture, press.icc), 0, 0)[0] / 2.55

    def four(grey: int) -> tuple[int, ...]:
        picture = Image.new("RGB", (1, 1), (grey,) * 3)
        return pixel(colour.in_inks(picture, colour.Source("RGB"), press), 0, 0)

    def light(lightness: float) -> float:
        return ((lightness + 16) / 116) ** 3

    darkest = light(lightness(four(0)))
    share = (light(lightness(four(level))) - darkest) / (1 - darkest)
    black = light(lightness((0, 0, 0, 242)))
    alone = light(lightness((0, 0, 0, black_curve(press)[level])))
    assert (alone - black) / (1 - black) == pytest.approx(share, abs=0.025)


def test_a_black_plate_is_taken_as_it_is(tmp_path):
    none = Image.new("L", (32, 32), 0)
    plate = Image.linear_gradient("L").resize((32, 32))
    picture = Image.merge("CMYK", (none, none, none, plate))
    for icc in (b"", COATED.icc):
        options = {"icc_profile": icc} if icc else {}
        made = converted(tmp_path, picture, frame(), "TIFF", **options)
        assert made.ink_model == "grey"
        assert made.pixels == bytes(255 - min(dot, 242) for dot in plate.tobytes())


def test_separations_on_a_black_only_page_are_as_light_as_their_inks(tmp_path):
    made = converted(
        tmp_path,
        Image.new("CMYK", (32, 32), (0, 0, 255, 0)),
        frame(k_only=True),
        "TIFF",
    )
    assert made.ink_model == "grey"
    assert min(made.pixels) > 200  # yellow is light


# --- polarity -------------------------------------------------------------------------


def without_mark(jpeg: bytes) -> bytes:
    """The JPEG without Adobe's segment (APP14)."""
    at = jpeg.index(b"\xff\xee")
    (length,) = struct.unpack_from(">H", jpeg, at + 2)
    assert jpeg[at + 4 : at + 9] == b"Adobe"
    return jpeg[:at] + jpeg[at + 2 + length :]


def test_jpegs_with_and_without_adobes_mark_give_the_same_inks(tmp_path):
    picture = every_colour(51).convert("CMYK").resize((72, 12))
    into = frame(72 / 32, 12 / 32)
    adobe = bytes_of(picture, "JPEG", quality=100)
    plain = without_mark(bytes_of(ImageChops.invert(picture), "JPEG", quality=100))
    made, same = (
        image_of(convert(written(tmp_path, "a", contents), into, COLDSET))
        for contents in (adobe, plain)
    )
    assert furthest(made, same) <= 6  # JPEG's own noise
    assert most_ink(made) <= NEWSPRINT + 17
    assert pixel(made, 71, 0)[0] > pixel(made, 71, 11)[0] + 200
