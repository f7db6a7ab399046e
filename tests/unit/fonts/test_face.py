"""Faces agree with fontTools, an independent reader; shaping loses no text."""

import hashlib
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from tests import faces

from printpress.diagnostics import PressError, Span
from printpress.fonts.face import Face

FONTS = Path(__file__).parents[3] / "fonts"
FILES = tuple(sorted(path.name for path in FONTS.glob("*.ttf")))
WITH_LONG_DASH = tuple(name for name in FILES if "Song" in name or "Hei" in name)


@cache
def opened(file: str) -> Face:
    language = "zh-Hant" if "TC" in file else "zh-Hans"
    return Face(file, FONTS / file, language=language)


@pytest.fixture(scope="module")
def press_test(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return faces.write_face(tmp_path_factory.mktemp("faces") / "PressTest.ttf")


def test_there_are_nine_committed_faces() -> None:
    assert len(FILES) == 9


@pytest.mark.parametrize("file", FILES)
def test_figures_agree_with_fonttools(file: str) -> None:
    face = opened(file)
    with TTFont(FONTS / file, lazy=True) as font:
        head, os2 = font["head"], font["OS/2"]
        assert face.upem == head.unitsPerEm
        assert face.bbox == (head.xMin, head.yMin, head.xMax, head.yMax)
        assert (face.ascent, face.descent) == (os2.sTypoAscender, os2.sTypoDescender)
        assert (face.cap_height, face.weight) == (os2.sCapHeight, os2.usWeightClass)
        assert face.figures.permission == os2.fsType == 0
        assert face.postscript_name == font["name"].getDebugName(6)
        assert file.startswith(face.postscript_name)


@pytest.mark.parametrize("file", FILES)
def test_advances_and_coverage_agree_with_fonttools(file: str) -> None:
    face = opened(file)
    with TTFont(FONTS / file, lazy=True) as font:
        cmap, metrics = font.getBestCmap(), font["hmtx"].metrics
        assert face.characters == set(cmap)
        order = font.getGlyphOrder()
        mine = {name: face.advance(gid) for gid, name in enumerate(order)}
        assert mine == {name: advance for name, (advance, _) in metrics.items()}
        han = [chr(code) for code in cmap if 0x4E00 <= code <= 0x9FFF]
        assert [order[face.glyph(char)] for char in han] == [
            cmap[ord(char)] for char in han
        ]
        assert list(map(face.advances.__getitem__, han)) == [
            metrics[cmap[ord(char)]][0] for char in han
        ]


@pytest.mark.parametrize("file", FILES)
def test_ink_agrees_with_fonttools(file: str) -> None:
    face = opened(file)
    with TTFont(FONTS / file, lazy=True) as font:
        glyf, cmap = font["glyf"], font.getBestCmap()
        for char in "，。“”（）：中人—A1一年":
            name = cmap[ord(char)]
            glyph = glyf[name]
            assert face.ink(font.getGlyphID(name)) == (glyph.xMin, glyph.xMax), char
    assert face.ink(face.glyph(" ")) == (0, 0)


@pytest.mark.parametrize("file", WITH_LONG_DASH)
def test_long_dash_is_one_glyph_of_two_ems(file: str) -> None:
    face = opened(file)
    shaped = face.shape("好——好")
    assert [glyph.text for glyph in shaped] == ["好", "——", "好"]
    assert [glyph.advance for glyph in shaped] == [1000, 2000, 1000]
    left, right = face.ink(shaped[1].gid)
    assert right - left > 1700
    assert face.advances["—"] == 1000  # the cmap's own dash is some 890 wide


def test_the_long_dash_wants_the_language_of_the_face() -> None:
    name = "PressSongTC-Regular.ttf"
    (in_simplified,) = Face("song-tc", FONTS / name).shape("——")
    (in_traditional,) = opened(name).shape("——")
    assert in_simplified.advance < 1700 < in_traditional.advance == 2000
    assert in_traditional.text == "——"


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "——",
        "———",
        "……",
        "office 2025—2026",
        "“你”",
        "1,284.5%",
        "一⼀",
    ],
)
def test_joined_texts_are_the_text(file: str, text: str) -> None:
    face = opened(file)
    if not all(map(face.glyph, text)):
        with pytest.raises(PressError, match="no glyph for"):
            face.shape(text)
        return
    shaped = face.shape(text)
    assert "".join(glyph.text for glyph in shaped) == text
    assert all(glyph.gid for glyph in shaped)


