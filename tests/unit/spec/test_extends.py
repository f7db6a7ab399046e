"""Houses and layouts that extend others; the presets of the usual sheets."""

from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from tests.papers import ISSUE, STORIES, TINY, write_paper

from printpress import spec
from printpress.diagnostics import PressError
from printpress.makeup.pages import grid_of
from printpress.spec.explain import explain
from printpress.spec.extends import merged
from printpress.spec.house import House
from printpress.spec.source import MappingNode, Node, Scalar, parse_yaml
from printpress.units import MM, PT

ROOT = Path(__file__).parents[3]
PRESETS = sorted((ROOT / "layouts" / "presets").glob("*.yaml"))
HOUSE = "layouts/house.yaml"
BROAD = """\
extends: house
grid: {columns: 2}
roles:
  byline:
  lead: {headline: {size: [14pt, 18pt]}}
"""


def house_on(tmp_path: Path, preset: Path) -> House:
    """The tiny paper's house, on a preset in the place of its own page and grid."""
    text = TINY[HOUSE]
    start, end = text.index("page:"), text.index("body:")
    text = text[:start] + text[end:].replace("size: 五号,", "latin: song,")
    issue = write_paper(
        tmp_path,
        {
            HOUSE: f"extends: {preset.stem}\n{text}",
            f"layouts/presets/{preset.name}": preset.read_text("utf-8"),
        },
    )
    return spec.load(issue)[0].house


@pytest.mark.parametrize(
    ("name", "ems", "size", "long"),
    [
        ("broadsheet-8x13", 111, (352, 491), [27, 41, 55, 69, 83, 97, 111]),
        ("tabloid-6x11", 71, (225, 344), [23, 35, 47, 59, 71]),
        ("tabloid-5x15", 81, (257, 371), [31.5, 48, 64.5, 81]),
    ],
)
def test_presets_have_the_measures_of_their_sheets(tmp_path, name, ems, size, long):
    house = house_on(tmp_path, ROOT / "layouts" / "presets" / f"{name}.yaml")
    grid = grid_of(house)
    assert grid.width == ems * 9 * PT
    assert (grid.width // MM, round(grid.rows * grid.row / MM)) == size
    columns = range(2, grid.columns + 1)
    assert [grid.span(1, k).width for k in columns] == [
        Fraction(n) * 9 * PT for n in long
    ]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda path: path.stem)
def test_presets_stand_in_the_middle_with_a_foot_no_smaller_than_the_head(
    tmp_path, preset
):
    house = house_on(tmp_path, preset)
    grid, page = grid_of(house), house.page
    right = page.trim.width - page.left - grid.width
    foot = page.trim.height - page.top - grid.rows * grid.row
    assert abs(right - page.left) < MM
    assert page.top <= foot < page.top + 2 * MM


