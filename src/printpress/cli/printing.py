"""``printpress print``: the files for the print shop."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from printpress.cli.issues import (
    EDITION,
    ISSUES,
    PRESS,
    output_folder,
    picture_cache,
    with_each,
)
from printpress.cli.press_report import EXIT_PREFLIGHT, preflighted
from printpress.cli.voice import Voice, speaking
from printpress.cli.writing import shown_path, wrote
from printpress.diagnostics import has_errors

if TYPE_CHECKING:
    from printpress.shop.files import ShopFile, Versions


@click.command("print")
@ISSUES
@EDITION
@PRESS
@click.option(
    "--no-preflight",
    is_flag=True,
    help="Do not check the finished file.",
)
@click.option(
    "--resend",
    multiple=True,
    type=click.IntRange(1),
    help="Send a page again: its version is advanced, no other page is written.",
)
@speaking
def print_(
    voice: Voice,
    issues: tuple[str, ...],
    editions: tuple[str, ...],
    press: str | None,
    *,
    no_preflight: bool,
    resend: tuple[int, ...],
) -> bool:
    """The print shop's files, whole.pdf and each page; nothing if errors remain."""
    from printpress.pipeline import converted_pictures, make_edition
    from printpress.proof.record import FILE, record_of, to_json
    from printpress.shop.delivery import TICKET, delivery_ticket
    from printpress.shop.files import WHOLE
    from printpress.shop.manifest import manifest
    from printpress.shop.reports import withdraw
    from printpress.shop.unsigned import unsigned_pages

    if any("#" in address for address in issues):
        raise click.BadParameter("print makes whole issues; leave out #page")

    def make(issue: Any, edition: Any, _: int | None) -> bool:
        made = make_edition(issue, edition)
        pictures, found = converted_pictures(made, issue.root, picture_cache(issue))
        record = record_of(made, edition.name)
        unsigned = unsigned_pages(issue, edition, record.contents)
        found = (*made.found, *found, *unsigned)
        voice.report(found)
        if has_errors(found):
            return False
        folder = output_folder(issue, edition)
        files, written, versions = _for_shop(made, pictures, folder, resend)
        withdraw(folder)
        for each in written:
            wrote(voice, folder / each.name, each.contents, each.digest)
        reports = (
            {} if no_preflight else preflighted(voice, issue, edition, written, folder)
        )
        told = manifest(made, files, pictures, versions, reports)
        wrote(voice, folder / "manifest.json", told)
        ticket = delivery_ticket(made, written, pictures, versions, resend)
        wrote(voice, folder / TICKET, ticket)
        whole = next(each.digest for each in files if each.name == WHOLE)
        wrote(voice, folder / FILE, to_json(replace(record, pdf=whole)))
        passed.extend(report.passed for report in reports.values())
        return True

    passed: list[bool] = []
    clean = with_each(voice, issues, make, editions=editions, press=press)
    if clean and not all(passed):
        raise click.exceptions.Exit(EXIT_PREFLIGHT)
    return clean


def _for_shop(
    made: Any, pictures: Any, folder: Path, resend: Sequence[int]
) -> "tuple[Sequence[ShopFile], Sequence[ShopFile], Versions]":
    """All files of the edition, those to be written now, and the pages' versions."""
    from printpress.shop.files import shop_files
    from printpress.shop.resend import Sent, last_versions, resent

    path = folder / "manifest.json"
    told = path.read_bytes() if path.exists() else None
    if not resend:
        versions = last_versions(told)
        files = tuple(shop_files(made, pictures, versions))
        return files, files, versions
    pages = [number for page in made.pages for number in page.page_nos]
    if strange := sorted(set(resend) - set(pages)):
        raise click.BadParameter(f"--resend {strange[0]}: there is no such page")
    before = Sent.told(told, shown_path(path))
    return (*resent(made, pictures, before, resend), before.advanced(resend))
