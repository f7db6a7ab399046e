"""Which slots a proof shows as waiting for copy."""

from dataclasses import replace
from pathlib import Path

import pytest

from printpress import spec
from printpress.content.issue import edit
from printpress.proof.frames import waiting

SAMPLE = Path(__file__).parents[3] / "issues" / "2025-09-05"


@pytest.fixture(scope="module")
def issue():
    """The sample issue, every slot of which is filled."""
    loaded, _ = spec.load(SAMPLE)
    return edit(loaded, loaded.editions[0])[0]


def names(issue, page):
    return [slot.name for slot in waiting(issue, page)]


def test_no_slot_of_a_whole_issue_waits(issue):
    assert [names(issue, page) for page in issue.pages] == [[]] * len(issue.pages)


def test_a_slot_waits_for_its_story_and_one_that_a_jump_fills_does_not(issue):
    page = next(page for page in issue.pages if 2 in page.numbers)
    left = {slot: there for slot, there in page.stories.items() if slot != "third"}
    assert names(issue, replace(page, stories=left)) == ["third"]
    assert names(replace(issue, jumps=()), page) == ["tail"]


def test_a_slot_waits_for_its_advert(issue):
    page = next(page for page in issue.pages if page.adverts)
    assert names(issue, replace(page, adverts={})) == list(page.adverts)
