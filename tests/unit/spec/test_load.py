"""A paper as a whole: what is read, how names are found, what is refused."""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.papers import ISSUE, STORIES, TINY, write_paper

from printpress import spec
from printpress.colour import BLACK, Ink
from printpress.diagnostics import Diagnostic, PressError, Severity
from printpress.spec.explain import explain
from printpress.spec.house import Latin
from printpress.units import MM, PT

Changes = Mapping[str, str] | None
Loaded = tuple[Any, tuple[Diagnostic, ...]]

ROOT = Path(__file__).parents[3]


def load(folder: Path, changes: Changes = None, **options: Any) -> Loaded:
    return spec.load(write_paper(folder, changes or {}), **options)


def codes(folder: Path, changes: Changes = None, **options: Any) -> list[str]:
    try:
        _, found = load(folder, changes, **options)
    except PressError as trouble:
        found = trouble.diagnostics
    return [d.code for d in found]


def changed(name: str, old: str, new: str) -> dict[str, str]:
    assert old in TINY[name]
    return {name: TINY[name].replace(old, new)}


def test_the_tiny_paper_loads_without_a_word(tiny_paper):
    issue: Any
    issue, found = spec.load(tiny_paper / ISSUE)
    assert found == ()
    assert issue.root == tiny_paper
    assert (issue.date, issue.number) == (dt.date(2025, 9, 5), 7)
    assert issue.house.page.trim.width == 105 * MM
    assert issue.house.body.latin == Latin()
    assert issue.house.body.size == 21 * PT // 2
    assert issue.house.colours["black"] == BLACK
    assert issue.house.colours["red"] == Ink(0, 1000, 900, 0)
    assert issue.house.roles["lead"].headline.size == (12 * PT, 20 * PT)
    assert issue.press.tac == 2400
    assert issue.press.tac_error == 2450
    assert issue.press.qr_module_error == 4 * MM // 10
    assert issue.editions[0].qr_caption == ("扫一扫",)
    assert issue.stories["market"].headline.value == "桥头早市开张"
    assert issue.stories["market"].headline.span.line == 2


def test_a_house_gives_words_and_how_far_headlines_are_spread(tmp_path):
    house = TINY["layouts/house.yaml"].replace("20pt]}", "20pt], tracking: 1/4}")
    issue: Any
    issue, _ = load(tmp_path, {"layouts/house.yaml": house + "words: [桥头镇, 早市]\n"})
    assert issue.house.words == ("桥头镇", "早市")
    assert issue.house.roles["lead"].headline.tracking == Fraction(1, 4)
    plain, _ = load(tmp_path)
    assert plain.house.words == ()


def test_a_folder_is_its_issue(tiny_paper, monkeypatch):
    monkeypatch.chdir(tiny_paper)
    issue, _ = spec.load(Path("issues/2025-09-05"))
    assert issue.shown == ISSUE
    assert issue.stories["market"].shown == f"{STORIES}/market.md"


def test_a_layout_takes_over_its_base(tiny_paper):
    issue: Any
    issue, _ = spec.load(tiny_paper / ISSUE)
    (slot,) = issue.pages[0].layout.slots
    assert (slot.cols, slot.rows, slot.role) == ((1, 3), (5, 12), "lead")
    assert (slot.picture.over, slot.picture.rows) == ((2, 2), (3, 5))
    assert issue.pages[0].layout.furniture.masthead.cols == (1, 3)
    assert issue.pages[0].layout.name == "front"


def test_an_empty_key_drops_the_base_s(tmp_path):
    front = "extends: base\nfurniture:\n  masthead:\n"
    issue, _ = load(tmp_path, {"layouts/pages/front.yaml": front})
    assert issue.pages[0].layout.furniture.masthead is None


def test_the_body_begins_on_its_line(tmp_path):
    story = "---\r\n主题: 早市\r\n---\r\n\r\n正文。\r\n"
    issue, _ = load(tmp_path, {f"{STORIES}/market.md": story})
    market = issue.stories["market"]
    assert market.body == "\n正文。\n"
    assert market.body_line == 4


