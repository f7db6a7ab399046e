"""The committed faces: what they cover, what they are called, how they are made."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from tests import faces

from printpress.fonts import build

FONTS = Path(__file__).parents[3] / "fonts"
RESERVED = ("source", "lxgw", "霞鹜", "noto", "klee", "ma shan", "wenkai")
FEATURES = {
    "PressSong": {"vert", "halt", "vhal", "chws", "vchw", "palt", "kern"},
    "PressSongTC": {"vert", "halt", "vhal", "chws", "vchw", "palt", "kern"},
    "PressHei": {"vert", "halt", "vhal", "palt", "kern"},
    "PressKai": {"vert"},
    "PressBrush": set(),
}


@pytest.mark.parametrize("recipe", build.RECIPES, ids=lambda recipe: recipe.file)
def test_committed_face(recipe: build.Recipe) -> None:
    with TTFont(FONTS / recipe.file, lazy=True) as font:
        names = font["name"]
        for number in (1, 3, 4, 6, 16):
            told = names.getDebugName(number).lower()
            assert not any(word in told for word in RESERVED), told
        assert names.getDebugName(16) == recipe.family
        assert "Open Font License" in names.getDebugName(13)
        assert names.getDebugName(0)  # the copyright line stays
        assert "glyf" in font
        assert not {"fpgm", "prep", "cvt "} & set(font.keys())
        features = {
            record.FeatureTag
            for tag in ("GSUB", "GPOS")
            if tag in font
            for record in font[tag].table.FeatureList.FeatureRecord
        }
        assert FEATURES[recipe.file.partition("-")[0]] <= features
        if "Brush" not in recipe.file:
            assert recipe.han() <= set(font.getBestCmap())
    licence = (FONTS / recipe.licence).read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Copyright" in licence


def test_list_is_the_whole_table() -> None:
    listed = (FONTS / "tgh8105.txt").read_text("utf-8").strip()
    assert len(listed) == len(set(listed)) == 8105
    assert listed[0] == "一"
    assert sum(ord(char) > 0xFFFF for char in listed) == 196


def test_only_the_traditional_face_has_another_list() -> None:
    table = set(map(ord, (FONTS / "tgh8105.txt").read_text("utf-8").strip()))
    lists = {recipe.file: recipe.han() for recipe in build.RECIPES}
    assert len(lists.pop("PressSongTC-Regular.ttf")) == 5401 + len(
        build.TRADITIONAL_EXTRA
    )
    assert all(table <= listed for listed in lists.values())


def test_extra_characters_are_in_kai() -> None:
    with TTFont(FONTS / "PressKai-Regular.ttf", lazy=True) as font:
        assert set(map(ord, build.EXTRA)) <= set(font.getBestCmap())


def test_making_a_face_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    source = faces.write_face(
        tmp_path / "upstream.ttf", family="Source", han=faces.HAN + "龥𪚥"
    ).read_bytes()
    recipe = replace(build.RECIPES[0], family="Press Other", style="Bold")
    made = build.make(source, recipe)
    assert made == build.make(source, recipe)
    with TTFont(io.BytesIO(made)) as font:
        assert font["name"].getDebugName(6) == "PressOther-Bold"
        assert "Source" not in font["name"].getDebugName(1)
        cmap = font.getBestCmap()
        assert ord("闻") in cmap
        assert ord("𪚥") not in cmap  # outside the lists


@pytest.mark.parametrize(
    "file", ["PressSong-Regular.ttf", "PressHei-Regular.ttf", "PressKai-Regular.ttf"]
)
def test_signs_of_figures_are_there(file: str) -> None:
    """A minus is no hyphen: −3℃ is copy of every winter."""
    with TTFont(FONTS / file, lazy=True) as font:
        assert set(map(ord, "−±×÷≠≤≥≈%‰℃°′″€￥①㎡")) <= set(font.getBestCmap())
