"""Subsets, judged by fontTools: right glyphs, nothing else, always the same bytes."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from tests import faces

from printpress.fonts.face import Face
from printpress.fonts.subset import Subset, subset
from printpress.pdf.fonts import subset_tag

FONTS = Path(__file__).parents[3] / "fonts"
SONG = FONTS / "PressSong-Regular.ttf"
TEXT = "县城新修的步行街亮灯——é，。“2025”𬭎"


def of_text(face: Face, text: str) -> tuple[list[int], Subset]:
    gids = [glyph.gid for glyph in face.shape(text)]
    return gids, subset(face, gids)


def drawn(font: TTFont, gid: int) -> tuple[object, int]:
    name = font.getGlyphName(gid)
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return pen.value, font["hmtx"][name][0]


@pytest.mark.parametrize("file", sorted(path.name for path in FONTS.glob("*.ttf")))
def test_glyphs_are_the_faces(file: str) -> None:
    face = Face(file, FONTS / file)
    gids, part = of_text(face, "".join(char for char in TEXT if face.glyph(char)))
    with (
        TTFont(io.BytesIO(part.program)) as small,
        TTFont(FONTS / file, lazy=True) as whole,
    ):
        for gid in gids:
            assert part.mapping[gid] != 0
            assert drawn(small, part.mapping[gid]) == drawn(whole, gid)
        assert len(small.getGlyphOrder()) == len(part.mapping)


def test_only_what_a_pdf_needs_is_kept() -> None:
    _, part = of_text(Face("song", SONG), TEXT)
    with TTFont(io.BytesIO(part.program)) as small:
        tables = set(small.keys()) - {"GlyphOrder"}
        assert tables == {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    assert len(part.program) < 20_000


def test_notdef_has_no_ink() -> None:
    _, part = of_text(Face("song", SONG), TEXT)
    assert part.mapping[0] == 0
    with TTFont(io.BytesIO(part.program)) as small:
        assert small["glyf"][".notdef"].numberOfContours == 0


def test_notdef_is_refused() -> None:
    with pytest.raises(ValueError, match=r"song: \.notdef"):
        subset(Face("song", SONG), [0, 5])


def test_hints_are_dropped(tmp_path: Path) -> None:
    path = faces.with_hints(faces.write_face(tmp_path / "PressTest.ttf"))
    with TTFont(path) as hinted:
        assert "fpgm" in hinted
    _, part = of_text(Face("test", path), "新闻")
    with TTFont(io.BytesIO(part.program)) as small:
        assert not {"fpgm", "prep", "cvt "} & set(small.keys())
        assert not any(
            getattr(small["glyf"][name], "program", None)
            and small["glyf"][name].program.getBytecode()
            for name in small.getGlyphOrder()
        )


def test_parts_of_composites_come_along(tmp_path: Path) -> None:
    face = Face("test", faces.write_face(tmp_path / "PressTest.ttf"))
    part = subset(face, [face.glyph("é")])
    assert set(part.mapping) > {0, face.glyph("é"), face.glyph("e")}


def test_order_and_repeats_do_not_matter() -> None:
    face = Face("song", SONG)
    gids, part = of_text(face, TEXT)
    assert subset(face, [*reversed(gids), gids[0]]) == part
    assert subset(Face("song", SONG), set(gids)) == part


def test_bytes_and_tag_do_not_depend_on_the_hash_seed() -> None:
    code = (
        "import sys; from pathlib import Path; from hashlib import sha256\n"
        "from printpress.fonts.face import Face\n"
        "from printpress.fonts.subset import subset\n"
        "from printpress.pdf.fonts import subset_tag\n"
        "face = Face('song', Path(sys.argv[1]))\n"
        "part = subset(face, {face.glyph(c) for c in '新闻纸头版'})\n"
        "print(subset_tag(part.program), sha256(part.program).hexdigest())\n"
        "print(sorted(part.mapping.items()))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code, str(SONG)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1


def test_other_glyphs_give_another_tag() -> None:
    face = Face("song", SONG)
    tags = {subset_tag(of_text(face, text)[1].program) for text in ("新", "闻", "新闻")}
    assert len(tags) == 3
