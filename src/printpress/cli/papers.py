"""``printpress init``, ``new`` and ``move``: a paper, its next issue, its stories."""

import datetime as dt
from pathlib import Path

import click

from printpress.cli.issues import split_address
from printpress.cli.voice import Voice, speaking
from printpress.cli.writing import carried_out


class _Day(click.ParamType[dt.date]):
    """A day as year-month-day."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        """The day, or a usage error."""
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} is no date as 2025-09-05", param, ctx)


@click.command()
@click.argument(
    "folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path)
)
@click.option("--name", default="我的报纸", help="The paper's name.")
@click.option("--date", type=_Day(), help="The first issue's day; today if left out.")
@speaking
def init(voice: Voice, folder: Path, *, name: str, date: dt.date | None) -> bool:
    """Begin a new paper in a folder of its own, ready to build."""
    from printpress.newsroom.new_paper import is_name, new_paper

    if not is_name(name):
        raise click.BadParameter('--name is a name in one line, without " and \\')

    # The only day that comes from the clock: it is written down, and stays.
    date = date or dt.date.today()  # noqa: DTZ011 - the day on the wall is meant
    carried_out(voice, new_paper(folder.absolute(), name, date))
    return True


@click.command()
@click.argument("date", type=_Day())
@click.option("--from", "frame", metavar="ISSUE", help="The issue it is made after.")
@click.option("--number", type=click.IntRange(1), help="Its number.")
@speaking
def new(voice: Voice, date: dt.date, *, frame: str | None, number: int | None) -> bool:
    """Begin the next issue: the last one's frame, without its stories."""
    from printpress.newsroom.next_issue import Frame, last_before, next_issue
    from printpress.spec import load_form
    from printpress.spec.root import find_root

    if frame is None:
        root = find_root(Path.cwd())
        made_after = last_before(root, date)
    else:
        file = split_address(frame)[0].absolute()
        made_after = Frame(file, load_form(file).date)
        root = find_root(file.parent)
    carried_out(voice, next_issue(root, date, made_after, number))
    return True


@click.command()
@click.argument("story", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("to", metavar="TO")
@click.option("--swap", is_flag=True, help="The story there takes this one's place.")
@click.option("--under", is_flag=True, help="Below the stories that stand there.")
@speaking
def move(voice: Voice, story: Path, to: str, *, swap: bool, under: bool) -> bool:
    """Move a story: TO is 3.second, 3, ISSUE#3.second, or hold for a later issue."""
    from printpress.newsroom.move import Place
    from printpress.newsroom.move import move as moved

    if swap and under:
        raise click.UsageError("give --swap or --under, not both")
    file = story.absolute()
    if file.suffix != ".md" or file.parent.name != "stories":
        raise click.BadParameter(f"{story}: a story is a file stories/NAME.md")
    place = Place(None)
    if to != "hold":
        address, hash_sign, where = to.rpartition("#")
        page, dot, slot = where.partition(".")
        if not page.isdecimal() or (dot and not slot) or (hash_sign and not address):
            raise click.BadParameter(f"{to}: write 3.second, 3, ISSUE#3 or hold")
        issue = file.parent.parent / "issue.yaml"
        if address:
            issue = split_address(address)[0].absolute()
        place = Place(issue, int(page), slot, swap=swap, under=under)
    carried_out(voice, moved(file, place))
    return True
