"""``printpress proof``: reading copies."""

from hashlib import sha256
from typing import Any

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


@click.command()
@ISSUES
@EDITION
@PRESS
@speaking
def proof(
    voice: Voice, issues: tuple[str, ...], editions: tuple[str, ...], press: str | None
) -> bool:
    """Reading copies: proof.pdf and one PNG a page, also of pages with errors."""
    from printpress.pipeline import converted_pictures, make_edition, write_pages
    from printpress.proof import page_pictures
    from printpress.proof.record import FILE, kept

    def pull(issue: Any, edition: Any, page: int | None) -> bool:
        made = make_edition(issue, edition)
        pictures, found = converted_pictures(made, issue.root, picture_cache(issue))
        voice.report((*made.found, *found))
        say_fits(voice, made, page)
        pages = [p for p in made.pages if wanted(page, p.page_nos)]
        pdf = write_pages(made, pictures, pages)
        folder = output_folder(issue, edition)
        suffix = "" if page is None else f"-{page}"
        wrote(voice, folder / f"proof{suffix}.pdf", pdf)
        drawing = voice.tracked(
            page_pictures(pdf), len(pages), Both("pages drawn", "已绘版面")
        )
        for drawn, png in zip(pages, drawing, strict=True):
            wrote(voice, folder / f"page-{drawn.label}.png", png)
        if page is None:
            record = kept(made, edition.name, sha256(pdf).hexdigest())
            wrote(voice, folder / FILE, record)
        return not has_errors((*made.found, *found))

    return with_each(voice, issues, pull, editions=editions, press=press)
