"""An issue put together: stories in slots, the guide, the QR code."""

import io
from collections.abc import Mapping, Sequence

import pytest
from PIL import Image
from tests.papers import ISSUE, STORIES, write_paper

from printpress import spec
from printpress.content.issue import Issue, edit
from printpress.diagnostics import Diagnostic, PressError, Severity

Files = Mapping[str, str | bytes | None]

PICTURES = "issues/2025-09-05/pictures"
FRONT = "layouts/pages/front.yaml"
WITH_GUIDE = """\
slots:
  lead: {cols: 1-2, rows: 1-20, role: lead}
  guide: {cols: 3, rows: 1-20, use: guide, role: lead, items: [1, 2]}
"""
INNER = """\
slots:
  a: {cols: 1, rows: 1-20, role: lead}
  b: {cols: 2-3, rows: 1-20, role: lead}
"""
WITH_QR = """\
furniture:
  qr: {cols: 3, rows: 1-8, size: 20mm, level: LEVEL}
slots:
  lead: {cols: 1-3, rows: 9-20, role: lead}
"""


def story(headline: str, *, head: str = "", body: str = "正文。") -> str:
    return f"---\nheadline: {headline}\n{head}---\n{body}\n"


def png(width: int = 30, height: int = 20) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(out, "PNG")
    return out.getvalue()


def issue_yaml(pages: str) -> str:
    return (
        "editions: [town]\ndate: 2025-09-05\nnumber: 7\npress: plain\npages:\n" + pages
    )


