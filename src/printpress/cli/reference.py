"""``printpress schema``, ``fonts`` and ``explain``: what there is, and from where."""

from pathlib import Path

import click

from printpress.cli.issues import EDITION, editions_of
from printpress.cli.voice import Voice, speaking
from printpress.cli.writing import wrote
from printpress.diagnostics import Both


@click.command()
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


@click.command()
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


@click.command()
@click.argument("address", metavar="ISSUE#PAGE")
@EDITION
@speaking
def explain(voice: Voice, address: str, editions: tuple[str, ...]) -> bool:
    """Every value in force on a page, and the line it comes from."""
    from printpress.spec.explain import explain as told

    for issue, edition, page in editions_of(address, editions, None, voice):
        wanted = [page] if page else [n for p in issue.pages for n in p.numbers]
        for number in wanted:
            for line in told(issue, edition, number):
                voice.say(Both(line, line), type="value", page=number, text=line)
    return True
