"""The commands: arguments in, messages and files out."""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from printpress import __version__
from printpress.cli.press_report import EXIT_PREFLIGHT, preflighted, withdraw
from printpress.cli.voice import Voice, speaking
from printpress.cli.writing import shown_path, wrote
from printpress.diagnostics import Both, PressError, has_errors

if TYPE_CHECKING:
    from printpress.shop.files import ShopFile, Versions

ISSUES = click.argument("issues", nargs=-1, required=True, metavar="ISSUE…")
EDITION = click.option("--edition", "editions", multiple=True, help="Some editions.")
PRESS = click.option("--press", help="Another print shop: layouts/press/NAME.yaml.")

LEAST_EMS, MOST_EMS = 4, 200
"""Measures that ``fit`` takes: an indent and two characters, and any sheet's width."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="printpress")
def main() -> None:
    """Chinese newspaper pages from YAML and Markdown."""
    # Records are many and live to the end: collecting so often costs a tenth of a run.
    gc.set_threshold(200_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        # A console that lacks a character shows a sign in its place.
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")


def split_address(address: str) -> tuple[Path, int | None]:
    """The issue's file and the page of an address such as ``issues/2025-09-05#3``."""
    name, hash_sign, page = address.partition("#")
    if hash_sign and not page.isdecimal():
        raise click.BadParameter(f"{address}: after # comes a page number")
    path = Path(name)
    file = path / "issue.yaml" if path.is_dir() else path
    return file, int(page) if page else None


def _editions(
    address: str, editions: Sequence[str], press: str | None, voice: Voice
) -> Iterator[tuple[Any, Any, int | None]]:
    """(Issue, edition, page wanted) of an address."""
    from printpress import spec

    file, page = split_address(address)
    issue, found = spec.load(file, press=press, editions=tuple(editions))
    voice.report(found)
    numbers = [number for p in issue.pages for number in p.numbers]
    if page is not None and page not in numbers:
        raise click.BadParameter(f"{address}: the issue has {len(numbers)} pages")
    for edition in issue.editions:
        yield issue, edition, page


def _wanted(page: int | None, numbers: Sequence[int]) -> bool:
    """Whether pages of those numbers are asked for."""
    return page is None or page in numbers


def _fits(voice: Voice, made: Any, page: int | None) -> None:
    """One line a story: rows held, rows taken."""
    pages = {number: p.page_nos for p in made.pages for number in p.page_nos}
    for fit in made.makeup.fits:
        if not _wanted(page, pages.get(fit.page_no, (fit.page_no,))):
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


def _output_folder(issue: Any, edition: Any) -> Path:
    folder: Path = issue.root / "build" / f"{issue.date.isoformat()}-{edition.name}"
    return folder


Work = Callable[[Any, Any, int | None], bool]
"""What is done with an issue's edition and the page asked for; gives whether clean."""


