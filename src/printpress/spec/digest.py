"""Digests of records: equal where everything that the records say is equal.

What does not count for equality of a record (its places in files) does not count here,
nor does where the paper's folder lies: digests made on two machines agree. A file
counts with its path from the paper's folder and with its bytes.
"""

import dataclasses
import datetime as dt
import enum
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from hashlib import file_digest, sha256
from pathlib import Path

SIZE = 16
"""Bytes of a digest that are kept: no two of any number of pages meet by chance."""

NOT_SAID = frozenset({"shown"})
"""Fields that only messages use: paths as seen from the working folder."""

_PLAIN = (str, int, bool, type(None), Fraction, dt.date, dt.datetime, bytes)


@lru_cache(maxsize=256)
def _counted(kind: type) -> tuple[str, ...]:
    """Names of the fields that count for a record's equality."""
    return tuple(
        field.name
        for field in dataclasses.fields(kind)
        if field.compare and field.name not in NOT_SAID
    )


class Digests:
    """Makes digests, each record's and each file's once.

    A record is known again by its identity, so records must not be changed meanwhile,
    nor must files: make a new one for every run.
    """

    def __init__(self, root: Path) -> None:
        """*root* is the paper's folder."""
        self._root = root
        self._records: dict[int, tuple[object, str]] = {}
        self._files: dict[Path, str] = {}

    def of(self, value: object) -> str:
        """The digest of records, groups of them, files and plain values."""
        told = sha256()
        for part in self._told(value):
            told.update(part)
        return told.hexdigest()[: 2 * SIZE]

    def file(self, path: Path) -> str:
        """The digest of a file's bytes; what cannot be read has none."""
        known = self._files.get(path)
        if known is None:
            known = self._files[path] = _bytes_of(path)
        return known

    def _told(self, value: object) -> Iterator[bytes]:
        """The value so that no two unlike ones read alike."""
        if isinstance(value, enum.Enum):
            yield f"e{value.name};".encode()
        elif isinstance(value, _PLAIN):
            text = repr(value).encode("utf-8", "surrogatepass")
            yield b"%s%d:%s" % (type(value).__name__.encode(), len(text), text)
        elif isinstance(value, Path):
            yield f"p{self._from_root(value)!r}={self.file(value)};".encode()
        elif isinstance(value, Mapping):
            yield b"{%d" % len(value)
            for pair in value.items():
                yield from self._told(pair)
        elif isinstance(value, tuple | list):
            yield b"[%d" % len(value)
            for each in value:
                yield from self._told(each)
        else:
            yield self._record(value).encode()

    def _from_root(self, path: Path) -> str:
        if path.is_relative_to(self._root):
            return path.relative_to(self._root).as_posix()
        return path.as_posix()

    def _record(self, value: object) -> str:
        known = self._records.get(id(value))
        if known is not None:
            return known[1]
        if not dataclasses.is_dataclass(value) or isinstance(value, type):
            raise TypeError(f"{type(value).__name__} is neither a record nor plain")
        kind: type = type(value)
        held = tuple(getattr(value, name) for name in _counted(kind))
        told = f"r{kind.__name__}{self.of(held)};"
        self._records[id(value)] = value, told  # held, so that its id is not given anew
        return told


def _bytes_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()[: 2 * SIZE]
    except OSError:
        return "-"