@pytest.fixture
def edited(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def edited(
        changes: Files | None = None,
    ) -> tuple[Issue | None, Sequence[Diagnostic]]:
        file = write_paper(tmp_path, changes or {})
        loaded, _ = spec.load(file.relative_to(tmp_path))
        try:
            return edit(loaded, loaded.editions[0])
        except PressError as trouble:
            return None, trouble.diagnostics

    return edited


def test_an_issue(edited):
    issue, found = edited()
    assert issue is not None
    assert issue.title == "小报 2025-09-05 第7期"
    assert issue.page_count == 1
    assert issue.day.lunar == "农历乙巳年七月十四"
    (page,) = issue.pages
    (market,) = page.stories["lead"]
    assert str(market.head.headline) == "桥头早市开张"
    assert [len(p.text) for p in market.paragraphs] == [4 * 34, 3 * 34]
    assert page.places["lead", "market"].line == 6
    assert issue.qr is None
    # The tiny paper's slot has room for a picture that its story lacks.
    (warning,) = found
    assert (warning.code, warning.severity) == ("no-picture", Severity.WARNING)
    assert str(warning.span) == f"{ISSUE}:6:38"


def test_a_story_with_its_picture(edited):
    head = "picture: {file: ../pictures/boat.png, focus: [0.2, 0.3]}\n"
    issue, found = edited(
        {f"{STORIES}/market.md": story("桥", head=head), f"{PICTURES}/boat.png": png()}
    )
    assert not found
    assert issue is not None
    (picture,) = issue.pages[0].stories["lead"][0].pictures
    assert picture.path.name == "boat.png"
    assert (picture.width_px, picture.height_px) == (30, 20)


def test_a_picture_without_room_is_an_error_at_its_name(edited):
    head = "pictures: [{file: ../pictures/a.png}, {file: ../pictures/b.png}]\n"
    _, found = edited(
        {
            f"{STORIES}/market.md": story("桥", head=head),
            f"{PICTURES}/a.png": png(),
            f"{PICTURES}/b.png": png(),
        }
    )
    (unplaced,) = found
    assert (unplaced.code, unplaced.severity) == ("picture-unplaced", Severity.ERROR)
    assert unplaced.span is not None
    assert unplaced.span.line == 3
    assert unplaced.span.length == len("../pictures/b.png")
    assert "b.png" in unplaced.fix.en


def test_a_slot_without_pictures_takes_none(edited):
    head = "picture: {file: ../pictures/a.png}\n"
    _, found = edited(
        {
            FRONT: "extends: base\n",
            f"{STORIES}/market.md": story("桥", head=head),
            f"{PICTURES}/a.png": png(),
        }
    )
    assert [d.code for d in found] == ["picture-unplaced"]
    assert "takes none" in found[0].what.en


def test_a_picture_story_needs_its_picture(edited):
    layout = "slots:\n  lead: {cols: 1-3, rows: 1-20, use: picture, role: lead}\n"
    _, found = edited({FRONT: layout})
    assert [(d.code, d.severity) for d in found] == [("no-picture", Severity.ERROR)]


def test_a_picture_story_may_have_no_text(edited):
    layout = "slots:\n  lead: {cols: 1-3, rows: 1-20, use: picture, role: lead}\n"
    head = "picture: {file: ../pictures/a.png, caption: 晨雾}\n"
    issue, found = edited(
        {
            FRONT: layout,
            f"{STORIES}/market.md": story("桥", head=head, body=""),
            f"{PICTURES}/a.png": png(),
        }
    )
    assert not found
    assert issue is not None
    assert issue.pages[0].stories["lead"][0].paragraphs == ()


def three_pages(**guides: str) -> dict[str, str | bytes | None]:
    pages = (
        "  1: {layout: front, stories: {lead: one}}\n"
        "  2: {layout: inner, stories: {b: three, a: two}}\n"
        "  3: {layout: inner, stories: {a: four, b: five}}\n"
    )
    files: dict[str, str | bytes | None] = {
        ISSUE: issue_yaml(pages),
        FRONT: WITH_GUIDE,
        "layouts/pages/inner.yaml": INNER,
        f"{STORIES}/market.md": None,
    }
    for name in ("one", "two", "three", "four", "five"):
        head = f"guide: {guides[name]}\n" if name in guides else ""
        files[f"{STORIES}/{name}.md"] = story(name, head=head)
    return files


def test_the_guide_names_inner_stories_in_their_pages_order(edited):
    issue, found = edited(three_pages(one="一", three="三||行", five="五"))
    assert issue is not None
    assert {told.code for told in found} == {"guide-unlike"}
    assert [(e.story, e.page_no, e.text.lines) for e in issue.guide] == [
        ("three", 2, (("三",), ("行",))),
        ("five", 3, (("五",),)),
    ]
    assert issue.page_count == 3


def test_within_a_page_the_guide_follows_the_slots_not_the_issue_file(edited):
    issue, _ = edited(three_pages(two="二", three="三"))
    assert issue is not None
    assert [entry.story for entry in issue.guide] == ["two", "three"]


def test_a_guide_line_without_room_is_told_of_at_its_story(edited):
    issue, found = edited(three_pages(two="二", three="三", four="四", five="五"))
    assert issue is not None
    assert [(d.code, d.severity, str(d.span)) for d in found] == [
        ("guide-full", Severity.WARNING, f"{STORIES}/four.md:3:8"),
        ("guide-full", Severity.WARNING, f"{STORIES}/five.md:3:8"),
    ]


def test_a_guide_of_bars_only_is_none(edited):
    issue, _ = edited(three_pages(two='"||"'))
    assert issue is not None
    assert issue.guide == ()


@pytest.mark.parametrize(("level", "modules"), [("L", 25), ("H", 29)])
def test_the_qr_code_holds_the_editions_address(edited, level, modules):
    issue, _ = edited({FRONT: WITH_QR.replace("LEVEL", level)})
    assert issue is not None
    assert issue.qr is not None
    assert len(issue.qr.modules) == modules


def test_of_two_pages_codes_the_stronger_is_made(edited):
    pages = (
        "  1: {layout: front, stories: {lead: market}}\n"
        "  2: {layout: inner, stories: {lead: two}}\n"
    )
    issue, _ = edited(
        {
            ISSUE: issue_yaml(pages),
            FRONT: WITH_QR.replace("LEVEL", "L"),
            "layouts/pages/inner.yaml": WITH_QR.replace("LEVEL", "H"),
            f"{STORIES}/two.md": story("二"),
        }
    )
    assert issue is not None
    assert issue.qr is not None
    assert len(issue.qr.modules) == 29


def test_a_layout_with_a_code_needs_an_address(edited):
    _, found = edited(
        {
            FRONT: WITH_QR.replace("LEVEL", "M"),
            "layouts/editions/town.yaml": "code: T\n",
        }
    )
    (qr,) = (d for d in found if d.severity is Severity.ERROR)
    assert qr.code == "qr-payload"
    assert "empty" in qr.what.en
    assert str(qr.span).startswith("layouts/editions/town.yaml")


def test_an_address_too_long_for_its_level_is_told_at_the_address(edited):
    """A reader of editions that lets it pass must not bring the rest down."""
    from dataclasses import replace

    from printpress.content.checks import no_qr
    from printpress.content.qr import QrError, matrix

    issue, _ = edited()
    assert issue is not None
    edition = replace(issue.edition, qr_url="https://example.org/" + "x" * 2000)
    with pytest.raises(QrError) as caught:
        matrix(edition.qr_url, "H")
    told = no_qr(edition, caught.value)
    assert (told.code, str(told.span)) == (
        "qr-payload",
        "layouts/editions/town.yaml:3:11",
    )


def test_the_troubles_of_all_stories_are_told_at_once(edited):
    files = three_pages()
    files[f"{STORIES}/two.md"] = story("二", body="> 一")
    files[f"{STORIES}/five.md"] = story("五", body="半\ue000字")
    _, found = edited(files)
    assert sorted((d.code, str(d.span)) for d in found) == [
        ("bad-character", f"{STORIES}/five.md:4:2"),
        ("markup-unsupported", f"{STORIES}/two.md:4:1"),
    ]
