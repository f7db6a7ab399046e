"""Pages sent again, through the command, as a desk does it."""

import json
from hashlib import sha256

import pytest
from click.testing import CliRunner
from tests.papers import TINY, write_paper

from printpress.cli import main
from printpress.diagnostics import PressError
from printpress.shop.resend import Sent, next_version

STORY = "---\nheadline: 桥头早市开张\n---\n桥头的早市天不亮就开了。\n"
ISSUE = TINY["issues/2025-09-05/issue.yaml"].replace(
    "stories: {lead: market}}\n",
    "stories: {lead: market}}\n  2: {layout: inner, stories: {lead: clinic}}\n"
    "  3: {layout: inner, stories: {lead: school}}\n",
)
INNER = "slots:\n  lead: {cols: 1-3, rows: 5-12, role: lead}\n"
STORIES = "issues/2025-09-05/stories"


@pytest.fixture
def sent(tmp_path, monkeypatch):
    """A paper of three pages that the shop has."""
    files = {
        "issues/2025-09-05/issue.yaml": ISSUE,
        "layouts/pages/front.yaml": "extends: base\n",
        "layouts/pages/inner.yaml": INNER,
        f"{STORIES}/market.md": STORY,
        f"{STORIES}/clinic.md": STORY.replace("早市", "诊所"),
        f"{STORIES}/school.md": STORY.replace("早市", "小学"),
    }
    write_paper(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    assert printed()[0] == 0
    return tmp_path


def printed(*options: str) -> tuple[int, str]:
    words = ["print", "issues/2025-09-05", *options, "--lang", "en"]
    done = CliRunner().invoke(main, words)
    return done.exit_code, done.output


def held(paper) -> dict[str, bytes]:
    folder = paper / "build" / "2025-09-05-town"
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def times(paper) -> dict[str, int]:
    folder = paper / "build" / "2025-09-05-town"
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def changed(paper, story: str) -> None:
    path = paper / STORIES / f"{story}.md"
    path.write_text(path.read_text("utf-8").replace("天不亮", "天一亮"), "utf-8")


def test_a_page_sent_again_gets_the_next_letter_and_no_other_is_written(sent):
    before, sent_at = held(sent), times(sent)
    changed(sent, "clinic")
    code, said = printed("--resend", "2")
    assert code == 0, said
    after = held(sent)
    assert set(after) - set(before) == {"T_20250905_02_B.pdf"}
    alike = [name for name in before if before[name] == after[name]]
    sheets = [f"T_20250905_0{page}_A.pdf" for page in (1, 2, 3)]
    assert sorted(alike) == [*sheets, "preflight.json"]
    wrote = [
        line.split()[1].split("/")[-1] for line in said.splitlines() if "wrote" in line
    ]
    report = "preflight.json"
    written = [
        "whole.pdf",
        "T_20250905_02_B.pdf",
        report,
        "manifest.json",
        "ticket.json",
        "record.json",
    ]
    assert wrote == written
    assert {name: times(sent)[name] for name in sheets} == {
        name: sent_at[name] for name in sheets
    }
    told = json.loads(after["manifest.json"])
    assert [page["version"] for page in told["pages"]] == ["A", "B", "A"]
    assert sorted(told["files"]) == [
        "T_20250905_01_A.pdf",
        "T_20250905_02_B.pdf",
        "T_20250905_03_A.pdf",
        "whole.pdf",
    ]


def test_the_ticket_tells_what_goes_out_this_time(sent):
    first = json.loads(held(sent)["ticket.json"])
    assert (first["job"], first["delivery"], first["pages"]) == (
        "T_20250905",
        "whole",
        3,
    )
    assert [(each["pages"], each["version"]) for each in first["files"]] == [
        ([1], "A"),
        ([2], "A"),
        ([3], "A"),
    ]
    assert first["page_trim_mm"] == [105, 120]
    assert first["plates"] == ["M", "Y", "K"]  # the nameplate is red
    changed(sent, "clinic")
    printed("--resend", "2")
    after = held(sent)
    again = json.loads(after["ticket.json"])
    assert again["delivery"] == "again"
    (page,) = again["files"]
    assert (page["file"], page["version"]) == ("T_20250905_02_B.pdf", "B")
    assert (page["pages"], page["plates"]) == ([2], ["K"])
    for told in (page, again["whole"]):
        assert told["sha256"] == sha256(after[told["file"]]).hexdigest()


def test_again_and_again_the_letters_go_on(sent):
    printed("--resend", "3")
    assert printed("--resend", "3", "--resend", "1")[0] == 0
    told = json.loads(held(sent)["manifest.json"])
    assert [page["version"] for page in told["pages"]] == ["B", "A", "C"]


def test_the_whole_printed_again_keeps_the_letters_that_the_shop_has(sent):
    printed("--resend", "3")
    first = held(sent)["T_20250905_03_A.pdf"]
    changed(sent, "school")
    assert printed()[0] == 0
    after = held(sent)
    told = json.loads(after["manifest.json"])
    assert [page["version"] for page in told["pages"]] == ["A", "A", "B"]
    assert [page["file"][-5] for page in told["pages"]] == ["A", "A", "B"]
    assert after["T_20250905_03_A.pdf"] == first
    changed(sent, "school")
    assert printed("--resend", "3")[0] == 0
    assert "T_20250905_03_C.pdf" in held(sent)


def test_without_a_manifest_that_can_be_read_letters_begin_anew(sent):
    printed("--resend", "3")
    (sent / "build" / "2025-09-05-town" / "manifest.json").write_bytes(b"[]")
    assert printed()[0] == 0
    told = json.loads(held(sent)["manifest.json"])
    assert [page["version"] for page in told["pages"]] == ["A", "A", "A"]


def test_another_page_that_changed_is_told_and_nothing_is_written(sent):
    before = held(sent)
    changed(sent, "clinic")
    changed(sent, "school")
    code, said = printed("--resend", "2")
    assert code == 1
    assert "error[changed-too]: page 3 has changed, too, since it was sent" in said
    assert "add --resend 3" in said
    assert held(sent) == before


@pytest.mark.parametrize(
    "manifest", [None, b"", b"[]", b"{}", b'{"files": 3, "pages": 1}']
)
def test_without_a_manifest_nothing_is_sent_again(sent, manifest):
    path = sent / "build" / "2025-09-05-town" / "manifest.json"
    if manifest is None:
        path.unlink()
    else:
        path.write_bytes(manifest)
    code, said = printed("--resend", "2")
    assert code == 1
    assert "error[not-sent]" in said


def test_a_page_that_is_not_there_is_a_wrong_command_line(sent):
    before = held(sent)
    assert printed("--resend", "4")[0] == 2
    assert held(sent) == before


def test_versions_that_are_no_letters_are_not_taken():
    page = {"pages": [1], "version": "../A", "file": "a.pdf"}
    told = {"files": {"a.pdf": "0"}, "pages": [page]}
    with pytest.raises(PressError):
        Sent.told(json.dumps(told).encode(), "manifest.json")


def test_letters_go_on_as_in_a_table():
    letters = ["A"]
    for _ in range(60):
        letters.append(next_version(letters[-1]))
    assert letters[25:29] == ["Z", "AA", "AB", "AC"]
    assert letters[51:54] == ["AZ", "BA", "BB"]
