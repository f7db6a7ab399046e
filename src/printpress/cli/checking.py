"""``printpress check``: everything but writing."""

from typing import Any

import click

from printpress.cli.issues import EDITION, ISSUES, PRESS, say_fits, with_each
from printpress.cli.voice import Voice, speaking


@click.command()
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
        say_fits(voice, made, page)
        return made.printable

    return with_each(voice, issues, look_at, editions=editions, press=press)
