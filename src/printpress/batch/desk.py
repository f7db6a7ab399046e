"""What editions of one issue share in one worker.

All of it may be dropped at any time, and none of it changes a byte: stories are read
and asked about once, parts of pages made once, display lists drawn once, pictures read
once, files of equal pages written once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from printpress import atomic
from printpress.content.issue import Issue, edit
from printpress.content.stories import read_copy
from printpress.content.story import Story
from printpress.diagnostics import Diagnostic
from printpress.display.draw import draw, picture_name
from printpress.display.ops import DisplayList
from printpress.fonts.face import Face
from printpress.fonts.library import Library
from printpress.lint.copy import of_story
from printpress.makeup.kept import Kept
from printpress.makeup.pages import make_up
from printpress.makeup.placed import Page, PlacedPicture
from printpress.pdf import KeptContents, OutputIntent
from printpress.pictures.packed import PackedPicture
from printpress.pictures.printable import Placed, prepare
from printpress.pipeline import Laid, MadeUp, findings, write_pages
from printpress.proof.content_hash import content_hash
from printpress.spec.edition import EditionSpec
from printpress.spec.issue import IssueSpec
from printpress.spec.story import StoryFile

EDITIONS_KEPT = 4
"""Parts of pages are kept for so many editions: those they share are used again in
each, and what only one has goes first."""

FEW = 3
"""Pages and files kept of each page number: what is shared, and what came last."""

Pictures = Mapping[str, PackedPicture]


@dataclass(frozen=True, slots=True)
class _File:
    """A file of one page."""

    page: DisplayList
    title: tuple[str, object, int]
    contents: bytes
    digest: str


class Desk:
    """The work on one issue in one worker, edition by edition."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._faces: dict[str, Face] = {}
        self._parts = Kept(EDITIONS_KEPT)
        self._copy: dict[str, tuple[StoryFile, tuple[Story, tuple[Diagnostic, ...]]]]
        self._copy = {}
        self._asked: dict[tuple[str, str], tuple[Story, tuple[Diagnostic, ...]]] = {}
        self._drawn: dict[int, list[tuple[Page, DisplayList]]] = {}
        self._numbers: dict[int, list[tuple[Page, str]]] = {}
        self._contents = KeptContents()
        self._files: dict[tuple[int, ...], list[_File]] = {}
        self._pictures: dict[Placed, PackedPicture] = {}
        self._written: dict[str, tuple[Path, tuple[int, int]]] = {}

    def made(self, spec: IssueSpec, edition: EditionSpec) -> MadeUp:
        """The pages of one edition, as ``pipeline.make_edition`` makes them."""
        issue, in_copy = edit(spec, edition, self._read)
        library = Library(spec.fonts, self._faces)
        makeup, in_pages = make_up(issue, library, self._parts)
        bleed = spec.press.bleed
        pages = tuple(self._page(page, bleed, spec.root) for page in makeup.pages)
        laid = Laid(issue, library, makeup, in_copy, in_pages)
        return MadeUp(issue, library, makeup, pages, findings(spec, laid, self._told))

    def _read(self, file: StoryFile) -> tuple[Story, tuple[Diagnostic, ...]]:
        known = self._copy.get(file.id)
        if known is None or known[0] != file:
            known = self._copy[file.id] = file, read_copy(file)
        return known[1]

    def _told(self, issue: Issue, story: Story) -> tuple[Diagnostic, ...]:
        """What is asked of a story, by the edition's register of names."""
        key = story.id, repr(issue.edition.officials)
        known = self._asked.get(key)
        if known is None or known[0] is not story:
            known = self._asked[key] = story, tuple(of_story(issue, story))
        return known[1]

    def _page(self, page: Page, bleed: int, root: Path) -> DisplayList:
        known = self._drawn.setdefault(page.number, [])
        found = next((one for one in known if one[0] == page), None)
        if found is None:
            found = page, draw(page, bleed, root)
        else:
            known.remove(found)
        known.append(found)
        del known[:-FEW]
        return found[1]

    def number(self, page: Page, drawn: DisplayList, root: Path) -> str:
        """What the page shows, as one number."""
        known = self._numbers.setdefault(page.number, [])
        for each in known:
            if each[0] == page:
                known.remove(each)
                break
        else:
            each = page, content_hash(page, drawn, root)
        known.append(each)
        del known[:-FEW]
        return each[1]

    def pictures(
        self, made: MadeUp, cache: Path
    ) -> tuple[Pictures, tuple[Diagnostic, ...]]:
        """Every picture in the press's inks; those of the last edition stay at hand."""
        placed = {
            picture_name(p, self.root): p
            for page in made.makeup.pages
            for p in page.placed
            if isinstance(p, PlacedPicture)
        }
        wanted = {n: p for n, p in placed.items() if p not in self._pictures}
        converted, found = prepare(wanted, made.issue.press, cache)
        at_hand = {
            name: converted.get(name) or self._pictures[p] for name, p in placed.items()
        }
        troubled = bool(found)  # then it is to be told of every edition
        self._pictures = (
            {} if troubled else {placed[n]: one for n, one in at_hand.items()}
        )
        return at_hand, found

    def write(
        self,
        made: MadeUp,
        pictures: Pictures,
        pages: tuple[DisplayList, ...],
        intent: OutputIntent | None,
    ) -> tuple[bytes, str]:
        """A file's bytes and digest; a page that another edition has is not written."""
        alone = len(pages) == 1 < len(made.pages)
        if not alone:
            whole = write_pages(made, pictures, pages, intent, kept=self._contents)
            return whole, sha256(whole).hexdigest()
        issue, page = made.issue, pages[0]
        title = (issue.title, issue.made, hash(intent))
        known = self._files.setdefault(page.page_nos, [])
        for each in known:
            if each.title == title and each.page == page:
                known.remove(each)
                break
        else:
            one = write_pages(made, pictures, pages, intent, kept=self._contents)
            each = _File(page, title, one, sha256(one).hexdigest())
        known.append(each)
        del known[:-FEW]
        return each.contents, each.digest

    def put(self, path: Path, contents: bytes, digest: str) -> None:
        """Write a file; the same bytes already written here get one more name.

        Nothing waits for the disk: what a power cut leaves is found by its digest.
        """
        known = self._written.get(digest)
        if known and _seen(known[0]) == known[1] and atomic.link(known[0], path):
            return
        atomic.write_bytes(path, contents, durable=False)
        seen = _seen(path)
        if seen is not None:
            self._written[digest] = path, seen
            while len(self._written) > 64:  # noqa: PLR2004 - a few editions' files
                del self._written[next(iter(self._written))]


def _seen(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns
