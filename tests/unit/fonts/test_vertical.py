"""Faces in vertical lines agree with fontTools; those made without are hung by us."""

from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from printpress.diagnostics import PressError
from printpress.fonts.face import Face

FONTS = Path(__file__).parents[3] / "fonts"
MADE_FOR_IT = ("PressSong-Regular", "PressHei-Bold", "PressKai-Regular")
MARKS = "，。、：；？！（）《》〈〉【】〔〕「」『』…—～"


@cache
def opened(stem: str) -> Face:
    return Face(stem, FONTS / f"{stem}.ttf")


@cache
def forms(stem: str) -> dict[str, str]:
    """Glyph names that the face's ``vert`` feature replaces."""
    found: dict[str, str] = {}
    with TTFont(FONTS / f"{stem}.ttf") as font:
        table = font["GSUB"].table
        for record in table.FeatureList.FeatureRecord:
            if record.FeatureTag != "vert":
                continue
            for index in record.Feature.LookupListIndex:
                for sub in table.LookupList.Lookup[index].SubTable:
                    found |= getattr(sub, "ExtSubTable", sub).mapping
    return found


@pytest.mark.parametrize("stem", MADE_FOR_IT)
def test_forms_are_those_of_the_vert_feature(stem):
    face, own = opened(stem), forms(stem)
    with TTFont(FONTS / f"{stem}.ttf") as font:
        for char in "国A1％·" + MARKS:
            across = font.getGlyphName(face.glyph(char))
            down = font.getGlyphName(face.vertical.glyph(char))
            assert down == own.get(across, across), char
            assert face.vertical.has_form(char) is (across in own), char


def test_the_marks_of_song_and_hei_have_forms_and_those_of_the_brush_none():
    song, hei, brush = map(
        opened, ("PressSong-Regular", "PressHei-Bold", "PressBrush-Regular")
    )
    assert all(face.vertical.has_form(char) for face in (song, hei) for char in MARKS)
    assert not any(brush.vertical.has_form(char) for char in MARKS)


@pytest.mark.parametrize("stem", MADE_FOR_IT)
def test_advances_and_origins_agree_with_fonttools(stem):
    face = opened(stem)
    with TTFont(FONTS / f"{stem}.ttf") as font:
        for char in "国鹏A1％℃" + MARKS:
            gid = face.vertical.glyph(char)
            name = font.getGlyphName(gid)
            height, above = font["vmtx"].metrics[name]
            assert face.vertical.advance(gid) == height
            top = font["glyf"][name].yMax
            assert face.vertical.origin(gid) == (face.advance(gid) // 2, top + above)


def test_a_long_dash_hangs_half_an_em_higher():
    face = opened("PressSong-Regular")
    (dash,) = face.vertical.shape("——")
    assert (dash.text, dash.advance) == ("——", 2000)
    assert face.vertical.origin(dash.gid) == (500, 1380)
    first, last = face.vertical.ink(dash.gid)
    assert (first, last) == (71, 1929)  # as the dash across: 71 to 1929 of 2000
    left, right = face.vertical.ink_across(dash.gid)
    assert left == -right  # in the middle of the line


def test_marks_stand_at_the_upper_right_and_brackets_in_the_half_beside_their_words():
    face = opened("PressSong-Regular")
    for char in "，。、":
        gid = face.vertical.glyph(char)
        first, last = face.vertical.ink(gid)
        left, _ = face.vertical.ink_across(gid)
        assert 0 <= first < last <= 500, char
        assert left > 0, char
    assert face.vertical.ink(face.vertical.glyph("（"))[0] >= 500
    assert face.vertical.ink(face.vertical.glyph("）"))[1] <= 500


def test_a_face_without_vertical_metrics_hangs_its_em_boxes():
    face = opened("PressBrush-Regular")
    for char in "国一":
        gid = face.vertical.glyph(char)
        assert face.vertical.advance(gid) == face.upem
        middle = face.advance(gid) // 2
        assert face.vertical.origin(gid) == (middle, face.upem * 88 // 100)


def test_blanks_have_no_ink():
    face = opened("PressSong-Regular")
    gid = face.vertical.glyph("\u3000")
    assert face.vertical.ink(gid) == face.vertical.ink_across(gid) == (0, 0)


def test_what_a_face_lacks_is_glyph_nought_and_is_refused_in_a_run():
    face = opened("PressSong-Regular")
    assert face.vertical.glyph("\U00020000") == 0
    with pytest.raises(PressError, match=r"U\+20000"):
        face.vertical.shape("国\U00020000")
