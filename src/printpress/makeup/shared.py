"""Parts of pages that editions of one issue share, made once for all of them.

What a part is made from is told by a digest of all of it: the house, its page's layout
and furniture, its copy, and of the edition what mastheads and QR codes show. Parts
belong to one run, in which no file changes. Which faces a part asked for is kept with
it: the manifest tells of them, whether it was made now or before.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from printpress.content.issue import Issue, PageCopy
from printpress.fonts.library import Library
from printpress.makeup.kept import Kept, Made, Part

ISSUES_KEPT: Final = 4
"""Parts are kept for so many editions: those they share are used again in each, and
what only one has goes first."""


@dataclass(frozen=True, slots=True)
class _Shared:
    part: Part
    faces: frozenset[str]
    """Names of the faces that it asked for."""


class SharedParts(Kept):
    """The parts of the editions made so far, by what they were made from."""

    def __init__(self) -> None:
        super().__init__()
        self._library: Library | None = None
        self._style: tuple[object, ...] = ()
        self._style_told = b""
        self._grounds: dict[int, bytes] = {}
        self._furniture: dict[int, str] = {}
        self._parts: OrderedDict[bytes, _Shared] = OrderedDict()
        self._asked = 0

    def of(self, library: Library) -> "SharedParts":
        """The same for an edition whose faces come from *library*."""
        self._library = library
        return self

    def begin(self, issue: Issue) -> None:
        """Another edition of the issue begins."""
        most = max(64, ISSUES_KEPT * self._asked)
        while len(self._parts) > most:
            self._parts.popitem(last=False)
        self._asked = 0
        style = (issue.house, issue.press, issue.fonts)
        if not (self._style and all(map(_same, style, self._style))):
            self._style, self._style_told = style, _digest(repr(style))
        told = self._style_told + _digest(repr(_of_all_pages(issue)))
        ways = repr([(p.numbers, p.layout) for p in issue.pages]) if issue.jumps else ""
        self._grounds, self._furniture = {}, {}
        for page in issue.pages:
            own = f"{_of_page(issue, page)} {ways}"
            self._grounds[page.number] = told + _digest(own)
            self._furniture[page.number] = _of_furniture(issue, page)

    def part(self, made: Made, make: Callable[[], Part]) -> Part:
        """The part as another edition has it, or made now."""
        assert self._library is not None  # noqa: S101 - told by of()
        number, slot, copy = made
        copy = copy if slot else self._furniture[number]
        key = self._grounds[number] + _digest(f"{slot}\n{copy}")
        shared = self._parts.get(key)
        if shared is None:
            with self._library.noting() as faces:
                part = make()
            shared = self._parts[key] = _Shared(part, frozenset(faces))
        self._parts.move_to_end(key)
        self._asked += 1
        for face in shared.faces:
            self._library.face(face)
        return shared.part


def _same(one: object, other: object) -> bool:
    return one is other


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()


def _of_all_pages(issue: Issue) -> tuple[object, ...]:
    dated = (issue.date, issue.number, issue.total, issue.closed, issue.title)
    return (*dated, issue.day, issue.weather, issue.page_count, issue.accepted)


def _of_page(issue: Issue, page: PageCopy) -> str:
    """What all parts of a page depend on, but for their copy and its edition."""
    pins = {k: v for k, v in issue.pins.items() if int(k.split(".")[0]) in page.numbers}
    forms = [hash(advert.form) for advert in page.adverts.values()]
    told = (page.layout, page.section, page.credits, page.adverts, forms, page.codes)
    return repr((page.numbers, told, page.span, page.places, pins))


def _of_furniture(issue: Issue, page: PageCopy) -> str:
    furniture = page.layout.furniture
    told = []
    if furniture.masthead:
        told += [repr(issue.edition), repr(issue.art)]
    if furniture.qr:
        told += [repr(issue.edition), repr(issue.qr)]
    return " ".join(told)
