"""Tasks carried out by an executor of ``concurrent.futures``; lost workers replaced.

Who killed a worker is not known when several were at work, so no edition is blamed
before it was alone: tasks that were lost are parted into single editions and tried
again by themselves, one after the other. One that is lost then, too, a bounded number
of times, is red.
"""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from pathlib import Path
from typing import Any, Final, Protocol

from printpress.batch.plan import told_of
from printpress.batch.record import Outcome, Task
from printpress.batch.work import work
from printpress.diagnostics import Both, Span, error

ALONE: Final = 2
"""Times that an edition is tried by itself after it was lost with others."""


class Crew(Protocol):
    """Whoever does the work."""

    @property
    def size(self) -> int:
        """Tasks given out at once."""

    def executor(self) -> Executor:
        """A working executor; a new one after :meth:`renew`."""

    def renew(self) -> None:
        """Give up the executor: a worker has died."""

    def close(self) -> None:
        """All is done."""


def _end_with(sentinel: Any) -> None:
    """End this worker when the command that started it is gone."""
    multiprocessing.connection.wait([sentinel])
    os._exit(1)


def _begin() -> None:
    import gc
    import multiprocessing.connection

    gc.set_threshold(200_000, 20, 20)
    parent = multiprocessing.parent_process()
    if parent is not None:
        args = (parent.sentinel,)
        threading.Thread(target=_end_with, args=args, daemon=True).start()


class Processes:
    """Processes of this machine."""

    def __init__(self, jobs: int) -> None:
        self.size = jobs
        self._pool: Executor | None = None

    def executor(self) -> Executor:
        """The pool."""
        from concurrent.futures import ProcessPoolExecutor

        if self._pool is None:
            ways = multiprocessing.get_all_start_methods()
            way = "forkserver" if "forkserver" in ways else "spawn"
            how = multiprocessing.get_context(way)
            if way == "forkserver":
                how.set_forkserver_preload(
                    ["printpress.batch.work", "printpress.batch.prints"]
                )
            self._pool = ProcessPoolExecutor(self.size, how, _begin)
        return self._pool

    def renew(self) -> None:
        """Another pool next time."""
        self.close()

    def close(self) -> None:
        """End the workers."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def _work_of(task: Task, executor: Executor) -> "Future[tuple[Outcome, ...]]":
    return executor.submit(work, task)


def carried_out(tasks: Sequence[Task], crew: Crew) -> Iterator[Outcome]:
    """The outcomes of all tasks as they come; every edition has one."""
    left, lost = deque(tasks), deque[Task]()
    running: dict[Future[tuple[Outcome, ...]], Task] = {}
    while left or running:
        broken = False
        while left and len(running) < crew.size + 1:
            task = left.popleft()
            try:
                running[_work_of(task, crew.executor())] = task
            except Exception:  # noqa: BLE001 - broken between two tasks
                (left.appendleft if running else lost.append)(task)
                broken = True
                break
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            task = running.pop(future)
            try:
                yield from future.result()
            except Exception:  # noqa: BLE001 - whatever an executor says of lost workers
                broken = True
                lost.append(task)
        if broken:
            wait(running)  # a broken pool fails them all at once
            crew.renew() if not running else None
    for task in lost:
        for number in range(len(task.editions)):
            yield from _alone(task.one(number), crew)


def _alone(task: Task, crew: Crew) -> tuple[Outcome, ...]:
    said = ""
    for _ in range(ALONE):
        try:
            return _work_of(task, crew.executor()).result()
        except Exception as trouble:  # noqa: BLE001 - as above
            said = f"{type(trouble).__name__}: {trouble}"
            crew.renew()
    words = Both(
        f"its worker died every time it was made ({said})",
        f"每次制作时工作进程都异常退出（{said}）",
    )
    fix = Both("make it by itself with `print`", "用 print 单独制作")
    told = told_of(error("worker-lost", Span(task.file, 0, 0), words, fix=fix))
    issue = Path(task.file).parent.name
    return (Outcome(issue, task.editions[0], "red", found=(told,)),)