def test_chinese_keys_are_the_english_ones(tmp_path):
    story = (
        "---\n引题: 一\n主题: 二|三\n副题: 四\n署名: 五\n导读: 六||七\n"
        "图片组:\n  - {文件: ../pictures/a.jpg, 说明: 八, 摄影: 九, 焦点: [0.2, 1/3]}\n"
        "---\n正文\n"
    )
    changes = {f"{STORIES}/market.md": story, "issues/2025-09-05/pictures/a.jpg": ""}
    issue, _ = load(tmp_path, changes)
    market = issue.stories["market"]
    lines = (market.kicker, market.headline, market.deck, market.byline, market.guide)
    assert [line.value for line in lines] == ["一", "二|三", "四", "五", "六||七"]
    (picture,) = market.pictures
    assert (picture.caption, picture.credit) == ("八", "九")
    assert [float(share) for share in picture.focus] == pytest.approx([0.2, 1 / 3])
    assert picture.file == tmp_path / "issues/2025-09-05/pictures/a.jpg"


def test_credits_stand_in_the_order_papers_print_them(tmp_path):
    page = "credits: {校对: 周二, 审读: 吴三, 责任编辑: 林一}, stories:"
    issue, _ = load(tmp_path, changed(ISSUE, "stories:", page))
    posts = [post for post, _ in issue.pages[0].credits]
    assert posts == ["责任编辑", "校对", "审读"]


def test_press_and_edition_can_be_chosen(tmp_path):
    other = {
        "layouts/press/other.yaml": "bleed: 3mm\npages_multiple: 1\n",
        "layouts/editions/hill.yaml": "code: H\n",
    }
    issue, _ = load(tmp_path, other, press="other", edition="hill")
    assert (issue.press.name, issue.press.bleed) == ("other", 3 * MM)
    assert [edition.name for edition in issue.editions] == ["hill"]
    issue, _ = load(tmp_path, other, editions=["hill", "town", "hill"])
    assert [edition.name for edition in issue.editions] == ["hill", "town"]


