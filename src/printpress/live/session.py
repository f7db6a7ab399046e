"""One issue made again and again: only what changed, the pictures before the questions.

Between two makings are kept: the trees of YAML files (:mod:`printpress.spec.source`),
the faces, the filled slots (:mod:`printpress.makeup.kept`), converted pictures by their
file's date, and page pictures by what is drawn on the page.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from printpress import spec
from printpress.content.issue import Issue, edit
from printpress.diagnostics import Diagnostic, PressError, in_order
from printpress.display.draw import draw, picture_name
from printpress.display.ops import DisplayList
from printpress.fonts.library import Library
from printpress.live.board import PageShown, Shown
from printpress.live.changes import changed_part, only
from printpress.live.drawing import SCREEN_PPI, Raster, patched, raster
from printpress.live.overlay import overlay
from printpress.makeup.kept import Kept
from printpress.makeup.pages import make_up
from printpress.makeup.placed import Makeup, Page, PlacedPicture
from printpress.pictures.packed import PackedPicture
from printpress.pictures.printable import prepare
from printpress.pipeline import Laid, MadeUp, findings, write_pages
from printpress.spec.edition_pages import issue_of
from printpress.spec.issue import IssueSpec

Stamp = tuple[str, int, int]
"""A file, its date and size."""

Stamps = tuple[Stamp, ...]

Publish = Callable[[Shown], None]
"""Shows watchers something else."""

RASTERS_KEPT = 8
"""Pages whose pixels are kept, those changed last: 9 MB each."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A page with its picture."""

    page: Page
    """What stands on it."""
    stamps: Stamps
    """Dates of the picture files on it."""
    raster: Raster | None
    """Its pixels, as long as it is likely to be changed again."""
    small: bytes
    """Its picture at half of the screen's resolution: whole pages need no more."""
    shown: PageShown
    """What watchers know of it."""


@dataclass(frozen=True, slots=True)
class Made:
    """The last good make-up."""

    spec: IssueSpec
    """What people wrote."""
    laid: Laid
    """Everything in its place."""

    @property
    def title(self) -> str:
        """Paper, date and number."""
        return self.laid.issue.title


def _stamp(path: Path) -> Stamp:
    """What changes with a file's contents; zeros where there is no such file."""
    try:
        facts = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), facts.st_mtime_ns, facts.st_size


