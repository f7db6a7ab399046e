"""``printpress batch`` with real workers: the same bytes wherever, whatever dies."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from tests.papers import ISSUE, STORIES, TINY, write_paper

TOWNS = ("town", "east", "west", "north")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    changes: dict[str, str | bytes | None] = {
        f"layouts/editions/{name}.yaml": TINY["layouts/editions/town.yaml"]
        .replace("code: T", f"code: {name.upper()}")
        .replace("小镇出版", f"小镇{number}社区出版")
        for number, name in enumerate(TOWNS)
    }
    changes[ISSUE] = TINY[ISSUE].replace("[town]", f"[{', '.join(TOWNS)}]") + (
        "  2: {layout: base, stories: {lead: bridge}}\n"
    )
    changes[f"{STORIES}/bridge.md"] = TINY[f"{STORIES}/market.md"].replace(
        "桥头早市", "石桥修缮"
    )
    for story in ("market", "bridge"):
        changes[f"{STORIES}/{story}.md"] = (
            f"---\nheadline: {story}\n---\n桥头的{story}天不亮就开了，热闹得很。\n"
        )
    changes["layouts/pages/base.yaml"] = (
        "slots:\n  lead: {cols: 1-3, rows: 5-12, role: lead}\n"
    )
    changes["layouts/pages/front.yaml"] = (
        "extends: base\nfurniture:\n  masthead: {cols: 1-2, rows: 1-3, copublisher: {}}\n"
    )
    return write_paper(tmp_path / "paper", changes).parent


def command(paper: Path, *words: str, name: str = "batch") -> list[str]:
    line = [sys.executable, "-m", "printpress", name, str(paper), "--lang", "en"]
    return [*line, "--no-preflight", *words]


def run(
    paper: Path, *words: str, name: str = "batch"
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(paper, *words, name=name),
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )


def files(paper: Path) -> dict[str, bytes]:
    """All that was made, but for what is told of the batch."""
    build = paper.parents[1] / "build"
    return {
        path.relative_to(build).as_posix(): path.read_bytes()
        for path in sorted(build.rglob("*"))
        if path.is_file()
        and path.relative_to(build).parts[0] not in {"batch", ".pictures"}
    }


def emptied(paper: Path) -> None:
    shutil.rmtree(paper.parents[1] / "build", ignore_errors=True)


def dashboard(paper: Path) -> Any:
    return json.loads((paper.parents[1] / "build/batch/dashboard.json").read_bytes())


@pytest.fixture
def printed(paper: Path) -> dict[str, bytes]:
    """What ``print`` makes of the paper."""
    done = run(paper, name="print")
    assert done.returncode == 0, done.stderr
    made = files(paper)
    emptied(paper)
    assert sum(name.endswith("whole.pdf") for name in made) == len(TOWNS)
    return made


def test_any_number_of_jobs_writes_what_print_writes(paper, printed):
    for jobs in ("1", "2"):
        done = run(paper, "--jobs", jobs)
        assert done.returncode == 0, done.stdout + done.stderr
        assert files(paper) == printed
        emptied(paper)


def test_what_is_finished_and_whole_is_not_made_again(paper, printed):
    run(paper, "--jobs", "1")
    build = paper.parents[1] / "build"
    spoilt = build / "2025-09-05-east" / "whole.pdf"
    spoilt.write_bytes(b"%PDF-cut off")
    run(paper, "--jobs", "1")
    before = {o["edition"]: o["as_before"] for o in dashboard(paper)["outcomes"]}
    assert before == {"town": True, "east": False, "west": True, "north": True}
    assert files(paper) == printed
    own = paper.parents[1] / "layouts/editions/west.yaml"
    own.write_text(own.read_text("utf-8").replace("2社区", "十社区"), "utf-8")
    run(paper, "--jobs", "1")
    before = {o["edition"]: o["as_before"] for o in dashboard(paper)["outcomes"]}
    assert before == {"town": True, "east": True, "west": False, "north": True}
    story = paper / "stories" / "bridge.md"
    story.write_text(story.read_text("utf-8") + "\n桥上添了灯。\n", "utf-8")
    run(paper, "--jobs", "1")
    assert not any(o["as_before"] for o in dashboard(paper)["outcomes"])
    changed = files(paper)
    emptied(paper)
    run(paper, name="print")
    assert files(paper) == changed


def test_a_failing_edition_never_stops_the_others(paper):
    own = paper.parents[1] / "layouts/editions/west.yaml"
    own.write_text("code: [\n", "utf-8")
    done = run(paper, "--jobs", "1")
    assert done.returncode == 1
    states = {o["edition"]: o["state"] for o in dashboard(paper)["outcomes"]}
    assert states.pop("west") == "red"
    assert set(states.values()) <= {"green", "amber"}
    suites = ET.parse(paper.parents[1] / "build/batch/junit.xml").getroot()
    assert [s.get("name") for s in suites if s.get("failures") != "0"] == [
        "2025-09-05 west"
    ]
    page = (paper.parents[1] / "build/batch/dashboard.html").read_text("utf-8")
    assert "http" not in page.replace("https://example.org", "")
    assert "west" in page


def children(pid: int) -> list[int]:
    """Workers of the batch: whoever runs under it, at any depth."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                stat = (folder / "stat").read_text()
            except OSError:
                continue
            if int(stat.rpartition(")")[2].split()[1]) == pid:
                found += [int(folder.name), *children(int(folder.name))]
    return found


