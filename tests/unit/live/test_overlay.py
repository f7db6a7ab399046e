"""Every piece of copy on a page leads to its line."""

from pathlib import Path

import pytest
from tests.live_server import ROOT, SAMPLE

from printpress.live.session import Session


@pytest.fixture(scope="module")
def session():
    made = Session(ROOT / SAMPLE)
    made.make(lambda _: None)
    return made


def written(piece):
    place = piece["place"]
    lines = (Path.cwd() / place["file"]).read_text("utf-8").splitlines()
    return lines[place["line"] - 1][place["column"] - 1 :]


def test_paragraphs_and_headings_lead_to_their_words(session):
    pieces = session.overlay("2")["pieces"]
    for piece in pieces:
        if piece["kind"] == "body" and piece["paragraph"] is not None:
            assert written(piece).startswith(piece["words"][:6]), piece
    heads = [piece for piece in pieces if piece["kind"] == "headline"]
    assert {written(head).split("|")[0] for head in heads} >= {"秋花开到哪"}


def test_a_paragraph_in_two_columns_is_two_pieces(session):
    pieces = session.overlay("2")["pieces"]
    rects: dict[tuple[str, int], list[list[int]]] = {}
    for piece in pieces:
        if piece["kind"] == "body":
            rects.setdefault((piece["story"], piece["paragraph"]), []).append(
                piece["rect"]
            )
    assert any(len(several) == 2 for several in rects.values())
    for several in rects.values():
        assert all(width > 0 and height > 0 for _, _, width, height in several)


def test_slots_lead_to_the_issue_and_a_jump_is_named_where_it_goes_on(session):
    slots = {slot["name"]: slot for slot in session.overlay("2")["slots"]}
    assert slots["third"]["stories"] == ["bees"]
    assert slots["third"]["place"]["open"] == "issue.yaml"
    assert slots["tail"]["stories"] == ["half-year-meeting"]
    assert slots["tail"]["place"]["open"] is None  # the layout is not the issue's


def test_there_is_no_overlay_of_a_page_that_is_not_there(session):
    assert session.overlay("99") is None
