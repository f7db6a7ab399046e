"""``printpress diff``: builds, issues and real git repositories."""

import json
import os
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from unittest import mock

import pytest
from PIL import Image
from tests.commands import run
from tests.papers import write_paper

from printpress.proof import revision, sides
from printpress.proof.pictures import trimmed_pages

DAY = "issues/2025-09-05"
ISSUE = f"{DAY}/issue.yaml"
MARKET = f"{DAY}/stories/market.md"
BRIDGE = f"{DAY}/stories/bridge.md"
BUILD = "build/2025-09-05-town"
SHEET = "build/diff-2025-09-05-town"
FIRST = "卖青菜的挨着卖活鱼的，天不亮就开了。"
FILES = {
    ISSUE: """\
editions: [town]
date: 2025-09-05
number: 7
press: plain
pages:
  1: {layout: front, stories: {lead: market}}
  2: {layout: base, stories: {lead: bridge}}
""",
    MARKET: f"---\nheadline: 桥头早市\n---\n{FIRST}\n\n{FIRST[::-1][1:]}。\n",
    BRIDGE: f"---\nheadline: 大桥\n---\n{FIRST * 3}\n",
}


def diff(*arguments, lang="en"):
    result = run("diff", *arguments, lang=lang)
    assert result.exit_code == 0, result.output
    return result.output


def told(*arguments):
    """What programs are told, by type."""
    lines = [json.loads(line) for line in diff(*arguments, "--json").splitlines()]
    return {line.pop("type"): line for line in lines}


def git(folder, *arguments):
    named = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for who in ("AUTHOR", "COMMITTER"):
        named |= {f"GIT_{who}_NAME": "周二", f"GIT_{who}_EMAIL": "z@example.org"}
    return subprocess.run(
        ["git", "-C", str(folder), *arguments],
        env={**os.environ, **named},
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def commit(folder):
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "a state")


@pytest.fixture
def paper(tmp_path, monkeypatch):
    folder = tmp_path / "paper"
    write_paper(folder, FILES)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def repository(paper):
    git(paper, "init", "-q")
    (paper / ".gitignore").write_text("build/\n")
    commit(paper)
    return paper


def change(paper, file, old, new):
    path = paper / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_what_changed_since_the_last_proof(paper):
    assert run("proof", DAY).exit_code == 0
    assert "nothing changed" in diff(DAY)
    assert not (paper / SHEET).exists()
    change(paper, MARKET, "青菜", "活鱼")
    assert diff(DAY).splitlines() == [
        f"{BUILD} → {DAY} (town)",
        'P01 lead: market "桥头早市": text changed',
        "   paragraph 1: 卖[-青菜-]{+活鱼+}的挨着卖活鱼的，天不亮就…",
        "1 story changed, 0 only re-broken or shifted; 1 page looks otherwise: 1",
        "page 1: looks otherwise in 1 place",
        f"wrote {SHEET}/page-1.png ({(paper / SHEET / 'page-1.png').stat().st_size / 1024:,.0f} KB)",
    ]
    assert [path.name for path in (paper / SHEET).iterdir()] == ["page-1.png"]
    assert "第 1 段：卖〔删：青菜〕〔增：活鱼〕的挨着" in diff(DAY, lang="zh")


def test_the_mark_lies_on_the_words_that_changed(paper):
    run("proof", DAY)
    change(paper, BRIDGE, "headline: 大桥", "headline: 大市")
    (mark,) = told(DAY)["page"]["marks_mm"]
    # The slot begins four rows of 14 pt below a margin of 10 mm; the page is 105 wide.
    assert 29 < mark["y"] < 40
    assert mark["x"] < 60 < mark["x"] + mark["width"] < 70
    assert mark["height"] < 10


def test_a_build_is_left_as_it_is(paper):
    run("proof", DAY)
    change(paper, MARKET, "青菜", "活鱼")
    before = {f: f.read_bytes() for f in (paper / BUILD).iterdir()}
    diff(DAY, "--html")
    assert before == {f: f.read_bytes() for f in (paper / BUILD).iterdir()}


def test_without_a_proof_the_last_revision_is_meant(repository):
    change(repository, MARKET, "青菜", "活鱼")
    assert f"HEAD:{DAY} → {DAY}" in diff(DAY)
    assert diff(DAY).splitlines()[1:] == diff("HEAD", DAY).splitlines()[1:]
    assert diff(DAY).splitlines()[1:] == diff(f"HEAD:{DAY}").splitlines()[1:]
    assert diff(DAY).splitlines()[1:] == diff("HEAD", "--issue", DAY).splitlines()[1:]


