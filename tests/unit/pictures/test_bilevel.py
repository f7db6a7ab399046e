"""Art in black and white alone stays one bit a pixel."""

import pytest
from PIL import Image, ImageDraw
from tests.unit.pictures.cases import (
    bytes_of,
    converted,
    exif_of,
    frame,
    gradient,
    image_of,
    written,
)

from printpress.pictures.art import bilevel
from printpress.pictures.convert import convert
from printpress.pictures.header import read_header

HIGH = 600


def drawing(width: int = 600, height: int = 450) -> Image.Image:
    """A disc and thin lines."""
    picture = Image.new("1", (width, height), 1)
    pen = ImageDraw.Draw(picture)
    pen.ellipse((width // 4, height // 4, width // 2, height // 2 + width // 8), fill=0)
    pen.line((0, 0, width, height), fill=0)
    pen.line((width - 9, 0, width - 9, height), fill=0)
    return picture


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "BMP"])
def test_it_is_kept_pixel_for_pixel(tmp_path, kind):
    """At its own resolution, which is above that of photographs."""
    made = converted(tmp_path, drawing(), frame(2, 1.5, ppi=200), kind)
    assert (made.ink_model, made.width_px, made.height_px) == ("bilevel", 600, 450)
    assert made.pixels == drawing().tobytes()
    assert image_of(made).getextrema() == (0, 255)


def test_faxes_and_scans_in_group_4_are_kept(tmp_path):
    made = converted(tmp_path, drawing(), frame(2, 1.5), "TIFF", compression="group4")
    assert made.pixels == drawing().tobytes()


def test_rows_that_end_within_a_byte(tmp_path):
    picture = drawing(601, 451).crop((0, 0, 603 - 2, 451))
    made = converted(tmp_path, picture, frame(6.01, 4.51, ppi=200))
    assert len(made.pixels) == 76 * 451
    assert image_of(made).tobytes() == picture.tobytes()


def test_what_is_finer_than_the_plate_is_decided_anew_in_one_bit(tmp_path):
    made = converted(tmp_path, drawing(2400, 1800), frame(2, 1.5, ppi=200))
    assert (made.ink_model, made.width_px, made.height_px) == ("bilevel", 1200, 900)
    share = image_of(made).convert("L").histogram()[0] / (1200 * 900)
    whole = drawing(2400, 1800).convert("L").histogram()[0] / (2400 * 1800)
    assert share == pytest.approx(whole, rel=0.02)


def test_a_palette_of_black_and_white_counts(tmp_path):
    two = drawing().convert("P")
    assert converted(tmp_path, two, frame(2, 1.5)).pixels == drawing().tobytes()
    three = drawing().convert("RGB")
    three.paste((255, 0, 0), (500, 300, 580, 400))
    made = converted(tmp_path, three.quantize(4), frame(2, 1.5))
    assert made.ink_model == "cmyk"


def test_it_is_turned_and_cropped_as_others_are(tmp_path):
    made = converted(tmp_path, drawing(), frame(1, 1), exif=exif_of(6))
    turned = drawing().transpose(Image.Transpose.ROTATE_270)
    assert image_of(made).tobytes() == turned.crop((0, 75, 450, 525)).tobytes()


def test_black_only_pages_keep_it(tmp_path):
    made = converted(tmp_path, drawing(), frame(2, 1.5, k_only=True))
    assert made.ink_model == "bilevel"


def test_with_transparency_it_is_grey(tmp_path):
    """Its black may be what shines through."""
    made = converted(tmp_path, drawing(), frame(2, 1.5), transparency=0)
    assert made.ink_model == "grey"
    assert set(made.pixels) == {255}


def seal(*ink: int) -> Image.Image:
    """Of an ink on white, in one bit a pixel of a palette."""
    picture = Image.new("P", (64, 48), 0)
    picture.putpalette((255, 255, 255, *ink))
    picture.paste(1, (8, 8, 40, 40))
    return picture


@pytest.mark.parametrize(
    ("picture", "kind", "options", "art"),
    [
        (drawing(), "PNG", {}, True),
        (drawing(), "TIFF", {}, True),
        (drawing(), "BMP", {}, True),
        (seal(0, 0, 0), "GIF", {}, True),
        (seal(0, 0, 0), "PNG", {"bits": 1}, True),
        (drawing().convert("P"), "PNG", {}, True),
        (drawing().convert("P"), "TIFF", {}, True),
        (drawing(), "PNG", {"transparency": 0}, False),
        (seal(200, 16, 46), "PNG", {"bits": 1}, False),
        (seal(200, 16, 46), "GIF", {}, False),
        (gradient(mode="L"), "PNG", {}, False),
        (gradient(mode="P"), "PNG", {}, False),
        (drawing().convert("L"), "JPEG", {}, False),
        (drawing().convert("RGB"), "PNG", {}, False),
    ],
)
def test_what_is_told_at_a_check_is_what_is_printed(
    tmp_path, picture, kind, options, art
):
    file = written(tmp_path, "any", bytes_of(picture, kind, **options))
    assert bilevel(file, read_header(file)) is art
    assert (convert(file, frame(2, 1.5)).ink_model == "bilevel") is art


def test_what_is_damaged_is_no_art(tmp_path):
    """That it cannot be decoded is told where it is converted."""
    whole = bytes_of(drawing().convert("P"), "PNG")
    at = whole.index(b"IDAT") + 4
    file = written(tmp_path, "any", whole[:at] + bytes(40) + whole[at + 40 :])
    assert not bilevel(file, read_header(file))
