"""What headers tell, and files that are refused before anything is decoded."""

import struct
import sys
import tracemalloc
import zlib
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
from printpress.pictures.head import Header
from printpress.pictures.header import MOST_PIXELS, read_header


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
        (b"II+\0", "BigTIFF"),
        (b"\0\0\0\x20ftypheix", "HEIC"),
        (b"\0\0\0\x20ftypmif1", "HEIC"),
        (b"\0\0\0\x20ftypavif", "AVIF"),
        (b"\0\0\0\x20ftypisom", "MP4"),
        (b"%PDF-1.4", "PDF"),
        (b"8BPS\0\1", "Photoshop"),
        (b"\0\0\0\x0cjP  \r\n", "JPEG 2000"),
        (b"<?xml version='1.0'?><svg/>", "SVG"),
        (b"  <svg/>", "SVG"),
        (b"RIFF\0\0\0\0WAVE", "no picture"),
        (b"PK\x03\x04", "ZIP"),
        (b"Rar!\x1a", "RAR"),
        (b"\xd0\xcf\x11\xe0", "Word"),
        (b"\xef\xbb\xbf<!DOCTYPE HTML>", "a web page"),
        (b"\xff\xd7", "no picture"),
    ],
)
def test_other_formats_are_called_by_their_names(tmp_path, start, name):
    said = refusal(written(tmp_path, "a.jpg", start + b"\0" * 20))
    assert name in said
    assert "JPEG, PNG, TIFF, WebP, GIF and BMP are accepted" in said


def test_a_phones_format_comes_with_the_way_out(tmp_path):
    file = written(tmp_path, "a.heic", b"\0\0\0\x20ftypheic" + b"\0" * 20)
    with pytest.raises(PictureError) as caught:
        read_header(file)
    assert "Most Compatible" in caught.value.fix.en
    assert "`printpress import`" in caught.value.fix.en
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
    wide = png(MOST_PIXELS, 1, 1, 0, bytes(1 + MOST_PIXELS // 8))
    assert read_header(written(tmp_path, "a", wide)).width_px == MOST_PIXELS


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig"])
@pytest.mark.parametrize("end", [509, 510, 511, 512])
def test_words_under_a_pictures_name_are_called_words(tmp_path, encoding, end):
    words = ("桥头的早市天不亮就开了。\n" * 60).encode(encoding)[:end]
    assert "it is text and no picture" in refusal(written(tmp_path, "a.jpg", words))


def head_of(width: int, height: int) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))


def sized(jpeg: bytes, width: int, height: int) -> bytes:
    """The JPEG with another size in its frame."""
    at = max(jpeg.find(b"\xff\xc0"), jpeg.find(b"\xff\xc2"))
    return jpeg[: at + 5] + struct.pack(">HH", height, width) + jpeg[at + 9 :]


def test_a_second_size_is_not_believed_by_one_and_not_by_the_other(tmp_path):
    whole = bytes_of(gradient(), "PNG")
    two = whole[:33] + head_of(60_000, 60_000) + whole[33:]
    assert "damaged" in refusal(written(tmp_path, "a", two))
    jpeg = bytes_of(gradient(), "JPEG")
    at = jpeg.index(b"\xff\xc0")
    frame = jpeg[at : at + 19]
    two = jpeg[: at + 19] + sized(frame, 60_000, 60_000) + jpeg[at + 19 :]
    assert "damaged" in refusal(written(tmp_path, "a", two))


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_with_less_in_it_than_its_size_takes_is_cut_off(tmp_path, progressive):
    jpeg = bytes_of(gradient(), "JPEG", progressive=progressive)
    assert "cut off" in refusal(written(tmp_path, "a", sized(jpeg, 8000, 8000)))


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"optimize": True}])
def test_a_jpeg_of_nothing_but_white_is_not_cut_off(tmp_path, mode, options):
    white = Image.new(mode, (3000, 2000), "white")
    contents = bytes_of(white, "JPEG", quality=1, **options)
    assert read_header(written(tmp_path, "a", contents)).width_px == 3000


def test_a_png_with_less_in_it_than_its_size_takes_is_cut_off(tmp_path):
    empty = png(8000, 8000, 8, 0, b"")
    assert "cut off" in refusal(written(tmp_path, "a", empty))
    for mode, level in (("1", 9), ("L", 9), ("RGB", 6)):
        white = Image.new(mode, (3000, 2000), "white")
        contents = bytes_of(white, "PNG", compress_level=level)
        assert read_header(written(tmp_path, "a", contents)).width_px == 3000


BOMB = zlib.compress(bytes(50_000_000), 9)


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        (b"zTXt", b"Comment\0\0"),
        (b"iTXt", b"Comment\0\1\0zh\0\0"),
        (b"iCCP", b"sRGB\0\0"),
    ],
)
def test_what_is_hidden_beside_the_pixels_fills_no_memory(tmp_path, kind, start):
    def holding(packed: bytes, at: int) -> bytes:
        return whole[:at] + chunk(kind, start + packed) + whole[at:]

    whole = bytes_of(gradient(), "PNG")
    before, behind = 33, len(whole) - 12
    small = holding(zlib.compress(bytes(1 << 20)), before)
    assert read_header(written(tmp_path, "a", small)).width_px == 64
    assert read_header(written(tmp_path, "a", holding(b"no", before))).width_px == 64
    for at in (before, behind):
        file = written(tmp_path, "a", holding(BOMB, at))
        tracemalloc.start()
        assert "hidden in it is enormous" in refusal(file)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < 4_000_000


def test_a_text_that_is_not_packed_may_be_long(tmp_path):
    whole = bytes_of(gradient(), "PNG")
    text = chunk(b"iTXt", b"XML\0\0\0\0\0" + zlib.compress(b"a") + bytes(3_000_000))
    file = written(tmp_path, "a", whole[:33] + text + whole[33:])
    assert read_header(file).width_px == 64


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


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_why_the_system_gives_no_file_is_told_in_chinese(tmp_path):
    loop = tmp_path / "loop.jpg"
    loop.symlink_to(loop)
    for path, why in (
        (loop, "没有尽头"),
        (tmp_path, "文件夹"),
        (tmp_path / "gone", "不在"),
    ):
        with pytest.raises(PictureError) as caught:
            read_header(path)
        assert why in caught.value.reason.zh


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
