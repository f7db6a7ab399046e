"""``printpress tidy``: normal forms of marks, quotes, digits and spaces."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from printpress.cli.voice import Voice, speaking
from printpress.cli.writing import shown_path, wrote
from printpress.diagnostics import Both


def _named(
    _: click.Context, option: click.Parameter, given: str | None
) -> tuple[str, ...] | None:
    """The kinds named between commas; an unknown one is refused with all there are."""
    from printpress.intake.normalise import KINDS

    if given is None:
        return None
    names = tuple(name.strip() for name in given.split(",") if name.strip())
    for name in names:
        if name not in KINDS:
            known = ", ".join(KINDS)
            raise click.BadParameter(f"{name}: the kinds are {known}", param=option)
    return names


@click.command()
@click.argument(
    "stories",
    nargs=-1,
    required=True,
    metavar="STORY…|ISSUE",
    type=click.Path(exists=True, path_type=Path),
)
@click.option("--apply", "applies", is_flag=True, help="Change the files.")
@click.option("--only", callback=_named, help="These kinds alone: quotes,marks.")
@click.option("--except", "but", callback=_named, help="All kinds but these.")
@speaking
def tidy(
    voice: Voice,
    stories: tuple[Path, ...],
    *,
    applies: bool,
    only: tuple[str, ...] | None,
    but: tuple[str, ...] | None,
) -> bool:
    """Propose normal forms as a list; with --apply, write them.

    Kinds: entities, invisible, compat, width, dots, waves, dashes, ellipses, quotes,
    marks, doubled, spaces, indents.
    """
    from printpress.intake.normalise import KINDS
    from printpress.intake.tidy import proposals, tidied
    from printpress.spec.source import read_text

    kinds = [k for k in (only if only is not None else KINDS) if k not in (but or ())]
    number = changed = 0
    for path in _each_story(stories):
        shown = shown_path(path)
        text = read_text(path, shown)
        found = proposals(text, shown, kinds)
        for proposal in found:
            number += 1
            at = f"{shown}:{proposal.line}:{proposal.column}"
            name = KINDS[proposal.kind][0]
            before, after = proposal.before, proposal.after
            voice.say(
                Both(
                    f"{number:4d}  {at}  {name.en}: {before}  →  {after}",
                    f"{number:4d}  {at}  {name.zh}：{before}  →  {after}",
                ),
                type="proposal",
                number=number,
                file=shown,
                **asdict(proposal),
            )
        if found and applies:
            wrote(voice, path, tidied(text, shown, kinds).encode())
            changed += 1
    _conclude(voice, number, changed, applies=applies)
    return True


def _conclude(voice: Voice, number: int, changed: int, *, applies: bool) -> None:
    if not number:
        words = Both("nothing to tidy", "没有需要整理的地方")
    elif applies:
        words = Both(
            f"{number} changes in {changed} stories; git diff shows them, git restore "
            "takes them back",
            f"{changed} 篇稿件共改 {number} 处；git diff 可查看，git restore 可撤回",
        )
    else:
        words = Both(
            f"{number} changes proposed; --apply makes them",
            f"建议改动 {number} 处；加 --apply 才会修改文件",
        )
    voice.say(words, type="tidied", proposals=number, files=changed, applied=applies)


def _each_story(paths: tuple[Path, ...]) -> Iterator[Path]:
    """The stories named, and all of issues named."""
    from printpress.spec.root import issue_folder

    for path in paths:
        if path.suffix == ".md" and path.is_file():
            yield path
        elif folder := issue_folder(path):
            yield from sorted((folder / "stories").glob("*.md"))
        else:
            raise click.BadParameter(f"{path} is neither a story nor an issue")
