"""Pictures as phones send them."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageOps
from tests.papers import write_paper
from tests.unit.intake.desk import imported, issue_in

from printpress.diagnostics import PressError
from printpress.intake.importer import Asked, Importer
from printpress.makeup.pages import grid_of
from printpress.pictures.faults import PictureError
from printpress.pictures.taken import taken_in
from printpress.spec import load_layouts

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def shot(*, turn: int = 1, place: bool = True, form: str = "JPEG") -> bytes:
    """A picture, red on its left, with what cameras write of people."""
    picture = Image.new("RGB", (80, 60), (20, 60, 200))
    picture.paste((220, 30, 30), (0, 0, 40, 60))
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x013B] = turn, "手机", "周二"
    if place:
        exif.get_ifd(0x8825)[2] = (31.0, 12.0, 0.0)
    out = io.BytesIO()
    picture.save(out, form, exif=exif, icc_profile=PROFILE, quality=95)
    return out.getvalue()


def heic(turn: int = 1) -> bytes:
    pillow_heif = pytest.importorskip("pillow_heif")
    picture = Image.open(io.BytesIO(shot(turn=turn)))
    file = pillow_heif.from_pillow(picture)
    out = io.BytesIO()
    file.save(out, quality=95)
    return out.getvalue()


def opened(contents: bytes) -> Image.Image:
    return Image.open(io.BytesIO(contents))


def colour(picture: Image.Image, place: tuple[int, int]) -> tuple[int, ...]:
    found = picture.getpixel(place)
    assert isinstance(found, tuple)
    return found


def test_an_upright_jpeg_keeps_its_pixels_and_profile_and_loses_the_rest():
    taken = taken_in(shot())
    picture = opened(taken.contents)
    assert picture.tobytes() == opened(shot()).tobytes()
    assert picture.info["icc_profile"] == PROFILE
    assert dict(picture.getexif()) == {}
    assert (taken.place, taken.turned) == (True, False)
    assert "周二".encode() not in taken.contents


def test_what_stands_behind_a_jpeg_is_gone():
    taken = taken_in(shot() + b"a video of the street, told by its GPS")
    assert taken.contents.endswith(b"\xff\xd9")
    assert b"GPS" not in taken.contents


@pytest.mark.parametrize("turn", range(2, 9))
def test_a_sideways_jpeg_is_made_upright(turn):
    taken = taken_in(shot(turn=turn))
    picture = opened(taken.contents)
    upright = opened(shot(turn=turn))
    wanted = ImageOps.exif_transpose(upright)
    assert picture.size == wanted.size == (taken.width_px, taken.height_px)
    for place in ((5, 5), (picture.width - 5, picture.height - 5)):
        ours, theirs = colour(picture, place), colour(wanted, place)
        assert all(abs(a - b) < 12 for a, b in zip(ours, theirs, strict=True))
    assert taken.turned
    assert picture.info["icc_profile"] == PROFILE


@pytest.mark.parametrize("turn", range(2, 9))
def test_a_sideways_tiff_is_turned_once(turn):
    taken = taken_in(shot(turn=turn, form="TIFF"))
    wanted = ImageOps.exif_transpose(opened(shot(turn=turn)))
    picture = opened(taken.contents)
    assert picture.size == wanted.size == (taken.width_px, taken.height_px)
    for place in ((5, 5), (picture.width - 5, picture.height - 5)):
        ours, theirs = colour(picture, place), colour(wanted, place)
        assert all(abs(a - b) < 12 for a, b in zip(ours, theirs, strict=True))
    assert taken.turned
    assert dict(picture.getexif()) == {}


def test_heic_becomes_jpeg_of_high_quality():
    taken = taken_in(heic())
    picture = opened(taken.contents)
    assert (picture.format, taken.suffix, taken.made_from) == ("JPEG", ".jpg", "HEIC")
    assert picture.size == (80, 60)
    assert picture.info["icc_profile"] == PROFILE
    assert dict(picture.getexif()) == {}
    red, _, blue = colour(picture, (10, 30))
    assert red > 180 > blue
    assert taken_in(heic()) == taken
    assert taken.place


def test_a_damaged_heic_is_told():
    for cut in (40, 200, len(heic()) // 2):
        with pytest.raises(PictureError):
            taken_in(heic()[:cut])


def test_png_loses_its_texts_alone():
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Author", "Zhou Er")
    out = io.BytesIO()
    Image.new("RGBA", (9, 7), (1, 2, 3, 4)).save(out, "PNG", pnginfo=told)
    taken = taken_in(out.getvalue())
    assert b"Zhou Er" not in taken.contents
    assert opened(taken.contents).tobytes() == opened(out.getvalue()).tobytes()
    assert taken.suffix == ".png"


@pytest.mark.parametrize("form", ["GIF", "BMP", "TIFF", "WEBP"])
def test_other_formats_become_png(form):
    out = io.BytesIO()
    Image.new("RGB", (30, 20), (200, 30, 30)).save(out, form)
    taken = taken_in(out.getvalue())
    assert (taken.suffix, taken.made_from) == (".png", form)
    assert opened(taken.contents).size == (30, 20)


def test_inks_stay_inks():
    out = io.BytesIO()
    picture = Image.new("CMYK", (30, 20), (10, 200, 30, 40))
    picture.save(out, "TIFF", software="Zhou Er's program")
    taken = taken_in(out.getvalue())
    assert taken.suffix == ".tif"
    assert opened(taken.contents).convert("CMYK").getpixel((5, 5)) == (10, 200, 30, 40)
    assert b"Zhou Er" not in taken.contents


def test_the_size_in_print_is_told_in_millimetres_and_columns(tmp_path):
    out = io.BytesIO()
    Image.new("RGB", (1600, 900)).save(out, "JPEG")
    write_paper(tmp_path / "house", {})
    house, _, _ = load_layouts(tmp_path / "house", ())
    taken = imported(tmp_path, "桥.jpg", out.getvalue(), grid=grid_of(house))
    # A column is seven cells of 10.5 pt, a gutter one: 25.9 and 3.7 mm.
    assert taken.remarks[0].words.en == (
        "桥.jpg: 1600×900 pixels; prints 203 mm wide at 200 ppi (3 columns), "
        "270 mm at 150 ppi (3 columns)"
    )


def test_the_same_picture_is_stored_once(tmp_path):
    issue = issue_in(tmp_path / "paper")
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(shot(place=name == "a.jpg"))
    importer = Importer(Asked(issue, "issue"))
    first = importer.take(tmp_path / "a.jpg", "a.jpg")
    second = importer.take(tmp_path / "b.jpg", "b.jpg")
    assert [name for name, _ in first.files] == ["pictures/a.jpg"]
    assert second.files == ()
    assert second.remarks[0].words.en == "b.jpg is there already as a.jpg"


def test_a_picture_that_is_none_is_told(tmp_path):
    with pytest.raises(PressError) as trouble:
        imported(tmp_path, "a.jpg", b"\xff\xd8 no")
    assert trouble.value.diagnostics[0].code == "picture-unreadable"


def test_no_name_of_a_picture_is_taken_twice(tmp_path):
    issue = issue_in(tmp_path / "paper")
    (issue / "pictures").mkdir()
    (issue / "pictures" / "Bridge.png").write_bytes(b"another")
    (tmp_path / "bridge.jpg").write_bytes(shot())
    taken = Importer(Asked(issue, "issue")).take(tmp_path / "bridge.jpg", "bridge.jpg")
    assert [Path(name).name for name, _ in taken.files] == ["bridge-2.jpg"]


def saved(picture: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def segment(marker: int, words: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(words) + 2).to_bytes(2, "big") + words


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"restart_marker_blocks": 1}]
)
def test_jpegs_of_every_make_keep_their_pixels(mode, options):
    """Inverted CMYK needs Adobe's segment; restart marks stand among the pixels."""
    picture = Image.effect_noise((80, 60), 90).convert(mode)
    shot = saved(picture, "JPEG", icc_profile=PROFILE, **options)
    kept = opened(taken_in(shot).contents)
    assert kept.tobytes() == opened(shot).tobytes()
    assert kept.info.get("adobe") == opened(shot).info.get("adobe")
    assert kept.info["icc_profile"] == PROFILE


def test_comments_and_further_pictures_of_a_jpeg_are_left_out():
    plain = shot()
    told = segment(0xFE, b"taken by Zhou") + segment(0xE2, b"MPF\0 a second picture")
    contents = taken_in(plain[:2] + told + b"\xff\xff" + plain[3:]).contents
    assert b"Zhou" not in contents
    assert b"second" not in contents
    assert opened(contents).tobytes() == opened(plain).tobytes()


def test_a_png_keeps_its_profile_and_what_shines_through():
    clear = Image.new("P", (8, 8), 0)
    clear.putpalette((255, 0, 0, 0, 0, 255))
    kept = opened(
        taken_in(saved(clear, "PNG", transparency=0, icc_profile=PROFILE)).contents
    )
    assert kept.info["transparency"] == 0
    assert kept.info["icc_profile"] == PROFILE


def test_what_shines_through_a_gif_still_does():
    clear = Image.new("P", (8, 8), 0)
    clear.putpalette((255, 0, 0, 0, 0, 255))
    clear.putpixel((3, 3), 1)
    taken = taken_in(saved(clear, "GIF", transparency=0))
    assert taken.made_from == "GIF"
    assert colour(opened(taken.contents).convert("RGBA"), (0, 0))[3] == 0
