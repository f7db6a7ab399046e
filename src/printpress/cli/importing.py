"""``printpress import``: copy as it comes, into an issue's folder."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from printpress.cli.voice import Voice, file_trouble, speaking
from printpress.cli.writing import shown_path, wrote
from printpress.diagnostics import Both, PressError, has_errors

SHOWN_AT_MOST = 12
"""Remarks of a file that people are shown; the report has all (taste)."""


@click.command("import")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE…",
    type=click.Path(exists=True, path_type=Path),
)
@click.option(
    "--issue",
    type=click.Path(path_type=Path),
    help="The issue's folder; without it, the one you stand in, or the last.",
)
@click.option(
    "--changes",
    type=click.Choice(["accept", "reject"]),
    help="What becomes of Word's tracked changes (accept).",
)
@click.option("--replace", is_flag=True, help="Replace stories that are there.")
@click.option(
    "--as",
    "kind",
    type=click.Choice(["auto", "story", "page"]),
    default="auto",
    help="Whether a text is one story or was copied from a whole page.",
)
@speaking
def import_(  # the name that `import` itself cannot have
    voice: Voice,
    files: tuple[Path, ...],
    *,
    issue: Path | None,
    changes: Any,
    replace: bool,
    kind: Any,
) -> bool:
    """Word files, texts, text of old pages, phone pictures → stories and pictures.

    What is guessed, changed and left out is listed in imported/NAME.txt.
    """
    from printpress.intake.importer import Asked, Importer

    folder = _issue_folder(issue)
    shown = shown_path(folder)
    voice.say(Both(f"into {shown}", f"导入到 {shown}"), type="import-into", issue=shown)
    asked = Asked(folder, shown, changes, replace, kind, _grid(folder))
    importer = Importer(asked)
    clean = True
    for path in _each_file(files):
        try:
            imported = importer.take(path, shown_path(path))
            for name, contents in _pictures_first(imported.files):
                wrote(voice, folder / name, contents)
        except PressError as trouble:
            voice.report(trouble.diagnostics)
            clean = False
        except OSError as trouble:
            voice.report([file_trouble(trouble)])
            clean = False
        else:
            _tell(voice, imported)
            voice.report(imported.found)
            clean = clean and not has_errors(imported.found)
    return clean


def _pictures_first(files: Iterable[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """The files in an order in which no story ever names a picture that is missing."""
    return sorted(files, key=lambda file: not file[0].startswith("pictures/"))


def _tell(voice: Voice, imported: Any) -> None:
    from printpress.intake.report import in_order, sentence

    remarks = in_order(imported.remarks)
    shown = remarks if voice.as_json else remarks[:SHOWN_AT_MOST]
    for remark in shown:
        words = sentence(remark)
        voice.say(
            Both(f"  {words.en}", f"  {words.zh}"),
            type="import-remark",
            source=imported.source,
            kind=remark.kind,
            says=remark.words._asdict(),
            text=remark.text,
            story=remark.story,
        )
    more = len(remarks) - len(shown)
    if more:
        report = imported.files[-1][0]
        voice.say(
            Both(f"  and {more} more: {report}", f"  另有 {more} 条，见 {report}"),
            type="more",
        )


def _issue_folder(given: Path | None) -> Path:
    """The issue's folder: as given, where one stands, or the last of the paper's."""
    from printpress.newsroom.next_issue import last_begun
    from printpress.spec.root import find_root, issue_folder

    if given is not None:
        if (named := issue_folder(given)) is None:
            raise click.BadParameter(f"--issue {given}: there is no issue.yaml")
        find_root(named)
        return named.absolute()
    here = Path.cwd()
    root = find_root(here)
    for above in (here, *here.parents):
        if folder := issue_folder(above):
            return folder
        if above == root:
            break
    if (file := last_begun(root)) is None:
        raise click.UsageError("name the issue: --issue FOLDER")
    return file.parent


def _grid(folder: Path) -> Any:
    """The house's columns; None where its files have faults, which is no matter now."""
    from printpress.makeup.pages import grid_of
    from printpress.spec import load_layouts

    try:
        house, _, _ = load_layouts(folder, ())
    except PressError:
        return None
    return grid_of(house)


def _each_file(paths: tuple[Path, ...]) -> Iterator[Path]:
    """The files named, and those in folders named, without hidden and lock files."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for inner in sorted(path.iterdir()):
            if inner.is_file() and not inner.name.startswith((".", "~$")):
                yield inner
