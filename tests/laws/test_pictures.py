"""Laws of converted pictures, whatever their pixels and the press."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from printpress.pictures.colour import PressProfile
from printpress.pictures.convert import ConvertedPicture, convert
from printpress.pictures.frame import Frame
from printpress.units import INCH

PRESS = Path(__file__).parents[2] / "layouts" / "press"
PROFILES = sorted(PRESS.glob("*.icc"))
SIDE = 24
MIDDLE = (Fraction(1, 2), Fraction(1, 2))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("pictures")


def made_of(
    folder: Path, picture: Image.Image, icc: Path, tac: int
) -> ConvertedPicture:
    file = folder / "a.tif"
    picture.save(file)
    into = Frame(SIDE * INCH // 100, SIDE * INCH // 100, MIDDLE, 100, tac)
    return convert(file, into, PressProfile(icc.read_bytes()))


def pictures(mode: str) -> st.SearchStrategy[Image.Image]:
    """Random pixels, and random dark ones, which take the most ink."""
    count = SIDE * SIDE * len(Image.new(mode, (1, 1)).tobytes())
    noise = st.binary(min_size=count, max_size=count)
    shifted = st.tuples(noise, st.integers(0, 7)).map(
        lambda pair: bytes(
            255 - (level >> pair[1]) if mode == "CMYK" else level >> pair[1]
            for level in pair[0]
        )
    )
    return shifted.map(lambda pixels: Image.frombytes(mode, (SIDE, SIDE), pixels))


@pytest.mark.parametrize("icc", PROFILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("mode", ["RGB", "CMYK", "LAB"])
@settings(max_examples=25)
@given(data=st.data(), tac=st.sampled_from([2400, 2200, 3000, 1500, 900, 100]))
def test_no_pixel_holds_more_ink_than_the_press_takes(folder, icc, mode, data, tac):
    """Also under a profile that itself puts more there."""
    made = made_of(folder, data.draw(pictures(mode)), icc, tac)
    pixels = made.pixels
    if made.ink_model == "grey":
        assert max(255 - level for level in pixels) * 1000 <= tac * 255
        return
    sums = (sum(pixels[at : at + 4]) for at in range(0, len(pixels), 4))
    assert max(sums) * 1000 <= tac * 255
    assert max(pixels[3::4]) <= 242  # black stays below solid


@pytest.mark.parametrize("icc", PROFILES, ids=lambda path: path.stem)
@settings(max_examples=15)
@given(picture=pictures("L"))
def test_what_is_lighter_never_prints_darker(folder, icc, picture):
    made = made_of(folder, picture, icc, 2400)
    pairs = sorted(zip(picture.tobytes(), made.pixels, strict=True))
    assert [after for _, after in pairs] == sorted(after for _, after in pairs)
