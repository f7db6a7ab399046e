"""The week of an issue as README.zh-CN.md tells it: its commands, run as they stand.

What staff do between them is done here: slots are filled, a word is mended.
"""

import re
import shlex
import shutil
import signal
import subprocess
import sys
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import docx
import pytest
from PIL import Image

from tests.live_server import lay_sample

ROOT = Path(__file__).parents[2]
OLD, NEW = "issues/2025-09-05", "issues/2025-09-12"


def told() -> list[list[str]]:
    """The commands of the week, each as its words."""
    text = (ROOT / "README.zh-CN.md").read_text("utf-8")
    block = text.split("## 一期报纸的一周", 1)[1].split("```", 2)[1]
    return [shlex.split(line, comments=True) for line in block.strip().splitlines()]


@pytest.fixture
def paper(tmp_path):
    """The sample paper, and what a reporter sent."""
    lay_sample(tmp_path)
    body = (tmp_path / OLD / "stories" / "bees.md").read_text("utf-8")
    letter = docx.Document()
    letter.add_heading("秋花开到哪，蜂箱跟到哪", 0)
    for paragraph in body.split("---\n", 2)[2].strip().split("\n\n"):
        letter.add_paragraph(paragraph)
    letter.save(str(tmp_path / "来稿.docx"))
    Image.new("RGB", (1600, 1200), (150, 170, 90)).save(tmp_path / "照片.jpg")
    return tmp_path


def filled(paper: Path) -> None:
    """Staff give the other slots their stories; one comes in by `move`."""
    for folder in ("stories", "pictures"):
        for file in (paper / OLD / folder).iterdir():
            if (
                file.name != "bees.md"
                and not (paper / NEW / folder / file.name).exists()
            ):
                (paper / NEW / folder).mkdir(exist_ok=True)
                shutil.copyfile(file, paper / NEW / folder / file.name)
    before = (paper / OLD / "issue.yaml").read_text("utf-8")
    file = paper / NEW / "issue.yaml"
    text = file.read_text("utf-8")
    for written in re.findall(r"    stories:\n(?:      .*\n)+", before):
        empty = re.search(r"    stories: \{\}.*\n", text)
        assert empty
        text = text.replace(empty[0], written, 1)
    text = text.replace("      third: bees\n", "")
    kept = re.search(r"jumps: .*\nweather:\n(?:  .*\n)+", before)
    assert kept
    file.write_text(text.replace("pages:\n", f"{kept[0]}pages:\n"), "utf-8")


def seen(child: subprocess.Popen) -> None:
    """Somebody opens the preview, and ends it."""
    assert child.stdout is not None
    address = re.search(r"http://\S+", child.stdout.readline())
    assert address
    opener = urllib.request.build_opener(
        urllib.request.HTTPCookieProcessor(CookieJar()), urllib.request.ProxyHandler({})
    )
    with opener.open(address[0], timeout=60) as answer:
        assert answer.status == 200
    child.send_signal(signal.SIGINT)
    assert child.wait(20) == 0


def test_the_week_runs_as_it_is_told(paper):
    done = []
    for words in told():
        assert words[0] == "printpress"
        command = [sys.executable, "-m", *words]
        if words[1] == "live":
            with subprocess.Popen(
                command, cwd=paper, stdout=subprocess.PIPE, text=True
            ) as child:
                seen(child)
            done.append("live")
            continue
        if words[1] == "move":
            filled(paper)
        if words[1] == "diff":
            story = paper / NEW / "stories" / "old-street.md"
            text = story.read_text("utf-8")
            story.write_text(text.replace("第100天", "第一百天", 1), "utf-8")
        ran = subprocess.run(
            command, cwd=paper, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, (words, ran.stdout[-800:], ran.stderr[-3000:])
        if words[1] == "diff":
            assert "old-street" in ran.stdout
        done.append(words[1])
    assert done == [
        "new",
        "import",
        "tidy",
        "move",
        "live",
        "proof",
        "diff",
        "sign",
        "print",
    ]
    build = paper / "build" / "2025-09-12-xiqiao"
    assert (build / "whole.pdf").stat().st_size > 100_000
    assert len([*build.glob("XQ_20250912_*.pdf")]) == 8
    log = (paper / NEW / "reviews.log").read_text("utf-8").splitlines()
    assert len(log) == 8
