"""Conversions kept on disk: the same pixels, and none from a damaged entry."""

import os
from dataclasses import replace
from fractions import Fraction

import pytest
from tests.unit.pictures.cases import COATED, COLDSET, bytes_of, gradient, written

from printpress.pictures import cache
from printpress.pictures.cache import ABANDONED_NS, keep, kept, key_of, tidy
from printpress.pictures.frame import Frame
from printpress.pictures.packed import PackedPicture
from printpress.units import INCH

HALF = Fraction(1, 2)
FRAME = Frame(INCH, INCH, (HALF, HALF), 200, 2400)
MADE = PackedPicture(3, 2, "cmyk", bytes(range(24)))
GREY = PackedPicture(3, 2, "grey", bytes(range(6)))
ART = PackedPicture(3, 2, "bilevel", bytes(2))


@pytest.mark.parametrize("made", [MADE, GREY, ART])
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
        {"line_ppi": 1200},
    ],
)
def test_another_frame_has_another_key(tmp_path, change):
    file = written(tmp_path, "a", bytes_of(gradient(), "PNG"))
    assert key_of(file, FRAME) != key_of(file, replace(FRAME, **change))


def test_another_press_has_another_key(tmp_path):
    file = written(tmp_path, "a", bytes_of(gradient(), "PNG"))
    keys = {key_of(file, FRAME, press) for press in (None, COATED, COLDSET)}
    keys.add(key_of(file, FRAME, None, 900))
    assert len(keys) == 4


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


@pytest.mark.parametrize("part", ["MADE_BY", "VERSION"])
def test_another_converter_has_another_key(tmp_path, monkeypatch, part):
    file = written(tmp_path, "a", bytes_of(gradient(), "PNG"))
    before = key_of(file, FRAME)
    monkeypatch.setattr(cache, part, "another")
    assert key_of(file, FRAME) != before


def test_another_colour_engine_has_another_key(tmp_path, monkeypatch):
    file = written(tmp_path, "a", bytes_of(gradient(), "PNG"))
    before = key_of(file, FRAME, COLDSET)
    monkeypatch.setattr("PIL.features.version", lambda _: "another")
    assert key_of(file, FRAME, COLDSET) != before


def test_an_entry_under_the_name_of_another_is_void(tmp_path):
    keep(tmp_path, "key", MADE)
    (tmp_path / "key").rename(tmp_path / "another")
    assert kept(tmp_path, "another") is None


def test_an_entry_that_says_it_is_enormous_is_not_read(tmp_path):
    keep(tmp_path, "key", MADE)
    os.truncate(tmp_path / "key", 1 << 40)  # takes no room on the disk
    assert kept(tmp_path, "key") is None


def test_a_folder_or_a_loop_in_the_place_of_an_entry_costs_only_time(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for key in ("folder", "loop"):
        assert kept(tmp_path, key) is None
        keep(tmp_path, key, MADE)
    assert kept(tmp_path, "folder") is None
    assert kept(tmp_path, "loop") == MADE  # the entry took the place of the link


# --- tidying -------------------------------------------------------------------------


def name(number: int) -> str:
    return f"{number:064x}"


def aged(path, seconds: int) -> None:
    """The file as if it was used so long after the year 2001."""
    os.utime(path, (10**9 + seconds,) * 2)


def test_entries_used_longest_ago_go_first(tmp_path):
    for number in range(5):
        keep(tmp_path, name(number), GREY)
        aged(tmp_path / name(number), number)
    size = (tmp_path / name(0)).stat().st_size
    assert kept(tmp_path, name(1))  # used again: the newest now
    tidy(tmp_path, 3 * size)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {name(1), name(3), name(4)}
    tidy(tmp_path, 3 * size - 1)
    assert {path.name for path in tmp_path.iterdir()} == {name(1), name(4)}
    tidy(tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_what_dead_runs_left_goes_and_what_is_being_written_stays(tmp_path):
    keep(tmp_path, name(1), MADE)
    dead, alive = (tmp_path / f".{name(2)}.{end}.part" for end in ("a1", "b2"))
    others = tmp_path / "notes.txt.part"
    for path in (dead, alive, others):
        path.write_bytes(b"half")
    aged(tmp_path / name(1), ABANDONED_NS // 10**9 + 1)
    aged(dead, 0)
    aged(alive, 2)
    aged(others, 0)
    tidy(tmp_path)
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == [alive.name, name(1), others.name]


def test_files_of_others_are_neither_counted_nor_touched(tmp_path):
    keep(tmp_path, name(1), MADE)
    (tmp_path / "README").write_bytes(bytes(1000))
    tidy(tmp_path, 500)
    assert sorted(p.name for p in tmp_path.iterdir()) == [name(1), "README"]


def test_a_folder_that_is_not_there_is_tidy(tmp_path):
    tidy(tmp_path / "gone")
