"""Takes over what a supplied page's operators need, and nothing that lies about it.

Objects are followed from the page's resources alone, in the order of the file, so that
equal files give equal objects. What belongs to documents (pages, layers, notes,
metadata, structure) stays behind. Every stream is unpacked, so that no LZW goes on;
pictures packed by a codec of their own keep that.
"""

from collections import deque
from collections.abc import Callable
from io import BytesIO
from typing import Any, Final

from pypdf.filters import (
    ASCII85Decode,
    ASCIIHexDecode,
    FlateDecode,
    LZWDecode,
    RunLengthDecode,
)
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from printpress.diagnostics import Both
from printpress.supplied.faults import too_large
from printpress.supplied.record import FormObject, Part

DEEPEST: Final = 60
"""Lists and dictionaries within each other; deeper ones are an attack or damage."""

MOST_OBJECTS: Final = 20_000
"""Objects of an advert; a broadsheet page of drawings has a tenth."""

MOST_BYTES: Final = 400_000_000
"""Unpacked bytes of an advert: a broadsheet page in CMYK at 400 ppi has 380 million."""

LEFT: Final = frozenset(
    {"/Page", "/Pages", "/Catalog", "/OCG", "/OCMD", "/Annot", "/Metadata"}
    | {"/StructElem", "/StructTreeRoot", "/Outlines", "/Filespec"}
)
"""Types of what belongs to the file that the page comes from."""

JUNK: Final = frozenset(
    {"/Metadata", "/PieceInfo", "/LastModified", "/StructParent", "/StructParents"}
    | {"/OC", "/OPI", "/AF", "/Thumb"}
)
"""Entries of forms, pictures and fonts that print nothing."""

PACKING: Final = frozenset(
    {"/Length", "/Filter", "/DecodeParms", "/DL", "/F", "/FFilter", "/FDecodeParms"}
)
"""Entries of streams that tell how their data lie in the file."""

UNPACKED: Final[dict[str, Callable[[bytes, DictionaryObject], bytes]]] = {
    "/FlateDecode": FlateDecode.decode,
    "/LZWDecode": LZWDecode.decode,
    "/ASCII85Decode": lambda data, _: ASCII85Decode.decode(data),
    "/ASCIIHexDecode": lambda data, _: ASCIIHexDecode.decode(data),
    "/RunLengthDecode": lambda data, _: RunLengthDecode.decode(data),
}
"""Filters that are undone; what others packed stays packed."""

PROCESS: Final = frozenset({"Cyan", "Magenta", "Yellow", "Black", "All", "None"})
"""Colorants that are no spot colours."""


