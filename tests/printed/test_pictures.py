"""Pictures from their files to other programs' plates of the finished PDF."""

import struct
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat

from printpress import spec
from printpress.pictures.colour import PressProfile
from printpress.pictures.convert import convert
from printpress.pictures.frame import Frame
from printpress.pipeline import converted_pictures, make_edition
from printpress.shop.files import shop_files
from printpress.units import INCH
from tests.papers import TINY, write_paper
from tests.printed.programs import said

STORY = """\
---
headline: 桥头早市开张
picture: {file: ../pictures/NAME}
---
桥头的早市天不亮就开了。卖豆腐的、卖青菜的、卖活鱼的，一家挨着一家。
"""
HOUSE = "layouts/house.yaml"
PRESS = Path(__file__).parents[2] / "layouts" / "press"
INKS = ("Cyan", "Magenta", "Yellow", "Black")
SEPARATED = (128, 77, 51, 26)


def printed(folder: Path, name: str, contents: bytes) -> Path:
    """The tiny paper with that picture and no other colour, as the shop gets it."""
    files = {
        "issues/2025-09-05/stories/market.md": STORY.replace("NAME", name),
        HOUSE: TINY[HOUSE].replace(", colour: red", ""),
    }
    path = write_paper(folder, files)
    (path.parent / "pictures").mkdir()
    (path.parent / "pictures" / name).write_bytes(contents)
    issue, _ = spec.load(path)
    made = make_edition(issue, issue.editions[0])
    assert made.printable, [found.what.en for found in made.found]
    pictures, found = converted_pictures(made, issue.root, None)
    assert not found
    pdf = folder / "whole.pdf"
    pdf.write_bytes(next(iter(shop_files(made, pictures))).contents)
    return pdf


def plates(pdf: Path) -> Mapping[str, Image.Image]:
    """Ghostscript's plates of the page, in ink: 255 is solid."""
    said(
        "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r100",
        f"-sOutputFile={pdf.parent / 'p.tif'}", pdf,
    )  # fmt: skip
    return {
        ink: ImageChops.invert(Image.open(pdf.parent / f"p({ink}).tif").convert("L"))
        for ink in INKS
    }


def file_of(folder: Path, picture: Image.Image, name: str, **options) -> bytes:
    file = folder / name
    picture.save(file, **options)
    return file.read_bytes()


def without_mark(jpeg: bytes) -> bytes:
    """The JPEG without Adobe's segment (APP14)."""
    at = jpeg.index(b"\xff\xee")
    (length,) = struct.unpack_from(">H", jpeg, at + 2)
    return jpeg[:at] + jpeg[at + 2 + length :]


@pytest.mark.needs_ghostscript
def test_separations_reach_the_plates_whatever_their_polarity(tmp_path):
    """Adobe's JPEGs count light, those without its mark ink."""
    picture = Image.new("CMYK", (900, 700), SEPARATED)
    picture.paste((0, 230, 204, 0), (450, 0, 900, 700))
    adobe = file_of(tmp_path, picture, "a.jpg", quality=100)
    inverted = file_of(tmp_path, ImageChops.invert(picture), "b.jpg", quality=100)
    first = plates(printed(tmp_path / "one", "boat.jpg", adobe))
    second = plates(printed(tmp_path / "two", "boat.jpg", without_mark(inverted)))
    for ink, left, right in zip(INKS, SEPARATED, (0, 230, 204, 0), strict=True):
        assert max(ImageChops.difference(first[ink], second[ink]).tobytes()) <= 3
        if ink == "Black":  # letters are on that one, too
            continue
        levels = [
            level for level, count in enumerate(first[ink].histogram()) if count > 500
        ]
        assert all(
            any(abs(level - dot) <= 3 for level in levels) for dot in (left, right)
        )
        assert all(
            min(abs(level - dot) for dot in (0, left, right)) <= 3 for level in levels
        )