def test_two_builds(paper):
    run("proof", DAY)
    shutil.copytree(paper / BUILD, "first")
    change(paper, MARKET, "青菜", "活鱼")
    run("proof", DAY)
    shutil.rmtree(paper / "issues")  # nothing is made up
    assert told("first", BUILD)["story"]["changed"][0]["pieces"][1] == {
        "old": "青菜",
        "new": "活鱼",
    }
    assert (paper / SHEET / "page-1.png").exists()
    assert told("first/record.json", BUILD)["summary"]["pages"] == ["1"]


def test_a_print_run_is_compared_with_a_proof(paper):
    press = paper / "layouts/press/plain.yaml"
    press.write_text(press.read_text() + "bleed: 3mm\nmarks: full\n")
    assert run("print", DAY, "--no-preflight").exit_code == 0
    shutil.copytree(paper / BUILD, "printed")
    run("proof", DAY)
    assert "nothing changed" in diff("printed", BUILD)
    change(paper, MARKET, "青菜", "活鱼")
    run("proof", DAY)
    # Marks and bleed of the printed file are no difference.
    page = told("printed", BUILD)["page"]
    assert page["compared"]
    assert len(page["marks_mm"]) == 1
    assert page["marks_mm"][0]["height"] < 20


def test_a_file_of_another_state_is_not_compared(paper):
    run("proof", DAY)
    change(paper, MARKET, "青菜", "活鱼")
    with (paper / BUILD / "proof.pdf").open("ab") as file:
        file.write(b"\n")  # whatever wrote it, it was not this proof
    assert "page 1: looks otherwise; its old picture was not kept" in diff(DAY)
    assert not told(DAY)["page"]["compared"]
    with Image.open(paper / SHEET / "page-1.png") as sheet:
        assert sheet.width < sheet.height  # the new page alone


def test_only_pages_that_changed_are_drawn(paper):
    run("proof", DAY)
    change(paper, MARKET, "青菜", "活鱼")
    with mock.patch.object(sides, "trimmed_pages", wraps=trimmed_pages) as drawn:
        diff(DAY)
        assert [len(call.args[1]) for call in drawn.call_args_list] == [1, 1]
        drawn.reset_mock()
        diff(DAY, "--no-pictures")
        assert not drawn.called
    assert not list((paper / SHEET).glob("*.png"))


def test_revisions_are_made_with_their_own_layouts(repository):
    change(
        repository, "layouts/pages/front.yaml", "  lead:\n", "  lead:\n    rows: 6-12\n"
    )
    change(repository, "layouts/house.yaml", "slogan: 大家看", "slogan: 大家说")
    commit(repository)
    change(repository, "layouts/house.yaml", "slogan: 大家说", "slogan: 大家看")
    change(repository, MARKET, "青菜", "活鱼")
    commit(repository)
    state = git(repository, "status", "--porcelain=v2", "--branch")
    index = (repository / ".git/index").read_bytes()
    lines = diff("HEAD~2", "HEAD", "--issue", DAY)
    assert "[-青菜-]{+活鱼+}" in lines
    assert "page 1: looks otherwise" in lines
    assert told("HEAD~2", "HEAD~1", "--issue", DAY)["story"]["kinds"] == ["shifted"]
    # Asked first: `git status` itself may write the times of files into the index.
    assert (repository / ".git/index").read_bytes() == index
    assert git(repository, "status", "--porcelain=v2", "--branch") == state


def test_a_paper_in_a_folder_of_a_repository(paper, monkeypatch):
    top = paper.parent
    git(top, "init", "-q")
    commit(top)
    change(paper, MARKET, "青菜", "活鱼")
    assert "[-青菜-]" in diff("HEAD", DAY)
    assert "[-青菜-]" in diff(f"HEAD:paper/{DAY}", DAY)  # as git shows paths
    monkeypatch.chdir(paper / DAY)
    assert "[-青菜-]" in diff("HEAD", ".")
    monkeypatch.chdir(top)
    assert "[-青菜-]" in diff("HEAD", f"paper/{ISSUE}")
    assert (paper / SHEET / "page-1.png").exists()


def test_an_issue_that_is_gone_now(repository):
    shutil.move(repository / DAY, repository / "issues/2025-09-06")
    lines = diff(f"HEAD:{DAY}", "issues/2025-09-06")
    assert "nothing changed" in lines


