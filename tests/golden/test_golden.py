"""Small pages as display lists, reviewed like code (``make golden`` writes them anew)."""

import difflib
import shutil
from pathlib import Path

import pytest
from PIL import Image

from printpress import spec
from printpress.display.dump import dump, parse
from printpress.pipeline import make_edition
from tests.faces import HAN, write_face

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CALENDAR = "正闰冬腊廿卅初甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥星期白露第版"
IMPRINT = "刊号地址电话印刷定价"
SIGNS = "～℃◆"
"""Signs that the program sets: a case that shows them names them."""
CASES = sorted(path.parent.name for path in HERE.glob("*/why.md"))


def _copy(case: Path) -> list[Path]:
    """Every file that a case's pages take words from."""
    return [*case.rglob("*.md"), *case.glob("*.yaml"), *HERE.glob("base/**/*.yaml")]


def paper_of(case: Path, folder: Path) -> Path:
    """A paper with one issue, set in the test face; its ``issue.yaml``."""
    shutil.copytree(HERE / "base" / "layouts", folder / "layouts")
    (folder / "layouts" / "pages").mkdir()
    shutil.copy(case / "layout.yaml", folder / "layouts" / "pages" / "case.yaml")
    for other in (*case.glob("inner.yaml"), *case.glob("*.svg")):
        shutil.copy(other, folder / "layouts" / "pages")
    for house in case.glob("house.yaml"):
        shutil.copytree(ROOT / "layouts" / "presets", folder / "layouts" / "presets")
        shutil.copy(house, folder / "layouts" / "broad.yaml")
    (folder / "fonts").mkdir()
    written = "".join(path.read_text("utf-8") for path in _copy(case))
    han = {char for char in written + HAN + CALENDAR + IMPRINT if "一" <= char <= "龥"}
    han |= set(SIGNS).intersection(written)
    fonts = (case if (case / "fonts.yaml").exists() else HERE / "base") / "fonts.yaml"
    centred = "zh-Hant" in fonts.read_text("utf-8")
    file = folder / "fonts" / "PressTest.ttf"
    write_face(file, han="".join(sorted(han)), centred=centred)
    shutil.copy(fonts, folder / "fonts")
    issue = folder / "issues" / "case"
    shutil.copytree(case / "stories", issue / "stories")
    (issue / "pictures").mkdir()
    Image.new("RGB", (600, 400), "grey").save(issue / "pictures" / "boat.png")
    shutil.copy(case / "issue.yaml", issue)
    return issue / "issue.yaml"


@pytest.mark.parametrize("case", CASES)
def test_pages_are_as_reviewed(case, tmp_path, request):
    issue, _ = spec.load(paper_of(HERE / case, tmp_path))
    made = make_edition(issue, issue.editions[0])
    assert made.printable, [d.what.en for d in made.found]
    shown = dump(made.pages)
    assert parse(shown) == made.pages
    file = HERE / case / "display.txt"
    if request.config.getoption("--update-golden"):
        file.write_text(shown, "utf-8", newline="\n")
    reviewed = file.read_text("utf-8")
    difference = difflib.unified_diff(
        reviewed.splitlines(), shown.splitlines(), "reviewed", "now", lineterm=""
    )
    assert shown == reviewed, "\n".join(difference)


def test_there_are_cases():
    assert len(CASES) >= 3
