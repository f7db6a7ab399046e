"""The chain: from an issue's YAML to the bytes of a PDF, one call a stage.

::

    issue.yaml ─ spec.load ─► IssueSpec ─ content.edit ─► Issue
        ─ text.compose, makeup.make_up ─► Makeup
        ─ pictures.convert, display.draw ─► DisplayList ─ pdf.write ─► bytes

Stages give their result with their diagnostics, or raise ``PressError`` where there
can be no result.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from printpress import __version__
from printpress.acceptance import advert_findings
from printpress.colour import Ink
from printpress.content.issue import Issue, edit
from printpress.diagnostics import Diagnostic, Severity, has_errors
from printpress.display.draw import draw, picture_name
from printpress.display.ops import DisplayList
from printpress.fonts.library import Library
from printpress.lint.copy import OfStory, lint_copy, of_story
from printpress.lint.pages import lint_pages
from printpress.lint.slips import graded
from printpress.makeup.conservation import lost_copy
from printpress.makeup.pages import make_up
from printpress.makeup.placed import Makeup, PlacedForm, PlacedPicture
from printpress.pictures.packed import PackedPicture
from printpress.pictures.printable import prepare, resolution_findings
from printpress.spec.edition import EditionSpec
from printpress.spec.edition_pages import issue_of
from printpress.spec.issue import IssueSpec
from printpress.supplied.record import SuppliedPage

if TYPE_CHECKING:
    from printpress.pdf import KeptContents, OutputIntent, Picture


@dataclass(frozen=True, slots=True)
class MadeUp:
    """One edition of an issue, made up but not written."""

    issue: Issue
    """Its copy."""
    library: Library
    """The faces it is set in."""
    makeup: Makeup
    """Everything in its place."""
    pages: tuple[DisplayList, ...]
    """The same as draw operations."""
    found: tuple[Diagnostic, ...]
    """What there is to say about it."""

    @property
    def printable(self) -> bool:
        """Whether nothing stops the press."""
        return not has_errors(self.found)


@dataclass(frozen=True, slots=True)
class Laid:
    """One edition of an issue in its place, and nothing asked of it yet."""

    issue: Issue
    """Its copy."""
    library: Library
    """The faces it is set in."""
    makeup: Makeup
    """Everything in its place."""
    in_copy: tuple[Diagnostic, ...]
    """What its copy is told of."""
    in_pages: tuple[Diagnostic, ...]
    """What make-up tells."""


def findings(
    spec: IssueSpec, laid: Laid, asked: OfStory = of_story
) -> tuple[Diagnostic, ...]:
    """All there is to say about an edition that is laid out."""
    issue, makeup, in_pages = laid.issue, laid.makeup, laid.in_pages
    if not any(found.code == "missing-glyph" for found in in_pages):
        in_pages += lost_copy(issue, makeup)
    coarse = resolution_findings(_pictures(makeup), spec.press)
    coarse += advert_findings(issue)
    said = (
        *graded(lint_copy(issue, asked), issue, makeup),
        *lint_pages(issue, makeup),
    )
    told = (one for one in in_pages if not _accepted(issue, one))
    return (*spec.unfilled, *laid.in_copy, *told, *coarse, *said)


def make_edition(spec: IssueSpec, edition: EditionSpec) -> MadeUp:
    """The pages of one edition; writes nothing.

    Raises ``PressError`` where copy or faces are wanting.
    """
    spec = issue_of(spec, edition)
    issue, in_copy = edit(spec, edition)
    library = Library(spec.fonts)
    makeup, in_pages = make_up(issue, library)
    pages = tuple(draw(page, spec.press.bleed, spec.root) for page in makeup.pages)
    found = findings(spec, Laid(issue, library, makeup, in_copy, in_pages))
    return MadeUp(issue, library, makeup, pages, found)


def _accepted(issue: Issue, found: Diagnostic) -> bool:
    """Whether the issue does not want to hear of it; errors are always told."""
    return found.code in issue.accepted and found.severity is not Severity.ERROR


def _pictures(makeup: Makeup) -> Iterator[PlacedPicture]:
    for page in makeup.pages:
        yield from (p for p in page.placed if isinstance(p, PlacedPicture))


def converted_pictures(
    made: MadeUp, root: Path, cache: Path | None
) -> tuple[Mapping[str, PackedPicture], tuple[Diagnostic, ...]]:
    """Every picture at its final size in the press's inks, by its name on the pages."""
    placed = {picture_name(p, root): p for p in _pictures(made.makeup)}
    return prepare(placed, made.issue.press, cache)


def write_pages(  # noqa: PLR0913 - pages, and how they are written
    made: MadeUp,
    pictures: "Mapping[str, Picture]",
    pages: Iterable[DisplayList],
    intent: "OutputIntent | None" = None,
    *,
    seen: Callable[[Ink], tuple[int, int, int]] | None = None,
    kept: "KeptContents | None" = None,
) -> bytes:
    """The PDF file of some of the pages: equal bytes for equal input.

    A proof, or with an *intent* a file to print; a file for screens where it is told
    how inks are *seen* there.
    """
    from printpress.pdf import FileFacts, write

    issue, pages = made.issue, tuple(pages)
    alone = len(pages) == 1 < len(made.pages)
    facts = FileFacts(
        title=f"{issue.title} 第{pages[0].label}版" if alone else issue.title,
        author=issue.house.paper.name,
        made=issue.made,
        creator=f"printpress {__version__}",
        seen=seen,
    )
    drawn: dict[str, Picture | SuppliedPage] = {**pictures}
    for page in made.makeup.pages:
        placed = (p.form for p in page.placed if isinstance(p, PlacedForm))
        drawn |= {form.name: form for form in placed}
    return write(pages, made.library.face, drawn, facts, intent, kept)
