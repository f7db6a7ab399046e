"""Which files pass for a press's output profile, and the two that come with us."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from printpress.spec.profile import ProfileError, read_profile

PRESS = Path(__file__).parents[3] / "layouts" / "press"
COLDSET = PRESS / "snap-coldset.icc"
COATED = PRESS / "fogra39-coated.icc"


def changed(**parts: bytes) -> bytes:
    """The newsprint profile with bytes changed at places named ``at_12`` and so on."""
    held = bytearray(COLDSET.read_bytes())
    for at, part in parts.items():
        start = int(at.removeprefix("at_"))
        held[start : start + len(part)] = part
    return bytes(held)


def test_the_profiles_that_come_with_us_say_what_they_are():
    assert "TR 002-2007" in read_profile(COLDSET).description
    assert read_profile(COATED).description == "FOGRA39L Coated"


def test_they_are_the_files_that_the_notice_speaks_of():
    notice = (PRESS / "PROFILES.md").read_text("utf-8")
    for path in (COLDSET, COATED):
        assert path.name in notice
        assert sha256(path.read_bytes()).hexdigest() in notice
    assert set(PRESS.glob("*.icc")) == {COLDSET, COATED}


@pytest.mark.parametrize(
    ("path", "most"), [(COLDSET, 240), (COATED, 320)], ids=["coldset", "coated"]
)
def test_no_colour_takes_more_ink_than_the_paper_bears(path, most):
    steps = range(0, 256, 15)
    colours = [(r, g, b) for r in steps for g in steps for b in steps]
    picture = Image.new("RGB", (len(colours), 1))
    picture.putdata(colours)
    screen = ImageCms.createProfile("sRGB")
    for intent in (ImageCms.Intent.PERCEPTUAL, ImageCms.Intent.RELATIVE_COLORIMETRIC):
        turned = ImageCms.profileToProfile(
            picture, screen, str(path), intent, outputMode="CMYK",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )  # fmt: skip
        assert turned is not None
        inks = turned.tobytes()
        totals = [sum(inks[at : at + 4]) for at in range(0, len(inks), 4)]
        assert max(totals) / 2.55 <= most
        assert inks[-4:] == bytes(4)  # white paper stays bare


@pytest.mark.parametrize(
    ("held", "reason"),
    [
        (b"", "no ICC profile"),
        (b"a" * 200, "no ICC profile"),
        (COLDSET.read_bytes()[:-1], "cut off"),
        (changed(at_12=b"mntr"), "a screen, not a press"),
        (changed(at_12=b"????"), "nothing known"),
        (changed(at_16=b"RGB "), "RGB, not CMYK"),
        (changed(at_8=b"\x05"), "version 5"),
    ],
)
def test_other_files_are_none(tmp_path, held, reason):
    path = tmp_path / "other.icc"
    path.write_bytes(held)
    with pytest.raises(ProfileError, match=re.escape(reason)) as caught:
        read_profile(path)
    assert re.search("[一-鿿]", caught.value.reason.zh)


def test_a_file_that_is_gone_is_none(tmp_path):
    with pytest.raises(ProfileError, match="read"):
        read_profile(tmp_path / "gone.icc")


@pytest.mark.parametrize("at", range(128, 400, 4))
def test_a_damaged_list_of_contents_loses_the_name_at_most(tmp_path, at):
    path = tmp_path / "odd.icc"
    path.write_bytes(changed(**{f"at_{at}": b"\xff\xff\xff\xff"}))
    assert isinstance(read_profile(path).description, str)


def test_a_name_in_the_form_of_version_four_is_read(tmp_path):
    name = "新闻纸".encode("utf-16-be")
    tag = b"mluc" + bytes(4) + (1).to_bytes(4) + (12).to_bytes(4) + b"zhCN"
    tag += len(name).to_bytes(4) + (28).to_bytes(4) + name
    body = (1).to_bytes(4) + b"desc" + (144).to_bytes(4) + len(tag).to_bytes(4) + tag
    head = bytearray(COLDSET.read_bytes()[:128])
    head[:4] = (128 + len(body)).to_bytes(4)
    head[8] = 4
    path = tmp_path / "four.icc"
    path.write_bytes(bytes(head) + body)
    assert read_profile(path).description == "新闻纸"
