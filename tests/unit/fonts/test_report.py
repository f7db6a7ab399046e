"""The report of ``printpress fonts`` counts what fontTools counts."""

import hashlib
import json
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from tests import faces

from printpress.diagnostics import PressError, Span
from printpress.fonts.library import Library
from printpress.fonts.repertoire import big5_level_1, gb2312_han
from printpress.fonts.report import Coverage, face_lines, report
from printpress.spec.fonts import FaceSpec, FontsSpec, SystemFaceSpec

FONTS = Path(__file__).parents[3] / "fonts"
HERE = Span("fonts/fonts.yaml", 1, 1)


def library(folder: Path, files: dict[str, Path], *system: SystemFaceSpec) -> Library:
    specs = {
        name: FaceSpec(name, file, "OFL-1.1", HERE) for name, file in files.items()
    }
    return Library(FontsSpec(folder / "fonts.yaml", specs, ("kai",), system, HERE))


def test_gb2312_is_the_level_one_and_two_han() -> None:
    han = gb2312_han()
    assert {ord("啊"), ord("座"), ord("亍"), ord("齄")} <= han
    assert not {ord("，"), ord("镕"), ord("A")} & han


def test_big5_level_1_is_told_apart_from_level_2() -> None:
    level_1 = big5_level_1()
    assert {ord("一"), ord("臺"), ord("灣"), ord("籲")} <= level_1
    # Level 2, what only Hong Kong has, a mark.
    assert not {ord(char) for char in "乂乜凵着，"} & level_1


def test_a_traditional_face_is_measured_against_big5(tmp_path: Path) -> None:
    specs = {
        name: FaceSpec(name, FONTS / file, "OFL-1.1", HERE, language)
        for name, file, language in (
            ("song", "PressSong-Regular.ttf", "zh-Hans"),
            ("song-tc", "PressSongTC-Regular.ttf", "zh-Hant"),
        )
    }
    told, _ = report(Library(FontsSpec(tmp_path / "fonts.yaml", specs, (), (), HERE)))
    song, song_tc = told.faces
    assert song.big5 is None
    assert song_tc.big5 == Coverage(5401, 5401)
    (zh, en) = (
        " ".join(f"{getattr(w, it)}" for w, _ in told.lines()) for it in ("zh", "en")
    )
    assert "Big5 level 1 5,401/5,401" in en
    assert "大五码常用字 5,401/5,401" in zh


def test_counts_agree_with_fonttools() -> None:
    files = {"song": "PressSong-Regular.ttf", "brush": "PressBrush-Regular.ttf"}
    told, faults = report(library(FONTS, {k: FONTS / v for k, v in files.items()}))
    assert not faults
    song, brush = told.faces
    assert song.gb2312 == Coverage(6763, 6763)
    assert song.standard == Coverage(8105, 8105)
    with TTFont(FONTS / brush.file, lazy=True) as font:
        cmap = font.getBestCmap()
    listed = (FONTS / "tgh8105.txt").read_text("utf-8").strip()
    assert brush.standard == Coverage(sum(ord(char) in cmap for char in listed), 8105)
    assert brush.characters == len(cmap)
    whole = (FONTS / song.file).read_bytes()
    assert (song.size, song.sha256) == (len(whole), hashlib.sha256(whole).hexdigest())


def test_report_reads_in_both_languages(tmp_path: Path) -> None:
    file = faces.write_face(tmp_path / "PressTest.ttf")
    rare = faces.write_face(tmp_path / "Rare.ttf", han="𰻝")
    found = SystemFaceSpec("rare", (rare,), HERE)
    gone = SystemFaceSpec("gone", (tmp_path / "gone.ttf",), HERE)
    told, _ = report(library(tmp_path, {"song": file}, found, gone))
    (song,) = told.faces
    assert song.standard is None  # no list lies beside that fonts.yaml
    words = [words for words, _ in told.lines()]
    en, zh = ("\n".join(texts).splitlines() for texts in zip(*words, strict=True))
    assert zh[0] == en[0] == "song  PressTest.ttf  0.01 MB  OFL-1.1"
    assert en[1] == f"    GB2312 {song.gb2312.has}/6,763, in all {song.characters}"
    assert zh[1] == f"    GB2312 {song.gb2312.has}/6,763，共 {song.characters} 字"
    assert zh[2] == en[2] == f"    SHA-256 {song.sha256}"
    assert en[3] == "fallback: kai → rare → gone"
    assert en[4].startswith(f"    rare  {rare}  ")
    assert en[5] == "    gone  not on this machine"
    assert zh[5] == "    gone  本机没有"
    assert len(zh) == len(en) == 6


def test_facts_are_json(tmp_path: Path) -> None:
    file = faces.write_face(tmp_path / "PressTest.ttf")
    gone = SystemFaceSpec("gone", (tmp_path / "gone.ttf",), HERE)
    lines = [facts for _, facts in face_lines(library(tmp_path, {"song": file}, gone))]
    song, chain, absent = json.loads(json.dumps(lines))
    assert (song["kind"], song["name"], song["gb2312"]["of"]) == ("face", "song", 6763)
    assert chain == {"kind": "fallback", "chain": ["kai", "gone"]}
    assert (absent["kind"], absent["name"], absent["found"]) == ("system", "gone", "")


def test_bad_files_are_told_beside_the_report(tmp_path: Path) -> None:
    good = faces.write_face(tmp_path / "PressTest.ttf")
    closed = faces.write_face(tmp_path / "Closed.ttf", fs_type=2)
    system = SystemFaceSpec(
        "otf", (faces.write_face(tmp_path / "Rare.otf", truetype=False),), HERE
    )
    files = {"song": good, "closed": closed, "absent": tmp_path / "absent.ttf"}
    told, faults = report(library(tmp_path, files, system))
    assert [face.name for face in told.faces] == ["song"]
    assert told.system == ()
    assert [fault.code for fault in faults] == [
        "font-not-embeddable",
        "missing-file",
        "font-not-truetype",
    ]
    lines = face_lines(library(tmp_path, files, system))
    assert next(lines)[1]["name"] == "song"
    with pytest.raises(PressError) as caught:
        list(lines)
    assert caught.value.diagnostics == faults
