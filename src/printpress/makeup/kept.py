"""Parts of pages kept from one make-up to the next, so that no slot is set twice.

A preview sets the one slot anew that was edited; a batch makes what editions share
once for all of them. A part is taken as it was only where everything that it was made
from reads the same, the places in files included: what is told of it must point at the
right line. That is told by a digest of the house, of its page's layout and furniture,
of its copy, and of the edition as far as mastheads and QR codes show it. Which faces a
part asked for is kept with it: the library tells of them, whether it was made now or
before.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from printpress.content.issue import Issue, PageCopy
from printpress.diagnostics import Diagnostic
from printpress.fonts.library import Library
from printpress.makeup.placed import Placed
from printpress.makeup.story import SetStory

Made = tuple[int, str, str]
"""A page's number, a slot's name (empty: furniture), and the copy it was made from."""

AT_LEAST: Final = 64
"""Parts that are kept however few the last make-up had."""


@dataclass(frozen=True, slots=True)
class Part:
    """A page's furniture, or one of its slots filled."""

    placed: tuple[Placed, ...] = ()
    """What stands there beside stories."""
    done: tuple[SetStory, ...] = ()
    """Its stories, set."""
    found: tuple[Diagnostic, ...] = ()
    """What there is to say about it."""


@dataclass(frozen=True, slots=True)
class _KeptPart:
    part: Part
    faces: frozenset[str]
    """Names of the faces that it asked for."""


class Kept:
    """The parts made so far, by what they were made from; of one set of face files."""

    def __init__(self, makings: int = 1) -> None:
        """Parts are kept for so many make-ups: what was asked for last goes last."""
        self._makings = makings
        self._library: Library | None = None
        self._style: tuple[object, ...] = ()
        self._style_told = b""
        self._grounds: dict[int, bytes] = {}
        self._furniture: dict[int, str] = {}
        self._parts: OrderedDict[bytes, _KeptPart] = OrderedDict()
        self._asked = 0

    def begin(self, issue: Issue, library: Library) -> None:
        """Another make-up begins, with faces from *library*."""
        self._library = library
        most = max(AT_LEAST, self._makings * self._asked)
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
        """The part as it was made before, or made now."""
        assert self._library is not None  # noqa: S101 - told by begin()
        number, slot, copy = made
        copy = copy if slot else self._furniture[number]
        key = self._grounds[number] + _digest(f"{slot}\n{copy}")
        kept = self._parts.get(key)
        if kept is None:
            with self._library.noting() as faces:
                part = make()
            kept = self._parts[key] = _KeptPart(part, frozenset(faces))
        self._parts.move_to_end(key)
        self._asked += 1
        for face in kept.faces:
            self._library.face(face)
        return kept.part


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
