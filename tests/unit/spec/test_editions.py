"""Editions of an issue: what stands over what, what is shared, what is refused."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.papers import ISSUE, STORIES, TINY, write_paper

from printpress import spec
from printpress.diagnostics import Diagnostic, PressError
from printpress.spec.digest import Digests
from printpress.spec.edition_changes import changes
from printpress.spec.edition_names import chosen
from printpress.spec.edition_pages import issue_of, page_inputs
from printpress.spec.explain import explain

HERE = "issues/2025-09-05/editions"
BASE: Mapping[str, str] = {
    ISSUE: TINY[ISSUE]
    .replace("editions: [town]", "editions: all")
    .replace("pages:\n", "pages:\n  2: {layout: inner, stories: {lead: second}}\n"),
    "layouts/pages/base.yaml": TINY["layouts/pages/base.yaml"].replace(
        "rows: 1-3}", "rows: 1-3, copublisher: {}}"
    ),
    "layouts/pages/inner.yaml": "slots:\n  lead: {cols: 1-3, rows: 5-12, role: lead}\n",
    f"{STORIES}/second.md": "---\n主题: 渡口今晨恢复通航\n---\n渡口今晨开渡。\n",
    "layouts/editions/east.yaml": "code: E\ngroups: [river]\ncopublisher: 东镇出版\n",
    "layouts/editions/west.yaml": "code: W\ngroups: [river]\ncopublisher: 西镇出版\n",
}
OWN = "---\n主题: 东镇桥面开始整修\n---\n东镇桥面今天开始整修。\n"


def load(folder: Path, changed: Mapping[str, str] = {}, **options: Any) -> Any:
    return spec.load(write_paper(folder, {**BASE, **changed}), **options)


def edition(issue: Any, name: str) -> Any:
    return next(one for one in issue.editions if one.name == name)


def own(issue: Any, name: str) -> Any:
    return issue_of(issue, edition(issue, name))


def placed(issue: Any, page: int) -> list[str]:
    (slot,) = issue.pages[page - 1].stories.values()
    return [one.story for one in slot]


def told(folder: Path, changed: Mapping[str, str]) -> list[Diagnostic]:
    try:
        return list(load(folder, changed)[1])
    except PressError as trouble:
        return list(trouble.diagnostics)


def test_an_edition_without_files_of_its_own_shares_every_page(tmp_path):
    issue, found = load(tmp_path)
    assert not found
    assert [one.name for one in issue.editions] == ["east", "town", "west"]
    assert not issue.variants
    assert own(issue, "west").pages is issue.pages


def test_a_slot_given_a_story_of_its_own(tmp_path):
    issue, found = load(
        tmp_path,
        {
            f"{HERE}/east.yaml": "pages: {2: {stories: {lead: bridge}}}\n",
            f"{HERE}/east/stories/bridge.md": OWN,
        },
    )
    assert not found  # nor is `second` unplaced
    east = own(issue, "east")
    assert placed(east, 2) == ["bridge"]
    assert placed(issue, 2) == placed(own(issue, "west"), 2) == ["second"]
    assert east.pages[0] is issue.pages[0]
    assert set(east.stories) == {"bridge", "market"}
    assert issue_of(east, east.editions[0]) == east


def test_a_story_of_the_same_name_takes_the_place_of_the_issues(tmp_path):
    issue, found = load(tmp_path, {f"{HERE}/east/stories/second.md": OWN})
    assert not found
    assert own(issue, "east").stories["second"].headline.value.startswith("东镇")
    assert own(issue, "west").stories["second"].headline.value.startswith("渡口")
    lines = list(explain(issue, edition(issue, "east"), 2))
    assert any("instead of" in line and line.endswith("second.md:1") for line in lines)


def test_a_story_of_the_issue_that_only_an_edition_places_is_placed(tmp_path):
    changed = {
        f"{STORIES}/third.md": OWN,
        f"{HERE}/east.yaml": "pages: {2: {stories: {lead: third}}}\n",
    }
    assert not load(tmp_path, changed)[1]
    assert not load(tmp_path, changed, edition="west")[1]


@given(layers=st.sets(st.sampled_from(["issue", "edition", "today"])))
def test_the_nearer_layer_wins(tmp_path_factory, layers):
    """Issue < edition < edition of the issue."""
    page = "pages: {2: {section: %s}}\n"
    changed = dict(BASE)
    if "issue" in layers:
        changed[ISSUE] = changed[ISSUE].replace("inner,", "inner, section: issue,")
    if "edition" in layers:
        changed["layouts/editions/east.yaml"] += page % "edition"
    if "today" in layers:
        changed[f"{HERE}/east.yaml"] = page % "today"
    issue, found = load(tmp_path_factory.mktemp("paper"), changed)
    assert not found
    wins = [name for name in ("issue", "edition", "today") if name in layers]
    assert own(issue, "east").pages[1].section == (wins[-1] if wins else "")
    lines = list(explain(issue, edition(issue, "east"), 2))
    for name in wins[:-1]:  # what is overridden is named with its place
        assert any(f"section: instead of {name}  ← " in line for line in lines)


def test_an_empty_page_or_key_takes_away_what_stands_below(tmp_path):
    standing = {
        "layouts/editions/east.yaml": BASE["layouts/editions/east.yaml"]
        + "pages: {2: {section: 东镇}}\n"
    }
    issue, _ = load(tmp_path / "a", standing)
    assert own(issue, "east").pages[1].section == "东镇"
    issue, _ = load(tmp_path / "b", {**standing, f"{HERE}/east.yaml": "pages: {2: }\n"})
    assert not own(issue, "east").pages[1].section


def test_furniture_of_one_issue(tmp_path):
    issue, found = load(tmp_path, {f"{HERE}/east.yaml": "copublisher: 东镇特刊\n"})
    assert not found
    assert edition(issue, "east").copublisher == "东镇特刊"
    lines = list(explain(issue, edition(issue, "east"), 1))
    assert any("instead of 东镇出版" in line for line in lines)


def test_pages_that_are_alike_have_equal_inputs(tmp_path):
    issue, _ = load(tmp_path, {f"{HERE}/east/stories/second.md": OWN})
    digests = Digests(issue.root)
    keys = {
        one.name: [
            page_inputs(own(issue, one.name), one, page, digests)
            for page in own(issue, one.name).pages
        ]
        for one in issue.editions
    }
    assert keys["east"][1] != keys["west"][1] == keys["town"][1]
    assert len({both[0] for both in keys.values()}) == 3  # each its co-publisher
    again = Digests(issue.root)
    east = own(issue, "east")
    assert (
        page_inputs(east, edition(issue, "east"), east.pages[1], again)
        == (keys["east"][1])
    )


def test_inputs_follow_the_bytes_of_pictures_and_not_the_papers_place(tmp_path):
    story = OWN.replace("---\n东", "picture: {file: ../a.svg}\n---\n东")
    kept = []
    for number, art in enumerate(["<svg/>", "<svg/>", "<svg />"]):
        changed = {f"{STORIES}/second.md": story, "issues/2025-09-05/a.svg": art}
        issue, _ = load(tmp_path / str(number), changed)
        west = own(issue, "west")
        kept.append(page_inputs(west, edition(issue, "west"), west.pages[1]))
    assert kept[0] == kept[1] != kept[2]


def test_changes_are_told_page_by_page(tmp_path):
    issue, _ = load(tmp_path, {f"{HERE}/east/stories/second.md": OWN})
    digests = Digests(issue.root)
    east = [one.by for one in changes(issue, edition(issue, "east"), digests)]
    west = [one.by for one in changes(issue, edition(issue, "west"), digests)]
    assert east == [("furniture",), ("stories",)]
    assert west == [("furniture",), ()]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (["all"], ["east", "town", "west"]),
        (["all", "-town"], ["east", "west"]),
        (["river"], ["east", "west"]),
        (["?est", "town"], ["west", "town"]),
        (["all", "-river"], ["town"]),
        (["west", "west", "all"], ["west", "east", "town"]),
    ],
)
def test_names_groups_patterns(written, names):
    groups = {"river": ("east", "west")}
    known = ["west", "east", "town"]
    taken, found = chosen([(one, None) for one in written], known, lambda: groups)
    assert (list(taken), found) == (names, ())


def test_editions_are_picked_by_group(tmp_path):
    issue, _ = load(tmp_path, editions=("river",))
    assert [one.name for one in issue.editions] == ["east", "west"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("pages: {9: {section: 一}}\n", "no-such-page", 1),
        ("pages:\n  2: {stories: {lede: market}}\n", "unknown-slot", 2),
        ("pages:\n  2:\n    stories: {lead: nowhere}\n", "missing-story", 3),
        ("pages:\n  2: {stories: {lead: market}}\n", "placed-twice", 2),
        ("pages:\n  2: {layout: nowhere}\n", "unknown-layout", 2),
        ("body: {size: 12pt}\n", "style-locked", 1),
        ("pages:\n  2: {columns: 5}\n", "style-locked", 2),
        ("grid: {columns: 4}\n", "style-locked", 1),
        ("nonsense: 1\n", "unknown-key", 1),
        ("pages: {2: {nonsense: 1}}\n", "unknown-key", 1),
        ("pages: [1]\n", "wrong-type", 1),
        ("", "empty-file", 0),
    ],
)
def test_a_wrong_edition_is_refused_alone(tmp_path, text, code, line):
    issue, found = load(tmp_path, {f"{HERE}/east.yaml": text})
    assert [one.name for one in issue.editions] == ["town", "west"]
    assert code in [one.code for one in issue.refused["east"]]
    assert code in [one.code for one in found]
    fault = next(one for one in found if one.code == code)
    assert fault.span is not None
    assert (Path(fault.span.file).name, fault.span.line) == ("east.yaml", line)


def test_an_edition_of_an_internal_paper_has_no_adverts_of_its_own(tmp_path):
    house = TINY["layouts/house.yaml"].replace("大家看", "大家看, kind: internal")
    inner = BASE["layouts/pages/inner.yaml"]
    advert = "pages: {2: {adverts: {ad: ../ads/shop.png}}}\n"
    files = {
        "layouts/house.yaml": house,
        "layouts/pages/inner.yaml": f"{inner}  ad: {{cols: 1-3, rows: 14-20, use: advert}}\n",
        "issues/2025-09-05/ads/shop.png": "x",
    }
    ads = [
        (name, one.code)
        for name, text in (("east", advert), ("west", "accept: [internal-editions]\n"))
        for one in told(tmp_path / name, {**files, f"{HERE}/{name}.yaml": text})
        if one.code == "advert-internal"
    ]
    assert ads == [("east", "advert-internal")]


def test_one_edition_asked_for_and_wrong_is_refused_outright(tmp_path):
    with pytest.raises(PressError):
        load(tmp_path, {f"{HERE}/east.yaml": "body: {}\n"}, edition="east")


def test_files_of_no_edition(tmp_path):
    codes = [one.code for one in told(tmp_path, {f"{HERE}/eats.yaml": "accept: []\n"})]
    assert "unknown-edition" in codes
    changed = {
        f"{HERE}/east.yaml": "accept: []\n",
        ISSUE: BASE[ISSUE].replace("all", "[all, -east]"),
    }
    assert [one.code for one in told(tmp_path, changed)][-1:] == ["edition-not-listed"]


def test_two_hundred_editions_read_the_base_once(tmp_path, monkeypatch):
    files = {
        f"layouts/editions/t{n:03}.yaml": f"code: T{n}\ncopublisher: 第{n}镇\n"
        for n in range(200)
    }
    files |= {f"{HERE}/t{n:03}.yaml": "pages: {2: {section: 镇}}\n" for n in range(200)}
    read: list[str] = []
    from printpress.spec import source, story_form

    plain = source.read_text

    def counted(path: Path, shown: str) -> str:
        read.append(path.name)
        return plain(path, shown)

    monkeypatch.setattr(story_form, "read_text", counted)
    issue, found = load(tmp_path, files)
    assert not found
    assert len(issue.variants) == 200
    assert sorted(read) == ["market.md", "second.md"]
    layouts = {id(one.pages[0].layout) for one in issue.variants.values()}
    assert layouts == {id(issue.pages[0].layout)}


def test_jumps_and_pins_of_stories_that_it_does_not_print_lapse(tmp_path):
    changed = {
        ISSUE: BASE[ISSUE]
        + "pins: {1.lead.picture.rows: 4}\njumps: {market: 2.tail}\n",
        "layouts/pages/inner.yaml": BASE["layouts/pages/inner.yaml"]
        + "  tail: {cols: 1-3, rows: 14-18, role: lead}\n",
        f"{HERE}/east.yaml": "pages: {1: {stories: {lead: bridge}}}\n",
        f"{HERE}/east/stories/bridge.md": OWN,
    }
    issue, found = load(tmp_path, changed)
    assert not found
    east, west = own(issue, "east"), own(issue, "west")
    assert (east.jumps, east.pins) == ((), {})
    assert [jump.story for jump in west.jumps] == ["market"]
    assert set(west.pins) == {"1.lead.picture.rows"}
    assert [one.code for one in east.unfilled] == ["empty-slot"]  # the tail is empty
    assert not west.unfilled


def test_a_slot_of_the_base_that_waits_for_every_towns_story(tmp_path):
    changed = {
        ISSUE: BASE[ISSUE].replace("{lead: second}", "{}"),
        f"{STORIES}/second.md": "",
        f"{HERE}/east.yaml": "pages: {2: {stories: {lead: bridge}}}\n",
        f"{HERE}/east/stories/bridge.md": OWN,
    }
    issue, _ = load(tmp_path, changed)
    assert not own(issue, "east").unfilled
    assert [one.code for one in own(issue, "west").unfilled] == ["empty-slot"]
