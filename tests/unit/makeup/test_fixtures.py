"""Adverts and the weather in their slots."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.desk import HERE, a_slot, words_of

from printpress.content.adverts import Advert
from printpress.content.artwork import ArtShape, Artwork
from printpress.geometry import Rect
from printpress.makeup.advert import SLACK, fitted, set_advert
from printpress.makeup.placed import Patch, PlacedPicture, SetLine, Shape
from printpress.makeup.skies import icon
from printpress.makeup.weather import set_weather
from printpress.paths import Close
from printpress.spec.supplied import AdvertSpec, DayWeather
from printpress.spec.supplied_form import SKIES
from printpress.units import MM, PT

HALF = (Fraction(1, 2), Fraction(1, 2))
ROOM = Rect(0, 0, 60 * MM, 40 * MM)


def an_advert(width=600, height=400, *, crop=False, corner="right", credit=""):
    spec = AdvertSpec(Path("shop.png"), crop, HALF, credit, corner, HERE)
    return Advert(spec, width, height)


def parts(placed, kind):
    return [thing for thing in placed if isinstance(thing, kind)]


@given(
    st.integers(1, 5000), st.integers(1, 5000), st.integers(1, 400), st.integers(1, 400)
)
def test_an_advert_is_whole_and_never_distorted(width, height, across, down):
    room = Rect(7, 9, across * MM, down * MM)
    place = fitted(room, an_advert(width, height))
    assert room.contains(place)
    if place == room:
        return
    assert place.width == room.width or place.height == room.height
    spare = room.width - place.width + room.height - place.height
    assert spare > SLACK
    assert abs(place.width * height - place.height * width) <= max(width, height)


def test_a_frame_keeps_its_air_and_the_mark_is_always_there(desk):
    compositor = desk.compositor()
    for slot in (a_slot(), a_slot(frame="hairline")):
        for advert in (
            an_advert(),
            an_advert(300, 400),
            an_advert(300, 400, crop=True),
        ):
            placed, _ = set_advert(compositor, ROOM, slot, advert)
            (picture,) = parts(placed, PlacedPicture)
            assert (picture.rect.x > 0) == bool(slot.frame or picture.rect != ROOM)
            (line,) = parts(placed, SetLine)
            assert words_of(line) == "广告"


def test_a_mark_on_the_picture_has_paper_behind_it(desk):
    placed, found = set_advert(desk.compositor(), ROOM, a_slot(), an_advert())
    assert not found
    (patch,), (line,) = parts(placed, Patch), parts(placed, SetLine)
    assert patch.rects[0].right == ROOM.right
    assert patch.rects[0].bottom == ROOM.bottom
    assert patch.rects[0].x < line.x < patch.rects[0].right


def test_a_mark_on_the_paper_beside_needs_none_and_the_shape_is_told(desk):
    advert = an_advert(200, 400, corner="left", credit="小店")
    placed, (told,) = set_advert(desk.compositor(), ROOM, a_slot(), advert)
    assert told.code == "advert-shape"
    assert "200 × 133" in told.fix.en
    (line,) = parts(placed, SetLine)
    assert not parts(placed, Patch)
    assert words_of(line).startswith("广告")
    assert line.x < ROOM.x + 4 * PT


@pytest.mark.parametrize("sky", sorted({sky for _, sky in SKIES}))
def test_icons_stay_in_their_square(sky):
    square = Rect(100, 200, 30 * PT, 30 * PT)
    for shape in icon(sky, square):
        for part in shape.path:
            if not isinstance(part, Close):
                reach = shape.width // 2
                assert square.x <= part.x - reach
                assert part.x + reach <= square.right
                assert square.y <= part.y - reach
                assert part.y + reach <= square.bottom


def a_day(day, *skies, wind=""):
    return DayWeather(day, "多云", skies, 3, 9, wind, HERE)


def heads(placed):
    return [n for n in parts(placed, SetLine) if words_of(n) in ("今天", "明天")]


def test_days_stand_beside_each_other_where_there_is_room(desk):
    days = [a_day("今天", "sun", "rain"), a_day("明天", "snow", wind="东风")]
    compositor = desk.compositor()
    wide, lack = set_weather(compositor, Rect(0, 0, 300 * PT, 60 * PT), days)
    assert lack <= 0
    first = heads(wide)
    assert first[0].x < first[1].x
    narrow, lack = set_weather(compositor, Rect(0, 0, 110 * PT, 120 * PT), days)
    assert lack <= 0
    first = heads(narrow)
    assert first[0].x == first[1].x
    assert first[0].y < first[1].y
    assert parts(narrow, Shape)
    _, lack = set_weather(compositor, Rect(0, 0, 300 * PT, 20 * PT), days)
    assert lack > 0


def a_drawing(width, height):
    (sun,) = icon("sun", Rect(0, 0, 100, 100))[:1]
    return Artwork(
        width, height, (ArtShape(sun.path, sun.ink, sun.width, sun.rounded),)
    )


def test_a_drawing_stands_whole_and_its_shape_is_told(desk):
    spec = an_advert().spec
    fixes = []
    for size in ((600, 400), (400, 400)):
        advert = Advert(spec, *size, art=a_drawing(*size))
        placed, found = set_advert(desk.compositor(), ROOM, a_slot(), advert)
        assert not parts(placed, PlacedPicture)
        fixes += [told.fix.en for told in found]
        for shape in parts(placed, Shape):
            points = [part for part in shape.path if not isinstance(part, Close)]
            assert all(ROOM.x <= at.x <= ROOM.right for at in points)
    (fix,) = fixes
    assert "60mm × 40mm" in fix
