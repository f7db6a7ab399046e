"""Whole-process timings of ``printpress batch`` (``make bench``), preflight excluded.

1, 20 and 200 editions of an issue of eight pages, two of them local: page one with a
co-publisher, a QR code and a story of its own, page five with two stories; the same again with nothing changed, and after one story of the
base was; 40 different issues; and 20 editions on a Dask cluster of two workers on
loopback. The figures go to ``build/bench-editions.json``.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.copy_words import copy_words
from tests.bench.whole_process import CHARACTERS, PAGES, ROOT, generated, paper

FRONT = """extends: bench
furniture:
  folio: # page one has none
  masthead: {cols: 1-4, rows: 1-9, name: {font: brush, colour: red}, copublisher: {}}
  qr: {cols: 5, rows: 1-9, size: 24mm, level: M}
slots:
  first: {rows: 11-37}
"""
MANY_ISSUES = 40
FRONT_CHARACTERS = 1_200
"""Below the masthead."""
LOCAL = {
    "first-1": FRONT_CHARACTERS,
    "first-5": CHARACTERS // 2,
    "second-5": CHARACTERS // 2,
}
"""Stories that each edition has of its own."""


def story_of(characters: int, chance: random.Random) -> str:
    """A story's file."""
    return f"---\nheadline: 本地新闻标题若干字\n---\n{copy_words(characters, chance)}"


def towns(folder: Path, number: int) -> list[str]:
    """So many editions of the paper."""
    names = [f"town{n:03}" for n in range(number)]
    for n, name in enumerate(names):
        text = (
            f"code: T{n:03}\ntown: 第{n}镇\ncopublisher: 第{n}镇党委、政府　联合出版\n"
            f'qr: {{url: "https://example.org/t{n}", caption: [扫描二维码, 第{n}镇]}}\n'
        )
        (folder / "layouts/editions" / f"{name}.yaml").write_text(text, "utf-8")
    return names


def of_towns(issue: Path, names: list[str]) -> None:
    """Have the issue appear in those editions, page one as the front."""
    for number, name in enumerate(names):
        stories = issue / "editions" / name / "stories"
        stories.mkdir(parents=True, exist_ok=True)
        chance = random.Random(number)
        for story, characters in LOCAL.items():
            text = story_of(characters, chance)
            (stories / f"{story}.md").write_text(text, "utf-8")
    file = issue / "issue.yaml"
    lines = file.read_text("utf-8").splitlines()
    lines[0] = f"editions: [{', '.join(names)}]"
    text = "\n".join(lines).replace("1: {layout: bench,", "1: {layout: town-front,")
    file.write_text(text + "\n", "utf-8")


def batch(*words: str) -> tuple[float, float, float]:
    """Seconds of the process, of its CPU with all workers, and MB of its largest."""
    command = [sys.executable, "-m", "printpress", "batch", "--no-preflight", *words]
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert child.stdout is not None
    peak, told, cpu = 0.0, b"", dict[int, float]()
    os.set_blocking(child.stdout.fileno(), False)
    while child.poll() is None:
        time.sleep(0.05)
        told += child.stdout.read() or b""
        crew = family(child.pid)
        peak = max(peak, *map(memory, crew))
        cpu |= {pid: max(cpu.get(pid, 0), worked(pid)) for pid in crew}
    seconds = time.perf_counter() - start
    if child.returncode:
        sys.exit(told.decode())
    return seconds, sum(cpu.values()), peak


def family(pid: int) -> list[int]:
    """A process and all under it."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [c for one in task.read_text().split() for c in family(int(one))]
        except OSError:
            continue
    return found


def worked(pid: int) -> float:
    """Seconds of CPU that a process has had."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> float:
    """MB that a process holds."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    held = [line.split()[1] for line in lines if line.startswith("VmRSS")]
    return int(held[0]) / 1024 if held else 0


def clustered(issue: Path, folder: Path) -> tuple[float, float, float]:
    """The batch on two workers on loopback, which are there already."""
    note = folder / "scheduler.json"
    quiet = subprocess.DEVNULL
    where = ["--host", "127.0.0.1", "--no-dashboard"]
    start = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--port", "0"]
    line = [*start, "--scheduler-file", str(note), *where]
    crew = [subprocess.Popen(line, stdout=quiet, stderr=quiet)]
    try:
        while not note.exists():
            time.sleep(0.05)
        time.sleep(0.2)
        address = json.loads(note.read_bytes())["address"]
        worker = [sys.executable, "-m", "distributed.cli.dask_worker", address]
        line = [*worker, "--nthreads", "1", "--no-nanny", *where]
        line += ["--local-directory", str(folder)]
        crew += [subprocess.Popen(line, stdout=quiet, stderr=quiet) for _ in range(2)]
        time.sleep(2)
        return batch(str(issue), "--cluster", address)
    finally:
        for one in reversed(crew):
            one.kill()
            one.wait()


def main() -> None:
    """Print the figures and keep them."""
    rows: list[tuple[str, float, float, float]] = []

    def row(label: str, figures: tuple[float, float, float]) -> None:
        rows.append((label, *figures))
        print(
            f"{label:36}{figures[0]:9.2f}{figures[1]:9.2f}{figures[2]:9.0f}", flush=True
        )

    print(f"{'whole process':36}{'seconds':>9}{'CPU':>9}{'peak MB':>9}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paper(folder)
        (folder / "layouts/pages/town-front.yaml").write_text(FRONT, "utf-8")
        issue, built = generated(folder, PAGES), folder / "build"
        front = issue / "stories" / "first-1.md"
        front.write_text(story_of(FRONT_CHARACTERS, random.Random(7)), "utf-8")
        all_towns = towns(folder, 200)
        for number in (1, 20, 200):
            of_towns(issue, all_towns[:number])
            shutil.rmtree(built, ignore_errors=True)
            row(f"{number} editions of {PAGES} pages", batch(str(issue)))
        row("the same, nothing changed", batch(str(issue)))
        changed = issue / "stories" / "first-3.md"
        changed.write_text(changed.read_text("utf-8") + "\n桥上添了灯。\n", "utf-8")
        row("the same, one story of the base changed", batch(str(issue)))
        of_towns(issue, all_towns[:20])
        shutil.rmtree(built)
        row("20 editions, two Dask workers", clustered(issue, folder))
        of_towns(issue, all_towns[:1])
        issues = [folder / "issues" / f"day-{n:02}" for n in range(MANY_ISSUES)]
        chance = random.Random(20251124)
        for day, one in enumerate(issues):
            left = shutil.ignore_patterns("editions")
            shutil.copytree(issue, one, ignore=left)
            file = one / "issue.yaml"
            date = f"date: 2025-{3 + day // 28:02}-{1 + day % 28:02}"
            text = file.read_text("utf-8").replace("date: 2025-01-01", date)
            file.write_text(text, "utf-8")
            for story in (one / "stories").iterdir():
                long = FRONT_CHARACTERS if story.stem == "first-1" else CHARACTERS // 2
                story.write_text(story_of(long, chance), "utf-8")
        shutil.rmtree(built)
        row(f"{MANY_ISSUES} issues of {PAGES} pages", batch(*map(str, issues)))
    keep(rows)


def keep(rows: list[tuple[str, float, float, float]]) -> None:
    """Write the figures into ``build/bench-editions.json``."""
    out = ROOT / "build" / "bench-editions.json"
    out.parent.mkdir(exist_ok=True)
    told = {
        label: {"seconds": round(s, 3), "cpu": round(c, 3), "peak_mb": round(m)}
        for label, s, c, m in rows
    }
    out.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