def test_other_issues_come_along_only_if_they_are_named(repository):
    shutil.copytree(repository / DAY, repository / "issues/2025-09-04")
    shutil.copytree(repository / DAY, repository / "issues/2025-09-03")
    Image.new("RGB", (400, 300), "teal").save(
        repository / "issues/2025-09-04/stories/pond.jpg"
    )
    change(
        repository,
        MARKET,
        "headline: 桥头早市\n",
        "headline: 桥头早市\npictures: [{file: ../../2025-09-04/stories/pond.jpg}]\n",
    )
    commit(repository)
    change(repository, MARKET, "青菜", "活鱼")
    with mock.patch.object(revision, "_texts", wraps=revision._texts) as read:
        assert told("HEAD", DAY)["story"]["kinds"] == ["text"]
    issues = read.call_args.args[0].parent
    assert not issues.exists()  # nothing stays behind


def test_links_that_leave_the_paper_are_left_out(repository):
    (repository / "fonts-of-this-machine").symlink_to("/usr/share/fonts")
    commit(repository)
    result = run("diff", f"HEAD:{DAY}", DAY, "--no-pictures")
    assert result.exit_code == 0, result.output


def test_changes_are_told_by_what_they_are(repository):
    (repository / MARKET).rename(repository / DAY / "stories/early.md")
    change(repository, ISSUE, "lead: market", "lead: early")
    change(repository, BRIDGE, "，天不亮", "；天不亮")
    change(repository, ISSUE, "number: 7", "number: 8")
    lines = diff("HEAD", DAY)
    assert 'early "桥头早市": renamed (was market)' in lines
    assert 'bridge "大桥": punctuation only' in lines
    change(repository, BRIDGE, "卖青菜的", "**卖青菜的**")
    git(repository, "checkout", "-q", "HEAD", "--", ISSUE, MARKET)
    (repository / DAY / "stories/early.md").unlink()
    change(repository, BRIDGE, "；天不亮", "，天不亮")
    assert told("HEAD", DAY)["story"]["kinds"] == ["look"]


def test_a_page_alone(paper):
    run("proof", DAY)
    change(paper, MARKET, "青菜", "活鱼")
    change(paper, BRIDGE, "大桥", "大市")
    lines = diff(f"{DAY}#2")
    assert "bridge" in lines
    assert "market" not in lines
    assert run("diff", f"{DAY}#9").exit_code == 2
    assert (paper / SHEET / "page-2.png").exists()  # of the comparison that was made


def test_a_page_that_is_new(repository):
    text = FILES[ISSUE].splitlines(keepends=True)
    (repository / ISSUE).write_text("".join(text[:-1]), "utf-8")
    (repository / BRIDGE).unlink()
    lines = diff("HEAD", DAY)
    assert "page 2: gone" in lines
    assert 'P02 lead: bridge "大桥": removed (56 characters)' in lines
    lines = diff(DAY, "HEAD")
    assert "page 2: new" in lines
    assert (repository / SHEET / "page-2.png").exists()


class _Sheet(HTMLParser):
    """What a sheet holds."""

    def __init__(self):
        super().__init__()
        self.open, self.words, self.fetched, self.rects = [], {}, [], 0

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "img", "input", "rect", "br"):
            self.open.append(tag)
        self.rects += tag == "rect"
        named = dict(attrs)
        self.fetched.extend(named[k] for k in ("src", "href") if k in named)

    def handle_endtag(self, tag):
        if tag != "rect":
            assert self.open.pop() == tag

    def handle_data(self, text):
        for tag in ("ins", "del"):
            if tag in self.open:
                self.words[tag] = self.words.get(tag, "") + text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_sheet_is_one_file(paper, lang):
    run("proof", DAY)
    change(paper, MARKET, "青菜", "<活鱼>&")
    diff(DAY, "--html", lang=lang)
    text = (paper / SHEET / "diff.html").read_text("utf-8")
    sheet = _Sheet()
    sheet.feed(text)
    assert not sheet.open
    assert sheet.words == {"del": "青菜", "ins": "<活鱼>&"}
    assert sheet.rects >= 2
    assert len(sheet.fetched) == 3
    assert all(url.startswith(("data:", "#page-")) for url in sheet.fetched)
    assert f'<html lang="{"zh-CN" if lang == "zh" else "en"}">' in text
    diff(DAY)
    assert not (paper / SHEET / "diff.html").exists()  # it would tell of the last one


