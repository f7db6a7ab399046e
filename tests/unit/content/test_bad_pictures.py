"""Whatever stands where a picture is asked for: an error there, in both languages."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.papers import write_paper
from tests.unit.pictures.cases import bytes_of, gradient, png

from printpress import spec
from printpress.content.issue import edit
from printpress.diagnostics import Diagnostic, PressError, render

NAME = "../pictures/boat.jpg"
STORY = "issues/2025-09-05/stories/market.md"


def told(folder: Path, put: Callable[[Path], object]) -> list[Diagnostic]:
    """What is said of an issue whose picture is put there so."""
    text = f"---\nheadline: 早市\npicture: {{file: {NAME}}}\n---\n桥头的早市。\n"
    issue = write_paper(folder, {STORY: text})
    picture = issue.parent / "pictures" / "boat.jpg"
    picture.parent.mkdir()
    put(picture)
    try:
        loaded, _ = spec.load(issue)
        return list(edit(loaded, loaded.editions[0])[1])
    except PressError as trouble:
        return list(trouble.diagnostics)


def written(contents: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(contents)


JPEG = bytes_of(gradient(640, 480), "JPEG", progressive=True)


@pytest.mark.parametrize(
    ("put", "en", "zh"),
    [
        (written(b""), "the file is empty", "文件是空的"),
        (written("桥头的早市。".encode()), "it is text", "它是文字"),
        (written(b"<html>Log in"), "a web page", "网页"),
        (written(JPEG[: len(JPEG) // 2]), "cut off", "后半截丢了"),
        (written(JPEG[:100]), "damaged", "损坏"),
        (written(bytes(5000)), "no picture known", "认不出"),
        (written(png(60_000, 60_000, 8, 2, b"")), "60000 × 60000", "60000 × 60000"),
        (lambda path: path.mkdir(), "is a folder", "是文件夹"),
    ],
)
def test_it_is_told_where_it_is_asked_for(tmp_path, put, en, zh):
    (found,) = told(tmp_path, put)
    assert found.span is not None
    assert (found.span.line, found.span.column) in {(3, 11), (3, 17)}
    said = [render(found, language, lambda *_: None) for language in ("en", "zh")]
    for words, part in zip(said, (en, zh), strict=True):
        assert part in words
        assert f"{STORY}:3:" in words.replace(os.sep, "/")


def test_the_name_may_lie_about_the_format(tmp_path):
    assert not told(tmp_path, written(bytes_of(gradient(), "PNG")))


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_without_end_is_told(tmp_path):
    (found,) = told(tmp_path, lambda path: path.symlink_to(path))
    assert found.span is not None
    assert found.span.line == 3
