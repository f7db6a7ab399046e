"""Workers that die, and crews that take no work: every edition has an outcome."""

import os
from concurrent.futures import Executor

from printpress.batch import run
from printpress.batch.record import Outcome, Task
from printpress.codes import CODES

TOWNS = ("town", "east", "west", "north")


def dies(task: Task) -> tuple[Outcome, ...]:
    """A worker that dies of one edition."""
    if "west" in task.editions:
        os._exit(9)
    return tuple(Outcome("day", name, "green") for name in task.editions)


class Nobody:
    """A crew that can be given no work."""

    size = 2

    def executor(self) -> Executor:
        raise OSError("gone")

    def renew(self) -> None: ...

    def close(self) -> None: ...


def tasks() -> list[Task]:
    return [
        Task("day/issue.yaml", "/paper", names, ("", ""), "")
        for names in (TOWNS[:2], TOWNS[2:])
    ]


def states(outcomes: list[Outcome]) -> dict[str, str]:
    return {one.edition: one.state for one in outcomes}


def test_only_the_edition_that_kills_its_worker_is_red(monkeypatch):
    monkeypatch.setattr(run, "work", dies)
    crew = run.Processes(2)
    try:
        done = list(run.carried_out(tasks(), crew))
    finally:
        crew.close()
    assert states(done) == dict.fromkeys(TOWNS, "green") | {"west": "red"}
    (told,) = next(one.found for one in done if one.edition == "west")
    assert (told.code, told.where) == ("worker-lost", "day/issue.yaml")
    assert told.code in CODES


def test_a_crew_that_takes_no_work_ends_the_batch():
    done = list(run.carried_out(tasks(), Nobody()))
    assert states(done) == dict.fromkeys(TOWNS, "red")
