"""Bytes → the objects of a PDF file: the only importer of pypdf.

pypdf raises anything over damaged bytes; whatever it is becomes :class:`Unreadable`
here, and nothing beyond this module sees an object of pypdf's.
"""

import logging
from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any, TypeVar

from pypdf import Configuration, PdfReader, apply_configuration, generic

from printpress.preflight.objects import (
    Entries,
    Name,
    Ref,
    Stream,
    Unreadable,
    Value,
)

T = TypeVar("T")

DEEPEST = 60
"""Lists and dictionaries within each other; deeper ones are an attack or damage."""

_LIMITS = Configuration(maximum_declared_stream_length=1 << 31)
"""The file is in memory as it is: a stream of it may be as long as a full page's
picture that its camera packed badly, which pypdf takes for an attack."""

# What pypdf mends in silence is told as findings, never on the terminal.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False


def _attempt(step: Callable[[], T]) -> T:
    try:
        with apply_configuration(_LIMITS):
            return step()
    except Exception as trouble:
        raise Unreadable(f"{type(trouble).__name__}: {trouble}") from trouble


class Source:
    """A file's objects, read when asked for and kept."""

    def __init__(self, contents: bytes) -> None:
        """Find the objects; raises :class:`Unreadable`."""
        self._reader = _attempt(lambda: PdfReader(BytesIO(contents), strict=False))
        self._kept: dict[Ref, Value] = {}
        self.trailer = _entries(_attempt(lambda: self._reader.trailer))
        """The file's last dictionary."""
        self.packed = bool(_attempt(lambda: self._reader.xref_objStm))
        """Whether objects are packed into streams."""

    def get(self, ref: Ref) -> Value:
        """The object; None where there is none. Raises :class:`Unreadable`."""
        if ref not in self._kept:
            pointer = generic.IndirectObject(*ref, self._reader)
            found = _attempt(lambda: self._reader.get_object(pointer))
            self._kept[ref] = _plain(found)
        return self._kept[ref]


def _entries(found: object) -> Entries:
    plain = _plain(found)
    return plain if isinstance(plain, dict) else {}


_SIMPLE: tuple[tuple[type, Callable[[Any], Value]], ...] = (
    (generic.IndirectObject, lambda found: Ref(found.idnum, found.generation)),
    (generic.NameObject, lambda found: Name(found[1:])),
    (generic.BooleanObject, lambda found: bool(found.value)),
    (generic.NumberObject, int),
    (generic.FloatObject, float),
    (generic.TextStringObject, lambda found: bytes(found.original_bytes)),
    (generic.ByteStringObject, bytes),
)
"""Classes of pypdf's that hold no others, and what they are here."""


def _plain(found: object, depth: int = 0) -> Value:
    """A value of pypdf's as ours."""
    if depth > DEEPEST:
        raise Unreadable("values are nested too deep")
    if isinstance(found, generic.ArrayObject):
        return [_plain(one, depth + 1) for one in list.__iter__(found)]
    if isinstance(found, generic.DictionaryObject):
        return _group(found, depth)
    for kind, made in _SIMPLE:
        if isinstance(found, kind):
            return _attempt(partial(made, found))
    return None


def _group(found: generic.DictionaryObject, depth: int) -> Value:
    entries = {
        str(key)[1:]: _plain(value, depth + 1) for key, value in dict.items(found)
    }
    if isinstance(found, generic.StreamObject):
        return Stream(entries, lambda: _attempt(lambda: bytes(found.get_data())))
    return entries
