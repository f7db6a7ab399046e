"""All of an issue's pictures: converted, kept, told of."""

from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import pytest
from tests.unit.pictures.cases import PRESS, bytes_of, gradient, written

from printpress import spec
from printpress.diagnostics import Severity, Span
from printpress.geometry import Rect
from printpress.pictures.header import read_header
from printpress.pictures.packed import pack
from printpress.pictures.printable import WHITE, prepare, resolution_findings
from printpress.units import INCH, MM

HERE = Span("a.md", 3, 17, 8)


@dataclass(frozen=True)
class Standing:
    """A picture in its place."""

    path: Path
    rect: Rect
    focus: tuple[Fraction, Fraction] = (Fraction(1, 2), Fraction(1, 2))
    span: Span | None = HERE
    k_only: bool = False
    bilevel: bool = False

    @property
    def width_px(self) -> int:
        return read_header(self.path).width_px

    @property
    def height_px(self) -> int:
        return read_header(self.path).height_px


@pytest.fixture
def press(tiny_paper):
    issue, _ = spec.load(tiny_paper / "issues" / "2025-09-05")
    return issue.press


def standing(folder: Path, width: int, height: int, name: str = "a.png") -> Standing:
    """A picture of so many pixels, an inch wide and three quarters high."""
    file = written(folder, name, bytes_of(gradient(width, height), "PNG"))
    return Standing(file, Rect(0, 0, INCH, INCH * 3 // 4))


def test_pictures_are_converted_by_name(tmp_path, press):
    pictures = {"one": standing(tmp_path, 400, 300)}
    made, found = prepare(pictures, press, None)
    assert not found
    assert (made["one"].width_px, made["one"].height_px) == (
        press.target_ppi,
        press.target_ppi * 3 // 4,
    )


@pytest.mark.parametrize(
    ("width", "severity"),
    [(150, None), (149, None), (148, Severity.WARNING), (99, Severity.WARNING),
     (98, Severity.ERROR)],
)  # fmt: skip
def test_coarse_pictures_are_told_of(tmp_path, press, width, severity):
    assert (press.warn_ppi, press.error_ppi) == (149, 99)
    picture = standing(tmp_path, width, -(-width * 3 // 4))
    found = resolution_findings([picture], press)
    assert [d.severity for d in found] == ([severity] if severity else [])
    assert not prepare({"one": picture}, press, None)[1]  # told of once
    for diagnostic in found:
        assert (diagnostic.code, diagnostic.span) == ("low-ppi", HERE)


@pytest.mark.parametrize(
    ("width", "severity"),
    [(600, None), (599, Severity.WARNING), (549, Severity.WARNING),
     (548, Severity.ERROR)],
)  # fmt: skip
def test_line_art_needs_more(tmp_path, press, width, severity):
    picture = replace(standing(tmp_path, width, -(-width * 3 // 4)), bilevel=True)
    found = resolution_findings([picture], press)
    assert [d.severity for d in found] == ([severity] if severity else [])
    for diagnostic in found:
        assert "at least 600 × 45" in diagnostic.fix.en  # its shape is rounded
        assert "线条图" in diagnostic.what.zh
    asked = replace(press, line_art_ppi=width, line_art_error_ppi=width)
    assert not resolution_findings([picture], asked)


def test_the_way_out_of_a_coarse_picture_works(tmp_path, press):
    picture = Standing(
        written(tmp_path, "a.png", bytes_of(gradient(120, 40), "PNG")),
        Rect(0, 0, 100 * MM, 50 * MM),
    )
    (found,) = resolution_findings([picture], press)
    assert found.what.en == (
        'the picture "a.png" has 20 pixels per inch at 100mm wide; 99 are the least'
    )
    assert found.fix.en == (
        "use one of at least 880 × 294 pixels (this has 120 × 40), "
        "or a slot of at most 13.42mm"
    )
    enough = written(tmp_path, "b.png", bytes_of(gradient(880, 294), "PNG"))
    assert not resolution_findings([Standing(enough, picture.rect)], press)
    narrow = Rect(0, 0, 1342 * MM // 100, 671 * MM // 100)
    assert not resolution_findings([Standing(picture.path, narrow)], press)


def test_a_damaged_picture_is_told_of_and_stands_white(tmp_path, press):
    good = standing(tmp_path, 300, 225)
    whole = bytearray(good.path.read_bytes())
    start = whole.index(b"IDAT")
    whole[start + 4 : start + 6] = b"\0\0"
    bad = Standing(written(tmp_path, "bad.png", bytes(whole)), good.rect)
    gone = Standing(tmp_path / "gone.png", good.rect)
    for folder in (None, tmp_path / "cache"):
        made, found = prepare({"g": good, "b": bad, "m": gone}, press, folder)
        assert made["b"] == made["m"] == pack(WHITE)
        assert made["g"].width_px == 200
        assert [d.code for d in found] == ["picture-unreadable"] * 2
        assert all(d.span == HERE for d in found)
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_the_cache_gives_the_same_and_is_used(tmp_path, press, monkeypatch):
    pictures = {"one": standing(tmp_path, 400, 300)}
    fresh, _ = prepare(pictures, press, None)
    first, _ = prepare(pictures, press, tmp_path / "cache")
    (entry,) = (tmp_path / "cache").iterdir()

    def nobody(*_):
        pytest.fail("converted again")

    monkeypatch.setattr("printpress.pictures.printable.convert", nobody)
    again, _ = prepare(pictures, press, tmp_path / "cache")
    assert fresh == first == again
    entry.write_bytes(entry.read_bytes()[:-1])
    with pytest.raises(pytest.fail.Exception, match="converted again"):
        prepare(pictures, press, tmp_path / "cache")


def test_without_a_folder_nothing_is_written(tmp_path, press):
    picture = standing(tmp_path, 400, 300)
    before = sorted(tmp_path.rglob("*"))
    prepare({"one": picture}, press, None)
    assert sorted(tmp_path.rglob("*")) == before


def test_pictures_are_made_for_the_press_that_prints_them(tmp_path, press):
    pictures = {"one": standing(tmp_path, 400, 300)}
    made, _ = prepare(pictures, press, None)
    coated = replace(press.output, icc=PRESS / "fogra39-coated.icc")
    other, _ = prepare(pictures, replace(press, output=coated), None)
    none, _ = prepare(
        pictures, replace(press, output=replace(press.output, icc=None)), None
    )
    gone = replace(press.output, icc=tmp_path / "gone.icc")
    assert prepare(pictures, replace(press, output=gone), None)[0] == none
    assert len({picture["one"].packed for picture in (made, other, none)}) == 3


def test_a_damaged_profile_is_told_of_in_every_run(tmp_path, press):
    """A kept picture would not be."""
    contents = bytes_of(gradient(400, 300), "PNG", icc_profile=b"none" * 50)
    damaged = Standing(
        written(tmp_path, "a.png", contents), Rect(0, 0, INCH, INCH * 3 // 4)
    )
    for _ in range(2):
        made, found = prepare({"one": damaged}, press, tmp_path / "cache")
        assert made["one"].width_px == press.target_ppi
        assert [(d.code, d.severity, d.span) for d in found] == [
            ("picture-profile", Severity.NOTE, HERE)
        ]


def test_line_art_goes_up_to_the_limit_of_line_art(tmp_path, press):
    contents = bytes_of(gradient(900, 675).convert("1"), "PNG")
    drawn = Standing(
        written(tmp_path, "a.png", contents), Rect(0, 0, INCH, INCH * 3 // 4)
    )
    made, found = prepare({"one": drawn}, press, tmp_path / "cache")
    assert not found
    assert (made["one"].ink_model, made["one"].width_px) == ("bilevel", 600)
    assert prepare({"one": drawn}, press, tmp_path / "cache")[0] == made
