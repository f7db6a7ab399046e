"""What ``printpress proof`` writes: stages, papers, overset, empty slots, screens."""

import json
import os
import re
from hashlib import sha256
from html.parser import HTMLParser

import pikepdf
import pytest
from PIL import Image
from tests.commands import run
from tests.desk import LAYOUT, write_desk
from tests.papers import ISSUE, TINY

FOLDER = "issues/2025-09-05"
STORY = f"{FOLDER}/stories/market.md"
OUT = "build/2025-09-05-town"
COPY = "---\nheadline: 新闻\naccept: [doubled-word]\n---\n"
FULL = COPY + "国家" * 404 + "\n"
LONG = COPY + "国家地方社会经济" * 120
MM = 72 / 25.4
VOID = {"meta", "img", "input", "br"}


@pytest.fixture
def paper(tmp_path, monkeypatch):
    quiet = TINY[ISSUE].replace("pages:", "accept: [registration-missing]\npages:")
    write_desk(tmp_path, {ISSUE: quiet, STORY: FULL})
    monkeypatch.chdir(tmp_path)
    for story in tmp_path.rglob("*.md"):
        os.utime(story, (1_757_000_000, 1_757_000_000))
    return tmp_path


def sizes(paper, name="proof.pdf"):
    """Width and height of each page, and whether it says that it is PDF/X."""
    with pikepdf.open(paper / OUT / name) as document:
        assert "/OutputIntents" not in document.Root
        assert "GTS_PDFX" not in str(document.docinfo)
        assert b"pdfx" not in document.Root.Metadata.read_bytes().lower()
        return [tuple(map(float, page.mediabox[2:])) for page in document.pages]


def names(paper):
    return sorted(path.name for path in (paper / OUT).iterdir())


def test_a_plain_proof_is_the_page_and_no_more(paper):
    assert run("proof", FOLDER).exit_code == 0
    assert names(paper) == ["page-1.png", "proof.html", "proof.pdf", "record.json"]
    assert sizes(paper) == [(380, 510)]


@pytest.mark.parametrize("paper_size", [("a3", (297, 420)), ("a4", (210, 297))])
def test_papers_have_their_true_size(paper, paper_size):
    name, (wide, high) = paper_size
    assert run("proof", FOLDER, "--paper", name).exit_code == 0
    ((width, height),) = sizes(paper)
    assert (width, height) == pytest.approx((wide * MM, high * MM), abs=0.001)


def test_a_stage_is_pulled_on_a3_at_its_own_size(paper):
    assert run("proof", FOLDER, "--stage", "二校").exit_code == 0
    assert sizes(paper)[0] == pytest.approx((297 * MM, 420 * MM), abs=0.001)
    with pikepdf.open(paper / OUT / "proof.pdf") as document:
        left, low, right, high = map(float, document.pages[0].trimbox)
        assert (right - left, high - low) == pytest.approx((380, 510), abs=0.001)


def test_pictures_with_marks_leave_those_of_the_pages_alone(paper):
    assert run("proof", FOLDER).exit_code == 0
    plain = (paper / OUT / "page-1.png").read_bytes()
    assert run("proof", FOLDER, "--stage", "一校").exit_code == 0
    assert run("proof", FOLDER, "--grid").exit_code == 0
    marked = [(paper / OUT / f"{n}-page-1.png").read_bytes() for n in ("一校", "proof")]
    assert (paper / OUT / "page-1.png").read_bytes() == plain
    assert len({plain, *marked}) == 3


def test_a_proof_does_not_depend_on_the_clock_or_the_zone(paper, monkeypatch):
    import time

    def pulled():
        assert run("proof", FOLDER, "--stage", "一校", "--screen").exit_code == 0
        return {name: (paper / OUT / name).read_bytes() for name in names(paper)}

    first = pulled()
    monkeypatch.setenv("TZ", "America/Lima")
    time.tzset()
    try:
        assert pulled() == first
    finally:
        monkeypatch.undo()
        time.tzset()


def test_an_unknown_stage_is_a_wrong_command_line(paper):
    assert run("proof", FOLDER, "--stage", "四校").exit_code == 2
    assert not (paper / "build").exists()


def test_overset_has_a_page_of_its_own(paper):
    (paper / STORY).write_text(LONG, "utf-8")
    assert run("proof", FOLDER).exit_code == 1
    assert sizes(paper) == [(380, 510)] * 2
    assert "page-2.png" not in names(paper)


def test_an_empty_slot_has_its_name_on_the_proof(paper):
    layout = "  rest: {cols: 1-3, rows: 21-30, role: lead}\n"
    shorter = LAYOUT.replace("1-30", "1-20") + layout
    for name in ("front", "base"):
        (paper / "layouts" / "pages" / f"{name}.yaml").write_text(shorter, "utf-8")
    bare = run("proof", FOLDER, "--json")
    assert bare.exit_code == 1
    with pikepdf.open(paper / OUT / "proof.pdf") as document:
        content = document.pages[0].Contents.read_bytes()
    assert re.search(rb"\[0 3\] 0 d", content)  # the dots round it


