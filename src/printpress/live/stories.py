"""Files of the issue, read and written for the browser.

Nothing outside the issue's folder is opened: not by .., not by an absolute path, not
through a link. A file is written only over what its writer has seen.
"""

import os
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from printpress.atomic import write_bytes
from printpress.spec.source import BYTES_AT_MOST

READABLE = frozenset({".md", ".yaml"})
"""Files that are shown."""

WRITABLE = frozenset({".md"})
"""Files that are written: stories."""

BOM = b"\xef\xbb\xbf"

_PLAIN = re.compile(r"[^\x00-\x1f\x7f\\:]+")


class RefusedError(Exception):
    """A file that is not the browser's to see; nothing tells whether it exists."""


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text as an editor has it."""

    text: str
    """Its characters, its line ends all ``\\n``, without a byte order mark."""
    version: str
    """Another one for every other content."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A file was changed by somebody else since it was opened."""

    theirs: Text
    """As it is now; nothing was written."""


def path_in(folder: Path, name: str, kinds: frozenset[str]) -> Path:
    """The file of that name in the issue's folder. Raises :class:`RefusedError`."""
    parts = name.split("/")
    plain = all(
        _PLAIN.fullmatch(part) and part not in {".", ".."} and part[0] != "."
        for part in parts
        if part
    )
    if not plain or "" in parts:
        raise RefusedError
    try:
        path = folder.joinpath(*parts).resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        raise RefusedError from None
    inside = path.is_relative_to(folder.resolve())
    if not inside or path.suffix not in kinds or not path.is_file():
        raise RefusedError
    return path


def version_of(contents: bytes) -> str:
    """Another word for every other content."""
    return sha256(contents).hexdigest()


def read(folder: Path, name: str) -> Text:
    """The file's text. Raises :class:`RefusedError` and ``OSError``."""
    contents = path_in(folder, name, READABLE).read_bytes()
    if len(contents) > BYTES_AT_MOST:
        raise RefusedError
    return _text(contents)


def _text(contents: bytes) -> Text:
    text = contents.removeprefix(BOM).decode("utf-8", errors="replace")
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return Text(plain, version_of(contents))


def write(folder: Path, name: str, text: str, seen: str) -> Text | Conflict:
    """Put the text into the file, unless it is no longer what its writer has *seen*.

    Line ends and a byte order mark stay as the file has them. Raises
    :class:`RefusedError` and ``OSError``.
    """
    path = path_in(folder, name, WRITABLE)
    before = path.read_bytes()
    try:
        before.decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedError from None  # its characters were shown as signs
    if version_of(before) != seen:
        return Conflict(_text(before))
    ends = "\r\n" if b"\r\n" in before else "\n"
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    contents = plain.replace("\n", ends).encode("utf-8")
    if before.startswith(BOM):
        contents = BOM + contents
    if contents != before:
        mode = path.stat().st_mode
        write_bytes(path, contents)
        os.chmod(path, mode & 0o777)  # noqa: PTH101 - as colleagues have set it
    return Text(plain, version_of(contents))
