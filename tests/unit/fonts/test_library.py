"""Faces by name, opened late; rare characters fall back."""

from pathlib import Path

import pytest
from tests import faces

from printpress.diagnostics import PressError, Span
from printpress.fonts.face import Face
from printpress.fonts.library import Library
from printpress.spec.fonts import FaceSpec, FontsSpec, SystemFaceSpec

FONTS = Path(__file__).parents[3] / "fonts"
HERE = Span("fonts/fonts.yaml", 1, 1)
FILES = {
    "song": "PressSong-Regular.ttf",
    "hei": "PressHei-Regular.ttf",
    "hei-bold": "PressHei-Bold.ttf",
    "hei-black": "PressHei-Black.ttf",
    "kai": "PressKai-Regular.ttf",
    "brush": "PressBrush-Regular.ttf",
}


def spec(*system: SystemFaceSpec, **more: Path) -> FontsSpec:
    files = {name: FONTS / file for name, file in FILES.items()} | more
    return FontsSpec(
        file=FONTS / "fonts.yaml",
        faces={
            name: FaceSpec(name, file, "OFL-1.1", Span("fonts.yaml", line, 3))
            for line, (name, file) in enumerate(files.items(), 4)
        },
        fallback=("kai", "song", "hei"),
        system=system,
        span=HERE,
    )


def rare(tmp_path: Path, name: str, han: str) -> SystemFaceSpec:
    path = faces.write_face(tmp_path / f"{name}.ttf", han=han)
    absent = tmp_path / "elsewhere" / "absent.ttf"
    return SystemFaceSpec(name, (absent, path), Span("fonts.yaml", 20, 3))


def test_faces_are_opened_when_needed() -> None:
    library = Library(spec())
    assert library.opened() == ()
    song = library.face("song")
    assert library.face("song") is song
    assert [face.name for face in library.opened()] == ["song"]


def test_own_face_serves_what_it_has() -> None:
    library = Library(spec())
    serving = library.serving("新", "hei")
    assert serving is library.face("hei")
    assert [face.name for face in library.opened()] == ["hei"]


@pytest.mark.parametrize("first", ["song", "hei-black", "brush"])
def test_rare_name_falls_back_to_kai(first: str) -> None:
    """𠮷 (U+20BB7) stands in no national list, and in Kai alone of our faces."""
    library = Library(spec())
    serving = library.serving("𠮷", first)
    assert serving is not None
    assert serving.name == "kai"
    (shaped,) = serving.shape("𠮷")
    assert (shaped.text, shaped.advance) == ("𠮷", 1000)
    assert shaped.gid == serving.glyph("𠮷") != 0


def test_fallback_keeps_its_order() -> None:
    library = Library(spec())
    assert library.serving("𬭎", "brush") is library.face("kai")


def test_face_may_be_given_itself() -> None:
    library = Library(spec())
    song = library.face("song")
    assert library.serving("报", song) is song
    assert library.serving("𠮷", song) is library.face("kai")


def test_system_faces_come_last_and_only_if_present(tmp_path: Path) -> None:
    absent = SystemFaceSpec("gone", (tmp_path / "gone.ttf",), HERE)
    first = rare(tmp_path, "first", "𪚥")
    second = rare(tmp_path, "second", "𪚥𰻝")
    library = Library(spec(absent, first, second))
    assert library.serving("新", "song") is library.face("song")
    assert [face.name for face in library.opened()] == ["song"]
    biang = library.serving("𰻝", "song")
    assert biang is library.face("second")
    assert library.serving("𪚥", "song") is library.face("first")
    assert "gone" not in {face.name for face in library.opened()}


def test_character_that_nobody_has() -> None:
    library = Library(spec())
    assert library.serving("\U0002f800", "song") is None
    assert library.serving("\ue000", "song") is None


def test_every_hash_of_the_opened_faces_is_known() -> None:
    library = Library(spec())
    library.serving("𠮷", "song")
    hashes = {face.name: face.sha256 for face in library.opened()}
    assert sorted(hashes) == ["kai", "song"]
    assert all(len(digest) == 64 for digest in hashes.values())


def test_unknown_font_has_a_suggestion_at_its_place() -> None:
    asked = Span("house.yaml", 12, 28, 8)
    with pytest.raises(PressError) as caught:
        Library(spec()).face("hei-blak", asked)
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.span) == ("unknown-font", asked)
    assert diagnostic.fix.en.startswith('did you mean "hei-black"? ')
    assert diagnostic.fix.zh.startswith("是不是想写“hei-black”？")
    assert "song, hei, hei-bold" in diagnostic.what.en


def test_unknown_font_like_no_other_lists_what_there_is() -> None:
    with pytest.raises(PressError) as caught:
        Library(spec()).face("fangsong")
    (diagnostic,) = caught.value.diagnostics
    assert "did you mean" not in diagnostic.fix.en
    assert "add `fangsong: {file: …}` under `faces:`" in diagnostic.fix.en


def test_damaged_file_is_told_at_its_place_in_fonts_yaml(tmp_path: Path) -> None:
    bad = tmp_path / "bad.ttf"
    bad.write_bytes(b"not a font")
    library = Library(spec(bad=bad))
    with pytest.raises(PressError) as caught:
        library.serving("新", "bad")
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "damaged-font"
    assert diagnostic.span == library.spec.faces["bad"].span


def test_absent_system_face_asked_by_name(tmp_path: Path) -> None:
    absent = SystemFaceSpec("gone", (tmp_path / "gone.ttf",), HERE)
    with pytest.raises(PressError) as caught:
        Library(spec(absent)).face("gone")
    assert caught.value.diagnostics[0].code == "missing-file"


def test_test_face_serves_beside_the_papers(tmp_path: Path) -> None:
    own = Face("test", faces.write_face(tmp_path / "PressTest.ttf"))
    library = Library(spec())
    assert library.serving("闻", own) is own
    assert library.serving("鑫", own) is library.face("kai")
