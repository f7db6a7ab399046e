"""Colour spaces, and how much of which ink a colour lays on the paper."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from printpress.preflight.document import Document
from printpress.preflight.objects import Entries, Name, Stream, Value

PROCESS: Final = ("Cyan", "Magenta", "Yellow", "Black")
"""The plates of every press."""

LETTERS: Final = dict(zip(PROCESS, "CMYK", strict=True))
"""How people write them."""

LEAST = 0.005
"""Less ink than this is none: half a per cent."""

NEARLY_BLACK = 0.85
"""What has so much black counts as black (GWG 2022 R0015)."""

DEEPEST = 6
"""Colour spaces within each other."""

SHORT = {
    "G": "DeviceGray",
    "RGB": "DeviceRGB",
    "CMYK": "DeviceCMYK",
    "I": "Indexed",
}
"""Names in inline pictures (ISO 32000-1 table 93)."""

DEVICES = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}
"""Spaces that need no more than their name, and how many numbers they take."""


@dataclass(frozen=True)
class Space:
    """A colour space."""

    family: str
    """Its name: ``DeviceCMYK``, ``ICCBased``."""
    names: tuple[str, ...] = ()
    """The inks of a Separation or DeviceN."""
    base: "Space | None" = None
    """What it falls back on: an alternate, the space of an index."""
    count: int = 0
    """How many numbers a colour has."""
    table: bytes = b""
    """The colours of an index."""
    profile: Value = field(default=None, compare=False)
    """The profile of ICCBased."""

    @cached_property
    def families(self) -> tuple[str, ...]:
        """Its own and those it falls back on."""
        return (self.family, *(self.base.families if self.base else ()))

    @cached_property
    def spots(self) -> tuple[str, ...]:
        """Inks beside the four of the press."""
        own = [name for name in self.names if name not in (*PROCESS, "None", "All")]
        return (*own, *(self.base.spots if self.base and not self.names else ()))


GREY = Space("DeviceGray", count=1)
PATTERN = Space("Pattern")
UNKNOWN = Space("unknown")


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour as it falls on the plates."""

    space: Space
    """Its space."""
    inks: tuple[tuple[str, float], ...]
    """Plates that carry it, each with its coverage from 0 to 1."""
    known: bool = True
    """Whether that can be told from the file alone."""

    @property
    def white(self) -> bool:
        """Whether it leaves the paper bare."""
        return self.known and not self.inks

    @property
    def black_only(self) -> bool:
        """Whether it stands on the black plate alone."""
        return self.known and [name for name, _ in self.inks] == ["Black"]

    @property
    def solid_black(self) -> bool:
        """Whether it is full black and nothing else."""
        return self.black_only and self.inks[0][1] >= 1 - LEAST

    @property
    def words(self) -> str:
        """As people name it: ``C30 K100``."""
        if not self.known:
            return self.space.family
        parts = [
            f"{LETTERS.get(name, name)}{part * 100:.0f}" for name, part in self.inks
        ]
        return " ".join(parts) or "white"


BLACK = Paint(GREY, (("Black", 1.0),))
"""What every page begins with (ISO 32000-1 table 52)."""


class Spaces:
    """Reads a file's colour spaces, each once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[Value, Space] = {}

    def read(self, value: Value, resources: Entries, depth: int = 0) -> Space:
        """The space that a value names or describes."""
        if depth > DEEPEST:
            return UNKNOWN
        found = self._document.follow(value)
        if isinstance(found, Name):
            return self._called(SHORT.get(found, str(found)), resources, depth)
        return self._described(self._document.items(found), resources, depth)

    def _called(self, name: str, resources: Entries, depth: int) -> Space:
        default = self._default(name, resources, depth)
        if default is not None:
            return default
        if name in DEVICES:
            return Space(name, count=DEVICES[name])
        if name == "Pattern":
            return PATTERN
        stated = self._document.entries(resources.get("ColorSpace")).get(name)
        return UNKNOWN if stated is None else self.read(stated, resources, depth + 1)

    def _default(self, name: str, resources: Entries, depth: int) -> Space | None:
        """What a page puts in the place of a device's space (ISO 32000-1 8.6.5.6)."""
        if name not in DEVICES or depth:
            return None
        key = name.replace("Device", "Default")
        stated = self._document.entries(resources.get("ColorSpace")).get(key)
        return None if stated is None else self.read(stated, {}, depth + 1)

    def _described(self, parts: list[Value], resources: Entries, depth: int) -> Space:
        document = self._document
        first, second, third, fourth = [*parts, None, None, None, None][:4]
        family = SHORT.get(document.name(first), document.name(first))
        if family in DEVICES:
            return self._called(family, resources, depth)
        if family == "ICCBased":
            count = int(document.number(document.entries(second).get("N")) or 0)
            return Space(family, count=count, profile=second)
        if family == "Indexed":
            base = self.read(second, resources, depth + 1)
            return Space(family, base=base, count=1, table=self._table(fourth))
        if family in ("Separation", "DeviceN"):
            inks = document.items(second) or [second]
            base = self.read(third, resources, depth + 1)
            names = tuple(document.name(ink) for ink in inks)
            return Space(family, names, base, len(names))
        if family == "Pattern":
            under = self.read(second, resources, depth + 1) if second else None
            return Space(family, base=under)
        return Space(family or "unknown", count=1 if family == "CalGray" else 3)

    def _table(self, value: Value) -> bytes:
        """The colours of an index: a string or a stream."""
        found = self._document.follow(value)
        if isinstance(found, Stream):
            found = self._document.decoded(value)
        return found if isinstance(found, bytes) else b""


def paint(space: Space, numbers: list[float]) -> Paint:
    """A colour of that space on the plates.

    >>> paint(Space("DeviceCMYK", count=4), [0, 0, 0, 1]).words
    'K100'
    """
    if space.family == "Indexed" and space.base:
        return _indexed(space, numbers)
    if space.family in ("Separation", "DeviceN"):
        return Paint(space, _named(space.names, numbers))
    if len(numbers) != space.count:
        return Paint(space, (), known=False)
    if space.count == 4:  # noqa: PLR2004 - inks
        return Paint(space, _named(PROCESS, numbers))
    if space.count == 1:
        return Paint(space, _named(("Black",), [1 - numbers[0]]))
    white = space.family in ("DeviceRGB", "ICCBased") and min(numbers) >= 1 - LEAST
    return Paint(space, (), known=white)


def _named(names: tuple[str, ...], parts: list[float]) -> tuple[tuple[str, float], ...]:
    inks: list[tuple[str, float]] = []
    for name, part in zip(names, parts, strict=False):
        if part < LEAST or name == "None":
            continue
        plates = PROCESS if name == "All" else (name,)
        inks += [(plate, min(part, 1.0)) for plate in plates]
    return tuple(inks)


def _indexed(space: Space, numbers: list[float]) -> Paint:
    base = space.base
    if base is None or not numbers:
        return Paint(space, (), known=False)
    start = int(numbers[0]) * base.count
    raw = space.table[start : start + base.count] if start >= 0 else b""
    found = paint(base, [byte / 255 for byte in raw])
    return Paint(space, found.inks, found.known)
