"""``printpress batch``: all editions of many issues at once."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from printpress.cli.issues import EDITION, ISSUES, PRESS
from printpress.cli.press_report import EXIT_PREFLIGHT
from printpress.cli.voice import Voice, speaking
from printpress.cli.writing import shown_path
from printpress.diagnostics import Both, PressError, error

if TYPE_CHECKING:
    from printpress.batch.record import Outcome


@click.command()
@ISSUES
@EDITION
@PRESS
@click.option("--jobs", type=click.IntRange(1), help="Processes; else one a core.")
@click.option("--cluster", metavar="ADDRESS", help="A Dask scheduler: tcp://HOST:8786.")
@click.option("--send", is_flag=True, help="Files travel with the work (--cluster).")
@click.option("--proof/--print", "proof", default=False, help="Proofs, or print files.")
@click.option("--no-preflight", is_flag=True, help="Do not check finished files.")
@speaking
def batch(
    voice: Voice,
    issues: tuple[str, ...],
    editions: tuple[str, ...],
    press: str | None,
    *,
    jobs: int | None,
    cluster: str | None,
    send: bool,
    proof: bool,
    no_preflight: bool,
) -> bool:
    """All editions of all issues at once, and a dashboard of them."""
    from printpress.batch.plan import Asked, planned
    from printpress.batch.run import carried_out

    if any("#" in address for address in issues):
        raise click.BadParameter("batch makes whole issues; leave out #page")
    start = monotonic()
    crew = _crew(jobs, cluster)
    try:
        kind: Any = "proof" if proof else "print"
        preflight = not (no_preflight or proof)
        asked = Asked(kind, press, preflight, editions, send)
        tasks, done = planned([Path(one) for one in issues], asked, crew.size)
        roots = {Path(task.root) for task in tasks}
        total = sum(len(task.editions) for task in tasks)
        for one in _tracked(voice, carried_out(tasks, crew), total):
            done.append(_received(one))
    finally:
        crew.close()
    root = roots.pop() if len(roots) == 1 else Path.cwd()
    _tell(voice, done, root / "build" / "batch", monotonic() - start)
    errors = [one for one in done if one.state == "red" and one.preflight != "failed"]
    if not errors and any(one.state == "red" for one in done):
        raise click.exceptions.Exit(EXIT_PREFLIGHT)
    return not errors


def _crew(jobs: int | None, cluster: str | None) -> Any:
    if cluster is None:
        from printpress.batch.run import Processes

        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
        return Processes(jobs or cores or os.cpu_count() or 1)
    try:
        from printpress.batch.cluster import Cluster

        return Cluster(cluster)
    except ImportError:
        words = Both("--cluster needs Dask", "--cluster 需要 Dask")
        line = 'pip install "printpress[cluster]"'
        raise PressError(
            [error("no-cluster", None, words, fix=Both(line, line))]
        ) from None
    except (OSError, ValueError):
        words = Both(
            f"no scheduler answers at {cluster}",
            f"{cluster} 没有调度器应答",
        )
        fix = Both(
            "start it with `dask scheduler`, and workers with `dask worker ADDRESS`",
            "先运行 dask scheduler 和 dask worker 地址",
        )
        raise PressError([error("no-cluster", None, words, fix=fix)]) from None


def _received(one: "Outcome") -> "Outcome":
    """With files that came along written and dropped."""
    from dataclasses import replace

    from printpress.atomic import write_bytes

    for path, contents in one.contents.items():
        write_bytes(Path(path), contents, durable=False)
    return replace(one, contents={}) if one.contents else one


def _tracked(
    voice: Voice, things: "Iterable[Outcome]", total: int
) -> "Iterator[Outcome]":
    """The outcomes; on a terminal, how far it is and how long it will take."""
    start, shown = monotonic(), sys.stderr.isatty() and not voice.as_json
    for number, thing in enumerate(things, 1):
        yield thing
        if shown:
            left = (monotonic() - start) * (total - number) / number
            words = Both(f"left: {left:.0f} s", f"还需 {left:.0f} 秒")
            click.echo(
                f"\r{number}/{total}  {voice.pick(words)}   ", err=True, nl=False
            )
    if shown:
        click.echo(err=True)


def _tell(voice: Voice, done: "list[Outcome]", folder: Path, seconds: float) -> None:
    from printpress.atomic import write_bytes
    from printpress.batch.dashboard import as_json, as_junit, as_page, in_order

    for one in in_order(done):
        faults = [told for told in one.found if told.severity == "error"]
        head = f"{one.issue} {one.edition}".strip()
        for told in faults[:3]:
            at = f" {told.where}:" if told.where else ""
            voice.say(
                Both(
                    f"{head}:{at} [{told.code}] {told.en}",
                    f"{head}：{at} [{told.code}] {told.zh}",
                ),
                type="fault",
                edition=one.edition,
                issue=one.issue,
                code=told.code,
            )
    write_bytes(folder / "dashboard.json", as_json(done, seconds))
    write_bytes(folder / "junit.xml", as_junit(done))
    write_bytes(folder / "dashboard.html", as_page(done, seconds))
    states = Counter(one.state for one in done)
    before = sum(one.as_before for one in done)
    page = shown_path(folder / "dashboard.html")
    took = f"{seconds:.1f}"
    counts = f"{states['green']} green, {states['amber']} amber, {states['red']} red"
    counts_zh = f"绿 {states['green']}、黄 {states['amber']}、红 {states['red']}"
    voice.say(
        Both(
            f"{len(done)} editions: {counts}; {before} as before; {took} s; {page}",
            f"{len(done)} 个地方版：{counts_zh}；未变 {before}；{took} 秒；{page}",
        ),
        type="batch",
        **{str(k): v for k, v in states.items()},
        editions=len(done),
        as_before=before,
        seconds=round(seconds, 2),
        dashboard=page,
    )
