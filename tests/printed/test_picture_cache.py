"""The cache of pictures among crashes, crowds and broken disks: real runs, same PDF."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from printpress import spec
from printpress.pictures.cache import tidy
from printpress.pipeline import converted_pictures, make_edition, write_pages
from tests.papers import write_paper

STORIES = {
    "issues/2025-09-05/stories/market.md": (
        "---\nheadline: 桥头早市开张\npicture: {file: ../pictures/market.png}\n---\n"
        "桥头的早市天不亮就开了。卖豆腐的、卖青菜的、卖活鱼的，一家挨着一家。\n"
    )
}
ONLY_HERE = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals, limits")


@pytest.fixture
def paper(tmp_path) -> Path:
    """The tiny paper with a picture of some megabytes; its issue's folder."""
    issue = write_paper(tmp_path / "paper", STORIES).parent
    (issue / "pictures").mkdir()
    picture = Image.effect_noise((900, 700), 90).convert("RGB")
    picture.paste((220, 30, 40), (0, 0, 450, 100))
    picture.save(issue / "pictures" / "market.png", compress_level=1)
    return issue


def cache_of(issue: Path) -> Path:
    return issue.parents[1] / "build" / ".pictures"


def started(issue: Path, *before: str, code: str = "") -> subprocess.Popen[bytes]:
    """`printpress print` in a process of its own, behind a command or some code."""
    run = f"{code}\nfrom printpress.cli import main\nmain()"
    return subprocess.Popen(
        [*before, sys.executable, "-c", run, "print", "--no-preflight", str(issue)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def printed(issue: Path, *before: str, code: str = "") -> dict[str, bytes]:
    """What it writes."""
    child = started(issue, *before, code=code)
    _, told = child.communicate(timeout=60)
    assert child.returncode == 0, told.decode()
    assert b"Traceback" not in told
    return outcome(issue)


def outcome(issue: Path) -> dict[str, bytes]:
    (folder,) = (p for p in (issue.parents[1] / "build").iterdir() if p.name[0] != ".")
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture
def without(paper) -> dict[str, bytes]:
    """What is written where nothing can be kept: a file stands in the folder's way."""
    folder = cache_of(paper)
    folder.parent.mkdir()
    folder.write_bytes(b"in the way")
    files = printed(paper)
    assert folder.read_bytes() == b"in the way"
    folder.unlink()
    return files


def entries(issue: Path) -> list[Path]:
    return [path for path in cache_of(issue).iterdir() if path.name[0] != "."]


def test_with_and_without_a_cache_the_files_are_the_same(paper, without):
    assert printed(paper) == without
    (entry,) = entries(paper)
    kept = entry.read_bytes()
    assert printed(paper) == without
    for damaged in (b"", kept[:-1], kept[:400] + bytes([kept[400] ^ 1]) + kept[401:]):
        entry.write_bytes(damaged)
        assert printed(paper) == without
        assert entry.read_bytes() == kept  # and it was mended


def test_a_proof_is_the_same_with_and_without_a_cache(paper, tmp_path):
    issue, _ = spec.load(paper / "issue.yaml")
    made = make_edition(issue, issue.editions[0])
    files = set()
    for folder in (None, tmp_path / "kept", tmp_path / "kept"):
        pictures, _ = converted_pictures(made, issue.root, folder)
        files.add(write_pages(made, pictures, made.pages))
    assert len(files) == 1


def test_many_at_once_all_succeed_with_the_same_bytes(paper, without):
    runs = [started(paper) for _ in range(4)]
    for child in runs:
        _, told = child.communicate(timeout=60)
        assert child.returncode == 0, told.decode()
        assert outcome(paper) == without
    assert len(entries(paper)) == 1
    assert not list(cache_of(paper).glob(".*"))


@ONLY_HERE
def test_killed_at_any_moment_a_run_leaves_nothing_that_the_next_trusts(paper, without):
    chance = random.Random(5)
    for _ in range(4):
        shutil.rmtree(cache_of(paper), ignore_errors=True)
        child = started(paper)
        end = time.monotonic() + 20
        while not cache_of(paper).exists() and time.monotonic() < end:
            time.sleep(0.0005)  # it is made just before the first entry
        time.sleep(chance.uniform(0, 0.004))
        child.kill()
        child.communicate()
    assert printed(paper) == without


DIES = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
"""
FULL = """
import resource
import printpress.atomic, printpress.pictures.cache as cache
def full(folder, key, picture, keep=cache.keep):
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
    keep(folder, key, picture)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
cache.keep = full
"""


@ONLY_HERE
def test_killed_in_the_middle_of_an_entry_it_leaves_none(paper, without):
    child = started(paper, code=DIES)  # by the system, at the entry's 20,000th byte
    child.communicate(timeout=60)
    assert child.returncode == -signal.SIGXFSZ
    (part,) = cache_of(paper).iterdir()
    assert part.name.endswith(".part")
    assert part.stat().st_size == 20_000
    assert printed(paper) == without
    assert part.exists()  # it might still be written
    os.utime(part, (1, 1))
    tidy(cache_of(paper))
    assert not part.exists()
    assert len(entries(paper)) == 1


@ONLY_HERE
def test_a_full_disk_costs_nothing_but_time(paper, without):
    assert printed(paper, code=FULL) == without
    assert not list(cache_of(paper).iterdir())


@ONLY_HERE
@pytest.mark.parametrize("mode", [0o555, 0o000])
def test_a_folder_that_may_not_be_written_or_read_costs_nothing_but_time(
    paper, without, mode
):
    # Root may do everything unless it gives that up.
    alike = "--bounding-set=-dac_override,-dac_read_search"
    before = ("setpriv", alike) if os.geteuid() == 0 else ()
    if before and not shutil.which("setpriv"):
        pytest.skip("root, and no setpriv (util-linux)")
    folder = cache_of(paper)
    folder.mkdir()
    folder.chmod(mode)
    try:
        assert printed(paper, *before) == without
    finally:
        folder.chmod(0o755)
    assert not list(folder.iterdir())
