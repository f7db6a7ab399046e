"""A tiny paper: the fewest files that ``spec.load`` and the pipeline take."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

FONTS = Path(__file__).parents[1] / "fonts"
PROFILE = "layouts/press/snap-coldset.icc"
FACES = ("PressSong-Regular.ttf", "PressHei-Bold.ttf")
ISSUE = "issues/2025-09-05/issue.yaml"
STORIES = "issues/2025-09-05/stories"

BODY = "桥头的早市天不亮就开了。卖豆腐的、卖青菜的、卖活鱼的，一家挨着一家。"

TINY: Mapping[str, str] = {
    "layouts/house.yaml": """\
paper: {name: 小报, slogan: 大家看}
registration: {number: "CN 00-0000", publisher: 小报社, max_pages: 4}
sizes: {五号: 10.5pt, 小五: 9pt}
colours: {red: [0, 100, 90, 0], tint: [0, 0, 0, 10]}
page:
  trim: [105mm, 120mm]
  type_area: {left: 10mm, top: 10mm}
grid: {columns: 3, cells: 7, gutter: 1, rows: 20, row: 14pt}
body: {font: song, size: 五号, narrow_indent: 2}
roles:
  lead: {headline: {font: hei-bold, size: [12pt, 20pt]}, rows: [2, 4]}
  masthead: {font: song, size: 24pt, colour: red}
  subhead: {font: hei-bold}
  byline: {font: song, at: end}
""",
    "layouts/pages/base.yaml": """\
furniture:
  masthead: {rows: 1-3}
slots:
  lead: {cols: 1-3, rows: 5-12, role: lead}
""",
    "layouts/pages/front.yaml": """\
extends: base
slots:
  lead:
    picture: {over: 2, at: top, rows: [3, 5]}
""",
    "layouts/editions/town.yaml": """\
code: T
copublisher: 小镇出版
qr: {url: "https://example.org/t", caption: [扫一扫]}
""",
    "layouts/press/plain.yaml": """\
standard: PDF/X-4
ink: {tac: 240}
pages_multiple: 1
output: {icc: snap-coldset.icc, condition: CGATS TR 002}
""",
    "fonts/fonts.yaml": """\
faces:
  song: {file: PressSong-Regular.ttf, licence: OFL-1.1}
  hei-bold: {file: PressHei-Bold.ttf, licence: OFL-1.1}
fallback: [song]
""",
    ISSUE: """\
editions: [town]
date: 2025-09-05
number: 7
press: plain
pages:
  1: {layout: front, stories: {lead: market}}
""",
    f"{STORIES}/market.md": f"""\
---
headline: 桥头早市开张
byline: 记者 林一
---
{BODY * 4}

{BODY * 3}
""",
}
"""Path from the paper's folder → text."""


def write_paper(folder: Path, changes: Mapping[str, str | bytes | None]) -> Path:
    """The tiny paper with files changed, added or (None) left out; its issue."""
    files: dict[str, str | bytes | None] = {**TINY, **changes}
    for name, text in files.items():
        if text is None:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    lay(FONTS.parent / PROFILE, folder / PROFILE)
    for face in FACES:
        lay(FONTS / face, folder / "fonts" / face)
    return folder / ISSUE


def lay(source: Path, target: Path) -> None:
    """The file in another place, without a copy where the disk allows it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