def test_a_record_lies_beside_the_proof_and_the_print(paper):
    def recorded(file):
        record = json.loads((paper / OUT / "record.json").read_bytes())
        digest = sha256((paper / OUT / file).read_bytes()).hexdigest()
        return {**record, "pdf": record["pdf"] == digest}

    assert run("proof", FOLDER).exit_code == 0
    proofed = recorded("proof.pdf")
    assert [page["label"] for page in proofed["pages"]] == ["1"]
    assert proofed["pdf"]
    assert run("print", FOLDER, "--no-preflight").exit_code == 0
    assert recorded("whole.pdf") == proofed
    # A stamped proof is not what pages are compared by: they are kept without marks.
    assert run("proof", FOLDER, "--stage", "一校").exit_code == 0
    assert recorded("record.pdf") == proofed
    assert sizes(paper, "record.pdf") == [(380, 510)]


def test_screens_get_light_and_no_inks(paper):
    assert run("proof", FOLDER, "--screen", "--width", "1440").exit_code == 0
    assert sizes(paper, "screen.pdf") == [(380, 510)]
    with pikepdf.open(paper / OUT / "screen.pdf") as document:
        content = document.pages[0].Contents.read_bytes().split()
    assert b"rg" in content
    assert not {b"k", b"K", b"cs", b"scn"} & set(content)
    with Image.open(paper / OUT / "screen-1.jpg") as page:
        assert (page.format, page.mode, page.width) == ("JPEG", "RGB", 1440)
        assert page.height == pytest.approx(1440 * 510 / 380, abs=2)


# The sheet.


class Tree(HTMLParser):
    """Whether every element is closed in its order, and what is told in it."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.outside = [], [], [], []
        self.text = ""

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if "id" in told:
            self.ids.append(told["id"])
        self.links += [told["href"]] if tag == "a" else []
        self.outside += [told[key] for key in ("src", "srcset") if key in told]
        assert not any(key.startswith("on") for key in told)
        assert tag not in ("script", "link", "iframe")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def read_sheet(paper):
    text = (paper / OUT / "proof.html").read_text("utf-8")
    tree = Tree()
    tree.feed(text)
    tree.close()
    assert not tree.open
    assert len(set(tree.ids)) == len(tree.ids)
    assert {link[1:] for link in tree.links} <= set(tree.ids)
    assert all(source.startswith("data:image/jpeg;base64,") for source in tree.outside)
    style = text[text.index("<style>") : text.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    return tree


def test_the_sheet_tells_of_overset_signatures_and_comments(paper):
    (paper / STORY).write_text(LONG, "utf-8")
    (paper / FOLDER / "comments").mkdir()
    (paper / FOLDER / "comments" / "1.yaml").write_text(
        "- {page: 1, story: market, paragraph: 1, note: <改&正>, by: 林一}\n", "utf-8"
    )
    run("sign", FOLDER, "--stage", "一校", "--by", "周<二>")
    assert run("proof", FOLDER, "--stage", "二校").exit_code == 1
    told = read_sheet(paper).text
    for words in ("二校", "<改&正>", "周<二>", "overset", "PressTest", "第 1 段"):
        assert words in told
    found = re.search(r"超 (\d+) 行（(\d+) 字）", told)
    assert found
    lines = told.split("characters)")[1].split()[: int(found[1])]
    assert len("".join(lines)) == int(found[2])
    assert set("".join(lines)) == set("国家地方社会经济")


def test_findings_lead_to_pages_that_are_on_the_sheet(paper):
    layout = "spread: true\nslots:\n  lead: {cols: 1-6, rows: 1-30, role: lead}\n"
    (paper / "layouts" / "pages" / "over.yaml").write_text(layout, "utf-8")
    twice = "国家地方社会经济国家地方社会经济新闻。"
    for name in ("market", "fair"):
        told = COPY + f"{twice}\n\n{twice}\n"
        (paper / FOLDER / "stories" / f"{name}.md").write_text(told, "utf-8")
    with (paper / FOLDER / "issue.yaml").open("a", encoding="utf-8") as issue:
        issue.write('  "2-3": {layout: over, stories: {lead: fair}}\n')
    run("proof", FOLDER)
    links = read_sheet(paper).links
    assert links.count("#p1") > 1
    assert links.count("#p2-3") > 1
    run("proof", f"{FOLDER}#3")
    (paper / OUT / "proof-3.html").replace(paper / OUT / "proof.html")
    assert "#p1" not in read_sheet(paper).links


def test_copy_cannot_write_into_the_sheet(paper):
    told = FULL.replace("headline: 新闻", "headline: 新<b>闻</b>&amp;")
    (paper / STORY).write_text(told, "utf-8")
    run("proof", FOLDER)
    text = (paper / OUT / "proof.html").read_text("utf-8")
    assert "新&lt;b&gt;闻" in text
    assert "<b>闻" not in text
    read_sheet(paper)


def test_a_damaged_comment_is_told_and_stops_no_proof(paper):
    (paper / FOLDER / "comments").mkdir()
    (paper / FOLDER / "comments" / "1.yaml").write_text("- {page: 一}\n", "utf-8")
    result = run("proof", FOLDER)
    assert result.exit_code == 1
    assert "comments/1.yaml:1" in result.stderr
    assert (paper / OUT / "proof.pdf").exists()
