"""Where two page pictures differ."""

import io

import pytest
from PIL import Image, ImageDraw

from printpress.pictures.difference import (
    AIR,
    BETWEEN,
    GREY,
    NEAR,
    RED,
    TILE,
    Mark,
    Pixels,
    jpeg,
    marks,
    side_by_side,
)


def page(*spots, size=(200, 120), colour=(0, 0, 0)):
    """White paper with rectangles of one colour: x, y, width, height."""
    picture = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(picture)
    for x, y, width, height in spots:
        pen.rectangle((x, y, x + width - 1, y + height - 1), fill=colour)
    return Pixels(size[0], size[1], picture.tobytes())


def test_equal_pages_have_no_marks():
    assert marks(page((10, 10, 5, 5)), page((10, 10, 5, 5))) == ()


@pytest.mark.parametrize("at", [(0, 0), (7, 7), (8, 8), (199, 119), (100, 60)])
def test_a_single_pixel_is_found(at):
    (mark,) = marks(page(), page((*at, 1, 1)))
    assert mark.x <= at[0] < mark.x + mark.width <= 200
    assert mark.y <= at[1] < mark.y + mark.height <= 120
    assert mark.width <= TILE
    assert mark.height <= TILE


def test_tones_that_renderers_round_are_no_change():
    assert marks(page(), page((0, 0, 200, 120), colour=(235, 235, 235))) == ()
    assert marks(page(), page((0, 0, 200, 120), colour=(255, 255, 220)))


def test_what_is_near_is_one_mark_and_what_is_far_another():
    near = (NEAR - 1) * TILE
    assert len(marks(page(), page((0, 0, TILE, 4), (TILE + near, 0, 4, 4)))) == 1
    far = (NEAR + 1) * TILE
    assert len(marks(page(), page((0, 0, TILE, 4), (TILE + far, 0, 4, 4)))) == 2


def test_marks_go_from_top_to_foot_and_never_overlap():
    # A corner of lines, with a speck inside its bounds.
    found = marks(
        page(),
        page((0, 0, 200, 4), (0, 0, 4, 80), (120, 48, 4, 4), (0, 112, 4, 4)),
    )
    assert found == (Mark(0, 0, 80, 200), Mark(112, 0, 8, 8))


def test_paper_that_only_one_page_has_is_a_change():
    (mark,) = marks(page(size=(200, 120)), page(size=(200, 160)))
    assert (mark.x, mark.y, mark.width, mark.height) == (0, 120, 200, 40)


def test_both_pages_stand_beside_each_other_with_frames():
    mark = Mark(40, 64, 8, 8)
    png = side_by_side(page(), page((64, 40, 8, 8)), (mark,))
    sheet = Image.open(io.BytesIO(png)).convert("RGB")
    assert sheet.size == (200 + BETWEEN + 200, 120)
    assert sheet.getpixel((200 + BETWEEN // 2, 60)) == GREY
    for left in (0, 200 + BETWEEN):
        assert sheet.getpixel((left + 64 - AIR, 40)) == RED
    assert sheet.getpixel((64, 40)) == (255, 255, 255)
    assert sheet.getpixel((200 + BETWEEN + 64, 40)) == (0, 0, 0)


def test_a_page_that_is_new_stands_alone():
    sheet = Image.open(io.BytesIO(side_by_side(None, page(), ())))
    assert sheet.size == (200, 120)


def test_a_jpeg_is_the_page():
    picture = Image.open(io.BytesIO(jpeg(page((0, 0, 100, 120)))))
    assert (picture.format, picture.size) == ("JPEG", (200, 120))
    assert picture.convert("L").tobytes()[60 * 200 + 20] < 20
