"""Files into an issue's folder, by the command; names; what is never overwritten."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.papers import ISSUE, write_paper
from tests.unit.intake import word_files
from tests.unit.intake.test_photos import shot
from tests.unit.intake.word_files import MORE, TEXT

from printpress.cli import main
from printpress.intake.names import safe_name
from printpress.intake.story_text import scalar

STORIES = "issues/2025-09-05/stories"


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_paper(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, [*words, "--lang", "en"])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def sent(name: str, contents: bytes) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(contents)
    return name


def test_what_is_imported_into_a_fresh_issue_builds(paper):
    issue = Path(ISSUE)
    (paper / STORIES / "market.md").unlink()
    issue.write_text(
        issue.read_text("utf-8").replace("market", "清溪变清-一稿"), "utf-8"
    )
    code, said = run(
        "import", sent("来稿/清溪变清（一稿）.docx", word_files.one_picture())
    )
    assert code == 0, said
    layout = paper / "layouts/pages/base.yaml"
    layout.write_text(layout.read_text("utf-8").replace("5-12", "5-20"), "utf-8")
    code, said = run("check", "issues/2025-09-05")
    assert "error" not in said, said
    assert "清溪变清-一稿" in said


def test_the_issue_is_the_last_of_the_paper(paper):
    write_paper(paper, {"issues/2025-09-12/issue.yaml": "a: b"})
    write_paper(paper, {"issues/specimen/issue.yaml": "a: b"})
    code, said = run("import", sent("a.txt", f"标题\n{TEXT}".encode()))
    assert code == 0
    assert "into issues/2025-09-12" in said
    assert (paper / "issues/2025-09-12/stories/a.md").is_file()


def test_the_last_issue_is_that_of_the_latest_day_whatever_its_folder_is_called(paper):
    later = (
        Path(ISSUE).read_text("utf-8").replace("date: 2025-09-05", "date: 2025-10-01")
    )
    write_paper(paper, {"issues/2024-special/issue.yaml": later})
    write_paper(paper, {"issues/9-notes/issue.yaml": "a: b"})
    code, said = run("import", sent("a.txt", f"标题\n{TEXT}".encode()))
    assert code == 0
    assert "into issues/2024-special" in said


def test_the_issue_one_stands_in_goes_before_the_last(paper, monkeypatch):
    write_paper(paper, {"issues/2025-09-12/issue.yaml": "a: b"})
    name = sent("a.txt", f"标题\n{TEXT}".encode())
    monkeypatch.chdir(STORIES)
    assert run("import", str(paper / name))[0] == 0
    assert (paper / STORIES / "a.md").is_file()


def test_copy_of_the_same_name_does_not_take_the_list_of_what_was_left_out(paper):
    lists = paper / "issues/2025-09-05/imported"
    name = sent("noted.docx", word_files.noted())
    assert run("import", name)[0] == 0
    assert run("import", name, "--replace")[0] == 0
    assert [each.name for each in lists.iterdir()] == ["noted.txt"]
    (paper / STORIES / "noted.md").rename(paper / STORIES / "bees.md")
    first = (lists / "noted.txt").read_bytes()
    assert "请核对古称" in first.decode()
    assert run("import", sent("noted.txt", f"标题\n{TEXT}".encode()))[0] == 0
    assert (lists / "noted.txt").read_bytes() == first
    assert (lists / "noted-2.txt").is_file()


def test_what_is_no_file_is_refused_unread(paper):
    (paper / "稿.txt").symlink_to("/dev/null")
    code, said = run("import", "稿.txt")
    assert code == 1
    assert 'not-importable]: "稿.txt" cannot be imported: it is no file' in said


def test_the_issue_may_be_named(paper):
    write_paper(paper, {"issues/2025-09-12/issue.yaml": "a: b"})
    name = sent("a.txt", f"标题\n{TEXT}".encode())
    assert run("import", name, "--issue", "issues/2025-09-05")[0] == 0
    assert (paper / STORIES / "a.md").is_file()
    assert run("import", name, "--issue", "issues")[0] == 2
    assert run("import", name, "--issue", f"{STORIES}/market.md")[0] == 2
    assert run("import", name, "--issue", ISSUE, "--replace")[0] == 0


def test_a_story_that_is_there_is_kept_unless_replaced(paper):
    name = sent("market.txt", f"标题\n{TEXT}".encode())
    before = (paper / STORIES / "market.md").read_bytes()
    code, said = run("import", name)
    assert code == 1
    assert "story-exists" in said
    assert "--replace" in said
    assert (paper / STORIES / "market.md").read_bytes() == before
    assert not (paper / "issues/2025-09-05/imported").exists()
    assert run("import", name, "--replace")[0] == 0
    assert TEXT in (paper / STORIES / "market.md").read_text("utf-8")


def test_one_file_that_cannot_be_read_stops_no_other(paper):
    names = (
        sent("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        sent("b.txt", TEXT.encode()),
    )
    code, said = run("import", *names)
    assert code == 1
    assert "not-importable" in said
    assert (paper / STORIES / "b.md").is_file()


def test_folders_are_taken_file_by_file_without_word_s_own(paper):
    sent("来稿/b.txt", f"标题\n{TEXT}".encode())
    sent("来稿/a.jpg", shot())
    sent("来稿/~$b.docx", b"lock")
    sent("来稿/.hidden.txt", b"x")
    code, said = run("import", "来稿")
    assert code == 0, said
    assert (paper / "issues/2025-09-05/pictures/a.jpg").is_file()
    assert sorted(p.name for p in (paper / STORIES).iterdir()) == ["b.md", "market.md"]


def test_two_files_of_one_name_are_two_stories(paper):
    names = (
        sent("a/稿.txt", f"甲\n{TEXT}".encode()),
        sent("b/稿.txt", f"乙\n{MORE}".encode()),
    )
    assert run("import", *names)[0] == 0
    folder = paper / STORIES
    assert "headline: 甲" in (folder / "稿.md").read_text("utf-8")
    assert "headline: 乙" in (folder / "稿-2.md").read_text("utf-8")


def test_a_picture_sent_twice_is_stored_once_and_each_file_brings_its_own(paper):
    pictures = paper / "issues/2025-09-05/pictures"
    names = (
        sent("a.docx", word_files.one_picture()),
        sent("b.docx", word_files.one_picture()),
        sent("c.jpg", shot()),
    )
    code, said = run("import", *names)
    assert code == 0, said
    assert said.count("wrote issues/2025-09-05/pictures/") == 2
    (of_a, of_c) = sorted(each.name for each in pictures.iterdir())
    assert of_c == "c.jpg"
    for story in ("a.md", "b.md"):
        assert f"../pictures/{of_a}" in (paper / STORIES / story).read_text("utf-8")


@pytest.mark.usefixtures("paper")
def test_programs_are_told_each_remark():
    name = sent("noted.docx", word_files.noted())
    result = CliRunner().invoke(main, ["import", name, "--json"])
    lines = [json.loads(line) for line in result.output.splitlines()]
    remarks = [line for line in lines if line["type"] == "import-remark"]
    assert {"left-out"} <= {line["kind"] for line in remarks}
    assert "请核对古称" in [line["text"] for line in remarks]
    assert [x["path"] for x in lines if x["type"] == "file"] == [
        f"{STORIES}/noted.md",
        "issues/2025-09-05/imported/noted.txt",
    ]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("三村携手（定稿） 2.最终", "三村携手-定稿-2-最终"),
        ("../../etc/passwd", "etc-passwd"),
        ("a:b|c*d?e", "a-b-c-d-e"),
        ("CON", "con-story"),
        ("长" * 90, "长" * 40),
        ("。。。", "story"),
        ("e\u0301te\u0301", "été"),
    ],
)
def test_names_are_safe_and_short(written, name):
    assert safe_name(written) == name


@pytest.mark.parametrize(
    "words",
    [
        "清溪",
        "“引号”",
        "a: b",
        "开门：大吉",
        "- 一",
        "# 二",
        "'单'",
        '"双"',
        "12",
        "null",
        "！",
    ],
)
def test_yaml_reads_a_scalar_back(words):
    import yaml

    assert yaml.safe_load(f"headline: {scalar(words)}") == {"headline": words}