@pytest.mark.parametrize(
    ("options", "code"),
    [({"press": "nil"}, "unknown-press"), ({"edition": "nil"}, "unknown-edition")],
)
def test_what_is_chosen_must_exist(tmp_path, options, code):
    assert codes(tmp_path, **options) == [code]


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("layouts/pages/front.yaml", "top", "top, heading: 1", "unknown-key"),
        ("layouts/pages/base.yaml", "rows: 1-3", "rows: 1-5", "slots-overlap"),
        ("layouts/pages/base.yaml", "cols: 1-3", "cols: 1-4", "outside-grid"),
        ("layouts/pages/front.yaml", "[3, 5]", "[3, 9]", "picture-outside-slot"),
        ("layouts/press/plain.yaml", "PDF/X-4", "PDF/X-3", "bad-choice"),
        ("layouts/press/plain.yaml", "snap-coldset", "snap", "missing-file"),
        ("layouts/press/plain.yaml", "snap-coldset.icc", "plain.yaml", "bad-profile"),
        ("layouts/press/plain.yaml", "240", "250", "range-reversed"),
        ("layouts/press/plain.yaml", "ink:", "marks: some\nink:", "bad-choice"),
        (
            "layouts/press/plain.yaml",
            "ink:",
            "files: '{code}/{page}.pdf'\nink:",
            "bad-template",
        ),
        (
            "layouts/press/plain.yaml",
            "ink:",
            "files: '{page:09999999}.pdf'\nink:",
            "bad-template",
        ),
        ("layouts/press/plain.yaml", "ink:", "files: a.pdf\nink:", "bad-template"),
        (ISSUE, "number: 7", "number: 7\nclosed: 2025-09-04", "bad-date"),
        (ISSUE, "number: 7", "number: 7\nclosed: 2025-09-04 24:10", "bad-date"),
        (ISSUE, "number: 7", "number: 7\nclosed: 2025-02-30 23:10", "impossible-date"),
        (
            "layouts/press/plain.yaml",
            "ink:",
            "files: '{pgae}.pdf'\nink:",
            "bad-template",
        ),
        ("layouts/press/plain.yaml", "ink:", "files: '{page'\nink:", "bad-template"),
        (
            "layouts/press/plain.yaml",
            "ink:",
            "inks_by_page: {1: B}\nink:",
            "bad-choice",
        ),
        ("layouts/press/plain.yaml", "multiple: 1", "multiple: 4", "pages-multiple"),
        (
            "layouts/editions/town.yaml",
            "code: T",
            "officials: a.yaml\ncode: T",
            "missing-file",
        ),
        ("layouts/house.yaml", "row: 14pt", "row: 9pt", "row-too-small"),
        ("layouts/house.yaml", "subhead:", "subhed:", "unknown-role"),
        ("layouts/house.yaml", "小五: 9pt}", "小五: 9pt, 小五: 8pt}", "duplicate-key"),
        (ISSUE, "1: {", "0: {", "bad-page-number"),
        (ISSUE, "1: {", "“1”: {", "bad-page-number"),
        (ISSUE, "2025-09-05", "1825-09-05", "out-of-range"),
        (ISSUE, "lead: market", "lead: []", "wrong-count"),
        (ISSUE, "lead: market", "lead: ../stories/market", "missing-story"),
        (ISSUE, "pages:", "pins: {9.lead.picture.rows: 4}\npages:", "unknown-pin"),
        (ISSUE, "pages:", "pins: {1.lead.picture.cols: 4}\npages:", "unknown-pin"),
        (ISSUE, "pages:", "pins: {1.lead.picture.rows: 99}\npages:", "bad-pin"),
        (ISSUE, "pages:", "pins: {1.lead.headline.size: 30pt}\npages:", "not-yet"),
        (ISSUE, "pages:", "pins: {lead: 4}\npages:", "bad-pin"),
        ("fonts/fonts.yaml", "[song]", "[sung]", "unknown-font"),
        ("fonts/fonts.yaml", "PressHei-Bold.ttf", "pressHei-Bold.ttf", "missing-file"),
        ("fonts/fonts.yaml", "PressHei-Bold.ttf", "../fonts", "missing-file"),
    ],
)
def test_mistakes_have_their_code(tmp_path, name, old, new, code):
    assert codes(tmp_path, changed(name, old, new)) == [code]


@pytest.mark.parametrize(
    "template",
    [
        "{page",
        "{pages}",
        "{}",
        "{{page}}",
        "{page:{code[x]}}",
        "{page:{code.x}}",
        "{page:{han[x]}}",
        "{page:9999999}",
        "{page!q}",
        "{page:%}}",
    ],
)
def test_templates_that_cannot_be_filled_in(tmp_path, template):
    line, files = f"jump: {{line: '{template}'}}\nbody:", f"files: '{template}'\nink:"
    jump = changed("layouts/house.yaml", "body:", line)
    assert codes(tmp_path, jump) == ["bad-template"]
    names = changed("layouts/press/plain.yaml", "ink:", files)
    assert codes(tmp_path, names) == ["bad-template"]


def test_a_role_sets_its_text_otherwise_but_in_no_other_size(tmp_path):
    house, lead = "layouts/house.yaml", "  lead: {"
    body = "{hanging: true, prohibition: strict}"
    issue, found = load(tmp_path, changed(house, lead, f"{lead}body: {body}, "))
    assert found == ()
    role = issue.house.roles["lead"]
    assert dict(role.body) == {"hanging": True, "prohibition": "strict"}
    sized = changed(house, lead, f"{lead}body: {{size: 9pt}}, ")
    assert codes(tmp_path / "sized", sized) == ["unknown-key"]


def test_a_guide_takes_no_story(tmp_path):
    guide = "guide: {cols: 1, rows: 14-16, use: guide, role: lead}"
    front = f"extends: base\nslots:\n  {guide}\n"
    changes = {
        "layouts/pages/front.yaml": front,
        **changed(ISSUE, "lead: market", "lead: market, guide: market"),
    }
    assert set(codes(tmp_path, changes)) == {"slot-takes-no-story", "placed-twice"}


