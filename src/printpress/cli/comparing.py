"""``printpress diff``: what changed between two states of an issue."""

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from printpress.cli.issues import EDITION, PRESS
from printpress.cli.states import Named, States, both_named
from printpress.cli.voice import Voice, speaking
from printpress.cli.writing import wrote
from printpress.diagnostics import Both

if TYPE_CHECKING:
    from printpress.proof.compare import Comparison
    from printpress.proof.page_changes import PageChange
    from printpress.proof.sides import Side

EXIT_DIFFERENT = 4
"""The exit code of ``--exit-code`` where something changed: 1 is for errors."""

SHEET = "diff.html"
"""The name of the sheet, beside the page pictures."""


@click.command()
@click.argument("sides", nargs=-1, required=True, metavar="[OLD] NEW")
@click.option("--issue", help="Of which issue, where a git revision is named alone.")
@EDITION
@PRESS
@click.option("--html", is_flag=True, help="Write diff.html, one file with all of it.")
@click.option("--no-pictures", is_flag=True, help="Stories only, no page pictures.")
@click.option(
    "--exit-code", is_flag=True, help=f"Exit with {EXIT_DIFFERENT} on differences."
)
@speaking
def diff(
    voice: Voice,
    sides: tuple[str, ...],
    editions: tuple[str, ...],
    press: str | None,
    *,
    issue: str | None,
    html: bool,
    no_pictures: bool,
    exit_code: bool,
) -> bool:
    """What changed: by story, then by page picture.

    OLD and NEW are builds (build/2025-09-05-xiqiao), issues as they are now, or
    revisions (HEAD~1:issues/2025-09-05). Without OLD, the issue is compared with its
    last proof or print run, or with HEAD if there was none.
    """
    if len(sides) > 2:  # noqa: PLR2004 - old and new
        raise click.UsageError("diff compares two states: OLD and NEW")
    old, new = both_named(sides, issue)
    different = False
    with ExitStack() as kept:
        states = States(press, kept)
        for edition in states.editions(old, new, editions):
            before = old or states.last(new, edition)
            pair = (states.side(before, edition), states.side(new, edition))
            folder = states.output(new, edition)
            page = _page(before, new)
            told = _told(voice, pair, page)
            for last in (*folder.glob("page-*.png"), *folder.glob(SHEET)):
                last.unlink()  # of another comparison
            changes = {} if no_pictures else _pages(voice, pair, told, folder)
            if html:
                _sheet(voice, pair, told, changes, folder)
            different = different or bool(told)
    if different and exit_code:
        raise click.exceptions.Exit(EXIT_DIFFERENT)
    return True


def _page(*both: Named) -> int | None:
    return next((one.page for one in both if one.page is not None), None)


def _told(voice: Voice, pair: "tuple[Side, Side]", page: int | None) -> "Comparison":
    """Says what changed, story by story."""
    from printpress.proof.change_words import sentences, summary
    from printpress.proof.compare import compare

    old, new = pair
    told = compare(old.record, new.record)
    if page is not None:
        labels = {*old.record.labels, *new.record.labels}
        if not (mine := {each for each in labels if str(page) in each.split("-")}):
            raise click.BadParameter(f"#{page}: there is no such page")
        told = told.of_pages(mine)
    for said in sentences(told, (old.name, new.name), new.record.edition):
        voice.say(said.words, **said.facts)
    outcome = summary(told)
    voice.say(outcome, type="summary", different=bool(told), pages=told.pages)
    return told


def _pages(
    voice: Voice, pair: "tuple[Side, Side]", told: "Comparison", folder: Path
) -> "Mapping[str, PageChange]":
    """Writes the pictures of pages that look otherwise."""
    from printpress.pictures.difference import side_by_side
    from printpress.proof.page_changes import page_changes, page_words

    found = {}
    changes = page_changes(*pair, told.pages)
    drawing = voice.tracked(
        changes, len(told.pages), Both("pages compared", "已比较版面")
    )
    for change in drawing:
        found[change.label] = change
        said = page_words(change)
        voice.say(said.words, **said.facts)
        if change.old or change.new:
            sheet = side_by_side(change.old, change.new, change.marks)
            wrote(voice, folder / f"page-{change.label}.png", sheet)
    return found


def _sheet(
    voice: Voice,
    pair: "tuple[Side, Side]",
    told: "Comparison",
    changes: "Mapping[str, PageChange]",
    folder: Path,
) -> None:
    from printpress.proof.change_sheet import change_sheet

    old, new = pair
    title = Both(f"{new.record.title}: what changed", f"{new.record.title} 改动")
    names = (old.name, new.name)
    sheet = change_sheet(told, changes, names, (voice.pick(title), voice.language))
    wrote(voice, folder / SHEET, sheet.encode())
