"""What a session shows when files change, and what it does not do again."""

import os

import pikepdf
import pytest
from PIL import Image
from tests.live_server import lay_sample
from tests.papers import ISSUE, STORIES, write_paper

from printpress.live import session as sessions
from printpress.live.board import Shown
from printpress.live.changes import changed_part, only
from printpress.live.drawing import patched, raster
from printpress.live.session import Session


@pytest.fixture
def tiny(tmp_path):
    return write_paper(tmp_path, {})


def made(session):
    shown: list[Shown] = []
    session.make(shown.append)
    return shown


def pictures(shown):
    return {page.label: page.picture for page in shown.pages}


def test_nothing_is_drawn_again_where_nothing_has_changed(tiny, monkeypatch):
    session = Session(tiny)
    first = made(session)[-1]
    monkeypatch.setattr(sessions, "draw", lambda *_: pytest.fail("drawn again"))
    again = made(session)[-1]
    assert pictures(first) == pictures(again)
    assert again.turn > first.turn


def test_pages_are_shown_before_they_are_asked_about(tiny):
    shown = made(Session(tiny))
    assert [bool(one.asked) for one in shown] == [False, False, True]
    assert [len(one.pages) for one in shown] == [1, 1, 1]
    assert {found.code for found in shown[-1].findings} >= {"no-dominant"}


def test_an_error_keeps_the_last_good_pages_and_goes_with_its_cause(tiny, tmp_path):
    session = Session(tiny)
    good = made(session)[-1]
    story = tmp_path / STORIES / "market.md"
    copy = story.read_text("utf-8")
    story.write_text(copy.replace("headline:", "headlin:"), "utf-8")
    bad = made(session)[-1]
    assert pictures(bad) == pictures(good)
    assert "unknown-key" in {found.code for found in bad.trouble}
    story.write_text(copy, "utf-8")
    mended = made(session)[-1]
    assert mended.trouble == ()
    assert pictures(mended) == pictures(good)


def test_an_issue_that_begins_with_an_error_is_shown_once_it_is_mended(tmp_path):
    issue = write_paper(tmp_path, {ISSUE: "editions: [town]\n"})
    session = Session(issue)
    bad = made(session)[-1]
    assert bad.pages == ()
    assert bad.trouble
    assert session.folders
    write_paper(tmp_path, {})
    assert made(session)[-1].pages


def test_a_picture_file_drawn_over_is_taken_anew(tmp_path):
    issue = lay_sample(tmp_path)
    session = Session(issue)
    before = pictures(made(session)[-1])
    bee = issue / "pictures" / "bee.jpg"
    with Image.open(
        bee
    ) as picture:  # its size stays, so that nothing on the page moves
        turned = picture.transpose(Image.Transpose.ROTATE_180)
    turned.save(bee)
    after = pictures(made(session)[-1])
    assert {label for label in after if after[label] != before[label]} == {"2"}
    os.utime(bee, ns=(1, 1))  # the same pixels with another date: the same picture
    assert pictures(made(session)[-1]) == after


def test_a_supplied_page_drawn_over_is_taken_anew(tmp_path):
    issue = lay_sample(tmp_path)
    session = Session(issue)
    before = pictures(made(session)[-1])
    (advert,) = (issue / "adverts").glob("*.pdf")
    with pikepdf.open(advert, allow_overwriting_input=True) as pdf:
        black = b"\nq 0 0 0 1 k 20 20 60 60 re f Q\n"
        pdf.pages[0].contents_add(pdf.make_stream(black))
        pdf.save(advert)
    after = pictures(made(session)[-1])
    assert {label for label in after if after[label] != before[label]} == {"8"}


def test_folders_of_supplied_pages_are_watched_wherever_they_lie(tmp_path):
    issue = lay_sample(tmp_path)
    (advert,) = (issue / "adverts").glob("*.pdf")
    shop = tmp_path / "shops"
    shop.mkdir()
    advert.rename(shop / advert.name)
    plan = issue / "issue.yaml"
    text = plan.read_text("utf-8")
    moved = text.replace(f"adverts/{advert.name}", f"../../shops/{advert.name}")
    plan.write_text(moved, "utf-8")
    session = Session(issue)
    assert made(session)[-1].trouble == ()
    assert shop in session.folders


def second_page(session):
    assert session.made is not None
    return session.made.laid.makeup.pages[1]


EDITS = ("连日来，天好，", "连日来，" + "花开，" * 30, "连日来，" + "花开，" * 90, "")


def test_a_page_drawn_in_part_is_the_page_drawn_whole(tmp_path):
    issue = lay_sample(tmp_path)
    session = Session(issue)
    made(session)
    story = issue / "stories" / "bees.md"
    copy = story.read_text("utf-8")
    parts = 0
    for words in EDITS:
        before, old = second_page(session), session._drawn["2"].raster
        assert old is not None
        story.write_text(copy.replace("连日来，", words), "utf-8")
        made(session)
        now = second_page(session)
        assert session.made is not None
        pdf, drawn = session._written(session.made, now)
        whole = raster(pdf, drawn)
        part = changed_part(before, now)
        if part is None:
            continue
        parts += 1
        pdf, drawn = session._written(session.made, only(now, part))
        assert patched(old, pdf, drawn, part).pixels.tobytes() == whole.pixels.tobytes()
    assert parts >= 3


def test_an_enlarged_page_has_more_pixels(tiny):
    session = Session(tiny)
    name = made(session)[-1].pages[0].picture
    small, plain = session.small(name), session.picture(name)
    sharp = session.picture(name, 260)
    assert small is not None
    assert plain is not None
    assert sharp is not None
    assert 3 * len(small) < 2 * len(plain)
    assert 3 * len(plain) < 2 * len(sharp)
    assert session.picture("none") is session.small("none") is None
