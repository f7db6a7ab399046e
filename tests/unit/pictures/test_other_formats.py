"""TIFF, WebP, GIF and BMP: told by their heads, converted as JPEG and PNG are."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps, ImageStat
from tests.unit.pictures.cases import (
    bytes_of,
    converted,
    exif_of,
    frame,
    gradient,
    image_of,
    pixel,
    quarters,
    written,
)

from printpress.pictures.faults import PictureError
from printpress.pictures.head import Header
from printpress.pictures.header import MOST_PIXELS, read_header

KINDS = ("TIFF", "WEBP", "GIF", "BMP")


def header_of(folder, picture: Image.Image, kind: str, **options) -> Header:
    return read_header(written(folder, "a", bytes_of(picture, kind, **options)))


@pytest.mark.parametrize(
    ("mode", "channels", "bits"),
    [("RGB", 3, 8), ("L", 1, 8), ("1", 1, 1), ("CMYK", 4, 8), ("LAB", 3, 8),
     ("RGBA", 4, 8), ("P", 1, 8), ("I;16", 1, 16)],
)  # fmt: skip
def test_tiff(tmp_path, mode, channels, bits):
    picture = Image.new(mode, (64, 48))
    told = Header(64, 48, "TIFF", 1, channels, bits, False, None)
    assert header_of(tmp_path, picture, "TIFF") == told
    assert header_of(tmp_path, picture, "TIFF", big_tiff=False) == told


def test_tiff_of_the_other_order(tmp_path):
    """Motorola's order of bytes, by hand: a strip of two rows."""
    entries = [(256, 3, 3), (257, 3, 2), (258, 3, 8), (262, 3, 1), (273, 4, 8),
               (277, 3, 1), (278, 3, 2), (279, 4, 6)]  # fmt: skip
    table = b"".join(
        struct.pack(">HHIHH" if kind == 3 else ">HHII", tag, kind, 1, *values)
        for tag, kind, value in entries
        for values in [(value, 0) if kind == 3 else (value,)]
    )
    contents = (
        b"MM\0*" + struct.pack(">I", 14) + b"\0\x40\x80\xc0\xff\x20"
        + struct.pack(">H", len(entries)) + table + bytes(4)
    )  # fmt: skip
    header = read_header(written(tmp_path, "a", contents))
    assert (header.width_px, header.height_px, header.bits) == (3, 2, 8)
    with pytest.raises(PictureError, match="cut off"):
        read_header(
            written(tmp_path, "a", contents.replace(b"\0\0\0\x06", b"\0\0\1\0"))
        )


@pytest.mark.parametrize("kind", ["TIFF", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_turned_pictures_stand_upright(tmp_path, kind, orientation):
    picture, exif = quarters(), exif_of(orientation)
    contents = bytes_of(
        picture, kind, exif=exif, **({"lossless": True} if kind == "WEBP" else {})
    )
    header = read_header(written(tmp_path, "a", contents))
    picture.getexif()[0x0112] = orientation
    upright = ImageOps.exif_transpose(picture)
    assert (header.width_px, header.height_px) == upright.size
    assert header.orientation == orientation
    wide, high = upright.size
    into = frame(wide / 32, high / 32)
    made = converted(
        tmp_path,
        picture,
        into,
        kind,
        exif=exif,
        **({"lossless": True} if kind == "WEBP" else {}),
    )
    assert made == converted(tmp_path, upright.convert("RGB"), into)


@pytest.mark.parametrize("options", [{}, {"lossless": True}, {"exact": True}])
@pytest.mark.parametrize(("mode", "channels"), [("RGB", 3), ("RGBA", 4)])
def test_webp(tmp_path, mode, channels, options):
    picture = gradient(65, 49).convert(mode)
    if mode == "RGBA":
        picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    header = header_of(tmp_path, picture, "WEBP", **options)
    assert (header.width_px, header.height_px, header.channels) == (65, 49, channels)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
def test_gif_and_bmp(tmp_path, mode):
    for kind in ("GIF", "BMP"):
        header = header_of(tmp_path, gradient(65, 49, mode), kind)
        assert (header.width_px, header.height_px, header.format) == (65, 49, kind)


def test_of_an_animation_the_first_picture_is_taken(tmp_path):
    first, second = quarters(), ImageChops.invert(quarters())
    moving = {"save_all": True, "append_images": [second]}
    still = converted(tmp_path, first, frame(2, 1.5))
    assert converted(tmp_path, first, frame(2, 1.5), "GIF", **moving) == still
    moving["lossless"] = True
    assert converted(tmp_path, first, frame(2, 1.5), "WEBP", **moving) == still


@pytest.mark.parametrize("kind", ["TIFF", "BMP"])
def test_whole_formats_give_what_png_gives(tmp_path, kind):
    picture = gradient(200, 150)
    made = converted(tmp_path, picture, frame(2, 1.5), kind)
    assert made == converted(tmp_path, picture, frame(2, 1.5))


@pytest.mark.parametrize(
    "compression", ["tiff_lzw", "tiff_adobe_deflate", "packbits", "jpeg"]
)
def test_packed_tiff(tmp_path, compression):
    picture = gradient(200, 150)
    made = converted(tmp_path, picture, frame(2, 1.5), "TIFF", compression=compression)
    plain = converted(tmp_path, picture, frame(2, 1.5))
    difference = ImageChops.difference(image_of(made), image_of(plain))
    assert max(ImageStat.Stat(difference).mean) < (6 if compression == "jpeg" else 0.01)


def test_separations_in_tiff_count_ink(tmp_path):
    made = converted(
        tmp_path, Image.new("CMYK", (32, 32), (10, 250, 120, 0)), frame(), "TIFF"
    )
    assert pixel(image_of(made), 5, 5) == (10, 250, 120, 0)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("left", [0.02, 0.3, 0.6, 0.95])
def test_a_file_cut_off_is_found(tmp_path, kind, left):
    noise = Image.effect_noise((320, 240), 80).convert("RGB")
    contents = bytes_of(noise, kind)
    with pytest.raises(PictureError, match="cut off"):
        read_header(written(tmp_path, "a", contents[: int(len(contents) * left)]))


def test_kinds_of_tiff_that_are_not_taken_are_named(tmp_path):
    with pytest.raises(PictureError, match="TIFF with 32 bits"):
        header_of(tmp_path, Image.new("F", (8, 8)), "TIFF")


WHOLE = [bytes_of(quarters(), kind) for kind in KINDS] + [
    bytes_of(quarters().convert("RGBA"), "WEBP", exif=exif_of(6))
]


@given(
    st.sampled_from(WHOLE), st.integers(0, 700), st.binary(max_size=12),
    st.integers(0, 12_000),
)  # fmt: skip
def test_any_bytes_are_told_or_refused(tmp_path_factory, whole, at, piece, end):
    contents = (whole[:at] + piece + whole[at + len(piece) :])[:end]
    file = tmp_path_factory.getbasetemp() / "any-other"
    file.write_bytes(contents)
    try:
        header = read_header(file)
    except PictureError:
        return
    assert 0 < header.width_px * header.height_px <= MOST_PIXELS