def _with_each(
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
            for issue, edition, page in _editions(address, editions, press, voice):
                clean = work(issue, edition, page) and clean
        except PressError as trouble:
            voice.report(trouble.diagnostics)
            clean = False
    return clean


@main.command()
@ISSUES
@EDITION
@PRESS
@speaking
def check(
    voice: Voice, issues: tuple[str, ...], editions: tuple[str, ...], press: str | None
) -> bool:
    """Load, make up and report, of layouts too; write nothing."""
    from printpress.lint.template import lint_layouts
    from printpress.pipeline import make_edition

    def look_at(issue: Any, edition: Any, page: int | None) -> bool:
        made = make_edition(issue, edition)
        voice.report((*made.found, *lint_layouts(made.issue)))
        _fits(voice, made, page)
        return made.printable

    return _with_each(voice, issues, look_at, editions=editions, press=press)


@main.command()
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

    def pull(issue: Any, edition: Any, page: int | None) -> bool:
        made = make_edition(issue, edition)
        pictures, found = converted_pictures(made, issue.root, _cache(issue))
        voice.report((*made.found, *found))
        _fits(voice, made, page)
        pages = [p for p in made.pages if _wanted(page, p.page_nos)]
        pdf = write_pages(made, pictures, pages)
        folder = _output_folder(issue, edition)
        suffix = "" if page is None else f"-{page}"
        wrote(voice, folder / f"proof{suffix}.pdf", pdf)
        drawing = voice.tracked(
            page_pictures(pdf), len(pages), Both("pages drawn", "已绘版面")
        )
        for drawn, png in zip(pages, drawing, strict=True):
            wrote(voice, folder / f"page-{drawn.label}.png", png)
        return not has_errors((*made.found, *found))

    return _with_each(voice, issues, pull, editions=editions, press=press)


@main.command("print")
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
    from printpress.shop.manifest import manifest

    if any("#" in address for address in issues):
        raise click.BadParameter("print makes whole issues; leave out #page")

    def make(issue: Any, edition: Any, _: int | None) -> bool:
        made = make_edition(issue, edition)
        pictures, found = converted_pictures(made, issue.root, _cache(issue))
        voice.report((*made.found, *found))
        if has_errors((*made.found, *found)):
            return False
        folder = _output_folder(issue, edition)
        files, written, versions = _for_shop(made, pictures, folder, resend)
        withdraw(folder)
        for each in written:
            wrote(voice, folder / each.name, each.contents)
        reports = (
            {} if no_preflight else preflighted(voice, issue, edition, written, folder)
        )
        told = manifest(made, files, pictures, versions, reports)
        wrote(voice, folder / "manifest.json", told)
        passed.extend(report.passed for report in reports.values())
        return True

    passed: list[bool] = []
    clean = _with_each(voice, issues, make, editions=editions, press=press)
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


def _cache(issue: Any) -> Path:
    folder: Path = issue.root / "build" / ".pictures"
    return folder


@main.command()
@click.argument("story", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--columns", type=click.IntRange(1, 20), help="Over so many columns.")
@click.option("--measure", type=float, help="One column of so many ems.")
@click.option("--rows", type=click.IntRange(1, 999), help="Columns so many rows deep.")
@click.option("--role", default="", help="Set as stories of that role of the house.")
@click.option("--lines", is_flag=True, help="Print each set line.")
@speaking
def fit(
    voice: Voice,
    story: Path,
    *,
    columns: int | None,
    measure: float | None,
    rows: int | None,
    role: str,
    lines: bool,
) -> bool:
    """How many lines a story takes, what it is over or under, which cuts save most."""
    if columns is not None and measure is not None:
        raise click.UsageError("give --columns or --measure, not both")
    if measure is not None and not LEAST_EMS <= measure <= MOST_EMS:  # nor nan
        raise click.BadParameter(f"--measure is {LEAST_EMS} to {MOST_EMS} ems")
    from printpress.fitting import Asked, fit_story

    asked = Asked(columns or 1, measure, rows)
    for words, facts in fit_story(story, asked, role=role, with_lines=lines):
        voice.say(words, **facts)
    return True


@main.command()
@click.argument("layouts", nargs=-1, required=True, metavar="LAYOUT…")
@click.option("--house", help="Another house: layouts/NAME.yaml.")
@speaking
def capacity(voice: Voice, layouts: tuple[str, ...], house: str | None) -> bool:
    """How many characters each slot of a layout holds, before copy arrives."""
    from printpress.capacity import capacity as held
    from printpress.fonts.library import Library
    from printpress.spec import load_layouts

    style, fonts, known = load_layouts(Path.cwd(), layouts, house)
    library = Library(fonts)
    for layout in known:
        for words, facts in held(style, library, layout):
            voice.say(words, **facts)
    return True


@main.command()
@click.argument("kind", required=False)
@click.option(
    "--write",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write every schema into a folder.",
)
@speaking
def schema(voice: Voice, kind: str | None, folder: Path | None) -> bool:
    """The JSON Schema of issue, layout, house, preset, edition and so on."""
    from printpress.spec.schema import KINDS, schema_text

    if folder is not None:
        for name in KINDS:
            path = folder / f"{name}.schema.json"
            wrote(voice, path, schema_text(name).encode())
        return True
    if kind not in KINDS:
        raise click.BadParameter(f"name one of {', '.join(KINDS)}")
    click.echo(schema_text(kind), nl=False)
    return True


@main.command()
@click.argument(
    "folder", required=False, type=click.Path(file_okay=False, path_type=Path)
)
@speaking
def fonts(voice: Voice, folder: Path | None) -> bool:
    """The paper's faces: coverage, licences, hashes, what the system adds."""
    from printpress.fonts.library import Library
    from printpress.fonts.report import face_lines
    from printpress.spec import load_fonts

    library = Library(load_fonts(folder or Path.cwd()))
    for words, facts in face_lines(library):
        voice.say(words, type="face", **facts)
    return True


@main.command()
@click.argument("address", metavar="ISSUE#PAGE")
@EDITION
@speaking
def explain(voice: Voice, address: str, editions: tuple[str, ...]) -> bool:
    """Every value in force on a page, and the line it comes from."""
    from printpress.spec.explain import explain as told

    for issue, edition, page in _editions(address, editions, None, voice):
        wanted = [page] if page else [n for p in issue.pages for n in p.numbers]
        for number in wanted:
            for line in told(issue, edition, number):
                voice.say(Both(line, line), type="value", page=number, text=line)
    return True
