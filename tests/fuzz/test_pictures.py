"""Picture files damaged at random: refused with a reason, or printed; nothing else.

What is damaged stays near a real file, so that decoders are reached: bytes are changed,
pieces cut out, doubled and moved, and the end is cut off and put back.
"""

import warnings
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.pictures.cases import COATED, COLDSET, SRGB, bytes_of, exif_of, gradient

from printpress.pictures.convert import convert
from printpress.pictures.faults import PictureError
from printpress.pictures.frame import Frame
from printpress.units import INCH

FRAME = Frame(INCH, INCH, (Fraction(1, 2), Fraction(1, 3)), 30, 2400)


def files() -> dict[str, bytes]:
    """A small file of each kind that decoders go different ways for."""
    exif = exif_of(6)
    return {
        "JPEG": bytes_of(gradient(), "JPEG", exif=exif),
        "progressive": bytes_of(gradient(), "JPEG", progressive=True),
        "JPEG with restarts": bytes_of(gradient(), "JPEG", restart_marker_blocks=2),
        "grey JPEG": bytes_of(gradient(mode="L"), "JPEG"),
        "CMYK JPEG": bytes_of(gradient(mode="CMYK"), "JPEG"),
        "PNG": bytes_of(gradient(), "PNG", exif=exif),
        "palette": bytes_of(gradient(mode="P"), "PNG", transparency=3),
        "art": bytes_of(gradient(mode="1"), "PNG"),
        "alpha": bytes_of(gradient(mode="RGBA"), "PNG"),
        "16-bit PNG": bytes_of(gradient(mode="L").convert("I;16"), "PNG"),
        "TIFF": bytes_of(gradient(), "TIFF", compression="tiff_lzw"),
        "CMYK TIFF": bytes_of(gradient(mode="CMYK"), "TIFF"),
        "fax": bytes_of(gradient(mode="1"), "TIFF", compression="group4"),
        "two pages": bytes_of(
            gradient(), "TIFF", save_all=True, append_images=[gradient(9, 9)] * 3
        ),
        "WebP": bytes_of(gradient(mode="RGBA"), "WEBP", exif=exif, lossless=True),
        "GIF": bytes_of(gradient(mode="P"), "GIF"),
        "BMP": bytes_of(gradient(), "BMP"),
        "profile": bytes_of(gradient(16, 12), "TIFF", icc_profile=SRGB),
        "profile of inks": bytes_of(
            gradient(16, 12, "CMYK"), "JPEG", icc_profile=COATED.icc[:60_000]
        ),
    }


WHOLE = files()


@st.composite
def damaged(draw, whole: bytes):
    """The file after a few accidents."""
    contents = bytearray(whole)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(contents)))
        end = min(len(contents), start + draw(st.integers(0, 12)))
        piece = bytes(contents[start:end])
        contents[start:end] = draw(
            st.one_of(
                st.binary(min_size=len(piece), max_size=len(piece)),
                st.binary(max_size=6),
                st.just(piece * 2),
                st.just(b"\xff" * len(piece)),
                st.just(b"\0" * len(piece)),
            )
        )
    end = draw(st.one_of(st.just(len(contents)), st.integers(0, len(contents))))
    tail = draw(st.sampled_from([b"", whole[-12:], whole[-2:]]))
    return bytes(contents[:end]) + tail


@pytest.mark.parametrize("kind", WHOLE)
@given(st.data())
def test_a_damaged_picture_is_refused_or_printed(tmp_path_factory, kind, data):
    path = tmp_path_factory.getbasetemp() / "damaged"
    path.write_bytes(data.draw(damaged(WHOLE[kind])))
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # decoders' own words are not for staff
        try:
            made = convert(path, FRAME, COLDSET)
        except PictureError:
            return
    assert made.width_px * made.height_px > 0
    assert made.pixels
