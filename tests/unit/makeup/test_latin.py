"""What a house says of Latin inside Chinese, down to the setting of its lines."""

from fractions import Fraction
from pathlib import Path

import pytest
from tests.desk import EM, HOUSE, a_story, write_desk
from tests.engine import library

from printpress import spec
from printpress.diagnostics import PressError
from printpress.makeup.blocks import Desk
from printpress.makeup.body import body_paragraphs
from printpress.makeup.styles import Styles
from printpress.text.setting import Paragraph, Setting

BODY = "body: {font: song, latin: song, size: 10pt, indent: 2, narrow_indent: 2}"
CAPTION = "caption: {font: song, size: 8pt, row: 10pt}"
STORY = "看newspaper、2025年。\n\n## 小题newspaper里\n\n再看。"


def styles_of(folder: Path, body: str, caption: str = CAPTION) -> Styles:
    """The styles of the desk's house, with another body and caption."""
    assert HOUSE.count(BODY) == HOUSE.count(CAPTION) == 1
    house = HOUSE.replace(BODY, f"body: {body}").replace(CAPTION, caption)
    issue, found = spec.load(write_desk(folder, {"layouts/house.yaml": house}))
    assert not found
    return Styles(issue.house)


def settings_of(folder: Path, body: str) -> list[Setting]:
    desk = Desk(styles_of(folder, body), library(), 10 * EM)
    paragraphs, _ = body_paragraphs(desk, a_story(STORY))
    return [p.setting for p in paragraphs if isinstance(p, Paragraph)]


def test_a_house_that_says_nothing_sets_latin_as_before(tmp_path):
    setting, *_ = settings_of(tmp_path, "{font: song, size: 10pt}")
    assert setting.latin == ""
    assert (setting.latin_size, setting.latin_rise) == (Fraction(1), Fraction(0))
    assert not setting.even_digits
    assert not setting.hyphenate


def test_the_body_s_latin_reaches_its_paragraphs(tmp_path):
    latin = "{size: 1.05, rise: -0.02}"
    text, head, _ = settings_of(
        tmp_path,
        f"{{font: song, size: 10pt, latin: {latin}, figures: even, hyphenate: en_GB}}",
    )
    assert text.latin == ""
    assert (text.latin_size, text.latin_rise) == (
        Fraction(21, 20),
        Fraction(-1, 50),
    )
    assert text.even_digits
    assert text.hyphenate == "en_GB"
    assert not head.hyphenate  # a subhead is broken by its sense


def test_a_role_has_latin_of_its_own(tmp_path):
    caption = (
        "caption: {font: song, size: 8pt, row: 10pt, figures: natural, "
        "latin: {font: song, size: 9/10}}"
    )
    body = "{font: song, size: 10pt, figures: 等宽, hyphenate: en_US}"
    styles = styles_of(tmp_path, body, caption)
    setting = styles.setting(styles.style("caption"))
    assert (setting.latin, setting.latin_size) == ("song", Fraction(9, 10))
    assert not setting.even_digits
    assert setting.hyphenate == "en_US"
    assert styles.setting(styles.style("byline")).even_digits
    assert not styles.setting(styles.style("lead"), heading=True).hyphenate


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("latin: {size: 3}", "out-of-range"),
        ("latin: {rise: 1}", "out-of-range"),
        ("latin: {size: big}", "bad-number"),
        ("latin: {colour: red}", "unknown-key"),
        ("latin: {font: sung}", "unknown-font"),
        ("latin: [song]", "wrong-type"),
        ("figures: odd", "bad-choice"),
        ("hyphenate: en", "bad-choice"),
    ],
)
def test_slips_are_told(tmp_path, written, code):
    house = HOUSE.replace(BODY, f"body: {{font: song, size: 10pt, {written}}}")
    with pytest.raises(PressError) as told:
        spec.load(write_desk(tmp_path, {"layouts/house.yaml": house}))
    assert [found.code for found in told.value.diagnostics] == [code]