@pytest.mark.needs_ghostscript
@pytest.mark.needs_poppler
@pytest.mark.parametrize("mode", ["L", "RGB", "1"])
def test_a_picture_without_colour_puts_no_ink_on_the_coloured_plates(tmp_path, mode):
    picture = Image.linear_gradient("L").resize((900, 700)).convert(mode)
    pdf = printed(tmp_path / "paper", "boat.png", file_of(tmp_path, picture, "a.png"))
    made = plates(pdf)
    for ink in INKS[:3]:
        assert made[ink].getextrema() == (0, 0), ink
    assert ImageStat.Stat(made["Black"]).sum[0] > 1_000_000
    row = said("pdfimages", "-list", pdf).splitlines()[2].split()
    assert (row[5], row[7]) == ("gray", "1" if mode == "1" else "8")


@pytest.mark.needs_ghostscript
@pytest.mark.needs_poppler
def test_line_art_is_one_bit_at_its_own_resolution_and_solid_black(tmp_path):
    picture = Image.new("1", (1800, 1400), 1)
    ImageDraw.Draw(picture).rectangle((300, 300, 1500, 1100), fill=0)
    pdf = printed(tmp_path / "paper", "map.png", file_of(tmp_path, picture, "a.png"))
    row = said("pdfimages", "-list", pdf).splitlines()[2].split()
    kind, wide, space, channels, bits = row[2], int(row[3]), row[5], row[6], row[7]
    assert (kind, space, channels, bits) == ("image", "gray", "1", "1")
    assert 599 <= int(row[12]) <= 601  # pixels per inch
    assert wide > 600
    black = plates(pdf)["Black"]
    assert black.getextrema() == (0, 255)
    assert black.histogram()[255] > 0.2 * sum(black.histogram()[1:])


PATCHES = [
    (r, g, b)
    for r in (0, 60, 128, 200, 255)
    for g in (20, 128, 240)
    for b in (0, 128, 255)
]


@pytest.mark.needs_ghostscript
@pytest.mark.parametrize("icc", sorted(PRESS.glob("*.icc")), ids=lambda path: path.stem)
def test_inks_are_those_that_ghostscript_makes_of_the_same_colours(tmp_path, icc):
    """Perceptual, with black-point compensation, through the same profile."""
    side = 10
    drawn = "".join(
        f"{r / 255:.6f} {g / 255:.6f} {b / 255:.6f} setrgbcolor "
        f"{at * side} 0 {side} {side} rectfill\n"
        for at, (r, g, b) in enumerate(PATCHES)
    )
    page = (
        f"<</PageSize [{side * len(PATCHES)} {side}]>> setpagedevice\n{drawn}showpage"
    )
    (tmp_path / "a.ps").write_text(page)
    said(
        "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", f"--permit-file-read={icc}",
        "-sDEVICE=tiff32nc", "-r72", f"-sOutputICCProfile={icc}", "-dRenderIntent=0",
        "-dBlackPtComp=1", f"-sOutputFile={tmp_path / 'a.tif'}", tmp_path / "a.ps",
    )  # fmt: skip
    theirs = Image.open(tmp_path / "a.tif")
    strip = Image.new("RGB", (side * len(PATCHES), side))
    for at, colour in enumerate(PATCHES):
        strip.paste(colour, (at * side, 0, (at + 1) * side, side))
    strip.save(tmp_path / "a.png")
    middle = (Fraction(1, 2), Fraction(1, 2))
    into = Frame(strip.width * INCH // 72, strip.height * INCH // 72, middle, 72, 4000)
    made = convert(tmp_path / "a.png", into, PressProfile(icc.read_bytes()))
    ours = Image.frombytes("CMYK", (made.width_px, made.height_px), made.pixels)
    assert ours.size == theirs.size
    capped = theirs.point([*range(256)] * 3 + [min(level, 242) for level in range(256)])
    for at, colour in enumerate(PATCHES):
        place = (at * side + side // 2, side // 2)
        patch = (*place, place[0] + 1, place[1] + 1)
        mine, gs = ours.crop(patch).tobytes(), capped.crop(patch).tobytes()
        assert (
            max(abs(one - other) for one, other in zip(mine, gs, strict=True)) <= 4
        ), colour