@pytest.mark.parametrize("moment", [0.3, 0.8, 1.1, 1.4])
def test_a_batch_killed_at_any_moment_leaves_whole_files_and_goes_on(
    paper, printed, moment
):
    child = subprocess.Popen(command(paper, "--jobs", "2"), stdout=subprocess.DEVNULL)
    time.sleep(moment)
    workers = children(child.pid)
    child.send_signal(signal.SIGKILL)
    child.wait()
    limit = time.monotonic() + 20
    while time.monotonic() < limit and any(
        Path(f"/proc/{w}/cmdline").exists() and Path(f"/proc/{w}/cmdline").read_bytes()
        for w in workers
    ):
        time.sleep(0.05)
    for name, contents in files(paper).items():
        if not name.endswith(".part"):
            assert contents == printed[name], name
    assert run(paper, "--jobs", "2").returncode == 0
    made = {n: c for n, c in files(paper).items() if not n.endswith(".part")}
    assert made == printed


@pytest.mark.parametrize("moment", [0.6, 0.9, 1.2])
def test_a_worker_that_is_killed_is_replaced(paper, printed, moment):
    child = subprocess.Popen(
        command(paper, "--jobs", "2"), stdout=subprocess.PIPE, text=True
    )
    time.sleep(moment)
    workers = [
        w
        for w in children(child.pid)
        if b"forkserver" in Path(f"/proc/{w}/cmdline").read_bytes()
    ]
    for worker in workers[1:2]:  # the first is their parent
        os.kill(worker, signal.SIGKILL)
    told, _ = child.communicate(timeout=60)
    assert child.returncode == 0, told
    assert {n: c for n, c in files(paper).items() if not n.endswith(".part")} == printed


def test_a_full_disk_is_told_and_a_rerun_completes(paper, printed):
    most = max(map(len, printed.values())) - 1

    def little() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    done = subprocess.run(
        command(paper, "--jobs", "1"),
        capture_output=True,
        text=True,
        preexec_fn=little,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "file-trouble" in done.stdout
    assert all(printed[name] == contents for name, contents in files(paper).items())
    assert run(paper, "--jobs", "1").returncode == 0
    assert files(paper) == printed


def test_two_batches_in_one_folder(paper, printed):
    both = [
        subprocess.Popen(command(paper, "--jobs", "1"), stdout=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [one.wait(60) for one in both] == [0, 0]
    assert files(paper) == printed


def test_records_that_are_damaged_count_for_nothing(paper, printed):
    run(paper, "--jobs", "1")
    for path in (paper.parents[1] / "build/batch/records").iterdir():
        path.write_bytes(path.read_bytes()[:-9])
    run(paper, "--jobs", "1")
    assert not any(o["as_before"] for o in dashboard(paper)["outcomes"])
    assert files(paper) == printed


def test_dask_writes_the_same_from_a_shared_folder_and_from_files_sent(paper, printed):
    pytest.importorskip("distributed")
    python = [sys.executable, "-m", "distributed.cli"]
    note = paper.parents[2] / "scheduler.json"
    env = {**os.environ, "DASK_DISTRIBUTED__ADMIN__TICK__LIMIT": "60s"}
    where = ["--host", "127.0.0.1", "--no-dashboard"]
    quiet: dict[str, Any] = {
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
        "env": env,
    }
    crew = [
        subprocess.Popen(
            [
                *python[:2],
                "distributed.cli.dask_scheduler",
                "--port",
                "0",
                "--scheduler-file",
                str(note),
                *where,
            ],
            **quiet,
        )
    ]
    try:
        limit = time.monotonic() + 30
        while not note.exists() and time.monotonic() < limit:
            time.sleep(0.05)
        time.sleep(0.2)
        address = json.loads(note.read_bytes())["address"]
        crew += [
            subprocess.Popen(
                [
                    *python[:2],
                    "distributed.cli.dask_worker",
                    address,
                    "--nthreads",
                    "1",
                    "--no-nanny",
                    "--local-directory",
                    str(paper.parents[2]),
                    *where,
                ],
                **quiet,
            )
            for _ in range(2)
        ]
        for way in ([], ["--send"]):
            done = run(paper, "--cluster", address, *way)
            assert done.returncode == 0, done.stdout + done.stderr
            assert files(paper) == printed
            emptied(paper)
        late = subprocess.Popen(
            command(paper, "--cluster", address), stdout=subprocess.DEVNULL
        )
        time.sleep(1.0)
        crew[1].kill()
        assert late.wait(60) == 0
        assert files(paper) == printed
    finally:
        for one in reversed(crew):
            one.kill()
            one.wait()


def test_equal_pages_of_editions_share_their_bytes_on_disk(paper):
    run(paper, "--jobs", "1")
    build = paper.parents[1] / "build"
    second = [p for p in build.rglob("*.pdf") if "_02_" in p.name]
    assert len(second) == len(TOWNS)
    assert len({sha256(p.read_bytes()).digest() for p in second}) == 1
    assert len({p.stat().st_ino for p in second}) == 1
    first = [p for p in build.rglob("*.pdf") if "_01_" in p.name]
    assert len({sha256(p.read_bytes()).digest() for p in first}) == len(TOWNS)
