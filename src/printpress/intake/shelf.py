"""The issue's folder of pictures, as it is and as it will be."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from printpress.intake.names import free_name, safe_name
from printpress.pictures.taken import Taken

FOLDER = "pictures"
"""Where they lie, in the issue's folder."""


@dataclass(slots=True)
class Shelf:
    """Pictures by their contents: one that is there already is not stored again."""

    folder: Path
    """Where they lie."""
    _new: list[tuple[str, bytes]] = field(default_factory=list)
    """Those to be written."""
    _names: dict[str, str] = field(default_factory=dict)
    """Digest → name of those there."""
    _taken: set[str] = field(default_factory=set)
    """Stems in small letters."""

    @classmethod
    def of(cls, folder: Path) -> "Shelf":
        """The folder as it is."""
        shelf = cls(folder)
        for name, digest in _digests(folder):
            shelf._names.setdefault(digest, name)
            shelf._taken.add(Path(name).stem.lower())
        return shelf

    def put(self, taken: Taken, wanted: str) -> tuple[str, bool]:
        """The name that the picture has, and whether it was there already."""
        digest = sha256(taken.contents).hexdigest()
        if digest in self._names:
            return self._names[digest], True
        stem = free_name(safe_name(wanted, "picture"), self._taken)
        name = stem + taken.suffix
        self._taken.add(stem)
        self._names[digest] = name
        self._new.append((f"{FOLDER}/{name}", taken.contents))
        return name, False

    def to_write(self) -> tuple[tuple[str, bytes], ...]:
        """Pictures put since this was asked last: paths from the issue, contents."""
        new, self._new = tuple(self._new), []
        return new


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.is_file() and not path.name.startswith("."):
            yield path.name, sha256(path.read_bytes()).hexdigest()
