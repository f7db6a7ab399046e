"""Two states of an edition: one changed story is one changed story."""

import shutil
from pathlib import Path

import pytest

from printpress import spec
from printpress.pipeline import make_edition
from printpress.proof.change_words import headed
from printpress.proof.compare import compare
from printpress.proof.record import from_json, record_of, to_json

ROOT = Path(__file__).parents[3]
ADDED = "，前后花了整整两个年头，街坊们都说值得"
DAY = Path("issues", "2025-09-05")


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    """The sample paper."""
    folder = tmp_path_factory.mktemp("paper")
    shutil.copytree(ROOT / "layouts", folder / "layouts")
    shutil.copytree(ROOT / DAY, folder / DAY)
    (folder / "fonts").mkdir()
    for face in (ROOT / "fonts").iterdir():
        (folder / "fonts" / face.name).hardlink_to(face)
    return folder


def recorded(paper):
    issue, _ = spec.load(paper / DAY)
    edition = issue.editions[0]
    return record_of(make_edition(issue, edition), edition.name)


@pytest.fixture(scope="module")
def before(paper):
    return recorded(paper)


@pytest.fixture
def edited(paper):
    """Changes files of the paper, and puts them back."""
    kept: dict[Path, str] = {}

    def change(name, old, new):
        file = paper / DAY / name
        text = file.read_text("utf-8")
        kept.setdefault(file, text)
        assert old in text, name
        file.write_text(text.replace(old, new, 1), "utf-8")

    yield change
    for file, text in kept.items():
        file.write_text(text, "utf-8")


def test_nothing_changed_is_nothing_told(paper, before):
    told = compare(before, recorded(paper))
    assert (told.stories, told.pages, told.furniture) == ((), (), ())


def test_a_record_comes_back_from_its_file(before):
    assert from_json(to_json(before)) == before


@pytest.mark.parametrize(
    "contents", [b"", b"[]", b"{}", b'{"form": 1}', b'{"form": 0}']
)
def test_a_file_that_is_no_record_is_none(contents):
    assert from_json(contents) is None


def test_words_that_push_lines_are_one_changed_story(paper, before, edited):
    edited("stories/old-street.md", "开街的第100天。", f"开街的第100天{ADDED}。")
    told = compare(before, recorded(paper))
    kinds = {change.story: change.kinds for change in told.stories}
    assert kinds.pop("old-street") == ("text",)
    assert set(kinds.values()) <= {("shifted",), ("rebroken",), ("moved",)}
    (change,) = (each for each in told.stories if each.story == "old-street")
    (paragraph,) = change.changed
    new = [piece for piece in paragraph.pieces if piece.changed]
    assert [(piece.old, piece.new) for piece in new] == [("", ADDED)]
    assert told.pages == ("2",)


def test_headings_pictures_and_places_are_told_apart(paper, before, edited):
    edited("stories/bees.md", "headline: ", "headline: 新")
    edited("stories/riverside.md", "caption: ", "caption: 新")
    edited(
        "issue.yaml",
        "      lead: comb\n      second: painter\n",
        ("      lead: painter\n      second: comb\n"),
    )
    told = compare(before, recorded(paper))
    kinds = {change.story: change.kinds for change in told.stories}
    assert kinds["bees"] == ("heading",)
    assert kinds["riverside"] == ("picture",)
    assert kinds["comb"] == kinds["painter"] == ("moved",)
    moved = next(change for change in told.stories if change.story == "comb")
    assert (moved.old_places, moved.new_places) == (
        (("4", "lead"),),
        (("4", "second"),),
    )


def test_a_story_that_jumps_is_one_story(paper, before, edited):
    (story,) = (each for each in before.stories if len(each.places) > 1)
    assert {page for page, _ in story.places} == {"1", "2"}
    first = story.paragraphs[0]
    edited(f"stories/{story.id}.md", first[:12], f"{first[:12]}，{ADDED[1:]}，")
    told = compare(before, recorded(paper))
    (change,) = (each for each in told.stories if each.story == story.id)
    assert change.kinds == ("text",)
    assert change.new_places == story.places
    assert {c.kinds for c in told.stories if c is not change} <= {
        ("shifted",),
        ("rebroken",),
    }
    assert set(told.pages) <= {"1", "2"}


def test_a_story_under_another_name_is_that_story(paper, before, edited):
    old = paper / DAY / "stories/bees.md"
    new = old.with_name("honey.md")
    text = old.read_text("utf-8")
    edited("issue.yaml", "third: bees", "third: honey")
    old.rename(new)
    try:
        told = compare(before, recorded(paper))
        (change,) = told.stories
        assert (change.kinds, change.old_story) == (("renamed",), "bees")
        new.write_text(text.replace("headline: ", "headline: 新", 1), "utf-8")
        (change,) = compare(before, recorded(paper)).stories
        assert (change.kinds, change.old_story) == (("renamed", "heading"), "bees")
    finally:
        new.unlink()
        old.write_text(text, "utf-8")


def test_words_beside_the_text_are_words_too(paper, before, edited):
    edited("stories/riverside.md", "caption: 清晨", "caption: 傍晚")
    edited("stories/old-street.md", "guide: ", "guide: 新")
    told = {each.story: each for each in compare(before, recorded(paper)).stories}
    assert [c.part for c in told["riverside"].changed] == ["caption 1"]
    assert told["old-street"].kinds == ("text",)
    assert [c.part for c in told["old-street"].changed] == ["guide"]


def test_stories_come_and_go(paper, before, edited):
    edited("issue.yaml", "      third: bees\n", "")
    told = compare(before, recorded(paper))
    assert {
        (c.story, c.kinds) for c in told.stories if c.kinds[0] in ("added", "removed")
    } == {("bees", ("removed",))}
    back = compare(recorded(paper), before)
    assert ("bees", ("added",)) in {(c.story, c.kinds) for c in back.stories}


def test_furniture_is_told_by_page(paper, before, edited):
    edited("issue.yaml", "number: 312", "number: 313")
    told = compare(before, recorded(paper))
    assert not told.stories
    assert {label for label, _ in told.furniture} >= {"1"}


def test_copy_that_finds_no_room_is_told(paper, before, edited):
    edited(
        "stories/water-notice.md",
        "\n---\n",
        "\n---\n" + "镇里请大家提前存水。" * 8 + "\n\n",
    )
    told = compare(before, recorded(paper))
    (change,) = (each for each in told.stories if each.story == "water-notice")
    assert change.over > 0
    assert f"现在有 {change.over} 字排不下，版面上没有" in headed(change).zh
