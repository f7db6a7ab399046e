"""Whole-process timings: cold ``printpress print --no-preflight`` (``make bench``).

The sample issue, its pictures in the cache and not; a generated issue of eight pages with
16 photographs of seven million pixels, in the cache and not; and generated issues of
eight and of 64 pages with 3,500 characters each and no pictures. Each figure is the median of
several cold processes, with peak memory, and stands beside that of a process that only
imports the libraries the run needs: the ratio of the two survives a change of machine.
Then what the preflight of the sample takes, what one more page costs, which must not grow with their number, and how long one
story takes to be set again after an edit, with its cheapest cuts. The last figures are
kept in ``build/bench.json``.
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
from tests.bench.photographs import photograph

ROOT = Path(__file__).parents[2]

RUNS = 9
IMPORTS = "import yaml, uharfbuzz, isal.isal_zlib, click, reportlab.pdfbase.pdfdoc"
FEW_RUNS = 3
"""Of what takes seconds."""
PAGES, MANY_PAGES = 8, 64
CHARACTERS = 3_500
"""On a page."""
ILLUSTRATED = 2_420
"""On a page with two pictures."""
CACHE = ROOT / "build" / ".pictures"


def environment() -> dict[str, str]:
    """Ours, with bytecode kept, as on any machine where printpress is installed."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def measure(
    command: list[str], folder: Path, runs: int = RUNS, emptied: Path | None = None
) -> tuple[float, float]:
    """Median seconds and greatest peak memory in MB of cold runs.

    A folder to be *emptied* goes before each of them.
    """
    seconds, memory = [], []
    for _ in range(runs):
        if emptied:
            shutil.rmtree(emptied, ignore_errors=True)
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
  first:  {cols: 1-5, rows: 4-37, role: lead}
  second: {cols: 1-5, rows: 39-70, role: second, rule: above}
"""
PICTURE = "picture: {{over: 1-3, at: top, rows: [{0}, {0}]}}"


def paper(folder: Path) -> None:
    """The house in the folder, with a licence for any number of pages.

    Its copy is cut to no slot, and what gives way for that is not to be timed.
    """
    shutil.copytree(ROOT / "fonts", folder / "fonts")
    shutil.copytree(ROOT / "layouts", folder / "layouts")
    house = folder / "layouts" / "house.yaml"
    text = house.read_text("utf-8")
    for old, new in (
        ("max_pages: 8", "max_pages: 999"),
        (
            "ladder: [picture_rows, headline_size, deck, picture_shape]",
            "ladder: []",
        ),
    ):
        assert old in text
        text = text.replace(old, new)
    house.write_text(text, "utf-8")
    pages = folder / "layouts" / "pages"
    (pages / "bench.yaml").write_text(LAYOUT, "utf-8")
    illustrated = LAYOUT.replace("role: lead", f"role: lead, {PICTURE.format(13)}")
    second = PICTURE.format(15)
    illustrated = illustrated.replace("rule: above", f"rule: above, {second}")
    (pages / "illustrated.yaml").write_text(illustrated, "utf-8")


def generated(folder: Path, pages: int, *, illustrated: bool = False) -> Path:
    """An issue of so many full pages in the paper's folder; its folder.

    Two stories a page, and when it is *illustrated* a photograph with each.
    """
    layout = "illustrated" if illustrated else "bench"
    issue = folder / "issues" / f"{layout}-{pages}"
    (issue / "stories").mkdir(parents=True)
    (issue / "pictures").mkdir()
    chance = random.Random(20250905)  # the same copy every time
    lines: list[str] = []
    each = (ILLUSTRATED if illustrated else CHARACTERS) // 2
    for page in range(1, pages + 1):
        for slot in ("first", "second"):
            words = f"headline: 第{page}版的新闻标题若干字\n"
            if illustrated:
                picture = f"{slot}-{page}.jpg"
                photograph(issue / "pictures" / picture, len(lines) * 2 + len(slot))
                words += f"picture: {{file: ../pictures/{picture}, caption: 图}}\n"
            head = f"---\n{words}---\n"
            path = issue / "stories" / f"{slot}-{page}.md"
            path.write_text(head + copy_words(each, chance), "utf-8")
        stories = f"{{first: first-{page}, second: second-{page}}}"
        lines.append(
            f"  {page}: {{layout: {layout}, section: 要闻, stories: {stories}}}"
        )
    text = "editions: [xiqiao]\ndate: 2025-01-01\nnumber: 1\npress: newsprint\npages:\n"
    (issue / "issue.yaml").write_text(text + "\n".join(lines) + "\n", "utf-8")
    return issue


def refit(story: Path) -> float:
    """Seconds in which an edited story is set anew and its cheapest cuts are found."""
    from printpress.content.issue import edit_story
    from printpress.fonts.library import Library
    from printpress.makeup.compositor import Compositor
    from printpress.makeup.pages import grid_of
    from printpress.makeup.savings import savings
    from printpress.spec import load_story
    from printpress.text.galley import Profile

    house, fonts, file = load_story(story)
    copy, library = edit_story(file), Library(fonts)
    profile = Profile.of(grid_of(house).column_width)
    seconds = []
    for _ in range(RUNS):
        compositor = Compositor(house, library)
        start = time.perf_counter()
        compositor.galley(copy, profile)
        savings(compositor, copy, profile)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def printing(issue: Path) -> list[str]:
    """The command that prints an issue, after it has done so once."""
    command = [
        *(sys.executable, "-m", "printpress", "print", "--no-preflight", str(issue))
    ]
    first = subprocess.run(command, env=environment(), capture_output=True, check=False)
    if first.returncode:
        sys.exit(first.stderr.decode())
    return command


def preflighting() -> list[str]:
    """The command that checks the sample's finished file, of as many pages."""
    (file,) = (ROOT / "build").glob("2025-09-05-*/whole.pdf")
    return [sys.executable, "-m", "printpress", "preflight", str(file)]


