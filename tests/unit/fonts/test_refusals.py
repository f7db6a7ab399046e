"""Files that cannot be set with are refused, located, in both languages."""

from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTCollection, TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import faces

from printpress.diagnostics import Diagnostic, PressError, Span
from printpress.fonts.face import Face
from printpress.fonts.subset import subset

HERE = Span("fonts/fonts.yaml", 4, 3, 4)


def refused(path: Path) -> Diagnostic:
    with pytest.raises(PressError) as caught:
        Face("song", path, HERE)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.span == HERE
    for both in (diagnostic.what, diagnostic.fix):
        assert path.name in both.en + diagnostic.what.en
        assert path.name in both.zh + diagnostic.what.zh
        assert not both.en.endswith(".")
    return diagnostic


@pytest.fixture
def press_test(tmp_path: Path) -> Path:
    return faces.write_face(tmp_path / "PressTest.ttf")


def test_absent_file(tmp_path: Path) -> None:
    assert refused(tmp_path / "absent.ttf").code == "missing-file"


@pytest.mark.parametrize("contents", [b"", b"\0\1", b"<html>404</html>" * 9])
def test_no_font(tmp_path: Path, contents: bytes) -> None:
    path = tmp_path / "song.ttf"
    path.write_bytes(contents)
    diagnostic = refused(path)
    assert diagnostic.code == "damaged-font"
    assert "is not a font file" in diagnostic.what.en


def test_folder_in_place_of_a_file(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "damaged-font"


@pytest.mark.parametrize("kept", [40, 300, 0.5, 0.999])
def test_cut_short(press_test: Path, kept: float) -> None:
    whole = press_test.read_bytes()
    length = kept if isinstance(kept, int) else int(len(whole) * kept)
    press_test.write_bytes(whole[:length])
    diagnostic = refused(press_test)
    assert diagnostic.code == "damaged-font"
    assert f"cut short: {length:,} bytes" in diagnostic.what.en


@pytest.mark.parametrize("tag", ["cmap", "glyf", "hmtx"])
def test_tables_that_are_needed(press_test: Path, tag: str) -> None:
    # Another name hides a table from every reader.
    hidden = press_test.read_bytes().replace(tag.encode(), b"zzzz", 1)
    press_test.write_bytes(hidden)
    diagnostic = refused(press_test)
    assert diagnostic.code == "damaged-font"
    assert diagnostic.what.en.endswith(f"lacks the tables {tag}")


def test_postscript_outlines(tmp_path: Path) -> None:
    path = faces.write_face(tmp_path / "PressTest.otf", truetype=False)
    diagnostic = refused(path)
    assert diagnostic.code == "font-not-truetype"
    assert "CFF (PostScript) outlines; TrueType outlines" in diagnostic.what.en
    assert "TrueType 轮廓" in diagnostic.what.zh


def test_collection(press_test: Path) -> None:
    collection = TTCollection()
    collection.fonts = [TTFont(press_test), TTFont(press_test)]
    path = press_test.with_suffix(".ttc")
    collection.save(path)
    diagnostic = refused(path)
    assert diagnostic.code == "font-not-truetype"
    assert "collection" in diagnostic.what.en


@pytest.mark.parametrize("flavour", ["woff", "woff2"])
def test_web_font(press_test: Path, flavour: str) -> None:
    font = TTFont(press_test)
    font.flavor = flavour
    path = press_test.with_suffix(f".{flavour}")
    font.save(path)
    assert refused(path).code == "font-not-truetype"


@pytest.mark.parametrize(
    ("fs_type", "says"),
    [
        (0x0002, "all embedding"),
        (0x0100, "embedding a part"),
        (0x0108, "embedding a part"),
        (0x0200, "embedding outlines"),
    ],
)
def test_embedding_forbidden(tmp_path: Path, fs_type: int, says: str) -> None:
    path = faces.write_face(tmp_path / "PressTest.ttf", fs_type=fs_type)
    diagnostic = refused(path)
    assert diagnostic.code == "font-not-embeddable"
    assert f"forbids {says}" in diagnostic.what.en


@pytest.mark.parametrize("fs_type", [0x0000, 0x0004, 0x0008, 0x0006])
def test_embedding_allowed(tmp_path: Path, fs_type: int) -> None:
    """Preview and editable embedding are enough; the freest of several bits holds."""
    path = faces.write_face(tmp_path / "PressTest.ttf", fs_type=fs_type)
    assert Face("song", path).figures.permission == fs_type


def test_name_with_spaces_becomes_a_pdf_name(tmp_path: Path) -> None:
    path = faces.write_face(tmp_path / "x.ttf", family="Press (Test) 宋")
    assert Face("song", path).postscript_name == "PressTest-Regular"


@cache
def press_test_bytes(path: Path) -> bytes:
    return faces.write_face(path).read_bytes()


@given(
    cut=st.integers(0, 9000),
    at=st.integers(0, 9000),
    bytes_there=st.binary(min_size=1, max_size=40),
)
@settings(deadline=None)
def test_damage_never_escapes_as_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, cut: int, at: int, bytes_there: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.ttf"
    whole = press_test_bytes(path)
    length = len(whole) if cut % 2 else cut
    harmed = whole[:at] + bytes_there + whole[at + len(bytes_there) :]
    path.write_bytes(harmed[:length])
    with suppress(PressError):  # anything else is a traceback
        face = Face("song", path)
        gids = [glyph.gid for glyph in face.shape("新闻——a，")]
        subset(face, gids)
        face.ink(gids[0])
