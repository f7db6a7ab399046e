"""The paper's own ``fonts/fonts.yaml`` reads, opens and serves."""

from pathlib import Path

from printpress.fonts.library import Library
from printpress.fonts.report import report
from printpress.spec.fields import Reading
from printpress.spec.fonts_form import read_fonts

ROOT = Path(__file__).parents[3]
NAMES = {
    "song": "PressSong-Regular",
    "song-bold": "PressSong-Bold",
    "song-black": "PressSong-Black",
    "hei": "PressHei-Regular",
    "hei-bold": "PressHei-Bold",
    "hei-black": "PressHei-Black",
    "song-tc": "PressSongTC-Regular",
    "kai": "PressKai-Regular",
    "brush": "PressBrush-Regular",
}


def library() -> Library:
    reading = Reading(ROOT)
    fonts = read_fonts(reading)
    assert reading.found == []
    return Library(fonts)


def test_every_name_opens_its_face() -> None:
    faces = library()
    assert {name: faces.face(name).postscript_name for name in faces.names} == NAMES


def test_rare_name_is_served_from_kai() -> None:
    serving = library().serving("𠮷", "song-black")
    assert serving is not None
    assert serving.name == "kai"


def test_a_traditional_character_in_simplified_copy_is_served_from_song_tc() -> None:
    faces = library()
    serving = faces.serving("籲", "song")
    assert serving is not None
    assert (serving.name, serving.language) == ("song-tc", "zh-Hant")
    assert faces.face("song").language == "zh-Hans"


def test_every_face_covers_what_news_needs() -> None:
    told, faults = report(library())
    assert not faults
    traditional = [face for face in told.faces if face.big5]
    assert [face.name for face in traditional] == ["song-tc"]
    assert all(face.big5.has == face.big5.of for face in traditional if face.big5)
    for face in told.faces:
        if face in traditional:
            continue
        assert face.gb2312.has == face.gb2312.of, face.name
        assert face.standard is not None
        assert (face.standard.has == 8105) == (face.name != "brush"), face.name
    assert told.fallback == ("kai", "song", "hei", "song-tc")
    assert [face.name for face in told.system][:2] == ["hanazono-a", "hanazono-b"]


def test_licence_texts_and_schema_line_are_there() -> None:
    fonts = ROOT / "fonts"
    first = (fonts / "fonts.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schema/fonts.schema.json"
    for file in NAMES.values():
        assert (fonts / f"OFL-{file.partition('-')[0]}.txt").is_file()
