"""New papers, next issues and stories that move, by the commands that staff type."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from tests.commands import run

from printpress import spec
from printpress.atomic import write_bytes
from printpress.newsroom.written import text_of, tree_of
from printpress.pipeline import make_edition

ROOT = Path(__file__).parents[3]


@pytest.fixture
def paper(tmp_path, monkeypatch):
    """The sample paper, its faces left out."""
    shutil.copytree(ROOT / "layouts", tmp_path / "layouts")
    shutil.copytree(ROOT / "issues" / "2025-09-05", tmp_path / "issues" / "2025-09-05")
    (tmp_path / "fonts").mkdir()
    for face in (ROOT / "fonts").iterdir():
        (tmp_path / "fonts" / face.name).hardlink_to(face)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def issue_text(paper: Path, day: str = "2025-09-05") -> str:
    return (paper / "issues" / day / "issue.yaml").read_text("utf-8")


YAML = [*(ROOT / "issues").glob("*/issue.yaml"), *(ROOT / "layouts").rglob("*.yaml")]


@pytest.mark.parametrize("file", YAML, ids=lambda f: f.relative_to(ROOT).as_posix())
def test_yaml_that_nobody_changed_comes_back_to_the_byte(file):
    text = file.read_text("utf-8")
    assert text_of(tree_of(text)) == text


# new


def test_the_next_issue_has_the_frame_and_no_stories(paper):
    assert run("new", "2025-09-12").exit_code == 0
    before, _ = spec.load(paper / "issues" / "2025-09-05")
    after, _ = spec.load(paper / "issues" / "2025-09-12")
    assert (after.date, after.number) == (dt.date(2025, 9, 12), 313)
    kept = [(p.numbers, p.layout.name, p.section, p.credits) for p in before.pages]
    assert [
        (p.numbers, p.layout.name, p.section, p.credits) for p in after.pages
    ] == kept
    assert not after.stories
    assert not after.jumps
    assert not after.weather
    assert "stories: {}  # lead, second\n" in issue_text(paper, "2025-09-12")
    advert = paper / "issues" / "2025-09-12" / "adverts" / "home.jpg"
    assert (
        advert.read_bytes()
        == (paper / "issues" / "2025-09-05" / "adverts" / "home.jpg").read_bytes()
    )


def test_all_numbers_go_on(paper):
    file = paper / "issues" / "2025-09-05" / "issue.yaml"
    text = issue_text(paper)
    assert "number: 312\n" in text
    text = "".join(n for n in text.splitlines(keepends=True) if n[:6] != "total:")
    file.write_text(
        text.replace("number: 312\n", "number: 312\ntotal: 4001\n"), "utf-8"
    )
    assert run("new", "2025-09-12", "--number", "320").exit_code == 0
    assert "number: 320\ntotal: 4009\n" in issue_text(paper, "2025-09-12")


def test_its_pages_can_be_looked_at_but_not_printed(paper):
    run("new", "2025-09-12")
    issue, _ = spec.load(paper / "issues" / "2025-09-12")
    made = make_edition(issue, issue.editions[0])
    assert len(made.pages) == 8
    assert {d.code for d in made.found if d.severity.value == "error"} == {
        "empty-slot",
        "no-weather",
    }
    assert not made.printable


def test_it_is_made_after_the_last_issue_before_it(paper):
    run("new", "2025-09-19")
    run("new", "2025-09-12", "--number", "500")
    assert "number: 500\n" in issue_text(paper, "2025-09-12")
    run("new", "2025-09-15")
    assert "number: 501\n" in issue_text(paper, "2025-09-15")
    result = run("new", "2025-10-01", "--from", "issues/2025-09-05")
    assert result.exit_code == 0
    assert "number: 313\n" in issue_text(paper, "2025-10-01")


def test_an_issue_that_cannot_be_read_is_no_frame(paper):
    (paper / "issues" / "2025-09-08").mkdir()
    (paper / "issues" / "2025-09-08" / "issue.yaml").write_text("date: nonsense\n")
    assert run("new", "2025-09-12").exit_code == 0
    assert "number: 313\n" in issue_text(paper, "2025-09-12")


def test_nothing_is_overwritten(paper):
    assert run("new", "2025-09-12").exit_code == 0
    advert = paper / "issues" / "2025-09-12" / "adverts" / "home.jpg"
    advert.write_bytes(b"another")
    before = issue_text(paper, "2025-09-12")
    assert run("new", "2025-09-12").exit_code == 1
    assert issue_text(paper, "2025-09-12") == before
    (paper / "issues" / "2025-09-12" / "issue.yaml").unlink()
    assert run("new", "2025-09-12").exit_code == 0
    assert advert.read_bytes() == b"another"


# move


def test_a_story_moves_to_another_slot_and_comments_stay(paper):
    file = paper / "issues" / "2025-09-05" / "issue.yaml"
    file.write_text(issue_text(paper) + "# last words\n")
    result = run("move", "issues/2025-09-05/stories/bees.md", "4.third", "--under")
    assert result.exit_code == 0, result.output
    text = issue_text(paper)
    assert text.endswith("# last words\n")
    tree = tree_of(text)
    assert tree["pages"][4]["stories"]["third"] == ["last-bus", "bees"]
    assert "third" not in tree["pages"][2]["stories"]
    assert "page 2 slot third is empty now" in result.output


def test_two_stories_change_places_and_a_jump_goes(paper):
    story = "issues/2025-09-05/stories/half-year-meeting.md"
    result = run("move", story, "1.second", "--swap")
    assert result.exit_code == 0, result.output
    tree = tree_of(issue_text(paper))
    assert dict(tree["pages"][1]["stories"]) == {
        "lead": "joint-study",
        "second": "half-year-meeting",
    }
    assert "jumps" not in tree
    assert "taken out with it: jumps: half-year-meeting: 2.tail" in result.output


def test_a_slot_that_is_taken_is_not_filled_twice(paper):
    before = issue_text(paper)
    result = run("move", "issues/2025-09-05/stories/bees.md", "4.third")
    assert result.exit_code == 1
    assert "error[slot-taken]: on page 4, slot third holds last-bus" in result.output
    assert issue_text(paper) == before


def test_a_page_alone_means_its_first_empty_slot(paper):
    run("new", "2025-09-12")
    story = "issues/2025-09-05/stories/bees.md"
    assert run("move", story, "issues/2025-09-12#2").exit_code == 0
    assert "bees" not in issue_text(paper)
    tree = tree_of(issue_text(paper, "2025-09-12"))
    assert dict(tree["pages"][2]["stories"]) == {"lead": "bees"}
    new = paper / "issues" / "2025-09-12"
    issue, _ = spec.load(new)
    assert issue.stories["bees"].file == new / "stories" / "bees.md"
    assert all(p.file.is_relative_to(new) for p in issue.stories["bees"].pictures)
    assert not (paper / story).exists()


def test_a_picture_takes_no_other_s_place(paper):
    run("new", "2025-09-12")
    other = paper / "issues" / "2025-09-12" / "pictures" / "bee.jpg"
    other.parent.mkdir(exist_ok=True)
    other.write_bytes(b"another")
    before = issue_text(paper), issue_text(paper, "2025-09-12")
    result = run("move", "issues/2025-09-05/stories/bees.md", "issues/2025-09-12#2")
    assert result.exit_code == 1
    assert "error[name-taken]" in result.output
    assert other.read_bytes() == b"another"
    assert (issue_text(paper), issue_text(paper, "2025-09-12")) == before


def test_a_story_is_held_until_the_next_issue(paper):
    story = "issues/2025-09-05/stories/bees.md"
    held = paper / "issues" / "held" / "stories" / "bees.md"
    text = (paper / story).read_text("utf-8")
    assert run("move", story, "hold").exit_code == 0
    assert held.read_text("utf-8") == text
    assert not (paper / story).exists()
    assert "bees" not in issue_text(paper)
    result = run("new", "2025-09-12")
    assert "stories that were held: bees" in result.output
    assert not held.exists()
    come = paper / "issues" / "2025-09-12" / "stories" / "bees.md"
    assert come.read_text("utf-8") == text


@pytest.mark.usefixtures("paper")
@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("9.lead", "no-such-page"),
        ("2.leda", "unknown-slot"),
        ("2.third", "slot-taken"),
        ("2", "slot-taken"),
    ],
)
def test_places_that_are_not_there_are_refused(to, code):
    result = run("move", "issues/2025-09-05/stories/bees.md", to)
    assert result.exit_code == 1
    assert f"error[{code}]" in result.output


@pytest.mark.usefixtures("paper")
@pytest.mark.parametrize("to", ["lead", "2.", "#2", "two.lead"])
def test_places_that_are_none_are_usage_errors(to):
    assert run("move", "issues/2025-09-05/stories/bees.md", to).exit_code == 2


def test_only_stories_move(paper):
    before = issue_text(paper)
    for file in ("issue.yaml", "stories/bees.txt"):
        (paper / "issues" / "2025-09-05" / file).touch()
        assert run("move", f"issues/2025-09-05/{file}", "2.third").exit_code == 2
    assert issue_text(paper) == before


@pytest.mark.parametrize("stopped_at", range(1, 6))
def test_a_move_that_is_cut_short_loses_no_story(paper, monkeypatch, stopped_at):
    """The disk is full, or the file open elsewhere, at any of the steps."""
    story = paper / "issues" / "2025-09-05" / "stories" / "bees.md"
    text = story.read_bytes()
    assert run("new", "2025-09-12").exit_code == 0
    steps = []

    def stopping(real):
        def step(*given, **named):
            steps.append(given)
            if len(steps) == stopped_at:
                raise OSError(28, "no space left", "disk")
            return real(*given, **named)

        return step

    monkeypatch.setattr("printpress.atomic.write_bytes", stopping(write_bytes))
    monkeypatch.setattr(Path, "unlink", stopping(Path.unlink))
    result = run("move", "issues/2025-09-05/stories/bees.md", "issues/2025-09-12#2")
    assert result.exit_code == 1, result.output
    assert "error[file-trouble]" in result.output
    assert len(steps) == stopped_at
    assert story.read_bytes() == text
    for day in ("2025-09-05", "2025-09-12"):
        spec.load(paper / "issues" / day)  # each story it names is there


def test_a_held_file_never_takes_the_place_of_an_advert(paper):
    advert = next((paper / "issues" / "2025-09-05" / "adverts").iterdir())
    held = paper / "issues" / "held" / "adverts" / advert.name
    held.parent.mkdir(parents=True)
    held.write_bytes(b"another")
    result = run("new", "2025-09-12")
    assert "error[name-taken]" in result.output
    assert held.read_bytes() == b"another"
    assert not (paper / "issues" / "2025-09-12").exists()


def test_a_held_story_whose_name_is_taken_stays_and_is_told(paper):
    run("move", "issues/2025-09-05/stories/bees.md", "hold")
    begun = paper / "issues" / "2025-09-12" / "stories" / "bees.md"
    begun.parent.mkdir(parents=True)
    begun.write_text("begun", "utf-8")
    result = run("new", "2025-09-12")
    assert result.exit_code == 0
    assert "held still, the issue has files of these names: stories/bees.md" in (
        result.output
    )
    assert "stories that were held" not in result.output
    assert begun.read_text("utf-8") == "begun"
    assert (paper / "issues" / "held" / "stories" / "bees.md").is_file()


# init


@pytest.mark.parametrize("name", ["溪桥: 周末", "桥 #1, 桥 #2", "[溪桥]", "溪桥's"])
def test_a_paper_may_have_any_name_in_one_line(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    assert run("init", "paper", "--name", name, "--date", "2026-01-01").exit_code == 0
    issue, _ = spec.load(tmp_path / "paper" / "issues" / "2026-01-01")
    assert issue.house.paper.name == name


@pytest.mark.parametrize("name", ["", " ", "溪\n桥", '“溪"桥'])
def test_a_name_that_no_file_could_bear_is_refused(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    assert run("init", "paper", "--name", name).exit_code == 2
    assert not (tmp_path / "paper").exists()


def test_a_new_paper_builds_at_once(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("init", "paper", "--name", "河口周报", "--date", "2026-01-01")
    assert result.exit_code == 0, result.output
    issue, found = spec.load(tmp_path / "paper" / "issues" / "2026-01-01")
    assert issue.house.paper.name == "河口周报"
    made = make_edition(issue, issue.editions[0])
    assert made.printable, [d for d in made.found if d.severity.value == "error"]
    assert not found
    assert len(made.pages) == 4
    monkeypatch.chdir(tmp_path / "paper")
    assert run("new", "2026-01-08").exit_code == 0
    told = (tmp_path / "paper" / "README.md").read_text("utf-8")
    assert told.startswith("# 河口周报\n")
    assert "溪桥" not in "".join(
        file.read_text("utf-8")
        for file in (tmp_path / "paper").rglob("*.*")
        if file.suffix in {".yaml", ".md"} and file.parent.name != "press"
    )


def test_a_folder_that_holds_anything_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "mine.txt").write_text("mine")
    assert run("init", "paper").exit_code == 1
    assert [f.name for f in (tmp_path / "paper").iterdir()] == ["mine.txt"]
