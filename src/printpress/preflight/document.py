"""A PDF file as the checks see it: its objects, its pages, what it says of itself.

Takes bytes; trusts nothing that wrote them. Boxes are in points as the file has them;
places told to people are EMU from the trim's top left corner, as in every stage.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from math import isfinite

from printpress.preflight.objects import (
    Entries,
    Name,
    Ref,
    Stream,
    Unreadable,
    Value,
    text_of,
)
from printpress.preflight.page import FARTHEST, Box, Page
from printpress.preflight.reading import Source

INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
"""What pages take over from the branches they hang on (ISO 32000-1 7.7.3.4)."""

MOST_PAGES = 2000
"""No newspaper has more; a tree of more is damaged."""

LONGEST_CHAIN = 20
"""References that lead to references; more go in a ring."""


@dataclass
class Document:
    """A file that was opened."""

    contents: bytes
    """The file."""
    source: Source
    """Its objects."""
    troubles: list[str] = field(default_factory=list)
    """Parts that could not be read, found while reading others."""

    @classmethod
    def opened(cls, contents: bytes) -> "Document":
        """The file's objects; raises :class:`Unreadable`."""
        return cls(contents, Source(contents))

    def follow(self, value: Value) -> Value:
        """The value itself where a reference stands for it; None where it is lost."""
        for _ in range(LONGEST_CHAIN):
            if not isinstance(value, Ref):
                return value
            ref = value
            try:
                value = self.source.get(ref)
            except Unreadable as trouble:
                self.trouble(f"{ref.number} {ref.generation} R: {trouble}")
                return None
        return None

    def trouble(self, words: str) -> None:
        """Note a part that cannot be read, once."""
        if words not in self.troubles:
            self.troubles.append(words)

    def entries(self, value: Value) -> Entries:
        """The value as a dictionary; that of a stream; empty for anything else."""
        found = self.follow(value)
        if isinstance(found, Stream):
            return found.entries
        return found if isinstance(found, dict) else {}

    def items(self, value: Value) -> list[Value]:
        """The value as a list; empty for anything else."""
        found = self.follow(value)
        return found if isinstance(found, list) else []

    def number(self, value: Value) -> float | None:
        """The value as a number."""
        found = self.follow(value)
        if isinstance(found, bool) or not isinstance(found, int | float):
            return None
        return float(found) if abs(found) < 1e12 and isfinite(found) else None  # noqa: PLR2004 - none is larger

    def numbers(self, value: Value) -> list[float]:
        """The numbers of a list."""
        found = (self.number(one) for one in self.items(value))
        return [number for number in found if number is not None]

    def name(self, value: Value) -> str:
        """The value as a name; empty for anything else."""
        found = self.follow(value)
        return str(found) if isinstance(found, Name) else ""

    def text(self, value: Value) -> str | None:
        """The value as text."""
        found = self.follow(value)
        return text_of(found) if isinstance(found, bytes) else None

    def decoded(self, value: Value) -> bytes | None:
        """A stream's data; None where there are none, or they cannot be read."""
        found = self.follow(value)
        if not isinstance(found, Stream):
            return None
        try:
            return found.decoded
        except Unreadable as trouble:
            where = f"{value.number} R: " if isinstance(value, Ref) else ""
            self.trouble(f"{where}{trouble}")
            return None

    @cached_property
    def catalogue(self) -> Entries:
        """What the trailer calls Root."""
        return self.entries(self.source.trailer.get("Root"))

    @cached_property
    def info(self) -> Entries:
        """The document information dictionary."""
        return self.entries(self.source.trailer.get("Info"))

    @cached_property
    def version(self) -> tuple[int, int]:
        """Of the header, or of the catalogue if that is later; (0, 0): unknown."""
        head = re.search(rb"%PDF-(\d)\.(\d)", self.contents[:1024])
        versions = [(int(head[1]), int(head[2]))] if head else [(0, 0)]
        said = re.fullmatch(r"(\d)\.(\d)", self.name(self.catalogue.get("Version")))
        if said:
            versions.append((int(said[1]), int(said[2])))
        return max(versions)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages in order."""
        found: list[Page] = []
        self._gather(self.catalogue.get("Pages"), {}, found, set())
        return tuple(found)

    def _gather(
        self, value: Value, inherited: Entries, found: list[Page], seen: set[Ref]
    ) -> None:
        branches = [(value, inherited)]
        while branches and len(found) < MOST_PAGES:
            value, inherited = branches.pop()
            if isinstance(value, Ref):
                if value in seen:
                    self.trouble(f"{value.number} R: a page hangs twice in the tree")
                    continue
                seen.add(value)
            entries = self.entries(value)
            if not entries:
                continue
            own = {**inherited, **{k: v for k, v in entries.items() if k in INHERITED}}
            kids = self.items(entries.get("Kids"))
            if kids or self.name(entries.get("Type")) == "Pages":
                branches += [(kid, own) for kid in reversed(kids)]
            else:
                found.append(self._page(len(found) + 1, {**own, **entries}))

    def _page(self, number: int, entries: Entries) -> Page:
        names = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")
        boxes = {name: self.box(entries.get(name)) for name in names}
        return Page(number, entries, {k: box for k, box in boxes.items() if box})

    def box(self, value: Value) -> Box | None:
        """A rectangle with its corners in order; None where it is none."""
        edges = self.numbers(value)
        if len(edges) != 4 or any(abs(edge) > FARTHEST for edge in edges):  # noqa: PLR2004 - four edges
            return None
        x0, x1 = sorted(edges[::2])
        y0, y1 = sorted(edges[1::2])
        return (x0, y0, x1, y1) if x1 > x0 and y1 > y0 else None

    def content(self, page: Page) -> bytes:
        """A page's content streams as one (ISO 32000-1 7.8.2)."""
        value = page.entries.get("Contents")
        parts = self.items(value) or [value]
        return b"\n".join(self.decoded(part) or b"" for part in parts)

    @cached_property
    def things(self) -> "tuple[Thing, ...]":
        """Every dictionary that can be reached, those of pages first, each once."""
        seen: set[Ref] = set()
        found: list[Thing] = []
        for page in self.pages:
            entries = {k: v for k, v in page.entries.items() if k != "Parent"}
            self._walk(Thing(None, entries, None, page.number, ("", "")), seen, found)
        catalogue = Thing(None, self.catalogue, None, None, ("", ""))
        self._walk(catalogue, seen, found)
        return tuple(found)

    def _walk(self, start: "Thing", seen: set[Ref], found: "list[Thing]") -> None:
        page = start.page
        waiting: list[tuple[Value, Ref | None, tuple[str, str]]] = []
        found.append(start)
        waiting += _inner(start.entries, None, "")
        while waiting:
            value, ref, keys = waiting.pop()
            if isinstance(value, Ref):
                if value in seen:
                    continue
                seen.add(value)
                ref, value = value, self.follow(value)
            if isinstance(value, list):
                waiting += [(one, ref, keys) for one in reversed(value)]
                continue
            stream = value if isinstance(value, Stream) else None
            entries = stream.entries if stream else value
            if not isinstance(entries, dict):
                continue
            if self.name(entries.get("Type")) == "Page":
                continue
            found.append(Thing(ref, entries, stream, page, keys))
            waiting += _inner(entries, ref, keys[1])


@dataclass(frozen=True, slots=True)
class Thing:
    """A dictionary of the file, and the way it was reached."""

    ref: Ref | None
    """The object it is, or stands in."""
    entries: Entries
    """What it holds."""
    stream: Stream | None
    """Its data, where it is a stream."""
    page: int | None
    """The first page that leads to it."""
    keys: tuple[str, str]
    """The last two keys on that way."""

    @property
    def label(self) -> str:
        """How it is named to people."""
        return f"{self.ref.number} {self.ref.generation} R" if self.ref else ""


def _inner(
    entries: Entries, ref: Ref | None, key: str
) -> list[tuple[Value, Ref | None, tuple[str, str]]]:
    """Values in the order in which a stack gives them back."""
    return [
        (value, ref, (key, own))
        for own, value in reversed(entries.items())
        if own != "Parent"
    ]
