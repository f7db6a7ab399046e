"""What commands on issues share: addresses, editions, folders, a line a story."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from printpress.cli.voice import Voice
from printpress.diagnostics import Both, PressError

ISSUES = click.argument("issues", nargs=-1, required=True, metavar="ISSUE…")
EDITION = click.option("--edition", "editions", multiple=True, help="Some editions.")
PRESS = click.option("--press", help="Another print shop: layouts/press/NAME.yaml.")


def split_address(address: str) -> tuple[Path, int | None]:
    """The issue's file and the page of an address such as ``issues/2025-09-05#3``."""
    from printpress.spec.root import issue_file

    name, hash_sign, page = address.partition("#")
    if hash_sign and not page.isdecimal():
        raise click.BadParameter(f"{address}: after # comes a page number")
    return issue_file(Path(name)), int(page) if page else None


def editions_of(
    address: str, editions: Sequence[str], press: str | None, voice: Voice
) -> Iterator[tuple[Any, Any, int | None]]:
    """(Issue as the edition has it, edition, page wanted) of an address."""
    from printpress.spec.edition_pages import issue_of

    issue, page = issue_at(address, editions, press, voice)
    for edition in issue.editions:
        yield issue_of(issue, edition), edition, page


def issue_at(
    address: str, editions: Sequence[str], press: str | None, voice: Voice
) -> tuple[Any, int | None]:
    """The issue of an address with its editions, and the page wanted."""
    from printpress import spec

    file, page = split_address(address)
    issue, found = spec.load(file, press=press, editions=tuple(editions))
    voice.report(found)
    numbers = [number for p in issue.pages for number in p.numbers]
    if page is not None and page not in numbers:
        raise click.BadParameter(f"{address}: the issue has {len(numbers)} pages")
    return issue, page


def wanted(page: int | None, numbers: Sequence[int]) -> bool:
    """Whether pages of those numbers are asked for."""
    return page is None or page in numbers


def say_fits(voice: Voice, made: Any, page: int | None) -> None:
    """One line a story: rows held, rows taken."""
    pages = {number: p.page_nos for p in made.pages for number in p.page_nos}
    for fit in made.makeup.fits:
        if not wanted(page, pages.get(fit.page_no, (fit.page_no,))):
            continue
        state = ""
        state_zh = ""
        if fit.overset_lines:
            state = f", over by {fit.overset_lines} lines ({fit.overset_characters})"
            state_zh = f"，超 {fit.overset_lines} 行（{fit.overset_characters} 字）"
        elif fit.short_lines:
            state = f", short by {fit.short_lines} lines ({fit.short_characters})"
            state_zh = f"，欠 {fit.short_lines} 行（{fit.short_characters} 字）"
        head = f"P{fit.page_no:02d} {fit.slot}: {fit.story}"
        voice.say(
            Both(
                f"{head}: {fit.lines} of {fit.rows} lines{state}",
                f"{head}：{fit.rows} 行排 {fit.lines} 行{state_zh}",
            ),
            type="fit",
            **asdict(fit),
        )


def output_folder(issue: Any, edition: Any) -> Path:
    """Where everything of an issue's edition is written."""
    folder: Path = issue.root / "build" / f"{issue.date.isoformat()}-{edition.name}"
    return folder


Work = Callable[[Any, Any, int | None], bool]
"""What is done with an issue's edition and the page asked for; gives whether clean."""


def with_each(
    voice: Voice,
    issues: Sequence[str],
    work: Work,
    *,
    editions: Sequence[str],
    press: str | None,
) -> bool:
    """Do the work for every edition of every issue: one that fails stops no other."""
    clean = True
    for address in issues:
        try:
            base, page = issue_at(address, editions, press, voice)
            clean = clean and not base.refused
            for edition in base.editions:
                clean = _attempt(voice, work, base, edition, page) and clean
        except PressError as trouble:
            voice.report(trouble.diagnostics)
            clean = False
    return clean


def _attempt(
    voice: Voice, work: Work, base: Any, edition: Any, page: int | None
) -> bool:
    """Whether the work on one edition was done and is clean; why not is told."""
    from printpress.spec.edition_pages import issue_of

    try:
        return work(issue_of(base, edition), edition, page)
    except PressError as trouble:
        voice.report(trouble.diagnostics)
        return False


def picture_cache(issue: Any) -> Path:
    """Where converted pictures are kept from run to run."""
    folder: Path = issue.root / "build" / ".pictures"
    return folder
