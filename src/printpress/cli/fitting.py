"""``printpress fit`` and ``capacity``: lines before there is a page."""

from pathlib import Path

import click

from printpress.cli.voice import Voice, speaking

LEAST_EMS, MOST_EMS = 4, 200
"""Measures that ``fit`` takes: an indent and two characters, and any sheet's width."""


@click.command()
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


@click.command()
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
