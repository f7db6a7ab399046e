"""A paper of its own and ``printpress live`` run on it, as people run it."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]
SAMPLE = "issues/2025-09-05"


def lay_sample(folder: Path) -> Path:
    """The sample paper in another folder, its faces without a copy; its issue."""
    for name in ("fonts", "layouts"):
        shutil.copytree(ROOT / name, folder / name, copy_function=_laid)
    shutil.copytree(ROOT / SAMPLE, folder / SAMPLE)
    return folder / SAMPLE


def _laid(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


@dataclass
class Preview:
    """A running preview."""

    child: subprocess.Popen[str]
    url: str

    @property
    def port(self) -> int:
        return urlsplit(self.url).port or 0

    @property
    def key(self) -> str:
        return self.url.split("key=")[1]

    def interrupt(self) -> int:
        """End it as Ctrl-C does; its exit code."""
        self.child.send_signal(signal.SIGINT)
        return self.child.wait(10)


@contextmanager
def preview(issue: Path, *options: str, log: Path | None = None) -> Iterator[Preview]:
    """The preview of an issue, from its address on to its end."""
    errors = log.open("w") if log else subprocess.DEVNULL
    child = subprocess.Popen(
        [sys.executable, "-m", "printpress", "live", str(issue), "--json", *options],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
    )
    assert child.stdout is not None
    try:
        yield Preview(child, json.loads(child.stdout.readline())["url"])
    finally:
        if child.poll() is None:
            child.terminate()
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()
        child.stdout.close()
        if not isinstance(errors, int):
            errors.close()


def wait_for(what, seconds: float = 20.0):
    """What it gives as soon as that is anything."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError("it did not come in time")
