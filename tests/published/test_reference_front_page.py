"""A real front page, made up again: its columns hold the rows of the printed ones.

The page's text lies beside the repository (its sentences stay out of it); house and
layout are made here from the grid recovered from the print: 15.5 cells a column, marks
three quarters and quotation marks half an em wide, characters pushed out only.
"""

import shutil
from pathlib import Path

import pytest
from PIL import Image

from printpress import spec
from printpress.makeup.placed import SetLine
from printpress.pipeline import converted_pictures, make_edition, write_pages
from tests.published.test_reference_front_page_text import (
    PAGE,
    blocks,
    copy_of,
    pytestmark,
)

__all__ = ["pytestmark"]

ROOT = Path(__file__).parents[2]

HOUSE = """
paper: {name: 社区晨报, slogan: 自家门口这点事, kind: newspaper}
sizes: {小五: 9pt}
colours: {red: [0, 100, 90, 0]}
page: {trim: [280mm, 390mm], type_area: {left: 10mm, top: 12mm}}
grid: {columns: 5, cells: 15.5, gutter: 1, rows: 78, row: 13pt}
body:
  {font: song, latin: song, size: 小五, indent: 2, autospace: 0, prohibition: newspaper,
   punctuation: {marks: 0.75, quotes: 0.5}, adjust: push-out, short: last}
roles:
  lead: {headline: {font: hei-black, size: [28pt, 40pt]}, deck: {font: song-bold, size: 14pt}, rows: [7, 7]}
  second: {kicker: {font: kai, size: 14pt}, headline: {font: song-black, size: [22pt, 30pt]}, rows: [6, 6]}
  masthead: {font: brush, colour: red}
  slogan: {font: kai, size: 9pt}
  copublisher: {font: hei, size: 9pt, row: 13pt}
  dateline: {font: hei, size: 8.5pt}
  qr: {font: hei, size: 7.5pt, row: 10pt}
  guide: {headline: {font: song-bold, size: 11pt, row: 15pt}, number: {font: hei-black, size: 12pt}}
  bar: {font: hei-black, size: 14pt, colour: red}
  folio: {font: hei, size: 8.5pt, number: {font: hei-black, size: 16pt}}
"""
LAYOUT = """
furniture:
  masthead: {cols: 1-4, rows: 1-8, name: {font: brush, colour: red}, slogan: {separator: /}, copublisher: {}}
  qr: {cols: 5, rows: 1-8, size: 20mm, level: M}
  dateline: {cols: 1-5, rows: 9}
slots:
  lead: {cols: 1-5, rows: 10-42, role: lead, picture: {over: 2-3, at: top, rows: [13, 13]}}
  second: {cols: 1-4, rows: 44-73, role: second, rule: above, picture: {over: 2-3, at: top, rows: [15, 15]}}
  guide: {cols: 5, rows: 44-73, use: guide, title: 导读, items: [1, 6], frame: hairline}
"""
INNER = """
furniture: {folio: {rows: 1-2}}
slots: {only: {cols: 1-5, rows: 4-20, role: lead}}
"""


def fields(line: int, last: int) -> str:
    return "".join(blocks(line, last)).replace(" ", "")


def write_paper(root: Path) -> Path:
    """The page as a paper of its own; its issue."""
    shutil.copytree(ROOT / "fonts", root / "fonts")
    for name in ("press", "editions"):
        shutil.copytree(ROOT / "layouts" / name, root / "layouts" / name)
    pages = root / "layouts" / "pages"
    pages.mkdir()
    (root / "layouts" / "house.yaml").write_text(HOUSE, "utf-8")
    (pages / "front.yaml").write_text(LAYOUT, "utf-8")
    issue = root / "issues" / "reference"
    (issue / "stories").mkdir(parents=True)
    (issue / "pictures").mkdir()
    Image.new("RGB", (2000, 1400), "#8899aa").save(issue / "pictures" / "photo.png")
    picture = "picture: {file: ../pictures/photo.png}"
    heads = {
        "lead": [
            f"headline: {'|'.join(blocks(13, 13)[0].split())}",
            f"deck: {fields(15, 15)}",
        ],
        "second": [f"kicker: {fields(43, 43)}", f"headline: {fields(45, 45)}"],
    }
    for name, lines in (("lead", (19, 41)), ("second", (47, 65))):
        paragraphs, _ = copy_of(blocks(*lines))
        body = "\n\n".join(paragraphs)
        head = "\n".join(heads[name])
        text = f"---\n{head}\n{picture}\n---\n{body}\n"
        (issue / "stories" / f"{name}.md").write_text(text, "utf-8")
    inner = write_guide(pages, issue)
    (issue / "issue.yaml").write_text(
        "editions: [xiqiao]\ndate: 2025-08-20\nnumber: 1\npress: newsprint\npages:\n"
        "  1: {layout: front, stories: {lead: lead, second: second}}\n" + inner,
        "utf-8",
    )
    return issue


def write_guide(pages: Path, issue: Path) -> str:
    """Inner pages whose stories carry the printed 导读; their lines of the issue."""
    (pages / "inner.yaml").write_text(INNER, "utf-8")
    items: list[list[str]] = [[]]
    for line in blocks(68, 93):
        if line.strip().startswith("P"):
            items.append([])
        else:
            items[-1].append(line.strip())
    lines = []
    for number, item in enumerate((item for item in items if item), 2):
        head = f"headline: 内页\nguide: {'||'.join(item)}"
        (issue / "stories" / f"inner-{number}.md").write_text(
            f"---\n{head}\n---\n短短一行。\n", "utf-8"
        )
        lines.append(
            f"  {number}: {{layout: inner, stories: {{only: inner-{number}}}}}\n"
        )
    return "".join(lines)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    issue, _ = spec.load(write_paper(tmp_path_factory.mktemp("reference")))
    return issue, make_edition(issue, issue.editions[0])


def columns_of(made, story: str) -> list[list[SetLine]]:
    """A story's body lines on page one by column, from the left."""
    by_column: dict[int, list[SetLine]] = {}
    for placed in made.makeup.pages[0].placed:
        if (
            isinstance(placed, SetLine)
            and placed.part == "body"
            and placed.story == story
        ):
            by_column.setdefault(placed.x, []).append(placed)
    return [by_column[x] for x in sorted(by_column)]


@pytest.mark.parametrize(
    ("story", "lines", "printed"),
    [("lead", (19, 41), [26, 12, 12, 26, 26]), ("second", (47, 65), [24, 8, 8, 22])],
)
def test_columns_hold_the_rows_of_the_printed_ones(made, story, lines, printed):
    _, edition = made
    assert edition.printable, [d.what.en for d in edition.found]
    columns = columns_of(edition, story)
    rows = [len(column) for column in columns]
    assert len(rows) == len(printed)
    assert all(abs(a - b) <= 1 for a, b in zip(rows, printed, strict=True)), rows
    _, breaks = copy_of(blocks(*lines))
    characters = 0
    for column, printed_break in zip(columns, breaks, strict=False):
        characters += sum(placed.line.characters for placed in column)
        assert abs(characters - printed_break) <= 15.5, (
            story,
            characters,
            printed_break,
        )


def test_the_page_can_be_written(made):
    issue, edition = made
    pictures, found = converted_pictures(edition, issue.root, None)
    assert not found
    pdf = write_pages(edition, pictures, edition.pages)
    assert pdf.startswith(b"%PDF-1.6")
    assert PAGE.is_file()
