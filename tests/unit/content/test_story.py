"""Headings as authors write them, and the edited story."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from printpress.content.stories import edit_story, read_copy
from printpress.content.story import HeadingText
from printpress.diagnostics import PressError, Severity, Span
from printpress.spec.source import Located
from printpress.spec.story import PictureSpec, StoryFile

HALF = (Fraction(1, 2), Fraction(1, 2))


def at(text: str, line: int) -> Located[str]:
    return Located(text, Span("a.md", line, 11, len(text)))


def a_file(**changes: Any) -> StoryFile:
    plain = StoryFile(
        id="a",
        file=Path("a.md"),
        headline=at("溪水涨了|桥还在", 2),
        kicker=None,
        deck=None,
        byline=None,
        guide=None,
        jump_head=None,
        pictures=(),
        accepted=(),
        body="正文。\n",
        body_line=5,
        shown="a.md",
    )
    return replace(plain, **changes)


def picture_spec(path: Path, **changes: Any) -> PictureSpec:
    span = Span("a.md", 3, 17, 8)
    return replace(PictureSpec(path, "说明", "某 摄", HALF, span), **changes)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一", (("一",),)),
        ("一|二", (("一", "二"),)),
        ("一||二|三", (("一",), ("二", "三"))),
        (" 一 | 二 || 三 ", (("一", "二"), ("三",))),
        ("|一||", (("一",),)),
        ("一|||二", (("一",), ("二",))),
        ("||", ()),
        ("", ()),
    ],
)
def test_bars_part_a_heading(text, lines):
    heading = HeadingText.parse(text)
    assert heading.lines == lines
    assert str(heading) == "".join(part for line in lines for part in line)


def test_a_story_is_edited():
    story = edit_story(
        a_file(kicker=at("引题", 3), guide=at("短||题", 4), byline=at(" 记者 林一 ", 4))
    )
    assert story.head.headline.lines == (("溪水涨了", "桥还在"),)
    assert story.head.kicker is not None
    assert story.head.kicker.lines == (("引题",),)
    assert story.head.deck is None
    assert story.head.byline == "记者 林一"
    assert story.guide is not None
    assert story.guide.lines == (("短",), ("题",))
    assert str(story.paragraphs[0].place(0)) == "a.md:5:1"


def test_a_headline_needs_words():
    with pytest.raises(PressError) as caught:
        edit_story(a_file(headline=at("||", 2)))
    (found,) = caught.value.diagnostics
    assert (found.code, found.span) == ("empty-headline", Span("a.md", 2, 11, 2))


@pytest.mark.parametrize("part", ["headline", "kicker", "deck", "byline", "guide"])
def test_heads_hold_no_private_characters(part):
    with pytest.raises(PressError) as caught:
        edit_story(a_file(**{part: at("题\ue000", 3)}))
    (found,) = caught.value.diagnostics
    assert found.code == "bad-character"
    assert "U+E000" in found.what.en
    assert found.span == Span("a.md", 3, 11, 2)


def test_captions_hold_no_private_characters(tmp_path):
    Image.new("RGB", (30, 20)).save(tmp_path / "a.png")
    spec = picture_spec(tmp_path / "a.png", caption="说\ue000明")
    with pytest.raises(PressError) as caught:
        edit_story(a_file(pictures=(spec,)))
    assert [d.code for d in caught.value.diagnostics] == ["bad-character"]


def test_pictures_have_the_size_they_are_seen_at(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (30, 20)).save(tmp_path / "a.jpg", exif=exif)
    (picture,) = edit_story(
        a_file(pictures=(picture_spec(tmp_path / "a.jpg"),))
    ).pictures
    assert (picture.width_px, picture.height_px) == (20, 30)
    assert (picture.caption, picture.credit) == ("说明", "某 摄")


@pytest.mark.parametrize(
    ("name", "bytes_", "says"),
    [
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        ("a.psd", b"8BPS\0\x01", "Photoshop"),
        ("a.webp", b"RIFF\x10\0\0\0WEBPVP8 ", "cut off"),
        ("a.gif", b"GIF89a\x01\0\x01\0", "damaged"),
        ("a.svg", b"\xef\xbb\xbf\n<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "damaged"),
        ("a.png", b"", "empty"),
        ("a.doc", b"hello", "no picture"),
    ],
)
def test_pictures_that_cannot_be_used_are_told_at_their_name(
    tmp_path, name, bytes_, says
):
    (tmp_path / name).write_bytes(bytes_)
    with pytest.raises(PressError) as caught:
        edit_story(a_file(pictures=(picture_spec(tmp_path / name),)))
    (found,) = caught.value.diagnostics
    assert found.code == "picture-unreadable"
    assert found.span == Span("a.md", 3, 17, 8)
    assert says in found.what.en
    assert "JPEG" in found.what.en + found.fix.en
    assert "PNG" in found.fix.en + found.what.en


def test_a_picture_that_went_away(tmp_path):
    with pytest.raises(PressError) as caught:
        edit_story(a_file(pictures=(picture_spec(tmp_path / "gone.jpg"),)))
    assert "cannot be read" in caught.value.diagnostics[0].what.en


def test_all_that_is_wrong_is_told_at_once(tmp_path):
    (tmp_path / "a.gif").write_bytes(b"GIF89a")
    bad = a_file(body="> 一\n\n溪**水\n", pictures=(picture_spec(tmp_path / "a.gif"),))
    with pytest.raises(PressError) as caught:
        edit_story(bad)
    assert sorted(d.code for d in caught.value.diagnostics) == [
        "markup-unclosed",
        "markup-unsupported",
        "picture-unreadable",
    ]


def test_warnings_stand_beside_the_story():
    story, found = read_copy(a_file(body="一*OK*三\n"))
    assert story.paragraphs[0].text == "一OK三"
    assert [d.severity for d in found] == [Severity.WARNING]
