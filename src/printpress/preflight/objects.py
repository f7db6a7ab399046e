"""The values that PDF files are made of, as plain as Python has them.

Damaged files put anything anywhere, so nothing here is trusted: :class:`Document`
asks for a value *as* a dictionary, a list or a number, and gets an empty one where it
is something else.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias, Union


class Name(str):
    """A name, without its slash."""

    __slots__ = ()


class Ref(NamedTuple):
    """What stands in one object for another."""

    number: int
    """The object's number."""
    generation: int
    """Its generation."""


class Stream:
    """A dictionary with data behind it, which are decoded when asked for."""

    __slots__ = ("_decode", "_decoded", "entries")

    def __init__(self, entries: "Entries", decode: Callable[[], bytes]) -> None:
        self.entries = entries
        """Its dictionary."""
        self._decode = decode
        self._decoded: bytes | None = None

    @property
    def decoded(self) -> bytes:
        """Its data without filters; raises :class:`Unreadable`."""
        if self._decoded is None:
            self._decoded = self._decode()
        return self._decoded


class Unreadable(Exception):  # noqa: N818 - said of the file, not of the program
    """A part of the file is damaged."""


Value: TypeAlias = Union[
    bool, int, float, Name, bytes, Ref, "list[Value]", "Entries", Stream, None
]
"""Anything that may stand in a file; text is bytes."""

Entries: TypeAlias = dict[str, "Value"]
"""A dictionary, keys without their slash."""


def text_of(raw: bytes) -> str:
    r"""A text string's characters (ISO 32000-1 7.9.2.2).

    >>> text_of(b"\xfe\xff\x65\xe5")
    '日'
    """
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "replace")
    if raw.startswith(b"\xef\xbb\xbf"):
        return raw[3:].decode("utf-8", "replace")
    return raw.decode("latin-1")
