"""Whole-process timings: cold ``printpress print --no-preflight`` (``make bench``).

Two issues: the sample issue with its pictures already in the cache, and a generated
one of eight pages and 28,000 characters without pictures. Each figure is the median
of several cold processes, with peak memory, and stands beside that of a process that
only imports the libraries the run needs: the ratio of the two survives a change of
machine. The last figures are kept in ``build/bench.json``.
"""

import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.copy_words import copy_words

ROOT = Path(__file__).parents[2]

RUNS = 9
IMPORTS = "import yaml, uharfbuzz, isal.isal_zlib, click, reportlab.pdfbase.pdfdoc"
PAGES = 8
CHARACTERS = 28_000


def environment() -> dict[str, str]:
    """Ours, with bytecode kept, as on any machine where printpress is installed."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def measure(command: list[str], folder: Path) -> tuple[float, float]:
    """Median seconds and greatest peak memory in MB of cold runs."""
    seconds, memory = [], []
    for _ in range(RUNS):
        start = time.perf_counter()
        child = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        assert child.stderr is not None
        told = child.stderr.read()
        if hasattr(os, "wait4"):
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            memory.append(usage.ru_maxrss / 1024)
        else:
            child.wait()
            memory.append(float("nan"))
        seconds.append(time.perf_counter() - start)
        if child.returncode:
            sys.exit(told.decode())
    return statistics.median(seconds), max(memory)


LAYOUT = """furniture:
  folio: {rows: 1-2}
slots:
  first:  {cols: 1-5, rows: 4-42, role: lead}
  second: {cols: 1-5, rows: 44-81, role: second, rule: above}
"""


def generated(folder: Path) -> Path:
    """A paper of eight full pages in the folder; its issue's folder."""
    shutil.copytree(ROOT / "fonts", folder / "fonts")
    shutil.copytree(ROOT / "layouts", folder / "layouts")
    (folder / "layouts" / "pages" / "bench.yaml").write_text(LAYOUT, "utf-8")
    issue = folder / "issues" / "2025-01-01"
    (issue / "stories").mkdir(parents=True)
    chance = random.Random(20250905)  # the same copy every time
    lines = []
    each = CHARACTERS // PAGES // 2
    for page in range(1, PAGES + 1):
        for slot in ("first", "second"):
            head = f"---\nheadline: 第{page}版的新闻标题若干字\n---\n"
            path = issue / "stories" / f"{slot}-{page}.md"
            path.write_text(head + copy_words(each, chance), "utf-8")
        stories = f"{{first: first-{page}, second: second-{page}}}"
        lines.append(f"  {page}: {{layout: bench, section: 要闻, stories: {stories}}}")
    text = "editions: [xiqiao]\ndate: 2025-01-01\nnumber: 1\npress: newsprint\npages:\n"
    (issue / "issue.yaml").write_text(text + "\n".join(lines) + "\n", "utf-8")
    return issue


def main() -> None:
    """Print the figures and keep them."""
    python = sys.executable
    floor, floor_memory = measure([python, "-c", IMPORTS], ROOT)
    rows = [("imports alone", floor, floor_memory)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        eight = generated(folder)
        sample = ROOT / "issues" / "2025-09-05"
        for label, issue in (("sample issue", sample), ("8 pages, no pictures", eight)):
            command = [
                python,
                "-m",
                "printpress",
                "print",
                "--no-preflight",
                str(issue),
            ]
            measure_once = subprocess.run(
                command, env=environment(), capture_output=True, check=False
            )
            if measure_once.returncode:
                sys.exit(measure_once.stderr.decode())
            rows.append((label, *measure(command, ROOT)))
    print(f"{'cold process':24}{'seconds':>9}{'ratio':>8}{'peak MB':>9}")
    for label, seconds, memory in rows:
        print(f"{label:24}{seconds:9.3f}{seconds / floor:8.2f}{memory:9.0f}")
    kept = {
        label: {
            "seconds": round(s, 4),
            "ratio": round(s / floor, 3),
            "peak_mb": round(m),
        }
        for label, s, m in rows
    }
    out = ROOT / "build" / "bench.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