def test_letter_and_accent_become_one_glyph() -> None:
    face = opened("PressSong-Regular.ttf")
    assert not face.glyph("\u0301")
    (shaped,) = face.shape("e\u0301")
    assert (shaped.gid, shaped.text) == (face.glyph("é"), "e\u0301")


SONG_CHARS = sorted(map(chr, opened("PressSong-Regular.ttf").characters))


@given(st.text(st.sampled_from(SONG_CHARS), max_size=40))
def test_shaping_loses_no_text(text: str) -> None:
    shaped = opened("PressSong-Regular.ttf").shape(text)
    assert "".join(glyph.text for glyph in shaped) == text


def test_han_shapes_as_the_columnar_lookup_says() -> None:
    face = opened("PressSong-Regular.ttf")
    text = "新闻出版总署，二〇二五年。"
    shaped = face.shape(text)
    assert [glyph.gid for glyph in shaped] == [face.glyphs[char] for char in text]
    assert [glyph.advance for glyph in shaped] == [face.advances[char] for char in text]


def test_test_face_shapes_by_script_and_language(press_test: Path) -> None:
    face = Face("test", press_test)
    assert face.shape("——")[0].advance == 2000
    assert (face.advances["—"], face.advances["a"], face.advances["闻"]) == (
        1000,
        500,
        1000,
    )
    assert face.ink(face.glyph("，")) == (100, 400)
    assert face.ink(face.glyph("“")) == (600, 900)
    assert face.ink(face.glyph("闻")) == (0, 1000)


def test_shared_glyph_keeps_each_text(press_test: Path) -> None:
    shaped = Face("test", press_test).shape("一⼀")
    assert shaped[0].gid == shaped[1].gid
    assert [glyph.text for glyph in shaped] == ["一", "⼀"]


@pytest.mark.parametrize(
    ("text", "char", "point"),
    [("文\u9fff章", "\u9fff", "U+9FFF"), ("o\u0302", "\u0302", "U+0302")],
)
def test_notdef_is_never_shaped(
    press_test: Path, text: str, char: str, point: str
) -> None:
    with pytest.raises(PressError) as caught:
        Face("test", press_test).shape(text)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "missing-glyph"
    assert char in diagnostic.what.zh
    assert point in diagnostic.what.en


def test_lacking_characters_have_no_advance(press_test: Path) -> None:
    face = Face("test", press_test)
    assert face.glyph("𠮷") == 0
    with pytest.raises(PressError):
        face.advances["𠮷"]


def test_hash_is_the_files(press_test: Path) -> None:
    expected = hashlib.sha256(press_test.read_bytes()).hexdigest()
    assert Face("test", press_test).sha256 == expected


def test_opening_maps_the_file() -> None:
    times = []
    for _ in range(20):
        before = time.perf_counter()
        Face("song", FONTS / "PressSong-Regular.ttf")
        times.append(time.perf_counter() - before)
    assert min(times) < 0.001  # reading 4 MB and hashing it would take several


def test_opening_needs_no_fonttools() -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from printpress.fonts.face import Face\n"
        "from printpress.fonts import library, report, subset\n"
        "face = Face('song', Path(sys.argv[1])); face.shape('中——国')\n"
        "subset.subset(face, [face.glyph('中')])\n"
        "sys.exit('fontTools' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(FONTS / "PressSong-Regular.ttf")]
    assert subprocess.run(command, check=False).returncode == 0


def test_repr_names_the_file(press_test: Path) -> None:
    assert repr(Face("test", press_test, Span("fonts.yaml", 3, 3))) == (
        "Face('test', 'PressTest.ttf')"
    )
