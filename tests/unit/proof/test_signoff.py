"""Signatures: what they cover, when they lapse, that none is lost."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.commands import run
from tests.desk import FILES, write_desk

from printpress import spec
from printpress.pipeline import make_edition
from printpress.proof.content_hash import content_hashes
from printpress.proof.signoff import Signature, read_log, sign
from printpress.stages import LOG

FOLDER = "issues/2025-09-05"
ISSUE = f"{FOLDER}/issue.yaml"
HOUSE = "layouts/house.yaml"
STORY = f"{FOLDER}/stories/market.md"
COPY = "---\nheadline: 新闻\n---\n桥头的早市天不亮就开了。\n"


def printed():
    return run("print", FOLDER, "--no-preflight")


@pytest.fixture
def tiny(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_desk(tmp_path, {STORY: COPY})
    return tmp_path


def hashes(paper):
    issue, _ = spec.load(paper / FOLDER)
    return content_hashes(make_edition(issue, issue.editions[0]))


def change(paper, file, old, new):
    text = (paper / file).read_text("utf-8")
    assert old in text
    (paper / file).write_text(text.replace(old, new, 1), "utf-8")


def test_the_hash_is_of_what_is_seen_alone(tiny):
    before = hashes(tiny)
    assert before == hashes(tiny)
    (tiny / ISSUE).write_text((tiny / ISSUE).read_text("utf-8") + "# a comment\n")
    assert hashes(tiny) == before
    change(tiny, STORY, "桥头", "头桥")
    assert hashes(tiny) != before


def test_a_signature_holds_until_the_page_changes(tiny):
    assert run("sign", FOLDER, "--stage", "二校", "--by", "周二").exit_code == 0
    assert printed().exit_code == 0
    change(tiny, STORY, "桥头", "头桥")
    (tiny / "build").rename(tiny / "old")
    result = printed()
    assert result.exit_code == 1
    assert "error[signature-lapsed]: page 1 has changed since 周二" in result.output
    assert not (tiny / "build").exists()
    assert run("sign", f"{FOLDER}#1", "--stage", "二校", "--by", "周二").exit_code == 0
    assert printed().exit_code == 0


def test_a_change_that_is_taken_back_leaves_the_signature_good(tiny):
    run("sign", FOLDER, "--stage", "二校", "--by", "周二")
    change(tiny, STORY, "桥头", "头桥")
    change(tiny, STORY, "头桥", "桥头")
    assert printed().exit_code == 0


def test_the_house_may_only_warn(tiny):
    (tiny / HOUSE).write_text(FILES[HOUSE] + "review: {unsigned: warn}\n", "utf-8")
    run("sign", FOLDER, "--stage", "二校", "--by", "周二")
    change(tiny, STORY, "桥头", "头桥")
    result = printed()
    assert result.exit_code == 0
    assert "warning[signature-lapsed]" in result.output


def test_what_the_house_wants_must_be_signed(tiny):
    (tiny / HOUSE).write_text(FILES[HOUSE] + "review: {needed: [三校]}\n", "utf-8")
    assert "error[not-signed]: page 1 is not signed for 三校" in printed().output
    run("sign", FOLDER, "--stage", "三校", "--by", "周二")
    assert printed().exit_code == 0


def test_how_pages_stand_is_shown(tiny):
    assert run("sign", FOLDER).stdout == "nobody has signed yet\n"
    run("sign", FOLDER, "--stage", "一校", "--by", "林一")
    shown = run("sign", FOLDER, lang="zh").stdout
    assert shown.startswith("第 1 版 一校：已签 林一 ")
    change(tiny, STORY, "桥头", "头桥")
    told = json.loads(run("sign", FOLDER, "--json").stdout.splitlines()[0])
    assert (told["state"], told["by"]) == ("lapsed", "林一")


def test_a_page_with_errors_is_not_signed_for_print(tiny):
    change(tiny, STORY, "桥头", "桥头" * 900)
    assert run("sign", FOLDER, "--stage", "二校", "--by", "林一").exit_code == 0
    assert run("sign", FOLDER, "--stage", "付印", "--by", "林一").exit_code == 1
    signatures, _ = read_log(tiny / FOLDER / LOG)
    assert [s.stage for s in signatures] == ["二校"]


@pytest.mark.parametrize("name", ["", "  ", "林\t一", "林\n一"])
@pytest.mark.usefixtures("tiny")
def test_names_that_a_log_cannot_keep_are_refused(name):
    assert run("sign", FOLDER, "--stage", "二校", "--by", name).exit_code == 2


def test_a_torn_line_costs_no_other(tmp_path):
    log = tmp_path / LOG
    good = Signature("2025-09-04T20:00:00+08:00", "xq", "1", "一校", "林一", "abc")
    sign(log, [good])
    with log.open("a", encoding="utf-8") as out:
        out.write("2025-09-04T20:0")  # killed here
    sign(log, [good])
    signatures, found = read_log(log)
    assert signatures == (good, good)
    assert [d.code for d in found] == ["bad-signature"]


WRITER = """
import sys
from pathlib import Path
from printpress.proof.signoff import Signature, sign
for number in range(200):
    sign(Path(sys.argv[1]),
         [Signature("now", "xq", str(number), "一校", sys.argv[2] * 40, "abc")])
"""


def test_people_who_sign_at_once_lose_nothing(tmp_path):
    log = tmp_path / LOG

    def write(name):
        subprocess.run([sys.executable, "-c", WRITER, log, name], check=True)

    with ThreadPoolExecutor() as pool:
        list(pool.map(write, "林周顾"))
    signatures, found = read_log(log)
    assert not found
    assert len(signatures) == 600
    for name in "林周顾":
        pages = [s.page for s in signatures if s.by == name * 40]
        assert pages == [str(number) for number in range(200)]
