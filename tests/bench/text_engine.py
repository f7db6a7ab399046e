"""The text engine by itself: characters a second, and gaps against the greedy way.

Speed is measured on the generated copy of :mod:`tests.bench.copy_words` at 18 ems,
in pure Python and, where a C compiler is there, with the breaking modules compiled by
mypyc (nothing in them is changed for it). Line quality is measured on a real text, where
it is installed: see :mod:`tests.real_text`.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.copy_words import copy_words
from tests.engine import ems, library, paragraph
from tests.real_text import paragraphs

from printpress.text.breaker import Rules, greedy
from printpress.text.galley import Profile, compose
from printpress.text.itemize import itemize
from printpress.text.total_fit import total_fit

ROOT = Path(__file__).parents[2]
CHARACTERS = 28_527
MEASURE = 18
TRIES = 9
COMPILED = ("items", "justify", "breaker", "sums", "demerits", "total_fit")
"""What the optional build compiles: all that breaks lines."""

SETUP = """from mypyc.build import mypycify
from setuptools import setup
files = [f"src/printpress/text/{name}.py" for name in NAMES]
options = ["--config-file=/dev/null", "--ignore-missing-imports"]
setup(name="printpress-text", packages=[], package_dir={"": "src"},
      ext_modules=mypycify([*options, *files]))
"""


def best(step: Callable[[], object]) -> float:
    """Seconds of the quickest of several tries: others only add what disturbs."""
    times = []
    for _ in range(TRIES):
        start = time.perf_counter()
        step()
        times.append(time.perf_counter() - start)
    return min(times)


def seconds() -> dict[str, float]:
    """What each step takes for all of the copy."""
    text = copy_words(CHARACTERS, random.Random(20250905))
    copy = [paragraph(part, indent=2, orphan=True) for part in text.split("\n\n")]
    ready = [itemize(one, library())[0] for one in copy]
    room = ems(MEASURE)

    def rooms(line: int) -> int:
        return room - (0 if line else ems(2))

    rules = Rules()
    taken = {
        "itemize": best(lambda: [itemize(one, library()) for one in copy]),
        "greedy": best(lambda: [greedy(items, rooms, rules) for items in ready]),
        "total fit": best(lambda: [total_fit(items, rooms, rules) for items in ready]),
        "compose": best(lambda: compose(copy, Profile.of(room), library())),
    }
    taken["itemize + total fit"] = taken["itemize"] + taken["total fit"]
    return taken


def compiled_seconds() -> dict[str, float] | None:
    """The same with the breaking modules compiled; None where they cannot be."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "src", folder / "src")
        setup = SETUP.replace("NAMES", repr(COMPILED))
        (folder / "setup.py").write_text(setup, "utf-8")
        built = subprocess.run(
            [sys.executable, "setup.py", "build_ext", "--inplace"],
            cwd=folder,
            env={**os.environ, "MYPYPATH": "src"},
            capture_output=True,
            check=False,
        )
        if built.returncode:
            print(built.stderr.decode()[-800:], file=sys.stderr)
            return None
        timed = subprocess.run(
            [sys.executable, "-m", "tests.bench.text_engine", "--times"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(folder / "src")},
            capture_output=True,
            check=True,
        )
    told: dict[str, float] = json.loads(timed.stdout)
    return told


def gaps(measure: float, method: str) -> list[int]:
    """What was added between the characters of each full line, 1/1000 em, sorted."""
    copy = [
        paragraph(text, indent=2, orphan=True, method=method) for text in paragraphs()
    ]
    lines = compose(copy, Profile.of(ems(measure)), library()).lines
    return sorted(line.looseness for line in lines if not line.last)


def print_speed() -> dict[str, dict[str, int]]:
    """The table of characters a second; what is kept of it."""
    pure, compiled = seconds(), compiled_seconds()
    print(f"{'characters a second':24}{'pure Python':>14}{'mypyc':>14}{'ratio':>8}")
    kept = {}
    for step, taken in pure.items():
        rate = round(CHARACTERS / taken)
        kept[step] = {"pure": rate}
        line = f"{step:24}{rate:14,}"
        if compiled:
            kept[step]["mypyc"] = round(CHARACTERS / compiled[step])
            line += f"{kept[step]['mypyc']:14,}{taken / compiled[step]:8.2f}"
        print(line)
    return kept


def print_gaps() -> dict[str, dict[str, list[int]]]:
    """The table of gaps; what is kept of it."""
    kept: dict[str, dict[str, list[int]]] = {}
    count = sum(map(len, paragraphs()))
    print(f"\ngaps in a real text of {count:,} characters, thousandths of an em")
    heads = "".join(f"{head:>8}" for head in ("median", "p90", "p99", "p99.9", "worst"))
    print(f"{'measure':10}{'':12}{heads}{'> 0.1':>9}{'> 0.2':>8}")
    for measure in (13.0, 15.5, 20.0):
        for method in ("greedy", "total-fit"):
            found = gaps(measure, method)
            shares = (0.5, 0.9, 0.99, 0.999)
            row = [found[int(len(found) * share)] for share in shares] + [found[-1]]
            loose = [sum(gap > limit for gap in found) for limit in (100, 200)]
            kept.setdefault(f"{measure:g}", {})[method] = [*row, *loose]
            shown = "".join(f"{number:8}" for number in row)
            print(f"{measure:<10g}{method:12}{shown}{loose[0]:9}{loose[1]:8}")
    return kept


def main() -> None:
    """Print the tables and keep their figures."""
    kept: dict[str, object] = {"characters a second": print_speed()}
    if paragraphs():
        kept["gaps"] = print_gaps()
    out = ROOT / "build" / "bench-text.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    if "--times" in sys.argv:
        print(json.dumps(seconds()))
    else:
        main()
