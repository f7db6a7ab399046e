"""A proof's pages: the print's pages with marks put over and under them.

Every operation of the page stays as it is and where it is; marks are added before and
behind them (:class:`Overlay`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from printpress.display.ops import DisplayList, Op
from printpress.makeup.pages import grid_of
from printpress.pipeline import MadeUp
from printpress.proof.annexe import annexe
from printpress.proof.frames import empty_slots, lattice, outlined
from printpress.proof.lettering import Pen
from printpress.proof.numbers import numbered
from printpress.proof.paper import Paper, Reading, boxes_below, on_paper
from printpress.proof.signoff import Standing
from printpress.proof.stamp import Stamp, stamped, time_of_copy
from printpress.spec.comments import Comment
from printpress.spec.issue import IssueSpec


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked of a proof."""

    stage: str = ""
    """The stage whose stamp it bears; empty for none."""
    paper: Paper = "trim"
    """Its paper."""
    numbers: bool = False
    """Whether lines and paragraphs are numbered."""
    grid: bool = False
    """Whether the grid is drawn under the page."""
    frames: bool = False
    """Whether slots are outlined and named."""

    @property
    def stamped(self) -> bool:
        """Whether pages bear a stamp: those that go from hand to hand do."""
        return bool(self.stage) or self.paper != "trim"


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is added to a page."""

    under: tuple[Op, ...]
    """Drawn before it."""
    over: tuple[Op, ...]
    """Drawn after it."""

    def on(self, page: DisplayList) -> DisplayList:
        """The page with it."""
        return replace(page, ops=(*self.under, *page.ops, *self.over))


@dataclass(frozen=True, slots=True)
class Reader:
    """What is known of an edition beside its pages."""

    spec: IssueSpec
    """The issue as written."""
    contents: Mapping[str, str]
    """The content hash of each page by its label."""
    standings: Sequence[Standing] = ()
    """How pages stand with each stage."""
    comments: Sequence[Comment] = ()
    """Notes on pages."""

    def of(self, page: DisplayList) -> Reading:
        """What is known of one page."""
        here = (one for one in self.comments if one.page in page.page_nos)
        return Reading(
            tuple(one for one in self.standings if one.page == page.label),
            tuple(one for one in here if not one.done),
        )


def proof_pages(
    made: MadeUp, reader: Reader, wishes: Wishes, wanted: Sequence[DisplayList]
) -> tuple[DisplayList, ...]:
    """The pages wanted as they are proofed, and the annexe behind them."""
    pages = tuple(_proofed(made, reader, wishes, page) for page in wanted)
    return (*pages, *_annexe(made, reader, wishes, wanted))


def _proofed(
    made: MadeUp, reader: Reader, wishes: Wishes, page: DisplayList
) -> DisplayList:
    sheet = on_paper(page, wishes.paper)
    return overlay_of(made, reader, wishes, sheet).on(sheet)


def overlay_of(
    made: MadeUp, reader: Reader, wishes: Wishes, page: DisplayList
) -> Overlay:
    """What is added to a page that has its paper."""
    pen = Pen.of(made)
    place = [one.label for one in made.pages].index(page.label)
    copy, set_page = made.issue.pages[place], made.makeup.pages[place]
    grid = grid_of(made.issue.house, spread=page.spread)
    under = tuple(lattice(grid, pen)) if wishes.grid else ()
    over = list(outlined(copy, grid, pen)) if wishes.frames else []
    over += empty_slots(made.issue, copy, grid, pen)
    if wishes.numbers:
        over += numbered(set_page, pen)
    if wishes.stamped:
        stamp = _stamp(made, reader, wishes, page)
        over += stamped(page, grid, stamp, pen)
    if page.sheet:
        over += boxes_below(page, reader.of(page), pen)
    return Overlay(under, tuple(over))


def _stamp(made: MadeUp, reader: Reader, wishes: Wishes, page: DisplayList) -> Stamp:
    issue = made.issue
    edition = issue.edition.town or issue.edition.name
    head = f"{issue.title}　第 {page.label} 版　{edition}"
    time = time_of_copy(reader.spec, page.page_nos)
    said = [f"稿件 {time:%Y-%m-%d %H:%M}"] if time else []
    said.append(f"内容号 {reader.contents[page.label]}")
    said.append(_scale(page))
    return Stamp(wishes.stage, head, "　".join(part for part in said if part))


def _scale(page: DisplayList) -> str:
    """How large the page is on its paper."""
    if page.sheet is None:
        return ""
    if page.sheet.scale == 1000:  # noqa: PLR2004 - all of it
        return "原大 100%"
    return f"缩至 {page.sheet.scale / 10:g}%"


def _annexe(
    made: MadeUp, reader: Reader, wishes: Wishes, wanted: Sequence[DisplayList]
) -> Iterator[DisplayList]:
    """All overset of the pages wanted; notes where the proof is for readers."""
    numbers = {number for page in wanted for number in page.page_nos}
    on_pages = {fit.story for fit in made.makeup.fits if fit.page_no in numbers}
    overset = [story for story in made.makeup.overset if story in on_pages]
    comments: list[Comment] = []
    if wishes.stamped:
        comments = [one for one in reader.comments if one.page in numbers]
    pages = annexe(made, overset, comments, grid_of(made.issue.house))
    yield from (on_paper(page, wishes.paper) for page in pages)
