"""Conversions kept on disk: the same pixels, and none from a damaged entry."""

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.unit.pictures.cases import bytes_of, gradient, written

from printpress.pictures import cache
from printpress.pictures.cache import keep, kept, key_of
from printpress.pictures.convert import ConvertedPicture, Frame
from printpress.units import INCH

HALF = Fraction(1, 2)
FRAME = Frame(INCH, INCH, (HALF, HALF), 200, 2400)
MADE = ConvertedPicture(3, 2, "cmyk", bytes(range(24)))
GREY = ConvertedPicture(3, 2, "grey", bytes(range(6)))


@pytest.mark.parametrize("made", [MADE, GREY])
def test_what_is_kept_comes_back(tmp_path, made):
    keep(tmp_path / "deep" / "down", "key", made)
    assert kept(tmp_path / "deep" / "down", "key") == made


def test_there_is_nothing_where_nothing_was_kept(tmp_path):
    assert kept(tmp_path, "key") is None
    assert kept(tmp_path / "gone", "key") is None


def test_every_damaged_byte_makes_an_entry_void(tmp_path):
    keep(tmp_path, "key", GREY)
    entry = (tmp_path / "key").read_bytes()
    for at in range(len(entry)):
        damaged = bytearray(entry)
        damaged[at] ^= 0x41
        (tmp_path / "key").write_bytes(damaged)
        assert kept(tmp_path, "key") is None, at


def test_a_short_or_long_entry_is_void(tmp_path):
    keep(tmp_path, "key", MADE)
    entry = (tmp_path / "key").read_bytes()
    for wrong in [entry[:end] for end in range(len(entry))] + [entry + b"\0"]:
        (tmp_path / "key").write_bytes(wrong)
        assert kept(tmp_path, "key") is None


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    keep(tmp_path / "file", "key", MADE)
    assert kept(tmp_path / "file", "key") is None


def test_nothing_unfinished_is_left_behind(tmp_path):
    keep(tmp_path, "key", MADE)
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


@pytest.mark.parametrize(
    "change",
    [
        {"width": INCH + 1},
        {"height": INCH - 1},
        {"focus": (HALF, Fraction(1, 3))},
        {"ppi": 201},
        {"tac": 2399},
        {"k_only": True},
    ],
)
def test_another_frame_has_another_key(tmp_path, change):
    file = written(tmp_path, "a", bytes_of(gradient(), "PNG"))
    assert key_of(file, FRAME) != key_of(file, replace(FRAME, **change))


def test_the_key_hangs_on_what_the_file_holds_not_on_its_name(tmp_path):
    first = written(tmp_path, "a", bytes_of(gradient(), "PNG"))
    same = written(tmp_path, "b", bytes_of(gradient(), "PNG"))
    other = written(tmp_path, "c", bytes_of(gradient(65, 48), "PNG"))
    assert key_of(first, FRAME) == key_of(same, FRAME) != key_of(other, FRAME)


def test_another_version_has_another_key(tmp_path, monkeypatch):
    file = written(tmp_path, "a", bytes_of(gradient(), "PNG"))
    before = key_of(file, FRAME)
    monkeypatch.setattr(cache, "VERSION", cache.VERSION + 1)
    assert key_of(file, FRAME) != before
