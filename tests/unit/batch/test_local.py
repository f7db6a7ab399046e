"""Editions with pages of their own, made by a batch as ``print`` makes them."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.unit.batch.test_batch import command, dashboard, emptied, files, paper, run

__all__ = ["paper"]

FAIR = "---\nheadline: 东街庙会\n---\n庙会开了三天，热闹得很。\n"


@pytest.fixture
def local(paper: Path) -> Path:
    """East has another story and weather on page two, west another layout."""
    here = paper / "editions"
    (here / "east" / "stories").mkdir(parents=True)
    (here / "east" / "stories" / "fair.md").write_text(FAIR, "utf-8")
    (here / "east.yaml").write_text("pages: {2: {stories: {lead: fair}}}\n", "utf-8")
    (here / "west.yaml").write_text("pages: {2: {layout: front}}\n", "utf-8")
    return paper


def outcomes(paper: Path) -> dict[str, Any]:
    return {one["edition"]: one for one in dashboard(paper)["outcomes"]}


def test_pages_of_editions_are_those_of_print(local):
    done = run(local, name="print")
    assert done.returncode == 0, done.stdout + done.stderr
    printed = files(local)
    whole = {n: c for n, c in printed.items() if n.endswith("whole.pdf")}
    assert len(set(whole.values())) == 4
    second = {c for n, c in printed.items() if n.endswith(".pdf") and "_02_" in n}
    assert len(second) == 3  # town's and north's are one
    emptied(local)
    for jobs in ("1", "2"):
        done = run(local, "--jobs", jobs)
        assert done.returncode == 0, done.stdout + done.stderr
        assert files(local) == printed
        emptied(local)


def checked(paper: Path, name: str, *words: str) -> subprocess.CompletedProcess[str]:
    """``print`` or ``batch`` with its preflight."""
    line = [one for one in command(paper, *words, name=name) if one != "--no-preflight"]
    return subprocess.run(line, check=False, capture_output=True, text=True, timeout=60)


def test_what_the_preflight_finds_is_what_print_finds(local):
    towns = ("--edition", "town", "--edition", "east")
    done = checked(local, "print", *towns)
    printed = files(local)
    assert any(name.endswith("preflight.json") for name in printed)
    emptied(local)
    again = checked(local, "batch", "--jobs", "1", *towns)
    assert again.returncode == done.returncode, again.stdout + again.stderr
    assert files(local) == printed
    told = {one["preflight"] for one in outcomes(local).values()}
    assert told == {"passed" if done.returncode == 0 else "failed"}


def test_proofs_are_those_of_proof(local):
    words = ("--edition", "town", "--edition", "east")
    line = command(local, *words, name="proof")
    line.remove("--no-preflight")
    done = subprocess.run(line, check=False, capture_output=True, timeout=60)
    assert done.returncode == 0
    proofs = {n: c for n, c in files(local).items() if n.endswith((".png", ".pdf"))}
    assert len(proofs) == 2 * 3
    emptied(local)
    again = run(local, "--proof", "--jobs", "1", *words)
    assert again.returncode == 0, again.stdout + again.stderr
    assert files(local) == proofs
    assert {one["preflight"] for one in outcomes(local).values()} == {""}


def test_an_edition_hears_what_is_told_of_itself_only(local):
    (local / "editions/east/stories/left.md").write_text(FAIR, "utf-8")
    run(local, "--jobs", "1")
    told = {
        name: [found["where"] for found in one["found"] if "left.md" in found["where"]]
        for name, one in outcomes(local).items()
    }
    assert [name for name, where in told.items() if where] == ["east"]


NAMEPLATE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">%s</svg>'


def test_a_file_that_lies_beside_those_of_editions_makes_its_editions_anew(local):
    editions = local.parents[1] / "layouts/editions"
    art = editions / "art/plate.svg"
    art.parent.mkdir()
    art.write_text(NAMEPLATE % '<path d="M1 1h30v8h-30z"/>', "utf-8")
    with (editions / "north.yaml").open("a", encoding="utf-8") as file:
        file.write("nameplate: art/plate.svg\n")
    assert run(local, "--jobs", "1").returncode == 0
    art.write_text(NAMEPLATE % '<path d="M1 1h20v8h-20z"/>', "utf-8")
    assert run(local, "--jobs", "1").returncode == 0
    assert not outcomes(local)["north"]["as_before"]
    made = files(local)
    emptied(local)
    run(local, name="print")
    assert files(local) == made


def test_another_file_of_the_issue_is_another_issue(local):
    plan = (local / "issue.yaml").read_text("utf-8")
    other = local / "second.yaml"
    other.write_text(plan.replace("number: 7", "number: 8"), "utf-8")
    town = ("--edition", "town", "--jobs", "1")
    assert run(local, *town).returncode == 0
    seventh = files(local)
    line = [str(other) if one == str(local) else one for one in command(local, *town)]
    subprocess.run(line, check=True, capture_output=True, timeout=60)
    assert files(local) != seventh