def test_an_issue_is_set_by_the_house_it_names(tmp_path, monkeypatch):
    named = TINY[ISSUE].replace("press: plain", "press: plain\nhouse: broad")
    layout = TINY["layouts/pages/base.yaml"].replace("1-3, rows: 5", "1-2, rows: 5")
    files = {
        "layouts/broad.yaml": BROAD,
        ISSUE: named,
        "layouts/pages/base.yaml": layout,
    }
    issue = write_paper(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    read, found = spec.load(issue.relative_to(tmp_path))
    assert found == ()
    house = read.house
    assert house.shown == "layouts/broad.yaml"
    assert house.grid.columns == 2
    assert house.grid.cells == 7  # taken over
    assert "byline" not in house.roles
    headline = house.roles["lead"].headline
    assert headline is not None
    assert (headline.font, headline.size) == ("hei-bold", (14 * PT, 18 * PT))
    told = list(explain(read, read.editions[0], 1))
    assert "house.grid.columns: 2  ← layouts/broad.yaml:2" in told
    assert "house.grid.cells: 7  ← layouts/house.yaml:8" in told
    of_story, _, _ = spec.load_story(tmp_path / STORIES / "market.md")
    assert of_story == house


def test_a_story_of_a_broken_issue_is_set_by_the_common_house(tmp_path):
    write_paper(tmp_path, {ISSUE: "house: [\n"})
    house, _, _ = spec.load_story(tmp_path / STORIES / "market.md")
    assert house.shown == HOUSE


def test_messages_name_the_house_in_force(tmp_path):
    named = TINY[ISSUE].replace("press: plain", "press: plain\nhouse: broad")
    files = {"layouts/broad.yaml": BROAD, ISSUE: named}
    with pytest.raises(PressError) as trouble:
        spec.load(write_paper(tmp_path, files))
    (found, *_) = (d for d in trouble.value.diagnostics if d.code == "outside-grid")
    assert "layouts/broad.yaml" in found.fix.en
    assert "layouts/broad.yaml" in found.fix.zh


def tree(text: str) -> MappingNode:
    node = parse_yaml(text, Path("a.yaml"), "a.yaml")
    assert isinstance(node, MappingNode)
    return node


def plain(node: Node) -> object:
    if isinstance(node, MappingNode):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    return node.text if isinstance(node, Scalar) else [plain(n) for n in node.nodes]


BASE = """\
furniture: {folio: {rows: 1-2}, imprint: {rows: 80-81}}
slots:
  lead: {cols: 1-5, picture: {over: 2-3, rows: [8, 12]}}
  tail: {cols: 1}
column_rule: 0pt
"""


@pytest.mark.parametrize(
    ("over", "changed"),
    [
        ("slots: {tail: }", {"slots": {"tail": None}}),
        ("slots:", {"slots": None}),
        ("furniture: {folio: {rows: 3}}", {"furniture": {"folio": {"rows": "3"}}}),
        (
            "slots: {lead: {picture: {rows: [9, 9]}}}",
            {"slots": {"lead": {"picture": {"rows": ["9", "9"]}}}},
        ),
        ("slots: {lead: {picture: }}", {"slots": {"lead": {"picture": None}}}),
        ("slots: {new: {cols: 4}}", {"slots": {"new": {"cols": "4"}}}),
        ("column_rule: 0.3pt", {"column_rule": "0.3pt"}),
    ],
)
def test_inner_keys_are_changed_added_and_taken_away_one_by_one(over, changed):
    def changing(base: dict, by: dict) -> dict:
        whole = dict(base)
        for key, value in by.items():
            if value is None:
                del whole[key]
            elif isinstance(value, dict):
                whole[key] = changing(whole.get(key, {}), value)
            else:
                whole[key] = value
        return whole

    want = changing(yaml.load(BASE, Loader=yaml.BaseLoader), changed)
    assert plain(merged(tree(BASE), tree(over))) == want


def test_of_several_bases_the_last_wins_and_what_a_file_drops_stays_dropped(tmp_path):
    files = {
        "layouts/pages/more.yaml": (
            "furniture: {masthead: {rows: 1-2}, folio: {rows: 3}}\ncolumn_rule: 1pt\n"
        ),
        "layouts/pages/front.yaml": "extends: [base, more, base]\n"
        "furniture: {folio: }\nslots: {lead: {rows: 5-14}}\n",
    }
    issue, _ = spec.load(write_paper(tmp_path, files))
    layout = issue.pages[0].layout
    assert layout.furniture.masthead is not None
    assert layout.furniture.masthead.rows == (1, 2)
    assert layout.furniture.folio is None
    assert layout.column_rule == PT
    assert layout.slots[0].rows == (5, 14)


def test_a_base_may_drop_what_the_one_before_it_has(tmp_path):
    files = {
        "layouts/pages/bare.yaml": "furniture: {masthead: }\n",
        "layouts/pages/front.yaml": "extends: [base, bare]\n",
    }
    issue, _ = spec.load(write_paper(tmp_path, files))
    assert issue.pages[0].layout.furniture.masthead is None


def test_a_layout_three_files_long_takes_keys_from_all(tmp_path):
    front = "extends: middle\nslots: {lead: {role: lead, rows: 5-14}}\n"
    files = {
        "layouts/pages/middle.yaml": "extends: base\nfurniture: {masthead: }\n",
        "layouts/pages/front.yaml": front,
    }
    issue, _ = spec.load(write_paper(tmp_path, files))
    layout = issue.pages[0].layout
    assert layout.furniture.masthead is None
    (lead,) = layout.slots
    assert (lead.cols, lead.rows) == ((1, 3), (5, 14))
