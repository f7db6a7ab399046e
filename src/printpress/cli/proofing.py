"""``printpress proof``: reading copies."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from printpress.cli.issues import (
    EDITION,
    ISSUES,
    PRESS,
    output_folder,
    picture_cache,
    say_fits,
    wanted,
    with_each,
)
from printpress.cli.voice import Voice, speaking
from printpress.cli.writing import wrote
from printpress.diagnostics import Both, has_errors
from printpress.stages import LOG, REVIEWS

if TYPE_CHECKING:
    from printpress.display.ops import DisplayList
    from printpress.proof.marked import Reader
    from printpress.proof.record import Record

STAGES = REVIEWS[REVIEWS.index("一校") :]
"""The stages that proofs are pulled for."""

WIDTHS = ("1080", "1440")


@click.command()
@ISSUES
@EDITION
@PRESS
@click.option(
    "--stage", type=click.Choice(STAGES), help="Stamp the pages: which proof it is."
)
@click.option(
    "--paper",
    type=click.Choice(["a3", "a4", "trim"]),
    help="Paper of the proof: a3 with a stage, else the page's own (trim).",
)
@click.option(
    "--numbers/--no-numbers",
    default=None,
    help="Numbers of lines and paragraphs; those of a stage have them.",
)
@click.option("--grid", is_flag=True, help="Draw columns and baselines of the grid.")
@click.option("--frames", is_flag=True, help="Outline and name slots and stories.")
@click.option("--screen", is_flag=True, help="Also screen.pdf in RGB, a JPEG a page.")
@click.option(
    "--width",
    type=click.Choice(WIDTHS),
    default=WIDTHS[0],
    show_default=True,
    help="Pixels across the JPEG pages.",
)
@speaking
def proof(
    voice: Voice,
    issues: tuple[str, ...],
    editions: tuple[str, ...],
    press: str | None,
    *,
    stage: str | None,
    paper: Any,
    numbers: bool | None,
    grid: bool,
    frames: bool,
    screen: bool,
    width: str,
) -> bool:
    """Reading copies: proof.pdf, proof.html and a PNG a page, also with errors."""
    from printpress.pipeline import converted_pictures, make_edition, write_pages
    from printpress.proof.marked import Wishes, proof_pages
    from printpress.proof.record import CLEAN, FILE, record_of, to_json
    from printpress.proof.sheet import sheet

    paper = paper or ("a3" if stage else "trim")
    for_readers = bool(stage) or paper != "trim"
    numbers = for_readers if numbers is None else numbers
    wishes = Wishes(stage or "", paper, numbers, grid, frames)

    def pull(issue: Any, edition: Any, page: int | None) -> bool:
        made = make_edition(issue, edition)
        pictures, found = converted_pictures(made, issue.root, picture_cache(issue))
        folder = output_folder(issue, edition)
        record = record_of(made, edition.name)
        reader, heard = _reader(issue, edition, record)
        found = (*made.found, *found, *heard)
        voice.report(found)
        say_fits(voice, made, page)
        pages = [p for p in made.pages if wanted(page, p.page_nos)]
        proofed = proof_pages(made, reader, wishes, pages)
        pdf = write_pages(made, pictures, proofed)
        suffix = "" if page is None else f"-{page}"
        wrote(voice, folder / f"proof{suffix}.pdf", pdf)
        # Pictures with readers' marks leave those of the pages alone.
        called = f"{stage or 'proof'}-" if wishes != Wishes() else ""
        drawn = _drawn(voice, folder, proofed[: len(pages)], pdf, called)
        told = sheet(made, reader, found, drawn, wishes.stage)
        wrote(voice, folder / f"proof{suffix}.html", told.encode())
        if page is None:
            if proofed[: len(pages)] != made.pages:  # readers' marks are no change
                pdf = write_pages(made, pictures, made.pages)
                wrote(voice, folder / CLEAN, pdf)
            record = replace(record, pdf=sha256(pdf).hexdigest())
            wrote(voice, folder / FILE, to_json(record))
        if screen:
            _screen(voice, folder, made, pages, (suffix, int(width)))
        return not has_errors(found)

    return with_each(voice, issues, pull, editions=editions, press=press)


def _reader(
    issue: Any, edition: Any, record: "Record"
) -> "tuple[Reader, tuple[Any, ...]]":
    """What is known of the edition beside its pages."""
    from printpress.proof.marked import Reader
    from printpress.proof.signoff import read_log, stages_in_use, standings
    from printpress.spec.comments_form import read_comments

    contents = record.contents
    signatures, torn = read_log(issue.folder / LOG)
    comments, unreadable = read_comments(issue.folder)
    stages = stages_in_use(issue.house.review, signatures)
    stands = tuple(standings(signatures, edition.name, contents, stages))
    return Reader(issue, contents, stands, comments), (*torn, *unreadable)


def _drawn(
    voice: Voice,
    folder: Path,
    pages: "Sequence[DisplayList]",
    pdf: bytes,
    called: str,
) -> dict[str, bytes]:
    """Pictures of the pages, written as PNG and given as small JPEG for the sheet."""
    from printpress.proof.pictures import drawn_pages

    scales = [page.sheet.scale if page.sheet else 1000 for page in pages]
    drawing = voice.tracked(
        drawn_pages(pdf, scales), len(pages), Both("pages drawn", "已绘版面")
    )
    small: dict[str, bytes] = {}
    for page, picture in zip(pages, drawing, strict=True):
        wrote(voice, folder / f"{called}page-{page.label}.png", picture.png)
        small[page.label] = picture.small
    return small


def _screen(
    voice: Voice,
    folder: Path,
    made: Any,
    pages: "Sequence[DisplayList]",
    named: tuple[str, int],
) -> None:
    """The file and the JPEG pages for screens."""
    from printpress.proof.screen import screen_file, screen_pages

    suffix, width = named
    pdf = screen_file(made, pages)
    wrote(voice, folder / f"screen{suffix}.pdf", pdf)
    for page, jpeg in zip(pages, screen_pages(pdf, width), strict=True):
        wrote(voice, folder / f"screen-{page.label}.jpg", jpeg)
