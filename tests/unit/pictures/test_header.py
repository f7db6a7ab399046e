"""What headers tell, and files that are refused before anything is decoded."""

import struct
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps
from tests.unit.pictures.cases import (
    SIGN,
    bytes_of,
    chunk,
    exif_of,
    gradient,
    png,
    written,
)

from printpress.pictures.faults import PictureError
from printpress.pictures.header import MOST_PIXELS, Header, read_header


@pytest.mark.parametrize(
    ("mode", "options", "channels", "interlaced"),
    [
        ("RGB", {}, 3, False),
        ("RGB", {"progressive": True}, 3, True),
        ("L", {}, 1, False),
        ("CMYK", {}, 4, False),
    ],
)
def test_jpeg(tmp_path, mode, options, channels, interlaced):
    file = written(tmp_path, "a", bytes_of(gradient(mode=mode), "JPEG", **options))
    assert read_header(file) == Header(64, 48, "JPEG", 1, channels, 8, interlaced, None)


@pytest.mark.parametrize(
    ("mode", "channels", "bits"),
    [
        ("RGB", 3, 8),
        ("L", 1, 8),
        ("RGBA", 4, 8),
        ("LA", 2, 8),
        ("1", 1, 1),
        ("P", 1, 8),
    ],
)
def test_png(tmp_path, mode, channels, bits):
    file = written(tmp_path, "a", bytes_of(gradient(mode=mode), "PNG"))
    assert read_header(file) == Header(64, 48, "PNG", 1, channels, bits, False, None)


def test_interlaced_png(tmp_path):
    file = written(tmp_path, "a", bytes_of(gradient(), "PNG"))
    contents = bytearray(file.read_bytes())
    contents[28] = 1
    file.write_bytes(contents)
    assert read_header(file).interlaced


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_size_is_as_the_picture_is_seen(tmp_path, kind, orientation):
    contents = bytes_of(gradient(), kind, exif=exif_of(orientation))
    header = read_header(written(tmp_path, "a", contents))
    with Image.open(tmp_path / "a") as picture:
        seen = ImageOps.exif_transpose(picture)
        assert (header.width_px, header.height_px) == seen.size
    assert header.orientation == orientation
    assert header.rotated == (orientation > 1)


def test_exif_behind_a_pngs_pixels_counts(tmp_path):
    contents = bytes_of(gradient(), "PNG")
    exif = exif_of(8).tobytes().removeprefix(b"Exif\0\0")
    end = chunk(b"IEND", b"")
    contents = contents.removesuffix(end) + chunk(b"eXIf", exif) + end
    header = read_header(written(tmp_path, "a", contents))
    assert (header.width_px, header.orientation) == (48, 8)


@pytest.mark.parametrize("exif", [b"", b"II*\0", b"MM\0*\xff\xff\xff\xff", b"\0" * 40])
def test_exif_that_makes_no_sense_counts_as_none(tmp_path, exif):
    contents = bytes_of(gradient(), "JPEG")
    segment = b"Exif\0\0" + exif
    app1 = b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment
    file = written(tmp_path, "a", contents[:2] + app1 + contents[2:])
    assert read_header(file).orientation == 1


def test_an_orientation_of_none_of_the_eight_counts_as_upright(tmp_path):
    file = written(tmp_path, "a", bytes_of(gradient(), "JPEG", exif=exif_of(9)))
    assert not read_header(file).rotated


def test_density(tmp_path):
    per_inch = written(tmp_path, "a", bytes_of(gradient(), "JPEG", dpi=(300, 150)))
    assert read_header(per_inch).density_ppi == (300, 150)
    contents = bytearray(per_inch.read_bytes())
    assert contents[6:11] == b"JFIF\0"
    contents[13] = 2  # per centimetre
    per_inch.write_bytes(contents)
    assert read_header(per_inch).density_ppi == (762, 381)


def refusal(path: Path) -> str:
    with pytest.raises(ValueError, match=r"\w") as caught:
        read_header(path)
    assert isinstance(caught.value, PictureError)
    assert caught.value.reason.zh
    assert caught.value.fix.en
    return caught.value.reason.en


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("left", [0.02, 0.3, 0.6, 0.99])
def test_a_file_cut_off_is_found_wherever_it_was(tmp_path, kind, left):
    contents = bytes_of(gradient(640, 480), kind)
    file = written(tmp_path, "a", contents[: int(len(contents) * left)])
    assert "cut off" in refusal(file)


def test_what_follows_the_picture_is_no_matter(tmp_path):
    video = b"\0" * 3_000_000
    file = written(tmp_path, "a", bytes_of(gradient(), "JPEG") + video)
    assert read_header(file).width_px == 64


