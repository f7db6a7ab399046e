"""The digests of picture files, which are read again only where they are others."""

from hashlib import sha256
from pathlib import Path

import pytest

from printpress.atomic import write_bytes
from printpress.proof.content_hash import digest_of


def test_a_picture_put_in_the_place_of_another_has_its_own_number(tmp_path):
    file = tmp_path / "market.jpg"
    for contents in (b"early", b"later", b"early", b"and longer"):
        write_bytes(file, contents)
        assert digest_of(file) == sha256(contents).digest()
    file.unlink()
    assert digest_of(file) == b""


def test_a_picture_that_is_as_it_was_is_read_once(tmp_path, monkeypatch):
    file = tmp_path / "market.jpg"
    file.write_bytes(b"early")
    first = digest_of(file)

    def read(path):
        pytest.fail(f"{path} is read again")

    monkeypatch.setattr(Path, "read_bytes", read)
    assert digest_of(file) == first