def main() -> None:
    """Print the figures and keep them."""
    floor, floor_memory = measure([sys.executable, "-c", IMPORTS], ROOT)
    rows = [("imports alone", floor, floor_memory)]
    sample = ROOT / "issues" / "2025-09-05"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paper(folder)
        warm = printing(sample)
        rows.append(("sample issue, warm cache", *measure(warm, ROOT)))
        cold = measure(warm, ROOT, FEW_RUNS, emptied=CACHE)
        rows.append(("sample issue, cold cache", *cold))
        checked, peak = measure(preflighting(), ROOT, FEW_RUNS)
        rows.append(("preflight of the sample", checked, peak))
        rows.append(("preflight a page", checked / PAGES, float("nan")))
        eight = measure(printing(generated(folder, PAGES)), ROOT)
        rows.append((f"{PAGES} pages, no pictures", *eight))
        photographed = printing(generated(folder, PAGES, illustrated=True))
        rows.append((f"{PAGES} pages, 16 pictures, warm", *measure(photographed, ROOT)))
        own = folder / "build" / ".pictures"
        cold = measure(photographed, ROOT, FEW_RUNS, emptied=own)
        rows.append((f"{PAGES} pages, 16 pictures, cold", *cold))
        many = measure(printing(generated(folder, MANY_PAGES)), ROOT, FEW_RUNS)
        rows.append((f"{MANY_PAGES} pages, no pictures", *many))
    page = (many[0] - eight[0]) / (MANY_PAGES - PAGES)
    rows.append(("one more page", page, many[1] - eight[1]))
    story = sample / "stories" / "half-year-meeting.md"
    rows.append(("a story set anew, cuts", refit(story), float("nan")))
    print(f"{'cold process':28}{'seconds':>9}{'ratio':>8}{'peak MB':>9}")
    for label, seconds, memory in rows:
        print(f"{label:28}{seconds:9.3f}{seconds / floor:8.2f}{memory:9.0f}")
    keep(rows, floor)


def keep(rows: list[tuple[str, float, float]], floor: float) -> None:
    """Write the figures into ``build/bench.json``."""
    kept = {
        label: {
            "seconds": round(seconds, 4),
            "ratio": round(seconds / floor, 3),
            "peak_mb": None if memory != memory else round(memory),  # noqa: PLR0124 - nan
        }
        for label, seconds, memory in rows
    }
    out = ROOT / "build" / "bench.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
