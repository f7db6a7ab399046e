"""``printpress impose``: a finished PDF as spreads, with its job ticket."""

from pathlib import Path

import click

from printpress.cli.voice import Voice, speaking
from printpress.cli.writing import wrote
from printpress.units import MM, parse_length

MOST_CREEP = 2 * MM
"""Of one sheet: thicker than any paper that is folded (taste)."""


class _Creep(click.ParamType[int]):
    """A length of paper's thickness."""

    name = "length"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """EMU of the text, or a usage error."""
        try:
            length = value if isinstance(value, int) else parse_length(str(value))
        except ValueError as trouble:
            self.fail(str(trouble), param, ctx)
        if not 0 <= length <= MOST_CREEP:
            self.fail("creep is 0mm to 2mm a sheet", param, ctx)
        return length


def _numbers(
    _: click.Context, __: click.Parameter, text: str | None
) -> tuple[int, ...]:
    parts = [part.strip() for part in text.split(",")] if text else []
    if not all(part.isascii() and part.isdecimal() for part in parts):
        raise click.BadParameter("page numbers with commas between: 6,7")
    return tuple(map(int, parts))


@click.command()
@click.argument(
    "file",
    metavar="FILE.pdf",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--spreads",
    type=click.Choice(["printer", "reader"]),
    default="printer",
    help="As sheets are printed and folded, or as readers see them.",
)
@click.option(
    "--binding",
    type=click.Choice(["left", "right"]),
    default="left",
    help="Where the fold is; right for papers set from the top down.",
)
@click.option(
    "--creep", type=_Creep(), default=0, help="Thickness of a folded sheet: 0.1mm."
)
@click.option(
    "--blanks",
    callback=_numbers,
    help="Numbers of the blank pages: 6,7; else before the last page.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to; else beside the file, named for its spreads.",
)
@speaking
def impose(voice: Voice, file: Path, *, out: Path | None, **asked: object) -> bool:
    """Reader or printer spreads of a finished PDF, and their job ticket."""
    from printpress.shop.impose import Plan
    from printpress.shop.impose import impose as imposed
    from printpress.shop.ticket import JobTicket, TicketFile

    plan = Plan(**asked)  # type: ignore[arg-type] # click has checked them
    target = out or file.with_name(f"{file.stem}-{plan.spreads}.pdf")
    if target.resolve() == file.resolve():
        raise click.BadParameter("--out would write over the file itself")
    contents = file.read_bytes()
    made = imposed(contents, plan, file.as_posix())
    voice.report(made.found)
    pages, sheets = (
        TicketFile(file.name, contents),
        TicketFile(target.name, made.contents),
    )
    wrote(voice, target, made.contents)
    ticket = JobTicket(pages, sheets, plan, made)
    wrote(voice, target.with_suffix(".ticket.json"), ticket.written())
    return True
