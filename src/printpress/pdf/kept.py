"""Contents of pages kept from one file to the next, where only codes are others.

A file gives out codes and names of fonts in the order in which its pages ask for them
(:mod:`.fonts`), so the same page has others in every file. It is written once with
marks in their places, and then the marks are replaced: the outcome is what
:class:`~printpress.pdf.content.PageContent` writes, byte for byte.
"""

import re
from collections.abc import Callable
from typing import Final

from printpress.display.ops import DisplayList
from printpress.fonts.face import Face
from printpress.pdf.content import PageContent
from printpress.pdf.fonts import FontUse

FIRST_MARK: Final = 0xE000
"""Marks are characters from here on: no operator holds any, and none is a surrogate."""

_MARKS: Final = re.compile(f"([{chr(FIRST_MARK)}-\U0010ffff]+)")

KEPT_OF_A_PAGE: Final = 3
"""Contents kept of each page number: what editions share, and what came last."""


class _Marks:
    """Marks given out on one page."""

    def __init__(self) -> None:
        self.number = 0

    def next(self) -> str:
        self.number += 1
        return chr(FIRST_MARK + self.number - 1)


class _MarkedUse(FontUse):
    """A face's codes on one page, with marks in place of what files write."""

    def __init__(self, face: Face, marks: _Marks) -> None:
        super().__init__(face, marks.next())
        self._marks = marks

    def code(self, gid: int, text: str) -> int:
        code = super().code(gid, text)
        if code == len(self.hexes) - 1 and len(self.hexes[code]) > 1:
            self.hexes[code] = self._marks.next()
        return code


class RecordedPage:
    """One page's operators, ready for any file."""

    def __init__(self, page: DisplayList, face: Callable[[str], Face]) -> None:
        marks = _Marks()
        self._uses: dict[str, _MarkedUse] = {}

        def use(name: str) -> FontUse:
            if name not in self._uses:
                self._uses[name] = _MarkedUse(face(name), marks)
            return self._uses[name]

        content = PageContent(page, use)
        self.page = page
        """What it shows."""
        self.images, self.forms, self.spots = (
            content.images,
            content.forms,
            content.spots,
        )
        self._parts = _MARKS.split(content.text)

    def written(self, font: Callable[[str], FontUse]) -> bytes:
        """The content stream in a file that gives out codes by *font*."""
        told: dict[str, str] = {}
        for name, marked in self._uses.items():
            use = font(name)
            told[marked.resource] = use.resource
            for (gid, text), local in marked.codes.items():
                code = use.code(gid, text)
                if local in marked.hung:
                    use.code_down(gid, text)
                told[marked.hexes[local]] = use.hexes[code]
        parts, code_of = self._parts.copy(), told.__getitem__
        parts[1::2] = ["".join(map(code_of, run)) for run in parts[1::2]]
        return "".join(parts).encode("ascii")


class KeptContents:
    """Recorded pages, a few of each number."""

    def __init__(self) -> None:
        self._pages: dict[tuple[int, ...], list[RecordedPage]] = {}

    def of(self, page: DisplayList, face: Callable[[str], Face]) -> RecordedPage:
        """The page's operators, as they were or recorded now."""
        known = self._pages.setdefault(page.page_nos, [])
        for each in known:
            if each.page == page:
                known.remove(each)
                break
        else:
            each = RecordedPage(page, face)
        known.append(each)
        del known[:-KEPT_OF_A_PAGE]
        return each
