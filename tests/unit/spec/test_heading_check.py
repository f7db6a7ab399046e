"""What a layout may ask of its headings."""

import pytest
from tests.papers import write_paper

from printpress import spec
from printpress.diagnostics import PressError

SLOT = "slots:\n  lead: {{cols: 1-3, rows: 1-20, role: lead, {keys}}}\n"
PICTURE = "picture: {over: 2, at: top, rows: [3, 5]}"


def codes(folder, keys):
    files = {"layouts/pages/front.yaml": SLOT.format(keys=keys)}
    try:
        _, found = spec.load(write_paper(folder, files))
    except PressError as trouble:
        found = trouble.diagnostics
    return [diagnostic.code for diagnostic in found]


@pytest.mark.parametrize(
    "keys",
    [
        "heading: beside",
        "heading: 串文, heading_over: 1-2",
        "heading: inside",
        "heading: 文包, heading_at: 7",
        "heading: inside, heading_at: middle, reverse: red",
        f"heading: beside, heading_over: 1, {PICTURE}",
        f"heading: beside, heading_over: 1-2, {PICTURE.replace('top', 'foot')}",
        f"on: picture, ink: paper, heading_at: foot, {PICTURE}",
        "reverse: black",
        "ink: red, initial: 3",
    ],
)
def test_what_can_be_set_is_taken(tmp_path, keys):
    assert codes(tmp_path, keys) == []


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("heading: under", "bad-choice"),
        ("heading: beside, heading_over: 2", "out-of-range"),
        ("heading: beside, heading_over: 1-3", "out-of-range"),
        ("heading: beside, columns: 1", "out-of-range"),
        ("heading: inside, columns: 2", "out-of-range"),
        ("heading: inside, heading_over: 1-2", "out-of-range"),
        ("heading: inside, heading_over: 2-3", "out-of-range"),
        ("heading: inside, heading_at: 21", "out-of-range"),
        ("heading: inside, heading_at: foot", "out-of-range"),
        ("heading: inside, heading_at: -1", "bad-choice"),
        ("heading: beside, heading_at: 7", "out-of-range"),
        ("heading_at: middle", "out-of-range"),
        (f"heading: inside, {PICTURE}", "slots-overlap"),
        ("heading: beside, setting: vertical", "not-yet"),
        ("heading: vertical, reverse: red", "not-yet"),
        ("on: picture", "no-picture"),
        (f"on: picture, heading: vertical, {PICTURE}", "not-yet"),
        ("reverse: tint", "out-of-range"),
        ("reverse: green", "unknown-colour"),
        ("ink: paper", "out-of-range"),
        ("setting: vertical, initial: 3", "not-yet"),
        (
            "columns: 1, initial: 3, picture: {over: 1, at: top, rows: [3, 5], "
            "wrap: {ems: 8, side: right}}",
            "not-yet",
        ),
        (f"on: picture, {PICTURE.replace('}', ', group: 2}')}", "not-yet"),
        ("heading: inside, quote: {over: 2, at: top, rows: [3, 5]}", "slots-overlap"),
        ("initial: 1", "out-of-range"),
        ("initial: 7", "out-of-range"),
    ],
)
def test_what_cannot_be_set_is_told(tmp_path, keys, code):
    assert codes(tmp_path, keys) == [code]