class Session:
    """Makes one edition of an issue, as often as it is asked; in one thread only."""

    def __init__(
        self, file: Path, edition: str | None = None, press: str | None = None
    ) -> None:
        self.file = file
        """The issue's file, or its folder."""
        self.made: Made | None = None
        """The last good make-up."""
        self.shown = Shown()
        """What watchers see."""
        self._edition, self._press = edition, press
        self._faces: object = None
        self._library: Library | None = None
        self._kept = Kept()
        self._converted: dict[object, PackedPicture] = {}
        self._drawn: dict[str, _Drawn] = {}
        self._recent: tuple[str, ...] = ()

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where files lie whose change changes pages."""
        folder = self.file if self.file.is_dir() else self.file.parent
        made = self.made
        if made is None:
            try:
                root = spec.root_of(folder)
            except PressError:
                return (folder,)
            wanted = [folder]
        else:
            root, folder = made.spec.root, made.spec.folder
            wanted = [folder, *(path.parent for path in _files(made.laid))]
        wanted += [root / "layouts", root / "fonts"]
        there = sorted({path for path in wanted if path.is_dir()})
        return tuple(
            path for path in there if not any(other in path.parents for other in there)
        )

    def make(self, publish: Publish) -> None:
        """Make the pages, tell watchers of those that changed, then what is wrong.

        Where they cannot be made, watchers are told why and keep the last good ones.
        """
        try:
            made, found = self._lay_out()
            self._draw_pages(made, publish)
        except PressError as trouble:
            told = in_order(trouble.diagnostics)
            self._show(publish, trouble=told)
            return
        # Lines may have moved in files though no page did: overlays are new, too.
        self.made = made
        turn = self.shown.turn + 1
        self._show(publish, pages=self._pages_of(made), title=made.title, made=turn)
        told = in_order((*found, *findings(made.spec, made.laid)))
        fits = made.laid.makeup.fits
        asked = self.shown.turn + 1
        self._show(publish, findings=told, fits=fits, trouble=(), asked=asked)

    def _show(self, publish: Publish, **changes: Any) -> None:
        self.shown = replace(self.shown, turn=self.shown.turn + 1, **changes)
        publish(self.shown)

    def _lay_out(self) -> tuple[Made, tuple[Diagnostic, ...]]:
        issue, found = spec.load(self.file, press=self._press, edition=self._edition)
        issue = issue_of(issue, issue.editions[0])
        copy, in_copy = edit(issue, issue.editions[0])
        library = self._library_of(copy)
        makeup, in_pages = make_up(copy, library, self._kept)
        return Made(issue, Laid(copy, library, makeup, in_copy, in_pages)), found

    def _library_of(self, copy: Issue) -> Library:
        """The faces, opened anew only where their files have changed."""
        files = (face.file for face in copy.fonts.faces.values())
        faces = repr(copy.fonts), *map(_stamp, files)
        if self._library is None or faces != self._faces:
            self._library, self._faces = Library(copy.fonts), faces
            self._kept, self._drawn = Kept(), {}
        return self._library

    def _draw_pages(self, made: Made, publish: Publish) -> None:
        """Draw the pages that changed, and show each as soon as it is drawn."""
        before, now = self._drawn, dict[str, _Drawn]()
        makeup = made.laid.makeup
        self._drop_pictures(makeup)
        for page in makeup.pages:
            label = _label(page)
            old = before.get(label)
            stamps = tuple(_stamp(picture.path) for picture in _pictures((page,)))
            if old and old.page == page and old.stamps == stamps:
                now[label] = old
                continue
            now[label] = self._draw(made, page, stamps)
            self._drawn = {**before, **now}
            self._show(publish, pages=self._pages_of(made), title=made.title)
        drawn = (label for label in now if now[label] is not before.get(label))
        self._recent = tuple(dict.fromkeys((*drawn, *self._recent)))[:RASTERS_KEPT]
        for label in now.keys() - set(self._recent):
            now[label] = replace(now[label], raster=None)
        self._drawn = now

    def _pages_of(self, made: Made) -> tuple[PageShown, ...]:
        labels = map(_label, made.laid.makeup.pages)
        return tuple(self._drawn[at].shown for at in labels if at in self._drawn)

    def _draw(self, made: Made, page: Page, stamps: Stamps) -> _Drawn:
        old = self._drawn.get(_label(page))
        part = changed_part(old.page, page) if old and old.stamps == stamps else None
        if old and part is not None and old.raster is not None:
            pdf, drawn = self._written(made, only(page, part))
            image = patched(old.raster, pdf, drawn, part)
        else:
            pdf, drawn = self._written(made, page)
            image = raster(pdf, drawn)
        small = image.jpeg(reduced=2)
        shown = PageShown(
            label=_label(page),
            numbers=page.numbers,
            width=page.trim.width,
            height=page.trim.height,
            picture=image.name,
        )
        return _Drawn(page, stamps, image, small, shown)

    def _written(self, made: Made, page: Page) -> tuple[bytes, DisplayList]:
        """A file of what stands on the page, and that as draw operations."""
        issue, laid = made.spec, made.laid
        drawn = draw(page, issue.press.bleed, issue.root)
        pictures = {
            picture_name(placed, issue.root): self._convert(made, placed)
            for placed in _pictures((page,))
        }
        whole = MadeUp(laid.issue, laid.library, laid.makeup, (drawn,), ())
        return write_pages(whole, pictures, (drawn,)), drawn

    def _convert(self, made: Made, placed: PlacedPicture) -> PackedPicture:
        """The picture at the screen's resolution: a fifth of the print's pixels."""
        key = _picture_key(placed)
        if key not in self._converted:
            press = made.spec.press
            press = replace(press, target_ppi=SCREEN_PPI, line_art_ppi=SCREEN_PPI)
            done, _ = prepare({"": placed}, press, None)
            self._converted[key] = done[""]
        return self._converted[key]

    def _drop_pictures(self, makeup: Makeup) -> None:
        """Let go of converted pictures that no page has any more."""
        wanted = {_picture_key(placed) for placed in _pictures(makeup.pages)}
        for key in self._converted.keys() - wanted:
            del self._converted[key]

    def small(self, name: str) -> bytes | None:
        """The page picture of that name with few pixels, or None."""
        drawn = self._named(name)
        return drawn.small if drawn else None

    def picture(self, name: str, ppi: int = SCREEN_PPI) -> bytes | None:
        """The same with so many pixels per inch; only in the session's thread."""
        drawn = self._named(name)
        if drawn is None or self.made is None:
            return None
        if drawn.raster is not None and ppi == SCREEN_PPI:
            return drawn.raster.jpeg()
        pdf, page = self._written(self.made, drawn.page)
        return raster(pdf, page, ppi).jpeg()

    def _named(self, name: str) -> _Drawn | None:
        every = tuple(self._drawn.values())
        return next((drawn for drawn in every if drawn.shown.picture == name), None)

    def overlay(self, label: str) -> dict[str, object] | None:
        """What lies where on a page, and where it is written; None: no such page."""
        made = self.made
        if made is None:
            return None
        pages = zip(made.laid.issue.pages, made.laid.makeup.pages, strict=True)
        for copy, page in pages:
            if _label(page) == label:
                return overlay(made.spec, made.laid, copy, page)
        return None


def _label(page: Page) -> str:
    """What a page is called: its number, or both of a spread."""
    return "-".join(map(str, page.numbers))


def _pictures(pages: tuple[Page, ...]) -> Iterator[PlacedPicture]:
    for page in pages:
        yield from (p for p in page.placed if isinstance(p, PlacedPicture))


def _files(laid: Laid) -> Iterator[Path]:
    """Pictures, drawings and supplied pages that stand on the pages."""
    yield from (picture.path for picture in _pictures(laid.makeup.pages))
    yield from laid.issue.art
    for page in laid.issue.pages:
        yield from (advert.spec.file for advert in page.adverts.values())


def _picture_key(placed: PlacedPicture) -> object:
    rect = placed.rect
    across, down = placed.focus
    frame = (rect.width, rect.height, across, down, placed.k_only, placed.bilevel)
    return frame, _stamp(placed.path)