def test_an_end_across_two_blocks_is_found(tmp_path):
    contents = bytes_of(gradient(), "JPEG")
    scan = contents.index(b"\xff\xda")
    end = scan + 2 + struct.unpack_from(">H", contents, scan + 2)[0]
    filled = contents[:end] + b"\x01" * ((1 << 20) - 1) + b"\xff\xd9" + b"\0" * 9
    assert read_header(written(tmp_path, "a", filled)).width_px == 64


@pytest.mark.parametrize(
    ("start", "name"),
    [
        (b"GIF87a", "GIF"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"RIFF\0\0\0\0WEBP", "WebP"),
        (b"\0\0\0\x20ftypheix", "HEIC"),
        (b"\0\0\0\x20ftypmif1", "HEIC"),
        (b"\0\0\0\x20ftypavif", "AVIF"),
        (b"\0\0\0\x20ftypisom", "MP4"),
        (b"BM\0\0", "BMP"),
        (b"%PDF-1.4", "PDF"),
        (b"8BPS\0\1", "Photoshop"),
        (b"\0\0\0\x0cjP  \r\n", "JPEG 2000"),
        (b"<?xml version='1.0'?><svg/>", "SVG"),
        (b"  <svg/>", "SVG"),
        (b"RIFF\0\0\0\0WAVE", "no picture"),
        (b"\xff\xd7", "no picture"),
    ],
)
def test_other_formats_are_called_by_their_names(tmp_path, start, name):
    said = refusal(written(tmp_path, "a.jpg", start + b"\0" * 20))
    assert name in said
    assert "JPEG and PNG are accepted" in said


def test_a_phones_format_comes_with_the_way_out(tmp_path):
    file = written(tmp_path, "a.heic", b"\0\0\0\x20ftypheic" + b"\0" * 20)
    with pytest.raises(PictureError) as caught:
        read_header(file)
    assert "Most Compatible" in caught.value.fix.en
    assert "兼容性最佳" in caught.value.fix.zh


def test_a_picture_that_would_fill_the_memory_is_refused(tmp_path):
    bomb = png(60_000, 60_000, 8, 2, b"\0" * 1000)
    tracemalloc.start()
    said = refusal(written(tmp_path, "a", bomb))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "60000 × 60000 pixels; 80 million are accepted" in said
    assert most < 1_000_000


def test_the_limit_is_in_pixels_not_in_sides(tmp_path):
    wide = png(MOST_PIXELS, 1, 1, 0, b"")
    assert read_header(written(tmp_path, "a", wide)).width_px == MOST_PIXELS


@pytest.mark.parametrize(
    "contents",
    [
        png(0, 5, 8, 2, b""),
        png(5, 5, 8, 5, b""),
        SIGN + chunk(b"IEND", b""),
        SIGN + chunk(b"IHDR", b"\0" * 13) + chunk(b"IEND", b""),
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xe0\0\0",
        b"\xff\xd8\xff\xe0\0\1",
        b"\xff\xd8\0\0\0\0",
        b"\xff\xd8\xff\xc0\0\x04\x08\0\xff\xda\0\x02\xff\xd9",
        b"\xff\xd8\xff\xda\0\x02\xff\xd9",
    ],
)
def test_nonsense_is_refused(tmp_path, contents):
    assert refusal(written(tmp_path, "a", contents))


def test_twelve_bits_are_refused_by_name(tmp_path):
    contents = bytearray(bytes_of(gradient(), "JPEG"))
    contents[contents.index(b"\xff\xc0") + 4] = 12
    assert "12 bits" in refusal(written(tmp_path, "a", bytes(contents)))


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    assert "cannot be read" in refusal(tmp_path / "gone.jpg")
    assert "cannot be read" in refusal(tmp_path)


JPEG = bytes_of(gradient(), "JPEG", exif=exif_of(6))
PNG = bytes_of(gradient(), "PNG", exif=exif_of(6))


@given(
    st.sampled_from([JPEG, PNG]),
    st.integers(0, 700),
    st.binary(max_size=12),
    st.integers(0, 2000),
)
def test_any_bytes_are_told_or_refused(tmp_path_factory, whole, at, piece, end):
    contents = (whole[:at] + piece + whole[at + len(piece) :])[:end]
    file = tmp_path_factory.getbasetemp() / "any"
    file.write_bytes(contents)
    try:
        header = read_header(file)
    except PictureError:
        return
    assert 0 < header.width_px * header.height_px <= MOST_PIXELS


def test_headers_are_read_without_pillow():
    import subprocess

    code = "import sys, printpress.pictures.header; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