class Copies:
    """The objects taken over so far."""

    def __init__(self, resources: PdfObject) -> None:
        self.objects: list[FormObject] = []
        """By number; the first are the page's resources."""
        self.spots: dict[str, None] = {}
        """Spot colours met, in their order."""
        self.spaces: set[str] = set()
        """Names of colour spaces met."""
        self._numbers: dict[tuple[int, int], int] = {}
        self._waiting: deque[PdfObject] = deque()
        self._count = 0  # of those that have a number, copied or waiting
        self._bytes = 0
        self.take(resources)

    def take(self, thing: PdfObject) -> int:
        """Take over the object with all it names; gives its number."""
        if isinstance(thing, IndirectObject):
            number = self._number(thing)
        else:
            number = self._queued(thing)
        while self._waiting:
            self.objects.append(self._copied(self._waiting.popleft()))
        return number

    def _number(self, pointer: IndirectObject) -> int:
        """The number of an object, which is taken over once."""
        key = (pointer.idnum, pointer.generation)
        if key not in self._numbers:
            if self._count > MOST_OBJECTS:
                raise too_large(
                    Both(f"over {MOST_OBJECTS} objects", f"对象超过 {MOST_OBJECTS} 个")
                )
            found = pointer.get_object()
            self._numbers[key] = self._queued(NullObject() if found is None else found)
        return self._numbers[key]

    def _queued(self, thing: PdfObject) -> int:
        self._waiting.append(thing)
        self._count += 1
        return self._count - 1

    def _copied(self, thing: PdfObject) -> FormObject:
        if isinstance(thing, StreamObject):
            return self._stream(thing)
        return FormObject(_joined(self._parts(thing, 0)))

    def _stream(self, stream: StreamObject) -> FormObject:
        if _left(stream):
            return FormObject((b"null",))
        data, packing = unpacked(stream)
        self._bytes += len(data)
        if self._bytes > MOST_BYTES:
            most = MOST_BYTES // 1_000_000
            raise too_large(Both(f"over {most} MB unpacked", f"解压后超过 {most} MB"))
        entries: dict[str, PdfObject] = {
            key: value
            for key, value in dict.items(stream)
            if key not in PACKING and key not in JUNK
        }
        return FormObject(
            _joined(self._entries(stream, entries | packing, 0)), data, bool(packing)
        )

    def _parts(self, thing: PdfObject | None, depth: int) -> list[Part]:
        """A value as PDF writes it."""
        if depth > DEEPEST:
            raise too_large(Both("values are nested too deep", "嵌套过深"))
        if isinstance(thing, IndirectObject):
            return [self._number(thing)]
        if isinstance(thing, ArrayObject):
            return self._array(thing, depth)
        if isinstance(thing, DictionaryObject):
            return self._group(thing, depth)
        return [self._simple(thing)]

    def _group(self, thing: DictionaryObject, depth: int) -> list[Part]:
        if _left(thing):
            return [b"null"]
        kept = {
            key: value
            for key, value in dict.items(thing)
            if key not in JUNK or not _typed(thing)
        }
        return self._entries(thing, kept, depth)

    def _simple(self, thing: PdfObject | None) -> bytes:
        """A value that holds no others."""
        if isinstance(thing, TextStringObject | ByteStringObject):
            return b"<" + thing.original_bytes.hex().encode() + b">"
        if thing is None:
            return b"null"
        out = BytesIO()
        thing.write_to_stream(out)
        if (words := out.getvalue()).startswith(b"/Device"):
            self.spaces.add(words.decode("ascii", "replace")[1:])
        return words

    def _array(self, thing: ArrayObject, depth: int) -> list[Part]:
        of_plates = self._note_spots(thing)
        spaces = set(self.spaces)
        parts: list[Part] = [b"["]
        for one in list.__iter__(thing):
            parts += self._parts(one, depth + 1)
            parts.append(b" ")
        if of_plates:  # what imitates their inks is not printed
            self.spaces = spaces
        return [*parts, b"]"]

    def _entries(
        self, thing: DictionaryObject, entries: dict[Any, Any], depth: int
    ) -> list[Part]:
        parts: list[Part] = [b"<<"]
        for key, value in entries.items():
            out = BytesIO()
            key.write_to_stream(out)
            parts += [out.getvalue(), b" ", *self._parts(value, depth + 1), b"\n"]
        if "/Resources" not in thing and _wants_resources(thing):
            # Forms of old files use those of their page (ISO 32000-1 7.8.3).
            parts += [b"/Resources ", 0, b"\n"]
        return [*parts, b">>"]

    def _note_spots(self, thing: ArrayObject) -> bool:
        """Whether the array is a space of named plates, which are noted."""
        kind = _plain(thing[0]) if len(thing) > 1 else None
        if kind == "/Separation":
            named: list[Any] = [thing[1]]
        elif kind == "/DeviceN":
            named = list(_plain(thing[1]) or [])
        else:
            return False
        for one in named:
            spot = str(_plain(one))[1:]
            if spot in PROCESS:
                self.spaces.add(spot)
            else:
                self.spots.setdefault(spot)
        return True


def _plain(thing: Any) -> Any:
    return thing.get_object() if isinstance(thing, IndirectObject) else thing


def _typed(thing: DictionaryObject) -> bool:
    return "/Type" in thing or "/Subtype" in thing


def _left(thing: DictionaryObject) -> bool:
    return _plain(thing.get("/Type")) in LEFT


def _wants_resources(thing: DictionaryObject) -> bool:
    return _plain(thing.get("/Subtype")) in ("/Form", "/Type3")


def _joined(parts: list[Part]) -> tuple[Part, ...]:
    """The same with neighbouring words as one."""
    joined: list[Part] = []
    words: list[bytes] = []
    for part in parts:
        if isinstance(part, bytes):
            words.append(part)
            continue
        joined += [b"".join(words), part] if words else [part]
        words = []
    return (*joined, b"".join(words)) if words else tuple(joined)


def _listed(value: Any) -> list[Any]:
    found = _plain(value)
    if found is None or isinstance(found, NullObject):
        return []
    return list(found) if isinstance(found, ArrayObject) else [found]


def unpacked(stream: StreamObject) -> tuple[bytes, dict[Any, Any]]:
    """A stream's data as far as they are unpacked, and entries that tell the rest."""
    data: bytes = stream._data  # noqa: SLF001 - get_data undoes JPEG's neighbours, too
    filters = [_plain(one) for one in _listed(stream.get("/Filter"))]
    told = [_plain(one) for one in _listed(stream.get("/DecodeParms"))]
    told += [NullObject()] * (len(filters) - len(told))
    while filters and filters[0] in UNPACKED:
        how = told[0] if isinstance(told[0], DictionaryObject) else DictionaryObject()
        data = UNPACKED[filters[0]](data, how)
        filters, told = filters[1:], told[1:]
    if not filters:
        return data, {}
    packing: dict[Any, Any] = {NameObject("/Filter"): ArrayObject(filters)}
    if any(isinstance(one, DictionaryObject) for one in told):
        packing[NameObject("/DecodeParms")] = ArrayObject(told)
    return data, packing