def test_a_picture_story_may_be_without_text(tmp_path):
    story = "---\n主题: 早市\n图片: {file: ../pictures/a.jpg}\n---\n"
    changes = {f"{STORIES}/market.md": story, "issues/2025-09-05/pictures/a.jpg": ""}
    assert codes(tmp_path, changes) == ["empty-story"]
    base = changed("layouts/pages/base.yaml", "role: lead", "role: lead, use: picture")
    assert codes(tmp_path, changes | base) == []


def test_mistakes_of_all_files_are_told_at_once(tmp_path):
    changes = {
        **changed("layouts/house.yaml", "row: 14pt", "row: 14"),
        **changed("layouts/press/plain.yaml", "240", "lots"),
        **changed(ISSUE, "number: 7", "number: seven"),
    }
    assert codes(tmp_path, changes) == ["bad-number", "bad-length"]
    del changes[ISSUE]
    assert codes(tmp_path, changes) == ["bad-length", "bad-number"]


def test_warnings_do_not_stop_the_press(tmp_path):
    _, found = load(tmp_path, {f"{STORIES}/more.md": "---\n主题: 多\n---\n多。\n"})
    assert [(d.code, d.severity) for d in found] == [
        ("unplaced-story", Severity.WARNING)
    ]


def test_without_a_paper_there_is_no_root(tmp_path):
    (tmp_path / "issue.yaml").write_text("a: 1", "utf-8")
    with pytest.raises(PressError) as caught:
        spec.load(tmp_path)
    assert [d.code for d in caught.value.diagnostics] == ["no-root"]


def test_without_an_issue_there_is_nothing(tiny_paper):
    with pytest.raises(PressError) as caught:
        spec.load(tiny_paper / "issues" / "2025-09-06")
    assert [d.code for d in caught.value.diagnostics] == ["missing-file"]


@pytest.mark.parametrize("name", ["layouts/press/plain.yaml", f"{STORIES}/market.md"])
def test_links_out_of_the_paper_are_refused(tmp_path, name):
    issue = write_paper(tmp_path / "paper", {})
    inside = tmp_path / "paper" / name
    outside = tmp_path / inside.name
    inside.rename(outside)
    try:
        inside.symlink_to(outside)
    except OSError:
        pytest.skip("this machine may not make links")
    with pytest.raises(PressError) as caught:
        spec.load(issue)
    assert [d.code for d in caught.value.diagnostics] == ["outside-root"]


def test_a_story_by_itself(tiny_paper):
    house, fonts, story = spec.load_story(tiny_paper / STORIES / "market.md")
    assert house.paper.name == "小报"
    assert set(fonts.faces) == {"song", "hei-bold"}
    assert story.id == "market"


def test_faces_by_themselves(tiny_paper):
    fonts = spec.load_fonts(tiny_paper / "issues")
    assert fonts.fallback == ("song",)
    assert fonts.faces["song"].file.is_file()


def test_system_faces_need_not_exist(tmp_path):
    listed = (
        TINY["fonts/fonts.yaml"] + "system: {b: [/nowhere/b.ttf], a: /nowhere/a.ttf}\n"
    )
    issue, _ = load(tmp_path, {"fonts/fonts.yaml": listed})
    assert [face.name for face in issue.fonts.system] == ["a", "b"]


def test_explain_names_the_line_of_every_value(tiny_paper, monkeypatch):
    monkeypatch.chdir(tiny_paper)
    issue, _ = spec.load(Path(ISSUE))
    told = list(explain(issue, issue.editions[0], 1))
    assert "layout front.slots.lead.rows: 5-12  ← layouts/pages/base.yaml:4" in told
    assert (
        "layout front.slots.lead.picture.over: 2  ← layouts/pages/front.yaml:4" in told
    )
    assert "house.grid.row: 14pt  ← layouts/house.yaml:8" in told
    assert "house.body.indent: 2  ← default" in told
    assert "press plain.ink.tac: 240  ← layouts/press/plain.yaml:2" in told
    with pytest.raises(ValueError, match="no page 9"):
        list(explain(issue, issue.editions[0], 9))


def test_the_sample_issue_loads_without_a_word():
    _, found = spec.load(ROOT / "issues" / "2025-09-05")
    assert found == ()
