"""Files whole or not at all."""

import os
import stat
import sys

import pytest

from printpress.atomic import write_bytes


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_gets_its_contents_and_its_folders(tmp_path):
    path = tmp_path / "build" / "town" / "whole.pdf"
    write_bytes(path, b"pages")
    assert path.read_bytes() == b"pages"
    assert names(path.parent) == ["whole.pdf"]


def test_an_old_file_is_replaced_by_one_that_is_shorter(tmp_path):
    path = tmp_path / "whole.pdf"
    write_bytes(path, b"a long file")
    write_bytes(path, b"short")
    assert path.read_bytes() == b"short"


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_failure_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch, step):
    path = tmp_path / "whole.pdf"
    write_bytes(path, b"good")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(step, full)
    with pytest.raises(OSError, match="No space"):
        write_bytes(path, b"half of a new one")
    assert path.read_bytes() == b"good"
    assert names(tmp_path) == ["whole.pdf"]


def test_an_interruption_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch):
    path = tmp_path / "whole.pdf"
    write_bytes(path, b"good")

    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_bytes(path, b"new")
    assert path.read_bytes() == b"good"
    assert names(tmp_path) == ["whole.pdf"]


def test_contents_are_on_the_disk_before_they_take_the_name(tmp_path, monkeypatch):
    path = tmp_path / "whole.pdf"
    order = []
    sync, replace = os.fsync, type(path).replace

    def synced(file):
        order.append("sync")
        sync(file)

    def replaced(here, there):
        order.append("replace")
        return replace(here, there)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(type(path), "replace", replaced)
    write_bytes(path, b"pages")
    assert order == ["sync", "replace"]


def test_a_reader_of_the_old_file_keeps_it_whole(tmp_path):
    path = tmp_path / "whole.pdf"
    write_bytes(path, b"old and long")
    with path.open("rb") as reader:
        first = reader.read(3)
        if sys.platform != "win32":
            write_bytes(path, b"new")
        assert first + reader.read() == b"old and long"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such modes")
def test_colleagues_may_read_the_file(tmp_path):
    path = tmp_path / "whole.pdf"
    write_bytes(path, b"pages")
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_file_in_a_folders_way_is_an_os_error(tmp_path):
    (tmp_path / "build").write_text("in the way")
    with pytest.raises(OSError):  # noqa: PT011 - its kind is the system's choice
        write_bytes(tmp_path / "build" / "whole.pdf", b"pages")
    assert names(tmp_path) == ["build"]
