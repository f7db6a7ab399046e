"""Pages made from parts that were kept are those that would be made anew."""

import pytest
from tests.live_server import lay_sample

from printpress import spec
from printpress.content.issue import edit
from printpress.fonts.library import Library
from printpress.makeup import pages
from printpress.makeup.kept import Kept
from printpress.makeup.pages import make_up


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return lay_sample(tmp_path_factory.mktemp("paper"))


def issue_of(folder):
    loaded, _ = spec.load(folder)
    return edit(loaded, loaded.editions[0])[0]


@pytest.fixture
def slots_filled(monkeypatch):
    """The slots that are filled anew, as they are filled."""
    filled = []
    fill = pages._part

    def noting(desk, page, slot):
        filled.append((page.number, slot.name))
        return fill(desk, page, slot)

    monkeypatch.setattr(pages, "_part", noting)
    return filled


def test_only_the_slot_of_an_edited_story_is_filled_anew(sample, slots_filled):
    kept = Kept()
    first = issue_of(sample)
    library = Library(first.fonts)
    make_up(first, library, kept)
    everything = len(slots_filled)
    story = sample / "stories" / "bees.md"
    copy = story.read_text("utf-8")
    try:
        story.write_text(copy.replace("连日来，", "连日来，天好花开，"), "utf-8")
        slots_filled.clear()
        again = issue_of(sample)
        made, told = make_up(again, library, kept)
        assert slots_filled == [(2, "third")]
        anew, told_anew = make_up(again, Library(again.fonts))
        assert made == anew
        assert [repr(one) for one in told] == [repr(one) for one in told_anew]
        assert everything > 25
    finally:
        story.write_text(copy, "utf-8")


def test_a_line_more_in_a_head_moves_what_is_told_of_it(sample):
    kept = Kept()
    story = sample / "stories" / "bees.md"
    copy = story.read_text("utf-8")
    try:
        story.write_text(copy.replace("连日来，", "连日来，花" * 60, 1), "utf-8")
        first = issue_of(sample)
        library = Library(first.fonts)
        make_up(first, library, kept)
        issue = sample / "issue.yaml"
        plan = issue.read_text("utf-8")
        issue.write_text("# 一行注释\n" + plan, "utf-8")
        again = issue_of(sample)
        _, told = make_up(again, library, kept)
        _, anew = make_up(again, library)
        assert {repr(one) for one in told} == {repr(one) for one in anew}
        issue.write_text(plan, "utf-8")
    finally:
        story.write_text(copy, "utf-8")


def test_a_story_that_jumps_takes_its_second_part_along(sample, slots_filled):
    kept = Kept()
    first = issue_of(sample)
    library = Library(first.fonts)
    make_up(first, library, kept)
    story = sample / "stories" / "half-year-meeting.md"
    copy = story.read_text("utf-8")
    try:
        end = copy.rstrip("\n")
        story.write_text(end[:-1] + "，大家鼓掌。\n", "utf-8")
        slots_filled.clear()
        again = issue_of(sample)
        made, _ = make_up(again, library, kept)
        assert set(slots_filled) >= {(1, "lead"), (2, "tail")}
        assert made == make_up(again, library)[0]
    finally:
        story.write_text(copy, "utf-8")


OTHERWISE = (
    ("issues/2025-09-05/issue.yaml", "number: 312", "number: 313"),
    ("issues/2025-09-05/issue.yaml", "section: 要闻", "section: 新闻"),
    ("layouts/house.yaml", "slogan: 自家门口这点事", "slogan: 自家门口的事"),
    ("layouts/editions/xiqiao.yaml", "https://", "https://www."),
    ("layouts/editions/xiqiao.yaml", "党委", "委员会"),
)


def test_what_is_no_copy_counts_too(sample):
    kept, root = Kept(len(OTHERWISE) + 1), sample.parents[1]
    first = issue_of(sample)
    library = Library(first.fonts)
    before, _ = make_up(first, library, kept)
    for name, old, new in OTHERWISE:
        text = (root / name).read_text("utf-8")
        assert old in text
        try:
            (root / name).write_text(text.replace(old, new), "utf-8")
            again = issue_of(sample)
            made, _ = make_up(again, library, kept)
        finally:
            (root / name).write_text(text, "utf-8")
        assert made == make_up(again, library)[0]
        assert made != before


def test_an_edit_taken_back_fills_no_slot_anew(sample, slots_filled):
    kept = Kept()
    first = issue_of(sample)
    library = Library(first.fonts)
    make_up(first, library, kept)
    story = sample / "stories" / "bees.md"
    copy = story.read_text("utf-8")
    try:
        story.write_text(copy.replace("连日来，", "连日来，天好花开，"), "utf-8")
        make_up(issue_of(sample), library, kept)
    finally:
        story.write_text(copy, "utf-8")
    slots_filled.clear()
    make_up(issue_of(sample), library, kept)
    assert slots_filled == []