def test_the_exit_code_on_request(paper):
    run("proof", DAY)
    assert run("diff", DAY, "--exit-code").exit_code == 0
    change(paper, MARKET, "青菜", "活鱼")
    assert run("diff", DAY, "--exit-code").exit_code == 4
    assert run("diff", DAY).exit_code == 0


def refused(*arguments):
    result = run("diff", *arguments)
    assert result.exit_code == 1, result.output
    assert "Traceback" not in result.output
    return result.output


def test_revisions_that_are_not_there(repository):
    assert 'error[no-revision]: "HEAD~7" is no build' in refused("HEAD~7", DAY)
    assert 'error[no-revision]: "--output=x"' in refused("--", "--output=x", DAY)
    assert not list(repository.glob("*x"))
    assert "HEAD has no issues/2025-01-01" in refused("HEAD:issues/2025-01-01", DAY)
    assert "error[no-revision]" in refused("build/none", DAY)
    (repository / "layouts/house.yaml").unlink()
    commit(repository)
    git(repository, "checkout", "-q", "HEAD~1", "--", "layouts")
    assert "error[not-in-revision]: HEAD has no layouts/house.yaml" in refused(
        "HEAD", DAY
    )


def test_without_git(paper, monkeypatch):
    monkeypatch.setenv("PATH", str(paper))
    assert "error[no-git]: git is not on this computer" in refused("HEAD", DAY)
    assert "错误[no-git]" in run("diff", DAY, lang="zh").output


def test_faults_of_a_revision_are_told_where_git_has_them(repository):
    change(repository, ISSUE, "layout: front", "layout: fornt")
    commit(repository)
    change(repository, ISSUE, "layout: fornt", "layout: front")
    output = refused("HEAD", DAY)
    assert f"HEAD:{ISSUE}:6:" in output
    assert 'no layout is called "fornt"' in output
    assert "/tmp" not in output.replace(str(repository), "")


@pytest.mark.parametrize(
    "arguments",
    [[], ["HEAD"], ["HEAD", "HEAD~1"], [DAY, DAY, DAY], [f"{DAY}x"], [BUILD]],
)
def test_command_lines_that_say_too_little_or_too_much(paper, arguments):
    assert run("proof", DAY).exit_code == 0
    assert (paper / BUILD).is_dir()
    assert run("diff", *arguments).exit_code == 2


def test_a_record_is_of_the_whole_issue(paper):
    run("proof", DAY)
    before = (paper / BUILD / "record.json").read_bytes()
    change(paper, MARKET, "青菜", "活鱼")
    run("proof", f"{DAY}#1")
    assert (paper / BUILD / "record.json").read_bytes() == before
    assert "[-青菜-]{+活鱼+}" in diff(DAY)


def test_records_are_equal_on_every_run(paper):
    run("proof", DAY)
    before = (paper / BUILD / "record.json").read_bytes()
    shutil.rmtree(paper / "build")
    run("proof", Path(DAY).absolute().as_posix())
    assert (paper / BUILD / "record.json").read_bytes() == before


def test_each_edition_is_compared_with_its_own(paper):
    text = (paper / "layouts/editions/town.yaml").read_text("utf-8")
    (paper / "layouts/editions/bay.yaml").write_text(
        text.replace("小镇", "小湾").replace("code: T", "code: B"), "utf-8"
    )
    change(paper, ISSUE, "[town]", "[town, bay]")
    run("proof", DAY)
    change(paper, MARKET, "青菜", "活鱼")
    lines = diff(DAY)
    assert f"{BUILD} → {DAY} (town)" in lines
    assert f"build/2025-09-05-bay → {DAY} (bay)" in lines
    assert "(town)" not in diff(DAY, "--edition", "bay")
    assert "(bay)" in diff("build/2025-09-05-bay", DAY)
    # One edition beside the other: the tiny paper shows its town nowhere.
    assert "nothing changed" in diff(BUILD, "build/2025-09-05-bay")


@pytest.mark.parametrize(
    "marked", [["--stage", "一校"], ["--frames"], ["--paper", "a4"]]
)
def test_readers_marks_are_no_change(paper, marked):
    assert run("proof", DAY, *marked).exit_code == 0
    change(paper, MARKET, "青菜", "活鱼")
    page = told(DAY)["page"]
    assert page["compared"]
    assert len(page["marks_mm"]) == 1
    assert page["marks_mm"][0]["height"] < 20
