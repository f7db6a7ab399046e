"""The marks of a proof's page as a display list, reviewed like code."""

import difflib
import os
from dataclasses import replace

import pytest

from printpress import spec
from printpress.diagnostics import Span
from printpress.display.dump import dump, parse
from printpress.pipeline import make_edition
from printpress.proof.content_hash import content_hashes
from printpress.proof.marked import Reader, Wishes, overlay_of, proof_pages
from printpress.proof.paper import on_paper
from printpress.proof.signoff import Signature, standings
from printpress.spec.comments import Comment
from printpress.stages import REVIEWS
from tests.faces import HAN, write_face
from tests.golden.test_golden import CALENDAR, HERE, IMPRINT, paper_of

FILE = HERE / "proof-page.txt"
WISHES = Wishes("一校", "a3", numbers=True, grid=True, frames=True)
WORDS = "校样稿件内容号原大缩至初审复终清付印意见未改条镇期附页超出行段空位栏林周已失效"
WHEN = 1_757_000_000
"""When all copy was written."""


@pytest.fixture
def reader(tmp_path):
    file = paper_of(HERE / "front-page", tmp_path)
    copy = "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.md"))
    copy += "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.yaml"))
    words = copy + HAN + CALENDAR + IMPRINT + WORDS
    han = {char for char in words if "一" <= char <= "龥"}
    write_face(tmp_path / "fonts" / "PressTest.ttf", han="".join(sorted(han)))
    for story in tmp_path.rglob("*.md"):
        os.utime(story, (WHEN, WHEN))
    issue, _ = spec.load(file)
    made = make_edition(issue, issue.editions[0])
    contents = content_hashes(made)
    read = [
        Signature(
            "2025-09-06T18:20:00+08:00", "town", "1", "初审", "林一", contents["1"]
        ),
        Signature("2025-09-06T19:20:00+08:00", "town", "1", "一校", "周一", "other"),
    ]
    comment = Comment(1, "国家", "story", 1, "林一", False, Span("1.yaml", 1, 1))
    stands = tuple(standings(read, "town", contents, REVIEWS))
    return made, Reader(issue, contents, stands, (comment,))


def test_the_marks_are_as_reviewed(reader, request):
    made, known = reader
    sheet = on_paper(made.pages[0], "a3")
    overlay = overlay_of(made, known, WISHES, sheet)
    # Beside the page's own operations, which other golden files show.
    shown = dump((replace(sheet, ops=(*overlay.under, *overlay.over)),))
    assert parse(shown) == (replace(sheet, ops=(*overlay.under, *overlay.over)),)
    if request.config.getoption("--update-golden"):
        FILE.write_text(shown, "utf-8", newline="\n")
    reviewed = FILE.read_text("utf-8")
    difference = difflib.unified_diff(
        reviewed.splitlines(), shown.splitlines(), "reviewed", "now", lineterm=""
    )
    assert shown == reviewed, "\n".join(difference)


def test_without_its_marks_a_proof_is_the_print(reader):
    made, known = reader
    for page, proof in zip(
        made.pages, proof_pages(made, known, WISHES, made.pages), strict=False
    ):
        overlay = overlay_of(made, known, WISHES, on_paper(page, "a3"))
        marks = len(overlay.under), len(proof.ops) - len(overlay.over)
        assert overlay.under
        assert overlay.over
        bare = replace(proof, ops=proof.ops[slice(*marks)], sheet=None)
        assert dump((bare,)) == dump((page,))
